"""Drafts without a date: they are no mistake, are shown with the date of today, and get it when they are published."""

from __future__ import annotations

import json
import math
from datetime import timedelta

import pytest
from kit import BLOG, NOW, SiteCase, command_here

from sitegen.write.unchanged import last

DRAFT = "---\ntitle: Idea\ndraft: yes\ntags: [agenda]\nexcerpt: Una.\n---\nTesto.\n"
VOICE = "---\nname: Marta\nrole: Ospite\ndraft: true\ndate:\n---\nBrava.\n"


def test_who_sees_drafts_sees_them_dated_today(site: SiteCase) -> None:
    site.write(BLOG).file("content/posts/idea.md", DRAFT).file("content/testimonials/marta.md", VOICE)
    site.edit("content/site.yaml", "author: lia", "author: lia\npermalinks: {posts: /%year%/%postname%/}").build()
    assert not [path for path in site.paths() if "idea" in path]
    site.build(drafts=True)
    assert 'datetime="2026-11-23' in site.read("2026/idea/index.html")
    assert "23 novembre 2026" in site.page("/2026/idea/").text
    assert site.read("blog/index.html").index("/2026/idea/") < site.read("blog/index.html").index("/2026/tre/")
    site.build(drafts=True, now=NOW + timedelta(hours=11, minutes=59))
    assert site.rendered() == ()
    site.build(drafts=True, now=NOW + timedelta(hours=12))
    assert "24 novembre 2026" in site.page("/2026/idea/").text
    site.edit("content/posts/idea.md", "draft: yes", "draft: yes\ndate: 2026-01-05").build(drafts=True)
    assert "5 gennaio 2026" in site.page("/2026/idea/").text


def test_without_being_a_draft_it_needs_one(site: SiteCase) -> None:
    for front in ("draft: no", "draft: forse", "draft:", "tags: [draft]"):
        site.file("content/posts/idea.md", f"---\ntitle: Idea\n{front}\n---\nTesto.\n")
        assert "E104" in site.fails()
    site.file("content/posts/idea.md", "---\ntitle: Idea\ndraft: yes\ndate: domani\n---\nTesto.\n")
    assert site.fails() == ("E106",)


def test_a_build_holds_until_midnight(site: SiteCase) -> None:
    site.file("content/posts/idea.md", DRAFT).build(drafts=True)
    record = last(site.root / ".sitegen", str(site.output))
    assert record
    assert record.until == (NOW + timedelta(hours=12)).timestamp()
    site.build()
    record = last(site.root / ".sitegen", str(site.output))
    assert record
    assert record.until == math.inf, "who does not see it has no need to build again"


def test_publishing_writes_the_date(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.file("content/posts/idea.md", DRAFT)
    listed = json.loads(command_here(capsys, "list", "--format", "json", "--root", str(site.root)).stdout)
    assert [(each["path"], each["state"], each["date"]) for each in listed] == [("content/posts/idea.md", "draft", "")]
    assert command_here(capsys, "publish", "idea", "--root", str(site.root)).returncode == 0
    listed = json.loads(command_here(capsys, "list", "--format", "json", "--root", str(site.root)).stdout)
    day = listed[0]["date"][:10]
    text = (site.root / "content/posts/idea.md").read_text()
    assert text == DRAFT.replace("draft: yes\n", "").replace("excerpt: Una.\n", f"excerpt: Una.\ndate: {day}\n")
    assert listed[0]["state"] == "published"
