"""Who else has a hand in a folder: a program that copies it to other devices, or a disk that is elsewhere. Only what is sure."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

_FAR = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "9p", "ceph", "glusterfs")


def synchroniser(folder: Path, home: Path, environment: Mapping[str, str]) -> str:
    """The program that keeps `folder` (real path) the same on other devices, as it says itself; "" where none does."""
    for name, place in _synchronised(home, environment):
        if folder.is_relative_to(os.path.realpath(place)):
            return name
    return ""


def _synchronised(home: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, Path]]:
    """The folders of such programs: OneDrive names its own in the environment, Dropbox in `info.json`
    (https://help.dropbox.com/installs/locate-dropbox-folder), macOS puts the others where it wants them.
    """
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial"):
        if place := environment.get(name):
            yield "OneDrive", Path(place)
    noted = [
        Path(each) / "Dropbox/info.json" for name in ("APPDATA", "LOCALAPPDATA") if (each := environment.get(name))
    ]
    for file in (home / ".dropbox/info.json", *noted):
        try:
            accounts = json.loads(file.read_bytes())
            yield from (("Dropbox", Path(each["path"])) for each in accounts.values())
        except (OSError, ValueError, AttributeError, KeyError, TypeError):
            continue
    if sys.platform == "darwin":
        yield "iCloud Drive", home / "Library/Mobile Documents"
        for each in (home / "Library/CloudStorage").glob("*"):
            yield each.name.partition("-")[0], each


def disk_over_the_network(folder: str, mounts: Path = Path("/proc/self/mounts")) -> str:
    """How the disk of `folder` (real path) is reached over a network: `nfs4`, `cifs` …; "" where it is not, or it cannot be told."""
    if folder.startswith("\\\\"):
        return "SMB"
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    places = [(parts[1].replace("\\040", " "), parts[2]) for line in lines if len(parts := line.split(" ")) > 2]
    above = [(len(place), kind) for place, kind in places if Path(folder).is_relative_to(place)]
    kind = max(above, default=(0, ""), key=lambda each: each[0])[1]
    return kind if kind in _FAR else ""
