"""What a build came to, told in few words: enough to report it again when nothing has changed since."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sitegen.paths import OutputPath
from sitegen.problems import Problem

StateName = Literal["published", "draft", "scheduled", "expired"]


class Standing(NamedTuple):
    """A document that is not simply published. `moment` is when it appears or disappeared, ISO, `url` the address of its page in
    this build, "" where there is none.
    """

    path: str
    state: StateName
    moment: str = ""
    url: str = ""


class Moved(NamedTuple):
    """A document whose page went to another address. `old` is the one at which nothing answers any more, without the path
    of the site's base.
    """

    path: str
    old: str


class Changes(NamedTuple):
    """What a build did to the output folder, and which documents' pages `moved` by it."""

    created: tuple[OutputPath, ...] = ()
    updated: tuple[OutputPath, ...] = ()
    deleted: tuple[OutputPath, ...] = ()
    kept: tuple[OutputPath, ...] = ()
    moved: tuple[Moved, ...] = ()


class Summary(NamedTuple):
    """`excerpts` are the lines at which the problems point, in their order, "" where a file as a whole is meant; `counts`
    are documents by state; `held` those that are not on the site, `unusual` those that are there in this build only.
    """

    problems: tuple[Problem, ...] = ()
    excerpts: tuple[str, ...] = ()
    counts: tuple[tuple[StateName, int], ...] = ()
    held: tuple[Standing, ...] = ()
    unusual: tuple[Standing, ...] = ()
    changes: Changes | None = None
