"""What will stop the build on the day on which a scheduled document appears: whatever in it leads nowhere on that day.

References by id are no part of this: one to a document that is held back is left out, on any day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from sitegen.model.site import Item, Site, lacks_consent
from sitegen.model.states import Options, is_shown, state_of
from sitegen.parse.fields import FilePath, Target
from sitegen.parse.fragment import Fragment
from sitegen.parse.kinds import Picture, Seo
from sitegen.paths import SourcePath
from sitegen.plan.links import Linker
from sitegen.plan.sights import Promise
from sitegen.problems import Problem, errors, problem


def wrong_ahead(site: Site, linker: Linker) -> Iterator[Problem]:
    """A warning at each link, button or file of a scheduled document that will be an error when it appears."""
    coming = [each for each in site.held if each.state.name == "scheduled" and _is_there(each, each.meta.date)]
    if not coming:
        return
    restless = [each for each in site.everything() if each.meta.expires or each.state.name != "published"]
    steady = linker.shown_sources - {each.source for each in restless}
    for item in coming:
        day = item.meta.date
        there = {each.source for each in restless if _is_there(each, day)}
        yield from _wrong_on(day, item, linker.with_shown(steady | there), restless)


def _is_there(item: Item, day: datetime) -> bool:
    return is_shown(state_of(item.meta, Options(day)), Options(day)) and not lacks_consent(item)


def _wrong_on(day: datetime, item: Item, linker: Linker, restless: Iterable[Item]) -> Iterator[Problem]:
    _, asked = linker.watch(lambda: _resolve(item, linker))
    found = (*asked.problems, *linker.broken_anchors(asked.promises, ()), *_held(asked.promises, linker, restless))
    for each in errors(found):
        values = dict(each.values)
        cause = _why_not(linker.items[SourcePath(values["path"])], day) if each.code == "E403" else each.code
        near, _ = values.pop("near", ""), values.pop("cause", "")
        yield problem("W403", each.place, day=f"{day:%Y-%m-%d}", cause=f"ahead.{cause}", near=near, **values)


def _why_not(item: Item, day: datetime) -> str:
    state = state_of(item.meta, Options(day)).name
    return "consent" if state == "published" else state


def _held(promises: Iterable[Promise], linker: Linker, restless: Iterable[Item]) -> Iterator[Problem]:
    """Addresses from the site's root that are those of documents not shown."""
    absent = {each.url: each for each in restless if each.url and each.source not in linker.shown_sources}
    for each in promises:
        if not each.folder and (item := absent.get(each.url)):
            yield problem("E403", each.place, written=each.written, state=item.state.name, path=item.source)


def _resolve(item: Item, linker: Linker) -> None:
    """Asks for all that a document leads to, so that the linker keeps what is wrong with it."""
    linker.text(item)
    _resolve_all(item.meta, item.source, linker)


def _resolve_all(value: object, source: SourcePath, linker: Linker) -> None:
    match value:
        case Picture():
            linker.picture(value.src, source)
        case Seo():
            linker.picture(value.image, source)
        case FilePath():
            linker.file(value, source)
        case Target():
            linker.link(value)
        case Fragment():
            linker.body(value, source, "")
        case tuple():
            for each in value:
                _resolve_all(each, source, linker)
        case msgspec.Struct():
            for field in value.__struct_fields__:
                _resolve_all(getattr(value, field), source, linker)
