"""What may be written after `sitegen`: its commands, with their options and arguments."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Offer(NamedTuple):
    """What may stand in one place: one of some words, several with commas between (`list`), a file, a document of the site, a
    folder, the name of a theme (of those in `words`, or of the site's own in `themes/`), or what nobody can foresee.
    """

    kind: Literal["words", "list", "file", "document", "folder", "theme", "free"] = "free"
    words: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option (`--lang`), what it does ("" where nobody says), and its value, None where it has none."""

    flag: str
    about: str
    value: Offer | None = None


class Command(NamedTuple):
    """A command, its options, and what stands after it one by one."""

    name: str
    about: str
    options: tuple[Option, ...]
    arguments: tuple[Offer, ...] = ()
