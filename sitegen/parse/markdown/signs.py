"""What both ways of reading Markdown know of our dialect: the kinds of callouts, tasks, captions, and the ids of notes."""

from __future__ import annotations

import re
from functools import lru_cache

from sitegen.slugs import heading_id

CALLOUTS = ("info", "ok", "warn", "bad")
TASK = re.compile(r"\[([ xX])\][ ]+(?=\S)")
CAPTION = re.compile(r"(?:Table|Tabella):[ ]*(?=\S)")
CAPTION_LINE = re.compile(r"(?:Table|Tabella):[ ]*[^|\s][^|\n]*")
ALIGNED = {"right": "num", "center": "center", "left": ""}


@lru_cache
def note_key(label: str) -> str:
    """The part of an id that stands for `[^label]`: `1`, `nota-a`, and for signs their code points."""
    return heading_id(label, "") or "-".join(f"u{ord(letter):x}" for letter in label.strip())
