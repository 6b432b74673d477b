"""The drawings that a theme makes for posts without a picture."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from kit import SiteCase

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
THEME = """\
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/cover.svg --
<svg xmlns="http://www.w3.org/2000/svg"><desc>{{ category }} {{ motif }} {{ numbers | join(",") }} {{ colors.dark.fill }} {{ scheme }}</desc></svg>
"""
POSTS = """\
-- content/posts/uno.md --
---
title: Uno
date: 2026-01-14
category: Organizzazione/Posta
---
-- content/posts/due.md --
---
title: Due
date: 2026-01-15
category: Organizzazione/Agenda
---
-- content/posts/tre.md --
---
title: Tre
date: 2026-01-16
cover: {src: tre.svg, alt: Tre fogli}
---
"""


@pytest.fixture
def drawn(site: SiteCase) -> SiteCase:
    return site.config("theme: mio\n").write(THEME).write(POSTS).file("content/posts/tre.svg", SVG).build()


def said(site: SiteCase, name: str) -> list[str]:
    return re.findall(r"<desc>(.*)</desc>", site.read(f"blog/{name}/cover.svg"))[0].split(" ")


def test_a_post_without_a_picture_has_a_drawing_in_lists_and_on_its_page(drawn: SiteCase) -> None:
    for page in ("/blog/", "/blog/uno/"):
        (image,) = [each for each in drawn.page(page).images if each["src"] == "/blog/uno/cover.svg"]
        assert (image["alt"], image["width"], image["height"]) == ("", "1280", "800")
    assert drawn.page("/blog/uno/").meta("og:image") == ""


def test_the_picture_of_a_post_is_its_own(drawn: SiteCase) -> None:
    assert [each["alt"] for each in drawn.page("/blog/tre/").images if "tre" in each["src"]] == ["Tre fogli"]
    assert not drawn.has("blog/tre/cover.svg")
    drawn.edit("content/posts/uno.md", "title: Uno", "title: Uno\ncover: {src: tre.svg, alt: Tre fogli}").build()
    assert not drawn.has("blog/uno/cover.svg")


def test_a_drawing_depends_on_address_category_and_brand_alone(drawn: SiteCase) -> None:
    before = said(drawn, "uno")
    other = said(drawn, "due")
    assert before[0] == "organizzazione/posta"
    assert before[1] == other[1], "posts of one top category have their motif in common"
    assert before[2] != other[2]
    assert len(before[2].split(",")) == 32
    drawn.edit("content/posts/uno.md", "title: Uno", "title: Altro").build()
    assert said(drawn, "uno") == before
    drawn.config('theme: mio\nbrand: {color: "#1f5c4d", scheme: dark}\n').build()
    assert said(drawn, "uno")[:3] == before[:3]
    assert said(drawn, "uno")[3:] != before[3:]


def test_a_theme_that_begins_to_draw_changes_its_pages(site: SiteCase) -> None:
    files = THEME.split("-- themes/mio/templates")
    site.config("theme: mio\n").write(files[0]).write(POSTS).file("content/posts/tre.svg", SVG).build()
    assert not [each for each in site.page("/blog/uno/").images if "uno" in each["src"]]
    site.write("-- themes/mio/templates" + files[1]).build()
    assert [each["src"] for each in site.page("/blog/uno/").images if "uno" in each["src"]] == ["/blog/uno/cover.svg"]


def test_a_page_at_a_file_has_its_drawing_beside_it(site: SiteCase) -> None:
    site.config("theme: mio\npermalinks: {posts: /%postname%.html}\n").write(THEME).write(POSTS)
    site.file("content/posts/tre.svg", SVG).build()
    assert site.has("uno.html.cover.svg")
    assert "/uno.html.cover.svg" in [each["src"] for each in site.page("/uno.html").images]


@pytest.mark.parametrize(
    "category", ["Posta", "Viaggi", "Agenda", "Delegare", "Tempo", "Documenti", "Metodo", "", "Altro"]
)
def test_agenda_draws_a_picture_that_follows_a_dark_screen(category: str, site: SiteCase) -> None:
    site.config("theme: agenda\n")
    for name in ("uno", "due", "tre"):
        site.file(f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-14\ncategory: {category}\n---\n")
    site.build()
    pictures = {site.read(f"blog/{name}/cover.svg") for name in ("uno", "due", "tre")}
    assert len(pictures) == 3
    for picture in pictures:
        shapes = [each for each in ElementTree.fromstring(picture).iter() if "fill" in each.attrib]
        assert len(shapes) >= 5
        used, (light, dark) = set(re.findall(r"var\(--([\w-]+)\)", picture)), re.findall(r"svg\{([^}]*)\}", picture)
        for scheme in (light, dark):
            assert used <= set(re.findall(r"--([\w-]+):#\w{6}", scheme))
        assert "@media(prefers-color-scheme:dark)" in picture
