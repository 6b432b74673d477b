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
from sitegen.read.snapshot import Snapshot

STATIC = "content/static/"


def make_files(asked: Asked, theme: Theme, snapshot: Snapshot) -> Iterator[Output]:
    """Theme assets, the files that pages ask for, and `static/` as it is."""
    for name, file in theme.assets.items():
        if name not in (SCRIPT, EMBED):
            yield Output(OutputPath(f"assets/{name}"), Copy(file.path, file.digest), file.path)
    for path, source in sorted(dict(asked.files).items()):
        digest = snapshot.files[source].digest
        is_picture = path.endswith((*ENDS,))  # which loses what is noted in it
        yield Output(path, Encode(source, digest, None) if is_picture else Copy(source, digest), source)
    for path, source, spec in sorted(asked.pictures, key=itemgetter(0)):
        yield Output(path, Encode(source, snapshot.files[source].digest, spec), source)
    for file in snapshot.below(STATIC):
        yield Output(OutputPath(file.path.removeprefix(STATIC)), Copy(file.path, file.digest), file.path)
