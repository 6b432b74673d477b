"""Why outputs are made anew: a pure comparison of what the last build was made of with what this one is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from typing import Literal, NamedTuple

import msgspec

from sitegen.digest import Digest
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.inputs import Inputs

TOLD = 8
"""So many reasons are told of one output."""
MANY = 100
"""From so many changed files on it is not told which of them each output shows."""

Cause = Literal[
    "first",
    "clean",
    "new",
    "lost",
    "unknown",
    "engine",
    "asked",
    "many",
    "changed",
    "added",
    "removed",
    "moment",
    "other",
]


class Reason(NamedTuple):
    """The `first` build, a `new` output, a `lost` or altered file (or a clean build), another `engine`, drafts and the like
    that were `asked` for or no longer; a file that was `changed`, `added` or `removed`, a document that appeared or went
    with the `moment`; `other` where a file that was changed is not shown by the output; `many` files; `unknown` where
    nothing is known of the last build. `subject` is the file, or how many.
    """

    cause: Cause
    subject: str = ""


COMPONENTS = "/templates/components/"
"""Where the templates lie of which only what a page shows tells whether it is made of them."""


class Facts(msgspec.Struct, frozen=True):
    """What a whole build was made of: sitegen and its libraries, what was asked for, all files, and the state of each
    document that is not simply published.
    """

    engine: Digest
    asked: tuple[bool, ...]
    files: dict[SourcePath, Digest]
    states: dict[SourcePath, str]


def out_of_date(
    before: Facts | None,
    now: Facts,
    made: Mapping[OutputPath, Callable[[bool], Inputs]],
    known: Set[OutputPath],
    whole: Set[OutputPath],
) -> dict[OutputPath, tuple[Reason, ...]]:
    """Why each output of `made` had to be made again. Its inputs are asked for with or without what it shows, which takes
    longer to tell. `known` are the outputs that the last build made, `whole` those that still lay there as they were.
    """
    if not known:
        return dict.fromkeys(made, (Reason("first"),))
    if before is None:
        return {path: (Reason("unknown" if path in known else "new"),) for path in made}
    changes = {each.subject: each for each in _changes(before, now)}
    everywhere = [Reason("engine")] if before.engine != now.engine else []
    everywhere += [Reason("asked")] if before.asked != now.asked else []
    if len(changes) >= MANY:
        everywhere.append(Reason("many", str(len(changes))))
        changes = {}
    shown = any(path.startswith("content/") or COMPONENTS in path for path in changes)
    reasons = {}
    for path, inputs in made.items():
        first = [Reason("new")] if path not in known else [Reason("lost")] if path not in whole else []
        own = list(_own(inputs(shown), changes)) if changes else []
        found = [*first, *everywhere, *own]
        # What went is shown no longer, and what moved changes its old neighbours.
        found = found or [_elsewhere(each) for each in changes.values()] or [Reason("unknown")]
        reasons[path] = tuple(found[:TOLD])
    return reasons


def _own(inputs: Inputs, changes: Mapping[str, Reason]) -> Iterator[Reason]:
    for path in dict.fromkeys((*inputs.sources, *inputs.templates, *inputs.words, *inputs.settings)):
        if path in changes:
            yield changes[path]


def _elsewhere(change: Reason) -> Reason:
    """A change of a file that the output does not show, or no longer."""
    return Reason("other", change.subject) if change.cause == "changed" else change


def _changes(before: Facts, now: Facts) -> Iterator[Reason]:
    for path in sorted(_different(before.files, now.files) | _different(before.states, now.states)):
        was, is_now = before.files.get(path), now.files.get(path)
        if was != is_now:
            yield Reason("added" if was is None else "removed" if is_now is None else "changed", path)
        else:
            yield Reason("moment", path)


def _different(one: Mapping[SourcePath, str], other: Mapping[SourcePath, str]) -> set[SourcePath]:
    return {path for path, _ in one.items() ^ other.items()}
