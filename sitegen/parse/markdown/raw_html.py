"""Blocks of raw HTML, in which Markdown means nothing: what their writer did not expect to be published as it stands."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitegen.parse.markdown import tags
from sitegen.parse.markdown.shortcodes import Shortcode, shortcodes_in

MARKDOWN = re.compile(
    r"!?\[[^\[\]\n]+\]\([^()\s]+\)|(?<!\w)\*\*(?=[^\s*])[^*\n]+(?<!\s)\*\*(?!\w)"
    r"|(?<=\n)[ ]*(?:#{2,6}|[-*+])[ ]+\S[^\n]*"
)
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*\S")
# What is not read as text, or never as Markdown.
_CLOSED_TO_MARKDOWN = tags.VERBATIM | frozenset(("option", "canvas", "iframe", "object"))


class Unclosed(NamedTuple):
    """A start tag without its end, which makes raw HTML of all that follows; `line` is the line it begins."""

    tag: str
    line: str


class Unread(NamedTuple):
    """Markdown as it stands in the elements `names`, from the outermost to the innermost, on `line`."""

    written: str
    line: str
    names: tuple[str, ...]


def findings(stashed: Iterable[str | etree.Element]) -> Iterator[Unclosed | Unread | Shortcode]:
    """What is wrong in the pieces that the library has put aside; elements with `markdown="1"` are none of them."""
    for piece in stashed:
        if isinstance(piece, str):
            if unclosed := _unclosed(piece):
                yield unclosed
            else:
                yield from _unread(piece)
        elif "markdown" not in piece.attrib:
            yield from _unread(etree.tostring(piece, encoding="unicode", method="html"))


def _unclosed(raw: str) -> Unclosed | None:
    """The first tag of a block that never closes though HTML would let it, where it takes more than its own paragraph."""
    first = tags.TAG.match(raw)
    if first is None or first[1].lower() not in tags.MAY_STAY_OPEN or not _BLANK_LINE.search(raw):
        return None
    opened: list[str] = []
    for token in tags.TOKEN.split(raw)[1::2]:
        _follow(token, opened)
        if token.startswith("</") and not opened:
            return None
    return Unclosed(first[0], raw.partition("\n")[0])


def _unread(raw: str) -> Iterator[Unread | Shortcode]:
    """The first piece of Markdown in a block of HTML, and all shortcodes."""
    opened: list[str] = []
    told = False
    for number, chunk in enumerate(tags.TOKEN.split(raw)):
        if number % 2:
            _follow(chunk, opened)
        elif chunk.strip() and opened and not _CLOSED_TO_MARKDOWN.intersection(opened):
            yield from shortcodes_in(chunk)
            if not told and (found := MARKDOWN.search(chunk)):
                told = True
                names = tuple(name for name in opened if name in tags.BLOCKS or name == "center")
                yield Unread(found[0].strip(), _line(chunk, found.start(), found.end()), names)


def _follow(token: str, opened: list[str]) -> None:
    tag = tags.TAG.match(token)
    name = tag[1].lower() if tag else ""
    if token.startswith("</"):
        if name in opened:
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
    elif name and name not in tags.VOID | tags.RAW_TEXT:
        opened.append(name)


def _line(text: str, begin: int, end: int) -> str:
    """The piece of the line around a match that stands in the same text."""
    first = text.rfind("\n", 0, begin + 1) + 1
    last = text.find("\n", end)
    return text[first : last if last >= 0 else len(text)]
