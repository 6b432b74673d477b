"""What nearly every command begins with: the site that it is about, and in which language it speaks of it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli.refusal import no_site, refuse
from sitegen.cli.voice import Voice
from sitegen.read.places import find_root

if TYPE_CHECKING:
    from sitegen.build import Settings


class Opened(NamedTuple):
    """A site's folder, what it says of itself, and a voice in its language, or in the one that was asked for."""

    root: Path
    settings: Settings
    voice: Voice


def language_here() -> str:
    """The language of the site in which one stands; English outside of any."""
    root = find_root(Path(), exact=False)
    if root is None:
        return "en"
    from sitegen.build import peek

    return peek(root).language


def open_site(options: argparse.Namespace, language: str) -> Opened | int:
    """The site that `--root` names, or in whose folder one stands; where there is none, that is told: the exit status."""
    root = find_root(Path(options.root or "."), exact=options.root is not None)
    if root is None:
        return refuse(no_site(options.root or "."), language or "en", getattr(options, "format", "text"))
    from sitegen.build import peek

    settings = peek(root)
    return Opened(root, settings, Voice(language or settings.language))
