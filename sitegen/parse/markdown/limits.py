"""What a text may cost: guards that stop a conversion which would take minutes, by counting, never by the clock.

Python-Markdown is quadratic on unclosed brackets, tags and blocks, and recurses on nesting. Each guarded step spends
about what it costs in microseconds, so that the same text is refused on every machine and at every stack depth.
"""

from __future__ import annotations

import re

LARGEST = 2_000_000
DEEPEST = 30
ALLOWANCE = 1_000_000

_MARKERS = re.compile(r"^(?:[ \t]*(?:>|(?:[-*+:]|\d{1,9}\.)[ \t])){31}", re.MULTILINE)
_DEEP_ITEM = re.compile(r"^(?: {4}|\t){31}[ \t]*(?:[-*+:>]|\d{1,9}\.)(?=[ \t])", re.MULTILINE)
_RULE = re.compile(r"[ \t]*([-*+])[ \t]*(?:\1[ \t]*)*")
_TAG_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_TAG_REACH = re.compile(r"(?:[^\"'>=]++|=(?:\s*+(?:\"[^\"]*\"|'[^']*'))?|[\"'])*+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


class TooMuch(Exception):
    """The text would cost too much: `what` is size, nesting, blocks, inline, brackets,
    emphasis, braces, code, notes, components, boxes or html, and `near` some
    characters of the text to find the place by.
    """

    def __init__(self, what: str, near: str = "") -> None:
        super().__init__(what)
        self.what, self.near = what, near


class Budget:
    """What is left of a conversion's allowance, in microseconds or so."""

    def __init__(self) -> None:
        self.left = 0

    def refill(self, text: str) -> None:
        """The allowance of a new text: a long one may cost more."""
        self.left = ALLOWANCE + len(text)

    def spend(self, cost: int, what: str, near: str = "") -> None:
        """Takes `cost`; raises TooMuch when nothing is left."""
        self.left -= cost
        if self.left < 0:
            raise TooMuch(what, near)


def check(text: str, budget: Budget) -> None:
    """Raises TooMuch for a text (without its fenced code) whose shape alone shows that it is too deep or too tangled."""
    if len(text) > LARGEST:
        raise TooMuch("size")
    for found in (*_MARKERS.finditer(text), *_DEEP_ITEM.finditer(text)):
        line = text[found.start() :].partition("\n")[0]
        if not _RULE.fullmatch(line):
            raise TooMuch("nesting", line[:80])
    if "<" in text:
        _check_tags(text, budget)
    if text.count("{") > DEEPEST or text.count("`") > DEEPEST:
        for line in text.split("\n"):
            budget.spend(line.count("{") * len(line) // 50, "braces", line[:80])
            if "|" in line:
                budget.spend(line.count("`") ** 2 // 20, "code", line[:80])


def _check_tags(text: str, budget: Budget) -> None:
    """The HTML parser reads on from each `<` as far as a tag could reach, and goes through all elements that are open
    in a paragraph at each end tag and comment.
    """
    for opening in _TAG_OPENING.finditer(text):
        reach = _TAG_REACH.match(text, opening.end())
        if reach:
            budget.spend(len(reach[0]) // 20, "html", "<" + reach[0][:40])
    for paragraph in _BLANK_LINE.split(text):
        signs = paragraph.count("<")
        if signs > DEEPEST:
            budget.spend(4 * signs * paragraph.count("<!--") + signs**2 // 300, "html", paragraph.lstrip("\n")[:40])
