"""The HTML of a page → what rules look at: links, pictures, headings, and all that is wrong in it by itself. Pure, and linear in the text.

Where an element begins and ends is told as HTML tells it (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags); what a
browser would have to mend is a fault.
"""

from __future__ import annotations

import re
from html import unescape

import msgspec

from sitegen.check.colours import unreadable_in
from sitegen.check.linked_data import faults_in
from sitegen.check.nesting import VOID, Nesting
from sitegen.parse.uses import in_css, of_attribute

Foreign = frozenset[str]
_GIVEN = r"[^>\"']*+(?:(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))[^>\"']*+)*+"
_TOKEN = re.compile(
    rf"<(?:(?P<raw>(?i:script|style|title|textarea))(?=[\s/>]|\Z)(?P<given>{_GIVEN})(?:>|\Z)"
    r"(?:(?<=/>)|(?P<inside>.*?)(?:</(?P=raw)(?=[\s/>])[^>]*+(?:>|\Z)|\Z))"
    rf"|(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*+)(?P<attributes>{_GIVEN})(?:>|\Z)"
    r"|!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|[!?][^>]*+(?:>|\Z))",
    re.DOTALL,
)
"""A tag, or an element in which no tag counts, alone where `/>` ends it, as that may be all of it; what nothing ends goes to the end of the page, so that no text is looked at twice."""
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_ALIKE = frozenset(("hidden", "submit", "button", "reset", "image"))
_DEEPEST = 50  # links and headings inside each other whose names are read
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_READ = frozenset(("a", "img", "link", "meta", "base", "html", "input", "select", "textarea", "label", "button"))


def _attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, decoded; of two of one name the first counts."""
    given: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        given.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return given


class Link(msgspec.Struct, frozen=True, array_like=True):
    """An `<a>`: its address and its name as they are read; `at` is where it begins in the page. Nobody hears one that is hidden."""

    href: str
    text: str
    at: int
    is_heard: bool = True


class Image(msgspec.Struct, frozen=True, array_like=True):
    """An `<img>`; `alt` is None where none is written."""

    src: str
    alt: str | None
    at: int
    srcset: str = ""


class Heading(msgspec.Struct, frozen=True, array_like=True):
    """A heading of `level` 1 to 6."""

    level: int
    text: str
    at: int


class Fault(msgspec.Struct, frozen=True, array_like=True):
    """What is wrong on a page by itself: its `code`, the `cause` by the glossary's name, and what is meant (`text`, `other`)."""

    code: str
    cause: str
    text: str
    at: int
    other: str = ""


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """What a page says. `language` and `title` are None where it has none; `files` are the addresses of what it loads at once besides its
    pictures; `loads` what it asks of other hosts; `is_page` is false of a file that is no whole page of HTML.
    """

    is_page: bool = True
    language: str | None = None
    title: str | None = None
    description: str | None = None
    is_hidden: bool = False
    leads_on: bool = False
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    loads: tuple[tuple[str, int], ...] = ()
    faults: tuple[Fault, ...] = ()


def facts_of(html: str, foreign: Foreign = frozenset()) -> Facts:
    """The facts of a page; `foreign` are words of the interface that are none of the site's language."""
    reader = _Reader(html, foreign)
    reader.read()
    return reader.facts()


class _Open(msgspec.Struct):
    """An element whose text is wanted, which is not closed yet."""

    tag: str
    depth: int
    at: int
    pieces: list[str]
    labels: list[str] = []
    """What it is called, or what stands in it, besides its text."""
    href: str = ""
    name: str = ""
    title: str = ""
    is_heard: bool = True


