"""What built files load from other sites by themselves. Documents, templates and files of the site are known to the build, which stops at
such a load; what a plugin writes, and what a template puts together, is seen only here.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.parse.uses import in_css, origin_of
from sitegen.plan.outputs import Copy
from sitegen.plan.outside import is_allowed
from sitegen.problems import Problem

RULES = (Rule("third-parties", "links", ("E868",)),)


def check(subject: Subject) -> Iterator[Problem]:
    """Each address once a file, or once for all where nobody can tell who has written it."""
    return told(_found(subject, Finder(subject)))


def _found(subject: Subject, finder: Finder) -> Iterator[Found]:
    config = subject.site.config
    facts = subject.facts()
    for page in subject.pages:
        for address, at in facts[page.path].loads:
            if not is_allowed(address, config):
                place = finder.element(page, at) or finder.address(page, address)
                yield Found(page, place, "E868", {"written": address, "origin": origin_of(address)})
    for output in subject.plan.outputs:
        if output.path.endswith(".css") and not isinstance(output.recipe, Copy):
            file = subject.folder / output.path
            for _, address in in_css(file.read_text(encoding="utf-8", errors="replace")):
                if not is_allowed(address, config):
                    yield Found(
                        Page(output.path, None, file), None, "E868", {"written": address, "origin": origin_of(address)}
                    )
