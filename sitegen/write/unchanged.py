"""Whether anything has changed since the last build: known from the files' stamps, before anything heavy is loaded.

A stamp is what the system says of a file without opening it: times, size and inode. Content, themes and output are all
compared. A source that changed so close to the build that a later change could wear the same stamp is not trusted (the
"racily clean" rule of git, Documentation/technical/racy-git.txt).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sitegen.digest import of_bytes
from sitegen.engine import engine_digest
from sitegen.problems import Place, Problem
from sitegen.summary import Changes, Standing, Summary

NAME = "last"
COARSEST_CLOCK = 2_000_000_000  # ns: FAT tells times by two seconds

Stamp = tuple[int, int, int, int]


class Terms(NamedTuple):
    """What a build was asked for, besides the clock."""

    output: str
    drafts: bool
    future: bool
    expired: bool


class Record(NamedTuple):
    """A build as it ended. It holds for moments from `now` until `until` (POSIX seconds), when a document appears or
    expires; `taken` is when the reading began, in nanoseconds.
    """

    engine: str
    terms: Terms
    now: float
    until: float
    taken: int
    stamps: dict[str, Stamp]
    language: str
    summary: Summary


def recall(root: Path, kept: Path, terms: Terms, now: float, carried: Path) -> Record | None:
    """The last build, where a build on these terms now would end like it; else None. `carried` is the folder of themes that
    sitegen brings along.
    """
    try:
        record = _decode((kept / NAME).read_bytes())
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if record.terms != terms or not record.now <= now < record.until or record.engine != engine_digest():
        return None
    if record.summary.changes is None or record.stamps != stamps(root, terms.output, carried):
        return None
    read = (stamp for path, stamp in record.stamps.items() if not path.startswith(terms.output + os.sep))
    if any(max(stamp[0], stamp[1]) > record.taken - COARSEST_CLOCK for stamp in read):
        return None
    done = record.summary.changes
    there = tuple(sorted((*done.created, *done.updated, *done.kept)))
    return record._replace(summary=record.summary._replace(changes=Changes(kept=there)))


def remember(kept: Path, record: Record) -> None:
    """Keeps a record for the next build. Where that fails, the next build does its work again."""
    try:
        beside = kept / f"{NAME}.new"
        beside.write_bytes(_encode(record))
        os.replace(beside, kept / NAME)
    except OSError:
        forget(kept)


def forget(kept: Path) -> None:
    """Takes the record away before the output changes."""
    try:
        (kept / NAME).unlink(missing_ok=True)
    except OSError:
        return


def stamps(root: Path, output: str, carried: Path) -> dict[str, Stamp]:
    """The stamps of all that a build reads and writes: content, themes, the themes carried along, and the output."""
    return source_stamps(root, carried) | output_stamps(output)


def source_stamps(root: Path, carried: Path) -> dict[str, Stamp]:
    """The stamps of what a build reads. They are taken before it reads, so that what changes meanwhile is seen next time."""
    found: dict[str, Stamp] = {}
    for folder in (str(root / "content"), str(root / "themes"), str(carried)):
        found.update(_stamps_below(folder))
    return found


def output_stamps(output: str) -> dict[str, Stamp]:
    """The stamps of what a build has written."""
    return dict(_stamps_below(output))


def clock() -> int:
    """Now, in nanoseconds."""
    return time.time_ns()


def _encode(record: Record) -> bytes:
    """JSON after its own digest: a broken record is as good as none."""
    data = json.dumps(record, separators=(",", ":")).encode()
    return of_bytes(data).encode() + data


def _decode(data: bytes) -> Record:
    digest, rest = data[:32], data[32:]
    if of_bytes(rest).encode() != digest:
        raise ValueError("broken")
    record = Record(*json.loads(rest))
    summary = Summary(*record.summary)
    return record._replace(
        terms=Terms(*record.terms),
        stamps={path: (stamp[0], stamp[1], stamp[2], stamp[3]) for path, stamp in record.stamps.items()},
        summary=Summary(
            problems=tuple(_problem(each) for each in summary.problems),
            excerpts=tuple(summary.excerpts),
            counts=tuple((name, count) for name, count in summary.counts),
            held=tuple(Standing(*each) for each in summary.held),
            unusual=tuple(Standing(*each) for each in summary.unusual),
            changes=Changes(*map(tuple, summary.changes)) if summary.changes is not None else None,
        ),
    )


def _problem(data: Any) -> Problem:
    place, code, values = data
    return Problem(Place(*place), code, tuple((name, value) for name, value in values))


def _stamps_below(folder: str, depth: int = 0) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            try:
                if entry.is_dir() and depth < 64:
                    yield from _stamps_below(entry.path, depth + 1)
                    continue
                status = entry.stat()
            except OSError:
                yield entry.path, (0, 0, 0, 0)
                continue
            yield entry.path, (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
