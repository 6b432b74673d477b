"""Slips of the pen in what is read of a file, each with what is meant. Pure; what is found is certain to be one, or says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from itertools import chain, compress, islice
from operator import eq
from typing import NamedTuple

from sitegen.check.english import ENGLISH
from sitegen.check.italian import ITALIAN
from sitegen.check.prose import BYTES, INLINE, OUTSIDE, Prose
from sitegen.check.trap import Traps, listed

LANGUAGES = {"it": ITALIAN, "en": ENGLISH}

_WORD = re.compile(r"[^\W\d_]+")
_SPACES = re.compile(r"  +")
# A pattern that begins with a letter or sign leaps from one to the next.
_BEFORE_WORD = {",": r"(?=[^\W\d_])|", ";": r"(?=[^\W\d_]{2})|"}
_SPACE_BEFORE = {
    f" {sign}": re.compile(rf"[{sign}](?<= [{sign}])(?:{_BEFORE_WORD.get(sign, '')}(?![^\s»”\"'’)\]*_{OUTSIDE}]))")
    for sign in ",;:!?."
}
_COMMA = re.compile(
    r",(?:(?:(?<=[^\W\d_][^\W\d_],)|(?<=[^\W\d_]['’],))(?=[^\W\d_]{2}|[^\W\d_]['’][^\W\d_])"
    r"|(?<=\d,)(?=(?![xX]{2})[^\W\d_]{2}))"
)
_BRACKETS = re.compile(rf"(?<![\w'’)\]{INLINE}])\([^()\n]*\)")
_BESIDE_WORD = re.compile(r"\( +(?=[^\W\d_]{2})|(?:(?<=[^\W\d_][^\W\d_])|(?<=[^\W\d_][.!?…])) +\)")
_AT_END = re.compile(r"'(?!\w)"), re.compile(r"’(?!\w)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_OPENING = re.compile(r"(?<!\w)'(?=\w)|‘")
# To words in lower case, with spaces in place of all else
_TO_WORDS = bytes(
    ord(each.lower().encode(BYTES)) if each.isalpha() else 32 for each in bytes(range(256)).decode(BYTES, "replace")
)
# Upper case, what may stand between its words, and all else, each as one sign
_TO_CASE = bytes(
    65 if 65 <= each <= 90 or 192 <= each <= 221 else 32 if each in b" ',\x92" else 97 for each in range(256)
)
_SHOUTED = b"AA AA", b"AA  AA"
_CAPITALS = re.compile(r"[A-ZÀ-Ý][A-ZÀ-Ý]+(?:[ '’,]{1,2}[A-ZÀ-Ý]{2,}){2,}(?!\w)")
_LONG = 5  # letters of a word that is hardly the initials of something
_ACRONYMS = frozenset(
    listed("INAIL IRPEF ISTAT ENASARCO UNESCO UNICEF EBITDA ENPALS ENPAP HTTPS ASCII SWIFT CAPTCHA AGCOM CONSOB")
)
_AROUND = f".,;:!?()[]*_\"'«»“”‘’…{INLINE}{OUTSIDE}"
_ADDRESS = re.compile(r"://|\bwww\.|@|\w\.\w|\w_\w|\\|^(?:[#/]\w|~/)|/[^/]*/")
_UP_TO = re.compile(rf"[\s{INLINE}{OUTSIDE}]")
_AROUND_WORD = r"(?<![^\W_])", r"(?![^\W_]|[\u0300-\u036f])"
_AROUND_PHRASE = r"(?<![\w'’‘-])", r"(?![\w-])"
_BEGINS = re.compile(rf"(?:\A|[.!?…:{OUTSIDE}]|[\"»”)]\s*\n|\n\s*\n)[\s*_«“\"(>{INLINE}]*\Z")
_TITLE = re.compile(r"(?<!\w)(?:\w|avv|dott|dr|geom|ing|mrs?|ms|prof|rag|sig|ssa|st)\.\s*\Z", re.IGNORECASE)
_CAPITAL_NEXT = re.compile(r" +[A-ZÀ-Ý]")
_REACH = 200  # letters of an address that are looked at


class Slip(NamedTuple):
    """What stands from `start` to `end` of the file's text should be `mended`, "" where only its writer knows; where it is
    `certain`, it can be mended unasked.
    """

    start: int
    end: int
    rule: str
    mended: str
    certain: bool


def slips_in(prose: Prose, language: str) -> list[Slip]:
    """All slips in a file's text, in order; none overlaps another."""
    shown, traps = prose.shown, LANGUAGES.get(language[:2])
    data = shown.encode(BYTES, "replace")
    found = [*_spaces(shown), *_brackets(shown), *_capitals(shown, data)]
    if traps:
        low = shown.replace("İ", "I").lower().replace("’", "'")  # of all letters, this one alone is two in lower case
        row = data.translate(_TO_WORDS).split()
        found += [*_words(shown, low, set(row), language[:2]), *_forms(shown, low, traps)]
        found += [*_doubles(shown, low, row, traps), *(_cut_off(shown, traps) if traps.cut_off else ())]
    apart = shown
    for slip in found:
        if slip.mended == ". " and not _is_address(
            shown, slip
        ):  # two sentences, of which none is an address for the other
            apart = f"{apart[: slip.start]} {apart[slip.end :]}"
    kept: list[Slip] = []
    for slip in sorted(found, key=lambda each: (each.start, -each.end)):
        if slip.start >= (kept[-1].end if kept else 0) and not _is_address(apart, slip):
            kept.append(slip)
    return kept


