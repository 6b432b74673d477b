"""One build at a time in a site: the others wait. The lock is the system's own, so that it goes with the process that held
it, however that ends; who holds it stands beside it, for those who wait.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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


def _holder(folder: Path) -> tuple[int, int]:
    try:
        process, since = (folder / HOLDER).read_text(encoding="ascii").split()
        return int(process), int(since)
    except (OSError, ValueError):
        return 0, 0
