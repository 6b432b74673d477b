"""The address of each document and list, from the patterns of `permalinks:`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from sitegen.parse.config import Config
from sitegen.parse.fields import Pattern
from sitegen.problems import Problem, problem
from sitegen.slugs import is_slug, slugify
from sitegen.words import nearest

DEFAULTS: dict[str, dict[str, str]] = {
    "it": {
        "posts": "/blog/%postname%/",
        "services": "/servizi/%postname%/",
        "cases": "/casi-studio/%postname%/",
        "magnets": "/risorse/%postname%/",
        "authors": "/autore/%postname%/",
        "category": "/categoria/%category%/",
        "tag": "/tag/%tag%/",
        "blog": "/blog/",
        "year": "/blog/%year%/",
        "month": "/blog/%year%/%monthnum%/",
        "page": "pagina/%page%/",
    },
    "en": {
        "posts": "/blog/%postname%/",
        "services": "/services/%postname%/",
        "cases": "/case-studies/%postname%/",
        "magnets": "/resources/%postname%/",
        "authors": "/author/%postname%/",
        "category": "/category/%category%/",
        "tag": "/tag/%tag%/",
        "blog": "/blog/",
        "year": "/blog/%year%/",
        "month": "/blog/%year%/%monthnum%/",
        "page": "page/%page%/",
    },
}
_DATED = ("year", "monthnum", "day", "hour", "minute", "second")
_NAMED = ("postname", "slug")
TOKENS: dict[str, tuple[str, ...]] = {
    "posts": (*_NAMED, *_DATED, "category", "author"),
    "services": _NAMED,
    "cases": _NAMED,
    "magnets": _NAMED,
    "authors": (*_NAMED, "author"),
    "category": ("category", "slug"),
    "tag": ("tag", "slug"),
    "blog": (),
    "year": ("year",),
    "month": ("year", "monthnum"),
    "page": ("page",),
}


def pattern_of(config: Config, name: str) -> str:
    """The pattern of `name` (a key of `permalinks:`): the site's own, else that of its language."""
    own: Pattern | None = getattr(config.permalinks, name)
    return own.written if own else DEFAULTS[config.language[:2]][name]


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """The pattern with its tokens replaced."""
    return re.sub(r"%(\w+)%", lambda found: values[found[1]], pattern)


def date_values(moment: datetime) -> dict[str, str]:
    """The values of the dated tokens."""
    return {
        "year": f"{moment:%Y}",
        "monthnum": f"{moment:%m}",
        "day": f"{moment:%d}",
        "hour": f"{moment:%H}",
        "minute": f"{moment:%M}",
        "second": f"{moment:%S}",
    }


def wrong_patterns(config: Config) -> list[Problem]:
    """What is wrong with the site's own patterns."""
    found = []
    for name, tokens in TOKENS.items():
        pattern: Pattern | None = getattr(config.permalinks, name)
        if pattern is None:
            continue
        for token in re.findall(r"%(\w+)%", pattern.written):
            if token not in tokens:
                found.append(problem("E203", pattern.place, token=f"%{token}%", near=_quoted(nearest(token, tokens)),
                                     known=", ".join(map(_quoted, tokens)) or "–"))  # fmt: skip
        if not _is_address(re.sub(r"%\w+%", "x", pattern.written), name):
            found.append(problem("E204", pattern.place, written=pattern.written))
    return found


def _is_address(written: str, name: str) -> bool:
    """A list has pages and feeds below it, so that it ends with a slash; a document may be an .html file."""
    plain = re.fullmatch(r"[\w./-]+", written, re.ASCII) and "//" not in written and ".." not in written
    ends = ("/", ".html") if name in ("posts", "services", "cases", "magnets") else ("/",)
    return bool(plain) and written.startswith("/") == (name != "page") and written.endswith(ends)


def slug_of(written: str, name: str, language: str) -> str:
    """The slug of a document: the one written in it, else its file's name where that is one, else made from the name."""
    return written or (name if is_slug(name) else slugify(name, language))


def _quoted(token: str) -> str:
    return f"%{token}%" if token else ""
