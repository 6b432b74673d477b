"""What Lighthouse measures of the pages that visitors come to first, as on a phone. A module of its own: on a machine with
several processors its visits follow each other.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from kit import SiteCase
from pictures import notes
from PIL import Image

from sitegen.plan.pictures import SMALL

SCRIPT = Path(__file__).parent / "lighthouse.mjs"
VISITED = ("", "servizi/posta-e-calendario/", "blog/", "blog/posta-in-arrivo-tre-cartelle/")
"""The home page, a service, the blog, a post."""


LEAST = {"performance": 95}
"""Of what is told by a clock: it is 100 where the machine has nothing else to do. All others are 100 anywhere."""

MOVED = 0.0005
"""Below this, Lighthouse shows a shift of 0."""


PHOTOS = 20


def visit(chromium: str, *addresses: str, visits: int = 3) -> list[dict[str, Any]]:
    """What Lighthouse tells of each page."""
    node = shutil.which("node") or pytest.skip("needs node: apt-get install nodejs")
    told = subprocess.run([node, SCRIPT, chromium, *addresses], stdout=subprocess.PIPE, text=True, check=True,
                          env={**os.environ, "VISITS": str(visits)}).stdout  # fmt: skip
    return [json.loads(line) for line in told.splitlines()]


def test_a_page_of_twenty_photos_stays_where_it_is_and_sends_none_larger_than_shown(
    tmp_path: Path, chromium: str, checkers: Path, serve: Callable[[Path], AbstractContextManager[str]]
) -> None:
    site = SiteCase(tmp_path / "site").config("theme: agenda\n")
    shades = Image.linear_gradient("L").resize((900, 675))
    for number in range(PHOTOS):
        file = BytesIO()
        made = Image.merge("RGB", (shades, shades.rotate(18 * number), Image.radial_gradient("L").resize(shades.size)))
        made.save(file, "JPEG", quality=95, exif=notes())
        site.file(f"content/posts/album/{number}.jpg", file.getvalue() + bytes(SMALL))
    body = "\n\n".join(f"## Parte {number}\n\n![Foto {number}]({number}.jpg)" for number in range(1, PHOTOS))
    site.file("content/posts/album/index.md",
              f"---\ntitle: Album\ndate: 2026-01-14\ncover: {{src: 0.jpg, alt: Foto}}\n---\n{body}\n").build()  # fmt: skip
    page = site.read("blog/album/index.html")
    assert page.count("<picture") == PHOTOS
    assert page.count('loading="lazy"') == PHOTOS - 1
    with serve(site.output) as address:
        (found,) = visit(chromium, f"{address}/blog/album/", visits=1)
    assert found["moved"] < MOVED
    assert found["images"] == []


@pytest.mark.parametrize("theme", ["agenda", "biglietto", "taccuino"], indirect=True, scope="module")
def test_the_pages_that_are_visited_first_could_not_be_better(address: str, chromium: str, checkers: Path, theme: str) -> None:  # fmt: skip
    found = visit(chromium, *(f"{address}/{name}" for name in VISITED))
    assert len(found) == len(VISITED)
    assert not [each for each in found if each["moved"] >= MOVED]
    short = [each for each in found if any(score < LEAST.get(name, 100) for name, score in each["scores"].items())]
    assert not short
