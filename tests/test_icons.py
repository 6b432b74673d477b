"""The icons of a site, made of its logo or of its letters."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from kit import SiteCase
from pictures import picture
from PIL import Image

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 0h100v50H0z" fill="#00ff00"/></svg>'


@pytest.fixture
def site(tmp_path: Path) -> SiteCase:
    site = SiteCase(tmp_path / "site")
    return site.edit("content/site.yaml", "cards: no\nicons: no\n", "cards: no\ntheme: agenda\n")


def image(site: SiteCase, path: str) -> Image.Image:
    return Image.open(BytesIO((site.output / path.lstrip("/")).read_bytes()))


def links(site: SiteCase, rel: str) -> list[str]:
    return [each["href"] for each in site.page("/").attributes("link", rel=rel)]


def test_a_site_without_a_logo_has_its_letters_in_the_colour_of_its_buttons(site: SiteCase) -> None:
    site.edit("content/site.yaml", "theme:", 'brand: {color: "#1f5c4d"}\ntheme:').build()
    icon = image(site, "favicon.ico")
    assert icon.format == "ICO"
    assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    touch = image(site, "apple-touch-icon.png").convert("RGB")
    assert touch.size == (180, 180)
    assert touch.getpixel((3, 3)) == (0x1F, 0x5C, 0x4D)
    dark, light = touch.convert("L").crop((60, 60, 120, 120)).getextrema()
    assert dark < 100 < 230 < light, "a letter"
    before = touch.tobytes()
    site.edit("content/site.yaml", "title: Prova", "title: Ore Libere").build()
    assert image(site, "apple-touch-icon.png").convert("RGB").tobytes() != before
    assert links(site, "icon") == [], "browsers ask for /favicon.ico by themselves"


def test_the_manifest_names_icons_that_are_there(site: SiteCase) -> None:
    site.build()
    (address,) = links(site, "manifest")
    said = json.loads(site.read(address.lstrip("/")))
    assert (said["name"], said["lang"], said["start_url"]) == ("Prova", "it", "/")
    for each in said["icons"]:
        side = int(each["sizes"].partition("x")[0])
        assert image(site, each["src"]).size == (side, side)
    assert [(each["sizes"], each["purpose"]) for each in said["icons"]] == [
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    ]  # fmt: skip


def test_a_logo_is_the_icon_whole_and_in_the_middle(site: SiteCase) -> None:
    site.file("content/media/logo.svg", LOGO)
    site.edit("content/site.yaml", "theme:", "brand: {logo: media/logo.svg}\ntheme:").build()
    assert links(site, "icon") == ["/favicon.svg"]
    assert site.read("favicon.svg") == LOGO
    (manifest,) = links(site, "manifest")
    plain, _, masked = (
        image(site, each["src"]).convert("RGBA") for each in json.loads(site.read(manifest[1:]))["icons"]
    )
    assert plain.getpixel((96, 96)) == (0, 255, 0, 255)
    assert plain.getpixel((2, 96)) == (0, 255, 0, 255)
    assert plain.getpixel((96, 20))[3] == 0, "no ground of its own"
    assert masked.getpixel((256, 256)) == (0, 255, 0, 255)
    assert masked.getpixel((20, 256))[3] == 255
    assert masked.getpixel((20, 256)) != (0, 255, 0, 255), "a circle may be cut out of it"


def test_a_photo_can_be_a_logo_but_no_stripe(site: SiteCase) -> None:
    site.file("content/media/logo.png", picture(400, 300, "PNG"))
    site.edit("content/site.yaml", "theme:", "brand: {logo: media/logo.png}\ntheme:").build()
    as_logo = (site.output / "favicon.ico").read_bytes()
    site.file("content/media/logo.png", picture(1200, 300, "PNG")).build()
    as_letters = (site.output / "favicon.ico").read_bytes()
    assert as_logo != as_letters
    site.edit("content/site.yaml", "brand: {logo: media/logo.png}\n", "").build()
    assert (site.output / "favicon.ico").read_bytes() == as_letters


def test_what_lies_in_static_is_taken_as_it_is(site: SiteCase) -> None:
    site.file("content/static/favicon.svg", LOGO).file("content/static/apple-touch-icon.png", b"mine").build()
    assert links(site, "icon") == ["/favicon.svg"]
    assert site.read("favicon.svg") == LOGO
    assert site.read("apple-touch-icon.png") == "mine"
    with image(site, "favicon.ico") as icon:
        assert icon.convert("RGBA").getpixel((24, 24)) == (0, 255, 0, 255)


def test_below_a_folder_pages_name_their_icons(site: SiteCase) -> None:
    site.edit("content/site.yaml", "example.it/", "example.it/sotto/").build()
    assert links(site, "icon") == ["/sotto/favicon.ico"]
    assert links(site, "apple-touch-icon") == ["/sotto/apple-touch-icon.png"]
    assert links(site, "manifest") == ["/sotto/site.webmanifest"]


def test_an_icon_is_drawn_once(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    with monkeypatch.context() as patch:
        patch.setattr("sitegen.render.icons.make_icon", None)
        site.remove("output/favicon.ico").edit("content/pages/index.md", "Testo", "Altro testo").build()
    site.edit("content/site.yaml", "cards: no\n", "cards: no\nicons: no\n").build()
    assert not (site.output / "favicon.ico").exists()
    assert links(site, "manifest") == []


def test_a_logo_that_asks_for_another_file_is_told(site: SiteCase) -> None:
    drawn = LOGO.replace("</svg>", '<image href="/etc/hostname"/></svg>')
    site.file("content/media/logo.svg", drawn)
    site.edit("content/site.yaml", "theme:", "brand: {logo: media/logo.svg}\ntheme:")
    assert site.fails() == ("E422",)
