"""Dates as people write them → moments in the site's zone, and back into words.

A date without an offset is a civil date where the site is at home: `14/01/2026` in `Europe/Rome` is that day's midnight
there. Nothing here asks the clock, the locale or the zone of the machine.
"""

from __future__ import annotations

import difflib
import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Literal

import msgspec
from babel.dates import format_date, get_day_names, get_month_names

Reason = Literal[
    "form", "day", "month", "time", "skipped", "ambiguous", "year", "far", "no_year", "no_day",
    "weekday.0", "weekday.1", "weekday.2", "weekday.3", "weekday.4", "weekday.5", "weekday.6",
]  # fmt: skip
_WEEKDAYS: tuple[Reason, ...] = (
    "weekday.0", "weekday.1", "weekday.2", "weekday.3", "weekday.4", "weekday.5", "weekday.6")  # fmt: skip


class NotADate(msgspec.Struct, frozen=True):
    """Why a text is no date. `form`: not written like one; `day`: the month has no such day; `ambiguous`: day and month
    could be swapped; `skipped`: clocks leave that hour out on that day; `weekday.0`: it is a Monday, and another day is written;
    `far`: a year that no calendar here reaches; `no_year`, `no_day`: that part is not written. `near` is a date that may have been meant (ISO), "" where none can be told.
    """

    reason: Reason
    near: str = ""


_BETWEEN = r"(?:T|\s+|,\s*|\s+(?:alle(?:\s+ore)?|ore|at)\s+)"
_CLOCK = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:\.\d+)?"
_TIME = rf"(?:{_BETWEEN}{_CLOCK}\s*(?P<offset>Z|[+-]\d{{2}}:?\d{{2}})?)?"
_ISO = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_TIME}", re.IGNORECASE)
_NUMBERS = re.compile(rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.](?P<year>\d{{2,4}}){_TIME}", re.IGNORECASE)
_WORDS = re.compile(rf"(?:(?P<weekday>[^\W\d]+),?\s+)?(?P<day>\d{{1,2}})(?:°|º|st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[^\W\d]+)\.?,?\s+"
                    rf"(?P<year>\d{{4}}){_TIME}", re.IGNORECASE)  # fmt: skip
_ENGLISH = re.compile(rf"(?P<name>[^\W\d]+)\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}",
                      re.IGNORECASE)  # fmt: skip


_WITHOUT_YEAR = re.compile(
    r"(?:[^\W\d]+,?\s+)?\d{1,2}(?:°|º)?\s+(?P<name>[^\W\d]+)\.?|(?P<first>[^\W\d]+)\.?\s+\d{1,2}|\d{1,2}[-/.]\d{1,2}"
)
_WITHOUT_DAY = re.compile(r"(?P<name>[^\W\d]+)\.?\s+\d{4}|\d{4}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{4}")


def parse_moment(text: str, zone: tzinfo, language: str) -> datetime | NotADate:
    """The moment that `text` names, in `zone`: `2026-01-14`, `14/01/2026`, «14 gennaio 2026», each with or without time
    and offset. In a site that is not Italian, `03/04/2026` could be two days, and is refused.
    """
    text = text.strip()
    for pattern in (_ISO, _NUMBERS, _WORDS, _ENGLISH):
        if found := pattern.fullmatch(text):
            break
    else:
        return NotADate(_lacking(text))
    written = found.groupdict()
    month = month_number(written["name"]) if "name" in written else int(written["month"])
    year, day = int(written["year"]), int(written["day"])
    if month is None:
        meant = _month_meant(written["name"])
        return NotADate("month", _near(year, meant, day) if meant else "")
    if len(written["year"]) != 4:
        return NotADate("year", _near(2000 + year, month, day) if year < 100 else "")
    if not 1000 <= year <= 9998:
        return NotADate("far")
    if pattern is _NUMBERS and not language.startswith("it") and day <= 12 and month <= 12 and day != month:
        return NotADate("ambiguous", _near(year, month, day))
    return _moment(written, (year, month, day), zone)


