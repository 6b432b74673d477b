"""What a site still says as it was begun: words that tell its owner what to write, and would be read by everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from sitegen.messages import say
from sitegen.problems import Place
from sitegen.scaffold.documents import FOLDERS
from sitegen.scaffold.site import ADDRESS, CONFIG
from sitegen.scaffold.texts import LANGUAGES, text_of, texts_of_site

_ABOUT_HER = ("chi-sono", "about")
"""The pages of a new site in which only she can say what belongs there."""
_TOLD_IN_FIELDS = re.compile(r"^(?:summary|role|client|promise): (.+)$", re.MULTILINE)
_PARAGRAPH = 80  # characters of a text that says what to write there


class Unwritten(NamedTuple):
    """Where it stands, and what it says."""

    place: Place
    text: str


def unwritten(texts: Mapping[str, str]) -> tuple[Unwritten, ...]:
    """Where these texts of a site, by path, still say what sitegen has written into them."""
    return tuple(_found(texts))


def _found(texts: Mapping[str, str]) -> Iterator[Unwritten]:
    for path, text in sorted(texts.items()):
        there = [words for words in _phrases() if words in text]
        if not there:
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if line.lstrip().startswith("#") and path == CONFIG:
                continue
            for words in there:
                if (start := line.find(words)) >= 0:
                    yield Unwritten(Place(path, number, start + 1, len(words)), words)
                    break


@cache
def _phrases() -> tuple[str, ...]:
    """All that is said so, the longest first."""
    return tuple(sorted({*_of_documents(), *_of_sites()}, key=lambda words: (-len(words), words)))


def _of_documents() -> Iterator[str]:
    for language in LANGUAGES:
        for kind in FOLDERS:
            front, body = text_of(kind, language).split("---\n", 2)[1:]
            yield from _TOLD_IN_FIELDS.findall(front)
            yield from (line for line in body.split("\n") if line and not line.startswith("#"))


def _of_sites() -> Iterator[str]:
    yield ADDRESS
    for language in LANGUAGES:
        yield say("new.name", language)
        yield say("new.no_contact", language)
        yield f'title: "{say("new.title", language)}"'
        for path, text in texts_of_site(language):
            if PurePosixPath(path).stem in _ABOUT_HER:
                yield from (line for line in text.split("---\n", 2)[2].split("\n") if len(line) > _PARAGRAPH)
