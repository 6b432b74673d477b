"""One digest for bytes, text and frozen values: equal values have equal digests in every process and on every system."""

from __future__ import annotations

import hashlib
from functools import cache
from io import BufferedReader
from typing import Any, NewType

Digest = NewType("Digest", str)

_SIZE = 16


def of_bytes(data: bytes) -> Digest:
    """32 hexadecimal digits of BLAKE2b over `data`."""
    return Digest(hashlib.blake2b(data, digest_size=_SIZE).hexdigest())


def of_file(file: BufferedReader) -> Digest:
    """The digest of a file open for reading, which may be larger than the memory."""
    return Digest(hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=_SIZE)).hexdigest())


def of_text(text: str) -> Digest:
    """The digest of `text` as UTF-8."""
    return of_bytes(text.encode("utf-8", "surrogatepass"))


def of_value(value: object) -> Digest:
    """The digest of a frozen struct, tuple, mapping or scalar, by what it holds and the order it holds it in."""
    return of_bytes(_encoder().encode(value))


@cache
def _encoder() -> Any:
    import msgspec  # not for those who only ask whether anything has changed

    return msgspec.msgpack.Encoder()
