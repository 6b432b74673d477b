"""The whole build on one screen, and the only place where the stages meet: read → parse → model → plan → render → write."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, tzinfo
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.after import keep_record, note_reasons, summarise, tell_moved
from sitegen.model.downloads import without_file
from sitegen.model.questions import wrong_groups
from sitegen.model.site import Site, make_site
from sitegen.model.states import Options
from sitegen.parse.alone import bodies_alone, documents_alone
from sitegen.parse.config import Config, read_config
from sitegen.parse.cut_short import cut_short
from sitegen.parse.documents import CONFIG, find_documents, read_data
from sitegen.parse.fields import Context
from sitegen.parse.file_uses import read_uses
from sitegen.parse.fragment import Fragment
from sitegen.parse.memo import NO_MEMO, Memo
from sitegen.parse.nodes import MAX_SIZE, Unreadable
from sitegen.parse.parallel import parse_all
from sitegen.parse.pictures import read_pictures
from sitegen.parse.sample import left_of_sample
from sitegen.parse.theme import Theme, read_theme, stand_in
from sitegen.parse.yaml_text import from_yaml
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.plan import Plan, make_plan
from sitegen.plan.plugins import Plugins, load_plugins
from sitegen.plan.sights import keep_sights
from sitegen.problems import Place, Problem, errors, ordered, problem
from sitegen.read.places import KEPT
from sitegen.read.snapshot import Changed, Snapshot, read_bytes, read_site, read_text
from sitegen.render.pictures import encode_all
from sitegen.render.render import render_all
from sitegen.render.templates import Templates
from sitegen.summary import Changes, Summary
from sitegen.write.apply import write_output
from sitegen.write.compressed import compress_all
from sitegen.write.forms import KeptForms
from sitegen.write.lock import locked
from sitegen.write.manifest import is_whole, read_manifest, still_whole
from sitegen.write.spill import Spill
from sitegen.write.stop import until_too_late
from sitegen.write.store import Store
from sitegen.write.unchanged import Record, clock, forget, last
from sitegen.zones import zone_of

Progress = Callable[[str, int, int], None]


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to. `site` is None where the files could not be made one; `rendered` are the outputs whose bytes
    were made anew; `seen` is all that it was made of.
    """

    summary: Summary
    config: Config | None = None
    site: Site | None = None
    rendered: tuple[OutputPath, ...] = ()
    seen: Survey | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, in the order in which it is told."""
        return self.summary.problems

    @property
    def changes(self) -> Changes | None:
        """What was done to the output; None where it was left as it was."""
        return self.summary.changes

    @property
    def failed(self) -> bool:
        """Whether the output was left as it was."""
        return self.changes is None


def build(root: Path, output: Path, options: Options, *, jobs: int = 1, clean: bool = False, kept: bool = True,
          prune: bool = True, progress: Progress = lambda *_: None,
          late: Callable[[], None] = lambda: None) -> Outcome:  # fmt: skip
    """Builds the site at `root` into `output`. With any error nothing is written; `clean` takes nothing from earlier
    builds and writes again what is there; without `kept` the next build will not take this one for its last; without `prune` what builds
    into other folders have worked out is left to them; `late` is called at the end where somebody asked to stop when the output had
    begun to change. While another build of the site runs, this one waits.
    """
    own = root / KEPT
    with locked(own, partial(progress, "waiting")), until_too_late(late) as begin, _without_collector():
        before = None if clean else last(own, str(output))
        begin = partial(_beginning, begin, own, output) if kept else begin
        store, forms, spill = Store(own, forgetful=clean), KeptForms(own, forgetful=clean), Spill(own)
        task = _Task(root, output, options, jobs, clean, kept, progress, store, forms, spill.take, begin)
        outcome = None
        try:
            try:
                outcome = _build(task, before)
            except Changed:  # while it was being read
                outcome = _build(task, None)
        finally:
            spill.clear()
            is_whole = prune and outcome is not None and not outcome.failed
            is_kept = store.close(whole=is_whole)
            if is_whole:
                forms.forget_others()
        return outcome if is_kept else _warned(outcome, problem("W702", Place(KEPT)))


def _beginning(begin: Callable[[], None], own: Path, output: Path) -> None:
    """What is known of the output no longer holds."""
    forget(own, str(output))
    begin()


@contextmanager
def _without_collector() -> Iterator[None]:
    """A build makes many values and hardly a cycle: Python's collector would walk them all, again and again, for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Survey(msgspec.Struct, frozen=True):
    """The site as it stands, before anything is rendered, and all that is wrong with it, once each and in order, whether a text is
    shown on its page only, or in a feed, too; None for what it could not be made.
    """

    snapshot: Snapshot
    problems: tuple[Problem, ...]
    site: Site | None = None
    theme: Theme | None = None
    plan: Plan | None = None


