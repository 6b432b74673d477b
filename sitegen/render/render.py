"""The plan → the bytes of each output."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from sitegen.digest import Digest, of_bytes
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath
from sitegen.plan.outputs import Copy, Output, Template, Text
from sitegen.plan.plan import Plan
from sitegen.problems import Problem
from sitegen.read.snapshot import Snapshot
from sitegen.render.templates import Templates, Unrenderable


class Artifact(msgspec.Struct, frozen=True):
    """An output's bytes: in `data`, or, for a copied file, in the file `disk`."""

    path: OutputPath
    digest: Digest
    size: int
    data: bytes = b""
    disk: str = ""


def render_all(plan: Plan, theme: Theme, snapshot: Snapshot, language: str,
               progress: Callable[[int, int], None]) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:  # fmt: skip
    """Every output of the plan, in its order, and what could not be rendered."""
    templates = Templates(theme, language, plan.fragments)
    problems: list[Problem] = []
    artifacts: list[Artifact] = []
    for number, output in enumerate(plan.outputs):
        progress(number, len(plan.outputs))
        artifacts.extend(_render(output, templates, snapshot, problems))
    progress(len(plan.outputs), len(plan.outputs))
    return tuple(artifacts), tuple(problems)


def _render(output: Output, templates: Templates, snapshot: Snapshot, problems: list[Problem]) -> Iterator[Artifact]:
    match output.recipe:
        case Template(name, view):
            try:
                data = templates.render(name, view).encode()
            except Unrenderable as unrenderable:
                problems.append(unrenderable.problem)
                return
        case Text(text):
            data = text.encode()
        case Copy(source, digest):
            file = snapshot.files[source]
            yield Artifact(output.path, digest, file.size, disk=file.disk)
            return
    yield Artifact(output.path, of_bytes(data), len(data), data)
