"""A text and a box → the size and the lines in which it stands there: whole if it can, and no line wider, but of one sign that is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

STEP = 4
"""Pixels between two sizes that are tried: each takes a font to load."""
MOST = 1000
"""Signs of a text that are looked at: no picture shows so many that anybody could read them."""
_BLANKS = re.compile(r"[ \t\r\n]+")  # not those that keep two words together
_BREAKS = re.compile(r"(?<=[-/_.@\u2010\u2013\u2014])(?=\w)")
ELLIPSIS = "…"
Measure = Callable[[str], float]
"""How wide a text is, in sizes of its font."""


class Box(NamedTuple):
    """Pixels, the `size` of the type in it at most and at `least`, and how many sizes a line is high."""

    width: float
    height: float
    size: int
    least: int
    leading: float

    def lines(self, size: int) -> int:
        """So many lines of a size find room."""
        return max(int(self.height / (size * self.leading)), 1)


def beginning(text: str) -> str:
    """As much of a text as is looked at, up to its last whole word."""
    return text if len(text) <= MOST else _with_ellipsis(text[:MOST].rsplit(maxsplit=1)[:1])


def set_text(text: str, box: Box, measure: Measure) -> tuple[int, list[str]]:
    """The size and the lines of a text: the largest size at which it stands in the box as it is; where there is none, the least, with
    words broken that are wider than a line, and an ellipsis behind the last word that finds room, or behind its letters that do.
    """
    words = [word for word in _BLANKS.split(text) if word]
    widths = [measure(word) for word in words]
    space = measure("n n") - measure("nn")
    for size in range(box.size, box.least - 1, -STEP):
        room = box.width / size
        if max(widths, default=0) <= room:
            lines = _wrapped(widths, room, space)
            if len(lines) <= box.lines(size):
                return size, [" ".join(words[start:end]) for start, end in _even(widths, room, space, lines)]
    room = box.width / box.least
    words = [part for word in words for part in _broken(word, room, measure)]
    lines = _wrapped([measure(word) for word in words], room, space)
    return box.least, list(_cut(words, lines, box.lines(box.least), room, measure))


def _wrapped(widths: Sequence[float], room: float, space: float) -> list[tuple[int, int]]:
    """Lines as ranges of words, each as full as it can be."""
    lines, start, used = [], 0, 0.0
    for number, width in enumerate(widths):
        if number > start and used + space + width > room:
            lines.append((start, number))
            start, used = number, width
        else:
            used += width + (space if number > start else 0)
    return [*lines, (start, len(widths))] if widths else []


def _even(widths: Sequence[float], room: float, space: float, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many lines, as even as they can be."""
    low, high = max(widths, default=0.0), room
    for _ in range(10):
        middle = (low + high) / 2
        tried = _wrapped(widths, middle, space)
        if len(tried) > len(lines):
            low = middle
        else:
            high, lines = middle, tried
    return lines


def _broken(word: str, room: float, measure: Measure) -> Iterator[str]:
    """A word in parts that find room: at its own signs if it has any, else within it, with a hyphen."""
    if measure(word) <= room:
        yield word
        return
    part = ""
    for piece in _BREAKS.split(word):
        if part and measure(part + piece) > room:
            yield part
            part = ""
        part += piece
        while measure(part) > room and len(part) > 1:
            fit = _fitting(part, "-", room, measure)
            head, part = part[: max(fit, 1)], part[max(fit, 1) :]
            yield head + ("-" if fit and head.isalpha() else "")
    yield part


def _fitting(text: str, end: str, room: float, measure: Measure) -> int:
    """So many letters of a text find room with an `end` behind them; never all."""
    return bisect_right(range(1, len(text)), room, key=lambda length: measure(text[:length] + end))


def _cut(words: list[str], lines: list[tuple[int, int]], most: int, room: float, measure: Measure) -> Iterator[str]:
    """The lines that find room; behind the last of them an ellipsis where there are more."""
    shown = [words[start:end] for start, end in lines[:most]]
    if len(lines) > most:
        last = shown[-1]
        while len(last) > 1 and measure(_with_ellipsis(last)) > room:
            last.pop()
        if measure(_with_ellipsis(last)) > room:
            last = [last[0][: _fitting(last[0], ELLIPSIS, room, measure)]]
        shown[-1] = [_with_ellipsis(last)]
    return (" ".join(line) for line in shown)


def _with_ellipsis(words: list[str]) -> str:
    return " ".join(words).rstrip(" ,;:.!?–—-(«“") + ELLIPSIS
