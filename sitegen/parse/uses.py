"""What a browser does with a page beyond showing it: what it loads from other hosts, where forms go, which programs and styles stand in
the page itself. Known here are the attributes, rules and calls that make it do so; pure, and linear in the text.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal
from urllib.parse import urlsplit

import msgspec

Kind = Literal["load", "form", "script", "style", "attribute", "object", "frame", "barred", "unread"]
HASHED = frozenset[Kind](("script", "style", "attribute"))
MOST_HASHED = 500
"""So many of these are known of one text, which is far more than a policy can name; of all else, each is known."""


class Use(msgspec.Struct, frozen=True):
    """One such thing and where it is written (`line` and `column` count from 1, `width` in characters). `written` is, by kind, the
    address of what is loaded (`load`) or receives a form (`form`); the hash of a program (`script`), of a `<style>` (`style`) or of a
    `style="…"` (`attribute`); `<object>` or `<embed>` (`object`); the host of a frame that somebody has to ask for (`frame`); nothing
    where the file is too large to be read (`unread`). What no policy can let pass (`barred`) begins with the reason: `handler` (an `onclick="…"`), `javascript` (an address), `address` (a style
    with one in it, which is another on the page) or `template` (what a template puts together).
    """

    kind: Kind
    written: str
    line: int = 0
    column: int = 0
    width: int = 1


_LOADING = frozenset(("src", "srcset", "imagesrcset", "poster", "background"))
_DRAWN = frozenset(("use", "image", "feimage", "script", "pattern", "filter", "lineargradient", "radialgradient", "textpath", "mpath"))  # fmt: skip
_LOADED = frozenset(("stylesheet", "icon", "apple-touch-icon", "mask-icon", "shortcut", "preload", "modulepreload", "prefetch", "prerender",
                     "preconnect", "dns-prefetch", "manifest", "expect", "import"))  # fmt: skip
# The types of HTML's own, and those of JavaScript (https://mimesniff.spec.whatwg.org/#javascript-mime-type).
_PROGRAMS = frozenset(("", "module", "importmap", "speculationrules", "application/ecmascript", "application/javascript",
                       "application/x-ecmascript", "application/x-javascript", "text/ecmascript", "text/javascript", "text/javascript1.0",
                       "text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4", "text/javascript1.5",
                       "text/jscript", "text/livescript", "text/x-ecmascript", "text/x-javascript"))  # fmt: skip
_ELSEWHERE = re.compile(r"\s*(?:(?:https?|wss?|ftp):|[/\\]{2})", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_CSS = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    r"|(?:\b(?:url|src)\(\s*+|@import\s++)[\"']?((?:https?:)?//[^\s\"'()\\<>]+)"
    r"|\bimage-set\(\s*+[\"']((?:https?:)?//[^\"']+)",
    re.DOTALL | re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:\b(?:import|from|fetch|importScripts|sendBeacon|Worker|SharedWorker|EventSource|WebSocket|addModule)\s*+\(?\s*+"
    r"|\.(?:src|srcset|poster)\s*+=\s*+|\.open\(\s*+[\"'`]\w+[\"'`]\s*+,\s*+)"
    r"[\"'`]((?:(?:https?|wss?):)?//[^\s\"'`]+)"
)


def is_elsewhere(address: str) -> bool:
    """Whether an address names a host."""
    return _ELSEWHERE.match(address) is not None


def origin_of(address: str, scheme: str = "https") -> str:
    """Scheme, host and port of an address that names a host (`//host/a` has `scheme`); "" where they cannot be read."""
    address = address.strip().replace("\\", "/")
    try:
        parts = urlsplit(f"{scheme}:{address}" if address.startswith("//") else address)
        port = f":{parts.port}" if parts.port and parts.port != {"http": 80, "https": 443}.get(parts.scheme) else ""
    except ValueError:
        return ""
    host = _ascii(parts.hostname or "")
    return f"{parts.scheme}://{host}{port}" if host else ""


def _ascii(host: str) -> str:
    """A host as it stands in a header, "" where it is none."""
    try:
        written = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return ""
    return (written if ":" not in written else f"[{written}]") if _HOST.fullmatch(written) else ""


def of_attribute(element: str, name: str, value: str, relations: str = "") -> tuple[Kind, str] | None:
    """What a browser does because of an attribute, if anything; `relations` are those of a `<link>`, names in lower case
    (https://html.spec.whatwg.org/multipage/indices.html#attributes-3).
    """
    if name.startswith("on"):
        return "barred", f"handler {name}"
    if value[:11].lower().lstrip().startswith("javascript:"):
        return "barred", f"javascript {name}"
    if name in ("action", "formaction"):
        return ("form", value) if ":" in value or is_elsewhere(value) else None
    loads = (
        name in _LOADING
        or (name == "data" and element == "object")
        or (name in ("href", "xlink:href") and (element == "base" or element in _DRAWN or
                                               (element == "link" and not _LOADED.isdisjoint(relations.lower().split()))))
    )  # fmt: skip
    if loads and is_elsewhere(value):
        return "load", value.strip()
    return ("object", f"<{element}>") if loads and element in ("object", "embed") else None


def is_program(kind: str) -> bool:
    """Whether a `<script>` of this `type` runs; others hold data."""
    return kind.strip().lower() in _PROGRAMS


def hash_of(text: str) -> str:
    """The hash by which a policy knows what stands in a page (https://www.w3.org/TR/CSP3/#match-element-to-source-list)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8', 'replace')).digest()).decode()}'"


def in_css(css: str) -> Iterator[tuple[int, str]]:
    """The addresses on other hosts that style rules load, each with the place where it begins."""
    for found in _CSS.finditer(css) if "//" in css else ():
        if found.lastindex:
            yield found.start(found.lastindex), found[found.lastindex]


def in_script(script: str) -> Iterator[tuple[int, str]]:
    """Those that a program asks for by an address that stands in it; what it puts together, no reader can tell."""
    for found in _CALL.finditer(script) if "//" in script else ():
        yield found.start(1), found[1]
