"""No save stops the preview: what is wrong is told in the terminal and over the page, and all is well when it is mended."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from kit import BLOG, SiteCase, tree
from sabotage import obey_permissions
from served import PATIENCE, Listener, Served, until

from sitegen.build import build
from sitegen.messages import say
from sitegen.preview import making
from sitegen.write.lock import locked
from sitegen.write.unchanged import Terms

THEMES = Path(__file__).parent.parent.parent / "themes"
UNO = "content/posts/uno.md"


@pytest.fixture(scope="module")
def own_theme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a blog with a theme of its own."""
    site = SiteCase(tmp_path_factory.mktemp("faults") / "site").write(BLOG)
    shutil.copytree(THEMES / "base", site.root / "themes/mio")
    site.edit("themes/mio/theme.yaml", "name: base", "name: mio").edit(
        "content/site.yaml", "title: Prova", "title: Prova\ntheme: mio"
    )
    served = Served(site, "--lang", "it")
    yield served
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


def replace(site: SiteCase, path: str, text: str) -> None:
    """Saves a file in one step: an empty template, which it is for a moment otherwise, is a good one."""
    beside = site.root.parent / "saved"
    beside.write_text(text)
    beside.replace(site.root / path)


FAULTS: dict[str, tuple[str, Callable[[SiteCase], object]]] = {
    "front matter": ("E102", lambda site: site.edit(UNO, "title:", "titel:")),
    "YAML of the settings": ("E120", lambda site: site.file("content/site.yaml", "title: [Prova\n")),
    "a template": ("E505", lambda site: replace(site, "themes/mio/templates/page.html", "{% if %}")),
    "bytes that are no text": ("E601", lambda site: site.file(UNO, b"---\ntitle: Citt\xe0\n---\n")),
    "the settings are gone": ("E602", lambda site: site.remove("content/site.yaml")),
    "the theme is gone": ("E501", lambda site: site.remove("themes")),
    "the content is gone": ("E602", lambda site: site.remove("content")),
    "a link to nothing": ("E604", lambda site: (site.root / "content/posts/x.md").symlink_to("y.md")),
    "a pipe": ("E608", lambda site: os.mkfifo(site.root / "content/posts/x.md")),
}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes: run on Linux or macOS")
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_and_goes_when_it_is_mended(own_theme: Served, tmp_path: Path, fault: str) -> None:
    code, break_it = FAULTS[fault]
    site = own_theme.site
    for folder in ("content", "themes"):
        shutil.copytree(site.root / folder, tmp_path / folder)
    before = tree(own_theme.output)
    own_theme.forget()
    break_it(site)
    try:
        own_theme.tells(f"  {code} ")
        own_theme.tells("resta l’ultima versione riuscita")
        until(lambda: own_theme.problems())
        assert f"  {code} " in "\n".join(each["text"] for each in own_theme.problems())
        for each in own_theme.problems():
            own_theme.tells(each["text"].rstrip("\n"))  # the page and the terminal tell the same
        assert tree(own_theme.output) == before
        assert "Testo di uno." in own_theme.get("/blog/uno/").text, "the last good page stays"
    finally:
        for folder in ("content", "themes"):
            shutil.rmtree(site.root / folder, ignore_errors=True)
            shutil.copytree(tmp_path / folder, site.root / folder)
    until(lambda: not own_theme.problems(), own_theme.said)
    site.edit(UNO, "Testo di uno.", "Testo di uno. Ancora.")
    own_theme.shows("/blog/uno/", "Ancora.")
    site.edit(UNO, " Ancora.", "")
    until(lambda: "Ancora." not in own_theme.get("/blog/uno/").text)
    own_theme.is_the_clean_build()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions: run on Linux or macOS")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    served = Served(site, before=obey_permissions)
    (site.root / UNO).chmod(0)
    served.tells("  E602 ")
    (site.root / UNO).chmod(0o644)
    until(lambda: not served.problems(), served.said)
    assert served.stop() == 0


def test_all_problems_are_told_and_a_mended_one_goes(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG), "--lang", "it")
    served.site.edit(UNO, "title:", "titel:").edit("content/posts/due.md", "date: 2026-01-02", "date: domani")
    until(lambda: len(served.problems()) == 2, served.said)
    assert {each["path"] for each in served.problems()} == {UNO, "content/posts/due.md"}
    assert all(each["opens"] for each in served.problems())
    served.site.edit(UNO, "titel:", "title:")
    until(lambda: len(served.problems()) == 1)
    assert served.problems()[0]["text"].startswith("content/posts/due.md:3:7  E106 data non valida in date: domani")
    served.site.edit("content/posts/due.md", "date: domani", "date: 2026-01-02")
    until(lambda: not served.problems())


