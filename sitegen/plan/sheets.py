"""Stylesheets of a theme and a site → one that the site's browsers understand, without what no visitor need download."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

import msgspec

from sitegen.problems import Place, Problem, problem

LEFT_OUT = ("android", "kaios", "op_mini")
"""Browsers by the names that browserslist has for them (https://github.com/browserslist/browserslist#browsers): those whose newest
version is as old as others are that nobody uses any more, or that has no CSS to speak of.
"""

_SCHEME_SWITCH = re.compile(r"--lightningcss-(?:light|dark):[^;}]*;?")
_LICENCE = re.compile(r"/\*!.*?\*/", re.DOTALL)
LONGEST, DEEPEST = 1_000_000, 100
_BRACKET = re.compile(r"[][(){}]")
_WHERE = re.compile(r":(\d+):(\d+)$")


class Part(msgspec.Struct, frozen=True):
    """A stylesheet, as it lies in a file of the site or a theme (`source`) or was made (""); its rules may belong to a `layer`."""

    text: str
    source: str = ""
    layer: str = ""

    @property
    def rules(self) -> str:
        """With its layer around it."""
        return f"@layer {self.layer}{{\n{self.text}\n}}" if self.layer else self.text


def compile_sheet(parts: Sequence[Part], since: int) -> tuple[str, tuple[Problem, ...]]:
    """The parts as one stylesheet for browsers of the year `since` and later: nested rules, colours and the like are written in the
    way that all of them know. A part that is no CSS is told, and stays as it is: browsers skip what they do not understand.
    """
    from lightningcss import process_stylesheet  # only where a stylesheet is made

    browsers = [f"since {since}", *(f"not {each} > 0" for each in LEFT_OUT)]
    compiled: Callable[[str], str] = partial(process_stylesheet, browsers_list=browsers, minify=True)
    whole = "\n".join(each.rules for each in parts)
    if len(whole) > LONGEST or _depth(whole) > DEEPEST:
        return whole, ()  # more than the library can bear
    try:
        css = _without_switch(compiled(whole))
        licences = [
            each for each in dict.fromkeys(_LICENCE.findall(whole, 0, whole.rfind("*/") + 2)) if each not in css
        ]
        return "".join(licences) + css, ()
    except ValueError:
        texts, problems = zip(*(_alone(each, compiled) for each in parts), strict=True)
        return "\n".join(texts), tuple(each for each in problems if each)


def _alone(part: Part, compiled: Callable[[str], str]) -> tuple[str, Problem | None]:
    try:
        compiled(part.text)
        return compiled(part.rules), None
    except ValueError as error:
        where = _WHERE.search(str(error))
        line, column = (int(where[1]) + 1, int(where[2])) if where else (0, 0)
        return part.rules, problem("W503", Place(part.source, line, column))


def _depth(css: str) -> int:
    """How deep brackets stand in each other."""
    depth = deepest = 0
    for bracket in _BRACKET.findall(css):
        depth = depth + 1 if bracket in "{[(" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _without_switch(css: str) -> str:
    """Without the two variables by which colours written with `light-dark()` are chosen, where there are none."""
    return css if "var(--lightningcss-" in css else _SCHEME_SWITCH.sub("", css)
