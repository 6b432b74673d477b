"""Categories (nested by `/`) and tags, with the posts of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from sitegen.model.urls import fill, pattern_of
from sitegen.parse.config import Config
from sitegen.paths import Url, url_path
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import slugify


class Term(msgspec.Struct, frozen=True):
    """A category or tag. `path` holds the slugs from the top; `posts` are ids in the order of the posts, for a category
    with those of the categories below it.
    """

    path: tuple[str, ...]
    label: str
    url: Url
    posts: tuple[str, ...]


def path_of(category: str, language: str) -> tuple[str, ...]:
    """The slugs of a category as written («Organizzazione/Agenda»)."""
    return tuple(slug for part in category.split("/") if (slug := slugify(part.strip(), language)))


def categories_of(posts: Sequence[Any], config: Config, problems: list[Problem]) -> dict[tuple[str, ...], Term]:
    """The categories by path, each before those below it."""
    labels: dict[tuple[str, ...], tuple[str, str]] = {}
    members: dict[tuple[str, ...], list[str]] = {}
    for post in posts:
        names = [part.strip() for part in post.meta.category.split("/") if part.strip()]
        path: tuple[str, ...] = ()
        for name in names:
            path = (*path, slugify(name, config.language))
            _name(path, name, post.place("category"), labels, problems)
            members.setdefault(path, []).append(post.id)
    pattern = pattern_of(config, "category")
    return {
        path: Term(path, labels[path][0], _url(config, pattern, "category", path), tuple(members[path]))
        for path in sorted(members)
    }


def tags_of(posts: Sequence[Any], config: Config, problems: list[Problem]) -> dict[str, Term]:
    """The tags by slug."""
    labels: dict[tuple[str, ...], tuple[str, str]] = {}
    members: dict[str, list[str]] = {}
    for post in posts:
        for number, tag in enumerate(post.meta.tags):
            slug = slugify(tag, config.language)
            _name((slug,), tag, post.place(f"tags.{number}"), labels, problems)
            if post.id not in members.setdefault(slug, []):
                members[slug].append(post.id)
    pattern = pattern_of(config, "tag")
    return {slug: Term((slug,), labels[(slug,)][0], _url(config, pattern, "tag", (slug,)), tuple(members[slug]))
            for slug in sorted(members)}  # fmt: skip


def _name(path: tuple[str, ...], name: str, place: Place, labels: dict[tuple[str, ...], tuple[str, str]],
          problems: list[Problem]) -> None:  # fmt: skip
    """Two spellings of one word are one term, told as a warning; two words that would share an address are an error."""
    if not path[-1]:
        problems.append(problem("E117", place, name=name))
        return
    first, where = labels.setdefault(path, (name, place.path))
    if first != name:
        code = "W406" if first.casefold() == name.casefold() else "E406"
        problems.append(problem(code, place, name=name, first=first, other=where))


def _url(config: Config, pattern: str, token: str, path: tuple[str, ...]) -> Url:
    whole = "/".join(path)
    return url_path(config.base, fill(pattern, {token: whole, "slug": whole}))
