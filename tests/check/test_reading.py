"""Reading ease: equal to the published formulas, counted over the right words and sentences."""

from __future__ import annotations

import pytest

from sitegen.check.prose import Prose, markdown_shown
from sitegen.check.reading import (
    Ease,
    Text,
    ease_of,
    gulpease,
    hardest_of,
    reading_ease,
    sentences_of,
    syllables,
    text_of,
)


def _prose(text: str) -> Prose:
    return Prose("a.md", text, markdown_shown(text))


def _text(prose: Prose, language: str) -> Text:
    text = text_of(prose, language)
    assert text is not None
    return text


def _ease(text: str, language: str) -> Ease:
    ease = ease_of(_text(_prose(text), language))
    assert ease is not None
    return ease


@pytest.mark.parametrize(
    ("text", "sentences", "words", "letters"),
    [
        # Counted by hand.
        ("Il gatto dorme.", 1, 3, 12),
        ("Il gatto dorme. Il cane no!", 2, 6, 20),
        ("L'agenda è piena: venti voci in due giorni.", 1, 8, 33),
        ("Nel 2026 costa 1.050 euro, cioè 37,50 € l'ora.", 1, 8, 20),
        ("Vedi *qui* e [là](https://www.example.it/una/pagina/lunga). Scrivi a nome.cognome@example.it.", 2, 6, 17),
    ],
)
def test_gulpease_is_the_published_formula(text: str, sentences: int, words: int, letters: int) -> None:
    ease = _ease(text, "it")
    assert (ease.sentences, ease.words) == (sentences, words)
    assert ease.score == pytest.approx(89 + (300 * sentences - 10 * letters) / words)
    assert ease.score == gulpease(sentences, words, letters)


def test_gulpease_of_a_text_that_was_measured() -> None:
    """A post of 519 words in 18 sentences and 2686 letters has a Gulpease of 47.6."""
    assert gulpease(18, 519, 2686) == pytest.approx(47.65, abs=0.01)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The cat sat on the mat.", 116.145),  # 6 words of 6 syllables
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69.0),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
    ],
)
def test_reading_ease_is_that_of_known_examples(text: str, score: float) -> None:
    ease = _ease(text, "en")
    assert ease.score == pytest.approx(score, abs=0.1)


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("time", 1), ("table", 2), ("needed", 2), ("used", 1), ("boxes", 2), ("being", 2), ("reading", 2), ("I", 1), ("2026", 1), ("don't", 1)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word.encode()) == count
    assert reading_ease(1, 1, count) == pytest.approx(206.835 - 1.015 - 84.6 * count)


SPLIT = """\
Il dott. Rossi e la sig.ra Verdi, ecc. ecc. Poi l'art. 13, n. 4: 1.000 euro. | A che ora? | «Alle 9.30.» | Va bene… | E poi?! | \
La Rossi S.r.l. ha P. IVA e P.IVA; cfr. Bianchi, pag. 3. | G. T. Neri scrive su www.example.it/a. Bravo. Punto... ma continua. | Fine"""


def test_a_sentence_ends_where_a_reader_stops() -> None:
    expected = [each.strip() for each in SPLIT.split("|")]
    text = SPLIT.replace("| ", "")
    # «ecc. Poi» may be an end, «/a. Bravo» is one.
    found = [text[start:end].strip() for start, end in sentences_of(text)]
    assert found == [
        "Il dott. Rossi e la sig.ra Verdi, ecc. ecc.",
        "Poi l'art. 13, n. 4: 1.000 euro.",
        *expected[1:6],
        "G. T. Neri scrive su www.example.it/a.",
        "Bravo.",
        "Punto... ma continua.",
        "Fine",
    ]


def test_an_item_and_a_heading_are_sentences_and_code_and_tables_are_none() -> None:
    text = "## Titolo\n\n- Prima voce\n- Seconda voce\n\n| A | B |\n|---|---|\n| cella | altra |\n\n```\ncodice qui\n```\n\nFine `codice`.\n"
    ease = _ease(text, "it")
    assert (ease.sentences, ease.words) == (4, 6)


def test_the_hardest_sentences_are_told_where_they_stand() -> None:
    hard = [
        "L'organizzazione amministrativa presuppone " + "considerazioni " * count + "ulteriori."
        for count in (9, 12, 15, 8)
    ]
    text = "Una frase breve.\n\n" + "\n\nBreve anche questa. ".join(hard) + "\n"
    prose = _prose(text)
    hardest = hardest_of(_text(prose, "it"))
    assert [(prose.place(each.start, each.end).line, each.words) for each in hardest] == [(7, 19), (5, 16), (3, 13)]
    assert prose.place(hardest[0].start, 0).column == 21


def test_a_language_without_a_formula_says_nothing() -> None:
    assert text_of(_prose("Der Hund schläft."), "de") is None
    assert ease_of(_text(_prose("```\ncodice\n```\n"), "it")) is None