def test_a_site_that_is_broken_from_the_start(tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").file(UNO, "---\ntitel: Uno\n---\n")
    served = serve(site)
    served.tells("E102")
    assert served.get("/").status == 404
    assert served.get("/").state
    assert served.problems()
    site.file(UNO, "---\ntitle: Uno\ndate: 2026-01-01\n---\nEccolo.\n")
    served.shows("/blog/uno/", "Eccolo.")


def test_the_folder_of_the_preview_may_be_deleted(own_theme: Served) -> None:
    shutil.rmtree(own_theme.site.root / ".sitegen")
    until(lambda: "Testo di uno." in own_theme.get("/blog/uno/").text and (own_theme.output / ".sitegen.json").exists())
    own_theme.is_the_clean_build()


def test_a_warning_is_told_once(tmp_path: Path, serve) -> None:
    served = serve(
        SiteCase(tmp_path / "site")
        .write(BLOG)
        .file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n# T\n")
    )
    for number in range(2):
        served.site.file(UNO, f"---\ntitle: Uno\ndate: 2026-01-01\n---\nVolta {number}.\n")
        served.shows("/blog/uno/", f"Volta {number}.")
    served.tells("  W301 ")
    assert served.said().count("  W301 ") == 1


MISTAKE = """
import sys

def strike(event, arguments):
    if event == "open" and str(arguments[0]).endswith("guasto.md"):
        raise RuntimeError("una svista")

sys.addaudithook(strike)
"""


def test_a_mistake_of_sitegens_own_is_told_and_outlived(tmp_path: Path, serve) -> None:
    (tmp_path / "sitecustomize.py").write_text(MISTAKE)
    served = serve(SiteCase(tmp_path / "site").write(BLOG), PYTHONPATH=str(tmp_path))
    served.site.file("content/posts/guasto.md", "---\ntitle: Guasto\ndate: 2026-01-01\n---\n")
    served.tells("RuntimeError: una svista")
    until(lambda: [each["text"] for each in served.problems()] == [say("serve.bug", "en")], served.said)
    assert "Testo di uno." in served.get("/blog/uno/").text
    served.site.remove("content/posts/guasto.md").edit(UNO, "Testo di uno.", "Testo di poi.")
    served.shows("/blog/uno/", "Testo di poi.")
    until(lambda: not served.problems(), served.said)


def test_what_is_kept_is_not_trusted_after_a_mistake(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write(BLOG).build()
    clean: list[bool] = []

    def stumbling(*given: Any, **options: Any) -> Any:
        clean.append(options["clean"])
        if len(clean) == 1:
            raise KeyError("what is kept is wrong")
        return build(*given, **options)

    monkeypatch.setattr(making, "build", stumbling)
    maker = making.Maker(site.root, Terms(str(site.root / ".sitegen/preview"), False, False, False))
    with pytest.raises(KeyError):
        maker.make(1, lambda *_: None)
    outcomes = [maker.make(1, lambda *_: None) for _ in range(2)]
    assert not any(each.failed for each in outcomes)
    assert clean == [False, True, False]


def test_news_of_a_build_come_once_and_after_it(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG))
    listener = Listener(served.port).greet("/blog/uno/")
    for number in range(3):
        served.site.edit(UNO, "Testo di uno.", f"Testo di uno. {number}") if number == 0 else served.site.edit(
            UNO, f"Testo di uno. {number - 1}", f"Testo di uno. {number}")  # fmt: skip
        assert listener.hear()["command"] == "reload"
        assert f"Testo di uno. {number}" in served.get("/blog/uno/").text, "the news came before the page"
        until(lambda: sum("→" in line for line in served.lines) > number)  # noqa: B023
    served.site.file("content/custom.css", "h1 { color: teal }\n")
    assert listener.hear()["path"] == "blog/uno/index.html"
    served.site.edit(UNO, "title:", "titel:")
    assert listener.hear()["problems"]
    served.site.edit(UNO, "titel:", "title:")
    assert listener.hear() == {**listener_state(served), "problems": []}
    listener.close()


def test_pages_are_served_while_a_build_waits(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG))
    with locked(served.site.root / ".sitegen", lambda *_: None):
        served.site.edit(UNO, "Testo di uno.", "Testo nuovo.").edit(
            "content/posts/due.md", "tags: [agenda]", "tags: [altro]"
        )
        served.tells("Another build of this site is running")
        assert "Testo di uno." in served.get("/blog/uno/").text
        assert served.get("/tag/altro/").status == 404
    served.shows("/tag/altro/", "Due")


