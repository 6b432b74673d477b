"""Changes → builds, one at a time in a thread of its own: what changes while one runs is shown as far as it can be told, and
built after it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Set
from typing import Protocol

Progress = Callable[[str, int, int], None]
LONGEST = 24 * 3600.0  # s between two looks at the clock
PATIENCE = 10.0  # s that a build is waited for, when all ends
HEAD_START = 0.1  # s in which browsers can load a first page before anything else is done
IDLE = 2.0  # s after which nobody seems to be waiting for anything


class Stopped(BaseException):
    """The build is not wanted any more."""


class Work(Protocol):
    """What there is to do; paths are from the root."""

    def prepare(self) -> Set[str]:
        """Does beforehand what can be done before anything has changed; the paths that have changed before anybody told."""

    def take_up(self, paths: Set[str]) -> bool:
        """Takes up these changes, which will be built now, and shows what can be told of them at once; whether there was any."""

    def give_way(self) -> None:
        """Waits a moment, in which browsers can load what was shown early."""

    def rebuild(self, progress: Progress) -> float:
        """Builds what was taken up, calling `progress` now and then; the POSIX seconds at which something will change by itself,
        infinity where nothing will.
        """

    def meanwhile(self, paths: Set[str]) -> bool:
        """Shows what can be told of changes that have come while a build runs, which will be built after it; whether there was
        any. From another thread.
        """

    def tidy(self) -> None:
        """Does what had better wait until nobody waits for anything."""


class Rebuilder:
    """Has the work done: a rebuild with the paths that have changed since the last one, or with none when the moment has come
    that this has named.
    """

    def __init__(self, work: Work, until: float) -> None:
        self._work = work
        self._until = until
        self._waiting: set[str] = set()
        self._stopping = False
        self._news = threading.Condition()
        self._turn = threading.Lock()
        """Who has it may show something early. The build gives way to that."""
        self._is_building = False
        self._gives_way = False
        self._is_tidy = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begins to wait for changes."""
        self._thread.start()

    def changed(self, paths: Set[str]) -> None:
        """Asks for a build, at once or after the one that runs."""
        with self._news:
            self._waiting |= paths
            self._news.notify()
        with self._turn:
            if self._is_building and (waiting := self._waiting.copy()) and self._work.meanwhile(waiting):
                self._gives_way = True

    def stop(self) -> None:
        """Ends the thread: a build that has not begun to write is given up, one that has is waited for."""
        with self._news:
            self._stopping = True
            self._news.notify()
        if self._thread.is_alive():
            self._thread.join(PATIENCE)

    def _run(self) -> None:
        try:
            with self._news:
                self._news.wait_for(lambda: self._waiting or self._stopping, HEAD_START)
            if not self._stopping:
                self.changed(self._work.prepare())
            while True:
                with self._news:
                    self._news.wait_for(lambda: self._waiting or self._stopping, self._rest())
                if self._stopping:
                    return
                if self._waiting or time.time() >= self._until:
                    with self._turn:
                        with self._news:
                            paths, self._waiting = self._waiting, set()
                        self._is_building, is_early = True, self._work.take_up(paths)
                    if is_early:
                        self._work.give_way()
                    self._until = self._work.rebuild(self._progress)
                    with self._turn:
                        self._is_building = False
                    self._is_tidy = False
                elif not self._is_tidy:
                    self._work.tidy()
                    self._is_tidy = True
        except Stopped:
            return

    def _rest(self) -> float:
        return min(max(self._until - time.time(), 0.0), LONGEST if self._is_tidy else IDLE)

    def _progress(self, key: str, *_: object) -> None:
        if self._stopping and key != "write":
            raise Stopped
        with self._turn:
            gives_way, self._gives_way = self._gives_way, False
        if gives_way:
            self._work.give_way()
