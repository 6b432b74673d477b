"""Documents' terms → the files in which a reader's browser looks words up: terms by their first letters, in so many files that
each stays small, and what is shown of the pages that were found. What an edited document brings to it is put in place of what it had
brought; the others are not looked at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import msgspec

from sitegen.digest import Digest, of_bytes, of_text, of_value
from sitegen.engine import engine_digest
from sitegen.parse.memo import Memo
from sitegen.parse.terms import BEGINNING, Term, terms_key

MOST = 10_000  # places where terms stand, in a file that can be divided
TOGETHER = 100  # pages of which one file tells what is shown
MANY = 100  # changed documents, from which on all is made anew
AT_ONCE = 500  # documents whose terms are held together
WEIGHTS = 10


class Entry(msgspec.Struct, frozen=True):
    """A document that can be found. `whole` is a digest of all that `terms` and `card` are made of, but its address."""

    source: str
    whole: Digest
    url: str
    terms: Callable[[], tuple[Term, ...]]
    card: Callable[[], tuple[str, ...]]


class Piece(msgspec.Struct, frozen=True):
    """A file of the index by the digest of its text."""

    digest: Digest
    make: Callable[[], str]


class Index(msgspec.Struct, frozen=True):
    """The files of terms by what the terms begin with, and those of cards, `together` in each."""

    terms: dict[str, Piece]
    cards: tuple[Piece, ...]
    together: int


class _Group:
    """A term of all documents: in how many each form stands, and in which it stands with which weight (both in one number)."""

    __slots__ = ("forms", "places")

    def __init__(self, forms: dict[str, int] | None = None, places: Iterable[int] = ()) -> None:
        self.forms, self.places = Counter(forms or {}), array("I", places)

    def add(self, term: Term, number: int) -> None:
        place = number * WEIGHTS + term.weight
        self.forms.update(term.forms)
        self.places.insert(bisect_left(self.places, place), place)

    def drop(self, term: Term, number: int) -> None:
        place = number * WEIGHTS + term.weight
        at = bisect_left(self.places, place)
        if self.places[at : at + 1] != array("I", (place,)):
            raise _Lost  # what was kept is not what this document had
        self.forms.subtract(term.forms)
        self.forms = +self.forms
        del self.places[at]


_Groups = dict[tuple[str, str], _Group]


class _Edit(NamedTuple):
    """What a document has lost, and what has come in its place."""

    number: int
    old: Term | None
    new: Term | None

    @property
    def beginning(self) -> str:
        """What the term begins with."""
        term = self.old or self.new
        return term.beginning if term else ""


class _Kept(msgspec.Struct, frozen=True):
    """What is kept of an index: of each document its source, the digest of what it was made of, and its address; how many places there
    are by the beginning of terms; of each file of terms the key of its groups and the digest of its text; the digests of the cards.
    """

    entries: tuple[tuple[str, Digest, str], ...]
    counts: dict[str, int]
    terms: dict[str, tuple[str, Digest]]
    cards: tuple[Digest, ...]


_decode = msgspec.msgpack.Decoder(_Kept).decode
_decode_terms = msgspec.msgpack.Decoder(tuple[Term, ...]).decode
_Row = tuple[str, str, dict[str, int], tuple[int, ...]]
_decode_groups = msgspec.msgpack.Decoder(tuple[_Row, ...]).decode


class _Lost(Exception):
    """The memo no longer has what it had."""


def recall_index(entries: Sequence[Entry], language: str, variant: object, memo: Memo) -> Index:
    """The index of these documents; `variant` tells apart indexes that are made in turn."""
    key = of_value((engine_digest(), "search", language, variant, MOST, TOGETHER))
    maker = _Maker(entries, language, memo)
    known = [(each.source, each.whole, each.url) for each in entries]
    try:
        kept = _decode(memo.get(key) or b"")
        is_new = kept.entries != tuple(known)
        kept = maker.renewed(kept, known) if is_new else kept
    except (msgspec.DecodeError, _Lost):
        kept, is_new = maker.afresh(known), True
    if is_new:
        memo.put(key, msgspec.msgpack.encode(kept))
    memo.use(groups for groups, _ in kept.terms.values())
    memo.use(map(maker.key, entries))
    terms = {
        beginning: Piece(digest, partial(maker.text, beginning, groups))
        for beginning, (groups, digest) in kept.terms.items()
    }
    cards = tuple(Piece(digest, partial(maker.cards, number)) for number, digest in enumerate(kept.cards))
    return Index(terms, cards, TOGETHER)


class _Maker:
    """Makes the parts of one index."""

    def __init__(self, entries: Sequence[Entry], language: str, memo: Memo) -> None:
        self._entries, self._language, self._memo = entries, language, memo
        self._engine = engine_digest()

    def key(self, entry: Entry) -> str:
        """Under which the terms of a document are kept."""
        return terms_key(self._engine, entry.whole, self._language)

    def afresh(self, known: list[tuple[str, Digest, str]]) -> _Kept:
        """All of it."""
        groups = self._all_groups()
        counts: Counter[str] = Counter()
        for (beginning, _), group in groups.items():
            counts[beginning] += len(group.places)
        parts: dict[str, _Groups] = {each: {} for each in _divided(counts)}
        for name, group in groups.items():
            parts[_file_of(name[0], parts)][name] = group
        terms = {each: self._keep(part) for each, part in parts.items()}
        cards = tuple(of_text(self.cards(number)) for number in range(-(-len(known) // TOGETHER)))
        return _Kept(tuple(known), dict(sorted(counts.items())), terms, cards)

    def _all_groups(self) -> _Groups:
        groups: _Groups = {}
        for start in range(0, len(self._entries), AT_ONCE):
            entries = self._entries[start : start + AT_ONCE]
            kept = self._memo.get_many(map(self.key, entries))
            for number, entry in enumerate(entries, start):
                for term in self._terms(entry, kept.get(self.key(entry))):
                    name = term.beginning, term.stem
                    if name not in groups:
                        groups[name] = _Group()
                    group = groups[name]
                    for form in term.forms:
                        group.forms[form] += 1
                    group.places.append(number * WEIGHTS + term.weight)
        return groups

    def _terms(self, entry: Entry, kept: bytes | None) -> tuple[Term, ...]:
        try:
            return _decode_terms(kept or b"")
        except msgspec.DecodeError:
            terms = entry.terms()
        self._memo.put(self.key(entry), msgspec.msgpack.encode(terms))
        return terms

    def renewed(self, before: _Kept, known: list[tuple[str, Digest, str]]) -> _Kept:
        """What was kept, with what has changed since. Raises `_Lost` where that is too much, or cannot be told."""
        both = min(len(known), len(before.entries))
        if any(one[0] != other[0] for one, other in zip(known, before.entries, strict=False)):
            raise _Lost  # documents have other numbers
        changed = [number for number in range(both) if known[number] != before.entries[number]]
        changed += range(both, max(len(known), len(before.entries)))
        if len(changed) > MANY:
            raise _Lost
        counts, edits = Counter(before.counts), list[_Edit]()
        for number in changed:
            for old, new in self._differences(number, before):
                edits.append(_Edit(number, old, new))
                counts[edits[-1].beginning] += bool(new) - bool(old)
        counts = +counts
        files = dict.fromkeys(_divided(counts))
        edited: dict[str, list[_Edit]] = {}
        for edit in edits:
            edited.setdefault(_file_of(edit.beginning, files), []).append(edit)
        terms = {each: before.terms[each] if each in before.terms and each not in edited
                 else self._keep(self._edited(each, before, edited.get(each, []))) for each in files}  # fmt: skip
        numbers = {number // TOGETHER for number in changed}
        cards = tuple(of_text(self.cards(each)) if each in numbers else before.cards[each]
                      for each in range(-(-len(known) // TOGETHER)))  # fmt: skip
        return _Kept(tuple(known), dict(sorted(counts.items())), terms, cards)

    def _differences(self, number: int, before: _Kept) -> Iterator[tuple[Term | None, Term | None]]:
        """What a document has lost, and what has come in its place."""
        old: dict[tuple[str, str], Term] = {}
        if number < len(before.entries):
            try:
                whole = before.entries[number][1]
                kept = _decode_terms(self._memo.get(terms_key(self._engine, whole, self._language)) or b"")
            except msgspec.DecodeError:
                raise _Lost from None
            old = {(each.beginning, each.stem): each for each in kept}
        entry = self._entries[number] if number < len(self._entries) else None
        now = self._terms(entry, self._memo.get(self.key(entry))) if entry else ()
        new = {(each.beginning, each.stem): each for each in now}
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                yield old.get(name), new.get(name)

    def _edited(self, file: str, before: _Kept, edits: Iterable[_Edit]) -> _Groups:
        """The groups of a file, from those files that had them before."""
        sources = [file] if file in before.terms else [
            each for each in before.terms if each.startswith(file) or file.startswith(each)]  # fmt: skip
        groups = {name: group for each in sources for name, group in self._groups(before.terms[each][0]).items()
                  if name[0].startswith(file)}  # fmt: skip
        for number, old, new in edits:
            if old:
                groups.get((old.beginning, old.stem), _Group()).drop(old, number)
            if new:
                groups.setdefault((new.beginning, new.stem), _Group()).add(new, number)
        return {name: group for name, group in groups.items() if group.places}

    def _groups(self, key: str) -> _Groups:
        try:
            rows = _decode_groups(self._memo.get(key) or b"")
        except msgspec.DecodeError:
            raise _Lost from None
        return {(beginning, stem): _Group(forms, places) for beginning, stem, forms, places in rows}

    def _keep(self, groups: _Groups) -> tuple[str, Digest]:
        """Keeps the groups of a file; their key, and the digest of its text."""
        rows = _rows(groups)
        data = msgspec.msgpack.encode(rows)
        key = f"{self._engine}{of_bytes(data)}.groups"
        self._memo.put(key, data)
        return key, of_text(_written(rows))

    def text(self, file: str, key: str) -> str:
        """The text of a file of terms."""
        try:
            groups = self._groups(key)
        except _Lost:
            groups = {name: each for name, each in self._all_groups().items() if name[0].startswith(file)}
        return _written(_rows(groups))

    def cards(self, number: int) -> str:
        """The text of a file of cards."""
        start = number * TOGETHER
        return json_of([(each.url, *each.card()) for each in self._entries[start : start + TOGETHER]])


def _divided(counts: Mapping[str, int], file: str = "") -> Iterator[str]:
    """What the terms of each file begin with; `counts` are the places by beginnings. What is too much for one file is divided by the next
    letter, as long as there is one.
    """
    if not counts:
        return
    if sum(counts.values()) <= MOST or len(file) == BEGINNING:
        yield file
        return
    for deeper, names in groupby(sorted(counts), key=itemgetter(slice(len(file) + 1))):
        yield from _divided({name: counts[name] for name in names}, deeper)


def _file_of(beginning: str, files: Container[str]) -> str:
    """The file of those terms, or that of none."""
    return next((part for length in range(BEGINNING + 1) if (part := beginning[:length]) in files), beginning)


def _rows(groups: _Groups) -> list[_Row]:
    return [(*name, dict(sorted(group.forms.items())), tuple(group.places)) for name, group in sorted(groups.items())]


def _written(rows: Iterable[_Row]) -> str:
    """A list of terms: what their forms have in common, what each has besides, and the places where they stand, each but the first as
    the distance from the one before.
    """
    return json_of([_short(sorted(forms), places) for _, _, forms, places in rows])


def _short(forms: list[str], places: tuple[int, ...]) -> tuple[object, ...]:
    pairs = enumerate(zip(forms[0], forms[-1], strict=False))  # of a sorted list these two have least in common
    same = forms[0][: next((at for at, (one, other) in pairs if one != other), len(forms[0]))]
    steps = [place - before for place, before in zip(places, (0, *places), strict=False)]
    return same, [form[len(same) :] for form in forms], steps


def json_of(value: object) -> str:
    """JSON in as few signs as it takes."""
    return msgspec.json.encode(value).decode()
