"""`sitegen publish` and `sitegen rename` change one field, and nothing else that somebody has written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from kit import BLOG, SiteCase, command_here, tree

from sitegen.build import Survey, survey
from sitegen.parse.frontmatter import split
from sitegen.parse.nodes import Mapping, Unreadable, natural
from sitegen.problems import Refused
from sitegen.scaffold.revision import with_field, with_item, without_field

POST = """\
---
title: "Una: bozza"   # con una nota
# sopra
draft: true  # ancora un po'
date: 2026-01-05
aliases:
  - /primo/   # dal vecchio blog
tags: [a, "b"]
---
Testo.

---
draft: true
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    site = SiteCase(tmp_path / "site").write(BLOG).file("content/posts/bozza.md", POST)
    monkeypatch.chdir(site.root)
    return site


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_publishing_takes_out_one_line(site: SiteCase, capsys, ends: str, mark: str) -> None:
    written = mark + POST.replace("\n", ends)
    site.file("content/posts/bozza.md", written)
    (site.root / "content/posts/bozza.md").chmod(0o640)
    said = command_here(capsys, "publish", "content/posts/bozza.md", "--lang", "it")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.endswith("sarà a /blog/bozza/\n")
    after = site.root / "content/posts/bozza.md"
    assert after.read_bytes().decode() == written.replace(f"draft: true  # ancora un po'{ends}", "", 1)
    assert after.stat().st_mode & 0o777 == 0o640
    assert site.build().has("blog/bozza/index.html")
    again = command_here(capsys, "publish", "bozza", "--lang", "it")
    assert (again.returncode, "E723" in again.stderr) == (1, True)


def test_each_line_keeps_its_own_end() -> None:
    text = "---\r\ntitle: Una\r\ndraft: true\ntags: [a]\n---\nTesto.\r\naltro\n\nfine\r"
    assert without_field(text, "a.md", "draft") == text.replace("draft: true\n", "")
    assert with_field(text, "a.md", "slug", "una") == text.replace("[a]\n", "[a]\nslug: una\n")
    assert with_item(text, "a.md", "aliases", "/?p=1") == text.replace("[a]\n", '[a]\naliases: ["/?p=1"]\n')


@pytest.mark.parametrize(
    ("written", "dated"),
    [
        ("date:", "date: D"),
        ("date: # poi", "date: D # poi"),
        ("date: ~", "date: D"),
        ("date: null # poi", "date: D # poi"),
    ],
)
def test_a_date_that_was_left_empty_becomes_that_of_today(
    site: SiteCase, capsys: pytest.CaptureFixture[str], written: str, dated: str
) -> None:
    site.file("content/posts/bozza.md", f"---\ntitle: Una\n{written}\ndraft: true\n---\nTesto.\n")
    said = command_here(capsys, "publish", "bozza", "uno", "--lang", "it")
    assert "E723" in said.stderr
    said = command_here(capsys, "publish", "bozza", "--lang", "it")
    assert (said.returncode, said.stderr) == (0, "")
    today = datetime.now(ZoneInfo("Europe/Rome")).date().isoformat()
    text = site.root.joinpath("content/posts/bozza.md").read_text()
    assert text == f"---\ntitle: Una\n{dated.replace('D', today)}\n---\nTesto.\n"


