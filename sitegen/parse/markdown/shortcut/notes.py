"""Footnotes: taken out of the text before the rest is written, and written at its end in the order of their mention."""

from __future__ import annotations

import re

from sitegen.parse.markdown.shortcut.inline import Unsure
from sitegen.parse.markdown.shortcut.page import Page, must_be_words
from sitegen.parse.markdown.signs import note_key

_NOTE = re.compile(r"\[\^([^\]\n]+)\]: *(\S.*)")


def take_notes(blocks: list[str], page: Page) -> list[str]:
    """The blocks without those that define notes, which are in the page's `notes` now."""
    others: list[str] = []
    after_note = False
    for block in blocks:
        if after_note and block[0] == " ":
            raise Unsure  # it goes on with the note
        after_note = block.startswith("[^") and _NOTE.match(block) is not None
        if after_note:
            for line in block.split("\n"):
                _take(line, page)
        else:
            others.append(block)
    return others


def _take(line: str, page: Page) -> None:
    found = _NOTE.fullmatch(line)
    key = note_key(found[1]) if found else ""
    if not found or not key or key in page.notes:
        raise Unsure
    must_be_words(found[2])
    page.notes[key] = found[2].rstrip()


def write_notes(page: Page) -> None:
    """The list of all notes, each with a link back to every mention."""
    mentions = dict(page.inline.mentions)
    if len(mentions) != len(page.notes):
        raise Unsure  # one that nobody mentions is a problem
    page.pieces.append(f'<div aria-label="{page.labels.notes}" class="footnotes" role="doc-endnotes">\n<ol>\n')
    for number, (key, count) in enumerate(mentions.items(), 1):
        page.pieces.append(f'<li id="{page.draft.identify(f"fn-{key}")}">\n<p>')
        page.inline.write(page.notes[key] + "&#160;")
        for mention in range(1, count + 1):
            _write_way_back(key, number, mention, page)
        page.reading.end_paragraph(running=False)
        page.reading.end_block()
        page.pieces.append("</p>\n</li>\n")
    page.pieces.append("</ol>\n</div>\n")
    if page.inline.mentions != mentions:
        raise Unsure  # notes in notes are numbered in another order


def _write_way_back(key: str, number: int, mention: int, page: Page) -> None:
    again = str(mention) if mention > 1 else ""
    words = (page.labels.back_again if again else page.labels.back).format(number, again)
    page.draft.link(f'<a aria-label="{words}" class="footnote-backref" href=', f"#fnref{again}-{key}")
    page.pieces.append(' role="doc-backlink">')
    page.draft.text("↩\ufe0e")
    page.pieces.append("</a>")
