"""Every colour of the themes, for whatever brand its owner chooses, can be read on all that it stands on."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.colour import Hex, contrast, oklch_of, shown, suggested, to_hex
from sitegen.parse.fields import Context, read_struct
from sitegen.parse.roles import Colours
from sitegen.parse.theme_settings import Settings
from sitegen.parse.yaml_text import from_yaml
from sitegen.plan.palette import Look, solve

THEMES = Path(__file__).parent.parent / "themes"
AA, LARGE = 4.5, 3.0
"""WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (edges of what is to be used)."""

GROUNDS = ("paper", "surface", "sunken", "second-tint")
PAIRS = {
    **{(token, ground): AA for token in ("ink", "text", "muted", "link", "info", "ok", "warn", "bad") for ground in GROUNDS},
    ("link", "tint"): AA, ("muted", "tint"): AA, ("on-tint", "tint"): AA, ("on-second-tint", "second-tint"): AA,
    **{(token, ground): LARGE for token in ("edge", "focus", "fill-edge") for ground in GROUNDS},
    **{(token, ground): AA for token in ("on-band", "on-band-muted") for ground in ("band", "band-2")},
    **{("brand", ground): AA for ground in ("paper", "surface", "sunken")},
    ("accent", "band"): AA, ("on-accent", "accent"): AA, ("on-brand", "brand"): AA,
    ("on-fill", "fill"): AA, ("on-fill", "fill-strong"): AA,
    **{(name, f"{name}-bg"): AA for name in ("info", "ok", "warn", "bad")},
}  # fmt: skip
"""What the stylesheets of `base` set on what."""

PAIRS_OF = {
    "base": PAIRS,
    "agenda": PAIRS | {("ink", "highlight"): AA, ("ink", "note"): AA, ("on-second", "second"): AA},
    "taccuino": PAIRS,
    "biglietto": {
        **{(token, ground): AA for token in ("ink", "text", "muted", "link", "bad") for ground in ("paper", "sunken")},
        ("on-fill", "fill"): AA,
    },
}
"""The same of each theme."""

hexes = st.integers(0, 0xFFFFFF).map(lambda number: Hex(f"#{number:06x}"))
looks = st.builds(Look, hexes, st.none() | hexes, st.sampled_from(("warm", "neutral", "cool")))


@cache
def roles(theme: str = "base") -> Colours:
    context = Context("theme.yaml", "it", ZoneInfo("Europe/Rome"))
    written = (THEMES / theme / "theme.yaml").read_text(encoding="utf-8")
    settings, problems = read_struct(from_yaml(written, "theme.yaml"), Settings, context, "theme")
    assert settings
    assert not problems
    if settings.restyle or not settings.parent:
        return settings.colors
    parent, own = roles(settings.parent), settings.colors
    return Colours(light=parent.light | own.light, dark=parent.dark | own.dark)


def test_no_theme_is_left_out() -> None:
    assert set(PAIRS_OF) == {path.parent.name for path in THEMES.glob("*/theme.yaml")}


@pytest.mark.parametrize("theme", PAIRS_OF)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@given(look=looks)
@example(look=Look(Hex("#000000")))
@example(look=Look(Hex("#ffffff"), Hex("#000000")))
@example(look=Look(Hex("#ffffff"), Hex("#ffffff")))
@example(look=Look(Hex("#808080")))
@example(look=Look(Hex("#ffd400")))
@example(look=Look(Hex("#7a2142"), Hex("#e3ae45")))
def test_every_text_can_be_read_whatever_the_brand(theme: str, scheme: str, look: Look) -> None:
    colours = solve(getattr(roles(theme), scheme), look)
    unread = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair, least in PAIRS_OF[theme].items()
              if contrast(colours[pair[0]], colours[pair[1]]) < least}  # fmt: skip
    assert not unread


@given(hexes)
@example(Hex("#ffd400"))
@example(Hex("#323f00"))
def test_buttons_have_the_owners_own_colour_wherever_text_can_be_read_on_it(brand: Hex) -> None:
    colours = solve(roles().light, Look(brand))
    readable = max(contrast(brand, colours["white"]), contrast(brand, colours["black"])) >= 4.6
    assert (colours["fill"] == brand) == readable


@given(hexes)
def test_a_colour_that_must_move_keeps_its_hue(brand: Hex) -> None:
    link, own = oklch_of(solve(roles().light, Look(brand))["link"]), oklch_of(brand)
    if own.chroma > 0.08 and link.chroma > 0.08:
        assert min(abs(link.hue - own.hue), 360 - abs(link.hue - own.hue)) < 4


def test_tones_differ_and_neutral_has_no_hue() -> None:
    papers = {tone: oklch_of(solve(roles().light, Look(Hex("#1f5c4d"), tone=tone))["paper"]) for tone in ("warm", "neutral", "cool")}  # fmt: skip
    assert papers["neutral"].chroma < 0.001
    assert abs(papers["warm"].hue - 88) < 12
    assert abs(papers["cool"].hue - 240) < 12


@given(hexes)
def test_a_colour_of_the_screen_comes_back_from_oklch_as_it_was(colour: Hex) -> None:
    again = shown(oklch_of(colour))
    assert all(abs(int(again[n : n + 2], 16) - int(colour[n : n + 2], 16)) <= 1 for n in (1, 3, 5))


def test_contrast_is_the_ratio_of_wcag() -> None:
    assert contrast(Hex("#000000"), Hex("#ffffff")) == pytest.approx(21)
    assert contrast(Hex("#777777"), Hex("#ffffff")) == pytest.approx(4.478, abs=0.001)
    assert contrast(Hex("#ffffff"), Hex("#0000ff")) == pytest.approx(8.592, abs=0.001)


@pytest.mark.parametrize(
    ("written", "colour"),
    [("#7A2142", "#7a2142"), ("#fc0", "#ffcc00"), ("7a2142", None), ("#7a214", None), ("#7a2142ff", None), ("", None), ("rosso", None)],
)  # fmt: skip
def test_what_is_a_colour(written: str, colour: str | None) -> None:
    assert to_hex(written) == colour


@pytest.mark.parametrize(
    ("written", "meant"),
    [("7A2142", "#7a2142"), ("#7a2142ff", "#7a2142"), ("# fc0", "#fc0"), ("0x7a2142", "#7a2142"), ("#7a2I42", ""), ("#OOFF00", "#00ff00"),
     ("rgb(122, 33, 66)", "#7a2142"), ("rgba(122 33 66 / .5)", "#7a2142"), ("rgb(300, 0, 0)", ""), ("Giallo", "#ffd400"), ("boh", "")],
)  # fmt: skip
def test_what_was_probably_meant(written: str, meant: str) -> None:
    assert suggested(written) == meant
