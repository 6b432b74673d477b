"""What a terminal shows of the command line's words: lines that end between words, and what is to be typed in one piece."""

from __future__ import annotations

import io
import re
import sys

import pytest

from sitegen.check.check import RULES
from sitegen.cli.explain import explain
from sitegen.cli.voice import Voice, as_typed, folded
from sitegen.messages.help import HELP
from sitegen.problems import Place, problem


class Terminal(io.StringIO):
    """A stream that is shown in so many columns as COLUMNS says."""

    def isatty(self) -> bool:
        """That it is shown."""
        return True


@pytest.mark.parametrize("language", ["it", "en"])
def test_help_is_broken_between_words_and_goes_on_below_itself(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for name, text in HELP[language].items():
        shown = folded(text, Terminal())
        assert shown.split() == text.split()
        typed = ("echo ", "sitegen ")
        assert max(len(line) for line in shown.split("\n") if not line.lstrip().startswith(typed)) <= 80, (
            f"{name}\n{shown}"
        )
    (below,) = re.findall(r"\n +--fix .*\n( +)\S", folded(HELP[language]["check"], Terminal()))
    assert len(below) == len("  --fix            ")


@pytest.mark.parametrize(("path", "typed"), [
    ("content/posts/è-tardi.md", "content/posts/è-tardi.md"), ("l'agenda.md", '"l\'agenda.md"'), ("una bozza.md", '"una bozza.md"'),
    ("costa $5.md", "'costa $5.md'"), ("a&b.md", '"a&b.md"'),
])  # fmt: skip
def test_a_path_is_typed_so_that_a_shell_takes_it(path: str, typed: str) -> None:
    assert as_typed(path) == typed


def test_what_is_to_be_typed_stays_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    said = "Scrivi anche per i motori di ricerca  seo: title: Uno due  oppure fa’ \x1b[1mcosì come\x1b[0m"
    assert folded(said, Terminal(), "  ").split("\n") == [
        "  Scrivi anche per i motori di ricerca",
        "  seo: title: Uno due  oppure fa’ \x1b[1mcosì",
        "  come\x1b[0m",
    ]


def test_a_problem_keeps_within_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    wrong = problem("E706", Place("content/posts/la-prima-riunione.md", 3, 40), option="--format", written="yaml",
                    known="text, json", cause="", meant="json")  # fmt: skip
    shown = Voice("it").problem(wrong, "title: " + "parola " * 12, Terminal())
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).split("\n")
    assert max(map(len, lines)) <= 50, shown
    assert lines[0].startswith("content/posts/la-prima-riunione.md:3:40  E706")


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_rule_is_explained_without_the_signs_of_markdown(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", shown := Terminal())
    for rule in RULES:
        assert explain(rule.name, Voice(language)) == 0
    lines = [line for line in shown.getvalue().split("\n") if not line.startswith("    ")]
    prose = re.sub("`[^`]+`", "", "\n".join(lines))
    assert not re.findall(r"(?m).*(?:\*\*|\]\(|```|^\|).*", prose)
    assert not [line for line in lines if len(line) > 80 and "https://" not in line]
    assert {"it": "  Giusto:    Cioè, è già tardi.", "en": "  Right: Cioè, è già tardi."}[language] in lines


def test_a_message_of_a_build_is_explained_as_far_as_it_needs_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain("w406", Voice("it")) == 0
    said = capsys.readouterr().out
    assert said.startswith("W406 «…» è scritto anche «…»\n")
    assert "Leggere gli errori" in said
