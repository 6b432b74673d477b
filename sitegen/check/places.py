"""What stands on a built page → where its owner has written it: in a document, the settings, a template. None where nobody can tell, so
that no wrong line is ever named.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec

from sitegen.check.facts import Heading, Image, Link
from sitegen.check.subject import Page, Subject
from sitegen.model.site import WITHOUT_PAGE, Item
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Target
from sitegen.parse.fragment import Fragment, ImageSlot, LinkSlot
from sitegen.parse.kinds import Picture
from sitegen.parse.uses import is_elsewhere
from sitegen.paths import SourcePath, beside
from sitegen.problems import Place, Problem, problem

_TAG = re.compile(r"<[^<>]*>")
_TITLE = re.compile(r"^[ ]{0,3}(?:>[ ]?)*(#{1,6})[ \t]|<h([1-6])\b", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(```+|~~~+)")
_LONGEST = 12  # words of a text that are looked for


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
            return _place(page.source, html, at, end)
        written = html[at:end].strip().partition("\n")[0]
        item = self.document(page)
        if item and (found := self.literal(item.source, written)):
            return found
        return self.in_templates(written)

    def link(self, page: Page, link: Link) -> Place | None:
        """A link by its name and where it leads."""
        if not page.is_copy:
            for item in self.written_on(page):
                for slot, name in self.links(item.source):
                    if _same(name, link.text) and self.leads_to(item, slot, link.href):
                        return _at(item, slot)
            if place := self.target(page, link.href):
                return place
        if place := self.element(page, link.at):
            return place
        return self.only(CONFIG, link.text) or self.in_templates(f">{link.text}</a>")

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

    def target(self, page: Page, href: str) -> Place | None:
        """An address that a field of the page's document holds as it is."""
        item = self.document(page)
        found = (each for each in inside(item.meta if item else None, Target) if each.to == href)
        return next((each.place for each in found), None)

    def image(self, page: Page, image: Image) -> Place | None:
        """A picture by its words and its name."""
        for item in () if page.is_copy else self.written_on(page):
            for slot in images_in(item):
                stem = posixpath.splitext(posixpath.basename(slot.target))[0]
                if (
                    (slot.alt is None) == (image.alt is None)
                    and _same(slot.alt or "", image.alt or "")
                    and stem in image.src
                ):
                    return _at(item, slot)
            for picture in inside(item.meta, Picture):
                if image.alt and picture.alt == image.alt:
                    return self.literal(item.source, image.alt)
        return self.element(page, image.at)

    def heading(self, page: Page, heading: Heading) -> Place | None:
        """A heading by its level and its words."""
        if page.is_copy:
            return self.element(page, heading.at)
        for item in self.written_on(page):
            if place := _in_headings(self.subject.text(item.source), item.source, heading):
                return place
        return self.element(page, heading.at) if heading.text else None

    def words(self, page: Page, text: str) -> Place | None:
        """A text as it is read, in the document of a page or, if it stands there once, in a template."""
        if page.is_copy and page.source:
            return self.first(page.source, text)
        item = self.document(page)
        return (self.first(item.source, text) if item else None) or self.in_templates(text)

    def written_on(self, page: Page) -> Iterator[Item]:
        """The documents whose text may stand on a page."""
        if item := self.document(page):
            yield item
        yield from self.shared

    def literal(self, path: str, written: str) -> Place | None:
        """The first place of a file that has just this text."""
        text = self.subject.text(path)
        at = text.find(written) if written else -1
        return _place(path, text, at, at + len(written)) if at >= 0 else None

    def first(self, path: str, words: str) -> Place | None:
        """The first place of a file that has these words, whatever stands between them."""
        text = self.subject.text(path)
        found = _pattern(words).search(text) if words.strip() else None
        return _place(path, text, found.start(), found.end()) if found else None

    def only(self, path: str, words: str) -> Place | None:
        """The same where there is one such place."""
        text = self.subject.text(path)
        found = list(_pattern(words).finditer(text)) if words.strip() else []
        return _place(path, text, found[0].start(), found[0].end()) if len(found) == 1 else None

    def in_templates(self, written: str) -> Place | None:
        """A piece of HTML in the templates, if it stands in one of them only, as it is."""
        sources = {
            each.source: each.text for each in self.subject.theme.templates.values() if each.name.endswith(".html")
        }
        found = [(source, text) for source, text in sources.items() if written and written in text]
        if len(found) != 1:
            return None
        ((source, text),) = found
        at = text.index(written)
        return _place(source, text, at, at + len(written))


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


def inside(value: Any, kind: Any) -> Iterator[Any]:
    """All values of a type that a document's fields hold."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from inside(each, kind)
    elif isinstance(value, dict):
        for each in value.values():
            yield from inside(each, kind)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from inside(getattr(value, name), kind)


def fragments(item: Item) -> Iterator[Fragment]:
    """All that is Markdown in a document."""
    yield item.body
    yield from inside(item.meta, Fragment)


def links_in(item: Item) -> Iterator[tuple[LinkSlot, str]]:
    """The links of a document, each with its name."""
    for text in fragments(item):
        for number, slot in enumerate(text.slots):
            if isinstance(slot, LinkSlot) and text.parts[number].rstrip().endswith(('href="', "href='")):
                yield slot, _name(text, number)


def images_in(item: Item) -> Iterator[ImageSlot]:
    """The pictures of a document."""
    for text in fragments(item):
        yield from (slot for slot in text.slots if isinstance(slot, ImageSlot))


def _name(text: Fragment, number: int) -> str:
    pieces = []
    for other in range(number + 1, len(text.parts)):
        part, end, _ = text.parts[other].partition("</a>")
        pieces.append(part)
        if end or other >= len(text.slots):
            break
        slot = text.slots[other]
        pieces.append(f" {slot.alt or ''} " if isinstance(slot, ImageSlot) else "")
    inner = "".join(pieces).partition(">")[2]
    return " ".join(unescape(_TAG.sub("", inner)).split())


def _same(one: str, other: str) -> bool:
    return one == other or " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _at(item: Item, slot: LinkSlot | ImageSlot) -> Place:
    return Place(item.source, slot.line, slot.column, max(len(slot.target), 1))


def _in_headings(text: str, path: str, heading: Heading) -> Place | None:
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if (mark := _FENCE.match(line)) and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1][:3]
        begun = None if fence else _TITLE.search(line)
        if begun is None or int(begun[2] or len(begun[1])) != heading.level:
            continue
        if not heading.text:
            if not re.search(r"\w", re.sub(r"\{[^}]*\}|<[^>]*>", "", line[begun.end() :])):
                return Place(path, number, begun.start() + 1, max(len(line) - begun.start(), 1))
        elif found := _pattern(heading.text).search(line):
            return Place(path, number, found.start() + 1, found.end() - found.start())
    return None


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    words = re.findall(r"[^\W_]+", text)[:_LONGEST]
    return (
        re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"(?![^\W_])")
        if words
        else re.compile(re.escape(text))
    )


def _place(path: str, text: str, start: int, end: int) -> Place:
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Place(path, line, column, max(len(text[start:end].partition("\n")[0]), 1))
