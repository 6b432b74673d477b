"""`python tests/benchmark/preview.py [--cache FOLDER --peers hugo eleventy]`: from a save to the changed page, with the servers that
the tools bring for writing; the same edits of the same posts, at any moment. Asked for over HTTP as a browser would, and for
sitegen also in a browser.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmark import measure, run, table, tools  # noqa: E402
from benchmark.situations import Site, base_template, body, post_template, title  # noqa: E402
from benchmark.tools import ELEVENTY, HUGO, SITEGEN, Tool  # noqa: E402

PAUSE = (0.5, 1.5)  # s between two edits, longer for larger sites
IDLE = 20.0  # s in which nothing changes
BUSY, QUIET = 50.0, 3  # ms of a second, seconds in a row
LOOK = 0.003  # s between two looks
LOOK_AT_PAGE = 150  # ms between two looks at an open page, which take its time; when it was painted it tells itself
PATIENCE = 600.0  # s
TICK = os.sysconf("SC_CLK_TCK")
HIDDEN = "<p hidden>{}</p>"
STARTS = 5
WATCH = """window.shows = (sign) => document.documentElement.outerHTML.replaceAll('hidden=""', 'hidden').includes(sign);
new PerformanceObserver((list) => {
  for (const each of list.getEntriesByName("first-contentful-paint")) window.painted = performance.timeOrigin + each.startTime;
}).observe({type: "paint", buffered: true});
window.waitFor = (sign) => {
  window.painted = 0;
  new MutationObserver((_, observer) => {
    if (!shows(sign)) return;
    observer.disconnect();
    const next = () => { window.painted = performance.timeOrigin + performance.now(); };
    requestAnimationFrame(() => requestAnimationFrame(next));
  }).observe(document, {subtree: true, childList: true, characterData: true});
}"""
"""When a page was painted: a new one says so itself; one that became another where it stood was by the frame after the next."""
EDITS: dict[str, tuple[Callable[[Site, int], None], str]] = {
    "body": (body, "Riletto {} volte"), "title": (title, "({})"), "template of posts": (post_template, HIDDEN),
    "template of all pages": (base_template, HIDDEN)}  # fmt: skip


class Server(NamedTuple):
    """A tool as it is run while one writes: `options` are added to its command, with the port in place of `{}`."""

    tool: Tool
    options: tuple[str, ...]

    def command(self, cache: Path, port: int) -> list[str]:
        """The command that serves on a port."""
        first = self.tool.command(cache)[:1] if self.tool is SITEGEN else self.tool.command(cache)
        return [*first, *(each.format(port) for each in self.options)]


OWN = Server(SITEGEN, ("serve", "--port", "{}"))
PEERS = {"hugo": Server(HUGO, ("server", "--port", "{}", "--quiet")),
         "eleventy": Server(ELEVENTY, ("--serve", "--incremental", "--port={}"))}  # fmt: skip


def main() -> None:
    """Measures and prints a Markdown table."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark/preview.py", description=__doc__)
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--edits", type=int, default=15)
    parser.add_argument("--cache", type=Path, help="folder for the peers, which are installed there once")
    parser.add_argument("--peers", nargs="+", choices=PEERS, default=[])
    options = parser.parse_args()
    cache = (options.cache or Path()).resolve()
    if options.peers:
        tools.install(cache)
    print(
        f"{table.machine()}\n\n| posts | server | edit | median ms | 90th percentile | longest | processor ms an edit |"
    )
    print("|---:|---|---|---:|---:|---:|---:|")
    for posts in options.posts:
        for server in (OWN, *(PEERS[each] for each in options.peers)):
            with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
                measure_server(server, posts, options.edits, cache, Path(folder))


