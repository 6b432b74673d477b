"""A page of a theme → what can be wrong with it whatever its site says: words, requests, structure. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from sitegen.workshop.fixture import CLOSED, OPENED

_SPOKEN = ("alt", "title", "aria-label", "placeholder")
_ASKED = {"img": ("src", "srcset"), "source": ("src", "srcset"), "script": ("src",), "iframe": ("src",), "video": ("src", "poster"),
          "audio": ("src",), "embed": ("src",), "object": ("data",), "use": ("href",), "image": ("href",)}  # fmt: skip
_LINKED = frozenset(
    ("stylesheet", "preload", "modulepreload", "icon", "preconnect", "dns-prefetch", "prefetch", "manifest")
)
_SILENT = frozenset(("script", "style", "time", "template"))
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
ABSOLUTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_IN_CSS = re.compile(r"url\(\s*[\"']?((?:https?:)?//[^\"')\s]+)|@import\s+[\"']((?:https?:)?//[^\"']+)", re.IGNORECASE)
_LABELLED = frozenset(
    ("text", "email", "tel", "url", "search", "number", "date", "checkbox", "radio", "password", "file", "")
)


class Finding(NamedTuple):
    """`cause` is `word` (a text of no catalogue), `request` (an address of another host that is asked for without being
    pressed), or what the structure lacks; `text` is the word, the address, or where it is.
    """

    cause: str
    text: str = ""


def findings_in(html: str, own: str) -> tuple[Finding, ...]:
    """All that is wrong with a page of the site at `own`."""
    reader = _Reader(own)
    reader.feed(html)
    reader.close()
    return tuple(dict.fromkeys((*reader.found, *reader.missing())))


def requests_of(css: str, own: str) -> tuple[Finding, ...]:
    """The addresses of other hosts that a stylesheet asks for."""
    addresses = (found[1] or found[2] for found in _IN_CSS.finditer(css))
    return tuple(Finding("request", each) for each in addresses if not each.startswith(own))


class _Reader(HTMLParser):
    def __init__(self, own: str) -> None:
        super().__init__(convert_charrefs=True)
        self.own = own
        self.found: list[Finding] = []
        self.open: list[str] = []
        self.depth = 0
        self.counts: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.labels: set[str] = set()
        self.fields: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.counts[tag] += 1
        self.ids.update([given["id"]] if given.get("id") else [])
        for name in _SPOKEN:
            self.say(given.get(name, ""))
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.say(given.get("value", ""))
        self.ask(tag, given)
        self.check(tag, given)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _SILENT.intersection(self.open):
            self.say(data)

    def say(self, text: str) -> None:
        """Takes note of the pieces of a text that are the theme's own, between those that have marks around them."""
        for piece in re.split(f"([{OPENED}{CLOSED}])", text):
            if piece in (OPENED, CLOSED):
                self.depth += 1 if piece == OPENED else -1
            elif self.depth == 0 and re.search(r"[^\W\d_]{2}", piece):
                self.found.append(Finding("word", " ".join(piece.split())))

    def ask(self, tag: str, given: dict[str, str]) -> None:
        values = [given.get(name, "") for name in _ASKED.get(tag, ())]
        if tag == "link" and _LINKED.intersection(given.get("rel", "").lower().split()):
            values.append(given.get("href", ""))
        addresses = [part for value in values for part in value.split(", ")] + _addresses(given.get("style", ""))
        self.found += [Finding("request", each.split()[0]) for each in addresses
                       if ABSOLUTE.match(each) and not each.startswith(self.own)]  # fmt: skip

    def check(self, tag: str, given: dict[str, str]) -> None:
        if tag == "html" and not given.get("lang"):
            self.found.append(Finding("lang"))
        if tag == "img" and "alt" not in given:
            self.found.append(Finding("alt", given.get("src", "")))
        if tag == "label" and given.get("for"):
            self.labels.add(given["for"])
        is_field = tag in ("textarea", "select") or (tag == "input" and given.get("type", "") in _LABELLED)
        if is_field and "label" not in self.open and not (given.get("aria-label") or given.get("aria-labelledby")):
            self.fields.append((given.get("id", ""), given.get("name", "")))

    def missing(self) -> Iterator[Finding]:
        """What the whole page lacks, or has too often."""
        for tag in ("title", "main", "h1"):
            if self.counts[tag] != 1:
                yield Finding(f"one.{tag}", str(self.counts[tag]))
        for name, count in self.ids.items():
            if count > 1:
                yield Finding("id", name)
        for identity, name in self.fields:
            if identity not in self.labels:
                yield Finding("label", name)


def _addresses(css: str) -> list[str]:
    return [found[1] or found[2] for found in _IN_CSS.finditer(css)]