def mended(text: str, slips: list[Slip]) -> str:
    """The text with all that is certain mended."""
    pieces, kept = [], 0
    for slip in slips:
        if slip.certain:
            pieces += [text[kept : slip.start], slip.mended]
            kept = slip.end
    return "".join(pieces) + text[kept:]


def _words(shown: str, low: str, known: set[bytes], language: str) -> Iterator[Slip]:
    """Words that are misspelt by themselves, or in a phrase. `low` is the text in lower case, with ' for any apostrophe, `known`
    are its words.
    """
    traps, parts = LANGUAGES[language], _parts(language)
    likely = (wrong for last in parts.keys() & known for wrong, words in parts[last] if known.issuperset(words))
    for wrong in [each for each in likely if each.replace("’", "'") in low]:
        meant = traps.words.get(wrong) or traps.phrases[wrong]
        written = wrong.replace("’", "['’]").replace(" ", "[ ]+")
        before, behind = _AROUND_PHRASE if " " in wrong else _AROUND_WORD
        for found in re.finditer(before + written + behind, shown, re.IGNORECASE):
            if _is_one_case(found[0]):
                certain = not _may_be_name(shown, found.start(), found.end())
                yield Slip(found.start(), found.end(), meant.rule, _in_case(found[0], meant.mended), certain)


@cache
def _parts(language: str) -> dict[bytes, list[tuple[str, list[bytes]]]]:
    """What is wrong in a language, with the words that it is made of, by the last of these."""
    traps = LANGUAGES[language]
    parts: dict[bytes, list[tuple[str, list[bytes]]]] = {}
    for wrong in (*traps.words, *traps.phrases):
        words = wrong.encode(BYTES).translate(_TO_WORDS).split()
        parts.setdefault(words[-1], []).append((wrong, words))
    return parts


def _forms(shown: str, low: str, traps: Traps) -> Iterator[Slip]:
    """What is wrong by how it is written, whatever the words are."""
    for form in traps.forms:
        for sign in form.sign.finditer(low):
            if found := form.pattern.match(shown, sign.start()):
                yield Slip(found.start(), found.end(), form.rule, found.expand(form.mended), True)


def _doubles(shown: str, low: str, row: list[bytes], traps: Traps) -> Iterator[Slip]:
    """Words that stand twice in a row, and never should."""
    doubles = {each.decode(BYTES) for each in compress(row, map(eq, row, islice(row, 1, None)))} & traps.doubles.keys()
    for word in sorted(each for each in doubles if re.search(rf"{each}\s+{each}", low)):
        twice = rf"(?<![\w’'-])(?<!{word}\s)((?i:{word}))\s+{word}(?![\w’'-])(?!\s+{word}(?!\w))"
        for found in re.finditer(twice, shown):
            before = shown[max(0, found.start() - _REACH) : found.start()]
            if found[1].isupper() or (traps.doubles[word] and _is_apart(before, found[1], traps.doubles[word])):
                continue  # *Vitamina E e zinco*
            if shown[found.end() : found.end() + 1].strip():
                continue  # *they they/them*, *cantare «la la»*
            certain = "\n" not in found[0] and word not in traps.doubtful
            yield Slip(found.start(), found.end(), "double-word", found[1], certain)


def _is_apart(before: str, first: str, unless: Collection[str]) -> bool:
    """Whether the first of two is a name of its own: for the word before it, or for its capital within a sentence."""
    words = _WORD.findall(before)
    if words and words[-1].lower() in unless:
        return True
    return first[0].isupper() and before.rstrip(' *_«“"(')[-1:] not in ("", ".", "!", "?", "…", ":", "\n", OUTSIDE)


