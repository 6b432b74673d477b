"""Why each output was last made, kept from build to build in `.sitegen/`, to be told when somebody asks: a book for each
folder that was built into.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from pathlib import Path

import msgspec

from sitegen.digest import Digest, of_bytes, of_text
from sitegen.paths import INDEX, OutputPath, SourcePath, Url, output_path, output_url
from sitegen.summary import Moved
from sitegen.write.outdated import Facts, Reason

NAME = "reasons"
BOOKS = 4
"""So many are kept, those of the folders that were built into last."""
_DIGITS = 32


UNKNOWN = -1


class Made(msgspec.Struct, frozen=True):
    """When (ISO, the moment that the build took for now) and why something was made."""

    when: str
    reasons: tuple[Reason, ...]


class Book(msgspec.Struct, frozen=True):
    """What the last build into a folder (`output` is the digest of its path, whose name may be no text) was made of, and the
    address of each document. `last` has by output the number of the latest of `made`, where that is not `usual`, as it is for
    most; `UNKNOWN` where nobody knows.
    """

    output: Digest
    facts: Facts
    made: tuple[Made, ...] = ()
    usual: int = UNKNOWN
    last: dict[OutputPath, int] = {}
    pages: dict[SourcePath, Url] = {}

    def made_of(self, path: OutputPath) -> Made | None:
        """When and why an output of that build was last made."""
        return self.entry(self.last.get(path, self.usual))

    def entry(self, number: int) -> Made | None:
        """The entry of a number; None where it is of none."""
        return self.made[number] if 0 <= number < len(self.made) else None


def read_book(kept: Path, output: str) -> Book | None:
    """The book of the folder `output`; None where there is none, or a broken one."""
    try:
        data = _place(kept, of_text(output)).read_bytes()
        if of_bytes(data[_DIGITS:]).encode() != data[:_DIGITS]:
            return None
        book = msgspec.msgpack.decode(data[_DIGITS:], type=Book)
    except (OSError, msgspec.DecodeError):
        return None
    return book if book.output == of_text(output) else None


def write_book(kept: Path, book: Book) -> None:
    """Keeps a book. Where that fails, the next build does not know why it makes what it makes."""
    data = msgspec.msgpack.encode(book)
    place = _place(kept, book.output)
    try:
        beside = kept / f"{NAME}.new"
        beside.write_bytes(of_bytes(data).encode() + data)
        os.replace(beside, place)
        others = (each for each in kept.glob(f"{NAME}*") if each != place)
        for old in sorted(others, key=lambda each: each.stat().st_mtime_ns, reverse=True)[BOOKS - 1 :]:
            old.unlink()
    except OSError:
        return


def _place(kept: Path, output: Digest) -> Path:
    return kept / f"{NAME}-{output}"


def enter(book: Book | None, output: str, facts: Facts, when: str, outputs: Set[OutputPath],
          reasons: Mapping[OutputPath, tuple[Reason, ...]], pages: dict[SourcePath, Url]) -> Book:  # fmt: skip
    """The book after a build at `when` that made those with `reasons`, and left the other `outputs` as they were."""
    before = book or Book(of_text(output), facts)
    made_now = {path: Made(when, why) for path, why in reasons.items()}
    last: dict[OutputPath, Made | None] = {path: before.made_of(path) for path in before.last if path in outputs}
    usual = before.entry(before.usual)
    if 2 * len(made_now) > len(outputs):
        last = {path: before.made_of(path) for path in outputs}
        usual, _ = Counter(made_now.values()).most_common(1)[0]
    last |= made_now
    entries = [each for each in dict.fromkeys((usual, *last.values())) if each]
    number = {each: place for place, each in enumerate(entries)} | {None: UNKNOWN}
    own = {path: number[each] for path, each in last.items() if each != usual}
    return Book(of_text(output), facts, tuple(entries), number[usual], own, pages)


def moved(book: Book, files: Mapping[SourcePath, Digest], pages: Mapping[SourcePath, Url], deleted: Iterable[OutputPath],
          base: Url) -> tuple[Moved, ...]:  # fmt: skip
    """Documents of the book whose page was `deleted` and that have another now, under the same name or, where their file is
    the same to the byte, under a new one. `files` and `pages` are those of now.
    """
    gone = {output_url(base, path) for path in deleted}
    was = book.facts.files
    renamed = {digest: path for path, digest in files.items() if path not in was}
    found = []
    for source, page in book.pages.items():
        now = source if source in files else renamed.get(was.get(source, Digest("")), source)
        if page in gone and now in pages:
            found.append(Moved(now, "/" + output_path(base, page).removesuffix(INDEX)))
    return tuple(sorted(found))
