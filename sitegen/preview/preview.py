"""The preview as a whole: a first build, then one after every change, and what comes of each to the terminal and the browsers."""

from __future__ import annotations

import gc
import math
import os
import sys
import threading
import time
import traceback
from collections.abc import Set
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from sitegen.build import KEPT, Outcome, Progress, Settings, build, peek
from sitegen.model.states import Options
from sitegen.model.to_come import moments_of
from sitegen.paths import OutputPath
from sitegen.preview.glance import AtHand, Glance
from sitegen.preview.panel import Panel, Told
from sitegen.preview.rebuild import Rebuilder
from sitegen.preview.server import Server, Words
from sitegen.preview.shown import Shown, states_of
from sitegen.preview.watcher import Watcher
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import CONFIG_FILE, builtin_themes
from sitegen.read.snapshot import Changed
from sitegen.summary import Standing
from sitegen.write.lock import held
from sitegen.write.manifest import read_manifest
from sitegen.write.unchanged import source_stamps

HEAD_START, LONGEST = 0.1, 0.6  # s in which browsers can load a page that is shown early, at least and at most
SHARE = 0.001  # s after which a build lets the server go on, and a page that is shown early
AGAIN = 0.2  # s before what changed while it was being read is read again
FOLDER = "preview"
"""Where the preview's output is, in the site's own folder; that of a second one at the same time has a number."""


class Voice(Protocol):
    """How the preview tells what happens."""

    language: str

    def told(self, problem: Problem, excerpt: str) -> str:
        """A problem as text."""

    def tally(self, problems: tuple[Problem, ...]) -> str:
        """How many there are."""

    def state(self, standing: Standing) -> str:
        """The words of a document's state."""

    def words(self) -> Words:
        """The words of the preview's own pages."""

    def built(self, paths: Set[str], outcome: Outcome, seconds: float) -> None:
        """Tells of a build after changes."""

    def bug(self) -> str:
        """Says that what went wrong is a mistake in sitegen, of which the traceback has been printed; the words."""

    def progress(self, key: str, done: int, total: int) -> None:
        """Tells how far a build is."""


class Asked(msgspec.Struct, frozen=True):
    """What is shown besides what is published."""

    drafts: bool
    future: bool
    expired: bool


def _stop() -> None:
    raise KeyboardInterrupt


