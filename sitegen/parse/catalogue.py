"""A gettext catalogue (`strings/it.po`) → the words of a theme by key. Its form is checked line by line first: babel takes an
entry without quotes for one without words.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

_KEY = re.compile(r"(msgid_plural|msgid|msgctxt|msgstr\[\d+\]|msgstr)\s*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\[nrtabfv\\"0-7x])*"')


class Slip(msgspec.Struct, frozen=True):
    """Where a catalogue is broken, and why; `reported` are babel's own words."""

    line: int
    column: int
    width: int
    cause: str
    reported: str = ""


class Catalogue(msgspec.Struct, frozen=True):
    r"""The words by message (`context\x04message` has a context), and the first thing that is wrong."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    slip: Slip | None = None


@lru_cache(maxsize=64)
def read_catalogue(text: str) -> Catalogue:
    """What a catalogue holds. An empty translation counts as absent."""
    if slip := _slip(text):
        return Catalogue(slip=slip)
    try:
        return Catalogue(tuple(_words(text)))
    except Exception as error:  # babel raises what its parts raise: of dates, plurals, escapes
        line = (getattr(error, "lineno", 0) or 0) + 1
        return Catalogue(slip=Slip(line, 1, 1, "words.order", str(error)))


def _slip(text: str) -> Slip | None:
    """The first line that is none of a catalogue, or a message without its translation."""
    waiting = (0, "")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = len(line) - len(line.lstrip())
        key = _KEY.match(line, indent)
        start = key.end() if key else indent
        rest = line[start:].rstrip()
        if cause := _wrong_text(rest, bare=not key):
            return Slip(number, start + 1, max(len(rest), 1), cause)
        if key and key[1] in ("msgid", "msgctxt") and waiting[1] == "msgid":
            break
        if key:
            waiting = (0, "") if key[1].startswith("msgstr") else (number, key[1])
    return Slip(waiting[0], 1, 1, "words.order") if waiting[0] else None


def _wrong_text(written: str, *, bare: bool) -> str:
    if bare and not written.startswith('"'):
        return "words.line"
    if _QUOTED.fullmatch(written):
        return ""
    return "words.backslash" if re.fullmatch(r'"(?:[^"\\]|\\.)*"', written) else "words.quotes"


def _words(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    from babel.messages.pofile import read_po

    for message in read_po(io.StringIO(text), abort_invalid=True):
        key = message.id if isinstance(message.id, str) else message.id[0]
        strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if key and all(strings):
            yield (f"{message.context}\x04{key}" if message.context else key), strings
