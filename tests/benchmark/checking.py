"""`python tests/benchmark/checking.py [--posts 1000]`: what `sitegen check` takes beside a clean build of the same site, in turns;
and how fast it reads the texts of this project's own site for spelling and ease.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmark import measure, run, table, tools  # noqa: E402
from benchmark.measure import Cost  # noqa: E402
from benchmark.tools import SITEGEN  # noqa: E402
from sitegen.check.prose import prose_of_document  # noqa: E402
from sitegen.check.reading import ease_of, hardest_of, long_sentences, text_of  # noqa: E402
from sitegen.check.spelling import slips_in  # noqa: E402

CONTENT = Path(__file__).resolve().parents[2] / "content"


def main() -> None:
    """Measures and prints a Markdown table."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark/checking.py", description=__doc__)
    parser.add_argument("--posts", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{table.machine()}\n\nSpelling and ease of our own texts: {reading_speed() / 1e6:.1f} MB/s\n")
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
        print(f"| {options.posts} posts | s | processor s | × clean build |\n|---|---:|---:|---:|")
        clean = statistics.median(each.wall for each in costs["clean build"])
        for name, all_ in costs.items():
            wall, cpu = (
                statistics.median(each) for each in zip(*((each.wall, each.cpu) for each in all_), strict=True)
            )
            print(f"| {name} | {wall:.1f} | {cpu:.1f} | {wall / clean:.1f} |")


def reading_speed(rounds: int = 15) -> float:
    """Bytes of Markdown a second of processor time, the median of so many rounds. Each text is looked through for slips, split into
    sentences, measured, and its long and its hardest sentences are found, whether it is hard or not.
    """
    texts = [path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.md")]
    proses = [prose_of_document(text, "a.md", "posts") for text in texts]
    times = []
    for _ in range(rounds):
        began = time.process_time()
        for prose in proses:
            slips_in(prose, "it")
            text = text_of(prose, "it")
            assert text is not None
            ease_of(text)
            list(long_sentences(text, 46))
            hardest_of(text)
        times.append(time.process_time() - began)
    return sum(len(text.encode()) for text in texts) / statistics.median(times)


if __name__ == "__main__":
    main()
