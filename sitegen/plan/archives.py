"""The lists of posts: blog, categories, tags, authors, years and months, page by page, each with its feeds."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

import msgspec

from sitegen.dates import month_in_words, month_name
from sitegen.digest import Digest, of_value
from sitegen.model.site import Item, Site
from sitegen.model.terms import Term
from sitegen.model.urls import fill, pattern_of
from sitegen.paths import OutputPath, Url, output_path, url_path
from sitegen.plan import views
from sitegen.plan.cards import description_of
from sitegen.plan.desk import Desk
from sitegen.plan.feed_formats import feeds_below
from sitegen.plan.feeds import Feeds
from sitegen.plan.outputs import Output


class Listing(msgspec.Struct, frozen=True):
    """A list of posts before it is cut into pages. `above` are the breadcrumbs between home page and list."""

    kind: str
    title: str
    url: Url
    posts: tuple[Item, ...]
    origin: str
    description: str = ""
    person: views.Person | None = None
    children: tuple[views.Term, ...] = ()
    above: tuple[views.Link, ...] = ()
    item: Item | None = None


def make_archives(site: Site, desk: Desk, wanted: Container[OutputPath] | None = None) -> Iterator[Output]:
    """All lists; a blog only where there are posts. Only the blog, the categories and the authors have feeds, if the site wants
    them. Of the pages of lists only those that are `wanted`, where somebody says which.
    """
    posts, all_feeds = site.of("posts"), Feeds(site, desk)
    years = tuple(_years(site, posts))
    shared = _Shared(tuple(_tree(site)), tuple(desk.cards.term(term) for term in site.tags.values()),
                     tuple(views.Term(each.title, each.url, len(each.posts)) for each in years if each.kind == "year"))  # fmt: skip
    inputs = of_value(shared)
    blog = [_blog(site, desk, posts)] if posts else []
    for listing in (
        *blog,
        *_categories(site, desk),
        *_tags(site, desk),
        *_authors(site, desk),
        *years,
    ):
        has_feeds = bool(listing.posts) and _WITH_FEEDS.get(listing.kind) in site.config.feeds.lists
        is_blog = listing.kind == "blog"
        title = site.config.title if is_blog else f"{site.config.title}: {listing.title}"
        feeds = feeds_below(listing.url, title, site.config) if has_feeds and not is_blog else ()
        yield from _pages(listing, shared, inputs, feeds, site, desk, wanted)
        if has_feeds:
            yield from all_feeds.of(site.config.base if is_blog else listing.url, title, listing.posts)


_WITH_FEEDS = {"blog": "site", "category": "categories", "author": "authors"}
"""The kinds of lists that may have feeds, as `feeds.lists` calls them."""


class _Shared(msgspec.Struct, frozen=True):
    terms: tuple[views.Term, ...]
    tags: tuple[views.Term, ...]
    years: tuple[views.Term, ...]


class _Cut(msgspec.Struct, frozen=True):
    """A page of a list: its number, counted from 1, and its posts; `urls` are those of all its pages."""

    number: int
    urls: tuple[Url, ...]
    posts: tuple[Item, ...]


def _pages(listing: Listing, shared: _Shared, inputs: Digest, feeds: tuple[views.FeedLink, ...], site: Site, desk: Desk,
           wanted: Container[OutputPath] | None) -> Iterator[Output]:  # fmt: skip
    size = site.config.pagination.posts or max(len(listing.posts), 1)
    total = max(1, -(-len(listing.posts) // size))
    urls = tuple(_page_url(listing.url, number, site) for number in range(1, total + 1))
    for number, url in enumerate(urls, 1):
        if wanted is not None and output_path(site.config.base, url) not in wanted:
            continue
        cut = _Cut(number, urls, listing.posts[(number - 1) * size : number * size])
        own = (listing.kind, listing.title, listing.url, listing.description, listing.children, listing.above)
        seen = desk.traces.of(inputs, own, len(listing.posts), number, total, feeds, faces=cut.posts)
        make = partial(_view, listing, cut, shared, feeds, desk)
        yield desk.output(url, "list.html", make, listing.origin, seen, faces=cut.posts)


def _view(listing: Listing, cut: _Cut, shared: _Shared, feeds: tuple[views.FeedLink, ...], desk: Desk) -> views.View:
    number, total, url = cut.number, len(cut.urls), cut.urls[cut.number - 1]
    previous = cut.urls[number - 2] if number > 1 else ""
    following = cut.urls[number] if number < total else ""
    page = views.ListPage(
        kind=listing.kind,
        url=url,
        title=listing.title,
        description=listing.description,
        person=listing.person,
        posts=tuple(desk.cards.post(post) for post in cut.posts),
        pager=views.Pager(number, total, previous, following, tuple(_near(number, cut.urls))),
        count=len(listing.posts),
        terms=shared.terms,
        tags=shared.tags,
        years=shared.years,
        children=listing.children,
    )
    title = listing.title if number == 1 else f"{listing.title} ({number}/{total})"
    own = listing.description or (description_of(listing.item) if listing.item else "")
    shown = " · ".join(post.meta.title for post in cut.posts[:NAMED])
    said = own if own and number == 1 else f"{title}: {shown}" if shown else ""
    head = desk.chrome.head(url, title, said, previous=previous, following=following, feeds=feeds,
                            item=listing.item if number == 1 else None, subject=listing.title)  # fmt: skip
    crumbs = (desk.home_crumb, *listing.above, views.Link(listing.title, listing.url, "page"))
    return desk.view(url, page, head, crumbs)


NAMED = 3  # posts by which a page of a list is described that has no words of its own
NEAR = 1  # pages on each side of this one that a pager links to


def _near(number: int, urls: Sequence[Url]) -> Iterator[views.Link]:
    """The first page, the last, and those near this one; a gap of a single page is no gap."""
    total, before = len(urls), 0
    for each in sorted({1, total, *range(max(number - NEAR, 1), min(number + NEAR, total) + 1)}):
        if each == before + 2:
            yield views.Link(str(each - 1), urls[each - 2])
        elif each > before + 2:
            yield views.Link("…", "")
        yield views.Link(str(each), urls[each - 1], "page" if each == number else "")
        before = each


def _page_url(first: Url, number: int, site: Site) -> Url:
    return Url(first + fill(pattern_of(site.config, "page"), {"page": str(number)})) if number > 1 else first


def _blog(site: Site, desk: Desk, posts: tuple[Item, ...]) -> Listing:
    blog = site.config.blog
    return Listing("blog", blog.title, Url(desk.chrome.blog.url), posts, "blog", blog.description)


def _of_term(term: Term, site: Site) -> tuple[Item, ...]:
    return tuple(site.shown["posts"][id_] for id_ in term.posts)


def _categories(site: Site, desk: Desk) -> Iterator[Listing]:
    for path, term in site.categories.items():
        above = tuple(site.categories[path[:depth]] for depth in range(1, len(path)))
        below = (each for other, each in site.categories.items() if other[:-1] == path)
        yield Listing("category", term.label, term.url, _of_term(term, site), f"category {'/'.join(path)}",
                      children=tuple(desk.cards.term(each) for each in below),
                      above=(desk.chrome.blog, *(views.Link(each.label, each.url) for each in above)))  # fmt: skip


def _tags(site: Site, desk: Desk) -> Iterator[Listing]:
    for slug, term in site.tags.items():
        yield Listing("tag", term.label, term.url, _of_term(term, site), f"tag {slug}", above=(desk.chrome.blog,))


def _authors(site: Site, desk: Desk) -> Iterator[Listing]:
    for author in site.of("authors"):
        default = site.config.author.id if site.config.author else ""
        posts = tuple(post for post in site.of("posts")
                      if (post.meta.author.id if post.meta.author else default) == author.id)  # fmt: skip
        description = author.meta.description or author.meta.bio_short
        person = desk.cards.person(author.id)
        yield Listing("author", author.meta.name, author.url, posts, author.source, description,
                      person=desk.cards.with_bio(person) if person else None,
                      above=(desk.chrome.blog,) if site.of("posts") else (), item=author)  # fmt: skip


def _years(site: Site, posts: Sequence[Item]) -> Iterator[Listing]:
    """Each year, newest first, followed by its months."""
    config = site.config
    for year, in_year in groupby(posts, key=lambda post: post.meta.date.year):
        members = tuple(in_year)
        values = {"year": f"{year:04}"}
        url = url_path(config.base, fill(pattern_of(config, "year"), values))
        months = []
        for month, in_month in groupby(members, key=lambda post: post.meta.date.month):
            address = fill(pattern_of(config, "month"), values | {"monthnum": f"{month:02}"})
            months.append((month, url_path(config.base, address), tuple(in_month)))
        children = tuple(views.Term(month_name(month, config.language), at, len(of)) for month, at, of in months)
        yield Listing("year", str(year), url, members, f"year {year}", children=children, above=(_blog_crumb(site),))
        for month, at, of in months:
            title = month_in_words(year, month, config.language)
            above = (_blog_crumb(site), views.Link(str(year), url))
            yield Listing("month", title, at, of, f"month {year}-{month:02}", above=above)


def _blog_crumb(site: Site) -> views.Link:
    return views.Link(site.config.blog.title, url_path(site.config.base, pattern_of(site.config, "blog")))


def _tree(site: Site) -> Iterable[views.Term]:
    def below(path: tuple[str, ...]) -> tuple[views.Term, ...]:
        return tuple(views.Term(term.label, term.url, len(term.posts), below(other))
                     for other, term in site.categories.items() if other[:-1] == path)  # fmt: skip

    return below(())
