"""Artifacts → the output folder: all or nothing, file by file, assets before pages, deletions last.

Only what the folder's manifest names is ever replaced or deleted; a file that somebody else put in the way is a problem,
not a victim.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from sitegen.paths import OutputPath, same_place
from sitegen.problems import Place, Problem, problem
from sitegen.refusals import cause_of
from sitegen.render.render import Artifact, Made
from sitegen.summary import Changes
from sitegen.write.manifest import is_whole, read_manifest, write_manifest

STAGING = ".sitegen-staging"


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
        return Changes(), (_unwritable(error, folder, shown),)


def _unwritable(error: OSError, folder: Path, shown: str) -> Problem:
    path = Path(os.fsdecode(error.filename)) if error.filename else folder
    where = (
        f"{shown}/{path.relative_to(folder).as_posix()}" if path.is_relative_to(folder) and path != folder else shown
    )
    return problem("E702", Place(where), cause=cause_of(error), reported=error.strerror)


def _write(folder: Path, artifacts: list[Artifact], shown: str, clean: bool) -> tuple[Changes, tuple[Problem, ...]]:
    ours = read_manifest(folder)
    states = {artifact.path: _compare(folder, artifact, ours, clean) for artifact in artifacts}
    foreign = [path for path, state in states.items() if state == "foreign"]
    if foreign:
        return Changes(), tuple(problem("E701", Place(f"{shown}/{path}")) for path in foreign)
    folder.mkdir(parents=True, exist_ok=True)
    stale = [path for path in ours if path not in states and _is_ours(folder, path, ours[path])]
    now = {artifact.path: artifact.made for artifact in artifacts}
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    if now != ours or any(state != "kept" for state in states.values()):
        staging.mkdir()
        _swap(folder, staging, [each for each in artifacts if states[each.path] != "kept"], stale, ours, now)
        shutil.rmtree(staging)
    by_state = {
        state: tuple(sorted(path for path, each in states.items() if each == state))
        for state in ("created", "updated", "kept")
    }
    return Changes(deleted=tuple(sorted(stale)), **by_state), ()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until all files are in their places."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[FrameType | None] = []
    before = signal.signal(signal.SIGINT, lambda _, frame: waiting.append(frame))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        signal.raise_signal(signal.SIGINT)


def _swap(folder: Path, staging: Path, changed: list[Artifact], stale: list[OutputPath],
          ours: dict[OutputPath, Made], now: dict[OutputPath, Made]) -> None:  # fmt: skip
    """Stages everything, then puts each file in its place in one step."""
    for number, artifact in enumerate(changed):
        _stage(artifact, staging / str(number))
    # Told before anything changes, so that after a crash both old and new files are known to be ours.
    with _uninterrupted():
        write_manifest(folder, staging, ours | now)
        in_the_way = list(_in_the_way(stale, now))
        for path in in_the_way:
            _delete(folder, path)
        for number, artifact in enumerate(changed):
            target = folder / artifact.path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / str(number), target)
        for path in sorted(set(stale) - set(in_the_way)):
            _delete(folder, path)
        write_manifest(folder, staging, now)


def _compare(folder: Path, artifact: Artifact, ours: dict[OutputPath, Made], clean: bool) -> str:
    """What has to happen at an artifact's place: created, updated or kept; `foreign` where another's file is in the way,
    or where a link would lead the writing out of the folder.
    """
    if artifact.data is None and not artifact.disk:
        return "kept"
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
    if is_whole(folder, artifact.path, artifact.made):
        return "updated" if clean else "kept"
    return "updated" if artifact.path in ours else "foreign"


def _stage(artifact: Artifact, path: Path) -> None:
    if artifact.disk:
        shutil.copyfile(artifact.disk, path)
    else:
        path.write_bytes(artifact.data or b"")


def _is_ours(folder: Path, path: OutputPath, made: Made) -> bool:
    """Whether what lies at a path of the manifest is still what sitegen wrote there. What somebody has changed or put in
    its place, or what only a link leads to, stays.
    """
    parents = [folder / parent for parent in Path(path).parents if parent != Path()]
    return not any(parent.is_symlink() for parent in parents) and is_whole(folder, path, made)


def _in_the_way(stale: list[OutputPath], now: Iterable[OutputPath]) -> Iterator[OutputPath]:
    if stale:
        places = {same_place(path) for path in now}
        folders = {same_place(parent.as_posix()) for path in now for parent in Path(path).parents}
        yield from (path for path in stale if _blocks(path, places, folders))


def _blocks(path: OutputPath, places: set[str], folders: set[str]) -> bool:
    """Whether a file of ours must go first: a new folder takes its place, it fills a folder that becomes a file, or its
    name differs from a new one by letter case only, which some disks take for the same.
    """
    place = same_place(path)
    parents = {same_place(parent.as_posix()) for parent in Path(path).parents}
    return place in folders or place in places or bool(parents & places)


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
