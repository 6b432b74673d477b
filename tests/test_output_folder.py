"""What happens in the output folder: all or nothing, assets before pages, deletions last, and only to what is sitegen's."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from kit import NOW, SiteCase, tree
from sabotage import build_in_child, command, line, obey_permissions, on_disk

from sitegen.build import build
from sitegen.model.states import Options
from sitegen.read import stamps

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, mounts and permissions: run on Linux")
BUILD = ("build", "--now", "2026-11-23 12:00", "--jobs", "1")


def post(name: str, body: str = "Testo.") -> str:
    return f"-- content/posts/{name}.md --\n---\ntitle: {name}\ndate: 2026-01-14\n---\n{body}\n"


@pytest.fixture
def blog(site: SiteCase) -> SiteCase:
    """A site whose next build creates, updates and deletes pages, assets and folders."""
    site.write(post("a") + post("b")).file("content/static/x/uno.txt", "1").file("content/static/due.txt", "2").build()
    site.write(post("a", "Altro.") + post("c")).remove("content/posts/b.md").remove("content/static/x")
    return site.file("content/static/due.txt", "22").file("content/static/y/tre.txt", "3")


# What is told on the way


def test_progress_counts_the_files_that_are_written(site: SiteCase) -> None:
    site.write(post("a"))
    told: list[tuple[int, int]] = []
    made = build(
        site.root, site.output, Options(NOW), progress=lambda key, *counts: key == "write" and told.append(counts)
    )
    assert made.changes is not None
    assert {total for _, total in told} == {len(made.changes.created)}
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1], "nothing is left to do when it is done"


# Whose the files are


def test_what_is_not_ours_stays(site: SiteCase) -> None:
    site.build()
    site.file("output/mio.txt", "mio").file("output/blog/nota.txt", "mia")
    site.write(post("a")).build()
    site.remove("content/posts").build()
    assert site.read("mio.txt") == "mio"
    assert site.read("blog/nota.txt") == "mia"
    assert not site.has("blog/a/index.html")
    site.remove("output/mio.txt").remove("output/blog/nota.txt")
    (site.output / "blog").rmdir()


def test_a_foreign_file_in_the_way_is_an_error_and_stays(site: SiteCase) -> None:
    site.build().file("output/blog/a/index.html", "a mano").write(post("a"))
    assert site.fails() == ("E701",)
    assert site.read("blog/a/index.html") == "a mano"


@pytest.mark.parametrize("place", ["x", "x/altro.txt", "x/vuota/"])
def test_a_folder_that_is_not_only_ours_does_not_become_a_file(site: SiteCase, place: str) -> None:
    site.file("content/static/x/y.txt", "1").build()
    if place.endswith("/"):
        (site.output / place).mkdir()
    else:
        site.file("output/x/y.txt" if place == "x" else f"output/{place}", "modificato a mano")
    site.remove("content/static/x").file("content/static/x", "2")
    assert site.fails() == ("E701",)


def test_a_file_of_ours_that_somebody_changed_stays_and_is_told_until_it_goes(site: SiteCase) -> None:
    site.write(post("a")).build()
    site.file("output/blog/a/index.html", "ritoccato").remove("content/posts/a.md")
    for _ in range(2):
        assert site.build().codes() == ("W701",)
        assert site.read("blog/a/index.html") == "ritoccato"
    site.remove("output/blog").build()
    assert site.codes() == ()


@pytest.mark.parametrize("name", [".gitignore", ".git/HEAD", ".sitegen-staging/0"])
def test_what_cannot_be_seen_does_not_keep_sitegen_out(site: SiteCase, name: str) -> None:
    site.file(f"output/{name}", "*\n").build()
    if not name.startswith(".sitegen"):
        assert site.read(name) == "*\n"
        site.remove(f"output/{name.split('/')[0]}")


@pytest.mark.parametrize("manifest", [None, "", "{", "[]"])
def test_a_folder_full_of_other_things_is_refused(site: SiteCase, manifest: str | None) -> None:
    site.file("output/foto/mare.txt", "il mare")
    if manifest is not None:
        site.file("output/.sitegen.json", manifest)
    assert site.fails() == ("E709",)
    assert "foto/mare.txt" in site.transcript("it")
    site.remove("output").build()


def test_a_copy_that_lost_its_hidden_files_is_taken_again(site: SiteCase) -> None:
    site.write(post("a")).build().remove("output/.sitegen.json").build()
    site.remove("content/posts/a.md").build()
    assert not site.has("blog/a/index.html")


def test_a_link_in_the_output_leads_nothing_out(site: SiteCase, tmp_path: Path) -> None:
    site.write(post("a")).build()
    (site.output / "blog").rename(tmp_path / "fuori")
    (site.output / "blog").symlink_to(tmp_path / "fuori")
    before = tree(tmp_path / "fuori")
    site.write(post("a", "Altro."))
    assert set(site.fails()) == {"E701"}
    site.remove("content/posts/a.md").run()
    assert tree(tmp_path / "fuori") == before
    site.built = None  # a clean build has no link to keep off


# What changes and what does not


def test_equal_bytes_keep_their_time(site: SiteCase) -> None:
    site.write(post("a", "Testo.\n\n<!--more-->\n") + post("b")).build()
    before = (site.output / "blog/b/index.html").stat().st_mtime_ns
    site.edit("content/posts/a.md", "<!--more-->\n", "<!--more-->\n\nAltro testo.").build()
    assert site.outcome
    assert site.outcome.changes
    assert "blog/a/index.html" in site.outcome.changes.updated
    assert "blog/b/index.html" in site.outcome.changes.kept
    assert (site.output / "blog/b/index.html").stat().st_mtime_ns == before


def test_a_file_of_the_output_that_was_lost_or_changed_comes_back(site: SiteCase) -> None:
    site.write(post("a")).build()
    site.remove("output/blog").file("output/index.html", "rovinata").build()
    assert site.has("blog/a/index.html")
    assert "Testo della home" in site.read("index.html")


def test_a_folder_may_become_a_file_and_back(site: SiteCase) -> None:
    site.file("content/static/x/y.txt", "1").build()
    site.remove("content/static/x").file("content/static/x", "2").build()
    assert site.read("x") == "2"
    site.remove("content/static/x").file("content/static/x/y.txt", "3").build()
    assert site.read("x/y.txt") == "3"


def test_what_is_renamed_or_deleted_takes_its_folders_along(site: SiteCase) -> None:
    site.write(post("a") + post("b")).file("content/static/x/y/z.txt", "1").build()
    (site.root / "content/posts/a.md").rename(site.root / "content/posts/nuovo.md")
    site.remove("content/posts/b.md").remove("content/static").build()
    assert site.has("blog/nuovo/index.html")
    for gone in ("blog/a", "blog/b", "x"):
        assert not (site.output / gone).exists()


# In which order


def test_new_files_are_ready_before_old_ones_go_assets_come_before_pages_and_deletions_last(blog: SiteCase) -> None:
    log = blog.root.parent / "log"
    done = command(*BUILD, cwd=blog.root, hook=f"""\
