"""`sitegen publish`: a draft, or several, become documents of the site."""

from __future__ import annotations

import argparse
import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sitegen.cli.opening import language_here
from sitegen.cli.refusal import refuse
from sitegen.cli.revise import Change, revise
from sitegen.cli.voice import as_typed
from sitegen.messages import say
from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.model.site import Item, Site


def run(options: argparse.Namespace, language: str) -> int:
    """Publishes the drafts that the options name; returns the exit status."""
    if not options.paths:
        return refuse(
            problem("E722", Place("sitegen"), command="publish", cause="lacking.path"),
            language or language_here(),
            "text",
        )
    return revise(options, language, options.paths, _published, _told)


def _published(item: Item, site: Site) -> Change | Problem:
    """Takes out `draft`, and gives it the date of today if it has none."""
    from sitegen.scaffold.revision import with_field, without_field

    now = site.options.now
    if not item.meta.draft:
        cause, moment = _standing(item, now)
        day = moment.isoformat() if moment else ""
        return problem("E723", Place(item.source), path=as_typed(item.source), cause=f"standing.{cause}", day=day)
    is_undated = item.trace.latest == math.inf

    def change(text: str) -> str:
        published = without_field(text, item.source, "draft")
        return with_field(published, item.source, "date", now.date().isoformat()) if is_undated else published

    return change


def _standing(item: Item, now: datetime) -> tuple[str, datetime | None]:
    """Why a document that is no draft is not on the site, or that it is; and since when, or when it will be."""
    from sitegen.model.site import lacks_consent

    meta = item.meta
    if lacks_consent(item):
        return "unconsented", None
    if meta.expires is not None and meta.expires <= now:
        return "expired", meta.expires
    if meta.date is not None and meta.date > now:
        return "scheduled", meta.date
    return "published", None


def _told(item: Item, site: Site | None, url: str, language: str) -> str:
    from sitegen.model.questions import is_seen
    from sitegen.model.site import lacks_consent

    moment = item.meta.date
    if lacks_consent(item):
        return say("revise.unconsented", language, path=item.source)
    if moment is not None and moment > datetime.now(UTC):
        from sitegen.dates import in_words

        return say("revise.later", language, path=item.source, moment=in_words(moment, language))
    if item.kind == "faq" and site and not is_seen(item, site):
        return say("revise.unseen", language, path=item.source)
    if not url:
        return say("revise.shown", language, path=item.source)
    return say("revise.published", language, path=item.source, url=url)
