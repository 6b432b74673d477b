"""The folders `content/` and `themes/` → a `Snapshot`: each file's path, digest and, where it is text, its text.

Names are told in Unicode's composed form, line ends are LF and a byte order mark is gone, so that no later stage meets the
difference between two systems. Nothing outside the site is followed.
"""

from __future__ import annotations

import os
import stat
import time
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path, PurePosixPath

import msgspec

from sitegen.digest import Digest, of_bytes, of_file
from sitegen.paths import SourcePath
from sitegen.problems import Place, Problem, problem
from sitegen.read.places import builtin_themes
from sitegen.read.stamps import DEEPEST, NO_STAMP, Stamp, is_litter, is_racy, stamp_of
from sitegen.refusals import cause_of

TEXT = frozenset((".md", ".markdown", ".yaml", ".yml", ".json", ".csv", ".css", ".html", ".xml", ".po", ".txt", ".svg"))
HOST_FILES = (
    "content/static/.htaccess",
    "content/static/_redirects",
    "content/static/_headers",
    "content/static/vercel.json",
)
"""What the owner tells her host, to which sitegen adds its own."""
LARGEST_TEXT = 10 * 1024 * 1024
MOST_LINKED = 1000

Known = tuple[Stamp, Digest]
_NOTHING: Mapping[str, Known] = {}
_LAST = "\U0010ffff"


class File(msgspec.Struct, frozen=True):
    """A file of the site. `disk` is where it lies now, `stamp` what the system says of it (neither is part of what it is);
    `text` is None for what is no text, for what was not read because it is as it was (`unread`), and for what cannot be read, which has
    been told (`closed`). A file that is `steady`
    and wears the same stamp later holds the same later.
    """

    path: SourcePath
    disk: str
    size: int
    digest: Digest
    text: str | None = None
    stamp: Stamp = NO_STAMP
    unread: bool = False
    steady: bool = False
    closed: bool = False


class Snapshot(msgspec.Struct, frozen=True):
    """All files of the site at one moment, by path; `paths` are in order. Asking for an absent one is an answer: None."""

    files: dict[SourcePath, File]
    paths: tuple[SourcePath, ...]

    def text(self, path: str) -> str | None:
        """The text of the file at `path`, None where there is no such text file."""
        file = self.files.get(SourcePath(path))
        return file.text if file else None

    def below(self, folder: str) -> Iterator[File]:
        """The files below `folder` (`content/posts`), by path."""
        prefix = folder.rstrip("/") + "/"
        first = bisect_left(self.paths, prefix)
        return (self.files[path] for path in self.paths[first : bisect_left(self.paths, prefix + _LAST, first)])

    def top(self, folder: str) -> Iterator[SourcePath]:
        """What stands right in `folder`, files and folders, by path."""
        prefix = folder.rstrip("/") + "/"
        at, end = (bisect_left(self.paths, each) for each in (prefix, prefix + _LAST))
        while at < end:
            name, slash, _ = self.paths[at][len(prefix) :].partition("/")
            yield SourcePath(prefix + name)
            at = bisect_left(self.paths, f"{prefix}{name}/{_LAST}", at) if slash else at + 1


class Changed(Exception):
    """A file is not what its stamp promised."""


def read_site(root: Path, known: Mapping[str, Known] = _NOTHING) -> tuple[Snapshot, tuple[Problem, ...]]:
    """The site at `root`. A theme of its own hides the one of the same name that sitegen carries. A file that is `known` by
    its place on the disk and wears the same stamp is not read.
    """
    walk = _Walk(root, known, ("content", "themes"))
    walk.folder(root / "content", "content")
    own = root / "themes"
    if own.is_dir():
        walk.folder(own, "themes")
    carried = builtin_themes()
    if carried.is_dir() and carried.resolve() != own.resolve():
        with os.scandir(carried) as entries:
            names = sorted(entry.name for entry in entries if entry.is_dir())
        inside = _Walk(carried)
        for name in names:
            if f"themes/{name}/theme.yaml" not in walk.files:
                inside.folder(carried / name, f"themes/{name}")
        walk.files.update(inside.files)
        walk.problems.extend(inside.problems)
    paths = tuple(sorted(walk.files))
    return Snapshot({path: walk.files[path] for path in paths}, paths), tuple(walk.problems)


def read_again(snapshot: Snapshot, root: Path, paths: Iterable[SourcePath]) -> Snapshot | None:
    """The snapshot of the site at `root` with the texts at `paths` as they are now; None where one of them is, or was, anything
    else than a text that lies at its own place.
    """
    walk = _Walk(root)
    for path in paths:
        known, disk = snapshot.files.get(path), str(root / path)
        try:
            status = os.lstat(disk)
        except (OSError, ValueError):
            return None
        if known is None or known.disk != disk or not stat.S_ISREG(status.st_mode):
            return None
        walk.file(disk, path, stamp_of(status))
    if walk.problems or any(file.text is None for file in walk.files.values()):
        return None
    return Snapshot({**snapshot.files, **walk.files}, snapshot.paths)


def read_bytes(file: File) -> bytes:
    """The bytes of a file that may not have been read before. Raises `Changed` where they are not what they were."""
    try:
        with open(file.disk, "rb") as opened:
            data = opened.read()
    except OSError as error:
        raise Changed(file.path) from error
    if of_bytes(data) != file.digest:
        raise Changed(file.path)
    return data


def read_text(file: File) -> str | None:
    """The text of a file that was not read before. Raises `Changed` where it is not what it was."""
    return _Walk(Path(file.disk)).decode(read_bytes(file), file.path)


