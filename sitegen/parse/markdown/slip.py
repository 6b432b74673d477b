"""A slip of the pen in Markdown, as whoever finds it tells it."""

from __future__ import annotations

from typing import NamedTuple


class Slip(NamedTuple):
    """`cause` is what kind it is, `written` a piece of what was looked at, `near` how it is written well."""

    cause: str
    written: str
    near: str = ""
