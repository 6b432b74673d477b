"""The text of a document → its front matter as nodes, and its body with the line at which it begins.

python-frontmatter knows the fences (YAML `---`, TOML `+++`, JSON `{`); its lax boundary would take `-----` anywhere for a
fence and an unclosed one for text, so the boundary is strict here and a missing one is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from sitegen.parse import nodes
from sitegen.parse.json_text import from_json
from sitegen.parse.toml_text import from_toml
from sitegen.parse.yaml_lines import from_lines
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, problem


class Parts(msgspec.Struct, frozen=True):
    """A document's two halves; `first_line` is the file's line at which `body` begins."""

    meta: nodes.Node
    body: str
    first_line: int


class _TOMLHandler(BaseHandler):
    START_DELIMITER = END_DELIMITER = "+++"


def _yaml(text: str, path: str, first_line: int) -> nodes.Node:
    return from_lines(text, path, first_line) or from_yaml(text, path, first_line)


_FORMATS: tuple[tuple[BaseHandler, str, Callable[[str, str, int], nodes.Node]], ...] = (
    (YAMLHandler(fm_boundary=re.compile(r"^---[ \t]*$\n?", re.MULTILINE)), "---", _yaml),
    (_TOMLHandler(fm_boundary=re.compile(r"^\+\+\+[ \t]*$\n?", re.MULTILINE)), "+++", from_toml),
    (JSONHandler(fm_boundary=re.compile(r"^[{}][ \t]*$", re.MULTILINE)), "}", from_json),
)


def split(text: str, path: str) -> Parts:
    """The parts of the document `text` (LF line ends, no BOM). Raises `nodes.Unreadable`."""
    for handler, fence, read in _FORMATS:
        if not handler.detect(text):
            continue
        try:
            written, body = handler.split(text)
        except ValueError:
            raise nodes.Unreadable(_unclosed(text, path, fence)) from None
        is_json = isinstance(handler, JSONHandler)
        meta = read(written, path, 1 if is_json else 2)
        return Parts(meta, body, _first_line(text, body))
    raise nodes.Unreadable(_missing(text, path))


def body_of(text: str) -> tuple[str, int] | None:
    """The body of a document whose front matter may not be readable, and the line at which it begins; None where nobody can tell
    where the front matter ends.
    """
    handler = next((each for each, _, _ in _FORMATS if each.detect(text)), None)
    try:
        body = handler.split(text)[1] if handler else None
    except ValueError:
        return None
    return None if body is None else (body, _first_line(text, body))


def _first_line(text: str, body: str) -> int:
    return text.count("\n", 0, len(text) - len(body)) + 1


_NEARLY_A_FENCE = re.compile(r"[ \t]*[-\u2013\u2014.=*_~+]{2,}[ \t]*")


def _unclosed(text: str, path: str, fence: str) -> Problem:
    """Front matter without its end, told where a line before the first blank one nearly is that end."""
    for number, line in enumerate(text.split("\n")[1:], 2):
        if not line.strip():
            break
        if _NEARLY_A_FENCE.fullmatch(line):
            return problem("E101", Place(path, number, 1, len(line)), fence=fence, near=fence)
    return problem("E101", Place(path, 1, 1, len(fence)), fence=fence, near="")


def _missing(text: str, path: str) -> Problem:
    first = text.partition("\n")[0]
    if text.lstrip().startswith(("---", "+++")) and text[:1].isspace():
        cause = "fence.space" if first.strip() else "fence.empty"
        return problem(
            "E113", Place(path, 1, 1, len(first) - len(first.lstrip())), cause=cause, fence=text.lstrip()[:3]
        )
    if re.match(r"-{2,}|—|–|\+{2,}", first):
        fence = "+++" if first.startswith("+") else "---"
        return problem("E113", Place(path, 1, 1, len(first)), cause="fence.signs", fence=fence)
    return problem("E100", Place(path, 1, 1), fields=path.split("/")[1] if "/" in path else "")
