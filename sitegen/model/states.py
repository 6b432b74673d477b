"""Whether a document is on the site at a moment, and by which of its fields."""

from __future__ import annotations

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


def state_of(meta: Meta, now: datetime) -> State:
    """The state at `now`: a draft is a draft whatever its dates say."""
    if meta.draft:
        return State("draft")
    if meta.expires is not None and meta.expires <= now:
        return State("expired", meta.expires)
    if meta.date is not None and meta.date > now:
        return State("scheduled", meta.date)
    return _PUBLISHED


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
