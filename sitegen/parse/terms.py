"""Text → the terms by which a search finds it. Forms of one word (`assistente`, `assistenti`) are one term: the stem that
Snowball gives them (https://snowballstem.org/algorithms/italian/stemmer.html).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from html import unescape

import msgspec

from sitegen.digest import Digest
from sitegen.parse.fragment import ComponentSlot, Fragment, said_in
from sitegen.parse.kinds import Post

TITLE, SUMMARY, OFTEN = 5, 2, 3
BEGINNING = 3
"""Terms lie together by so many letters of their forms: what a visitor has to have written before anything is looked up."""

_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[^\W_]{2,}")

STOP = {
    "it": frozenset("""a ad agli ai al alla alle allo anche c che chi ci come con cui d da dagli dai dal dalla dalle dallo de degli dei
        del dell della delle dello di dove e è ed era gli ha hai hanno ho i il in io l la le lei li lo loro lui ma mi mia mio ne né
        negli nei nel nell nella nelle nello noi non o od ogni per perché più po quando quello questa queste questi questo qui s se
        sei senza si sia solo sono sta su sua sue sugli sui sul sull sulla sulle sullo suo t te ti tra tu tua tue tuo un una uno v
        vi voi""".split()),  # noqa: SIM905 — read as a list of words
    "en": frozenset("""a about after all also am an and any are as at be been but by can could d did do does for from had has have
        he her here him his how i if in into is it its just ll me more most my no nor not of on only or our out over re s she so
        some such t than that the their them then there these they this those to too up us ve was we were what when where which
        who whose why will with would you your""".split()),  # noqa: SIM905 — read as a list of words
}  # fmt: skip
"""Words that nearly every text has: by themselves they find nothing but titles."""


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A word of a document: the three signs that its forms begin with (blanks behind a shorter one), its stem, how much it says of the document (1 to 9), and
    the forms in which it stands there.
    """

    beginning: str
    stem: str
    weight: int
    forms: tuple[str, ...]


def terms_of(title: str, summary: Iterable[str], text: str, language: str) -> tuple[Term, ...]:
    """The terms of a document, in the order of their stems; those of its title weigh most."""
    read, stop = _reader(language[:2]), STOP[language[:2]]
    counts = Counter(_words(text))
    weights = dict.fromkeys(counts, 1)
    weights.update(dict.fromkeys(_words(" ".join(summary)), SUMMARY))
    in_title = set(_words(title))
    found: dict[tuple[str, str], _Found] = {}
    for word, weight in weights.items():
        if word not in stop and word not in in_title:
            _add(found, read(word), weight, counts[word])
    for word in sorted(in_title):
        _add(found, read(word), TITLE, counts[word])
    return tuple(
        [
            Term(*key, min(9, best + (times >= OFTEN) + (times >= 3 * OFTEN)), (*sorted(forms),))
            for key, (best, times, forms) in sorted(found.items())
        ]
    )


_Found = tuple[int, int, tuple[str, ...]]


def _add(found: dict[tuple[str, str], _Found], word: _Word, weight: int, times: int) -> None:
    """One more word of a document."""
    key, form = word
    known = found.get(key)
    if known is None:
        found[key] = weight, times, (form,)
    else:
        best, before, forms = known
        found[key] = max(best, weight), before + times, forms if form in forms else (*forms, form)


def terms_of_post(meta: Post, body: Fragment, language: str) -> tuple[Term, ...]:
    """The terms of a post."""
    summary = (meta.dek, meta.description, meta.excerpt, meta.category, meta.series, *meta.tags,
               *(each.text for each in body.headings))  # fmt: skip
    return terms_of(meta.title, summary, plain(body), language)


def terms_key(by: Digest, whole: Digest, language: str) -> str:
    """Under which key a memo has the terms of the post of which `whole` is the trace; `by` is who has found them."""
    return f"{by}{whole}.{language[:2]}.terms"


def plain(fragment: Fragment) -> str:
    """The text of a fragment, without tags."""
    said = [said_in(slot) for slot in fragment.slots if isinstance(slot, ComponentSlot)]
    return " ".join((unescape(_TAG.sub(" ", "".join(fragment.parts))), *said))


def folded(word: str) -> str:
    """A word as it is looked for: without accents."""
    apart = unicodedata.normalize("NFD", word)
    return word if apart == word else "".join(each for each in apart if not unicodedata.combining(each))


def _words(text: str) -> list[str]:
    """The words of a text in small letters; an apostrophe ends one, so that `l'assistente` has two."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


_Word = tuple[tuple[str, str], str]


@cache
def _reader(language: str) -> Callable[[str], _Word]:
    """Gives what a word begins with and its stem, and the form by which it is looked for, all without accents."""
    # Its front door takes another library where one is installed.
    if language == "it":
        from snowballstemmer.italian_stemmer import ItalianStemmer as Stemmer
    else:
        from snowballstemmer.english_stemmer import EnglishStemmer as Stemmer
    stem_of: Callable[[str], str] = Stemmer().stemWord

    @cache
    def read(word: str) -> _Word:
        form = folded(word)
        return (form[:BEGINNING].ljust(BEGINNING), folded(stem_of(word))), form

    return read
