"""Arguments → a command. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import argparse
import importlib
import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from sitegen import __version__
from sitegen.parse.field_names import value_meant
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.words import nearest

LANGUAGES = ("it", "en")
FORMATS = ("text", "json")
COMMANDS = (
    "new", "build", "serve", "check", "list", "publish", "rename", "theme", "why", "schema", "doctor", "completion",
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """argparse without its own words: what is wrong becomes a problem, help comes from `messages`."""

    def error(self, message: str) -> NoReturn:
        """Never reached in the ordinary way; keeps argparse from printing English."""
        raise Refused(problem("E705", Place("sitegen"), written=message, near=""))


def run(arguments: Sequence[str]) -> int:
    """Runs the command that `arguments` name; returns the exit status: 0 done, 1 problems told, 2 not understood."""
    language = language_of(arguments, os.environ)
    try:
        options = parse(arguments)
    except Refused as misuse:
        from sitegen.cli.opening import language_here
        from sitegen.cli.refusal import refuse

        return refuse(misuse.problem, language or language_here(), value_of(arguments, "--format"))
    if options.version:
        print(f"sitegen {__version__}")
        return 0
    if options.help or options.command is None:
        from sitegen.cli.opening import language_here
        from sitegen.cli.voice import folded
        from sitegen.messages.help import HELP

        print(folded(HELP[language or language_here()][options.command or "sitegen"], sys.stdout), end="")
        return 0 if options.help else 2
    command = importlib.import_module(f"sitegen.cli.{options.command}")
    status: int = command.run(options, language)
    return status


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The options on the command line. Raises `Refused`."""
    parser = make_parser()
    first = _first_after_options(arguments)
    if first and first not in COMMANDS:
        near = value_meant(first, (*COMMANDS, "--version", "--lang", "--help"))
        raise Refused(problem("E705", Place("sitegen"), written=first, near=near))
    try:
        options, unknown = parser.parse_known_args(arguments)
    except argparse.ArgumentError as error:
        raise Refused(_wrong_value(error, arguments)) from error
    for name in ("root", "output", "now"):
        if getattr(options, name, None) == "":  # an empty variable of a script would mean the usual place
            raise Refused(problem("E708", Place("sitegen"), option=f"--{name}"))
    if unknown:
        near = value_meant(unknown[0].partition("=")[0].lstrip("-"), [*vars(options)])
        near = f"--{near}" if near else ""
        raise Refused(problem("E705", Place("sitegen"), written=unknown[0], near=near))
    return options


