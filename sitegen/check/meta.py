"""What search engines show of a page: its title and its description.

Google cuts a title at some 600 pixels, about 60 characters, and a description at about 160; neither has a limit of its own
(https://developers.google.com/search/docs/appearance/title-link, …/snippet). Pages that are kept from it are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.check.places import Finder
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.parse.documents import CONFIG
from sitegen.paths import INDEX
from sitegen.problems import Problem, problem

RULES = (
    Rule("page-title", "meta", ("E854",)),
    Rule("page-description", "meta", ("W855",)),
    Rule("same-title", "meta", ("W856",)),
    Rule("same-description", "meta", ("W857",)),
    Rule("title-length", "meta", ("W858",)),
    Rule("description-length", "meta", ("W859",)),
)
TITLE, DESCRIPTION = (12, 65), (50, 160)
"""How many characters at least and at most: of a title without the site's name, which may be cut."""
_BETWEEN = " · "
_TITLE = ("seo.title", "title", "name")
_DESCRIPTION = ("seo.description", "description", "excerpt", "summary", "lead", "bio_short", "promise")
"""The fields from which a page's description comes."""


def check(subject: Subject) -> Iterator[Problem]:
    """All of them."""
    finder = Finder(subject)
    seen = [(page, facts) for page, facts in subject.whole_pages() if not facts.is_hidden and page.path != "404.html"]
    for page, facts in seen:
        if not facts.title:
            yield problem("E854", finder.field(page, *_TITLE))
        elif page.source and (wrong := _wrong_length(len(facts.title), len(_own(facts.title)), TITLE)):
            cause, length, limit = wrong
            if cause == "long" or page.path != INDEX:  # where the site's own name is enough
                yield problem("W858", finder.field(page, *_TITLE), cause=f"title.{cause}", length=length, limit=limit)
        yield from _wrong_description(subject, page, facts.description or "", finder)
    for page, text, other in _twice((page, facts.title) for page, facts in seen):
        yield problem("W856", finder.field(page, *_TITLE), text=text, other=_owner(other))
    for page, text, other in _twice((page, facts.description) for page, facts in seen):
        yield problem("W857", finder.field(page, *_DESCRIPTION), text=text, other=_owner(other))


def _wrong_description(subject: Subject, page: Page, description: str, finder: Finder) -> Iterator[Problem]:
    """A description that is too short or too long; or that none was written, where what stands in for it does not do."""
    wrong = _wrong_length(len(description), len(description), DESCRIPTION)
    place = finder.field(page, *_DESCRIPTION)
    if page.path == INDEX and not place.column and description == subject.site.config.description:
        place = finder.literal(CONFIG, description) or place
    if not description:
        yield problem("W855", place, text="")
    elif wrong and page.source:
        cause, length, limit = wrong
        if cause == "short" and not place.column:
            yield problem("W855", place, text=description)
        elif cause == "short" or page.is_copy:  # a field that is too long is told where it is read
            yield problem("W859", place, cause=f"description.{cause}", length=length, limit=limit)


def _own(title: str) -> str:
    """A title without the name of its site."""
    return title.rpartition(_BETWEEN)[0] or title


def _wrong_length(whole: int, own: int, limits: tuple[int, int]) -> tuple[str, int, int] | None:
    least, most = limits
    if whole < least:
        return "short", whole, least
    return ("long", own, most) if own > most else None


def _twice(texts: Iterable[tuple[Page, str | None]]) -> Iterator[tuple[Page, str, Page]]:
    """Pages that have a text which another one has already, with that one. Two lists of one name have it from what the posts are filed
    under; where a list meets a document, it is the document that can be changed.
    """
    first: dict[str, Page] = {}
    for page, text in texts:
        other = first.setdefault(text.casefold(), page) if text else page
        if text and other is not page and (page.source or other.source):
            yield (page, text, other) if page.source else (other, text, page)


def _owner(page: Page) -> str:
    return str(page.source or page.path)
