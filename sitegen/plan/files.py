"""The outputs that are no pages: theme assets, published and static files, sitemap, robots.txt, old addresses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from operator import itemgetter

from sitegen.digest import of_value
from sitegen.model.site import Site
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath, output_url
from sitegen.plan import views
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Copy, Encode, Later, Output, Template
from sitegen.plan.search import SCRIPT
from sitegen.plan.sights import Asked, Sight
from sitegen.read.snapshot import HOST_FILES, Snapshot

STATIC = "content/static/"


def make_files(asked: Asked, theme: Theme, snapshot: Snapshot, told: Collection[OutputPath]) -> Iterator[Output]:
    """Theme assets, the files that pages ask for, and `static/` as it is, but for what went into a file of `told`, which the
    host reads.
    """
    for name, file in theme.assets.items():
        if name != SCRIPT:
            yield Output(OutputPath(f"assets/{name}"), Copy(file.path, file.digest), file.path)
    for path, source in sorted(dict(asked.files).items()):
        yield Output(path, Copy(source, snapshot.files[source].digest), source)
    for path, source, spec in sorted(asked.pictures, key=itemgetter(0)):
        yield Output(path, Encode(source, snapshot.files[source].digest, spec), source)
    for file in snapshot.below(STATIC):
        if file.path in HOST_FILES and file.path.removeprefix(STATIC) in told:
            continue
        yield Output(OutputPath(file.path.removeprefix(STATIC)), Copy(file.path, file.digest), file.path)


def make_sitemap(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> Iterator[Output]:
    """The sitemap of all indexable pages (https://www.sitemaps.org/protocol.html) and the robots.txt that names it."""
    inputs = of_value((site.config.base, site.config.origin, [*sights], [sight.entry for sight in sights.values()]))
    sitemap = OutputPath("sitemap.xml")
    view = Later(inputs, partial(_sitemap, sights, linker, site))
    yield Output(sitemap, Template("sitemap.xml", view), "sitemap")
    address = linker.absolute(output_url(site.config.base, sitemap))
    yield Output(OutputPath("robots.txt"), Template("robots.txt", views.RobotsView(address)), "robots")


def _sitemap(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> views.SitemapView:
    entries = []
    for path, sight in sights.items():
        own = linker.absolute(output_url(site.config.base, path))
        if sight.entry is not None and sight.entry[0] == own:
            entries.append(views.SitemapEntry(own, sight.entry[1]))
    return views.SitemapView(tuple(sorted(entries, key=lambda entry: entry.absolute)))