def make_parser() -> Parser:
    """What may be written on the command line."""
    common = Parser(add_help=False, exit_on_error=False, allow_abbrev=False)
    common.add_argument("-h", "--help", action="store_true", default=False)
    common.add_argument("--version", action="store_true", default=False)
    common.add_argument("--lang", choices=LANGUAGES)
    parser = Parser(prog="sitegen", add_help=False, exit_on_error=False, parents=[common], allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", parser_class=Parser)
    site = Parser(add_help=False, exit_on_error=False, allow_abbrev=False)
    site.add_argument("--root")
    site.add_argument("--expired", action="store_true")
    once = Parser(add_help=False, exit_on_error=False, allow_abbrev=False)
    once.add_argument("--output")
    once.add_argument("--drafts", action="store_true")
    once.add_argument("--future", action="store_true")
    once.add_argument("--now")
    once.add_argument("-v", "--verbose", action="store_true")
    once.add_argument("--format", choices=FORMATS, default="text")
    more: dict[str, Any] = {"add_help": False, "exit_on_error": False, "allow_abbrev": False}
    serve = commands.add_parser("serve", parents=[common, site], **more)
    serve.add_argument("--port", type=int, default=8000)
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--drafts", action=argparse.BooleanOptionalAction, default=True)
    serve.add_argument("--future", action=argparse.BooleanOptionalAction, default=True)
    serve.add_argument("--open", action="store_true")
    new = commands.add_parser("new", parents=[common], **more)
    new.add_argument("kind", nargs="?")
    new.add_argument("title", nargs="*", default=[])
    new.add_argument("--root")
    new.add_argument("--open", action="store_true")
    for said in ("name", "business", "vat", "city", "email", "url", "color"):
        new.add_argument(f"--{said}")
    new.add_argument("--language", choices=LANGUAGES)
    new.add_argument("--yes", action="store_true")
    listing = commands.add_parser("list", parents=[common], **more)
    for chosen in ("root", "kind", "tag", "state", "now"):
        listing.add_argument(f"--{chosen}")
    listing.add_argument("--month", nargs="?", const="")
    listing.add_argument("--ics", action="store_true")
    listing.add_argument("--format", choices=FORMATS, default="text")
    publish = commands.add_parser("publish", parents=[common], **more)
    rename = commands.add_parser("rename", parents=[common], **more)
    publish.add_argument("paths", nargs="*", default=[])
    publish.add_argument("--root")
    for said in ("path", "slug"):
        rename.add_argument(said, nargs="?")
    rename.add_argument("--root")
    check = commands.add_parser("check", parents=[common, site], **more)
    check.add_argument("paths", nargs="*", default=[])
    check.add_argument("--only", action="append")
    check.add_argument("--explain")
    check.add_argument("--format", choices=(*FORMATS, "sarif"), default="text")
    check.add_argument("--now")
    for said in ("strict", "external", "rules", "fix", "yes", "drafts", "future"):
        check.add_argument(f"--{said}", action="store_true")
    schema = commands.add_parser("schema", parents=[common], **more)
    schema.add_argument("name", nargs="?", default="site")
    doctor = commands.add_parser("doctor", parents=[common], **more)
    doctor.add_argument("--root")
    doctor.add_argument("--format", choices=FORMATS, default="text")
    completion = commands.add_parser("completion", parents=[common], **more)
    completion.add_argument("shell", nargs="?")
    theme = commands.add_parser("theme", parents=[common], **more)
    theme.add_argument("action", nargs="?")
    theme.add_argument("name", nargs="?", default="")
    theme.add_argument("--root")
    theme.add_argument("--parent", default="")
    more["parents"] = [common, site, once]
    build = commands.add_parser("build", **more)
    build.add_argument("--clean", action="store_true")
    build.add_argument("--verify", action="store_true")
    build.add_argument("--jobs", type=int)
    why = commands.add_parser("why", **more)
    why.add_argument("path", nargs="?")
    return parser


def _first_after_options(arguments: Sequence[str]) -> str:
    """Where the command must stand: what follows the options that every command has; "" where nothing does."""
    rest = iter(arguments)
    for each in rest:
        if each == "--lang":
            next(rest, None)
        elif each not in ("-h", "--help", "--version") and not each.startswith("--lang="):
            return each
    return ""


def _wrong_value(error: argparse.ArgumentError, arguments: Sequence[str]) -> Problem:
    option = (error.argument_name or "").split("/")[-1]
    written = value_of(arguments, option)
    if not written or written.startswith("--"):
        return problem("E708", Place("sitegen"), option=option)
    formats = (*FORMATS, "sarif") if "check" in arguments else FORMATS
    known = {"--lang": LANGUAGES, "--language": LANGUAGES, "--format": formats}.get(option, ())
    cause = {"--jobs": "jobs", "--port": "port"}.get(option, "")
    return problem("E706", Place("sitegen"), option=option, written=written, known=", ".join(known), cause=cause,
                   meant=nearest(written, known))  # fmt: skip


def value_of(arguments: Sequence[str], option: str) -> str:
    """What is written after the last `option`, as `--option value` or `--option=value`; "" where nothing is."""
    value = ""
    for each, following in itertools.zip_longest(arguments, arguments[1:], fillvalue=""):
        if each == option:
            value = following
        elif each.startswith(f"{option}="):
            value = each.partition("=")[2]
    return value


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language of messages: from `--lang`, else the environment (POSIX: LC_ALL, LC_MESSAGES, LANG), else "" for the
    site's own.
    """
    if (written := value_of(arguments, "--lang")) in LANGUAGES:
        return written
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return next((language for language in LANGUAGES if environment[name].lower().startswith(language)), "")
    return ""
