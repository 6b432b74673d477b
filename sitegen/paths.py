"""Three kinds of path that cannot be mixed up, and the only functions that turn one into another.

`SourcePath` is a file of the site as written from its root (`content/posts/a.md`), `OutputPath` a file below the output
folder (`blog/a/index.html`), `Url` an address as a browser asks for it, without host (`/sub/blog/a/`, percent-encoded).
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from typing import NewType
from urllib.parse import quote, unquote

SourcePath = NewType("SourcePath", str)
OutputPath = NewType("OutputPath", str)
Url = NewType("Url", str)

INDEX = "index.html"
_PLAIN = re.compile(r"[\w/.~-]*", re.ASCII).fullmatch  # most addresses have nothing to encode


def url_path(base: Url, address: str) -> Url:
    """`address`, as written in a permalink (`/blog/a/`, not encoded), below the site's `base` path (`/` or `/sub/`)."""
    address = address.lstrip("/")
    return Url(base + (address if _PLAIN(address) else quote(address, safe="/-._~!$&'()*+,;=:@")))


def output_path(base: Url, url: Url) -> OutputPath:
    """Where the page at `url` lies: `/sub/blog/a/` below base `/sub/` is `blog/a/index.html`."""
    path = unquote(url.removeprefix(base))
    return OutputPath(path + INDEX if path.endswith("/") or not path else path)


def output_url(base: Url, path: OutputPath) -> Url:
    """The address of a file of the output: the reverse of `output_path`."""
    address = path.removesuffix(INDEX) if path == INDEX or path.endswith("/" + INDEX) else path
    return url_path(base, address)


def same_place(path: str) -> str:
    """A key equal for two paths that a disk or a host may hold in one place (by letter case or Unicode form)."""
    return unicodedata.normalize("NFC", path).casefold()


def media_meant(address: str) -> tuple[SourcePath, ...]:
    """The files that an address from the site's root (`/media/a/b.svg`, not encoded) can mean: those that a page would have
    published there.
    """
    path = unicodedata.normalize("NFC", address)
    if not path.startswith("/media/") or posixpath.normpath(path) != path:
        return ()
    return SourcePath(f"content{path}"), SourcePath(f"content/{path.removeprefix('/media/')}")


def beside(source: SourcePath, written: str) -> SourcePath | None:
    """The file that `written` names when it stands in `source`, or None where it leads out of `content/`."""
    top, _, _ = source.partition("/")
    if written.startswith("/"):
        return None
    written = unicodedata.normalize("NFC", written)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), written))
    return SourcePath(path) if f"{path}/".startswith(top + "/") else None
