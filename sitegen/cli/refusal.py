"""What a command says when it does nothing: one problem, for people on the error stream, for programs as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sitegen.cli.voice import Voice
from sitegen.messages import words_of
from sitegen.problems import Place, Problem, problem
from sitegen.read.places import misnamed_config

MISUSES = ("E705", "E706", "E708", "E711", "E716", "E717", "E722", "E728", "E731")
"""What is wrong with the command line itself."""


def refuse(wrong: Problem, language: str, form: str) -> int:
    """Tells why a command does nothing; returns the exit status: 2 where it was not understood, else 1."""
    if form == "json":
        print(json.dumps({"ok": False, "problems": [problem_as_data(wrong, language)]}, ensure_ascii=False, indent=2))
    else:
        Voice(language).problems([wrong], [""], sys.stderr)
    return 2 if wrong.code in MISUSES else 1


def problem_as_data(each: Problem, language: str, excerpt: str = "") -> dict[str, object]:
    """A problem for programs, with the line at which it points. Keys are stable."""
    words = words_of(each, language)
    return {
        "code": each.code,
        "severity": "error" if each.is_error else "warning",
        "path": each.place.path,
        "line": each.place.line,
        "column": each.place.column,
        "width": each.place.width,
        "excerpt": excerpt,
        "headline": words.headline,
        "hint": words.hint,
        "advice": words.advice,
        "values": dict(each.values),
    }


def no_site(folder: str) -> Problem:
    """That there is no site in a folder, as it was written, and perhaps why."""
    return problem("E704", Place(folder), near=misnamed_config(Path(folder)))
