"""What Lighthouse measures of the pages that visitors come to first, as on a phone. A module of its own: on a machine with
several processors its visits follow each other.
"""

from __future__ import annotations

import pytest
from lighthouse import MOVED, Visit

VISITED = ("", "servizi/posta-e-calendario/", "blog/", "blog/posta-in-arrivo-tre-cartelle/")
"""The home page, a service, the blog, a post."""

LEAST = {"performance": 95}
"""Of what is told by a clock: it is 100 where the machine has nothing else to do. All others are 100 anywhere."""


@pytest.mark.parametrize("theme", ["agenda", "biglietto", "taccuino"], indirect=True, scope="module")
def test_the_pages_that_are_visited_first_could_not_be_better(address: str, visit: Visit, theme: str) -> None:
    found = [visit(f"{address}/{name}", LEAST["performance"]) for name in VISITED]
    assert not [each for each in found if each["moved"] >= MOVED]
    short = [each for each in found if any(score < LEAST.get(name, 100) for name, score in each["scores"].items())]
    assert not short
