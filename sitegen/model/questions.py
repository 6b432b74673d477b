"""The questions of `content/faq` and the sections and texts that show them → questions that no page shows, and groups that hold none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sitegen.model.site import Item, Site
from sitegen.parse.kinds import Questions
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest


def wrong_groups(site: Site, unread: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """What is written and shown nowhere. A section that is held back counts, too: it is going to appear; where a document
    cannot be read (`unread`: kind and id), nobody knows what it shows.
    """
    kinds = {kind for kind, _ in unread}
    items = [*site.of("pages"), *site.of("services"), *site.of("faq"), *site.held]
    sections = [each for item in items for each in _sections(item)]
    questions = [item for item in items if item.kind == "faq"]
    in_texts = [(group,) if group else () for item in site.everything() for group in item.trace.questions]
    if not kinds & {"pages", "services"}:
        yield from _unseen(site.of("faq"), [*(groups for groups, _ in sections), *in_texts])
    if "faq" not in kinds:
        yield from _empty(sections, {item.meta.group for item in questions if item.meta.group})


def _sections(item: Item) -> Iterator[tuple[tuple[str, ...], Place]]:
    """The groups that each section for questions names, none for all, and where."""
    for number, section in enumerate(getattr(item.meta, "sections", ())):
        if isinstance(section, Questions):
            yield section.groups, item.place(f"sections.{number}.groups")


def _unseen(questions: Iterable[Item], shown: Collection[tuple[str, ...]]) -> Iterator[Problem]:
    if not all(shown):
        return  # a section without groups shows them all
    groups = sorted({name for names in shown for name in names})
    for item in questions:
        group = item.meta.group
        if group not in groups:
            near = nearest(group, groups) if group else ""
            place = item.place("group") if shown else Place(item.source, 1)
            cause = "question.group" if shown else "question.section"
            yield problem("W412", place, near=near, known=", ".join(groups), cause=cause)


def _empty(sections: Iterable[tuple[tuple[str, ...], Place]], there: Collection[str]) -> Iterator[Problem]:
    for groups, place in sections:
        for group in groups:
            if group not in there:
                yield problem("W413", place, group=group, near=nearest(group, there), known=", ".join(sorted(there)))
