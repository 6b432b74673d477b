"""From an empty folder to a checked site, in a terminal, by somebody who answers what she is asked."""

from __future__ import annotations

import os
import pty
import re
import select
import shlex
import sys
from pathlib import Path

import pytest

WORDS = {
    "it": (
        "Sito creato in sito",
        "Sito costruito in output/",
        r"14 pagine, \d+ parole: (?:\x1b\[\d+m)?niente da correggere",
    ),
    "en": ("Site made in sito", "Site built in output/", r"14 pages, \d+ words: (?:\x1b\[\d+m)?nothing to mend"),
}
ANSWERS = ("Anna D'Amico", "Ore & Carta", "12345678903", "Bari", "anna@example.com", "www.example.com", "#aa3355")


def in_a_terminal(script: str, folder: Path, answers: tuple[str, ...]) -> tuple[int, str]:
    """What a shell does with a script: its exit status and all that the terminal shows. Each question gets the next answer."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execve("/bin/sh", ["/bin/sh", "-ec", script], {**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"})
    left, seen = iter(answers), ""
    while True:
        ready, _, _ = select.select([terminal], [], [], 120)
        assert ready, seen
        try:
            data = os.read(terminal, 4096)
        except OSError:  # the other end has gone (Linux: EIO)
            break
        if not data:
            break
        seen += data.decode(errors="replace")
        if re.search(r"\? ?(?:\x1b\[0m)? ?\Z", seen) and not seen.endswith("\n"):
            os.write(terminal, next(left).encode() + b"\n")
    os.close(terminal)
    assert next(left, None) is None, "not all that she knows was asked for"
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), seen


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_new_site_is_built_and_checked_without_a_word(language: str, tmp_path: Path) -> None:
    sitegen = f"{shlex.quote(sys.executable)} -m sitegen --lang {language}"
    script = f"{sitegen} new site sito\ncd sito\n{sitegen} build\n{sitegen} check --strict\n"
    status, seen = in_a_terminal(script, tmp_path, ANSWERS)
    assert status == 0, seen
    assert not re.search(r"\b[EW]\d{3}\b", seen), seen
    assert all(re.search(each, seen) for each in WORDS[language]), seen
    assert "12345678903" in (tmp_path / "sito/output/index.html").read_text(encoding="utf-8")
