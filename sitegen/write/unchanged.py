"""The last build into a folder, kept beside the site: what it read and wrote, by stamps, and how it ended. Where nothing has changed since,
that is known before anything heavy is loaded; where little has, only that is read.
"""

from __future__ import annotations

import json
import os
import time
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, cast

from sitegen.digest import Digest, of_bytes, of_file, of_text
from sitegen.engine import engine_digest
from sitegen.paths import OutputPath, Url
from sitegen.problems import Place, Problem
from sitegen.read.stamps import Stamp, is_racy, stamp_of, stamps_below, stamps_of
from sitegen.summary import Changes, Standing, Summary

NAME = "last"
RECORDS = 4
"""So many are kept, those of the folders that were built into last."""
MOST_READ = 100  # sources that are read to know whether they have changed
LARGEST = 1_000_000  # characters of excerpts, above which reading them again costs more than a build


class Terms(NamedTuple):
    """What a build was asked for, besides the clock."""

    output: str
    drafts: bool
    future: bool
    expired: bool


class Record(NamedTuple):
    """A build as it ended. It holds for moments from `now` until `until` (POSIX seconds), when a document appears or
    expires; `taken` is when the reading began, in nanoseconds. `sources` are by their place on the disk, `outputs` by
    their path in the output; `digests` are those of the sources, "" where one was not read.
    """

    engine: str
    terms: Terms
    now: float
    until: float
    taken: int
    language: str
    base: Url
    summary: Summary
    sources: dict[str, Stamp]
    digests: dict[str, Digest]
    outputs: dict[OutputPath, Stamp]

    def known(self) -> dict[str, tuple[Stamp, Digest]]:
        """The sources that need not be read again while they wear the same stamps."""
        return {path: (stamp, self.digests[path]) for path, stamp in self.sources.items()
                if self.digests[path] and not is_racy(stamp, self.taken)}  # fmt: skip


def recall(root: Path, kept: Path, terms: Terms, now: float, carried: Path) -> Record | None:
    """The last build into the same folder, where a build on these terms now would end like it; else None. `carried` is the folder of themes that
    sitegen brings along.
    """
    record = last(kept, terms.output)
    if record is None or record.terms != terms or not record.now <= now < record.until:
        return None
    if record.summary.changes is None or record.engine != engine_digest():
        return None
    if not _are_as_they_were(record.sources, root, carried):
        return None
    racy = [path for path, stamp in record.sources.items() if is_racy(stamp, record.taken)]
    if not _hold_what_they_held(racy, record):
        return None
    if stamps_of(terms.output, list(record.outputs)) != list(record.outputs.values()):
        return None
    done = Changes(kept=tuple(record.outputs))
    return record._replace(summary=record.summary._replace(changes=done))


def last(kept: Path, output: str) -> Record | None:
    """The record of the last build into the folder `output`; None where there is none, or it is broken."""
    place = _place(kept, output)
    try:
        return _read(place, stamp_of(place.stat()))
    except (OSError, ValueError, TypeError, KeyError):
        return None


@lru_cache(maxsize=1)
def _read(file: Path, _: Stamp) -> Record:
    """Each record is a new file: one that wears the same stamp is the same."""
    return _decode(file.read_bytes())


def remember(kept: Path, record: Record) -> None:
    """Keeps a record for the next build. Where that fails, the next build does its work again."""
    if sum(map(len, record.summary.excerpts)) > LARGEST:
        return forget(kept, record.terms.output)
    place = _place(kept, record.terms.output)
    try:
        beside = kept / f"{NAME}.new"
        beside.write_bytes(_encode(record))
        os.replace(beside, place)
        others = (each for each in kept.glob(f"{NAME}-*") if each != place)
        for old in sorted(others, key=lambda each: each.stat().st_mtime_ns, reverse=True)[RECORDS - 1 :]:
            old.unlink()
    except OSError:
        forget(kept, record.terms.output)
    return None


