"""`sitegen new`: a site from nothing, and documents that are ready to be filled in."""

from __future__ import annotations

import re
import shutil
import sys
from datetime import date
from pathlib import Path

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import BLOG, SiteCase, command, command_here, tree
from pictures import picture
from terminal import in_a_terminal

from sitegen.problems import Problem
from sitegen.scaffold.documents import FOLDERS, new_document
from sitegen.scaffold.site import Answers, as_meant, new_site

HER = ("--name", "Anna D'Amico", "--business", "Ore & Carta", "--vat", "12345678903", "--city", "Bari",
       "--email", "anna@example.com", "--url", "https://www.example.com", "--color", "#aa3355")  # fmt: skip
PLAIN = "cards: no\nicons: no\nsearch: no\nhosting: none\n"  # what costs time and shows nothing of a site's own words


def built(folder: Path, language: str) -> dict[str, bytes]:
    """The output of a site that is built without a word of warning."""
    with (folder / "content/site.yaml").open("a") as file:
        file.write(PLAIN)
    said = command("build", "--lang", language, cwd=folder)
    assert (said.returncode, re.findall(r"[EW]\d{3}", said.stderr)) == (0, [])
    return tree(folder / "output")


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("said", [HER, ("--yes",), HER[:2]], ids=["all", "nothing", "a name"])
def test_a_new_site_is_built_without_a_warning(tmp_path: Path, language: str, said: tuple[str, ...]) -> None:
    made = command("new", "site", "mio sito", "--language", language, *said, cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert 'cd "mio sito"' in made.stdout
    files = built(tmp_path / "mio sito", language)
    assert not [path for path, data in files.items() if re.search(rb"\$[a-z]", data) and path.endswith(".html")]
    home = files["index.html"].decode()
    assert f'lang="{language}' in home
    assert ("12345678903" in home) == ("Ore &amp; Carta" in home) == (said == HER)
    assert ("D’Amico" in home) == (said != ("--yes",))
    contact = files["contatti/index.html" if language == "it" else "contact/index.html"].decode()
    assert ("mailto:anna@example.com" in contact) == (said == HER)
    assert 'class="wrap contact contact--alone"' in contact


@pytest.mark.parametrize(("option", "value", "code"), [
    ("--vat", "12345678901", "E209"), ("--color", "rosso", "E206"), ("--email", "anna", "E105"), ("--url", "anna", "E202"),
])  # fmt: skip
def test_a_wrong_answer_is_told_by_its_option_and_nothing_is_written(
    tmp_path: Path, option: str, value: str, code: str
) -> None:
    said = command("new", "site", "sito", "--city", "Bari", option, value, cwd=tmp_path)
    assert said.returncode == 1
    assert re.match(rf"{option}  {code}", said.stderr)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("option", "said", "written"), [
    ("vat", '"12345678903"', '"12345678903"'), ("vat", "it 123 4567 8903", '"12345678903"'), ("color", "'1F5f5b'", '"#1F5f5b"'),
    ("url", "www.ore.it", "https://www.ore.it/"), ("name", "«Anna D'Amico»", '"Anna D\'Amico"'),
])  # fmt: skip
def test_an_answer_is_taken_as_it_is_meant(tmp_path: Path, option: str, said: str, written: str) -> None:
    answers = as_meant(Answers(**{"vat": "12345678903", option: said}))
    assert new_site(tmp_path / "sito", answers, date(2026, 1, 1)) == ()
    assert written in (tmp_path / "sito/content/site.yaml").read_text()


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_form_of_a_new_site_waits_behind_hashes(tmp_path: Path, language: str) -> None:
    new_site(tmp_path, Answers(vat="12345678903", language=language), date(2026, 1, 1))
    settings = tmp_path / "content/site.yaml"
    text = settings.read_text()
    forms = re.search(r"(?m)^#forms:\n(?:#  .*\n)+", text)
    assert forms
    settings.write_text(
        text.replace(forms[0], re.sub(r"(?m)^#", "", forms[0]).replace("https://…", "https://forms.example.com/"))
    )
    files = built(tmp_path, language)
    page = files["contatti/index.html" if language == "it" else "contact/index.html"].decode()
    assert 'action="https://forms.example.com/"' in page


