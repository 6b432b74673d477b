"""The themes that a site can use, and the beginning of a new one."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sitegen.messages import say
from sitegen.parse.config import Config, read_config
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Context
from sitegen.parse.memo import NO_MEMO
from sitegen.parse.nodes import Unreadable
from sitegen.parse.theme import read_theme
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, ordered, problem
from sitegen.read.snapshot import Snapshot, read_site
from sitegen.refusals import cause_of
from sitegen.slugs import is_slug, slugify
from sitegen.words import nearest


class Stock(NamedTuple):
    """What themes are read from: the site's files, and its configuration, None where that cannot be read; then `problems` say
    why, with the lines at which they point.
    """

    snapshot: Snapshot
    config: Config | None
    problems: tuple[Problem, ...] = ()
    excerpts: tuple[str, ...] = ()


def read_stock(root: Path) -> Stock:
    """The site at `root`, as far as themes are concerned."""
    snapshot, _ = read_site(root)
    try:
        config, problems = read_config(from_yaml(snapshot.text(CONFIG) or "", CONFIG), CONFIG)
    except Unreadable as unreadable:
        config, problems = None, (unreadable.problem,)
    lines = (snapshot.text(CONFIG) or "").split("\n")
    told = ordered(problems)
    return Stock(snapshot, config, told, tuple(lines[each.place.line - 1] if each.place.line else "" for each in told))


class Listed(NamedTuple):
    """A theme: whether it lies in the site itself, and whether the site uses it. `is_wrong` says that it cannot be used; a build
    with it tells why.
    """

    name: str
    parent: str = ""
    description: str = ""
    is_own: bool = False
    is_used: bool = False
    is_wrong: bool = False


def list_themes(root: Path, snapshot: Snapshot, config: Config, language: str) -> tuple[Listed, ...]:
    """The themes of the site at `root` and those that sitegen carries, by name, with what they say of themselves."""
    return tuple(_listed(name, root, snapshot, config, language) for name in theme_names(snapshot))


def _listed(name: str, root: Path, snapshot: Snapshot, config: Config, language: str) -> Listed:
    is_own, is_used = (root / "themes" / name).is_dir(), name == config.theme
    theme, _ = read_theme(name, snapshot, Context(CONFIG, config.language, config.zone), Place(CONFIG), NO_MEMO)
    if theme is None:
        return Listed(name, is_own=is_own, is_used=is_used, is_wrong=True)
    parent = theme.chain[1] if len(theme.chain) > 1 else ""
    translated = theme.words.get(language, {}).get(theme.description, (theme.description,))[0]
    return Listed(name, parent, translated, is_own, is_used)


def theme_names(snapshot: Snapshot) -> list[str]:
    """The folders of `themes/` that are themes."""
    paths = (path.split("/") for path in snapshot.paths if path.startswith("themes/"))
    return sorted({parts[1] for parts in paths if parts[2:] == ["theme.yaml"]})


def new_theme(root: Path, snapshot: Snapshot, config: Config, name: str, parent: str,
              language: str) -> Path | Problem:  # fmt: skip
    """Writes the beginning of a theme with that parent ("" for the one that the site uses), its notes in `language`; returns
    its folder, or why it cannot be.
    """
    known = theme_names(snapshot)
    folder = root / "themes" / name
    if not is_slug(name):
        return problem("E713", Place("sitegen"), name=name, near=slugify(name, config.language))
    if name in known or folder.exists():
        return problem("E714", Place(f"themes/{name}"), name=name)
    parent = parent or config.theme
    if parent not in known:
        return problem(
            "E501", Place("sitegen"), theme=parent, near=nearest(parent, known), known=", ".join(known), cause=""
        )
    styles = folder / "assets" / f"{name}.css"
    try:
        styles.parent.mkdir(parents=True)
        (folder / "theme.yaml").write_text(say("theme.yaml", language, name=name, parent=parent), encoding="utf-8")
        styles.write_text(say("theme.css", language), encoding="utf-8")
    except OSError as error:
        return problem("E702", Place(f"themes/{name}"), cause=cause_of(error), reported=error.strerror)
    return folder
