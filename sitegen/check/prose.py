"""A file of content in, what a reader reads of it out: the same text, as long, with all else blanked out.

A letter stands where it stood, so that what is found in it is found in the file. What stands in the middle of a sentence
and is not read (code, a tag, the address of a link) is INLINE; what ends a sentence (front matter, the sign of a list, the
line of a table) is OUTSIDE.
"""

from __future__ import annotations

import re
import types
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from sitegen.parse.config import Config
from sitegen.parse.fields import SCALARS, Labels, Single, Text, Variants
from sitegen.parse.fragment import Fragment
from sitegen.parse.frontmatter import split
from sitegen.parse.kinds import KINDS, Kind
from sitegen.parse.markdown import tags
from sitegen.parse.markdown.components import LINE as COMPONENT
from sitegen.parse.markdown.fences import CONTAINER, find_fences
from sitegen.parse.markdown.source import code_spans
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place

INLINE, OUTSIDE = "\x01", "\x00"
BYTES = "cp1252"  # what is read, for what is faster with bytes: one a character, and all letters of Italian and English

_NOT_NEWLINE = re.compile(r"[^\n]")
# Names of people, firms and places are written as their owners want.
_NAMES = frozenset(("address", "company", "credit", "given", "legal_name", "name", "trading_name"))
_NO_PROSE = tags.VERBATIM | {"tt", "var"}
_IN_A_LANGUAGE = re.compile(r"[\s:]lang\s*=", re.IGNORECASE)
_MARKED_WITH_IT = re.compile(r"\{[^{}\n]*\blang\s*=[^{}\n]*\}", re.IGNORECASE)
_BETWEEN_BLOCKS = re.compile(r"(\n[ \t]*\n)")
_INDENTED = re.compile(r"\n[ \t]*\n(?: {4}|\t)|^[ ]*!!!.*\n {8}|^[ ]{0,3}>[ ]?(?: {4}|\t)", re.MULTILINE)
_QUOTED_CODE = re.compile(r"[ ]{0,3}>[ ]?(?: {4}|\t)")
_DEFINED = re.compile(r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]*)\]:", re.MULTILINE)
_REFERENCE = re.compile(r"(?<!\])\[([^\[\]]+)\](?![(:]|\[[^\]\n])(?:\[\])?")
_SIGNS = re.compile(
    r"^(?:[ ]*(?:>|[-*+](?= )|\d{1,9}[.)](?= )|#{1,6}(?= )|!!!(?:[ ]\w+)?|:(?= )|\[[ xX]\](?= )|Table:)[ ]*)+"
    r"|^[ ]{0,3}\*\[[^\]\n]+\]:(?:[ ]*\S.*)?"
    r"|^[ ]{0,3}\[[^\]\n]+\]:(?:[ ]*\n?[ ]*\S.*(?:\n[ ]*(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))[ ]*$)?)?",
    re.MULTILINE,
)
_LABEL = re.compile(r"\b(?:label|title): *(?:\"([^\"]*)\"|'([^']*)'|([^\s,}\"'][^,}]*))")
_NOTE = re.compile(r"^[ ]{0,3}\[\^[^\]\n]+\]:", re.MULTILINE)
_ASIDE = re.compile(
    r"\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])"
    r"|\[\^[^\]\n]+\]"
    r"|\{(?:[:#.][^}\n]*|\{[^{}\n]*\}|%[^%\n]*%)\}"
    r"|&#?\w+;"
)


class Prose(msgspec.Struct, frozen=True, dict=True):
    """`source` is the file's text and `shown` what is read of it; `body` is where the text below the front matter begins."""

    path: str
    source: str
    shown: str
    body: int = 0

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.source))]

    def place(self, start: int, end: int) -> Place:
        """The place of what stands from `start` to `end`; its width ends with the line."""
        row = bisect_right(self._starts, start) - 1
        width = len(self.source[start:end].partition("\n")[0])
        return Place(self.path, row + 1, start - self._starts[row] + 1, max(width, 1))


