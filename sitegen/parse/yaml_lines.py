"""The YAML that nearly all front matter is made of, read line by line: the nodes that `yaml_text` gives, several
times sooner. Anything else is left to it, and so is every mistake.
"""

from __future__ import annotations

import re

from sitegen.parse.nodes import MAX_DEPTH, MAX_SIZE, Mapping, Node, Scalar, Sequence
from sitegen.problems import Place

# `key: value` or `- value`; the value is quoted, a list in brackets, plain, or stands on the lines below.
_LINE = re.compile(
    r"( *)(?:([A-Za-z_][A-Za-z0-9_-]*):|-)"
    r"(?: +(?:(\"[^\"\\]*\"|'[^']*') *|\[((?:[^\[\]{}:#\"'&*!|>%@`?\\]|\"[^\"\\,]*\"|'[^',]*')+)\] *|([^\W_].*|/.*))| *)"
)
_ITEM = re.compile(r"\"([^\"]*)\"|'([^']*)'|[^\W_][^\"']*")


class _Other(Exception):
    """The text is not certain to be of this kind."""


def from_lines(text: str, path: str, first_line: int) -> Mapping | None:
    """The mapping in `text`, which begins on line `first_line` of its file; None where it is not certain what it says."""
    if len(text) > MAX_SIZE or not text.replace("\n", "").isprintable():
        return None
    try:
        reader = _Reader(text, path, first_line)
        node = reader.block(0)
    except _Other:
        return None
    return node if isinstance(node, Mapping) and reader.next == len(reader.lines) else None


class _Reader:
    """One text: its lines, and which is the next."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.lines = [
            (number, line)
            for number, written in enumerate(text.split("\n"), first_line)
            if written and (line := _matched(written))
        ]
        self.next = 0

    def block(self, depth: int) -> Node:
        """The mapping or list that begins on the next line."""
        if self.next == len(self.lines) or depth > MAX_DEPTH - 2:
            raise _Other
        number, first = self.lines[self.next]
        indent = first.end(1)
        entries: list[tuple[Scalar, Node]] = []
        items: list[Node] = []
        while self.next < len(self.lines):
            number_here, line = self.lines[self.next]
            if line.end(1) != indent or (line[2] is None) != (first[2] is None):
                break
            self.next += 1
            if line[2] is None:
                items.append(self._value(number_here, line, depth))
            else:
                key = Scalar(line[2], True, Place(self.path, number_here, indent + 1, len(line[2])))
                entries.append((key, self._value(number_here, line, depth)))
        if self.next < len(self.lines) and self.lines[self.next][1].end(1) >= indent:
            raise _Other
        place = Place(self.path, number, indent + 1)
        if items:
            return Sequence(tuple(items), place)
        if len({key.text for key, _ in entries}) < len(entries):
            raise _Other
        return Mapping(tuple(entries), place)

    def _value(self, number: int, line: re.Match[str], depth: int) -> Node:
        kind = line.lastindex or 0
        if kind <= 2:
            below = self.lines[self.next][1] if self.next < len(self.lines) else None
            if below is None or below.end(1) <= line.end(1):
                raise _Other
            return self.block(depth + 1)
        written, column = line[kind], line.start(kind) + 1
        if kind == 3:
            return Scalar(written[1:-1], False, Place(self.path, number, column, len(written)))
        if kind == 4:
            return Sequence(tuple(self._items(written, number, column)), Place(self.path, number, column - 1))
        written = written.rstrip(" ")
        if ": " in written or " #" in written or written[-1] == ":":
            raise _Other
        return Scalar(written, True, Place(self.path, number, column, len(written)))

    def _items(self, written: str, number: int, column: int) -> list[Scalar]:
        found: list[Scalar] = []
        for item in written.split(","):
            text = item.strip(" ")
            if not (read := _ITEM.fullmatch(text)):
                raise _Other
            place = Place(self.path, number, column + len(item) - len(item.lstrip(" ")), len(text))
            kind = read.lastindex
            found.append(Scalar(read[kind], False, place) if kind else Scalar(text, True, place))
            column += len(item) + 1
        return found


def _matched(written: str) -> re.Match[str] | None:
    """The parts of a line; None for a blank one."""
    line = _LINE.fullmatch(written)
    if line is None and written.strip(" "):
        raise _Other
    return line
