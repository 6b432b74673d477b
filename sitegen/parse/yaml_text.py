"""YAML text → nodes, from the parser's events: nothing is guessed, and anchors, aliases and tags are refused, so that no
input can unfold into more than it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from sitegen.parse.nodes import MAX_DEPTH, MAX_SIZE, Mapping, Node, Scalar, Sequence, Unreadable
from sitegen.parse.yaml_slips import needs_quotes, quoted, slip
from sitegen.problems import Place, Problem, problem

_LINE_END = re.compile(r"[\x85\u2028\u2029]")  # YAML 1.1 ends a line there, no editor does
_UNSEEN = "\xa0\xad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff"
_HIDDEN = re.compile(rf"^ *+(?:- *+)?(?:[\w-]++:?)? *+([{_UNSEEN}])", re.MULTILINE)
"""A sign that nobody sees where YAML wants a space or a name."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def from_yaml(text: str, path: str, first_line: int = 1) -> Node:
    """The one document in `text`; `first_line` is the file's line at which the text begins. Raises `Unreadable`."""
    if len(text) > MAX_SIZE:
        raise Unreadable(problem("E111", Place(path, first_line), limit=f"{MAX_SIZE // 1024} KiB"))
    if (odd := _LINE_END.search(text)) is not None:
        raise Unreadable(_invisible(text, path, first_line, odd.start()))
    try:
        node = _Composer(text, path, first_line).document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        if hidden := _HIDDEN.search(text):
            raise Unreadable(_invisible(text, path, first_line, hidden.start(1))) from error
        raise Unreadable(slip(error, text, path, first_line)) from error
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes, the Python reader characters: the character itself is found either way.
        wrong = next((n for n, each in enumerate(text) if not each.isprintable() and each not in "\n\t\xa0"), 0)
        raise Unreadable(_invisible(text, path, first_line, wrong)) from error
    if isinstance(node, Scalar) and (hidden := _HIDDEN.search(text)):
        raise Unreadable(_invisible(text, path, first_line, hidden.start(1)))
    return node


def _invisible(text: str, path: str, first_line: int, wrong: int) -> Problem:
    line, column = text.count("\n", 0, wrong) + first_line, wrong - text.rfind("\n", 0, wrong)
    return problem("E304", Place(path, line, column), character=f"U+{ord(text[wrong]):04X}" if text else "–")


class _Composer:
    """Builds nodes from parser events; one for each document."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line

    def document(self, events: Iterator[Any]) -> Node:
        next(events)  # the start of the stream
        if isinstance(next(events), yaml.StreamEndEvent):
            return Mapping((), Place(self.path, self.first_line))
        node = self.node(next(events), events, 1)
        next(events)  # the end of the document
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unreadable(problem("E120", self.place(after), cause="yaml.second"))
        return node

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            found = re.match(r"\S+", self.line(event.start_mark.line)[event.start_mark.column :])
            written = found[0] if found else "!"
            raise Unreadable(problem("E109", place._replace(width=len(written)), written=written))
        if depth > MAX_DEPTH:
            raise Unreadable(problem("E112", place, limit=MAX_DEPTH, cause="levels.fields"))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self.node(event, events, depth + 1))
            return Sequence(tuple(items), place)
        return self.mapping(place, events, depth)

    def scalar(self, event: Any, place: Place) -> Scalar:
        """A block begins on the line below its sign; the place of one with text is that of its first letter."""
        if event.style == "|" and event.value.strip():
            line = self.line(event.start_mark.line + 1)
            indent = len(line) - len(line.lstrip(" "))
            return Scalar(event.value, False, Place(self.path, place.line + 1, indent + 1), indent)
        if event.style or "#" not in (line := self.line(event.end_mark.line)):
            return Scalar(event.value, not event.style, place)
        if event.value:
            after = line[event.end_mark.column :].rstrip()
            return Scalar(event.value, True, place, note=after if re.match(r"\s+#", after) else "")
        note = line[event.start_mark.column :].strip(": ")
        if not note.startswith("#"):
            return Scalar("", True, place)
        return Scalar("", True, place._replace(column=line.rindex(note) + 1, width=max(len(note), 1)), note=note)

    def mapping(self, place: Place, events: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        before: tuple[Scalar, Node] | None = None
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                line = self.line(key.place.line - self.first_line)
                raise Unreadable(needs_quotes(line, key.place) or problem("E120", key.place, cause="yaml.key"))
            if key.text in entries:
                first = entries[key.text][0].place.line
                raise Unreadable(problem("E103", key.place, field=key.text, first=first))
            entries[key.text] = (key, value := self.node(next(events), events, depth + 1))
            if isinstance(value, Scalar) and value.is_null:
                self.refuse_loose_text(key, before)
            before = key, value
        return Mapping(tuple(entries.values()), place)

    def refuse_loose_text(self, key: Scalar, before: tuple[Scalar, Node] | None) -> None:
        """Between braces a text with a comma falls apart, and what follows the comma stands there as a field without value."""
        line = self.line(key.place.line - self.first_line)
        rest = line[key.place.column - 1 + key.place.width :].lstrip()
        if not key.plain or rest[:1] not in (",", "}"):
            return
        if found := re.fullmatch(r"([\w-]+):(\S.*)", key.text):
            raise Unreadable(problem("E127", key.place, field=found[1], value=found[2]))
        name, value = before or (key, None)
        if isinstance(value, Scalar) and value.plain and value.place.line == key.place.line:
            whole = re.split(r",\s*+[\w-]++:\s|\}", line[value.place.column - 1 :])[0].rstrip()
            raise Unreadable(problem("E128", key.place, text=key.text, field=name.text, value=quoted(whole)))

    def line(self, number: int) -> str:
        """A line, counted from 0. A value that is empty may lie behind the last one."""
        return self.lines[number] if number < len(self.lines) else ""

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Place(self.path, start.line + self.first_line, start.column + 1, max(width, 1))
