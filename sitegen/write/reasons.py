"""Why each output was last made, kept from build to build in `.sitegen/`, to be told when somebody asks: a book for each
folder that was built into.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from sitegen.digest import Digest, of_bytes, of_text
from sitegen.paths import INDEX, OutputPath, SourcePath
from sitegen.summary import Moved
from sitegen.write.outdated import Facts, Reason

NAME = "reasons"
BOOKS = 4
"""So many are kept, those of the folders that were built into last."""
_DIGITS = 32


class Made(msgspec.Struct, frozen=True):
    """When (ISO, the moment that the build took for now) and why something was made."""

    when: str
    reasons: tuple[Reason, ...]


class Book(msgspec.Struct, frozen=True):
    """What the last build into a folder (`output` is the digest of its path, whose name may be no text) was made of, by
    output the number of the latest of `made`, and which page was whose document's.
    """

    output: Digest
    facts: Facts
    made: tuple[Made, ...] = ()
    last: dict[OutputPath, int] = {}
    pages: dict[SourcePath, OutputPath] = {}


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


def enter(book: Book | None, output: str, facts: Facts, when: str, outputs: Iterable[OutputPath],
          reasons: Mapping[OutputPath, tuple[Reason, ...]], pages: dict[SourcePath, OutputPath]) -> Book:  # fmt: skip
    """The book after a build at `when` that made those with `reasons`, and left the other `outputs` as they were."""
    made, was = (book.made, book.last) if book else ((), {})
    entries: dict[Made, int] = {}
    number = cache(lambda before: entries.setdefault(made[before], len(entries)))
    last = {}
    for path in outputs:
        if path in reasons:
            last[path] = entries.setdefault(Made(when, reasons[path]), len(entries))
        elif path in was:
            last[path] = number(was[path])
    return Book(of_text(output), facts, tuple(entries), last, pages)


def moved(book: Book, files: Mapping[SourcePath, Digest], pages: Mapping[SourcePath, OutputPath],
          deleted: Iterable[OutputPath]) -> tuple[Moved, ...]:  # fmt: skip
    """Documents of the book whose page was `deleted` and that have another now, under the same name or, where their file is
    the same to the byte, under a new one. `files` and `pages` are those of now.
    """
    gone = set(deleted)
    was = book.facts.files
    renamed = {digest: path for path, digest in files.items() if path not in was}
    found = []
    for source, page in book.pages.items():
        now = source if source in files else renamed.get(was.get(source, Digest("")), source)
        if page in gone and now in pages:
            found.append(Moved(now, "/" + page.removesuffix(INDEX)))
    return tuple(sorted(found))
