"""What can be written as a component in a text: its body and its fields with their types, as a theme declares them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Type = Literal[
    "text", "link", "image", "file", "number", "boolean", "choice", "film", "place", "service", "testimonial", "packages",
    "questions",
]  # fmt: skip
Shown = Literal["", "contact", "newsletter", "contents"]
RESERVED = frozenset(("body", "component", "shown", "loop", "self", "caller", "true", "false", "none", "not", "and", "or", "in", "is", "if", "else"))  # fmt: skip
"""Names that mean something else where a component's partial reads its fields."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """A field by the type of its value. Types: `text` set for reading; `link`, `image` and `file` as in the text itself; `number` whole;
    `boolean`; `choice` one of `values`, the first where none is written; `film` a file or the address of a video elsewhere; `place`
    an address or the name of a place; `service` and `testimonial` one of the site's, by id; `packages` those of a service;
    `questions` a group of `content/faq`, all where none is written.
    """

    type: Type
    required: bool = False
    values: tuple[str, ...] = ()


class Component(msgspec.Struct, frozen=True, kw_only=True):
    """A component. `body` says what stands between its first and its last line: nothing, in which case it has no last line, any
    Markdown, or pictures alone. `shows` is what it shows of the site besides its fields: a form of `forms:`, or the table of
    contents. `sheet` is the stylesheet that it asks for, by name.
    """

    body: Literal["none", "markdown", "pictures"] = "none"
    fields: dict[str, Field] = {}
    shows: Shown = ""
    sheet: str = ""


Components = Mapping[str, Component]


def partial_of(name: str) -> str:
    """The template that shows a component on a page."""
    return f"components/{name}.html"


def partial_in_feed(name: str) -> str:
    """The template that shows a component in a feed, which a theme need not have."""
    return f"components/feed/{name}.html"