def test_a_consent_is_never_dated_by_sitegen(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for language in ("it", "en"):
        made = new_document(tmp_path, "testimonial", f"Marta {language}", language, date(2026, 1, 2))
        assert isinstance(made, Path)
        assert frontmatter.load(str(made))["consent"].keys() == {"given", "scope"}


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert new_site(tmp_path, Answers(), date(2026, 1, 1)) == ()
    before = tree(tmp_path)
    (wrong,) = new_site(tmp_path, Answers(name="Altra"), date(2026, 1, 1))
    assert (wrong.code, tree(tmp_path)) == ("E720", before)


def test_it_asks_in_a_terminal_and_asks_again(tmp_path: Path) -> None:
    answers = (
        "Anna",
        "",
        "123",
        "12345678903",
        "Bari",
        "anna",
        "anna@example.com",
        "",
        "verde",
        "#aa3355",
        "latino",
        "Inglese",
    )
    asked = (sys.executable, "-m", "sitegen", "--lang", "it", "new", "site")
    (here := tmp_path / "sito").mkdir()
    status, seen = in_a_terminal(asked, here, answers, NO_COLOR="1", COLUMNS="160")
    assert status == 0, seen
    assert seen.startswith(f"Il sito nasce in {here}\r\n")
    assert f"\r\nSito creato in {here}\r\n" in seen
    for told in (
        "Questa non è una partita IVA: 123",
        "Questo non è un indirizzo email: anna",
        "Questo colore non lo conosco: verde",
        "Questa lingua non la parlo: latino",
    ):
        assert told in seen
    assert not {"virgolette", "color:"} & set(seen.split()), "words for who writes a file"
    settings = (tmp_path / "sito/content/site.yaml").read_text()
    assert all(
        each in settings for each in ('legal_name: "Anna"', '"12345678903"', '"Bari"', '"#aa3355"', "language: en")
    )


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_new_document_is_ready_and_so_are_the_fields_behind_its_hashes(
    tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    site.edit("content/site.yaml", "title: Prova", f"title: Prova\nlanguage: {language}\nbusiness: {{kind: private}}")
    site.file("content/pages/domande.md", "---\ntitle: Domande\nsections: [{type: faq}]\n---\n")
    monkeypatch.chdir(site.root)
    service, photo = ("il-mio-servizio", "foto.jpg") if language == "it" else ("my-service", "photo.jpg")
    for kind, folder in FOLDERS.items():
        said = command_here(capsys, "new", kind, "Una", "cosa:", 'la "prima"')
        assert said.returncode == 0, said.stderr
        path = site.root / said.stdout.split(": ")[1].strip()
        assert path.parent == site.root / "content" / folder
        assert "draft: true" in path.read_text() or kind in ("testimonial", "author")
        first = tree(site.root / "content")
        again = command_here(capsys, "new", kind, 'Una cosa: la "prima"')
        assert (again.returncode, "E719" in again.stderr, tree(site.root / "content") == first) == (1, True, True)
    drafts = command_here(capsys, "build", "--drafts")
    assert (drafts.returncode, [*re.findall(r"[EW]\d+", drafts.stderr)]) == (0, ["W405", "W420", "W405"]), (
        "a voice and a case without consent, and a magnet without a file, are told"
    )
    site.file(f"content/services/{service}.md", "---\ntitle: Un servizio\nsummary: Breve.\n---\nTesto.\n")
    for folder in FOLDERS.values():
        site.file(f"content/{folder}/{photo}", picture())
        site.file(f"content/{folder}/{'lista' if language == 'it' else 'list'}.pdf", b"%PDF-1.4")
        for path in (site.root / "content" / folder).glob("*prima*.md"):
            path.write_text(re.sub(r"(?m)^#(?=[a-z]|  )", "", path.read_text()).replace("given: false", "given: true")
                            .replace("date:   #", "date: 2026-01-31  #"))  # fmt: skip
        for path in (site.root / "content" / folder).glob("*first*.md"):
            path.write_text(re.sub(r"(?m)^#(?=[a-z]|  )", "", path.read_text()))
    everything = command_here(capsys, "build", "--drafts")
    assert (everything.returncode, re.findall(r"[EW]\d{3}", everything.stderr)) == (0, []), everything.stderr


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_a_title_is_read_back_as_it_was_said(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    root = tmp_path_factory.mktemp("new")
    (root / "content").mkdir()
    made = new_document(root, "post", title, "it", date(2026, 1, 2))
    if isinstance(made, Problem):
        assert (made.code, tree(root)) == ("E718", {})
    else:
        assert frontmatter.load(str(made))["title"] == " ".join(title.split())
        assert made.parent == root / "content/posts"
    shutil.rmtree(root)


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "site/content").mkdir(parents=True)
    (tmp_path / "altrove").mkdir()
    (tmp_path / "site/content/posts").symlink_to(tmp_path / "altrove")
    made = new_document(tmp_path / "site", "post", "Uno", "it", date(2026, 1, 2))
    assert isinstance(made, Problem)
    assert (made.code, list((tmp_path / "altrove").iterdir())) == ("E603", [])
