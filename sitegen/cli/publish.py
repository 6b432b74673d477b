"""`sitegen publish` and `sitegen rename`: what is changed in a document's front matter, and what comes of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen.cli.opening import open_site
from sitegen.cli.refusal import refuse
from sitegen.cli.rewrite import rewrite
from sitegen.cli.voice import GREEN
from sitegen.messages import say
from sitegen.problems import Place, Problem, Refused, errors, problem

if TYPE_CHECKING:
    from sitegen.model.site import Item, Site


def run(options: argparse.Namespace, language: str) -> int:
    """Publishes the draft, or renames the document, that the options name; returns the exit status."""
    opened = open_site(options, language)
    if isinstance(opened, int):
        return opened
    from sitegen.build import survey, what_is_known
    from sitegen.model.states import Options
    from sitegen.scaffold.documents import find_document

    root, settings, voice = opened
    missing = "path" if not options.path else "slug" if options.command == "rename" and not options.slug else ""
    if missing:
        return refuse(
            problem("E722", Place("sitegen"), command=options.command, cause=f"lacking.{missing}"),
            voice.language,
            "text",
        )
    now = Options(datetime.now(UTC).astimezone(settings.zone), drafts=True, future=True, expired=True)
    with what_is_known(root) as known:
        seen = survey(root, now, known)
    item = find_document(root, seen.site, options.path, Path.cwd())
    if isinstance(item, Problem):
        return refuse(item, voice.language, "text")
    try:
        if options.command == "rename" and seen.site is not None:
            made = _rename(root, item, options.slug, seen.site)
        else:
            made = _publish(root, item, now.now.date())
    except OSError as error:
        from sitegen.refusals import cause_of

        made = problem("E702", Place(item.source), cause=cause_of(error), reported=error.strerror)
    if isinstance(made, Problem):
        return refuse(made, voice.language, "text")
    undo, before = made, {each.place for each in errors(seen.problems)}
    with what_is_known(root) as known:
        after = survey(root, now, known)
    if new := [each for each in errors(after.problems) if each.place not in before]:
        undo()
        from sitegen.after import summarise

        told = summarise(new, after.snapshot)
        voice.problems(told.problems, told.excerpts, sys.stderr)
        print(say("revise.undone", voice.language, path=item.source), file=sys.stderr)
        return 1
    renewed = find_document(root, after.site, item.source, root)
    print(voice.paint(_told(item, renewed, options.command, now.now, voice.language), GREEN, sys.stdout))
    return 0


def _told(item: Item, renewed: Item | Problem, command: str, now: datetime, language: str) -> str:
    url = "" if isinstance(renewed, Problem) else renewed.url
    if command == "rename":
        return say("revise.renamed", language, path=item.source, old=item.url, url=url)
    moment = item.meta.date
    if moment is not None and moment > now:
        from sitegen.dates import in_words

        return say("revise.later", language, path=item.source, moment=in_words(moment, language))
    return say("revise.published", language, path=item.source, url=url)


def _publish(root: Path, item: Item, today: date) -> Callable[[], None] | Problem:
    """Takes out `draft`, and gives it the date of today if it has none."""
    from sitegen.scaffold.revision import with_field, without_field

    if not item.meta.draft:
        return problem("E723", Place(item.source), path=item.source)
    is_undated = "date" not in item.places and item.meta.date is not None

    def change(text: str) -> str:
        published = without_field(text, item.source, "draft")
        return with_field(published, item.source, "date", today.isoformat()) if is_undated else published

    return _revised(root, item.source, change)


def _rename(root: Path, item: Item, slug: str, site: Site) -> Callable[[], None] | Problem:
    from sitegen.scaffold.revision import with_field, with_item
    from sitegen.slugs import is_slug, slugify

    if not is_slug(slug):
        return problem("E724", Place("sitegen"), written=slug, near=slugify(slug, site.config.language))
    if not item.url:
        return problem("E725", Place(item.source))
    if fixed := _fixed(item, site):
        return problem("E730", Place(item.source), cause=f"fixed.{fixed}")
    old = unquote("/" + item.url.removeprefix(site.config.base))

    def change(text: str) -> str:
        named = with_field(text, item.source, "slug", slug)
        return named if old in item.meta.aliases or item.meta.draft else with_item(named, item.source, "aliases", old)

    return _revised(root, item.source, change)


def _fixed(item: Item, site: Site) -> str:
    """What makes a page's address one that no slug changes, "" where one does."""
    if getattr(item.meta, "layout", "") == "notfound":
        return "notfound"
    return "top" if item.url == site.config.base else ""


def _revised(root: Path, path: str, change: Callable[[str], str]) -> Callable[[], None] | Problem:
    """Writes the file anew as `change` makes it; what puts it back as it was, or why it was not changed."""
    file = root / path
    before = file.read_bytes()
    try:
        text = change(before.decode())
    except Refused as refusal:
        return refusal.problem
    rewrite(file, text.encode())
    return lambda: rewrite(file, before)
