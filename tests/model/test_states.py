"""Whether a document is on the site at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.states import Options, State, is_shown, state_of
from sitegen.parse.kinds import Meta

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Rome"))
PAST, FUTURE = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("meta", "state"),
    [
        (Meta(), State("published")),
        (Meta(date=PAST), State("published")),
        (Meta(date=NOW), State("published")),
        (Meta(date=FUTURE), State("scheduled", FUTURE)),
        (Meta(expires=FUTURE), State("published")),
        (Meta(expires=NOW), State("expired", NOW)),
        (Meta(expires=PAST), State("expired", PAST)),
        (Meta(date=PAST, expires=FUTURE), State("published")),
        (Meta(date=FUTURE, expires=PAST), State("expired", PAST)),
        (Meta(draft=True), State("draft")),
        (Meta(draft=True, date=FUTURE), State("draft")),
        (Meta(draft=True, expires=PAST), State("draft")),
        # The same moment in another zone
        (Meta(date=NOW.astimezone(UTC)), State("published")),
        (Meta(date=FUTURE.astimezone(UTC)), State("scheduled", FUTURE)),
    ],
)
def test_the_state_at_a_moment(meta: Meta, state: State) -> None:
    assert state_of(meta, Options(NOW)) == state


@pytest.mark.parametrize(
    ("meta", "options", "state"),
    [
        (Meta(draft=True, date=FUTURE), {"drafts": True}, State("scheduled", FUTURE)),
        (Meta(draft=True, date=FUTURE), {"future": True}, State("draft")),
        (Meta(draft=True, date=FUTURE), {"drafts": True, "future": True}, State("draft")),
        (Meta(draft=True, expires=PAST), {"drafts": True}, State("expired", PAST)),
        (Meta(draft=True, expires=PAST, date=FUTURE), {"drafts": True, "expired": True}, State("scheduled", FUTURE)),
        (Meta(expires=PAST, date=FUTURE), {"expired": True}, State("scheduled", FUTURE)),
    ],
)
def test_each_reason_must_be_asked_for(meta: Meta, options: dict[str, bool], state: State) -> None:
    chosen = Options(NOW, **options)
    assert state_of(meta, chosen) == state
    assert is_shown(state, chosen) == (len(options) == 2 and not meta.expires)


STATES = ("published", "draft", "scheduled", "expired")


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({}, {"published"}),
        ({"drafts": True}, {"published", "draft"}),
        ({"future": True}, {"published", "scheduled"}),
        ({"expired": True}, {"published", "expired"}),
        ({"drafts": True, "future": True, "expired": True}, set(STATES)),
    ],
)
def test_each_option_shows_one_state_more(options: dict[str, bool], shown: set[str]) -> None:
    chosen = Options(NOW, **options)
    assert {name for name in STATES if is_shown(State(name), chosen)} == shown  # type: ignore[arg-type]


MOMENTS = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))


@given(MOMENTS, MOMENTS, st.lists(st.integers(0, 10**8), min_size=2, max_size=2, unique=True).map(sorted))
def test_time_goes_one_way(date: datetime | None, expires: datetime | None, seconds: list[int]) -> None:
    order = ("scheduled", "published", "expired")
    meta = Meta(date=date, expires=expires)
    earlier, later = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=each) for each in seconds)
    assert order.index(state_of(meta, Options(earlier)).name) <= order.index(state_of(meta, Options(later)).name)
