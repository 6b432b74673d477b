"""What YAML, TOML and JSON are read into: values as they were written, each with its place.

YAML guesses (`no` is False, `12:30` is 750, `1.10` is 1.1) never happen here: a scalar stays text until `parse.fields`
converts it by the declared type of its field.
"""

from __future__ import annotations

import re

import msgspec

from sitegen.problems import Place, Refused

MAX_DEPTH = 12
MAX_SIZE = 256 * 1024


class Scalar(msgspec.Struct, frozen=True):
    """Text as written; `plain` says that it stood without quotes, `indent` by how many spaces each line of a block (`|`)
    is indented, which are no part of the text. `note` is the comment behind it on its last line, with the spaces between;
    where nothing is written, the one that stands in its stead.
    """

    text: str
    plain: bool
    place: Place
    indent: int = 0
    note: str = ""

    @property
    def is_null(self) -> bool:
        """Whether nothing was written (`key:`, `~`, `null`)."""
        return self.plain and self.text in ("", "~", "null")


class Sequence(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Mapping(msgspec.Struct, frozen=True):
    """Keys and values in the order in which they were written."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def place_of(self, key: str) -> Place:
        """Where `key` itself is written, else where the mapping begins."""
        return next((name.place for name, _ in self.entries if name.text == key), self.place)

    def get(self, key: str) -> Node | None:
        """The value of `key`, None where it is absent or null."""
        for name, value in self.entries:
            if name.text == key:
                return None if isinstance(value, Scalar) and value.is_null else value
        return None


Node = Scalar | Sequence | Mapping


class Unreadable(Refused):
    """Text that is not YAML, TOML or JSON as sitegen takes it; `problem` says where and why."""


def natural(node: Node) -> object:
    """The value of a free field (`extra:`, data files): numbers, true and false, null, else text. Only what YAML 1.2
    calls so: `no`, `12:30`, `0123` and dates stay text, and so does a number that a page would show in another form than
    it was written (`37.50`, `-0`).
    """
    match node:
        case Sequence():
            return [natural(item) for item in node.items]
        case Mapping():
            return {key.text: natural(value) for key, value in node.entries}
    if not node.plain:
        return node.text
    if node.is_null:
        return None
    if node.text in ("true", "false"):
        return node.text == "true"
    return _number(node.text)


def _number(text: str) -> int | float | str:
    """The number that `text` is, or the text itself where the number would be shown otherwise."""
    if not re.fullmatch(r"-?(0|[1-9]\d{0,14})(\.\d{1,15})?", text):
        return text
    number = float(text) if "." in text else int(text)
    return number if str(number) == text else text
