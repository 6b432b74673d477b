"""How easily a text is read: Gulpease for Italian, Flesch's reading ease for English, and its hardest sentences.

Gulpease: 89 + (300 × sentences − 10 × letters) / words (P. Lucisano, M. E. Piemontese, «Gulpease: una formula per la
predizione della difficoltà dei testi in lingua italiana», Scuola e Città 3/1988). Reading ease: 206.835 − 1.015 × words /
sentences − 84.6 × syllables / words (R. Flesch, «A new readability yardstick», Journal of Applied Psychology 32/1948). Of
both, more is easier, and 100 is a text for children.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from sitegen.check.prose import OUTSIDE, Prose

HARDEST = 3
SHORTEST = 10  # words of a sentence that would be easier in two

_END = re.compile(
    rf"[.!?…\n{OUTSIDE}](?:(?<=[.!?…])[.!?…]*[\"»”’')\]*_]*(?=\s+[\"«“‘(\[*_–—-]*[A-ZÀ-Þ0-9])"
    rf"|(?<=\n)[ \t]*\n|(?<={OUTSIDE}){OUTSIDE}*)"
)
_ROW = re.compile(rf"^[^\n]*[^\n{OUTSIDE}]{OUTSIDE}[^\n]*", re.MULTILINE)
_SHOWN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_BLANK = f" \n\t{OUTSIDE}"
_BEFORE = re.compile(r"(?:[^\W_]|[.])+$")
# In this encoding each letter is a byte, and what it lacks is no letter of Italian or English.
_BYTES = "cp1252"
_LETTERS = frozenset(each for each in range(256) if bytes([each]).decode(_BYTES, "replace").isalpha())
_NO_LETTERS = bytes(each for each in range(256) if each not in _LETTERS)
_NO_WORD = bytes(each for each in _NO_LETTERS if not (48 <= each < 58 or each in b" \n\t\xa0"))
_TO_SPACE = bytes.maketrans(b"\xa0", b" ")
# They stand before a name or a number: behind them nothing ends.
_SHORTENED = frozenset((
    "dott", "sig", "sigg", "sigra", "prof", "avv", "ing", "arch", "geom", "rag", "on", "spett", "gent", "egr", "n", "nn",
    "art", "artt", "pag", "pagg", "cap", "fig", "figg", "tab", "vol", "es", "cfr", "par", "tel", "max", "min", "ca", "ecc",
    "mr", "mrs", "ms", "dr", "st", "no", "nos", "vs", "eg", "ie", "inc", "ltd", "srl", "spa", "dlgs", "lgs", "dpr", "piva",
))  # fmt: skip
_MAY_END = frozenset(("ecc", "inc", "ltd"))


class Sentence(NamedTuple):
    """Where it stands in the file's text, with its words, and its letters or syllables: how long it takes to be read."""

    start: int
    end: int
    words: int
    weight: int


class Ease(NamedTuple):
    """How easily a text is read as a whole."""

    score: float
    words: int
    sentences: int


def gulpease(sentences: int, words: int, letters: int) -> float:
    """Gulpease of a text with so many; `words` is not 0."""
    return 89 + (300 * sentences - 10 * letters) / words


def reading_ease(sentences: int, words: int, syllables: int) -> float:
    """Flesch's reading ease of a text with so many; neither `words` nor `sentences` is 0."""
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


def ease_of(prose: Prose, language: str) -> Ease | None:
    """How easily the body of a file is read; None of one without words, and in a language without a formula."""
    if language[:2] not in _WEIGHTS:
        return None
    shown, formula = _running(prose), _WEIGHTS[language[:2]][0]
    sentences = sum(_has_words(shown[start:end]) for start, end in sentences_of(shown))
    words, weight = _weighed(shown, language)
    return Ease(formula(sentences, words, weight), words, sentences) if words else None


