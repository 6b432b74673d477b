"""All the words of sitegen, in Italian and English: those of each problem, and those of the command line.

A problem has a headline, a hint that stands at the caret, and lines of advice. A hint or line whose value is empty is not shown.
The words of problems are loaded where there is one to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.messages.phrases import PHRASES
from sitegen.problems import Problem


class Words(NamedTuple):
    """The words of one problem in one language."""

    headline: str
    hint: str = ""
    advice: str = ""


LONGEST_VALUE = 80
LONGEST_ADVICE = 500
"""So many characters of a value are shown in a headline or hint, and in advice, where it may be there to be copied."""
_SLOT = re.compile(r"\{(\w+)\}")


def words_of(problem: Problem, language: str) -> Words:
    """The words of a problem with its values filled in; a line whose value is empty is not shown."""
    from sitegen.messages.glossary import GLOSSARY
    from sitegen.messages.problems import PROBLEMS

    glossary = GLOSSARY[language]
    written = {name: _owner(value, glossary) if name in ("one", "other") else value for name, value in problem.values}
    if written.get("day"):
        written["day"] = _in_words(written["day"], language)
    values = {name: _fill(glossary[key], written) if (key := f"{name}.{value}") in glossary else value
              for name, value in written.items()}  # fmt: skip
    values["remedy"] = _optional(glossary.get(f"remedy.{written.get('cause') or written.get('expected')}", ""), values)
    if problem.code == "E106" and not values.get("near"):
        values["near"] = "2026-01-14"
    if language == "it" and "ratio" in values:
        values["ratio"] = values["ratio"].replace(".", ",")
    words = PROBLEMS[problem.code][language]
    brief = {name: _shortened(value, LONGEST_VALUE) for name, value in values.items()}
    ample = {name: _shortened(value, LONGEST_ADVICE) for name, value in values.items()}
    return Words(_fill(words.headline, brief), _optional(words.hint, brief), _optional(words.advice, ample))


def _in_words(day: str, language: str) -> str:
    from sitegen.dates import in_words  # with all of Babel, for a problem that most builds do not have

    return in_words(datetime.fromisoformat(day), language)


def _shortened(value: str, longest: int) -> str:
    """A value of so many characters at most: of a longer one its beginning and its end."""
    half = longest // 2
    return value if len(value) <= longest else f"{value[:half]} … {value[-half:]}"


def _owner(origin: str, glossary: Mapping[str, str]) -> str:
    """Who wants an address: a file by its path, or what sitegen makes itself (`tag agenda` is «l’elenco del tag …»)."""
    kind, _, name = origin.partition(" ")
    return _fill(glossary[f"origin.{kind}"], {"name": name}) if f"origin.{kind}" in glossary else origin


def _fill(text: str, values: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda found: values.get(found[1], ""), text)


def _optional(text: str, values: Mapping[str, str]) -> str:
    """The lines of `text` whose values are there."""
    lines = (line for line in text.split("\n") if all(values.get(name) for name in _SLOT.findall(line)))
    return "\n".join(_fill(line, values) for line in lines)


def examined(key: str, values: Iterable[tuple[str, str]], language: str) -> Words:
    """The words of what was looked at: what it is like, and what to do; the values are filled in as in those of a problem."""
    from sitegen.messages.glossary import GLOSSARY

    glossary, written = GLOSSARY[language], dict(values)
    words = {name: glossary.get(f"{name}.{value}", value) for name, value in written.items()}
    words["remedy"] = glossary.get(f"remedy.{written.get('cause')}", "")
    headline, _, advice = PHRASES[language][key].partition("\n")
    return Words(_fill(headline, words), "", _fill(advice, words))


def say(key: str, language: str, **values: object) -> str:
    """A sentence of the command line."""
    return PHRASES[language][key].format(**values)


def count(key: str, number: int, language: str, **values: object) -> str:
    """«1 errore», «3 errori»."""
    return say(f"{key}.{'one' if number == 1 else 'many'}", language, count=number, **values)
