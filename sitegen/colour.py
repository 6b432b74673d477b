"""Colours: sRGB ↔ OKLCH, and the contrast that a reader sees. Numbers in, numbers out.

OKLCH is Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/) in polar form: lightness 0–1, chroma from 0, hue
in degrees. Contrast is the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), 1–21.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple, NewType

Hex = NewType("Hex", str)
"""A colour as `#rrggbb`, in lower case."""


class Oklch(NamedTuple):
    """A colour by how it looks: `lightness` 0–1, `chroma` 0 to about .32 in sRGB, `hue` 0–360."""

    lightness: float
    chroma: float
    hue: float


def to_hex(written: str) -> Hex | None:
    """`#rgb` or `#rrggbb` in either case → `#rrggbb`; None for anything else."""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        return Hex(written.lower())
    if re.fullmatch(r"#[0-9a-fA-F]{3}", written):
        return Hex("#" + "".join(digit * 2 for digit in written[1:].lower()))
    return None


def suggested(written: str) -> str:
    """The colour that was probably meant by what is none (`7a2142`, `rgb(122, 33, 66)`, `rosso`); "" where nobody can tell."""
    text = written.strip().casefold()
    if text in _NAMES:
        return _NAMES[text]
    if (channels := re.fullmatch(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b.*\)", text)) is not None:
        values = [int(each) for each in channels.groups()]
        return "#" + "".join(f"{each:02x}" for each in values) if max(values) <= 255 else ""
    digits = re.sub(r"^(#|0x)?\s*#?", "", text)
    if re.fullmatch(r"[0-9a-f]{8}", digits):  # the last two say how transparent it is
        digits = digits[:6]
    elif re.fullmatch(r"[0-9a-f]{4}", digits):
        digits = digits[:3]
    elif re.fullmatch(r"[0-9a-fo]{6}", digits):
        digits = digits.replace("o", "0")
    return f"#{digits}" if to_hex(f"#{digits}") else ""


_NAMES = {
    "rosso": "#b3262b", "red": "#b3262b", "bordeaux": "#7a2142", "vinaccia": "#7a2142", "burgundy": "#7a2142",
    "rosa": "#c2477f", "pink": "#c2477f", "corallo": "#e2574c", "coral": "#e2574c",
    "arancio": "#c2570c", "arancione": "#c2570c", "orange": "#c2570c", "marrone": "#8a4b1f", "brown": "#8a4b1f",
    "giallo": "#ffd400", "yellow": "#ffd400", "oro": "#e3ae45", "gold": "#e3ae45",
    "verde": "#1f5c4d", "green": "#1f5c4d", "turchese": "#0f7f7a", "turquoise": "#0f7f7a", "teal": "#0f5c55",
    "petrolio": "#0f5c55", "azzurro": "#2b7bb9", "celeste": "#2b7bb9", "blu": "#1f3f8f", "blue": "#1f3f8f",
    "navy": "#1c2f5c", "viola": "#5b3a8c", "purple": "#5b3a8c", "violet": "#5b3a8c", "lilla": "#8d6fc0",
    "nero": "#000000", "black": "#000000", "bianco": "#ffffff", "white": "#ffffff",
    "grigio": "#5c6068", "grey": "#5c6068", "gray": "#5c6068",
}  # fmt: skip
"""Colours that fit a site by the names that people call them."""


@lru_cache(maxsize=4096)
def contrast(one: Hex, other: Hex) -> float:
    """How well one of two colours is read on the other: 1 (not at all) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def _luminance(colour: Hex) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def oklch_of(colour: Hex) -> Oklch:
    """The colour as it looks."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


@lru_cache(maxsize=4096)
def shown(colour: Oklch) -> Hex:
    """The colour of a screen that looks most like it: of this lightness and hue, with as much of the chroma as sRGB has."""
    lightness, chroma, hue = colour
    if not _on_screen(lightness, chroma, hue):
        least, most = 0.0, chroma
        for _ in range(16):
            middle = (least + most) / 2
            least, most = (middle, most) if _on_screen(lightness, middle, hue) else (least, middle)
        chroma = least
    return Hex("#" + "".join(f"{_byte(value):02x}" for value in _to_linear(lightness, chroma, hue)))


def _on_screen(lightness: float, chroma: float, hue: float) -> bool:
    return all(-1e-4 <= value <= 1 + 1e-4 for value in _to_linear(lightness, chroma, hue))


def _to_linear(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _linear(colour: Hex) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _byte(light: float) -> int:
    light = min(1.0, max(0.0, light))
    return round((12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055) * 255)
