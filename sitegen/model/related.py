"""Which posts to read next: those that share tags, then category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

CANDIDATES = 60  # newest posts looked at for each tag, so that the cost stays linear on a large blog


def related_posts(posts: Sequence[Any], how_many: int) -> dict[str, tuple[str, ...]]:
    """For each post (newest first) the others that it names, then up to `how_many` in all: by shared tags and category,
    then the newest.
    """
    by_tag: dict[str, list[str]] = {}
    by_category: dict[str, list[str]] = {}
    for post in posts:
        for tag in dict.fromkeys(tag.casefold() for tag in post.meta.tags):
            by_tag.setdefault(tag, []).append(post.id)
        by_category.setdefault(post.meta.category.casefold(), []).append(post.id)
    rank = {post.id: number for number, post in enumerate(posts)}
    newest = [post.id for post in posts[: how_many + 1]]
    related = {}
    for post in posts:
        named = tuple(dict.fromkeys(ref.id for ref in post.meta.related if ref.id in rank and ref.id != post.id))
        if len(named) >= how_many:
            related[post.id] = named
            continue
        score: Counter[str] = Counter()
        for tag in dict.fromkeys(tag.casefold() for tag in post.meta.tags):
            score.update(dict.fromkeys(by_tag[tag][:CANDIDATES], 2))
        if post.meta.category:
            score.update(dict.fromkeys(by_category[post.meta.category.casefold()][:CANDIDATES], 1))
        alike = sorted(score, key=lambda other: (-score[other], rank[other]))
        chosen = [other for other in dict.fromkeys((*named, *alike, *newest)) if other != post.id]
        related[post.id] = tuple(chosen[:how_many])
    return related
