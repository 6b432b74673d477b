"""The components that themes declare → those that nobody could write or show. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sitegen.parse.components import RESERVED, Component, partial_in_feed, partial_of
from sitegen.parse.theme_settings import Settings
from sitegen.problems import Place, Problem, problem

_NAME = re.compile(r"[a-z][a-z0-9-]*")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")


def partials_of(chain: Iterable[Settings]) -> frozenset[str]:
    """The templates that show what the themes of a chain declare."""
    names = [name for settings in chain for name in settings.components]
    return frozenset(make(name) for name in names for make in (partial_of, partial_in_feed))


def wrong_components(
    chain: Sequence[Settings], templates: Collection[str], places: Mapping[str, Place]
) -> Iterator[Problem]:
    """What is wrong with them; `templates` are by the name under which they are included."""
    sheets = {name for settings in chain for name in settings.sheets}
    for settings in chain:
        path = f"themes/{settings.name}/theme.yaml"
        for name, component in settings.components.items():
            place = places.get(f"{path}:components.{name}", Place(path))
            for cause in _wrong(name, component, templates, sheets):
                yield problem("E321", place, name=name, cause=f"declared.{cause}",
                              path=f"themes/{settings.name}/templates/{partial_of(name)}", sheet=component.sheet)  # fmt: skip


def _wrong(name: str, component: Component, templates: Collection[str], sheets: Collection[str]) -> Iterator[str]:
    if not _NAME.fullmatch(name) or not all(
        _FIELD.fullmatch(each) and each not in RESERVED for each in component.fields
    ):
        yield "name"
    if any(field.type == "choice" and not field.values for field in component.fields.values()):
        yield "values"
    if partial_of(name) not in templates:
        yield "partial"
    if component.sheet and component.sheet not in sheets:
        yield "sheet"
