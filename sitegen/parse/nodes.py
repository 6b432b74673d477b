"""YAML, TOML and JSON text → nodes: values as they were written, each with its place.

YAML guesses (`no` is False, `12:30` is 750, `1.10` is 1.1) never happen here: a scalar stays text until `parse.fields`
converts it by the declared type of its field. Anchors, aliases and tags are refused, so that no input can unfold into
more than it says.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from sitegen.problems import Place, Problem, problem

MAX_DEPTH = 12
MAX_SIZE = 256 * 1024

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(msgspec.Struct, frozen=True):
    """Text as written; `plain` says that it stood without quotes."""

    text: str
    plain: bool
    place: Place

    @property
    def is_null(self) -> bool:
        """Whether nothing was written (`key:`, `~`, `null`)."""
        return self.plain and self.text in ("", "~", "null")


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Mapping(msgspec.Struct, frozen=True):
    """Keys and values in the order in which they were written."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of `key`, None where it is absent or null."""
        for name, value in self.entries:
            if name.text == key:
                return None if isinstance(value, Scalar) and value.is_null else value
        return None


Node = Scalar | Sequence | Mapping


class Unreadable(Exception):
    """Text that is not YAML, TOML or JSON as sitegen takes it; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def from_yaml(text: str, path: str, first_line: int = 1) -> Node:
    """The one document in `text`; `first_line` is the file's line at which the text begins. Raises `Unreadable`."""
    if len(text) > MAX_SIZE:
        raise Unreadable(problem("E111", Place(path, first_line), limit=f"{MAX_SIZE // 1024} KiB"))
    try:
        return _Composer(path, first_line).document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_syntax(error, text, path, first_line)) from error
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes, the Python reader characters: the character itself is found either way.
        wrong = next((n for n, each in enumerate(text) if not each.isprintable() and each not in "\n\t\x85\xa0"), 0)
        line = text.count("\n", 0, wrong) + first_line
        character = f"U+{ord(text[wrong]):04X}" if text else "–"
        raise Unreadable(problem("E304", Place(path, line), character=character)) from error


