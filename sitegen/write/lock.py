"""One build at a time in a site: the others wait; one preview in a folder: others have folders of their own. The locks are the
system's own, so that they go with the process that held them, however that ends; who builds stands beside, for those who wait.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

NAME = "lock"
HOLDER = "building"


@contextmanager
def locked(folder: Path, waiting: Callable[[int, int], None]) -> Iterator[None]:
    """Holds the lock of `folder`. If another build has it, calls `waiting` once with that one's process and when it began
    (POSIX seconds), zeros where they cannot be told. A folder that cannot be written to is not locked.
    """
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting(*_holder(folder))
            lock.acquire()
    except OSError:
        yield
        return
    try:
        with suppress(OSError):
            (folder / HOLDER).write_text(f"{os.getpid()} {int(time.time())}", encoding="ascii")
        yield
    finally:
        with suppress(OSError):
            (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def held(folder: Path, name: str) -> tuple[str, FileLock | None]:
    """The first of `name`, `name-2`, `name-3` … in `folder` that no other process has, and what keeps it as long as it lives: None
    where nothing can be kept, because the folder cannot be written to.
    """
    for number in count(1):
        free = name if number == 1 else f"{name}-{number}"
        try:
            folder.mkdir(exist_ok=True)
            lock = FileLock(folder / f"{free}.lock")
            lock.acquire(timeout=0)
        except Timeout:
            continue
        except OSError:
            break
        return free, lock
    return name, None


def builder(folder: Path) -> tuple[bool, int, int]:
    """Whether a build is at work in `folder`, its process and when it began; or those of one that was killed there, zeros where
    there was none, or it cannot be told.
    """
    if not (folder / NAME).is_file():
        return False, 0, 0
    lock = FileLock(folder / NAME)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True, *_holder(folder)
    except OSError:
        return False, 0, 0
    try:
        return False, *_holder(folder)
    finally:
        lock.release()


def _holder(folder: Path) -> tuple[int, int]:
    try:
        process, since = (folder / HOLDER).read_text(encoding="ascii").split()
        return int(process), int(since)
    except (OSError, ValueError):
        return 0, 0
