"""Categories (nested by `/`) and tags, with the posts of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import msgspec

from sitegen.model.urls import fill, pattern_of
from sitegen.parse.config import Config
from sitegen.parse.nodes import MAX_DEPTH
from sitegen.parse.yaml_slips import in_curly_quotes
from sitegen.paths import Url, url_path
from sitegen.problems import Problem, problem
from sitegen.slugs import slugify


class Term(msgspec.Struct, frozen=True):
    """A category or tag. `path` holds the slugs from the top; `posts` are ids in the order of the posts, for a category
    with those of the categories below it.
    """

    path: tuple[str, ...]
    label: str
    url: Url
    posts: tuple[str, ...]


@lru_cache(maxsize=4096)
def path_of(category: str, language: str) -> tuple[str, ...]:
    """The slugs of a category as written («Organizzazione/Agenda»)."""
    return tuple(slug for part in category.split("/") if (slug := slugify(part.strip(), language)))


def categories_of(posts: Sequence[Any], config: Config, problems: list[Problem]) -> dict[tuple[str, ...], Term]:
    """The categories by path, each before those below it."""
    uses: list[_Use] = []
    for post in posts:
        path: tuple[str, ...] = ()
        names = [part.strip() for part in post.meta.category.split("/") if part.strip()]
        if len(names) > MAX_DEPTH:
            problems.append(problem("E112", post.place("category"), limit=MAX_DEPTH, cause="levels.category"))
        for name in names[:MAX_DEPTH]:
            path = (*path, slugify(name, config.language))
            uses.append(_Use(path, name, post.id, post, "category"))
    return _terms(uses, config, "category", problems)


def tags_of(posts: Sequence[Any], config: Config, problems: list[Problem]) -> dict[str, Term]:
    """The tags by slug."""
    uses = [_Use((slugify(tag, config.language),), tag, post.id, post, f"tags.{number}")
            for post in posts for number, tag in enumerate(post.meta.tags)]  # fmt: skip
    return {path[0]: term for path, term in _terms(uses, config, "tag", problems).items()}


class Series(msgspec.Struct, frozen=True):
    """Posts that belong together, oldest first, by id."""

    label: str
    posts: tuple[str, ...]


def series_of(posts: Sequence[Any], problems: list[Problem]) -> dict[str, Series]:
    """The series by each spelling of their names. One that is written in two ways is one, as a tag is."""
    members: dict[str, list[Any]] = {}
    for post in reversed(posts):
        if post.meta.series:
            members.setdefault(post.meta.series.casefold(), []).append(post)
    series: dict[str, Series] = {}
    for own in members.values():
        label = Counter(post.meta.series for post in own).most_common(1)[0][0]
        first = next(post for post in own if post.meta.series == label)
        for post in own:
            series[post.meta.series] = Series(label, tuple(each.id for each in own))
            if post.meta.series != label:
                problems.append(
                    problem("W406", post.place("series"), name=post.meta.series, first=label, other=first.source)
                )
    return series


class _Use(msgspec.Struct, frozen=True):
    """A term as one post writes it."""

    path: tuple[str, ...]
    name: str
    post: str
    item: Any
    field: str


def _terms(uses: list[_Use], config: Config, token: str, problems: list[Problem]) -> dict[tuple[str, ...], Term]:
    """Two spellings of one word are one term, called as most posts (then the oldest) write it, and each other one is told
    where it stands. Two words that would share an address are an error.
    """
    by_path: dict[tuple[str, ...], list[_Use]] = {}
    for use in uses:
        by_path.setdefault(use.path, []).append(use)
    terms = {}
    for path, members in sorted(by_path.items()):
        if not path[-1]:
            problems.extend(problem("E117", use.item.place(use.field), name=use.name, field="") for use in members)
            continue
        names = Counter(use.name for use in reversed(members))
        label = names.most_common(1)[0][0]
        first = next(use for use in reversed(members) if use.name == label)
        for use in members:
            if use.name != label:
                code = "W406" if use.name.casefold() == label.casefold() else "E406"
                cause = "curly" if in_curly_quotes(use.name) or in_curly_quotes(label) else ""
                place = use.item.place(use.field)
                problems.append(problem(code, place, name=use.name, first=label, other=first.item.source, cause=cause))
        url = _url(config, pattern_of(config, token), token, path)
        terms[path] = Term(path, label, url, tuple(dict.fromkeys(use.post for use in members)))
    return terms


def _url(config: Config, pattern: str, token: str, path: tuple[str, ...]) -> Url:
    whole = "/".join(path)
    return url_path(config.base, fill(pattern, {token: whole, "slug": whole}))
