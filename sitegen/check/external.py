"""Links to other sites, asked one by one: each address once a day, at most two at a time of one host, with a pause in between."""

from __future__ import annotations

import http.client
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import msgspec

from sitegen import __version__
from sitegen.check.addresses import Addresses
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.problems import Problem

RULES = (
    Rule("external-link", "links", ("E870",)),
    Rule("external-unsure", "links", ("W871",)),
    Rule("external-moved", "links", ("W872",)),
)
AGENT = f"Mozilla/5.0 (compatible; sitegen/{__version__}; checks the links of a site for its owner)"
TIMEOUT, PAUSE = 15.0, 0.5
LANES, MOST_AT_ONCE = 2, 16
MOST_HOPS = 8
FRESH, FRESH_FAILURE = 24 * 3600, 3600
NAME = "external.json"
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
_GONE = (404, 410)
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)

Kind = Literal["fine", "status", "gone", "dns", "tls", "silent", "refused", "moved"]


class Answer(msgspec.Struct, frozen=True):
    """What came of asking for an address at a moment (`at`, POSIX seconds): the status that ended it, 0 where there was none, and where it has `moved` to for good."""

    kind: Kind
    status: int = 0
    target: str = ""
    at: float = 0.0


Ask = Callable[[str], Answer]


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def check(subject: Subject) -> Iterator[Problem]:
    """What other sites answer, where somebody has asked for it."""
    if not subject.external:
        return
    addresses = Addresses(subject)
    linked = [(page, link) for page, facts in subject.whole_pages() if not subject.paths or page.source in subject.paths
              for link in facts.links if addresses.lead(page.path, link.href).kind == "outside"]  # fmt: skip
    answers = answers_to({_bare(link.href) for _, link in linked}, subject.kept / NAME, time.time,
                         progress=partial(subject.progress, "external"))  # fmt: skip
    finder = Finder(subject)
    yield from told(Found(page, finder.link(page, link), *problem) for page, link in linked
                    if (problem := _told(link.href, answers[_bare(link.href)])))  # fmt: skip


def _told(href: str, answer: Answer) -> tuple[str, dict[str, str | int]] | None:
    match answer.kind:
        case "fine":
            return None
        case "moved":
            return "W872", {"written": href, "near": answer.target}
        case "gone" | "dns" | "tls":
            return "E870", {"cause": f"external.{answer.kind}", "written": href, "status": answer.status}
        case _:
            return "W871", {"cause": f"external.{answer.kind}", "written": href, "status": answer.status}


def answers_to(addresses: Iterable[str], file: Path, clock: Callable[[], float], ask: Ask | None = None, pause: float = PAUSE,
               progress: Callable[[int, int], None] = lambda *_: None) -> dict[str, Answer]:  # fmt: skip
    """The answer to each address; those that `file` still remembers are not asked for again. What is heard before somebody stops it is
    remembered, too.
    """
    wanted = sorted(set(addresses))
    now = clock()
    known = {url: each for url, each in _remembered(file).items() if now - each.at < _lasts(each)}
    missing = [url for url in wanted if url not in known]
    heard: queue.SimpleQueue[tuple[str, Answer | Exception]] = queue.SimpleQueue()
    stop = threading.Event()
    work = partial(_one_by_one, ask=ask or ask_for, pause=pause, tell=heard.put, stop=stop)
    try:
        with ThreadPoolExecutor(max_workers=MOST_AT_ONCE) as pool:
            lanes = [pool.submit(work, lane) for lane in _lanes(missing)]
            try:
                for done in range(len(missing)):
                    progress(done, len(missing))
                    url, answer = heard.get()
                    if isinstance(answer, Exception):
                        raise answer
                    known[url] = msgspec.structs.replace(answer, at=clock())
            finally:
                stop.set()
                for lane in lanes:
                    lane.cancel()
    finally:
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(msgspec.json.encode(known))
    return {url: known[url] for url in wanted}


def _lanes(addresses: Iterable[str]) -> list[list[str]]:
    hosts: dict[str, list[str]] = {}
    for each in addresses:
        hosts.setdefault(urlsplit(each).netloc.lower(), []).append(each)
    return [lane for urls in hosts.values() for number in range(LANES) if (lane := urls[number::LANES])]


def _one_by_one(lane: list[str], ask: Ask, pause: float, tell: Callable[[tuple[str, Answer | Exception]], None],
                stop: threading.Event) -> None:  # fmt: skip
    for number, url in enumerate(lane):
        if stop.wait(pause if number else 0):
            return
        try:
            tell((url, ask(url)))
        except Exception as error:
            tell((url, error))


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
        at = urljoin(at, heard.target)
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


def _hear(url: str, method: str) -> _Heard:
    try:
        request = Request(_sendable(url), method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})  # noqa: S310 - http(s) only
        with build_opener(_NoRedirects).open(request, timeout=TIMEOUT) as answer:
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
        return (
            "dns" if error.errno in (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)) else "silent"
        )
    if isinstance(error, ssl.SSLError):
        return "tls"
    return "silent" if isinstance(error, TimeoutError) else "refused"


def _sendable(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    return parts._replace(
        netloc=host, path=quote(parts.path, safe=_SAFE), query=quote(parts.query, safe=_SAFE), fragment=""
    ).geturl()


def _bare(href: str) -> str:
    """An address without the place on its page; one without a scheme is of https."""
    address = href.partition("#")[0].strip()
    return f"https:{address}" if address.startswith("//") else address


def _lasts(answer: Answer) -> float:
    return FRESH if answer.kind in ("fine", "moved") else FRESH_FAILURE


def _remembered(file: Path) -> Mapping[str, Answer]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Answer])
    except (OSError, msgspec.DecodeError):
        return {}
