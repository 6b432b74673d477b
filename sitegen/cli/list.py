"""`sitegen list`: what the site holds, as a table, a month, or for other programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sitegen.cli.moment import moment_of
from sitegen.cli.opening import open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.sheet import MARKS, month_of, sheet_of
from sitegen.cli.voice import BOLD, DIM, YELLOW, Voice, folded, room
from sitegen.messages import count, say
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.inventory import Entry

MOST_TAGS = 40
WHEN = "2026-12-24"
WIDEST_TITLE = 48
"""The characters of a title behind which its path still stands below the others."""


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
    month = month_of(options.month or "", now.date())
    if isinstance(month, Problem):
        return refuse(month, voice.language, options.format)
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
        print("\n".join(sheet_of(month, entries, now.date(), voice)))
    else:
        print("\n".join(_table(entries, voice)))
    if not entries and options.tag and options.format == "text":
        voice.tell(_without_tag(options.tag, taken.entries, voice.language), stream=sys.stderr)
    if taken.errors:
        told = count("list.errors", len(taken.errors), voice.language)
        voice.tell(told, YELLOW, stream=sys.stderr)
    return 1 if taken.errors else 0


def _wrong(options: argparse.Namespace) -> Problem | None:
    """What is wrong with the options; a kind as `new` calls it, or in Italian, is put right, and so is a state."""
    from sitegen.inventory import STATES
    from sitegen.parse.field_names import value_meant
    from sitegen.parse.kinds import KINDS

    for option, known in (("kind", tuple(KINDS)), ("state", STATES)):
        written = getattr(options, option)
        if written and written not in known:
            meant = value_meant(f"{written}s", known, likeness=1) or value_meant(written, known, likeness=1)
            if not meant:
                return problem("E706", Place("sitegen"), option=f"--{option}", written=written, known=", ".join(known), cause="",
                               meant=value_meant(written, known))  # fmt: skip
            setattr(options, option, meant)
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
    widest_title = min(max(len(each.title) for each in entries), WIDEST_TITLE)
    below = " " * (len(WHEN) + len("  ") + widest + len("  "))
    widest_path = max(len(each.path) for each in entries)
    is_narrow = sys.stdout.isatty() and len(below) + widest_title + len("  ") + widest_path > room(sys.stdout, 0)
    for each in entries:
        state = voice.paint(words[each.state].ljust(widest), DIM if each.state == "published" else YELLOW, sys.stdout)
        head, path = f"{each.date[: len(WHEN)]:<{len(WHEN)}}  {state}  ", voice.paint(each.path, DIM, sys.stdout)
        title = voice.paint(each.title if is_narrow else each.title.ljust(widest_title), BOLD, sys.stdout)
        yield f"{folded(title, sys.stdout, below, head)}\n{below}{path}" if is_narrow else f"{head}{title}  {path}"
    numbers = Counter[str](each.state for each in entries)
    yield ", ".join(count(f"list.{state}", numbers[state], language) for state in MARKS if numbers[state]) + "."


def _without_tag(tag: str, entries: Sequence[Entry], language: str) -> str:
    """That no document has a tag, or none of those that were asked for, and which ones there are."""
    tags = {each.casefold(): each for entry in entries for each in entry.tags}
    known = [tags[form] for form in sorted(tags)]
    if tag.casefold() in tags:
        return say("list.no_tag.here", language, tag=tag)
    if not known:
        return say("list.no_tags", language)
    near = nearest(tag, known)
    told = say("list.no_tag.near", language, near=near) if near else ""
    return say(
        "list.no_tag",
        language,
        tag=tag,
        near=told,
        known=", ".join(known[:MOST_TAGS]) + (", …" if known[MOST_TAGS:] else ""),
    )
