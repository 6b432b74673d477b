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

from sitegen.check.prose import BYTES, OUTSIDE, Prose

HARDEST = 3
SHORTEST = 10  # words of a sentence that would be easier in two

_END = re.compile(
    rf"[.!?…\n{OUTSIDE}](?:(?<=[.!?…])[.!?…]*[\"»”’')\]*_]*(?=\s+[\"«“‘(\[*_–—-]*[A-ZÀ-Þ0-9])"
    rf"|(?<=\n)[ \t]*\n|(?<={OUTSIDE}){OUTSIDE}*)"
)
_CELL_END = re.compile(rf"{OUTSIDE}(?<=[^\n{OUTSIDE}]{OUTSIDE})")
_SHOWN_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)@?[^\s@]+@\S+")
_BLANK = f" \n\t{OUTSIDE}"
_BEFORE = re.compile(r"(?:[^\W_]|[.])+$")
_LETTERS = frozenset(each for each in range(256) if bytes([each]).decode(BYTES, "replace").isalpha())
_NO_LETTERS = bytes(each for each in range(256) if each not in _LETTERS)
_NO_WORD = bytes(each for each in _NO_LETTERS if not 48 <= each < 58 and each != 32)
_TO_SPACE = bytes.maketrans(b"\n\t\xa0", b"   ")
# They stand before a name or a number: behind them nothing ends.
_SHORTENED = frozenset((
    "dott", "sig", "sigg", "sigra", "prof", "avv", "ing", "arch", "geom", "rag", "on", "spett", "gent", "egr", "n", "nn",
    "art", "artt", "pag", "pagg", "cap", "fig", "figg", "tab", "vol", "es", "cfr", "par", "tel", "max", "min", "ca", "ecc",
    "mr", "mrs", "ms", "dr", "st", "no", "nos", "vs", "eg", "ie", "inc", "ltd", "srl", "spa", "dlgs", "lgs", "dpr", "piva",
))  # fmt: skip
_LONGEST = max(map(len, _SHORTENED))
_MAY_END = frozenset(("ecc", "inc", "ltd"))


class Text(NamedTuple):
    """What is read from beginning to end: the body of a file in sentences. `shown` is the body without the rows of its tables,
    `data` the same in bytes, one for each character, with spaces in place of addresses. A sentence is where it begins and ends.
    """

    begin: int
    shown: str
    data: bytes
    sentences: list[tuple[int, int]]
    language: str


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


def text_of(prose: Prose, language: str) -> Text | None:
    """The body of a file in sentences; None in a language without a formula."""
    if language[:2] not in _WEIGHTS:
        return None
    shown = _running(prose)
    words = shown
    if _may_have_address(shown):
        lines = shown.split("\n")
        words = "\n".join(_SHOWN_ADDRESS.sub(_spaces, line) if _may_have_address(line) else line for line in lines)
    data = words.encode(BYTES, "replace").translate(_TO_SPACE)
    return Text(prose.body, shown, data, list(sentences_of(shown)), language[:2])


def ease_of(text: Text) -> Ease | None:
    """How easily a text is read; None of one without words."""
    words, weight = _weighed(text.data, text.language)
    if not words:
        return None
    sentences = sum(1 for start, end in text.sentences if text.data[start:end].translate(None, _NO_WORD).strip())
    return Ease(_FORMULAS[text.language](sentences, words, weight), words, sentences)


def hardest_of(text: Text) -> list[Sentence]:
    """The three sentences that ask most of who reads them, the hardest first: those of many words, and of long ones. The formulas
    measure a whole text: of a single sentence they would put a short one with a long word first.
    """
    return nsmallest(HARDEST, long_sentences(text, SHORTEST), key=lambda each: (-each.weight, each.start))


def long_sentences(text: Text, fewest: int) -> Iterator[Sentence]:
    """The sentences that have so many words at least, in order."""
    count, spaces = text.data.count, fewest - 1
    for start, end in text.sentences:
        if count(b" ", start, end) < spaces:
            continue
        words, weight = _weighed(text.data[start:end], text.language)
        if words >= fewest:
            start += len(text.shown[start:end]) - len(text.shown[start:end].lstrip(_BLANK))
            yield Sentence(text.begin + start, text.begin + end, words, weight)


def _running(prose: Prose) -> str:
    """The body without the rows of its tables, in which nobody reads sentences; as long as it."""
    shown = prose.shown[prose.body :]
    if "|" in prose.source:
        pieces, kept = [], 0
        for found in _CELL_END.finditer(shown):
            if found.start() >= kept:
                start, end = shown.rfind("\n", kept, found.start()) + 1 or kept, shown.find("\n", found.start())
                end = end if end >= 0 else len(shown)
                pieces += [shown[kept:start], OUTSIDE * (end - start)]
                kept = end
        shown = "".join(pieces) + shown[kept:]
    return shown


def _may_have_address(text: str) -> bool:
    return "@" in text or "://" in text or "www." in text


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def sentences_of(shown: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends. One ends at a mark that a capital or a number follows, and with its paragraph, list
    item or cell.
    """
    start = 0
    for found in _END.finditer(shown):
        mark, end = found.span()
        if shown[mark] == "." and _is_short_form(shown, mark):
            continue
        if end > start:
            yield start, end
        start = end
    if start < len(shown):
        yield start, len(shown)


def _is_short_form(shown: str, dot: int) -> bool:
    """Whether a full stop ends a word that is cut short (dott., n., P. IVA, S.r.l.) rather than a sentence."""
    if dot > _LONGEST and shown[dot - _LONGEST - 1 : dot].isalpha():
        return False  # most words are longer than that, and are looked at no further
    before = _BEFORE.search(shown, max(0, dot - 12), dot)
    if before is None:
        return False
    word = before[0].replace(".", "").lower()
    if word in _MAY_END:
        return False
    return (len(word) == 1 and word.isalpha() and word not in "aeio") or word in _SHORTENED


def _weighed(data: bytes, language: str) -> tuple[int, int]:
    """How many words a text has, and how many letters, or syllables. A word is what stands between spaces and has a letter or
    a digit.
    """
    words = data.translate(None, _NO_WORD).split()
    return len(words), _WEIGHTS[language](data, words)


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
_FORMULAS = {"it": gulpease, "en": reading_ease}
_WEIGHTS: dict[str, Callable[[bytes, list[bytes]], int]] = {"it": _letters, "en": _all_syllables}
