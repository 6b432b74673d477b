"""Where things stand in a text as it was written: Python-Markdown drops positions, so they are looked up afterwards.

Every address, id and mark of the text is indexed in the order of writing, with code blanked out; equal ones are handed
out in that order. The link of `[text][name]` is found at its definition. What sitegen made itself has no place: line 0.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Iterator
from functools import cached_property
from html import unescape

from sitegen.parse.markdown.fences import find_fences
from sitegen.parse.markdown.tags import CANDIDATE
from sitegen.problems import Place

# What the library leaves in place of something that it has read.
MARK = re.compile(r"\x02[^\x03]*\x03")

_SHORTEST = 4  # a piece of less than so many letters is found anywhere
_MOST_TRIED = 1000
_SHORT = 30_000
_OPENING, _CLOSING = "(<\"'", ")>\"' \n"  # what stands around an address

_CONTROLS = bytes([*range(9), *range(11, 32)])
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")

# Beginning with the sign itself lets the regex engine leap to it.
_TICKS = re.compile(r"``*|\n[ \t]*\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!|-])")
# Each begins with a bracket, which lets the regex engine leap.
_TARGETS = re.compile(
    r"\]\(\s*<(?P<angled>[^<>\n]*)>"
    r"|\]\(\s*(?P<inline>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
    r"|\]:[ ]*(?:\n[ ]*)?<?(?P<defined>[^\s<>]+)"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@]+@[^<>\s]+)>"
)
_MORE_OF_IT = re.compile(r"[ ]+[^\s\"'()]")
_HTML_TARGETS = re.compile(
    r"\b(?:href|src|(?P<sizes>(?:image)?srcset)|action|formaction|poster|cite|data|longdesc|background)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']+))",
    re.IGNORECASE,
)
_CSS_TARGETS = re.compile(
    r"(?:\burl\(\s*+|@import\s*+)(?:\"(?P<css_double>[^\"\n]+)\"|'(?P<css_single>[^'\n]+)')"
    r"|\burl\(\s*+(?:&quot;)?(?P<css_bare>[^\"'()<>\n]+)",
    re.IGNORECASE,
)
_IDENTIFIERS = re.compile(
    r"[{ ]#([^\s{}#]+)|(?<![\w-])(?:id|name)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'{}]+))", re.IGNORECASE
)
_FIRST_LEVEL = re.compile(r"^[ ]{0,3}#(?!#)|^[^\n]+\n=+[ ]*$|<h1\b", re.MULTILINE | re.IGNORECASE)


class Source:
    """A text and the place it has in its file: `column` is that of its first character, where it is a value in YAML, and
    `indent` how far its other lines are indented there. `controls` are the control characters that stood in it, with
    their offsets.
    """

    def __init__(self, text: str, path: str, first_line: int = 1, column: int = 1, indent: int = 0) -> None:
        self.controls: tuple[tuple[int, str], ...] = ()
        # Bytes are searched several times faster than letters.
        data = text.encode("utf-8", "surrogatepass")
        if len(data.translate(None, _CONTROLS)) != len(data):
            self.controls = tuple((found.start(), found[0]) for found in _CONTROL.finditer(text))
            text = _CONTROL.sub("\ufffd", text)
        self.text = text
        self.path, self.first_line, self.column, self.indent = path, first_line, column, indent
        self.lines = self.text.split("\n")
        self.fences = find_fences(self.lines) if "```" in text or "~~~" in text else []
        self._taken: dict[str, int] = {}
        self._around: dict[str, tuple[tuple[int, int], int]] = {}

    @cached_property
    def unfenced(self) -> str:
        """The text with its fenced code blanked out: as long as the text, with its line ends where they were."""
        if not self.fences:
            return self.text
        lines = self.lines.copy()
        for fence in self.fences:
            for number in range(fence.first, fence.last + 1):
                lines[number] = " " * len(lines[number])
        return "\n".join(lines)

    @cached_property
    def marked(self) -> str | None:
        """The text with a line for each fenced block, STX and its number, as a paragraph of its own; None where a block is
        never closed or stands inside another.
        """
        if not self.fences:
            return self.text
        lines = self.lines.copy()
        for number, fence in reversed([*enumerate(self.fences)]):
            if fence.last < 0 or fence.indent:
                return None
            lines[fence.first : fence.last + 1] = ["", f"\x02{number}", ""]
        return "\n".join(lines)

    @cached_property
    def plain(self) -> str:
        """`unfenced` with code spans, comments and protected braces blanked out too."""
        text = self.unfenced.replace("\\{", "  ")
        if "`" in text:
            text = _without_code_spans(text)
        if "<!--" in text:
            closed = text.rfind("-->") + 3
            text = _COMMENT.sub(_blank, text[:closed]) + text[closed:]
        return text

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts[:-1]

    @cached_property
    def _targets(self) -> dict[str, deque[int]]:
        places: dict[str, deque[int]] = defaultdict(deque)
        written_down = [*_TARGETS.finditer(self.plain)]
        if "<" in self.plain and "=" in self.plain:
            written_down += _HTML_TARGETS.finditer(self.plain)
        if "url(" in self.plain or "@import" in self.plain:
            written_down += _CSS_TARGETS.finditer(self.plain)
        written_down.sort(key=self._turn)
        for found in written_down:
            name = found.lastgroup or "inline"
            if found.groupdict().get("sizes"):
                for candidate in CANDIDATE.finditer(found[name]):
                    places[unescape(candidate[1])].append(found.start(name) + candidate.start(1))
                continue
            if name == "inline" and _MORE_OF_IT.match(self.plain, found.end()):
                continue  # an address with a space, of which this is but the beginning
            written = unescape(_ESCAPE.sub(r"\1", found[name])).strip()
            written = written.rstrip('"') if name == "css_bare" else written
            for target in (written, "mailto:" + written) if name == "auto" else (written,):
                places[target].append(found.start(name))
        return places

    def _turn(self, found: re.Match[str]) -> int:
        """Where it stands; a `srcset` at the end of its tag, as a picture's `src` is asked for before, wherever it stands."""
        is_srcset = found.re is _HTML_TARGETS and found["sizes"]
        return self.plain.find(">", found.end()) if is_srcset else found.start()

    def place(self, offset: int, width: int = 1) -> Place:
        """The place of a character of the text; the whole file where `offset` is negative."""
        if offset < 0:
            return Place(self.path)
        row = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[row] + (self.column if row == 0 else self.indent + 1)
        return Place(self.path, self.first_line + row, column, max(width, 1))

    def target(self, target: str) -> Place:
        """Where the next link or image to `target` is written."""
        written = target.strip()
        if self._is_literal and (offset := self._alone(written)) is not None:
            return self.place(offset, len(target))
        places = self._targets.get(written)
        if places:
            return self._next(places, target)
        # An address with spaces or unusual brackets is not in the index.
        offset = self.plain.find("](" + target) if " " in target or "(" in target else -1
        return self.place(offset + 2 if offset >= 0 else -1, len(target))

    @cached_property
    def _is_literal(self) -> bool:
        """Whether addresses stand in the text as they are, and it is short enough to look each up by itself: for the few of
        an ordinary text that costs less than the index of all.
        """
        return len(self.text) <= _SHORT and "\\" not in self.text and "&" not in self.text

    def _alone(self, written: str) -> int | None:
        """Where an address stands that is written once, -1 where it is not written; None where only the index can tell."""
        offset = self.text.find(written) if written and not written.startswith("mailto:") else None
        if offset is None or offset < 0:
            return offset
        around = self.text[offset - 1 : offset] + self.text[offset + len(written) : offset + len(written) + 1]
        is_whole = len(around) == 2 and around[0] in _OPENING and around[1] in _CLOSING
        return offset if is_whole and self.text.find(written, offset + 1) < 0 else None

    def style_target(self, target: str) -> Place:
        """Where the next `url(…)` of `target` is written."""
        places = self._targets.get(target.strip())
        return self._next(places, target) if places else Place(self.path)

    def _next(self, places: deque[int], target: str) -> Place:
        return self.place(places.popleft() if len(places) > 1 else places[0], len(target))

    def find(self, written: str, skipped: int = 0, context: str = "") -> Place:
        """Where `written` stands next, outside code, once it has stood in `skipped` other places; or in the next
        `context`, some lines that hold it, if that is found. A mark of the library's in them is any piece of a line.
        """
        if context and (place := self._find_in(context, written)):
            return place
        if "\x02" in written:
            written = max(MARK.split(written), key=len).strip()
            if len(written) < _SHORTEST:
                return Place(self.path)
        if skipped and written not in self._taken:
            for _ in range(skipped):
                self.find(written)
        offset = self.plain.find(written, self._taken.get(written, 0))
        if offset >= 0:
            self._taken[written] = offset + len(written)
        return self.place(offset, len(written))

    def _find_in(self, context: str, written: str) -> Place | None:
        for text in (self.plain, self.unfenced):
            around, last = self._around.get(context) or (_find_spread(text, context, 0), 0)
            while around:
                found = _find_spread(text, written, max(around[0], last))
                if found and found[1] <= around[1]:
                    self._around[context] = around, found[1]
                    return self.place(found[0], found[1] - found[0])
                around = _find_spread(text, context, around[1])
        return None

    def within(self, number: int, begin: int, width: int = 1) -> Place:
        """A piece of a line of the text, both counted from 0."""
        return self.place(self._starts[number] + begin, width)

    def line(self, number: int) -> Place:
        """A line of the text, counted from 0, from its first letter to its end."""
        line = self.lines[number]
        return self.place(self._starts[number] + len(line) - len(line.lstrip()), len(line.strip()))

    @cached_property
    def _identifiers(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for found in _IDENTIFIERS.finditer(self.plain):
            places[found[found.lastindex or 0]].append(found.start(found.lastindex or 0))
        return places

    def identifier(self, name: str, number: int) -> Place:
        """Where an id is written for the `number`th time, counted from 0: in an attribute list or as HTML."""
        places = self._identifiers.get(name)
        return self.place(places[min(number, len(places) - 1)], len(name)) if places else Place(self.path)

    @cached_property
    def _first_levels(self) -> list[int]:
        return [found.start() for found in _FIRST_LEVEL.finditer(self.plain)]

    def first_level(self, number: int) -> Place:
        """Where the `number`th heading of the first level is written, counted from 0."""
        return self.place(self._first_levels[number]) if number < len(self._first_levels) else Place(self.path)

    def unbalanced(self, tag: str) -> Place:
        """The start tag that no end tag closes, or the end tag that closes nothing."""
        opened: list[int] = []
        for found in re.finditer(rf"<(/?){re.escape(tag)}(?![\w-])", self.plain, re.IGNORECASE):
            if not found[1]:
                opened.append(found.start())
            elif opened:
                opened.pop()
            else:
                return self.place(found.start(), len(tag) + 2)
        return self.place(opened[-1], len(tag) + 1) if opened else Place(self.path)


def _find_spread(text: str, written: str, start: int) -> tuple[int, int] | None:
    """Where `written` begins and ends in the text from `start` on, if each mark in it stands for a piece of a line."""
    first, *others = [piece for piece in MARK.split(written) if piece] or [""]
    begin = text.find(first, start) if first else -1
    for _ in range(_MOST_TRIED):
        if begin < 0:
            break
        end = begin + len(first)
        for piece in others:
            line_end = text.find("\n", end)
            found = text.find(piece, end, line_end + len(piece) if line_end >= 0 else len(text))
            if found < 0:
                break
            end = found + len(piece)
        else:
            return begin, end
        begin = text.find(first, begin + 1)
    return None


def _blank(found: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", found[0])


def _without_code_spans(text: str) -> str:
    pieces, kept = [], 0
    for start, end in code_spans(text):
        pieces += [text[kept:start], _NOT_NEWLINE.sub(" ", text[start:end])]
        kept = end
    return "".join(pieces) + text[kept:]


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of backticks begins, and where the next one of its length in the same paragraph ends."""
    runs: list[tuple[int, int]] = []
    for found in [*_TICKS.finditer(text), None]:
        if found is not None and found[0][0] == "`":
            first = start = found.start()
            while first and text[first - 1] == "\\":
                first -= 1
            start += (start - first) % 2
            runs += [(start, found.end())] if start < found.end() else []
            continue
        yield from _spans(runs)
        runs = []


def _spans(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    following: dict[int, int] = {}
    partner = [-1] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        partner[index] = following.get(length, -1)
        following[length] = index
    spans, index = [], 0
    while index < len(runs):
        if partner[index] >= 0:
            spans.append((runs[index][0], runs[partner[index]][1]))
            index = partner[index]
        index += 1
    return spans