def _may_stay_closed(path: SourcePath) -> bool:
    """Whether a file is asked for its text by nobody but its own document."""
    return path.startswith("content/") and not path.endswith((".yaml", ".yml", ".json", ".csv", ".css", *HOST_FILES))


class _Walk:
    """One walk over a tree; `root` is what no link may leave, `kept` the folders in it of which a link may lead to any."""

    def __init__(self, root: Path, known: Mapping[str, Known] = _NOTHING, kept: Iterable[str] = ("",)) -> None:
        self.roots = tuple(os.path.realpath(root / each) for each in kept)
        self.linked = 0
        self.began = time.time_ns()
        self.known = known
        self.files: dict[SourcePath, File] = {}
        self.problems: list[Problem] = []

    def say(self, code: str, path: str, **values: object) -> None:
        self.problems.append(problem(code, Place(path), **values))

    def closed(self, code: str, disk: str, path: str, **values: object) -> None:
        """Tells what is wrong with a file that cannot be read. It is there all the same, so that what leads to it is not wrong, too."""
        self.files[SourcePath(path)] = File(SourcePath(path), disk, 0, of_bytes(b""), closed=True)
        self.say(code, path, **values)

    def folder(self, disk: Path | str, path: str, above: tuple[str, ...] = ()) -> None:
        real = os.path.realpath(disk)
        if real in above or self.linked > MOST_LINKED:
            return self.say("E604", path)
        if len(above) > DEEPEST:
            return self.say("E112", f"{path[:80]}…", limit=DEEPEST, cause="levels.folders")
        try:
            with os.scandir(disk) as found:
                entries = sorted(found, key=attrgetter("name"))
        except OSError as error:
            return self.say("E602", path, cause=cause_of(error), reported=error.strerror)
        inside = (*above, real)
        for entry in entries:
            if not (entry.path in self.known and self.as_before(entry, path)) and not is_litter(entry.name):
                self.entry(entry, f"{path}/{unicodedata.normalize('NFC', entry.name)}", inside)
        return None

    def as_before(self, entry: os.DirEntry[str], folder: str) -> bool:
        """Whether an entry is a file that wears the stamp which it is known by. Nearly all are, so that this is all that is asked of
        them.
        """
        stamp, digest = self.known[entry.path]
        path = SourcePath(f"{folder}/{entry.name}")
        if not path.isascii() or not _may_stay_closed(path) or path in self.files:
            return False
        try:
            if entry.is_symlink() or stamp_of(entry.stat()) != stamp:
                return False
        except OSError:
            return False
        self.files[path] = File(path, entry.path, stamp[2], digest, None, stamp, True, True)
        return True

    def entry(self, entry: os.DirEntry[str], path: str, above: tuple[str, ...]) -> None:
        if not path.isascii() and _is_unreadable(path):
            return self.say("E606", os.path.dirname(path), name=_readable(entry.name))
        try:
            if entry.is_symlink() and not self.leads_inside(entry.path):
                return self.say("E603", path)
            status = entry.stat()
        except OSError as error:
            code = "E604" if entry.is_symlink() else "E602"
            return self.closed(code, entry.path, path, cause=cause_of(error), reported=error.strerror)
        if stat.S_ISDIR(status.st_mode):
            if path.casefold().endswith((".md", ".markdown")):
                return self.say("E605", path)
            return self.folder(entry.path, path, above)
        if not stat.S_ISREG(status.st_mode):
            return self.closed("E608", entry.path, path)
        return self.file(entry.path, SourcePath(path), stamp_of(status))

    def leads_inside(self, disk: str) -> bool:
        real = os.path.realpath(disk)
        self.linked += 1
        return any(real == root or real.startswith(root + os.sep) for root in self.roots)

    def file(self, disk: str, path: SourcePath, stamp: Stamp) -> None:
        if path in self.files:
            return self.say("E607", path)
        known = self.known.get(disk)
        if known is not None and known[0] == stamp and _may_stay_closed(path):
            self.files[path] = File(path, disk, stamp[2], known[1], None, stamp, unread=True, steady=True)
            return None
        is_text = path in HOST_FILES or (
            PurePosixPath(path).suffix.lower() in TEXT and not path.startswith("content/static/")
        )
        if is_text and stamp[2] > LARGEST_TEXT:
            return self.closed("E609", disk, path, limit=f"{LARGEST_TEXT // 1024 // 1024} MB")
        try:
            with open(disk, "rb") as opened:
                data = opened.read() if is_text else b""
                digest = of_bytes(data) if is_text else of_file(opened)
                size = opened.tell()
        except OSError as error:
            return self.closed("E602", disk, path, cause=cause_of(error), reported=error.strerror)
        text = self.decode(data, path) if is_text else None
        steady = not is_racy(stamp, self.began)
        self.files[path] = File(path, disk, size, digest, text, stamp, steady=steady)
        return None

    def decode(self, data: bytes, path: SourcePath) -> str | None:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.say("E601", path, encoding="UTF-16")
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            if b"\0" in data:
                self.say("E614", path)
                return None
            before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8-sig")
            place = Place(path, data.count(b"\n", 0, error.start) + 1, len(before) + 1)
            self.problems.append(problem("E601", place, encoding="Latin-1 / Windows-1252"))
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_unreadable(path: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in path)


def _readable(name: str) -> str:
    """A name that is not UTF-8, with a sign for each byte that is no letter."""
    return os.fsencode(name).decode("utf-8", "replace")
