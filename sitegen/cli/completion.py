"""`sitegen completion`: the script by which a shell completes what is typed after `sitegen`."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from sitegen.cli.opening import language_here
from sitegen.cli.refusal import refuse
from sitegen.completion import bash, fish, powershell, zsh
from sitegen.completion.offers import Command, Offer, Option
from sitegen.messages.help import HELP
from sitegen.problems import Place, problem
from sitegen.words import nearest

SHELLS = {"bash": bash.script, "zsh": zsh.script, "fish": fish.script, "powershell": powershell.script}


def run(options: argparse.Namespace, language: str) -> int:
    """Prints the script for the shell that the options name; returns the exit status."""
    language = language or language_here()
    if options.shell not in SHELLS:
        near, known = nearest(options.shell or "", SHELLS), ", ".join(SHELLS)
        return refuse(problem("E728", Place("sitegen"), near=near, known=known), language, "text")
    print(SHELLS[options.shell](*offers_of(language)), end="")
    return 0


def offers_of(language: str) -> tuple[tuple[Option, ...], tuple[Command, ...]]:
    """The options that stand before a command, and the commands."""
    from sitegen.cli.main import make_parser

    parser = make_parser()
    offers = _offers()
    (commands,) = (each for each in _actions(parser) if each.nargs == argparse.PARSER)
    known: dict[str, argparse.ArgumentParser] = commands.choices  # type: ignore[assignment]
    common = tuple(_options("sitegen", parser, language, offers))
    return common, tuple(_command(name, known[name], language, offers) for name in known)


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return parser._actions  # noqa: SLF001 # argparse has no other way to say what it knows


def _command(name: str, parser: argparse.ArgumentParser, language: str, offers: dict[str, Offer]) -> Command:
    arguments = (offers.get(f"{name} {each.dest}", Offer()) for each in _actions(parser) if not each.option_strings)
    about = re.search(rf"(?m)^  {name} +(.+)$", HELP[language]["sitegen"])
    return Command(name, about[1] if about else "", tuple(_options(name, parser, language, offers)), tuple(arguments))


def _options(
    command: str, parser: argparse.ArgumentParser, language: str, offers: dict[str, Offer]
) -> Iterator[Option]:
    for action in _actions(parser):
        value = None
        if action.nargs not in (0, "?") and action.option_strings:
            value = Offer("words", tuple(action.choices)) if action.choices else offers.get(f"{command} {action.dest}")
            value = value or offers.get(action.dest, Offer())
        for flag in action.option_strings:
            if flag.startswith("--"):
                about = re.search(rf"(?m)^  (?:-\w, )?{flag}(?: \S+)? +(.+)$", HELP[language][command])
                yield Option(flag, about[1] if about else "", value)


def _offers() -> dict[str, Offer]:
    """What the parser does not know of the values of options and arguments."""
    from sitegen.check.check import RULES
    from sitegen.cli.theme import ACTIONS
    from sitegen.inventory import STATES
    from sitegen.parse.kinds import KINDS
    from sitegen.parse.schema import FILES
    from sitegen.read.places import builtin_themes
    from sitegen.scaffold.documents import FOLDERS

    themes = Offer("theme", tuple(sorted(each.parent.name for each in builtin_themes().glob("*/theme.yaml"))))
    return {
        "root": Offer("folder"),
        "output": Offer("folder"),
        "parent": themes,
        "theme name": themes,
        "theme action": Offer("words", ACTIONS),
        "new kind": Offer("words", ("site", *FOLDERS)),
        "list kind": Offer("words", tuple(KINDS)),
        "list state": Offer("words", STATES),
        "schema name": Offer("words", tuple(FILES)),
        "completion shell": Offer("words", tuple(SHELLS)),
        "publish paths": Offer("document"),
        "rename path": Offer("document"),
        "rename slug": Offer(),
        "why path": Offer("file"),
        "check paths": Offer("file"),
        "check only": Offer("list", tuple(sorted({each.family for each in RULES} | {each.name for each in RULES}))),
    }
