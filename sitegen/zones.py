"""Time zones by name, from the database that is installed with sitegen: the machine's own may be another edition, and would
make other bytes of the same site.
"""

from __future__ import annotations

import os
import zoneinfo
from functools import cache
from zoneinfo import ZoneInfo

import tzdata

zoneinfo.reset_tzpath([os.path.join(os.path.dirname(os.path.abspath(tzdata.__file__)), "zoneinfo")])


@cache
def zone_of(name: str) -> ZoneInfo | None:
    """The zone of that name (`Europe/Rome`), None where there is none."""
    try:
        return ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


def zone_names() -> set[str]:
    """The names of all zones."""
    return zoneinfo.available_timezones()
