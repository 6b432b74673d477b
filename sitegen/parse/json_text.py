"""JSON text → nodes. Python's own reader checks the text; what it takes is then walked again, since it tells no places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sitegen.parse.nodes import MAX_DEPTH, MAX_SIZE, Mapping, Node, Scalar, Sequence, Unreadable
from sitegen.problems import Place, Problem, problem

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+')
_WORD = re.compile(r"[^\s\[\]{},:]+")


def from_json(text: str, path: str, first_line: int = 1) -> Node:
    """The value in `text`; `first_line` is the file's line at which the text begins. Raises `Unreadable`."""
    if len(text) > MAX_SIZE:
        raise Unreadable(problem("E111", Place(path, first_line), limit=f"{MAX_SIZE // 1024} KiB"))
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError as error:
        raise Unreadable(_slip(error, text, path, first_line)) from error
    except RecursionError:
        pass  # the walk says where it is too deep
    return _Walk(text, path, first_line).node(1)


class _Walk:
    """One walk over the tokens of a text that is JSON."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.tokens: Iterator[tuple[str, Place]] = _tokens(text, path, first_line)
        self.mark, self.place = next(self.tokens)

    def advance(self) -> None:
        self.mark, self.place = next(self.tokens, ("", self.place))

    def node(self, depth: int) -> Node:
        mark, place = self.mark, self.place
        if depth > MAX_DEPTH:
            raise Unreadable(problem("E112", place, limit=MAX_DEPTH, cause="levels.fields"))
        self.advance()
        if mark == "[":
            return Sequence(tuple(self.items(depth)), place)
        if mark == "{":
            return Mapping(tuple(self.entries(depth)), place)
        return _scalar(mark, place)

    def items(self, depth: int) -> Iterator[Node]:
        while self.mark != "]":
            yield self.node(depth + 1)
            if self.mark == ",":
                self.advance()
        self.advance()

    def entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        while self.mark != "}":
            key = _scalar(self.mark, self.place)
            if key.text in lines:
                raise Unreadable(problem("E103", key.place, field=key.text, first=lines[key.text]))
            lines[key.text] = key.place.line
            self.advance()
            self.advance()  # the colon
            yield key, self.node(depth + 1)
            if self.mark == ",":
                self.advance()
        self.advance()


def _tokens(text: str, path: str, first_line: int) -> Iterator[tuple[str, Place]]:
    line, start, seen = first_line, 0, 0
    for found in _TOKEN.finditer(text):
        breaks = text.count("\n", seen, found.start())
        if breaks:
            line, start = line + breaks, text.rfind("\n", seen, found.start()) + 1
        seen = found.start()
        yield found[0], Place(path, line, found.start() - start + 1, len(found[0]))


def _scalar(token: str, place: Place) -> Scalar:
    if not token.startswith('"'):
        return Scalar(token, True, place)
    text = json.loads(token)
    if re.search(r"[\ud800-\udfff]", text):  # half of a letter that needs two escapes
        raise Unreadable(problem("E114", place, format="JSON", cause="json.backslash", written=""))
    return Scalar(text, False, place)


def _slip(error: json.JSONDecodeError, text: str, path: str, first_line: int) -> Problem:
    """The mistake that a person has made, by what stands where the reader stopped."""
    at, cause, field = error.pos, "json.other", ""
    here, before = text[at : at + 1], text[:at].rstrip()
    after = text[at + 1 :].lstrip()
    if (here == "," and after[:1] in ("]", "}")) or (before.endswith(",") and here in ("]", "}", "")):
        at, cause = (at if here == "," else len(before) - 1), "json.comma"
    elif here in ("'", "“", "”", "‘", "’"):
        cause = "json.quotes"
    elif here in ("/", "#"):
        cause = "json.comment"
    elif error.msg.startswith("Unterminated"):
        cause = "json.open"
    elif error.msg.startswith("Invalid control"):
        cause = "json.line"
    elif error.msg.startswith("Invalid \\"):
        cause = "json.backslash"
    elif error.msg.startswith("Expecting ','"):
        at, cause = len(before), "json.missing"  # missed at the end of the line above
    elif error.msg.startswith("Expecting ':'"):
        cause = "json.colon"
    elif error.msg.startswith("Extra data"):
        cause = "json.more"
    elif (word := _WORD.match(text, at)) and word[0][0].isalpha():
        cause, field = "json.word", word[0]
    line, column = text.count("\n", 0, at) + first_line, at - text.rfind("\n", 0, at)
    place = Place(path, line, column, max(len(field), 1))
    return problem("E114", place, format="JSON", cause=cause, written=field, reported=error.msg)
