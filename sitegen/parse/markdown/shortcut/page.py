"""What all blocks of one document share while they are written, and the parts they are made of: words, elements, paragraphs."""

from __future__ import annotations

import re

from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.shortcut.inline import Inline, Unsure

# A first line that is read as nothing but words, and a further line of which that is not certain.
_WORDS = r"(?:[^\W_]|[^\w\s\x00-\x7f]|[\"'(,.;?/@$%€]|[-+][^\W_]|\*{1,2}[^\s*]|_{1,2}[^\s_]|\[(?!\^)|!\[|`[^`])"
_FIRST_LINE = re.compile(rf"(?!\d+\.(?: |$)|\[[ xX]\]){_WORDS}")
_ODD_LINE = re.compile(rf"\n(?! *{_WORDS})|\n *\d+\. ")


class Page:
    """`pieces` and `reading` are the draft's; `notes` are the texts of the defined notes by key; `nesting` says how many
    quotes and callouts the current block stands in.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft, self.pieces, self.reading = draft, draft.pieces, draft.reading
        self.labels = labels(draft.language)
        self.notes: dict[str, str] = {}
        self.inline = Inline(draft, self.labels, self.notes)
        self.nesting = self.unnamed_tables = 0

    def words(self, text: str, level: int) -> None:
        """Words and their marks. `level` is how deep they stand in the block that is being written."""
        if "\n" in text and ("|" in text or _ODD_LINE.search(text)):
            raise Unsure
        self.inline.write(text, self.nesting + level)

    def element(self, start: str, text: str, end: str, level: int) -> None:
        """An element that holds words only."""
        self.pieces.append(start)
        self.words(text, level)
        self.reading.end_block()
        self.pieces.append(end)

    def paragraph(self, text: str, level: int = 1) -> None:
        """A paragraph, or a figure."""
        if text[0] == "!" and self.inline.figure(text):
            return
        self.pieces.append("<p>")
        self.words(text, level)
        self.reading.end_paragraph(running=not self.nesting and level == 1)
        self.reading.end_block()
        self.pieces.append("</p>\n")


def must_be_words(text: str) -> None:
    """Raises Unsure where the first line might begin something else than a paragraph."""
    if not _FIRST_LINE.match(text):
        raise Unsure
