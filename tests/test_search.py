"""The search of a site: which pages can be found, and that an edit changes no more of its index than what it touches."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from kit import BLOG, SiteCase, large_index

from sitegen.parse.fragment import Fragment
from sitegen.parse.terms import Term, plain, terms_of

CARDS = re.compile(r"assets/search/pages\.\w+\.json")
TERMS = re.compile(r"assets/search/terms\.\w+\.json")


def found(site: SiteCase, word: str) -> list[str]:
    """The addresses of the pages in which a form of a word stands, read as a browser reads the index."""
    page = site.page("/cerca/")
    name = page.attributes("form", role="search")[0]["data-index"]
    contents = json.loads(site.read(name.lstrip("/")))
    pages = [card for each in contents["pages"] for card in json.loads(site.read(f"assets/search/{each}"))]
    beginning = word[:3].ljust(3)
    names = [contents["terms"][beginning[:n]] for n in range(4) if beginning[:n] in contents["terms"]]
    addresses = []
    for same, ends, steps in (term for each in names for term in json.loads(site.read(f"assets/search/{each}"))):
        if word in [same + end for end in ends]:
            places = [sum(steps[: n + 1]) for n in range(len(steps))]
            addresses += [pages[place // 10][0] for place in places]
    return addresses


def test_what_is_published_can_be_found_and_nothing_else(site: SiteCase) -> None:
    site.write(BLOG).write("""\
