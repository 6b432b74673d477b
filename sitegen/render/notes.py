"""The HTML of a text with notes at its end → the same with each note beside what it is about."""

from __future__ import annotations

import re
from typing import NamedTuple

_LIST = re.compile(r'<div [^>]*\bclass="footnotes"[^>]*>\s*<ol>\s*(.*?)</ol>\s*</div>', re.DOTALL)
_NOTE = re.compile(r'<li id="([^"]*)">\s*(.*?)\s*</li>\s*(?=<li id="(?:[^"]*-)?fn-|\Z)', re.DOTALL)
_END = re.compile(r"</(p|li|dd|t[dh]|h[1-6]|figcaption|summary|caption|dt)>|<([uo]l)\b")


class _Place(NamedTuple):
    """Where a note is to stand in the text, and which it is."""

    at: int
    html: str


def beside(html: str) -> str:
    """Each note behind the paragraph or item that mentions it first (`<aside class="beside">`); one that is mentioned where nothing can
    stand beside, as in a table or a title, stays in the list.
    """
    found = list(_LIST.finditer(html))
    if not found:
        return html
    text, notes = html[: found[-1].start()], found[-1]
    places: list[_Place] = []
    kept: list[str] = []
    for number, (id_, note) in enumerate(_NOTE.findall(notes[1]), 1):
        at = _place_of(id_, text)
        if at is None:
            kept.append(f'<li id="{id_}" value="{number}">\n{note}\n</li>\n')
        else:
            numbered = (
                note.replace("<p>", f"<p><b>{number}</b> ", 1)
                if note.startswith("<p>")
                else f"<p><b>{number}</b></p>{note}"
            )
            places.append(_Place(at, f'<aside class="beside" id="{id_}" role="doc-footnote">{numbered}</aside>'))
    pieces, before = [], 0
    for place in sorted(places, key=lambda each: each.at):
        pieces += [text[before : place.at], place.html, "\n"]
        before = place.at
    left = html[notes.start() : notes.start(1)] + "".join(kept) + html[notes.end(1) : notes.end()] if kept else ""
    return "".join(pieces) + text[before:] + left + html[notes.end() :]


def _place_of(id_: str, text: str) -> int | None:
    """Where the note of that id can stand, None where nowhere."""
    prefix, _, key = id_.rpartition("fn-")
    mention = text.find(f'<sup id="{prefix}fnref-{key}">')
    end = _END.search(text, mention) if mention >= 0 else None
    if end is None or end[1] not in (None, "p", "li", "dd"):
        return None
    return end.end() if end[1] == "p" else end.start()
