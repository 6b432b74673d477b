"""Pages that a visitor does not come to: no other page leads there, or too many clicks do."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from sitegen.check.addresses import Addresses, ways
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.model.site import Site
from sitegen.paths import INDEX, OutputPath, SourcePath
from sitegen.problems import Place, Problem, problem

RULES = (Rule("orphan-page", "links", ("W845",)), Rule("deep-page", "links", ("W846",)))
FARTHEST = 4
"""So many clicks from the home page a visitor still follows."""


def check(subject: Subject) -> Iterator[Problem]:
    """The documents whose pages are out of reach. Who presses a link to an old address comes to the new one; that there is an old one
    leads nobody there.
    """
    addresses, facts = Addresses(subject), subject.facts()
    ends = {
        page.path: next(ways(addresses, page.path, facts[page.path]), page.path)
        for page in subject.pages
        if page.is_stub
    }
    leads = {page.path: [ends.get(each, each) for each in ways(addresses, page.path, facts[page.path]) if each in facts]
             for page in subject.pages if not page.is_stub}  # fmt: skip
    linked = {each for way in leads.values() for each in way}
    clicks, waiting = _clicks(leads), _without_posts(subject.site)
    for page, found in subject.whole_pages():
        if page.source is None or page.is_copy or page.path in (INDEX, "404.html") or found.is_hidden:
            continue
        place, address = Place(page.source, 1), addresses.of(page.path)
        if page.source in waiting:
            continue
        if page.path not in clicks:
            cause = "orphan.island" if page.path in linked else "orphan.none"
            yield problem("W845", place, cause=cause, address=address)
        elif clicks[page.path] > FARTHEST:
            yield problem("W846", place, address=address, clicks=clicks[page.path], limit=FARTHEST)


def _without_posts(site: Site) -> frozenset[SourcePath]:
    """The authors of whom there is no post yet: it is posts that lead to their pages."""
    default = site.config.author.id if site.config.author else ""
    writing = {post.meta.author.id if post.meta.author else default for post in site.of("posts")}
    return frozenset(item.source for item in site.of("authors") if item.id not in writing)


def _clicks(leads: Mapping[OutputPath, list[OutputPath]]) -> dict[OutputPath, int]:
    """How far from the home page each page is that can be reached from there."""
    clicks = {OutputPath(INDEX): 0}
    waiting = deque(clicks)
    while waiting:
        path = waiting.popleft()
        for each in leads.get(path, ()):
            if each not in clicks:
                clicks[each] = clicks[path] + 1
                waiting.append(each)
    return clicks
