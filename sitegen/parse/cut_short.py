"""The text of front matter or of a YAML file → the values of which YAML reads less than was meant, because of a #."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
            yield problem("W103", place, field=found[1], value=quoted(f"{value.rstrip()} #{note}"), cause="hash.quotes")


def lost(note: str, field: str, is_list: bool, place: Place) -> Problem:
    """A value all of which is a note: words behind the # that other programs put before them, or a text that begins so."""
    words = [word.strip() for word in re.split(r"[#,]", note) if word.strip()]
    if is_list and words:
        return problem("W103", place, field=field, value=f"[{', '.join(words)}]", cause="hash.drop")
    bare = note.lstrip("# ")
    if bare[:1].isalpha():
        return problem("W103", place, field=field, value=plain_or_quoted(bare), cause="hash.drop")
    return problem("W103", place, field=field, value=quoted(note), cause="hash.quotes")
