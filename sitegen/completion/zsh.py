"""The script for zsh, in the terms of its own `_arguments`."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.completion.offers import Command, Offer, Option

_SCRIPT = """\
#compdef sitegen
_sitegen_themes() {{
    local -a themes=("$@" themes/*(/N:t))
    compadd -a themes
}}
_sitegen_documents() {{
    local -a documents=(content/**/*.md(N))
    if (( $#documents )); then compadd -a documents; else _files -g '*.md'; fi
}}
_sitegen() {{
    local curcontext=$curcontext state line
    local -a commands
    commands=(
{commands}
    )
    _arguments -C {common} '1: :->command' '*:: :->rest' && return
    if [[ $state == command ]]; then
        _describe command commands
        return
    fi
    case $line[1] in
{each}
    esac
}}
if [[ $funcstack[1] == _sitegen ]]; then _sitegen "$@"; else compdef _sitegen sitegen; fi
"""


def script(common: Iterable[Option], commands: Iterable[Command]) -> str:
    """The script; `common` are the options that stand before a command."""
    commands = list(commands)
    return _SCRIPT.format(
        commands="\n".join(f"        {_quoted(f'{each.name}:{each.about}')}" for each in commands),
        common=" ".join(map(_option, common)),
        each="\n".join(f"        {each.name}) _arguments {' '.join(_specs(each))} ;;" for each in commands),
    )


def _specs(command: Command) -> list[str]:
    arguments = [_quoted(f"{place}: :{_action(offer)}") for place, offer in enumerate(command.arguments, 1)]
    return [*map(_option, command.options), *arguments]


def _option(option: Option) -> str:
    about = "".join(f"\\{letter}" if letter in "[]:\\" else letter for letter in option.about)
    value = f":{option.flag.lstrip('-')}:{_action(option.value)}" if option.value else ""
    return _quoted(f"{option.flag}{'=' if value else ''}[{about}]{value}")


def _action(offer: Offer) -> str:
    match offer.kind:
        case "words":
            return f"({' '.join(offer.words)})"
        case "list":
            return f"_values -s , rules {' '.join(offer.words)}"
        case "file":
            return "_files"
        case "document":
            return "_sitegen_documents"
        case "folder":
            return "_files -/"
        case "theme":
            return f"_sitegen_themes {' '.join(offer.words)}"
    return " "


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
