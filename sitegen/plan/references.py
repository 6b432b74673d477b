"""Stylesheets → the files that they name, each with its place; all of them must be there when the site is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.parse.markdown.tags import css_addresses
from sitegen.plan.links import Linker
from sitegen.plan.sheets import Part
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_IMPORT = re.compile(r"@import\b[^;\n]*", re.IGNORECASE)
_FOLDER = "/assets"


class Reference(msgspec.Struct, frozen=True):
    """An address in a stylesheet, as it is `written`."""

    written: str
    place: Place


def references_of(parts: Iterable[Part]) -> Iterator[Reference]:
    """The addresses of the site's own files in stylesheets that lie in files; those of other sites are their owner's matter."""
    for part in parts:
        for at, written in css_addresses(part.text) if part.source else ():
            yield Reference(written, _place(part, at, len(written)))


def imports_in(parts: Iterable[Part]) -> Iterator[Problem]:
    """Each `@import`: browsers read none below other rules (https://www.w3.org/TR/css-cascade-5/#at-import), and all stylesheets
    become one here.
    """
    for part in parts:
        if part.source and "@import" in part.text.lower():
            bare = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), part.text)
            for found in _IMPORT.finditer(bare):
                yield problem("E526", _place(part, found.start(), len(found[0])))


def check_references(references: Iterable[Reference], linker: Linker, assets: Collection[str]) -> None:
    """Asks for the files that are named; those of the theme (`assets`) are there. What is nowhere is told by the linker."""
    for each in references:
        path = posixpath.normpath(posixpath.join(_FOLDER, unquote(urlsplit(each.written).path)))
        name = path.removeprefix(f"{_FOLDER}/")
        if name == path or each.written.startswith("/"):
            linker.asset(each.written if each.written.startswith("/") else path, each.written, each.place)
        elif name not in assets:
            near = nearest(name, assets)
            linker.tell(problem("E401", each.place, written=each.written, near=near, file="", cause="missing.asset"))


def _place(part: Part, at: int, length: int) -> Place:
    line = part.text.count("\n", 0, at) + 1
    return Place(part.source, line, at - part.text.rfind("\n", 0, at), length)
