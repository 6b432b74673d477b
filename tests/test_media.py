"""Files that pages show or offer: each is published when somebody asks for it, in whichever form its address is written."""

from __future__ import annotations

import pytest
from kit import SiteCase
from pictures import picture

PAGE = "---\ntitle: Io\n---\n{}\n"


@pytest.mark.parametrize("written", ["![x](/media/a.svg)", '<img src="/media/a.svg" alt="">', "[x](/media/a.svg?v=2#b)",
                                     '<div style="background: url(/media/a.svg)">x</div>'])  # fmt: skip
def test_an_address_below_media_publishes_its_file(written: str, site: SiteCase) -> None:
    site.file("content/media/a.svg", "<svg/>").file("content/media/b.svg", "<svg/>")
    site.file("content/pages/io.md", PAGE.format(written)).build()
    assert site.has("media/a.svg")
    assert not site.has("media/b.svg")
    assert written.partition("/media")[2].rstrip(")")[:10] in site.read("io/index.html")


def test_it_is_published_from_fields_too_and_keeps_the_site_s_base(site: SiteCase) -> None:
    site.edit("content/site.yaml", "example.it/", "example.it/sotto/").file(
        "content/posts/a/foto uno.png", picture(8, 6, "PNG")
    )
    site.file("content/media/a.svg", "<svg/>")
    site.file("content/posts/a/index.md",
              "---\ntitle: A\ndate: 2026-01-14\ncover: {src: /media/a.svg, alt: a}\n---\n[x](/media/posts/a/foto%20uno.png)\n")  # fmt: skip
    site.build()
    assert "/sotto/media/a.svg" in site.read("blog/a/index.html")
    assert "/sotto/media/posts/a/foto-uno.png" in site.page("/blog/a/").hrefs()
    assert site.has("media/posts/a/foto-uno.png")


def test_a_post_finds_a_file_that_comes_after_it(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n[x](/media/a.pdf)\n")
    assert site.fails() == ("E401",)
    site.file("content/media/a.pdf", "pdf").build()
    assert site.has("media/a.pdf")
    site.remove("content/media/a.pdf")
    assert site.fails() == ("E401",)
    site.file("content/static/media/a.pdf", "altro").build()
    assert site.read("media/a.pdf") == "altro"


def test_the_address_of_a_file_under_another_name_is_wrong_whoever_else_uses_the_file(site: SiteCase) -> None:
    site.file("content/media/Foto Bella.png", picture(8, 6, "PNG")).file(
        "content/pages/io.md", PAGE.format("[x](/media/foto-bella.png)")
    )
    assert site.fails() == ("E401",)
    site.file("content/pages/tu.md", PAGE.format("[x](<../media/Foto Bella.png>)"))
    assert site.fails() == ("E401",)
    assert "/media/Foto Bella.png" in site.transcript("en")
    site.edit("content/pages/io.md", "(/media/foto-bella.png)", "(</media/Foto Bella.png>)").build()
    assert site.page("/io/").hrefs().count("/media/foto-bella.png") == 1


def test_a_file_that_a_document_links_to_is_not_told_as_unpublished(site: SiteCase) -> None:
    site.file("content/posts/a/modello.txt", "Testo").file("content/posts/a/appunti.txt", "Miei")
    site.file("content/posts/a/index.md", "---\ntitle: A\ndate: 2026-01-14\n---\n[y](modello.txt)\n").build()
    assert site.codes() == ("W611",)
    assert "appunti.txt" in site.transcript("en")
    assert site.has("media/posts/a/modello.txt")
