"""The address of each document and list, from the patterns of `permalinks:`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from sitegen.parse.config import Config
from sitegen.parse.fields import Pattern
from sitegen.problems import Place, Problem, problem
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
        "search": "/cerca/",
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
        "search": "/search/",
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
    "search": (),
    "year": ("year",),
    "month": ("year", "monthnum"),
    "page": ("page",),
}
_DOCUMENTS = ("posts", "services", "cases", "magnets")
_ITALIAN = {"anno": "year", "mese": "monthnum", "giorno": "day", "categoria": "category", "autore": "author",
            "nome": "postname", "titolo": "postname"}  # fmt: skip
TELLING: dict[str, tuple[str, ...]] = {"posts": (*_NAMED, "day", "hour", "minute", "second"), "month": ("monthnum",)}
"""The tokens of which a pattern needs one, so that no two documents share an address by themselves; else any will do."""


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
        "year": f"{moment.year:04}",
        "monthnum": f"{moment.month:02}",
        "day": f"{moment.day:02}",
        "hour": f"{moment.hour:02}",
        "minute": f"{moment.minute:02}",
        "second": f"{moment.second:02}",
    }


def wrong_patterns(config: Config) -> list[Problem]:
    """What is wrong with the site's own patterns."""
    found = []
    for name, tokens in TOKENS.items():
        pattern: Pattern | None = getattr(config.permalinks, name)
        if pattern is None:
            continue
        unknown = [token for token in re.findall(r"%(\w+)%", pattern.written) if token not in tokens]
        for token in unknown:
            meant = _ITALIAN.get(token, token)
            near = _quoted(meant if meant in tokens else nearest(token, tokens))
            found.append(problem("E203", _within(pattern, f"%{token}%"), token=f"%{token}%", near=near,
                                 known=", ".join(map(_quoted, tokens)), cause="" if tokens else "address.fixed"))  # fmt: skip
        if cause := _wrong_form(pattern.written, name, told=bool(unknown)):
            known = ", ".join(map(_quoted, TELLING.get(name, tokens)))
            found.append(problem("E204", pattern.place, written=pattern.written, cause=cause, known=known))
    return found


def _within(pattern: Pattern, part: str) -> Place:
    """Where a part of a pattern is written; one between quotes begins a column later."""
    start, quotes = pattern.written.index(part), (pattern.place.width - len(pattern.written)) // 2
    return pattern.place._replace(column=pattern.place.column + quotes + start, width=len(part))


def _wrong_form(pattern: str, name: str, *, told: bool) -> str:
    """Why the addresses of a pattern are none, "" where they are. A list has pages and feeds below it, so that it ends
    with a slash; a document may be an .html file.
    """
    address = re.sub(r"%\w+%", "x", pattern)
    ends = ("/", ".html") if name in _DOCUMENTS else ("/",)
    if ".." in address:
        return "address.dots"
    if name == "page" and (address.startswith("/") or not address.endswith("/")):
        return "address.page"
    if name != "page" and not (address.startswith("/") and address.endswith(ends)):
        return "address.document" if name in _DOCUMENTS else "address.list"
    if not re.fullmatch(r"[\w./-]+", address, re.ASCII) or "//" in address:
        return "address.signs"
    telling = TELLING.get(name, TOKENS[name])
    if telling and not told and not any(f"%{token}%" in pattern for token in telling):
        return "address.same"
    return ""


def slug_of(written: str, name: str, language: str) -> str:
    """The slug of a document: the one written in it, else its file's name where that is one, else made from the name."""
    return written or (name if is_slug(name) else slugify(name, language))


def _quoted(token: str) -> str:
    return f"%{token}%" if token else ""
