"""What makes the bytes besides the site's own files: sitegen itself, the libraries it calls, and Python."""

from __future__ import annotations

import os
import re
import sys
from functools import cache

from sitegen.digest import Digest, of_bytes

LIBRARIES = frozenset((
    "babel", "brotli", "jinja2", "lightningcss", "markdown", "markupsafe", "msgspec", "pillow", "pillow_heif", "pygments", "python_frontmatter", "pyyaml", "resvg_py",
    "snowballstemmer", "tzdata",
))  # fmt: skip

_INSTALLED = re.compile(r"(.+)-([^-]+)\.dist-info")


@cache
def engine_digest() -> Digest:
    """A digest over sitegen's own source, its libraries' versions and Python's. It is computed, never set by hand, so that
    nothing kept from another sitegen is ever taken for its own.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    own = [f"{path} {of_bytes(data)}" for path, data in _sources(package)]
    return of_bytes("\n".join([*own, *map(" ".join, libraries().items()), repr(sys.version_info[:2])]).encode())


@cache
def encoder_digest() -> Digest:
    """A digest over what makes the forms of pictures, and draws: they take long to make, and are the same for many a version of
    sitegen.
    """
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "render")
    made = "".join(libraries().get(each, "") for each in ("pillow", "resvg_py")).encode()
    for name in ("bare.py", "encode.py", "draw.py", "icons.py", "lettering.py", "setting.py"):
        with open(os.path.join(folder, name), "rb") as file:
            made += file.read()
    return of_bytes(made)


def _sources(package: str) -> list[tuple[str, bytes]]:
    found = []
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(set(folders) - {"__pycache__", "themes"})
        for name in names:
            if name.endswith(".py"):
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    found.append((os.path.relpath(path, package).replace(os.sep, "/"), file.read()))
    return sorted(found)


@cache
def libraries() -> dict[str, str]:
    """The versions of the libraries by name, from the names of their metadata folders: `importlib.metadata` takes longer to load
    than a build in which nothing has changed.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            installed = _INSTALLED.fullmatch(name)
            if installed and (library := re.sub(r"[-_.]+", "_", installed[1]).lower()) in LIBRARIES:
                found.setdefault(library, installed[2])
    return dict(sorted(found.items()))
