"""Who answers for the site, as linked data (https://schema.org): the site, its business, its author. Each is described whole
where it belongs, and elsewhere named by its `@id`, which stays as long as the home page's address does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sitegen.plan import views
from sitegen.plan.hours import opening_hours

Node = dict[str, Any]
Absolute = Callable[[str], str]


class Identity:
    """Made once for a plan. `logo` and `prices` ("240–1.050 €") are "" where there are none; `services` are what the business
    offers.
    """

    def __init__(
        self, site: views.Site, absolute: Absolute, logo: str, prices: str, services: Iterable[views.Link]
    ) -> None:
        self._site, self._absolute, self._logo = site, absolute, absolute(logo)
        self._prices, self._services = prices, tuple(services)
        business = site.business if site.business and site.business.kind != "private" else None
        self._business = business
        self._names = {business.trading_name, business.legal_name, site.title, site.brand} if business else set()
        self.business = self._named(business) if business else None
        """The business by its name, wherever it is not described whole."""
        self.publisher = self.business or (self.author(site.author) if site.author else None)
        """Who publishes the site: its business, else its author, None where it has neither."""
        self.area = list(business.area_served) if business else []

    @property
    def website(self) -> Node:
        """The site by its id."""
        return {"@id": self._id("website")}

    def author(self, person: views.Person) -> Node:
        """A person by name and page, as an article names its author."""
        return {
            "@type": "Person",
            "@id": self._person_id(person),
            "name": person.name,
            "url": self._absolute(person.url),
        }

    def whole_site(self) -> Node:
        """The site itself (https://developers.google.com/search/docs/appearance/site-names)."""
        site = self._site
        return _filled({
            "@type": "WebSite",
            "@id": self._id("website"),
            "url": site.absolute,
            "name": site.brand,
            "alternateName": site.title if site.title != site.brand else "",
            "description": site.description,
            "inLanguage": site.language,
            "publisher": {"@id": self.publisher["@id"]} if self.publisher else None,
        })  # fmt: skip

    def whole_business(self) -> Node | None:
        """The business with all that its owner made public; a local one only where its address is
        (https://developers.google.com/search/docs/appearance/structured-data/local-business wants name and address).
        """
        site, business = self._site, self._business
        if business is None or self.business is None:
            return None
        is_local = self._is_local(business)
        return _filled({
            **self.business,
            "@type": "ProfessionalService" if is_local else "Organization",
            "legalName": business.legal_name if business.legal_name != self.business["name"] else "",
            "url": site.absolute,
            "description": site.description,
            "logo": self._logo,
            "image": self._logo,
            "telephone": business.phone,
            "email": business.email,
            "vatID": business.vat_id,
            "taxID": business.tax_code if business.tax_code != business.vat_id else "",
            "address": _postal(business.address) if business.address else None,
            "areaServed": self.area,
            "openingHoursSpecification": opening_hours(business.hours) if is_local else None,
            "priceRange": self._prices if is_local else "",
            "foundingDate": str(business.founded or ""),
            "founder": {"@id": self._person_id(site.author)} if site.author and business.kind == "professional" else None,
            "sameAs": _profiles(site.social),
            "hasOfferCatalog": self._catalogue(),
        })  # fmt: skip

    def whole_person(self, person: views.Person) -> Node:
        """A person with all that is told of them."""
        return _filled({
            **self.author(person),
            "givenName": person.given if person.given != person.name else "",
            "description": person.bio_short,
            "image": self._absolute(person.photo.url) if person.photo else "",
            "jobTitle": person.job,
            "worksFor": self._employer(person),
            "knowsAbout": list(person.knows_about),
            "knowsLanguage": list(person.languages),
            "sameAs": _profiles(person.links),
        })  # fmt: skip

    def _employer(self, person: views.Person) -> Node | None:
        if self.business and (person.company in self._names or (self._is_own(person) and not person.company)):
            return {"@id": self.business["@id"]}
        if person.company:
            return _filled({"@type": "Organization", "name": person.company, "url": person.company_url})
        return None

    def _catalogue(self) -> Node | None:
        offered = [{"@type": "Offer", "itemOffered": service_named(each, self._absolute)} for each in self._services]
        return {"@type": "OfferCatalog", "itemListElement": offered} if offered else None

    def _named(self, business: views.Business) -> Node:
        name = business.trading_name or business.legal_name or self._site.brand
        return {"@type": "Organization", "@id": self._id("business"), "name": name}

    def _person_id(self, person: views.Person) -> str:
        return self._id("person") if self._is_own(person) else f"{self._absolute(person.url)}#person"

    def _is_own(self, person: views.Person) -> bool:
        return self._site.author is not None and person.id == self._site.author.id

    def _id(self, name: str) -> str:
        return f"{self._site.absolute}#{name}"

    @staticmethod
    def _is_local(business: views.Business) -> bool:
        return business.address is not None and bool(business.address.street and business.address.city)


def service_named(service: views.Link, absolute: Absolute) -> Node:
    """A service by its name and page."""
    url = absolute(service.url)
    return {"@type": "Service", "@id": f"{url}#service", "name": service.label, "url": url}


def _postal(address: views.Address) -> Node:
    return _filled({
        "@type": "PostalAddress",
        "streetAddress": address.street,
        "postalCode": address.zip,
        "addressLocality": address.city,
        "addressRegion": address.province,
        "addressCountry": address.country or "IT",
    })  # fmt: skip


def _profiles(links: Iterable[views.Link]) -> list[str]:
    return [each.url for each in links if each.url.startswith(("https://", "http://"))]


def _filled(node: Node) -> Node:
    """The node without what is empty."""
    return {name: value for name, value in node.items() if value}
