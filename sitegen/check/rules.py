"""The rules by which a site is checked: each has a permanent name, by which it is chosen and muted."""

from __future__ import annotations

from typing import Literal, NamedTuple

Family = Literal["build", "links", "images", "headings", "meta", "markup", "weight", "data", "law", "reading", "spelling"]  # fmt: skip


COMMAND = "sitegen"
"""The path of what concerns no file, but the check itself."""


class Rule(NamedTuple):
    """A rule: what it is about, and the codes of what it tells (`E…` is an error, `W…` a warning)."""

    name: str
    family: Family
    codes: tuple[str, ...]


BUILD = (
    Rule("mute", "build", ("E800", "E801")),
    Rule("too-long", "meta", ("W102",)),
    Rule("comment-in-text", "build", ("W103",)),
    Rule("first-level-heading", "headings", ("W301",)),
)
"""Rules that the build keeps itself. What else a build warns of has no name but its code."""
