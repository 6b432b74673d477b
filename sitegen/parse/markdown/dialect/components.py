"""Components: a line with three colons and a name, as a paragraph of its own, up to a line with three colons where it has a body."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor

from sitegen.parse.markdown.components import DEEPEST, LINE, MOST, PICTURE, PLACE, Opening, read_opening
from sitegen.parse.markdown.limits import TooMuch
from sitegen.problems import Problem, problem

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine


class Components(BlockProcessor):
    """Puts a comment in the place of each line that opens or closes a component, and remembers those that it opens."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.md = md
        self.begin()

    def begin(self) -> None:
        """Forgets the last text."""
        self.openings: list[Opening] = []
        self.problems: list[Problem] = []
        self._open: list[Opening] = []
        self._line, self._depth = -1, 0

    def end(self) -> None:
        """Tells what was never closed."""
        for opening in self._open:
            if not _is_unknown(opening):
                self.problems.append(problem("E315", opening.place, name=opening.name))

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block holds such a line, and stands in nothing else; pictures are to stand alone, too."""
        if self.md.known is None or parent is not self.parser.root:
            return False
        return (self._in_pictures and "\n" in block.strip("\n")) or (
            ":::" in block and self._first(block.split("\n")) >= 0
        )

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Takes the line; what stands before and behind it are blocks of their own."""
        lines = [line for line in blocks.pop(0).split("\n") if line.strip()]
        at = self._first(lines)
        if at != 0:
            before, after = (lines, []) if at < 0 else (lines[:at], ["\n".join(lines[at:])])
            blocks[:0] = [*(before if self._in_pictures else ["\n".join(before)]), *after]
            return
        mark = self._take(lines[0])
        blocks[:0] = ["\n".join(lines[1:])] if lines[1:] else []
        etree.SubElement(parent, "p").text = self.md.htmlStash.store(mark) if mark else ""

    @property
    def _in_pictures(self) -> bool:
        return bool(self._open) and self._open[-1].kind.body == "pictures"

    def _first(self, lines: list[str]) -> int:
        """The line of a block that opens a component, which only its first one can, or closes one; -1 where none does."""
        lines = [line for line in lines if line.strip()]
        for number, line in enumerate(lines):
            if ":::" in line and (found := LINE.fullmatch(line)) and (not number or (self._open and not found["rest"])):
                return number
        return -1

    def _take(self, line: str) -> str:
        rest = LINE.fullmatch(line)["rest"]  # type: ignore[index]  # it was found by that
        number = self._find(line)
        if not rest:
            return self._close(number)
        opening = read_opening(rest, number, self.md.source, self.md.known or {})
        self.problems += opening.found
        if opening.name:
            self.openings.append(opening)
        if opening.kind.body != "none":
            self._open.append(opening)
            self._depth += not _is_unknown(opening)
        if self._depth > DEEPEST:
            raise TooMuch("boxes", line)
        if len(self.openings) > MOST:
            raise TooMuch("components", line)
        return f"{PLACE}{len(self.openings) - 1}-->" if opening.name else ""

    def _close(self, number: int) -> str:
        if not self._open:
            self.problems.append(problem("E316", self.md.source.line(number), escape="\\:::"))
            return ""
        opening = self._open.pop()
        self._depth -= not _is_unknown(opening)
        if not opening.name:
            return ""
        if opening.kind.body == "pictures":
            between = range(opening.line + 1, number)
            told = next((each for each in between if not _is_picture(self.md.source.lines[each])), None)
            if told is not None:
                self.problems.append(problem("E319", self.md.source.line(told), name=opening.name))
        return f"{PLACE}/-->"

    def _find(self, line: str) -> int:
        """The number of that line, which comes after the last one that was taken."""
        lines, wanted = self.md.unfenced, line.rstrip()
        for number in range(self._line + 1, len(lines)):
            if ":::" in lines[number] and lines[number].expandtabs(4).rstrip() == wanted:
                self._line = number
                return number
        return max(self._line, 0)


def _is_unknown(opening: Opening) -> bool:
    return any(each.code == "E313" for each in opening.found)


def _is_picture(line: str) -> bool:
    return not line.strip() or PICTURE.match(line.strip()) is not None
