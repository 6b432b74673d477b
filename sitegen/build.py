"""The whole build on one screen, and the only place where the stages meet: read → parse → model → plan → render → write."""

from __future__ import annotations

import tempfile
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
from sitegen.problems import Place, Problem, errors, ordered, problem
from sitegen.read.snapshot import Snapshot, read_site
from sitegen.render.render import render_all
from sitegen.write.apply import Changes, write_output
from sitegen.write.lock import locked
from sitegen.write.manifest import is_whole, read_manifest, still_whole
from sitegen.write.store import Store

Progress = Callable[[str, int, int], None]
KEPT = ".sitegen"


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
    """Builds the site at `root` into `output`. With any error nothing is written; `clean` takes nothing from earlier
    builds and writes again what is there. While another build of the site runs, this one waits.
    """
    kept = root / KEPT
    with locked(kept, lambda: progress("waiting", 0, 0)):
        store = Store(kept, forgetful=clean)
        try:
            return _build(root, output, options, jobs, clean, store, progress)
        finally:
            store.close()


def _build(root: Path, output: Path, options: Options, jobs: int, clean: bool, store: Store,
           progress: Progress) -> Outcome:  # fmt: skip
    snapshot, problems = read_site(root)
    found = list(problems)
    config = _config(snapshot, found)
    if config is None:
        return Outcome(ordered(found), snapshot)
    context = Context(CONFIG, config.language, config.zone, config.typography.enabled)
    theme, wrong = read_theme(config.theme, snapshot, context, _theme_place(snapshot))
    documents, wrong_documents = _documents(snapshot, context, jobs, store, progress)
    data, wrong_data = read_data(snapshot)
    site, wrong_between = make_site(config, documents, data, options)
    found += [*wrong, *wrong_documents, *wrong_data, *wrong_between]
    if theme is None:
        return Outcome(ordered(found), snapshot, config, site)
    plan, in_the_way = make_plan(site, theme, snapshot)
    found += in_the_way
    if any(errors(found)):
        return Outcome(ordered(found), snapshot, config, site)
    known = {} if clean else still_whole(output, read_manifest(output))
    artifacts, unrenderable = render_all(plan, theme, snapshot, config.language, known,
                                         lambda *n: progress("render", *n))  # fmt: skip
    found += unrenderable
    if any(errors(found)):
        return Outcome(ordered(found), snapshot, config, site)
    changes, unwritable = write_output(output, artifacts, _shown(output, root), clean=clean)
    found += unwritable
    rendered = tuple(artifact.path for artifact in artifacts if artifact.data is not None)
    return Outcome(ordered(found), snapshot, config, site, None if unwritable else changes, rendered)


def verify(root: Path, output: Path, options: Options, *, jobs: int = 1) -> tuple[Problem, ...]:
    """Where `output` differs from what a clean build makes beside it, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "output"
        outcome = build(root, clean, options, jobs=jobs, clean=True)
        wanted, there = read_manifest(clean), read_manifest(output)
        different = [path for path in wanted if not is_whole(output, path, wanted[path])]
        different += [path for path in there if path not in wanted]
    shown = _shown(output, root)
    return (*errors(outcome.problems), *(problem("E707", Place(f"{shown}/{path}")) for path in sorted(different)))


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


def _documents(snapshot: Snapshot, context: Context, jobs: int, store: Store,
               progress: Progress) -> tuple[Iterable[Document], Iterable[Problem]]:  # fmt: skip
    written, misplaced = find_documents(snapshot)
    documents, wrong = parse_all(written, context, jobs, store, lambda *n: progress("parse", *n))
    return documents, (*misplaced, *wrong)


def _shown(output: Path, root: Path) -> str:
    return output.relative_to(root).as_posix() if output.is_relative_to(root) else str(output)
