"""What a command costs: CPU and wall seconds of it and all its children, and the memory that they hold together."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

KIBIBYTE = 1024
EVERY = 0.03
"""Seconds between two looks at the memory, at least."""
REST = 10
"""A look stops the process; it is left alone for so many times as long as the last one took."""


class Cost(NamedTuple):
    """CPU seconds (user and system, of all processes), wall seconds, and the bytes of the largest process."""

    cpu: float
    wall: float
    largest: int


class Failed(Exception):
    """A tool did not finish its build."""


def cost_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Runs the command in a fresh process to its end. Raises `Failed` with what it said."""
    log = folder.parent / "log.txt"
    started = time.perf_counter()
    process = _start(command, folder, environment, log)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    _check(process, status, log)
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * KIBIBYTE)


def memory_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> int:
    """Runs the command; the most bytes that its processes held at one moment, with shared pages counted once (PSS of
    https://docs.kernel.org/filesystems/proc.html). Linux only; looking costs time, so this run is not timed.
    """
    log, peak = folder.parent / "log.txt", 0
    process = _start(command, folder, environment, log)
    while True:
        done, status = os.waitpid(process.pid, os.WNOHANG)
        if done:
            _check(process, status, log)
            return peak
        began = time.perf_counter()
        peak = max(peak, sum(_held(pid) for pid in family(process.pid)))
        time.sleep(max(EVERY, REST * (time.perf_counter() - began)))


def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as told:
        return subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=told
        )


def _check(process: subprocess.Popen[bytes], status: int, log: Path) -> None:
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(f"{process.args} ended with {process.returncode}:\n{log.read_text(errors='replace')[-3000:]}")


def family(pid: int) -> list[int]:
    """The process and all below it."""
    found = [pid]
    for each in found:
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _held(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * KIBIBYTE for line in lines if line.startswith("Pss:"))
