"""What the preview's panel says of a page, besides what the browser reads in the page itself: where it stands and what made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property

import msgspec

from sitegen.dates import in_words
from sitegen.model.site import Item, Site
from sitegen.parse.theme import Theme
from sitegen.parse.trace import minutes
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Output, Template
from sitegen.plan.plan import Plan
from sitegen.preview.shown import Told
from sitegen.read.snapshot import Changed


class About(msgspec.Struct, frozen=True):
    """What is told of a page. `facts` are words with what they mean; `files` those that it is made of, with what each is;
    `state` says where it stands, and `is_public` whether it will be on the site.
    """

    state: str
    is_public: bool
    facts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    warnings: tuple[Told, ...]


class Panel:
    """The pages of a build. `states` are the words for those that will not be on the site, or not yet; `warned` is what the
    build has told.
    """

    def __init__(self, site: Site, theme: Theme, plan: Plan, states: Mapping[OutputPath, str],
                 warned: tuple[Told, ...]) -> None:  # fmt: skip
        self._site, self._theme, self._plan = site, theme, plan
        self._states, self._warned = states, warned

    def about(self, path: OutputPath, words: Mapping[str, str], language: str) -> About | None:
        """What there is to say of the page at `path`, in the preview's `words`; None where it is none."""
        output = self._outputs.get(path)
        if output is None or not isinstance(output.recipe, Template) or not path.endswith(".html"):
            return None
        item = self._items.get(output.origin)
        template = self._theme.find(output.recipe.name)
        files = [(words["panel.source"], str(item.source))] if item else []
        files += [(words["panel.template"], str(template.source))] if template else []
        members = template.closure if template else ()
        sources = {path for _, path in files} | {str(self._theme.templates[each].source) for each in members}
        return About(
            state=self._states.get(path, words["panel.public"]),
            is_public=path not in self._states,
            facts=tuple(_facts(item, words, language)) if item else ((words["panel.kind"], words["panel.list"]),),
            files=tuple(files),
            warnings=tuple(each for each in self._warned if each.path in sources),
        )

    @cached_property
    def _outputs(self) -> dict[OutputPath, Output]:
        return {each.path: each for each in self._plan.outputs}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.source: item for items in self._site.shown.values() for item in items.values()}


def _facts(item: Item, words: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    for field in ("date", "updated", "expires"):
        if moment := getattr(item.meta, field, None):
            yield words[f"panel.{field}"], _moment(moment, language)
    try:
        count = item.body.words
    except Changed:  # it is being edited, and will be told after the next build
        return
    if count:
        length, reading = (words[f"panel.{name}.{'one' if number == 1 else 'many'}"].format(count=number)
                           for name, number in (("words", count), ("minutes", minutes(count))))  # fmt: skip
        yield words["panel.length"], f"{length}, {reading}"


def _moment(moment: datetime, language: str) -> str:
    day = in_words(moment, language)
    return f"{day}, {moment:%H:%M}" if (moment.hour, moment.minute) != (0, 0) else day
