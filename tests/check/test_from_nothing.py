"""From an empty folder to a checked site, in a terminal, by somebody who answers what she is asked."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest
from terminal import on_a_screen

WORDS = {
    "it": (
        "Sito creato in sito",
        "Sito costruito in output/",
        r"14 pagine, \d+ parole: niente da correggere",
    ),
    "en": ("Site made in sito", "Site built in output/", r"14 pages, \d+ words: nothing to fix"),
}
COLUMNS = 80
ANSWERS = ("Anna D'Amico", "Ore & Carta", "12345678903", "Bari", "anna@example.com", "www.example.com", "#aa3355", "")


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_new_site_is_built_and_checked_without_a_word(language: str, tmp_path: Path) -> None:
    sitegen = f"{shlex.quote(sys.executable)} -m sitegen --lang {language}"
    script = f"{sitegen} new site sito\ncd sito\n{sitegen} build\n{sitegen} check --strict\n"
    status, seen = on_a_screen(script, tmp_path, ANSWERS, COLUMNS)
    assert status == 0, seen
    assert not re.search(r"\b[EW]\d{3}\b", seen), seen
    assert all(re.search(each, seen) for each in WORDS[language]), seen
    wide = [line for line in seen.split("\n") if len(line) > COLUMNS and str(tmp_path) not in line]
    assert not wide, f"a word is broken at the margin\n{seen}"
    assert "12345678903" in (tmp_path / "sito/output/index.html").read_text(encoding="utf-8")
