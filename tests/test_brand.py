"""What `brand:` does to the pages: colours, scheme, name, logo, fonts."""

from __future__ import annotations

import re

from kit import SiteCase

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'


def style_of(site: SiteCase) -> str:
    (link,) = site.page("/").attributes("link", rel="stylesheet")
    return site.read(link["href"].lstrip("/"))


def test_the_owners_colour_is_on_the_buttons_in_light_and_dark(site: SiteCase) -> None:
    site.config('brand: {color: "#FFD400"}\n').build()
    light, dark = re.findall(r"--fill:(#\w{6});", style_of(site))
    assert (light, dark) == ("#ffd400", "#ffd400")
    papers = [tag["content"] for tag in site.page("/").attributes("meta", name="theme-color")]
    assert papers == re.findall(r"--paper:(#\w{6});", style_of(site))


def test_without_an_accent_of_its_own_a_colour_does_not_take_the_themes(site: SiteCase) -> None:
    site.build()
    assert "--accent:#e3ae45;" in style_of(site)
    site.config('brand: {color: "#1f3f8f"}\n').build()
    assert "--accent:#e3ae45;" not in style_of(site)


def test_one_scheme_for_everybody(site: SiteCase) -> None:
    for scheme, paper in (("light", "#fbf9f4"), ("dark", "#1d1417")):
        site.config(f"brand: {{scheme: {scheme}}}\n").build()
        assert "prefers-color-scheme" not in style_of(site)
        assert site.page("/").meta("color-scheme") == scheme
        assert site.page("/").meta("theme-color") == paper
        assert re.findall(r"--paper:(#\w{6});", style_of(site))[-1] == paper
        assert f"color-scheme:{scheme};" in style_of(site)


def test_a_logo_for_dark_screens(site: SiteCase) -> None:
    site.file("content/media/giorno.svg", SVG).file("content/media/notte.svg", SVG)
    site.config("brand: {logo: media/giorno.svg, logo_dark: media/notte.svg}\n").build()
    (source,) = site.page("/").attributes("source")
    assert source == {"srcset": "/media/notte.svg", "media": "(prefers-color-scheme: dark)"}
    assert [image["src"] for image in site.page("/").images] == ["/media/giorno.svg"]
    assert site.has("media/notte.svg")
    site.config("brand: {logo: media/giorno.svg, logo_dark: media/notte.svg, scheme: dark}\n").build()
    assert [image["src"] for image in site.page("/").images] == ["/media/notte.svg"]


def test_the_name_stands_on_the_page_and_behind_its_title(site: SiteCase) -> None:
    site.file("content/pages/chi-sono.md", "---\ntitle: Chi sono\n---\n").config("brand: {name: Ore Libere}\n").build()
    page = site.page("/chi-sono/")
    assert page.title == "Chi sono · Ore Libere"
    assert page.meta("og:site_name") == "Ore Libere"
    assert "Prova" not in page.text


def test_a_pair_of_fonts(site: SiteCase) -> None:
    site.config("brand: {fonts: lettera}\n").build()
    assert re.search(r"--font-text:Charter,", style_of(site))


def test_visitors_download_no_comments_of_a_stylesheet_and_nothing_else_is_lost(site: SiteCase) -> None:
    kept = (
        """a::before{content:"/* no comment  */"}\nb{background:url(data:a/*b)}\n/*! Licence */\nc :d{e:'it\\'s /*'}"""
    )
    site.file("content/custom.css", f"/* mine */\n\n{kept}\n  /* the\n end */ f{{g:h}}/* i */j{{}}\n").build()
    assert f"@layer custom{{\n{kept}\nf{{g:h}} j{{}}\n}}" in style_of(site)
