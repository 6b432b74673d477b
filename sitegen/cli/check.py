"""`sitegen check`: reads the site as a careful editor would, before it is published."""

from __future__ import annotations

import argparse
import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.build import tell_progress
from sitegen.cli.moment import moment_of
from sitegen.cli.opening import open_site
from sitegen.cli.refusal import problem_as_data, refuse
from sitegen.cli.voice import DIM, GREEN, Voice
from sitegen.messages import count, say, words_of
from sitegen.problems import Place, Problem, errors, problem
from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.check.check import Report

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def run(options: argparse.Namespace, language: str) -> int:
    """Checks the site; returns the exit status, 1 where something has to be mended."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.check.check import RULES, Asked, check
    from sitegen.model.states import Options

    root, settings, voice = opened
    if options.rules:
        for rule in RULES:
            print(f"{rule.name:<22} {say(f'rule.{rule.name}', voice.language)}")
        return 0
    known = {rule.name for rule in RULES} | {rule.family for rule in RULES}
    only = frozenset(name for each in options.only or () for name in each.split(",") if name)
    for name in sorted(only - known - {code for rule in RULES for code in rule.codes}):
        wrong = problem("E706", Place("sitegen"), option="--only", written=name, known=", ".join(sorted(known)), meant=nearest(name, sorted(known)),
                        cause="")  # fmt: skip
        return refuse(wrong, voice.language, options.format)
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(now, voice.language, options.format)
    paths = _paths(root, options.paths)
    if isinstance(paths, Problem):
        return refuse(paths, voice.language, options.format)
    shown = Options(now, options.drafts, options.future, options.expired)
    asked = Asked(only, paths, options.external)
    if options.fix and options.format != "text":
        return refuse(problem("E731", Place("sitegen"), one="--fix", other="--format"), voice.language, options.format)
    if options.fix:
        from sitegen.cli.fix import fix

        return fix(root, shown, asked, voice, unasked=options.yes)
    report = check(root, shown, asked, os.cpu_count() or 1, partial(tell_progress, voice))
    voice.end_progress()
    _WAYS[options.format](report, voice)
    return 1 if any(errors(report.problems)) or not report.is_whole or (options.strict and report.problems) else 0


def _paths(root: Path, written: list[str]) -> frozenset[str] | Problem:
    """The files of which something is told, from the site's root."""
    paths = set()
    for each in written:
        path = Path(os.path.abspath(each))
        if not path.is_file():
            return problem("E602", Place(each), cause="file.missing", reported="")
        paths.add(os.path.relpath(path, root).replace(os.sep, "/"))
    return frozenset(paths)


def _as_text(report: Report, voice: Voice) -> None:
    from sitegen.check.check import rule_of

    for each, excerpt in zip(report.problems, report.excerpts, strict=True):
        print(voice.problem(each, excerpt, sys.stdout, rule_of(each).name))
    tally = voice.tally(report.problems, sys.stdout)
    if not report.is_whole:
        print(f"{tally}. {say('check.broken', voice.language)}")
        return
    seen = f"{count('check.pages', report.pages, voice.language)}, {count('check.words', report.words, voice.language)}"
    print(f"{seen}: {tally or voice.paint(say('check.nothing', voice.language), GREEN, sys.stdout)}.")
    if report.muted:
        print(voice.paint(count("check.muted", len(report.muted), voice.language), DIM, sys.stdout))


def _as_json(report: Report, voice: Voice) -> None:
    from sitegen.check.check import rule_of

    told = [problem_as_data(each, voice.language, excerpt) | {"rule": rule_of(each).name or each.code}
            for each, excerpt in zip(report.problems, report.excerpts, strict=True)]  # fmt: skip
    data = {"ok": not told and report.is_whole, "problems": told, "muted": len(report.muted), "pages": report.pages,
            "words": report.words}  # fmt: skip
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _as_sarif(report: Report, voice: Voice) -> None:
    """As SARIF 2.1.0, which editors and code hosts show (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""
    from sitegen import __version__
    from sitegen.check.check import RULES, rule_of

    rules = [
        {"id": rule.name, "shortDescription": {"text": say(f"rule.{rule.name}", voice.language)}} for rule in RULES
    ]
    results = []
    for each in report.problems:
        words, place = words_of(each, voice.language), each.place
        text = "\n".join(filter(None, (words.headline, words.hint, words.advice)))
        region = {
            "startLine": place.line,
            "startColumn": max(place.column, 1),
            "endColumn": max(place.column, 1) + place.width,
        }
        location = {"artifactLocation": {"uri": place.path}, **({"region": region} if place.line else {})}
        results.append({"ruleId": rule_of(each).name or each.code, "level": "error" if each.is_error else "warning",
                        "message": {"text": text}, "locations": [{"physicalLocation": location}]})  # fmt: skip
    driver = {"name": "sitegen", "version": __version__, "rules": rules}
    data = {"$schema": SARIF, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]}  # fmt: skip
    print(json.dumps(data, ensure_ascii=False, indent=2))


_WAYS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}
