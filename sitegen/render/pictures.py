"""The pictures of a plan → their forms, unless they are known already: in the output, or from an earlier build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from sitegen.digest import Digest, of_bytes, of_value
from sitegen.engine import encoder_digest
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.outputs import Encode, Output, Spec
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.render.render import Artifact, Made


class Forms(Protocol):
    """Forms that were made before, in files, by key."""

    def find(self, key: Digest) -> tuple[str, Made] | None:
        """The file of a form, and how its bytes were made."""

    def use(self, key: Digest) -> None:
        """Says that a form is still wanted."""

    def keep(self, made: Made, data: bytes) -> str:
        """Keeps a form; the file in which it lies now, "" where it cannot be kept."""


_Wanted = tuple[OutputPath, Digest, Spec]


def encode_all(outputs: Iterable[Output], snapshot: Snapshot, known: Mapping[OutputPath, Made], forms: Forms,
               read: Callable[[File], bytes], jobs: int, progress: Callable[[int, int], None],
               ) -> tuple[tuple[Artifact, ...], tuple[Problem, ...]]:  # fmt: skip
    """The forms of all pictures among the outputs, and what could not be made. Each picture is read once for all its forms, by
    `jobs` threads: what takes long leaves Python alone.
    """
    artifacts: list[Artifact] = []
    wanted: dict[SourcePath, list[_Wanted]] = {}
    for output in outputs:
        recipe = output.recipe
        if not isinstance(recipe, Encode):
            continue
        key = of_value(("encode", recipe.digest, recipe.spec, encoder_digest()))
        forms.use(key)
        made = known.get(output.path)
        if made is not None and made.key == key:
            artifacts.append(Artifact(output.path, made))
        elif found := forms.find(key):
            artifacts.append(Artifact(output.path, found[1], disk=found[0], source=recipe.source))
        else:
            wanted.setdefault(recipe.source, []).append((output.path, key, recipe.spec))
    if not wanted:
        return tuple(artifacts), ()
    from sitegen.render.encode import encode  # loaded where there is a new picture

    def forms_of(source: SourcePath) -> dict[Spec, bytes] | Problem:
        try:
            return encode(read(snapshot.files[source]), [spec for _, _, spec in wanted[source]])
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            return problem("E422", Place(source), written=source, cause="picture.broken", near="", format=str(error))

    problems: list[Problem] = []
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        for done, (source, result) in enumerate(zip(wanted, pool.map(forms_of, wanted), strict=True), 1):
            if isinstance(result, Problem):
                problems.append(result)
                continue
            for path, key, spec in wanted[source]:
                data = result[spec]
                made = Made(key, of_bytes(data), len(data))
                file = forms.keep(made, data)
                artifacts.append(Artifact(path, made, None if file else data, file, source, is_new=True))
            progress(done, len(wanted))
    return tuple(artifacts), tuple(problems)
