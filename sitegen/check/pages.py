"""The pages that a build has written → the facts of each: those that are known by a page's digest are not read again, the others are
read by several processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from sitegen.check.facts import Facts, Foreign, facts_of
from sitegen.digest import of_bytes, of_value
from sitegen.engine import engine_digest
from sitegen.parse.parallel import in_processes
from sitegen.paths import OutputPath
from sitegen.write.store import Store

FEW = 96  # below this, starting processes costs more than it saves
CHUNK = 24

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Facts).decode


def read_pages(files: Mapping[OutputPath, Path], foreign: Foreign, kept: Path, jobs: int) -> dict[OutputPath, Facts]:
    """The facts of each page; `kept` is the folder in which they are remembered."""
    by = of_value((engine_digest(), "page", sorted(foreign)))
    keys = {path: f"{by}{of_bytes(file.read_bytes())}" for path, file in files.items()}
    store = Store(kept)
    try:
        known = store.get_many(keys.values())
        missing = [path for path, key in keys.items() if key not in known]
        for path, facts in zip(missing, _read_all([files[path] for path in missing], foreign, jobs), strict=True):
            known[keys[path]] = facts
            store.put(keys[path], facts)
    finally:
        store.close()
    return {path: _decode(known[key]) for path, key in keys.items()}


def _read_all(files: Sequence[Path], foreign: Foreign, jobs: int) -> Iterator[bytes]:
    return in_processes(partial(_read, foreign=foreign), files, jobs if len(files) >= FEW else 1, CHUNK)


def _read(file: Path, foreign: Foreign) -> bytes:
    return _encode(facts_of(file.read_text(encoding="utf-8", errors="replace"), foreign))