def hardest_of(prose: Prose, language: str) -> list[Sentence]:
    """The three sentences of the body that ask most of who reads them, the hardest first: those of many words, and of long ones.
    The formulas measure a whole text: of a single sentence they would put a short one with a long word first.
    """
    found = _sentences(prose, language, SHORTEST)
    return nsmallest(HARDEST, found, key=lambda each: (-each.weight, each.start))


def too_long(prose: Prose, language: str, most: int) -> Iterator[Sentence]:
    """The sentences of the body with more than `most` words, in order; none in a language without a formula."""
    if language[:2] in _WEIGHTS:
        yield from _sentences(prose, language, most + 1)


def _sentences(prose: Prose, language: str, fewest: int) -> Iterator[Sentence]:
    """Those of the body that have so many words at least."""
    shown = _running(prose)
    for start, end in sentences_of(shown):
        if shown.count(" ", start, end) + shown.count("\n", start, end) + shown.count("\xa0", start, end) < fewest - 1:
            continue
        words, weight = _weighed(shown[start:end], language)
        if words >= fewest:
            start += len(shown[start:end]) - len(shown[start:end].lstrip(_BLANK))
            yield Sentence(prose.body + start, prose.body + end, words, weight)


def _running(prose: Prose) -> str:
    """The body without the rows of its tables, in which nobody reads sentences."""
    shown = prose.shown[prose.body :]
    return _ROW.sub(lambda found: OUTSIDE * len(found[0]), shown) if "|" in prose.source else shown


def sentences_of(shown: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends. One ends at a mark that a capital or a number follows, and with its paragraph, list
    item or cell.
    """
    start = 0
    for found in _END.finditer(shown):
        if found[0][0] == "." and _is_short_form(shown, found.start()):
            continue
        if found.end() > start:
            yield start, found.end()
        start = found.end()
    if start < len(shown):
        yield start, len(shown)


def _is_short_form(shown: str, dot: int) -> bool:
    """Whether a full stop ends a word that is cut short (dott., n., P. IVA, S.r.l.) rather than a sentence."""
    before = _BEFORE.search(shown, max(0, dot - 12), dot)
    if before is None:
        return False
    word = before[0].replace(".", "").lower()
    if word in _MAY_END:
        return False
    return (len(word) == 1 and word.isalpha() and word not in "aeio") or word in _SHORTENED


def _has_words(text: str) -> bool:
    return text.isalpha() or any(map(str.isalnum, text))


def _weighed(text: str, language: str) -> tuple[int, int]:
    """How many words a text has, and how many letters, or syllables. A word is what stands between spaces and has a letter or
    a digit; an address is none.
    """
    if "@" in text or "://" in text or "www." in text:
        text = _SHOWN_ADDRESS.sub(" ", text)
    data = text.encode(_BYTES, "replace").translate(_TO_SPACE, _NO_WORD)
    words = data.split()
    return len(words), _WEIGHTS[language[:2]][1](data, words)


def _letters(data: bytes, _words: list[bytes]) -> int:
    return len(data.translate(None, _NO_LETTERS))


def _all_syllables(_data: bytes, words: list[bytes]) -> int:
    return sum(map(syllables, words))


@lru_cache(20_000)
def syllables(word: bytes) -> int:
    """How many syllables an English word has, by its vowels: a silent e at the end is none, and each word has one."""
    word = word.lower()
    count = len(_VOWELS.findall(word))
    count += _MORE.search(word) is not None
    if word.endswith(_SILENT) and not word.endswith(_SPOKEN):
        count -= 1
    return max(count, 1)


_VOWELS = re.compile(rb"[aeiouy\xe0\xe8\xe9\xec\xf2\xf9]+")
_MORE = re.compile(rb"[aeiouy](?:ing|ings)$")
_SILENT = (b"e", b"es", b"ed")
_SPOKEN = (b"le", b"ted", b"ded", b"ses", b"ces", b"ges", b"ches", b"shes", b"zes", b"xes")
_WEIGHTS: dict[str, tuple[Callable[[int, int, int], float], Callable[[bytes, list[bytes]], int]]] = {
    "it": (gulpease, _letters),
    "en": (reading_ease, _all_syllables),
}
