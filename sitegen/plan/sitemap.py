"""Which pages may be found: the sitemap (https://www.sitemaps.org/protocol.html), and the robots.txt that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from operator import attrgetter

from sitegen.digest import of_value
from sitegen.model.site import Site
from sitegen.paths import OutputPath, output_url
from sitegen.plan import views
from sitegen.plan.indexed import Indexed
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Later, Output, Template
from sitegen.plan.sights import Sight

MOST_URLS, MOST_BYTES = 50_000, 50_000_000
"""Of one file, by the protocol."""

SITEMAP, ROBOTS = OutputPath("sitemap.xml"), OutputPath("robots.txt")
_OWN_ROBOTS = f"content/static/{ROBOTS}"
_AROUND = 150
"""Bytes at most, of the elements around an address and its date, or around that of a picture."""


def make_sitemap(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> Iterator[Output]:
    """The sitemap of all pages that may be found, in parts where one file may not hold it, and the robots.txt that names it,
    unless the owner has written one.
    """
    pages = _pages(sights, linker, site)
    parts = list(_parts(pages))
    if len(parts) <= 1:
        yield _part(SITEMAP, pages, site)
    else:
        files = [OutputPath(f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
        yield from (_part(file, part, site) for file, part in zip(files, parts, strict=True))
        entries = [views.SitemapEntry(linker.absolute(output_url(site.config.base, file)), _latest(part))
                   for file, part in zip(files, parts, strict=True)]  # fmt: skip
        yield Output(SITEMAP, Template("sitemap-index.xml", views.SitemapView(tuple(entries))), "sitemap")
    if _OWN_ROBOTS not in linker.snapshot.files:
        address = linker.absolute(output_url(site.config.base, SITEMAP))
        yield Output(ROBOTS, Template("robots.txt", views.RobotsView(address)), "robots")


def _pages(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> list[Indexed]:
    """By address, those that stand for themselves."""
    base, found = site.config.base, list[Indexed]()
    for path, sight in sights.items():
        if sight.entry is not None and sight.entry.canonical == linker.absolute(output_url(base, path)):
            found.append(sight.entry)
    return sorted(found, key=attrgetter("canonical"))


def _parts(pages: list[Indexed]) -> Iterator[list[Indexed]]:
    part, size = list[Indexed](), _AROUND
    for page in pages:
        more = sum(len(each) + _AROUND for each in (page.canonical, *page.images))
        if part and (len(part) == MOST_URLS or size + more > MOST_BYTES):
            yield part
            part, size = [], _AROUND
        part.append(page)
        size += more
    if part:
        yield part


def _latest(pages: Iterable[Indexed]) -> str:
    return max((each.updated for each in pages if each.updated), key=datetime.fromisoformat, default="")


def _part(path: OutputPath, pages: list[Indexed], site: Site) -> Output:
    later = Later(of_value((site.config.origin, pages)), partial(_view, pages, site.config.origin))
    return Output(path, Template("sitemap.xml", later), "sitemap")


def _view(pages: Iterable[Indexed], origin: str) -> views.SitemapView:
    return views.SitemapView(tuple(views.SitemapEntry(each.canonical, each.updated, tuple(f"{origin}{image}" for image in each.images))
                                   for each in pages))  # fmt: skip
