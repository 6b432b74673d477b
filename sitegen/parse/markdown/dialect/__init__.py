"""Python-Markdown with our dialect, and what it makes cut into a fragment: the way of every text that is not ordinary."""

from __future__ import annotations

import msgspec

from sitegen.parse.components import Components
from sitegen.parse.fragment import Fragment
from sitegen.parse.markdown.cut import cut
from sitegen.parse.markdown.dialect.engine import Finding, to_html
from sitegen.parse.markdown.draft import MOST_PROBLEMS, Draft
from sitegen.parse.markdown.limits import TooMuch
from sitegen.parse.markdown.source import Source
from sitegen.problems import Place, ordered, problem


def by_the_library(source: Source, language: str, typography: bool, taken: tuple[str, ...] = (),
                   known: Components | None = None) -> Fragment:  # fmt: skip
    """The fragment of a text that holds anything, ordinary or not."""
    problems = [
        problem("E304", source.place(offset), character=f"U+{ord(character):04X}")
        for offset, character in source.controls[:MOST_PROBLEMS]
    ]
    try:
        html = to_html(source, language, known)
    except TooMuch as excess:
        return Fragment(problems=ordered([*problems, problem("E303", _near(source, excess), what=excess.what)]))
    draft = Draft(source, language, typography, taken)
    draft.openings = html.openings
    cut(html.text, draft)
    fragment = draft.fragment()
    problems += (*fragment.problems, *html.problems)
    problems += (problem(found.code, _place(source, found), **found.values) for found in html.findings)
    return msgspec.structs.replace(fragment, problems=ordered(problems))


def _place(source: Source, finding: Finding) -> Place:
    if finding.line >= 0:
        return source.line(finding.line)
    return source.find(finding.written, finding.skipped, finding.context)


def _near(source: Source, excess: TooMuch) -> Place:
    """Where it became too much: where the text near it stands, else (it is half converted by then) the longest line."""
    near = excess.near.split("\n")[0].split("\x02")[0]
    found = source.find(near) if near.strip() else Place(source.path)
    if found.line or not excess.near:
        return found
    return source.line(max(range(len(source.lines)), key=lambda number: len(source.lines[number])))