def forget(kept: Path, output: str) -> None:
    """Takes the record of the folder `output` away before that changes."""
    try:
        _place(kept, output).unlink(missing_ok=True)
    except OSError:
        return


def _place(kept: Path, output: str) -> Path:
    return kept / f"{NAME}-{of_text(output)}"


def source_stamps(root: Path, carried: Path) -> Iterator[tuple[str, Stamp]]:
    """The stamps of what a build reads: content, themes, and the themes carried along."""
    for folder in (root / "content", root / "themes", carried):
        yield from stamps_below(str(folder))


def _are_as_they_were(stamps: Mapping[str, Stamp], root: Path, carried: Path) -> bool:
    count = 0
    for path, stamp in source_stamps(root, carried):
        if stamps.get(path) != stamp:
            return False
        count += 1
    return count == len(stamps)


def _hold_what_they_held(paths: list[str], record: Record) -> bool:
    """Whether these sources, whose stamps do not tell, hold what they held: the last that was written before a build is one of
    them. With many of them a build is as quick.
    """
    if len(paths) > MOST_READ:
        return False
    try:
        for path in paths:
            with open(path, "rb") as file:
                if of_file(file) != record.digests[path]:
                    return False
    except OSError:
        return False
    return True


def clock() -> int:
    """Now, in nanoseconds."""
    return time.time_ns()


def _encode(record: Record) -> bytes:
    """Blocks of bytes after their digest: a broken record is as good as none. Stamps are numbers in a row, which costs far
    less than text where there are tens of thousands.
    """
    head = [*record[:7], record.summary._replace(changes=None), record.summary.changes is not None]
    blocks = [json.dumps(head, separators=(",", ":")).encode(),
              _names(record.sources), _numbers(record.sources), _names(record.digests.values()),
              _names(record.outputs), _numbers(record.outputs)]  # fmt: skip
    data = b"".join(len(block).to_bytes(8, "big") + block for block in blocks)
    return of_bytes(data).encode() + data


def _decode(data: bytes) -> Record:
    if of_bytes(data[32:]).encode() != data[:32]:
        raise ValueError("broken")
    blocks, at = [], 32
    while at < len(data):
        size = int.from_bytes(data[at : at + 8], "big")
        blocks.append(data[at + 8 : at + 8 + size])
        at += 8 + size
    engine, terms, now, until, taken, language, base, summary, done = json.loads(blocks[0])
    paths = _split(blocks[1])
    return Record(engine, Terms(*terms), now, until, taken, language, Url(base), _summary(summary, done),
                  dict(zip(paths, _stamps(blocks[2]), strict=True)),
                  cast("dict[str, Digest]", dict(zip(paths, _split(blocks[3]), strict=True))),
                  cast("dict[OutputPath, Stamp]", dict(zip(_split(blocks[4]), _stamps(blocks[5]), strict=True))))  # fmt: skip


def _names(names: Iterable[str]) -> bytes:
    return "".join(chain.from_iterable((name, "\0") for name in names)).encode("utf-8", "surrogateescape")


def _split(block: bytes) -> list[str]:
    return block.decode("utf-8", "surrogateescape").split("\0")[:-1]


def _numbers(stamps: Mapping[Any, Stamp]) -> bytes:
    return array("Q", chain.from_iterable(stamps.values())).tobytes()


def _stamps(block: bytes) -> list[Stamp]:
    numbers = array("Q")
    numbers.frombytes(block)
    return list(zip(numbers[0::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True))


def _summary(data: Any, done: bool) -> Summary:
    summary = Summary(*data)
    return Summary(
        problems=tuple(_problem(each) for each in summary.problems),
        excerpts=tuple(summary.excerpts),
        counts=tuple((name, count) for name, count in summary.counts),
        held=tuple(Standing(*each) for each in summary.held),
        unusual=tuple(Standing(*each) for each in summary.unusual),
        changes=Changes() if done else None,
    )


def _problem(data: Any) -> Problem:
    place, code, values = data
    return Problem(Place(*place), code, tuple((name, value) for name, value in values))
