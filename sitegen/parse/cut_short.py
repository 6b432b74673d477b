"""The text of front matter or of a YAML file → the values of which YAML reads less than was meant, because of a #."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.parse.nodes import Scalar
from sitegen.parse.yaml_slips import plain_or_quoted, quoted
from sitegen.problems import Place, Problem, problem

_PLAIN_VALUE = re.compile(r"""\s*(?:- )*([\w-]+):\s+(?=[^\s"'|>\[{#&*!])""")
_BLOCK = re.compile(r"( *+)(?:- )*+(?:[\w-]++:)? *+[|>][-+\d]*+ *+")


def cut_short(text: str, path: str, lines: int | None = None) -> Iterator[Problem]:
    """Values in the first `lines` lines that YAML ends at a # that was meant as a sign («Trucco #3»); a note has a space
    after it.
    """
    block: int | None = None
    for number, line in enumerate(text.split("\n")[:lines], 1):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        opened = _BLOCK.fullmatch(line)
        block = len(opened[1]) if opened else None
        found = _PLAIN_VALUE.match(line) if "#" in line else None
        if found is None:
            continue
        value, _, note = line[found.end() :].partition("#")
        if value[-1:].isspace() and note[:1].strip():
            place = Place(path, number, found.end() + len(value) + 1, len(note) + 1)
            yield _told(place, quoted(f"{value.rstrip()} #{note}"), "hash.quotes", found[1])


def lost(note: str, field: str, is_list: bool, place: Place) -> Problem:
    """A value all of which is a note: words behind the # that other programs put before them, or a text that begins so."""
    words = [word.strip() for word in re.split(r"[#,]", note) if word.strip()]
    if is_list and words:
        return _told(place, f"[{', '.join(words)}]", "hash.drop", field)
    bare = note.lstrip("# ")
    if bare[:1].isalpha():
        return _told(place, plain_or_quoted(bare), "hash.drop", field)
    return _told(place, quoted(note), "hash.quotes", field)


def noted(node: Scalar, field: str) -> Problem | None:
    """A text with a note behind it, which may be meant as one: of the value of a `field`, "" for an entry of a list. That of a
    field whose # is stuck to a word is told by `cut_short`.
    """
    sign = node.note.lstrip()
    is_stuck = bool(sign[1:2].strip())
    is_apart = node.note[:2].isspace()  # as whoever knows YAML sets a note apart
    if not sign or (field and is_stuck) or (is_apart and not is_stuck):
        return None
    column = node.place.column + node.place.width + len(node.note) - len(sign)
    place = node.place._replace(column=column, width=len(sign)) if node.place.width >= len(node.text) else node.place
    return _told(place, quoted(f"{node.text} {sign}"), "hash.quotes" if is_stuck else "hash.note", field)


def _told(place: Place, value: str, cause: str, field: str) -> Problem:
    return problem("W103", place, value=value, line=f"{field}: {value}" if field else f"- {value}", cause=cause)
