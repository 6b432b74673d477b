"""Documents whose front matter a command changes, and what comes of it: all of them, or none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.opening import open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.rewrite import put_back, rewrite
from sitegen.cli.voice import GREEN
from sitegen.messages import say
from sitegen.problems import Place, Problem, Refused, errors, problem

if TYPE_CHECKING:
    from sitegen.model.site import Item, Site

Change = Callable[[str], str]
"""A document's text → what it shall be. Raises `Refused`."""
_Texts = dict[str, tuple[bytes, bytes]]
"""By file, what is in it and what shall be."""


def revise(options: argparse.Namespace, language: str, written: Sequence[str],
           changed: Callable[[Item, Site], Change | Problem], told: Callable[[Item, Site | None, str, str], str]) -> int:  # fmt: skip
    """Changes the documents that are `written`, each as `changed` says, or why it cannot be; `told` says of each what it is now,
    from its item of before, the site and its address of now and a language. Returns the exit status.
    """
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.build import survey, what_is_known
    from sitegen.model.states import Options

    root, settings, voice = opened
    now = Options(datetime.now(UTC).astimezone(settings.zone), drafts=True, future=True, expired=True)
    with what_is_known(root) as known:
        seen = survey(root, now, known)
    items, texts, wrong = _planned(root, seen.site, written, changed)
    if wrong := wrong or _written(root, texts):
        return max(refuse(each, voice.language, "text") for each in wrong)
    before = {each.place for each in errors(seen.problems)}
    with what_is_known(root) as known:
        after = survey(root, now, known)
    if new := [_without_line(each, texts) for each in errors(after.problems) if each.place not in before]:
        for path, (old, made) in texts.items():
            put_back(root / path, made, old)
        from sitegen.after import summarise

        summary = summarise(new, after.snapshot)
        voice.problems(summary.problems, summary.excerpts, sys.stderr)
        for path in texts:
            voice.tell(say("revise.undone", voice.language, path=path), stream=sys.stderr)
        return 1
    for item in items:
        first, *more = told(item, after.site, _address(after.site, item), voice.language).split("\n")
        voice.tell(first, GREEN)
        for line in more:
            voice.tell(line, GREEN, "  ")
    return 0


def _planned(root: Path, site: Site | None, written: Sequence[str],
             changed: Callable[[Item, Site], Change | Problem]) -> tuple[list[Item], _Texts, list[Problem]]:  # fmt: skip
    """The documents that are meant, the texts of their files, and why some cannot be changed."""
    from sitegen.scaffold.documents import find_document

    items: dict[str, Item] = {}
    texts: _Texts = {}
    wrong: list[Problem] = []
    for each in written:
        item = find_document(root, site, each, Path.cwd())
        if isinstance(item, Problem):
            wrong.append(item)
        elif site and item.source not in items:
            items[item.source] = item
            made = _revised(root, item, changed(item, site))
            if isinstance(made, Problem):
                wrong.append(made)
            else:
                texts[item.source] = made
    return list(items.values()), texts, wrong


def _address(site: Site | None, item: Item) -> str:
    return next((each.url for each in site.everything() if each.source == item.source), "") if site else ""


def _revised(root: Path, item: Item, change: Change | Problem) -> tuple[bytes, bytes] | Problem:
    """What is in the document's file, and what shall be."""
    if isinstance(change, Problem):
        return change
    try:
        before = (root / item.source).read_bytes()
        return before, change(before.decode()).encode()
    except Refused as refusal:
        return refusal.problem
    except OSError as error:
        return _unwritten(item.source, error)


def _written(root: Path, texts: _Texts) -> list[Problem]:
    """Writes the files anew; where one cannot be, those before it are put back and that is returned."""
    done: list[str] = []
    for path, (_, new) in texts.items():
        try:
            rewrite(root / path, new)
        except OSError as error:
            for each in done:
                old, made = texts[each]
                put_back(root / each, made, old)
            return [_unwritten(path, error)]
        done.append(path)
    return []


def _unwritten(path: str, error: OSError) -> Problem:
    from sitegen.refusals import cause_of

    return problem("E702", Place(path), cause=cause_of(error), reported=error.strerror)


def _without_line(told: Problem, texts: _Texts) -> Problem:
    """A problem in a file that is put back: its line will not be in it. Of two that want one address, it is in the one that was changed."""
    if told.code == "E412" and told.get("cause") == "taken.pages" and told.get("other") in texts:
        one, other = told.get("other"), told.get("one")
        return problem("E412", Place(one), address=told.get("address"), one=one, other=other, cause="taken.pages")
    return told._replace(place=Place(told.place.path)) if told.place.path in texts else told
