"""What a page tells machines (JSON-LD) → what is wrong with it: whether it can be read, and has what search engines ask for. Pure.

What is asked for is what Google requires (https://developers.google.com/search/docs/appearance/structured-data/search-gallery).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

REQUIRED = {
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position",),
    "LocalBusiness": ("name", "address"),
    "ProfessionalService": ("name", "address"),
    "ProfilePage": ("mainEntity",),
    "FAQPage": ("mainEntity",),
    "Question": ("name", "acceptedAnswer"),
    "Answer": ("text",),
    "Article": ("headline",),
    "BlogPosting": ("headline",),
    "NewsArticle": ("headline",),
    "Event": ("name", "startDate", "location"),
    "Product": ("name",),
    "Review": ("author", "reviewRating"),
    "AggregateRating": ("ratingValue",),
    "VideoObject": ("name", "thumbnailUrl", "uploadDate"),
    "Recipe": ("name", "image"),
    "JobPosting": ("title", "description", "datePosted", "hiringOrganization"),
    "Organization": ("name",),
    "Person": ("name",),
    "WebSite": ("name", "url"),
}
_DEEPEST = 40


class Wrong(NamedTuple):
    """`cause` is `data.json` (`text` says why), `data.context`, `data.type` or `data.lacks` (type `text` lacks `other`)."""

    cause: str
    text: str = ""
    other: str = ""


def faults_in(text: str) -> Iterator[Wrong]:
    """All that is wrong in one block."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Wrong("data.json", str(error).partition(":")[0])
        return
    tops = data if isinstance(data, list) else [data]
    for top in tops:
        if not isinstance(top, dict):
            yield Wrong("data.type", printable(str(top)[:40]))
        elif "schema.org" not in json.dumps(top.get("@context", "")):
            yield Wrong("data.context")
    seen = set()
    for node in _nodes(data):
        for found in _faults(node):
            if found not in seen:
                seen.add(found)
                yield found


def printable(text: str) -> str:
    """The same with a question mark for each half of a pair: JSON can name one (U+D800, say), but no file can hold it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _faults(node: dict[str, Any]) -> Iterator[Wrong]:
    kinds = node.get("@type")
    if kinds is None:
        if node.keys() - {"@id", "@context", "@graph"}:
            yield Wrong("data.type", printable(", ".join(sorted(node))[:60]))
        return
    if node.keys() <= {"@type", "@id", "name", "url", "headline"}:  # it is only named; another node may describe it
        return
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        for name in REQUIRED.get(str(kind), ()):
            if node.get(name) in (None, "", [], {}):
                yield Wrong("data.lacks", str(kind), name)


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(inner, depth + 1)
