"""Drafts without a date: who sees them sees them dated today, which is what publishing them would do."""

from __future__ import annotations

import math
from datetime import datetime

import msgspec

from sitegen.digest import of_value
from sitegen.parse.documents import Document
from sitegen.parse.fields import UNDATED


def dated_today(document: Document, now: datetime) -> Document:
    """A document whose date, if it has none, is the day of `now`, in the site's zone; its trace never ends."""
    if document.meta.date != UNDATED:
        return document
    today, trace = now.replace(hour=0, minute=0, second=0, microsecond=0), document.trace
    digests = {name: of_value((getattr(trace, name), today)) for name in ("whole", "face", "bonds")}
    return msgspec.structs.replace(document, meta=msgspec.structs.replace(document.meta, date=today),
                                   trace=msgspec.structs.replace(trace, latest=math.inf, **digests))  # fmt: skip
