"""The table of contents of a text: which headings it lists, and, where `[TOC]` stands alone, the list itself.

The marker is Python-Markdown's own (https://python-markdown.github.io/extensions/toc/). Its list can be written only when
the ids of all headings are chosen, so until then a comment stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from sitegen.parse.fragment import Heading

MARKER = re.compile(r" {0,3}\[TOC\] *", re.IGNORECASE)
ANYWHERE = re.compile(r"\[TOC\]", re.IGNORECASE)
PLACE = "<!--[TOC]-->"


def outline(headings: Iterable[Heading]) -> tuple[tuple[Heading, tuple[Heading, ...]], ...]:
    """The second-level headings, each with the third-level ones below it; what is deeper is not listed."""
    tree: list[tuple[Heading, list[Heading]]] = []
    for heading in headings:
        if heading.level == 2 or (heading.level == 3 and not tree):
            tree.append((heading, []))
        elif heading.level == 3:
            tree[-1][1].append(heading)
    return tuple((heading, tuple(below)) for heading, below in tree)


def written(headings: Iterable[Heading], title: str) -> tuple[list[str], list[str]]:
    """The list as HTML, cut at its links, and where these lead; as the theme's `partials/toc.html` writes it. Nothing at all
    where there is nothing to list.
    """
    pieces, targets = [f'<details class="toc"><summary>{escape(title)}</summary><ol>'], list[str]()

    def add(heading: Heading) -> None:
        pieces[-1] += '<li><a href="'
        targets.append(f"#{heading.id}")
        pieces.append(f'">{escape(heading.text, quote=False)}</a>')

    for heading, below in outline(headings):
        add(heading)
        if below:
            pieces[-1] += "<ol>"
            for each in below:
                add(each)
                pieces[-1] += "</li>"
            pieces[-1] += "</ol>"
        pieces[-1] += "</li>"
    pieces[-1] += "</ol></details>"
    return (pieces, targets) if targets else ([""], [])