def prose_of_document(text: str, path: str, kind: Kind) -> Prose:
    """What is read of a document: its body, and the fields of its front matter that are texts. Nothing is, where the front
    matter cannot be read.
    """
    try:
        parts = split(text, path)
    except Unreadable:
        return Prose(path, text, _blank(text, OUTSIDE), len(text))
    body = len(text) - len(parts.body)
    return Prose(path, text, _front(text[:body], parts.meta, KINDS[kind]) + markdown_shown(parts.body), body)


def prose_of_config(text: str, path: str) -> Prose:
    """What is read of `site.yaml`: the title, the labels of menus, and the like."""
    try:
        return Prose(path, text, _front(text, from_yaml(text, path), Config), len(text))
    except Unreadable:
        return Prose(path, text, _blank(text, OUTSIDE), len(text))


def _front(text: str, node: Node, kind: Any) -> str:
    """The texts of front matter; all else is OUTSIDE."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    pieces, kept = [], 0
    for scalar, is_markdown in sorted(texts(node, kind), key=lambda each: each[0].place):
        begin, end = _extent(text, scalar, starts)
        if begin < kept or begin == end:
            continue
        written = text[begin:end]
        pieces += [_blank(text[kept:begin], OUTSIDE), markdown_shown(written) if is_markdown else written]
        kept = end
    return "".join(pieces) + _blank(text[kept:], OUTSIDE)


def texts(node: Node, kind: Any) -> Iterator[tuple[Scalar, bool]]:
    """What of a node is there to be read if it is of a declared type, and whether it is Markdown."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from texts(node, _ruled(node, arguments[0], arguments[1:]))
    elif origin in (Union, types.UnionType):
        yield from texts(node, next(each for each in arguments if each is not type(None)))
    elif origin is tuple:
        for item in node.items if isinstance(node, Sequence) else (node,):
            yield from texts(item, arguments[0])
    elif origin is dict and isinstance(node, Mapping):
        for _, value in node.entries:
            yield from texts(value, arguments[1])
    elif kind in (Text, Fragment):
        if isinstance(node, Scalar):
            yield node, kind is Fragment
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in SCALARS:
        hints = _hints(kind)
        for key, value in node.entries if isinstance(node, Mapping) else ():
            if key.text in hints and key.text not in _NAMES:
                yield from texts(value, hints[key.text])


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _ruled(node: Node, kind: Any, rules: Iterable[object]) -> Any:
    """The type that is meant by one with rules; None for what addresses are made of."""
    for rule in rules:
        if isinstance(rule, Labels | Single):
            return None
        if isinstance(rule, Variants):
            chosen = node.get(rule.by) if isinstance(node, Mapping) else None
            return dict(rule.structs).get(chosen.text) if isinstance(chosen, Scalar) else None
    return kind


def _extent(text: str, scalar: Scalar, starts: list[int]) -> tuple[int, int]:
    """Where a value begins and ends in the text, without its quotes; nothing of one that is not written as it is read."""
    place = scalar.place
    if place.line > len(starts):
        return 0, 0
    begin = starts[place.line - 1] + place.column - 1
    wanted = scalar.text.split()
    ends = (text.find("\n", at) for at in starts[place.line - 1 : place.line + scalar.text.count("\n") + len(wanted)])
    if place.width > 1 or not wanted:
        return _inside(text, begin, begin + place.width, wanted)
    for end in ends:
        found = _inside(text, begin, end if end >= 0 else len(text), wanted)
        if found[0] < found[1]:
            return found
    return 0, 0


def _inside(text: str, begin: int, end: int, wanted: list[str]) -> tuple[int, int]:
    written = text[begin:end]
    if (header := re.match(r"[|>][-+\d]*[ ]*(?:#.*)?\n[ ]*", written)) is not None:
        begin += header.end()
    elif written[:1] in ("'", '"'):
        end = begin + len(written.rstrip())
        begin, end = begin + 1, end - 1
    read = text[begin:end]
    if written[:1] == "'":
        read = read.replace("''", "'")
    elif written[:1] == '"':
        read = read.replace('\\"', '"').replace("\\\\", "\\")
    return (begin, end) if read.split() == wanted else (0, 0)


