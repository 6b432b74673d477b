"""Opens a file of the site in the program that its owner writes with."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path, PurePath

from sitegen.preview.watcher import FOLDERS
from sitegen.read.snapshot import TEXT

AT_LINE = {"code": "-g {file}:{line}", "codium": "-g {file}:{line}", "code-insiders": "-g {file}:{line}",
           "cursor": "-g {file}:{line}", "subl": "{file}:{line}", "zed": "{file}:{line}",
           "mate": "{file} -l {line}", "kate": "{file} -l {line}"}  # fmt: skip
"""How programs with a window are told a line: their command's own options."""


def file_of_site(root: Path, path: str) -> Path | None:
    """The file at `path` (from the root) where it is a text of the site's own, in `content/` or `themes/`; else None: what
    the system would run, or show in another program, is not opened.
    """
    if "\0" in path:
        return None
    real = Path(os.path.realpath(root / path))
    folders = (Path(os.path.realpath(root / name)) for name in FOLDERS)
    inside = any(folder in real.parents for folder in folders)
    return real if inside and real.is_file() and real.suffix.lower() in TEXT else None


def open_file(file: Path, line: int) -> bool:
    """Opens `file`, at `line` where the program can: with `VISUAL`, else with what the system opens texts with. Whether
    there was a program.
    """
    try:
        if chosen := os.environ.get("VISUAL"):
            program = shlex.split(chosen)
            form = AT_LINE.get(PurePath(program[0]).stem, "{file}") if line else "{file}"
            command = [*program, *(part.format(file=file, line=line) for part in form.split())]
        elif sys.platform == "win32":
            os.startfile(file)  # noqa: S606 # a text of the site, by the owner's own wish
            return True
        else:
            opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
            if opener is None:
                return False
            command = [opener, str(file)]
        nowhere = subprocess.DEVNULL
        subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)  # noqa: S603
    except (OSError, ValueError, IndexError):
        return False
    return True
