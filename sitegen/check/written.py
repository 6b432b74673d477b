"""What a document holds, each thing with the place where it is written: its links by their names, its pictures, its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Any

import msgspec

from sitegen.model.site import Item
from sitegen.parse.fragment import ComponentSlot, Fragment, ImageSlot, LinkSlot
from sitegen.problems import Place

_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"^[ ]{0,3}(?:>[ ]?)*(#{1,6})(?:[ \t]|$)|<h([1-6])\b", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```+|~~~+)")
_NO_WORDS = re.compile(r"\{[^}]*\}|<[^>]*>")
_LONGEST = 12  # words of a text that are looked for


def inside(value: Any, kind: Any) -> Iterator[Any]:
    """All values of a type that a document's fields hold."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from inside(each, kind)
    elif isinstance(value, dict):
        for each in value.values():
            yield from inside(each, kind)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from inside(getattr(value, name), kind)


def fragments(item: Item) -> Iterator[Fragment]:
    """All that is Markdown in a document."""
    yield item.body
    yield from inside(item.meta, Fragment)


def links_in(item: Item) -> Iterator[tuple[LinkSlot, str]]:
    """The links of a document, each with its name."""
    for text in fragments(item):
        for number, slot in enumerate(text.slots):
            if isinstance(slot, LinkSlot) and text.parts[number].rstrip().endswith(('href="', "href='")):
                yield slot, _name(text, number)
            elif isinstance(slot, ComponentSlot):
                yield from _links_of(slot)


def _links_of(component: ComponentSlot) -> Iterator[tuple[LinkSlot, str]]:
    """The link that a component may be, by each of its texts."""
    names = [each.text for each in component.fields if each.type == "text"]
    for each in component.fields:
        if each.type in ("link", "file"):
            yield from ((LinkSlot(each.text, each.line, each.column), name) for name in names)


def images_in(item: Item) -> Iterator[ImageSlot]:
    """The pictures of a document."""
    for text in fragments(item):
        for slot in text.slots:
            if isinstance(slot, ImageSlot):
                yield slot
            elif isinstance(slot, ComponentSlot):
                yield from _images_of(slot)


def _images_of(component: ComponentSlot) -> Iterator[ImageSlot]:
    """The picture that a component may be, by each of its texts."""
    texts = [each.text for each in component.fields if each.type == "text"]
    for each in component.fields:
        if each.type == "image":
            yield from (ImageSlot(each.text, alt, (), each.line, each.column) for alt in texts)


def images_outside_links(text: Fragment) -> Iterator[ImageSlot]:
    """The pictures that are no part of a link, whose name they would be."""
    is_in_link = False
    for part, slot in zip(text.parts, text.slots, strict=False):
        begun, ended = part.rfind("<a "), part.rfind("</a>")
        is_in_link = begun > ended if max(begun, ended) >= 0 else is_in_link
        if isinstance(slot, ImageSlot) and not is_in_link:
            yield slot


def _name(text: Fragment, number: int) -> str:
    """The name of the link whose address is the slot of this number; a picture in it is called by its words."""
    pieces = []
    for other in range(number + 1, len(text.parts)):
        part, end, _ = text.parts[other].partition("</a>")
        pieces.append(part.partition(">")[2])  # what comes before ends the tag in which the slot stands
        if end or other >= len(text.slots):
            break
        slot = text.slots[other]
        pieces.append(f" {slot.alt or ''} " if isinstance(slot, ImageSlot) else "")
    return " ".join(unescape(_TAG.sub("", "".join(pieces))).split())


def headings_in(text: str, path: str, level: int, words: str) -> Iterator[Place]:
    """The headings of a file that have this level and these words, or none."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if (mark := _FENCE.match(line)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        begun = None if fence else _TITLE.search(line)
        if begun is None or int(begun[2] or len(begun[1])) != level:
            continue
        if not words and not re.search(r"\w", _NO_WORDS.sub("", line[begun.end() :])):
            yield Place(path, number, begun.start() + 1, max(len(line) - begun.start(), 1))
        elif words and (found := pattern_of(words).search(line)):
            yield Place(path, number, found.start() + 1, found.end() - found.start())


def same(one: str, other: str) -> bool:
    """Whether two texts are read alike."""
    return one == other or " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


@lru_cache(maxsize=256)
def pattern_of(text: str) -> re.Pattern[str]:
    """The words of a text, whatever stands between them: emphasis, or signs that typography has changed."""
    words = re.findall(r"[^\W_]+", text)[:_LONGEST]
    return (
        re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"(?![^\W_])")
        if words
        else re.compile(re.escape(text))
    )


def offset_of(text: str, place: Place) -> int:
    """How many characters of a file's text stand before a place of it."""
    return _begins_of_lines(text)[place.line - 1] + max(place.column - 1, 0)


@lru_cache(maxsize=8)
def _begins_of_lines(text: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", text))]


def place_in(path: str, text: str, start: int, end: int) -> Place:
    """The place of a piece of a file's text, to the end of its line."""
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(path, line, column, max(len(text[start:end].partition("\n")[0]), 1))
