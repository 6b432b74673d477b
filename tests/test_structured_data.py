"""What pages say of themselves to machines: on every kind of page, at the root and below a path, in Italian and in English."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import SiteCase, tree
from structured import Node, faults, graph_on, nodes_in, of_type

from sitegen.plan.graph import graph_of
from sitegen.plan.hours import opening_hours

CASE = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
description: Un sito di prova.
author: lia
cards: no
icons: no
hosting: none
brand: {logo: media/logo.svg}
social: [{label: Rete, url: "https://rete.example/lia"}, {label: Email, url: "mailto:lia@example.it"}]
business:
  trading_name: Studio Foglio
  legal_name: Studio Foglio di Lia F.
  vat_id: "12345678903"
  email: lia@example.it
  phone: "+39 051 123"
  address: {street: Via dei Tigli 1, zip: "00100", city: Comune, province: XX, public: true}
  hours: ["lun-ven, 9-13 e 14.30–18"]
  area_served: [Italia]
  founded: 2020
-- content/media/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>
-- content/pages/index.md --
---
title: Benvenuti
layout: home
sections:
  - {type: services}
  - {type: voices}
  - {type: about, title: Chi sono, cta: {label: La storia, target: pages/chi-sono.md}}
---
-- content/pages/chi-sono.md --
---
title: Chi sono
---
Scrivo liste.
-- content/pages/contatti.md --
---
title: Contatti
sections: [{type: contact, title: Scrivimi}]
---
-- content/pages/prezzi.md --
---
title: "Prezzi <b>\\"netti\\"</b> & </script> <!--"
menu_title: Prezzi
sections: [{type: plans, title: Pacchetti, plans: [{name: Uno, amount: 1050, hours: 30 ore}, {name: Due, amount: 37.50}]}, {type: plans, plans: [{name: Tre, amount: 90}]}]
---
-- content/services/posta.md --
---
title: Posta
summary: La posta in ordine.
price: {mode: from, amount: 240, per: mese}
packages: [{name: Poco, amount: 320}]
faq: [{q: Quando?, a: "Di **mattina**, &lt;/script> & subito."}]
testimonials: [anna]
---
-- content/services/viaggi.md --
---
title: Viaggi
summary: Treni e alberghi.
price: {mode: fixed, amount: 90, per: viaggio}
---
-- content/services/altro.md --
---
title: Altro
summary: Il resto.
price: {mode: quote}
---
-- content/testimonials/anna.md --
---
name: Anna
role: Avvocata
date: 2026-01-01
rating: 5
consent: {given: true, date: 2026-01-02, scope: sito}
---
Ottimo.
-- content/cases/studio.md --
---
title: Uno studio
client: Studio
sample: true
quote: Bravissima.
---
-- content/magnets/lista.md --
---
title: La lista
promise: Cinquanta cose.
file: media/logo.svg
---
-- content/authors/lia.md --
---
name: Lia F.
given: Lia
job: Assistente
knows_about: [posta]
links: [{label: Rete, url: "https://rete.example/lia"}]
---
-- content/authors/mara.md --
---
name: Mara G.
company: Altra ditta
company_url: https://altra.example/
---
-- content/posts/inverno.md --
---
title: Inverno
date: 2026-01-14 09:30
category: Ufficio/Posta
tags: [agenda]
excerpt: Fa freddo.
---
Tre parole qui.
-- content/posts/estate.md --
---
title: Estate
date: 2026-07-14 09:30
updated: 2026-11-02
author: mara
---
Testo.
"""
KINDS = {"/": "WebPage", "/chi-sono/": "AboutPage", "/contatti/": "ContactPage", "/prezzi/": "WebPage", "/servizi/posta/": "WebPage",
         "/casi-studio/studio/": "WebPage", "/risorse/lista/": "WebPage", "/autore/lia/": "ProfilePage", "/blog/": "CollectionPage",
         "/categoria/ufficio/posta/": "CollectionPage", "/tag/agenda/": "CollectionPage", "/blog/2026/": "CollectionPage",
         "/blog/2026/07/": "CollectionPage", "/blog/inverno/": "BlogPosting", "/cerca/": "SearchResultsPage"}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteCase:
    """The site of the case, of which nothing is edited."""
    return SiteCase(tmp_path_factory.mktemp("data") / "site").write(CASE).build()


def graph(site: SiteCase, address: str) -> list[Node]:
    return graph_on(site.page(address).html)


def one(site: SiteCase, address: str, kind: str) -> Node:
    (node,) = [each for each in graph(site, address) if each["@type"] == kind]
    return node


def pages_of(site: SiteCase) -> dict[str, str]:
    return {path: data.decode() for path, data in tree(site.output).items() if path.endswith(".html")}


