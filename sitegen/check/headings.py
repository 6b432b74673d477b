"""The headings of a page, by which who listens finds the way (WCAG 2.2, 1.3.1 and 2.4.6: https://www.w3.org/WAI/tutorials/page-structure/headings/)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.problems import Problem

RULES = (Rule("heading-order", "headings", ("W852",)), Rule("empty-heading", "headings", ("W853",)))


def check(subject: Subject) -> Iterator[Problem]:
    """Levels that are left out, and headings without words."""
    return told(_found(subject, Finder(subject)))


def _found(subject: Subject, finder: Finder) -> Iterator[Found]:
    for page, facts in subject.whole_pages():
        above = 0
        for heading in facts.headings:
            if not heading.text:
                yield Found(page, finder.heading(page, heading), "W853", {"level": heading.level})
            if above and heading.level > above + 1:
                values = {"text": heading.text, "level": heading.level, "above": above, "near": above + 1}
                yield Found(page, finder.heading(page, heading), "W852", values)
            is_to_be_second = above and heading.level == 1 and not page.is_copy  # as W301 says
            above = 2 if is_to_be_second else heading.level
