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
    head = [f"{pair.posts:,} posts, {pair.pages:,} pages", "sitegen: CPU s", "wall s", "MB",
            f"{pair.peer}: CPU s", "wall s", "MB", "× CPU", "× wall"]  # fmt: skip
    return _table(head, (_cells(row) for row in pair.rows))


def _cells(row: Row) -> list[str]:
    pairs = list(zip(row.own, row.peer, strict=True))
    return [row.situation, *_medians(row.own), *_medians(row.peer),
            _ratio([one.cpu / other.cpu for one, other in pairs]), _ratio([one.wall / other.wall for one, other in pairs])]  # fmt: skip


def _medians(costs: Sequence[Cost]) -> list[str]:
    return [f"{median(cost.cpu for cost in costs):.2f}", f"{median(cost.wall for cost in costs):.2f}",
            f"{median(cost.largest for cost in costs) / MEGABYTE:.0f}"]  # fmt: skip


def growth_table(pairs: Sequence[Pair]) -> str:
    """What a post costs in a clean build, by the number of posts; memory is that of all processes together."""
    rows = []
    for pair in pairs:
        for row in pair.rows:
            if row.situation == "clean build":
                rows.append(_growth("sitegen", pair.posts, row.own, pair.memory[0]))
                rows.append(_growth(pair.peer, pair.posts, row.peer, pair.memory[1]))
    return _table(["posts", "clean build by", "CPU ms a post", "wall ms a post", "MB in all"], rows)


def _growth(name: str, posts: int, costs: Sequence[Cost], held: int) -> list[str]:
    return [f"{posts:,}", name, f"{median(cost.cpu for cost in costs) / posts * 1000:.2f}",
            f"{median(cost.wall for cost in costs) / posts * 1000:.2f}", f"{held / MEGABYTE:.0f}"]  # fmt: skip


def start_line(costs: Sequence[Cost]) -> str:
    """How long a start takes."""
    cpu, wall = (median(getattr(cost, kind) for cost in costs) * 1000 for kind in ("cpu", "wall"))
    return f"`sitegen --version`: {wall:.0f} ms of wall, {cpu:.0f} ms of CPU (median of {len(costs)})"


def _ratio(values: Sequence[float]) -> str:
    value = median(values)
    return f"{value:.3f}" if value < 0.095 else f"{value:.2f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *("---:" for _ in head[1:])], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
