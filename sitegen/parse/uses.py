"""What a browser does with a page beyond showing it: what it loads from other hosts, where forms go, which programs and styles stand in
the page itself. Known here are the attributes, rules and calls that make it do so; pure, and linear in the text.
"""

from __future__ import annotations

import re
from base64 import b64encode
from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from operator import itemgetter
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
    where the file is too large to be read (`unread`). What no policy can let pass (`barred`) begins with the reason: `handler` (an `onclick="…"`), `runs` (an address
    that is a program or a page itself), `address` (a style
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
_BREAKS = (
    r"[\t\n\r]*"  # a browser passes over them in an address (https://url.spec.whatwg.org/#concept-basic-url-parser)
)
_RUNS = re.compile(
    rf"\s*({'|'.join(_BREAKS.join(each) for each in ('javascript:', 'vbscript:', 'data:text/html'))})", re.IGNORECASE
)
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")
_PAINTED = frozenset(
    ("clip-path", "cursor", "fill", "filter", "marker", "marker-end", "marker-mid", "marker-start", "mask", "stroke")
)
_ANIMATED = frozenset(("to", "from", "by", "values"))
_ONE = re.compile(r"[^\s;][^;]*")
_ADDRESS = r"((?:https?:)?//[^\s\"'()\\<>]+)"
_CSS = re.compile(
    rf"/\*.*?(?:\*/|\Z)|(?:\b(?:url|src)\(\s*+|@import\s*+)[\"']?{_ADDRESS}"
    r"|\bimage-set\((?P<set>(?:url\([^()\"']*+\)|[^;{}\"']|\"[^\"]*\"|'[^']*')*+)",
    re.DOTALL | re.IGNORECASE,
)
_IN_SET = re.compile(rf"(?:[\"']|\burl\(\s*+){_ADDRESS}", re.IGNORECASE)
# An escape (https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point) of what a name or an address is made of.
_ESCAPE = re.compile(r"\\(?:0{0,4}([2-7][0-9a-f])(?:\r\n|\s|(?![0-9a-f]))|([g-z/:.@_-]))", re.IGNORECASE)
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


def of_attribute(element: str, name: str, value: str, relations: str = "") -> Iterator[tuple[Kind, str, int]]:
    """What a browser does because of an attribute, each with the place in its value; `relations` are those of a `<link>`, names in
    lower case (https://html.spec.whatwg.org/multipage/indices.html#attributes-3, https://www.w3.org/TR/SVG2/propidx.html).
    """
    element = element.rpartition(":")[2]
    if use := _of_whole(element, name, value, relations):
        yield *use, 0
        return
    animates = name in _ANIMATED and element in ("set", "animate")
    for one in _ONE.finditer(value) if animates else ():
        if is_elsewhere(one[0]):
            yield "load", one[0].strip(), one.start()
    if animates or name in _PAINTED:
        yield from (("load", address, at) for at, address in in_css(value))


def _of_whole(element: str, name: str, value: str, relations: str) -> tuple[Kind, str] | None:
    """What it does if its value is one address or one program."""
    if name.startswith("on"):
        return "barred", f"handler {name}"
    if found := _RUNS.match(value):
        return "barred", f"runs {''.join(found[1].split()).lower()}"
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
    plain, shifts = _unescaped(css) if "\\" in css else (css, [])
    for found in _CSS.finditer(plain) if "//" in plain else ():
        if found[1]:
            yield _shifted(found.start(1), shifts), found[1]
        elif found["set"]:
            for one in _IN_SET.finditer(plain, *found.span("set")):
                yield _shifted(one.start(1), shifts), one[1]


def _unescaped(css: str) -> tuple[str, list[tuple[int, int]]]:
    """Style rules without the escapes in names and addresses; where in them each one ended, and how much shorter all is by then."""
    pieces, shifts, kept, shift = [], [], 0, 0
    for found in _ESCAPE.finditer(css):
        sign = chr(int(found[1], 16)) if found[1] else found[2]
        if not sign.isalnum() and sign not in "/:.@_-":
            continue
        pieces += [css[kept : found.start()], sign]
        kept, shift = found.end(), shift + len(found[0]) - 1
        shifts.append((kept - shift, shift))
    return "".join((*pieces, css[kept:])), shifts


def _shifted(at: int, shifts: list[tuple[int, int]]) -> int:
    """Where a sign stood before."""
    before = bisect_right(shifts, at, key=itemgetter(0))
    return at + shifts[before - 1][1] if before else at


def in_script(script: str) -> Iterator[tuple[int, str]]:
    """Those that a program asks for by an address that stands in it; what it puts together, no reader can tell."""
    for found in _CALL.finditer(script) if "//" in script else ():
        yield found.start(1), found[1]
