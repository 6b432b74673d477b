"""Many documents at once: those that an earlier build has read come from its memo, the others are read by several
processes. Markdown is nearly all of a cold build, and each document is read by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import msgspec

from sitegen.digest import of_value
from sitegen.engine import engine_digest
from sitegen.parse.documents import Document, Written, parse_document
from sitegen.parse.fields import Context
from sitegen.parse.fragment import Fragment
from sitegen.parse.kinds import KINDS, Comment
from sitegen.parse.memo import Memo
from sitegen.parse.trace import Trace
from sitegen.problems import Place, Problem
from sitegen.read.snapshot import File

FEW = 48  # below this, starting processes costs more than it saves
CHUNK = 16

_Parsed = tuple[Document | None, tuple[Problem, ...]]


class _Kept(msgspec.Struct, frozen=True):
    """A document as a memo keeps it, with its warnings: a document that is not read again still tells them. What holds
    dates is JSON, which keeps their offsets (MessagePack tells only the moment).
    """

    meta: bytes
    comments: bytes
    body: Fragment
    trace: Trace
    places: dict[str, Place]
    problems: tuple[Problem, ...]


_decoder = msgspec.msgpack.Decoder(_Kept)


def parse_all(written: Sequence[Written], context: Context, jobs: int, memo: Memo, read: Callable[[File], str | None],
              progress: Callable[[int, int], None]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:  # fmt: skip
    """All documents that can be used, in the order of their files, and all that is wrong with any. `jobs` processes;
    `read` gives the text of a file that has not been read yet.
    """
    keys = [_key(each, context) for each in written]
    parsed = [_recall(each, memo.get(key)) for each, key in zip(written, keys, strict=True)]
    missing = [number for number, each in enumerate(parsed) if each is None]
    for done, (number, result) in enumerate(
        zip(missing, _parse([_opened(written[n], read) for n in missing], context, jobs), strict=True), 1
    ):
        parsed[number] = result
        if result[0] is not None:
            memo.put(keys[number], _keep(result[0], result[1]))
        progress(done, len(missing))
    results = [each for each in parsed if each is not None]
    documents = tuple(document for document, _ in results if document is not None)
    return documents, tuple(problem for _, problems in results for problem in problems)


def _opened(written: Written, read: Callable[[File], str | None]) -> Written:
    if not written.file.unread:
        return written
    file = msgspec.structs.replace(written.file, text=read(written.file), unread=False)
    return msgspec.structs.replace(written, file=file)


def _parse(written: Sequence[Written], context: Context, jobs: int) -> Iterator[_Parsed]:
    parse = partial(parse_document, context=context)
    if jobs < 2 or len(written) < FEW:
        yield from map(parse, written)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        yield from pool.map(parse, written, chunksize=CHUNK)


def _key(written: Written, context: Context) -> str:
    comments = written.comments.digest if written.comments else ""
    return of_value((engine_digest(), context.language, str(context.zone), context.typography, written.kind, written.id,
                     written.file.path, written.file.digest, comments))  # fmt: skip


def _keep(document: Document, problems: tuple[Problem, ...]) -> bytes:
    meta, comments = msgspec.json.encode(document.meta), msgspec.json.encode(document.comments)
    return msgspec.msgpack.encode(_Kept(meta, comments, document.body, document.trace, document.places, problems))


def _recall(written: Written, data: bytes | None) -> _Parsed | None:
    if data is None:
        return None
    try:
        kept = _decoder.decode(data)
        meta = msgspec.json.decode(kept.meta, type=KINDS[written.kind])
        comments = msgspec.json.decode(kept.comments, type=tuple[Comment, ...])
    except msgspec.DecodeError:
        return None
    return Document(
        written.file.path, written.kind, written.id, meta, kept.body, kept.trace, comments, kept.places
    ), kept.problems