-- content/posts/bozza.md --
---
title: Bozza
date: 2026-01-05
draft: true
---
Ornitorinco.
-- content/posts/domani.md --
---
title: Domani
date: 2036-01-05
---
Ornitorinco.
-- content/posts/scaduto.md --
---
title: Scaduto
date: 2026-01-05
expires: 2026-02-05
---
Ornitorinco.
-- content/posts/nascosto.md --
---
title: Nascosto
date: 2026-01-05
seo: {noindex: true}
---
Ornitorinco.
-- content/pages/grazie.md --
---
title: Grazie
layout: thanks
---
Ornitorinco.
-- content/services/posta.md --
---
title: Posta
summary: La mattina.
price: {mode: fixed, amount: 30, per: hour}
deliverables: [Un riepilogo serale]
faq: [{q: "Anche la domenica?", a: "No, **mai** di sabato."}]
---
Testo.
""").build()
    assert found(site, "ornitorinco") == []
    assert found(site, "due") == ["/blog/due/"]
    assert found(site, "testo") == ["/", "/servizi/posta/", "/blog/uno/", "/blog/due/", "/blog/tre/"]
    for word in ("riepilogo", "domenica", "sabato", "mattina"):
        assert found(site, word) == ["/servizi/posta/"], word
    assert "cerca/" not in site.read("sitemap.xml")
    assert site.page("/cerca/").meta("robots") == "noindex"
    site.build(drafts=True)
    assert found(site, "ornitorinco") == ["/blog/bozza/"]


def test_an_edited_text_changes_its_words_and_no_other_page(site: SiteCase) -> None:
    site.write(BLOG).build()
    site.edit("content/posts/due.md", "Testo di due.", "Testo di due, riveduto.").build()
    assert found(site, "riveduto") == ["/blog/due/"]
    made = [path for path in site.rendered() if "search" in path or "cerca" in path]
    assert [bool(TERMS.match(path)) for path in made] == [False, True, False]
    assert made[0].startswith("assets/search/index.")
    assert made[2] == "cerca/index.html"
    site.edit("content/posts/due.md", ", riveduto", "").build()
    assert found(site, "riveduto") == []


def test_what_a_theme_makes_of_a_text_changes_what_is_found(site: SiteCase) -> None:
    own = "name: mio\nparent: base\ncomponents:\n  nota: {fields: {testo: {type: TYPE, required: yes}}}\n"
    site.write(BLOG).config("theme: mio\n").file("themes/mio/theme.yaml", own.replace("TYPE", "text"))
    site.file("themes/mio/templates/components/nota.html", "<p>{{ testo }}</p>")
    site.edit("content/posts/due.md", "Testo di due.", '::: nota {testo: "ornitorinco"}').build()
    assert found(site, "ornitorinco") == ["/blog/due/"]
    site.file("themes/mio/theme.yaml", own.replace("TYPE", "choice, values: [ornitorinco]")).build()
    assert found(site, "ornitorinco") == []
    site.compare_with_clean_build()
    site.file("themes/mio/theme.yaml", "components: [").fails()  # texts are read without a theme
    site.edit("content/posts/due.md", "::: nota", "Ecco.\n\n::: nota").fails()
    site.file("themes/mio/theme.yaml", own.replace("TYPE", "text")).build()
    site.edit("content/posts/due.md", "Ecco.", "Eccolo.").build()
    assert found(site, "ornitorinco") == ["/blog/due/"]
    site.compare_with_clean_build()


def test_a_text_that_says_the_same_leaves_the_index_as_it_was(site: SiteCase) -> None:
    site.write(BLOG).build()
    before = [path for path in site.paths() if "search" in path]
    site.edit("content/posts/due.md", "Testo di due.", "Due, testo! Di testo.").build()
    assert [path for path in site.paths() if "search" in path] == before
    assert not [path for path in site.rendered() if "search" in path or "cerca" in path]


@pytest.fixture
def divided(site: SiteCase) -> Iterator[SiteCase]:
    """A blog whose index is of many files, each with few terms and few pages."""
    site.write(BLOG)
    for number, words in enumerate(("canto corvo cosa", "cane casa cava", "carta ue un'ora", "bosco cera ciao")):
        site.file(f"content/posts/p{number}.md", f"---\ntitle: Post {number}\ndate: 2026-01-1{number}\n---\n{words}\n")
    with large_index():
        yield site.build()
        site.compare_with_clean_build()
        site.built = None


def test_a_large_index_is_divided_by_the_first_letters(divided: SiteCase) -> None:
    assert len([path for path in divided.paths() if TERMS.match(path)]) > 6
    assert len([path for path in divided.paths() if CARDS.match(path)]) == 5
    for word, post in (("corvo", 0), ("cava", 1), ("carta", 2), ("ue", 2), ("cera", 3), ("ciao", 3)):
        assert f"/blog/p{post}/" in found(divided, word), word


@pytest.mark.parametrize("words", [
    "canto corvo cosa cassa castoro", "canto", "bosco", "z", "canto corvo cosa zebra", "ue ue ue ue ue ue ue ue ue ue",
])  # fmt: skip
def test_what_is_edited_in_a_divided_index_stands_where_a_clean_build_has_it(divided: SiteCase, words: str) -> None:
    divided.edit("content/posts/p0.md", "canto corvo cosa", words).build()
    for word in words.split():
        assert len(word) < 2 or "/blog/p0/" in found(divided, word), word
    assert ("/blog/p0/" in found(divided, "corvo")) == ("corvo" in words)
    divided.compare_with_clean_build()
    divided.edit("content/posts/p0.md", words, "canto corvo cosa").build()


def test_a_new_post_and_one_less_change_only_what_they_have(divided: SiteCase) -> None:
    before = {path for path in divided.paths() if TERMS.match(path)}
    divided.file("content/posts/z.md", "---\ntitle: Zebra\ndate: 2026-02-01\n---\nzaino\n").build()
    assert found(divided, "zaino") == ["/blog/z/"]
    assert len(before - set(divided.paths())) <= 1
    divided.compare_with_clean_build()
    divided.remove("content/posts/z.md").build()
    assert {path for path in divided.paths() if TERMS.match(path)} == before
    divided.remove("content/posts/p1.md").build()
    assert found(divided, "cava") == []
    assert "/blog/p3/" in found(divided, "ciao")


def test_a_lost_store_costs_time_alone(divided: SiteCase) -> None:
    divided.remove(".sitegen").edit("content/posts/p1.md", "cava", "cavallo").build()
    assert found(divided, "cavallo") == ["/blog/p1/"]


def test_a_site_that_wants_none_or_has_no_blog_has_no_search(site: SiteCase) -> None:
    site.build()
    assert not [path for path in site.paths() if "search" in path or "cerca" in path]
    site.write(BLOG).build()
    assert site.has("cerca/index.html")
    assert "/cerca/" in site.page("/blog/uno/").hrefs()
    site.edit("content/site.yaml", "author: lia", "author: lia\nsearch: no").build()
    assert not [path for path in site.paths() if "search" in path or "cerca" in path]
    assert "/cerca/" not in site.page("/blog/uno/").hrefs()
    assert not site.page("/blog/").attributes("form", role="search")


def test_its_address_can_be_another(site: SiteCase) -> None:
    site.write(BLOG).file("content/pages/cerca.md", "---\ntitle: Cerca lavoro\n---\nTesto.\n")
    assert site.fails() == ("E412",)
    site.edit("content/site.yaml", "author: lia", "author: lia\npermalinks: {search: /trova/}").build()
    assert site.page("/trova/").attributes("form", role="search")[0]["action"] == "/trova/"
    assert site.page("/cerca/").title == "Cerca lavoro · Prova"


def test_the_terms_of_a_text() -> None:
    terms = terms_of(
        "L’assistente", ["Gli assistenti"], "assistente c'è, però già di là: assistente, città, assistenza", "it"
    )
    assert terms == (
        Term("ass", "assistent", 6, ("assistente", "assistenti", "assistenza")),
        Term("cit", "citt", 1, ("citta",)),
        Term("gia", "gia", 1, ("gia",)),
        Term("la ", "la", 1, ("la",)),
        Term("per", "per", 1, ("pero",)),
    )  # fmt: skip


def test_the_text_of_a_fragment_has_no_tags_and_no_scripts() -> None:
    fragment = Fragment(
        parts=('<p>Caff&egrave; &lt;b&gt;<script>var no;</script><!-- no --></p><img src="', '">s&igrave;'), slots=()
    )
    assert plain(fragment).split() == ["Caffè", "<b>", "sì"]
