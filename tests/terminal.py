"""A terminal with somebody in front of it who answers what she is asked."""

from __future__ import annotations

import os
import pty
import re
import select
from collections.abc import Sequence
from pathlib import Path

_QUESTION = re.compile(r"\? ?(?:\x1b\[0m)? ?\Z")


def in_a_terminal(command: Sequence[str], folder: Path, answers: Sequence[str], **environment: str) -> tuple[int, str]:
    """What a command does there: its exit status and all that the terminal shows. Each question gets the next answer."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve(command[0], [*command], {**os.environ, "PYTHONUTF8": "1", **environment})
    left, seen = iter(answers), ""
    while True:
        ready, _, _ = select.select([terminal], [], [], 120)
        assert ready, seen
        try:
            data = os.read(terminal, 4096)
        except OSError:  # the other end has gone (Linux: EIO)
            break
        if not data:
            break
        seen += data.decode(errors="replace")
        if _QUESTION.search(seen) and not seen.endswith("\n"):
            os.write(terminal, next(left).encode() + b"\n")
    os.close(terminal)
    assert next(left, None) is None, "not all that she knows was asked for"
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), seen