def from_json(text: str, path: str, first_line: int = 1) -> Node:
    """JSON is read as YAML after its own syntax has been checked. Raises `Unreadable`."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno + first_line - 1, error.colno)
        raise Unreadable(problem("E114", place, format="JSON", why=error.msg)) from error
    except RecursionError as error:
        raise Unreadable(problem("E112", Place(path, first_line), limit=MAX_DEPTH)) from error
    except ValueError as error:  # a number of thousands of digits
        raise Unreadable(problem("E114", Place(path, first_line), format="JSON", why=str(error))) from error
    return from_yaml(text.replace("\t", " "), path, first_line)


def from_toml(text: str, path: str, first_line: int = 1) -> Node:
    """TOML keeps no places, so each is looked up again in the text by its key. Raises `Unreadable`."""
    if len(text) > MAX_SIZE // 16:
        raise Unreadable(problem("E111", Place(path, first_line), limit=f"{MAX_SIZE // 16 // 1024} KiB"))
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        place = Place(path, int(found[1]) + first_line - 1, int(found[2])) if found else Place(path, first_line)
        raise Unreadable(problem("E114", place, format="TOML", why=re.sub(r" \(at .*", "", str(error)))) from error
    return _from_values(values, _Finder(text, path, first_line), Place(path, first_line))


def natural(node: Node) -> object:
    """The value of a free field (`extra:`, data files): numbers, true and false, null, else text. Only what YAML 1.2
    calls so: `no`, `12:30`, `0123` and dates stay text.
    """
    match node:
        case Sequence():
            return [natural(item) for item in node.items]
        case Mapping():
            return {key.text: natural(value) for key, value in node.entries}
    if not node.plain:
        return node.text
    if node.is_null:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    if re.fullmatch(r"-?(0|[1-9]\d{0,14})", node.text):
        return int(node.text)
    if re.fullmatch(r"-?(0|[1-9]\d{0,14})\.\d{1,15}", node.text):
        return float(node.text)
    return node.text


class _Composer:
    """Builds nodes from parser events; one for each document."""

    def __init__(self, path: str, first_line: int) -> None:
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
            raise Unreadable(problem("E120", self.place(after), why="---"))
        return node

    def node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor or (event.tag and event.tag != "!"):
            written = f"*{event.anchor}" if isinstance(event, yaml.AliasEvent) else event.tag or f"&{event.anchor}"
            raise Unreadable(problem("E109", place, written=written))
        if depth > MAX_DEPTH:
            raise Unreadable(problem("E112", place, limit=MAX_DEPTH))
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, not event.style, place)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self.node(event, events, depth + 1))
            return Sequence(tuple(items), place)
        return self.mapping(place, events, depth)

    def mapping(self, place: Place, events: Iterator[Any], depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                raise Unreadable(problem("E120", key.place, why="{"))
            if key.text in entries:
                first = entries[key.text][0].place.line
                raise Unreadable(problem("E103", key.place, field=key.text, first=first))
            entries[key.text] = (key, self.node(next(events), events, depth + 1))
        return Mapping(tuple(entries.values()), place)

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1
        return Place(self.path, start.line + self.first_line, start.column + 1, max(width, 1))


def _syntax(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """Libyaml's word for what went wrong, as one of the mistakes that people make."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    place = Place(path, line + first_line, column + 1)
    why = error.problem or ""
    written = lines[line] if line < len(lines) else ""
    if "nesting depth" in why:  # libyaml has its own limit since 0.2.6
        return problem("E112", _too_deep(written, place), limit=MAX_DEPTH)
    tab = next((n for n in (line, line - 1) if 0 <= n < len(lines) and re.match(r"\s*\t", lines[n])), None)
    if tab is not None:
        return problem("E121", Place(path, tab + first_line, lines[tab].index("\t") + 1))
    above = lines[line - 1] if line else ""
    if (tight := re.match(r"\s*([\w-]+):([^\s/].*)$", above)) and ("mapping values" in why or "could not find" in why):
        return problem("E127", Place(path, line + first_line - 1, tight.start(2)), field=tight[1], value=tight[2])
    if "mapping values are not allowed" in why:
        key, _, value = written.partition(":")
        return problem("E122", place, field=key.strip(), value=value.strip())
    if "could not find expected ':'" in why and error.context_mark:
        start = error.context_mark
        text = lines[start.line].strip() if start.line < len(lines) else ""
        return problem("E125", Place(path, start.line + first_line, start.column + 1, max(len(text), 1)), text=text)
    if "quoted scalar" in (error.context or ""):
        opened = error.context_mark
        return problem("E123", Place(path, opened.line + first_line, opened.column + 1) if opened else place)
    special = re.match(r"""\s*(?:- )?([\w-]+):\s+([\[{*&!%@`|>][^"]*)$""", written)
    if special:
        column = special.start(2) + 1
        return problem("E124", Place(path, line + first_line, column), field=special[1], value=special[2].strip())
    return problem("E120", place, why=why)


def _too_deep(line: str, place: Place) -> Place:
    """Where a line of brackets goes below the deepest level."""
    depth = 0 if line.lstrip().startswith(("[", "{")) else 1
    for bracket in re.finditer(r"[\[{]\s*", line):
        depth += 1
        if depth == MAX_DEPTH:
            return place._replace(column=bracket.end() + 1)
    return place


class _Finder:
    """Looks up where a key of TOML stands."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line

    def place(self, key: str, after: Place) -> Place:
        pattern = re.compile(rf"""[\s{{,\[.]*["']?({re.escape(key)})["']?\s*[\].=]""")
        for number in range(max(after.line - self.first_line, 0), len(self.lines)):
            if found := pattern.match(self.lines[number]):
                return Place(self.path, number + self.first_line, found.start(1) + 1, len(key))
        return after


def _from_values(value: object, finder: _Finder, place: Place) -> Node:
    match value:
        case dict():
            entries = []
            for key, inner in value.items():
                where = finder.place(key, place)
                entries.append((Scalar(key, True, where), _from_values(inner, finder, where)))
            return Mapping(tuple(entries), place)
        case list():
            return Sequence(tuple(_from_values(item, finder, place) for item in value), place)
        case bool():
            return Scalar("true" if value else "false", True, place)
        case str():
            return Scalar(value, False, place)
    return Scalar(str(value), True, place)
