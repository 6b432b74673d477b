"""How a theme describes its colours: by their part on the page, not by their value."""

from __future__ import annotations

import msgspec

from sitegen.parse.fields import Colour


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """One colour of a theme. `hue` is that of the owner's `brand` or `accent`, of `second` (across the wheel from the brand),
    of `tone`, of a colour named before it, or a number of degrees. `lightness` is one wanted lightness from 0 to 1, or two
    between which the source keeps its own; `chroma` is the most that it may have.

    `on` names the colours on which it must be read, each with the least contrast; of those in `under`, one must be read on
    it. `best` takes whichever of the colours named is read best on `on`. `away_from` and `shift` take it further in
    lightness from a colour that stands on it. `color` is a fixed colour, which must be read as well.
    """

    color: Colour = Colour("")
    hue: str = "brand"
    lightness: tuple[float, ...] = (0.0, 1.0)
    chroma: float = 0.4
    on: dict[str, float] = {}
    under: dict[str, float] = {}
    best: tuple[str, ...] = ()
    away_from: str = ""
    shift: float = 0.0


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """The roles of each scheme by token. A role may name only those before it."""

    light: dict[str, Role] = {}
    dark: dict[str, Role] = {}
