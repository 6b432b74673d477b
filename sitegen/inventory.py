"""What a site holds, document by document: each with its state at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from sitegen.build import survey, what_is_known
from sitegen.model.site import Item, Site
from sitegen.model.states import Options
from sitegen.parse.fields import UNDATED
from sitegen.parse.kinds import Kind
from sitegen.problems import Problem, errors

StateOf = Literal["published", "draft", "scheduled", "expired", "unconsented"]
STATES: tuple[StateOf, ...] = ("published", "draft", "scheduled", "expired", "unconsented")


class Entry(msgspec.Struct, frozen=True):
    """A document. `date` is its own, `moment` when it appears or has gone, both ISO and "" where there is none; `url` is absolute,
    "" for what has no page or is not on the site.
    """

    path: str
    kind: Kind
    id: str
    title: str
    state: StateOf
    date: str = ""
    moment: str = ""
    url: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()


class Inventory(msgspec.Struct, frozen=True):
    """All documents, those with a date first, the newest first; and the errors that keep others from being read."""

    title: str = ""
    entries: tuple[Entry, ...] = ()
    errors: tuple[Problem, ...] = ()


def take_inventory(root: Path, options: Options) -> Inventory:
    """The documents of the site at `root`."""
    with what_is_known(root) as known:
        seen = survey(root, options, known)
        if seen.site is None:
            return Inventory(errors=tuple(errors(seen.problems)))
        found = sorted(_entries(seen.site), key=lambda each: (each.kind, each.path))
        found.sort(key=lambda each: each.date, reverse=True)
        return Inventory(str(seen.site.config.title), tuple(found), tuple(errors(seen.problems)))


def chosen(entries: Iterable[Entry], *, kind: str = "", tag: str = "", state: str = "") -> Iterator[Entry]:
    """Those of a kind, with a tag, in a state, where these are given; tags however their letters are written."""
    for each in entries:
        if (
            kind in ("", each.kind)
            and state in ("", each.state)
            and (not tag or tag.casefold() in map(str.casefold, each.tags))
        ):
            yield each


def _entries(site: Site) -> Iterator[Entry]:
    held = {item.source for item in site.held}
    for item in site.everything():
        is_held = item.source in held
        state: StateOf = "unconsented" if is_held and item.state.name == "published" else item.state.name
        yield _entry(item, state, "" if is_held or not item.url else site.config.origin + item.url)


def _entry(item: Item, state: StateOf, url: str) -> Entry:
    meta = item.meta
    return Entry(
        path=item.source,
        kind=item.kind,
        id=item.id,
        title=str(meta.title),
        state=state,
        date=meta.date.isoformat() if meta.date and meta.date != UNDATED else "",
        moment=item.state.moment.isoformat() if item.state.moment else "",
        url=url,
        category=str(getattr(meta, "category", "")),
        tags=tuple(map(str, getattr(meta, "tags", ()))),
    )
