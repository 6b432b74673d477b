"""What a first visit to a page loads: its HTML, styles, programs and fonts, and the largest of its pictures, as a host sends them (gzip)."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import cache
from urllib.parse import urlsplit

from sitegen.check.addresses import Addresses
from sitegen.check.facts import Facts, Image
from sitegen.check.places import Finder
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.paths import OutputPath
from sitegen.problems import Problem, problem

RULES = (Rule("page-weight", "weight", ("W865",)),)
_KB = 1024
_PACKED = (".html", ".htm", ".css", ".js", ".svg", ".json", ".xml", ".txt")
"""What hosts compress on its way."""


def check(subject: Subject) -> Iterator[Problem]:
    """Pages over the budget of the settings: of those that one file makes heavy, the heaviest."""
    heavy: dict[tuple[str, OutputPath], tuple[int, int, Page]] = {}
    finder, addresses = Finder(subject), Addresses(subject)
    budget = subject.site.config.check.budget
    size = cache(lambda path: _size(subject, path))
    sent = cache(lambda path: _sent(subject, path))
    for page, facts in subject.whole_pages():
        files = list(dict.fromkeys((page.path, *_files(page, facts, addresses))))
        pictures = list(dict.fromkeys(filter(None, (_largest(page, each, addresses, size) for each in facts.images))))
        for kind, loaded, limit in (
            ("weight.page", files, budget.page),
            ("weight.media", files + pictures, budget.media),
        ):
            if sum(map(size, loaded)) > limit * _KB and (total := sum(map(sent, loaded))) > limit * _KB:
                heaviest = max(loaded, key=sent)
                if total > heavy.get((kind, heaviest), (0,))[0]:
                    heavy[kind, heaviest] = total, limit, page
                break
    for (kind, path), (total, limit, page) in heavy.items():
        yield problem("W865", finder.field(page, "cover", "title"), cause=kind, size=round(total / _KB), limit=limit, path=path,
                      part=round(sent(path) / _KB))  # fmt: skip


def _files(page: Page, facts: Facts, addresses: Addresses) -> Iterator[OutputPath]:
    for href in facts.files:
        led = addresses.lead(page.path, href)
        if led.kind == "page" and led.is_there:
            yield led.path


def _largest(page: Page, image: Image, addresses: Addresses, size: Callable[[OutputPath], int]) -> OutputPath | None:
    """The largest file that a browser may choose for a picture."""
    written = [image.src, *(each.split()[0] for each in image.srcset.split(",") if each.strip())]
    led = [addresses.lead(page.path, each) for each in written if each and urlsplit(each).scheme != "data"]
    return max((each.path for each in led if each.kind == "page" and each.is_there), key=size, default=None)


def _size(subject: Subject, path: OutputPath) -> int:
    return (subject.folder / path).stat().st_size


def _sent(subject: Subject, path: OutputPath) -> int:
    """Its bytes on the way."""
    if not path.endswith(_PACKED):
        return _size(subject, path)
    packer = zlib.compressobj(6, wbits=31)
    return len(packer.compress((subject.folder / path).read_bytes()) + packer.flush())
