"""The script for PowerShell, from 5.1 on, which Windows has. Where it offers nothing, PowerShell completes names of files. It holds plain
ASCII only, as a shell on Windows reads what a program prints in a code page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.completion.offers import Command, Option

_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName sitegen -ScriptBlock {{
    param($word, $ast, $cursor)
    $flags = @{{
{flags}
    }}
    $offers = @{{
{offers}
    }}
    $about = @{{
{about}
    }}
    $command, $flag, $before, $place = '', '', '', 0
    foreach ($each in $ast.CommandElements | Select-Object -Skip 1 | Where-Object {{ $_.Extent.EndOffset -lt $cursor }}) {{
        if ($flag) {{ $flag = '' }}
        elseif ("$each".StartsWith('-')) {{ if ($offers.ContainsKey("$command $each")) {{ $flag = "$each" }} }}
        elseif ($command) {{ $place++ }}
        else {{ $command = "$each" }}
    }}
    if (-not $flag -and $word -match '^(--[a-z-]+)=(.*)$') {{
        $flag, $word, $before = $Matches[1], $Matches[2], "$($Matches[1])="
    }}
    if (-not $flag -and $word.StartsWith('-')) {{ $kind, $words = 'words', (-split $flags[$command]) }}
    elseif ($flag) {{ $kind, $words = -split $offers["$command $flag"] }}
    else {{ $kind, $words = -split $offers["$command $place"] }}
    switch ($kind) {{
        'free' {{ return '' }}
        'theme' {{ $words = @($words) + @(Get-ChildItem themes -Directory -Name -ErrorAction Ignore) -cmatch '^[a-z0-9-]+$' }}
        'list' {{ if ($word -match '^(.*,)(.*)$') {{ $before, $word = "$before$($Matches[1])", $Matches[2] }} }}
    }}
    foreach ($each in $words | Where-Object {{ $_ -and $_.StartsWith($word) }}) {{
        $said = $about["$command $each"]
        if (-not $said) {{ $said = $each }}
        [System.Management.Automation.CompletionResult]::new("$before$each", $each, 'ParameterValue', [regex]::Unescape($said))
    }}
}}
"""


def script(common: Iterable[Option], commands: Iterable[Command]) -> str:
    """The script; `common` are the options that stand before a command."""
    commands = list(commands)
    first = Command("", "", tuple(common))
    names = f"words {' '.join(each.name for each in commands)}"
    abouts = ((f" {each.name}", each.about) for each in commands)
    return _SCRIPT.format(
        flags=_table((each.name, " ".join(option.flag for option in each.options)) for each in (first, *commands)),
        offers=_table([(" 0", names), *(line for each in (first, *commands) for line in _offers(each))]),
        about=_table([*abouts, *(line for each in (first, *commands) for line in _abouts(each))]),
    )


def _offers(command: Command) -> Iterator[tuple[str, str]]:
    after = [(option.flag, option.value) for option in command.options if option.value]
    for key, offer in (*after, *((str(place), offer) for place, offer in enumerate(command.arguments))):
        yield f"{command.name} {key}", " ".join((offer.kind, *offer.words))


def _abouts(command: Command) -> Iterator[tuple[str, str]]:
    for option in command.options:
        if option.about:
            yield f"{command.name} {option.flag}", option.about


def _table(rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"        {_quoted(key)} = {_quoted(value)}" for key, value in rows)


def _quoted(text: str) -> str:
    """A text without variables; what is not ASCII is written as .NET's `Regex.Unescape` reads it."""
    escaped = text.replace("\\", "\\\\").encode("ascii", "backslashreplace").decode("ascii")
    return "'" + escaped.replace("'", "''") + "'"
