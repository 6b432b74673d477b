"""`sitegen check`: reads the site as a careful editor would, before it is published."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING
from urllib.parse import quote

from sitegen.cli.build import tell_progress
from sitegen.cli.explain import explain
from sitegen.cli.moment import moment_of
from sitegen.cli.opening import open_site
from sitegen.cli.refusal import problem_as_data, refuse
from sitegen.cli.voice import BOLD, DIM, GREEN, YELLOW, Voice, folded, room
from sitegen.cli.waiting import tell_waiting
from sitegen.messages import count, say, words_of
from sitegen.problems import Place, Problem, errors, problem
from sitegen.words import nearest, nearest_path

if TYPE_CHECKING:
    from sitegen.check.check import Report
    from sitegen.check.rules import Rule

SHOWN = 70  # characters of a text that is named, at most
FEW = 10  # findings, after which they are counted by rule
SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def run(options: argparse.Namespace, language: str) -> int:
    """Checks the site; returns the exit status, 1 where something has to be mended."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.check.check import RULES, Asked, check
    from sitegen.model.states import Options

    root, settings, voice = opened
    known = {rule.name for rule in RULES} | {code for rule in RULES for code in rule.codes}
    if options.rules:
        print(folded("\n".join(_list(RULES, voice)), sys.stdout))
        return 0
    if options.explain:
        return explain(options.explain, voice)
    only = frozenset(name for each in options.only or () for name in each.split(",") if name)
    families = {rule.family for rule in RULES}
    for name in sorted(only - known - families):
        return refuse(_unknown("--only", name, {*families, *known}, families), voice.language, options.format)
    now = moment_of(options.now, settings)
    if isinstance(now, Problem):
        return refuse(now, voice.language, options.format)
    paths = _paths(root, options.paths)
    if isinstance(paths, Problem):
        return refuse(paths, voice.language, options.format)
    hidden = bool(paths)  # what is asked for by name is looked at, whether it is on the site or not
    shown = Options(now, options.drafts or hidden, options.future or hidden, options.expired or hidden)
    asked = Asked(only, paths, options.external)
    if options.fix and options.format != "text":
        return refuse(problem("E731", Place("sitegen"), one="--fix", other="--format"), voice.language, options.format)
    if options.fix:
        from sitegen.cli.fix import fix

        return fix(root, shown, asked, voice, unasked=options.yes)
    report = check(root, shown, asked, os.cpu_count() or 1, partial(_tell_progress, voice))
    voice.end_progress()
    if options.format == "text":
        _as_text(report, paths, voice)
        tell_waiting(report.waiting, shown, voice, "sitegen check")
    else:
        _WAYS[options.format](report, voice)
    return 1 if any(errors(report.problems)) or not report.is_whole or (options.strict and report.problems) else 0


def _tell_progress(voice: Voice, key: str, done: int, total: int) -> None:
    """As a build tells it, but for what it writes, which is no file of the site."""
    tell_progress(voice, "aside" if key == "write" else key, done, total)


def _list(rules: Sequence[Rule], voice: Voice) -> Iterator[str]:
    """The rules below their families."""
    family = ""
    for rule in sorted(rules, key=lambda rule: rule.family):
        if rule.family != family:
            family = rule.family
            yield voice.paint(family, BOLD, sys.stdout)
        yield f"  {rule.name:<20} {say(f'rule.{rule.name}', voice.language)}"


def _unknown(option: str, written: str, known: Iterable[str], shown: Iterable[str]) -> Problem:
    return problem("E706", Place("sitegen"), option=option, written=written, known=", ".join(sorted(shown)),
                   meant=nearest(written, sorted(known)), cause="rules")  # fmt: skip


