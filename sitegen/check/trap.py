"""The shapes in which a language's spelling traps are written down."""

from __future__ import annotations

import re
from typing import NamedTuple


class Meant(NamedTuple):
    """The rule by which something is told, and what is meant by it, in lower case."""

    rule: str
    mended: str


class Form(NamedTuple):
    """What is wrong wherever `pattern` matches; `mended` is its template (`re.Match.expand`). `sign` matches at the same places and
    others of the text in lower case with ' for any apostrophe; it begins with a letter, and is found fast.
    """

    rule: str
    sign: re.Pattern[str]
    pattern: re.Pattern[str]
    mended: str


class Traps(NamedTuple):
    """All of one language, in lower case and with ’ for any apostrophe. `words` are wrong by themselves, `phrases` two words in a
    row; `forms` are too many to be listed; `cut_off` are words whose accent is often typed as an apostrophe behind them, without
    either, and how they end rightly; `doubles` never stand twice in a row, but behind the words beside them; the `doubtful` of these might.
    """

    words: dict[str, Meant]
    phrases: dict[str, Meant]
    forms: tuple[Form, ...]
    cut_off: dict[str, str]
    doubles: dict[str, frozenset[str]]
    doubtful: frozenset[str]


def table(rule: str, written: str) -> dict[str, Meant]:
    """`wrong: right` pairs, with commas between."""
    wrong_and_right = (each.split(":") for each in written.split(",") if each.strip())
    return {wrong.strip(): Meant(rule, right.strip()) for wrong, right in wrong_and_right}


def listed(words: str) -> list[str]:
    """Words with spaces between."""
    return words.split()
