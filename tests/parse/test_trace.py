"""What a document's trace says of it: that which others may show, and no more."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from sitegen.digest import of_text
from sitegen.parse.documents import Written, parse_document
from sitegen.parse.fields import Context
from sitegen.parse.trace import Trace
from sitegen.paths import SourcePath
from sitegen.read.snapshot import File

PATH = SourcePath("content/posts/a.md")


def trace(front: str, body: str) -> Trace:
    text = f"---\ntitle: A\ndate: 2026-01-14\n{front}---\n{body}\n"
    file = File(PATH, "", len(text), of_text(text), text)
    document, problems = parse_document(Written(file, "posts", "a"), Context(PATH, "it", ZoneInfo("Europe/Rome")))
    assert document is not None
    assert not problems
    return document.trace


@pytest.mark.parametrize(("front", "same"), [("", False), ("excerpt: In breve.\n", True)])
def test_the_beginning_of_a_text_is_part_of_its_face_where_no_excerpt_takes_its_place(front: str, same: bool) -> None:
    one, other = trace(front, "Un inizio."), trace(front, "Un altro inizio.")
    assert (one.face == other.face) is same
    assert one.text != other.text
    assert one.whole != other.whole
