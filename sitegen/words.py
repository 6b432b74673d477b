"""Small questions about words: which known name is nearest to a mistyped one, what a name's initials are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence


def nearest(written: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """The known word that `written` most likely stands for, or "" where none is as near as `likeness` (1: the same)."""
    by_form = {word.casefold(): word for word in known}
    found = difflib.get_close_matches(written.casefold(), by_form, n=1, cutoff=likeness)
    return by_form[found[0]] if found else ""


def initials(name: str) -> str:
    """One or two capitals: «Lia Fogliobianco» → LF, «G. T.» → GT."""
    words = [word for word in name.split() if word[0].isalpha()]
    picked = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in picked)


def named(names: Sequence[str], most: int) -> tuple[str, str]:
    """The names in a row, as all that there are and as some of them: one of the two is "", the latter where there are `most` at
    most.
    """
    row = ", ".join(names[:most])
    return ("", row) if len(names) > most else (row, "")
