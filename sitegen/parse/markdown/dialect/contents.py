"""The place of the table of contents."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor

from sitegen.parse.markdown.contents import MARKER, PLACE

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine


class Contents(BlockProcessor):
    """Puts a comment in the place of the marker."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.md = md

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is the marker, and stands in nothing else."""
        return parent is self.parser.root and MARKER.fullmatch(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Takes the block."""
        blocks.pop(0)
        etree.SubElement(parent, "p").text = self.md.htmlStash.store(PLACE)
