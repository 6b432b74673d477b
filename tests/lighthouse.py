"""Lighthouse, which visits pages as a phone does and tells what it has measured."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parent / "browser/lighthouse.mjs"
MOVED = 0.0005
"""Below this, Lighthouse shows a shift of 0."""

Visit = Callable[[str, int], dict[str, Any]]
"""An address → what is told of its page, which is visited again where a busy machine has kept its performance below the number."""


@contextmanager
def lighthouse(chromium: str) -> Iterator[Visit]:
    """One process, whose browser visits all pages that it is asked for."""
    node = shutil.which("node") or pytest.skip("needs node: apt-get install nodejs")
    command = [node, SCRIPT, chromium]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def visit(address: str, least: int) -> dict[str, Any]:
            process.stdin.write(f"{address} {least}\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline() or pytest.fail("Lighthouse has ended"))

        yield visit
        process.stdin.close()
    assert process.returncode == 0
