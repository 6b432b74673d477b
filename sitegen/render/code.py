"""Compiled templates, kept from build to build where Python keeps its compiled modules, and not in the site: a folder that
somebody sends must not bring code along that runs.
"""

from __future__ import annotations

import importlib.util
import marshal
import os
import sys
from functools import cached_property
from typing import ClassVar

from jinja2.bccache import Bucket, BytecodeCache

from sitegen.digest import Digest, of_bytes

MOST = 8  # sets of templates that are kept; themes are edited many times a day


class KeptCode(BytecodeCache):
    """The compiled templates of one set; `key` covers all that their code depends on besides their own texts."""

    loaded: ClassVar[dict[str, dict[str, tuple[str, bytes]]]] = {}
    """By path, for the next build in the same process: by template, the digest of its text and its code."""

    def __init__(self, key: Digest) -> None:
        self.path = _path(key)
        self.is_new = False

    @cached_property
    def _code(self) -> dict[str, tuple[str, bytes]]:
        code = self.loaded.get(self.path)
        if code is None:
            for oldest in [*self.loaded][: 1 - MOST]:
                self.loaded.pop(oldest, None)  # perhaps another thread has
            self.loaded[self.path] = code = _read(self.path)
        return code

    def load_bytecode(self, bucket: Bucket) -> None:
        """What an earlier build has compiled."""
        checksum, code = self._code.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes what was compiled now."""
        self._code[bucket.key] = bucket.checksum, bucket.bytecode_to_string()
        self.is_new = True

    def keep(self) -> None:
        """Writes what is new. Where Python may not write its own, nor may this."""
        if not self.is_new or sys.dont_write_bytecode:
            return
        data = marshal.dumps(self._code)
        beside = f"{self.path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            with open(beside, "wb") as file:
                file.write(of_bytes(data).encode() + data)
            os.replace(beside, self.path)
            _forget_oldest(os.path.dirname(self.path))
        except OSError:
            return


def _path(key: Digest) -> str:
    return importlib.util.cache_from_source(os.path.join(os.path.dirname(__file__), f"templates-{key}.py"))


def _read(path: str) -> dict[str, tuple[str, bytes]]:
    try:
        with open(path, "rb") as file:
            data = file.read()
        if of_bytes(data[32:]).encode() == data[:32]:
            code: dict[str, tuple[str, bytes]] = marshal.loads(data[32:])  # noqa: S302 - lies beside Python's own compiled modules
            return code
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}


def _forget_oldest(folder: str) -> None:
    with os.scandir(folder) as entries:
        kept = [entry for entry in entries if entry.name.startswith("templates-")]
    for entry in sorted(kept, key=lambda each: -each.stat().st_mtime_ns)[MOST:]:
        os.unlink(entry.path)