class _Reader:
    """One reading of one page."""

    def __init__(self, html: str, foreign: Foreign) -> None:
        self.html, self.foreign = html, foreign
        self.nesting = Nesting()
        self.open: list[_Open] = []
        self.languages: list[tuple[int, str]] = []
        self.hidden: list[int] = []
        self.language: str | None = None
        self.title: str | None = None
        self.metas: dict[str, str] = {}
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.headings: list[Heading] = []
        self.ids: dict[str, int] = {}
        self.labels: set[str] = set()
        self.fields: list[tuple[str, str, int]] = []
        self.files: list[str] = []
        self.loads: list[tuple[str, int]] = []
        self.faults: list[Fault] = []

    def read(self) -> None:
        at = 0
        while at < len(self.html):
            at = self.read_from(at)
        self.nesting.finish()

    def read_from(self, at: int) -> int:
        """Reads on to the end, or to that of an element in which no tag counts although its own tag looks closed; returns where that is."""
        html = self.html
        for token in _TOKEN.finditer(html, at):
            start = token.start()
            if start > at:
                self.text(html[at:start], at)
            at = token.end()
            if tag := token["tag"]:
                if not tag.islower():
                    tag = tag.lower()
                if token["end"]:
                    self.ended(tag, start)
                else:
                    self.began(tag, token["attributes"], start)
            elif raw := token["raw"]:
                inside, begins = token["inside"], token.start("inside")
                if inside is None and not self.nesting.is_xml:  # HTML has no closed tags, but in drawings and formulas
                    end = re.compile(rf"</{raw}(?=[\s/>])[^>]*+(?:>|\Z)", re.IGNORECASE).search(html, at)
                    self.raw(raw.lower(), token["given"], html[at : end.start() if end else None], start, at)
                    return end.end() if end else len(html)
                self.raw(raw.lower(), token["given"], inside or "", start, begins)
        if at < len(html):
            self.text(html[at:], at)
        return len(html)

    def text(self, text: str, at: int) -> None:
        for each in self.open:
            each.pieces.append(text)
        if self.foreign and (word := text.strip()) in self.foreign and self.is_own_language():
            self.faults.append(Fault("W869", "", unescape(word), at + text.index(word)))

    def is_own_language(self) -> bool:
        """Whether what stands here is meant in the language of the page."""
        return not self.languages or self.languages[-1][1][:2] == self.languages[0][1][:2]

    def began(self, tag: str, written: str, at: int) -> None:
        depth = self.nesting.begin(tag, at, closed=written.endswith("/"))
        while self.hidden and self.hidden[-1] >= depth:
            self.hidden.pop()
        if self.nesting.holds("template"):  # of which a program makes something later
            return
        if tag in _HEADINGS and len(self.open) < _DEEPEST:
            self.open.append(_Open(tag, depth, at, [], is_heard=not self.hidden))
        if tag == "html":
            self.language = ""
        if "hidden" in written or (
            "=" in written
            and (
                tag in _READ
                or "id=" in written
                or "lang=" in written
                or "//" in written
                or "style=" in written
                or "aria-label" in written
            )
        ):
            self.attributes(tag, written, at, depth)

    def attributes(self, tag: str, written: str, at: int, depth: int) -> None:
        given = _attributes(written)
        self.common(tag, given, at, depth)
        self.named(tag, given, depth)
        match tag:
            case "a" if "name" in given and "href" not in given:
                self.ids.setdefault(given["name"], at)
            case "a" if "href" in given and len(self.open) < _DEEPEST:
                title = given.get("title", "") or given.get("aria-labelledby", "")
                name, href = given.get("aria-label", ""), given["href"].strip()
                self.open.append(_Open(tag, depth, at, [], [], href, name, title, not self.hidden))
            case "img":
                self.images.append(Image(given.get("src", ""), given.get("alt"), at, given.get("srcset", "")))
                for each in self.open:
                    each.pieces.append(f" {given.get('alt', '')} ")
            case "meta":
                self.meta(given)
            case "link" if not {"stylesheet", "preload"}.isdisjoint(given.get("rel", "").lower().split()):
                self.files.append(given.get("href", ""))
            case "label" if "for" in given:
                self.labels.add(given["for"])
            case "input" | "select" | "textarea":
                self.field(tag, given, at)

    def named(self, tag: str, given: dict[str, str], depth: int) -> None:
        """What an element says or hides of itself, where that is heard in the links and headings around it."""
        own = self.open[-1] if self.open and self.open[-1].depth == depth else None
        if ("hidden" in given or given.get("aria-hidden", "").lower() == "true") and tag not in VOID:
            self.hidden.append(depth)
            if own:
                own.is_heard = False
        label = given.get("aria-label", "") or (given.get("title", "") if tag == "img" else "")
        for each in self.open if label else ():
            each.labels.append(label)

    def common(self, tag: str, given: dict[str, str], at: int, depth: int) -> None:
        """What any element may have."""
        if (identity := given.get("id")) and self.ids.setdefault(identity, at) != at:
            self.faults.append(Fault("E861", "", identity, at))
        if tag == "html":
            self.language = given.get("lang", "")
        if "lang" in given and tag not in VOID:
            self.languages.append((depth, given["lang"]))
        if (style := given.get("style")) and (pair := unreadable_in(style)):
            self.faults.append(Fault("W864", "", f"{pair.ink} / {pair.ground}", at, pair.ratio))
        for name, value in given.items():
            if "//" in value and name != "content":
                relations = given.get("rel", "")
                self.loads += [
                    (address, at) for kind, address, _ in of_attribute(tag, name, value, relations) if kind == "load"
                ]

    def meta(self, given: dict[str, str]) -> None:
        name = given.get("name", given.get("http-equiv", "")).lower()
        if name:
            self.metas.setdefault(name, given.get("content", ""))

    def field(self, tag: str, given: dict[str, str], at: int) -> None:
        has_name = (
            given.get("aria-label") or given.get("aria-labelledby") or given.get("title") or self.nesting.holds("label")
        )
        if not has_name and given.get("type", "").lower() not in _ALIKE and "hidden" not in given:
            self.fields.append((given.get("id", ""), given.get("name") or given.get("id") or tag, at))

    def raw(self, tag: str, written: str, inside: str, at: int, begins: int) -> None:
        """An element in which no tag counts as one."""
        given = _attributes(written)
        self.common(tag, given, at, self.nesting.depth)
        if tag == "title" and self.nesting.holds("svg"):
            self.text(inside, begins)
        elif tag == "title":
            self.title = " ".join(unescape(inside).split()) if self.title is None else self.title
        elif tag == "textarea":
            self.field(tag, given, at)
        elif tag == "style":
            self.loads += [(address, begins + where) for where, address in in_css(inside)]
        elif given.get("type", "").strip().lower() == "application/ld+json":
            self.faults += [Fault("E866", each.cause, each.text, begins, each.other) for each in faults_in(inside)]
        elif "src" in given:
            self.files.append(given["src"])

    def ended(self, tag: str, at: int) -> None:
        depth = self.nesting.end(tag, at)
        while self.open and self.open[-1].depth >= depth:
            self.close(self.open.pop())
        while self.languages and self.languages[-1][0] >= depth:
            self.languages.pop()
        while self.hidden and self.hidden[-1] >= depth:
            self.hidden.pop()

    def close(self, done: _Open) -> None:
        text = " ".join(unescape("".join(done.pieces)).split()) or " ".join(" ".join(done.labels).split())
        if done.tag == "a":
            self.links.append(Link(done.href, done.name or text or done.title, done.at, done.is_heard))
        elif text or done.is_heard:
            self.headings.append(Heading(int(done.tag[1]), text, done.at))

    def facts(self) -> Facts:
        while self.open:
            self.close(self.open.pop())
        unnamed = (Fault("W863", "", name, at) for identity, name, at in self.fields if identity not in self.labels)
        wrong = (Fault("E860", each.cause, each.tag, each.at, each.other) for each in self.nesting.faults)
        head = self.html[:1000].lower()
        return Facts(
            is_page="<html" in head or "<!doctype" in head,
            language=self.language,
            title=self.title,
            description=self.metas.get("description"),
            is_hidden="noindex" in self.metas.get("robots", "").lower(),
            leads_on="refresh" in self.metas,
            links=tuple(sorted(self.links, key=lambda link: link.at)),
            images=tuple(self.images),
            headings=tuple(sorted(self.headings, key=lambda heading: heading.at)),
            ids=tuple(self.ids),
            files=tuple(filter(None, self.files)),
            loads=tuple(self.loads),
            faults=tuple(sorted((*self.faults, *wrong, *unnamed), key=lambda fault: fault.at)),
        )
