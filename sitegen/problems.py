"""What can be wrong with a user's file, as data: a code, a place and the values its words need.

A problem never stops the other files from being checked. Its words are in `messages`; only `cli` prints them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A place in a user's file. `path` is relative to the site's root, with `/`; `line` and `column` count from 1,
    and 0 says that the whole file (or the whole line) is meant; `width` is how many characters the caret covers.
    """

    path: str
    line: int = 0
    column: int = 0
    width: int = 1


class Problem(NamedTuple):
    """One thing to mend. `code` is permanent (`E…` stops the build, `W…` does not) and names the words in `messages`;
    `values` fill them, as pairs so that a problem can be sorted, hashed and stored.
    """

    place: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether this problem stops the build."""
        return self.code.startswith("E")

    def get(self, name: str) -> str:
        """One of its values, "" where it has none of this name."""
        return next((value for key, value in self.values if key == name), "")


class Refused(Exception):
    """Stops what was going on where nothing else can be done; `problem` is what there is to tell of it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def problem(code: str, place: Place, **values: object) -> Problem:
    """A problem whose `values` are written as text."""
    return Problem(place, code, tuple((name, str(value)) for name, value in values.items()))


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems once each, by file, line and code: the order in which they are told."""
    return tuple(sorted(set(problems)))


def errors(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Those that stop the build."""
    return (each for each in problems if each.is_error)
