"""Links inside the site: those that lead nowhere or the long way, and those that say nothing.

What a document says wrongly, the build tells; what stands in a template, in a page of `content/static` or comes from a plugin is seen
here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from sitegen.check.addresses import Addresses
from sitegen.check.facts import Facts, Link
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.paths import OutputPath
from sitegen.problems import Problem
from sitegen.words import nearest, nearest_path

RULES = (
    Rule("broken-link", "links", ("E840",)),
    Rule("link-to-redirect", "links", ("W841",)),
    Rule("own-address", "links", ("W842",)),
    Rule("link-text", "links", ("W843",)),
    Rule("same-link-text", "links", ("W844",)),
)
VAGUE = frozenset((
    "clicca qui", "clicca", "qui", "cliccando qui", "clicca su questo link", "questo link", "a questo link", "link", "leggi", "leggi tutto",
    "leggi di più", "leggi qui", "scopri", "scopri di più", "continua", "vai", "vedi qui", "più informazioni", "maggiori informazioni",
    "pagina", "questa pagina", "click here", "here", "click", "this link", "read more", "more", "learn more", "read", "continue",
    "this page", "more info", "see here",
))  # fmt: skip
"""What says nothing of where a link leads to who hears it alone (WCAG 2.2, 2.4.4:
https://www.w3.org/TR/WCAG22/#link-purpose-in-context).
"""
_NAME = re.compile(r"[^\W\d_]{2}")
_SIGNS = re.compile(r"[^\w’' ]+")


class _Known(NamedTuple):
    """The site's addresses, where its old ones lead today, and the facts of its pages."""

    addresses: Addresses
    ends: Mapping[OutputPath, str]
    facts: Mapping[OutputPath, Facts]
    ids: Callable[[OutputPath], frozenset[str]]


def check(subject: Subject) -> Iterator[Problem]:
    """All that is wrong with links."""
    facts = subject.facts()
    ids = cache(lambda path: frozenset(facts[path].ids))
    known = _Known(Addresses(subject), _ends(subject), facts, ids)
    return told(_found(subject, Finder(subject), known))


def _found(subject: Subject, finder: Finder, known: _Known) -> Iterator[Found]:
    for page, facts in subject.whole_pages():
        for link in facts.links:
            if wrong := _wrong(page, link, known):
                place = finder.link(page, link)
                if place or wrong[0] != "W842":  # what an author's own field wants whole stands nowhere else
                    yield Found(page, place, *wrong)
            if not link.is_heard:
                continue
            if link.text and _is_vague(link.text):
                place = finder.words(finder.link(page, link), link.text)
                yield Found(page, place, "W843", {"cause": "link.vague", "text": link.text})
            # A table of contents names what is empty itself.
            elif not link.text and (page.is_copy or not link.href.startswith("#")):
                place = finder.words(finder.link(page, link), "")
                cause = "link.unnamed" if place is None or finder.is_html(place) else "link.empty"
                yield Found(page, place, "W843", {"cause": cause, "text": link.href})
        yield from _same_names(page, facts, known.addresses, finder)


def _wrong(page: Page, link: Link, known: _Known) -> tuple[str, dict[str, str]] | None:
    """What is wrong with where a link leads: the code and the values of its words."""
    led = known.addresses.lead(page.path, link.href)
    if led.kind != "page":
        return None
    if not led.is_there:
        near = nearest_path(led.path, [each for each in known.addresses.known if each.endswith(".html")])
        meant = known.addresses.of(OutputPath(near)) if near else ""
        return "E840", {"cause": "link.nowhere", "written": link.href, "anchor": "", "near": meant}
    if led.path in known.ends:
        return "W841", {"written": link.href, "near": known.ends[led.path]}
    if led.whole:
        return "W842", {"written": link.href, "near": led.own}
    is_named = bool(led.anchor) and led.anchor != "top" and not led.anchor.startswith(":~:")
    if is_named and led.path in known.facts and led.anchor not in known.ids(led.path):
        near = nearest(led.anchor, sorted(known.ids(led.path)))
        values = {
            "cause": "link.anchor",
            "written": link.href,
            "anchor": led.anchor,
            "near": f"#{near}" if near else "",
        }
        return "E840", values
    return None


def _ends(subject: Subject) -> dict[OutputPath, str]:
    """Old addresses, and where each leads today."""
    facts = subject.facts()
    return {
        page.path: facts[page.path].links[0].href for page in subject.pages if page.is_stub and facts[page.path].links
    }


@lru_cache(maxsize=1 << 14)
def _is_vague(text: str) -> bool:
    return len(text) < 40 and _SIGNS.sub(" ", text).strip().casefold().replace("  ", " ") in VAGUE


def _same_names(page: Page, facts: Facts, addresses: Addresses, finder: Finder) -> Iterator[Found]:
    """Links of one name in one text that lead to different pages: who hears their names alone cannot tell them apart. What a theme puts
    around a text, the list of a tag beside that of a category, is no part of it.
    """
    first: dict[str, tuple[str, Link]] = {}
    for link in facts.links:
        name = link.text.casefold()
        if (other_way := first.get(name)) and other_way[1].href == link.href:
            continue
        led = addresses.lead(page.path, link.href)
        where = led.path if led.kind == "page" else link.href
        if not _NAME.search(name) or _is_vague(name):
            continue
        known, other = first.setdefault(name, (where, link))
        if known == where:
            continue
        places = finder.link(page, other), finder.link(page, link)
        if all(each is not None and each.path == page.source for each in places):
            values = {"text": link.text, "one": other.href, "other": link.href}
            yield Found(page, finder.words(places[1], link.text), "W844", values)
