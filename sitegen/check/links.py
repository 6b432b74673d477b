"""Links inside the site: those that lead nowhere or the long way, those that say nothing, and the pages to which none leads.

What a document says wrongly, the build tells; what stands in a template, in a page of `content/static` or comes from a plugin is seen
here.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache

from sitegen.check.addresses import Addresses, ways
from sitegen.check.facts import Facts, Link
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.paths import INDEX, OutputPath
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest

RULES = (
    Rule("broken-link", "links", ("E840",)),
    Rule("link-to-redirect", "links", ("W841",)),
    Rule("own-address", "links", ("W842",)),
    Rule("link-text", "links", ("W843",)),
    Rule("same-link-text", "links", ("W844",)),
    Rule("orphan-page", "links", ("W845",)),
    Rule("deep-page", "links", ("W846",)),
)
FARTHEST = 4
"""So many clicks from the home page a visitor still follows."""
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


def check(subject: Subject) -> Iterator[Problem]:
    """All of them."""
    finder, addresses = Finder(subject), Addresses(subject)
    yield from told(_of_pages(subject, finder, addresses))
    yield from _lonely(subject, addresses)


def _of_pages(subject: Subject, finder: Finder, addresses: Addresses) -> Iterator[Found]:
    ends = _ends(subject)
    facts = subject.facts()
    ids: dict[OutputPath, frozenset[str]] = {}
    for page, found in subject.whole_pages():
        for link in found.links:
            if wrong := _wrong(page, link, addresses, ends, facts, ids):
                place = finder.link(page, link)
                if place or wrong[0] != "W842":  # what an author's own field wants whole stands nowhere else
                    yield Found(page, place, *wrong)
            if link.text and _is_vague(link.text):
                yield Found(page, finder.link(page, link), "W843", {"cause": "link.vague", "text": link.text})
            elif not link.text and (
                page.is_copy or not link.href.startswith("#")
            ):  # a table of contents names what is empty itself
                yield Found(page, finder.link(page, link), "W843", {"cause": "link.empty", "text": link.href})
        yield from _same_names(page, found, addresses, finder)


def _wrong(page: Page, link: Link, addresses: Addresses, ends: Mapping[OutputPath, str], facts: Mapping[OutputPath, Facts],
           ids: dict[OutputPath, frozenset[str]]) -> tuple[str, dict[str, str]] | None:  # fmt: skip
    """What is wrong with where a link leads: the code and the values of its words."""
    led = addresses.lead(page.path, link.href)
    if led.kind != "page":
        return None
    if not led.is_there:
        near = nearest(led.path, [each for each in addresses.known if each.endswith(".html")])
        return "E840", {
            "cause": "link.nowhere",
            "written": link.href,
            "anchor": "",
            "near": addresses.of(OutputPath(near)) if near else "",
        }
    if led.path in ends:
        return "W841", {"written": link.href, "near": ends[led.path]}
    if led.whole:
        return "W842", {"written": link.href, "near": led.own}
    if led.anchor and led.anchor != "top" and not led.anchor.startswith(":~:") and led.path in facts:
        if led.path not in ids:
            ids[led.path] = frozenset(facts[led.path].ids)
        if led.anchor not in ids[led.path]:
            return "E840", {"cause": "link.anchor", "written": link.href, "anchor": led.anchor,
                            "near": "#" + near if (near := nearest(led.anchor, sorted(ids[led.path]))) else ""}  # fmt: skip
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
            yield Found(page, places[1], "W844", {"text": link.text, "one": other.href, "other": link.href})


def _lonely(subject: Subject, addresses: Addresses) -> Iterator[Problem]:
    """Pages that no other page leads to, or that are too far from the home page."""
    facts = subject.facts()
    stubs = {page.path for page in subject.pages if page.is_stub}
    leads = {page.path: [each for each in ways(addresses, page.path, facts[page.path]) if each in facts]
             for page in subject.pages if page.path not in stubs}  # fmt: skip
    linked = {each for way in leads.values() for each in way}
    clicks = _clicks(leads)
    for page in subject.pages:
        if (
            page.source is None
            or page.is_copy
            or page.path in (INDEX, "404.html")
            or page.path in stubs
            or facts[page.path].is_hidden
        ):
            continue
        if page.path not in linked:
            yield problem("W845", Place(page.source, 1), address=addresses.of(page.path))
        elif clicks.get(page.path, 0) > FARTHEST:
            yield problem(
                "W846", Place(page.source, 1), address=addresses.of(page.path), clicks=clicks[page.path], limit=FARTHEST
            )


def _clicks(leads: Mapping[OutputPath, list[OutputPath]]) -> dict[OutputPath, int]:
    """How far from the home page each page is."""
    clicks = {OutputPath(INDEX): 0}
    waiting = deque(clicks)
    while waiting:
        path = waiting.popleft()
        for each in leads.get(path, ()):
            if each not in clicks:
                clicks[each] = clicks[path] + 1
                waiting.append(each)
    return clicks
