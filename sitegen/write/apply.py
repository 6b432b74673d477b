"""Artifacts → the output folder: all or nothing, file by file, assets before pages, deletions last.

Only what the folder's manifest names is ever replaced or deleted; a file that somebody else put in the way is a problem,
not a victim.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sitegen.digest import of_file
from sitegen.paths import OutputPath, same_place
from sitegen.problems import Place, Problem, Refused, problem
from sitegen.read.stamps import NO_STAMP, stamp_of
from sitegen.refusals import cause_of
from sitegen.render.render import Artifact, Made
from sitegen.summary import Changes
from sitegen.write.manifest import BEFORE, NAME, Manifest, is_whole, write_manifest
from sitegen.write.swap import Swap, all_or_nothing

STAGING = ".sitegen-staging"
STEP = 16  # files between two reports of progress
STEPS = 3  # of each file: it is written, then put in its place, then the one before it is removed


Progress = Callable[[int, int], None]


def write_output(
    folder: Path, artifacts: Iterable[Artifact], ours: Manifest | None, shown: str, *, clean: bool = False,
    begin: Callable[[], None] = lambda: None, progress: Progress = lambda *_: None,
) -> tuple[Changes | None, tuple[Problem, ...]]:  # fmt: skip
    """Makes `folder` hold exactly the artifacts, besides what others put there; with any error it stays as it was, and the
    changes are None. `ours` is the folder's manifest, None where it has none; `shown` is how messages call it; `clean` writes
    again what is there already; `begin` is called before the first file changes, `progress` now and then with how much is done,
    in files, and how many there are.
    """
    try:
        return _write(folder, tuple(artifacts), ours, shown, clean, begin, progress)
    except Refused as unusable:
        wrong = unusable.problem
    except OSError as error:
        wrong = _unwritable(error, folder, shown)
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    return None, (wrong,)


def _unwritable(error: OSError, folder: Path, shown: str) -> Problem:
    """Told at the file that could not be put in its place, else at the folder."""
    names = [Path(os.fsdecode(each)) for each in (error.filename2, error.filename) if each]
    path = next((each for each in names if each.is_relative_to(folder) and each != folder), folder)
    inside = path != folder and path.parent != folder / STAGING
    where = f"{shown}/{path.relative_to(folder).as_posix()}" if inside else shown
    return problem("E702", Place(where), cause=cause_of(error), reported=error.strerror)


def _write(
    folder: Path,
    artifacts: tuple[Artifact, ...],
    ours: Manifest | None,
    shown: str,
    clean: bool,
    begin: Callable[[], None],
    progress: Progress,
) -> tuple[Changes | None, tuple[Problem, ...]]:
    if ours is None:
        _refuse_strangers(folder, artifacts, shown)
        ours = {}
    there = folder.is_dir()
    made = sorted((each for each in artifacts if each.data is not None or each.disk), key=_turn)
    states = {each.path: _compare(folder, each, ours, clean) if there else "created" for each in made}
    foreign = [path for path, state in states.items() if state == "foreign"]
    if foreign:
        return None, tuple(problem("E701", Place(f"{shown}/{path}")) for path in foreign)
    now = {artifact.path: artifact.made for artifact in artifacts}
    kept = tuple(sorted(path for path in now if states.get(path, "kept") == "kept"))
    gone = [path for path in ours if path not in now]
    stale = [path for path in gone if _is_ours(folder, path, ours[path])]
    altered = [path for path in gone if path not in stale and (folder / path).is_file()]
    now |= {path: ours[path] for path in altered}
    changed = [each for each in made if states[each.path] != "kept"]
    if now != ours or changed or (folder / BEFORE).exists():
        folder.mkdir(parents=True, exist_ok=True)
        size = len(changed)
        staged = _stage_all(folder / STAGING, changed, shown, lambda done: progress(done // STEPS, size))
        begin()
        _swap(folder, staged, stale, ours, now, lambda done: progress((size + done) // STEPS, size))
        _clear(folder / STAGING, lambda done: progress((2 * size + done) // STEPS, size))
        progress(size, size)
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    created, updated = (
        tuple(sorted(path for path, each in states.items() if each == state)) for state in ("created", "updated")
    )
    told = tuple(problem("W701", Place(f"{shown}/{path}")) for path in altered)
    return Changes(created, updated, tuple(sorted(stale)), kept), told


def _turn(artifact: Artifact) -> tuple[bool, OutputPath]:
    """Pages come after what they are made with."""
    return artifact.path.endswith(".html"), artifact.path


def _refuse_strangers(folder: Path, artifacts: Iterable[Artifact], shown: str) -> None:
    """A folder without a manifest is taken only if all that can be seen in it is what would be written there anyway: it
    may be a copy that lost its hidden files, or anything else.
    """
    wanted = {artifact.path: artifact.made for artifact in artifacts}
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            path = OutputPath((Path(above) / name).relative_to(folder).as_posix())
            if not name.startswith(".") and not (path in wanted and is_whole(folder, path, wanted[path])):
                raise Refused(problem("E709", Place(shown), example=path))


def _stage_all(
    staging: Path, changed: Iterable[Artifact], shown: str, tell: Callable[[int], None]
) -> dict[OutputPath, Path]:
    """Writes all that is new beside its place: from here on nothing needs more than names."""
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    staged = {}
    for number, artifact in enumerate(changed):
        if number % STEP == 0:
            tell(number)
        staged[artifact.path] = staging / str(number)
        try:
            if artifact.source:
                _copy(artifact, staged[artifact.path])
            elif artifact.disk:
                shutil.move(artifact.disk, staged[artifact.path])
            else:
                staged[artifact.path].write_bytes(artifact.data or b"")
        except OSError as error:
            where = Place(f"{shown}/{artifact.path}")
            raise Refused(problem("E702", where, cause=cause_of(error), reported=error.strerror)) from error
    return staged


def _clear(staging: Path, tell: Callable[[int], None]) -> None:
    """Removes what was replaced; with many files it takes as long as putting the new ones in their places."""
    with suppress(OSError):  # what stays goes with its folder
        for number, name in enumerate(os.listdir(staging)):
            if number % STEP == 0:
                tell(number)
            os.unlink(staging / name)


def _copy(artifact: Artifact, target: Path) -> None:
    """Copies a file of the site, if it is still the one that the build has read."""
    if not os.access(artifact.disk, os.R_OK):
        raise Refused(problem("E613", Place(artifact.source)))
    shutil.copyfile(artifact.disk, target)  # the system copies large files at a third of what reading and writing cost
    if artifact.stamp != NO_STAMP and stamp_of(os.stat(artifact.disk)) == artifact.stamp:
        return
    with open(target, "rb") as copy:
        digest = of_file(copy)
    if digest != artifact.made.digest:
        raise Refused(problem("E613", Place(artifact.source)))


def _swap(folder: Path, staged: dict[OutputPath, Path], stale: list[OutputPath],
          ours: dict[OutputPath, Made], now: dict[OutputPath, Made], tell: Callable[[int], None]) -> None:  # fmt: skip
    """Puts each file in its place in one step."""
    staging = folder / STAGING
    in_the_way = list(_in_the_way(stale, now))
    if (folder / BEFORE).exists() or not (folder / NAME).exists():
        write_manifest(staging / "before", ours)
    else:
        shutil.copyfile(folder / NAME, staging / "before")
    write_manifest(staging / "now", now)
    with all_or_nothing(folder, staging) as swap:
        # Both manifests lie there while the swap lasts, so that after a crash old and new files are known to be ours.
        swap.place(staging / "before", BEFORE)
        swap.place(staging / "now", NAME)
        _move(swap, staged, in_the_way, [path for path in stale if path not in set(in_the_way)], tell)
        swap.remove(BEFORE)


def _move(swap: Swap, staged: dict[OutputPath, Path], first: list[OutputPath], last: list[OutputPath],
          tell: Callable[[int], None]) -> None:  # fmt: skip
    for path in first:
        swap.remove(path)
    for number, (path, file) in enumerate(staged.items()):
        if number % STEP == 0:
            tell(number)
        swap.place(file, path)
    for path in sorted(last):
        swap.remove(path)


def _compare(folder: Path, artifact: Artifact, ours: dict[OutputPath, Made], clean: bool) -> str:
    """What has to happen at an artifact's place: created, updated or kept; `foreign` where another's file is in the way,
    or where a link would lead the writing out of the folder.
    """
    target = folder / artifact.path
    above = [OutputPath(parent.as_posix()) for parent in Path(artifact.path).parents if parent != Path()]
    if any((folder / parent).is_symlink() for parent in above):
        return "foreign"
    try:
        status = target.lstat()
    except FileNotFoundError:
        return "created"
    except NotADirectoryError:
        return "created" if any(path in ours and is_whole(folder, path, ours[path]) for path in above) else "foreign"
    if stat.S_ISDIR(status.st_mode):
        return "created" if all(_removable(folder, ours, target)) else "foreign"
    if is_whole(folder, artifact.path, artifact.made):
        return "updated" if clean else "kept"
    return "updated" if artifact.path in ours else "foreign"


def _removable(folder: Path, ours: dict[OutputPath, Made], target: Path) -> Iterator[bool]:
    """For each thing in a folder that a file must take the place of, whether it goes when our stale files go."""
    yield any(target.iterdir())
    for each in target.rglob("*"):
        path = OutputPath(each.relative_to(folder).as_posix())
        yield any(each.iterdir()) if each.is_dir() else path in ours and _is_ours(folder, path, ours[path])


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
