"""What pure stages may remember: bytes by a key that covers all that they were made of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Memo(Protocol):
    """Bytes kept between builds, by key."""

    def get(self, key: str) -> bytes | None:
        """The value of a key, None where there is none."""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those keys that have one."""

    def use(self, keys: Iterable[str]) -> None:
        """Says that the values of these keys are still wanted."""

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value."""


class _Nothing:
    def get(self, _: str) -> bytes | None:
        return None

    def get_many(self, _: Iterable[str]) -> dict[str, bytes]:
        return {}

    def use(self, _: Iterable[str]) -> None:
        pass

    def put(self, _key: str, _value: bytes) -> None:
        pass


NO_MEMO: Memo = _Nothing()
"""Remembers nothing: for what is asked once."""
