"""What is dated in the future is on the site from its day on, and the build of that day makes it so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kit import NOW, SiteCase, command_here

from sitegen.read import stamps
from sitegen.read.places import builtin_themes
from sitegen.write.unchanged import Terms, recall

POST = "---\ntitle: A\ndate: 2026-01-14\nupdated: {}\n---\nTesto.\n"


def test_an_update_counts_from_its_day_on(site: SiteCase) -> None:
    site.file("content/posts/a.md", POST.format("2026-12-24")).build()
    pages = ("blog/a/index.html", "sitemap.xml", "feed.xml", "feed.atom.xml")
    assert not [page for page in pages if "2026-12-24" in site.read(page) or "24 Dec" in site.read(page)]
    assert site.codes() == ("W410",)
    site.build(now=NOW + timedelta(days=40))
    assert site.codes() == ()
    assert [page for page in pages if "2026-12-24" in site.read(page) or "24 Dec" in site.read(page)] == [
        "blog/a/index.html", "sitemap.xml", "feed.xml", "feed.atom.xml"]  # fmt: skip


def test_a_page_s_update_counts_from_its_day_on(site: SiteCase) -> None:
    site.file("content/pages/privacy.md", "---\ntitle: P\nlayout: legal\nupdated: 2026-12-24\n---\nTesto.\n").build()
    assert "2026-12-24" not in site.read("privacy/index.html")
    assert "2026-12-24" in site.build(now=NOW + timedelta(days=40)).read("privacy/index.html")


def test_a_comment_and_its_answers_appear_on_its_day(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\nTesto.\n")
    site.file("content/posts/a.comments.yaml",
              "- {id: c1, name: Marta, date: 2026-12-24, text: Uno.}\n- {id: c2, parent: c1, name: Piero, date: 2026-02-01, text: Due.}\n"
              "- {id: c3, name: Anna, date: 2026-02-01, text: Tre.}\n").build()  # fmt: skip
    assert [each["id"] for each in site.page("/blog/a/").attributes("div", class_="comment")] == ["comment-c3"]
    site.build(now=NOW + timedelta(days=40))
    assert len(site.page("/blog/a/").attributes("div", class_="comment")) == 3


def test_a_build_with_nothing_to_do_does_not_sleep_through_that_day(site: SiteCase, capsys, monkeypatch) -> None:
    site.file("content/posts/a.md", POST.format("2100-12-24"))
    monkeypatch.chdir(site.root)
    monkeypatch.setattr(stamps, "COARSEST_CLOCK", 0)  # whatever is there is old enough to be known by its stamp
    assert command_here(capsys, "build").returncode == 0
    terms = Terms(str(site.output), False, False, False)
    known = [recall(site.root, site.root / ".sitegen", terms, each.timestamp(), builtin_themes()) is not None
             for each in (datetime(2100, 12, 23, tzinfo=UTC), datetime(2100, 12, 25, tzinfo=UTC))]  # fmt: skip
    assert known == [True, False]
