"""`sitegen doctor`: whether this machine and this folder are well, and what to do where they are not."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sitegen.cli.refusal import no_site, refuse
from sitegen.cli.voice import DIM, GREEN, RED, YELLOW, Voice, folded
from sitegen.doctor.finding import Finding, found
from sitegen.doctor.libraries import examine_libraries
from sitegen.messages import count, examined, say
from sitegen.read.places import find_root, misnamed_config

MARKS = {"well": ("✓", "+", GREEN), "care": ("!", "!", YELLOW), "wrong": ("✗", "x", RED)}
"""How a finding is marked, how where that cannot be written, and in which colour."""
STEP = "  "


def run(options: argparse.Namespace, language: str) -> int:
    """Tells what is found; returns the exit status, 1 where something keeps sitegen from working."""
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None and options.root:
        return refuse(no_site(options.root), language or "en", options.format)
    findings = list(examine_libraries())
    if any(each.state == "wrong" for each in findings):
        spoken = language or "en"
        findings.append(found("care", "rest", "unseen"))
    else:
        spoken, more = _examine(root, language)
        findings += more
    if options.format == "json":
        print(json.dumps(_as_data(findings, spoken), ensure_ascii=False, indent=2))
    else:
        _tell(findings, Voice(spoken))
    return 1 if any(each.state == "wrong" for each in findings) else 0


def _examine(root: Path | None, language: str) -> tuple[str, list[Finding]]:
    """All that needs the libraries, and the language in which to tell it."""
    from sitegen.build import peek
    from sitegen.doctor.folder import examine_folder
    from sitegen.doctor.machine import examine_machine

    spoken = language or (peek(root).language if root else "en")
    now = datetime.now(UTC).astimezone()
    findings = list(examine_machine(spoken, now, sys.stdout.encoding))
    if root is not None:
        return spoken, [*findings, *examine_folder(root, now, spoken)]
    near = misnamed_config(Path())
    where = found("care", "site", "misnamed", near=near) if near else found("well", "site", "none", folder=os.getcwd())
    return spoken, [*findings, where]


def _tell(findings: list[Finding], voice: Voice) -> None:
    language = voice.language
    for each in findings:
        mark, plain, style = MARKS[each.state]
        if not _can_be_written(mark):
            mark = plain
        words = examined(f"doctor.{each.thing}.{each.case}", each.values, language)
        print(folded(words.headline, sys.stdout, STEP, f"{voice.paint(mark, style, sys.stdout)} "))
        if words.advice:
            voice.tell(words.advice, DIM if each.state == "well" else "", STEP)
    tally = [count(f"doctor.{state}", number, language) for state in ("wrong", "care")
             if (number := sum(each.state == state for each in findings))]  # fmt: skip
    voice.tell("\n" + (", ".join(tally) + "." if tally else say("doctor.well", language)))


def _can_be_written(mark: str) -> bool:
    try:
        mark.encode(sys.stdout.encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _as_data(findings: list[Finding], language: str) -> dict[str, object]:
    """What was found, for programs. Keys are stable."""
    return {"ok": not any(each.state == "wrong" for each in findings), "findings": list(_each(findings, language))}


def _each(findings: list[Finding], language: str) -> Iterator[dict[str, object]]:
    for each in findings:
        words = examined(f"doctor.{each.thing}.{each.case}", each.values, language)
        yield {"state": each.state, "thing": each.thing, "case": each.case, "headline": words.headline,
               "advice": words.advice, "values": dict(each.values)}  # fmt: skip
