"""Services and packages with their prices, as linked data (https://schema.org/Offer): what is said is what the page shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sitegen.plan import views

Node = dict[str, Any]

CODES = {"month": "MON", "hour": "HUR"}
"""Of what a price is for, in UN/CEFACT recommendation 20, as far as it has one."""
WORDS = {
    "it": {"month": "mese", "hour": "ora", "project": "progetto", "trip": "viaggio"},
    "en": {"month": "month", "hour": "hour", "project": "project", "trip": "trip"},
}


def service_node(page: views.ServicePage, url: str, language: str) -> Node:
    """The service of a page at the absolute address `url`, with its offers."""
    offers = [*_price(page.price, language), *map(package, page.packages)]
    return {
        "@type": "Service",
        "@id": f"{url}#service",
        "name": page.title,
        "serviceType": page.tab or page.title,
        "description": page.summary,
        "url": url,
        **({"offers": offers} if offers else {}),
    }


def package(plan: views.Plan) -> Node:
    """A package at its price."""
    said = " · ".join(filter(None, (plan.hours, plan.unit_note)))
    offer = {"@type": "Offer", "name": plan.name, "price": plan.value, "priceCurrency": "EUR"}
    return {**offer, "description": said} if said else offer


def catalogue(plans: Iterable[views.Plan], url: str, id_: str = "", title: str = "") -> Node:
    """Packages on the page at `url`, of which there may be several groups; one that nothing links to (`id_`) has no name of its own."""
    known = {"@id": f"{url}#{id_}"} if id_ else {}
    name = {"name": title} if title else {}
    return {"@type": "OfferCatalog", **known, **name, "itemListElement": [package(plan) for plan in plans]}


def price_range(prices: Iterable[views.Price | views.Plan]) -> str:
    """From the lowest to the highest of the prices that are told («40 €–1.050 €»); "" where none is."""
    told = sorted((float(each.value), each.amount) for each in prices if each.value)
    return "–".join(dict.fromkeys((told[0][1], told[-1][1]))) if told else ""


def _price(price: views.Price | None, language: str) -> list[Node]:
    if price is None or not price.value:
        return []
    currency = {"priceCurrency": price.currency}
    if price.mode in ("from", "packages"):
        return [{"@type": "AggregateOffer", "lowPrice": price.value, **currency, **_per(price, "minPrice", language)}]
    return [{"@type": "Offer", "price": price.value, **currency, **_per(price, "price", language)}]


def _per(price: views.Price, name: str, language: str) -> Node:
    if not price.per:
        return {}
    code = {"unitCode": CODES[price.per]} if price.per in CODES else {}
    return {"priceSpecification": {"@type": "UnitPriceSpecification", name: price.value, "priceCurrency": price.currency,
                                   **code, "unitText": WORDS[language[:2]][price.per]}}  # fmt: skip
