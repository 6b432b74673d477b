"""What stands on a built page → where its owner has written it: in a document, the settings, a template. None where nobody can tell, so
that no wrong line is ever named.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import unquote

from sitegen.check.facts import Heading, Image, Link
from sitegen.check.subject import Page, Subject
from sitegen.check.wording import words_of
from sitegen.check.written import headings_in, images_in, inside, links_in, offset_of, pattern_of, place_in, same
from sitegen.model.site import WITHOUT_PAGE, Item
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Target
from sitegen.parse.fragment import ImageSlot, LinkSlot
from sitegen.parse.kinds import Cta, Picture
from sitegen.parse.uses import is_elsewhere
from sitegen.paths import SourcePath, beside
from sitegen.problems import Place, Problem, problem


class Finder:
    """Finds places for one subject."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.items = {item.source: item for item in subject.items()}
        self.html: Callable[[Page], str] = lru_cache(maxsize=64)(lambda page: page.html())
        self.links = lru_cache(maxsize=256)(lambda source: list(links_in(self.items[source])))
        self.shared = [item for kind in WITHOUT_PAGE for item in subject.site.of(kind)]

    def document(self, page: Page) -> Item | None:
        """The document of a page, if it has one."""
        return self.items.get(page.source) if page.source else None

    def field(self, page: Page, *names: str) -> Place:
        """The first of the fields that the document of a page has; else its first line, or the page itself. In a file that is published as
        it is, the element that stands for the first of them.
        """
        if page.is_copy and page.source:
            heads = ('<meta name="description"',) if "description" in names else ("<title",)
            found = (self.literal(page.source, each) for each in (*heads, "<head"))
            return next(filter(None, found), Place(page.source, 1))
        item = self.document(page)
        if item is None:
            return Place(str(page.path))
        return next((item.places[name] for name in names if name in item.places), Place(item.source, 1))

    def element(self, page: Page, at: int) -> Place | None:
        """The element that begins at `at` in a page."""
        html = self.html(page)
        end = html.find(">", at) + 1 if html[at : at + 1] == "<" else html.find("<", at)
        if page.is_copy and page.source:
            return place_in(page.source, html, at, end)
        written = html[at:end].strip().partition("\n")[0]
        item = self.document(page)
        text = self.subject.text(item.source) if item else ""
        places = (
            [place_in(item.source, text, found.start(), found.end()) for found in re.finditer(re.escape(written), text)]
            if item and written
            else []
        )
        if len(places) == 1:
            return places[0]
        if places and len(places) == html.count(written):
            return places[html.count(written, 0, at)]
        return self._with_address(page, at) or (None if places else self.in_templates(written))

    def _with_address(self, page: Page, at: int) -> Place | None:
        """The link or picture that begins at `at`, whose address in the document is another."""
        facts = self.subject.facts()[page.path]
        link = next((each for each in facts.links if each.at == at), None)
        image = next((each for each in facts.images if each.at == at), None)
        return (self._slot_of_link(page, link) if link else None) or (
            self._slot_of_image(page, image) if image else None
        )

    def link(self, page: Page, link: Link) -> Place | None:
        """A link by its name and where it leads."""
        if not page.is_copy and (place := self._slot_of_link(page, link) or self.target(page, link)):
            return place
        if place := self.element(page, link.at):
            return place
        return self.only(CONFIG, link.text) or self.in_templates(f">{link.text}</a>")

    def _slot_of_link(self, page: Page, link: Link) -> Place | None:
        places = [_at(item, slot) for item in self.written_on(page) for slot, name in self.links(item.source)
                  if same(name, link.text) and self.leads_to(item, slot, link.href)]  # fmt: skip
        alike = (
            each for each in self.subject.facts()[page.path].links if (each.text, each.href) == (link.text, link.href)
        )
        return _nth(places, sum(each.at < link.at for each in alike) if len(places) > 1 else 0)

    def leads_to(self, item: Item, slot: LinkSlot, href: str) -> bool:
        """Whether a link of a document is the one that has this address on its page."""
        written = slot.target.strip()
        if written == href:
            return True
        path, _, anchor = unquote(written).partition("#")
        to, _, place = unquote(href).partition("#")
        other = self.items.get(beside(item.source, path) or SourcePath(""))
        if other is not None:
            return to == unquote(other.url) and place == anchor
        stem = posixpath.splitext(posixpath.basename(path))[0]
        return not is_elsewhere(written) and (to.endswith(path) if path.startswith("/") else bool(stem) and stem in to)

    def address(self, page: Page, written: str) -> Place | None:
        """An address that a field of the page's document or the settings hold as it is."""
        item = self.document(page)
        return (self.literal(item.source, written) if item else None) or self.literal(CONFIG, written)

    def words(self, place: Place | None, said: str) -> Place | None:
        """The words, read as `said`, of the link or picture that stands at a place; that place where they are not known."""
        if place is None or not place.line:
            return place
        text = self.subject.text(place.path)
        found = words_of(text, offset_of(text, place), said)
        return place_in(place.path, text, *found) if found else place

    def target(self, page: Page, link: Link) -> Place | None:
        """A button of the page's document, by its name; else an address that one of its fields holds as it is."""
        item = self.document(page)
        meta = item.meta if item else None
        named = (each.target for each in inside(meta, Cta) if same(each.label, link.text))
        return next((each.place for each in (*named, *inside(meta, Target)) if self._is_target(each, link.href)), None)

    def _is_target(self, target: Target, href: str) -> bool:
        path, _, anchor = target.to.partition("#")
        item = self.items.get(SourcePath(f"content/{path}"))
        return target.to == href or (item is not None and href == item.url + (f"#{anchor}" if anchor else ""))

    def image(self, page: Page, image: Image) -> Place | None:
        """A picture by its words and its name."""
        place = None if page.is_copy else self._slot_of_image(page, image)
        return place or self.element(page, image.at)

    def _slot_of_image(self, page: Page, image: Image) -> Place | None:
        places = [_at(item, slot) for item in self.written_on(page) for slot in images_in(item)
                  if (slot.alt is None) == (image.alt is None) and same(slot.alt or "", image.alt or "")
                  and posixpath.splitext(posixpath.basename(slot.target))[0] in image.src]  # fmt: skip
        alike = (
            each for each in self.subject.facts()[page.path].images if (each.alt, each.src) == (image.alt, image.src)
        )
        if places:
            return _nth(places, sum(each.at < image.at for each in alike))
        fields = ((item, each) for item in self.written_on(page) for each in inside(item.meta, Picture))
        item = next((item for item, each in fields if image.alt and each.alt == image.alt), None)
        return self.literal(item.source, image.alt or "") if item else None

    def heading(self, page: Page, heading: Heading) -> Place | None:
        """A heading by its level and its words."""
        if page.is_copy:
            return self.element(page, heading.at)
        places = [place for item in self.written_on(page)
                  for place in headings_in(self.subject.text(item.source), item.source, heading.level, heading.text)]  # fmt: skip
        alike = (
            each
            for each in self.subject.facts()[page.path].headings
            if (each.level, each.text) == (heading.level, heading.text)
        )
        if places or not heading.text:
            return _nth(places, sum(each.at < heading.at for each in alike))
        return self.element(page, heading.at)

    def written_on(self, page: Page) -> Iterator[Item]:
        """The documents whose text may stand on a page."""
        if item := self.document(page):
            yield item
        yield from self.shared

    def literal(self, path: str, written: str) -> Place | None:
        """The first place of a file that has just this text."""
        text = self.subject.text(path)
        at = text.find(written) if written else -1
        return place_in(path, text, at, at + len(written)) if at >= 0 else None

    def is_html(self, place: Place) -> bool:
        """Whether a tag is written at a place."""
        text = self.subject.text(place.path)
        return text.startswith("<", offset_of(text, place))

    def only(self, path: str, words: str) -> Place | None:
        """The place of a file that has these words, whatever stands between them, if it is the only one."""
        text = self.subject.text(path)
        found = list(pattern_of(words).finditer(text)) if words.strip() else []
        return place_in(path, text, found[0].start(), found[0].end()) if len(found) == 1 else None

    def in_templates(self, written: str) -> Place | None:
        """A piece of HTML in the templates, if it stands in one of them only, as it is. A text is one between two tags: in others it may
        be what a catalogue is asked for.
        """
        around = ("", "") if "<" in written else (">", "<")
        sources = {
            each.source: each.text for each in self.subject.theme.templates.values() if each.name.endswith(".html")
        }
        found = [(source, text) for source, text in sources.items() if written and written.join(around) in text]
        if len(found) != 1:
            return None
        ((source, text),) = found
        at = text.index(written.join(around)) + len(around[0])
        return place_in(source, text, at, at + len(written))


class Found(NamedTuple):
    """What is wrong on a page; `place` is None where nobody can tell who has written it."""

    page: Page
    place: Place | None
    code: str
    values: dict[str, Any]


def told(found: Iterable[Found]) -> Iterator[Problem]:
    """The problems: what many pages share and nobody can place, at the first of them only."""
    seen: set[tuple[str, str]] = set()
    for each in found:
        if each.place is not None:
            yield problem(each.code, each.place, **each.values)
        elif (key := (each.code, repr(each.values))) not in seen:
            seen.add(key)
            yield problem(each.code, Place(str(each.page.path)), **each.values)


def _nth(places: list[Place], before: int) -> Place | None:
    """Of things that look alike, the one before which so many stand on the page."""
    return places[min(before, len(places) - 1)] if places else None


def _at(item: Item, slot: LinkSlot | ImageSlot) -> Place:
    return Place(item.source, slot.line, slot.column, max(len(slot.target), 1))
