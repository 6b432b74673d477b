"""Python-Markdown with the extensions of the dialect: a `Source` in, raw HTML out, with what was found on the way."""

from __future__ import annotations

import re
import threading
import xml.etree.ElementTree as etree
from typing import NamedTuple, cast

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.preprocessors import Preprocessor

from sitegen.parse import components
from sitegen.parse.markdown import limits, slips
from sitegen.parse.markdown.components import Opening, stuck_in
from sitegen.parse.markdown.dialect import inline
from sitegen.parse.markdown.dialect.callouts import Callouts
from sitegen.parse.markdown.dialect.components import Components
from sitegen.parse.markdown.dialect.contents import Contents
from sitegen.parse.markdown.dialect.embeds import Embeds
from sitegen.parse.markdown.dialect.lookalikes import Indented, Underlined
from sitegen.parse.markdown.dialect.notes import Footnotes
from sitegen.parse.markdown.dialect.shapes import Shapes, Tables, Tasks
from sitegen.parse.markdown.fences import to_block
from sitegen.parse.markdown.habits import habits_in
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.raw_html import Unclosed, Unread, findings
from sitegen.parse.markdown.shortcodes import Shortcode, shortcodes_in, worth_telling
from sitegen.parse.markdown.source import MARK, Source
from sitegen.problems import Problem

MOST_FINDINGS = 100

# A sign without which a block cannot be of that kind, so that most tests of most blocks cost nothing.
_SIGNS = {
    "markdown_block": "\x02", "hashheader": "#", "quote": ">", "deflist": ":", "footnote": "[^", "reference": "]:",
    "abbr": "*[", "setextheader": "\n", "contents": "[",
}  # fmt: skip
_RAW_HTML = re.compile(r"<[A-Za-z/!?]")


class Finding(NamedTuple):
    """Something wrong, where `written` stands next in the text (but for the first `skipped` times), in the next `context`
    if there is one, or on `line`, counted from 0.
    """

    code: str
    written: str
    values: dict[str, str]
    line: int = -1
    skipped: int = 0
    context: str = ""


class Html(NamedTuple):
    """A text as HTML, the components that it opens, and what was found wrong: what has a place, and what has yet to be found."""

    text: str
    openings: tuple[Opening, ...]
    problems: tuple[Problem, ...]
    findings: list[Finding]