if event in ("os.rename", "os.link") or event == "open" and arguments[2] & os.O_CREAT:
    descriptor = os.open({str(log)!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if ".sitegen-staging" in str(arguments) else 0
    if descriptor:
        os.write(descriptor, (event + " " + " ".join(map(str, arguments[:2])) + "\\n").encode())
        os.close(descriptor)
""")  # fmt: skip
    assert done.returncode == 0, done.stderr
    acts = [each.split() for each in log.read_text().splitlines()]
    acts = [[event, *(os.path.relpath(path, blog.output) for path in paths)] for event, *paths in acts]
    first = next(number for number, act in enumerate(acts) if act[0] != "open")
    assert all(act[0] != "open" for act in acts[first:]), "something was still being written when the swap began"
    renamed = [(one, other) for event, one, other in acts if event == "os.rename" and ".json" not in one + other]
    placed = [other for one, other in renamed if one.startswith(".sitegen-staging/")]
    removed = [one for one, other in renamed if other.startswith(".sitegen-staging/")]
    assert {"blog/a/index.html", "blog/c/index.html", "due.txt", "y/tre.txt"} <= set(placed)
    assert set(removed) == {"blog/b/index.html", "x/uno.txt"}
    pages = [path.endswith(".html") for path in placed]
    assert pages == sorted(pages), "a page came before an asset"
    assert [one for one, _ in renamed[-2:]] == removed, "something was deleted before all was in its place"


@pytest.mark.parametrize("links", [True, False], ids=["second names", "no second names"])
@pytest.mark.parametrize(("act", "step"), [("os.rename", 4), ("os.mkdir", 1)])
def test_where_the_disk_fails_in_the_middle_all_steps_are_taken_back(
    blog: SiteCase, act: str, step: int, links: bool
) -> None:
    before, folders = tree(blog.output), {path for path in blog.output.rglob("*") if path.is_dir()}
    failures = 0
    for number in range(1, 7 * step, step):
        seen = 0

        def hook(event: str, arguments: tuple[object, ...], number: int = number) -> None:
            nonlocal seen
            is_act = event == act and str(blog.output) in str(arguments[0])
            seen += is_act
            if (is_act and seen == number) or (event == "os.link" and not links):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        if build_in_child(lambda: not build(blog.root, blog.output, Options(NOW)).failed, hook):
            failures += 1
            assert tree(blog.output) == before, f"the failing of act {number} was not taken back"
            assert {path for path in blog.output.rglob("*") if path.is_dir()} == folders
        else:  # there were fewer acts, or it did not matter
            shutil.rmtree(blog.output)
            for path, data in before.items():
                blog.file(f"output/{path}", data)
    assert failures >= 3
    blog.build()


# Disks and sources that fail


def old_and_new(site: SiteCase) -> dict[str, bytes]:
    for number in range(20):
        site.write(post(f"p{number}"))
    site.build()
    before = tree(site.output)
    for number in range(20):
        site.write(post(f"p{number}", "Un testo molto più lungo. " * 900))
    return before


def said(done: subprocess.CompletedProcess[str], code: str) -> None:
    assert (done.returncode, code in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr


@pytest.mark.parametrize(("limit", "state"), [("size=700k", "rw"), ("nr_inodes=90", "rw"), ("size=9m", "ro")])
def test_a_full_or_read_only_disk_leaves_the_old_site_whole(site: SiteCase, limit: str, state: str) -> None:
    before = old_and_new(site)
    done = on_disk(f"""\
cp -a output ../old && mount -t tmpfs -o {limit} tmpfs output && cp -a ../old/. output/
mount -o remount,{state} output
$PYTHON -m sitegen {" ".join(BUILD[:1])} --now 2026-11-23 --jobs 1 && status=0 || status=$?
cp -a output ../after
exit $status
""", site.root)  # fmt: skip
    said(done, "E702")
    assert tree(site.root.parent / "after") == before
    site.build()


def test_a_file_that_does_not_fit_leaves_the_old_site_whole(site: SiteCase) -> None:
    before = old_and_new(site)

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    said(command(*BUILD, cwd=site.root, preexec_fn=limit), "E702")
    assert tree(site.output) == before
    site.build()


def test_an_output_folder_that_cannot_be_made_is_said(site: SiteCase) -> None:
    site.file("altro", "un file")
    said(command(*BUILD, "--output", "altro/sotto", cwd=site.root), "E702")


def test_a_folder_that_may_not_be_written_to_leaves_the_old_site_whole(site: SiteCase) -> None:
    before = old_and_new(site)
    folder = site.output / "blog/p7"
    folder.chmod(0o555)
    try:
        said(command(*BUILD, cwd=site.root, preexec_fn=obey_permissions), "E702")
        assert tree(site.output) == before
    finally:
        folder.chmod(0o755)
    site.build()


def test_no_room_for_the_store_is_told_and_costs_only_time(site: SiteCase) -> None:
    old_and_new(site)
    done = on_disk("""\
rm -r .sitegen && mkdir .sitegen && mount -t tmpfs -o size=40k tmpfs .sitegen
$PYTHON -m sitegen build --now 2026-11-23 --jobs 1
""", site.root)  # fmt: skip
    assert (done.returncode, "W702" in done.stderr) == (0, True), done.stderr
    site.built = Options(NOW)
    site.compare_with_clean_build()


@pytest.mark.parametrize("way", ["not allowed", "a file"])
def test_a_store_that_cannot_be_opened_is_told_and_costs_only_time(site: SiteCase, way: str) -> None:
    site.write(post("a")).build().remove(".sitegen").write(post("b"))
    if way == "a file":
        site.file(".sitegen", "")
    else:
        (site.root / ".sitegen").mkdir(0o555)
    done = command(*BUILD, cwd=site.root, preexec_fn=obey_permissions)
    assert (done.returncode, "W702" in done.stderr, "Traceback" in done.stderr) == (0, True, False), done.stderr
    assert site.has("blog/b/index.html")
    (site.root / ".sitegen").unlink() if way == "a file" else (site.root / ".sitegen").rmdir()
    site.build()


VANISHING = {
    "before it is opened": ("content/posts/b.md", "E602", 'event == "open" and str(arguments[0]).endswith("posts/b.md")'),
    "before it is looked at": (
        "content/posts/b.md", "E602", 'event == "open" and str(arguments[0]).endswith("posts/a.md")'),
    "a folder": ("content/pages/x", "E602", 'event == "open" and str(arguments[0]).endswith("pages/index.md")'),
    "before it is copied": (
        "content/static/due.txt", "E613", 'event == "shutil.rmtree" and "staging" in str(arguments[0])'),
}  # fmt: skip


@pytest.mark.parametrize("when", VANISHING)
def test_a_source_that_vanishes_leaves_the_old_site_whole(blog: SiteCase, when: str) -> None:
    blog.write(post("b")).file("content/pages/x/y.md", "---\ntitle: Y\n---\n")
    before = tree(blog.output)
    path, code, condition = VANISHING[when]
    done = command(*BUILD, cwd=blog.root, hook=f"if {condition}:\n    os.system('rm -rf {path}')\n")
    said(done, code)
    assert tree(blog.output) == before
    blog.build()


def test_a_file_that_changes_while_it_is_copied_is_not_published_by_halves(blog: SiteCase) -> None:
    before = tree(blog.output)
    hook = """\
if event == "open" and ".sitegen-staging" in str(arguments[0]):
    os.system("printf mezz > content/static/due.txt")
"""
    told = {
        "it": "content/static/due.txt  E613 il file è cambiato o sparito mentre sitegen lo leggeva\n"
        "  Aspetta che il salvataggio o la copia finisca, poi rilancia  sitegen build\n\n",
        "en": "content/static/due.txt  E613 the file changed or went away while sitegen was reading it\n"
        "  Wait until the saving or copying has ended, then run  sitegen build  again\n\n",
    }
    for language, words in told.items():
        blog.file("content/static/due.txt", "22")
        done = command(*BUILD, "--lang", language, cwd=blog.root, hook=hook)
        assert done.returncode == 1
        assert words in done.stderr  # a busy machine tells of its progress first
        assert tree(blog.output) == before
    blog.build()


def test_a_file_that_changes_while_it_is_copied_is_known_by_its_stamp(
    blog: SiteCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "COARSEST_CLOCK", 0)  # whatever is there is old enough to be known by its stamp
    source = blog.root / "content/static/due.txt"
    source.write_text("22")
    before = tree(blog.output)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and ".sitegen-staging" in str(arguments[0]) and source.read_text() == "22":
            source.write_text("23")

    assert build_in_child(lambda: not build(blog.root, blog.output, Options(NOW)).failed, hook) == 1
    assert tree(blog.output) == before
    blog.build()


# Several builds at once


def test_a_second_build_waits_and_says_for_whom(blog: SiteCase) -> None:
    gate = blog.root.parent / "gate"
    os.mkfifo(gate)
    hold = f"""\
if event == "os.rename" and "staging" in str(arguments[0]) and os.path.exists({str(gate)!r}):
    os.read(os.open({str(gate)!r}, os.O_RDONLY), 1)
"""
    first = subprocess.Popen(line(*BUILD, hook=hold), cwd=blog.root, stdout=subprocess.DEVNULL)
    entry = os.open(gate, os.O_WRONLY)  # the first build stands at the gate
    before = tree(blog.output)
    second = subprocess.Popen(line(*BUILD, "--lang", "it"), cwd=blog.root, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, encoding="utf-8")  # fmt: skip
    assert second.stderr
    told = second.stderr.readline()
    assert f"Il sito si sta già costruendo (processo {first.pid}, dalle " in told
    assert tree(blog.output) == before
    gate.unlink()
    os.close(entry)
    assert (first.wait(), second.wait()) == (0, 0), second.stderr.read()
    second.stderr.close()
    blog.build()
    assert blog.rendered() == ()
