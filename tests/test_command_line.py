"""The command as it is typed: options, exit status, languages, output for people and for programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from kit import SiteCase, command, command_here, tree

from sitegen.cli import voice
from sitegen.cli.main import COMMANDS, language_of, parse
from sitegen.messages.glossary import GLOSSARY
from sitegen.messages.help import HELP
from sitegen.messages.phrases import PHRASES


def test_the_site_is_found_from_any_folder_below_it(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n")
    done = command("build", cwd=site.root / "content/posts")
    assert done.returncode == 0, done.stderr
    assert site.has("blog/a/index.html")


def test_root_and_output_name_other_folders(site: SiteCase, tmp_path: Path) -> None:
    done = command("build", "--root", str(site.root), "--output", "altrove", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "altrove/index.html").is_file()
    assert not site.output.exists()


def test_root_means_that_folder_only(site: SiteCase) -> None:
    done = command("build", "--root", "content", cwd=site.root)
    assert done.returncode == 1
    assert "E704" in done.stderr


@pytest.mark.parametrize("place", [".", "content", "content/out", "themes/x", "..", ".git"])
def test_an_output_folder_that_would_mix_with_the_site_is_refused(site: SiteCase, place: str) -> None:
    done = command("build", "--output", place, cwd=site.root)
    assert done.returncode == 1
    assert "E703" in done.stderr
    assert sorted(path.name for path in site.root.iterdir()) == ["content"]


def test_an_output_folder_that_leads_out_of_the_site_is_refused(site: SiteCase, tmp_path: Path) -> None:
    (tmp_path / "fuori").mkdir()
    site.output.symlink_to(tmp_path / "fuori")
    done = command("build", cwd=site.root)
    assert done.returncode == 1
    assert "E703" in done.stderr
    assert not list((tmp_path / "fuori").iterdir())


def test_the_home_folder_is_no_output_folder(site: SiteCase, tmp_path: Path) -> None:
    done = command("build", "--output", str(tmp_path / "casa"), cwd=site.root, HOME=str(tmp_path / "casa"))
    assert done.returncode == 1
    assert "E703" in done.stderr
    assert not (tmp_path / "casa").exists()


def test_the_summary_counts_and_names_what_was_held_back(site: SiteCase) -> None:
    site.write("""\
