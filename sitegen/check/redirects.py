"""What the owner tells her host herself (`.htaccess`, `_redirects`, `vercel.json`): old addresses that lead to nothing, in a circle or by way of another.

Those of `aliases:` and `redirects:` are straightened by the build, which tells what is wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from sitegen.check.addresses import Addresses
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.parse.json_text import from_json
from sitegen.parse.nodes import Mapping, Scalar, Sequence, Unreadable
from sitegen.paths import OutputPath
from sitegen.problems import Place, Problem, problem

RULES = (Rule("redirect-target", "links", ("E847",)), Rule("redirect-chain", "links", ("W848",)))
_FILES = {
    "content/static/.htaccess": re.compile(r"\s*Redirect(?:Permanent|Temp|\s+(?:30[1278]|permanent|temp|seeother))?\s+[\"']?(/\S*?)[\"']?\s+[\"']?(\S+?)[\"']?\s*$", re.IGNORECASE),
    "content/static/_redirects": re.compile(r"\s*(/\S*)\s+(\S+)(?:\s+30[1278]!?)?\s*(?:#.*)?$"),
}  # fmt: skip
"""A line of each that names one address and one target, which is all that is looked at
(https://httpd.apache.org/docs/2.4/mod/mod_alias.html#redirect, https://docs.netlify.com/manage/routing/redirects/overview/).
"""
_VERCEL = "content/static/vercel.json"
_PATTERN = re.compile(r"[*:$]")
_MATCHED = re.compile(r"[(){}+?\\]")  # signs of Vercel's patterns


class _Line(NamedTuple):
    old: str
    target: str
    place: Place


def check(subject: Subject) -> Iterator[Problem]:
    """All of them."""
    addresses = Addresses(subject)
    for told in (*(_lines(subject, path) for path in _FILES), _entries(subject)):
        lines = {line.old.rstrip("/"): line for line in reversed(list(told))}
        for line in lines.values():
            yield from _wrong(line, lines, addresses)


def _lines(subject: Subject, path: str) -> Iterator[_Line]:
    for number, text in enumerate(subject.text(path).split("\n"), 1):
        found = _FILES[path].match(text)
        if found and _is_plain(found[1], found[2]):
            yield _Line(found[1], found[2], Place(path, number, found.start(2) + 1, len(found[2])))


def _entries(subject: Subject) -> Iterator[_Line]:
    """Those of `redirects` that hold for every visitor (https://vercel.com/docs/project-configuration#redirects); none of a file that is not
    read, which the build tells.
    """
    try:
        node = from_json(subject.text(_VERCEL) or "{}", _VERCEL)
    except Unreadable:
        return
    redirects = node.get("redirects") if isinstance(node, Mapping) else None
    for each in redirects.items if isinstance(redirects, Sequence) else ():
        old, target = (each.get(key) if isinstance(each, Mapping) else None for key in ("source", "destination"))
        if not isinstance(old, Scalar) or not isinstance(target, Scalar) or not isinstance(each, Mapping):
            continue
        is_conditional = each.get("has") is not None or each.get("missing") is not None
        if not is_conditional and not _MATCHED.search(old.text) and _is_plain(old.text, target.text):
            place = target.place._replace(column=target.place.column + 1, width=max(len(target.text), 1))
            yield _Line(old.text, target.text, place)


def _is_plain(old: str, target: str) -> bool:
    return not any(_PATTERN.search(each) for each in (old, target.removeprefix("https:").removeprefix("http:")))


def _wrong(line: _Line, lines: dict[str, _Line], addresses: Addresses) -> Iterator[Problem]:
    way, at = [line], line
    while (after := lines.get(_path(at.target, addresses))) is not None:
        if after in way:
            if line not in (circle := way[way.index(after) :]) or line is min(circle, key=attrgetter("place")):
                yield problem("E847", line.place, cause="redirect.circle", old=line.old, target=line.target)
            return
        way.append(after)
        at = after
    if len(way) > 1:
        yield problem("W848", line.place, old=line.old, target=line.target, near=at.target)
    led = addresses.lead(OutputPath("index.html"), at.target)
    if at is line and led.kind == "page" and not led.is_there:
        yield problem("E847", line.place, cause="redirect.nothing", old=line.old, target=line.target)


def _path(target: str, addresses: Addresses) -> str:
    """The part of a target that may be an old address; one of another site is none."""
    led = addresses.lead(OutputPath("index.html"), target)
    return led.own.partition("#")[0].partition("?")[0].rstrip("/") if led.kind == "page" else "-"
