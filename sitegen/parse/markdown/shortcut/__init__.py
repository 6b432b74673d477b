"""Ordinary Markdown, written down in a `Draft` without building the library's tree: several times faster, the same bytes.

Headings, paragraphs, lists, definitions, quotes, callouts, tables, figures, notes and code are recognised in their usual
form. A text with anything else, or that might be read in another way, is left to Python-Markdown as a whole.
"""

from __future__ import annotations

import re

from sitegen.engine import libraries
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.shortcut.blocks import write_document
from sitegen.parse.markdown.shortcut.inline import Unsure
from sitegen.parse.markdown.slips import may_hold

# The versions of the library that the tests have compared with; with another one every text is left to it.
TESTED = frozenset(["3.11.3"])
# Up to here no text of these forms comes near what the library may spend, so that both refuse the same texts.
LONGEST = 30_000

# Signs that may change how the whole text is read: tabs, escapes, a definition of an abbreviation, the place of the notes, components.
_FAR_REACHING = ("\t", "&#", "] :", "///", ":::")
_LINE_BREAK = re.compile(r"  \n(?! *\n)")


def write_ordinary(draft: Draft) -> bool:
    """Writes the draft's whole source down if it is ordinary; else False, and the draft is of no more use."""
    if libraries().get("markdown") not in TESTED or draft.source.controls:
        return False
    text = draft.source.marked
    if text is None or len(text) > LONGEST or any(sign in text for sign in _FAR_REACHING):
        return False
    if "  \n" in text and _LINE_BREAK.search(text):
        return False
    if may_hold(text):
        return False
    try:
        write_document(text, draft)
    except Unsure:
        return False
    return not draft.problems
