"""What is written in a document, or left out of it, so that its reader would meet nothing there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.parse import kinds
from sitegen.parse.kinds import Kind
from sitegen.problems import Place, Problem, problem

_LISTS = {kinds.Items: "items", kinds.Steps: "items", kinds.Facts: "items", kinds.Plans: "plans"}


def idle(kind: Kind, id_: str, meta: Any, body: str, top: Place, places: Mapping[str, Place]) -> Iterator[Problem]:
    """All of it in the document `id_`; `top` is its first line, `places` say where its fields are written."""
    if kind in ("testimonials", "faq") and not body.strip() and not meta.draft:
        yield problem("W414", top, owner=kind, cause=f"empty.{kind}")
    for number, ref in enumerate(meta.related if kind == "posts" else ()):
        if ref.id == id_:
            yield problem("W416", places.get(f"related.{number}", ref.place), id=id_)
    for number, section in enumerate(getattr(meta, "sections", ())):
        yield from _of_section(section, f"sections.{number}", places)


def _of_section(section: kinds.Section, name: str, places: Mapping[str, Place]) -> Iterator[Problem]:
    field = _LISTS.get(type(section), "")
    if field and not getattr(section, field) and section.text is None:
        yield problem("W415", places[f"{name}.type"], type=section.type, field=field)
    if isinstance(section, kinds.Hero) and section.highlight not in section.title:
        yield problem("W208", places[f"{name}.highlight"], field="highlight", why="highlight")
