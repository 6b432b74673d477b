"""The site's folders → what has changed in them, as the system tells it: nobody goes round looking.

The root is watched without what is below it, which shows when `content/` or `themes/` comes, goes or comes back; these two
are watched with all that is below them, anew whenever that happens.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Set
from pathlib import Path

from watchfiles import Change
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError  # its documented interface

from sitegen.preview.alarm import Alarm
from sitegen.read.stamps import is_litter

FOLDERS = ("content", "themes")
OWN = ".sitegen"
QUICK, ASKED = (50, 5), (50, 10)
"""How long changes are gathered, at most, and how often is looked for more (ms): after the alarm, and where there is none."""
SLOW = (200, 100)
"""The same for a folder of the root, which seldom comes or goes."""
POLLING = 300  # ms, where the system cannot tell
LAG = 1000  # ms in which watchfiles tells of what has rung
SLEEP = 2.0  # s after which it is asked although nothing has rung

Seen = set[tuple[int, str]]


class Watcher:
    """Tells `changed` which paths (from the root, with `/`) are no longer what they were; from a thread of its own."""

    def __init__(self, root: Path, changed: Callable[[Set[str]], None]) -> None:
        self._root = os.path.realpath(root)
        self._changed = changed
        self._stopped = threading.Event()
        self._again = threading.Event()
        self._watching = threading.Event()
        self._moved: deque[str] = deque()
        self._threads = [threading.Thread(target=each, daemon=True) for each in (self._watch_root, self._watch_folders)]
        self._root_rings, self._folders_ring = Alarm(), Alarm()

    def start(self) -> None:
        """From its return on, no change is missed."""
        self._top = _notifier([self._root], recursive=False)
        for each in self._threads:
            each.start()
        self._watching.wait()

    def stop(self) -> None:
        """Ends both threads."""
        self._stopped.set()
        self._again.set()
        for alarm in (self._root_rings, self._folders_ring):
            alarm.ring()
        for each in self._threads:
            if each.is_alive():
                each.join()
        for alarm in (self._root_rings, self._folders_ring):
            alarm.close()

    def _watch_root(self) -> None:
        self._root_rings.watch(self._root)
        with self._top as notifier:
            while seen := _next(notifier, self._root_rings, SLOW, self._stopped):
                names = {(kind, os.path.relpath(path, self._root)) for kind, path in seen}
                if folders := {name for _, name in names if name in FOLDERS}:
                    self._moved.extend(folders)
                    self._again.set()
                    self._folders_ring.ring()
                if (Change.deleted, OWN) in names:  # with the pages that are being shown
                    self._changed({OWN})

    def _watch_folders(self) -> None:
        while not self._stopped.is_set():
            self._again.clear()
            folders = [each for name in FOLDERS if os.path.isdir(each := os.path.join(self._root, name))]
            try:
                notifier = _notifier(folders, recursive=True) if folders else None
            except OSError:  # one went while it was being asked for, which the root tells
                notifier = None
            self._watching.set()
            if moved := {self._moved.popleft() for _ in range(len(self._moved))}:
                self._changed(moved)
            if notifier is None:
                self._again.wait()
                continue
            self._folders_ring.watch_below(folders)
            with notifier:
                while seen := _next(notifier, self._folders_ring, self._pace(), self._again):
                    self._folders_ring.watch_below(path for _, path in seen)
                    if paths := set(self._ours(path for _, path in seen)):
                        self._changed(paths)
                    if links := [each for each in paths if os.path.islink(os.path.join(self._root, each))]:
                        self._moved.extend(links)  # watchfiles sees only those that were there when it began
                        break

    def _pace(self) -> tuple[int, int]:
        return QUICK if self._folders_ring.hears_all else ASKED

    def _ours(self, paths: Iterable[str]) -> Iterable[str]:
        """Those that a build would read."""
        for path in paths:
            name = os.path.relpath(path, self._root).replace(os.sep, "/")
            if not any(is_litter(part) for part in name.split("/")):
                yield name


def _next(notifier: RustNotify, alarm: Alarm, pace: tuple[int, int], stop: threading.Event) -> Seen | None:
    """What has changed next, None when it is to stop. watchfiles is not asked before the alarm rings, but always once before
    that is waited for: what changed before a new folder could ring has been seen by then.
    """
    patience = LAG
    while True:
        seen = notifier.watch(*pace, patience if alarm.hears_all else 0, stop)
        if seen != "timeout":
            return None if isinstance(seen, str) else seen
        patience = LAG if alarm.wait(SLEEP) else 1


def _notifier(paths: list[str], *, recursive: bool) -> RustNotify:
    try:
        return RustNotify(paths, False, False, 0, recursive, True)
    except WatchfilesRustInternalError:  # so many folders that the system will not watch them
        return RustNotify(paths, False, True, POLLING, recursive, True)
