"""`sitegen theme`: which themes there are, a new one, a theme's colours, and whether a theme holds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.opening import open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.voice import BOLD, GREEN, YELLOW, Voice, folded
from sitegen.messages import say
from sitegen.problems import Place, Problem, errors, problem
from sitegen.words import nearest

if TYPE_CHECKING:
    from sitegen.parse.config import Config
    from sitegen.read.snapshot import Snapshot
    from sitegen.workshop.swatches import Swatch

READING = 32  # columns before what is said of a colour
ACTIONS = ("list", "new", "check", "colors")


def run(options: argparse.Namespace, language: str) -> int:
    """Does what the options ask of themes; returns the exit status."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.workshop.themes import read_stock

    root, settings, voice = opened
    if options.action not in ACTIONS:
        wrong = problem("E712", Place("sitegen"), near=nearest(options.action or "", ACTIONS), known=", ".join(ACTIONS))
        return refuse(wrong, voice.language, "text")
    if options.action == "new" and not options.name:
        return refuse(problem("E715", Place("sitegen")), voice.language, "text")
    if options.action == "check":
        return _check(root, options.name or settings.theme, voice)
    seen = read_stock(root)
    if seen.config is None:
        voice.problems(seen.problems, seen.excerpts, sys.stderr)
        return 1
    if options.action == "list":
        return _list(root, seen.snapshot, seen.config, voice)
    if options.action == "new":
        return _new(root, seen.snapshot, seen.config, options, voice)
    return _colors(seen.snapshot, seen.config, options.name, voice)


def _list(root: Path, snapshot: Snapshot, config: Config, voice: Voice) -> int:
    from sitegen.workshop.themes import list_themes

    for each in list_themes(root, snapshot, config, voice.language):
        parent = f"  ← {each.parent}" if each.parent else ""
        notes = [say(f"theme.{key}", voice.language) for key in ("used", "own", "wrong") if getattr(each, _NOTES[key])]
        beside = f"  ({', '.join(notes)})" if notes else ""
        print(voice.paint(each.name, BOLD, sys.stdout) + parent + voice.paint(beside, YELLOW, sys.stdout))
        if each.description:
            voice.tell(each.description, indent="    ")
    return 0


_NOTES = {"used": "is_used", "own": "is_own", "wrong": "is_wrong"}


def _new(root: Path, snapshot: Snapshot, config: Config, options: argparse.Namespace, voice: Voice) -> int:
    from sitegen.workshop.themes import new_theme

    made = new_theme(root, snapshot, config, options.name, options.parent, voice.language)
    if isinstance(made, Problem):
        return refuse(made, voice.language, "text")
    voice.tell(say("theme.made", voice.language, name=options.name), GREEN)
    voice.tell(say("theme.next", voice.language, name=options.name), indent="  ")
    return 0


def _check(root: Path, name: str, voice: Voice) -> int:
    from functools import partial

    from sitegen.workshop import browser
    from sitegen.workshop.check import check_theme, check_width

    language = voice.language
    checked = check_theme(name, root / "themes", partial(voice.progress, say("progress.check", language)))
    looked = bool(checked.files) and browser.is_there()
    try:
        if looked:
            checked = check_width(checked, partial(voice.progress, say("progress.look", language)))
    except OSError:
        looked = False
    voice.end_progress()
    voice.problems(checked.problems, checked.excerpts, sys.stderr)
    voice.tell(say("theme.checked", language, name=name, pages=checked.pages))
    if checked.files and not looked:
        voice.tell(say("theme.unseen", language), YELLOW, "  ")
    tally = voice.tally(checked.problems, sys.stdout)
    voice.tell(tally or voice.paint(say("theme.holds", language), GREEN, sys.stdout), indent="  ")
    return 1 if any(errors(checked.problems)) else 0


def _colors(snapshot: Snapshot, config: Config, name: str, voice: Voice) -> int:
    from sitegen.workshop.swatches import swatches_of

    found, problems = swatches_of(snapshot, config, name or config.theme)
    if any(errors(problems)):
        voice.problems(problems, ["" for _ in problems], sys.stderr)
        return 1
    language = voice.language
    voice.tell(say("theme.brand", language, theme=found.theme, color=found.look.brand,
              accent=found.look.accent or say("theme.found", language), tone=found.look.tone))  # fmt: skip
    button = {each.token: each.colour for each in found.light}.get("fill", found.look.brand)
    kept = "theme.exact" if button == found.look.brand else "theme.button"
    voice.tell(say(kept, language, color=found.look.brand, button=button))
    for scheme, swatches in (("light", found.light), ("dark", found.dark)):
        print("\n" + voice.paint(say(f"theme.{scheme}", language), BOLD, sys.stdout))
        for each in swatches:
            head = f"  {_block(each.colour, voice)} {each.token:<15} {each.colour}  "
            print(folded(_reading(each, voice), sys.stdout, " " * READING, head).rstrip())
    moved = [each.token for each in (*found.light, *found.dark) if each.colour != each.asked]
    voice.tell("\n" + say("theme.moved" if moved else "theme.kept", language))
    return 0


def _block(colour: str, voice: Voice) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return voice.paint("    ", f"48;2;{red};{green};{blue}", sys.stdout)


def _reading(swatch: Swatch, voice: Voice) -> str:
    """How well it is read where it is read worst, and what it would be without that."""
    language = voice.language
    parts = []
    if swatch.on:
        ratio, least = (_number(each, language) for each in (swatch.ratio, swatch.least))
        parts.append(say("theme.ratio", language, on=swatch.on, ratio=ratio, least=least))
    if swatch.colour != swatch.asked:
        parts.append(voice.paint(say("theme.instead", language, asked=swatch.asked), YELLOW, sys.stdout))
    return "  ".join(parts)


def _number(value: float, language: str) -> str:
    return f"{value:.1f}".replace(".", "," if language == "it" else ".")
