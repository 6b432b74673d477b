"""Files put in their places one at a time, in steps that can all be taken back while the swap lasts.

Nothing is written here but names: each step is a rename, a second name or a folder, so that a reader of the output meets
every file whole, the old one or the new. Nothing is synced to the disk either. The promise is about a process that is
killed, whose finished writes the system keeps; syncing thousands of files would make a build many times slower, and what
a power cut tears, the next build sees by size and digest and makes again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path


class Swap:
    """Steps below `folder`; what they replace and remove is kept in `staging`, a folder on the same disk."""

    def __init__(self, folder: Path, staging: Path) -> None:
        self._folder = folder
        self._staging = staging
        self._back: list[Callable[[], object]] = []

    def place(self, staged: Path, path: str) -> None:
        """Moves a staged file to `path`, over what is there. Raises OSError."""
        target = self._folder / path
        self._make_folder(target.parent)
        if os.path.lexists(target):
            kept = self._kept()
            _second_name(target, kept)
            self._back.append(partial(os.replace, kept, target))
        else:
            self._back.append(partial(target.unlink, missing_ok=True))
        os.replace(staged, target)

    def remove(self, path: str) -> None:
        """Takes away the file at `path`, and the folders that this leaves empty. Raises OSError."""
        target, kept = self._folder / path, self._kept()
        if not os.path.lexists(target):
            return
        os.replace(target, kept)
        self._back.append(partial(os.replace, kept, target))
        for parent in target.parents:
            if parent == self._folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break
            self._back.append(partial(parent.mkdir, exist_ok=True))

    def take_back(self) -> None:
        """Undoes the steps, the last first. A step that cannot be undone is left for the next build to mend."""
        while self._back:
            with suppress(OSError):
                self._back.pop()()

    def _make_folder(self, folder: Path) -> None:
        missing = []
        while not os.path.isdir(folder):
            missing.append(folder)
            folder = folder.parent
        for each in reversed(missing):
            each.mkdir()
            self._back.append(each.rmdir)

    def _kept(self) -> Path:
        return self._staging / f"old-{len(self._back)}"


def _second_name(target: Path, kept: Path) -> None:
    try:
        os.link(target, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):  # FAT and some network disks have no second names
        shutil.copy2(target, kept, follow_symlinks=False)


@contextmanager
def all_or_nothing(folder: Path, staging: Path) -> Iterator[Swap]:
    """A swap that is taken back if anything goes wrong in it."""
    swap = Swap(folder, staging)
    try:
        yield swap
    except BaseException:
        swap.take_back()
        raise
