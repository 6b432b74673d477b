"""A view → what a sitemap says of its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.parse.pictures import DRAWING
from sitegen.plan import views

MOST_IMAGES = 1000
"""Of one page (https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps)."""

_OTHERS = (views.PostCard, views.CaseCard, views.ServiceCard, views.Form, views.Diary)
"""What other pages show, too."""


class Indexed(msgspec.Struct, frozen=True, array_like=True):
    """A page that may be found: its canonical address (absolute), the moment of its last change (ISO or ""), and its own
    pictures, root-relative.
    """

    canonical: str
    updated: str
    images: tuple[str, ...] = ()


def indexed(view: Any) -> Indexed | None:
    """None for what is no page, must not be found, or only goes on with a list."""
    if not isinstance(view, views.View) or view.head.noindex:
        return None
    page = view.page
    if isinstance(page, views.ListPage) and page.pager.number > 1:
        return None
    # Most pages are posts and their lists: there it is known where the pictures are.
    shown: object = page
    if isinstance(page, views.PostPage):
        shown = page.cover, page.body
    elif isinstance(page, views.ListPage):
        shown = page.person
    images = dict.fromkeys(each.url for each in _images(shown) if each.url.startswith("/"))
    return Indexed(view.head.canonical, view.head.updated or view.head.published, tuple(images)[:MOST_IMAGES])


def _images(value: object) -> Iterator[views.Image]:
    match value:
        case views.Image():
            if not value.url.endswith(DRAWING):
                yield value
        case views.Body():
            yield from (each for each in value.targets if isinstance(each, views.Image))
        case tuple():
            for each in value:
                yield from _images(each)
        case msgspec.Struct() if not isinstance(value, _OTHERS):
            for name in value.__struct_fields__:
                yield from _images(getattr(value, name))
