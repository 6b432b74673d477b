"""What can be mended unasked: the texts of a site in, the same texts with their certain slips mended out. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from html import escape

import msgspec

from sitegen.check.check import Asked, sift
from sitegen.check.editing import problem_of, texts_of
from sitegen.check.prose import Prose, texts
from sitegen.check.spelling import Slip, mended, slips_in
from sitegen.check.subject import Subject
from sitegen.check.written import offset_of
from sitegen.parse.config import Config
from sitegen.parse.frontmatter import split
from sitegen.parse.kinds import KINDS, Kind
from sitegen.parse.nodes import Mapping as Fields
from sitegen.parse.nodes import Node, Scalar, Sequence, Unreadable
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Problem
from sitegen.slugs import heading_id, slugify_file

_NAMES = re.compile(r"[ >]*(?:#|(?:- )?(?:\{)?(?:q|group): )")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*(?:\n|\Z)")


class Mend(msgspec.Struct, frozen=True):
    """A file as it is and as it will be, with how many things are mended in it."""

    path: str
    before: str
    after: str
    count: int


def mends_of(subject: Subject, asked: Asked, described: Mapping[str, Iterable[Slip]]) -> Iterator[Mend]:
    """What is to be mended in each file: what is certain, is asked for and is not muted, and the images that were `described`,
    by file.
    """
    language = subject.site.config.language
    for prose, kind in texts_of(subject):
        found = {problem_of(prose, slip): slip for slip in slips_in(prose, language) if _is_safe(prose, slip, language)}
        told, _ = sift(found, subject.site, asked)
        slips = sorted([*(found[each] for each in told), *described.get(prose.path, ())])
        for some in (slips, [slip for slip in slips if slip.start >= prose.body]):
            after = mended(prose.source, some)
            if some and _same_fields(prose, after, kind):
                yield Mend(prose.path, prose.source, after, len(some))
                break


def description(subject: Subject, missing: Problem, alt: str) -> Slip | None:
    """The words for an image that `missing` (W402) says to have none; None where it is not on one line."""
    place = missing.place
    text = subject.text(place.path)
    end = offset_of(text, place)
    tag = text.rfind("<img", text.rfind("\n", 0, end) + 1, end) if place.line else -1
    if tag < 0:
        return None
    at = tag + len("<img")
    return Slip(at, at, "alt-text", f' alt="{escape(alt)}"', True)


def _is_safe(prose: Prose, slip: Slip, language: str) -> bool:
    """Whether a slip can be mended without an address becoming another: headings and questions give their words to one."""
    if not slip.certain:
        return False
    text, begin = prose.source, prose.source.rfind("\n", 0, slip.start) + 1
    line, _, below = text[begin:].partition("\n")
    if "{#" in line or not (_NAMES.match(line) or _UNDERLINE.match(below)):
        return True
    at = slip.start - begin
    after = line[:at] + slip.mended + line[at + slip.end - slip.start :]
    return heading_id(line, language) == heading_id(after, language) and slugify_file(line) == slugify_file(after)


def _same_fields(prose: Prose, after: str, kind: Kind | None) -> bool:
    """Whether nothing but texts has changed in front matter or in `site.yaml`: the keys, and all that is read by machines, are
    as they were.
    """
    try:
        one, other = (_fields(text, prose.path, kind) for text in (prose.source, after))
    except Unreadable:
        return False
    return one == other


def _fields(text: str, path: str, kind: Kind | None) -> list[str]:
    node = split(text, path).meta if kind else from_yaml(text, path)
    read = {scalar.place for scalar, _ in texts(node, KINDS[kind] if kind else Config)}
    return [*_flat(node, read)]


def _flat(node: Node, read: Collection[object]) -> Iterator[str]:
    match node:
        case Scalar():
            yield "" if node.place in read else node.text
        case Sequence():
            yield "["
            for item in node.items:
                yield from _flat(item, read)
            yield "]"
        case Fields():
            yield "{"
            for key, value in node.entries:
                yield key.text
                yield from _flat(value, read)
            yield "}"
