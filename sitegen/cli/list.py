"""`sitegen list`: what the site holds, as a table, a month, or for other programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.moment import moment_of
from sitegen.cli.refusal import no_site, refuse
from sitegen.cli.voice import BOLD, DIM, YELLOW, Voice
from sitegen.messages import count, say
from sitegen.problems import Place, Problem, problem
from sitegen.read.places import find_root
from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.inventory import Entry

MARKS = {"published": "●", "draft": "✎", "scheduled": "○", "expired": "×", "unconsented": "×"}


def run(options: argparse.Namespace, language: str) -> int:
    """Shows the documents that the options ask for; returns the exit status, 1 where some could not be read."""
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None:
        return refuse(no_site(options.root or "."), language or "en", options.format)
    from sitegen.build import peek
    from sitegen.inventory import STATES, chosen, take_inventory
    from sitegen.model.states import Options
    from sitegen.parse.kinds import KINDS

    settings = peek(root)
    voice = Voice(language or settings.language)
    if f"{options.kind}s" in KINDS:  # `new` calls them so
        options.kind += "s"
    for option, known in (("kind", tuple(KINDS)), ("state", STATES)):
        written = getattr(options, option)
        if written and written not in known:
            wrong = problem("E706", Place("sitegen"), option=f"--{option}", written=written, known=", ".join(known), cause="",
                            near=nearest(written, known))  # fmt: skip
            return refuse(wrong, voice.language, options.format)
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(now, voice.language, options.format)
    taken = take_inventory(root, Options(now))
    entries = list(chosen(taken.entries, kind=options.kind or "", tag=options.tag or "", state=options.state or ""))
    if not (options.kind or options.tag or options.state):
        entries = [each for each in entries if each.kind == "posts" or each.state != "published"]
    if options.format == "json":
        print(json.dumps([_as_data(each) for each in entries], ensure_ascii=False, indent=2))
    elif options.ics:
        from sitegen.calendar_file import as_calendar

        sys.stdout.write(as_calendar(taken.title, entries, now))
    elif options.month is not None:
        month = _month(options.month, now.date())
        if month is None:
            wrong = problem(
                "E706", Place("sitegen"), option="--month", written=options.month, known="2026-12", cause=""
            )
            return refuse(wrong, voice.language, options.format)
        print("\n".join(_calendar(month, entries, now.date(), voice)))
    else:
        print("\n".join(_table(entries, voice)))
    if taken.errors:
        print(
            voice.paint(count("list.errors", len(taken.errors), voice.language), YELLOW, sys.stderr),
            file=sys.stderr,
        )
    return 1 if taken.errors else 0


def _as_data(entry: Entry) -> dict[str, object]:
    """A document for programs. Keys are stable."""
    import msgspec

    data: dict[str, object] = msgspec.to_builtins(entry)
    return data


def _table(entries: Sequence[Entry], voice: Voice) -> Iterator[str]:
    language = voice.language
    if not entries:
        yield say("list.nothing", language)
        return
    words = {state: say(f"list.{state}", language) for state in MARKS}
    widest = max(len(words[each.state]) for each in entries)
    for each in entries:
        state = voice.paint(words[each.state].ljust(widest), DIM if each.state == "published" else YELLOW, sys.stdout)
        title, path = voice.paint(each.title, BOLD, sys.stdout), voice.paint(each.path, DIM, sys.stdout)
        yield f"{each.date[:10]:<10}  {state}  {title}  {path}"
    numbers = Counter[str](each.state for each in entries)
    yield ", ".join(count(f"list.{state}", numbers[state], language) for state in MARKS if numbers[state]) + "."


def _month(written: str, today: date) -> tuple[int, int] | None:
    """Year and month; "" is the present one, None what is none."""
    if not written:
        return today.year, today.month
    try:
        day = datetime.strptime(written, "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        return None
    return day.year, day.month


def _calendar(month: tuple[int, int], entries: Sequence[Entry], today: date, voice: Voice) -> Iterator[str]:
    """The month as a sheet, with a mark for each document, then the documents by day."""
    import calendar

    from babel.dates import get_day_names

    from sitegen.dates import month_in_words

    days: dict[int, list[Entry]] = {}
    prefix = f"{month[0]:04}-{month[1]:02}"
    for each in reversed(entries):
        if each.date.startswith(prefix):
            days.setdefault(int(each.date[8:10]), []).append(each)
    names = get_day_names("abbreviated", locale=voice.language)
    yield voice.paint(month_in_words(*month, voice.language).center(7 * 6).rstrip(), BOLD, sys.stdout)
    yield "".join(f"{names[number]:>4}  " for number in range(7)).rstrip()
    for week in calendar.Calendar().monthdayscalendar(*month):
        yield "".join(_cell(day, days, today == _day(month, day), voice) for day in week).rstrip()
    for day, those in days.items():
        yield ""
        for each in those:
            state = "" if each.state == "published" else f"  ({say(f'list.{each.state}', voice.language)})"
            yield f"{day:>4} {MARKS[each.state]}  {each.title}{state}  {voice.paint(each.path, DIM, sys.stdout)}"


def _day(month: tuple[int, int], day: int) -> date | None:
    return date(*month, day) if day else None


def _cell(day: int, days: dict[int, list[Entry]], is_today: bool, voice: Voice) -> str:
    if not day:
        return " " * 6
    marks = "".join(MARKS[each.state] for each in days.get(day, []))[:2]
    number = voice.paint(f"{day:>4}", BOLD, sys.stdout) if is_today else f"{day:>4}"
    return f"{number}{marks:<2}"
