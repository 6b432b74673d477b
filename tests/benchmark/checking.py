"""`python tests/benchmark/checking.py [--posts 1000]`: what `sitegen check` takes beside a clean build of the same site, in turns."""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmark import measure, run, table, tools  # noqa: E402
from benchmark.measure import Cost  # noqa: E402
from benchmark.tools import SITEGEN  # noqa: E402


def main() -> None:
    """Measures and prints a Markdown table."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark/checking.py", description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        folder = run.new_site(SITEGEN, options.posts, Path(work)).folder
        command = SITEGEN.command(Path(work))[0]
        costs: dict[str, list[Cost]] = {"clean build": [], "check": [], "check again": []}
        for _ in range(options.rounds):
            for name, arguments in zip(costs, (["build", "--clean"], ["check"], ["check"]), strict=True):
                if name != "check again":
                    shutil.rmtree(folder / ".sitegen", ignore_errors=True)
                cost = measure.cost_of([command, *arguments], folder, tools.environment(SITEGEN, Path(work)))
                costs[name].append(cost)
        print(f"{table.machine()}\n\n| {options.posts} posts | s | processor s | × clean build |\n|---|---:|---:|---:|")
        clean = statistics.median(each.wall for each in costs["clean build"])
        for name, all_ in costs.items():
            wall, cpu = (
                statistics.median(each) for each in zip(*((each.wall, each.cpu) for each in all_), strict=True)
            )
            print(f"| {name} | {wall:.1f} | {cpu:.1f} | {wall / clean:.1f} |")


if __name__ == "__main__":
    main()
