"""The pages of the posts and their lists and feeds: many, and mostly as they were. Which there are, and what each looks at,
is kept from plan to plan under a digest of all that lists show; only what shows the text of an edited post is worked out
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import Any

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest
from sitegen.model.site import Item, Site
from sitegen.parse.memo import Memo
from sitegen.paths import OutputPath
from sitegen.plan.archives import make_archives
from sitegen.plan.desk import Desk
from sitegen.plan.outputs import Later, Output, Template
from sitegen.plan.pages import make_page
from sitegen.problems import Place

MANY = 100  # edited posts, from which on all is kept anew


class _Row(msgspec.Struct, frozen=True, array_like=True):
    """An output as a memo keeps it: `texts` are the ids of the posts whose text it shows."""

    path: OutputPath
    template: str
    origin: str
    inputs: Digest
    written: Place | None
    texts: tuple[str, ...]


class _Rows(msgspec.Struct, frozen=True):
    """The outputs of a plan, and of each post the digest of its files, by id."""

    rows: tuple[_Row, ...]
    posts: dict[str, Digest]


_decode = msgspec.msgpack.Decoder(_Rows).decode


def recall_blog(site: Site, desk: Desk, memo: Memo) -> list[Output]:
    """The outputs of the posts, their lists and feeds."""
    key = of_value((engine_digest(), "blog", desk.traces.faces))
    try:
        kept = _decode(memo.get(key) or b"")
    except msgspec.DecodeError:
        outputs = list(_make(site, desk))
        memo.put(key, _rows(outputs, site))
        return outputs
    posts = site.shown["posts"]
    blog = _Blog(site, desk)
    edited = {id_ for id_, whole in kept.posts.items() if posts[id_].trace.whole != whole}
    is_as_it_was = edited.isdisjoint
    outputs = [blog.as_before(row) if is_as_it_was(row.texts) else blog.afresh(row) for row in kept.rows]
    if len(edited) > MANY:
        memo.put(key, _rows(outputs, site))
    return outputs


def _make(site: Site, desk: Desk) -> Iterator[Output]:
    yield from (make_page(post, site, desk) for post in site.of("posts"))
    yield from make_archives(site, desk)


def _rows(outputs: list[Output], site: Site) -> bytes:
    rows = (_Row(each.path, each.recipe.name, each.origin, each.recipe.view.inputs, each.written, each.recipe.view.texts)
            for each in outputs if isinstance(each.recipe, Template))  # fmt: skip
    return msgspec.msgpack.encode(_Rows(tuple(rows), {post.id: post.trace.whole for post in site.of("posts")}))


class _Blog:
    """Outputs from rows, those of a plan that has the same posts with the same faces."""

    def __init__(self, site: Site, desk: Desk) -> None:
        self._site, self._desk = site, desk
        self._by_source: dict[str, Item] = {post.source: post for post in site.of("posts")}

    @cached_property
    def _anew(self) -> dict[tuple[OutputPath, str], Output]:
        return {(each.path, each.origin): each for each in make_archives(self._site, self._desk)}

    def as_before(self, row: _Row) -> Output:
        """The output of a row that shows the texts that it showed."""
        later = Later(row.inputs, partial(self._view, row), row.texts)
        return Output(row.path, Template(row.template, later), row.origin, row.written)

    def afresh(self, row: _Row) -> Output:
        """The output of a row, worked out again."""
        post = self._by_source.get(row.origin)
        return make_page(post, self._site, self._desk) if post else self._anew[row.path, row.origin]

    def _view(self, row: _Row) -> Any:
        recipe = self.afresh(row).recipe
        return recipe.view.make() if isinstance(recipe, Template) else None
