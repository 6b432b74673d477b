"""The shape of converted Markdown: HTML cut at each link and image, so that they are resolved later without parsing again."""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.parse.components import Type
from sitegen.parse.uses import Use
from sitegen.problems import Problem


class LinkSlot(msgspec.Struct, frozen=True, tag="link"):
    """The value of an `href`, `src`, `action`, `poster` … attribute, or an address in a `style`. The part before it ends with
    the opening quote or bracket and the part after it begins with the closing one; the resolved address is put between,
    escaped.

    `target` is the address as the writer meant it (entities decoded). `line` and `column` count from 1 in the file.
    """

    target: str
    line: int
    column: int


class ImageSlot(msgspec.Struct, frozen=True, tag="image"):
    """An `<img>` but for the `>` that ends it, with which the part after it begins, unless a `srcset` stands before that. `alt` is None where none was written; `attributes` are the others, decoded, in order."""

    target: str
    alt: str | None
    attributes: tuple[tuple[str, str], ...]
    line: int
    column: int


class EmbedSlot(msgspec.Struct, frozen=True, tag="embed"):
    """The place of a video, a map or a calendar of another site (`target`, as it was written), which a `frame` may show."""

    target: str
    provider: Literal["youtube", "vimeo", "maps", "calendly"]
    frame: str
    line: int
    column: int


class Given(msgspec.Struct, frozen=True):
    """The value of a component's field: `text` as it was written, but that a text for reading is set."""

    name: str
    type: Type
    text: str
    line: int
    column: int
    width: int = 1


class ComponentSlot(msgspec.Struct, frozen=True, tag="component"):
    """A component, or the beginning of one with a body, which lasts until its `EndSlot`."""

    name: str
    fields: tuple[Given, ...]
    has_body: bool
    line: int
    column: int


def said_in(component: ComponentSlot) -> str:
    """The words in the fields of a component."""
    return " ".join(each.text for each in component.fields if each.type == "text")


class EndSlot(msgspec.Struct, frozen=True, tag="end"):
    """The end of the innermost component with a body."""


Slot = LinkSlot | ImageSlot | EmbedSlot | ComponentSlot | EndSlot


class Heading(msgspec.Struct, frozen=True):
    """A heading of the body: `level` 1 to 6, `id` unique in the fragment, `text` plain (with typography applied)."""

    level: int
    id: str
    text: str


class Fragment(msgspec.Struct, frozen=True):
    """Converted Markdown. `parts` has one item more than `slots`: parts[0], slot 0, parts[1], slot 1, …

    `has_contents` says that a table of contents stands in it. `ids` are all anchors that exist in it; `words` counts words of visible text; `excerpt` is plain text: what stands
    before `<!--more-->`, else the first paragraph, uncut; `uses` are what a browser does with it beyond showing it; `problems` carries what was wrong, so that a
    fragment taken from a memo still reports it.
    """

    parts: tuple[str, ...] = ("",)
    slots: tuple[Slot, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[str, ...] = ()
    words: int = 0
    excerpt: str = ""
    has_contents: bool = False
    uses: tuple[Use, ...] = ()
    problems: tuple[Problem, ...] = ()
