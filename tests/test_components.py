"""Components on a whole site: what each shows, where what it shows comes from, how it stands in a feed, and what a theme makes of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from kit import DEFAULTS, NOW, SiteCase, command
from lxml import html

from sitegen.model.states import Options

SITE = (
    "-- content/site.yaml --\n"
    + DEFAULTS["content/site.yaml"]
    + """\
search: yes
business: {kind: private}
structured_data: {faq: yes}
forms:
  contact: {action: https://formspree.io/f/x, privacy: pages/io.md}
  newsletter: {action: https://formspree.io/f/y}
-- content/pages/io.md --
---
title: Io
sections: [{type: faq, groups: [Altro]}]
---
Testo.
-- content/pages/listino.md --
---
title: Listino
---
::: prices {service: posta}

::: faq {group: Prezzi}
-- content/posts/tutto.md --
---
title: Tutto
date: 2026-01-01
---
Un inizio.

::: toc

## Riquadri

::: callout {type: ok, title: "L'agenda"}
Testo in *Markdown*, [un link](../pages/io.md).

- uno
- due
:::

!!! ok "L'agenda"
    Testo in *Markdown*, [un link](../pages/io.md).

    - uno
    - due

::: callout
::: button {to: "#file", label: Dentro, style: quiet}
:::

::: button {to: ../pages/io.md, label: Prenota una chiamata}

## File {#file}

::: gallery
![Una scrivania](foto.svg "La scrivania")
![](foto.svg)
:::

::: video {src: film.mp4, poster: foto.svg, captions: film.vtt, title: Il mio lavoro}

::: video {src: https://youtu.be/dQw4w9WgXcQ}

::: map {place: "Via Roma 1, Bologna"}

::: download {file: listino.pdf, label: Il listino}

## Sito

::: service {id: posta}

::: prices {service: posta}

::: testimonial {id: gino}

::: faq {group: Prezzi}

::: contact

::: newsletter
-- content/posts/foto.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><title>Foto</title></svg>
-- content/posts/film.vtt --
WEBVTT
-- content/services/posta.md --
---
title: Posta
summary: La posta in ordine.
price: {mode: from, amount: 100}
packages:
  - {name: Base, amount: 100, features: [Uno, Due]}
  - {name: Tanto, amount: 200, best: yes}
---
Testo.
-- content/testimonials/gino.md --
---
name: Gino
role: Idraulico
date: 2026-01-01
sample: true
---
Brava, [davvero](../pages/io.md).
-- content/faq/quanto.md --
---
title: Quanto costa?
group: Prezzi
---
Dipende[^1].

[^1]: Da quanto serve.
-- content/faq/dove.md --
---
title: Dove lavori?
group: Altro
---
Da casa.
"""
)


def written(root: Path) -> SiteCase:
    site = SiteCase(root / "site").write(SITE)
    site.file("content/posts/film.mp4", bytes(100))
    return site.file("content/posts/listino.pdf", b"%PDF-1.4" + bytes(1_250_000))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    site = written(tmp_path_factory.mktemp("components"))
    site.build()
    site.compare_with_clean_build()
    return site


@pytest.fixture(scope="module")
def prose(whole: SiteCase) -> html.HtmlElement:
    return html.fromstring(whole.read("blog/tutto/index.html")).find_class("prose")[0]


@pytest.fixture(scope="module")
def in_feed(whole: SiteCase) -> html.HtmlElement:
    return html.fromstring(json.loads(whole.read("feed.json"))["items"][0]["content_html"])


def find(element: html.HtmlElement, query: str) -> list[html.HtmlElement]:
    """The elements of a query: steps by name, `.class` and `[attribute]`, as CSS writes them; several queries by commas."""
    steps = []
    for step in query.split():
        name, classes, attributes = re.fullmatch(r"([\w*-]*)((?:\.[\w-]+)*)((?:\[[^\]]+\])*)", step).groups()
        wanted = [f"[contains(concat(' ', @class, ' '), ' {each} ')]" for each in classes.split(".")[1:]]
        steps.append(f"//{name or '*'}{''.join(wanted)}{attributes.replace('[', '[@')}")
    return element.xpath("." + "".join(steps))


def only(element: html.HtmlElement, query: str) -> html.HtmlElement:
    found = find(element, query)
    assert len(found) == 1, (query, len(found))
    return found[0]


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_nothing_is_told(whole: SiteCase) -> None:
    assert whole.codes() == ()


def test_a_callout_is_the_same_in_either_way_of_writing_it(prose: html.HtmlElement) -> None:
    one, other = (html.tostring(each, with_tail=False) for each in prose.find_class("callout--ok"))
    assert one == other
    assert "L’agenda" in text(prose.find_class("callout--ok")[0])


def test_a_component_stands_in_the_text_of_another(prose: html.HtmlElement) -> None:
    note = only(prose, ".callout--info")
    assert text(only(note, ".callout__title")) == "Nota"
    assert only(note, "a.btn--quiet").get("href") == "#file"


def test_a_button_and_the_table_of_contents_lead_on(prose: html.HtmlElement) -> None:
    strong = [each for each in find(prose, "a.btn") if "btn--quiet" not in each.get("class")]
    assert [(each.get("href"), text(each)) for each in strong] == [("/io/", "Prenota una chiamata")]
    assert [each.get("href") for each in only(prose, ".toc").iter("a")] == ["#riquadri", "#file", "#sito"]
    assert len(find(prose.getroottree().getroot(), ".toc")) == 1


def test_pictures_films_and_files_are_published_and_shown(whole: SiteCase, prose: html.HtmlElement) -> None:
    shown = only(prose, ".gallery")
    assert text(only(shown, "figcaption")) == "La scrivania"
    assert len(find(shown, "img")) == 2
    own = only(prose, "video")
    assert (own.get("src"), own.get("aria-label"), own.get("preload")) == (
        "/media/posts/film.mp4",
        "Il mio lavoro",
        "none",
    )
    assert only(own, "track").get("src") == "/media/posts/film.vtt"
    listed = only(prose, ".file")
    assert text(listed) == "Il listino PDF, 1,3 MB"
    for address in (own.get("src"), own.get("poster"), only(own, "track").get("src"), only(listed, "a").get("href")):
        assert whole.has(address.lstrip("/"))


def test_what_is_elsewhere_is_asked_for_only_when_somebody_presses(prose: html.HtmlElement) -> None:
    frames = [each.get("data-frame") for each in prose.find_class("embed")]
    assert [each.partition("?")[0] for each in frames] == [
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.google.com/maps"]  # fmt: skip
    assert not find(prose, "iframe")


def test_what_the_site_has_is_shown_as_in_its_sections(prose: html.HtmlElement) -> None:
    assert only(prose, ".card a").get("href") == "/servizi/posta/"
    assert [text(each) for each in find(prose, ".plan .price")] == ["100 €", "200 €"]
    quote = only(prose, ".quote")
    assert "Brava, davvero" in text(quote)
    assert "Testimonianza di esempio" in text(quote)
    assert [text(each) for each in find(prose, ".faq summary")] == ["Quanto costa?"]


def test_forms_go_where_those_of_the_site_go_and_ask_for_the_same(prose: html.HtmlElement) -> None:
    contact, newsletter = find(prose, "form")
    assert [each.get("action") for each in (contact, newsletter)] == [
        "https://formspree.io/f/x",
        "https://formspree.io/f/y",
    ]
    for form in (contact, newsletter):
        assert only(form, "input[name='page']").get("value") == "https://www.example.it/blog/tutto/"
        assert only(form, "input[name='consent']").get("checked") is None
    assert "Posta" in text(only(contact, "select"))


def test_no_id_stands_twice_and_each_field_has_its_label(whole: SiteCase) -> None:
    page = html.fromstring(whole.read("blog/tutto/index.html"))
    ids = [each.get("id") for each in find(page, "*[id]")]
    assert len(ids) == len(set(ids))
    assert {each.get("for") for each in find(page, "label[for]")} <= set(ids)


def test_prices_and_questions_of_a_page_are_told_to_machines_too(whole: SiteCase) -> None:
    (script,) = find(html.fromstring(whole.read("listino/index.html")), "script[type='application/ld+json']")
    nodes = {node["@type"]: node for node in json.loads(script.text)["@graph"]}
    assert [each["price"] for each in nodes["OfferCatalog"]["itemListElement"]] == ["100.00", "200.00"]
    assert [each["name"] for each in nodes["FAQPage"]["mainEntity"]] == ["Quanto costa?"]


def test_only_pages_with_components_load_their_stylesheets(whole: SiteCase) -> None:
    page, plain = whole.read("blog/tutto/index.html"), whole.read("io/index.html")
    for name in ("components", "cards"):
        assert len(re.findall(rf'<link rel="stylesheet" href="/assets/{name}\.', page)) == 1
        assert f"/assets/{name}." not in plain


def test_in_a_feed_each_makes_sense_by_itself(in_feed: html.HtmlElement) -> None:
    for each in (
        "form",
        "video",
        "iframe",
        "script",
        "link",
        "button",
        "details",
        ".btn",
        ".card",
        ".plan",
        "*[data-frame]",
    ):
        assert not find(in_feed, each), each
    links = [(each.get("href"), text(each)) for each in in_feed.iter("a")]
    assert ("https://www.example.it/io/", "Prenota una chiamata") in links
    assert ("https://www.example.it/blog/tutto/#file", "Dentro") in links
    assert ("https://www.example.it/media/posts/listino.pdf", "Il listino") in links
    assert ("https://www.example.it/media/posts/film.mp4", "Il mio lavoro") in links
    assert ("https://www.example.it/servizi/posta/", "Posta") in links
    assert ("https://www.example.it/io/", "davvero") in links
    assert ("https://www.example.it/blog/tutto/", "Tutto") in links  # in the place of a form
    assert any(href.startswith("https://www.google.com/maps/search/") for href, _ in links)
    assert all(href.startswith("https://") for href, _ in links)
    assert {"Base: 100 €", "Tanto: 200 €"} <= {text(each) for each in in_feed.iter("li")}
    assert "Quanto costa?" in text(in_feed)


def test_words_in_fields_and_texts_are_found(whole: SiteCase) -> None:
    index = "".join(whole.read(path) for path in whole.paths() if path.startswith("assets/search/"))
    for stem in ("prenot", "markdown", "listin"):
        assert f'"{stem}' in index, stem


# What a change changes


@pytest.fixture
def edited(tmp_path: Path) -> SiteCase:
    return written(tmp_path).build()


@pytest.mark.parametrize(
    ("path", "old", "new", "seen"),
    [
        ("content/services/posta.md", "summary: La posta", "summary: Tutta la posta", "Tutta la posta in ordine."),
        ("content/services/posta.md", "amount: 200", "amount: 250", "250 €"),
        ("content/testimonials/gino.md", "Brava", "Bravissima", "Bravissima"),
        ("content/faq/quanto.md", "Dipende", "Poco", "Poco"),
        ("content/faq/dove.md", "group: Altro", "group: Prezzi", "Dove lavori?"),
        ("content/site.yaml", "formspree.io/f/x", "formspree.io/f/z", "formspree.io/f/z"),
    ],
)
def test_a_change_of_what_is_shown_reaches_the_text(edited: SiteCase, path: str, old: str, new: str, seen: str) -> None:
    assert seen not in edited.read("blog/tutto/index.html")
    edited.edit(path, old, new).build()
    assert seen in edited.read("blog/tutto/index.html").replace("\u00a0", " ")
    edited.compare_with_clean_build()


def test_a_file_of_another_size_is_told_at_the_file(edited: SiteCase) -> None:
    edited.file("content/posts/listino.pdf", b"%PDF-1.4" + bytes(10_000)).build()
    assert "PDF, 10 kB" in edited.read("blog/tutto/index.html")
    edited.compare_with_clean_build()


def test_what_vanishes_is_told_and_what_is_held_back_is_left_out(edited: SiteCase) -> None:
    edited.edit("content/testimonials/gino.md", "sample: true", "draft: true").build()
    assert "W309" in edited.codes()
    assert "Brava" not in edited.read("blog/tutto/index.html")
    edited.compare_with_clean_build()
    edited.edit("content/testimonials/gino.md", "draft: true", "sample: true")
    edited.file("content/services/lettere.md", (edited.root / "content/services/posta.md").read_text())
    assert edited.remove("content/services/posta.md").fails() == ("E402",) * 3
    edited.remove("content/services/lettere.md")
    assert edited.fails() == ("E402",) * 3


def test_the_partial_of_a_component_makes_only_the_pages_that_use_it(edited: SiteCase) -> None:
    edited.file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    edited.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio").build()
    partial = "themes/mio/templates/components/button.html"
    edited.file(partial, '<p class="mine"><a href="{{ to }}">{{ label }}</a></p>\n').build()
    assert [each for each in edited.rendered() if each.endswith(".html")] == ["blog/tutto/index.html"]
    assert '<p class="mine"><a href="/io/">Prenota una chiamata</a></p>' in edited.read("blog/tutto/index.html")
    assert "mine" not in edited.read("feed.xml")
    edited.file(partial, '<p class="other"><a href="{{ to }}">{{ label }}</a></p>\n').build()
    assert "blog/tutto/index.html" in edited.rendered()
    assert f"{partial} had changed" in command("why", "/blog/tutto/", cwd=edited.root).stdout
    edited.compare_with_clean_build()


# A theme's own

OWN = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
theme: mio
cards: no
icons: no
hosting: none
-- content/posts/a.md --
---
title: A
date: 2026-01-01
---
Inizio.

::: passo {numero: 3, titolo: Il terzo, foto: foglio.svg, modulo: foglio.svg, aperto: yes, dove: a.md}
Il *testo*.
:::

::: riga
-- content/posts/foglio.svg --
<svg xmlns="http://www.w3.org/2000/svg"><title>Foglio</title></svg>
-- themes/mio/theme.yaml --
name: mio
parent: base
sheets: {passi: [passi.css]}
components:
  passo:
    body: markdown
    sheet: passi
    fields:
      numero: {type: number, required: yes}
      titolo: {type: text}
      colore: {type: choice, values: [rosso, blu]}
      foto: {type: image}
      modulo: {type: file}
      aperto: {type: boolean}
      dove: {type: link}
  riga: {}
-- themes/mio/assets/passi.css --
.passo { color: red }
-- themes/mio/templates/components/passo.html --
<section class="passo {{ colore }}{% if aperto %} aperto{% endif %}" data-n="{{ numero + 1 }}">
<p>{{ titolo }} <img src="{{ foto.url }}" alt=""> <a href="{{ modulo.url }}">{{ modulo.name }}</a> <a href="{{ dove }}">qui</a></p>
{{ body }}
</section>
-- themes/mio/templates/components/riga.html --
<hr class="riga">
"""


def test_a_theme_adds_components_of_its_own(site: SiteCase) -> None:
    site.write(OWN).build()
    assert site.codes() == ()
    page = html.fromstring(site.read("blog/a/index.html"))
    step = only(page, ".passo")
    assert (step.get("class"), step.get("data-n")) == ("passo rosso aperto", "4")
    assert [each.get("href") for each in step.iter("a")] == ["/media/posts/foglio.svg", "/blog/a/"]
    assert text(only(step, "em")) == "testo"
    assert only(page, "hr.riga") is not None
    assert site.read("blog/a/index.html").count('href="/assets/passi.') == 1
    told = json.loads(site.read("feed.json"))["items"][0]["content_html"]
    assert "passo" not in told  # without a partial for feeds its text, or the way to where it is shown
    assert "Il <em>testo</em>." in told
    assert '<a href="https://www.example.it/blog/a/">A</a>' in told


def test_what_a_theme_declares_anew_is_read_anew(site: SiteCase) -> None:
    site.write(OWN).build()
    site.edit("themes/mio/theme.yaml", "  riga: {}\n", "")
    site.remove("themes/mio/templates/components/riga.html")
    assert site.fails() == ("E313",)
    site.edit("content/posts/a.md", "::: riga\n", "").build()
    site.edit("themes/mio/theme.yaml", "values: [rosso, blu]", "values: [blu, rosso]").build()
    assert "passo blu aperto" in site.read("blog/a/index.html")


def test_an_unknown_variable_of_a_partial_is_told_at_its_line(site: SiteCase) -> None:
    site.write(OWN).edit("themes/mio/templates/components/passo.html", "{{ titolo }}", "{{ titlo }}")
    assert site.fails() == ("E510",)
    assert "themes/mio/templates/components/passo.html:2:" in site.transcript("en")


def test_drafts_that_are_asked_for_show_what_is_a_draft(edited: SiteCase) -> None:
    edited.edit("content/testimonials/gino.md", "sample: true", "sample: true\ndraft: true")
    edited.build(drafts=True)
    assert "Brava" in edited.read("blog/tutto/index.html")
    assert edited.built == Options(NOW, drafts=True)
