"""After a build: it in few words, and what is kept of it for the next one and for whoever asks why."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Set
from functools import cache, partial
from pathlib import Path

from sitegen.digest import Digest
from sitegen.engine import engine_digest
from sitegen.model.site import Item, Site
from sitegen.model.to_come import moments_of
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath, SourcePath, Url
from sitegen.plan.inputs import Sources
from sitegen.plan.plan import Plan
from sitegen.problems import Problem, ordered
from sitegen.read.places import builtin_themes
from sitegen.read.snapshot import Changed, Snapshot, read_text
from sitegen.read.stamps import Stamp, stamps_below, stamps_of
from sitegen.summary import Changes, Standing, Summary
from sitegen.write.outdated import Facts, out_of_date
from sitegen.write.reasons import enter, moved, read_book, write_book
from sitegen.write.unchanged import Record, Terms, remember


def summarise(problems: Iterable[Problem], snapshot: Snapshot, site: Site | None = None,
              changes: Changes | None = None) -> Summary:  # fmt: skip
    """A build in few words, with the lines at which its problems point."""
    told = ordered(problems)
    lines = cache(lambda path: (_text(snapshot, path) or "").split("\n"))
    excerpts = tuple(_line(lines(each.place.path), each.place.line) if each.place.line else "" for each in told)
    if site is None:
        return Summary(told, excerpts)
    shown = [item for items in site.shown.values() for item in items.values()]
    held = {item.source for item in site.held if item.state.name == "published"}  # for another reason than its date
    return Summary(
        problems=told,
        excerpts=excerpts,
        counts=tuple(sorted(Counter(item.state.name for item in site.everything() if item.source not in held).items())),
        held=tuple(sorted(map(_standing, site.held))),
        unusual=tuple(sorted(_standing(item)._replace(url=item.url or "") for item in shown
                             if item.state.name != "published")),
        changes=changes,
    )  # fmt: skip


def note_reasons(kept: Path, output: Path, site: Site, theme: Theme, plan: Plan, snapshot: Snapshot,
                 made: Iterable[OutputPath], known: Set[OutputPath], whole: Set[OutputPath]) -> None:  # fmt: skip
    """Keeps in `kept` why each output was `made`, for whoever asks later. `known` are the outputs of the last build into
    this folder, `whole` those that still lay there as they were.
    """
    options = site.options
    book = read_book(kept, str(output))
    states = {item.source: str(item.state.name) for item in site.everything() if item.state.name != "published"}
    files = {path: file.digest for path, file in snapshot.files.items()}
    facts = Facts(engine_digest(), (options.drafts, options.future, options.expired), files, states)
    if book is not None and book.facts == facts and not made:
        return
    by_path = {each.path: each for each in plan.outputs}
    sources = Sources(plan, site, theme, snapshot)
    inputs = {path: partial(sources.of, by_path[path]) for path in made}
    reasons = out_of_date(book.facts if book else None, facts, inputs, known, whole)
    write_book(kept, enter(book, str(output), facts, options.now.isoformat(), by_path.keys(), reasons, _pages(site)))


def tell_moved(changes: Changes, kept: Path, output: Path, site: Site, snapshot: Snapshot) -> Changes:
    """The changes with the documents whose old address they took away."""
    book = read_book(kept, str(output)) if changes.deleted else None
    if book is None:
        return changes
    files = {path: file.digest for path, file in snapshot.files.items()}
    return changes._replace(moved=moved(book, files, _pages(site), changes.deleted, site.config.base))


def _pages(site: Site) -> dict[SourcePath, Url]:
    """The address of each document that is on the site and has a page."""
    return {item.source: item.url for items in site.shown.values() for item in items.values() if item.url}


def _standing(item: Item) -> Standing:
    return Standing(item.source, item.state.name, item.state.moment.isoformat() if item.state.moment else "")


def _text(snapshot: Snapshot, path: str) -> str | None:
    file = snapshot.files.get(SourcePath(path))
    if file is None or file.text is not None:
        return snapshot.text(path)
    try:
        return read_text(file)
    except Changed:
        return None


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def keep_record(kept: Path, output: Path, site: Site, snapshot: Snapshot, summary: Summary,
                whole: dict[OutputPath, Stamp], taken: int) -> None:  # fmt: skip
    """Keeps in `kept` what the next build needs to know that there is nothing, or little, to do. `whole` are the stamps of the
    outputs that lay there as they were; `taken` is when the reading began (ns).
    """
    options = site.options
    if summary.changes is None:
        return
    now = options.now.timestamp()
    moments = (moment.timestamp() for item in site.everything() if item.document.trace.latest > now
               for moment in moments_of(item.document) if moment > options.now)  # fmt: skip
    until = now if site.config.plugins else min(moments, default=math.inf)  # what plugins read is not known
    written = [*summary.changes.created, *summary.changes.updated]
    outputs = whole | dict(zip(written, stamps_of(str(output), written), strict=True))
    for path in summary.changes.deleted:
        outputs.pop(path, None)
    if summary.changes.created:
        outputs = {path: outputs[path] for path in sorted(outputs)}
    files, carried = snapshot.files.values(), dict(stamps_below(str(builtin_themes())))
    digests = dict.fromkeys(carried, Digest("")) | {file.disk: file.digest for file in files}
    sources = carried | {file.disk: file.stamp for file in files}
    terms = Terms(str(output), options.drafts, options.future, options.expired)
    remember(kept, Record(engine_digest(), terms, now, until, taken, site.config.language[:2], site.config.base, summary,
                          sources, digests, outputs))  # fmt: skip
