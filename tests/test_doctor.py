"""`sitegen doctor`: what keeps sitegen from working is named with what to do, and what is well is said to be well."""

from __future__ import annotations

import ast
import json
import os
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from kit import SiteCase, as_anybody, command, command_here, tree

from sitegen import doctor
from sitegen.doctor import libraries
from sitegen.doctor.folder import examine_builder, examine_room
from sitegen.doctor.libraries import examine_needed, is_older
from sitegen.doctor.machine import examine_clock, examine_terminal
from sitegen.doctor.surroundings import disk_over_the_network, synchroniser
from sitegen.messages.phrases import PHRASES
from sitegen.read.places import builtin_themes
from sitegen.write.lock import locked

ROOT = Path(__file__).parent.parent
FONT = next((builtin_themes() / "agenda/assets/fonts").glob("*.woff2"))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _here(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site.root)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[tuple[str, str], dict[str, Any]]]:
    """The exit status, and what is found by thing and case."""
    said = command_here(capsys, "doctor", "--format", "json", "--lang", "it", *arguments)
    findings = json.loads(said.stdout)["findings"]
    return said.returncode, {(each["thing"], each["case"]): each for each in findings}


def test_a_site_that_is_well(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.build()
    before = tree(site.root)
    status, findings = told(capsys)
    assert (status, [each for each in findings.values() if each["state"] == "wrong"]) == (0, [])
    things = {thing for thing, case in findings if case == "well"}
    assert {"sitegen", "python", "libraries", "zones", "clock", "pictures", "site", "folder", "room", "kept", "builder",
            "theme"} <= things  # fmt: skip
    assert tree(site.root) == before
    assert findings["libraries", "well"]["values"]["versions"].count(", ") + 1 == len(_needed())


def test_outside_of_a_site_it_looks_at_the_machine(
    site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site.root.parent)
    status, findings = told(capsys)
    assert (status, findings["site", "none"]["state"]) == (0, "well")
    assert ("pictures", "well") in findings
    site.file("../content/site.yml", "title: A\n")
    assert told(capsys)[1]["site", "misnamed"]["headline"].endswith("c’è content/site.yml")
    assert command_here(capsys, "doctor", "--root", "altrove").returncode == 1


def _damaged_store(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\nTesto.\n").build()
    path = site.root / ".sitegen/store.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[:5000] + bytes(len(data) - 5000))


def _value_under_another_key(site: SiteCase) -> None:
    import sqlite3

    site.build()
    database = sqlite3.connect(site.root / ".sitegen/store.sqlite", isolation_level=None)
    database.execute("UPDATE kept SET value = x'00' WHERE key = (SELECT min(key) FROM kept)")
    database.close()


def _short_font(site: SiteCase) -> None:
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\nfonts:\n  mano:\n    display: Mano\n    text: serif\n"
              "    faces: [{family: Mano, file: m.woff2}]\n")  # fmt: skip
    site.config("theme: mio\n").file("themes/mio/assets/m.woff2", FONT.read_bytes()[:-100])


ILLS: dict[tuple[str, str, str], Callable[[SiteCase], object]] = {
    ("wrong", "settings", "wrong"): lambda site: site.file("content/site.yaml", "titolo: A\n"),
    ("wrong", "content", "unreadable"): lambda site: site.file("content/posts/a.md", "città".encode("latin-1")),
    ("wrong", "output", "refused"): lambda site: site.file("output", "un file"),
    ("wrong", "output", "foreign"): lambda site: site.file("output/tesi.doc", "Capitolo 1"),
    ("wrong", "folder", "refused.content"): lambda site: (site.root / "content").chmod(0o555),
    ("care", "folder", "refused.sitegen"): lambda site: site.file(".sitegen", "un file"),
    ("care", "kept", "damaged"): _value_under_another_key,
    ("care", "kept", "damaged "): _damaged_store,
    ("care", "kept", "damaged  "): lambda site: site.file(".sitegen/pictures/a.b", "non è lei"),
    ("care", "kept", "damaged   "): lambda site: site.file(".sitegen/store.sqlite", "nessun database"),
    ("well", "builder", "killed"): lambda site: site.file(".sitegen/lock", "").file(".sitegen/building", "7 1700000000"),
    ("wrong", "theme", "wrong"): lambda site: site.config("theme: nessuno\n"),
    ("wrong", "theme", "font"): _short_font,
    ("care", "times", "ahead"): lambda site: os.utime(site.root / "content/pages/index.md", (4e9, 4e9)),
    ("well", "case", "same"): lambda site: (site.root / "CONTENT").mkdir() or (site.root / "CONTENT/SITE.YAML").symlink_to("../content/site.yaml"),
}  # fmt: skip


@pytest.mark.parametrize(("state", "thing", "case"), ILLS)
def test_what_is_ill_is_named(
    state: str, thing: str, case: str, site: SiteCase, capsys: pytest.CaptureFixture[str]
) -> None:
    ILLS[state, thing, case](site)
    with as_anybody():
        status, findings = told(capsys)
    (site.root / "content").chmod(0o755)
    finding = findings[thing, case.strip()]
    assert (finding["state"], status) == (state, int(state == "wrong"))
    assert bool(finding["advice"]) == (state != "well")
    assert "{" not in finding["headline"] + finding["advice"]
    site.built = None


def test_a_build_that_is_at_work(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    with locked(site.root / ".sitegen", lambda *_: None):
        _, findings = told(capsys)
    assert findings["builder", "building"]["values"]["process"] == str(os.getpid())
    (lost,) = examine_builder(True, 0, 0, NOW)
    assert dict(lost.values) == {"process": "?", "since": "?"}


def test_libraries_that_are_missing_old_or_damaged(
    site: SiteCase, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rotta.py").write_text("raise ImportError('DLL load failed')\n")
    (tmp_path / "rotta-1.0.dist-info").mkdir()
    (tmp_path / "rotta-1.0.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: rotta\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = list(examine_needed(["jinja2>=99.1", "mai-esistita>=1", "rotta>=1", "mai>=1; extra == 'heic'"]))
    assert [(each.state, each.case, dict(each.values)["name"]) for each in found] == [
        ("wrong", "old", "jinja2"), ("wrong", "missing", "mai-esistita"), ("wrong", "broken", "rotta")]  # fmt: skip
    assert ' -m pip install "jinja2>=99.1"' in dict(found[0].values)["command"]
    assert [each.case for each in examine_needed(["jinja2>=3"])] == ["well"]
    monkeypatch.setattr(libraries.metadata, "requires", lambda _: ["mai-esistita>=1"])
    said = command_here(capsys, "doctor", "--lang", "it")
    assert said.returncode == 1
    assert "✗ manca la libreria mai-esistita\n  Lancia  " in said.stdout
    assert said.stdout.endswith("1 problema da risolvere, 1 cosa da sapere.\n")
    assert "orologio" not in said.stdout, "what needs the library is not looked at"


def _needed() -> list[str]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]  # type: ignore[no-any-return]


def test_all_that_sitegen_needs_is_looked_at() -> None:
    assert [each for each in _needed() if not libraries._NEEDED.fullmatch(each)] == []


@pytest.mark.parametrize(("version", "least", "older"), [
    ("2.16", "2.16", False), ("2.16.0", "2.16", False), ("2.9", "2.16", True), ("3", "2.16.9", False), ("3.1.5", "3.1.6", True),
    ("3.2rc1", "3.2", False), ("3.11.7+", "3.11", False),
])  # fmt: skip
def test_versions_are_compared_as_numbers(version: str, least: str, older: bool) -> None:
    assert is_older(version, least) == older


@pytest.mark.parametrize(("encoding", "state", "lacking"), [
    ("utf-8", "well", ""), ("cp1252", "care", "● ✎"), ("cp850", "care", "“ ” ’ – … € ● ✎"), ("mai", "care", "à")
])  # fmt: skip
def test_a_terminal_is_asked_for_the_letters_that_it_lacks(encoding: str, state: str, lacking: str) -> None:
    finding = examine_terminal(encoding)
    assert finding.state == state
    assert dict(finding.values).get("letters", "").startswith(lacking)


def test_a_poor_terminal_is_told_in_letters_that_it_has(site: SiteCase) -> None:
    said = command("doctor", "--lang", "en", cwd=site.root, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "+ Python 3." in said.stdout
    assert "! the terminal cannot write " in said.stdout
    assert "export PYTHONUTF8=1" in said.stdout


def test_a_clock_that_cannot_be_right() -> None:
    installed = datetime(2026, 11, 1, tzinfo=UTC)
    cases = {datetime(1980, 1, 1, tzinfo=UTC): "early", NOW: "well", datetime(2106, 1, 1, tzinfo=UTC): "late"}
    assert {now: examine_clock(now, installed, "it").case for now in cases} == cases


def test_a_disk_that_is_full() -> None:
    assert [examine_room(free).state for free in (0, 10_000_000, 100_000_000, 10**10)] == [
        "wrong",
        "wrong",
        "care",
        "well",
    ]


def test_a_folder_that_somebody_else_writes_to(tmp_path: Path) -> None:
    site = tmp_path / "Roba/sito"
    (tmp_path / ".dropbox").mkdir()
    noted = tmp_path / ".dropbox/info.json"
    assert synchroniser(site, tmp_path, {}) == ""
    for text, name in ((json.dumps({"personal": {"path": str(tmp_path / "Roba")}}), "Dropbox"), ("[1]", ""), ("{", ""),
                       ('{"a": 1}', "")):  # fmt: skip
        noted.write_text(text)
        assert synchroniser(site, tmp_path, {}) == name
    assert synchroniser(site, tmp_path, {"OneDrive": str(tmp_path / "Roba")}) == "OneDrive"
    assert synchroniser(site, tmp_path, {"OneDrive": str(tmp_path / "Rob")}) == ""


def test_a_disk_that_is_elsewhere(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\nnas:/a /casa/la\\040mia nfs4 rw 0 0\n/dev/sdb1 /casa/la\\040mia/qui ext4 rw 0 0\n"
    )
    folders = {"/casa/la mia/sito": "nfs4", "/casa/la mia/qui/sito": "", "/casa/la": "", "\\\\nas\\sito": "SMB"}
    assert {each: disk_over_the_network(each, mounts) for each in folders} == folders
    assert disk_over_the_network("/casa", tmp_path / "manca") == ""


def test_each_finding_has_words() -> None:
    named = set()
    for path in Path(doctor.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "found":
                texts = [each.value for each in call.args[1:] if isinstance(each, ast.Constant)]
                if len(texts) == len(call.args) - 1:
                    named.add(".".join(["doctor", *texts, *([] if texts[1:] else ["well"])]))
    assert len(named) > 25
    assert named - set(PHRASES["it"]) == set()
