"""Many documents at once: those that an earlier build has read come from its memo, the others are read by several
processes. Markdown is nearly all of a cold build, and each document is read by itself.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from typing import TypeVar

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest
from sitegen.parse.documents import Document, Text, Written, parse_document
from sitegen.parse.fields import Context
from sitegen.parse.kinds import KINDS, Comment
from sitegen.parse.memo import Memo
from sitegen.parse.terms import terms_key, terms_of_post
from sitegen.parse.trace import Trace
from sitegen.problems import Problem
from sitegen.read.snapshot import File

T = TypeVar("T")
R = TypeVar("R")
FEW = 48  # below this, starting processes costs more than it saves
CHUNK = 16
TEXTS_AT_HAND = 256
LOOSE = 200  # so many new documents are kept one by one before all are bound together again

_Found = tuple[Document | None, tuple[Problem, ...]]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A document as a memo keeps it, without its text and with its warnings: a document that is not read again still tells
    them. What holds dates is JSON, which keeps their offsets (MessagePack tells only the moment).
    """

    meta: bytes
    comments: bytes
    trace: Trace
    problems: tuple[Problem, ...]


class _Read(msgspec.Struct, frozen=True):
    """What came of reading a document: what a memo keeps of it, "" where it cannot be used, or its problems."""

    kept: bytes = b""
    text: bytes = b""
    problems: tuple[Problem, ...] = ()
    terms: bytes = b""


_decode_text = msgspec.msgpack.Decoder(Text).decode
_decode_kept = msgspec.msgpack.Decoder(_Kept).decode
_decode_bound = msgspec.msgpack.Decoder(dict[str, _Kept]).decode
_metas = {kind: msgspec.json.Decoder(meta) for kind, meta in KINDS.items()}
_decode_comments = msgspec.json.Decoder(tuple[Comment, ...]).decode
_NO_COMMENTS, _EMPTY = b"[]", b"\x80"


def parse_all(written: Sequence[Written], context: Context, jobs: int, memo: Memo, read: Callable[[File], str | None],
              progress: Callable[[int, int], None]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:  # fmt: skip
    """All documents that can be used, in the order of their files, and all that is wrong with any. `jobs` processes;
    `read` gives the text of a file that has not been read yet.
    """
    key_of = partial(_key, of_value((engine_digest(), *_asked_of(context))))
    keys = [key_of(each) for each in written]

    @lru_cache(maxsize=TEXTS_AT_HAND)
    def text_of(number: int) -> Text:
        try:
            return _decode_text(memo.get(_text_key(keys[number])) or b"")
        except msgspec.DecodeError:
            return _decode_text(_read(_opened(written[number], read), context).text)

    bound, loose = _recall(keys, context, memo)
    found = [_document(each, bound.get(key) or loose.get(key), partial(text_of, number))
             for number, (each, key) in enumerate(zip(written, keys, strict=True))]  # fmt: skip
    missing = [number for number, each in enumerate(found) if each is None]
    new = {}
    results = _parse([_opened(written[n], read) for n in missing], context, jobs)
    for done, (number, result) in enumerate(zip(missing, results, strict=True), 1):
        if result.kept:
            new[keys[number]] = result.kept
            loose[keys[number]] = _decode_kept(result.kept)
            memo.put(_text_key(keys[number]), result.text)
        if result.terms:
            memo.put(terms_key(engine_digest(), loose[keys[number]].trace.whole, context.language), result.terms)
        found[number] = _document(written[number], loose.get(keys[number]), partial(text_of, number)) or (
            None,
            result.problems,
        )
        progress(done, len(missing))
    _keep(bound, loose, new, keys, context, memo)
    memo.use(map(_text_key, keys))
    everything = [each for each in found if each is not None]
    documents = tuple(document for document, _ in everything if document is not None)
    return documents, tuple(problem for _, problems in everything for problem in problems)


def _recall(keys: Sequence[str], context: Context, memo: Memo) -> tuple[dict[str, _Kept], dict[str, _Kept]]:
    """What is kept of those documents: most of them bound together, to be read in one go, and some loose ones."""
    try:
        bound = _decode_bound(memo.get(_bound_key(context)) or _EMPTY)
    except msgspec.DecodeError:
        bound = {}
    loose = {}
    for key, data in memo.get_many(key for key in keys if key not in bound).items():
        with suppress(msgspec.DecodeError):
            loose[key] = _decode_kept(data)
    return bound, loose


def _keep(bound: dict[str, _Kept], loose: dict[str, _Kept], new: dict[str, bytes], keys: Sequence[str],
          context: Context, memo: Memo) -> None:  # fmt: skip
    if len(loose) > LOOSE:
        known = bound | loose
        memo.put(_bound_key(context), msgspec.msgpack.encode({key: known[key] for key in keys if key in known}))
    else:
        for key, data in new.items():
            memo.put(key, data)


def _opened(written: Written, read: Callable[[File], str | None]) -> Written:
    if not written.file.unread:
        return written
    file = msgspec.structs.replace(written.file, text=read(written.file), unread=False)
    return msgspec.structs.replace(written, file=file)


def _parse(written: Sequence[Written], context: Context, jobs: int) -> Iterator[_Read]:
    return in_processes(partial(_read, context=context), written, jobs if len(written) >= FEW else 1, CHUNK)


def in_processes(work: Callable[[T], R], items: Sequence[T], jobs: int, chunk: int) -> Iterator[R]:
    """What `work` makes of each item, in order, by `jobs` processes that take `chunk` of them at a time; by this one alone where the
    system has no others to give.
    """
    done = 0
    if jobs > 1:
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

        try:
            with ProcessPoolExecutor(max_workers=jobs, initializer=gc.disable) as pool:
                for result in pool.map(work, items, chunksize=chunk):
                    done += 1
                    yield result
        except (BrokenExecutor, ImportError, OSError):
            pass  # a process was killed, or the system has none to give: this one does the rest
    yield from map(work, items[done:])


def _read(written: Written, context: Context) -> _Read:
    document, problems = parse_document(written, context)
    if document is None:
        return _Read(problems=problems)
    meta, comments = msgspec.json.encode(document.meta), msgspec.json.encode(document.comments)
    kept = _Kept(meta, comments, document.trace, problems)
    terms = (
        msgspec.msgpack.encode(terms_of_post(document.meta, document.body, context.language))
        if context.search and document.kind == "posts"
        else b""
    )
    return _Read(msgspec.msgpack.encode(kept), msgspec.msgpack.encode(document.text()), terms=terms)


def _key(by: Digest, written: Written) -> str:
    """The key of a document: `by` covers who reads it and how, its path says its kind and its id."""
    comments = written.comments.digest if written.comments else ""
    return f"{by}{written.file.digest}{comments} {written.file.path}"


def _asked_of(context: Context) -> tuple[object, ...]:
    return context.language, str(context.zone), context.typography, context.anchors, context.components


def _text_key(key: str) -> str:
    return key + ".text"


def _bound_key(context: Context) -> str:
    return of_value((engine_digest(), *_asked_of(context), "documents"))


def _document(written: Written, kept: _Kept | None, text: Callable[[], Text]) -> _Found | None:
    if kept is None:
        return None
    try:
        meta = _metas[written.kind].decode(kept.meta)
        comments = () if kept.comments == _NO_COMMENTS else _decode_comments(kept.comments)
    except msgspec.DecodeError:
        return None
    return Document(written.file.path, written.kind, written.id, meta, kept.trace, text, comments), kept.problems
