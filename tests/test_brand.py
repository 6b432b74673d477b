"""What `brand:` does to the pages: colours, scheme, name, logo, fonts."""

from __future__ import annotations

import re

import pytest
from kit import SiteCase, tree

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'


def style_of(site: SiteCase) -> str:
    """The stylesheet of every page."""
    link = site.page("/").attributes("link", rel="stylesheet")[0]
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


def outermost(style: str) -> set[str]:
    """What the rules of a stylesheet that stand in no other begin with."""
    while (plain := re.sub(r"\{[^{}]*\}", ";", style)) != style:
        style = plain
    return {each.strip().split(" ")[0] for each in style.split(";") if each.strip()}


def layers_of(style: str) -> list[str]:
    """The layers of a stylesheet in their order, which is that in which they are first named (CSS Cascade 5, 6.4.4)."""
    return list(dict.fromkeys(",".join(re.findall(r"@layer ([\w,-]+)[;{]", style)).split(",")))


@pytest.mark.parametrize("theme", ["agenda", "base", "biglietto", "taccuino"])
def test_the_sites_own_rules_win_over_those_of_each_theme(theme: str, site: SiteCase) -> None:
    """A rule in a later layer wins however specific others are, and one in no layer over all (CSS Cascade 5)."""
    site.config(f"theme: {theme}\n").file("content/custom.css", "a { color: red }\n").build()
    style = style_of(site)
    assert layers_of(style)[-1] == "custom"
    assert "@layer custom{a{color:red}}" in style
    sheets = [site.read(path) for path in site.paths() if path.endswith(".css")]
    assert {each for sheet in sheets for each in outermost(sheet)} <= {"@layer", "@font-face"}


OPTIONS = """\
-- themes/mio/theme.yaml --
name: mio
parent: base
options:
  corners: {round: {}, square: {styles: [square.css], sheets: {post: [square-post.css]}}}
-- themes/mio/assets/square.css --
@layer theme { .btn { border-radius: 0 } }
-- themes/mio/assets/square-post.css --
@layer theme { .offer { border-radius: 0 } }
-- themes/child/theme.yaml --
name: child
parent: mio
options:
  corners: {cut: {styles: [cut.css]}}
-- themes/child/assets/cut.css --
@layer theme { .btn { corner-shape: bevel } }
"""


def test_an_option_of_the_theme_brings_the_stylesheets_of_what_is_chosen(site: SiteCase) -> None:
    site.write(OPTIONS).file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n")
    site.config("theme: mio\n").build()
    assert ".btn{border-radius:0}" not in style_of(site)
    assert not [path for path in site.paths() if path.startswith("assets/square")]
    site.config("theme: mio\ntheme_options: {corners: square}\n").build()
    assert "@layer theme{.btn{border-radius:0}}" in style_of(site)
    (sheet,) = [path for path in site.paths() if path.startswith("assets/post.")]
    assert ".offer{border-radius:0}" in site.read(sheet)
    site.config("theme: child\ntheme_options: {corners: cut}\n").build()
    assert "@layer theme{.btn{corner-shape:bevel}}" in style_of(site)
    site.file("themes/child/assets/cut.css", "@layer theme { .btn { corner-shape: notch } }").build()
    assert "@layer theme{.btn{corner-shape:notch}}" in style_of(site)


def icons(site: SiteCase) -> list[str]:
    return [link["href"] for link in site.page("/").attributes("link", rel="icon")]


def test_the_icon_of_the_site(site: SiteCase) -> None:
    site.build()
    assert icons(site) == []
    site.file("content/static/favicon.ico", b"icon").build()
    assert icons(site) == ["/favicon.ico"]
    site.file("content/static/favicon.svg", SVG).build()
    assert icons(site) == ["/favicon.svg"]


THEME = """\
-- themes/mio/theme.yaml --
name: mio
parent: base
brand: {fonts: nuovo}
styles: [mio.css]
sheets:
  post: [nota.css]
  prezzi: [prezzi.css]
fonts:
  nuovo:
    display: 'Nuovo, "Nuovo Georgia", serif'
    text: sans-serif
    faces:
      - {family: Nuovo, file: caratteri/nuovo.woff2, weight: 400 700, preload: true}
      - {family: Nuovo, file: caratteri/nuovo-corsivo.woff2, weight: 400 700, style: italic}
      - {family: Nuovo Georgia, local: [Georgia, Gelasio], size: 108%, ascent: 96%, descent: 26%, gap: 0%}
-- themes/mio/assets/mio.css --
@layer theme { .everywhere { color: red } }
-- themes/mio/assets/nota.css --
@layer theme { .only-posts { color: red } }
-- themes/mio/assets/prezzi.css --
@layer theme { .only-prices { color: red } }
-- themes/mio/assets/caratteri/nuovo.woff2 --
upright
-- themes/mio/assets/caratteri/nuovo-corsivo.woff2 --
italic
-- content/posts/a.md --
---
title: A
date: 2026-01-14
---
"""


def published(site: SiteCase) -> list[str]:
    return sorted(path for path in tree(site.output) if path.startswith("assets/"))