-- content/posts/bozza.md --
---
title: Bozza
date: 2026-01-14
draft: true
---
-- content/posts/natale.md --
---
title: Natale
date: 2026-12-24 09:30
---
-- content/posts/saldi.md --
---
title: Saldi
date: 2026-01-14
expires: 2026-02-01
---
""")
    done = command("build", "--now", "2026-11-23", cwd=site.root, language="it_IT.UTF-8")
    assert done.returncode == 0, done.stderr
    assert "pubblicati: 1; bozze: 1; programmati: 1; scaduti: 1" in done.stdout
    assert re.search(r"content/posts/bozza\.md +bozza", done.stdout)
    assert re.search(r"content/posts/natale\.md +programmato: 24 dicembre 2026, 09:30", done.stdout)
    assert re.search(r"content/posts/saldi\.md +scaduto: 1° febbraio 2026, 00:00", done.stdout)


def test_what_waits_for_a_consent_is_not_counted_as_published(
    site: SiteCase, capsys: pytest.CaptureFixture[str]
) -> None:
    site.file("content/testimonials/marta.md", "---\nname: Marta\nrole: Ospite\ndate: 2026-01-14\n---\nBrava.\n")
    command_here(capsys, "build", "--root", str(site.root))
    said = command_here(capsys, "build", "--lang", "it", "--root", str(site.root))
    assert "Documenti pubblicati: 1; bozze: 0; programmati: 0; scaduti: 0" in said.stdout


def test_a_build_with_drafts_says_that_its_folder_is_not_for_publishing(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\ndraft: true\n---\n")
    site.file("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-14\nexpires: 2026-02-01\n---\n")
    warning = "Attenzione: output/ contiene pagine da non pubblicare. Prima di caricarla lancia  sitegen build"
    for _ in range(2):  # the second has nothing to do, and says it all the same
        done = command("build", "--drafts", cwd=site.root, language="it_IT.UTF-8")
        assert "pubblicati: 1; bozze: 1 (nelle pagine: 1); programmati: 0; scaduti: 1\n" in done.stdout
        assert done.stdout.splitlines()[-1] == warning
    assert "Careful: output/" in command("build", "--expired", cwd=site.root).stdout.splitlines()[-1]
    assert "Careful" not in command("build", "--drafts", "--output", "anteprima", cwd=site.root).stdout
    assert "Careful" not in command("build", "--future", cwd=site.root).stdout, "there is nothing in the future"
    assert "Careful" not in command("build", cwd=site.root).stdout
    assert not site.has("blog/a/index.html")


def test_now_sets_the_clock_in_the_zone_of_the_site(site: SiteCase) -> None:
    site.config("timezone: Asia/Tokyo\n")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-12-24 09:30\n---\n")
    assert command("build", "--now", "2026-12-24 09:29", cwd=site.root).returncode == 0
    assert not site.has("blog/a/index.html")
    assert command("build", "--now", "2026-12-24 09:30", cwd=site.root).returncode == 0
    assert site.has("blog/a/index.html")


def test_problems_go_to_the_error_stream_and_the_status_is_one(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 30 febbraio 2026\n---\n")
    done = command("build", cwd=site.root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/posts/a.md:3:7  E106" in done.stderr
    assert not site.output.exists()


def test_json_tells_programs_the_same(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 30 febbraio 2026\n---\n")
    done = command("build", "--format", "json", cwd=site.root)
    (problem,) = json.loads(done.stdout)["problems"]
    assert done.returncode == 1
    assert (problem["code"], problem["path"], problem["line"], problem["column"]) == (
        "E106",
        "content/posts/a.md",
        3,
        7,
    )
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-12-24\n---\n")
    result = json.loads(command("build", "--format", "json", "--now", "2026-11-23", cwd=site.root).stdout)
    assert result["ok"]
    assert "index.html" in result["created"]
    assert result["held"][0]["state"] == "scheduled"


def test_verbose_lists_the_files(site: SiteCase) -> None:
    done = command("build", "-v", cwd=site.root)
    assert "written  index.html" in done.stdout


def test_jobs_change_the_time_and_not_the_bytes(site: SiteCase, tmp_path: Path) -> None:
    for number in range(60):
        site.file(
            f"content/posts/p{number}.md",
            f"---\ntitle: P{number}\ndate: 2026-01-14\n---\nTesto [^1]\n\n[^1]: Nota {number}\n",
        )
    for jobs in ("1", "2"):
        done = command("build", "--jobs", jobs, "--output", str(tmp_path / jobs), cwd=site.root)
        assert done.returncode == 0, done.stderr
    for path in (tmp_path / "1").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "2" / path.relative_to(tmp_path / "1")).read_bytes()


SYSTEMS = {
    "that starts processes afresh": "import multiprocessing\nmultiprocessing.set_start_method('spawn')",
    "that has no process to give": """\
import sys
def refuse(event, _):
    if event == "os.fork":
        raise OSError(11, "Resource temporarily unavailable")
sys.addaudithook(refuse)""",
    "that kills a process": """\
