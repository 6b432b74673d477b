"""Callouts: `!!! ok "Title"` with an indented body becomes a box that says what kind of note it is."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.extensions.admonition import AdmonitionProcessor

from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.parse.markdown.engine import Engine

TYPES = ("info", "ok", "warn", "bad")
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
        if "!!!" in block and self.RE.search(block):
            return True
        return block.startswith("    ") and self.parse_content(parent, block)[0] is not None

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        written = match[1].strip()
        opening = _OPENING.fullmatch(written)
        kind = opening[1] if opening else written.partition(" ")[0]
        if opening is None:
            self.engine.note("E310", "!!! " + written, text=written)
        elif kind not in TYPES:
            near = _SYNONYMS.get(kind.lower()) or nearest(kind, TYPES)
            self.engine.note("E301", match[0].strip(), type=kind, near=near)
        title = next((title for title in opening.groups()[1:] if title is not None), None) if opening else written
        if title is None:
            title = self.engine.labels.callouts.get(kind, kind)
        return f"callout--{kind}", title or None


def finish(div: etree.Element, md: Engine) -> None:
    """Gives the box its role; one without a body is a problem: its text was not indented."""
    div.set("role", "note")
    if not any(child.get("class") != Callouts.CLASSNAME_TITLE for child in div):
        title = "".join(div.itertext()).strip()
        md.note("E310", "!!!", text=title)
