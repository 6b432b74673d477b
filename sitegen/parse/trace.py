"""What pages depend on when they show a document, in few digests, so that nobody need look at the document again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.parse.fields import FilePath, Target
from sitegen.parse.fragment import ComponentSlot, Fragment, Given
from sitegen.paths import SourcePath, beside, media_meant

WORDS_A_MINUTE = 200
NAMES = frozenset(("title", "description"))
"""What a document is called: nothing is placed by it."""


class Trace(msgspec.Struct, frozen=True, array_like=True):
    """`whole` is over the very files and what they were read as (a component by a theme, quotes by a language); `text` over the HTML of its body; `face` over what other pages may show of it (front matter, excerpt, reading time);
    `bonds` over what places it among the others (front matter but its names); `anchors` over the ids that others may point to. `minutes` is its reading time. `targets` are the paths that it may name: a page or file that comes,
    goes or moves there changes it. `latest` is the last moment (POSIX seconds) at which something of it appears or goes by
    itself: after that it is as it is, whenever one looks. `questions` are the groups of questions that its texts show, "" for all.
    """

    whole: Digest
    text: Digest
    face: Digest
    bonds: Digest
    anchors: Digest
    minutes: int
    targets: tuple[SourcePath, ...] = ()
    latest: float = -math.inf
    questions: tuple[str, ...] = ()


def trace_of(source: SourcePath, files: tuple[Digest, ...], meta: msgspec.Struct, body: Fragment,
             comments: tuple[Any, ...]) -> Trace:  # fmt: skip
    """The trace of a document made of `files`."""
    excerpt = "" if getattr(meta, "excerpt", "") else body.excerpt  # one of its own is shown in place of the beginning
    reading_time = minutes(body.words)
    text, face = of_value((body.parts, body.slots)), of_value((meta, excerpt, reading_time))
    targets = dict.fromkeys(named((meta, body), source))
    questions = tuple(dict.fromkeys(each.text for each in questions_in((meta, body))))
    dates = [getattr(meta, "date", None), getattr(meta, "expires", None), getattr(meta, "updated", None)]
    return Trace(
        of_value((files, text, face)),
        text,
        face,
        of_value([getattr(meta, field) for field in meta.__struct_fields__ if field not in NAMES]),
        of_value((body.ids, [each.id for each in comments], questions)),
        reading_time,
        tuple(targets),
        max(
            (each.timestamp() for each in (*dates, *(comment.date for comment in comments)) if each), default=-math.inf
        ),
        questions,
    )


def minutes(words: int) -> int:
    """The reading time of so many words, at least a minute."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def named(value: object, source: SourcePath) -> Iterator[SourcePath]:
    """Every path below `content/` that a value can mean, by whichever of our rules."""
    match value:
        case FilePath():
            yield from _meant(source, value.written)
            yield SourcePath("content/" + value.written)
        case Target():
            yield SourcePath("content/" + value.to.partition("#")[0])
            yield from media_meant(_path_of(value.to))
        case Fragment():
            for slot in value.slots:
                written = (
                    [each.text for each in slot.fields]
                    if isinstance(slot, ComponentSlot)
                    else [getattr(slot, "target", "")]
                )
                for each in written:
                    yield from _meant(source, _path_of(each.strip()))
        case tuple():
            for each in value:
                yield from named(each, source)
        case msgspec.Struct():
            for field in value.__struct_fields__:
                inner = getattr(value, field)
                if inner and type(inner) is not str:
                    yield from named(inner, source)


def questions_in(value: object) -> Iterator[Given]:
    """Where the texts of a value show a group of questions."""
    match value:
        case Fragment():
            slots = (slot for slot in value.slots if isinstance(slot, ComponentSlot))
            yield from (each for slot in slots for each in slot.fields if each.type == "questions")
        case tuple():
            for each in value:
                yield from questions_in(each)
        case msgspec.Struct():
            for field in value.__struct_fields__:
                inner = getattr(value, field)
                if inner and type(inner) is not str:
                    yield from questions_in(inner)


def _meant(source: SourcePath, written: str) -> Iterator[SourcePath]:
    yield from media_meant(written)
    path = beside(source, written) if written else None
    if path is not None:
        yield path


def _path_of(address: str) -> str:
    return unquote(address.partition("#")[0].partition("?")[0])
