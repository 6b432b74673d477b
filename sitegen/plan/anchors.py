"""The anchors of a document's page, and those that would stand on it twice. Notes are no part of this: those of each text
are its own.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from sitegen.model.site import Item, Site
from sitegen.parse import kinds
from sitegen.parse.fragment import Fragment
from sitegen.parse.trace import questions_in
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import slugify_file


class Anchor(NamedTuple):
    """An anchor, and what makes it: a `field` of a document, "" for its body or file name. One that `is_text` stands in a
    text, where the theme's own anchors are told already; `shown` is where the page asks for a question.
    """

    name: str
    item: Item
    field: str
    is_text: bool = False
    shown: Place | None = None


def anchors_on(item: Item, site: Site) -> Iterator[Anchor]:
    """Those that its content makes on a document's page, in the order of the page."""
    yield from _of_text(item.body, item, "", site)
    if item.kind == "cases":
        yield from _of_text(item.meta.problem, item, "problem", site)
        yield from _of_text(item.meta.work, item, "work", site)
    if item.kind == "services":
        for number, name in enumerate(anchors_of_questions(item.meta.faq)):
            yield Anchor(name, item, f"faq.{number}")
    for number, section in enumerate(getattr(item.meta, "sections", ())):
        if section.id:
            yield Anchor(section.id, item, f"sections.{number}.id")
        if section.text:
            yield from _of_text(section.text, item, f"sections.{number}.text", site)
        if isinstance(section, kinds.Questions):
            yield from _of_questions(section.groups, item, site, item.place(f"sections.{number}"), {})
    ids = dict.fromkeys(comment.id for comment in item.comments)
    yield from (Anchor(f"comment-{id_}", item, f"comments.{id_}") for id_ in ids)


def twice(item: Item, site: Site, theirs: Collection[str]) -> Iterator[Problem]:
    """A problem for each anchor that is on the page already, where the later one is written; `theirs` are the theme's."""
    seen: dict[str, Anchor] = {}
    for each in anchors_on(item, site):
        if each.name in theirs and not each.is_text:
            yield problem("E302", _place(each), id=each.name, other="", cause="anchor.theme")
        elif (first := seen.setdefault(each.name, each)) is not each:
            is_same = each.shown is not None and each.item is first.item
            where, again = (each.shown if is_same and each.shown else _place(each) for each in (first, each))
            other = f"{where.path}:{where.line}" if where.line else where.path
            yield problem("E302", again, id=each.name, other=other, cause="anchor.shown" if is_same else "anchor.page")


def anchor_of_question(faq: Item) -> str:
    """The anchor of a question of `content/faq`."""
    return faq.meta.slug or slugify_file(posixpath.basename(faq.id))


def anchors_of_questions(pairs: Iterable[kinds.QuestionAnswer]) -> tuple[str, ...]:
    """The anchors of the questions of one service, each of its own."""
    anchors = [slugify_file(pair.q) for pair in pairs]
    return tuple(
        f"{anchor}-{number}" if anchor in anchors[:number] else anchor for number, anchor in enumerate(anchors)
    )


def _of_text(text: Fragment, item: Item, field: str, site: Site) -> Iterator[Anchor]:
    own = text.ids if not field else (each for each in text.ids if not each.startswith(("fn-", "fnref")))
    yield from (Anchor(each, item, field, is_text=True) for each in own)
    yield from _asked_in(text, item, site, item, {})


def _asked_in(text: Fragment, writer: Item, site: Site, item: Item, followed: dict[str, bool]) -> Iterator[Anchor]:
    """The questions that a text of `writer` shows on the page of `item`, and those in their answers: each answer is `followed` once,
    for a question that comes again is told itself, and never within itself (True). Groups have no anchors there.
    """
    for given in questions_in(text):
        place = Place(writer.source, given.line, given.column, given.width)
        for each in _of_questions((given.text,) if given.text else (), item, site, place, followed):
            if each.item.kind == "faq":
                yield each


def _of_questions(
    wanted: Collection[str], item: Item, site: Site, shown: Place, followed: dict[str, bool]
) -> Iterator[Anchor]:
    """Questions that stand on the page twice are told where it asks for them again."""
    groups: dict[str, None] = {}
    for faq in site.of("faq"):
        if followed.get(faq.source) or (wanted and faq.meta.group not in wanted):
            continue
        if faq.meta.group and faq.meta.group not in groups:
            groups[faq.meta.group] = None
            yield Anchor(slugify_file(faq.meta.group), item, "", shown=shown)
        yield Anchor(anchor_of_question(faq), faq, "slug" if faq.meta.slug else "", shown=shown)
        if faq.source not in followed:
            followed[faq.source] = True
            yield from _asked_in(faq.body, faq, site, item, followed)
            followed[faq.source] = False


def _place(anchor: Anchor) -> Place:
    return anchor.item.place(anchor.field) if anchor.field else Place(anchor.item.source)
