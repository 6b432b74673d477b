"""The moment that a command takes for now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.build import Settings


def moment_of(written: str | None, settings: Settings) -> datetime | Problem:
    """What `--now` says, in the site's zone, or what is wrong with it; the present where it says nothing."""
    if not written:
        return datetime.now(UTC).astimezone(settings.zone)
    from sitegen.dates import NotADate, parse_moment

    found = parse_moment(written, settings.zone, settings.language)
    if not isinstance(found, NotADate):
        return found.astimezone(settings.zone)
    reason = "" if found.reason == "form" else found.reason
    return problem("E706", Place("sitegen"), option="--now", written=written, known="", cause="now", meant="", reason=reason,
                   near=found.near or "2026-01-14")  # fmt: skip
