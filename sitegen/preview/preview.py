"""The preview as a whole: a first build, then one after every change, and what comes of each to the terminal and the browsers.
Where nothing has changed since the last preview, what that has built is shown at once, and the first build comes after the first page.
"""

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
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from sitegen.paths import OutputPath, Url, output_path
from sitegen.preview.rebuild import Progress, Rebuilder
from sitegen.preview.server import Server, Words
from sitegen.preview.shown import Shown, Told
from sitegen.preview.watcher import Watcher
from sitegen.problems import Problem
from sitegen.read.places import CONFIG_FILE, KEPT, builtin_themes
from sitegen.read.snapshot import Changed
from sitegen.summary import Standing, Summary
from sitegen.write.lock import held
from sitegen.write.unchanged import Record, Terms, recall, source_stamps

if TYPE_CHECKING:
    from sitegen.build import Outcome
    from sitegen.preview.glance import Glance
    from sitegen.preview.making import Maker

HEAD_START, LONGEST = 0.1, 0.6  # s in which browsers can load a page that is shown early, at least and at most
SHARE = 0.001  # s after which a build lets the server go on, and a page that is shown early
AGAIN = 0.2  # s before what changed while it was being read is read again
AT_ONCE = 0.0  # POSIX seconds: a moment that has come
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

    def first(self, summary: Summary) -> None:
        """Tells what came of the first build."""

    def built(self, paths: Set[str], outcome: Outcome, seconds: float) -> None:
        """Tells of a build after changes."""

    def bug(self) -> str:
        """Says that what went wrong is a mistake in sitegen, of which the traceback has been printed; the words."""

    def progress(self, key: str, done: int, total: int) -> None:
        """Tells how far a build is."""


class Start(msgspec.Struct, frozen=True):
    """What a preview begins with: what it shows and where it keeps that, `hold` as long as nobody else may, and the last build there
    if one now would end like it.
    """

    terms: Terms
    hold: object
    last: Record | None


def look_back(root: Path, *, drafts: bool, future: bool, expired: bool) -> Start:
    """Takes a folder for a preview of the site at `root`."""
    folder, hold = held(root / KEPT, FOLDER)
    terms = Terms(str(root / KEPT / folder), drafts, future, expired)
    return Start(terms, hold, recall(root, root / KEPT, terms, time.time(), builtin_themes()))


