"""Full-text feeds of a list of posts: Atom (RFC 4287) and RSS 2.0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.dates import iso, rfc822
from sitegen.model.site import Item, Site
from sitegen.paths import Url
from sitegen.plan import views
from sitegen.plan.cards import excerpt_of
from sitegen.plan.desk import Desk
from sitegen.plan.outputs import Output

NAMES = {"feed.atom.xml": "feed.atom.xml", "feed.xml": "feed.rss.xml"}


def make_feeds(home: Url, title: str, posts: Sequence[Item], site: Site, desk: Desk) -> Iterator[Output]:
    """Both feeds of the list at `home`, with the newest posts."""
    newest = posts[: site.config.feeds.posts]
    for name, template in NAMES.items():
        url = Url(home + name)
        inputs = desk.traces.of(url, title, texts=newest)
        yield desk.output(
            url, template, partial(_view, url, home, title, newest, desk), f"feed {home}", inputs, texts=newest
        )


def _view(url: Url, home: Url, title: str, posts: Sequence[Item], desk: Desk) -> views.FeedView:
    config = desk.site.config
    changed = max((post.meta.updated or post.meta.date for post in posts), default=None)
    return views.FeedView(
        title=title,
        description=config.description or config.tagline or title,
        language=config.language,
        absolute=desk.linker.absolute(url),
        home=desk.linker.absolute(home),
        updated=iso(changed) if changed else "",
        updated_rfc822=rfc822(changed) if changed else "",
        entries=tuple(_entry(post, desk) for post in posts),
    )


def _entry(post: Item, desk: Desk) -> views.FeedEntry:
    meta = post.meta
    author = desk.cards.author_of(post)
    category = desk.cards.category(post)
    return views.FeedEntry(
        absolute=desk.linker.absolute(post.url),
        title=meta.title,
        published=iso(meta.date),
        updated=iso(max(meta.updated or meta.date, meta.date)),
        published_rfc822=rfc822(meta.date),
        author=author.name if author else desk.site.config.title,
        terms=tuple(dict.fromkeys([*([category.label] if category else []), *(tag.label for tag in desk.tags(post))])),
        excerpt=excerpt_of(post),
        body=desk.linker.text_apart(post),
    )
