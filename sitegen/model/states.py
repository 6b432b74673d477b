"""Whether a document is on the site at a moment, and by which of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import msgspec

from sitegen.parse.kinds import Meta
from sitegen.summary import StateName


class Options(msgspec.Struct, frozen=True):
    """What a build shows besides what is published, and the moment it takes for now."""

    now: datetime
    drafts: bool = False
    future: bool = False
    expired: bool = False


class State(msgspec.Struct, frozen=True):
    """`moment` is when it appears (scheduled) or disappeared (expired)."""

    name: StateName
    moment: datetime | None = None


_PUBLISHED = State("published")


def state_of(meta: Meta, options: Options) -> State:
    """The state at the moment of a build. Of several reasons to be held back (a draft whose date is to come) the state is the
    first that the build was not asked to show, else the first.
    """
    if not meta.draft and meta.expires is None and (meta.date is None or meta.date <= options.now):
        return _PUBLISHED  # nearly all
    reasons = list(_reasons(meta, options.now))
    if not reasons:
        return _PUBLISHED
    return next((each for each in reasons if not is_shown(each, options)), reasons[0])


def _reasons(meta: Meta, now: datetime) -> Iterator[State]:
    if meta.draft:
        yield State("draft")
    if meta.expires is not None and meta.expires <= now:
        yield State("expired", meta.expires)
    if meta.date is not None and meta.date > now:
        yield State("scheduled", meta.date)


def is_shown(state: State, options: Options) -> bool:
    """Whether a document in this state is part of the build."""
    match state.name:
        case "draft":
            return options.drafts
        case "scheduled":
            return options.future
        case "expired":
            return options.expired
    return True
