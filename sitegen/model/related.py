"""Which posts to read next: those that share tags, then category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from typing import Any

import msgspec

from sitegen.digest import of_value
from sitegen.engine import engine_digest
from sitegen.parse.memo import Memo

_decoder = msgspec.msgpack.Decoder(dict[str, tuple[str, ...]])
CANDIDATES = 60  # newest posts looked at for each tag, so that the cost stays linear on a large blog


def recall_related(posts: Sequence[Any], how_many: int, memo: Memo) -> dict[str, tuple[str, ...]]:
    """`related_posts`, which is looked for again only when a post, its tags, its category or what it names has changed."""
    key = of_value((engine_digest(), "related", how_many, [
        (post.id, post.meta.tags, post.meta.category, [ref.id for ref in post.meta.related]) for post in posts]))  # fmt: skip
    try:
        return _decoder.decode(memo.get(key) or b"")
    except msgspec.DecodeError:
        related = related_posts(posts, how_many)
        memo.put(key, msgspec.msgpack.encode(related))
        return related


def related_posts(posts: Sequence[Any], how_many: int) -> dict[str, tuple[str, ...]]:
    """For each post (newest first) the others that it names, then up to `how_many` in all: by shared tags and category,
    then the newest.
    """
    number_of = {post.id: number for number, post in enumerate(posts)}
    alike: dict[tuple[str, str], list[int]] = {}
    for number, post in enumerate(posts):
        for trait in _traits(post):
            alike.setdefault(trait, []).append(number)
    candidates = {trait: numbers[:CANDIDATES] for trait, numbers in alike.items()}
    newest = range(min(how_many + 1, len(posts)))
    related = {}
    for number, post in enumerate(posts):
        named = dict.fromkeys(number_of[ref.id] for ref in post.meta.related if ref.id in number_of)
        chosen = dict.fromkeys((*named, *_nearest(post, candidates, how_many, len(posts)), *newest))
        chosen.pop(number, None)
        named.pop(number, None)
        related[post.id] = tuple(posts[each].id for each in list(chosen)[: max(how_many, len(named))])
    return related


def _traits(post: Any) -> list[tuple[str, str]]:
    traits = [("tag", tag) for tag in dict.fromkeys(tag.casefold() for tag in post.meta.tags)]
    return [*traits, ("category", post.meta.category.casefold())] if post.meta.category else traits


def _nearest(post: Any, candidates: Mapping[tuple[str, str], list[int]], how_many: int, total: int) -> list[int]:
    """The numbers of the posts that share most with this one: two points for a tag, one for the category, then the newest."""
    points: Counter[int] = Counter()
    for trait in _traits(post):
        points.update(candidates[trait] * (2 if trait[0] == "tag" else 1))
    # One number for each, smallest first: more points, then newer. (The post itself is among them.)
    best = nsmallest(how_many + 1, [number - score * total for number, score in points.items()])
    return [each % total for each in best]
