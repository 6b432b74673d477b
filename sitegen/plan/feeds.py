"""Full-text feeds of a list of posts: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from urllib.parse import quote, urlsplit

from sitegen.dates import iso, rfc822
from sitegen.model.site import Item, Site
from sitegen.paths import Url
from sitegen.plan import views
from sitegen.plan.cards import excerpt_of
from sitegen.plan.desk import Desk
from sitegen.plan.feed_formats import formats_of
from sitegen.plan.outputs import Output
from sitegen.plan.sights import Asked

_TYPES = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png", ".gif": "gif", ".webp": "webp", ".avif": "avif"}
"""The pictures that readers of feeds show, by the ends of their names: no drawings."""


class Feeds:
    """The feeds of a plan. A post is in those of several lists, in several formats, and its entry is made once for all."""

    def __init__(self, site: Site, desk: Desk) -> None:
        self._config, self._desk = site.config, desk
        self._entries: dict[str, tuple[views.FeedEntry, Asked]] = {}

    def of(self, home: Url, title: str, posts: Sequence[Item]) -> Iterator[Output]:
        """The feeds of the list at `home`, with the newest posts."""
        newest = posts[: self._config.feeds.posts or None]
        inputs = self._desk.traces.of(home, title, texts=newest)
        for each in formats_of(self._config):
            url = Url(home + each.name)
            make = partial(self._view, url, home, title, newest)
            seen = self._desk.traces.of(inputs, each)
            yield self._desk.output(url, each.template, make, f"feed {home}", seen, texts=newest)

    def _view(self, url: Url, home: Url, title: str, posts: Sequence[Item]) -> views.FeedView:
        config, linker = self._config, self._desk.linker
        changed = max(map(_changed, posts))
        return views.FeedView(
            title=title,
            description=config.description or config.tagline or title,
            language=config.language,
            absolute=linker.absolute(url),
            home=linker.absolute(home),
            updated=iso(changed),
            updated_rfc822=rfc822(changed),
            entries=tuple(self._entry(post) for post in posts),
        )

    def _entry(self, post: Item) -> views.FeedEntry:
        if post.id not in self._entries:
            self._entries[post.id] = self._desk.linker.watch(lambda: _entry(post, self._desk))
        entry, asked = self._entries[post.id]
        self._desk.linker.asking.also(asked)
        return entry


def _entry(post: Item, desk: Desk) -> views.FeedEntry:
    meta, linker = post.meta, desk.linker
    author = desk.cards.author_of(post)
    category = desk.cards.category(post)
    cover = linker.image(meta.cover, post.source)
    kind = _TYPES.get(_end(cover.url)) if cover else None
    return views.FeedEntry(
        id=f"{linker.absolute(desk.site.config.base)}#posts/{quote(post.id)}",
        absolute=linker.absolute(post.url),
        title=meta.title,
        published=iso(meta.date),
        updated=iso(_changed(post)),
        published_rfc822=rfc822(meta.date),
        author=author.name if author else desk.site.config.title,
        author_url=linker.absolute(author.url) if author else "",
        terms=tuple(dict.fromkeys([*([category.label] if category else []), *(tag.label for tag in desk.tags(post))])),
        excerpt=excerpt_of(post),
        image=views.FeedImage(linker.absolute(cover.url), f"image/{kind}", cover.alt, cover.width, cover.height)
        if cover and kind
        else None,
        body=linker.text_apart(post),
    )


def _changed(post: Item) -> datetime:
    """When a post was last changed, which is not before it came out."""
    moment: datetime = max(post.meta.updated or post.meta.date, post.meta.date)
    return moment


def _end(url: str) -> str:
    """The end of a file's name, in lower case."""
    name = urlsplit(url).path.rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name else ""