def survey(root: Path, options: Options, store: Memo, *, jobs: int = 1, before: Record | None = None,
           progress: Progress = lambda *_: None) -> Survey:  # fmt: skip
    """Reads and plans the site at `root`; `store` knows what earlier builds have worked out, `before` what the last one has
    read. Raises `Changed` where a file is not what the last build says of it.
    """
    snapshot, problems = read_site(root, before.known() if before else {})
    found = list(problems)
    config = _config(snapshot, found)
    if config is None:
        return Survey(snapshot, ordered([*found, *documents_alone(snapshot, jobs, store, read_text)]))
    context = Context(CONFIG, config.language, config.zone, config.typography.enabled, search=config.search)
    theme, wrong = read_theme(config.theme, snapshot, context, _theme_place(snapshot), store)
    context = msgspec.structs.replace(context, anchors=theme.anchors if theme else (),
                                      components=theme.components if theme else None)  # fmt: skip
    plugins, missing = load_plugins(config)
    written, misplaced = find_documents(snapshot)
    documents, wrong_documents = parse_all(written, context, jobs, store, read_text, lambda *n: progress("parse", *n))
    unread = {(each.kind, each.id) for each in written} - {(each.kind, each.id) for each in documents}
    data, wrong_data = read_data(snapshot)
    documents = (*documents, *plugins.gather("documents", snapshot, config))
    pictures = read_pictures(snapshot, read_bytes, store)
    site, wrong_between = make_site(config, documents, data, options, store, unread, pictures)
    found += [
        *wrong,
        *missing,
        *wrong_documents,
        *wrong_data,
        *wrong_between,
        *wrong_groups(site, unread),
        *without_file(site),
    ]
    alone = tuple(bodies_alone(written, unread, context, read_text))
    if theme is None:
        found += _without_theme(site, snapshot, context, plugins, store, alone)
        return Survey(snapshot, ordered([*found, *misplaced]), site)
    folders = ("content", *(f"themes/{each}/assets" for each in theme.chain))
    uses = read_uses(snapshot, folders, read_bytes, store)
    plan, in_the_way = make_plan(site, theme, snapshot, plugins, store, alone, uses)
    return Survey(snapshot, ordered([*found, *plan.unpublished(misplaced), *in_the_way]), site, theme, plan)


@contextmanager
def what_is_known(root: Path) -> Iterator[Memo]:
    """What builds of the site at `root` have worked out, for a question that is asked in between. It leaves no folder behind where
    there has been no build.
    """
    if not (root / KEPT).is_dir():
        yield NO_MEMO
        return
    store = Store(root / KEPT)
    try:
        yield store
    finally:
        store.close(whole=False)


def _without_theme(site: Site, snapshot: Snapshot, context: Context, plugins: Plugins, store: Memo,
                   alone: Iterable[tuple[SourcePath, Fragment]]) -> list[Problem]:  # fmt: skip
    """What is wrong with links and addresses, whatever the theme: `base` stands in for one that cannot be used."""
    theme = stand_in(site.config.theme, snapshot, context, store)
    if theme is None:
        return []
    _, in_the_way = make_plan(site, theme, snapshot, plugins, store, alone)
    return [each for each in in_the_way if not each.code.startswith("E5") and each.get("cause") != "anchor.theme"]


class _Task(NamedTuple):
    """A build as it was asked for, and what it works with."""

    root: Path
    output: Path
    options: Options
    jobs: int
    clean: bool
    kept: bool
    progress: Progress
    store: Store
    forms: KeptForms
    spill: Callable[[bytes], str]
    begin: Callable[[], None]


