"""Documents with a date → a calendar that other programs subscribe to or import (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sitegen import __version__
from sitegen.inventory import Entry

LONGEST = 75  # bytes of a line, without its end (3.1)


def as_calendar(title: str, entries: Iterable[Entry], now: datetime) -> str:
    """The calendar of a site as it is `now`: a document at midnight is a matter of the whole day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//sitegen//{__version__}//IT", f"X-WR-CALNAME:{_text(title)}"]
    for each in entries:
        if each.date:
            lines += _event(each, now)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(entry: Entry, now: datetime) -> Iterator[str]:
    moment = datetime.fromisoformat(entry.date)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.path)}"
    yield f"DTSTAMP:{_moment(now)}"
    is_day = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    yield f"DTSTART;VALUE=DATE:{moment:%Y%m%d}" if is_day else f"DTSTART:{_moment(moment)}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"CATEGORIES:{','.join(map(_text, (entry.state, *entry.tags)))}"
    yield f"STATUS:{'TENTATIVE' if entry.state == 'draft' else 'CONFIRMED'}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A value of type TEXT (3.3.11)."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> str:
    """The line in pieces of bytes that cut no letter (3.1)."""
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > LONGEST:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "".join(f"{piece}\r\n" for piece in pieces)