import os, signal, sys
first = os.getpid()
def kill(event, arguments):
    if event == "import" and arguments[0].startswith("pygments.lexers") and os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(kill)""",
}


@pytest.mark.skipif(sys.platform == "win32", reason="forks: run on Linux or macOS")
@pytest.mark.parametrize("system", SYSTEMS)
def test_many_documents_are_read_on_a_system(site: SiteCase, system: str) -> None:
    for number in range(60):
        code = "```python\nx = 1\n```\n" if number == 30 else ""
        site.file(f"content/posts/p{number}.md", f"---\ntitle: P{number}\ndate: 2026-01-14\n---\nTesto.\n\n{code}")
    program = f"{SYSTEMS[system]}\nimport sys\nfrom sitegen.__main__ import main\nsys.exit(main())"
    line = [sys.executable, "-c", program, "build", "--jobs", "2", "--now", "2026-11-23 12:00", "--clean"]
    done = subprocess.run(line, cwd=site.root, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    before = tree(site.output)
    site.remove(".sitegen").remove("output").build()
    assert tree(site.output) == before


@pytest.mark.parametrize(
    ("arguments", "code", "hint"),
    [
        (("bild",), "E705", "build"),
        (("nuovo", "articolo"), "E705", "new"),
        (("new", "articolo"), "E716", "“post”"),
        (("new", "testimonianza"), "E716", "“testimonial”"),
        (("new", "domanda"), "E716", "“faq”"),
        (("build", "--drats"), "E705", "--drafts"),
        (("build", "--jobs", "molti"), "E706", "--jobs"),
        (("build", "--jobs", "0"), "E706", "--jobs"),
        (("build", "--now", "domani"), "E706", "--now"),
        (("build", "--root"), "E708", "--root"),
        (("build", "--lang", "de"), "E706", "--lang"),
        (("build", "altrove"), "E705", "altrove"),
        (("--lang", "en", "bild"), "E705", "build"),
        (("--drafts", "build"), "E705", "--drafts"),
        (("build", "--root=a", "--root"), "E708", "--root"),
        (("why",), "E711", "sitegen why"),
    ],
)
def test_what_is_not_understood_is_said_with_the_nearest_word(
    site: SiteCase, arguments: tuple[str, ...], code: str, hint: str
) -> None:
    done = command(*arguments, cwd=site.root)
    assert (done.returncode, done.stdout) == (2, "")
    assert code in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", [("--format", "json"), ("--format=json",)])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("build", "--jobs", "x"), "E706"),
        (("build", "--output", ""), "E708"),
        (("build", "--jobs", "0"), "E706"),
        (("build", "--now", "domani"), "E706"),
        (("build", "--bog"), "E705"),
        (("build", "altrove"), "E705"),
        (("bild",), "E705"),
        (("build", "--root"), "E708"),
        (("why",), "E711"),
    ],
)
def test_programs_are_told_in_their_own_form_what_is_not_understood(
    site: SiteCase, arguments: tuple[str, ...], code: str, form: tuple[str, ...]
) -> None:
    done = command(*arguments, *form, cwd=site.root)
    assert (done.returncode, done.stderr) == (2, "")
    told = json.loads(done.stdout)
    assert (told["ok"], [each["code"] for each in told["problems"]]) == (False, [code])


def test_version_and_help(tmp_path: Path) -> None:
    assert re.fullmatch(r"sitegen \d+\.\d+\.\d+\n", command("--version", cwd=tmp_path).stdout)
    assert command("--help", cwd=tmp_path).stdout == HELP["en"]["sitegen"]
    assert command("build", "--help", cwd=tmp_path, language="it_IT.UTF-8").stdout == HELP["it"]["build"]
    assert command(cwd=tmp_path).returncode == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_both_languages_names_every_option(name: str) -> None:
    no_options = {
        "command",
        "version",
        *{
            "new": ("kind", "title"),
            "theme": ("action", "name"),
            "rename": ("path", "slug"),
            "schema": ("name",),
            "check": ("paths",),
            "publish": ("paths",),
            "completion": ("shell",),
        }.get(name, ("path",)),
    }
    options = {f"--{each}" for each in vars(parse([name])) if each not in no_options}
    for language in ("it", "en"):
        written = {f"--{each}" for each in re.findall(r"--(?:no-)?([a-z]+)", HELP[language][name])}
        assert written == options
        assert f"\n  {name} " in HELP[language]["sitegen"]


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (("--lang", "it"), {"LANG": "en_US"}, "it"),
        (("--lang=en",), {"LANG": "it_IT"}, "en"),
        ((), {"LC_ALL": "it_IT.UTF-8", "LANG": "en_US"}, "it"),
        ((), {"LANG": "en_GB"}, "en"),
        ((), {"LANG": "C.UTF-8"}, ""),
        ((), {}, ""),
    ],
)
def test_the_language_comes_from_the_option_then_the_environment(
    arguments: tuple[str, ...], environment: dict[str, str], language: str
) -> None:
    assert language_of(arguments, environment) == language


def test_without_either_messages_speak_the_language_of_the_site(site: SiteCase) -> None:
    site.config("language: it\n").file("content/posts/a.md", "---\ntitle: A\n---\n")
    assert "manca il campo date" in command("build", cwd=site.root, language="C").stderr
    assert "Uso:" in command("build", "--help", cwd=site.root, language="C").stdout
    assert "La prima riga" in command("schema", cwd=site.root, language="C").stdout


def test_both_languages_have_the_same_words() -> None:
    assert PHRASES["it"].keys() == PHRASES["en"].keys()
    assert GLOSSARY["it"].keys() == GLOSSARY["en"].keys()
    for key, italian in PHRASES["it"].items():
        assert set(re.findall(r"\{\w+\}", italian)) == set(re.findall(r"\{\w+\}", PHRASES["en"][key])), key


def test_nothing_is_coloured_where_nobody_sees_it(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\n---\n")
    assert "\x1b" not in command("build", cwd=site.root).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal: run on Linux or macOS")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colours_unless_it_says_no(site: SiteCase, environment: dict[str, str], coloured: bool) -> None:
    import pty

    site.file("content/posts/a.md", "---\ntitle: A\n---\n")
    variables = (
        {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"TERM": "xterm"} | environment
    )
    reader, writer = pty.openpty()
    line = [sys.executable, "-m", "sitegen", "build", "--root", str(site.root)]
    subprocess.run(line, env=variables, stderr=writer, stdout=writer, check=False)
    os.close(writer)
    said = b""
    with suppress(OSError):  # how the end is told of a terminal that nobody writes to any longer
        while piece := os.read(reader, 100_000):
            said += piece
    os.close(reader)
    assert b"E104" in said
    assert (b"\x1b[31m" in said) == coloured


def test_where_there_is_no_terminal_a_long_build_says_a_line_for_each_stage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "PATIENCE", 0)
    speaking = voice.Voice("it")
    for done in range(3):
        speaking.progress("Leggo", done, 3)
    speaking.progress("Scrivo le pagine", 1, 9)
    assert capsys.readouterr().err == "Leggo: 3\nScrivo le pagine: 9\n"


def test_a_check_does_not_say_that_it_writes_the_site(
    site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "PATIENCE", 0)
    monkeypatch.chdir(site.root)
    said = command_here(capsys, "check", "--only", "data", "--lang", "it").stderr
    assert ("Preparo una copia da rileggere" in said, "Salvo" in said) == (True, False)


def test_programs_get_the_line_of_a_problem_and_the_counts(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\ndraft: true\n---\n")
    site.file("content/pages/b.md", "---\ntitle: B\n---\nQui [x](manca.md).\n")
    (told,) = json.loads(command("build", "--format", "json", cwd=site.root).stdout)["problems"]
    assert (told["excerpt"], told["column"], told["width"]) == ("Qui [x](manca.md).", 9, 8)
    site.remove("content/pages/b.md")
    done = json.loads(command("build", "--format", "json", "--drafts", cwd=site.root).stdout)
    assert done["counts"] == {"draft": 1, "expired": 0, "published": 1, "scheduled": 0}
    assert [each["path"] for each in done["also"]] == ["content/posts/a.md"]
    site.built = None
