"""`sitegen completion`: what real shells make of what is typed, when Tab is pressed."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.cli.completion import SHELLS, offers_of
from sitegen.cli.main import COMMANDS
from sitegen.completion.offers import Command

SETTING = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], ". {script}; PS1='ready''> '; bind 'set enable-bracketed-paste off'"),
    "zsh": (["zsh", "-f", "-i"], "unset zle_bracketed_paste; autoload -U compinit; compinit -D -u; . {script}; PS1='ready''> '"),
}  # fmt: skip
ECHO = 'sitegen() {{ echo "got:$*:"; }}; '
CASES = {
    "bui": "build",
    "build --for\tj": "build --format json",
    "build --format=j": "build --format=json",
    "list --kind te": "list --kind testimonials",
    "list --state sch": "list --state scheduled",
    "--lang i\tpubl\tcontent/posts/l": "--lang it publish content/posts/la-prima.md",
    "check --only law,linked": "check --only law,linked-data",
    "publish content/po": "publish content/posts/la-prima.md",
    "list --tag the": "list --tag the",
    "rename content/pages/c": "rename content/pages/chi è.md",
    "new se": "new service",
    "theme check ta": "theme check taccuino",
    "theme colors mi": "theme colors mio",
    "theme new altro --parent mi": "theme new altro --parent mio",
    "schema aut": "schema authors",
    "serve --no-d": "serve --no-drafts",
    "build --output ou": "build --output output/",
    "doctor --root the\t": "doctor --root themes/",
}  # fmt: skip
"""What is typed before a last Tab, and what the line is then."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site's folder, with a theme of its own and one that has a name to be wary of, and the scripts beside it."""
    root = tmp_path_factory.mktemp("shells") / "sito"
    for path in ("content/posts/la-prima.md", "content/pages/chi è.md", "themes/mio/theme.yaml", "output/index.html",
                 "themes/zeta$(touch caught)`touch caught`/theme.yaml"):  # fmt: skip
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).touch()
    return root


def script(shell: str, folder: Path, capsys: pytest.CaptureFixture[str], language: str = "it") -> Path:
    assert main.run(["completion", shell, "--lang", language]) == 0
    file = folder.parent / f"{language}.{shell}"
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    return file


def _plain(line: str) -> str:
    """zsh writes `--format=json` where it may, and takes the slash from a folder when the line is done."""
    return line.replace("=", " ").rstrip("/")


def _installed(shell: str) -> str:
    if sys.platform == "win32" or not (program := shutil.which(shell)):
        pytest.skip(f"needs {shell}: apt-get install {shell}")
    return program


