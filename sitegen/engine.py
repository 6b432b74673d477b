"""What makes the bytes besides the site's own files: sitegen itself, the libraries it calls, and Python."""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from sitegen.digest import Digest, of_bytes, of_value

LIBRARIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "pygments",
    "python-frontmatter",
    "pyyaml",
    "tzdata",
)


@cache
def engine_digest() -> Digest:
    """A digest over sitegen's own source, its libraries' versions and Python's. It is computed, never set by hand, so that
    nothing kept from another sitegen is ever taken for its own.
    """
    package = Path(__file__).parent
    sources = sorted(path for path in package.rglob("*.py") if "themes" not in path.relative_to(package).parts)
    own = [(path.relative_to(package).as_posix(), of_bytes(path.read_bytes())) for path in sources]
    versions = [(name, metadata.version(name)) for name in LIBRARIES]
    return of_value((own, versions, sys.version_info[:2]))
