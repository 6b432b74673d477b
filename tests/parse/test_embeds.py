"""Addresses alone on their line: which become a video, a map or a calendar, what is shown of them, and what stays text."""

from __future__ import annotations

import pytest

from sitegen.parse.fragment import EmbedSlot, Fragment
from sitegen.parse.markdown import to_fragment
from sitegen.parse.markdown.dialect import by_the_library
from sitegen.parse.markdown.source import Source

VIDEO = "https://www.youtube-nocookie.com/embed/a-B_defghi1?autoplay=1&rel=0"


def read(text: str) -> Fragment:
    fragment = to_fragment(text, path="a.md", first_line=1, language="it", typography=True)
    assert fragment == by_the_library(Source(text, "a.md"), "it", True)
    return fragment


@pytest.mark.parametrize(("address", "frame"), [
    ("https://www.youtube.com/watch?v=a-B_defghi1", VIDEO),
    ("https://youtu.be/a-B_defghi1?si=xyz&t=1m5s", f"{VIDEO}&start=65"),
    ("https://m.youtube.com/watch?list=PL1&v=a-B_defghi1&t=90", f"{VIDEO}&start=90"),
    ("https://www.youtube.com/shorts/a-B_defghi1", VIDEO),
    ("https://www.youtube-nocookie.com/embed/a-B_defghi1", VIDEO),
    ("https://vimeo.com/123456", "https://player.vimeo.com/video/123456?dnt=1&autoplay=1"),
    ("https://vimeo.com/123456/0a1b2c", "https://player.vimeo.com/video/123456?dnt=1&autoplay=1&h=0a1b2c"),
    ("https://www.google.com/maps/place/Caff%C3%A8+Roma,+Torino/@45.07,7.68,17z/data=!4m6", "https://www.google.com/maps?q=Caff%C3%A8%20Roma%2C%20Torino&output=embed"),
    ("https://www.google.it/maps?q=via+Po+1", "https://www.google.com/maps?q=via%20Po%201&output=embed"),
    ("https://www.google.com/maps/embed?pb=!1m18!2d7.6", "https://www.google.com/maps/embed?pb=!1m18!2d7.6"),
    ("https://calendly.com/lia/30min?month=2026-12", "https://calendly.com/lia/30min?embed_type=Inline&hide_gdpr_banner=1&month=2026-12"),
])  # fmt: skip
def test_an_address_alone_is_what_it_leads_to(address: str, frame: str) -> None:
    for written in (address, f"<{address}>", f"Prima.\n\n{address}\n\nDopo.", f"## Titolo\n{address}"):
        fragment = read(written)
        (slot,) = fragment.slots
        assert isinstance(slot, EmbedSlot)
        assert (slot.target, slot.frame) == (address, frame)
        assert slot.line == written[: written.index(address)].count("\n") + 1
        assert not fragment.problems
        assert [(use.kind, use.written) for use in fragment.uses] == [("frame", "/".join(frame.split("/")[:3]))]


@pytest.mark.parametrize("text", [
    "Guarda https://youtu.be/a-B_defghi1", "[Guarda](https://youtu.be/a-B_defghi1)", "`https://youtu.be/a-B_defghi1`", "    https://youtu.be/a-B_defghi1",
    "```\nhttps://youtu.be/a-B_defghi1\n```", "- https://youtu.be/a-B_defghi1", "> https://youtu.be/a-B_defghi1", "a\nhttps://youtu.be/a-B_defghi1",
    "https://youtu.be/a-B_defghi1\nb", "https://youtu.be/a-B_defghi", "https://maps.app.goo.gl/abc", "https://www.youtube.com/@lia", "https://example.it/watch?v=a-B_defghi1",
    "https://youtube.com.example.it/watch?v=a-B_defghi1", "https://calendly.com/", "https://www.google.com/search?q=a", "https://[x/watch?v=a-B_defghi1",
    "http://youtu.be/a-B_defghi1", "https://vimeo.com/123456\"onload=x",
])  # fmt: skip
def test_anything_else_stays_what_it_was(text: str) -> None:
    fragment = read(text)
    assert not any(isinstance(each, EmbedSlot) for each in fragment.slots)
    assert not fragment.uses


@pytest.mark.parametrize(
    "text", ["https://maps.app.goo.gl/abc", "a\nhttps://youtu.be/a-B_defghi1", "https://youtu.be/a-B_defghi"]
)
def test_one_that_was_meant_to_be_is_told(text: str) -> None:
    assert [each.code for each in read(text).problems] == ["W306"]
