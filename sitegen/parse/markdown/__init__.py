"""Markdown in, `Fragment` out: HTML cut at its links and images, with headings, ids, words, excerpt and problems.

`engine` is Python-Markdown with our dialect, `cut` the one pass over what it makes, `source` finds the lines.
"""

from __future__ import annotations

from itertools import islice

from sitegen.parse.fragment import Fragment
from sitegen.parse.markdown.cut import MOST_PROBLEMS, Cutter
from sitegen.parse.markdown.engine import Finding, to_html
from sitegen.parse.markdown.limits import TooMuch
from sitegen.parse.markdown.source import NOT_A_CHARACTER, Source
from sitegen.problems import Place, ordered, problem


def to_fragment(text: str, *, path: str, first_line: int, language: str, typography: bool, column: int = 1,
                indent: int = 0) -> Fragment:  # fmt: skip
    """The fragment of a Markdown text that begins on line `first_line`, column `column`, of the file `path`; its further
    lines stand there indented by `indent` spaces.

    Never raises for what a user wrote: a text that is too deep or too long is an empty fragment with a problem.
    """
    text = text.replace("\r\n", "\n")
    source = Source(text, path, first_line, column, indent)
    problems = [
        problem("E304", source.place(found.start()), character=f"U+{ord(found[0]):04X}")
        for found in islice(NOT_A_CHARACTER.finditer(text), MOST_PROBLEMS)
    ]
    try:
        html, findings = to_html(source, language)
    except TooMuch as excess:
        return Fragment(problems=ordered([*problems, problem("E303", _near(source, excess), what=excess.what)]))
    fragment = Cutter(source, language, typography).fragment(html)
    problems += fragment.problems
    problems += (problem(found.code, _place(source, found), **found.values) for found in findings)
    return Fragment(
        fragment.parts, fragment.slots, fragment.headings, fragment.ids, fragment.words, fragment.excerpt,
        ordered(problems),
    )  # fmt: skip


def _place(source: Source, finding: Finding) -> Place:
    return source.find(finding.written, finding.skipped) if finding.line < 0 else source.line(finding.line)


def _near(source: Source, excess: TooMuch) -> Place:
    near = excess.near.split("\n")[0].split("\x02")[0]
    return source.find(near) if near.strip() else Place(source.path)


__all__ = ["to_fragment"]
