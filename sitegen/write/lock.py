"""One build at a time in a site: the others wait. The lock is the system's own, so that it goes with the process that held
it, however that ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

NAME = "lock"


@contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the lock of `folder`; calls `waiting` once if another build has it. A folder that cannot be written to is not
    locked: nothing can be written there by two builds either.
    """
    try:
        folder.mkdir(exist_ok=True)
        lock = FileLock(folder / NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire()
    except OSError:
        yield
        return
    try:
        yield
    finally:
        lock.release()
