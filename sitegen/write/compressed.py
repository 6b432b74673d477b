"""Artifacts → those of them that are sent compressed, made of their bytes, wherever these lie by now."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.engine import libraries
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Compress, Output
from sitegen.render.render import Artifact, Made


def compress_all(outputs: Iterable[Output], artifacts: Iterable[Artifact], known: Mapping[OutputPath, Made], folder: Path,
                 jobs: int) -> tuple[Artifact, ...]:  # fmt: skip
    """The compressed forms that the plan wants; `known` are those that lie in the output `folder` whole, as they were last made."""
    plain = {each.path: each for each in artifacts}
    wanted = [(each.path, each.recipe) for each in outputs if isinstance(each.recipe, Compress)]
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        return tuple(pool.map(partial(_form, plain, known, folder), *zip(*wanted, strict=True)) if wanted else ())


def _form(plain: Mapping[OutputPath, Artifact], known: Mapping[OutputPath, Made], folder: Path, path: OutputPath,
          recipe: Compress) -> Artifact:  # fmt: skip
    of = plain[recipe.path]
    key = of_value((recipe.encoding, of.made.digest, libraries().get("brotli", "")))
    made = known.get(path)
    if made is not None and made.key == key:
        return Artifact(path, made)
    data = compress(_bytes(of, folder), recipe.encoding)
    return Artifact(path, Made(Digest(key), of_bytes(data), len(data)), data)


def _bytes(artifact: Artifact, folder: Path) -> bytes:
    if artifact.data is not None:
        return artifact.data
    return Path(artifact.disk or folder / artifact.path).read_bytes()


def compress(data: bytes, encoding: str) -> bytes:
    """The bytes as small as they can be (RFC 1952, without a name or a moment, or RFC 7932)."""
    if encoding == "br":
        import brotli  # only for who asks for it

        return bytes(brotli.compress(data, mode=brotli.MODE_TEXT))
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(data) + packer.flush()
