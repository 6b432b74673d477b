"""Killed at any moment, stopped, run twice at once, on a disk that fails: the last good site stays whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kit import NOW, SiteCase, tree

from sitegen.build import build
from sitegen.model.states import Options

KILLS = int(os.environ.get("SITEGEN_KILLS", "12"))
COMMAND = [sys.executable, "-m", "sitegen", "build", "--now", "2026-11-23 12:00", "--jobs", "1"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals: run on Linux or macOS")


def write_posts(site: SiteCase, word: str) -> None:
    """Forty posts that all say `word`; each page then holds it whole or not at all."""
    for number in range(40):
        body = f"{word} " * 400
        site.file(f"content/posts/p{number}.md", f"---\ntitle: {word} {number}\ndate: 2026-01-14\n---\n{body}\n")


def ours(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if not path.startswith(".sitegen")}


def test_killed_at_any_moment_no_file_is_half_and_the_next_build_repairs_the_rest(site: SiteCase) -> None:
    rng = random.Random(2026)
    trees = {}
    for word in ("rosso", "verde"):
        write_posts(site, word)
        build(site.root, site.root.parent / word, Options(NOW))
        trees[word] = ours(site.root.parent / word)
    write_posts(site, "rosso")
    started = time.monotonic()
    subprocess.run(COMMAND, cwd=site.root, check=True, capture_output=True)
    whole = time.monotonic() - started
    for number in range(KILLS):
        word = ("verde", "rosso")[number % 2]
        write_posts(site, word)
        process = subprocess.Popen(COMMAND, cwd=site.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(rng.uniform(0, whole * 1.1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        for path, data in ours(site.output).items():
            assert data in (trees["rosso"].get(path), trees["verde"].get(path)), f"{path} is half written"
        site.run()
        assert ours(site.output) == trees[word]
        assert not (site.output / ".sitegen-staging").exists()


def test_stopped_by_hand_the_old_site_is_whole(site: SiteCase) -> None:
    write_posts(site, "rosso")
    site.build()
    before = tree(site.output)
    write_posts(site, "verde")
    process = subprocess.Popen(COMMAND, cwd=site.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate()
    assert "Traceback" not in errors
    if process.returncode == 130:
        assert tree(site.output) == before
    else:
        assert process.returncode == 0
    site.build()


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


def limited(site: SiteCase, size: int) -> subprocess.CompletedProcess[str]:
    """A build by a process that may write no file larger than `size` bytes, as on a disk that is full."""
    import resource

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(COMMAND, cwd=site.root, capture_output=True, text=True, preexec_fn=limit, check=False)


def test_a_full_disk_leaves_the_old_site_whole(site: SiteCase) -> None:
    site.build()
    before = tree(site.output)
    write_posts(site, "verde")
    done = limited(site, 4096)
    assert done.returncode == 1
    assert "E702" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(site.output) == before
    site.build()


def test_an_output_folder_that_cannot_be_made_is_said(site: SiteCase) -> None:
    site.file("altro", "un file")
    done = subprocess.run(
        [*COMMAND, "--output", "altro/sotto"], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "E70" in done.stderr
    assert "Traceback" not in done.stderr


def test_verify_finds_a_file_that_a_clean_build_would_not_make(site: SiteCase) -> None:
    write_posts(site, "rosso")
    done = subprocess.run(
        [*COMMAND, "--verify", "--lang", "it"], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "uguale, byte per byte" in done.stdout
    # A key that lies: the page is taken for the one that the view makes.
    manifest = site.output / ".sitegen.json"
    page = site.output / "index.html"
    import json

    from sitegen.digest import of_bytes

    known = json.loads(manifest.read_text())
    page.write_bytes(b"falsa")
    known["index.html"] |= {"digest": of_bytes(b"falsa"), "size": 5}
    manifest.write_text(json.dumps(known))
    done = subprocess.run([*COMMAND, "--verify"], cwd=site.root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "output/index.html  E707" in done.stderr
    shutil.rmtree(site.output)
    site.build()
