"""Builds in processes of their own in which something happens at a chosen act on the disk: the process is killed there, the
disk fails, a file goes away. Nothing is imitated: Python tells of each act before it does it (PEP 578), and what the hook
raises is what the act would have raised.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ACTS = ("open", "os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove")
Hook = Callable[[str, tuple[Any, ...]], None]


def build_in_child(build: Callable[[], bool], hook: Hook) -> int:
    """Runs `build` in a copy of this process, telling `hook` of each act on the disk. Returns 0 where the build succeeded,
    1 where it failed, the negative signal where it was killed.
    """
    process = os.fork()
    if process == 0:
        status = 70
        try:
            sys.addaudithook(lambda event, arguments: hook(event, arguments) if event in ACTS else None)
            status = 0 if build() else 1
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def changes_disk(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether an act changes something."""
    if event != "open":
        return event in ACTS
    path, _, flags = arguments
    return isinstance(path, str) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def command(*arguments: str, cwd: Path, hook: str = "", **more: Any) -> subprocess.CompletedProcess[str]:
    """`sitegen` with arguments, in English; `hook` is the body of a function of `event` and `arguments`, in Python."""
    return subprocess.run(
        line(*arguments, hook=hook), cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHONUTF8": "1"}, **more
    )  # fmt: skip


def line(*arguments: str, hook: str = "") -> list[str]:
    """The command line of `command`."""
    body = "\n".join("    " + each for each in hook.splitlines()) or "    pass"
    code = f"import os, signal, sys\ndef at(event, arguments):\n{body}\nsys.addaudithook(at)\n"
    return [sys.executable, "-c", f"{code}from sitegen.__main__ import main\nsys.exit(main())\n", *arguments]


def obey_permissions() -> None:
    """For a new process: the superuser's is bound by the permissions of files like anybody's (capabilities(7))."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if ctypes.CDLL(None).prctl(24, capability, 0, 0, 0) != 0:  # PR_CAPBSET_DROP
                raise OSError("cannot give up the superuser's rights")


def on_disk(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A shell script in which disks can be mounted; they go when it ends."""
    namespace = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    try:
        possible = subprocess.run(
            [*namespace, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False
        )
    except FileNotFoundError:
        possible = None
    if possible is None or possible.returncode:
        pytest.skip("needs a system where a process may mount a disk of its own: Linux with user namespaces, or root")
    return subprocess.run([*namespace, "sh", "-ec", script], cwd=cwd, capture_output=True, text=True, check=False,
                          env={**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHON": sys.executable})  # fmt: skip
