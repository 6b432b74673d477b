"""Footnotes: Python-Markdown's, with ids made of plain letters, words for screen readers, and a say on lost ones."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor

from sitegen.parse.markdown.signs import note_key

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine

_MARK = r"\[\^([^\]]*)\]"
_REPEATED = re.compile(r"fnref(\d+)-")


class Footnotes(FootnoteExtension):
    """Numbers notes by their first mention."""

    md: Engine

    def __init__(self) -> None:
        super().__init__(SEPARATOR="-", USE_DEFINITION_ORDER=False, BACKLINK_TEXT="↩\ufe0e", BACKLINK_TITLE="{}")

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        """Registers the parts of the extension."""
        super().extendMarkdown(md)
        md.inlinePatterns.register(_Mark(_MARK, self), "footnote", 175)

    def reset(self) -> None:
        """Forgets the last text."""
        super().reset()
        self.written: dict[str, str] = {}
        self.complete = False

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """The id of the next mention of a note: `fnref-a`, `fnref2-a` …"""
        if not found:
            return reference
        count = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        return reference if count == 1 else f"fnref{count}{reference.removeprefix('fnref')}"

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        """Keeps the text of a definition."""
        key = note_key(id)
        if not key:
            return
        if self.complete or not text.strip():
            self.md.note("E305", f"[^{id}]:", id=id)
            return
        if key in self.footnotes:
            self.md.note("E311", f"[^{id}]:", skipped=1, id=id)
        self.md.budget.spend(10 + len(self.footnotes) // 100, "notes")
        self.written[key] = id
        super().setFootnote(key, text)

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:  # noqa: N802
        """The list of notes. One that is defined in another, or whose text comes to nothing, has no place in it."""
        self.complete = True
        div: etree.Element | None = super().makeFootnotesDiv(root)
        for items in div.findall("ol") if div is not None else ():
            for item in [item for item in items if not len(item)]:
                written = self.written[item.get("id", "").removeprefix("fn-")]
                self.md.note("E305", f"[^{written}]:", id=written)
                items.remove(item)
        return div


class _Mark(FootnoteInlineProcessor):
    """`[^1]` in the text."""

    footnotes: Footnotes

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        """The raised number that leads to the note."""
        notes, key = self.footnotes, note_key(m[1])
        if key not in notes.footnotes:
            if key and not data.startswith(":", m.end()):
                notes.md.note("E305", m[0], id=m[1])
            return None, None, None
        notes.addFootnoteRef(key)
        number = str(notes.footnote_order.index(key) + 1)
        notes.md.budget.spend(20 + int(number) // 20, "notes", m[0])
        mark = etree.Element("sup", id=notes.makeFootnoteRefId(key, found=True))
        link = etree.SubElement(mark, "a", {"class": "footnote-ref", "href": "#" + notes.makeFootnoteId(key)})
        link.set("role", "doc-noteref")
        link.set("aria-label", notes.md.labels.note.format(number))
        link.text = number
        return mark, m.start(), m.end()


def finish(div: etree.Element, notes: Footnotes) -> None:
    """The list of notes at the end: roles and words for its links; a note that nothing refers to is told and left out."""
    md = notes.md
    div.attrib.update({"class": "footnotes", "role": "doc-endnotes", "aria-label": md.labels.notes})
    for rule in div.findall("hr"):
        div.remove(rule)
    for items in div.findall("ol"):
        for item in list(items):
            key = item.get("id", "").removeprefix("fn-")
            if key not in notes.footnote_order:
                md.note("W303", f"[^{notes.written.get(key, key)}]:", id=notes.written.get(key, key))
                items.remove(item)
                continue
            _name_links(item, str(notes.footnote_order.index(key) + 1), md)


def _name_links(item: etree.Element, number: str, md: Engine) -> None:
    for link in item.iter("a"):
        if link.get("class") == "footnote-backref":
            repeated = _REPEATED.match(link.get("href", "").removeprefix("#"))
            words = md.labels.back_again if repeated else md.labels.back
            link.attrib.pop("title", None)
            link.set("role", "doc-backlink")
            link.set("aria-label", words.format(number, repeated[1] if repeated else ""))
