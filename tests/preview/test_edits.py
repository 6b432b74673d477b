"""The law of the preview: after any edit, what it shows is what a clean build makes."""

from __future__ import annotations

import os
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

from edits import ACTS, World
from kit import SiteCase, tree
from served import Served, until

from sitegen.build import build, peek

EDITS = int(os.environ.get("SITEGEN_PREVIEW_EDITS", "12"))
NOT_HERE = {"time passes", "the clock goes back", "ask for more", "lose output"}
"""What happens to the clock, to the options, and to the preview's own files."""


def test_any_edit_ends_like_a_clean_build(tmp_path: Path, serve) -> None:
    world = World(SiteCase(tmp_path / "site"))
    world.begin()
    served = serve(world.site, "--no-drafts", "--no-future")
    clean, chance = tmp_path / "clean", random.Random(1)
    names = sorted(set(ACTS) - NOT_HERE)
    for number in range(EDITS):
        name = chance.choice(names)
        world.act(name, number)
        if not shows_a_clean_build(served, world, clean, f"{number} {name}"):
            world.act("mend links", number)
            shows_a_clean_build(served, world, clean, f"{number} mend links")
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


def shows_a_clean_build(served: Served, world: World, clean: Path, what: str) -> bool:
    """Waits until the preview is what the files make: the same tree, or the last good one and the same problems. Whether the
    files make a site.
    """
    shutil.rmtree(clean, ignore_errors=True)
    world.now = datetime.now(UTC).astimezone(peek(world.site.root).zone)  # the preview's clock is that of the computer
    wanted = build(world.site.root, clean, world.options(), clean=True, kept=False, prune=False)
    told = [each.code for each in wanted.problems if each.is_error]

    def same() -> bool:
        shown = [each["text"].split("  ")[1][:4] for each in served.problems()]
        shown = [code for code in shown if code.startswith("E")]
        return shown == told and (wanted.failed or served.holds(tree(clean)))

    until(same, lambda: f"{what}: {told}\n{served.said()}")
    return not wanted.failed
