"""What the guide shows of a terminal is what a terminal shows; `[…]` stands for what is longer, or of another computer."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from kit import command

GUIDE = Path(__file__).parent.parent / "docs/guida.md"
TRANSCRIPTS = re.findall(r"(?ms)^```console\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda text: text.split("\n")[0][2:])
def test_a_transcript_in_the_guide_is_what_happens(tmp_path: Path, transcript: str) -> None:
    here = tmp_path
    for line, shown in re.findall(r"(?m)^\$ (.*)\n((?:(?!\$ ).*\n)*)", transcript):
        program, *arguments = shlex.split(line)
        if program == "cd":
            here = here / arguments[0]
        else:
            assert program == "sitegen"
            said = command(*arguments, cwd=here, language="it_IT.UTF-8")
            heard = said.stdout or said.stderr  # how far a command is comes and goes beside it
            wanted = ".*".join(map(re.escape, shown.split("[…]")))
            assert heard == shown or ("[…]" in shown and re.fullmatch(wanted, heard, re.DOTALL))
