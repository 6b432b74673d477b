"""The pictures of a plan → their forms, and what it draws, unless they are known already: in the output, or from an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.engine import encoder_digest
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.outputs import Draw, Encode, Output, Spec
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.render.render import Artifact, Made
from sitegen.render.templates import Templates, Unrenderable


class Forms(Protocol):
    """Forms that were made before, in files, by key."""

    def find(self, key: Digest) -> tuple[str, Made] | None:
        """The file of a form, and how its bytes were made."""

    def use(self, key: Digest) -> None:
        """Says that a form is still wanted."""

    def keep(self, made: Made, data: bytes) -> str:
        """Keeps a form; the file in which it lies now, "" where it cannot be kept."""


_Result = dict[OutputPath, bytes] | tuple[Problem, ...]
_Task = Callable[[], _Result]


def encode_all(outputs: Iterable[Output], snapshot: Snapshot, known: Mapping[OutputPath, Made], forms: Forms,
               read: Callable[[File], bytes], templates: Callable[[], Templates], jobs: int,
               progress: Callable[[int, int], None]) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:  # fmt: skip
    """The forms of all pictures among the outputs, and all that is drawn, and what could not be made. Each picture is read once for all
    its forms, by `jobs` threads: what takes long leaves Python alone. `templates` are those of what is to be drawn.
    """
    artifacts: list[Artifact] = []
    keys: dict[OutputPath, Digest] = {}
    pictures: dict[SourcePath, list[tuple[OutputPath, Spec]]] = {}
    drawings: list[tuple[OutputPath, Draw]] = []
    for output in outputs:
        recipe = output.recipe
        if not isinstance(recipe, Encode | Draw):
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
    tasks = {**_encodings(pictures, snapshot, read), **_drawings(drawings, snapshot, read, templates)}
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


def _key_of(recipe: Encode | Draw) -> Digest:
    match recipe:
        case Encode(_, digest, spec):
            return of_value(("encode", digest, spec, encoder_digest()))
        case Draw():
            return of_value(("draw", recipe.digest))


def _source_of(recipe: Encode | Draw) -> str:
    """What the bytes are made of, for those who copy them."""
    return recipe.source if isinstance(recipe, Encode) else recipe.name


def _encodings(pictures: Mapping[SourcePath, list[tuple[OutputPath, Spec]]], snapshot: Snapshot,
               read: Callable[[File], bytes]) -> dict[str, _Task]:  # fmt: skip
    if not pictures:
        return {}
    from sitegen.render.encode import encode  # loaded where there is a new picture

    def forms_of(source: SourcePath) -> _Result:
        try:
            made = encode(read(snapshot.files[source]), [spec for _, spec in pictures[source]])
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            return (problem("E422", Place(source), written=source, cause="picture.broken", near="", format=str(error)),)
        return {path: made[spec] for path, spec in pictures[source]}

    return {source: partial(forms_of, source) for source in pictures}


def _drawings(drawings: list[tuple[OutputPath, Draw]], snapshot: Snapshot, read: Callable[[File], bytes],
              templates: Callable[[], Templates]) -> dict[str, _Task]:  # fmt: skip
    if not drawings:
        return {}
    from sitegen.render.draw import Undrawable, draw  # heavy, likewise

    made = templates()
    files = {each.source: each for _, recipe in drawings for font in recipe.fonts.values() for each in font}
    data = {source: read(snapshot.files[source]) for source in files}

    def drawn(path: OutputPath, recipe: Draw, svg: str) -> _Result:
        fonts = {name: [data[each.source] for each in font] for name, font in recipe.fonts.items()}
        try:
            return {path: draw(svg, (recipe.width, recipe.height), recipe.colors, fonts)}
        except Undrawable as wrong:
            template = made.theme.find(recipe.name)
            font = next((source for source, each in data.items() if each is wrong.font), None)
            place = Place(font or (template.source if template else ""))
            return (problem("E525", place, cause=wrong.cause, reported=wrong.reported),)

    def task(path: OutputPath, recipe: Draw) -> _Task:
        try:
            return partial(drawn, path, recipe, made.render(recipe.name, recipe.view))
        except Unrenderable as wrong:
            problems = wrong.problems
            return lambda: problems

    return {path: task(path, recipe) for path, recipe in drawings}
