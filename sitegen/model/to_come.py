"""What a document says of a day that has not come yet: an update, comments. Until then the site knows nothing of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec

from sitegen.digest import of_value
from sitegen.parse.documents import Document
from sitegen.parse.kinds import Comment
from sitegen.parse.trace import Trace


def moments_of(document: Document) -> Iterator[datetime]:
    """When something of a document appears or goes; the last of them is its trace's `latest`. What is dated today for want of a date
    has another one tomorrow.
    """
    meta = document.meta
    if document.trace.latest == math.inf:
        yield meta.date + timedelta(days=1)
    yield from (each for each in (meta.date, meta.expires, getattr(meta, "updated", None)) if each)
    yield from (comment.date for comment in document.comments)


def updates_later(document: Document, now: datetime) -> bool:
    """Whether a document has an update that is to come."""
    updated = getattr(document.meta, "updated", None)
    return updated is not None and updated > now


def known_by(document: Document, now: datetime) -> tuple[Any, tuple[Comment, ...], Trace]:
    """The fields, comments and trace of a document as they are at a moment. An answer waits for the comment that it answers."""
    comments: dict[str, Comment] = {}
    for each in document.comments:
        if each.date <= now and (not each.parent or each.parent in comments):
            comments[each.id] = each
    later = updates_later(document, now)
    if not later and len(comments) == len(document.comments):
        return document.meta, document.comments, document.trace
    meta = msgspec.structs.replace(document.meta, updated=None) if later else document.meta
    trace, ids = document.trace, list(comments)
    trace = msgspec.structs.replace(
        trace, whole=of_value((trace.whole, later, ids)), anchors=of_value((trace.anchors, ids))
    )
    return meta, tuple(comments.values()), trace
