"""A theme's colours as they come out for a brand: how well each is read, and which had to give way for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sitegen.colour import Hex, contrast
from sitegen.parse.config import Config
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Context
from sitegen.parse.memo import NO_MEMO
from sitegen.parse.roles import Role
from sitegen.parse.theme import read_theme
from sitegen.plan.palette import Look, wanted
from sitegen.plan.style import look_of, make_style
from sitegen.problems import Place, Problem
from sitegen.read.snapshot import Snapshot


class Swatch(NamedTuple):
    """A colour of one scheme. `on` is the token on which it is read worst, with the contrast it has there and the least that
    the theme asks for; "" where it need not be read. `asked` is what it would be if nobody had to read it.
    """

    token: str
    colour: Hex
    asked: Hex
    on: str = ""
    ratio: float = 0
    least: float = 0


class Swatches(NamedTuple):
    """The colours of a theme in both schemes, and what they were worked out from."""

    theme: str
    look: Look
    light: tuple[Swatch, ...]
    dark: tuple[Swatch, ...]


def swatches_of(snapshot: Snapshot, config: Config, name: str) -> tuple[Swatches, tuple[Problem, ...]]:
    """The colours of the theme `name` with the site's brand, and what is wrong with it."""
    context = Context(CONFIG, config.language, config.zone)
    theme, problems = read_theme(name, snapshot, context, Place("sitegen"), NO_MEMO)
    if theme is None:
        return Swatches(name, Look(Hex("#000000")), (), ()), tuple(problems)
    look = look_of(theme, config.brand)
    style, wrong = make_style(theme, config, snapshot)
    light, dark = swatches(theme.colors.light, look, style.light), swatches(theme.colors.dark, look, style.dark)
    return Swatches(name, look, light, dark), (*problems, *wrong)


def swatches(roles: Mapping[str, Role], look: Look, colours: Mapping[str, Hex]) -> tuple[Swatch, ...]:
    """The colours of a scheme, in the order of its roles."""
    asked = wanted(roles, look, colours)
    return tuple(_swatch(token, roles[token], colours, asked[token]) for token in colours)


def _swatch(token: str, role: Role, colours: Mapping[str, Hex], asked: Hex) -> Swatch:
    colour = colours[token]
    if not role.on:
        return Swatch(token, colour, asked)
    on = min(role.on, key=lambda other: contrast(colour, colours[other]) / role.on[other])
    return Swatch(token, colour, asked, on, contrast(colour, colours[on]), role.on[on])
