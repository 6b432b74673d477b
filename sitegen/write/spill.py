"""Bytes that are too many for the memory wait on the disk until they are put in their places."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import BinaryIO

NAME = "spill"
AT_HAND = 32 * 1024 * 1024  # bytes that are kept in memory


class Spill:
    """Takes bytes in `folder`, which is the site's own, not the output: that stays as it is until all is made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / NAME
        self._held = self._number = 0
        shutil.rmtree(self._folder, ignore_errors=True)

    def take(self, data: bytes) -> str:
        """The file that now holds `data`; "" where it is to be kept in memory, because there is room or the disk fails."""
        if self._held + len(data) <= AT_HAND:
            self._held += len(data)
            return ""
        path = f"{self._folder}{os.sep}{self._number}"
        try:
            with self._opened(path) as file:
                file.write(data)
        except OSError:
            return ""
        self._number += 1
        return path

    def _opened(self, path: str) -> BinaryIO:
        try:
            return open(path, "wb")
        except FileNotFoundError:  # the first time, or when somebody has cleared up
            self._folder.mkdir(exist_ok=True)
            return open(path, "wb")

    def clear(self) -> None:
        """Removes what nobody has taken away."""
        if self._number:
            shutil.rmtree(self._folder, ignore_errors=True)
