"""The questions of `content/faq` and the sections and texts that show them → questions that no page shows, and groups that hold none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sitegen.model.site import Item, Site
from sitegen.parse.kinds import Questions
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest


def wrong_groups(site: Site, unread: Collection[tuple[str, str]]) -> Iterator[Problem]:
    """What is written and shown nowhere. What is scheduled counts as shown, because it is going to appear; where a document cannot be read
    (`unread`: kind and id), nobody knows what it shows.
    """
    kinds = {kind for kind, _ in unread}
    items = [*site.everything()]
    held = {each.source for each in site.held if each.state.name != "scheduled"}
    if not kinds & {"pages", "services"}:
        yield from _unseen(site.of("faq"), [*_groups(item for item in items if item.source not in held)])
    if "faq" not in kinds:
        sections = [each for item in items for each in _sections(item)]
        yield from _empty(sections, {item.meta.group for item in items if item.kind == "faq" and item.meta.group})


def is_seen(question: Item, site: Site) -> bool:
    """Whether a question is on a page that visitors see, or will by themselves."""
    groups = [*_groups(item for item in site.everything() if item.state.name in ("published", "scheduled"))]
    return not all(groups) or any(question.meta.group in each for each in groups)


def _groups(items: Iterable[Item]) -> Iterator[tuple[str, ...]]:
    """The groups of questions that each section and each text shows, none for all."""
    for item in items:
        yield from (groups for groups, _ in _sections(item))
        yield from ((group,) if group else () for group in item.trace.questions)


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