def test_every_page_says_what_it_is(built: SiteCase) -> None:
    assert {address: graph(built, address)[0]["@type"] for address in KINDS} == KINDS
    for path, html in pages_of(built).items():
        assert faults(html, "https://www.example.it/") == [], path


@pytest.mark.parametrize("language", ["it", "en"])
def test_so_it_does_below_a_path(site: SiteCase, language: str) -> None:
    site.write(CASE)
    site.edit("content/site.yaml", "example.it/\n", f"example.it/sub/\nlanguage: {language}\n").build()
    for path, html in pages_of(site).items():
        assert faults(html, "https://www.example.it/sub/") == [], path
        assert all(node["inLanguage"] == language for node in nodes_in(graph_on(html)) if "inLanguage" in node)
    assert graph(site, "/")[0]["@id"] == "https://www.example.it/sub/#webpage"


def test_the_business_is_whole_where_it_belongs_and_named_elsewhere(built: SiteCase) -> None:
    for address in ("/", "/contatti/", "/chi-sono/"):
        business = one(built, address, "ProfessionalService")
        assert business["@id"] == "https://www.example.it/#business"
        assert business["address"]["streetAddress"] == "Via dei Tigli 1"
        assert business["priceRange"] == "37,50 €–1.050 €".replace(" ", "\N{NO-BREAK SPACE}")
        assert business["sameAs"] == ["https://rete.example/lia"]
        assert [(each["opens"], each["closes"], len(each["dayOfWeek"])) for each in business["openingHoursSpecification"]] == [
            ("09:00", "13:00", 5), ("14:30", "18:00", 5)]  # fmt: skip
    for address in KINDS.keys() - {"/", "/contatti/", "/chi-sono/"}:
        assert "vatID" not in built.page(address).html, address
    assert one(built, "/", "WebSite")["publisher"] == {"@id": "https://www.example.it/#business"}


def test_an_address_that_is_not_public_is_not_told(site: SiteCase) -> None:
    site.write(CASE).edit("content/site.yaml", "public: true", "public: false").build()
    business = one(site, "/", "Organization")
    assert business["areaServed"] == ["Italia"]
    assert "Via dei Tigli" not in "".join(pages_of(site).values())
    assert faults(site.read("index.html"), "https://www.example.it/") == []


def test_a_site_without_an_activity_is_its_authors(site: SiteCase) -> None:
    site.write(CASE).edit("content/site.yaml", "business:\n", "business:\n  kind: private\n").build()
    assert one(site, "/", "WebSite")["publisher"] == {"@id": "https://www.example.it/#person"}
    assert one(site, "/blog/estate/", "BlogPosting")["publisher"] == {"@id": "https://www.example.it/#person"}
    assert "#business" not in "".join(pages_of(site).values())


def test_a_post_names_its_author_and_its_moments_with_their_offset(built: SiteCase) -> None:
    winter, summer = (one(built, f"/blog/{name}/", "BlogPosting") for name in ("inverno", "estate"))
    assert (winter["datePublished"], winter["dateModified"]) == ("2026-01-14T09:30:00+01:00",) * 2
    assert (summer["datePublished"], summer["dateModified"]) == (
        "2026-07-14T09:30:00+02:00",
        "2026-11-02T00:00:00+01:00",
    )
    assert winter["author"] == {"@type": "Person", "@id": "https://www.example.it/#person", "name": "Lia F.",
                                "url": "https://www.example.it/autore/lia/"}  # fmt: skip
    assert summer["author"]["@id"] == "https://www.example.it/autore/mara/#person"
    assert (winter["wordCount"], winter["articleSection"]) == (3, "Posta")
    assert one(built, "/autore/mara/", "Person")["worksFor"]["name"] == "Altra ditta"
    assert one(built, "/autore/lia/", "Person")["worksFor"] == {"@id": "https://www.example.it/#business"}


def test_prices_say_what_they_are_for(built: SiteCase) -> None:
    offers = one(built, "/servizi/posta/", "Service")["offers"]
    assert [(each["@type"], each.get("lowPrice") or each["price"]) for each in offers] == [
        ("AggregateOffer", "240.00"), ("Offer", "320.00")]  # fmt: skip
    assert (offers[0]["priceSpecification"]["unitCode"], offers[0]["priceSpecification"]["unitText"]) == ("MON", "mese")
    assert one(built, "/servizi/viaggi/", "Service")["offers"][0]["priceSpecification"]["unitText"] == "viaggio"
    assert "offers" not in one(built, "/servizi/altro/", "Service")
    first, second = of_type(built.read("prezzi/index.html"), "OfferCatalog")
    assert first["itemListElement"][0]["description"] == "30\N{NO-BREAK SPACE}ore"
    assert not {"@id"} & {*first, *second}, "two that nothing tells apart would be one"


