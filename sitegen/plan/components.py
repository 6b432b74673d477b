"""The components of a text → views with all that their partials show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar

from msgspec import structs

from sitegen.model.site import Item, Site, no_such_document
from sitegen.parse.components import Component, Field, partial_in_feed, partial_of
from sitegen.parse.documents import DOCUMENT_ENDS
from sitegen.parse.fragment import ComponentSlot, Fragment, Given
from sitegen.parse.kinds import Kind
from sitegen.parse.markdown.embeds import embed_in
from sitegen.parse.theme import Theme
from sitegen.paths import SourcePath, output_url
from sitegen.plan import views
from sitegen.plan.cards import Cards, toc_of
from sitegen.plan.embeds import embed_of_address
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Output
from sitegen.plan.sections import groups_of
from sitegen.problems import Place, problem
from sitegen.words import nearest

FILMS = (".mp4", ".m4v", ".webm", ".mov", ".ogv")
_ABSENT: dict[str, Any] = {
    "text": "", "link": "", "image": None, "file": None, "number": 0, "boolean": False, "film": None, "place": None, "service": None,
    "testimonial": None, "packages": (), "questions": (),
}  # fmt: skip
Made = TypeVar("Made")
_FORMS = ("contact", "newsletter")


class Components:
    """Makes the components of one plan. `sheets` are the theme's stylesheets by name."""

    def __init__(self, site: Site, theme: Theme, cards: Cards, linker: Linker, sheets: dict[str, Output]) -> None:
        self.site, self.cards, self.linker = site, cards, linker
        self._known, self._find = theme.components, theme.find
        self._sheets = {name: output_url(site.config.base, each.path) for name, each in sheets.items()}
        self._made_by = cache(lambda name: theme.digest_of(name, site.config.language[:2]))
        base = site.config.base
        self._home = views.Home(base, linker.absolute(base), site.config.language)
        self._inside: list[SourcePath] = []
        self._values: dict[str, Callable[[Given, SourcePath, str], Any]] = {
            "text": lambda given, *_: given.text, "number": lambda given, *_: int(given.text), "choice": lambda given, *_: given.text,
            "boolean": lambda given, *_: given.text == "true", "link": self._link, "image": self._image, "file": self._file,
            "film": self._film, "place": self._embed, "service": self._service, "testimonial": self._testimonial,
            "packages": self._packages, "questions": self._questions,
        }  # fmt: skip

    def __call__(
        self, slot: ComponentSlot, number: int, text: Fragment, source: SourcePath, prefix: str
    ) -> views.Component | str:
        """The component of a slot, the `number`th of its text, as it stands in `source` with its `prefix` on the page; "" where there is
        nothing to show.
        """
        kind = self._known.get(slot.name)
        name = partial_of(slot.name)
        if kind is None or self._find(name) is None:
            return ""
        id_ = f"{prefix}component-{number}"
        given = {each.name: each for each in slot.fields}
        fields = {name: self._value(field, given.get(name), source, f"{id_}-") for name, field in kind.fields.items()}
        shown, is_there = self._shown(kind, slot, text, source)
        if not is_there or any(value is None and kind.fields[name].required for name, value in fields.items()):
            return ""
        page = self.linker.items.get(source)
        return views.Component(
            slot.name,
            name,
            self._made_by(name),
            id_,
            fields,
            shown,
            views.Link(str(page.meta.title), page.url) if page else views.Link("", ""),
            self._home,
            self._sheets.get(kind.sheet, ""),
        )

    def in_feed(self, component: views.Component, whole: Callable[[Any], Any]) -> views.Component:
        """The same as it stands in a feed, by its partial for that, if it has one; `whole` makes what it shows stand anywhere."""
        name = partial_in_feed(component.name)
        is_there = self._find(name) is not None
        kinds = {name: field.type for name, field in self._known[component.name].fields.items()}
        return structs.replace(
            component,
            template=name if is_there else "",
            made_by=self._made_by(name) if is_there else component.made_by,
            fields={
                key: value if kinds[key] in ("text", "choice") else whole(value)
                for key, value in component.fields.items()
            },
            shown=None,
            page=structs.replace(component.page, url=self.linker.absolute(component.page.url)),
            sheet="",
        )

    def _value(self, field: Field, given: Given | None, source: SourcePath, prefix: str) -> Any:
        if given is not None:
            return self._values[field.type](given, source, prefix)
        return field.values[0] if field.type == "choice" and field.values else _ABSENT.get(field.type, "")

    def _shown(self, kind: Component, slot: ComponentSlot, text: Fragment, source: SourcePath) -> tuple[Any, bool]:
        """What it shows of the site, and whether that is there."""
        if kind.shows == "contents":
            items = toc_of(structs.replace(text, has_contents=False), True)
            return items, bool(items)
        if kind.shows not in _FORMS:
            return None, True
        choices = tuple(each.meta.title for each in self.site.of("services")) if kind.shows == "contact" else ()
        form = self.cards.form(kind.shows, choices)
        if form is None:
            place = Place(source, slot.line, slot.column, len(slot.name))
            self.linker.tell(problem("E317", place, form=kind.shows, name=slot.name,
                                     action="{action: https://formspree.io/f/…}"))  # fmt: skip
        return form, form is not None

    # The values of fields, by their types

    def _link(self, given: Given, source: SourcePath, _: str) -> str:
        return self.linker.address(given.text, source, _place(given, source))

    def _image(self, given: Given, source: SourcePath, _: str) -> views.Image | None:
        return self.linker.picture_at(given.text, source, _place(given, source))

    def _file(self, given: Given, source: SourcePath, _: str) -> views.File | None:
        return self.linker.download(given.text, source, _place(given, source))

    def _film(self, given: Given, source: SourcePath, prefix: str) -> views.Embed | None:
        if embed_in(given.text):
            return self._embed(given, source, prefix)
        place = _place(given, source)
        if not given.text.lower().endswith(FILMS):
            self.linker.tell(problem("E318", place, written=given.text, cause="shown.film"))
            return None
        url = self.linker.address(given.text, source, place)
        return views.Embed("video", "", "", url) if url else None

    def _embed(self, given: Given, _: SourcePath, __: str) -> views.Embed | None:
        embed = embed_in(given.text)
        return embed_of_address(embed.provider, embed.address, embed.frame, self.linker.frames) if embed else None

    def _service(self, given: Given, source: SourcePath, _: str) -> views.ServiceCard | None:
        item = self._item("services", given, source)
        return self.cards.service(item) if item else None

    def _packages(self, given: Given, source: SourcePath, _: str) -> tuple[views.Plan, ...] | None:
        item = self._item("services", given, source)
        if item and not item.meta.packages:
            self.linker.tell(problem("E322", _place(given, source), id=given.text, file=item.source))
        return tuple(self.cards.plan(each) for each in item.meta.packages) or None if item else None

    def _testimonial(self, given: Given, source: SourcePath, prefix: str) -> views.Testimonial | None:
        item = self._item("testimonials", given, source)
        if item is None:
            return None
        with_it = list(self._showing([item], given, source))
        return self._within(source, lambda: self.cards.testimonial(item, prefix)) if with_it else None

    def _questions(self, given: Given, source: SourcePath, prefix: str) -> tuple[views.QuestionGroup, ...]:
        items = [item for item in self.site.of("faq") if not given.text or item.meta.group == given.text]
        if not items:
            self._no_questions(given, source)
        items = list(self._showing(items, given, source))
        return self._within(source, lambda: groups_of(items, (given.text,) if given.text else (), self.cards, prefix))

    def _no_questions(self, given: Given, source: SourcePath) -> None:
        """Told unless some could not be read, or are only held back."""
        there = [item for item in self.site.everything() if item.kind == "faq"]
        groups = {item.meta.group for item in there} - {""}
        files = [each for each in self.linker.snapshot.below("content/faq") if each.path.endswith(DOCUMENT_ENDS)]
        if len(files) > len(there) or given.text in groups or (there and not given.text):
            return
        code = "W413" if given.text else "W310"
        self.linker.tell(problem(code, _place(given, source), group=given.text, near=nearest(given.text, groups),
                                 known=", ".join(sorted(groups))))  # fmt: skip

    def _showing(self, items: list[Item], given: Given, source: SourcePath) -> Iterator[Item]:
        """Those that can be shown in the text of `source`: not one in which it stands itself."""
        for item in items:
            if item.source in (source, *self._inside):
                self.linker.tell(problem("E320", _place(given, source), path=item.source))
            else:
                yield item

    def _within(self, source: SourcePath, make: Callable[[], Made]) -> Made:
        self._inside.append(source)
        try:
            return make()
        finally:
            self._inside.pop()

    def _item(self, kind: Kind, given: Given, source: SourcePath) -> Item | None:
        """The document of that id; one that does not exist is told, and so is one that is held back."""
        item = self.site.shown[kind].get(given.text)
        if item is None:
            held = next((each for each in self.site.held if each.kind == kind and each.id == given.text), None)
            place = _place(given, source)
            if held is not None:
                state = "no_consent" if held.state.name == "published" else held.state.name
                self.linker.tell(problem("W309", place, path=held.source, state=state))
            elif f"content/{kind}/{given.text}.md" not in self.linker.snapshot.files:  # else it is broken, and told
                self.linker.tell(no_such_document(self.site, kind, given.text, place))
        return item


def _place(given: Given, source: SourcePath) -> Place:
    return Place(source, given.line, given.column, given.width)
