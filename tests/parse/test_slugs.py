"""Slugs and heading ids, rule by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.typography import typeset
from sitegen.slugs import heading_id, is_slug, slugify

WORDS = [
    "L'ora ",
    "È ",
    "E' ",
    "po' ",
    '"due" ',
    "un' altra ",
    "30 € ",
    "cos'è ",
    "PERCHE' ",
    "... ",
    " -- ",
    "don't ",
    "& ",
]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Chi è l’Assistente Virtuale e cosa fa?", "chi-e-assistente-virtuale-cosa-fa"),
        ("L'agenda condivisa", "agenda-condivisa"),
        ("Un'ora all’alba dell'anno", "ora-alba-anno"),
        ("Cos’è un'ora", "cos-e-ora"),
        ("Quest'anno", "quest-anno"),
        ("Piano L", "piano-l"),
        ("Dove sta la posta del mattino", "dove-sta-posta-mattino"),
        ("La mia agenda", "la-mia-agenda"),  # two words would be left
        ("Non senza come cosa chi quanto", "non-senza-come-cosa-chi-quanto"),
        ("E adesso? È tardi per la posta", "adesso-e-tardi-posta"),
        ("Ore & euro: 50% in + e 3 €", "ore-euro-50-per-cento-piu-3-euro"),
        ("Perché così? Città, virtù, Caffè!", "perche-cosi-citta-virtu-caffe"),
        ("Straße, œuvre, Łódź, ½", "strasse-oeuvre-lodz-1-2"),
        ("e\u0300 gia\u0300 ora", "e-gia-ora"),
        ("  -- spazi_e trattini --  ", "spazi-e-trattini"),
        ("日本 !!!", ""),
        ("", ""),
    ],
)
def test_italian_slugs(title: str, slug: str) -> None:
    assert slugify(title, "it") == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The art of the deal and more work", "art-deal-more-work"),
        ("The art", "the-art"),
        ("Don’t you know it's Ann's?", "dont-you-know-its-anns"),
        ("Cafés & co: 5% + 1", "cafes-co-5-percent-plus-1"),
        ("L'ora", "l-ora"),
    ],
)
def test_english_slugs(title: str, slug: str) -> None:
    assert slugify(title, "en") == slug


def test_a_slug_is_cut_between_words_at_sixty() -> None:
    assert slugify("parola " * 20, "it") == "-".join(["parola"] * 8)
    assert slugify("x" * 60 + " y", "it") == "x" * 60
    assert slugify("x" * 61 + " y", "it") == "x" * 60


def test_a_heading_keeps_all_its_words() -> None:
    assert heading_id("Chi è l’assistente e che cosa fa per la tua azienda quando non ci sei, ogni giorno?", "it") == (
        "chi-e-assistente-e-che-cosa-fa-per-la-tua-azienda-quando-non-ci-sei-ogni-giorno"
    )


@pytest.mark.parametrize("text", ["a", "a-b", "2026", "a1-2b", "x" * 100])
def test_what_is_a_slug(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-", "-a", "a-", "a--b", "A", "è", "a b", "a_b", "a/b", "a.b", "..", "a\n", "x" * 101]
)
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@given(st.text(), st.sampled_from(["it", "en", "de"]))
def test_what_is_made_is_a_slug_or_nothing_and_stays_itself(text: str, language: str) -> None:
    slug = slugify(text, language)
    assert slug == "" or (is_slug(slug) and len(slug) <= 60)
    assert heading_id(heading_id(text, language), language) == heading_id(text, language)


@given(st.lists(st.sampled_from([*WORDS, "casa ", "sole "]), max_size=8).map("".join), st.sampled_from(["it", "en"]))
def test_typography_does_not_move_an_anchor(text: str, language: str) -> None:
    assert heading_id(typeset(text, language), language) == heading_id(text, language)
