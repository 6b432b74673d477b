"""The attributes of a `<foreignObject>` → how the text in it is to stand."""

from __future__ import annotations

import html
from collections.abc import Mapping
from contextlib import suppress
from math import nan
from typing import NamedTuple, NoReturn

from PIL import ImageColor

from sitegen.render.setting import Box

FARTHEST = 10_000
LARGEST = 1000
"""Pixels: no picture that is drawn has so many, and what is larger would fill the memory."""
_DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ALONG = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Lettering(NamedTuple):
    """Where a `box` has its left upper corner, in pixels; the font's `family` and `weight`, the colour (red, green and blue, 0 to 255);
    which part of the room that is left stands before the text, `along` a line and `down` the box (0 to 1), and what is written
    `otherwise`, where no font has anything of it.
    """

    x: float
    y: float
    box: Box
    family: str
    weight: float
    fill: tuple[int, ...]
    along: float
    down: float
    otherwise: str


def lettering(attributes: Mapping[str, str]) -> Lettering:
    """Raises ValueError, which names the attribute that is missing or cannot be used."""
    x, y = (_number(attributes, side, -FARTHEST, FARTHEST) for side in ("x", "y"))
    width, height = (_number(attributes, side, 1, FARTHEST) for side in ("width", "height"))
    size = _whole(attributes, "font-size", "48")
    least = _whole(attributes, "data-least", str(size))
    leading = _number(attributes, "data-leading", 0.1, 10, "1.2")
    return Lettering(
        x=x,
        y=y,
        box=Box(width, height, size, least, leading),
        family=attributes.get("font-family", "text"),
        weight=_number(attributes, "font-weight", 1, 1000, "400"),
        fill=_colour(attributes.get("fill", "#000")),
        along=_part(attributes, "text-anchor", _ALONG),
        down=_part(attributes, "data-anchor", _DOWN),
        otherwise=html.unescape(attributes.get("data-else", "")),
    )


def _number(attributes: Mapping[str, str], name: str, low: float, high: float, usual: str | None = None) -> float:
    written = attributes.get(name, usual)
    if written is None:
        raise ValueError(name)
    try:
        number = float(written)
    except ValueError:
        number = nan
    return number if low <= number <= high else _refuse(name, written)  # nan is not between any two


def _whole(attributes: Mapping[str, str], name: str, usual: str) -> int:
    number = _number(attributes, name, 1, LARGEST, usual)
    return int(number) if number.is_integer() else _refuse(name, attributes[name])


def _part(attributes: Mapping[str, str], name: str, parts: Mapping[str, float]) -> float:
    written = attributes.get(name) or next(iter(parts))
    return parts[written] if written in parts else _refuse(name, written)


def _colour(written: str) -> tuple[int, ...]:
    """One that hides what is below it: Pillow would write in a transparent one as if it were not."""
    colour: tuple[int, ...] = ()
    with suppress(ValueError):
        colour = ImageColor.getrgb(written.strip())
    return colour if len(colour) == 3 and max(colour) <= 255 else _refuse("fill", written)


def _refuse(name: str, written: str) -> NoReturn:
    raise ValueError(f'{name}="{written[:40]}"')
