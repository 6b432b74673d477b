"""The address of a link or a picture, as it is written → the words by which it goes, which are what its writer has to change. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from sitegen.check.written import pattern_of

_BEFORE = re.compile(r"\]\(\s*<?\Z")
_DEFINED = re.compile(r"\]:[ ]*\n?[ ]*<?\Z")
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.IGNORECASE)
_END = re.compile(r"</a\b", re.IGNORECASE)
_FARTHEST = 5000  # characters of one link's words
_BEGINS = r"(?:\[|:[ ]*[\"']?)[^\w\n]{0,9}"


def words_of(text: str, at: int, said: str) -> tuple[int, int] | None:
    """Where the words begin and end that belong to the address at `at`: those between its brackets, those of its tag, or else the nearest
    ones in brackets or in a field that read `said`. Where there are none, the place where they are missing.
    """
    return _in_brackets(text, at) or _in_tag(text, at) or _nearest(text, at, said)


def is_of_markdown(text: str, at: int) -> bool:
    """Whether the address at `at` is one of Markdown's."""
    before = text[max(0, at - 20) : at]
    return bool(_BEFORE.search(before) or _DEFINED.search(before))


def _in_brackets(text: str, at: int) -> tuple[int, int] | None:
    found = _BEFORE.search(text, max(0, at - 20), at)
    if found is None:
        return None
    close, depth = found.start(), 1
    for begin in range(close - 1, max(-1, close - _FARTHEST), -1):
        if text[begin] in "[]" and text[begin - 1 : begin] != "\\":
            depth += 1 if text[begin] == "]" else -1
        if depth == 0:
            return (begin + 1, close) if text[begin + 1 : close].strip() else (begin, close + 1)
    return None


def _in_tag(text: str, at: int) -> tuple[int, int] | None:
    begin = text.rfind("<", max(0, at - _FARTHEST), at + 1)
    end = text.find(">", at)
    if begin < 0 or end < 0 or ">" in text[begin:at]:
        return None
    if text[begin : begin + 4].lower() == "<img":
        found = _ALT.search(text, begin, end)
        return found.span(found.lastindex or 0) if found else None
    if text[begin : begin + 2].lower() != "<a":
        return None
    close = _END.search(text, end, end + _FARTHEST)
    words = text[end + 1 : close.start()] if close else ""
    if not words.strip():
        return begin, end + 1
    start = end + 1 + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _nearest(text: str, at: int, said: str) -> tuple[int, int] | None:
    if not said.strip():
        return None
    spans = _all_of(text, said)
    after = bisect_left(spans, (at, at))
    return min(spans[max(0, after - 1) : after + 1], key=lambda span: abs(span[0] - at), default=None)


@lru_cache(maxsize=64)
def _all_of(text: str, said: str) -> list[tuple[int, int]]:
    return [each.span(1) for each in re.finditer(f"{_BEGINS}({pattern_of(said).pattern})", text)]
