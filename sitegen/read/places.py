"""Where a site is, which language and zone it has, and where its output may go: asked before anything is read in full."""

from __future__ import annotations

import os
from pathlib import Path

from sitegen.problems import Place, Problem, problem

CONFIG_FILE = Path("content", "site.yaml")
KEPT = ".sitegen"


def find_root(start: Path, *, exact: bool) -> Path | None:
    """The site's folder: `start` itself, or (unless `exact`) the nearest one above it that holds `content/site.yaml`."""
    start = Path(os.path.abspath(start))
    for folder in (start,) if exact else (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder
    return None


def misnamed_config(start: Path) -> str:
    """What seems to be the configuration under another name, below `start`; "" where there is none."""
    names = (
        "site.yml",
        "site.yaml.txt",
        "site.yml.txt",
        "site.yaml.yaml",
        "Site.yaml",
        "sito.yaml",
        "config.yaml",
        "_config.yml",
    )
    return next((f"content/{name}" for name in names if (start / "content" / name).is_file()), "")


def refuse_output(root: Path, output: Path, *, chosen: bool) -> Problem | None:
    """Why the output may not go to `output` (absolute): it would mix with the site's own files, or leave the site unasked.
    `chosen` says that a folder was asked for; a link in the site that leads out of it was not.
    """
    real_root, real = Path(os.path.realpath(root)), Path(os.path.realpath(output))
    place = Place(str(output))
    if real == real_root or real in real_root.parents or real == Path.home():
        return problem("E703", place, why="same")
    for own in ("content", "themes", ".sitegen", ".git"):
        folder = Path(os.path.realpath(root / own))
        if real == folder or folder in real.parents:
            return problem("E703", place, why="inside")
    asked_for = chosen and not (output.is_relative_to(root) or output.is_relative_to(real_root))
    if not asked_for and real_root not in real.parents:
        return problem("E703", place, why="link")
    if output.exists() and not output.is_dir():
        return problem("E703", place, why="file")
    return None


def builtin_themes() -> Path:
    """The themes that sitegen carries."""
    return _carried("themes")


def rule_page(name: str, language: str) -> Path:
    """What the documents say of a rule of `sitegen check`, in Italian or else in English."""
    return _carried("docs/controlli" if language == "it" else "docs/checks") / f"{name}.md"


def _carried(name: str) -> Path:
    """A folder that sitegen carries: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    return package / name if (package / name).is_dir() else package.parent / name
