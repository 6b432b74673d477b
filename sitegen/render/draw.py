"""SVG and fonts → a PNG of few colours. What lies in its `<foreignObject>`s is text, set here: SVG itself wraps none.

resvg draws all the rest, without fonts of this machine, so that the same site is the same picture wherever fonts differ.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from threading import RLock
from typing import Any

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from sitegen.render.lettering import Lettering, lettering
from sitegen.render.setting import ELLIPSIS, beginning, set_text

COLOURS = 96
_VARIABLE = re.compile(r"var\(--([\w-]+)(?:,\s*([^()]*))?\)")
_TEXT = re.compile(r"<foreignObject\b([^>]*?)(?:/>|>(.*?)</foreignObject>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SVGS_OWN_TEXT = re.compile(r"<text[\s/>]")
_TAG = re.compile(r"<[^>]*>")
_ELSEWHERE = re.compile(r"""\bhref\s*=\s*["'](?!#|data:)|\burl\(\s*["']?(?!#|["']?#)""")
_NOBODY = "\U0010ffff"  # a sign that no font has
_SAMPLE = "Hamburgefonstiv"
_EM = 100
_LOCK = RLock()  # a font is asked by one thread at a time

Fonts = Mapping[str, Sequence[bytes]]
"""The files of each font by its name, in the order in which they are asked for a sign."""


class Undrawable(Exception):
    """A drawing that cannot be made; `cause` says why: what cannot be read or drawn (`drawing`, `elsewhere`, `text`, `box`, `font`);
    `font` is the one.
    """

    def __init__(self, cause: str, reported: object = "", font: bytes | None = None) -> None:
        super().__init__(cause, reported)
        self.cause, self.reported, self.font = f"card.{cause}", str(reported), font


def draw(svg: str, size: tuple[int, int], colors: Mapping[str, str], fonts: Fonts) -> bytes:
    """The picture as a PNG. Raises `Undrawable`."""
    picture, palette = paint(svg, size, colors, fonts)
    file = BytesIO()
    few = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    few.save(file, "PNG", compress_type=3)  # runs, as type and plain grounds are
    return file.getvalue()


def paint(svg: str, size: tuple[int, int], colors: Mapping[str, str], fonts: Fonts) -> tuple[Image.Image, Image.Image]:
    """The picture, and one that has the palette which it can be shown with. Raises `Undrawable`.

    A `<foreignObject>` has `x`, `y`, `width`, `height` in the picture's pixels, `font-family` (a name of `fonts`), `font-size` (at
    most; at least `data-least`), `font-weight`, `fill`, `text-anchor` (start, middle, end), `data-anchor` (top, middle, bottom) and
    `data-leading`, how many sizes a line is high. `data-else` is written where no font has anything of the text.
    """
    svg = _COMMENT.sub("", svg)
    texts = [(_lettering(each[1], colors), _plain(each[2] or "")) for each in _TEXT.finditer(svg)]
    ground_svg = _coloured(_TEXT.sub("", svg), colors)
    if _SVGS_OWN_TEXT.search(ground_svg):
        raise Undrawable("text")
    with _LOCK:
        ground, palette = _ground(ground_svg, size, tuple(how for how, _ in texts),
                                  tuple((name, tuple(files)) for name, files in fonts.items()))  # fmt: skip
        picture = ground.copy()
        pen = ImageDraw.Draw(picture)
        for how, text in texts:
            _write(pen, text, how, fonts)
    return picture, palette


def drawing(svg: str, width: int | None, height: int | None) -> Image.Image:
    """An SVG as wide and as high, or as one of these says. Raises `Undrawable`; nothing is asked for that is not in it."""
    if _ELSEWHERE.search(svg):
        raise Undrawable("elsewhere")
    try:
        png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=width, height=height)
    except ValueError as error:
        raise Undrawable("drawing", error) from error
    with Image.open(BytesIO(png)) as opened:
        return opened.convert("RGBA")


def _coloured(text: str, colors: Mapping[str, str]) -> str:
    return _VARIABLE.sub(lambda found: colors.get(found[1], found[2] or "#000"), text)


def _lettering(written: str, colors: Mapping[str, str]) -> Lettering:
    attributes = {name: one or other for name, one, other in _ATTRIBUTE.findall(written)}
    try:
        return lettering(attributes | {"fill": _coloured(attributes.get("fill", "#000"), colors)})
    except ValueError as error:
        raise Undrawable("box", error) from error


def _plain(markup: str) -> str:
    return unicodedata.normalize("NFC", html.unescape(_TAG.sub("", markup)))


