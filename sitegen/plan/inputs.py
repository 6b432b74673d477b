"""Which files an output is made of, told from the output itself: what its view shows, and what its template is made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG, CUSTOM_STYLE
from sitegen.parse.theme import Theme
from sitegen.paths import SourcePath, output_url
from sitegen.plan import views
from sitegen.plan.outputs import Compress, Copy, Draw, Encode, Icon, Later, LateText, Output, Template
from sitegen.plan.plan import Plan
from sitegen.read.snapshot import HOST_FILES, Snapshot


class Inputs(msgspec.Struct, frozen=True):
    """The files that an output is made of; `sources` begin with its own, `settings` are those that every page is made of."""

    templates: tuple[SourcePath, ...] = ()
    sources: tuple[SourcePath, ...] = ()
    words: tuple[SourcePath, ...] = ()
    settings: tuple[SourcePath, ...] = ()


class Sources:
    """Tells the inputs of the outputs of one plan."""

    def __init__(self, plan: Plan, site: Site, theme: Theme, snapshot: Snapshot) -> None:
        self._theme, self._snapshot, self._origin = theme, snapshot, site.config.origin
        self._outputs = plan.outputs
        self._owners: dict[str, SourcePath] = {}
        self._quoted: dict[str, list[SourcePath]] = {}
        for item in site.everything():
            if item.url:
                self._owners[item.url] = item.source
            else:
                self._quoted.setdefault(item.trace.text, []).append(item.source)
        for output in plan.outputs:
            if isinstance(output.recipe, Copy | Encode):
                self._owners[output_url(site.config.base, output.path)] = output.recipe.source
        language = site.config.language[:2]
        self._words = self._there(f"themes/{each}/strings/{language}.po" for each in theme.chain)
        self._settings = self._there([CONFIG, *(f"themes/{each}/theme.yaml" for each in theme.chain)])

    def of(self, output: Output, shown: bool) -> Inputs:
        """The inputs of an output, without what its view shows unless that is asked for."""
        match output.recipe:
            case Copy(source) | Encode(source):
                return Inputs(sources=(source,))
            case Template(name, view):
                if not shown:
                    return Inputs(self._of(name), (), self._words, self._settings)
                made = view.make() if isinstance(view, Later) else view
                names = (name, *sorted({each.template for each in _components(made)}))
                files = tuple(dict.fromkeys(file for each in names for file in self._of(each)))
                return Inputs(files, self._shown(output, made), self._words, self._settings)
            case Draw(name):
                return Inputs(self._of(name), (), self._words, self._settings)
            case Compress(path):
                return self.of(next(each for each in self._outputs if each.path == path), shown)
            case Icon():
                made = self._of(output.recipe.drawing.name) if output.recipe.drawing else ()
                return Inputs(made, self._there([output.origin]), (), self._settings)
            case LateText():
                return Inputs(settings=self._there([CONFIG]))
        if not output.path.endswith(".css"):
            return Inputs(
                sources=self._there([HOST_FILES]) if output.path == ".htaccess" else (), settings=self._settings
            )
        name = output.path.removeprefix("assets/").partition(".")[0]
        looks = self._theme.looks
        sheet = [file for look in looks for file in look.sheets.get(name, ())]
        styles = [file.path for file in sheet or (file for look in looks for file in look.styles)]
        return Inputs(sources=self._there(styles if sheet else [*styles, CUSTOM_STYLE]), settings=self._settings)

    def _of(self, name: str) -> tuple[SourcePath, ...]:
        """The files of a template."""
        template = self._theme.find(name)
        closure = (template, *(self._theme.templates[each] for each in template.closure)) if template else ()
        return tuple(dict.fromkeys(each.source for each in closure))

    def _shown(self, output: Output, view: Any) -> tuple[SourcePath, ...]:
        """The document that the output belongs to, then those whose address, text, picture or data its view holds: last those
        that its surroundings show anyway.
        """
        page, around = _page_and_surroundings(view)
        data = (f"content/data/{name}{end}" for name in getattr(view, "data", ()) for end in (".yaml", ".json", ".csv"))
        shows_comments = isinstance(getattr(view, "page", None), views.PostPage)
        own = self._there([output.origin, *(self._comments(output.origin) if shows_comments else ())])
        anyway = self._owned(around)
        return tuple(dict.fromkeys((*own, *sorted(self._owned(page) - anyway), *self._there(data), *sorted(anyway))))

    def _owned(self, shown: Any) -> set[SourcePath]:
        texts = {each.removeprefix(self._origin).partition("#")[0] for each in _texts(shown)}
        there = {self._owners[each] for each in texts if each in self._owners}
        return there.union(*(self._quoted[each] for each in texts if each in self._quoted))

    def _comments(self, origin: str) -> tuple[str, str]:
        stem = origin.rpartition(".")[0]
        return f"{stem}.comments.yaml", f"{stem.removesuffix('index')}comments.yaml"

    def _there(self, paths: Any) -> tuple[SourcePath, ...]:
        return tuple(SourcePath(each) for each in paths if each in self._snapshot.files)


def _page_and_surroundings(view: Any) -> tuple[object, object]:
    """What a page shows of its own, and what it has in common with others."""
    if not isinstance(view, views.View):
        return view, ()
    return (view.page, view.head, view.lists, view.data), (view.crumbs, view.menus, view.site)


def _components(value: Any) -> Iterator[views.Component]:
    """The components in a view, also those in the texts that they show."""
    if isinstance(value, views.Component):
        yield value
    if isinstance(value, msgspec.Struct):
        value = [getattr(value, name) for name in value.__struct_fields__]
    if isinstance(value, tuple | list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _components(each)


def _texts(value: Any) -> Iterator[str]:
    """The addresses in a view, and the digests of the texts that it shows."""
    if isinstance(value, views.Body):
        yield value.fragment
    if isinstance(value, str):
        if value.startswith(("/", "http")):
            yield value
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _texts(getattr(value, field))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
