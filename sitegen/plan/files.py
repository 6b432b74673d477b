"""The outputs that are files already: theme assets, what pages ask for, and static files."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from sitegen.parse.pictures import ENDS
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath
from sitegen.plan.embeds import SCRIPT as EMBED
from sitegen.plan.outputs import Copy, Encode, Output
from sitegen.plan.search import SCRIPT
from sitegen.plan.sights import Asked
from sitegen.read.snapshot import File, Snapshot

STATIC = "content/static/"


def make_files(asked: Asked, theme: Theme, snapshot: Snapshot) -> Iterator[Output]:
    """Theme assets, the files that pages ask for, and `static/` as it is."""
    for name, file in theme.assets.items():
        if name not in (SCRIPT, EMBED):
            yield _published(OutputPath(f"assets/{name}"), file)
    for path, source in sorted(dict(asked.files).items()):
        yield _published(path, snapshot.files[source])
    for path, source, spec in sorted(asked.pictures, key=itemgetter(0)):
        yield Output(path, Encode(source, snapshot.files[source].digest, spec), source)
    for file in snapshot.below(STATIC):
        yield Output(OutputPath(file.path.removeprefix(STATIC)), Copy(file.path, file.digest), file.path)


def _published(path: OutputPath, file: File) -> Output:
    """A file as it is; a picture loses what is noted in it."""
    recipe = Encode(file.path, file.digest, None) if path.lower().endswith((*ENDS,)) else Copy(file.path, file.digest)
    return Output(path, recipe, file.path)