def _build(task: _Task, before: Record | None) -> Outcome:
    output, store = task.output, task.store
    taken = clock()
    seen = survey(task.root, task.options, store, jobs=task.jobs, before=before, progress=task.progress)
    snapshot, found, site, theme, plan = msgspec.structs.astuple(seen)
    config = site.config if site else None
    if config is None or plan is None or not _can_be_tried(found):
        return Outcome(summarise(found, snapshot, site), config, site)
    manifest = read_manifest(output)
    stamps = before.outputs if before and before.terms.output == str(output) else {}
    whole = still_whole(output, manifest, stamps) if manifest and not task.clean else {}
    known = {path: manifest[path] for path in whole} if manifest else {}
    artifacts, unrenderable = render_all(plan, theme, snapshot, config.language, known, task.spill,
                                         partial(task.progress, "render"))  # fmt: skip
    templates = partial(Templates, theme, config.language, plan.fragments, plan.plugins)
    pictures, unreadable = encode_all(plan.outputs, snapshot, known, task.forms, read_bytes, templates, task.jobs,
                                      partial(task.progress, "encode"))  # fmt: skip
    artifacts, found = (*artifacts, *pictures), (*found, *unrenderable, *unreadable)
    if any(errors(found)):
        return Outcome(summarise(found, snapshot, site), config, site)
    if config.precompress:
        artifacts += compress_all(plan.outputs, artifacts, known, output, task.jobs)
    keep_sights(store, plan.recalled, plan.outputs, plan.sights)
    shown = _shown(output, task.root)
    changes, unwritable = write_output(output, artifacts, manifest, shown, clean=task.clean, begin=task.begin,
                                       progress=partial(task.progress, "write"))  # fmt: skip
    changes = tell_moved(changes, task.root / KEPT, output, site, snapshot) if changes else None
    summary = summarise([*found, *unwritable], snapshot, site, changes)
    if task.kept and changes is not None:
        made = [each.path for each in artifacts if each.data is not None or each.disk]
        own = task.root / KEPT
        note_reasons(own, output, site, theme, plan, snapshot, made, (manifest or {}).keys(), whole.keys())
        keep_record(own, output, site, snapshot, summary, whole, taken)
    return Outcome(summary, config, site, tuple(each.path for each in artifacts if each.is_rendered), seen)


def _can_be_tried(found: Iterable[Problem]) -> bool:
    """What is wrong in documents keeps no template from being tried: all that there is to mend is told in one run. Two pages at
    one address are too much to plan, and where words or templates are missing, each page would fail for the want of them.
    """
    return not any(each.code in ("E412", "E508", "E509", "E511") for each in errors(found))


def trial(seen: Survey, output: Path) -> tuple[Problem, ...]:
    """What a build into `output` would tell, short of what the writing could meet."""
    if seen.site is None or seen.theme is None or seen.plan is None or not _can_be_tried(seen.problems):
        return seen.problems
    language, known = seen.site.config.language, read_manifest(output) or {}
    _, unrenderable = render_all(seen.plan, seen.theme, seen.snapshot, language, known, lambda _: "", lambda *_: None)
    return (*seen.problems, *unrenderable)


def _warned(outcome: Outcome, warning: Problem) -> Outcome:
    """The outcome with one more thing to tell, which is in no file of hers."""
    summary = outcome.summary
    told = sorted([(warning, ""), *zip(summary.problems, summary.excerpts, strict=True)])
    problems, excerpts = zip(*told, strict=True)
    return msgspec.structs.replace(outcome, summary=summary._replace(problems=problems, excerpts=excerpts))


def verify(root: Path, output: Path, options: Options, *, jobs: int = 1) -> tuple[Problem, ...]:
    """Where `output` differs from what a clean build makes beside it, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / "output"
        outcome = build(root, clean, options, jobs=jobs, clean=True, kept=False)
        wanted, there = read_manifest(clean) or {}, read_manifest(output) or {}
        different = [path for path in wanted if not is_whole(output, path, wanted[path])]
        different += [path for path in there if path not in wanted and is_whole(output, path, there[path])]
    shown = _shown(output, root)
    return (*errors(outcome.problems), *(problem("E707", Place(f"{shown}/{path}")) for path in sorted(different)))


class Settings(msgspec.Struct, frozen=True):
    """What a command must know before it builds."""

    language: str
    zone: tzinfo
    theme: str = "base"


def peek(root: Path) -> Settings:
    """The site's language and zone, as far as they can be told; the build itself says what is wrong."""
    try:
        with open(root / CONFIG, encoding="utf-8-sig") as file:
            text = file.read(MAX_SIZE + 1)  # a larger one is refused
        config, _ = read_config(from_yaml(text, CONFIG), CONFIG)
    except (OSError, ValueError, Unreadable):
        config = None
    return (
        Settings(config.language[:2], config.zone, config.theme)
        if config
        else Settings("it", zone_of("Europe/Rome") or UTC)
    )


def _config(snapshot: Snapshot, found: list[Problem]) -> Config | None:
    text = snapshot.text(CONFIG)
    if text is None:
        return None  # the reader has said why, or the command has
    try:
        node = from_yaml(text, CONFIG)
        config, wrong = read_config(node, CONFIG)
    except Unreadable as unreadable:
        found.append(unreadable.problem)
        return None
    found += [*wrong, *left_of_sample(node, snapshot.files), *cut_short(text, CONFIG)]
    return config


def _theme_place(snapshot: Snapshot) -> Place:
    lines = (snapshot.text(CONFIG) or "").split("\n")
    line = next((number for number, text in enumerate(lines, 1) if text.startswith("theme:")), 0)
    return Place(CONFIG, line, 8 if line else 0, max(len(lines[line - 1]) - 7, 1) if line else 1)


def _shown(output: Path, root: Path) -> str:
    return output.relative_to(root).as_posix() if output.is_relative_to(root) else str(output)
