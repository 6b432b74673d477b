"""The HTML itself: what does not nest, what is called twice, what has no label, no language, the wrong one, or colours that nobody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial

from sitegen.check.colours import unreadable_rules
from sitegen.check.facts import Facts, Fault
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.check.written import headings_in, place_in
from sitegen.parse.documents import CONFIG, CUSTOM_STYLE
from sitegen.plan.anchors import anchor_of_question
from sitegen.problems import Place, Problem, problem

RULES = (
    Rule("nesting", "markup", ("E860",)),
    Rule("double-id", "markup", ("E861",)),
    Rule("page-language", "markup", ("W862",)),
    Rule("field-label", "markup", ("W863",)),
    Rule("contrast", "markup", ("W864",)),
    Rule("linked-data", "data", ("E866",)),
    Rule("interface-language", "markup", ("W869",)),
)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def check(subject: Subject) -> Iterator[Problem]:
    """All of them; what is shared by many pages once."""
    yield from told(_found(subject, Finder(subject)))
    css = subject.text(CUSTOM_STYLE)
    for at, pair in unreadable_rules(css):
        line, column = css.count("\n", 0, at) + 1, at - css.rfind("\n", 0, at)
        yield problem("W864", Place(CUSTOM_STYLE, line, column), text=f"{pair.ink} / {pair.ground}", ratio=pair.ratio)


def _found(subject: Subject, finder: Finder) -> Iterator[Found]:
    is_hers = cache(partial(_is_written, subject))
    for page, facts in subject.whole_pages():
        if not facts.language or not _LANGUAGE.fullmatch(facts.language):
            place = (
                finder.literal(page.source, "<html") if page.is_copy and page.source else finder.in_templates("<html>")
            )
            yield Found(page, place, "W862", {"written": facts.language or "", "near": subject.site.config.language})
        for fault in facts.faults:
            if fault.code == "W869" and not page.is_copy and is_hers(fault.text):
                continue
            again = _again(page, facts, fault, finder) if fault.code == "E861" else None
            yield Found(
                page,
                again or finder.element(page, fault.at),
                fault.code,
                {"cause": fault.cause, "text": fault.text, "other": fault.other, "ratio": fault.other},
            )


def _again(page: Page, facts: Facts, fault: Fault, finder: Finder) -> Place | None:
    """Where an id is written that the page has already from its own text, or from an answer above: in an answer that it shows."""
    shown = (item for item in finder.written_on(page) if item.kind != "faq" or anchor_of_question(item) in facts.ids)
    holders = [item for item in shown if fault.text in item.body.ids]
    before = [each for each in facts.faults if each.code == "E861" and each.text == fault.text and each.at < fault.at]
    if len(holders) <= len(before) + 1:
        return None
    source = holders[len(before) + 1].source
    text = finder.subject.text(source)
    given = re.search(rf"(?:\{{[^{{}}\n]*#|\bid=[\"']?){re.escape(fault.text)}(?![\w-])", text)
    if given:
        return place_in(source, text, given.start(), given.end())
    heading = next((each for each in facts.headings if each.at == fault.at), None)
    places = headings_in(text, source, heading.level, heading.text) if heading else ()
    return next(iter(places), Place(source))


def _is_written(subject: Subject, word: str) -> bool:
    """Whether a text or the settings have this word by itself, as a heading, a label, or a bold word: then its owner means it so."""
    alone = re.compile(rf"(?:^|[^\w\s])[ \t]*{re.escape(word)}[ \t]*(?:$|[^\w\s])", re.MULTILINE)
    sources = [CONFIG, *(str(item.source) for item in subject.items())]
    return any(alone.search(subject.text(source)) for source in sources)
