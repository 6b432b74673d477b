"""`sitegen list`: what the site holds, and where each document stands."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import BLOG, SiteCase, command_here, tree

from sitegen.calendar_file import as_calendar
from sitegen.inventory import Entry

NOW = ("--now", "2026-03-10 12:00", "--lang", "it")
SITE = """\
-- content/posts/bozza.md --
---
title: Bozza, ancora; breve
date: 2026-03-05
tags: [Agenda]
draft: true
---
-- content/posts/poi.md --
---
title: Poi
date: 2026-03-20 09:30
---
-- content/posts/vecchio.md --
---
title: Vecchio
date: 2025-01-01
expires: 2025-02-01
---
-- content/pages/scritta.md --
---
title: Scritta a metà
draft: true
---
-- content/testimonials/anna.md --
---
name: Anna
role: Architetta
date: 2026-03-01
---
Bene.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    site = SiteCase(tmp_path / "site").write(BLOG).write(SITE)
    monkeypatch.chdir(site.root)
    return site


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    said = command_here(capsys, "list", *NOW, "--format", "json", *arguments)
    assert (said.returncode, said.stderr) == (0, "")
    return json.loads(said.stdout)


def test_each_document_stands_where_it_does(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    assert [(each["id"], each["state"]) for each in listed(capsys)] == [
        ("poi", "scheduled"), ("bozza", "draft"), ("anna", "unconsented"), ("tre", "published"), ("due", "published"),
        ("uno", "published"), ("vecchio", "expired"), ("scritta", "draft")]  # fmt: skip
    (later,) = listed(capsys, "--state", "scheduled")
    assert (later["moment"], later["url"], later["path"]) == ("2026-03-20T09:30:00+01:00", "", "content/posts/poi.md")
    assert [each["id"] for each in listed(capsys, "--tag", "agenda")] == ["bozza", "due", "uno"]
    assert {each["id"] for each in listed(capsys, "--kind", "page")} >= {"index", "io", "scritta"}
    assert not (site.root / ".sitegen").exists(), "a question leaves nothing behind"


def test_the_table(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    said = command_here(capsys, "list", *NOW)
    assert said.returncode == 0
    assert said.stdout.splitlines()[:2] == [
        "2026-03-20  programmato     Poi                   content/posts/poi.md",
        "2026-03-05  bozza           Bozza, ancora; breve  content/posts/bozza.md",
    ]
    assert said.stdout.endswith("3 pubblicati, 2 bozze, 1 programmato, 1 scaduto, 1 senza consenso.\n")
    nothing = command_here(capsys, "list", *NOW, "--tag", "agend")
    assert nothing.stdout == "Non c’è nulla di simile.\n"
    assert "Nessun documento ha il tag «agend». Forse «agenda»?" in nothing.stderr
    assert "c’è, ma non in questi" in command_here(capsys, "list", *NOW, "--tag", "agenda", "--kind", "pages").stderr


def test_a_state_may_be_asked_for_as_it_is_shown(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    for said, state in (
        ("bozza", "draft"),
        ("programmati", "scheduled"),
        ("Scaduto", "expired"),
        ("senza consenso", "unconsented"),
    ):
        assert {each["state"] for each in listed(capsys, "--state", said)} == {state}
    assert {each["kind"] for each in listed(capsys, "--kind", "articoli")} == {"posts"}


def test_a_month(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    lines = command_here(capsys, "list", *NOW, "--month").stdout.splitlines()
    assert lines[0].strip() == "marzo 2026"
    assert lines[1].split() == ["lun", "mar", "mer", "gio", "ven", "sab", "dom"]
    assert lines[2].split() == ["1×"]
    assert lines[3].split() == ["2", "3", "4", "5✎", "6", "7", "8"]
    assert "  20 ○  Poi  (programmato)  content/posts/poi.md" in lines
    assert command_here(capsys, "list", *NOW, "--month", "2026-01").stdout.count("●") == 6
    for said in ("gennaio", "January 2026"):
        assert "gennaio 2026\n" in command_here(capsys, "list", *NOW, "--month", said).stdout
    wrong = command_here(capsys, "list", *NOW, "--month", "brumaio")
    assert (wrong.returncode, "E706" in wrong.stderr) == (2, True)


def test_a_day_shows_all_that_it_has(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        site.file(f"content/posts/altra-{number}.md", f"---\ntitle: Altra {number}\ndate: 2026-03-05\n---\nTesto.\n")
    lines = command_here(capsys, "list", *NOW, "--month").stdout.splitlines()
    assert lines[3].split() == ["2", "3", "4", "5✎●●●", "6", "7", "8"]
    assert lines[3].index("3") - lines[3].index("2") == lines[1].index("mar") - lines[1].index("lun")
    for number in range(3, 7):
        site.file(f"content/posts/altra-{number}.md", f"---\ntitle: Altra {number}\ndate: 2026-03-05\n---\nTesto.\n")
    lines = command_here(capsys, "list", *NOW, "--month").stdout.splitlines()
    assert "5✎●●●●+" in lines[3].split()


def test_what_cannot_be_read_is_not_missing_in_silence(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.file("content/posts/rotto.md", "---\ntitle: [\n---\n")
    before = tree(site.root)
    said = command_here(capsys, "list", *NOW)
    assert (said.returncode, "1 errore" in said.stderr, tree(site.root) == before) == (1, True, True)
    assert "Poi" in said.stdout


def test_an_error_in_a_text_that_is_shown_twice_is_counted_once(
    site: SiteCase, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("-- content/posts/nuovo.md --\n---\ntitle: Nuovo\ndate: 2026-03-01\n---\n[Manca](manca.md)\n")
    said = command_here(capsys, "list", *NOW)  # the text is on its page, and in the feed
    assert (said.returncode, "1 errore:" in said.stderr) == (1, True), said.stderr


def test_a_calendar_for_other_programs(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    text = command_here(capsys, "list", *NOW, "--ics").stdout
    events = text.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    assert len(events) == 7, "all that have a date"
    assert "DTSTART:20260320T083000Z\r\n" in events[0]
    assert "DTSTART;VALUE=DATE:20260305\r\nSUMMARY:Bozza\\, ancora\\; breve\r\n" in events[1]
    assert "STATUS:TENTATIVE" in events[1]
    assert "URL:https://www.example.it/blog/tre/\r\n" in events[3]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=200))
def test_no_title_breaks_a_calendar(title: str) -> None:
    entry = Entry("content/posts/a.md", "posts", "a", title, "draft", "2026-01-02T00:00:00+01:00")
    lines = as_calendar("Prova", [entry], datetime(2026, 1, 1, tzinfo=UTC)).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    (summary,) = [line for line in "\r\n".join(lines).replace("\r\n ", "").split("\r\n") if line.startswith("SUMMARY:")]
    assert re.sub(r"\\(.)", r"\1", summary.removeprefix("SUMMARY:")) == title
