"""`python tests/benchmark --cache FOLDER`: sitegen beside Hugo, Eleventy and Pelican on the same posts."""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmark import run, table, tools  # noqa: E402
from benchmark.measure import Failed  # noqa: E402
from benchmark.situations import SITUATIONS  # noqa: E402


def main() -> int:
    """Installs, measures and prints a Markdown report; each run goes to the error stream as it ends."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark", description=__doc__)
    parser.add_argument(
        "--cache", type=Path, required=True, help="folder for the peers, which are installed there once"
    )
    parser.add_argument("--work", type=Path, help="folder for the sites (a temporary one)")
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument("--peers", nargs="+", choices=tools.PEERS, default=list(tools.PEERS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--situations", nargs="+", choices=SITUATIONS, default=list(SITUATIONS))
    parser.add_argument("--compare", action="store_true", help="only build the sites and compare them; measure nothing")
    options = parser.parse_args()
    tools.install(options.cache.resolve())
    act = compare if options.compare else report
    with tempfile.TemporaryDirectory() as temporary:
        try:
            act(options, options.cache.resolve(), (options.work or Path(temporary)).resolve())
        except Failed as failed:
            print(failed, file=sys.stderr)
            return 1
    return 0


def compare(options: argparse.Namespace, cache: Path, work: Path) -> None:
    """Says which sites are the same, as far as none differs."""
    for peer in options.peers:
        for posts in options.posts:
            run.build_same(tools.PEERS[peer], posts, cache, work)
            print(f"{tools.PEERS[peer].name}, {posts} posts: the same pages, feeds and sitemap", flush=True)


def report(options: argparse.Namespace, cache: Path, work: Path) -> None:
    """Measures all that was asked for, telling each table as soon as it is known."""
    print(
        f"{table.machine()}; {tools.versions(cache)}\n\n`python tests/benchmark {shlex.join(sys.argv[1:])}`\n",
        flush=True,
    )
    print(table.start_line(run.start_time(cache, work)) + "\n", flush=True)
    for peer in options.peers:
        pairs = []
        for posts in options.posts:
            pairs.append(run.compare(tools.PEERS[peer], posts, options.rounds, options.situations, cache, work))
            print(table.pair_table(pairs[-1]) + "\n", flush=True)
        print(table.growth_table(pairs) + "\n", flush=True)


sys.exit(main())
