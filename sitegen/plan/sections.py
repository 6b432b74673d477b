"""The sections named in a page's front matter → views with all that they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import msgspec

from sitegen.model.site import Item, Site
from sitegen.parse import kinds
from sitegen.parse.kinds import Kind
from sitegen.plan import views
from sitegen.plan.cards import Cards
from sitegen.plan.links import Linker
from sitegen.slugs import slugify_file

LATEST = 3


def make_sections(item: Item, site: Site, cards: Cards, linker: Linker) -> tuple[views.Section, ...]:
    """The views of a document's sections, in its order."""
    return tuple(
        _section(section, f"section-{number}-", item, site, cards, linker)
        for number, section in enumerate(item.meta.sections, 1)
    )


def _section(section: Any, prefix: str, item: Item, site: Site, cards: Cards, linker: Linker) -> views.Section:
    """`prefix` is what the ids of its notes begin with."""
    source = item.source
    view = views.Section(
        type=section.type,
        id=section.id,
        title=section.title,
        eyebrow=section.eyebrow,
        text=linker.body(section.text, source, prefix) if section.text else None,
        note=section.note,
        cta=cards.link(section.cta),
        cta2=cards.link(getattr(section, "cta2", None)),
        sunken=getattr(section, "sunken", False),
    )
    return msgspec.structs.replace(view, **_own(section, prefix, item, site, cards, linker))


def _own(section: Any, prefix: str, item: Item, site: Site, cards: Cards, linker: Linker) -> dict[str, Any]:
    """What only this type of section shows."""
    source = item.source
    match section:
        case kinds.Hero():
            return {"highlight": section.highlight, "image": linker.image(section.image, source),
                    "diary": _diary(section.agenda) if section.agenda else None}  # fmt: skip
        case kinds.Items():
            return {"items": section.items}
        case kinds.Steps():
            return {"steps": cards.steps(section.items, source, prefix)}
        case kinds.Plans():
            return {"plans": tuple(cards.plan(plan) for plan in section.plans)}
        case kinds.About():
            ref = section.author or site.config.author
            return {"person": cards.person(ref.id) if ref else None, "image": linker.image(section.image, source)}
        case kinds.Questions():
            return {"groups": groups_of(site.of("faq"), section.groups, cards, prefix)}
        case kinds.MagnetSection():
            magnet = site.shown["magnets"].get(section.magnet.id)
            return {"magnet": cards.magnet(magnet) if magnet else None}
        case kinds.Facts():
            return {"facts": tuple(views.Fact(fact.label, fact.value, fact.unit) for fact in section.items)}
        case kinds.Chosen() | kinds.Voices():
            return _chosen(section, prefix, site, cards)
    if section.type == "contact":
        return {"form": cards.form("contact", tuple(each.meta.title for each in site.of("services")))}
    return {}


def _chosen(section: kinds.Chosen | kinds.Voices, prefix: str, site: Site, cards: Cards) -> dict[str, Any]:
    kinds_of: dict[str, tuple[Kind, Callable[[Item], object]]] = {
        "services": ("services", cards.service),
        "voices": ("testimonials", partial(cards.testimonial, prefix=prefix)),
        "cases": ("cases", cards.case),
        "blog": ("posts", cards.post),
    }
    kind, make = kinds_of[section.type]
    limit = section.limit or (LATEST if kind == "posts" and not section.ids else 0)
    if section.ids:
        items = [site.shown[kind][ref.id] for ref in section.ids if ref.id in site.shown[kind]]
    else:
        items = list(site.of(kind))
    return {kind: tuple(make(item) for item in (items[:limit] if limit else items))}


def groups_of(
    questions: Iterable[Item], wanted: tuple[str, ...], cards: Cards, prefix: str
) -> tuple[views.QuestionGroup, ...]:
    """The questions by group: those `wanted`, in that order, else all in the order of their weights."""
    by_group: dict[str, list[views.Question]] = {}
    for item in questions:
        by_group.setdefault(item.meta.group, []).append(cards.question(item, prefix))
    names: tuple[str, ...] = wanted or tuple(by_group)
    return tuple(views.QuestionGroup(name, slugify_file(name) if name else "", tuple(by_group[name]))
                 for name in names if name in by_group)  # fmt: skip


def _diary(diary: kinds.Diary) -> views.Diary:
    return views.Diary(
        day=diary.day,
        weekday=diary.weekday,
        month=diary.month,
        week=diary.week,
        label=diary.label,
        note=diary.note,
        sign=diary.sign,
        entries=tuple(
            views.DiaryEntry(each.time, each.text, each.note, each.done, each.free) for each in diary.entries
        ),
    )
