"""What surrounds every page: the site's own view, its menus with the current entry marked, head and breadcrumbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sitegen.model.site import Item, Site
from sitegen.model.terms import path_of
from sitegen.model.urls import pattern_of
from sitegen.parse.business import Business
from sitegen.parse.config import MenuEntry, MenuLink
from sitegen.parse.documents import CONFIG
from sitegen.parse.pictures import DRAWING
from sitegen.paths import Url, output_url, url_path
from sitegen.plan import views
from sitegen.plan.cards import Cards
from sitegen.plan.feed_formats import feeds_below
from sitegen.plan.icons import Icons
from sitegen.plan.links import Linker
from sitegen.plan.social import HEIGHT, WIDTH, SocialCards
from sitegen.plan.style import Style

LAW_4_2013 = "Professionista di cui alla legge n. 4 del 14 gennaio 2013"
"""The words that L. 4/2013 art. 1 c. 3 wants in what is written to a client; they are the law's, in its language."""

SEARCH = "search.html"
"""The template of the page that searches; a theme without one has no search."""

TITLE_SEPARATOR = " · "
TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif"}
"""Media types of the pictures that those who show links can show."""
LOCALES = {"it": "it_IT", "en": "en_US"}
"""Social networks know no language without a country (https://ogp.me/#optional)."""
FORMS = ("contact", "comments", "newsletter")


class Chrome:
    """Makes the surroundings of pages; what is the same on all is made once."""

    def __init__(self, site: Site, cards: Cards, linker: Linker, style: Style, social: SocialCards,
                 icons: Icons) -> None:  # fmt: skip
        self.config = site.config
        self.linker, self.social, self.icons = linker, social, icons
        has_feeds = bool(site.shown["posts"]) and "site" in self.config.feeds.lists
        self.feeds = feeds_below(self.config.base, self.config.title, self.config) if has_feeds else ()
        self.blog = views.Link(self.config.blog.title, url_path(self.config.base, pattern_of(self.config, "blog")))
        self._cards = cards
        is_searched = self.config.search and site.shown["posts"] and cards.theme.find(SEARCH)
        self.search = url_path(self.config.base, pattern_of(self.config, "search")) if is_searched else Url("")
        self.site = self._site(site, cards, style)
        menus = self.config.menus
        self._menus = [tuple(self._entries(each, site)) for each in (menus.main, menus.footer, menus.legal)]
        self._addresses = sorted({self.config.base, *(each.url for menu in self._menus for each in _all(menu))})
        self._marked: dict[tuple[tuple[str, str], ...], views.Menus] = {}

    def menus(self, url: str, crumbs: tuple[views.Link, ...] = ()) -> views.Menus:
        """The menus as the page at `url`, with these breadcrumbs, shows them: one value for all pages on which the same
        entries are marked.
        """
        above = frozenset(crumb.url for crumb in crumbs)
        marks = tuple(mark for each in self._addresses
                      if (mark := (each, _current(each, url, self.config.base, above)))[1])  # fmt: skip
        if marks not in self._marked:
            main, footer, legal = (tuple(_marked(entry, dict(marks)) for entry in menu) for menu in self._menus)
            home = views.Link(self.config.title, self.config.base, "page" if url == self.config.base else "")
            self._marked[marks] = views.Menus(home, main, footer, legal)
        return self._marked[marks]

    def head(self, url: Url, title: str, description: str, *, item: Item | None = None, previous: str = "", following: str = "",
             feeds: tuple[views.FeedLink, ...] = (), noindex: bool = False, subject: str = "") -> views.Head:  # fmt: skip
        """The head of a page. Front matter's `seo:` goes before its own title, description and cover. `subject` is what a page
        is about that is no document's. Of the `feeds` of the page's own list, and of the site's, each is named in one format: readers of
        feeds know all of them.
        """
        meta = item.meta if item else None
        is_post = item is not None and item.kind == "posts"
        whole = (meta.seo.title if meta else "") or self._whole_title(title)
        noindex = noindex or bool(meta and meta.seo.noindex)
        image = self._image(item) or (None if noindex else self._card(url, item, subject)) or views.Image("", "")
        description = (meta.seo.description if meta else "") or description or self.config.description
        updated = getattr(meta, "updated", None) or (meta.date if meta and is_post else None)
        canonical = getattr(meta, "canonical", "") or self.linker.absolute(url)
        return views.Head(
            title=whole,
            description=description,
            canonical=canonical,
            noindex=noindex,
            type="article" if is_post else "website",
            image=self.linker.absolute(image.url),
            image_alt=image.alt,
            image_width=image.width,
            image_height=image.height,
            manifest=self.icons.manifest if url == self.config.base else "",
            previous=previous,
            next=following,
            feeds=(*self.feeds[:1], *feeds[:1]),
            published=meta.date.isoformat() if meta and is_post else "",
            updated=updated.isoformat() if updated else "",
            section=meta.category.rpartition("/")[2].strip() if meta and is_post else "",
            tags=meta.tags if meta and is_post else (),
        )

    def _image(self, item: Item | None) -> views.Image | None:
        """A document's own picture, if those who show links can show it; that for sharing goes before all others."""
        if item is None:
            return None
        meta = item.meta
        cover = self.linker.image(getattr(meta, "cover", None) or getattr(meta, "photo", None), item.source)
        shared = self.linker.shown(meta.seo.image, item.source) or cover
        if shared is None or shared.url.endswith(DRAWING):
            return None
        alt = cover.alt if cover and cover.url == shared.url else ""
        return views.Image(shared.url, alt, width=shared.width, height=shared.height)

    def _card(self, url: Url, item: Item | None, subject: str) -> views.Image | None:
        """The card of a page that has no picture; it says what its title says."""
        if not self.social.are_drawn:
            return None
        about = views.Subject(item.meta.title if item else subject)
        if item is not None and item.kind == "posts":
            path = "/".join(path_of(item.meta.category, self.config.language))
            author = self._cards.author_of(item)
            label = item.meta.category.rpartition("/")[2].strip()
            about = views.Subject(item.meta.title, label, author.name if author else "", path)
        file = self.social.path(url, about)
        self.linker.asking.cards[file] = about
        return views.Image(output_url(self.config.base, file), about.title, width=WIDTH, height=HEIGHT)

    def _whole_title(self, title: str) -> str:
        brand = self.config.brand.name or self.config.title
        return f"{title}{TITLE_SEPARATOR}{brand}" if title and title != brand else f"{brand}{self._tagline()}"

    def _tagline(self) -> str:
        return f"{TITLE_SEPARATOR}{self.config.tagline}" if self.config.tagline else ""

    def _site(self, site: Site, cards: Cards, style: Style) -> views.Site:
        config = self.config
        for logo in (config.brand.logo, config.brand.logo_dark):
            self.linker.loaded(logo)
        forms = {name: cards.form(name) for name in FORMS}  # all of them, so that each address in them is checked
        return views.Site(
            title=config.title,
            tagline=config.tagline,
            description=config.description,
            language=config.language,
            locale=LOCALES.get(config.language, config.language.replace("-", "_")),
            url=config.base,
            absolute=self.linker.absolute(config.base),
            style=output_url(config.base, style.output.path),
            sheets={name: output_url(config.base, output.path) for name, output in style.sheets.items()},
            preload=tuple(output_url(config.base, path) for path in style.faces.early),
            brand=config.brand.name or config.title,
            logo=self.linker.picture(config.brand.logo, CONFIG),
            logo_dark=self.linker.picture(config.brand.logo_dark, CONFIG),
            icon=self.icons.link,
            touch_icon=self.icons.touch,
            scheme=config.brand.scheme,
            colors=views.Colors(dict(style.light), dict(style.dark)),
            author=cards.person(config.author.id) if config.author else None,
            cta=cards.link(config.cta),
            blog=self.blog if site.shown["posts"] else None,
            search=self.search,
            social=tuple(views.Link(link.label, link.url) for link in config.social),
            business=_business(config.business) if config.business else None,
            feeds=self.feeds,
            testimonials_note=config.testimonials.note,
            newsletter=forms["newsletter"],
            extra=config.extra,
        )

    def _entries(self, entries: Iterable[MenuEntry | MenuLink], site: Site) -> list[views.MenuItem]:
        """The entries whose pages are shown; a group that has lost all its entries is gone too."""
        made = []
        for entry in entries:
            children = tuple(self._entries(entry.children, site)) if isinstance(entry, MenuEntry) else ()
            url = self.linker.link_if_shown(entry.to)
            if url or children:
                made.append(views.MenuItem(entry.label or self._label(entry, site), url, "", children))
        return made

    def _label(self, entry: MenuEntry | MenuLink, site: Site) -> str:
        """The name of an entry that has none: that of its page."""
        to = entry.to.to if entry.to else ""
        if to == "blog":
            return self.config.blog.title
        source = f"content/{to.partition('#')[0]}"
        names = (
            getattr(item.meta, "menu_title", "") or item.meta.title
            for items in site.shown.values()
            for item in items.values()
            if item.source == source
        )
        return next(names, to)


