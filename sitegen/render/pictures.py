"""The pictures of a plan → their forms, and what it draws, unless they are known already: in the output, or from an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.engine import encoder_digest, engine_digest
from sitegen.parse.pictures import reader_of
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.icons import TEMPLATE
from sitegen.plan.outputs import Draw, Encode, Icon, Output, Spec
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.render.bare import bare
from sitegen.render.drawings import Result, Task, drawing_tasks
from sitegen.render.render import Artifact, Made
from sitegen.render.templates import Templates


class Forms(Protocol):
    """Forms that were made before, in files, by key."""

    def find(self, key: Digest) -> tuple[str, Made] | None:
        """The file of a form, and how its bytes were made."""

    def use(self, key: Digest) -> None:
        """Says that a form is still wanted."""

    def keep(self, made: Made, data: bytes) -> str:
        """Keeps a form; the file in which it lies now, "" where it cannot be kept."""


def encode_all(outputs: Iterable[Output], snapshot: Snapshot, known: Mapping[OutputPath, Made], forms: Forms,
               read: Callable[[File], bytes], templates: Callable[[], Templates], jobs: int,
               progress: Callable[[int, int], None]) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:  # fmt: skip
    """The forms of all pictures among the outputs, and all that is drawn, and what could not be made. Each picture is read once for all
    its forms, by `jobs` threads: what takes long leaves Python alone. `templates` are those of what is to be drawn.
    """
    artifacts: list[Artifact] = []
    keys: dict[OutputPath, Digest] = {}
    pictures: dict[SourcePath, list[tuple[OutputPath, Spec | None]]] = {}
    drawings: list[tuple[OutputPath, Draw | Icon]] = []
    for output in outputs:
        recipe = output.recipe
        if not isinstance(recipe, Encode | Draw | Icon):
            continue
        key = keys[output.path] = _key_of(recipe)
        forms.use(key)
        made = known.get(output.path)
        if made is not None and made.key == key:
            artifacts.append(Artifact(output.path, made))
        elif found := forms.find(key):
            artifacts.append(Artifact(output.path, found[1], disk=found[0], source=_source_of(recipe)))
        elif isinstance(recipe, Encode):
            pictures.setdefault(recipe.source, []).append((output.path, recipe.spec))
        else:
            drawings.append((output.path, recipe))
    tasks = {**_encodings(pictures, snapshot, read), **drawing_tasks(drawings, snapshot, read, templates)}
    problems: dict[Problem, None] = {}
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for done, (source, result) in enumerate(
            zip(tasks, pool.map(lambda task: task(), tasks.values()), strict=True), 1
        ):
            if isinstance(result, tuple):
                problems |= dict.fromkeys(result)
                continue
            for path, data in result.items():
                made = Made(keys[path], of_bytes(data), len(data))
                file = forms.keep(made, data)
                kept = Artifact(path, made, disk=file, source=source, is_new=True)
                artifacts.append(kept if file else Artifact(path, made, data, is_new=True))
            progress(done, len(tasks))
    return tuple(artifacts), tuple(problems)


def _key_of(recipe: Encode | Draw | Icon) -> Digest:
    match recipe:
        case Encode(source, digest, spec):
            return of_value(("encode", digest, spec, encoder_digest(), reader_of(source)))
        case Draw():
            return of_value(("draw", recipe.digest, engine_digest()))
        case Icon():
            return of_value(("icon", recipe, engine_digest() if recipe.drawing else encoder_digest()))


def _source_of(recipe: Encode | Draw | Icon) -> str:
    """What the bytes are made of, for those who copy them."""
    return recipe.name if isinstance(recipe, Draw) else recipe.source or TEMPLATE


def _encodings(pictures: Mapping[SourcePath, list[tuple[OutputPath, Spec | None]]], snapshot: Snapshot,
               read: Callable[[File], bytes]) -> dict[str, Task]:  # fmt: skip
    if not pictures:
        return {}
    from sitegen.render.encode import encode  # loaded where there is a new picture

    def forms_of(source: SourcePath) -> Result:
        try:
            data = read(snapshot.files[source])
            made: dict[Spec | None, bytes] = dict(encode(data, [spec for _, spec in pictures[source] if spec]).items())
            if any(spec is None for _, spec in pictures[source]):
                made[None] = bare(data)
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            return (problem("E422", Place(source), written=source, cause="picture.broken", near="", format=str(error)),)
        return {path: made[spec] for path, spec in pictures[source]}

    return {source: partial(forms_of, source) for source in pictures}
