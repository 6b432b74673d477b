"""Opening hours as people write them («lun–ven, 8.30–13 e 14–18») → as schema.org wants them. What cannot be read for certain
is left out: no hours are better than wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMES = (
    r"lun(?:ed[iì])?|mon(?:days?)?",
    r"mart?(?:ed[iì])?|tue(?:s|sdays?)?",
    r"merc?(?:oled[iì])?|wed(?:s|nesdays?)?",
    r"giov?(?:ed[iì])?|thu(?:rs?|rsdays?)?",
    r"ven(?:erd[iì])?|fri(?:days?)?",
    r"sab(?:at[oi])?|sat(?:urdays?)?",
    r"dom(?:enic(?:a|he))?|sun(?:days?)?",
)
_DAY = rf"(?:{'|'.join(_NAMES)})(?![^\W\d_])['’.]?"
_UNTIL = r"\s*(?:-|–|—|\ba\b|\bal\b|\balle\b|\bto\b)\s*"
_TIME = r"(\d{1,2})(?:[.:](\d\d))?"
_DAYS = re.compile(rf"(?:da\s+|dal\s+|from\s+)?({_DAY})(?:{_UNTIL}({_DAY}))?")
_HOURS = re.compile(rf"(?:dalle\s+|ore\s+)?{_TIME}{_UNTIL}{_TIME}")
_BETWEEN = re.compile(r"(?:\s|,|;|:|/|\be\b|\band\b)+")


def opening_hours(lines: Iterable[str]) -> list[dict[str, Any]]:
    """The specifications of all lines; none where one of them cannot be read."""
    found = [_read(line.casefold()) for line in lines]
    return [each for specifications in found if specifications for each in specifications] if all(found) else []


def _read(line: str) -> list[dict[str, Any]]:
    days, hours, rest = list[str](), list[tuple[str, str]](), line.strip()
    while rest:
        if not hours and (read := _DAYS.match(rest)):
            days += _from_to(read[1], read[2] or read[1])
        elif days and (read := _HOURS.match(rest)) and (span := _span(*read.groups(default="00"))):
            hours.append(span)
        elif not (read := _BETWEEN.match(rest)):
            return []
        rest = rest[read.end() :]
    return [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": days, "opens": opens, "closes": closes}
        for opens, closes in hours
    ]


def _from_to(first: str, last: str) -> Iterator[str]:
    begin, end = _number(first), _number(last)
    yield from (DAYS[number % 7] for number in range(begin, end + 1 if end >= begin else end + 8))


def _number(day: str) -> int:
    return next(number for number, names in enumerate(_NAMES) if re.fullmatch(names, day.rstrip("'’.")))


def _span(hour: str, minute: str, until_hour: str, until_minute: str) -> tuple[str, str] | None:
    opens, closes = f"{int(hour):02}:{minute}", f"{int(until_hour):02}:{until_minute}"
    fits = int(until_hour) < 24 and int(minute) < 60 and int(until_minute) < 60
    return (opens, closes) if fits and opens < closes else None
