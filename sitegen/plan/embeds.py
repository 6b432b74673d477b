"""What stands in a page for a video, a map or a calendar of another site, and the file that makes a frame of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from sitegen.parse.fragment import EmbedSlot
from sitegen.parse.theme import EMBED, Theme
from sitegen.paths import OutputPath, Url, output_url
from sitegen.plan import views
from sitegen.plan.outputs import Copy, Output
from sitegen.plan.sights import Asked

SCRIPT, SHEET = "embed.js", "embed"
_KNOWN: dict[str, tuple[Literal["video", "map", "calendar"], str, str]] = {
    "youtube": ("video", "YouTube", "Google"), "vimeo": ("video", "Vimeo", "Vimeo"), "maps": ("map", "Google Maps", "Google"),
    "calendly": ("calendar", "Calendly", "Calendly"),
}  # fmt: skip


class Frames(msgspec.Struct, frozen=True):
    """The addresses of what a theme has to show a frame, "" for what it has not."""

    script: str = ""
    sheet: str = ""


NO_FRAMES = Frames()


def frames_of(theme: Theme, sheets: dict[str, Output], base: Url) -> Frames:
    """Those of a theme with a partial for it."""
    script = theme.assets.get(SCRIPT)
    if script is None or theme.find(EMBED) is None:
        return NO_FRAMES
    sheet = output_url(base, sheets[SHEET].path) if SHEET in sheets else ""
    return Frames(output_url(base, _path(script.digest)), sheet)


def embed_of(slot: EmbedSlot, frames: Frames) -> views.Embed:
    """The view of one."""
    return embed_of_address(slot.provider, slot.target, slot.frame, frames)


def embed_of_address(provider: str, address: str, frame: str, frames: Frames) -> views.Embed:
    """The view of what lies at an `address` of a provider."""
    kind, name, receiver = _KNOWN[provider]
    return views.Embed(kind, name, receiver, address, frame if frames.script else "", frames.script, frames.sheet)


def make_script(theme: Theme, asked: Asked) -> Iterator[Output]:
    """The script, where a page has use for it."""
    script = theme.assets.get(SCRIPT)
    if script is not None and any(use.kind == "frame" for use in asked.uses):
        yield Output(_path(script.digest), Copy(script.path, script.digest), script.path)


def _path(digest: str) -> OutputPath:
    return OutputPath(f"assets/embed.{digest[:10]}.js")
