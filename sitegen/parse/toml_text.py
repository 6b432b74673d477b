"""TOML text → nodes. Python's reader tells no places, so each is looked up again in the text by its key."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC

from sitegen.dates import NotADate, parse_moment
from sitegen.parse.nodes import MAX_DEPTH, MAX_SIZE, Mapping, Node, Scalar, Sequence, Unreadable
from sitegen.problems import Place, Problem, problem

_LARGEST = MAX_SIZE // 16  # its reader takes more than linear time
_ENTRY = re.compile(r"\s*([\w.\"'-]+)\s*=\s*(.*?)\s*$")


class _Number(str):
    """A number with a point as it was written."""

    __slots__ = ()


def from_toml(text: str, path: str, first_line: int = 1) -> Node:
    """The table in `text`; `first_line` is the file's line at which the text begins. Raises `Unreadable`."""
    if len(text) > _LARGEST:
        raise Unreadable(problem("E111", Place(path, first_line), limit=f"{_LARGEST // 1024} KiB"))
    finder = _Finder(text, path, first_line)
    try:
        values = tomllib.loads(text, parse_float=_Number)
    except RecursionError as error:
        raise Unreadable(problem("E112", finder.last_entry(), limit=MAX_DEPTH, cause="levels.fields")) from error
    except ValueError as error:
        raise Unreadable(_slip(str(error), finder)) from error
    return _from_values(values, finder, Place(path, first_line), 1)


class _Finder:
    """Looks up where a key of TOML stands."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.path = path
        self.first_line = first_line

    def at(self, line: int, column: int, width: int = 1) -> Place:
        """A place by its line and column in the text, both from 0."""
        return Place(self.path, line + self.first_line, column + 1, max(width, 1))

    def place(self, key: str, after: Place) -> Place:
        """The next place of `key`; `after` itself where there is none."""
        pattern = re.compile(rf"""[\s{{,\[.]*["']?({re.escape(key)})["']?\s*[\].=]""")
        for number in range(max(after.line - self.first_line, 0), len(self.lines)):
            if found := pattern.match(self.lines[number]):
                return self.at(number, found.start(1), len(key))
        return after

    def last_entry(self) -> Place:
        """The last line that begins an entry: where the reader gave up at the end of the text."""
        number = max((n for n, line in enumerate(self.lines) if _ENTRY.match(line)), default=0)
        found = _ENTRY.match(self.lines[number])
        return self.at(number, found.start(2) if found else 0)

    def earlier(self, key: str, line: int) -> int:
        """The line of the same table, counted in the file, at which `key` stands already; 0 where it does not."""
        for number in range(line - 1, -1, -1):
            found = _ENTRY.match(self.lines[number])
            if found and found[1].strip("\"'").partition(".")[0] == key.partition(".")[0]:
                return number + self.first_line
            if self.lines[number].lstrip().startswith("["):
                break
        return 0


def _from_values(value: object, finder: _Finder, place: Place, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise Unreadable(problem("E112", place, limit=MAX_DEPTH, cause="levels.fields"))
    match value:
        case dict():
            entries = []
            for key, inner in value.items():
                where = finder.place(key, place)
                entries.append((Scalar(key, True, where), _from_values(inner, finder, where, depth + 1)))
            return Mapping(tuple(entries), place)
        case list():
            return Sequence(tuple(_from_values(item, finder, place, depth + 1) for item in value), place)
        case bool():
            return Scalar("true" if value else "false", True, place)
        case _Number():
            return Scalar(str(value), True, place)
        case str():
            return Scalar(value, False, place)
    return Scalar(str(value), True, place)


def _slip(said: str, finder: _Finder) -> Problem:
    """The mistake that a person has made, by the line at which the reader stopped and by its own words."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", said)
    place = finder.at(int(found[1]) - 1, int(found[2]) - 1) if found else finder.last_entry()
    number = place.line - finder.first_line
    line = finder.lines[number]
    reported = re.sub(r" \(at .*", "", said)
    entry = _ENTRY.match(line)
    key, value = (entry[1].strip("\"'"), entry[2]) if entry else ("", "")
    if entry and reported.startswith("Cannot overwrite") and (first := finder.earlier(key, number)):
        return problem("E103", finder.at(number, entry.start(1), len(entry[1])), field=key, first=first)
    if entry and (date := _impossible_date(value)):
        near = date.near
        return problem("E106", finder.at(number, entry.start(2), len(value)), field=key, written=value,
                       reason=date.reason, near=near)  # fmt: skip
    cause = _cause(reported, line)
    if cause == "toml.text" and entry:
        place = finder.at(number, entry.start(2), len(value))
        value = f'"{value}"' if '"' not in value else f"'{value}'"
    elif cause == "toml.equals" and (colon := re.match(r"\s*([\w-]+)\s*:\s*(.*?)\s*$", line)):
        key, value = colon[1], colon[2]
    return problem("E114", place, format="TOML", cause=cause, field=key, value=value, reported=reported)


def _impossible_date(value: str) -> NotADate | None:
    if not re.match(r"\d{4}-\d{2}-\d{2}", value):
        return None
    moment = parse_moment(value, UTC, "it")
    return moment if isinstance(moment, NotADate) else None


def _cause(reported: str, line: str) -> str:
    """A key of the glossary for the reader's own words."""
    if re.match(r"\s*[\w-]+\s*:", line) and "'='" in reported:
        return "toml.equals"
    if reported.startswith(("Unterminated", "Illegal character")):
        return "toml.open"
    if reported.startswith("Unclosed"):
        return "toml.bracket"
    if reported.startswith(("Invalid hex", "Unescaped", "Invalid escape")):
        return "toml.backslash"
    if "'='" in reported and re.match(r"\s*\S*[^\x00-\x7f]\S*\s*=", line):
        return "toml.key"
    if reported.startswith(("Cannot", "Duplicate")):
        return "toml.twice"
    if reported.startswith(("Invalid value", "Expected newline")) and _ENTRY.match(line):
        return "toml.text"
    return "toml.other"