class Engine(Markdown):
    """One parser for one language, used for text after text. `known` are the components that there are, None where nobody knows."""

    def __init__(self, language: str) -> None:
        self.labels = labels(language)
        self.budget = limits.Budget()
        self.findings: list[Finding] = []
        self.shortcodes: list[Shortcode] = []
        self.indented: list[str] = []  # of each block of indented code the first line where it is prose, else ""
        self.source = Source("", "")
        self.unfenced: list[str] = []
        self.known: components.Components | None = None
        footnotes = Footnotes()
        extensions = [AttrListExtension(), DefListExtension(), footnotes, MarkdownInHtmlExtension(),
                      SaneListExtension(), AbbrExtension()]  # fmt: skip
        super().__init__(output_format="html", extensions=extensions)
        # Asked for every element several times: a set answers sooner than the library's list.
        self.block_level_elements = frozenset(self.block_level_elements)  # type: ignore[assignment]
        inline.register(self)
        self.preprocessors.register(_Fences(self), "fences", 29)
        self.preprocessors.register(_RawHtml(self), "html_block", 20)
        self.parser.blockprocessors.register(_Cost(self), "cost", 1000)
        self.components = Components(self)
        self.parser.blockprocessors.register(self.components, "components", 110)
        self.parser.blockprocessors.register(Callouts(self), "callout", 104)
        self.parser.blockprocessors.register(Contents(self), "contents", 103)
        self.parser.blockprocessors.register(Embeds(self), "embed", 102)
        self.parser.blockprocessors.register(Indented(self), "code", 80)
        self.parser.blockprocessors.register(Tables(self), "table", 75)
        self.parser.blockprocessors.register(Underlined(self), "setextheader", 60)
        self.treeprocessors.register(Tasks(self), "tasks", 25)
        self.treeprocessors.register(Shapes(self, footnotes), "shapes", 6)
        cast("inline.Inline", self.treeprocessors["inline"]).prepare()
        for name, sign in _SIGNS.items():
            _spare(self.parser.blockprocessors[name], sign)

    def note(self, code: str, written: str, *, skipped: int = 0, context: str = "", **values: str) -> None:
        """Takes note of something wrong; the first hundred of a text are enough."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(code, written, values, skipped=skipped, context=context))

    def look_for_slips(self, left: str) -> None:
        """Takes note of what was meant to be Markdown in the words that are left of a text."""
        for slip in (*slips.marks_in(left), *slips.lines_in(left)):
            context = slips.lines_around(left, slip.written)
            self.note("W306", slip.written, context=context, cause=f"slip.{slip.cause}", near=slip.near)
        if table := slips.table_in(left):
            context = slips.lines_around(left, table.written)
            self.note("W305", table.written, context=context, cause=f"table.{table.cause}", near=table.near)
        if ":::" in left and self.known is not None and (line := stuck_in(left, self.known)):
            self.note("W308", line, context=line, text=line, escape="\\:::")
        self.shortcodes += shortcodes_in(left)

    def note_in_html(self, found: Unclosed | Unread | Shortcode) -> None:
        """Takes note of what is wrong in raw HTML."""
        match found:
            case Unclosed(tag, line):
                self.note("E309", tag, context=line, tag=tag)
            case Unread(written, line, names):
                near = " ".join(f'<{name} markdown="1">' for name in names)
                self.note("W304", written, context=line, tag=f"<{names[-1]}>", text=MARK.sub("…", written), near=near)
            case Shortcode():
                self.shortcodes.append(found)

    def html(self, source: Source, known: components.Components | None = None) -> Html:
        """The HTML of a text. Raises TooMuch."""
        self.reset()
        self.source, self.findings, self.known = source, [], known
        self.unfenced = source.unfenced.split("\n") if ":::" in source.text else []
        self.components.begin()
        self.budget.refill(source.text)
        limits.check(source.unfenced, self.budget)
        self.shortcodes, self.indented = [], []
        html = self.convert(source.text)
        self._note_the_whole(source)
        self.components.end()
        found = self.components
        return Html(html, tuple(found.openings), tuple(found.problems[:MOST_FINDINGS]), self.findings)

    def _note_the_whole(self, source: Source) -> None:
        """Takes note of what is told from all of the text."""
        for slip in (*slips.bullets_in(source.plain), *habits_in(source.plain, source.unfenced)):
            self.note("W306", slip.written, context=slip.written, cause=f"slip.{slip.cause}", near=slip.near)
        for line in self.indented if all(self.indented) else ():
            self.note("W306", line, context=line, cause="slip.indented", near="")
        for each in worth_telling(self.shortcodes):
            self.note("W307", each.written, cause=f"shortcode.{each.kind}", text=MARK.sub("…", each.written))


def _spare(processor: BlockProcessor, sign: str) -> None:
    whole_test = processor.test

    def test(parent: etree.Element, block: str) -> bool:
        return sign in block and whole_test(parent, block)

    processor.test = test  # type: ignore[method-assign]  # the library offers no wrapper


class _Cost(BlockProcessor):
    """Never takes a block: it is asked first about each, and counts."""

    def __init__(self, md: Engine) -> None:
        super().__init__(md.parser)
        self.budget = md.budget

    def test(self, parent: etree.Element, block: str) -> bool:
        """Pays for the block."""
        self.budget.spend(40 + len(block) // 6, "blocks", block[:40])
        return False


class _Fences(Preprocessor):
    """Puts finished code blocks in the place of fences, as soon as lines hold nothing but text."""

    md: Engine

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark for each block."""
        for fence in reversed(self.md.source.fences):
            if fence.last < 0:
                self.md.findings.append(Finding("E308", "", {}, fence.first))
                continue
            block = to_block(fence)
            if block.unknown:
                self.md.findings.append(Finding("W302", "", {"language": block.unknown}, fence.first))
            stashed = " " * fence.indent + self.md.htmlStash.store(block.html)
            lines[fence.first : fence.last + 1] = ["", stashed, ""]
        return lines


class _RawHtml(HtmlBlockPreprocessor):
    """Texts without tags need no HTML parser."""

    md: Engine

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a mark for each piece of raw HTML."""
        if not any("<" in line and _RAW_HTML.search(line) for line in lines):
            return lines
        stash = self.md.htmlStash.rawHtmlBlocks
        before = len(stash)
        lines = super().run(lines)
        for found in findings(stash[before:]):
            self.md.note_in_html(found)
        return lines


class _Kept(threading.local):
    """The engines of a thread by language: making one costs as much as ten paragraphs."""

    def __init__(self) -> None:
        self.engines: dict[str, Engine] = {}


_kept = _Kept()


def to_html(source: Source, language: str, known: components.Components | None = None) -> Html:
    """The HTML of a text and what was found wrong. Raises TooMuch.

    After any failure the engine is thrown away: its state could reach into the next text.
    """
    engine = _kept.engines.pop(language, None) or Engine(language)
    try:
        html = engine.html(source, known)
    except RecursionError:
        raise limits.TooMuch("nesting") from None
    _kept.engines[language] = engine
    return html
