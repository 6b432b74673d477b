"""`python tests/benchmark/preview.py`: from a save to the changed page, asked for over HTTP as a browser would, with a running
`sitegen serve`; in wall time, and in processor time of the server.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from kit import SiteCase  # noqa: E402
from served import Served, until  # noqa: E402

from benchmark import run, table  # noqa: E402
from benchmark.situations import base_template, body, post_template, title  # noqa: E402
from benchmark.tools import SITEGEN  # noqa: E402

EDITS = 15
PAUSE = (0.5, 1.5)  # s between two edits, longer for larger sites
TICK = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measures and prints a Markdown table."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark/preview.py", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 1000])
    options = parser.parse_args()
    print(f"{table.machine()}\n\n| posts | edit | median ms | 90th percentile | longest | processor ms an edit |")
    print("|---:|---|---:|---:|---:|---:|")
    for posts in options.posts:
        with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
            measure(posts, Path(folder))


def measure(posts: int, work: Path) -> None:
    """Prints the rows of a site with so many posts."""
    made = run.new_site(SITEGEN, posts, work)
    site = SiteCase.__new__(SiteCase)
    site.root = made.folder
    Served(site).stop()  # from now on the store is warm
    began = time.perf_counter()
    served = Served(site)
    until(lambda: served.get("/").status == 200)
    print(f"| {posts} | first page, warm store | {(time.perf_counter() - began) * 1000:.0f} | | | |", flush=True)
    address = f"/blog/{made.edited.slug}/"
    hidden = "<p hidden>{}</p>"
    for name, edit, sign in (("body", body, "Riletto {} volte"), ("title", title, "({})"), ("template of posts", post_template, hidden),
                             ("template of all pages", base_template, hidden)):  # fmt: skip
        waits, before = [], processor_ms(served.process.pid)
        for turn in range(EDITS):
            time.sleep(random.uniform(*PAUSE) * (1 + posts / 1000))
            began = time.perf_counter()
            edit(made, turn)
            served.shows(address, sign.format(turn + 1))
            waits.append((time.perf_counter() - began) * 1000)
        cost = (processor_ms(served.process.pid) - before) / EDITS
        high = statistics.quantiles(waits, n=10)[-1]
        row = (statistics.median(waits), high, max(waits), cost)
        print(f"| {posts} | {name} | {' | '.join(f'{each:.0f}' for each in row)} |", flush=True)
    served.stop()


def processor_ms(process: int) -> float:
    """What a process has used of the processor (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK


if __name__ == "__main__":
    main()
