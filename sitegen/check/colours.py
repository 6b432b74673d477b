"""Colours that are written by hand, beside each other: whether the one can be read on the other. Pure.

4.5:1 is the least for text (WCAG 2.2, 1.4.3: https://www.w3.org/TR/WCAG22/#contrast-minimum), 3:1 for large one, where a size says that it
is one: from 18 pt, if it is bold from 14 pt (https://www.w3.org/TR/WCAG22/#dfn-large-scale).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.colour import Hex, contrast, suggested, to_hex

LEAST, LEAST_LARGE = 4.5, 3.0
_DECLARATION = re.compile(
    r"(?:^|[;{])\s*(color|background|background-color|font-size|font-weight)\s*:\s*([^;}]+)", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIZE = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(px|rem|em|pt)", re.IGNORECASE)
_LARGE = {"px": 24.0, "pt": 18.0, "rem": 1.5, "em": 1.5}
_LARGE_IF_BOLD = {"px": 18.66, "pt": 14.0, "rem": 18.66 / 16, "em": 18.66 / 16}
_BOLD = re.compile(r"bold|[7-9]\d\d\b|1000\b", re.IGNORECASE)
_BASIC = {"black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff", "yellow": "#ffff00",
          "gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "lightgray": "#d3d3d3", "lightgrey": "#d3d3d3", "orange": "#ffa500",
          "purple": "#800080", "navy": "#000080", "teal": "#008080", "maroon": "#800000", "lime": "#00ff00", "aqua": "#00ffff",
          "pink": "#ffc0cb", "gold": "#ffd700", "beige": "#f5f5dc", "brown": "#a52a2a"}  # fmt: skip
"""Names of CSS that people write (https://www.w3.org/TR/css-color-4/#named-colors)."""


class Pair(NamedTuple):
    """Two colours, as they are written, that are too near: `ratio` is their contrast, cut to one decimal, since it is less than it should be."""

    ink: str
    ground: str
    ratio: str


def unreadable_in(declarations: str) -> Pair | None:
    """The text's colour and its ground, if both are known and the one cannot be read on the other."""
    given = {
        name.lower(): value.replace("!important", "").strip() for name, value in _DECLARATION.findall(declarations)
    }
    ink = given.get("color", "")
    ground = given.get("background-color") or given.get("background", "")
    one, other = _colour(ink), _colour(ground)
    if one is None or other is None:
        return None
    ratio = contrast(one, other)
    return (
        Pair(ink, ground, f"{math.floor(ratio * 10) / 10:.1f}")
        if ratio < _least(given.get("font-size", ""), given.get("font-weight", ""))
        else None
    )


def unreadable_rules(css: str) -> Iterator[tuple[int, Pair]]:
    """The rules of a stylesheet that set such a pair, each with the place of its selector."""
    at = 0
    for rule in _COMMENT.sub(lambda found: " " * len(found[0]), css).split("}"):
        before, _, declarations = rule.rpartition("{")
        if declarations and (pair := unreadable_in(declarations)):
            selector = before.rpartition("{")[2]
            yield at + len(before) - len(selector.lstrip()), pair
        at += len(rule) + 1


def _colour(written: str) -> Hex | None:
    written = written.casefold()
    if written in _BASIC:
        return Hex(_BASIC[written])
    return to_hex(written) or (Hex(suggested(written)) if written.startswith("rgb(") and suggested(written) else None)


def _least(size: str, weight: str) -> float:
    found = _SIZE.match(size)
    large = _LARGE_IF_BOLD if _BOLD.match(weight) else _LARGE
    return LEAST_LARGE if found and float(found[1]) >= large[found[2].lower()] else LEAST