def test_questions_are_told_only_where_they_are_wanted(site: SiteCase, built: SiteCase) -> None:
    assert of_type(built.read("servizi/posta/index.html"), "FAQPage") == []
    site.write(CASE).edit("content/site.yaml", "author: lia", "author: lia\nstructured_data: {faq: true}").build()
    (question,) = one(site, "/servizi/posta/", "FAQPage")["mainEntity"]
    assert (question["name"], question["acceptedAnswer"]["text"]) == ("Quando?", "Di mattina, </script> & subito.")
    assert faults(site.read("servizi/posta/index.html"), "https://www.example.it/") == []
    site.edit("content/site.yaml", "{faq: true}", "{enabled: false}").build()
    assert "ld+json" not in "".join(pages_of(site).values())


class Script(HTMLParser):
    """What a browser takes for the text of the first script, and the elements behind it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.behind, self._inside = "", list[str](), False
        self.feed(html)

    def handle_starttag(self, tag: str, _: object) -> None:
        if self.text or self._inside:
            self.behind.append(tag)
        self._inside = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        self.text += data if self._inside else ""


TEXTS = st.text() | st.lists(
    st.sampled_from(
        ["</", "script", "<!--", "-->", ">", "<", "\\", '"', "\u2028", "\u2029", "]]>", "é", "&lt;", "SCRIPT "]
    )
).map("".join)


@given(TEXTS, TEXTS)
def test_no_text_leaves_its_script(name: str, value: str) -> None:
    node = {"@type": "Thing", f"x{name}": value}
    text = graph_of([node]).text
    assert not set(text) & set("<\u2028\u2029")
    script = Script(f'<script type="application/ld+json">{text}</script><p>')
    assert json.loads(script.text)["@graph"] == [node]
    assert script.behind == ["p"]


@pytest.mark.parametrize(("written", "told"), [
    ("lun–ven, 8.30–18.00", [("Monday", 5, "08:30", "18:00")]),
    ("Lunedì - giovedì 9-13 e 14-18", [("Monday", 4, "09:00", "13:00"), ("Monday", 4, "14:00", "18:00")]),
    ("sab e dom: 10:00–12:30", [("Saturday", 2, "10:00", "12:30")]),
    ("from Monday to Friday, 9.00 to 17.00", [("Monday", 5, "09:00", "17:00")]),
    ("ven–lun, 9–12", [("Friday", 4, "09:00", "12:00")]),
    ("mar/gio 15-18", [("Tuesday", 2, "15:00", "18:00")]), ("giov. 9-13/15-19", [("Thursday", 1, "09:00", "13:00"), ("Thursday", 1, "15:00", "19:00")]),
    ("Wednesdays and Thurs. 9-13", [("Wednesday", 2, "09:00", "13:00")]), ("domenica' 9-13", [("Sunday", 1, "09:00", "13:00")]),
    ("domicilio lun-ven 9-18", []), ("martelletto 9-18", []), ("lun-ven 9/18", []),
    ("su appuntamento", []), ("lun–ven", []), ("lun–ven, 18–9", []), ("lun–ven, 9–25", []), ("9–18", []), ("lun–ven, 9–12 circa", []),
    ("", []),
])  # fmt: skip
def test_opening_hours(written: str, told: list[tuple[str, int, str, str]]) -> None:
    found = opening_hours([written])
    assert [(each["dayOfWeek"][0], len(each["dayOfWeek"]), each["opens"], each["closes"]) for each in found] == told
    assert opening_hours([written, "quando capita"]) == []


def test_an_edit_makes_anew_what_shows_it_and_nothing_else(tmp_path) -> None:
    site = SiteCase(tmp_path / "site").write(CASE).build()
    site.edit("content/authors/mara.md", "name: Mara G.", "name: Mara G.\nlanguages: [Italiano]").build()
    assert {path for path in site.rendered() if path.endswith(".html")} == {
        "blog/estate/index.html",
        "autore/mara/index.html",
    }
    site.edit("content/posts/inverno.md", "Tre parole qui.", "Quattro parole qui sopra.").build()
    assert {path for path in site.rendered() if path.endswith(".html")} == {
        "blog/inverno/index.html",
        "cerca/index.html",
    }
    assert one(site, "/blog/inverno/", "BlogPosting")["wordCount"] == 4
    site.edit("content/services/viaggi.md", "amount: 90", "amount: 1200").build()
    assert set(site.rendered()) >= {
        "index.html",
        "contatti/index.html",
        "chi-sono/index.html",
        "servizi/viaggi/index.html",
    }
    assert not [path for path in site.rendered() if path.startswith(("blog/", "tag/", "autore/", "prezzi/"))]
    site.compare_with_clean_build()
