"""Documents that cannot be placed in a site, for want of it or of their own front matter → what is wrong in them all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC

from sitegen.parse.documents import CONFIG, Written, body_alone, find_documents
from sitegen.parse.fields import Context
from sitegen.parse.fragment import Fragment
from sitegen.parse.memo import Memo
from sitegen.parse.parallel import parse_all
from sitegen.paths import SourcePath
from sitegen.problems import Problem
from sitegen.read.snapshot import File, Snapshot
from sitegen.zones import zone_of

_LANGUAGE = re.compile(r"^language: *[\"']?(it|en)\b", re.MULTILINE)


def documents_alone(snapshot: Snapshot, jobs: int, memo: Memo, read: Callable[[File], str | None]) -> tuple[Problem, ...]:  # fmt: skip
    """What is wrong in documents by themselves, where the configuration cannot be read. Its language is told by its line."""
    found = _LANGUAGE.search(snapshot.text(CONFIG) or "")
    context = Context(CONFIG, found[1] if found else "it", zone_of("Europe/Rome") or UTC)
    return parse_all(find_documents(snapshot)[0], context, jobs, memo, read, lambda *_: None)[1]


def bodies_alone(written: Iterable[Written], unread: Collection[tuple[str, str]], context: Context,
                 read: Callable[[File], str | None]) -> Iterator[tuple[SourcePath, Fragment]]:  # fmt: skip
    """The texts of the documents among those `written` that are `unread` (kind and id)."""
    for each in written:
        if (each.kind, each.id) in unread:
            text = read(each.file) if each.file.unread else each.file.text
            if body := body_alone(text or "", each.file.path, context):
                yield each.file.path, body
