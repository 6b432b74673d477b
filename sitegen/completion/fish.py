"""The script for fish: one `complete` for each thing that may be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.completion.offers import Command, Offer, Option

_BEGINNING = """\
function __sitegen_at
    set -l typed (commandline -opc)[2..]
    set -l plain
    for word in $typed
        string match -q -- '-*' $word; or set -a plain $word
    end
    test "$plain[1]" = $argv[1]; and test (count $plain) -eq (math $argv[2] + 1)
end
function __sitegen_themes
    printf '%s\\n' $argv (path basename themes/*/ 2>/dev/null)
end
function __sitegen_documents
    set -l found content/**.md
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_suffix .md
    end
end
function __sitegen_list
    set -l before (string match -r '.*,' -- (commandline -ct))
    printf "$before%s\\n" $argv
end
complete -c sitegen -f
"""


def script(common: Iterable[Option], commands: Iterable[Command]) -> str:
    """The script; `common` are the options that stand before a command."""
    lines = [_option("__fish_use_subcommand", each) for each in common]
    for command in commands:
        about = f" -d {_quoted(command.about)}"
        lines += [f"complete -c sitegen -n __fish_use_subcommand -a {command.name}{about}", *_after(command)]
    return _BEGINNING + "\n".join(lines) + "\n"


def _after(command: Command) -> Iterator[str]:
    yield from (_option(f"__fish_seen_subcommand_from {command.name}", each) for each in command.options)
    for place, offer in enumerate(command.arguments):
        if offered := _offered(offer):
            yield f"complete -c sitegen -n {_quoted(f'__sitegen_at {command.name} {place}')} {offered}"


def _option(when: str, option: Option) -> str:
    value = f" -x {_offered(option.value)}".rstrip() if option.value else ""
    about = f" -d {_quoted(option.about)}" if option.about else ""
    return f"complete -c sitegen -n {_quoted(when)} -l {option.flag.lstrip('-')}{value}{about}"


def _offered(offer: Offer) -> str:
    match offer.kind:
        case "words":
            return f"-a {_quoted(' '.join(offer.words))}"
        case "list":
            return f"-a '(__sitegen_list {' '.join(offer.words)})'"
        case "file":
            return "-F"
        case "document":
            return "-a '(__sitegen_documents)'"
        case "folder":
            return "-a '(__fish_complete_directories)'"
        case "theme":
            themes = " ".join(offer.words)
            return f"-a {_quoted(f'(__sitegen_themes {themes})')}"
    return ""


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
