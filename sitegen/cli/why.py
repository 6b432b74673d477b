"""`sitegen why`: why a document is where it is, and why an output is what it is."""

from __future__ import annotations

import argparse
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from sitegen.cli.moment import moment_of
from sitegen.cli.opening import open_site
from sitegen.cli.refusal import problem_as_data, refuse
from sitegen.cli.voice import BOLD, RED, Voice, folded
from sitegen.messages import count, say
from sitegen.problems import Place, Problem, errors, problem

SHOWN = 12  # so many paths of a list, and then how many more there are


def run(options: argparse.Namespace, language: str) -> int:
    """Explains the path or address that the options name; returns the exit status."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.model.states import Options
    from sitegen.why import explain

    root, settings, voice = opened
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(now, voice.language, options.format)
    if options.path is None:
        return refuse(problem("E711", Place("sitegen")), voice.language, options.format)
    output = Path(os.path.abspath(options.output)) if options.output else root / "output"
    asked = Options(now, options.drafts, options.future, options.expired)
    answer = explain(root, output, asked, options.path, Path.cwd())
    if isinstance(answer, Problem):
        return refuse(answer, voice.language, options.format)
    if options.format == "json":
        print(json.dumps(_as_data(answer, voice.language), ensure_ascii=False, indent=2))
    else:
        most = sys.maxsize if options.verbose else SHOWN
        lines = _of_source(answer, voice, most) if hasattr(answer, "state") else _of_output(answer, voice, most)
        told = [folded(text := line.lstrip(" "), sys.stdout, line.removesuffix(text)) for line in lines]
        print("\n".join([*told, *_problems(answer.prospect, voice)]))
    return 1 if any(errors(answer.prospect.problems)) else 0


def _as_data(answer: Any, language: str) -> dict[str, object]:
    """The answer for programs. Keys are stable."""
    data: dict[str, object] = msgspec.to_builtins(answer)
    prospect = answer.prospect
    del data["prospect"]
    data["kind"] = "source" if hasattr(answer, "state") else "output"
    if answer_made := getattr(answer, "made", None):
        data["made"] = {"when": answer_made.when, "reasons": [each._asdict() for each in answer_made.reasons]}
    data["ok"] = not any(errors(prospect.problems))
    data["problems"] = [problem_as_data(each, language, excerpt)
                        for each, excerpt in zip(prospect.problems, prospect.excerpts, strict=True)]  # fmt: skip
    data["errors_elsewhere"] = prospect.elsewhere
    return data


def _of_source(answer: Any, voice: Voice, most: int) -> list[str]:
    language = voice.language
    lines = [voice.paint(answer.path, BOLD, sys.stdout)]
    if answer.state:
        words = {"moment": _in_words(answer.moment, language), "field": answer.field, "line": answer.line}
        by = say("why.by", language, **words) if answer.line else ""
        lines.append(f"  {say(f'why.{answer.state}', language, **words)}{by}")
    lines += _failure(answer.prospect, voice)
    if answer.url:
        lines.append(f"  {say('why.url', language, url=answer.url)}")
    lines += _list("why.produces", answer.produces, language, most)
    lines += _list("why.shown_in", answer.shown_in, language, most)
    if not answer.produces and not answer.shown_in:
        lines.append(f"  {say('why.nothing', language)}")
    return lines


def _of_output(answer: Any, voice: Voice, most: int) -> list[str]:
    language, inputs = voice.language, answer.inputs
    lines = [f"{voice.paint(answer.path, BOLD, sys.stdout)}  {answer.url}", *_failure(answer.prospect, voice)]
    for key, paths in (("sources", inputs.sources), ("templates", inputs.templates), ("words", inputs.words),
                       ("settings", inputs.settings)):  # fmt: skip
        lines += _list(f"why.{key}", paths, language, most)
    if answer.made is None:
        return [*lines, f"  {say('why.never', language)}"]
    lines.append(f"  {say('why.made', language, moment=_in_words(answer.made.when, language))}")
    return [*lines, *(f"    {say(f'why.cause.{cause}', language, subject=subject)}"
                      for cause, subject in answer.made.reasons)]  # fmt: skip


def _failure(prospect: Any, voice: Voice) -> list[str]:
    """That a build would write nothing now, and where the reasons stand."""
    here, language = sum(each.is_error for each in prospect.problems), voice.language
    parts = [count("errors_here", here, language)] if here else []
    parts += [count("errors_elsewhere", prospect.elsewhere, language)] if prospect.elsewhere else []
    words = say("why.fails", language, errors=", ".join(parts))
    return [f"  {voice.paint(words, RED, sys.stdout)}"] if parts else []


def _problems(prospect: Any, voice: Voice) -> list[str]:
    pairs = zip(prospect.problems, prospect.excerpts, strict=True)
    return ["\n" + voice.problem(each, excerpt, sys.stdout).rstrip("\n") for each, excerpt in pairs]


def _list(key: str, paths: tuple[str, ...], language: str, most: int) -> list[str]:
    if not paths:
        return []
    rest = [f"    {count('why.more', len(paths) - most, language)}"] if len(paths) > most else []
    return [f"  {say(key, language)}", *(f"    {each}" for each in paths[:most]), *rest]


def _in_words(moment: str, language: str) -> str:
    if not moment:
        return ""
    from sitegen.dates import in_words

    then = datetime.fromisoformat(moment)
    return f"{in_words(then, language)}, {then:%H:%M}"
