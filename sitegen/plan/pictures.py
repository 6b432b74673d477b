"""A picture as browsers are offered it: in several widths, and in the formats that newer ones know."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TypeGuard

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import encoder_digest
from sitegen.parse.pictures import Facts, reader_of
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Encoding, Spec

WIDTHS = (480, 800, 1200, 1600)
"""Of a picture in the text of a phone or a desk, at one, two and three dots a pixel."""

PLAIN_WIDTH = 1200
"""The one that a browser gets that knows none of the newer formats, and whoever shows the page elsewhere."""

SMALL = 10_000
"""Bytes up to which a picture is shown as it is: there is nothing to win."""

NEWER: tuple[Encoding, ...] = ("avif", "webp")
_ENDS: dict[Encoding, str] = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg", "png": ".png"}


class Offer(msgspec.Struct, frozen=True):
    """A picture by the files that it is offered as: of each newer format those of all widths, and one that all browsers show."""

    newer: dict[Encoding, tuple[tuple[OutputPath, Spec], ...]]
    plain: tuple[OutputPath, Spec]


def is_offered(facts: Facts | None, size: int) -> bool:
    """Whether a picture of `size` bytes is offered in other forms than its own, when it is shown. Drawings are sharp at any width,
    and what moves stays as it is.
    """
    return _is_still(facts) and (size > SMALL or facts.format in ("bmp", "heif"))


def _is_still(facts: Facts | None) -> TypeGuard[Facts]:
    return facts is not None and not facts.wrong and facts.format not in ("", "gif") and not facts.moves


def offer_of(path: OutputPath, facts: Facts, digest: Digest) -> Offer:
    """The files of a picture that would lie at `path` as it is; `digest` is that of its bytes. It is never made wider."""
    widths = [width for width in WIDTHS if width < facts.width]
    widths += [facts.width] if facts.width <= WIDTHS[-1] else []
    newer = {each: tuple(_file(path, width, each, facts, digest) for width in widths) for each in NEWER}
    plain = max(width for width in widths if width <= PLAIN_WIDTH or width == widths[0])
    return Offer(newer, _file(path, plain, "png" if facts.clear or facts.drawn else "jpeg", facts, digest))


def _file(path: OutputPath, width: int, encoding: Encoding, facts: Facts, digest: Digest) -> tuple[OutputPath, Spec]:
    """Its name carries a digest of all that its bytes are made of, so that a browser may keep it for ever."""
    is_drawn = facts.drawn and encoding == "webp"
    spec = Spec(width, max(round(facts.height * width / facts.width), 1), encoding, is_drawn)
    mark = of_value((digest, spec, encoder_digest(), reader_of(path)))[:8]
    return OutputPath(f"{posixpath.splitext(path)[0]}.{width}.{mark}{_ENDS[encoding]}"), spec


def files_of(offer: Offer) -> Iterator[tuple[OutputPath, Spec]]:
    """All of them."""
    for files in offer.newer.values():
        yield from files
    yield offer.plain