@pytest.mark.parametrize("shell", SETTING)
def test_what_tab_makes_of_a_line(shell: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import pty

    _installed(shell)
    line, setting = SETTING[shell]
    file = script(shell, folder, capsys)
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execvpe(line[0], line, {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "HOME": str(folder.parent)})
    seen = ""

    def until(pattern: str, start: int) -> None:
        nonlocal seen
        while not re.search(pattern, seen[start:]):
            ready, _, _ = select.select([terminal], [], [], 30)
            assert ready, seen
            seen += os.read(terminal, 65536).decode(errors="replace")

    os.write(terminal, f"{ECHO.format()}{setting.format(script=file)}\n".encode())
    until(r"ready> (\x1b\[\?2004h)?$", 0)
    made = {}
    for typed in CASES:
        start = len(seen)
        os.write(terminal, f"sitegen {typed}\t\n".encode())
        until(r"got:.*:\r?\n(.*\n)*.*ready> (\x1b\[\?2004h)?$", start)
        made[typed] = re.findall(r"got:(.*):", seen[start:])[-1].rstrip()
    os.close(terminal)
    os.waitpid(process, 0)
    assert {typed: _plain(line) for typed, line in made.items()} == {
        typed: _plain(line) for typed, line in CASES.items()
    }
    assert not (folder / "caught").exists(), "what a folder is called was run"


def test_bash_offers_no_file_where_none_can_stand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = script("bash", folder, capsys)
    asked = "compopt() { echo \"$*\"; }; COMP_WORDS=(sitegen list --tag ''); COMP_CWORD=3; _sitegen; COMP_WORDS[1]=why; COMP_WORDS[2]=a; _sitegen"
    said = subprocess.run([_installed("bash"), "-c", f". {file}; {asked}"], capture_output=True, text=True, check=False)
    assert said.stdout == "+o bashdefault +o default\n", "for the tag, but not for the file"


def test_what_fish_offers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = _installed("fish")
    file = script("fish", folder, capsys)
    lines = ["bui", "build --for", "build --format ", "list --state sch", "publish ", "check --only law,linked", "list --tag ", "new ", "theme colors mi",
             "theme new altro --parent t", "completion ", "serve --no-"]  # fmt: skip
    asked = "; ".join(f"echo '== {each}'; complete -C 'sitegen {each}'" for each in lines)
    said = subprocess.run([program, "--no-config", "-c", f"source {file}; {asked}"], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "HOME": str(folder.parent), "LC_ALL": "C.UTF-8"}, check=False)  # fmt: skip
    assert said.stderr == ""
    offered = {part.split("\n")[0]: part.split("\n")[1:-1] for part in said.stdout.split("== ")[1:]}
    assert offered["bui"] == ["build\tcostruisce il sito nella cartella output/"]
    words = {line: [each.split("\t")[0] for each in found] for line, found in offered.items()}
    assert words == {
        "bui": ["build"],
        "build --for": ["--format"],
        "build --format ": ["json", "text"],
        "list --state sch": ["scheduled"],
        "publish ": ["content/pages/chi è.md", "content/posts/la-prima.md"],
        "check --only law,linked": ["law,linked-data"],
        "list --tag ": [],
        "new ": ["author", "case", "faq", "magnet", "page", "post", "service", "site", "testimonial"],
        "theme colors mi": ["mio"],
        "theme new altro --parent t": ["taccuino"],
        "completion ": ["bash", "fish", "powershell", "zsh"],
        "serve --no-": ["--no-drafts", "--no-future"],
    }
    assert not (folder / "caught").exists()


def test_the_script_for_powershell_holds_all_that_is_offered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a text only: what PowerShell makes of it at Tab is not tried, as there is none for this test to run."""
    text = script("powershell", folder, capsys).read_text(encoding="utf-8")
    assert text.isascii(), "a shell on Windows reads it in a code page of its own"
    tables = re.findall(r"(?ms)^    \$(\w+) = @\{\n(.*?)^    \}$", text)
    rows = {
        name: dict(re.findall(r"(?m)^        '((?:[^']|'')*)' = '((?:[^']|'')*)'$", table)) for name, table in tables
    }
    assert [len(rows[name]) for name, _ in tables] == [table.count("\n") for _, table in tables]
    common, commands = offers_of("it")
    assert rows["flags"] == {"": " ".join(each.flag for each in common)} | {
        each.name: " ".join(option.flag for option in each.options) for each in commands
    }
    assert {*rows["offers"][" 0"].split()} == {"words", *COMMANDS}
    assert rows["offers"]["new 0"] == "words site post page service testimonial author case faq magnet"
    assert rows["offers"]["check --format"] == "words text json sarif"
    assert rows["offers"]["check --only"].startswith("list accents alt-text ")
    assert (rows["offers"]["theme 1"].split()[0], rows["offers"]["publish 0"]) == ("theme", "document")
    assert (rows["offers"]["list --tag"], rows["offers"]["build --output"]) == ("free", "folder")
    about = {key: row.replace("''", "'").encode().decode("unicode_escape") for key, row in rows["about"].items()}
    assert about == {f" {each.name}": each.about for each in commands} | {
        f"{each.name} {option.flag}": option.about
        for each in (Command("", "", common), *commands) for option in each.options if option.about
    }  # fmt: skip


def test_each_command_and_option_is_offered_and_explained() -> None:
    for language in ("it", "en"):
        _, commands = offers_of(language)
        assert {each.name for each in commands} == set(COMMANDS)
        for command in commands:
            assert command.about
            silent = {each.flag for each in command.options if not each.about}
            assert silent <= {"--version", "--drafts", "--future"}


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("shell", SHELLS)
def test_the_scripts_hold_nothing_of_this_computer(
    shell: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = script(shell, folder, capsys, language).read_text(encoding="utf-8")
    assert str(Path.home()) not in text
    assert str(Path(main.__file__).parent.parent) not in text
    if shell == "bash":
        assert subprocess.run([_installed("bash"), "-n"], input=text, text=True, check=False).returncode == 0
