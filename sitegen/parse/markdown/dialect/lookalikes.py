"""Blocks that Markdown reads as something else than was meant: a sentence above dashes as a heading, an indented one as code."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.blockprocessors import CodeBlockProcessor, SetextHeaderProcessor

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine

FEWEST_WORDS = 6
LONGEST_HEADING = 90
_FULL_STOP = re.compile(r"[.!?…][»”\")]*$")
_CODE = re.compile(r"[{}<>=;$\\|_]|\(\)|://")
_WRAPPED = 40  # a shorter line that is not the last was ended on purpose


class Underlined(SetextHeaderProcessor):
    """A heading that is made by a line of dashes below it."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.engine = md

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Makes the heading; one that is a sentence was to be a paragraph above a line."""
        words, rule = blocks[0].split("\n")[:2]
        words = words.strip()
        is_sentence = _FULL_STOP.search(words) and len(words.split()) >= FEWEST_WORDS
        if rule[0] == "-" and (is_sentence or len(words) > LONGEST_HEADING):
            self.engine.note("W306", words, context=words, cause="slip.heading", near="")
        super().run(parent, blocks)


class Indented(CodeBlockProcessor):
    """Code that is known by its indentation."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.engine = md

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Makes the block, and keeps its first line if all of it is prose, else ""."""
        code = self.detab(blocks[0])[0]
        self.engine.indented.append(code.split("\n")[0].strip() if _is_prose(code) else "")
        super().run(parent, blocks)


def _is_prose(text: str) -> bool:
    lines = [line.strip() for line in text.strip().split("\n")]
    return (
        _FULL_STOP.search(lines[-1]) is not None
        and len(text.split()) >= FEWEST_WORDS
        and text.lstrip()[0].isalpha()
        and not _CODE.search(text)
        and all(len(line) >= _WRAPPED for line in lines[:-1])
    )
