"""The address of a video, a map or a calendar, alone on its line → what a frame would show of it.

Sources: https://developers.google.com/youtube/player_parameters, https://help.vimeo.com/hc/en-us/articles/12426260232977,
https://developers.google.com/maps/documentation/urls/get-started, https://help.calendly.com/hc/en-us/articles/223147027.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, quote, unquote_plus, urlsplit

Provider = Literal["youtube", "vimeo", "maps", "calendly"]
PLACE = "<!--[EMBED] "
ALONE = re.compile(r" {0,3}(?:(https://[^\s<>\"'\\`\[\]{}]+)|<(https://[^\s<>\"'\\`\[\]{}]+)>) *")
_YOUTUBE = re.compile(r"(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com|youtu\.be")
_VIMEO = re.compile(r"(?:www\.|player\.)?vimeo\.com")
_MAPS = re.compile(r"(?:www\.|maps\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})")
_CALENDLY = re.compile(r"(?:www\.)?calendly\.com")
_VIDEO = re.compile(r"[A-Za-z0-9_-]{11}")
_AFTER = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?")


class Embed(NamedTuple):
    """`address` is that of a page of its provider, as it was written, `frame` what is shown of it in a page of another's."""

    provider: Provider
    address: str
    frame: str


def embed_in(block: str) -> Embed | None:
    """What a block is that holds nothing but an address; None where it holds anything else."""
    found = ALONE.fullmatch(block)
    if found is None:
        return None
    address = found[1] or found[2]
    try:
        parts = urlsplit(address)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    except ValueError:
        return None
    host = parts.netloc.lower()
    for pattern, provider, frame_of in _PROVIDERS:
        if pattern.fullmatch(host):
            frame = frame_of(host, parts.path, asked)
            return Embed(provider, address, frame) if frame else None
    return None


def _youtube(host: str, path: str, asked: dict[str, str]) -> str:
    first, _, rest = path.strip("/").partition("/")
    video = (
        first
        if host == "youtu.be"
        else asked.get("v", "")
        if first == "watch"
        else rest
        if first in ("shorts", "live", "embed", "v")
        else ""
    )
    if not _VIDEO.fullmatch(video):
        return ""
    start = _seconds(asked.get("t") or asked.get("start", ""))
    return f"https://www.youtube-nocookie.com/embed/{video}?autoplay=1&rel=0" + (f"&start={start}" if start else "")


def _seconds(written: str) -> int:
    found = _AFTER.fullmatch(written)
    hours, minutes, seconds = (int(each or 0) for each in found.groups()) if found and len(written) < 12 else (0, 0, 0)
    return (hours * 60 + minutes) * 60 + seconds


def _vimeo(_: str, path: str, asked: dict[str, str]) -> str:
    found = re.fullmatch(r"/(?:video/|channels/\w+/|album/\d+/video/)?(\d+)(?:/(\w+))?/?", path)
    if not found:
        return ""
    secret = found[2] or asked.get("h", "")
    return f"https://player.vimeo.com/video/{found[1]}?dnt=1&autoplay=1" + (f"&h={secret}" if secret.isalnum() else "")


def _maps(host: str, path: str, asked: dict[str, str]) -> str:
    if not path.startswith("/maps") and not host.startswith("maps."):
        return ""
    if path == "/maps/embed" and "pb" in asked:
        return f"https://www.google.com/maps/embed?pb={quote(asked['pb'], safe='!.:-_')}"
    named = re.match(r"/maps/(?:place|search)/([^/@]+)", path)
    sought = unquote_plus(named[1]) if named else asked.get("q") or asked.get("query", "")
    return f"https://www.google.com/maps?q={quote(sought)}&output=embed" if sought else ""


def _calendly(_: str, path: str, asked: dict[str, str]) -> str:
    found = re.fullmatch(r"/([\w-]+(?:/[\w-]+)?)/?", path)
    months = f"&month={asked['month']}" if re.fullmatch(r"\d{4}-\d\d", asked.get("month", "")) else ""
    return f"https://calendly.com/{found[1]}?embed_type=Inline&hide_gdpr_banner=1{months}" if found else ""


_PROVIDERS: tuple[tuple[re.Pattern[str], Provider, Callable[[str, str, dict[str, str]], str]], ...] = (
    (_YOUTUBE, "youtube", _youtube), (_VIMEO, "vimeo", _vimeo), (_MAPS, "maps", _maps), (_CALENDLY, "calendly", _calendly),
)  # fmt: skip
