"""The inline patterns of the dialect: Python-Markdown's own, tried only where their sign occurs, and at a bounded cost."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from typing import TYPE_CHECKING, Any

from markdown.inlinepatterns import (
    AutomailInlineProcessor,
    BacktickInlineProcessor,
    DelimiterProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

from sitegen.parse.markdown.shortcodes import is_shortcode

if TYPE_CHECKING:
    from sitegen.parse.markdown.dialect.engine import Engine

_BRACKET = re.compile(r"[\[\]]")
_TICKS = re.compile("`+")
_SPECIAL = re.compile(r"[\\`*_\[<&]")
# What must occur in a text for a pattern to be worth trying; the last four also need a definition to refer to.
_SIGNS = {
    "backtick": "`", "colons": "\\:::", "escape": "\\", "footnote": "[^", "reference": "[", "link": "](", "image_link": "](",
    "image_reference": "![", "short_reference": "[", "short_image_ref": "![", "autolink": "://", "automail": "@",
    "linebreak": "  \n", "html": "<", "entity": "&", "em_strong": "",
}  # fmt: skip
_NEED_DEFINITIONS = ("short_reference", "short_image_ref")


class Inline(InlineTreeprocessor):
    """Applies the inline patterns to each text of the tree."""

    md: Engine

    def __init__(self, md: Engine) -> None:
        super().__init__(md)
        self.steps: list[tuple[int, str, bool, Any]] = []

    def prepare(self) -> None:
        """To be called when all patterns are registered."""
        names = {id(self.inlinePatterns[name]): name for name in _SIGNS}
        for index, pattern in enumerate(self.inlinePatterns):
            name = names.get(id(pattern), "")
            self.steps.append((index, _SIGNS.get(name, ""), name in _NEED_DEFINITIONS, pattern))

    # Python-Markdown has no public door here: this is its private method of the same name, with the shortcuts and the
    # guard. Were it renamed there, texts would still convert, and test_markdown would say that the guard is gone.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        if _SPECIAL.search(data) or "  \n" in data:
            data = self._read(data, patternIndex)
        if not patternIndex:
            self.md.look_for_slips(data)
        return data

    def _read(self, data: str, first: int) -> str:
        """The text with a mark for each thing that a pattern, from the one numbered `first` on, has found."""
        for index, sign, needs_definitions, pattern in self.steps[first:]:
            if sign not in data or (needs_definitions and not self.md.references):
                continue
            matched, start = True, 0
            while matched:
                self.md.budget.spend(8 + len(data) // 2000, "inline", data[:40])
                data, matched, start = self._apply(pattern, data, index, start)
        return data

    def _apply(self, pattern: Any, data: str, index: int, start: int) -> tuple[str, bool, int]:
        applied: tuple[str, bool, int] = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]
        return applied


class _Bounded(LinkInlineProcessor):
    """Finds closing brackets by leaps, and pays for those that are never closed."""

    md: Engine
    tangled = ""
    unclosed: frozenset[int] = frozenset()

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802
        """What stands between the brackets, where they end, and whether they do."""
        if data is self.tangled and index in self.unclosed:
            return "", index, False
        depth = 1
        for passed, bracket in enumerate(_BRACKET.finditer(data, index)):
            depth += 1 if bracket[0] == "[" else -1
            if depth == 0:
                self.md.budget.spend(passed // 2, "brackets", data[:40])
                return data[index : bracket.start()], bracket.end(), True
        self._find_unclosed(data)
        return "", index, False

    def _find_unclosed(self, data: str) -> None:
        """Remembers which brackets of the text are never closed, so that each is not followed to the end again."""
        seen, opened = 0, list[int]()
        for bracket in _BRACKET.finditer(data):
            seen += 1
            if bracket[0] == "[":
                opened.append(bracket.end())
            elif opened:
                opened.pop()
        self.md.budget.spend(1 + seen, "brackets", data[:40])
        self.tangled, self.unclosed = data, frozenset(opened)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        """Address, title, end, and whether there is a link."""
        if not data.startswith("(", index):
            return "", None, index, False
        link: tuple[str, str | None, int, bool] = super().getLink(data, index)
        self.md.budget.spend((link[2] - index) // 4, "brackets", data[index : index + 40])
        return link


class _Link(_Bounded, LinkInlineProcessor):
    pass


class _Image(_Bounded, ImageInlineProcessor):
    pass


class _Reference(_Bounded, ReferenceInlineProcessor):
    """Takes note of `[text][name]` without a definition; `[a][1]` after a word is an index, `[text] [name]` prose."""

    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802
        """The name of the definition, where it ends, and whether one is written."""
        name, end, handled = super().evalId(data, index, text)
        if handled and name and data.startswith("[", index) and text.strip():
            written, opening = data[index + 1 : end - 1], index - len(text) - 2
            index_like = opening > 0 and data[opening - 1].isalnum()
            if (
                written.strip()
                and not index_like
                and " ".join(name.split()) not in self.md.references
                and not (is_shortcode(f"[{written}]") or is_shortcode(f"[{text}]"))
            ):
                self.md.note("E307", f"][{written}]", ref=written)
        return name, end, handled


class _ImageReference(_Reference, ImageReferenceInlineProcessor):
    pass


class _ShortReference(_Bounded, ShortReferenceInlineProcessor):
    pass


class _ShortImageReference(_Bounded, ShortImageReferenceInlineProcessor):
    pass


class _Backtick(BacktickInlineProcessor):
    """Finds the closing backticks by leaps, and pays for the search."""

    def __init__(self, pattern: str, md: Engine) -> None:
        super().__init__(pattern)
        self.engine = md

    def find_code_spans(self, start: int, text: str) -> tuple[int, int | None]:  # type: ignore[override]
        """Where the code between the backticks at `start` begins and ends (None: nowhere)."""
        opening = _TICKS.match(text, start)
        length = len(opening[0]) if opening else 0
        after, longest, end = start + length, 0, 0
        for seen, run in enumerate(_TICKS.finditer(text, after)):
            size = len(run[0])
            if size == length:
                self.engine.budget.spend(seen // 4, "code", text[start : start + 40])
                return after, run.start()
            if size > longest:
                longest, end = size, run.end()
        self.engine.budget.spend(text.count("`", after) // 4 + len(text) // 1000, "code", text[start : start + 40])
        if 0 < longest < length:
            return after - (length - longest), end - longest
        return after, None


class _Emphasis(DelimiterProcessor):
    """Searches for the next sign by leaps."""

    md: Engine

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """The next sign that can open or close."""
        for sign in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[sign[0]]
            # The library goes through all that is open for some of these.
            self.md.budget.spend(1 + len(delimiter.stack) // 10, "emphasis", data[start : start + 40])
            found = delimiter.boundary.match(data, sign.start())
            if found is not None and (delimiter.stack or not (found.lastgroup or "").startswith("e")):
                return found
        return None


class _Email(AutomailInlineProcessor):
    """`<ciao@orelibere.example>` as a plain link: the library's scrambling hides it from no robot."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        """The link."""
        address = self.unescape(m[1]).removeprefix("mailto:")
        link = etree.Element("a", href="mailto:" + address)
        link.text = AtomicString(address)
        return link, m.start(), m.end()


class _Colons(InlineProcessor):
    r"""`\:::` as three colons that begin no component."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        """The colons."""
        return m[1], m.start(), m.end()


def register(md: Engine) -> None:
    """Puts the bounded patterns in the place of the library's."""
    patterns = md.inlinePatterns
    patterns.register(_Colons(r"\\(:{3,})", md), "colons", 185)
    for name, priority, made in (
        ("backtick", 190, _Backtick), ("reference", 170, _Reference), ("link", 160, _Link), ("image_link", 150, _Image),
        ("image_reference", 140, _ImageReference), ("short_reference", 130, _ShortReference),
        ("short_image_ref", 125, _ShortImageReference), ("automail", 110, _Email),
    ):  # fmt: skip
        patterns.register(made(patterns[name].pattern, md), name, priority)
    emphasis = _Emphasis("*", "strong,em", md)
    emphasis.add("_", "strong,em", smart=True)
    patterns.register(emphasis, "em_strong", 60)
    md.treeprocessors.register(Inline(md), "inline", 20)
