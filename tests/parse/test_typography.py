"""Typesetting, rule by rule. A fixed space is written `·` here."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.parse.typography import typeset, without_outer_quotes

ITALIAN = [
    # apostrophes
    ("L'agenda di un'amica", "L’agenda di un’amica"),
    ("un po' di pane, da' retta, di' pure, fa' sta' va' be' mo'", "un po’ di pane, da’ retta, di’ pure, fa’ sta’ va’ be’ mo’"),
    ("gli anni '90, nell'89", "gli anni ’90, nell’89"),
    ("rock 'n' roll e 'sta cosa della 'ndrangheta", "rock ’n’ roll e ’sta cosa della ’ndrangheta"),
    ("un' Assistente, l’ amico, dell' ora", "un’Assistente, l’amico, dell’ora"),
    ("un po' alto, di' amico, 'l' e", "un po’ alto, di’ amico, ‘l’ e"),
    # capitals with an apostrophe for an accent
    ("E' vero. E’ tardi. C'E' tempo", "È vero. È tardi. C’È tempo"),
    ("PERCHE' LA CITTA', LA VIRTU', COSI', PERO'", "PERCHÉ LA CITTÀ, LA VIRTÙ, COSÌ, PERÒ"),
    ("VENTITRE' NE' SE' POICHE' CAFFE'", "VENTITRÉ NÉ SÉ POICHÉ CAFFÈ"),
    ("UN PO' DI', DELL'UNIVERSITA'", "UN PO’ DI’, DELL’UNIVERSITÀ"),
    ("vitamina 'E' e 'vitamina E' e E'E", "vitamina ‘E’ e ‘vitamina E’ e E’E"),
    # quotes
    ('Ha detto "ciao" e "addio".', "Ha detto «ciao» e «addio»."),
    ('"Ha detto "ciao" ieri"', "«Ha detto “ciao” ieri»"),
    ('«Ha detto "ciao" ieri»', "«Ha detto “ciao” ieri»"),
    ("\"'Ciao', disse\" e 'basta'", "«‘Ciao’, disse» e ‘basta’"),
    ('"a "b "c" b" a"', "«a “b ‘c’ b” a»"),
    ('dell\'"Assistente" ("io"), –"tu"', "dell’«Assistente» («io»), –«tu»"),
    ('"Da dell\'"altro" a po\'", Ciao"disse', "«Da dell’“altro” a po’», Ciao«disse"),
    ('"Perché?" "Così..."', "«Perché?» «Così…»"),
    ('nel "2024" e ""', "nel «2024» e «»"),
    ("alto 5' 6\", monitor da 27\" e poi", "alto 5′ 6″, monitor da 27″ e poi"),
    ('a " b \' c', 'a " b \' c'),
    # ellipses and dashes
    ("bene ... e poi.... [...] ...forse", "bene… e poi… […] …forse"),
    ("ben....l'altro", "ben…l’altro"),
    ("dalle 8--18 -- forse -- no", "dalle 8–18·– forse·– no"),
    ("sitegen build --watch, a---b", "sitegen build --watch, a---b"),
    ("parola – inciso — parola", "parola·– inciso·— parola"),
    # fixed spaces
    ("37,50 €, 1.050 €, 5 %, 20 °C", "37,50·€, 1.050·€, 5·%, 20·°C"),
    ("30 ore, 14 marzo 2026, 1° maggio, 10\nkg, 3 l'uno", "30·ore, 14·marzo 2026, 1°·maggio, 10·kg, 3 l’uno"),
    ("30 oretta, 5 mila, 2 m'ama", "30 oretta, 5 mila, 2 m’ama"),
    ("n. 4, art. 13, pagg. 3-5, cap. IV, L. 4/2013, D.Lgs. 196", "n.·4, art.·13, pagg.·3-5, cap.·IV, L.·4/2013, D.Lgs.·196"),
    ("P. IVA, G. T. Rossi, dott. Rossi, dott.ssa Bianchi", "P.·IVA, G.·T. Rossi, dott.·Rossi, dott.ssa·Bianchi"),
    ("Alle ore. La fine. Sono 4. Ecco n. altri", "Alle ore. La fine. Sono 4. Ecco n. altri"),
    # what stays
    ("già «messo»·– e ’bene’… 5·kg", None),
    ("perche', citta', c'e'", "perche’, citta’, c’e’"),
    ("l'info@x.it e \"http://a.it/l'a--b...\" e www.l'a.it.", "l’info@x.it e «http://a.it/l'a--b…» e www.l'a.it."),
]  # fmt: skip
ENGLISH = [
    ("It's the dogs' '90s, 'tis", "It’s the dogs’ ’90s, ’tis"),
    ("\"He said 'no'\"", "“He said ‘no’”"),
    ('He said "a "b" c"...', "He said “a ‘b’ c”…"),
    ("one -- two, 10 kg, 5 %", "one·– two, 10·kg, 5·%"),
    ("Mr. Smith, No. 4, p. 3, on 5. May", "Mr.·Smith, No.·4, p.·3, on 5. May"),
    ("E' un' ora, 14 marzo", "E’ un’ ora, 14 marzo"),
]
PIECES = [*"aEeU lLnN59.,;:!?-–—…'\"’‘“”«»()[]%€°\n@/&é½", "\u00a0", "CITTA'", "un' ", "l'", "...", " -- ", "www.", "http://",
          "a@b.it", "n. ", "P. IVA", "G. ", "dott. ", "kg", "'90", "marzo"]  # fmt: skip
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
languages = st.sampled_from(["it", "en"])


def shown(text: str) -> str:
    return text.replace("\u00a0", "·")


@pytest.mark.parametrize(("typed", "good"), ITALIAN)
def test_italian(typed: str, good: str | None) -> None:
    assert shown(typeset(typed.replace("·", "\u00a0"), "it")) == (good or typed)


@pytest.mark.parametrize(("typed", "good"), ENGLISH)
def test_english(typed: str, good: str) -> None:
    assert shown(typeset(typed, "en")) == good


@pytest.mark.parametrize(
    ("previous", "typed", "good"),
    [
        ("", '"', "«"),  # before <em>
        ("«Ciao", '", disse', "», disse"),  # after </em>
        ("Ha detto ", '"ciao"', "«ciao»"),
        ("«Ha detto ", '"ciao"', "“ciao”"),
        ("l’", '"ora"', "«ora»"),
        ("‘ciao", "' disse", "’ disse"),
        ("parola", " – inciso", "·– inciso"),
        ("", " – inciso", " – inciso"),
        ("po", "' di", "’ di"),
        ("«due» e ", '"tre"', "«tre»"),
    ],
)
def test_what_stands_before_in_the_block_counts(previous: str, typed: str, good: str) -> None:
    assert shown(typeset(typed, "it", previous)) == good


def test_a_regional_language_follows_its_language_and_others_are_left_alone() -> None:
    assert typeset("l'ora", "it-CH") == "l’ora"
    assert typeset("l'heure ...", "fr") == "l'heure ..."


def test_ten_thousand_open_quotes_take_no_time() -> None:
    start = time.process_time()
    typeset('"a ' * 50_000, "it")
    assert time.process_time() - start < 10


@given(texts, texts, languages)
@example("5'\" ...", "«", "it")
@example("E''AI'", "", "it")
@example("\"5'", '"', "en")
def test_setting_twice_changes_nothing_more(text: str, before: str, language: str) -> None:
    previous = typeset(before, language)
    once = typeset(text, language, previous)
    assert typeset(once, language, previous) == once


@given(texts, st.sampled_from(["https://www.example.it/l'a--b", "ciao@example.it", "www.x.it/a...b"]), texts, languages)
def test_an_address_is_never_touched(before: str, address: str, after: str, language: str) -> None:
    assert address in typeset(f"{before} {address} {after}", language)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Puntuale."\n', " Puntuale.\n"),
        ("\n“Puntuale.\n\nE gentile.”", "\n Puntuale.\n\nE gentile."),
        ("«Puntuale.»", " Puntuale."),
        ('"Ha detto «sì»."', " Ha detto «sì»."),
        ('"Brava", e poi "grazie"', '"Brava", e poi "grazie"'),
        ("«Brava», e poi «grazie»", "«Brava», e poi «grazie»"),
        ('Ha detto "sì"', 'Ha detto "sì"'),
        ('"', '"'),
        ("", ""),
    ],
)
def test_quotes_around_a_whole_quotation_are_the_theme_s(written: str, expected: str) -> None:
    assert without_outer_quotes(written) == expected
