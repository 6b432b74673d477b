"""Killed at any moment, stopped, run twice at once, on a disk that fails: the last good site stays whole."""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from kit import NOW, SiteCase, tree
from sabotage import build_in_child, changes_disk

from sitegen.build import build
from sitegen.digest import of_bytes
from sitegen.model.states import Options

KILLS = int(os.environ.get("SITEGEN_KILLS", "8"))
EVERY = int(os.environ.get("SITEGEN_KILL_EVERY", "25"))
SEED = int(os.environ.get("SITEGEN_SEED", "2026"))
COMMAND = [sys.executable, "-m", "sitegen", "build", "--now", "2026-11-23 12:00", "--jobs", "1", "--lang", "en"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals: run on Linux or macOS")


def write_posts(site: SiteCase, word: str) -> None:
    """Forty posts that all say `word`; each page then holds it whole or not at all. «metà» are the first twenty."""
    for number in range(40):
        body = f"{word} " * 400
        site.file(f"content/posts/p{number}.md", f"---\ntitle: {word} {number}\ndate: 2026-01-14\n---\n{body}\n")
    for number in range(20, 40) if word == "metà" else ():
        site.remove(f"content/posts/p{number}.md")


def ours(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if not path.startswith(".sitegen")}


def known_trees(site: SiteCase) -> dict[str, dict[str, bytes]]:
    """The whole output for each word."""
    trees = {}
    for word in ("verde", "metà", "rosso"):
        write_posts(site, word)
        assert not build(site.root, site.root.parent / word, Options(NOW)).failed
        trees[word] = ours(site.root.parent / word)
    return trees


def accept(trees: dict[str, dict[str, bytes]]) -> dict[str, set[str]]:
    """The digests that each file may have while builds are killed; "" where it may be absent."""
    return {path: {of_bytes(each[path]) if path in each else "" for each in trees.values()}
            for path in set().union(*trees.values())}  # fmt: skip


def look(folder: Path, accepted: dict[str, set[str]]) -> str:
    """What is wrong in the folder as a visitor meets it, "" where nothing is."""
    for path, digests in accepted.items():
        try:
            found = of_bytes((folder / path).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            found = ""
        if found not in digests:
            return f"{path} is {'half written' if found else 'missing'}"
    return ""


def watch(folder: Path, accepted: dict[str, set[str]], wrong: Any, stop: Any) -> None:
    """A visitor that reads all files again and again."""
    while not stop.is_set():
        if told := look(folder, accepted):
            wrong.put(told)
            return


def test_killed_at_any_moment_no_file_is_half_and_the_next_build_repairs_the_rest(site: SiteCase) -> None:
    rng = random.Random(SEED)
    trees = known_trees(site)
    accepted = accept(trees)
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=site.root, check=True, capture_output=True)
    whole = time.monotonic() - started
    context = multiprocessing.get_context("spawn")
    wrong, stop = context.Queue(), context.Event()
    visitor = context.Process(target=watch, args=(site.output, accepted, wrong, stop))
    visitor.start()
    killed = 0
    while killed < KILLS:
        write_posts(site, rng.choice(list(trees)))
        process = subprocess.Popen(COMMAND, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0, whole))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
        assert not look(site.output, accepted)
        if rng.random() < 0.5:
            word = rng.choice(list(trees))
            write_posts(site, word)
            site.build()
            assert ours(site.output) == trees[word]
            assert [path.name for path in site.output.glob(".sitegen*")] == [".sitegen.json"]
    stop.set()
    visitor.join()
    assert wrong.empty(), wrong.get()
    site.build()


@pytest.mark.skipif(sys.platform != "linux", reason="forks: run on Linux")
def test_killed_before_any_act_on_the_disk_the_next_build_repairs_the_rest(site: SiteCase) -> None:
    trees = known_trees(site)
    accepted = accept(trees)
    site.build()

    def repaired(word: str) -> None:
        write_posts(site, word)
        site.build()
        assert ours(site.output) == trees[word]
        assert [path.name for path in site.output.glob(".sitegen*")] == [".sitegen.json"]

    rng, number, killed = random.Random(SEED), 0, True
    while killed:
        number += rng.randrange(2 * EVERY) if number else 1
        seen = 0

        def hook(event: str, arguments: tuple[Any, ...], last: int = number) -> None:
            nonlocal seen
            seen += changes_disk(event, arguments)
            if seen >= last:
                os.kill(os.getpid(), signal.SIGKILL)

        repaired("rosso")
        word, then = ("metà", "rosso") if number % 2 else ("verde", "metà")  # what had been begun may be wanted no more
        write_posts(site, word)
        status = build_in_child(lambda: not build(site.root, site.output, Options(NOW)).failed, hook)
        killed = status == -signal.SIGKILL
        assert killed or status == 0
        assert not look(site.output, accepted), f"killed before act {number}"
        repaired(then)
    assert number > 100, "the build did not change the disk as often as it should have"


@pytest.mark.parametrize("request_to_stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_by_hand_the_old_site_is_whole_or_the_new_one(site: SiteCase, request_to_stop: signal.Signals) -> None:
    rng = random.Random(SEED)
    trees = known_trees(site)
    write_posts(site, "rosso")
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=site.root, check=True, capture_output=True)
    whole = time.monotonic() - started
    for _ in range(KILLS):
        before = ours(site.output)
        word = rng.choice(list(trees))
        write_posts(site, word)
        process = subprocess.Popen(COMMAND, cwd=site.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(rng.uniform(0, whole))
        process.send_signal(request_to_stop)
        said, errors = process.communicate()
        assert "Traceback" not in errors
        if "as it was" in errors:
            assert ours(site.output) == before
        elif "Site built" in said:
            assert ours(site.output) == trees[word]
        assert ours(site.output) in (before, trees[word])


def test_two_builds_at_once_both_end_and_the_site_is_whole(site: SiteCase) -> None:
    write_posts(site, "rosso")
    processes = [
        subprocess.Popen(COMMAND, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], said
    site.build()
    assert site.rendered() == ()


def test_a_lock_whose_owner_is_gone_does_not_block(site: SiteCase) -> None:
    site.build()
    site.file(".sitegen/lock", "12345")
    assert subprocess.run(COMMAND, cwd=site.root, capture_output=True, timeout=60, check=False).returncode == 0


def test_verify_finds_a_file_that_a_clean_build_would_not_make(site: SiteCase) -> None:
    write_posts(site, "rosso")
    done = subprocess.run([*COMMAND, "--verify"], cwd=site.root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "equal, byte for byte" in done.stdout
    # A key that lies: the page is taken for the one that the view makes.
    manifest = site.output / ".sitegen.json"
    page = site.output / "index.html"
    known = json.loads(manifest.read_text())
    page.write_bytes(b"falsa")
    known["index.html"] |= {"digest": of_bytes(b"falsa"), "size": 5}
    manifest.write_text(json.dumps(known))
    done = subprocess.run([*COMMAND, "--verify"], cwd=site.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "output/index.html  E707" in done.stderr
    shutil.rmtree(site.output)
    site.build()
