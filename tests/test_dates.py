"""Dates as people write them: each form, each reason for a refusal, and the words they become again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.dates import NotADate, in_words, iso, month_in_words, parse_moment, rfc822

ROME = ZoneInfo("Europe/Rome")
LANGUAGES = ("it", "en", "it-CH", "en-GB")
# Before 1940 some zones are off by seconds, which ISO 8601 and RFC 822 cannot write.
MOMENTS = st.datetimes(datetime(1940, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-14", "2026-01-14T00:00:00+01:00"),
        ("2026-1-4", "2026-01-04T00:00:00+01:00"),
        ("2026/01/14", "2026-01-14T00:00:00+01:00"),
        (" 2026-01-14 ", "2026-01-14T00:00:00+01:00"),
        ("2026-01-14 09:30", "2026-01-14T09:30:00+01:00"),
        ("2026-01-14T09:30:15", "2026-01-14T09:30:15+01:00"),
        ("2026-01-14T09:30:15.250", "2026-01-14T09:30:15+01:00"),
        ("2026-01-14, 9.30", "2026-01-14T09:30:00+01:00"),
        ("2024-02-29", "2024-02-29T00:00:00+01:00"),
        ("14/01/2026", "2026-01-14T00:00:00+01:00"),
        ("14.1.2026", "2026-01-14T00:00:00+01:00"),
        ("14-01-2026 09:30", "2026-01-14T09:30:00+01:00"),
        ("3/3/2026", "2026-03-03T00:00:00+01:00"),
        ("14 gennaio 2026", "2026-01-14T00:00:00+01:00"),
        ("14 Gennaio 2026", "2026-01-14T00:00:00+01:00"),
        ("14 gen. 2026", "2026-01-14T00:00:00+01:00"),
        ("1° maggio 2026", "2026-05-01T00:00:00+02:00"),
        ("1º maggio 2026", "2026-05-01T00:00:00+02:00"),
        ("mercoledì 14 gennaio 2026", "2026-01-14T00:00:00+01:00"),
        ("14 gennaio 2026 alle 9.30", "2026-01-14T09:30:00+01:00"),
        ("14 gennaio 2026 alle ore 9:30", "2026-01-14T09:30:00+01:00"),
        ("14 gennaio 2026 ore 9:30", "2026-01-14T09:30:00+01:00"),
        ("14 January 2026", "2026-01-14T00:00:00+01:00"),
        ("14th of January 2026 at 9:30", "2026-01-14T09:30:00+01:00"),
        ("January 14, 2026", "2026-01-14T00:00:00+01:00"),
        ("Jan 14 2026 at 9:30", "2026-01-14T09:30:00+01:00"),
        ("Sept 1st, 2026", "2026-09-01T00:00:00+02:00"),
    ],
)
def test_every_form_in_both_languages(written: str, meant: str, language: str) -> None:
    moment = parse_moment(written, ROME, language)
    assert isinstance(moment, datetime)
    assert iso(moment) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-14T09:30:00Z", "2026-01-14T10:30:00+01:00"),
        ("2026-07-14T09:30:00z", "2026-07-14T11:30:00+02:00"),
        ("2026-01-14 09:30+02:00", "2026-01-14T08:30:00+01:00"),
        ("2026-01-14 09:30 +0530", "2026-01-14T05:00:00+01:00"),
        ("2026-01-14 23:30 -03:30", "2026-01-15T04:00:00+01:00"),
        ("14/01/2026 00:30+14:00", "2026-01-13T11:30:00+01:00"),
    ],
)
def test_an_offset_is_turned_into_the_zone_of_the_site(written: str, meant: str) -> None:
    moment = parse_moment(written, ROME, "it")
    assert isinstance(moment, datetime)
    assert iso(moment) == meant
    assert moment.tzinfo is ROME


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-03-29 01:59", "2026-03-29T00:59:00+00:00"),
        ("2026-03-29 03:00", "2026-03-29T01:00:00+00:00"),
        ("2026-10-25 02:30", "2026-10-25T00:30:00+00:00"),  # written once, it happens twice: the first time is meant
        ("2026-10-25 02:30+01:00", "2026-10-25T01:30:00+00:00"),
        ("2026-10-25 03:00", "2026-10-25T02:00:00+00:00"),
    ],
)
def test_when_the_clocks_change(written: str, utc: str) -> None:
    moment = parse_moment(written, ROME, "it")
    assert isinstance(moment, datetime)
    assert iso(moment.astimezone(UTC)) == utc


@pytest.mark.parametrize(
    ("written", "reason", "near"),
    [
        ("", "form", ""),
        ("domani", "form", ""),
        ("gennaio 2026", "no_day", ""),
        ("2026-01", "no_day", ""),
        ("2026", "no_day", ""),
        ("14 gennaio", "no_year", ""),
        ("mercoledì 14 gennaio", "no_year", ""),
        ("January 14", "no_year", ""),
        ("14/01", "no_year", ""),
        ("14 brumaio", "form", ""),
        ("2026-01-14 09", "form", ""),
        ("2026-01-14 9:5", "form", ""),
        ("2026-01-14 e dintorni", "form", ""),
        ("30/02/2026", "day", "2026-02-28"),
        ("30 febbraio 2024", "day", "2024-02-29"),
        ("2026-04-31", "day", "2026-04-30"),
        ("31/12/2026 10:00", None, ""),
        ("32/12/2026", "day", "2026-12-31"),
        ("2026-13-01", "month", ""),
        ("14/00/2026", "month", ""),
        ("14 brumaio 2026", "month", ""),
        ("20 novenbre 2026", "month", "2026-11-20"),
        ("20 novenbre", "no_year", ""),
        ("2026-01-14 24:00", "time", ""),
        ("2026-01-14 09:60", "time", ""),
        ("2026-01-14 09:30:61", "time", ""),
        ("2026-01-14 09:30+25:00", "time", ""),
        ("14/01/26", "year", "2026-01-14"),
        ("14/01/202", "year", ""),
        ("0999-01-01", "far", ""),
    ],
)
def test_why_it_is_no_date(written: str, reason: str | None, near: str) -> None:
    found = parse_moment(written, ROME, "it")
    if reason is None:
        assert isinstance(found, datetime)
    else:
        assert found == NotADate(reason, near)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "italian", "english"),
    [
        ("03/04/2026", "2026-04-03T00:00:00+02:00", NotADate("ambiguous", "2026-04-03")),
        ("12-11-2026", "2026-11-12T00:00:00+01:00", NotADate("ambiguous", "2026-11-12")),
        ("13/04/2026", "2026-04-13T00:00:00+02:00", "2026-04-13T00:00:00+02:00"),
        ("04/04/2026", "2026-04-04T00:00:00+02:00", "2026-04-04T00:00:00+02:00"),
        ("2026-03-04", "2026-03-04T00:00:00+01:00", "2026-03-04T00:00:00+01:00"),
    ],
)
def test_two_numbers_that_could_be_swapped_are_refused_where_both_orders_are_read(
    written: str, italian: str, english: str | NotADate
) -> None:
    for language, meant in (("it", italian), ("en", english)):
        found = parse_moment(written, ROME, language)
        assert (found if isinstance(found, NotADate) else iso(found)) == meant, language


@given(
    MOMENTS, st.sampled_from(LANGUAGES), st.sampled_from(["Europe/Rome", "UTC", "America/St_Johns", "Asia/Kathmandu"])
)
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "it", "Europe/Rome")
def test_a_moment_written_in_iso_is_read_as_the_same_moment(moment: datetime, language: str, zone: str) -> None:
    at_home = moment.replace(microsecond=0).astimezone(ZoneInfo(zone))
    read = parse_moment(iso(at_home), ZoneInfo(zone), language)
    assert isinstance(read, datetime)
    assert (read.timestamp(), iso(read)) == (at_home.timestamp(), iso(at_home))


@given(st.dates(date(1000, 1, 1), date(9998, 12, 31)), st.sampled_from(LANGUAGES))
def test_a_date_in_words_is_read_as_the_same_date(day: date, language: str) -> None:
    moment = datetime(day.year, day.month, day.day, tzinfo=ROME)
    read = parse_moment(in_words(moment, language), ROME, language)
    assert isinstance(read, datetime)
    assert read.date() == day


_PIECES = st.sampled_from(
    [*"0123456789", "2026", "31", "30", "-", "/", ".", ":", " ", "T", "Z", "+", ",", "°", "gennaio", "set.", "may", "٣"]
)


@given(st.text() | st.lists(_PIECES, max_size=14).map("".join), st.sampled_from(LANGUAGES))
@example("31/12/9998 23:59-23:59", "it")
@example("01/01/1000 00:00+23:59", "it")
def test_no_text_breaks_it(text: str, language: str) -> None:
    found = parse_moment(text, ROME, language)
    assert isinstance(found, NotADate) or found.tzinfo is ROME


@given(st.integers(0, 99), st.integers(0, 99), st.sampled_from(["26", "2026", "0026"]), st.sampled_from(LANGUAGES))
@example(30, 2, "26", "it")
@example(5, 0, "2026", "en")
def test_what_is_proposed_instead_is_a_date(day: int, month: int, year: str, language: str) -> None:
    found = parse_moment(f"{day}/{month}/{year}", ROME, language)
    if isinstance(found, NotADate) and found.near:
        date.fromisoformat(found.near)


def test_words() -> None:
    first, other = datetime(2026, 1, 1, tzinfo=ROME), datetime(2026, 1, 11, tzinfo=ROME)
    assert [in_words(day, "it") for day in (first, other)] == ["1° gennaio 2026", "11 gennaio 2026"]
    assert [in_words(day, "en") for day in (first, other)] == ["January 1, 2026", "January 11, 2026"]
    assert in_words(first, "en-GB") == "1 January 2026"
    assert [month_in_words(2026, 3, language) for language in ("it", "en")] == ["marzo 2026", "March 2026"]


@given(MOMENTS)
def test_feeds_get_the_form_that_mail_has(moment: datetime) -> None:
    from email.utils import parsedate_to_datetime

    at_home = moment.replace(microsecond=0).astimezone(ROME)
    assert parsedate_to_datetime(rfc822(at_home)) - at_home.astimezone(UTC) == timedelta(0)
    assert rfc822(datetime(2026, 1, 14, 9, 30, tzinfo=ROME)) == "Wed, 14 Jan 2026 09:30:00 +0100"


@pytest.mark.parametrize(
    ("written", "reason", "near"),
    [
        ("lunedì 14 gennaio 2026", "weekday.2", "2026-01-14"),
        ("Tue, 14 January 2026", "weekday.2", "2026-01-14"),
        ("2026-03-29 02:30", "skipped", "2026-03-29 03:30"),
        ("9999-12-31", "far", ""),
        ("0000-01-01", "far", ""),
    ],
)
def test_a_date_that_cannot_be(written: str, reason: str, near: str) -> None:
    assert parse_moment(written, ROME, "it") == NotADate(reason, near)  # type: ignore[arg-type]


def test_a_day_whose_midnight_is_left_out_is_a_day_and_an_hour_that_comes_twice_an_hour() -> None:
    assert isinstance(parse_moment("2018-11-04", ZoneInfo("America/Sao_Paulo"), "en"), datetime)
    assert isinstance(parse_moment("2026-10-25 02:30", ROME, "it"), datetime)
