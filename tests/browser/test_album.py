"""A page of many photos, as a phone gets it. Nothing here is told by a clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from io import BytesIO
from pathlib import Path

from kit import SiteCase
from lighthouse import MOVED, Visit
from pictures import notes
from PIL import Image

from sitegen.plan.pictures import SMALL

PHOTOS = 20


def test_a_page_of_twenty_photos_stays_where_it_is_and_sends_none_larger_than_shown(
    tmp_path: Path, visit: Visit, serve: Callable[[Path], AbstractContextManager[str]]
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
        found = visit(f"{address}/blog/album/", 0)
    assert found["moved"] < MOVED
    assert found["images"] == []
