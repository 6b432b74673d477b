"""`sitegen build`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec

from sitegen import dates
from sitegen.build import Outcome, build, peek, verify
from sitegen.cli.voice import DIM, GREEN, Voice
from sitegen.messages import say, words_of
from sitegen.model.site import Item
from sitegen.model.states import Options
from sitegen.paths import OutputPath
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import find_root, refuse_output


def run(options: argparse.Namespace, language: str) -> int:
    """Builds the site that the options name; returns the exit status."""
    started = time.monotonic()
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None:
        return _refuse(problem("E704", Place(options.root or ".")), language or "en", options)
    settings = peek(root)
    voice = Voice(language or settings.language)
    output = Path(os.path.abspath(options.output)) if options.output else root / "output"
    wrong = refuse_output(root, output, chosen=options.output is not None)
    if options.jobs is not None and options.jobs < 1:
        wrong = problem("E706", Place("sitegen"), option="--jobs", written=options.jobs, expected="jobs")
    now = dates.parse_moment(options.now, settings.zone, settings.language) if options.now else datetime.now(UTC)
    if isinstance(now, dates.NotADate):
        wrong = problem("E706", Place("sitegen"), option="--now", written=options.now, expected="now")
    if wrong or isinstance(now, dates.NotADate):
        return _refuse(wrong, voice.language, options)  # type: ignore[arg-type]
    shown = Options(now.astimezone(settings.zone), options.drafts, options.future, options.expired)
    try:
        outcome = build(root, output, shown, jobs=options.jobs or os.cpu_count() or 1, clean=options.clean,
                        progress=partial(_progress, voice))  # fmt: skip
        if options.verify and not outcome.failed:
            different = verify(root, output, shown, jobs=options.jobs or os.cpu_count() or 1)
            outcome = msgspec.structs.replace(outcome, problems=(*outcome.problems, *different))
    except KeyboardInterrupt:
        voice.end_progress()
        print(say("interrupted", voice.language), file=sys.stderr)
        return 130
    voice.end_progress()
    if options.format == "json":
        print(json.dumps(_as_data(outcome, voice.language), ensure_ascii=False, indent=2))
    else:
        _tell(outcome, voice, _short(output), time.monotonic() - started, options.verbose)
        if options.verify and not any(errors(outcome.problems)):
            print("  " + say("verified", voice.language))
    return 1 if outcome.failed or any(errors(outcome.problems)) else 0


def _progress(voice: Voice, key: str, done: int, total: int) -> None:
    if key == "waiting":
        print(say("waiting", voice.language), file=sys.stderr)
    else:
        voice.progress(say(f"progress.{key}", voice.language), done, total)


def _refuse(wrong: Problem, language: str, options: argparse.Namespace) -> int:
    if options.format == "json":
        print(json.dumps({"ok": False, "problems": [_problem(wrong, language)]}, ensure_ascii=False, indent=2))
    else:
        Voice(language).problems([wrong], lambda _: None, sys.stderr)
    return 1


def _tell(outcome: Outcome, voice: Voice, output: str, seconds: float, verbose: bool) -> None:
    """The problems on the error stream; on the other what was done, what was held back, and how many warnings there are."""
    voice.problems(outcome.problems, outcome.snapshot.text, sys.stderr)
    tally = voice.tally(outcome.problems, sys.stderr)
    if outcome.changes is None or outcome.site is None:
        print(f"{tally}. {say('nothing_written', voice.language, output=output)}", file=sys.stderr)
        return
    changes, out = outcome.changes, sys.stdout
    if verbose:
        for key, paths in (("made", changes.created), ("changed", changes.updated), ("removed", changes.deleted)):
            for path in paths:
                print(f"  {say(key, voice.language)}  {path}")
    took = f"{seconds:.1f}".replace(".", "," if voice.language == "it" else ".")
    print(voice.paint(say("done", voice.language, output=output, seconds=took), GREEN, out))
    print("  " + say("written", voice.language, written=len(changes.created) + len(changes.updated),
                     kept=len(changes.kept), removed=len(changes.deleted)))  # fmt: skip
    states = [item.state.name for item in outcome.site.everything()]
    print("  " + say("counts", voice.language, published=states.count("published"), drafts=states.count("draft"),
                     scheduled=states.count("scheduled"), expired=states.count("expired")))  # fmt: skip
    _list("held", outcome.site.held, voice)
    unusual = [
        item for items in outcome.site.shown.values() for item in items.values() if item.state.name != "published"
    ]
    _list("also", unusual, voice)
    if tally:
        print(f"  {voice.tally(outcome.problems, out)}")


def _list(key: str, items: tuple[Item, ...] | list[Item], voice: Voice) -> None:
    if items:
        print("  " + say(key, voice.language))
    for item in sorted(items, key=lambda each: each.source):
        print(f"    {item.source}  {voice.paint(_why(item, voice.language), DIM, sys.stdout)}")


def _why(item: Item, language: str) -> str:
    moment = item.state.moment
    words = f"{dates.in_words(moment, language)}, {moment:%H:%M}" if moment else ""
    return say(f"state.{item.state.name}", language, moment=words)


def _as_data(outcome: Outcome, language: str) -> dict[str, object]:
    """The result for programs. Keys are stable."""
    changes = outcome.changes
    held = outcome.site.held if outcome.site else ()
    return {
        "ok": not outcome.failed,
        "problems": [_problem(each, language) for each in outcome.problems],
        "created": _paths(changes.created if changes else ()),
        "updated": _paths(changes.updated if changes else ()),
        "deleted": _paths(changes.deleted if changes else ()),
        "kept": len(changes.kept) if changes else 0,
        "held": [
            {"path": item.source, "state": item.state.name,
             "moment": item.state.moment.isoformat() if item.state.moment else None}
            for item in held
        ],
    }  # fmt: skip


def _paths(paths: tuple[OutputPath, ...]) -> list[str]:
    return list(paths)


def _problem(each: Problem, language: str) -> dict[str, object]:
    words = words_of(each, language)
    return {
        "code": each.code,
        "severity": "error" if each.is_error else "warning",
        "path": each.place.path,
        "line": each.place.line,
        "column": each.place.column,
        "headline": words.headline,
        "hint": words.hint,
        "advice": words.advice,
        "values": dict(each.values),
    }


def _short(output: Path) -> str:
    """How a person would name the folder from where she is."""
    try:
        return f"{output.relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return str(output)
