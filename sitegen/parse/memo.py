"""What pure stages may remember: bytes by a key that covers all that they were made of."""

from __future__ import annotations

from typing import Protocol


class Memo(Protocol):
    """Bytes kept between builds, by key."""

    def get(self, key: str) -> bytes | None:
        """The value of a key, None where there is none."""

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value."""
