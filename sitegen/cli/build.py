"""`sitegen build`. Where nothing has changed since the last build, it says so without loading what builds."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import get_args

from sitegen.cli.moment import moment_of
from sitegen.cli.refusal import no_site, problem_as_data, refuse
from sitegen.cli.voice import DIM, GREEN, YELLOW, Voice, folded
from sitegen.messages import say
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import KEPT, builtin_themes, find_root, refuse_output
from sitegen.summary import Standing, StateName, Summary
from sitegen.write.unchanged import Terms, recall


def run(options: argparse.Namespace, language: str) -> int:
    """Builds the site that the options name; returns the exit status."""
    started = time.monotonic()
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None:
        return refuse(no_site(options.root or "."), language or "en", options.format)
    output = Path(os.path.abspath(options.output)) if options.output else root / "output"
    wrong = refuse_output(root, output, chosen=options.output is not None)
    if options.jobs is not None and options.jobs < 1:
        wrong = problem(
            "E706", Place("sitegen"), option="--jobs", written=options.jobs, known="", cause="jobs", meant=""
        )
    if wrong is None and not (options.clean or options.verify or options.now):
        terms = Terms(str(output), options.drafts, options.future, options.expired)
        last = recall(root, root / KEPT, terms, time.time(), builtin_themes())
        if last is not None:
            return _report(last.summary, Voice(language or last.language), options, output, started)
    return _build(root, output, options, language, wrong, started)


def _build(root: Path, output: Path, options: argparse.Namespace, language: str, wrong: Problem | None,
           started: float) -> int:  # fmt: skip
    from sitegen.build import build, peek, verify
    from sitegen.model.states import Options

    settings = peek(root)
    voice = Voice(language or settings.language)
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(wrong or now, voice.language, options.format)
    if wrong:
        return refuse(wrong, voice.language, options.format)
    shown = Options(now, options.drafts, options.future, options.expired)
    jobs = options.jobs or os.cpu_count() or 1
    try:
        summary = build(
            root, output, shown, jobs=jobs, clean=options.clean, progress=partial(tell_progress, voice)
        ).summary
        if options.verify and summary.changes is not None:
            different = verify(root, output, shown, jobs=jobs)
            summary = summary._replace(problems=(*summary.problems, *different),
                                       excerpts=(*summary.excerpts, *("" for _ in different)))  # fmt: skip
    except KeyboardInterrupt:
        voice.end_progress()
        voice.tell(say("interrupted", voice.language), stream=sys.stderr)
        return 130
    voice.end_progress()
    return _report(summary, voice, options, output, started)


def tell_progress(voice: Voice, key: str, done: int, total: int) -> None:
    """How far a build is, or for which other one it waits."""
    if key == "waiting":
        since = f"{datetime.fromtimestamp(total).astimezone():%H:%M}" if total else "?"
        voice.tell(say("waiting", voice.language, process=done or "?", since=since), stream=sys.stderr)
    else:
        voice.progress(say(f"progress.{key}", voice.language), done, total)


def _report(summary: Summary, voice: Voice, options: argparse.Namespace, output: Path, started: float) -> int:
    if options.format == "json":
        print(json.dumps(_as_data(summary, voice.language), ensure_ascii=False, indent=2))
    else:
        _tell(summary, voice, _short(output), time.monotonic() - started, options.verbose)
        if options.verify and not any(errors(summary.problems)):
            voice.tell(say("verified", voice.language), indent="  ")
        if summary.unusual and summary.changes is not None and options.output is None:
            careful = say("not_for_publishing", voice.language, output=_short(output))
            voice.tell(careful, YELLOW)
    return 1 if summary.changes is None or any(errors(summary.problems)) else 0


def _tell(summary: Summary, voice: Voice, output: str, seconds: float, verbose: bool) -> None:
    """The problems on the error stream; on the other what was done, what was held back, and how many warnings there are."""
    voice.problems(summary.problems, summary.excerpts, sys.stderr)
    tally = voice.tally(summary.problems, sys.stderr)
    changes, out = summary.changes, sys.stdout
    if changes is None:
        voice.tell(f"{tally}. {say('nothing_written', voice.language, output=output)}", stream=sys.stderr)
        return
    if verbose:
        for key, paths in (("made", changes.created), ("changed", changes.updated), ("removed", changes.deleted)):
            for path in paths:
                print(f"  {say(key, voice.language)}  {path}")
    took = f"{seconds:.1f}".replace(".", "," if voice.language == "it" else ".")
    voice.tell(say("done", voice.language, output=output, seconds=took), GREEN)
    voice.tell(say("written", voice.language, written=len(changes.created) + len(changes.updated),
                     kept=len(changes.kept), removed=len(changes.deleted)), indent="  ")  # fmt: skip
    voice.tell(say("counts", voice.language, published=dict(summary.counts).get("published", 0),
                     drafts=_counted("draft", summary, voice), scheduled=_counted("scheduled", summary, voice),
                     expired=_counted("expired", summary, voice)), indent="  ")  # fmt: skip
    if changes.moved:
        voice.tell(say("moved", voice.language), indent="  ")
    for each in changes.moved:
        print(f"    {each.path}  aliases: [{each.old}]")
    _list("held", summary.held, voice)
    _list("also", summary.unusual, voice)
    if tally:
        print(f"  {voice.tally(summary.problems, out)}")


def _counted(state: StateName, summary: Summary, voice: Voice) -> str:
    """How many documents are in a state, and how many of those are shown all the same."""
    number = dict(summary.counts).get(state, 0)
    shown = sum(each.state == state for each in summary.unusual)
    return say("shown", voice.language, number=number, shown=shown) if shown else str(number)


def _list(key: str, standings: tuple[Standing, ...], voice: Voice) -> None:
    if standings:
        voice.tell(say(key, voice.language), indent="  ")
    for each in standings:
        why = voice.paint(_why(each, voice.language), DIM, sys.stdout)
        print(folded(why, sys.stdout, "      ", f"    {each.path}  "))


def _why(standing: Standing, language: str) -> str:
    words = ""
    if standing.moment:
        from sitegen.dates import in_words

        moment = datetime.fromisoformat(standing.moment)
        words = f"{in_words(moment, language)}, {moment:%H:%M}"
    return say(f"state.{standing.state}", language, moment=words)


def _as_data(summary: Summary, language: str) -> dict[str, object]:
    """The result for programs. Keys are stable."""
    changes = summary.changes
    return {
        "ok": changes is not None and not any(errors(summary.problems)),
        "problems": [problem_as_data(each, language, excerpt)
                     for each, excerpt in zip(summary.problems, summary.excerpts, strict=True)],
        "created": changes.created if changes else (),
        "updated": changes.updated if changes else (),
        "deleted": changes.deleted if changes else (),
        "kept": len(changes.kept) if changes else 0,
        "moved": [each._asdict() for each in changes.moved] if changes else (),
        "counts": dict.fromkeys(get_args(StateName), 0) | dict(summary.counts),
        "held": [_standing_as_data(each) for each in summary.held],
        "also": [_standing_as_data(each) for each in summary.unusual],
    }  # fmt: skip


def _standing_as_data(each: Standing) -> dict[str, object]:
    return {"path": each.path, "state": each.state, "moment": each.moment or None}


def _short(output: Path) -> str:
    """How a person would name the folder from where she is."""
    try:
        return f"{output.relative_to(Path.cwd()).as_posix()}/"
    except ValueError:
        return str(output)
