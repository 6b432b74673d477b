"""`sitegen list`: what the site holds, as a table, a month, or for other programs."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sitegen.cli.moment import moment_of
from sitegen.cli.opening import open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.voice import BOLD, DIM, YELLOW, Voice
from sitegen.messages import count, say
from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.inventory import Entry

MARKS = {"published": "●", "draft": "✎", "scheduled": "○", "expired": "×", "unconsented": "×"}


def run(options: argparse.Namespace, language: str) -> int:
    """Shows the documents that the options ask for; returns the exit status, 1 where some could not be read."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.inventory import chosen, take_inventory
    from sitegen.model.states import Options

    root, settings, voice = opened
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(now, voice.language, options.format)
    if wrong := _wrong(options):
        return refuse(wrong, voice.language, options.format)
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
        print("\n".join(_calendar(options.month, entries, now.date(), voice)))
    else:
        print("\n".join(_table(entries, voice)))
    if taken.errors:
        told = count("list.errors", len(taken.errors), voice.language)
        print(voice.paint(told, YELLOW, sys.stderr), file=sys.stderr)
    return 1 if taken.errors else 0


def _wrong(options: argparse.Namespace) -> Problem | None:
    """What is wrong with the options; a kind that is written as `new` calls it is put right."""
    from sitegen.inventory import STATES
    from sitegen.parse.field_names import value_meant
    from sitegen.parse.kinds import KINDS

    if f"{options.kind}s" in KINDS:
        options.kind += "s"
    for option, known in (("kind", tuple(KINDS)), ("state", STATES)):
        written = getattr(options, option)
        if written and written not in known:
            return problem("E706", Place("sitegen"), option=f"--{option}", written=written, known=", ".join(known), cause="",
                           meant=value_meant(written, known))  # fmt: skip
    if options.month and not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", options.month):
        return problem(
            "E706", Place("sitegen"), option="--month", written=options.month, known="2026-12", cause="", meant=""
        )
    ways = [option for option, asked in (("--format json", options.format == "json"), ("--ics", options.ics),
                                         ("--month", options.month is not None)) if asked]  # fmt: skip
    return problem("E731", Place("sitegen"), one=ways[0], other=ways[1]) if ways[1:] else None


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


def _calendar(written: str, entries: Sequence[Entry], today: date, voice: Voice) -> Iterator[str]:
    """A month (`2026-12`, "" for the present one) as a sheet, with a mark for each document, then the documents by day."""
    import calendar

    from babel.dates import get_day_names

    from sitegen.dates import month_in_words

    year, month = map(int, written.split("-")) if written else (today.year, today.month)
    days: dict[int, list[Entry]] = {}
    prefix = f"{year:04}-{month:02}"
    for each in reversed(entries):
        if each.date.startswith(prefix):
            days.setdefault(int(each.date[8:10]), []).append(each)
    names = get_day_names("abbreviated", locale=voice.language)
    yield voice.paint(month_in_words(year, month, voice.language).center(7 * 6).rstrip(), BOLD, sys.stdout)
    yield "".join(f"{names[number]:>4}  " for number in range(7)).rstrip()
    for week in calendar.Calendar().monthdayscalendar(year, month):
        yield "".join(_cell(day, days, today == _day(year, month, day), voice) for day in week).rstrip()
    for day, those in days.items():
        yield ""
        for each in those:
            state = "" if each.state == "published" else f"  ({say(f'list.{each.state}', voice.language)})"
            yield f"{day:>4} {MARKS[each.state]}  {each.title}{state}  {voice.paint(each.path, DIM, sys.stdout)}"


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if day else None


def _cell(day: int, days: dict[int, list[Entry]], is_today: bool, voice: Voice) -> str:
    if not day:
        return " " * 6
    marks = "".join(MARKS[each.state] for each in days.get(day, []))[:2]
    number = voice.paint(f"{day:>4}", BOLD, sys.stdout) if is_today else f"{day:>4}"
    return f"{number}{marks:<2}"
