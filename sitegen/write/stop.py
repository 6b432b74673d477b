"""A request to stop (Ctrl-C, SIGTERM) is heeded until the output begins to change. From then on it comes too late: the build
ends as if nobody had asked, so that "interrupted" always means that the output is as it was.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_REQUESTS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def until_too_late(late: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Yields what says that from now on it is too late to stop; `late` is called at the end where somebody asked after that.
    Outside the main thread, which is the one that requests reach, it does nothing.
    """
    before: dict[signal.Signals, Any] = {}
    asked: list[int] = []

    def too_late() -> None:
        if threading.current_thread() is threading.main_thread():
            for each in _REQUESTS:
                before.setdefault(each, signal.signal(each, lambda number, _: asked.append(number)))

    try:
        yield too_late
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if asked:
        late()