def _paths(root: Path, written: list[str]) -> frozenset[str] | Problem:
    """The files of which something is told, from the site's root: each by its path, by that of its folder, or by its name."""
    paths: set[Path] = set()
    for each in written:
        path = Path(os.path.abspath(each))
        below = (
            [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path] if path.is_file() else []
        )
        found = below or list((root / "content").glob(f"*/{each}.md"))
        if not found:
            documents = [file.relative_to(root).as_posix() for file in (root / "content").rglob("*.md")]
            return problem("E726", Place("sitegen"), written=each, near=nearest_path(each, documents))
        paths.update(found)
    return frozenset(os.path.relpath(path, root).replace(os.sep, "/") for path in paths)


def _as_text(report: Report, paths: frozenset[str], voice: Voice) -> None:
    from sitegen.check.check import rule_of

    for each, excerpt in zip(report.problems, report.excerpts, strict=True):
        print(voice.problem(each, excerpt, sys.stdout, rule_of(each).name))
    tally = voice.tally(report.problems, sys.stdout)
    if not report.is_whole:
        voice.tell(f"{tally}. {say('check.broken', voice.language)}")
        return
    seen = f"{_looked_at(report, paths, voice.language)}, {count('check.words', report.words, voice.language)}"
    voice.tell(f"{seen}: {tally or voice.paint(say('check.nothing', voice.language), GREEN, sys.stdout)}.")
    if len(report.problems) > FEW:
        rules = Counter(rule_of(each).name or each.code for each in report.problems)
        voice.tell(", ".join(f"{name} {number}" for name, number in rules.most_common()) + ".")
    _tell_unwritten(report, voice)
    if report.muted:
        voice.tell(count("check.muted", len(report.muted), voice.language), DIM)


def _looked_at(report: Report, paths: frozenset[str], language: str) -> str:
    if not paths:
        return count("check.pages", report.pages, language)
    if not report.documents:
        return count("fix.files", len(paths), language).removeprefix("in ")
    return count("check.documents", report.documents, language)


def _tell_unwritten(report: Report, voice: Voice) -> None:
    """What is no mistake, but has to be written before the site is published."""
    from sitegen.scaffold.site import CONFIG
    from sitegen.scaffold.unwritten import unwritten

    left = unwritten(report.texts)
    if left:
        voice.tell(count("check.unwritten", len(left), voice.language), YELLOW)
    for each in left:
        where = f"  {each.place.path}:{each.place.line}  "
        shown = min(SHOWN, room(sys.stdout, len(where)))
        print(where + shorten(each.text, shown, placeholder=" …"))
    if not report.has_business and CONFIG in report.texts:
        voice.tell(say("check.business", voice.language), YELLOW)


def _as_json(report: Report, voice: Voice) -> None:
    from sitegen.check.check import rule_of

    told = [problem_as_data(each, voice.language, excerpt) | {"rule": rule_of(each).name or each.code}
            for each, excerpt in zip(report.problems, report.excerpts, strict=True)]  # fmt: skip
    from sitegen.scaffold.unwritten import unwritten

    left = [{"path": each.place.path, "line": each.place.line, "column": each.place.column, "text": each.text}
            for each in unwritten(report.texts)]  # fmt: skip
    data = {"ok": not told and report.is_whole, "problems": told, "muted": len(report.muted), "pages": report.pages,
            "words": report.words, "unwritten": left, "waiting": [each.source for each in report.waiting]}  # fmt: skip
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _as_sarif(report: Report, voice: Voice) -> None:
    """As SARIF 2.1.0, which editors and code hosts show (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""
    from sitegen import __version__
    from sitegen.check.check import RULES, rule_of
    from sitegen.check.rules import COMMAND

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
        location = {"artifactLocation": {"uri": quote(place.path)}, **({"region": region} if place.line else {})}
        locations = [{"physicalLocation": location}] if place.path != COMMAND else []
        results.append({"ruleId": rule_of(each).name or each.code, "level": "error" if each.is_error else "warning",
                        "message": {"text": text}, "locations": locations})  # fmt: skip
    driver = {"name": "sitegen", "version": __version__, "rules": rules}
    data = {"$schema": SARIF, "version": "2.1.0",
            "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}]}  # fmt: skip
    print(json.dumps(data, ensure_ascii=False, indent=2))


_WAYS = {"json": _as_json, "sarif": _as_sarif}
