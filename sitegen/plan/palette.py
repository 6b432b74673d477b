"""A theme's roles and the owner's one or two colours → every colour of the site, in light and dark.

Each role keeps its hue, begins at the lightness that the theme wants, and moves from there the least distance at which it
is read on all that it must be read on. What comes out is plain `#rrggbb`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from sitegen.colour import Hex, Oklch, contrast, oklch_of, shown
from sitegen.parse.roles import Role

TONES = {"warm": 88.0, "neutral": None, "cool": 240.0}
"""The hue that papers and inks have a trace of."""

GREY = 0.02
"""Below this chroma a colour is a grey, and its hue is noise."""

_COLD = 250.0
_ANY_CHROMA = 0.4
_DARK_YELLOW = 0.03
_STEP = 0.01


class Look(msgspec.Struct, frozen=True):
    """What the owner chose; `accent` None leaves it to the brand colour."""

    brand: Hex
    accent: Hex | None = None
    tone: str = "warm"


class Unsolvable(Exception):
    """A role that no colour can fill: `token` is its name, `other` the one that it names in vain or cannot be read on;
    `ratio` is the contrast that it has there, where that is what is wrong.
    """

    def __init__(self, token: str, other: str = "", ratio: float = 0) -> None:
        super().__init__(token)
        self.token = token
        self.other = other
        self.ratio = ratio


def solve(roles: Mapping[str, Role], look: Look) -> dict[str, Hex]:
    """The colours of one scheme by token, in the order of the roles. Raises `Unsolvable`."""
    sources, exactly = _sources(look), _exactly(look)
    colours: dict[str, Hex] = {}
    for token, role in roles.items():
        for named in (*role.on, *role.under, *role.best, *filter(None, (role.away_from,))):
            if named not in colours:
                raise Unsolvable(token, named)
        colours[token] = _colour(token, role, colours, sources, exactly)
    return colours


def wanted(roles: Mapping[str, Role], look: Look, colours: Mapping[str, Hex]) -> dict[str, Hex]:
    """What each of the `colours` that were solved would be if nobody had to read it."""
    sources, exactly = _sources(look), _exactly(look)
    asked = {}
    for token, colour in colours.items():
        role = roles[token]
        if role.color or role.best:
            asked[token] = colour
        else:
            start, exact = _wish(token, role, colours, sources, exactly)
            asked[token] = exact or shown(start)
    return asked


def _exactly(look: Look) -> dict[str, Hex]:
    return {"brand": look.brand} | ({"accent": look.accent} if look.accent else {})


def _sources(look: Look) -> dict[str, Oklch]:
    """What a role may take its hue from."""
    brand = oklch_of(look.brand)
    hue = brand.hue if brand.chroma >= GREY else _COLD
    accent = (
        oklch_of(look.accent) if look.accent else Oklch(0.8, 0.13, (hue + 75) % 360 if brand.chroma >= GREY else 80)
    )
    tone = TONES[look.tone]
    return {
        "brand": brand._replace(hue=hue),
        "accent": accent,
        "second": Oklch(brand.lightness, _ANY_CHROMA, (hue + 160) % 360),
        "tone": Oklch(0.5, 0 if tone is None else _ANY_CHROMA, tone or 0),
    }


def _colour(token: str, role: Role, colours: Mapping[str, Hex], sources: Mapping[str, Oklch],
            exactly: Mapping[str, Hex]) -> Hex:  # fmt: skip
    is_read = _reader(role, colours)
    if role.color:
        fixed = Hex(role.color)
        return fixed if is_read(fixed) else _give_up(token, role, colours, fixed)
    if role.best:
        return max((colours[each] for each in role.best), key=lambda each: _least(each, role.on, colours))
    start, exact = _wish(token, role, colours, sources, exactly)
    if exact and is_read(exact):
        return exact
    found = _nearest(start, is_read)
    return found if found else _give_up(token, role, colours, shown(start))


def _wish(token: str, role: Role, colours: Mapping[str, Hex], sources: Mapping[str, Oklch],
          exactly: Mapping[str, Hex]) -> tuple[Oklch, Hex | None]:  # fmt: skip
    """Where the search begins, and the colour that it stands for to the digit, if it is one that was chosen."""
    source = _source(token, role, colours, sources)
    start = _start(role, source, colours)
    exact = exactly.get(role.hue) if role.hue in sources else colours.get(role.hue)
    return start, exact if start == source else None


def _source(token: str, role: Role, colours: Mapping[str, Hex], sources: Mapping[str, Oklch]) -> Oklch:
    if role.hue in sources:
        return sources[role.hue]
    if role.hue in colours:
        return oklch_of(colours[role.hue])
    try:
        return Oklch(0.5, _ANY_CHROMA, float(role.hue) % 360)
    except ValueError:
        raise Unsolvable(token, role.hue) from None


def _start(role: Role, source: Oklch, colours: Mapping[str, Hex]) -> Oklch:
    """Where the search begins. A dark yellow looks like mud unless it is nearly grey: where a role
    limits the chroma at all, it is taken so.
    """
    lightness = min(max(source.lightness, role.lightness[0]), role.lightness[-1])
    if role.away_from:
        shift = role.shift if oklch_of(colours[role.away_from]).lightness < lightness else -role.shift
        lightness += (
            shift if 0 <= lightness + shift <= 1 else -4 * shift
        )  # next to black the eye sees small steps badly
    chroma = min(source.chroma, role.chroma)
    if lightness <= 0.4 and 65 <= source.hue <= 130 and role.chroma < _ANY_CHROMA and role.hue in ("brand", "second"):
        chroma = min(chroma, _DARK_YELLOW)
    return Oklch(min(max(lightness, 0), 1), chroma, source.hue)


def _reader(role: Role, colours: Mapping[str, Hex]) -> Callable[[Hex], bool]:
    """Whether a colour is read on all of `on`, and one of `under` is read on it."""

    def is_read(colour: Hex) -> bool:
        on_all = all(contrast(colour, colours[other]) >= least for other, least in role.on.items())
        return on_all and (
            not role.under or any(contrast(colour, colours[other]) >= least for other, least in role.under.items())
        )

    return is_read


def _nearest(start: Oklch, is_read: Callable[[Hex], bool]) -> Hex | None:
    """The first colour that is read, going from `start` to darker and lighter ones at the same pace."""
    if is_read(shown(start)):
        return shown(start)
    steps = int(1 / _STEP) + 1
    for number in range(1, steps + 1):
        for direction in (-_STEP, _STEP):
            lightness = start.lightness + number * direction
            if -_STEP < lightness < 1 + _STEP:
                clamped = start._replace(lightness=min(max(lightness, 0.0), 1.0))
                if is_read(shown(clamped)):
                    return _back(
                        clamped, clamped._replace(lightness=min(max(lightness - direction, 0.0), 1.0)), is_read
                    )
    return None


def _back(read: Oklch, unread: Oklch, is_read: Callable[[Hex], bool]) -> Hex:
    """As far back from `read` towards `unread` as it is still read."""
    for _ in range(6):
        middle = read._replace(lightness=(read.lightness + unread.lightness) / 2)
        read, unread = (middle, unread) if is_read(shown(middle)) else (read, middle)
    return shown(read)


def _least(colour: Hex, others: Iterable[str], colours: Mapping[str, Hex]) -> float:
    return min((contrast(colour, colours[other]) for other in others), default=0)


def _give_up(token: str, role: Role, colours: Mapping[str, Hex], colour: Hex) -> Hex:
    worst = min((*role.on, *role.under), key=lambda other: contrast(colour, colours[other]))
    raise Unsolvable(token, worst, contrast(colour, colours[worst]))
