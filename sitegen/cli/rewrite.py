"""A file of the owner's, written anew, and put back."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def rewrite(file: Path, data: bytes) -> None:
    """All of it, or nothing: whoever reads the file meanwhile sees one or the other. Raises OSError."""
    real = Path(os.path.realpath(file))
    number, name = tempfile.mkstemp(dir=real.parent, prefix=".", suffix=".new")
    beside = Path(name)
    try:
        with os.fdopen(number, "wb") as opened:
            opened.write(data)
        beside.chmod(real.stat().st_mode)
        os.replace(beside, real)
    finally:
        beside.unlink(missing_ok=True)


def put_back(file: Path, written: bytes, before: bytes) -> None:
    """What was in the file before it was `written`, unless somebody has changed it since. Raises OSError."""
    if file.is_file() and file.read_bytes() == written:
        rewrite(file, before)