def test_the_files_of_the_chosen_fonts_are_published_and_asked_for_early(site: SiteCase) -> None:
    site.write(THEME).config("theme: mio\n").build()
    css = style_of(site)
    assert css.startswith("@font-face{font-family:Nuovo;font-display:swap;src:url(caratteri/nuovo.")
    addresses = ["assets/" + address for address in re.findall(r"url\((.*?)\)", css)]
    assert [site.read(address).strip() for address in addresses] == ["upright", "italic"]
    (early,) = site.page("/").attributes("link", rel="preload")
    assert early == {
        "rel": "preload",
        "href": f"/{addresses[0]}",
        "as": "font",
        "type": "font/woff2",
        "crossorigin": "",
    }
    assert ('@font-face{font-family:Nuovo Georgia;src:local(Georgia),local(Gelasio);size-adjust:108%;ascent-override:96%;'
            "descent-override:26%;line-gap-override:0%}") in css  # fmt: skip


def test_another_file_of_a_font_has_another_name(site: SiteCase) -> None:
    site.write(THEME).config("theme: mio\n").build()
    before = published(site)
    site.edit("themes/mio/assets/caratteri/nuovo.woff2", "upright", "bold").build()
    assert len(published(site)) == len(before)
    assert len(set(published(site)) & set(before)) == len(before) - 2  # the font, and the stylesheet that names it


def test_fonts_that_are_not_chosen_are_not_published(site: SiteCase) -> None:
    site.write(THEME).config("theme: mio\nbrand: {fonts: libro}\n").build()
    assert not [path for path in published(site) if "nuovo" in path]
    assert "@font-face" not in style_of(site)
    assert not site.page("/").attributes("link", rel="preload")


def test_a_page_has_the_stylesheet_of_all_pages_and_that_of_its_kind(site: SiteCase) -> None:
    site.write(THEME).config("theme: mio\n").build()
    styles = [link["href"].lstrip("/") for link in site.page("/blog/a/").attributes("link", rel="stylesheet")]
    assert [".everywhere" in site.read(path) for path in styles] == [True, False]
    assert [".only-posts" in site.read(path) for path in styles] == [False, True]
    assert ".byline" in site.read(styles[1])
    assert not any(".only-prices" in site.read(path) for path in styles)
    assert any(".only-prices" in site.read(path) for path in published(site) if path.endswith(".css"))


RESTYLED = """\
-- themes/nudo/theme.yaml --
name: nudo
parent: base
restyle: true
layers: [nudo, custom]
styles: [nudo.css]
tokens: {largo: 40rem}
colors:
  light:
    inchiostro: {color: "#222222"}
-- themes/nudo/assets/nudo.css --
@layer nudo { body { color: var(--inchiostro) } }
-- themes/figlio/theme.yaml --
name: figlio
parent: nudo
styles: [figlio.css]
-- themes/figlio/assets/figlio.css --
@layer nudo { p { max-inline-size: var(--largo) } }
-- content/posts/a.md --
---
title: A
date: 2026-01-14
category: Posta
---
"""


def test_a_theme_that_restyles_its_parent_has_its_pages_and_words_but_nothing_of_its_look(site: SiteCase) -> None:
    site.write(RESTYLED).config("theme: figlio\n").build()
    for address in ("/", "/blog/", "/blog/a/"):
        assert len(site.page(address).attributes("link", rel="stylesheet")) == 1, address
    assert "Vai al contenuto" in site.page("/").text
    assert [path for path in published(site) if path.endswith(".css")] == [
        site.page("/").attributes("link", rel="stylesheet")[0]["href"].lstrip("/")
    ]
    style = style_of(site)
    assert layers_of(style) == ["nudo", "tokens", "custom"]
    assert set(re.findall(r"--([\w-]+):", style)) == {"inchiostro", "font-display", "font-text", "largo"}
    assert style.index("body{") < style.index("p{")
    site.edit("themes/nudo/theme.yaml", "restyle: true", "restyle: false").build()
    assert "--second-tint:" in style_of(site)
    site.compare_with_clean_build()


def test_visitors_download_no_comments_of_a_stylesheet_and_nothing_else_is_lost(site: SiteCase) -> None:
    kept = """a:after{content:"/* no comment  */"}b{background:url(data:a/*b)}c :d{e:"it's /*"}f{g:h}j,k{l:calc(1px + 2px)}"""
    licence = "/*! Licence */"
    written = kept.replace("}", "}\n\n/* mine\n here */").replace("{g:h}", "{ g : h ; }")
    site.file("content/custom.css", f"{licence}{written}").build()
    assert f"@layer custom{{{kept}}}" in style_of(site)
    assert style_of(site).startswith(licence)


def test_a_stylesheet_is_written_for_the_browsers_of_a_year(site: SiteCase) -> None:
    site.file("content/custom.css", "p { color: oklch(60% .1 20); & > b { inset: 0; color: red } }\n").build()
    assert "p>b{color:red;inset:0}" in style_of(site)
    assert "p{color:#b46767;color:" in style_of(site)
    site.config("browsers: 2019\n").build()
    assert "p>b{color:red;top:0;bottom:0;left:0;right:0}" in style_of(site)
    site.config("browsers: 2030\n").build()
    assert "p{color:oklch(60% .1 20)" in style_of(site)


def test_what_is_no_css_is_told_and_published_as_it_is(site: SiteCase) -> None:
    site.file("content/custom.css", "p { color : red }\n\nb { *zoom: 1; color: blue }\n").build()
    assert site.codes() == ("W503",)
    assert "@layer custom{\np { color : red }\n\nb { *zoom: 1; color: blue }\n" in style_of(site)
    assert "@layer reset{*,:before" in style_of(site), "what is sound is made light all the same"
