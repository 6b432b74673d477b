"""Who may ask the preview for something. A page of another site, open in the same browser, can send requests to this
computer: by its address, or by a name of its own that it lets lead here (DNS rebinding). Both are told by their headers.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")


def is_known_host(header: str, served: str, own_name: str = "") -> bool:
    """Whether a `Host` header (RFC 9110, 7.2) names this preview, which is served on the address or name `served`; `own_name`
    is what the computer is called in its network. A name that is none of these may be anybody's; a number is not, and is
    taken where the preview is served to other computers.
    """
    name = _name_in(f"//{header}")
    if not name:
        return False
    if name in THIS_COMPUTER:
        return True
    if is_private(served):
        return name == served.casefold()
    return name in (served.casefold(), own_name.casefold(), f"{own_name.casefold()}.local") or _is_number(name)


def is_same_origin(origin: str | None, host: str) -> bool:
    """Whether a request with this `Origin` header comes from a page of the server that its `Host` header names."""
    return origin in (f"http://{host}", f"https://{host}")


def is_private(served: str) -> bool:
    """Whether an address or name to serve on can be reached from this computer only."""
    try:
        return ipaddress.ip_address(served).is_loopback
    except ValueError:
        return served.casefold() == "localhost"


def _name_in(address: str) -> str:
    """The name in an address, in small letters, "" where there is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError where it is none
        return parts.hostname or "" if parts.netloc == address[2:] and "@" not in address else ""
    except ValueError:
        return ""


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