@lru_cache(maxsize=32)
def _ground(svg: str, size: tuple[int, int], texts: tuple[Lettering, ...],
            fonts: tuple[tuple[str, tuple[bytes, ...]], ...]) -> tuple[Image.Image, Image.Image]:  # fmt: skip
    """What many cards have in common: all but their text, and the colours in which they are drawn, text and all."""
    ground = Image.new("RGB", size, "#ffffff")
    drawn = drawing(svg, *size)
    ground.paste(drawn, mask=drawn)
    sample = ground.copy()
    pen = ImageDraw.Draw(sample)
    for how in texts:
        _write(pen, _SAMPLE, how, dict(fonts))
    return ground, sample.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def _write(pen: ImageDraw.ImageDraw, text: str, how: Lettering, fonts: Fonts) -> None:
    face, box = _Face(tuple(fonts.get(how.family) or fonts["text"]), how.weight), how.box
    shown = face.shown(beginning(text))
    if not shown.strip(ELLIPSIS):
        shown = face.shown(beginning(how.otherwise))
    size, lines = set_text(shown, box, lambda part: face.width(part, _EM) / _EM)
    line = size * box.leading
    top = how.y + how.down * (box.height - line * len(lines))
    for number, each in enumerate(lines):
        left = how.x + how.along * (box.width - face.width(each, size))
        base = top + line * number + (line - size) / 2 + size * 0.8
        face.write(pen, each, (left, base), size, how.fill)


class _Face:
    """Fonts that stand in for one another, at a weight."""

    def __init__(self, files: tuple[bytes, ...], weight: float) -> None:
        self._files, self._weight = files, weight

    def shown(self, text: str) -> str:
        """The text without the signs that no font has, such as emoji; of a letter with a mark that none has, the letter."""
        signs = (sign if self._owner(sign) is not None else self._letter(sign) for sign in text if _is_seen(sign))
        return re.sub(r"[ \t\r\n]+", " ", "".join(signs)).strip()

    def _letter(self, sign: str) -> str:
        bare = "".join(each for each in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(each))
        return bare if bare and all(self._owner(each) is not None for each in bare) else ""

    def _owner(self, sign: str) -> bytes | None:
        if sign.isspace():
            return self._files[0]
        return next((file for file in self._files if _has(file, sign)), None)

    def _runs(self, text: str) -> Iterator[tuple[bytes, str]]:
        """The parts of a text that one font has: whole words, as far as one has all their signs."""
        run = self._files[0], ""
        for word in re.findall(r"\s+|\S+", text):
            whole = (
                run[0]
                if word.isspace()
                else next((file for file in self._files if all(_has(file, each) for each in word)), None)
            )
            for owner, part in [(whole, word)] if whole else [(self._owner(sign) or run[0], sign) for sign in word]:
                if owner is not run[0]:
                    yield run
                    run = owner, ""
                run = owner, run[1] + part
        yield run

    def width(self, text: str, size: int) -> float:
        """In pixels."""
        return sum(_font(file, size, self._weight).getlength(part) for file, part in self._runs(text))

    def write(
        self, pen: ImageDraw.ImageDraw, text: str, at: tuple[float, float], size: int, fill: tuple[int, ...]
    ) -> None:
        """Writes a line that begins there, on its base line."""
        left, base = at
        for file, part in self._runs(text):
            font = _font(file, size, self._weight)
            pen.text((left, base), part, font=font, fill=fill, anchor="ls")
            left += font.getlength(part)


def _is_seen(sign: str) -> bool:
    """Not so signs that only join or choose others, and half of a pair that has lost the other."""
    return sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Mn", "Me")


@lru_cache(maxsize=4096)
def _has(file: bytes, sign: str) -> bool:
    """Whether a font has a sign: it shows a sign of its own for those that it has not."""
    font = _font(file, _EM, 400)
    return _seen(font, sign) != _seen(font, _NOBODY)


def _seen(font: Any, sign: str) -> tuple[object, float]:
    mask = font.getmask(sign)
    return (mask.size, bytes(mask)), font.getlength(sign)


@lru_cache(maxsize=256)
def _font(file: bytes, size: int, weight: float) -> ImageFont.FreeTypeFont:
    try:
        font = ImageFont.truetype(BytesIO(file), size)
    except OSError as error:
        raise Undrawable("font", error, file) from error
    with suppress(OSError):  # of a font that has but one weight
        font.set_variation_by_axes([_along(axis, weight) for axis in font.get_variation_axes()])
    return font


def _along(axis: Any, weight: float) -> float:
    """Where a font is to stand on one of its axes."""
    wanted = weight if axis["name"] == b"Weight" else axis["default"]
    return float(min(max(wanted, axis["minimum"]), axis["maximum"]))
