"""Many documents at once: Markdown is nearly all of a cold build, and each document is read by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sitegen.parse.documents import Document, Written, parse_document
from sitegen.parse.fields import Context
from sitegen.problems import Problem

FEW = 48  # below this, starting processes costs more than it saves
CHUNK = 16

_Parsed = tuple[Document | None, tuple[Problem, ...]]


def parse_all(
    written: Sequence[Written], context: Context, jobs: int, progress: Callable[[int, int], None]
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All documents that can be used, in the order of their files, and all that is wrong with any. `jobs` processes."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for number, (document, wrong) in enumerate(_parsed(written, context, jobs), 1):
        problems.extend(wrong)
        if document is not None:
            documents.append(document)
        progress(number, len(written))
    return tuple(documents), tuple(problems)


def _parsed(written: Sequence[Written], context: Context, jobs: int) -> Iterator[_Parsed]:
    parse = partial(parse_document, context=context)
    if jobs < 2 or len(written) < FEW:
        yield from map(parse, written)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(parse, written, chunksize=CHUNK)
