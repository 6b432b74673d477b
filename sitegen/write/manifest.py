"""What sitegen wrote into an output folder: the folder carries it along (`.sitegen.json`), so that it is known wherever
the folder goes, and whatever becomes of the site's own `.sitegen/`.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path

import msgspec

from sitegen.digest import of_file
from sitegen.paths import OutputPath
from sitegen.read.stamps import NO_STAMP, Stamp, stamps_of
from sitegen.render.render import Made

NAME = ".sitegen.json"
BEFORE = ".sitegen-before.json"
"""What `NAME` was, while a swap lasts: what is found after a crash is that of one or the other."""


def has_manifest(folder: Path) -> bool:
    """Whether `folder` carries a manifest that can be read: it is an output folder of sitegen's."""
    return _read(folder / NAME) is not None


def read_manifest(folder: Path) -> dict[OutputPath, Made]:
    """What sitegen wrote in `folder`. A manifest that cannot be read is none, and a path that leads out of the folder is
    not sitegen's. After a crash, what lies there tells how far sitegen had come.
    """
    found, before = _read(folder / NAME) or {}, _read(folder / BEFORE) or {}
    for path, made in before.items():
        if path not in found or is_whole(folder, path, made):
            found[path] = made
    return found


def _read(file: Path) -> dict[OutputPath, Made] | None:
    try:
        found = msgspec.json.decode(file.read_bytes(), type=dict[str, Made])
    except (OSError, msgspec.DecodeError):
        return None
    return {OutputPath(path): made for path, made in found.items() if _is_safe(path)}


def write_manifest(file: Path, manifest: dict[OutputPath, Made]) -> None:
    """Writes a manifest, to be put in its place by a swap."""
    data = msgspec.json.format(msgspec.json.encode(dict(sorted(manifest.items()))), indent=1)
    file.write_bytes(data + b"\n")


def still_whole(folder: Path, manifest: dict[OutputPath, Made],
                stamps: Mapping[OutputPath, Stamp]) -> dict[OutputPath, Stamp]:  # fmt: skip
    """Those files of the manifest that lie in the folder as they were written, with their stamps. A file that wears its stamp
    of `stamps` is not opened.
    """
    now = zip(manifest.items(), stamps_of(str(folder), list(manifest)), strict=True)
    return {path: stamp for (path, made), stamp in now
            if stamp != NO_STAMP and (stamps.get(path) == stamp or is_whole(folder, path, made))}  # fmt: skip


def is_whole(folder: Path, path: OutputPath, made: Made) -> bool:
    """Whether the file at `path` holds the bytes that were made."""
    target = folder / path
    try:
        status = target.lstat()
        if not stat.S_ISREG(status.st_mode) or status.st_size != made.size:
            return False
        with open(target, "rb") as file:
            return of_file(file) == made.digest
    except OSError:
        return False


def _is_safe(path: str) -> bool:
    parts = path.split("/")
    return (
        not path.startswith("/") and ".." not in parts and "" not in parts and "\\" not in path and ":" not in parts[0]
    )