class Preview:
    """The preview of the site at `root`."""

    def __init__(self, root: Path, asked: Asked, voice: Voice) -> None:
        self._root, self._asked, self._voice = root, asked, voice
        folder, self._hold = held(root / KEPT, FOLDER)
        self.output = root / KEPT / folder
        self._settings: Settings = peek(root)
        self._number = 0
        self._memo = AtHand()
        self._glance: Glance | None = None
        self._turn = threading.Lock()
        """Whose turn it is to say what is shown."""
        self._behind: set[str] = set()
        self._building: Set[str] = set()
        self._is_ahead = False
        """What has changed since the last good build, and what of it is built now; whether more than that is shown already."""
        self.shown = Shown(self._name(), files=frozenset(read_manifest(self.output) or ()))
        self._server: Server | None = None

    def begin(self, jobs: int) -> tuple[Outcome, float]:
        """The first build; what came of it, and when something will change by itself (POSIX seconds)."""
        self._before = dict(source_stamps(self._root, builtin_themes()))
        outcome = self._build(jobs, self._voice.progress)
        self._take(outcome, set())
        return outcome, self._next_moment(outcome)

    def run(self, server: Server, until: float) -> None:
        """Serves and builds until it is told to stop."""
        self._server = server
        sys.setswitchinterval(SHARE)
        rebuilder = Rebuilder(self, until)
        watcher = Watcher(self._root, rebuilder.changed)
        try:
            watcher.start()
            rebuilder.start()
            if changed := self._changed_since():
                rebuilder.changed(changed)
            server.run()
        finally:
            watcher.stop()
            rebuilder.stop()

    def _changed_since(self) -> set[str]:
        """What has changed while the first build ran and nobody watched."""
        now, before = dict(source_stamps(self._root, builtin_themes())), self._before
        paths = {path for path in {*now, *before} if now.get(path) != before.get(path)}
        return {os.path.relpath(path, self._root).replace(os.sep, "/") for path in paths}

    def _build(self, jobs: int, progress: Progress) -> Outcome:
        now = datetime.now(UTC).astimezone(self._settings.zone)
        options = Options(now, self._asked.drafts, self._asked.future, self._asked.expired)
        outcome = build(self._root, self.output, options, jobs=jobs, prune=False, progress=progress, late=_stop)
        gc.freeze()  # or Python's collector walks the whole site at the next occasion, just when somebody has saved
        if outcome.failed and not any(
            errors(outcome.problems)
        ):  # there are no settings, which a command tells before it builds
            missing = problem("E602", Place(CONFIG_FILE.as_posix()), cause="file.missing", reported="")
            summary = outcome.summary._replace(
                problems=(missing, *outcome.problems), excerpts=("", *outcome.summary.excerpts)
            )
            outcome = msgspec.structs.replace(outcome, summary=summary)
        return outcome

    def prepare(self) -> None:
        """What can be done before anything has changed."""
        if self._glance is not None:
            self._glance.prepare()

    def take_up(self, paths: Set[str]) -> bool:
        """Takes up the changes of `paths`, which will be built now, and shows the pages that matter before all the others are
        made; whether there were any.
        """
        if CONFIG_FILE.as_posix() in paths:
            self._settings = peek(self._root)
        self._building, self._is_ahead = paths, False
        return self._show_early(paths, paths)

    def meanwhile(self, paths: Set[str]) -> bool:
        """Shows what comes of changes that still have to wait for a build; whether there was anything. From another thread."""
        with self._turn:
            self._is_ahead = True
            return self._show_early(self._building | paths, paths)

    def give_way(self) -> None:
        """Lets browsers load what was shown early before the others are made."""
        time.sleep(HEAD_START)
        if self._server is not None:
            self._server.wait_until_loaded(LONGEST - HEAD_START)

    def rebuild(self, progress: Progress) -> float:
        """Builds after the changes that were taken up and shows it; when something will change by itself (POSIX seconds)."""
        began, paths = time.monotonic(), self._building
        try:
            outcome = self._build(1, partial(self._progress, progress))
        except Changed:  # while it was being read, twice
            self._behind |= paths
            return time.time() + AGAIN
        except Exception:  # the preview outlives a mistake of sitegen's own
            traceback.print_exc()
            with self._turn:
                self._fail((Told(self._voice.bug(), "", 0),), "", paths)
                self._show(paths)
            return math.inf
        progress("end", 1, 1)
        with self._turn:
            if outcome.failed and self._is_ahead:  # more has been saved, which may have mended it
                self._behind |= paths
                return math.inf
            self._take(outcome, paths)
            self._show(paths)
        with suppress(OSError):  # where the terminal is gone
            self._voice.built(paths, outcome, time.monotonic() - began)
        return self._next_moment(outcome)

    def tidy(self) -> None:
        """Gives back the memory of what builds have left in cycles."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _show_early(self, paths: Set[str], saved: Set[str]) -> bool:
        """Shows the pages that matter now of the changes of `paths`, the last of which are those of `saved`, before they are
        built. While something is wrong only a build can tell whether it is mended. Returns whether there were any.
        """
        if self._glance is None or self._server is None or self.shown.told:
            return False
        try:
            early = self._glance.pages(paths | self._behind, self._server.looked_at() | self.shown.early.keys())
        except Exception:  # a mistake of sitegen's own: the build can do without
            traceback.print_exc()
            return False
        changed = {path: data for path, data in early.items() if self._bytes_of(path) != data}
        if changed:
            pages = {path for path in changed if path.endswith(".html")}
            renewed = self.shown.renewed(self._name(), pages)
            self.shown = msgspec.structs.replace(renewed, early=self.shown.early | changed)
            self._show(saved)
        return bool(changed)

    def _bytes_of(self, path: OutputPath) -> bytes | None:
        """What is shown at a path."""
        if path in self.shown.early:
            return self.shown.early[path]
        return self._written(path)

    def _written(self, path: OutputPath) -> bytes | None:
        try:
            return (self.output / path).read_bytes()
        except OSError:
            return None

    def _show(self, saved: Set[str]) -> None:
        """Shows what there is, after the changes of `saved`."""
        if self._server is not None:
            are_styles = saved and all(each.endswith(".css") for each in saved)
            self._server.show(self.shown, "styles.css" if are_styles else "*")

    def _progress(self, stop: Progress, key: str, done: int, total: int) -> None:
        stop(key, done, total)
        if key == "waiting":
            self._voice.progress(key, done, total)

    def _take(self, outcome: Outcome, paths: Set[str]) -> None:
        """Shows what came of a build after the changes of `paths`."""
        problems, excerpts = outcome.summary.problems, outcome.summary.excerpts
        told = tuple(Told(self._voice.told(each, excerpt), each.place.path, each.place.line)
                     for each, excerpt in zip(problems, excerpts, strict=True))  # fmt: skip
        if outcome.changes is None or outcome.site is None:
            return self._fail(told, self._voice.tally(problems), paths)
        changes, before = outcome.changes, self.shown
        words = {each.path: self._voice.state(each) for each in outcome.summary.unusual}
        states = states_of(outcome.site, words)
        otherwise = {path for path in {*states, *before.states} if states.get(path) != before.states.get(path)}
        gone = {path for path in changes.deleted if path.endswith(".html")}
        early, ended = (before.early, {}) if self._is_ahead else ({}, before.early)
        shown_already = {path for path, data in ended.items() if self._written(path) == data} | early.keys()
        new = {
            path for path in changes.created if path.endswith(".html")
        }  # who loads any other new file is another page, too
        changed = ({*new, *changes.updated, *ended} - shown_already) | otherwise | gone
        files = frozenset[OutputPath]((*changes.created, *changes.updated, *changes.kept))
        self.shown = msgspec.structs.replace(
            before.renewed(self._name(), changed) if changed else before,
            base=outcome.site.config.base, files=files, states=states, early=early, told=(), heading="")  # fmt: skip
        self._behind.clear()
        seen = outcome.seen
        if seen is not None and seen.site is not None and seen.theme is not None and seen.plan is not None:
            panel = Panel(seen.site, seen.theme, seen.plan, states, told)
            self.shown = msgspec.structs.replace(self.shown, panel=panel)
            self._glance = Glance(self._root, seen.snapshot, seen.site, seen.theme, seen.plan, self._memo)
        return None

    def _fail(self, told: tuple[Told, ...], heading: str, paths: Set[str]) -> None:
        """Shows the last good build, and why the one after the changes of `paths` is none."""
        self._behind |= paths
        kept = self.shown.renewed(self._name(), self.shown.early.keys()) if self.shown.early else self.shown
        self.shown = msgspec.structs.replace(kept, early={}, told=told, heading=heading)

    def _name(self) -> str:
        self._number += 1
        return f"{time.time_ns():x}-{self._number}"

    def _next_moment(self, outcome: Outcome) -> float:
        if outcome.site is None:
            return math.inf
        now = outcome.site.options.now
        return min((moment.timestamp() for item in outcome.site.everything() for moment in moments_of(item.document)
                    if moment and moment > now), default=math.inf)  # fmt: skip
