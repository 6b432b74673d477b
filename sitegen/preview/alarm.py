"""Folders → a bell that rings when the system tells of anything in them, on which a thread can sleep: watchfiles can only be
asked again and again. What has changed is still watchfiles' to say.

Linux alone lets a folder ring without a library (inotify(7)).
"""

from __future__ import annotations

import ctypes
import os
import select
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

_MODIFY, _ATTRIB, _CLOSE_WRITE, _MOVED, _CREATE, _DELETE, _SELF = 0x2, 0x4, 0x8, 0xC0, 0x100, 0x200, 0xC00
_ALL = _MODIFY | _ATTRIB | _CLOSE_WRITE | _MOVED | _CREATE | _DELETE | _SELF
_PIECE = 64 * 1024


class Alarm:
    """Rings for changes in the folders that it was given, and when it is told to. `hears_all` says whether it will: elsewhere, or
    with more folders than the system lets a user watch, nobody may wait for it.
    """

    def __init__(self) -> None:
        self.hears_all = False
        if sys.platform == "linux":
            self._system = ctypes.CDLL(None)
            self._changes = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
            self._told = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
            self.hears_all = self._changes >= 0
            self._waiting = select.poll()
            self._waiting.register(self._told, select.POLLIN)
            self._waiting.register(self._changes, select.POLLIN) if self.hears_all else None

    def watch(self, folder: str) -> None:
        """Rings from now on for changes in `folder` itself."""
        if self.hears_all and self._system.inotify_add_watch(self._changes, os.fsencode(folder), _ALL) < 0:
            self.hears_all = not os.path.isdir(folder)  # it may be gone again

    def watch_below(self, folders: Iterable[str]) -> None:
        """Rings from now on for changes in these folders and all below them, wherever links lead."""
        for folder in folders:
            for each in _folders_below(folder):
                self.watch(each)

    def wait(self, seconds: float) -> bool:
        """Sleeps until it rings, at most so long; whether it has rung."""
        rung = self._waiting.poll(seconds * 1000)
        for each, _ in rung:
            os.read(each, _PIECE)
        return bool(rung)

    def ring(self) -> None:
        """Wakes who waits, now or next; from any thread."""
        if sys.platform == "linux":
            os.eventfd_write(self._told, 1)

    def close(self) -> None:
        """Gives back what the system has given; nobody may wait or ring any more."""
        if sys.platform == "linux":
            for each in (self._told, self._changes):
                if each >= 0:
                    os.close(each)


def _folders_below(folder: str) -> Iterator[str]:
    """The folder and all below it, each once, as links may lead in a circle."""
    seen: set[tuple[int, int]] = set()
    for at, names, _ in os.walk(folder, followlinks=True):
        with suppress(OSError):
            status = os.stat(at)
            if (status.st_dev, status.st_ino) in seen:
                names.clear()
                continue
            seen.add((status.st_dev, status.st_ino))
            yield at
