"""Markdown in, `Fragment` out: HTML cut at its links and images, with headings, ids, words, excerpt and problems.

`shortcut` writes ordinary texts down, `dialect` is Python-Markdown with our dialect for all others and `cut` the one pass over
what that makes; `source` finds the lines.
"""

from __future__ import annotations

from sitegen.parse.components import Components
from sitegen.parse.fragment import Fragment
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.shortcut import write_ordinary
from sitegen.parse.markdown.source import Source


def to_fragment(text: str, *, path: str, first_line: int, language: str, typography: bool, column: int = 1,
                indent: int = 0, taken: tuple[str, ...] = (), components: Components | None = None) -> Fragment:  # fmt: skip
    """The fragment of a Markdown text that begins on line `first_line`, column `column`, of the file `path`; its further
    lines stand there indented by `indent` spaces. `taken` are the ids that are on its page already, `components` what may be
    written behind three colons; where nobody knows that (None) such a line is read as words.

    Never raises for what a user wrote: a text that is too deep or too long is an empty fragment with a problem.
    """
    text = text.replace("\r\n", "\n")
    draft = Draft(Source(text, path, first_line, column, indent), language, typography, taken)
    if write_ordinary(draft):
        return draft.fragment()
    from sitegen.parse.markdown.dialect import by_the_library  # it takes longer to load than most texts to be read

    return by_the_library(Source(text, path, first_line, column, indent), language, typography, taken, components)
