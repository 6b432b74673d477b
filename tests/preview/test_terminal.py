"""What the terminal says while one writes: one line for each build."""

from __future__ import annotations

import re
from pathlib import Path

from kit import BLOG, SiteCase
from served import Served

UNO = "content/posts/uno.md"


def line_of(served: Served, what: str) -> str:
    """The line that begins, after the hour, with a text; there is one alone."""
    served.tells(what)
    (line,) = [each for each in served.lines if "→" in each]
    hour, _, rest = line.partition("  ")
    assert re.fullmatch(r"\d\d:\d\d:\d\d", hour)
    assert rest.startswith(what)
    served.forget()
    return rest


def test_a_line_says_what_changed_and_what_came_of_it(tmp_path: Path, serve) -> None:
    served = serve(SiteCase(tmp_path / "site").write(BLOG))
    served.forget()
    served.site.edit(UNO, "Testo di uno.", "Testo di oggi.")
    assert re.fullmatch(
        rf"{UNO} → pages made anew: \d+, files changed: \d+ \(\d+\.\d\d s\)", line_of(served, f"{UNO} →")
    )
    served.site.file(UNO, (served.site.root / UNO).read_bytes())
    assert re.fullmatch(rf"{UNO} → nothing to make anew \(\d+\.\d\d s\)", line_of(served, f"{UNO} →"))
    served.site.edit(UNO, "title:", "titel:")
    assert line_of(served, f"{UNO} →") == f"{UNO} → 1 error: the last good version stays"
