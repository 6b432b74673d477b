"""Links to other sites, asked one by one, at most two at a time of one host, with a pause in between. What is well is not asked for
again for a day, what is gone for an hour; what has failed otherwise is tried each time.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from sitegen.check.addresses import Addresses
from sitegen.check.asking import Answer, Kind, ask_for
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import COMMAND, Rule
from sitegen.check.subject import Subject
from sitegen.problems import Place, Problem, problem

RULES = (
    Rule("external-link", "links", ("E870",)),
    Rule("external-unsure", "links", ("W871", "W873")),
    Rule("external-moved", "links", ("W872",)),
)
PAUSE = 0.5
LANES, MOST_AT_ONCE = 2, 16
LASTS: Mapping[Kind, float] = {"fine": 24 * 3600, "moved": 24 * 3600, "gone": 3600}
"""For how many seconds an answer is remembered; those of other kinds are not."""
NAME = "external.json"
_LOST = ("dns", "unreached")
_Answers = dict[str, Answer]

Ask = Callable[[str], Answer]


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
    yield from told(Found(page, finder.link(page, link), *wrong) for page, link in linked
                    if (wrong := _told(link.href, answers[_bare(link.href)])))  # fmt: skip
    if any(each.kind == "offline" for each in answers.values()):
        yield problem("W873", Place(COMMAND))


def _told(href: str, answer: Answer) -> tuple[str, dict[str, str | int]] | None:
    match answer.kind:
        case "fine" | "offline":
            return None
        case "moved":
            return "W872", {"written": href, "near": answer.target}
        case "gone" | "dns" | "tls":
            return "E870", {"cause": f"external.{answer.kind}", "written": href, "status": answer.status}
        case "unreached":
            return "W871", {"cause": "external.silent", "written": href, "status": 0}
        case _:
            return "W871", {"cause": f"external.{answer.kind}", "written": href, "status": answer.status}


def answers_to(addresses: Iterable[str], file: Path, clock: Callable[[], float], ask: Ask | None = None, pause: float = PAUSE,
               progress: Callable[[int, int], None] = lambda *_: None) -> _Answers:  # fmt: skip
    """The answer to each address; those that `file` still remembers are not asked for again. What is heard before somebody stops it is
    remembered, too.
    """
    wanted = sorted(set(addresses))
    now, ask = clock(), ask or ask_for
    known = {url: each for url, each in _remembered(file).items() if 0 <= now - each.at < LASTS.get(each.kind, 0)}
    asked = [url for url in wanted if url not in known]
    witness = next((url for url in wanted if url in known and known[url].kind != "gone"), None)
    heard: _Answers = {}
    try:
        with closing(_heard(asked, ask, pause, progress)) as answers:
            for url, answer in answers:
                heard[url] = msgspec.structs.replace(answer, at=clock())
        if witness and _nobody_is_found(heard):
            heard[witness] = msgspec.structs.replace(ask(witness), at=clock())
    finally:
        lasting = {url: each for url, each in heard.items() if each.kind in LASTS}
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(msgspec.json.encode(known | lasting))
    all_of_them = known | _weighed(heard)
    return {url: all_of_them[url] for url in wanted}


def _nobody_is_found(heard: _Answers) -> bool:
    """Whether hosts were asked for and none was found: then it may be that the network is missing, and not the hosts."""
    kinds = {each.kind for each in heard.values()}
    return not kinds.isdisjoint(_LOST) and kinds <= {*_LOST, "silent"}


def _weighed(heard: _Answers) -> _Answers:
    """The same, but where nobody is found nobody's name is blamed: it is the network that is missing, or, of one host alone, nobody can
    tell.
    """
    lost = [url for url, each in heard.items() if each.kind in _LOST]
    if not _nobody_is_found(heard):
        return heard
    kind: Kind = "offline" if len({urlsplit(url).netloc for url in lost}) > 1 else "lost"
    return heard | {url: msgspec.structs.replace(heard[url], kind=kind) for url in lost}


def _heard(
    asked: list[str], ask: Ask, pause: float, progress: Callable[[int, int], None]
) -> Generator[tuple[str, Answer]]:
    """Each address with its answer, as they come in."""
    told: queue.SimpleQueue[tuple[str, Answer | Exception]] = queue.SimpleQueue()
    stop = threading.Event()
    work = partial(_one_by_one, ask=ask, pause=pause, tell=told.put, stop=stop)
    with ThreadPoolExecutor(max_workers=MOST_AT_ONCE) as pool:
        lanes = [pool.submit(work, lane) for lane in _lanes(asked)]
        try:
            for done in range(len(asked)):
                progress(done, len(asked))
                url, answer = told.get()
                if isinstance(answer, Exception):
                    raise answer
                yield url, answer
        finally:
            stop.set()
            for lane in lanes:
                lane.cancel()


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


def _bare(href: str) -> str:
    """An address without the place on its page; one without a scheme is of https."""
    address = href.partition("#")[0].strip()
    return f"https:{address}" if address.startswith("//") else address


def _remembered(file: Path) -> _Answers:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Answers)
    except (OSError, msgspec.DecodeError):
        return {}
