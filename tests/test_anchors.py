"""The anchors of a page: each is there once, whichever texts come together on it, and each link to one reaches its own."""

from __future__ import annotations

import re
from collections import Counter

from kit import SiteCase

NOTE = "Testo[^1].\n\n[^1]: Nota {}.\n"
INLINE = '"Testo[^1].\\n\\n[^1]: Nota {}."'


def _texts_of_notes(html: str) -> list[str]:
    """The text of the note to which each mention leads, in the order of the mentions."""
    ids = Counter(re.findall(r'\sid="([^"]*)"', html))
    assert not [each for each, times in ids.items() if times > 1]
    back = re.findall(r'class="footnote-backref" href="#([^"]*)"', html)
    assert all(each in ids for each in back)
    mentions = re.findall(r'class="footnote-ref" href="#([^"]*)"', html)
    found = (re.search(rf'<li id="{re.escape(each)}">\s*<p>Nota ([^.]*)\.', html) for each in mentions)
    return [each[1] if each else "" for each in found]


def test_notes_of_the_author_and_of_the_post_are_apart(site: SiteCase) -> None:
    site.config("author: lia\n")
    site.file("content/authors/lia.md", "---\nname: Lia\n---\n" + NOTE.format("di Lia"))
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n" + NOTE.format("di A"))
    site.build()
    assert _texts_of_notes(site.read("blog/a/index.html")) == ["di A", "di Lia"]
    assert '<li id="fn-1">' in site.read("blog/a/index.html")
    assert _texts_of_notes(site.read("autore/lia/index.html")) == ["di Lia"]
    for feed in ("feed.xml", "feed.atom.xml"):
        assert "https://www.example.it/blog/a/#fn-1" in site.read(feed)


def test_notes_of_sections_and_questions_are_apart(site: SiteCase) -> None:
    sections = (
        f"- {{type: faq, title: Domande, text: {INLINE.format('della sezione')}}}\n"
        "- {type: voices, title: Voci}\n"
        f"- {{type: steps, title: Passi, items: [{{when: oggi, title: Uno, text: {INLINE.format('del passo')}}}]}}\n"
    )
    site.file("content/pages/io.md", f"---\ntitle: Io\nsections:\n{sections}---\n" + NOTE.format("della pagina"))
    site.file("content/faq/prima.md", "---\ntitle: Prima?\nweight: 1\n---\n" + NOTE.format("di prima"))
    site.file("content/faq/dopo.md", "---\ntitle: Dopo?\nweight: 2\n---\n" + NOTE.format("di dopo"))
    site.file("content/testimonials/anna.md",
              "---\nname: Anna\nrole: Capo\ndate: 2026-01-14\nsample: true\n---\n" + NOTE.format("di Anna"))  # fmt: skip
    site.build()
    told = _texts_of_notes(site.read("io/index.html"))
    assert sorted(told) == ["del passo", "della pagina", "della sezione", "di Anna", "di dopo", "di prima"]


def test_notes_of_a_case_and_of_a_service_are_apart(site: SiteCase) -> None:
    site.file(
        "content/cases/uno.md",
        f"---\ntitle: Uno\nclient: Studio\nsample: true\nproblem: {INLINE.format('del problema')}\n"
        f"work: {INLINE.format('del lavoro')}\n---\n" + NOTE.format("del caso"),
    )
    site.file(
        "content/services/due.md",
        f"---\ntitle: Due\nsummary: S.\nfaq: [{{q: Come?, a: {INLINE.format('di come')}}},"
        f" {{q: Quando?, a: {INLINE.format('di quando')}}}]\n---\n" + NOTE.format("del servizio"),
    )
    site.build()
    assert sorted(_texts_of_notes(site.read("casi-studio/uno/index.html"))) == [
        "del caso",
        "del lavoro",
        "del problema",
    ]
    assert sorted(_texts_of_notes(site.read("servizi/due/index.html"))) == ["del servizio", "di come", "di quando"]


def test_a_heading_leaves_the_anchors_of_the_theme_to_the_theme(site: SiteCase) -> None:
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n## Top\n\n[su](#top), [qui](#top-2)\n")
    site.file("content/pages/tu.md", "---\ntitle: Tu\n---\n## Top\n\n- [ ] da fare\n\n[qui](io.md#top-2)\n").build()
    for address in ("/io/", "/tu/"):
        assert site.page(address).attributes("h2", id="top-2")


def test_anchors_that_a_theme_begins_to_use_move_those_of_headings(site: SiteCase) -> None:
    site.config("theme: mio\n").file("content/pages/io.md", "---\ntitle: Io\n---\n## Mio posto\n")
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\n").build()
    assert site.page("/io/").attributes("h2", id="mio-posto")
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\nanchors: [mio-posto]\n").build()
    assert site.page("/io/").attributes("h2", id="mio-posto-2")


def test_questions_shown_twice_are_told_at_the_section_that_shows_them_again(site: SiteCase) -> None:
    site.file("content/faq/una.md", "---\ntitle: Una?\ngroup: Prima\n---\nSì.\n")
    site.file("content/faq/due.md", "---\ntitle: Due?\ngroup: Dopo\n---\nNo.\n")
    page = "---\ntitle: Io\nsections:\n  - {type: faq, title: A, groups: [Prima]}\n  - {type: faq, title: B, groups: [Dopo]}\n---\n"
    site.file("content/pages/io.md", page).build()
    site.edit("content/pages/io.md", ", groups: [Dopo]", "")
    assert site.fails() == ("E302", "E302")
    assert "content/pages/io.md:5:5" in site.transcript("en")
    assert "content/pages/io.md:4 shows" in site.transcript("en")