def _moment(written: dict[str, str], day: tuple[int, int, int], zone: tzinfo) -> datetime | NotADate:
    if not 1 <= day[1] <= 12:
        return NotADate("month")
    try:
        civil = date(*day)
    except ValueError:
        last = date(day[0] + day[1] // 12, day[1] % 12 + 1, 1) - timedelta(days=1)
        return NotADate("day", last.isoformat())
    weekday = _weekday_numbers().get((written.get("weekday") or "").casefold().rstrip("."))
    if weekday is not None and weekday != civil.weekday():
        return NotADate(_WEEKDAYS[civil.weekday()], civil.isoformat())
    hour, minute, second = (int(written.get(part) or 0) for part in ("hour", "minute", "second"))
    if hour > 23 or minute > 59 or second > 59:
        return NotADate("time")
    offset = written.get("offset")
    moment = datetime(civil.year, civil.month, civil.day, hour, minute, second, tzinfo=zone)
    if not offset:
        clock = moment.astimezone(UTC).astimezone(zone)
        is_skipped = written.get("hour") is not None and clock.replace(tzinfo=None) != moment.replace(tzinfo=None)
        return NotADate("skipped", f"{clock:%Y-%m-%d %H:%M}") if is_skipped else moment
    hours, minutes = (0, 0) if offset.upper() == "Z" else (int(offset[:3]), int(offset[0] + offset[-2:]))
    if abs(hours) > 23 or abs(minutes) > 59:
        return NotADate("time")
    return moment.replace(tzinfo=timezone(timedelta(hours=hours, minutes=minutes))).astimezone(zone)


def _lacking(text: str) -> Reason:
    """What a text lacks to be a date: the year, the day, or the form of one."""
    if _is_partial(_WITHOUT_YEAR.fullmatch(text)):
        return "no_year"
    return "no_day" if _is_partial(_WITHOUT_DAY.fullmatch(text)) else "form"


def _is_partial(found: re.Match[str] | None) -> bool:
    return found is not None and all(_month_meant(name) for name in found.groups() if name)


def _near(year: int, month: int, day: int) -> str:
    """The date of these numbers (ISO), "" where there is none."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def month_number(name: str) -> int | None:
    """The month (from 1) of a full or short name in Italian or English, however its letters are written; None of any other."""
    return _month_numbers().get(name.casefold().rstrip("."))


def _month_meant(name: str) -> int | None:
    """The month of a name that is right but for a letter or two."""
    near = difflib.get_close_matches(name.casefold(), _month_numbers(), n=1, cutoff=0.75)
    return month_number(near[0]) if near else None


@cache
def _month_numbers() -> dict[str, int]:
    """Full and short names in both languages: gennaio, gen, January, Jan → 1."""
    numbers: dict[str, int] = {"sept": 9}
    for language in ("it", "en"):
        for width in ("wide", "abbreviated"):
            names = get_month_names(width, locale=language)
            numbers |= {name.casefold().rstrip("."): number for number, name in names.items()}
    return numbers


@cache
def _weekday_numbers() -> dict[str, int]:
    """Full and short names in both languages: lunedì, lun, Monday, Mon → 0."""
    numbers: dict[str, int] = {}
    for language in ("it", "en"):
        for width in ("wide", "abbreviated"):
            names = get_day_names(width, locale=language)
            numbers |= {name.casefold().rstrip("."): number for number, name in names.items()}
    return numbers | {"lunedi": 0, "martedi": 1, "mercoledi": 2, "giovedi": 3, "venerdi": 4}


def in_words(moment: datetime, language: str) -> str:
    """«14 gennaio 2026», "January 14, 2026"; Italian writes the first of a month 1°."""
    return _in_words(moment.date(), language)


@cache
def _in_words(day: date, language: str) -> str:
    words = format_date(day, format="long", locale=language.replace("-", "_"))
    return re.sub(r"^1 ", "1° ", words) if language.startswith("it") else words


def month_in_words(year: int, month: int, language: str) -> str:
    """«marzo 2026», "March 2026"."""
    return format_date(date(year, month, 1), format="LLLL y", locale=language.replace("-", "_"))


def month_name(month: int, language: str) -> str:
    """«marzo», "March"."""
    return format_date(date(2000, month, 1), format="LLLL", locale=language.replace("-", "_"))


def iso(moment: datetime) -> str:
    """ISO 8601 with the zone's offset, as RFC 3339 and schema.org want it."""
    return moment.isoformat(timespec="seconds")


def rfc822(moment: datetime) -> str:
    """The form that RSS 2.0 wants (RFC 822 with a four-digit year): Wed, 14 Jan 2026 09:30:00 +0100."""
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    day = f"{days[moment.weekday()]}, {moment.day:02} {months[moment.month - 1]} {moment.year:04}"
    return f"{day} {moment:%H:%M:%S %z}"