def _is_one_case(written: str) -> bool:
    """Whether capitals stand where a word or words have them; *un App Store* is a name."""
    last = re.split(r"[ '’]+", written)[-1]
    return written.isupper() or last == written or last[:1].islower()


def _may_be_name(shown: str, start: int, end: int) -> bool:
    """Whether what stands there may be somebody's name: by its capital within a sentence or beside another, or by all of them."""
    written = shown[start:end]
    if not written[0].isupper() or len(written) == 1:
        return False
    if written.isupper():
        return written.isascii() and written.isalpha()
    before = shown[max(0, start - _REACH) : start]
    if not _BEGINS.search(before) or _TITLE.search(before):
        return True
    return written.isascii() and _CAPITAL_NEXT.match(shown, end) is not None


def _in_case(written: str, meant: str) -> str:
    if len(written) > 1 and written.isupper():
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant


def _cut_off(shown: str, traps: Traps) -> Iterator[Slip]:
    """Apostrophes that stand for an accent: «perche'», «E'»; not those that close a quotation."""
    for found in chain.from_iterable(each.finditer(shown) for each in _AT_END):
        word = _LAST_WORD.search(shown, max(0, found.start() - 20), found.start())
        meant = traps.cut_off.get(word[0].lower()) if word else None
        if word is None or meant is None or shown[found.end() : found.end() + 1] in ("'", "’"):
            continue
        if _OPENING.search(shown[max(0, word.start() - _REACH) : word.end()].rpartition("\n")[2]):
            continue
        certain = not _may_be_name(shown, word.start(), found.end())
        yield Slip(word.start(), found.end(), "apostrophes", _in_case(word[0], meant), certain)


def _spaces(shown: str) -> Iterator[Slip]:
    """Spaces too many, and one too few behind a comma."""
    for found in _SPACES.finditer(shown) if "  " in shown else ():
        around = shown[found.start() - 1 : found.start()], shown[found.end() : found.end() + 1]
        if not any(each in ("", OUTSIDE, "\n", "\t") for each in around):
            yield Slip(found.start(), found.end(), "double-space", " ", True)
    for spaced, pattern in _SPACE_BEFORE.items():
        for found in pattern.finditer(shown) if spaced in shown else ():
            start, sign, after = found.start(), found[0], shown[found.end() : found.end() + 1]
            while shown[start - 1] == " " and start:
                start -= 1
            before = shown[start - 1 : start]
            smiles = sign in ":;" and after == ")"
            if before not in ("", OUTSIDE, "\n", "\t") and not smiles and not (before.isdigit() and sign == ":"):
                yield Slip(start, found.end(), "punctuation-space", f"{sign} " if after.isalpha() else sign, True)
    for found in _COMMA.finditer(shown):
        yield Slip(found.start(), found.end(), "punctuation-space", ", ", True)


def _brackets(shown: str) -> Iterator[Slip]:
    """Spaces within brackets, beside a word."""
    for pair in _BRACKETS.finditer(shown) if "( " in shown or " )" in shown else ():
        for found in _BESIDE_WORD.finditer(shown, pair.start(), pair.end()):
            yield Slip(found.start(), found.end(), "punctuation-space", found[0].strip(), True)


def _capitals(shown: str, data: bytes) -> Iterator[Slip]:
    """Three words or more in capitals, two of which are long enough not to be initials."""
    cases = data.translate(_TO_CASE)
    for found in _CAPITALS.finditer(shown) if any(each in cases for each in _SHOUTED) else ():
        long = [word for word in _WORD.findall(found[0]) if len(word) >= _LONG and word not in _ACRONYMS]
        if len(long) > 1:
            yield Slip(found.start(), found.end(), "capitals", "", False)


def _is_address(shown: str, slip: Slip) -> bool:
    """Whether it stands in an address, a path or the name of a file."""
    if slip.rule in ("double-space", "capitals"):
        return False
    before = _UP_TO.split(shown[max(0, slip.start - _REACH) : slip.start])[-1]
    after = _UP_TO.split(shown[slip.end : slip.end + _REACH])[0]
    if slip.mended == ". " and (word := _LAST_WORD.search(before)) and not word[0].islower():
        return True
    run = before + slip.mended + after
    if slip.rule in ("accents", "apostrophes", "misspelling") and "/" in run.strip("/"):
        return True  # *cartella/perche*
    return _ADDRESS.search(run.strip(_AROUND)) is not None
