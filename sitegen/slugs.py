"""Addresses from words: a title in Italian or English becomes a slug, a heading the id it is linked by. ASCII only.

The Italian rules: elided articles go (`l’agenda` is `agenda`), small words go while three words stay, and they are
compared before accents are taken off, so that «è» stays and «e» goes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SLUG_LENGTH = 60
LONGEST_SLUG = 100
FEWEST_WORDS = 3

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# A word may hold the no-break hyphen, so that the spoken form of a sign counts as one.
_WORD = re.compile(r"(?:[^\W_]|‑)+")
_PLAIN = re.compile(r"[a-z0-9]+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´′", "'"))
# Letters that NFKD does not take apart.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_ELIDED = re.compile(r"(?<!\w)(?:l|un|d|dell|all|dall|nell|sull|quell|c|s|t|m|v)'\s*(?=\w)")
_CONTRACTED = re.compile(r"(?<=[^\W\d_])'(?=(?:s|t|re|ve|ll|d|m)(?!\w))")
_SYMBOLS = {
    "it": {"&": " e ", "€": " euro ", "%": " per‑cento ", "+": " più "},
    "en": {"&": " and ", "€": " euro ", "%": " percent ", "+": " plus "},
}
_ITALIAN = (
    "il lo la i gli le un uno una di a da in con su per tra fra"
    " del dello della dei degli delle al allo alla ai agli alle dal dallo dalla dai dagli dalle"
    " nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col coi e ed o od che ma se si"
)
_ENGLISH = "a an the of to in on at by for from with and or"
_SMALL_WORDS = {"it": frozenset(_ITALIAN.split()), "en": frozenset(_ENGLISH.split())}


@lru_cache(maxsize=65536)
def slugify(title: str, language: str) -> str:
    """The slug of `title`: at most 60 characters, cut between words; "" where no letter or digit is left."""
    words = _words(title, language)
    small = _SMALL_WORDS.get(language[:2], frozenset())
    strong = [word for word in words if word not in small]
    return _cut(_ascii(strong if len(strong) >= FEWEST_WORDS else words))


def heading_id(text: str, language: str) -> str:
    """The id of a heading: all its words, uncut. The same before and after typography has been applied to `text`."""
    return _ascii(_words(text, language))


def slugify_file(name: str) -> str:
    """A name that every disk, host and upload program takes; a clean one stays as it is."""
    return name if re.fullmatch(r"[a-z0-9][a-z0-9_.-]*", name) else slugify(name, "en") or "file"


def is_slug(text: str) -> bool:
    """Whether `text` can be used as it is: lower-case ASCII letters, digits and single hyphens, at most 100."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def _words(text: str, language: str) -> list[str]:
    """Lower-case words, accents still on, elided articles and signs resolved."""
    text = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).lower()
    for symbol, spoken in _SYMBOLS.get(language[:2], {}).items():
        text = text.replace(symbol, spoken)
    dropped = _ELIDED if language.startswith("it") else _CONTRACTED
    return _WORD.findall(dropped.sub("", text))


def _ascii(words: list[str]) -> str:
    """The words without accents, joined by hyphens; letters of other alphabets are lost."""
    text = " ".join(words)
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).lower()
        text = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(_PLAIN.findall(text))


def _cut(slug: str) -> str:
    if len(slug) <= SLUG_LENGTH:
        return slug
    whole_words, hyphen, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
    return whole_words if hyphen else slug[:SLUG_LENGTH]
