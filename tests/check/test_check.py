"""`sitegen check`: what is told, chosen and muted, and in which form."""

from __future__ import annotations

import json
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from kit import BLOG, SiteCase, command_here

from sitegen.check.check import RULES
from sitegen.messages.phrases import PHRASES

DOCS = Path(__file__).parent.parent.parent / "docs"
PAGES = {"it": DOCS / "controlli", "en": DOCS / "checks"}
LONG = "parola " * 40
SITE = f"""\
-- content/posts/lungo.md --
---
title: Lungo
date: 2026-01-05
excerpt: {LONG}
---
# Di primo livello

Testo.
-- content/posts/altro.md --
---
title: Altro
date: 2026-01-06
---
# Anche qui

Testo.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    site = SiteCase(tmp_path / "site").write(BLOG).write(SITE)
    monkeypatch.chdir(site.root)
    return site


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, int]]:
    """What is found: the rule, the file and the line."""
    said = command_here(capsys, "check", "--format", "json", "--only", "too-long,first-level-heading", *arguments)
    return [(each["rule"], each["path"], each["line"]) for each in json.loads(said.stdout)["problems"]]


def test_what_is_found_is_told_with_the_name_of_its_rule(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys) == [
        ("first-level-heading", "content/posts/altro.md", 5),
        ("too-long", "content/posts/lungo.md", 4),
        ("first-level-heading", "content/posts/lungo.md", 6),
    ]
    said = command_here(capsys, "check", "--lang", "it", "--only", "too-long").stdout
    assert "content/posts/lungo.md:4:10  W102 (too-long) excerpt è lungo 279 caratteri" in said
    assert said.endswith("parole: 1 avviso.\n")
    assert not site.output.exists()


def test_warnings_count_only_where_they_are_to(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_here(capsys, "check", "--only", "too-long").returncode == 0
    assert command_here(capsys, "check", "--only", "too-long", "--strict").returncode == 1
    site.remove("content/posts/lungo.md")
    assert command_here(capsys, "check", "--only", "too-long", "--strict").returncode == 0


def test_one_can_ask_for_a_file(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "content/posts/altro.md") == [("first-level-heading", "content/posts/altro.md", 5)]
    for asked, seen in (
        ("content/posts/altro.md", r"1 documento, \d{1,2} parole"),
        ("content/site.yaml", "1 file, 0 parole"),
    ):
        said = command_here(capsys, "check", "--only", "first-level-heading", "--lang", "it", asked).stdout
        assert re.search(rf"^{seen}: ", said, re.MULTILINE)
    said = command_here(capsys, "check", "content/posts/manca.md")
    assert (said.returncode, said.stdout) == (1, "")
    assert "E726" in said.stderr


def test_a_draft_is_looked_at_when_asked_for(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/posts/altro.md", "date:", "draft: true\ndate:")
    without, with_ = (json.loads(command_here(capsys, "check", "--format", "json", *more).stdout)
                      for more in ((), ("--drafts",)))  # fmt: skip
    assert with_["pages"] == without["pages"] + 1
    assert with_["words"] > without["words"]


def test_a_draft_that_is_named_is_looked_at(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.file("content/posts/idea.md", "---\ntitle: Idea\ndate: 2026-01-06\ndraft: true\n---\nPerchè no.\n")
    said = [command_here(capsys, "check", *named, "--only", "accents").stdout
            for named in ((), ("content/posts/idea.md",), ("idea",), ("content/posts",))]  # fmt: skip
    assert ["content/posts/idea.md:6:1  W801" in each for each in said] == [False, True, True, True]


def test_a_rule_is_muted_for_a_page_or_the_site(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/posts/altro.md", "date:", "check:\n  mute:\n    first-level-heading: Viene da un libro\ndate:")
    assert told(capsys) == [
        ("too-long", "content/posts/lungo.md", 4),
        ("first-level-heading", "content/posts/lungo.md", 6),
    ]
    assert "1 finding muted" in command_here(capsys, "check", "--lang", "en", "--only", "headings").stdout
    site.edit("content/site.yaml", "title:", "check: {mute: {W102: Li vogliamo lunghi}}\ntitle:")
    assert told(capsys) == [("first-level-heading", "content/posts/lungo.md", 6)]


def test_muting_wants_a_reason(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/posts/altro.md", "date:", "check:\n  mute:\n    too-long:\ndate:")
    said = command_here(capsys, "check", "--lang", "it")
    assert said.returncode == 1
    assert "E801 (mute) too-long tace senza un motivo" in said.stdout


def test_a_site_that_cannot_be_built_says_why(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/posts/altro.md", "title:", "titel:")
    said = command_here(capsys, "check", "--lang", "en")
    assert said.returncode == 1
    assert "E102 unknown field" in said.stdout
    assert said.stdout.endswith("The rest will be checked once the site can be built.\n")


def test_an_unknown_rule_is_refused(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    said = command_here(capsys, "check", "--lang", "en", "--only", "too-lon")
    assert said.returncode == 2
    assert "too-lon" in said.stderr
    assert "too-long" in said.stderr


def test_other_programs_can_read_it(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    (site.root / "content/posts/altro.md").rename(site.root / "content/posts/al tro.md")
    (run,) = json.loads(command_here(capsys, "check", "--format", "sarif", "--only", "headings").stdout)["runs"]
    assert {each["id"] for each in run["tool"]["driver"]["rules"]} == {rule.name for rule in RULES}
    first = run["results"][0]
    assert (first["ruleId"], first["level"]) == ("first-level-heading", "warning")
    where = first["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "content/posts/al%20tro.md"
    assert where["region"]["startLine"] == 5


def test_each_rule_has_a_page_and_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in PAGES.values():
        assert {path.stem for path in folder.glob("*.md")} == {rule.name for rule in RULES}
    for rule in RULES:
        assert all(f"rule.{rule.name}" in words for words in PHRASES.values())
    assert {key for key in PHRASES["it"] if key.startswith("rule.")} == {f"rule.{rule.name}" for rule in RULES}
    codes = [code for rule in RULES for code in rule.codes]
    assert len(codes) == len(set(codes))


SAME = {"**Avviso.**": "**Warning.**", "**Errore.**": "**Error.**", "**Fonte:**": "**Source:**", "**Fonti:**": "**Sources:**",
        "**Farla tacere:**": "**Mute it:**", "sbagliato": "wrong", "giusto": "right"}  # fmt: skip


def parts_of(page: str) -> list[str]:
    """What a page has in any language: its name, its parts, the kinds of its examples, and its sources."""
    return re.findall(
        r"(?m)^# .*|^\*\*[\w ]+[.:]\*\*|(?<=^```)\w+|(?:sbagliato|giusto|wrong|right)$|(?<=\]\()https:[^)]+(?=\)[.,; ])",
        page,
    )


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_a_rule_is_explained_alike_in_both_languages(name: str) -> None:
    italian, english = (parts_of((folder / f"{name}.md").read_text(encoding="utf-8")) for folder in PAGES.values())
    assert italian[0] == f"# {name}"
    assert english == [SAME.get(each, each).replace("locale=it", "locale=en") for each in italian]


def test_a_rule_explains_itself(capsys: pytest.CaptureFixture[str], site: SiteCase) -> None:
    for language, folder in PAGES.items():
        said = command_here(capsys, "check", "--explain", "accents", "--lang", language)
        assert (said.stdout, said.returncode) == ((folder / "accents.md").read_text(encoding="utf-8"), 0)
    refused = command_here(capsys, "check", "--explain", "accent")
    assert refused.returncode == 2
    assert "accents" in refused.stderr
    listed = command_here(capsys, "check", "--rules", "--lang", "it").stdout
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ")].count("accents") == 1
    assert re.search(r"(?s)^spelling\n.*  accents +accenti sbagliati", listed, re.MULTILINE)


def test_what_is_still_as_it_was_begun_is_no_mistake_but_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command_here(capsys, "new", "site", "sito", "--yes", "--language", "it", "--lang", "it")
    monkeypatch.chdir(tmp_path / "sito")
    command_here(capsys, "new", "post", "Bozza", "--lang", "it")
    said = command_here(capsys, "check", "--lang", "it", "--strict")
    assert said.returncode == 0
    assert "niente da correggere.\nAncora da scrivere" in said.stdout
    for line in ("content/site.yaml:11  https://www.example.com/", "content/pages/chi-sono.md:7  Racconta qui"):
        assert f"\n  {line}" in said.stdout
    assert "Il sito non dice di chi è" in said.stdout
    assert "bozza.md:" not in said.stdout, "nobody reads it yet"
    named = command_here(capsys, "check", "bozza", "--lang", "it").stdout
    assert re.search(r"content/posts/bozza.md:\d+  Comincia da una domanda", named)
    for kind, words in (("faq", "La tua risposta"), ("magnet", "Che cosa ci guadagna")):
        command_here(capsys, "new", kind, f"Nuovo {kind}")
        named = command_here(capsys, "check", f"nuovo-{kind}", "--lang", "it").stdout
        assert re.search(rf"/nuovo-{kind}.md:\d+  {words}", named)
    told = json.loads(command_here(capsys, "check", "--format", "json").stdout)["unwritten"]
    assert {"path": "content/site.yaml", "line": 11, "column": 12, "text": "https://www.example.com/"} in told


def test_a_site_of_which_all_is_written_has_nothing_to_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answers = ("--name", "Ada Lovelace", "--business", "Ore Chiare", "--vat", "12345678903", "--city", "Torino", "--email",
               "ada@orechiare.it", "--url", "https://www.orechiare.it/")  # fmt: skip
    command_here(capsys, "new", "site", "sito", *answers, "--yes", "--language", "it", "--lang", "it")
    site = SiteCase(tmp_path / "other")
    for file in (tmp_path / "sito").rglob("*.*"):
        site.file(file.relative_to(tmp_path / "sito").as_posix(), file.read_bytes())
    site.file("content/pages/chi-sono.md", "---\ntitle: Chi sono\ndescription: Chi sono, da dove vengo e come lavoro con chi mi sceglie ogni giorno.\n---\nLavoro da anni.\n")  # fmt: skip
    monkeypatch.chdir(site.root)
    said = command_here(capsys, "check", "--lang", "it").stdout
    assert "scrivere" not in said
    assert "non dice di chi" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="asks a terminal: run on Linux or macOS")
def test_a_line_is_cut_to_the_terminal(site: SiteCase) -> None:
    import fcntl
    import pty
    import struct
    import termios

    site.file("content/posts/x.md", f"---\ntitle: X\ndate: 2026-01-06\n---\n{'parole ' * 20}perchè {'parole ' * 20}\n")
    process, terminal = pty.fork()
    if process == 0:
        said = [sys.executable, "-m", "sitegen", "check", "--only", "accents", "--lang", "it"]
        os.execve(sys.executable, said, {name: value for name, value in os.environ.items() if name != "COLUMNS"})
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    heard = b""
    with suppress(OSError):  # which is how Linux tells that the other side is gone
        while piece := os.read(terminal, 65536):
            heard += piece
    os.waitpid(process, 0)
    os.close(terminal)
    lines = re.sub(r"\x1b\[[\d;]*[mK]", "", heard.decode()).replace("\r", "\n").split("\n")
    quoted = next(number for number, line in enumerate(lines) if re.match(r" +5 \| ", line))
    assert len(lines[quoted]) <= 60
    caret = next(line for line in lines[quoted + 1 :] if "^" in line)
    assert lines[quoted][caret.index("^") :].startswith("perchè")
