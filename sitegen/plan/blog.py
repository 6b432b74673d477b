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

MANY = 100  # outputs worked out again, from which on all are kept anew


class _Row(msgspec.Struct, frozen=True, array_like=True):
    """An output as a memo keeps it: `texts` are the posts whose text it shows, by id, with the digests of their files."""

    path: OutputPath
    template: str
    origin: str
    inputs: Digest
    written: Place | None
    texts: tuple[tuple[str, Digest], ...]


_decode = msgspec.msgpack.Decoder(tuple[_Row, ...]).decode


def recall_blog(site: Site, desk: Desk, memo: Memo) -> list[Output]:
    """The outputs of the posts, their lists and feeds."""
    key = of_value((engine_digest(), "blog", desk.traces.faces))
    try:
        rows = _decode(memo.get(key) or b"")
    except msgspec.DecodeError:
        outputs = list(_make(site, desk))
        memo.put(key, _rows(outputs, site))
        return outputs
    blog = _Blog(site, desk)
    outputs = [blog.output(row) for row in rows]
    if blog.edited > MANY:
        memo.put(key, _rows(outputs, site))
    return outputs


def _make(site: Site, desk: Desk) -> Iterator[Output]:
    yield from (make_page(post, site, desk) for post in site.of("posts"))
    yield from make_archives(site, desk)


def _rows(outputs: list[Output], site: Site) -> bytes:
    posts = site.shown["posts"]
    return msgspec.msgpack.encode([
        _Row(each.path, each.recipe.name, each.origin, each.recipe.view.inputs, each.written,
             tuple((id_, posts[id_].trace.whole) for id_ in each.recipe.view.texts))
        for each in outputs if isinstance(each.recipe, Template)])  # fmt: skip


class _Blog:
    """Outputs from rows, those of a plan that has the same posts with the same faces."""

    def __init__(self, site: Site, desk: Desk) -> None:
        self._site, self._desk = site, desk
        self._posts = site.shown["posts"]
        self._by_source: dict[str, Item] = {post.source: post for post in self._posts.values()}
        self.edited = 0

    @cached_property
    def _anew(self) -> dict[tuple[OutputPath, str], Output]:
        return {(each.path, each.origin): each for each in make_archives(self._site, self._desk)}

    def output(self, row: _Row) -> Output:
        """The output of a row, worked out again where a text that it shows is another."""
        if any(self._posts[id_].trace.whole != whole for id_, whole in row.texts):
            self.edited += 1
            return self._afresh(row)
        texts = tuple(id_ for id_, _ in row.texts)
        later = Later(row.inputs, partial(self._view, row), texts)
        return Output(row.path, Template(row.template, later), row.origin, row.written)

    def _afresh(self, row: _Row) -> Output:
        post = self._by_source.get(row.origin)
        return make_page(post, self._site, self._desk) if post else self._anew[row.path, row.origin]

    def _view(self, row: _Row) -> Any:
        recipe = self._afresh(row).recipe
        return recipe.view.make() if isinstance(recipe, Template) else None
