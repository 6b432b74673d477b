"""One digest for bytes, text and frozen values: equal values have equal digests in every process and on every system."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from io import BufferedReader
from typing import Any, NewType

Digest = NewType("Digest", str)

_DIGITS = 32
_BLOCK = 1 << 20


def of_bytes(data: bytes) -> Digest:
    """32 hexadecimal digits over `data`, of SHA-256, for which processors have instructions."""
    return Digest(hashlib.sha256(data).hexdigest()[:_DIGITS])


def of_file(file: BufferedReader) -> Digest:
    """The digest of a file open for reading from its beginning, which may be larger than the memory."""
    size = os.fstat(file.fileno()).st_size
    made = hashlib.sha256()
    block = memoryview(
        bytearray(min(size, _BLOCK) or 1)
    )  # one for all: asking for memory anew costs as much as reading
    while read := file.readinto(block):
        made.update(block[:read])
    return Digest(made.hexdigest()[:_DIGITS])


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