def test_what_is_known_early_is_shown_while_the_build_waits(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG))
    listener = Listener(served.port).greet("/blog/uno/")
    with locked(served.site.root / ".sitegen", lambda *_: None):
        for old, new in pairwise(("Testo di uno.", "Testo nuovo.", "Testo più nuovo.", "Testo di oggi.")):
            served.site.edit(UNO, old, new)
            assert listener.hear()["command"] == "reload"
            assert new in served.get("/blog/uno/").text
        assert b"Testo di uno." in (served.output / "blog/uno/index.html").read_bytes()
    served.is_the_clean_build()
    listener.close()


def listener_state(served: Served) -> dict[str, Any]:
    return {"command": "state", "build": served.get("/blog/uno/").state["build"], "heading": ""}


def test_a_browser_that_goes_is_no_error(tmp_path: Path) -> None:
    served = Served(SiteCase(tmp_path / "site").write(BLOG))
    for number in range(12):
        listeners = [Listener(served.port).greet() for _ in range(3)]
        served.site.file(UNO, f"---\ntitle: Uno\ndate: 2026-01-01\n---\nVolta {number}.\n")
        for each in listeners:
            each.close()
        served.shows("/blog/uno/", f"Volta {number}.")
    assert served.stop() == 0
    assert "Traceback" not in served.said()


# The end


@pytest.mark.parametrize("request_", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_asked_to_and_leaves_nothing_running(tmp_path: Path, request_: int) -> None:
    served = Served(SiteCase(tmp_path / "site").write(BLOG))
    listener = Listener(served.port).greet()
    assert served.stop(request_) == 0, served.said()
    assert served.errors == [each for each in served.errors if each.startswith(("Reading", "Writing"))]
    assert served.lines[-1] == "Preview ended."
    listener.close()
    served.site.build(drafts=True)  # no lock is in the way


@pytest.mark.skipif(sys.platform != "linux", reason="hands a signal to one thread: run on Linux")
def test_a_request_to_end_is_heard_by_whichever_thread_gets_it(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG))
    threads = Path(f"/proc/{served.process.pid}/task")

    def sent() -> bool:
        """Whether a thread that is not the first got the request, when all were waiting."""
        try:
            states = {int(each.name): (each / "stat").read_text().rpartition(") ")[2][0] for each in threads.iterdir()}
        except OSError:  # one has ended
            return False
        other = max(states)
        waits = set(states.values()) == {"S"} and other != served.process.pid
        return waits and ctypes.CDLL(None).tgkill(served.process.pid, other, signal.SIGINT) == 0

    until(sent)
    assert served.process.wait(PATIENCE) == 0, served.said()


@pytest.mark.parametrize("moment", ["locked", "staged", "swapped"])
def test_it_ends_cleanly_in_the_middle_of_a_build(tmp_path: Path, moment: str) -> None:
    """It is stopped as soon as a build has come so far; the folder holds the old version or the new one, whole."""
    site = SiteCase(tmp_path / "site").write(BLOG)
    served = Served(site)
    before = tree(served.output)
    sign = {"locked": site.root / ".sitegen/building", "staged": served.output / ".sitegen-staging",
            "swapped": served.output / ".sitegen-before.json"}[moment]  # fmt: skip
    site.edit("content/site.yaml", "title: Prova", "title: Altra prova")
    while not sign.exists() and not any("→" in each for each in served.lines):
        pass
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()
    left = tree(served.output)
    assert left == before or b"Altra prova" in left["io/index.html"]
    again = Served(site)
    again.is_the_clean_build()
    assert again.stop() == 0
    assert not (site.root / ".sitegen/building").exists()


def test_it_can_be_stopped_while_the_first_build_runs(tmp_path: Path) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    for number in range(150):
        site.file(
            f"content/posts/p{number}.md", f"---\ntitle: P{number}\ndate: 2026-01-14\n---\n" + "Testo *lungo*.\n\n" * 60
        )
    served = Served(site, wait=False)
    until((site.root / ".sitegen/building").exists)
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()
    assert not served.address
