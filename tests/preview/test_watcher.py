"""What has changed is told as it happens, and until then nobody works."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from kit import SiteCase
from served import Listener, Served, until

from sitegen.preview import alarm
from sitegen.preview.watcher import Watcher

MOST_WAKES = 40
"""In a second of rest; looking every 10 ms would be a hundred."""


@pytest.fixture(params=["it rings", "it must be asked"])
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """What a watcher of `tmp_path` has told, where the system lets folders ring and where it does not."""
    if request.param == "it must be asked":
        monkeypatch.setattr(alarm, "_ALL", 0)  # with nothing to ring for, the system refuses
    (tmp_path / "content").mkdir()
    paths: set[str] = set()
    watcher = Watcher(tmp_path, paths.update)
    watcher.start()
    yield paths
    watcher.stop()


def test_all_that_changes_is_told(tmp_path: Path, told: set[str]) -> None:
    (tmp_path / "content/a.md").write_text("x")
    until(lambda: "content/a.md" in told)
    told.clear()
    (tmp_path / "content/a.md").write_text("y")
    until(lambda: "content/a.md" in told)


def test_folders_that_come_and_move_are_listened_to(tmp_path: Path, told: set[str]) -> None:
    (tmp_path / "content/a/b").mkdir(parents=True)
    until(lambda: "content/a" in told)
    (tmp_path / "content/a/b/c.md").write_text("x")
    until(lambda: "content/a/b/c.md" in told)
    (tmp_path / "content/a").rename(tmp_path / "content/z")
    until(lambda: {"content/a", "content/z"} <= told)
    (tmp_path / "content/z/b/c.md").write_text("y")
    until(lambda: "content/z/b/c.md" in told)


@pytest.mark.skipif(sys.platform == "win32", reason="links: run on Linux or macOS")
def test_folders_behind_links_are_listened_to(tmp_path: Path, told: set[str]) -> None:
    (tmp_path / "altrove/intorno").mkdir(parents=True)
    (tmp_path / "altrove/intorno/indietro").symlink_to(tmp_path / "altrove")
    (tmp_path / "content/qui").symlink_to(tmp_path / "altrove")
    until(lambda: "content/qui" in told)
    file = tmp_path / "altrove/intorno/a.md"
    until(lambda: file.write_text("x") and "content/qui/intorno/a.md" in told)


def test_a_folder_of_the_root_goes_and_comes_back(tmp_path: Path, told: set[str]) -> None:
    for _ in range(2):
        told.clear()
        shutil.rmtree(tmp_path / "content")
        until(lambda: "content" in told)
        told.clear()
        (tmp_path / "content").mkdir()
        until(lambda: "content" in told)
        (tmp_path / "content/a.md").write_text("x")
        until(lambda: "content/a.md" in told)


@pytest.mark.skipif(sys.platform != "linux", reason="reads what the system counts: run on Linux")
def test_nobody_works_while_nothing_changes(tmp_path: Path, serve) -> None:
    served: Served = serve(SiteCase(tmp_path / "site"))
    process = served.process.pid
    until(lambda: wakes_in_a_second(process) in range(MOST_WAKES))
    listener = Listener(served.port).greet()
    until(lambda: wakes_in_a_second(process, process) == 0, "the loop that serves asks again and again")
    listener.close()
    served.site.file("content/static/a.txt", "Eccolo.")
    served.shows("/a.txt", "Eccolo.")


def wakes_in_a_second(process: int, thread: int | None = None) -> int:
    """How often a thread of a process, or all of them, went to sleep meanwhile (proc(5))."""
    tasks = Path(f"/proc/{process}/task")

    def wakes() -> int:
        counted = 0
        for task in tasks.glob(str(thread or "*")):
            with suppress(OSError):  # it has just ended
                lines = (task / "status").read_text().splitlines()
                counted += sum(int(each.split()[1]) for each in lines if each.startswith("voluntary_ctxt_switches"))
        return counted

    before, end = wakes(), time.monotonic() + 1
    until(lambda: time.monotonic() >= end)
    return wakes() - before
