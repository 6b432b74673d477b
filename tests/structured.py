"""What a page's linked data must be: words of schema.org where they belong, what Google asks for, and nothing but what is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

Node = dict[str, Any]

THING = "name url description image alternateName sameAs mainEntityOfPage"
WORK = f"{THING} about inLanguage isPartOf mainEntity publisher author dateModified datePublished headline keywords"
PAGE = f"{WORK} breadcrumb primaryImageOfPage lastReviewed"
COMPANY = f"{THING} legalName logo telephone email vatID taxID address areaServed foundingDate founder hasOfferCatalog"
OFFER = f"{THING} price priceCurrency priceSpecification itemOffered offeredBy seller"
PRICE = f"{THING} price minPrice maxPrice priceCurrency"

VOCABULARY = {kind: frozenset(words.split()) for kind, words in {
    "WebSite": WORK,
    **dict.fromkeys(("WebPage", "AboutPage", "ContactPage", "CollectionPage", "ProfilePage", "SearchResultsPage", "FAQPage"), PAGE),
    "BlogPosting": f"{WORK} articleSection articleBody wordCount",
    "BreadcrumbList": f"{THING} itemListElement numberOfItems itemListOrder",
    "ListItem": f"{THING} position item",
    "Organization": COMPANY,
    "ProfessionalService": f"{COMPANY} openingHoursSpecification priceRange geo",
    "OpeningHoursSpecification": f"{THING} dayOfWeek opens closes validFrom validThrough",
    "PostalAddress": f"{THING} streetAddress postalCode addressLocality addressRegion addressCountry",
    "Person": f"{THING} givenName familyName jobTitle worksFor knowsAbout knowsLanguage email",
    "Service": f"{THING} serviceType provider areaServed offers hasOfferCatalog",
    "Offer": OFFER,
    "AggregateOffer": f"{OFFER} lowPrice highPrice offerCount",
    "UnitPriceSpecification": f"{PRICE} unitCode unitText",
    "OfferCatalog": f"{THING} itemListElement numberOfItems",
    "ImageObject": f"{THING} width height caption",
    "Question": f"{THING} acceptedAnswer",
    "Answer": f"{THING} text",
}.items()}  # fmt: skip
"""Properties that each type may have, its own and inherited (https://schema.org/docs/full.html), of the types that a site is
described with. Opinions and marks are not among them.
"""

REQUIRED = {
    "WebSite": "name url",
    "BlogPosting": "headline author datePublished dateModified publisher wordCount inLanguage isPartOf",
    "BreadcrumbList": "itemListElement",
    "ListItem": "position name",
    "ProfessionalService": "name address url telephone",
    "PostalAddress": "streetAddress addressLocality addressCountry",
    "ProfilePage": "mainEntity",
    "Offer": "",
    "AggregateOffer": "lowPrice priceCurrency",
    "Service": "name provider",
    "Question": "name acceptedAnswer",
    "Answer": "text",
    "Person": "name url",
}
"""What Google wants or advises (https://developers.google.com/search/docs/appearance/structured-data/search-gallery), and what we
promise besides.
"""

ADDRESSES = frozenset(("url", "image", "logo", "item", "@id"))


def graph_on(html: str) -> list[Node]:
    """The nodes of a page, read as a browser finds its scripts."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script', html, re.DOTALL)
    assert len(found) == 1, f"{len(found)} blocks of linked data"
    data = json.loads(found[0])
    assert data.keys() == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def nodes_in(value: Any) -> Iterator[Node]:
    """All nodes, those inside others too."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from nodes_in(each)


def of_type(html: str, kind: str) -> list[Node]:
    """The nodes of one type that stand on a page."""
    return [node for node in nodes_in(graph_on(html)) if node.get("@type") == kind]


def faults(html: str, home: str) -> list[str]:
    """All that is wrong in the linked data of a page; `home` is the address of the site's home page."""
    graph = graph_on(html)
    wrong = [fault for node in nodes_in(graph) for fault in _faults_of(node)]
    whole = {node["@id"] for node in graph if "@id" in node}
    elsewhere = {f"{home}#{name}" for name in ("website", "business", "person")}
    wrong += [
        f"{node['@id']} is nowhere"
        for node in nodes_in(graph)
        if node.keys() == {"@id"} and node["@id"] not in whole | elsewhere
    ]
    if len(whole) != len([node for node in graph if "@id" in node]):
        wrong.append("two nodes have one id")
    return wrong + _crumbs(html, home) + _prices(html)


def _faults_of(node: Node) -> Iterator[str]:
    kind = node.get("@type")
    if kind is None:
        if node.keys() != {"@id"}:
            yield f"without a type: {node}"
        return
    if kind not in VOCABULARY:
        yield f"no type of ours: {kind}"
        return
    names = node.keys() - {"@type", "@id"}
    yield from (f"{kind} has no {name}" for name in names - VOCABULARY[kind])
    if names - {"name", "url"}:  # a person, a business or a service may be named without being described
        yield from (f"{kind} lacks {name}" for name in REQUIRED.get(kind, "").split() if name not in node)
    for name, value in node.items():
        if name in ADDRESSES and not str(value).startswith("https://"):
            yield f"{kind}.{name} is no whole address: {value}"
        if value in ("", None, [], {}):
            yield f"{kind}.{name} says nothing"
        if name.startswith("date") and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", str(value)):
            yield f"{kind}.{name} has no time with its offset: {value}"


def _crumbs(html: str, home: str) -> list[str]:
    shown = re.search(r'<nav class="[^"]*\bcrumbs\b.*?</nav>', html, re.DOTALL)
    told = of_type(html, "BreadcrumbList")
    if not shown or not told:
        return (
            [] if not shown and not told else ["breadcrumbs are only shown" if shown else "breadcrumbs are not shown"]
        )
    origin = "/".join(home.split("/")[:3])
    links = re.findall(r"<li[^>]*>(?:<a href=\"([^\"]*)\"[^>]*>)?(.*?)(?:</a>)?</li>", shown[0], re.DOTALL)
    expected = [
        (number, unescape(name.strip()), origin + href if href else None)
        for number, (href, name) in enumerate(links, 1)
    ]
    items = [(each["position"], each["name"], each.get("item")) for each in told[0]["itemListElement"]]
    way = expected[:-1] if expected[-1][2] is None else expected  # the page itself may be left out
    return [] if items in (expected, way) and len(told) == 1 else [f"breadcrumbs say {items}, {expected} is shown"]


def _prices(html: str) -> list[str]:
    """The amounts of offers are those that stand on the page, and all of them."""
    told = [each.get("price") or each["lowPrice"] for kind in ("Offer", "AggregateOffer") for each in of_type(html, kind)
            if "itemOffered" not in each]  # fmt: skip
    slip = re.findall(r"<dt>(?:Prezzo|Price)</dt><dd>(.*?)</dd>", html, re.DOTALL)
    plans = re.findall(r'<p class="price"><b>(.*?)</b>', html)
    shown = [digits for digits in (re.sub(r"\D", "", unescape(each)) for each in (*slip, *plans)) if digits]
    expected = [re.sub(r"\D", "", each.removesuffix(".00")) for each in told]
    return [] if sorted(expected) == sorted(shown) else [f"offers say {told}, {shown} is shown"]
