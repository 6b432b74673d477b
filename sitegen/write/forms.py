"""Forms of pictures that earlier builds have made, in `.sitegen/`: to make them takes longer than all the rest of a build. The
folder may be deleted at any moment.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sitegen.digest import Digest, of_file
from sitegen.render.render import Made

NAME = "pictures"


class KeptForms:
    """Each lies in a file that is called by its key and by the digest of its bytes, which tells whether it is still whole. A
    `forgetful` one keeps what is new, but knows nothing old.
    """

    def __init__(self, folder: Path, *, forgetful: bool = False) -> None:
        self._folder = folder / NAME
        self._used: set[str] = set()
        try:
            names = os.listdir(self._folder)
        except OSError:
            names = []
        self._there = {name.partition(".")[0]: name for name in names}
        self._known = {} if forgetful else dict(self._there)

    def find(self, key: Digest) -> tuple[str, Made] | None:
        """The file of a form, and how its bytes were made; None where there is none, or it is broken."""
        name = self._known.get(key)
        if name is None:
            return None
        path = str(self._folder / name)
        try:
            with open(path, "rb") as file:
                digest, size = of_file(file), os.fstat(file.fileno()).st_size
        except OSError:
            return None
        return (path, Made(key, digest, size)) if name == f"{key}.{digest}" else None

    def is_sound(self) -> bool:
        """Whether each form is as it was kept."""
        return all(self.find(Digest(key)) for key in self._known if key != "new")

    def use(self, key: Digest) -> None:
        """Says that a form is still wanted."""
        self._used.add(key)

    def keep(self, made: Made, data: bytes) -> str:
        """Keeps a form; the file in which it lies now, "" where the disk fails."""
        path = self._folder / f"{made.key}.{made.digest}"
        beside = self._folder / "new"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(data)
            os.replace(beside, path)
        except OSError:
            return ""
        return str(path)

    def forget_others(self) -> None:
        """Forgets what nobody has asked for."""
        for key, name in self._there.items():
            if key not in self._used:
                with suppress(OSError):
                    os.unlink(self._folder / name)
