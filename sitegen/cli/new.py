"""`sitegen new`: a site, or a document in one."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.opening import language_here, open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.voice import BOLD, DIM, GREEN, Voice, as_typed
from sitegen.messages import say, words_of
from sitegen.parse.field_names import value_meant
from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.scaffold.site import Answers

ASKED = ("name", "business", "vat", "city", "email", "url", "color")
AGAIN = ("vat", "email", "url", "color", "language")
"""The answers that can be wrong in one way only."""


def run(options: argparse.Namespace, language: str) -> int:
    """Writes what the options ask for; returns the exit status."""
    if options.kind == "site":
        return _site(options, language)
    from sitegen.scaffold.documents import FOLDERS, new_document

    if options.kind not in FOLDERS:
        known = ("site", *FOLDERS)
        wrong = problem("E716", Place("sitegen"), near=value_meant(options.kind or "", known), known=", ".join(known))
        return refuse(wrong, language or language_here(), "text")
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    root, settings, voice = opened
    title = " ".join(options.title)
    if not title.strip():
        return refuse(problem("E717", Place("sitegen"), kind=options.kind), voice.language, "text")
    made = new_document(
        root, options.kind, title, settings.language, datetime.now(UTC).astimezone(settings.zone).date()
    )
    if isinstance(made, Problem):
        return refuse(made, voice.language, "text")
    shown = made.relative_to(root).as_posix()
    voice.tell(say("new.made", voice.language, path=shown), GREEN)
    if options.open:
        from sitegen.preview.editor import open_file

        if not open_file(made, 0):
            voice.tell(say("new.unopened", voice.language))
    return 0


def _site(options: argparse.Namespace, language: str) -> int:
    from sitegen.scaffold.site import Answers, as_meant, new_site

    spoken = options.language or language or "it"
    voice = Voice(language or spoken)
    given = {name: _printable(getattr(options, name) or "") for name in ASKED}
    answers = as_meant(Answers(**given, language=spoken))
    folder = Path(" ".join(options.title) or ".")
    if not options.yes and sys.stdin.isatty() and not any(given.values()):
        voice.tell(say("new.where", voice.language, folder=folder.absolute()))
        try:
            answers = _ask(answers, voice, ASKED if options.language else (*ASKED, "language"))
        except EOFError:  # Ctrl-D
            print()
            return 1
    wrong = new_site(folder, answers, datetime.now(UTC).astimezone().date())
    if wrong:
        voice.problems(wrong, ["" for _ in wrong], sys.stderr)
        return 1
    voice.tell(say("new.site", voice.language, folder=folder if options.title else folder.absolute()), GREEN)
    voice.tell(
        say("new.next", voice.language, folder="" if folder == Path() else f"\n  cd {as_typed(folder.as_posix())}")
    )
    return 0


def _ask(answers: Answers, voice: Voice, asked: tuple[str, ...]) -> Answers:
    """Asks for what may be said of the site; an empty answer skips a question."""
    import msgspec

    from sitegen.scaffold.site import as_meant, wrong_answers
    from sitegen.scaffold.texts import LANGUAGES

    voice.tell(say("new.asks", voice.language), DIM)
    for name in asked:
        question = voice.paint(say(f"new.ask.{name}", voice.language, usual=answers.language), BOLD, sys.stdout)
        while True:
            said = _printable(input(f"{question} "))
            told = as_meant(msgspec.structs.replace(answers, **{name: said or getattr(answers, name)}))
            wrong = wrong_answers(told) if told.language in LANGUAGES else ()
            if told.language in LANGUAGES and not wrong:
                answers = told
                break
            for line in _again(name, said, wrong, voice.language):
                voice.tell(line, indent="  ")
    return answers


def _again(name: str, said: str, wrong: tuple[Problem, ...], language: str) -> list[str]:
    """What is wrong with an answer, in the words of who is asked and not of who writes a file."""
    if name in AGAIN:
        return say(f"new.again.{name}", language, written=said).split("\n")
    told = [words_of(each, language) for each in wrong]
    return [line for words in told for line in (words.headline, *words.advice.split("\n")) if line]


def _printable(said: str) -> str:
    """What was said without what keys like the arrows leave in it."""
    return " ".join("".join(filter(str.isprintable, said)).split())
