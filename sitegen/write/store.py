"""What earlier builds have worked out, by key: a small database in `.sitegen/` that may be deleted at any moment.

A key is a digest of all that its value depends on, so that nothing here is ever out of date, only unused. A value
carries a digest of itself and its key: a broken one, or one that lies under another's key, is as good as none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from weakref import finalize

from sitegen.digest import of_bytes

NAME = "store.sqlite"
_DIGITS = 32
_AT_ONCE = 500  # values read or written together


class Store:
    """Values by key. Where the disk or the database fails, it forgets and never gets in the way of a build;
    a `forgetful` one keeps what is new, but knows nothing old.
    """

    def __init__(self, folder: Path, *, forgetful: bool = False) -> None:
        self._forgetful = forgetful
        self._file = folder / NAME
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._fresh: set[str] = set()
        self._is_closed = False
        self._reader: sqlite3.Connection | None = None
        self._database = self._open(folder)

    def _open(self, folder: Path) -> sqlite3.Connection | None:
        for attempt in (1, 2):
            try:
                folder.mkdir(exist_ok=True)
                database = sqlite3.connect(folder / NAME, isolation_level=None)
                database.execute("PRAGMA journal_mode=WAL")
                database.execute("PRAGMA synchronous=OFF")
                database.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB)")
                return database
            except (sqlite3.Error, OSError):
                if attempt == 1:
                    _remove(folder)
        return None

    def get(self, key: str) -> bytes | None:
        """The value of `key`, None where there is none or it is broken."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those keys that have one."""
        keys = list(keys)
        self._used.update(keys)
        found = {key: self._new[key] for key in keys if key in self._new}
        wanted = [key for key in keys if key not in found and (not self._forgetful or key in self._fresh)]
        for start in range(0, len(wanted), _AT_ONCE):
            for key, row in self._rows(wanted[start : start + _AT_ONCE]):
                if isinstance(row, bytes) and row[:_DIGITS] == _seal(key, row[_DIGITS:]):
                    found[key] = row[_DIGITS:]
        return found

    def _rows(self, keys: list[str]) -> list[tuple[str, object]]:
        marks = ",".join("?" * len(keys))
        # What is put into the statement is question marks.
        wanted = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608
        try:
            database = self._database or (self._read_only() if self._is_closed else None)
            return database.execute(wanted, keys).fetchall() if database else []
        except sqlite3.Error:
            return []

    def _read_only(self) -> sqlite3.Connection:
        if self._reader is None:
            self._reader = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)
            finalize(self, self._reader.close)
        return self._reader

    def use(self, keys: Iterable[str]) -> None:
        """Says that the values of these keys are still wanted."""
        self._used.update(keys)

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value: here, and from time to time on the disk."""
        self._used.add(key)
        self._new[key] = value
        if len(self._new) >= _AT_ONCE:
            self._write()

    def _write(self) -> None:
        """Writes what is new, as part of what `close` makes lasting. What the database does not take stays here."""
        if self._database is None:
            return
        rows = ((key, _seal(key, value) + value) for key, value in self._new.items())
        try:
            if not self._database.in_transaction:
                self._database.execute("BEGIN")
            self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
        except sqlite3.Error:
            self._give_up()
        else:
            self._fresh.update(self._new)
            self._new.clear()

    def close(self, *, whole: bool = True) -> bool:
        """Writes what is new; after a `whole` build it forgets what that has not asked for. Whether the next build will
        find it. What is there can still be read, by whoever looks at a text after the build.
        """
        self._write()
        database = self._database
        if database is None:
            return False
        try:
            if whole:
                known = database.execute("SELECT key FROM kept").fetchall()
                stale = [key for key in known if key[0] not in self._used]
                database.executemany("DELETE FROM kept WHERE key = ?", stale)
            if database.in_transaction:
                database.execute("COMMIT")
        except sqlite3.Error:
            return False  # the next build works it out again
        finally:
            self._give_up()
        self._is_closed = True
        return True

    def _give_up(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            with suppress(sqlite3.Error):
                database.close()


def is_sound(folder: Path) -> bool:
    """Whether all that is kept there can be read as it was written; also where nothing is kept, or somebody is writing."""
    if not (folder / NAME).is_file():
        return True
    try:
        with closing(sqlite3.connect(folder / NAME, isolation_level=None, timeout=0)) as database:
            rows = database.execute("SELECT key, value FROM kept")
            return all(isinstance(row, bytes) and row[:_DIGITS] == _seal(key, row[_DIGITS:]) for key, row in rows)
    except sqlite3.OperationalError as error:
        return error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN)
    except sqlite3.DatabaseError:
        return False


def _seal(key: str, value: bytes) -> bytes:
    return of_bytes(key.encode() + b" " + value).encode()


def _remove(folder: Path) -> None:
    for name in (NAME, f"{NAME}-wal", f"{NAME}-shm"):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError:
            return
