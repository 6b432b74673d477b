"""What earlier builds have worked out, by key: a small database in `.sitegen/` that may be deleted at any moment.

A key is a digest of all that its value depends on, so that nothing here is ever out of date, only unused. A value
carries a digest of itself and its key: a broken one, or one that lies under another's key, is as good as none.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from sitegen.digest import of_bytes

NAME = "store.sqlite"
_DIGITS = 32


class Store:
    """Values by key. Where the disk or the database fails, it forgets and never gets in the way of a build;
    a `forgetful` one keeps what is new, but knows nothing old.
    """

    def __init__(self, folder: Path, *, forgetful: bool = False) -> None:
        self._forgetful = forgetful
        self._used: set[str] = set()
        self._new: dict[str, bytes] = {}
        self._database = self._open(folder)

    def _open(self, folder: Path) -> sqlite3.Connection | None:
        for attempt in (1, 2):
            try:
                folder.mkdir(exist_ok=True)
                database = sqlite3.connect(folder / NAME, isolation_level=None)
                database.execute("PRAGMA journal_mode=WAL")
                database.execute("PRAGMA synchronous=OFF")
                database.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID")
                return database
            except (sqlite3.Error, OSError):
                if attempt == 1:
                    _remove(folder)
        return None

    def get(self, key: str) -> bytes | None:
        """The value of `key`, None where there is none or it is broken."""
        self._used.add(key)
        if self._database is None or self._forgetful:
            return None
        try:
            row = self._database.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        digest, value = row[0][:_DIGITS], row[0][_DIGITS:]
        return value if digest == _seal(key, value) else None

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value; written by `close`."""
        self._used.add(key)
        self._new[key] = _seal(key, value) + value

    def close(self, *, whole: bool = True) -> bool:
        """Writes what is new; after a `whole` build it forgets what that has not asked for. Whether the next build will
        find it.
        """
        database, self._database = self._database, None
        if database is None:
            return False
        try:
            database.execute("BEGIN")
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", self._new.items())
            if whole:
                known = database.execute("SELECT key FROM kept").fetchall()
                database.executemany(
                    "DELETE FROM kept WHERE key = ?", [key for key in known if key[0] not in self._used]
                )
            database.execute("COMMIT")
        except sqlite3.Error:
            return False  # the next build works it out again
        finally:
            with suppress(sqlite3.Error):
                database.close()
        return True


def _seal(key: str, value: bytes) -> bytes:
    return of_bytes(key.encode() + b" " + value).encode()


def _remove(folder: Path) -> None:
    for name in (NAME, f"{NAME}-wal", f"{NAME}-shm"):
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError:
            return
