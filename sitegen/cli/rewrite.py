"""A file of the owner's, written anew."""

from __future__ import annotations

import os
from pathlib import Path


def rewrite(file: Path, data: bytes) -> None:
    """All of it, or nothing: whoever reads the file meanwhile sees one or the other. Raises OSError."""
    real = Path(os.path.realpath(file))
    beside = real.with_name(f".{real.name}.new")
    try:
        beside.write_bytes(data)
        beside.chmod(real.stat().st_mode)
        os.replace(beside, real)
    finally:
        beside.unlink(missing_ok=True)
