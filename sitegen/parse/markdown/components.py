"""A line that opens a component → its name and the values of its fields, each checked by its declared type.

    ::: button {to: ../pages/contatti.md, label: Prenota una chiamata}

The fields are YAML's flow mapping (https://yaml.org/spec/1.2.2/#742-flow-mappings).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from sitegen.parse.components import Component, Components, Field
from sitegen.parse.field_names import field_meant, value_meant
from sitegen.parse.fragment import Given
from sitegen.parse.markdown.embeds import embed_in
from sitegen.parse.markdown.source import Source
from sitegen.parse.nodes import Mapping, Node, Scalar, Unreadable
from sitegen.parse.uses import is_elsewhere
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, problem

LINE = re.compile(r" {0,3}:{3,}[ \t]*(?P<rest>[^\n]*?)[ \t]*")
PLACE = "<!--\x01"
"""Begins the comment that stands in the place of such a line; no writer can write it, for control characters are replaced."""
PICTURE = re.compile(r"\[?!\[")
DEEPEST = 8
MOST = 500
"""So many of a text are shown: each may show all that the site has of a kind."""
_NAME = re.compile(r"[^\s{]*")
_STUCK = re.compile(r"(?:^|\n)[ ]*(:{3,}[ \t]*(?P<name>[A-Za-z][\w-]*)?(?![^\n]*:::)[^\n]*)")
_TRUE, _FALSE = ("true", "yes"), ("false", "no")
_SCHEME = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)  # of the owner's own computer links tell themselves
_SEARCH = "https://www.google.com/maps/search/?api=1&query="


class Opening(NamedTuple):
    """A component on line `line` of the text, counted from 0; `place` is that of its name, `found` what is wrong with it. `name` is that
    which is meant, "" where nobody can tell.
    """

    name: str
    kind: Component
    fields: tuple[Given, ...]
    line: int
    place: Place
    found: tuple[Problem, ...] = ()


def read_opening(rest: str, line: int, source: Source, known: Components) -> Opening:
    """The component that the `rest` of a line opens, behind its colons. One that is unknown may have a text."""
    begin = max(source.lines[line].find(rest), 0)
    name = _NAME.match(rest)[0]  # type: ignore[index]  # it matches anything
    place = source.within(line, begin, len(name) or len(rest))
    kind = known.get(name)
    if kind is None:
        near = value_meant(name, known) if name else ""
        told = problem("E313", place, written=name or rest, near=near, known=", ".join(known), escape="\\:::")
        return Opening(near, Component(body="markdown"), (), line, place, (told,))
    written = rest[len(name) :].strip()
    at = source.within(line, begin + rest.rindex(written), len(written)) if written else place
    reader = _Fields(name, kind, source.path)
    fields = tuple(reader.read(written, at))
    return Opening(name, kind, fields, line, place, tuple(reader.found))


def stuck_in(words: str, known: Components) -> str:
    """A line among the words of a paragraph that was meant to begin or end a component; "" where there is none."""
    for found in _STUCK.finditer(words):
        name = found["name"] or ""
        if not name and found[1].strip(": \t"):
            continue
        if not name or name in known or value_meant(name, known):
            return found[1].strip()
    return ""


class _Fields:
    """Reads the fields of one component."""

    def __init__(self, name: str, kind: Component, path: str) -> None:
        self.name, self.kind, self.path = name, kind, path
        self.found: list[Problem] = []

    def read(self, written: str, at: Place) -> Iterator[Given]:
        node = self._mapping(written, at)
        if node is None:
            return
        known = self.kind.fields
        there = {key.text for key, _ in node.entries}
        missing = [name for name, field in known.items() if field.required and name not in there]
        meant = set()
        for key, value in node.entries:
            field = known.get(key.text)
            if field is None:
                near = field_meant(key.text, known, missing)
                meant.add(near)
                self._tell("E102", key.place, field=key.text, owner="component", group=self.name, near=near,
                           known=", ".join(known), free="")  # fmt: skip
            elif given := self._value(key, value, field):
                yield given
        for name in missing:
            if name not in meant:
                self._tell("E104", at._replace(width=1) if not written else at, field=name, owner="component", group=self.name, decoration="",
                           near="", cause="field.component")  # fmt: skip
        for name, field in known.items():
            if field.type == "questions" and name not in there:
                yield Given(name, field.type, "", at.line, at.column)

    def _tell(self, code: str, place: Place, **values: object) -> None:
        self.found.append(problem(code, place, **values))

    def _mapping(self, written: str, at: Place) -> Mapping | None:
        if not written:
            return Mapping((), at)
        fields = self.kind.fields
        names = [name for name, field in fields.items() if field.required] or [*fields][:1]
        form = f"::: {self.name} {{{', '.join(f'{name}: …' for name in names)}}}" if names else f"::: {self.name}"
        cause = "none" if not names else "braces" if written[0] != "{" else "open" if written[-1] != "}" else ""
        if cause:
            self._tell("E314", at, text=written, cause=f"component.{cause}", form=form)
            return None
        try:  # the spaces before it give each value its column
            node = from_yaml(" " * (at.column - 1) + written, self.path, at.line)
        except Unreadable as unreadable:
            self.found.append(unreadable.problem)
            return None
        return node if isinstance(node, Mapping) else None

    def _value(self, key: Scalar, node: Node, field: Field) -> Given | None:
        name = key.text
        if not isinstance(node, Scalar):
            self._tell("E105", node.place, field=name, expected="text", near="")
            return None
        if node.is_null or not node.text.strip():
            if field.required or field.type == "boolean":
                self._tell("E126", key.place, field=name, owner="component", group=self.name, decoration="")
            return None
        text = self._checked(node, field, name)
        return None if text is None else Given(name, field.type, text, *node.place[1:])

    def _checked(self, node: Scalar, field: Field, name: str) -> str | None:
        """The value as it is kept, None where it is wrong."""
        text = " ".join(node.text.split())
        if field.type in ("boolean", "choice"):
            allowed = field.values if field.type == "choice" else ("true", "false")
            said = "true" if text in _TRUE else "false" if text in _FALSE else text
            said = said if field.type == "boolean" else text
            if said not in allowed:
                self._tell("E107", node.place, field=name, written=text, near=value_meant(text, allowed),
                           known=", ".join(allowed))  # fmt: skip
                return None
            return said
        if field.type == "number" and not (text.isascii() and text.isdecimal() and len(text) <= 9):
            self._tell("E105", node.place, field=name, expected="count", near="")
            return None
        is_outside = is_elsewhere(text) or _SCHEME.match(text) is not None
        if field.type == "file" and is_outside:
            self._tell("E318", node.place, written=text, cause="shown.file")
            return None
        if field.type == "place" and not is_elsewhere(text):
            text = _SEARCH + quote(text, safe="")
        if field.type == "place" or (field.type == "film" and is_outside):
            embed = embed_in(text)
            wanted = ("maps",) if field.type == "place" else ("youtube", "vimeo")
            if embed is None or embed.provider not in wanted:
                self._tell("E318", node.place, written=text, cause=f"shown.{field.type}")
                return None
        return text