def _all(entries: Iterable[views.MenuItem]) -> Iterator[views.MenuItem]:
    for entry in entries:
        yield entry
        yield from _all(entry.children)


def _current(address: str, url: str, base: str, above: frozenset[str]) -> str:
    """How a link to `address` is marked on the page at `url`: "page" there, "true" where it leads to a page `above` it, by
    its address or by its breadcrumbs.
    """
    if address == url:
        return "page"
    is_above = address.endswith("/") and url.startswith(address)
    return "true" if address != base and (is_above or address in above) else ""


def _marked(entry: views.MenuItem, marks: Mapping[str, str]) -> views.MenuItem:
    children = tuple(_marked(child, marks) for child in entry.children)
    current = marks.get(entry.url) or ("true" if any(child.current for child in children) else "")
    return views.MenuItem(entry.label, entry.url, current, children)


def _business(business: Business) -> views.Business:
    address = business.address
    law = (
        LAW_4_2013
        if business.law4_2013 in ("true", "yes")
        else ""
        if business.law4_2013 in ("false", "no")
        else business.law4_2013
    )
    return views.Business(
        kind=business.kind,
        trading_name=business.trading_name,
        legal_name=business.legal_name,
        vat_id=business.vat_id,
        tax_code=business.tax_code,
        rea=business.rea,
        pec=business.pec,
        address=views.Address(address.street, address.zip, address.city, address.province, address.country)
        if address.public
        else None,
        phone=business.phone,
        phone_url="tel:" + re.sub(r"[^\d+]", "", business.phone) if business.phone else "",
        email=business.email,
        hours=business.hours,
        area_served=business.area_served,
        law4_2013=law,
        association=business.association,
        insurance=business.insurance,
        founded=business.founded,
    )
