"""The formats of a feed: what its file is called, what writes it, and how readers know it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.parse.config import Config
from sitegen.paths import Url
from sitegen.plan import views


class FeedFormat(NamedTuple):
    """`name` is the file, in the folder of its list; `type` the media type by which readers look for it."""

    name: str
    template: str
    type: str
    label: str


FORMATS = {
    "rss": FeedFormat("feed.xml", "feed.rss.xml", "application/rss+xml", "RSS"),
    "atom": FeedFormat("feed.atom.xml", "feed.atom.xml", "application/atom+xml", "Atom"),
    "json": FeedFormat("feed.json", "feed.json", "application/feed+json", "JSON Feed"),
}


def formats_of(config: Config) -> Iterator[FeedFormat]:
    """Those in which the site has its feeds, the one that pages name first."""
    if config.feeds.enabled:
        yield from (FORMATS[each] for each in dict.fromkeys(config.feeds.formats))


def feeds_below(home: str, title: str, config: Config) -> tuple[views.FeedLink, ...]:
    """The feeds of the list at `home`."""
    return tuple(
        views.FeedLink(f"{title} ({each.label})", Url(home + each.name), each.type) for each in formats_of(config)
    )
