"""A file's name → its media type, the same on every computer: what the system has registered is not asked."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

_OURS = {
    ".avif": "image/avif", ".webp": "image/webp", ".svg": "image/svg+xml", ".ico": "image/x-icon",
    ".woff": "font/woff", ".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf",
    ".js": "text/javascript", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json",
    ".json": "application/json", ".xml": "application/xml", ".md": "text/markdown", ".wasm": "application/wasm",
    ".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".vcf": "text/vcard", ".ics": "text/calendar",
}  # fmt: skip
_TEXT = ("application/json", "application/manifest+json", "application/xml", "image/svg+xml")
_KNOWN = mimetypes.MimeTypes()


def type_of(path: str) -> str:
    """The media type of a file, with the encoding of texts (all that sitegen writes is UTF-8)."""
    ending = PurePosixPath(path).suffix.lower()
    found = _OURS.get(ending) or _KNOWN.types_map[True].get(ending, "application/octet-stream")
    return f"{found}; charset=utf-8" if found.startswith("text/") or found in _TEXT else found
