"""The one voice that prints: problems with their lines, progress, the summary of a build."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO

from sitegen.messages import count, words_of
from sitegen.problems import Problem

RED, YELLOW, GREEN, BLUE, DIM, BOLD = "31", "33", "32", "36", "2", "1"
WIDEST, NARROWEST = 160, 30
"""Characters of a line that are shown at most, and in a terminal however narrow."""
PATIENCE = 0.5  # seconds before a build is long enough for a progress bar


class Voice:
    """Speaks one language; in colour only to a terminal, and never where `NO_COLOR` is set (https://no-color.org)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._started = time.monotonic()
        self._bar = 0
        self._told: set[str] = set()

    def paint(self, text: str, style: str, stream: TextIO) -> str:
        """`text` in an ANSI style, where the stream shows styles."""
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty()
        return text if plain else f"\x1b[{style}m{text}\x1b[0m"

    def tell(self, text: str, style: str = "", indent: str = "", stream: TextIO | None = None) -> None:
        """Prints a sentence, or several on lines of their own, in an ANSI style."""
        shown = folded(text, stream := stream or sys.stdout, indent)
        print(self.paint(shown, style, stream) if style else shown, file=stream, flush=True)

    def problems(self, problems: Iterable[Problem], excerpts: Iterable[str], stream: TextIO) -> None:
        """Each problem with its place, its line and a caret, and what to do."""
        for each, excerpt in zip(problems, excerpts, strict=True):
            print(self.problem(each, excerpt, stream), file=stream)

    def problem(self, problem: Problem, excerpt: str, stream: TextIO, rule: str = "") -> str:
        """One problem as text; `excerpt` is the line at which it points, "" where it means a whole file; `rule` the name of the one
        that it breaks.
        """
        words = words_of(problem, self.language)
        place = problem.place
        where = f"{place.path}:{place.line}:{place.column}" if place.line and place.column else place.path
        if place.line and not place.column:
            where = f"{place.path}:{place.line}"
        style = RED if problem.is_error else YELLOW
        headline = printable(words.headline)
        code = f"{problem.code} ({rule})" if rule else problem.code
        head = f"{self.paint(printable(where), BOLD, stream)}  {self.paint(code, style, stream)} "
        lines = [folded(headline, stream, "  ", head)]
        lines.extend(self._excerpt(problem, excerpt, printable(words.hint), style, stream))
        lines.extend(folded(printable(line), stream, "  ") for line in words.advice.split("\n") if line)
        return "\n".join(lines) + "\n"

    def _excerpt(self, problem: Problem, written: str, hint: str, style: str, stream: TextIO) -> list[str]:
        place = problem.place
        if not (written and place.line):
            return [folded(hint, stream, "  ")] if hint else []
        column = max(place.column, 1)
        margin = len(str(place.line)) + 4
        widest = room(stream, margin + len(" | "))
        start = max(0, column - widest // 2) if len(written) > widest else 0
        shown = printable(written[start : start + widest].replace("\t", " "))
        width = max(1, min(place.width, len(shown) - (column - 1 - start)))
        excerpt = [self.paint(f"{place.line:>{margin}} | ", DIM, stream) + shown]
        if place.column:
            below = " " * (column - 1 - start) + "^" * width
            fits = not stream.isatty() or len(below) + 1 + len(hint) <= widest
            caret = below + (f" {hint}" if hint and fits else "")
            excerpt.append(self.paint(" " * margin + " | ", DIM, stream) + self.paint(caret, style, stream))
            hint = "" if fits else hint
        if hint:
            excerpt.append(folded(hint, stream, " " * margin + "   "))
        return excerpt

    def tally(self, problems: Iterable[Problem], stream: TextIO) -> str:
        """«2 errori, 1 avviso»; "" where there is nothing."""
        found = list(problems)
        wrong = sum(each.is_error for each in found)
        parts = []
        if wrong:
            parts.append(self.paint(count("errors", wrong, self.language), RED, stream))
        if len(found) > wrong:
            parts.append(self.paint(count("warnings", len(found) - wrong, self.language), YELLOW, stream))
        return ", ".join(parts)

    def progress(self, label: str, done: int, total: int) -> None:
        """A bar on the terminal of a build that takes its time; elsewhere a line for each thing that does."""
        stream = sys.stderr
        if not stream.isatty() or os.environ.get("TERM") == "dumb":
            if total and label not in self._told and time.monotonic() - self._started >= PATIENCE:
                self._told.add(label)
                print(f"{label}: {total}", file=stream, flush=True)
            return
        if total == 0 or time.monotonic() - self._started < PATIENCE or (done * 50 // total) == self._bar != 0:
            return
        self._bar = done * 50 // total
        stream.write(f"\r\x1b[K{label} [{'#' * (self._bar // 2):<25}] {done}/{total}")
        stream.flush()

    def end_progress(self) -> None:
        """Takes the bar away."""
        if self._bar and sys.stderr.isatty():
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def printable(line: str) -> str:
    """Control characters of a user's file must not reach the terminal as such."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "\N{REPLACEMENT CHARACTER}", line)


def as_typed(path: str) -> str:
    """A path as it is typed in any shell, between quotes where one would not take it as it is."""
    if re.fullmatch(r"[\w./-]+", path):
        return path
    return shlex.quote(path) if re.search(r'["$`!\\]', path) else f'"{path}"'


def folded(text: str, stream: TextIO, indent: str = "", head: str = "") -> str:
    """Each line of `text` behind `indent`, the first behind `head` if there is one; in a terminal it ends between words where that
    would break one. What stands behind two spaces, or alone on an indented line, is to be typed and stays together; what explains a name
    on such a line goes on below itself.
    """
    lines = [(head if head and number == 0 else indent, line) for number, line in enumerate(text.split("\n"))]
    if not stream.isatty():
        return "\n".join(before + line for before, line in lines)
    width, told = room(stream, 0), []
    for before, line in lines:
        start = found.group() if (found := _EXPLAINED.match(line)) else ""
        further = indent + " " * min(_width(start), width // 2)
        told.append(_broken(before + start, _pieces(line[len(start) :]), further, width))
    return "\n".join(told)


_EXPLAINED = re.compile(r" +(?:\S| (?! )){1,24} {2,}(?=\S)")
_GAP = re.compile(r"( {2,})")
_STYLE = re.compile(r"\x1b\[[\d;]*m")


def _pieces(line: str) -> Iterator[tuple[str, str]]:
    """Between what a line may be broken, each with the spaces before it: words, and what is to be typed."""
    parts = [line] if line.startswith(" ") else _GAP.split(line)
    for at in range(0, len(parts), 2):
        gap = parts[at - 1] if at else ""
        is_typed = at % 4 != 0 or line.startswith(" ")
        for word in [parts[at]] if is_typed else parts[at].split(" "):
            yield gap, word
            gap = " "


def _broken(start: str, pieces: Iterable[tuple[str, str]], further: str, width: int) -> str:
    lines, line = [], start
    for gap, word in pieces:
        if line.strip() and _width(line + gap + word) > width:
            lines.append(line.rstrip(" "))
            line = further + word
        else:
            line += gap + word
    return "\n".join([*lines, line.rstrip(" ")])


def _width(text: str) -> int:
    """How many characters of a text are seen, which those that colour it are not."""
    return len(_STYLE.sub("", text))


def room(stream: TextIO, margin: int) -> int:
    """How many characters of a line are shown, so that the terminal need not break it."""
    if not stream.isatty():
        return WIDEST
    return max(min(shutil.get_terminal_size().columns - margin, WIDEST), NARROWEST)