def markdown_shown(text: str) -> str:
    """What is read of Markdown, as long as it."""
    text = text.replace(INLINE, " ").replace(OUTSIDE, " ")
    if "```" in text or "~~~" in text:
        lines = text.split("\n")
        for fence in find_fences(lines):
            for number in range(fence.first, max(fence.first, fence.last) + 1):
                lines[number] = OUTSIDE * len(lines[number])
        text = "\n".join(lines)
    if "lang" in text and _MARKED_WITH_IT.search(text):
        blocks = _BETWEEN_BLOCKS.split(text)
        text = "".join(_blank(each, OUTSIDE) if _MARKED_WITH_IT.search(each) else each for each in blocks)
    if _INDENTED.search(text):
        text = _without_indented_code(text)
    if ":::" in text:
        text = "\n".join(_component(line) if COMPONENT.fullmatch(line) else line for line in text.split("\n"))
    if "`" in text:
        text = _without(text, code_spans(text), INLINE)
    if "<" in text:
        text = _without(text, _markup(text), INLINE)
    if "[" in text or "{" in text or "&" in text:
        text = _NOTE.sub(lambda found: _blank(found[0], OUTSIDE), text)
        if names := {_as_label(label) for label in _DEFINED.findall(text)}:
            text = _REFERENCE.sub(
                lambda found: _blank(found[0], INLINE) if _as_label(found[1]) in names else found[0], text
            )
        text = _ASIDE.sub(lambda found: _blank(found[0], INLINE), text)
    return _SIGNS.sub(lambda found: _blank(found[0], OUTSIDE), text).replace("|", OUTSIDE)


def _component(line: str) -> str:
    """Of the line that opens a component, what it calls its label or title."""
    shown, kept = "", 0
    for found in _LABEL.finditer(line):
        start, end = found.span(found.lastindex or 0)
        shown += OUTSIDE * (start - kept) + line[start:end]
        kept = end
    return shown + OUTSIDE * (len(line) - kept)


def _as_label(written: str) -> str:
    return " ".join(written.lower().split())


def _without_indented_code(text: str) -> str:
    """Code that is indented stands below a blank line, four spaces deeper than the text of the lists, notes and boxes around."""
    lines = text.split("\n")
    depth, is_new, is_code = 0, True, False
    for number, line in enumerate(lines):
        if not line.strip():
            is_new = True
            continue
        spread = line.expandtabs(4)
        indent = len(spread) - len(spread.lstrip())
        is_code = (is_new or is_code) and indent >= 4 * depth + 4
        if is_code or _QUOTED_CODE.match(line):
            lines[number] = OUTSIDE * len(line)
        elif CONTAINER.match(line):
            depth = indent // 4 + 1
        elif is_new:
            depth = min(depth, indent // 4)
        is_new = line.lstrip().startswith("!!!")
    return "\n".join(lines)


def _markup(text: str) -> Iterator[tuple[int, int]]:
    """Tags and comments, and all that stands in an element in which text is no prose, or of a language that is said."""
    at, hidden, since, depth = 0, "", 0, 0
    for number, chunk in enumerate(tags.TOKEN.split(text)):
        start, at = at, at + len(chunk)
        if not number % 2:
            continue
        tag = tags.TAG.match(chunk)
        name = tag[1].lower() if tag else ""
        is_end = chunk.startswith("</")
        if hidden:
            depth += (-1 if is_end else 1) if name == hidden else 0
            if not depth:
                yield since, at
                hidden = ""
        elif not is_end and name not in tags.VOID and (name in _NO_PROSE or _IN_A_LANGUAGE.search(chunk)):
            hidden, since, depth = name, start, 1
        else:
            yield start, at
    if hidden:
        yield since, at


def _without(text: str, spans: Iterable[tuple[int, int]], sign: str) -> str:
    pieces, kept = [], 0
    for start, end in spans:
        pieces += [text[kept:start], _blank(text[start:end], sign)]
        kept = end
    return "".join(pieces) + text[kept:]


def _blank(text: str, sign: str) -> str:
    return _NOT_NEWLINE.sub(sign, text) if "\n" in text else sign * len(text)
