"""How a theme describes its fonts: pairs for headings and text, with the files that these need."""

from __future__ import annotations

import msgspec

from sitegen.parse.fields import FilePath


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One `@font-face`. It has a `file` of the theme's assets, or is a stand-in until that has come: `local` names fonts of
    the reader's device, and `size`, `ascent`, `descent` and `gap` (in CSS `size-adjust` and the `…-override`s) give it the
    measures of the file's, so that no line moves. `weight` may be a range (`400 700`); `preload` asks for the file early.
    """

    family: str
    file: FilePath | None = None
    local: tuple[str, ...] = ()
    weight: str = ""
    style: str = ""
    size: str = ""
    ascent: str = ""
    descent: str = ""
    gap: str = ""
    preload: bool = False


class Fonts(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of CSS font stacks, for headings and for text, and the faces that they name."""

    display: str
    text: str
    faces: tuple[Face, ...] = ()


def is_whole_font(data: bytes) -> bool:
    """Whether a WOFF2 file is as long as it says that it is (W3C, WOFF File Format 2.0, §4.1: `length`); other kinds do not say."""
    return data[:4] != b"wOF2" or int.from_bytes(data[8:12]) == len(data)
