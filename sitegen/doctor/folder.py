"""The site's folder: whether its parts can be written, what is kept in it is whole, and what may interfere with its files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sitegen.dates import in_words
from sitegen.doctor.finding import Finding, found
from sitegen.doctor.surroundings import disk_over_the_network, synchroniser
from sitegen.parse.config import Config, read_config
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Context
from sitegen.parse.fonts import is_whole_font
from sitegen.parse.memo import NO_MEMO
from sitegen.parse.nodes import Unreadable
from sitegen.parse.theme import read_theme
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, errors
from sitegen.read.places import KEPT, refuse_output
from sitegen.read.snapshot import Snapshot, read_bytes, read_site
from sitegen.refusals import cause_of
from sitegen.write.forms import KeptForms
from sitegen.write.lock import builder
from sitegen.write.manifest import read_manifest
from sitegen.write.store import is_sound

PROBE = bytes(65536)
MEGABYTE = 1_000_000
SCARCE, NONE_LEFT = 500 * MEGABYTE, 20 * MEGABYTE
"""Free bytes: a site with photos may need as much; the smallest site needs as much."""


def examine_folder(root: Path, now: datetime, language: str) -> Iterator[Finding]:
    """What can be said of the site at `root`."""
    snapshot, unread = read_site(root)
    if any(errors(unread)):
        yield found("wrong", "content", "unreadable", path=next(errors(unread)).place.path)
    config = _config(snapshot)
    yield found("well", "site", folder=root) if config else found("wrong", "settings", "wrong")
    yield _written("content", root)
    yield _written(KEPT, root)
    yield _output(root)
    yield examine_room(shutil.disk_usage(root).free)
    yield _kept(root / KEPT)
    yield from examine_builder(*builder(root / KEPT), now)
    if config:
        yield _theme(config, snapshot)
    yield from examine_times(root, snapshot, now, language)
    yield _case(root)
    if name := synchroniser(Path(os.path.realpath(root)), Path.home(), os.environ):
        yield found("care", "synchronised", "by", name=name)
    if kind := disk_over_the_network(os.path.realpath(root)):
        yield found("care", "network", "kind", kind=kind)


def _config(snapshot: Snapshot) -> Config | None:
    try:
        config, problems = read_config(from_yaml(snapshot.text(CONFIG) or "", CONFIG), CONFIG)
    except Unreadable:
        return None
    return None if any(errors(problems)) else config


def _written(name: str, root: Path) -> Finding:
    cause = cause_of_refusal(root / name)
    if not cause:
        return found("well", "folder", folder=f"{name}/")
    return found(
        "care" if name == KEPT else "wrong", "folder", f"refused.{name.strip('.')}", folder=f"{name}/", cause=cause
    )


def cause_of_refusal(folder: Path) -> str:
    """Why nothing can be written into a folder, or in its place if it is not there; "" where it can be."""
    there = next(each for each in (folder, *folder.parents) if os.path.lexists(each))
    try:
        with tempfile.TemporaryFile(dir=there) as probe:
            probe.write(PROBE)
            probe.flush()
    except OSError as error:
        return cause_of(error)
    return ""


def _output(root: Path) -> Finding:
    output = root / "output"
    if refused := refuse_output(root, output, chosen=False):
        return found("wrong", "output", "refused", why=refused.get("why"))
    if output.is_dir() and read_manifest(output) is None:
        strangers = sorted(each.name for each in output.iterdir() if not each.name.startswith("."))
        if strangers:
            return found("wrong", "output", "foreign", example=strangers[0])
    return _written("output", root)


def examine_room(free: int) -> Finding:
    """Whether the disk has room for `free` bytes."""
    if free >= SCARCE:
        return found("well", "room", free=free // MEGABYTE)
    return found("wrong" if free < NONE_LEFT else "care", "room", "scarce", free=free // MEGABYTE)


def _kept(folder: Path) -> Finding:
    is_well = is_sound(folder) and KeptForms(folder).is_sound()
    return found("well", "kept") if is_well else found("care", "kept", "damaged", folder=KEPT)


def examine_builder(is_building: bool, process: int, since: int, now: datetime) -> Iterator[Finding]:
    """What there is to say of a build that is at work, or was killed (see `lock.builder`)."""
    began = datetime.fromtimestamp(since, now.tzinfo)
    if is_building:
        yield found("care", "builder", "building", process=process or "?", since=f"{began:%H:%M}" if since else "?")
    elif process:
        yield found("well", "builder", "killed", process=process)
    else:
        yield found("well", "builder")


def _theme(config: Config, snapshot: Snapshot) -> Finding:
    context = Context(CONFIG, config.language, config.zone)
    theme, problems = read_theme(config.theme, snapshot, context, Place(CONFIG), NO_MEMO)
    if theme is None or any(errors(problems)):
        return found("wrong", "theme", "wrong", theme=config.theme)
    files = sorted({file.path for file in theme.font_files.values()})
    damaged = next((path for path in files if not is_whole_font(read_bytes(snapshot.files[path]))), "")
    if damaged:
        return found("wrong", "theme", "font", theme=config.theme, path=damaged)
    return found("well", "theme", theme=config.theme, count=len(files))


def examine_times(root: Path, snapshot: Snapshot, now: datetime, language: str) -> Iterator[Finding]:
    """A file that was written tomorrow says that the clock is behind."""
    own = [(os.stat(root / path).st_mtime, path) for path in snapshot.files if path.startswith("content/")]
    latest, path = max(own, default=(0.0, ""))
    if latest > (now + timedelta(days=1)).timestamp():
        written = datetime.fromtimestamp(latest, now.tzinfo)
        yield found("care", "times", "ahead", path=path, moment=in_words(written, language))


def _case(root: Path) -> Finding:
    other = root / CONFIG.swapcase()
    is_same = other.exists() and other.samefile(root / CONFIG)
    return found("well", "case", "same" if is_same else "well")
