"""Callouts: `!!! ok "Title"` with an indented body becomes a box that says what kind of note it is."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.extensions.admonition import AdmonitionProcessor

from sitegen.parse.markdown.signs import CALLOUTS
from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine

# What other tools call them.
_SYNONYMS = {
    "note": "info", "abstract": "info", "important": "warn", "tip": "ok", "hint": "ok", "success": "ok", "check": "ok",
    "warning": "warn", "caution": "warn", "attention": "warn", "attenzione": "warn", "danger": "bad", "error": "bad",
    "failure": "bad", "bug": "bad", "nota": "info", "consiglio": "ok", "errore": "bad",
}  # fmt: skip
_OPENING = re.compile(r"([\w-]+)(?:[ ]+(?:\"(.*)\"|«(.*)»|“(.*)”))?[ ]*")


class Callouts(AdmonitionProcessor):
    """Python-Markdown's admonitions with our classes, types and complaints."""

    CLASSNAME = "callout"
    CLASSNAME_TITLE = "callout__title"
    RE = re.compile(r"(?:^|\n)!!! ?(?=[\w\"«“])([^\n]*)(?:\n|$)")

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.engine = md

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block opens a callout or goes on with one."""
        if "!!!" in block and self.RE.search(block):
            return True
        return block.startswith("    ") and self.parse_content(parent, block)[0] is not None

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """The class of the kind, and the title as written, or that of the kind."""
        written = match[1].strip()
        opening = _OPENING.fullmatch(written)
        kind = opening[1] if opening else written.partition(" ")[0]
        if opening is None:
            self.engine.note("E310", match[0].strip(), what="title", text=written)
        elif kind not in CALLOUTS:
            near = _SYNONYMS.get(kind.lower()) or nearest(kind, CALLOUTS)
            self.engine.note("E301", match[0].strip(), type=kind, near=near)
        title = next((title for title in opening.groups()[1:] if title is not None), None) if opening else written
        if title is None:
            title = self.engine.labels.callouts.get(kind, kind)
        return f"callout--{kind}", title

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Makes the box, or goes on with it; one without a body is a problem: its text was not indented."""
        opening = self.RE.search(blocks[0])
        super().run(parent, blocks)
        box = self.lastChild(parent)
        if opening is None or box is None:
            return
        box.set("role", "note")
        begun = any(child.get("class") != self.CLASSNAME_TITLE for child in box)
        if not begun and not (blocks and blocks[0].lstrip("\n").startswith("    ")):
            line = opening[0].strip()  # whose place may have been told already, for its type
            self.engine.note("E310", line, context=line, what="body", text=opening[1].strip())