def measure_server(server: Server, posts: int, edits: int, cache: Path, work: Path) -> None:
    """Prints the rows of a server and a site with so many posts."""
    made = run.new_site(server.tool, posts, work)
    name = f"{posts} | {server.tool.name}"
    with serving(server, made, cache):
        pass  # from now on what the tool keeps between runs is there
    starts = []
    for _ in range(STARTS):
        with serving(server, made, cache) as (_, _, first):
            starts.append(first)
    print(
        f"| {name} | first page, started again | {statistics.median(starts):.0f} | | {max(starts):.0f} | |", flush=True
    )
    with serving(server, made, cache) as (process, port, _):
        page = f"/blog/{made.edited.slug}/"
        for edit in EDITS:
            before = processor_ms(process.pid)
            waits = []
            for began, sign in edits_of(edit, made, edits, posts):
                until(lambda sign=sign: sign in get(port, page))
                waits.append((time.time() - began) * 1000)
            print_row(f"{name} | {edit}", waits, (processor_ms(process.pid) - before) / edits)
        if server is OWN:
            measure_browser(name, made, edits, posts, f"http://127.0.0.1:{port}{page}")
        until(lambda: max(used(process.pid, 1.0) for _ in range(QUIET)) < BUSY)  # the last edit may still be at work
        idle = used(process.pid, IDLE)
        print(f"| {name} | nothing, a second | | | | {idle / IDLE:.1f} |", flush=True)


def measure_browser(name: str, made: Site, edits: int, posts: int, address: str) -> None:
    """Prints the rows of a page that is open in Chromium, where there is one."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    if program is None:
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(WATCH)
        page.goto(address)
        page.locator("sitegen-preview[listens]").wait_for(state="attached")
        for edit in ("body", "template of all pages"):
            waits = []
            for began, sign in edits_of(
                edit, made, edits, posts, edits, partial(page.evaluate, "sign => waitFor(sign)")
            ):
                page.wait_for_function("sign => painted && shows(sign)", arg=sign, polling=LOOK_AT_PAGE)
                waits.append(page.evaluate("painted") - began * 1000)
            print_row(f"{name} | {edit}, in the browser", waits)
        browser.close()


def edits_of(edit: str, made: Site, edits: int, posts: int, first: int = 0,
             announce: Callable[[str], object] = lambda _: None) -> Iterator[tuple[float, str]]:  # fmt: skip
    """Makes so many edits, each when the one before has been seen: when (POSIX seconds), and what then stands in the page, which
    is announced.
    """
    act, sign = EDITS[edit]
    for turn in range(first, first + edits):
        rest(posts)
        announce(sign.format(turn + 1))
        began = time.time()
        act(made, turn)
        yield began, sign.format(turn + 1)


def rest(posts: int) -> None:
    """Lets some time pass."""
    time.sleep(random.uniform(*PAUSE) * (1 + posts / 1000))


def print_row(name: str, waits: list[float], cost: float | None = None) -> None:
    """Prints what came of a series of edits."""
    row = [
        statistics.median(waits),
        statistics.quantiles(waits, n=10, method="inclusive")[-1],
        max(waits),
        *([cost] if cost is not None else []),
    ]
    print(f"| {name} | {' | '.join(f'{each:.0f}' for each in row)} |{' |' if cost is None else ''}", flush=True)


@contextmanager
def serving(server: Server, made: Site, cache: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, float]]:
    """Runs the server on a site: its process, its port, and how long its first page took (ms)."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    began = time.perf_counter()
    with (made.folder.parent / "log.txt").open("wb") as log:
        process = subprocess.Popen(server.command(cache, port), cwd=made.folder, stdout=log, stderr=log,
                                   env=tools.environment(server.tool, cache))  # fmt: skip
    try:
        until(lambda: get(port, "/"))
        yield process, port, (time.perf_counter() - began) * 1000
    finally:
        process.terminate()
        process.wait()


def get(port: int, path: str) -> str:
    """A page, "" where there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    with suppress(OSError, http.client.HTTPException):
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        return text if answer.status == 200 else ""
    return ""


def until(condition: Callable[[], object]) -> None:
    """Waits for a condition."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise measure.Failed("waited in vain")
        time.sleep(LOOK)


def used(process: int, seconds: float) -> float:
    """What a process uses of the processor in some time (ms)."""
    before = processor_ms(process)
    time.sleep(seconds)
    return processor_ms(process) - before


def processor_ms(process: int) -> float:
    """What a process and all below it have used of the processor (proc(5))."""
    ticks = 0
    for each in measure.family(process):
        with suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks * 1000 / TICK


if __name__ == "__main__":
    main()
