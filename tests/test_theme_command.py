"""`sitegen theme`: the themes that there are, the beginning of a new one, and the colours that come of a brand."""

from __future__ import annotations

import re

import pytest
from kit import SiteCase, command, command_here, tree

from sitegen.colour import Hex, contrast


def test_the_themes_are_listed_with_what_they_say_of_themselves(
    site: SiteCase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site.config("theme: mio\n").file("themes/mio/theme.yaml", "name: mio\nparent: taccuino\ndescription: Il mio.\n")
    site.file("themes/rotto/theme.yaml", "name: [\n")
    monkeypatch.chdir(site.root)
    said = command_here(capsys, "theme", "list", "--lang", "it")
    assert said.returncode == 0
    assert "mio  ← taccuino  (in uso, in themes/)\n    Il mio.\n" in said.stdout
    assert "rotto  (in themes/, non si può usare: prova a costruire il sito)\n" in said.stdout
    assert "biglietto  ← base\n    Un biglietto da visita." in said.stdout
    assert "biglietto  ← base\n    A calling card." in command_here(capsys, "theme", "list", "--lang", "en").stdout


@pytest.mark.parametrize("parent", ["", "taccuino", "biglietto"])
def test_a_new_theme_looks_like_its_parent_until_it_says_otherwise(
    parent: str, site: SiteCase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.root)
    said = command_here(capsys, "theme", "new", "mio", "--lang", "it", *(["--parent", parent] if parent else []))
    assert said.returncode == 0
    assert "theme: mio" in said.stdout
    page = site.config(f"theme: {parent or 'base'}\n").build().read("index.html")
    own = site.config("theme: mio\n").build().read("index.html")
    without_style = [re.sub(r"style\.\w+\.css", "", each) for each in (page, own)]
    assert without_style[0] == without_style[1]
    assert site.codes() == ()
    site.edit("themes/mio/theme.yaml", "#  page: 60rem", "  page: 50rem")
    site.edit("themes/mio/assets/mio.css", "@layer theme {\n", "@layer theme {\n.own { color: var(--ink) }\n")
    style = next(path for path in site.build().paths() if path.startswith("assets/style."))
    assert "--page:50rem" in site.read(style)
    assert ".own{color:var(--ink)}" in site.read(style)


def test_a_theme_that_is_there_is_never_written_over(site: SiteCase) -> None:
    site.file("themes/mio/appunti.txt", "miei")
    before = tree(site.root)
    assert command("theme", "new", "mio", cwd=site.root).returncode == 1
    assert command("theme", "new", "../fuori", cwd=site.root).returncode == 1
    assert tree(site.root) == before
    assert not (site.root.parent / "fuori").exists()


COLOUR = re.compile(
    r"^ +(\S+) +(#[0-9a-f]{6})(?:  on (\S+) ([0-9.]+) \(at least ([0-9.]+)\))?(?:  instead of (#[0-9a-f]{6}).*)?$"
)


@pytest.mark.parametrize("brand", ["#7a2142", "#ffee00", "#808080"])
def test_colours_are_shown_with_how_well_they_are_read(brand: str, site: SiteCase) -> None:
    site.config(f'theme: agenda\nbrand: {{color: "{brand}"}}\n')
    said = command("theme", "colors", cwd=site.root)
    assert said.returncode == 0, said.stderr
    light, dark = said.stdout.split("\nLight\n")[1].split("\nDark\n")
    for scheme in (light, dark):
        rows = [found for line in scheme.split("\n") if (found := COLOUR.match(line))]
        colours = {found[1]: Hex(found[2]) for found in rows}
        assert {"ink", "paper", "fill", "on-fill"} <= set(colours)
        for token, colour, on, ratio, least, instead in (found.groups() for found in rows):
            if on:
                assert f"{contrast(Hex(colour), colours[on]):.1f}" == ratio, token
                assert float(ratio) >= float(least) - 0.05, token
            assert instead != colour
    site.build()
    style = site.read(next(path for path in site.paths() if path.startswith("assets/style.")))
    fill = COLOUR.search(next(line for line in light.split("\n") if " fill " in line))[2]  # type: ignore[index]
    assert re.search(rf"--fill:{ {'#808080': 'gray', '#ffee00': '#fe0'}.get(fill, fill) };", style)


def test_an_owner_is_told_what_becomes_of_her_colour(site: SiteCase) -> None:
    kept = command("theme", "colors", "base", cwd=site.config('brand: {color: "#204e4a"}\n').root).stdout
    assert "On buttons #204e4a stays as it is." in kept
    assert "instead of #204e4a" not in kept.split("\nDark\n")[0]
    yellow = command("theme", "colors", "base", cwd=site.config('brand: {color: "#ffee00"}\n').root).stdout
    assert re.search(r"^ +brand +#[0-9a-f]{6} .* instead of #ffee00", yellow, re.MULTILINE)
    assert "Colours “instead of” others" in yellow
