"""What Lighthouse measures of the pages that visitors come to first, as on a phone. A module of its own: on a machine with
several processors its visits follow each other.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "lighthouse.mjs"
VISITED = ("", "servizi/posta-e-calendario/", "blog/", "blog/posta-in-arrivo-tre-cartelle/")
"""The home page, a service, the blog, a post."""


LEAST = {"performance": 95}
"""Of what is told by a clock: it is 100 where the machine has nothing else to do. All others are 100 anywhere."""

MOVED = 0.0005
"""Below this, Lighthouse shows a shift of 0."""


@pytest.mark.parametrize("theme", ["agenda", "biglietto", "taccuino"], indirect=True, scope="module")
def test_the_pages_that_are_visited_first_could_not_be_better(address: str, chromium: str, checkers: Path, theme: str) -> None:  # fmt: skip
    node = shutil.which("node") or pytest.skip("needs node: apt-get install nodejs")
    command = [node, SCRIPT, chromium, *(f"{address}/{name}" for name in VISITED)]
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    found = [json.loads(line) for line in told.splitlines()]
    assert len(found) == len(VISITED)
    assert not [each for each in found if each["moved"] >= MOVED]
    short = [each for each in found if any(score < LEAST.get(name, 100) for name, score in each["scores"].items())]
    assert not short
