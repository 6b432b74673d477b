"""A terminal with somebody in front of it who answers what she is asked."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

_ENDED = re.compile(r"^exit (\d+)\Z", re.MULTILINE)
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


def on_a_screen(script: str, folder: Path, answers: Sequence[str], columns: int) -> tuple[int, str]:
    """What a shell's script does in the terminal tmux: its exit status and what is read on the screen, lines that scrolled away
    included. Each question that stands there as the last line gets the next answer.
    """
    tmux = shutil.which("tmux") or pytest.skip("needs a terminal that can be asked: apt-get install tmux")
    sockets = tempfile.mkdtemp(prefix="tmux-", dir="/tmp")  # the path of a socket has few characters (unix(7))

    def ask(*words: str) -> str:
        command = [tmux, "-L", "sitegen", "-f", "/dev/null", *words]
        environment = {**os.environ, "TMUX_TMPDIR": sockets, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
        return subprocess.run(
            command, env=environment, cwd=folder, check=True, stdout=subprocess.PIPE, text=True
        ).stdout.rstrip()

    # It stays when the script has ended, so that its last words are read.
    shell = shlex.join(("/bin/sh", "-c", f'(set -e\n{script})\necho "exit $?"; exec sleep 600'))
    ask("new-session", "-d", "-x", str(columns), "-y", "50", shell)
    try:
        left, asked, end = iter(answers), "", time.monotonic() + 120
        while not (ended := _ENDED.search(seen := ask("capture-pane", "-p", "-J", "-S", "-"))):
            last = seen.rpartition("\n")[2]
            if last.endswith("?") and last != asked:
                ask("send-keys", "-l", next(left))
                ask("send-keys", "Enter")
                asked = last
            assert time.monotonic() < end, seen
            time.sleep(0.05)  # there is nothing to wait for but the screen
        assert next(left, None) is None, "not all that she knows was asked for"
        return int(ended[1]), seen[: ended.start()]
    finally:
        ask("kill-server")
        shutil.rmtree(sockets, ignore_errors=True)