class Preview:
    """The preview of the site at `root`."""

    def __init__(self, root: Path, start: Start, voice: Voice) -> None:
        self._root, self._start, self._voice = root, start, voice
        self.output = Path(start.terms.output)
        self._number = 0
        self._glance: Glance | None = None
        self._has_built = False
        self._turn = threading.Lock()
        """Whose turn it is to say what is shown."""
        self._behind: set[str] = set()
        self._building: Set[str] = set()
        self._is_ahead = False
        """What has changed since the last good build, and what of it is built now; whether more than that is shown already."""
        self.shown = Shown(self._name())
        self._server: Server | None = None

    @cached_property
    def _maker(self) -> Maker:
        from sitegen.preview.making import Maker

        return Maker(self._root, self._start.terms)

    def begin(self, jobs: int) -> float:
        """Shows the last build, where one now would end like it, else that; when something will change by itself (POSIX seconds)."""
        if (last := self._start.last) is not None:
            self._sources = last.sources
            states = self._states(last.summary, last.base)
            self.shown = msgspec.structs.replace(
                self.shown, base=last.base, files=frozenset(last.outputs), states=states
            )
            self._voice.first(last.summary)
            return AT_ONCE
        self._sources = dict(source_stamps(self._root, builtin_themes()))
        self.shown = msgspec.structs.replace(self.shown, files=self._maker.written())
        outcome = self._maker.make(jobs, self._voice.progress)
        self._has_built = True
        self._take(outcome, set())
        self._voice.first(outcome.summary)
        return self._maker.next_moment(outcome)

    def run(self, server: Server, until: float) -> None:
        """Serves and builds until it is told to stop."""
        self._server = server
        sys.setswitchinterval(SHARE)
        rebuilder = Rebuilder(self, until)
        watcher = Watcher(self._root, rebuilder.changed)
        try:
            watcher.start()
            rebuilder.start()
            server.run()
        finally:
            watcher.stop()
            rebuilder.stop()

    def prepare(self) -> Set[str]:
        """Loads what builds; what has changed while nobody watched."""
        _ = self._maker
        self._warm()
        gc.enable()  # to start is quicker without
        now, before = dict(source_stamps(self._root, builtin_themes())), self._sources
        paths = {path for path in {*now, *before} if now.get(path) != before.get(path)}
        return {os.path.relpath(path, self._root).replace(os.sep, "/") for path in paths}

    def _warm(self) -> None:
        if self._glance is not None:
            self._glance.prepare()

    def take_up(self, paths: Set[str]) -> bool:
        """Takes up the changes of `paths`, which will be built now, and shows the pages that matter before all the others are
        made; whether there were any.
        """
        if CONFIG_FILE.as_posix() in paths:
            self._maker.settle()
        self._building, self._is_ahead = paths, False
        return self._show_early(paths)

    def meanwhile(self, paths: Set[str]) -> bool:
        """Shows what comes of changes that still have to wait for a build; whether there was anything. From another thread."""
        with self._turn:
            self._is_ahead = True
            return self._show_early(self._building | paths)

    def give_way(self) -> None:
        """Lets browsers load what was shown early before the others are made."""
        time.sleep(HEAD_START)
        if self._server is not None:
            self._server.wait_until_loaded(LONGEST - HEAD_START)

    def rebuild(self, progress: Progress) -> float:
        """Builds after the changes that were taken up and shows it; when something will change by itself (POSIX seconds)."""
        began, paths = time.monotonic(), self._building
        try:
            outcome = self._maker.make(1, partial(self._progress, progress))
        except Changed:  # while it was being read, twice
            self._behind |= paths
            return time.time() + AGAIN
        except Exception:  # the preview outlives a mistake of sitegen's own
            traceback.print_exc()
            with self._turn:
                self._fail((Told(self._voice.bug(), "", 0),), "", paths)
                self._show()
            return math.inf
        progress("end", 1, 1)
        with self._turn:
            if outcome.failed and self._is_ahead:  # more has been saved, which may have mended it
                self._behind |= paths
                return math.inf
            self._take(outcome, paths)
            self._show()
        with suppress(OSError):  # where the terminal is gone
            if paths or self._has_built:
                self._voice.built(paths, outcome, time.monotonic() - began)
            else:
                self._voice.first(outcome.summary)
        if not self._has_built:
            self._has_built = True
            self._warm()
        return self._maker.next_moment(outcome)

    def tidy(self) -> None:
        """Gives back the memory of what builds have left in cycles."""
        gc.unfreeze()
        gc.collect()
        gc.freeze()

    def _show_early(self, paths: Set[str]) -> bool:
        """Shows the pages that matter now of the changes of `paths`, before they are built. While something is wrong only a build
        can tell whether it is mended. Returns whether there were any.
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
            self._show()
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

    def _show(self) -> None:
        """Shows what there is."""
        if self._server is not None:
            self._server.show(self.shown)

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
        states = self._states(outcome.summary, outcome.site.config.base)
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
        if means := self._maker.means(outcome, states, told):
            panel, self._glance = means
            self.shown = msgspec.structs.replace(self.shown, panel=panel)
        return None

    def _fail(self, told: tuple[Told, ...], heading: str, paths: Set[str]) -> None:
        """Shows the last good build, and why the one after the changes of `paths` is none."""
        self._behind |= paths
        kept = self.shown.renewed(self._name(), self.shown.early.keys()) if self.shown.early else self.shown
        self.shown = msgspec.structs.replace(kept, early={}, told=told, heading=heading)

    def _name(self) -> str:
        self._number += 1
        return f"{time.time_ns():x}-{self._number}"

    def _states(self, summary: Summary, base: Url) -> dict[OutputPath, str]:
        """The outputs of documents in a build that are not simply published, with the words of their state."""
        return {output_path(base, Url(each.url)): self._voice.state(each) for each in summary.unusual if each.url}
