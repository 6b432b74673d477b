"""Measurements → Markdown."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmark.measure import Cost
from benchmark.run import Pair, Row

MEGABYTE = 1e6


def machine() -> str:
    """Cores, memory, system and Python of this machine."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    found = (
        re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()) if Path("/proc/cpuinfo").exists() else None
    )
    processor = found[1].strip() if found else platform.processor()
    return (f"{os.cpu_count()} cores ({processor}), {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}, "
            f"Python {platform.python_version()}")  # fmt: skip


def pair_table(pair: Pair) -> str:
    """One peer: for each situation both tools' cost, and sitegen's as a multiple of the peer's (medians of the rounds)."""
    head = [f"{pair.posts:,} posts, {pair.pages[0]:,} pages", "sitegen: CPU s", "wall s", "MB",
            f"{pair.peer}: CPU s", "wall s", "MB", "× CPU", "× wall", "× MB"]  # fmt: skip
    return _table(head, (_cells(row) for row in pair.rows))


def _cells(row: Row) -> list[str]:
    own, peer = _medians(row.own), _medians(row.peer)
    return [row.situation, f"{own.cpu:.2f}", f"{own.wall:.2f}", _megabytes(row.own_memory),
            f"{peer.cpu:.2f}", f"{peer.wall:.2f}", _megabytes(row.peer_memory),
            _ratio([one.cpu / other.cpu for one, other in zip(row.own, row.peer, strict=True)]),
            _ratio([one.wall / other.wall for one, other in zip(row.own, row.peer, strict=True)]),
            _ratio([row.own_memory / row.peer_memory]) if row.peer_memory else "–"]  # fmt: skip


def growth_table(pairs: Sequence[Pair]) -> str:
    """What a post costs in a clean build, by the number of posts."""
    rows = []
    for pair in pairs:
        clean = pair.rows[0]
        for name, cost, memory in (("sitegen", _medians(clean.own), clean.own_memory),
                                   (pair.peer, _medians(clean.peer), clean.peer_memory)):  # fmt: skip
            rows.append([f"{pair.posts:,}", name, f"{cost.cpu / pair.posts * 1000:.2f}",
                         f"{cost.wall / pair.posts * 1000:.2f}", f"{memory / MEGABYTE:.0f}"])  # fmt: skip
    return _table(["posts", "clean build", "CPU ms a post", "wall ms a post", "MB"], rows)


def start_line(costs: Sequence[Cost]) -> str:
    """How long a start takes."""
    cost = _medians(costs)
    return f"`sitegen --version`: {cost.wall * 1000:.0f} ms of wall, {cost.cpu * 1000:.0f} ms of CPU (median of {len(costs)})"


def _medians(costs: Sequence[Cost]) -> Cost:
    return Cost(median(cost.cpu for cost in costs), median(cost.wall for cost in costs))


def _megabytes(held: int) -> str:
    return f"{held / MEGABYTE:.0f}" if held else "–"


def _ratio(values: Sequence[float]) -> str:
    value = median(values)
    return f"{value:.3f}" if value < 0.095 else f"{value:.2f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
