"""Shapes that Markdown has no element for: task lists, figures with captions, tables that scroll and say what they show."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.extensions.attr_list import get_attrs_and_remainder, sanitize_name
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from sitegen.parse.markdown.dialect import notes
from sitegen.parse.markdown.signs import ALIGNED, CAPTION, CAPTION_LINE, TASK

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine

_ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*([^{}\n]+)\}[ ]*$")


class Tasks(Treeprocessor):
    """`- [ ] text` and `- [x] text`, before `[x]` can be taken for a reference."""

    def run(self, root: etree.Element) -> None:
        """Gives each task its box."""
        for parent in root.iter():
            items = [item for item in parent if item.tag == "li" and _made_task(item)]
            if items:
                _add_class(parent, "tasks")


def _made_task(item: etree.Element) -> bool:
    holder = item if (item.text and item.text.strip()) or not len(item) or item[0].tag != "p" else item[0]
    found = TASK.match(holder.text or "")
    if not found:
        return False
    label = etree.Element("label")
    box = etree.SubElement(label, "input", {"type": "checkbox", "disabled": "disabled"})
    if found[1] != " ":
        box.set("checked", "checked")
    box.tail = " " + (holder.text or "")[found.end() :]
    holder.text = ""
    holder.insert(0, label)
    _add_class(item, "task")
    return True


class Tables(TableProcessor):
    """A table whose last line is its caption leaves that line to the paragraph after it."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser, {"use_align_attribute": True})
        self.engine, self.budget = md, md.budget

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is a table."""
        return "|" in block and super().test(parent, block)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Makes the table."""
        rows, _, last = blocks[0].rpartition("\n")
        if CAPTION_LINE.fullmatch(last.strip()):
            blocks[0:1] = [rows, last.strip()]
        self.budget.spend(60 * blocks[0].count("\n") + 20 * blocks[0].count("|"), "blocks", blocks[0][:40])
        self._tell_lost_cells(blocks[0])
        super().run(parent, blocks)

    def _tell_lost_cells(self, block: str) -> None:
        """A row with more cells than the heading: the library leaves the last ones out."""
        width = len(self.separator)
        for row in block.split("\n")[2:]:
            if row.count("|") >= width and len(cells := self._split_row(row.strip(" "))) > width:  # type: ignore[attr-defined]  # the stubs lack it
                lost = " | ".join(cell.strip() for cell in cells[width:]).strip("| ")
                if lost:
                    self.engine.note(
                        "W305", row.strip(), context=row.strip(), cause="table.cells", width=str(width), near=lost
                    )


class Shapes(Treeprocessor):
    """Runs when inline marks and attribute lists are done."""

    md: Engine

    def __init__(self, md: Engine, footnotes: notes.Footnotes) -> None:
        super().__init__(md)
        self.footnotes, self.unnamed = footnotes, 0

    def run(self, root: etree.Element) -> None:
        """Finishes tables, figures, notes and code."""
        self.unnamed = 0
        for parent in list(root.iter()):
            for child in list(parent):
                match child.tag, child.get("class", "").partition(" ")[0]:
                    case "table", _:
                        self._table(parent, child)
                    case "p", _:
                        self._figure(child)
                    case "div", "footnote":
                        notes.finish(child, self.footnotes)
                        if not any(len(items) for items in child):
                            parent.remove(child)
                    case "pre", _:
                        child.set("tabindex", "0")

    def _table(self, parent: etree.Element, table: etree.Element) -> None:
        """Wraps the table so that it can scroll by keyboard, with its caption for a name."""
        place = list(parent).index(table)
        after = parent[place + 1] if place + 1 < len(parent) else None
        caption = None
        if after is not None and after.tag == "p" and (found := CAPTION.match(after.text or "")):
            parent.remove(after)
            after.tag, after.text = "caption", (after.text or "")[found.end() :]
            caption, after.tail = after, "\n"
        for cell in table.iter():
            if cell.tag in ("th", "td"):
                _finish_cell(cell)
        wrapper = etree.Element("div", {"class": "scroll", "role": "region", "tabindex": "0"})
        wrapper.set("aria-label", self._name(caption))
        wrapper.tail, table.tail = "\n", ""
        parent[place] = wrapper
        wrapper.append(table)
        if caption is not None:
            table.insert(0, caption)

    def _name(self, caption: etree.Element | None) -> str:
        if caption is not None:
            return f"{self.md.labels.table}: {self._plain(caption)}"
        self.unnamed += 1
        return self.md.labels.table + (f" {self.unnamed}" if self.unnamed > 1 else "")

    def _plain(self, element: etree.Element) -> str:
        """The text of an element; of stashed HTML only entities are text."""

        def stashed(found: re.Match[str]) -> str:
            html = str(self.md.htmlStash.rawHtmlBlocks[int(found[1])])
            return html if html.startswith("&") else ""

        return " ".join(HTML_PLACEHOLDER_RE.sub(stashed, "".join(element.itertext())).split())

    def _figure(self, paragraph: etree.Element) -> None:
        """An image alone in its paragraph with a title (perhaps as a link) is a figure with a caption."""
        if len(paragraph) != 1 or (paragraph.text or "").strip() or (paragraph[0].tail or "").strip():
            return
        shown = paragraph[0]
        image = shown[0] if shown.tag == "a" and len(shown) == 1 and not (shown.text or "").strip() else shown
        if image.tag != "img" or not image.get("title") or (image is not shown and (image.tail or "").strip()):
            return
        paragraph.tag, paragraph.text, shown.tail = "figure", "", ""
        for name in ("class", "id"):
            if value := image.attrib.pop(name, None):
                _add_class(paragraph, value) if name == "class" else paragraph.set(name, value)
        caption = etree.SubElement(paragraph, "figcaption")
        text = image.attrib.pop("title")
        if found := _ATTRIBUTES.search(text):
            text = text[: found.start()]
            _assign(caption, found[1])
        caption.text = text


def _finish_cell(cell: etree.Element) -> None:
    if name := ALIGNED.get(cell.attrib.pop("align", "") or "", ""):
        _add_class(cell, name)
    if cell.tag == "th":
        if len(cell) or (cell.text or "").strip():
            cell.set("scope", "col")
        else:
            cell.tag = "td"  # an empty heading would be read out as one


def _assign(element: etree.Element, written: str) -> None:
    for name, value in get_attrs_and_remainder(written)[0]:
        if name == ".":
            _add_class(element, value or "")
        else:
            element.set(sanitize_name(name), value or "")


def _add_class(element: etree.Element, name: str) -> None:
    element.set("class", f"{element.get('class', '')} {name}".strip())
