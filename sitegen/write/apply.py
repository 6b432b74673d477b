"""Artifacts → the output folder: all or nothing, file by file, assets before pages, deletions last.

The folder carries its own manifest (`.sitegen.json`): what sitegen wrote there. Only that is ever replaced or deleted, and
a file that somebody else put in the way is a problem, not a victim.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

import msgspec

from sitegen.digest import Digest, of_bytes
from sitegen.paths import OutputPath
from sitegen.problems import Place, Problem, problem
from sitegen.render.render import Artifact

MANIFEST = ".sitegen.json"
STAGING = ".sitegen-staging"


class Changes(msgspec.Struct, frozen=True):
    """What a build did to the output folder."""

    created: tuple[OutputPath, ...] = ()
    updated: tuple[OutputPath, ...] = ()
    deleted: tuple[OutputPath, ...] = ()
    kept: tuple[OutputPath, ...] = ()


def write_output(
    folder: Path, artifacts: Iterable[Artifact], shown: str, *, clean: bool = False
) -> tuple[Changes, tuple[Problem, ...]]:
    """Makes `folder` hold exactly the artifacts, besides what others put there. `shown` is how messages call it;
    `clean` writes again what is there already.
    """
    artifacts = sorted(artifacts, key=lambda artifact: (artifact.path.endswith(".html"), artifact.path))
    try:
        return _write(folder, artifacts, shown, clean)
    except OSError as error:
        shutil.rmtree(folder / STAGING, ignore_errors=True)
        return Changes(), (problem("E702", Place(shown), path=error.filename or "", why=error.strerror or error),)


def _write(folder: Path, artifacts: list[Artifact], shown: str, clean: bool) -> tuple[Changes, tuple[Problem, ...]]:
    ours = read_manifest(folder)
    states = {artifact.path: _compare(folder, artifact, ours) for artifact in artifacts}
    foreign = [path for path, state in states.items() if state == "foreign"]
    if clean:
        states = {path: "updated" if state == "kept" else state for path, state in states.items()}
    if foreign:
        return Changes(), tuple(problem("E701", Place(f"{shown}/{path}")) for path in foreign)
    folder.mkdir(parents=True, exist_ok=True)
    changed = [artifact for artifact in artifacts if states[artifact.path] != "kept"]
    stale = [path for path in ours if path not in states]
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    if changed or stale or set(ours) != set(states):
        staging.mkdir()
        for number, artifact in enumerate(changed):
            _stage(artifact, staging / str(number))
        # Told before anything changes, so that after a crash both old and new files are known to be ours.
        _write_manifest(folder, staging, ours | {artifact.path: artifact.digest for artifact in artifacts})
        in_the_way = [path for path in stale if _blocks(path, states)]
        for path in in_the_way:
            _delete(folder, path)
        for number, artifact in enumerate(changed):
            target = folder / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / str(number), target)
        for path in set(stale) - set(in_the_way):
            _delete(folder, path)
    now = {artifact.path: artifact.digest for artifact in artifacts}
    if now != ours:
        staging.mkdir(exist_ok=True)
        _write_manifest(folder, staging, now)
    shutil.rmtree(staging, ignore_errors=True)
    by_state = {state: tuple(sorted(path for path, each in states.items() if each == state))
                for state in ("created", "updated", "kept")}  # fmt: skip
    return Changes(deleted=tuple(sorted(stale)), **by_state), ()


def _compare(folder: Path, artifact: Artifact, ours: dict[OutputPath, Digest]) -> str:
    """What has to happen at an artifact's place: created, updated or kept; `foreign` where another's file is in the way,
    or where a link would lead the writing out of the folder.
    """
    target = folder / artifact.path
    if any((folder / parent).is_symlink() for parent in Path(artifact.path).parents):
        return "foreign"
    try:
        status = target.lstat()
    except FileNotFoundError:
        return "created"
    except NotADirectoryError:
        above = {parent.as_posix() for parent in Path(artifact.path).parents}
        return "created" if above & set(ours) else "foreign"
    if stat.S_ISDIR(status.st_mode):
        inside = (each.relative_to(folder).as_posix() for each in target.rglob("*") if not each.is_dir())
        return "created" if all(path in ours for path in inside) else "foreign"
    is_alike = stat.S_ISREG(status.st_mode) and status.st_size == artifact.size
    if is_alike and of_bytes(target.read_bytes()) == artifact.digest:
        return "kept"
    return "updated" if artifact.path in ours else "foreign"


def _stage(artifact: Artifact, path: Path) -> None:
    if artifact.disk:
        shutil.copyfile(artifact.disk, path)
    else:
        path.write_bytes(artifact.data)


def _blocks(path: OutputPath, states: dict[OutputPath, str]) -> bool:
    """Whether a file of ours must go first: a new folder takes its place, or it fills a folder that becomes a file."""
    return any(new.startswith(path + "/") or path.startswith(new + "/") for new in states)


def _delete(folder: Path, path: OutputPath) -> None:
    """Removes a file of ours and the folders that it leaves empty."""
    target = folder / path
    target.unlink(missing_ok=True)
    for parent in target.parents:
        if parent == folder:
            break
        try:
            parent.rmdir()
        except OSError:
            break


def read_manifest(folder: Path) -> dict[OutputPath, Digest]:
    """What sitegen wrote in `folder`: path → digest. A manifest that cannot be read is none."""
    try:
        found = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        return {}
    safe = (path for path in found if not path.startswith("/") and ".." not in path.split("/") and "\\" not in path)
    return {OutputPath(path): Digest(found[path]) for path in safe}


def _write_manifest(folder: Path, staging: Path, manifest: dict[OutputPath, Digest]) -> None:
    data = msgspec.json.format(msgspec.json.encode(dict(sorted(manifest.items()))), indent=1)
    (staging / "manifest").write_bytes(data + b"\n")
    os.replace(staging / "manifest", folder / MANIFEST)
