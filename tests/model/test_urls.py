"""Addresses from patterns: the site's own, its language's, and what is wrong with them."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.urls import DEFAULTS, TOKENS, date_values, fill, pattern_of, slug_of, wrong_patterns
from sitegen.parse.config import Config, Permalinks
from sitegen.parse.fields import Pattern, Text
from sitegen.problems import Place
from sitegen.slugs import is_slug

PLACE = Place("content/site.yaml", 4, 10, 16)


def config(language: str = "it", **patterns: str) -> Config:
    permalinks = Permalinks(**{name: Pattern(written, PLACE) for name, written in patterns.items()})
    return Config(title=Text("Prova"), base_url="https://www.example.it/", language=language, permalinks=permalinks)


@pytest.mark.parametrize(
    ("language", "own", "name", "pattern"),
    [
        ("it", {}, "services", "/servizi/%postname%/"),
        ("it-CH", {}, "services", "/servizi/%postname%/"),
        ("en", {}, "services", "/services/%postname%/"),
        ("en-GB", {}, "page", "page/%page%/"),
        ("en", {"services": "/%slug%.html"}, "services", "/%slug%.html"),
        ("en", {"services": "/%slug%.html"}, "cases", "/case-studies/%postname%/"),
    ],
)
def test_the_sites_pattern_goes_before_that_of_its_language(
    language: str, own: dict[str, str], name: str, pattern: str
) -> None:
    assert pattern_of(config(language, **own), name) == pattern


def test_tokens_are_replaced() -> None:
    values = date_values(datetime(2026, 1, 4, 9, 5, 7, tzinfo=ZoneInfo("Europe/Rome"))) | {"postname": "agenda"}
    pattern = "/%year%/%monthnum%/%day%-%hour%%minute%%second%/%postname%/%postname%.html"
    assert fill(pattern, values) == "/2026/01/04-090507/agenda/agenda.html"
    assert fill("/blog/", {}) == "/blog/"


def test_an_early_year_has_four_digits() -> None:
    assert date_values(datetime(1000, 1, 1, tzinfo=ZoneInfo("Europe/Rome")))["year"] == "1000"


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_patterns_of_a_language_are_right(language: str) -> None:
    assert set(DEFAULTS[language]) == set(TOKENS) == set(Permalinks.__struct_fields__)
    assert wrong_patterns(config(language, **DEFAULTS[language])) == []


@pytest.mark.parametrize(
    ("name", "written", "codes"),
    [
        ("posts", "/%year%/%monthnum%/%day%/%postname%/", []),
        ("posts", "/%category%/%postname%.html", []),
        ("posts", "/archivio/%slug%/", []),
        ("page", "p/%page%/", []),
        ("posts", "/%postnome%/", ["E203"]),
        ("posts", "/%anno%/%mese%/", ["E203", "E203"]),
        ("tag", "/%category%/", ["E203"]),
        ("blog", "/%year%/", ["E203"]),
        ("month", "/%year%/%month%/", ["E203"]),
        ("posts", "%postname%/", ["E204"]),
        ("posts", "/%postname%", ["E204"]),
        ("posts", "/%postname%.php", ["E204"]),
        ("posts", "/blog//%postname%/", ["E204"]),
        ("posts", "/../%postname%/", ["E204"]),
        ("posts", "/perché/%postname%/", ["E204"]),
        ("posts", "/il blog/%postname%/", ["E204"]),
        ("posts", "/%postname%/?p=1/", ["E204"]),
        ("posts", "/100%/", ["E204"]),
        ("posts", "", ["E204"]),
        ("posts", "https://www.example.it/%postname%/", ["E204"]),
        ("page", "/pagina/%page%/", ["E204"]),
        ("page", "p%page%.html", ["E204"]),
        ("tag", "/%tag%.html", ["E204"]),  # its second page and its feeds lie below it
        ("posts", "%titolo%", ["E203", "E204"]),
    ],
)
def test_what_is_wrong_with_a_pattern(name: str, written: str, codes: list[str]) -> None:
    found = wrong_patterns(config(**{name: written}))
    assert [problem.code for problem in found] == codes
    assert all(problem.place[:2] == PLACE[:2] for problem in found)


def test_a_wrong_token_is_told_with_those_that_may_stand_there() -> None:
    (found,) = wrong_patterns(config(services="/%postnam%/"))
    values = dict(found.values)
    assert (values["token"], values["near"], values["known"]) == ("%postnam%", "%postname%", "%postname%, %slug%")


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("posts", "/blog/articolo/"),
        ("tag", "/tag/"),
        ("page", "pagina/"),
        ("month", "/%year%/"),
    ],
)
def test_a_pattern_that_tells_nothing_apart_is_wrong(name: str, pattern: str) -> None:
    assert wrong_patterns(config(**{name: pattern}))


@pytest.mark.parametrize(
    ("written", "name", "slug"),
    [
        ("scelto-da-me", "file", "scelto-da-me"),
        ("", "gia-uno-slug-con-il-suo-nome", "gia-uno-slug-con-il-suo-nome"),
        ("", "Chi è l'assistente e cosa fa", "chi-e-assistente-cosa-fa"),
        ("", "2026", "2026"),
        ("", "📅", ""),
    ],
)
def test_the_slug_is_the_one_chosen_else_the_file_name(written: str, name: str, slug: str) -> None:
    assert slug_of(written, name, "it") == slug


@given(st.text(), st.sampled_from(["it", "en"]))
def test_a_slug_made_from_any_name_can_be_used(name: str, language: str) -> None:
    slug = slug_of("", name, language)
    assert not slug or is_slug(slug)


@given(st.sampled_from(sorted(TOKENS)), st.data())
def test_a_right_pattern_can_always_be_filled(name: str, data: st.DataObject) -> None:
    words = st.sampled_from([*(f"%{token}%" for token in TOKENS[name]), "/", ".html", "blog", "-", ".", "..", "è", "%"])
    pattern = "".join(data.draw(st.lists(words, max_size=6)))
    if wrong_patterns(config(**{name: pattern})):
        return
    address = fill(pattern, dict.fromkeys(TOKENS[name], "x"))
    assert re.fullmatch(r"/?[a-z./-]+", address)
    assert "%" not in address
    assert ".." not in address
    assert "//" not in address
