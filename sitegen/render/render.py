"""The plan → the bytes of each output, unless they are known already.

An output's key is a digest of all that makes its bytes: sitegen itself, the recipe, the template with all that it
includes, and the view, which is all that the template can see. An output whose key is the one it was last made with is
not made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.engine import engine_digest
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Compress, Copy, Draw, Encode, Icon, LateText, Output, Template, Text
from sitegen.plan.plan import Plan
from sitegen.problems import Problem
from sitegen.read.snapshot import Snapshot
from sitegen.read.stamps import NO_STAMP, Stamp
from sitegen.render.templates import Templates, Unrenderable

STEP = 16  # outputs between two looks at the clock


class Made(msgspec.Struct, frozen=True):
    """How the bytes of an output were made, and which they are."""

    key: Digest
    digest: Digest
    size: int


class Artifact(msgspec.Struct, frozen=True):
    """An output as it must be. Its bytes are `data`, or those of the file `disk`, which is the site's `source` (as long as it
    wears `stamp`, if it has one) or is made of it (`is_new`: in this build), or nobody's where there is none; neither where they
    are as they were.
    """

    path: OutputPath
    made: Made
    data: bytes | None = None
    disk: str = ""
    source: str = ""
    stamp: Stamp = NO_STAMP
    is_new: bool = False

    @property
    def is_rendered(self) -> bool:
        """Whether its bytes were made anew."""
        return self.is_new or self.data is not None or bool(self.disk and not self.source)


def render_all(plan: Plan, theme: Theme, snapshot: Snapshot, language: str, known: Mapping[OutputPath, Made],
               spill: Callable[[bytes], str], progress: Callable[[int, int], None]) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:  # fmt: skip
    """Every output of the plan but what others make (pictures, drawings, what is compressed), in its order, and what could not be rendered. `known` are those that lie in the output
    folder whole, as they were last made; `spill` may put bytes into a file, and tells which.
    """
    templates = Templates(theme, language, plan.fragments, plan.plugins)
    made_by = cache(
        lambda name: of_value((engine_digest(), plan.plugins.digest, name, theme.digest_of(name, language[:2])))
    )
    sights, problems, artifacts = plan.sights, list[Problem](), list[Artifact]()
    for number, output in enumerate(plan.outputs):
        if number % STEP == 0:
            progress(number, len(plan.outputs))
        path, recipe = output.path, output.recipe
        if isinstance(recipe, Encode | Draw | Icon | Compress):
            continue
        key = Digest(made_by(recipe.name) + sights[path].view) if isinstance(recipe, Template) else _key_of(recipe)
        made = known.get(path)
        if made is not None and made.key == key:
            artifacts.append(Artifact(path, made))
        else:
            artifacts.extend(_render(output, key, plan, templates, snapshot, problems, spill))
    progress(len(plan.outputs), len(plan.outputs))
    templates.keep()
    return tuple(artifacts), tuple(problems)


def _key_of(recipe: Copy | Text | LateText) -> Digest:
    """The key of an output that no template makes."""
    match recipe:
        case Copy(_, digest):
            return of_value(("copy", digest))
        case Text(text):
            return of_value(("text", text))
        case LateText(digest, _):
            return of_value(("late", digest))


def _render(output: Output, key: Digest, plan: Plan, templates: Templates, snapshot: Snapshot,
            problems: list[Problem], spill: Callable[[bytes], str]) -> Iterator[Artifact]:  # fmt: skip
    match output.recipe:
        case Template(name, view):
            try:
                data = templates.render(name, _view(output.path, view, plan)).encode()
            except Unrenderable as unrenderable:
                problems += unrenderable.problems
                return
        case Text(text):
            data = text.encode()
        case LateText(_, make):
            data = make().encode()
        case Copy(source, digest):
            file = snapshot.files[source]
            yield Artifact(output.path, Made(key, digest, file.size), disk=file.disk, source=source,
                           stamp=file.stamp if file.steady else NO_STAMP)  # fmt: skip
            return
    spilt = spill(data)
    yield Artifact(output.path, Made(key, of_bytes(data), len(data)), None if spilt else data, spilt)


def _view(path: OutputPath, view: Any, plan: Plan) -> Any:
    """The view of an output, which nobody needs any longer after this."""
    return plan.made.pop(path) if path in plan.made else view.make()
