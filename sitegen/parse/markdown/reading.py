"""What a reader sees of a text, taken down block by block: words, the text of headings, the excerpt."""

from __future__ import annotations

import re
from html import unescape
from itertools import filterfalse

_WORD = re.compile(r"[^\W_]\S*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
# How much of the text before a node its quotes may depend on.
_REACH = 1000


class Reading:
    """Takes visible text as it comes. `before` is what has been seen of the current block."""

    def __init__(self) -> None:
        self.before = ""
        self._block: list[str] = []
        self._seen: list[str] = []
        self._told: list[str] = []
        self._heading: list[str] | None = None
        self._first = ""
        self._before_more = False
        self._excerpt = ""

    @property
    def excerpt(self) -> str:
        """What stands before `<!--more-->`, headings left out, else the first paragraph of the running text, else the
        first of any box or list.
        """
        return self._excerpt or self._first

    @property
    def words(self) -> int:
        """How many words have been seen; what has no letter and no digit is none."""
        words = "\n".join(self._seen).split()
        odd = [word for word in filterfalse(str.isalpha, words) if not word[0].isalnum()]
        return len(words) - len(odd) + len(_WORD.findall(" ".join(odd)))

    def see(self, text: str) -> None:
        """Adds text to the block; space before a block's first word is none."""
        if self._block or not text.isspace():
            self._block.append(text)
            self.before = (self.before + text)[-_REACH:]

    def end_block(self) -> None:
        """The block ends here, and with it the reach of its quotes."""
        if self._block:
            text = "".join(self._block)
            text = unescape(text) if "&" in text else text
            self.before, self._block = "", []
            self._seen.append(text)
            (self._told if self._heading is None else self._heading).append(text)

    def end_paragraph(self, *, running: bool) -> None:
        """The block so far is a paragraph, in the running text or in a box."""
        if not self._excerpt and (running or not self._first):
            text = _line(unescape("".join(self._block)))
            self._first = self._first or text
            self._excerpt = text if running else ""

    def more(self) -> None:
        """All that was told so far is the excerpt, the first time."""
        self.end_block()
        if self._told and not self._before_more:
            self._excerpt, self._before_more = _line(" ".join(self._told)), True

    def begin_heading(self) -> None:
        """What follows is the text of a heading."""
        self._heading = []

    def end_heading(self) -> str:
        """The text of the heading."""
        self.end_block()
        text, self._heading = _line("".join(self._heading or [])), None
        return text


def _line(text: str) -> str:
    """Text as one line; fixed spaces stay."""
    return _SPACE.sub(" ", text).strip()
