"""What sitegen wrote into an output folder: the folder carries it along (`.sitegen.json`), so that it is known wherever
the folder goes, and whatever becomes of the site's own `.sitegen/`.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import msgspec

from sitegen.digest import of_file
from sitegen.paths import OutputPath
from sitegen.read.stamps import NO_STAMP, Stamp, stamps_of
from sitegen.render.render import Made

NAME = ".sitegen.json"
BEFORE = ".sitegen-before.json"
"""What `NAME` was, while a swap lasts: what is found after a crash is that of one or the other."""


_PLAIN = re.compile(r"(?:[\w-]+[/.])*[\w-]+", re.ASCII).fullmatch  # nearly all
Manifest = dict[OutputPath, Made]


def read_manifest(folder: Path) -> Manifest | None:
    """What sitegen wrote in `folder`; None where it carries no manifest that can be read, and so is no output folder of
    sitegen's. A path that leads out of the folder is not sitegen's. After a crash, what lies there tells how far sitegen
    had come.
    """
    found = _read(folder / NAME)
    if found is None:
        return None
    for path, made in (_read(folder / BEFORE) or {}).items():
        if path not in found or is_whole(folder, path, made):
            found[path] = made
    return found


def _read(file: Path) -> Manifest | None:
    try:
        found = msgspec.json.decode(file.read_bytes(), type=dict[str, Made])
    except (OSError, msgspec.DecodeError):
        return None
    unsafe = [path for path in found if not (_PLAIN(path) or _is_safe(path))]
    for path in unsafe:
        del found[path]
    return cast("Manifest", found)


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Writes a manifest, to be put in its place by a swap."""
    file.write_bytes(msgspec.json.encode({path: manifest[path] for path in sorted(manifest)}) + b"\n")


def still_whole(folder: Path, manifest: Manifest,
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
