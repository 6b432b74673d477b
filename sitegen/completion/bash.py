"""The script for bash, from 3.2 on, which Macs still have. Where there is nothing to offer, bash completes names of files; from 4 on
it is kept from that where no file can stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.completion.offers import Command, Option

_SCRIPT = """\
_sitegen() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} command= flag= words= kind=file before= word place=0
    [[ $current == = ]] && current=
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        if [[ $word == = ]]; then continue; fi
        if [[ $flag ]]; then flag=; continue; fi
        case $command:$word in
            {with_value}) flag=$word ;;
            *:-*) ;;
            :*) command=$word ;;
            *) place=$((place + 1)) ;;
        esac
    done
    if [[ ! $flag && $current == -* ]]; then
        case $command in
{flags}
        esac
    else
        case $command:${{flag:-$place}} in
            :0) words='{commands}' kind=words ;;
{offers}
        esac
    fi
    case $kind in
        theme)
            for word in themes/*/; do
                word=${{word#themes/}} word=${{word%/}}
                [[ $word =~ ^[a-z0-9-]+$ ]] && words+=" $word"
            done ;;
        document)
            for word in content/*/*.md content/*/*/*.md; do
                [[ $word =~ ^[A-Za-z0-9./_-]+$ ]] && words+=" $word"
            done ;;
        list)
            [[ $current == *,* ]] && before=${{current%,*}}, ;;
    esac
    if [[ $kind != file && $kind != document ]]; then compopt +o bashdefault +o default 2>/dev/null; fi
    COMPREPLY=($(compgen -P "$before" -W "$words" -- "${{current#"$before"}}"))
}}
complete -o bashdefault -o default -F _sitegen sitegen
"""


def script(common: Iterable[Option], commands: Iterable[Command]) -> str:
    """The script; `common` are the options that stand before a command."""
    common, commands = list(common), list(commands)
    everywhere = Command("", "", tuple(common))
    return _SCRIPT.format(
        with_value=" | ".join(f"{each.name}:{option.flag}" for each in (everywhere, *commands)
                              for option in each.options if option.value),
        flags="\n".join(f"            {_flags(each)}" for each in (everywhere, *commands)),
        commands=_row(each.name for each in commands),
        offers="\n".join(f"            {line}" for each in (everywhere, *commands) for line in _offers(each)),
    )  # fmt: skip


def _flags(command: Command) -> str:
    name = command.name or "''"
    return f"{name}) words='{_row(each.flag for each in command.options)}' kind=words ;;"


def _offers(command: Command) -> Iterator[str]:
    after = [(option.flag, option.value) for option in command.options if option.value]
    for key, offer in (*after, *((str(place), offer) for place, offer in enumerate(command.arguments))):
        if offer.kind not in ("file", "folder"):
            yield f"{command.name}:{key}) words='{_row(offer.words)}' kind={offer.kind} ;;"


def _row(words: Iterable[str]) -> str:
    return " ".join(words)
