"""What machines read to find their way: the sitemap, robots.txt and llms.txt."""

from __future__ import annotations

import pytest
from kit import BLOG, SiteCase
from pictures import picture
from syndication import map_of

from sitegen.plan import sitemap

HOME = "https://www.example.it/sub/"
MORE = """\
-- content/pages/pagina.md --
---
title: Pagina [con] parentesi
updated: 2026-02-01
lead: Che cosa c'è.
sections:
  - {type: hero, title: Prima, image: {src: media/foto.jpg, alt: Una foto}}
---
![un'altra](../media/altra.jpg)
-- content/pages/grazie.md --
---
title: Grazie
layout: thanks
---
-- content/pages/404.md --
---
title: Non trovata
layout: notfound
---
-- content/pages/nascosta.md --
---
title: Nascosta
seo: {noindex: true}
---
-- content/posts/altrove.md --
---
title: Altrove
date: 2026-01-04
canonical: https://altri.example/altrove/
---
Testo.
"""


def blog(site: SiteCase) -> SiteCase:
    site.write(BLOG + MORE).edit("content/site.yaml", "example.it/", "example.it/sub/")
    site.edit(
        "content/site.yaml", "author: lia", "author: lia\nllms: yes\npagination: {posts: 2}\ndescription: Un blog."
    )
    site.file("content/media/foto.jpg", picture(120, 90)).file("content/media/altra.jpg", picture(90, 60))
    return site.edit(
        "content/posts/uno.md", "tags:", "updated: 2026-07-01\ncover: {src: media/foto.jpg, alt: a}\ntags:"
    )


def test_the_sitemap_has_each_page_that_may_be_found_once_with_its_pictures(site: SiteCase) -> None:
    blog(site).build()
    found = map_of(site.output / "sitemap.xml")
    assert {each.removeprefix(HOME) for each in found} == {
        "", "autore/lia/", "blog/", "blog/2026/", "blog/2026/01/", "blog/due/", "blog/tre/", "blog/uno/", "categoria/ufficio/", "io/",
        "pagina/", "tag/agenda/",
    }  # fmt: skip
    assert site.has("blog/pagina/2/index.html")
    changed, pictures = found[f"{HOME}blog/uno/"]
    assert changed == "2026-07-01T00:00:00+02:00"
    assert len(pictures) == 1
    assert found[f"{HOME}blog/due/"] == ("2026-01-02T00:00:00+01:00", [])
    assert found[f"{HOME}blog/"] == ("", [])
    changed, pictures = found[f"{HOME}pagina/"]
    assert changed == "2026-02-01T00:00:00+01:00"
    assert len(pictures) == 2
    assert all(site.has(each.removeprefix(HOME)) for each in pictures)
    site.edit("content/posts/due.md", "Testo di due.", "Altro testo.").build()
    assert "sitemap.xml" not in site.rendered()


def test_a_sitemap_too_large_for_one_file_is_divided(site: SiteCase) -> None:
    whole = map_of(blog(site).build().output / "sitemap.xml")
    for most, limit in (("MOST_URLS", 5), ("MOST_BYTES", 1200)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sitemap, most, limit)
            site.build()
        parts = map_of(site.output / "sitemap.xml")
        files = [each.removeprefix(HOME) for each in parts]
        assert files == [f"sitemap-{number}.xml" for number in range(1, len(files) + 1)]
        assert len(files) > 2, most
        pages = [map_of(site.output / each) for each in files]
        assert {url: page for part in pages for url, page in part.items()} == whole
        assert sum(map(len, pages)) == len(whole)
        assert max(map(len, pages)) <= 5
        assert "2026-07-01T00:00:00+02:00" in [changed for changed, _ in parts.values()]
        assert all((site.output / each).stat().st_size < 2000 for each in files)
        assert f"Sitemap: {HOME}sitemap.xml" in site.read("robots.txt")
    site.build()
    assert not site.has("sitemap-1.xml")


def test_her_own_robots_txt_takes_the_place_of_ours(site: SiteCase) -> None:
    site.build()
    ours = site.read("robots.txt")
    assert ours == "User-agent: *\nAllow: /\n\nSitemap: https://www.example.it/sitemap.xml\n"
    site.file("content/static/robots.txt", "User-agent: *\nDisallow: /\n").build()
    assert site.read("robots.txt") == "User-agent: *\nDisallow: /\n"
    site.remove("content/static/robots.txt").build()
    assert site.read("robots.txt") == ours


def test_assistants_get_contents_where_the_site_wants_them(site: SiteCase) -> None:
    site.write("-- content/services/a.md --\n---\ntitle: Agenda\nsummary: La tengo io.\n---\n")
    assert not site.build().has("llms.txt")
    blog(site).build()
    assert (
        site.read("llms.txt")
        == f"""\
# Prova

> Un blog.

## Servizi

- [Agenda]({HOME}servizi/a/): La tengo io.

## Pagine

- [Io]({HOME}io/)
- [Pagina \\[con\\] parentesi]({HOME}pagina/): Che cosa c’è.

## Articoli

- [Altrove]({HOME}blog/altrove/): Testo.
- [Tre]({HOME}blog/tre/): Il terzo.
- [Due]({HOME}blog/due/): Il secondo.
- [Uno]({HOME}blog/uno/): Il primo.
"""
    )
