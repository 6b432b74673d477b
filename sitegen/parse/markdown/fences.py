"""Fenced code: lines of a text in, code blocks with their places out, and each as HTML coloured by Pygments' classes.

Unlike Python-Markdown's own extension it is linear, keeps tabs, works inside list items, notes and callouts, and knows
which line a fence that is never closed began on.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pygments.formatters import HtmlFormatter
    from pygments.lexer import Lexer

LONGEST_COLOURED = 50_000

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*(?:\{([^\n]*)\}|([^`\n]*?))[ \t]*")
CONTAINER = re.compile(r"[ \t]*(?:[-*+:]|\d+\.|!!!|\[\^[^\]]+\]:)(?=[ \t]|\w|$)")


class Fence(NamedTuple):
    """A fenced block from line `first` to line `last` (counted from 0); `last` is -1 where it is never closed."""

    first: int
    last: int
    indent: int
    language: str
    attributes: str
    code: str


class Block(NamedTuple):
    """A code block as HTML; `unknown` is the language that Pygments does not know, or ""."""

    html: str
    unknown: str


def find_fences(lines: list[str]) -> list[Fence]:
    """The fenced blocks in order. An indented one counts only inside a list item, note, definition or callout."""
    found: list[Fence] = []
    unclosed: dict[str, int] = {}
    contained, seen = False, 0  # whether the lines that come after the first `seen` may stand inside something
    for number, line in enumerate(lines):
        if number < seen or not ("```" in line or "~~~" in line) or not (opening := _FENCE.fullmatch(line)):
            continue
        indent = len(opening[1].expandtabs(4))
        if indent:
            contained, seen = stands_inside(lines[seen:number], contained), number
            if indent > 3 and not contained:
                continue
        else:
            contained = False
        last = _closing(lines, number, opening[2], unclosed)
        found.append(_fence(lines, number, last, opening, indent if contained else 0))
        seen = last + 1 if last >= 0 else number + 1
    return found


def stands_inside(lines: list[str], contained: bool) -> bool:
    """Whether what follows the lines may stand inside something, if `contained` says so of the lines themselves."""
    for line in lines:
        if line.strip():
            contained = CONTAINER.match(line) is not None or (contained and line[0] in " \t")
    return contained


def _closing(lines: list[str], first: int, mark: str, unclosed: dict[str, int]) -> int:
    """The line that closes the fence, or -1. `unclosed` remembers, for each sign, the length no line closes any more."""
    if len(mark) >= unclosed.get(mark[0], len(mark) + 1):
        return -1
    for number in range(first + 1, len(lines)):
        line = lines[number].strip()
        if line.startswith(mark) and not line.strip(mark[0]):
            return number
    unclosed[mark[0]] = len(mark)
    return -1


def _fence(lines: list[str], first: int, last: int, opening: re.Match[str], indent: int) -> Fence:
    margin = len(opening[1])
    body = lines[first + 1 : max(last, first + 1)]
    code = "\n".join(line[min(margin, len(line) - len(line.lstrip())) :] for line in body)
    language = (opening[4] or "").partition(" ")[0].lstrip(".")
    # A list item's own blocks stand four spaces in, whatever its writer's habit.
    return Fence(first, last, -(-indent // 4) * 4, language, opening[3] or "", code)


def to_block(fence: Fence) -> Block:
    """The block as HTML. `{.yaml .wide #id hl_lines="2 4"}` gives the language first, then classes, an id, marked lines."""
    language, classes, identity, marked = fence.language, ["codehilite"], "", ""
    for name, value in _attributes(fence.attributes) if fence.attributes else ():
        if name == ".":
            language, classes = (language, [*classes, value or ""]) if language else (value or "", classes)
        elif name == "id":
            identity = f' id="{escape(value or "")}"'
        elif name == "hl_lines":
            marked = value or ""
    lexer = _lexer(language) if language else None
    unknown = language if language and lexer is None else ""
    body = _coloured(fence.code, lexer, marked) if lexer else escape(fence.code, quote=False) + "\n"
    named = f' class="language-{escape(language)}"' if language else ""
    html = f'<pre tabindex="0"><code{named}>{body}</code></pre>'
    return Block(f'<div class="{escape(" ".join(classes))}"{identity}>{html}</div>', unknown)


def _attributes(written: str) -> list[tuple[str, str]]:
    from markdown.extensions.attr_list import get_attrs_and_remainder  # only for a block that has any

    return get_attrs_and_remainder(written)[0]


@lru_cache
def _lexer(language: str) -> Lexer | None:
    # Pygments is imported only for a site that shows code.
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None


def _coloured(code: str, lexer: Lexer, marked: str) -> str:
    from pygments import highlight

    if len(code) > LONGEST_COLOURED:
        return escape(code, quote=False) + "\n"
    return highlight(code, lexer, _formatter(marked))


@lru_cache
def _formatter(marked: str) -> HtmlFormatter[str]:
    # Making one costs as much as ten paragraphs.
    from pygments.formatters import HtmlFormatter

    lines = [int(number) for number in marked.split() if number.isascii() and number.isdecimal()]
    return HtmlFormatter(nowrap=True, hl_lines=lines)
