"""What the system says of a file without opening it: times, size and inode. A file whose stamp is as it was holds what it
held, unless it was written so close to the last look that a later change could wear the same stamp (the "racily clean" rule of
git, Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

COARSEST_CLOCK = 2_000_000_000  # ns: FAT tells times by two seconds
DEEPEST = 64
_MANY = (1 << 64) - 1  # times before 1970 are told as large numbers

Stamp = tuple[int, int, int, int]
NO_STAMP: Stamp = (0, 0, 0, 0)

# What editors, synchronisers and systems leave behind; nothing that a person writes for her site has these names.
LITTER = frozenset(
    (".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".gitkeep", ".gitignore", ".hg", ".svn", "__MACOSX")
)
LITTER_ENDS = ("~", ".swp", ".swx", ".tmp", ".bak", ".part", ".crdownload")
LITTER_STARTS = (".#", "._", ".~lock", "~$", "#", ".syncthing", ".goutputstream-")


def is_litter(name: str) -> bool:
    """Whether a name is nobody's."""
    return name in LITTER or name.endswith(LITTER_ENDS) or name.startswith(LITTER_STARTS)


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return status.st_mtime_ns & _MANY, status.st_ctime_ns & _MANY, status.st_size, status.st_ino & _MANY


def is_racy(stamp: Stamp, taken: int) -> bool:
    """Whether a file with this stamp could have changed unseen after `taken` (ns)."""
    return max(stamp[0], stamp[1]) > taken - COARSEST_CLOCK


def stamps_below(folder: str, depth: int = 0, linked: set[str] | None = None) -> Iterator[tuple[str, Stamp]]:
    """The stamps of all files below a folder, litter left out. `linked` are the folders that links have led to: once is
    enough.
    """
    linked = set() if linked is None else linked
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            if is_litter(entry.name):
                continue
            try:
                if entry.is_symlink() and entry.is_dir():
                    real = os.path.realpath(entry.path)
                    if real in linked:
                        continue
                    linked.add(real)
                if entry.is_dir() and depth < DEEPEST:
                    yield from stamps_below(entry.path, depth + 1, linked)
                else:
                    yield entry.path, stamp_of(entry.stat())
            except OSError:
                yield entry.path, NO_STAMP


def stamps_of(folder: str, paths: Iterable[str]) -> list[Stamp]:
    """The stamps of the files at `paths` in a folder, none where there is no file."""
    found = []
    for path in paths:
        try:
            found.append(stamp_of(os.lstat(f"{folder}/{path}")))
        except OSError:
            found.append(NO_STAMP)
    return found