def test_files_beside_it_that_look_like_ours_stay(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.file("content/posts/.bozza.md.new", "Suo.")
    before = tree(site.root / "content").keys()
    assert command_here(capsys, "publish", "bozza").returncode == 0
    after = tree(site.root / "content")
    assert (after.keys(), after["posts/.bozza.md.new"]) == (before, b"Suo.")


def test_what_was_saved_meanwhile_is_not_put_back(
    site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_meanwhile(*given: Any) -> Survey:
        seen = survey(*given)
        if "slug: due" in site.root.joinpath("content/posts/uno.md").read_text():
            site.file("content/posts/uno.md", "Suo.")
        return seen

    monkeypatch.setattr("sitegen.build.survey", save_meanwhile)
    assert "E412" in command_here(capsys, "rename", "uno", "due").stderr
    assert site.root.joinpath("content/posts/uno.md").read_text() == "Suo."


def test_what_is_dated_later_is_said_to_come(site: SiteCase, capsys) -> None:
    site.edit("content/posts/bozza.md", "2026-01-05", "2126-01-05")
    assert "5 gennaio 2126" in command_here(capsys, "publish", "bozza", "--lang", "it").stdout


def test_a_renamed_page_is_found_at_its_old_address(site: SiteCase, capsys) -> None:
    site.config("hosting: none\n").write(BLOG)
    said = command_here(capsys, "rename", "content/posts/uno.md", "primo-passo", "--lang", "it")
    assert (said.returncode, said.stderr) == (0, "")
    assert "/blog/uno/ → /blog/primo-passo/" in said.stdout
    site.build()
    assert "Testo di uno" in site.read("blog/primo-passo/index.html")
    assert "/blog/primo-passo/" in site.read("blog/uno/index.html"), "a page that leads on"
    command_here(capsys, "rename", "uno", "secondo-passo")
    site.build()
    for old in ("uno", "primo-passo"):
        assert "/blog/secondo-passo/" in site.read(f"blog/{old}/index.html")
    assert site.read("blog/secondo-passo/index.html").count("Testo di uno") == 1


@pytest.mark.parametrize("aliases", ["[/blog/altro/]", "\n  - '/blog/altro'  # di prima\n  - /primo/", "/blog/altro/"])
def test_a_page_can_go_back_to_an_address_that_it_had(site: SiteCase, capsys, aliases: str) -> None:
    site.edit("content/posts/uno.md", "date:", f"aliases: {aliases}\ndate:")
    said = command_here(capsys, "rename", "uno", "/blog/altro/", "--lang", "it")
    assert (said.returncode, said.stderr) == (0, "")
    assert "/blog/uno/ → /blog/altro/" in said.stdout
    text = (site.root / "content/posts/uno.md").read_text()
    assert "slug: altro\n" in text
    assert aliases.replace("'/blog/altro'", "/blog/uno/").replace("/blog/altro/", "/blog/uno/") in text
    assert site.build().has("blog/altro/index.html")


def test_of_an_address_below_another_folder_the_last_part_is_proposed(site: SiteCase, capsys) -> None:
    before = tree(site.root)
    said = command_here(capsys, "rename", "uno", "/servizi/altro/", "--lang", "it")
    assert (said.returncode, "forse «altro»?" in said.stderr, tree(site.root) == before) == (1, True, True)


def test_several_drafts_are_published_or_none(site: SiteCase, capsys) -> None:
    site.file("content/posts/seconda.md", "---\ntitle: Seconda\ndate: 2026-01-06\ndraft: true\n---\nTesto.\n")
    before = tree(site.root)
    said = command_here(capsys, "publish", "bozza", "seconda", "uno", "--lang", "it")
    assert (said.returncode, "content/posts/uno.md  E723" in said.stderr, said.stdout) == (1, True, "")
    assert tree(site.root) == before
    said = command_here(capsys, "publish", "bozza", "seconda", "--lang", "it")
    assert (said.returncode, said.stderr, said.stdout.count("Non è più una bozza")) == (0, "", 2)
    assert site.build().has("blog/seconda/index.html")


@pytest.mark.parametrize(("fields", "why"), [
    ("date: 2126-12-01", "esce da sé il 1° dicembre 2126"), ("date: 2026-01-05\nexpires: 2026-02-01", "è scaduto il 1° febbraio 2026"),
])  # fmt: skip
def test_what_is_no_draft_is_told_why_it_is_not_on_the_site(site: SiteCase, capsys, fields: str, why: str) -> None:
    site.edit("content/posts/bozza.md", "draft: true  # ancora un po'\ndate: 2026-01-05", fields)
    assert why in command_here(capsys, "publish", "bozza", "--lang", "it").stderr


def test_a_voice_without_consent_is_told_what_it_lacks(site: SiteCase, capsys) -> None:
    site.file(
        "content/testimonials/anna.md", "---\nname: Anna\nrole: Architetta\ndate: 2026-01-05\ndraft: true\n---\nBene.\n"
    )
    said = command_here(capsys, "publish", "anna", "--lang", "it")
    assert (said.returncode, "manca il consenso" in said.stdout) == (0, True)
    assert "manca il consenso" in command_here(capsys, "publish", "anna", "--lang", "it").stderr


def test_of_a_draft_no_more_is_said_than_there_is(site: SiteCase, capsys) -> None:
    said = command_here(capsys, "rename", "bozza", "altra", "--lang", "it")
    assert said.stdout == "Indirizzo cambiato: /blog/bozza/ → /blog/altra/\n"
    site.file("content/faq/quanto.md", "---\ntitle: Quanto?\ndraft: true\n---\nPoco.\n")
    page = "---\ntitle: Domande\ndraft: true\nsections: [{type: faq}]\n---\n"
    site.file("content/pages/domande.md", page)
    assert (
        "nessuna pagina la mostra: content/faq/quanto.md"
        in command_here(capsys, "publish", "quanto", "--lang", "it").stdout
    )
    assert "W412" in command_here(capsys, "build").stderr
    assert "W412" not in command_here(capsys, "build", "--drafts").stderr
    site.file("content/pages/domande.md", page.replace("draft: true\n", "")).edit(
        "content/faq/quanto.md", "title", "draft: true\ntitle"
    )
    assert "sarà sul sito\n" in command_here(capsys, "publish", "quanto", "--lang", "it").stdout


def test_an_address_that_is_taken_leaves_the_file_as_it_was(site: SiteCase, capsys) -> None:
    before = tree(site.root)
    said = command_here(capsys, "rename", "uno", "due", "--lang", "it")
    assert (said.returncode, "E412" in said.stderr, "com’era" in said.stderr) == (1, True, True)
    assert tree(site.root) == before
    assert "slug: due" not in said.stderr, "a line that is not in the file"
    for asked, other in (("uno", "due"), ("due", "uno")):
        said = command_here(capsys, "rename", asked, other, "--lang", "it").stderr
        assert said.startswith(f"content/posts/{asked}.md  E412 ")
        assert f"Lo vuole anche content/posts/{other}.md." in said


def test_a_broken_site_can_be_written_on(site: SiteCase, capsys) -> None:
    site.file("content/posts/rotto.md", "---\ntitle: [\n---\n")
    assert command_here(capsys, "publish", "bozza").returncode == 0


VALUES = st.sampled_from(["Uno", '"Uno: due"', "'l''agenda'", "[a, b]", "{a: b}", "|\n  testo\n  lungo", "\n  - a\n  - b", "", "true",
                          "2026-01-01 # nota", "[a,\n  b]"])  # fmt: skip
FRONTS = st.dictionaries(st.sampled_from(["title", "draft", "slug", "aliases", "extra", "tags"]), VALUES, max_size=6)


@given(
    FRONTS,
    st.sampled_from(["without", "field", "item"]),
    st.sampled_from(["Testo.", "", "---\ndraft: true\n", "a\x0bb"]),
)
def test_all_other_fields_and_the_text_stay(front: dict[str, str], act: str, body: str) -> None:
    text = "---\n" + "".join(f"{name}: {value}\n" for name, value in front.items()) + f"---\n{body}"
    try:
        before = split(text, "a.md")
    except Unreadable:
        assume(False)
    name = {"without": "draft", "field": "slug", "item": "aliases"}[act]
    try:
        after = split({"without": lambda: without_field(text, "a.md", name), "field": lambda: with_field(text, "a.md", name, "2026"),
                       "item": lambda: with_item(text, "a.md", name, "/?p=1")}[act](), "a.md")  # fmt: skip
    except Refused:
        return
    assert after.body == before.body
    fields = [{key.text: natural(value) for key, value in each.meta.entries} if isinstance(each.meta, Mapping) else {}
              for each in (before, after)]  # fmt: skip
    old = fields[0].pop(name, None)
    new = fields[1].pop(name, None)
    assert fields[0] == fields[1]
    assert new == {"without": None, "field": "2026", "item": [*(old if isinstance(old, list) else []), "/?p=1"]}[act]
