"""A month as a sheet on the wall, with what appears on each of its days."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli.voice import BOLD, DIM, Voice, folded
from sitegen.messages import say
from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.inventory import Entry

MARKS = {"published": "●", "draft": "✎", "scheduled": "○", "expired": "×", "unconsented": "×"}
FEWEST_MARKS, MOST_MARKS = 2, 6
"""For how many marks of a day there is room at least, and at most: seven days in 80 columns."""


class Month(NamedTuple):
    """A month of a year; its `number` counts from 1."""

    year: int
    number: int


def month_of(written: str, today: date) -> Month | Problem:
    """The month that is written, `2026-12`, «dicembre 2026» or «dicembre», which is that of this year; "" is the present one."""
    if not written:
        return Month(today.year, today.month)
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", written):
        return Month(int(found[1]), int(found[2]))
    from sitegen.dates import month_number

    name, _, year = written.strip().partition(" ")
    number = month_number(name)
    if number and re.fullmatch(r"|[1-9]\d{3}", year):
        return Month(int(year or today.year), number)
    return problem(
        "E706", Place("sitegen"), option="--month", written=written, known="2026-12", cause="month", meant=""
    )


def sheet_of(month: Month, entries: Sequence[Entry], today: date, voice: Voice) -> Iterator[str]:
    """A month as a sheet, with a mark for each document, then the documents by day: its lines."""
    import calendar

    from babel.dates import get_day_names

    from sitegen.dates import month_in_words

    year, number = month
    days: dict[int, list[Entry]] = {}
    prefix = f"{year:04}-{number:02}"
    for each in reversed(entries):
        if each.date.startswith(prefix):
            days.setdefault(int(each.date[8:10]), []).append(each)
    room = min(max((len(each) for each in days.values()), default=0), MOST_MARKS)
    room = max(room, FEWEST_MARKS)
    names = get_day_names("abbreviated", locale=voice.language)
    yield voice.paint(month_in_words(year, number, voice.language).center(7 * (4 + room)).rstrip(), BOLD, sys.stdout)
    yield "".join(f"{names[day]:>4}{' ' * room}" for day in range(7)).rstrip()
    for week in calendar.Calendar().monthdayscalendar(year, number):
        yield "".join(
            _cell(day, days.get(day, ()), room, today == _day(year, number, day), voice) for day in week
        ).rstrip()
    for day, those in days.items():
        yield ""
        for each in those:
            state = "" if each.state == "published" else f"  ({say(f'list.{each.state}', voice.language)})"
            path = voice.paint(each.path, DIM, sys.stdout)
            yield folded(f"{each.title}{state}  {path}", sys.stdout, " " * 8, f"{day:>4} {MARKS[each.state]}  ")


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day else None


def _cell(day: int, those: Sequence[Entry], room: int, is_today: bool, voice: Voice) -> str:
    """A day with its marks in so much room; a + says that there are more."""
    if not day:
        return " " * (4 + room)
    marks = "".join(MARKS[each.state] for each in those)
    if len(marks) > room:
        marks = marks[: room - 1] + "+"
    number = voice.paint(f"{day:>4}", BOLD, sys.stdout) if is_today else f"{day:>4}"
    return f"{number}{marks:<{room}}"
