"""Small questions about words: which known name is nearest to a mistyped one, what a name's initials are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

LIKE_A_NAME = 0.7
"""How near names of files have to be. «privacy» and «prezzi», which are not, have 0.46."""


def nearest(written: str, known: Iterable[str], *, likeness: float = 0.6) -> str:
    """The known word that `written` most likely stands for, or "" where none is as near as `likeness` (1: the same)."""
    by_form = {word.casefold(): word for word in known}
    found = difflib.get_close_matches(written.casefold(), by_form, n=1, cutoff=likeness)
    return by_form[found[0]] if found else ""


def nearest_path(written: str, known: Iterable[str]) -> str:
    """The known file or address that a path most likely stands for, or "" where none has a name as near as `LIKE_A_NAME`. Folders
    and endings, which many have in common, choose only among those of one name.
    """
    by_name: dict[str, list[str]] = {}
    for each in known:
        for name in _names_of(each):
            by_name.setdefault(name, []).append(each)
    found = difflib.get_close_matches(_names_of(written)[-1], by_name, n=1, cutoff=LIKE_A_NAME)
    return nearest(written, sorted(by_name[found[0]]), likeness=0) if found else ""


def _names_of(path: str) -> tuple[str, ...]:
    """What a path is called without its folders and ending; `uno/index.md` is also called uno."""
    folder, _, file = path.casefold().rstrip("/").rpartition("/")
    name = file.rpartition(".")[0] or file
    return (name, folder.rpartition("/")[2]) if name == "index" and folder else (name,)


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
