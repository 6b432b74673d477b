"""What is found of one thing that sitegen needs."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["well", "care", "wrong"]
"""`care` is worth knowing; `wrong` keeps sitegen from working."""


class Finding(NamedTuple):
    """A thing that was looked at, and in which of its cases it is: `messages` has the words of `doctor.{thing}.{case}`, which
    `values` fill.
    """

    state: State
    thing: str
    case: str
    values: tuple[tuple[str, str], ...] = ()


def found(state: State, thing: str, case: str = "well", **values: object) -> Finding:
    """A finding whose `values` are written as text."""
    return Finding(state, thing, case, tuple((name, str(value)) for name, value in values.items()))
