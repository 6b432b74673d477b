"""What can be mended unasked: the texts of a site in, the same texts with their certain slips mended out. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from html import escape
from itertools import zip_longest

import msgspec

from sitegen.check.check import Asked, sift
from sitegen.check.editing import problem_of, texts_of
from sitegen.check.prose import Prose, texts
from sitegen.check.spelling import Slip, mended, slips_in
from sitegen.check.subject import Subject
from sitegen.check.written import offset_of
from sitegen.parse.config import Config
from sitegen.parse.fragment import ComponentSlot, EmbedSlot, ImageSlot, LinkSlot, Slot
from sitegen.parse.frontmatter import split
from sitegen.parse.kinds import KINDS, Kind
from sitegen.parse.markdown import tags, to_fragment
from sitegen.parse.nodes import Mapping as Fields
from sitegen.parse.nodes import Node, Scalar, Sequence, Unreadable
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Problem
from sitegen.slugs import heading_id, slugify_file

_NAMES = re.compile(r"[ >]*(?:#|(?:- )?(?:\{)?(?:q|group): )")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*(?:\n|\Z)")
_SPOKEN = re.compile(r' aria-label="[^"]*"')
_CODE = re.compile(
    r"<(pre|code|kbd|samp|var|tt|script|style|textarea|template|svg|math)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)


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
        found = {
            problem_of(prose, slip): slip for slip in slips_in(prose, language) if _is_safe(prose, kind, slip, language)
        }
        told, _ = sift(found, subject.site, asked)
        slips = sorted([*(found[each] for each in told), *described.get(prose.path, ())])
        if slips := _harmless(slips, _guard(subject, prose, kind)):
            yield Mend(prose.path, prose.source, mended(prose.source, slips), len(slips))


def _guard(subject: Subject, prose: Prose, kind: Kind | None) -> Callable[[list[Slip]], bool]:
    """Whether slips of a file can be mended and nothing but texts changes."""
    before = _read_by_machines(subject, prose.path, prose.source, kind)

    def is_harmless(slips: list[Slip]) -> bool:
        after = _read_by_machines(subject, prose.path, mended(prose.source, slips), kind)
        return before is not None and after == before

    return is_harmless


def _harmless(slips: list[Slip], is_harmless: Callable[[list[Slip]], bool]) -> list[Slip]:
    """Those of the slips that may be mended together; halves are tried, as few do harm."""
    if not slips or is_harmless(slips):
        return slips
    if len(slips) == 1:
        return []
    middle = len(slips) // 2
    one, other = _harmless(slips[:middle], is_harmless), _harmless(slips[middle:], is_harmless)
    return [*one, *other] if is_harmless([*one, *other]) else one


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


def _is_safe(prose: Prose, kind: Kind | None, slip: Slip, language: str) -> bool:
    """Whether a slip can be mended without an address becoming another: headings and questions give their words to one. The title of the
    site is a name, written as its owner wants.
    """
    if not slip.certain:
        return False
    text, begin = prose.source, prose.source.rfind("\n", 0, slip.start) + 1
    line, _, below = text[begin:].partition("\n")
    if kind is None and line.startswith("title:"):
        return False
    if "{#" in line or not (_NAMES.match(line) or _UNDERLINE.match(below)):
        return True
    at = slip.start - begin
    after = line[:at] + slip.mended + line[at + slip.end - slip.start :]
    return heading_id(line, language) == heading_id(after, language) and slugify_file(line) == slugify_file(after)


def _read_by_machines(subject: Subject, path: str, text: str, kind: Kind | None) -> list[str] | None:
    """All of a file that is not there for readers: keys, fields that are no texts, and of its Markdown the tags, the addresses
    and the code. None where it cannot be read.
    """
    try:
        parts = split(text, path) if kind else None
        node = parts.meta if parts else from_yaml(text, path)
    except Unreadable:
        return None
    read = [*texts(node, KINDS[kind] if kind else Config)]
    markdown = [scalar.text for scalar, is_markdown in read if is_markdown] + ([parts.body] if parts else [])
    fields = _flat(node, {scalar.place for scalar, _ in read})
    return [*fields, *(piece for each in markdown for piece in _markup(subject, each))]


def _markup(subject: Subject, text: str) -> Iterator[str]:
    config, theme = subject.site.config, subject.theme
    fragment = to_fragment(text, path="", first_line=1, language=config.language, typography=config.typography.enabled,
                           taken=theme.anchors, components=theme.components)  # fmt: skip
    html = "".join(part + _marked(slot) for part, slot in zip_longest(fragment.parts, fragment.slots))
    yield from (_SPOKEN.sub("", token) for token in tags.TOKEN.split(html)[1::2])
    yield from (found[0] for found in _CODE.finditer(html))


def _marked(slot: Slot | None) -> str:
    """What of a slot is not there for readers, as a comment."""
    match slot:
        case LinkSlot() | EmbedSlot():
            return escape(slot.target)
        case ImageSlot():
            return f"<!-- {slot.target} {slot.attributes} -->"
        case ComponentSlot():
            return f"<!-- {slot.name} {[(each.name, each.text) for each in slot.fields if each.type != 'text']} -->"
        case _:
            return ""


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
