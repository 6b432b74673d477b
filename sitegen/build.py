"""The whole build on one screen, and the only place where the stages meet: read → parse → model → plan → render → write."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from sitegen.model.site import Site, make_site
from sitegen.model.states import Options
from sitegen.parse.config import Config, read_config
from sitegen.parse.documents import CONFIG, Document, find_documents, read_data
from sitegen.parse.fields import Context
from sitegen.parse.nodes import Unreadable, from_yaml
from sitegen.parse.parallel import parse_all
from sitegen.parse.theme import read_theme
from sitegen.paths import OutputPath
from sitegen.plan.plan import make_plan
from sitegen.problems import Place, Problem, errors, ordered
from sitegen.read.snapshot import Snapshot, read_site
from sitegen.render.render import render_all
from sitegen.write.apply import Changes, write_output
from sitegen.write.manifest import read_manifest, still_whole
from sitegen.write.store import Store

Progress = Callable[[str, int, int], None]


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: its problems, and, where none is an error, what it changed. `site` is None where the files
    could not be made one; `snapshot` has the lines that the problems point at; `rendered` are the
    outputs whose bytes were made anew.
    """

    problems: tuple[Problem, ...]
    snapshot: Snapshot
    config: Config | None = None
    site: Site | None = None
    changes: Changes | None = None
    rendered: tuple[OutputPath, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the output was left as it was."""
        return self.changes is None


def build(root: Path, output: Path, options: Options, *, jobs: int = 1, clean: bool = False,
          progress: Progress = lambda *_: None) -> Outcome:  # fmt: skip
    """Builds the site at `root` into `output`. With any error nothing is written; `clean` writes again what is there."""
    snapshot, problems = read_site(root)
    found = list(problems)
    config = _config(snapshot, found)
    if config is None:
        return Outcome(ordered(found), snapshot)
    context = Context(CONFIG, config.language, config.zone, config.typography.enabled)
    theme, wrong = read_theme(config.theme, snapshot, context, _theme_place(snapshot))
    found += wrong
    store = Store(root / ".sitegen", forgetful=clean)
    documents, data = _documents(snapshot, context, found, jobs, store, progress)
    store.close()
    site, wrong_between = make_site(config, documents, data, options)
    found += wrong_between
    if theme is None:
        return Outcome(ordered(found), snapshot, config, site)
    plan, in_the_way = make_plan(site, theme, snapshot)
    found += in_the_way
    if any(errors(found)):
        return Outcome(ordered(found), snapshot, config, site)
    known = {} if clean else still_whole(output, read_manifest(output))
    artifacts, unrenderable = render_all(
        plan, theme, snapshot, config.language, known, lambda *n: progress("render", *n)
    )
    found += unrenderable
    if any(errors(found)):
        return Outcome(ordered(found), snapshot, config, site)
    changes, unwritable = write_output(output, artifacts, _shown(output, root), clean=clean)
    found += unwritable
    rendered = tuple(artifact.path for artifact in artifacts if artifact.data is not None)
    return Outcome(ordered(found), snapshot, config, site, None if unwritable else changes, rendered)


class Settings(msgspec.Struct, frozen=True):
    """What a command must know before it builds."""

    language: str
    zone: tzinfo


def peek(root: Path) -> Settings:
    """The site's language and zone, as far as they can be told; the build itself says what is wrong."""
    try:
        text = (root / CONFIG).read_text(encoding="utf-8-sig")
        config, _ = read_config(from_yaml(text, CONFIG), CONFIG)
    except (OSError, ValueError, Unreadable):
        config = None
    return Settings(config.language[:2], config.zone) if config else Settings("it", ZoneInfo("Europe/Rome"))


def _config(snapshot: Snapshot, found: list[Problem]) -> Config | None:
    text = snapshot.text(CONFIG)
    if text is None:
        return None  # the reader has said why, or the command has
    try:
        config, wrong = read_config(from_yaml(text, CONFIG), CONFIG)
    except Unreadable as unreadable:
        found.append(unreadable.problem)
        return None
    found += wrong
    return config


def _theme_place(snapshot: Snapshot) -> Place:
    lines = (snapshot.text(CONFIG) or "").split("\n")
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("theme:")), 0)
    return Place(CONFIG, line, 8 if line else 0, max(len(lines[line - 1]) - 7, 1) if line else 1)


def _documents(snapshot: Snapshot, context: Context, found: list[Problem], jobs: int, store: Store, progress: Progress) -> tuple[Iterable[Document], dict[str, object]]:  # fmt: skip
    written, misplaced = find_documents(snapshot)
    documents, wrong = parse_all(written, context, jobs, store, lambda *n: progress("parse", *n))
    data, wrong_data = read_data(snapshot)
    found += [*misplaced, *wrong, *wrong_data]
    return documents, data


def _shown(output: Path, root: Path) -> str:
    return output.relative_to(root).as_posix() if output.is_relative_to(root) else str(output)
