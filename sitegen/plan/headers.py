"""What a host is to say with each file: what a browser may do with it, and how long it may keep it.

Sources: https://owasp.org/www-project-secure-headers/, RFC 6797 (HSTS), RFC 8246 (`immutable`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.parse.config import Config
from sitegen.paths import OutputPath

POLICY = "Content-Security-Policy"
FOREVER, ASKED = "public, max-age=31536000, immutable", "no-cache"
_DIGEST = r"\.(?=[0-9]*[a-f])[0-9a-f]{8,10}\."
NAMED_BY_CONTENT = rf"(?:assets/.+{_DIGEST}\w+|media/.+\.\d+{_DIGEST}(?:avif|webp|jpg|png)|(?:.*[/.])?card{_DIGEST}png)(?:\.(?:gz|br))?$"
"""Where a digest is in the path of a file that we have named, told from a number by a letter."""

TYPES = {"font/woff2": ".woff2", "image/webp": ".webp", "image/avif": ".avif", "image/svg+xml": ".svg",
         "application/manifest+json": ".webmanifest", "text/javascript": ".js .mjs"}  # fmt: skip
"""Those that a host may not know by itself."""

COMPRESSED = ("text/html text/css text/javascript application/javascript text/plain text/xml application/xml application/atom+xml "
              "application/rss+xml application/json application/feed+json application/manifest+json image/svg+xml")  # fmt: skip

_SAME = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_DAY = 86_400  # seconds
_MOST_LISTED = 60


def headers_of(config: Config) -> dict[str, str]:
    """Those of every file, but for the policy, which is that of pages."""
    if not config.hsts or not config.base_url.startswith("https:"):
        return _SAME
    return {**_SAME, "Strict-Transport-Security": f"max-age={config.hsts * _DAY}"}


def kept_forever(files: Iterable[OutputPath]) -> tuple[OutputPath, ...]:
    """Styles, programs and fonts whose names change with their contents, for hosts that know files by whole names alone; those of
    the search are too many to name.
    """
    named = re.compile(NAMED_BY_CONTENT)
    found = (
        file
        for file in files
        if file.startswith("assets/") and not file.startswith("assets/search/") and named.match(file)
    )
    return tuple(sorted(found))[:_MOST_LISTED]
