"""One address of another site → what came of asking for it."""

from __future__ import annotations

import errno
import http.client
import ipaddress
import socket
import ssl
from typing import Literal, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

import msgspec

from sitegen import __version__

AGENT = f"Mozilla/5.0 (compatible; sitegen/{__version__}; checks the links of a site for its owner)"
TIMEOUT = 15.0
MOST_HOPS = 8
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_GONE = (404, 410)
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_WEB = ("http", "https")
_HANDLERS = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor)
"""What asking needs, and no more: nothing that opens files, and nothing that goes where a redirect leads."""
_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
_NO_WAY = (errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH)

Kind = Literal["fine", "status", "gone", "dns", "tls", "silent", "refused", "moved", "unreached", "lost", "offline"]


class Answer(msgspec.Struct, frozen=True):
    """What came of asking for an address at a moment (`at`, POSIX seconds): the status that ended it, 0 where there was none, and where it has
    `moved` to for good. "dns" says that there is no such name, "unreached" that nobody could say or that no way leads there; with the answers
    of others they may turn out to be "lost", which is the one or the other, or "offline".
    """

    kind: Kind
    status: int = 0
    target: str = ""
    at: float = 0.0


def ask_for(url: str) -> Answer:
    """Asks for an address: first for its head, then, where a server does not like that, for all of it."""
    at, moved, only_for_good, status = url, "", True, 0
    for _ in range(MOST_HOPS):
        heard = _hear(at, "HEAD")
        if heard.status >= 400:
            heard = _hear(at, "GET")
        if heard.failure:
            return Answer(heard.failure)
        status = heard.status
        if status not in _REDIRECTS or not heard.target:
            break
        to = _next(at, heard.target)
        if not to:
            break
        at = to
        only_for_good = only_for_good and status in _PERMANENT
        moved = at if only_for_good else moved
    if status in _GONE:
        return Answer("gone", status)
    if status >= 400 or status in _REDIRECTS:
        return Answer("status", status)
    return Answer("moved", status, moved) if moved not in ("", url) else Answer("fine", status)


class _Heard(NamedTuple):
    """What one request came to: a status and where it sends on to, or why there is none."""

    status: int = 0
    target: str = ""
    failure: Kind | None = None


def _next(at: str, target: str) -> str:
    """Where a redirect leads to; "" where nobody is asked: outside of the web, and, from a public host, inside of this network."""
    try:
        to = urljoin(at, target)
        scheme, host, own = urlsplit(to).scheme, urlsplit(to).hostname, urlsplit(at).hostname
    except ValueError:
        return ""
    if scheme not in _WEB or not host or (host != own and _is_private(host) and not _is_private(own or "")):
        return ""
    return to


def _is_private(host: str) -> bool:
    """Whether a host is of this computer or this network; false where nobody knows it."""
    try:
        known = {str(each[4][0]) for each in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    addresses = map(ipaddress.ip_address, known)
    return not all((getattr(each, "ipv4_mapped", None) or each).is_global for each in addresses)


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener


def _hear(url: str, method: str) -> _Heard:
    try:
        request = Request(_sendable(url), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 - http(s) only
        with _opener().open(request, timeout=TIMEOUT) as answer:
            return _Heard(answer.status)
    except HTTPError as error:
        with error:
            return _Heard(error.code, error.headers.get("Location", ""))
    except URLError as error:
        return _Heard(failure=_reason(error.reason))
    except (OSError, http.client.HTTPException, ValueError) as error:
        return _Heard(failure=_reason(error))


def _reason(error: object) -> Kind:
    if isinstance(error, socket.gaierror):
        return "dns" if error.errno in _NO_NAME else "unreached"
    if isinstance(error, ssl.SSLError):
        return "tls"
    if isinstance(error, OSError) and error.errno in _NO_WAY:
        return "unreached"
    return "silent" if isinstance(error, TimeoutError) else "refused"


def _sendable(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return parts._replace(
        netloc=host, path=quote(parts.path, safe=_SAFE), query=quote(parts.query, safe=_SAFE), fragment=""
    ).geturl()
