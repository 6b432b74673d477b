"""The place of what another site shows: the address of a video, a map or a calendar, alone on its line."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from html import escape
from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor

from sitegen.parse.markdown.embeds import PLACE, embed_in

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine


class Embeds(BlockProcessor):
    """Puts a comment in the place of the address."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.md = md

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is one, and stands in nothing else."""
        return parent is self.parser.root and "https://" in block and embed_in(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Takes the block."""
        etree.SubElement(parent, "p").text = self.md.htmlStash.store(f"{PLACE}{escape(blocks.pop(0).strip(' <>'))}-->")
