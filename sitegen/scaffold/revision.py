"""Front matter that is changed in its own text: one field, and every other letter stays where it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from sitegen.parse.frontmatter import split
from sitegen.parse.nodes import Mapping, Scalar, Sequence, Unreadable, natural
from sitegen.problems import Place, Refused, problem

_PLAIN = re.compile(r"(?!(?:true|false|null)$)(?:/?[A-Za-z][\w./~-]*|\d{4}-\d\d-\d\d)", re.ASCII)
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(rf"[^\r\n]*(?:{_LINE_END.pattern})|[^\r\n]+")


def without_field(text: str, path: str, name: str) -> str:
    """The document `text` without a field. Raises `Refused`."""

    def change(lines: list[str], front: Mapping, _end: int) -> None:
        for key, value in front.entries:
            if key.text == name and isinstance(value, Scalar) and value.place.line == key.place.line:
                del lines[key.place.line - 1]

    return _changed(text, path, name, change, lambda fields: fields.pop(name, None))


def with_field(text: str, path: str, name: str, value: str) -> str:
    """The document `text` with a field of one line, in place of what the field was. Raises `Refused`."""

    def change(lines: list[str], front: Mapping, end: int) -> None:
        for key, there in front.entries:
            if key.text == name:
                place = there.place
                if isinstance(there, Scalar) and place.line == key.place.line and not there.indent:
                    line, start = lines[place.line - 1], place.column - 1
                    before, after = line[:start], line[start + place.width :]
                    if there.plain and not there.text:  # the place is that of a note, or of what ends the line
                        before, after = f"{before.rstrip()} ", f" {there.note}{after}" if there.note else line[start:]
                    lines[place.line - 1] = f"{before}{_written(value)}{after}"
                return
        _insert(lines, end, f"{name}: {_written(value)}")

    return _changed(text, path, name, change, lambda fields: fields.update({name: value}))


def with_item(text: str, path: str, name: str, value: str) -> str:
    """The document `text` with one more item in a list. Raises `Refused`."""

    def change(lines: list[str], front: Mapping, end: int) -> None:
        there = front.get(name)
        if there is None:
            _insert(lines, end, f"{name}: [{_written(value)}]")
        elif isinstance(there, Sequence):
            _put(lines, there, _written(value))

    def expect(fields: dict[str, Any]) -> None:
        before = fields.get(name)
        fields[name] = [*before, value] if isinstance(before, list) else [value]

    return _changed(text, path, name, change, expect)


def with_other_item(text: str, path: str, name: str, old: str, value: str) -> str:
    """The document `text` with one item of a list, or the single value that stands for a list, in place of another. Raises
    `Refused`.
    """

    def change(lines: list[str], front: Mapping, _end: int) -> None:
        there = front.get(name)
        for each in there.items if isinstance(there, Sequence) else (there,):
            if isinstance(each, Scalar) and each.text == old and not each.indent:
                line, start = lines[each.place.line - 1], each.place.column - 1
                lines[each.place.line - 1] = f"{line[:start]}{_written(value)}{line[start + each.place.width :]}"

    def expect(fields: dict[str, Any]) -> None:
        before = fields.get(name)
        fields[name] = [value if each == old else each for each in before] if isinstance(before, list) else value

    return _changed(text, path, name, change, expect)


def _put(lines: list[str], there: Sequence, written: str) -> None:
    line = lines[there.place.line - 1]
    if line[there.place.column - 1 : there.place.column] == "[":
        if "]" in line and there.items:
            at = line.rindex("]")
            lines[there.place.line - 1] = f"{line[:at].rstrip()}, {written}{line[at:]}"
    elif there.items:
        last = there.items[-1].place.line
        dash = re.match(r" *-", lines[last - 1])
        if dash:
            _insert(lines, last, f"{dash[0]} {written}")


def _changed(text: str, path: str, name: str, change: Callable[[list[str], Mapping, int], None],
             expect: Callable[[dict[str, Any]], object]) -> str:  # fmt: skip
    """The text with its lines changed by `change`, if that does to the fields what `expect` does, and nothing to the rest."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = _LINE.findall(text.removeprefix(mark))
    plain = _plain(lines)
    parts = split(plain, path)
    front = parts.meta
    if not plain.startswith("---") or not isinstance(front, Mapping):
        raise Refused(problem("E721", Place(path, 1), field=name))
    change(lines, front, parts.first_line - 2)
    changed = _plain(lines)
    expected: Any = natural(front)
    expect(expected)
    if _fields(changed, path) != expected or not changed.endswith(parts.body):
        raise Refused(problem("E721", front.place_of(name), field=name))
    return mark + "".join(lines)


def _plain(lines: list[str]) -> str:
    return _LINE_END.sub("\n", "".join(lines))


def _insert(lines: list[str], at: int, written: str) -> None:
    """A line more, which ends as the one above it does."""
    end = _LINE_END.search(lines[at - 1])
    lines.insert(at, written + (end[0] if end else "\n"))


def _fields(text: str, path: str) -> object:
    try:
        return natural(split(text, path).meta)
    except Unreadable:
        return None


def _written(value: str) -> str:
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
