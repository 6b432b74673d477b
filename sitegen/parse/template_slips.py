"""What Jinja says of a template that it cannot read → the mistake that a person has made, at its place in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest

_TAGS = (
    "block", "call", "else", "elif", "endblock", "endcall", "endfilter", "endfor", "endif", "endmacro", "endset", "endtrans",
    "endwith", "extends", "filter", "for", "from", "if", "import", "include", "macro", "pluralize", "set", "trans", "with",
)  # fmt: skip


def syntax_slip(said: str, line: int, text: str, path: str, known: Iterable[str] = ()) -> Problem:
    """The problem for Jinja's own words `said` about `line` of the template `text`. `known` are the filters and tests."""
    cause, name, near, mark = _mistake(said, known)
    written = text.split("\n")[line - 1] if 0 < line <= text.count("\n") + 1 else ""
    column = _column(written, mark)
    place = Place(path, line, column, max(len(mark), 1) if column else 1)
    return problem("E505", place, cause=cause, name=name, near=near, reported=said)


def _mistake(said: str, known: Iterable[str]) -> tuple[str, str, str, str]:
    """A cause, the name that it is about, the one that may be meant, and what to look for in the line."""
    if found := re.search(r"innermost block that needs to be closed is '(\w+)'", said):
        at = re.search(r"unknown tag '(\w+)'", said)
        return "jinja.unclosed", found[1], "", at[1] if at else ""
    if found := re.search(r"unknown tag '(\w+)'", said):
        if found[1] in _TAGS:
            return "jinja.unopened", found[1], "", found[1]
        return "jinja.tag", found[1], nearest(found[1], _TAGS), found[1]
    if found := re.search(r"No (filter|test) named '([^']+)'", said):
        return f"jinja.{found[1]}", found[2], nearest(found[2], known), found[2]
    if "end of template" in said or said.startswith(
        ("unexpected '}'", "unexpected ')'", "unexpected ']'", "Missing end")
    ):
        return "jinja.braces", "", "", "}"
    if found := re.search(r"unexpected char (['\"])(.*?)\1 at", said):
        return ("jinja.quotes" if found[2] in "'\"“”‘’«»" else "jinja.sign"), found[2], "", found[2]
    if found := re.search(r"block '([^']+)' defined twice", said):
        return "jinja.twice", found[1], "", found[1]
    if "got '='" in said:
        return "jinja.equals", "", "", "="
    found = re.search(r"got '([^' ]+)'", said)
    return "jinja.syntax", "", "", found[1] if found else ""


def _column(line: str, mark: str) -> int:
    """The column of `mark` in a tag of the line, else that of the first tag; 0 where there is none."""
    tag = re.search(r"\{[{%#]", line)
    if not tag:
        return 0
    found = line.find(mark, tag.end()) if mark else -1
    return (found if found >= 0 else tag.start()) + 1
