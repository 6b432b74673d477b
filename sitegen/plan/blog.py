"""The pages of the posts and their lists and feeds: many, and mostly as they were. Which there are, and which posts each shows,
is kept from plan to plan under a digest of what says so; only what shows an edited post is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
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
    """An output as a memo keeps it; `texts` are the numbers of the posts whose text it shows."""

    path: OutputPath
    template: str
    origin: str
    inputs: Digest
    written: Place | None
    texts: tuple[int, ...]


class _Rows(msgspec.Struct, frozen=True):
    """The outputs of a plan, and of each post, newest first, the digests of its files and of its face. `listed` has for each
    output the numbers of the posts that it names or lists, unpacked where it is asked for.
    """

    rows: tuple[_Row, ...]
    listed: bytes
    wholes: tuple[Digest, ...]
    faces: tuple[Digest, ...]


_decode = msgspec.msgpack.Decoder(_Rows).decode
_unpack = msgspec.msgpack.Decoder(tuple[tuple[int, ...], ...]).decode


def recall_blog(site: Site, desk: Desk, memo: Memo) -> list[Output]:
    """The outputs of the posts, their lists and feeds."""
    key = of_value((engine_digest(), "blog", desk.traces.bonds))
    kept, (wholes, faces) = _recall(memo.get(key)), _digests(site)
    edited = _unlike(wholes, kept.wholes) if kept else frozenset()
    if kept is None or len(edited) > MANY:
        outputs = list(_make(site, desk))
    else:
        faced = _unlike(faces, kept.faces)
        listed = _unpack(kept.listed) if faced else [()] * len(kept.rows)
        rows = [(row, posts, edited.isdisjoint(row.texts) and faced.isdisjoint(posts))
                for row, posts in zip(kept.rows, listed, strict=True)]  # fmt: skip
        blog = _Blog(site, desk, {row.path for row, _, is_as_it_was in rows if not is_as_it_was})
        outputs = [
            blog.as_before(row, posts) if is_as_it_was else blog.afresh(row) for row, posts, is_as_it_was in rows
        ]
        if not faced:
            return outputs
    memo.put(key, _rows(outputs, site))
    return outputs


def _recall(data: bytes | None) -> _Rows | None:
    try:
        return _decode(data or b"")
    except msgspec.DecodeError:
        return None


def _make(site: Site, desk: Desk) -> Iterator[Output]:
    yield from (make_page(post, site, desk) for post in site.of("posts"))
    yield from make_archives(site, desk)


def _rows(outputs: list[Output], site: Site) -> bytes:
    kept = [(each, each.recipe) for each in outputs if isinstance(each.recipe, Template)]
    rows = tuple(_Row(each.path, recipe.name, each.origin, recipe.view.inputs, each.written, recipe.view.texts)
                 for each, recipe in kept)  # fmt: skip
    listed = msgspec.msgpack.encode([recipe.view.faces for _, recipe in kept])
    return msgspec.msgpack.encode(_Rows(rows, listed, *_digests(site)))


def _digests(site: Site) -> tuple[tuple[Digest, ...], tuple[Digest, ...]]:
    traces = [post.trace for post in site.of("posts")]
    return tuple([each.whole for each in traces]), tuple([each.face for each in traces])


def _unlike(now: tuple[Digest, ...], before: tuple[Digest, ...]) -> frozenset[int]:
    """The numbers of the posts whose digests differ."""
    if now == before:
        return frozenset()
    return frozenset(number for number, (one, other) in enumerate(zip(now, before, strict=True)) if one != other)


class _Blog:
    """Outputs from rows, those of a plan that has the same posts in the same order; those at `edited` are worked out again."""

    def __init__(self, site: Site, desk: Desk, edited: Set[OutputPath]) -> None:
        self._site, self._desk, self._paths = site, desk, edited
        self._by_source: dict[str, Item] = {post.source: post for post in site.of("posts")}

    @cached_property
    def _edited(self) -> dict[tuple[OutputPath, str], Output]:
        return _by_owner(make_archives(self._site, self._desk, self._paths))

    @cached_property
    def _lists(self) -> dict[tuple[OutputPath, str], Output]:
        return _by_owner(make_archives(self._site, self._desk))

    def as_before(self, row: _Row, listed: tuple[int, ...]) -> Output:
        """The output of a row that shows what it showed."""
        later = Later(row.inputs, partial(self._view, row), row.texts, listed)
        return Output(row.path, Template(row.template, later), row.origin, row.written)

    def afresh(self, row: _Row) -> Output:
        """The output of an edited row."""
        post = self._by_source.get(row.origin)
        return make_page(post, self._site, self._desk) if post else self._edited[row.path, row.origin]

    def _view(self, row: _Row) -> Any:
        post = self._by_source.get(row.origin)
        output = make_page(post, self._site, self._desk) if post else self._lists[row.path, row.origin]
        return output.recipe.view.make() if isinstance(output.recipe, Template) else None


def _by_owner(outputs: Iterable[Output]) -> dict[tuple[OutputPath, str], Output]:
    return {(each.path, each.origin): each for each in outputs}
