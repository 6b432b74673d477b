"""Feeds: what their readers get, in each format, and which of them there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import BLOG, SiteCase
from pictures import picture
from syndication import Entry, entries_of

FORMATS = ("feed.xml", "feed.atom.xml", "feed.json")
HOME = "https://www.example.com/sub/"
SITE = """\
-- content/site.yaml --
title: "Bits & <pieces>"
base_url: https://www.example.com/sub/
language: en-GB
author: ann
cards: no
icons: no
hosting: none
-- content/authors/ann.md --
---
name: Ann O'Leary & Sons
---
-- content/authors/bob.md --
---
name: Bob
---
-- content/authors/cleo.md --
---
name: Cleo, who has written nothing
---
-- content/posts/one.md --
---
title: "One & <two>"
date: 2026-01-02 09:30
updated: 2026-03-01
category: Office/Post
tags: ["R&D", Office]
cover: {src: one/cover.jpg, alt: A desk & a chair}
---
A [link](two.md#here), [itself](#there), a [note][^1], ![a picture](one/cover.jpg) and [a file](one/list.pdf).

## There

<video poster="one/cover.jpg" src="one/film.mp4"><track src="one/words.vtt"></video>
<picture><source srcset="one/cover.jpg 2x"><img src="one/cover.jpg" alt=""></picture>
<blockquote cite="two.md">Said. ]]></blockquote>
<form action="/send.php"><input formaction="/send.php" type="submit"></form>
<object data="one/list.pdf"></object>

Not `</content>` nor &lt;/entry&gt;.

[^1]: A note.
-- content/posts/one/film.mp4 --
film
-- content/posts/one/words.vtt --
WEBVTT
-- content/posts/one/list.pdf --
list
-- content/static/send.php --
x
-- content/posts/two.md --
---
title: Two
date: 2026-07-03
author: bob
---
## Here

Text of two.
-- content/posts/draft.md --
---
title: A draft
date: 2026-01-04
category: Drafts
draft: true
---
Secret.
-- content/posts/later.md --
---
title: Later
date: 2027-01-04
---
Secret.
"""
FOLDERS = {"": ["two", "one"], "author/ann/": ["one"], "author/bob/": ["two"], "category/office/": ["one"],
           "category/office/post/": ["one"]}  # fmt: skip


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    case = SiteCase(tmp_path_factory.mktemp("feeds") / "site").write(SITE)
    case.file("content/posts/one/cover.jpg", picture(120, 90)).build()
    yield case.output
    case.compare_with_clean_build()


def test_each_list_has_its_feeds_and_they_say_the_same_in_all_formats(output: Path) -> None:
    found = {path.relative_to(output).as_posix() for path in output.rglob("feed.*")}
    assert found == {folder + name for folder in FOLDERS for name in FORMATS}
    for folder, posts in FOLDERS.items():
        first, *others = [entries_of(output / folder / name, f"{HOME}{folder}{name}") for name in FORMATS]
        assert [each.url for each in first] == [f"{HOME}blog/{post}/" for post in posts]
        assert others == [first, first]


def test_an_entry_is_the_whole_post_and_stands_apart_from_its_site(output: Path) -> None:
    two, one = entries_of(output / "feed.json", f"{HOME}feed.json")
    assert one.title == "One & <two>"
    assert one.author == "Ann O’Leary & Sons"
    assert one.terms == ("Post", "R&D", "Office")
    assert one.published.isoformat() == "2026-01-02T09:30:00+01:00"
    assert two.published.isoformat() == "2026-07-03T00:00:00+02:00"
    assert one.image.startswith(f"{HOME}media/posts/one/cover.jpg")
    assert (output / one.image.removeprefix(HOME)).is_file()
    for address in (
        f'href="{HOME}blog/two/#here"', f'href="{HOME}blog/one/#there"', f'href="{HOME}blog/one/#fn-1"', f'src="{one.image}"',
        f'src="{HOME}media/posts/one/film.mp4"', f'src="{HOME}media/posts/one/words.vtt"', f'action="{HOME}send.php"',
        f'cite="{HOME}blog/two/"', f'href="{HOME}media/posts/one/list.pdf"',
    ):  # fmt: skip
        assert address in one.text, address
    assert "Said. ]]" in one.text
    assert "<code>&lt;/content&gt;</code>" in one.text


def test_a_feed_names_itself_its_language_and_its_picture(output: Path) -> None:
    rss, atom = ((output / name).read_text("utf-8") for name in FORMATS[:2])
    assert "<title>Bits &amp; &lt;pieces&gt;</title>" in rss
    assert "<language>en-gb</language>" in rss
    assert "<lastBuildDate>Fri, 03 Jul 2026 00:00:00 +0200</lastBuildDate>" in rss
    assert 'width="120" height="90"' in rss
    assert '<media:description type="plain">A desk &amp; a chair</media:description>' in rss
    assert 'xml:lang="en-GB"' in atom
    assert json.loads((output / "feed.json").read_text("utf-8"))["language"] == "en-GB"
    assert "Secret" not in rss + atom


def test_pages_name_each_feed_once(output: Path) -> None:
    def named(page: str) -> list[str]:
        html = (output / page / "index.html").read_text("utf-8")
        return [
            line.rpartition('href="')[2].partition('"')[0] for line in html.split("\n") if 'rel="alternate"' in line
        ]

    assert named("") == named("blog/one") == named("blog") == ["/sub/feed.xml"]
    assert named("category/office") == ["/sub/feed.xml", "/sub/category/office/feed.xml"]
    assert named("author/bob") == ["/sub/feed.xml", "/sub/author/bob/feed.xml"]


def entries(site: SiteCase, name: str = "feed.atom.xml") -> list[Entry]:
    return entries_of(site.output / name, f"https://www.example.it/{name}")


def test_a_post_stays_the_same_when_its_address_changes(site: SiteCase) -> None:
    site.write(BLOG).build()
    before = entries(site)
    site.edit("content/posts/uno.md", "title: Uno", "title: Primo\nslug: primo\naliases: [/blog/uno/]")
    site.edit("content/site.yaml", "author: lia", "author: lia\npermalinks: {posts: /%year%/%postname%/}")
    site.edit("content/posts/uno.md", "/blog/uno/", "/blog/primissimo/").build()
    after = entries(site)
    assert [each.id for each in after] == [each.id for each in before]
    assert not {each.url for each in after} & {each.url for each in before}


def test_the_site_chooses_formats_lists_and_how_many(site: SiteCase) -> None:
    site.write(BLOG).edit(
        "content/site.yaml", "author: lia", "author: lia\nfeeds: {formats: [atom], lists: [site], posts: 1}"
    )
    site.edit("content/posts/tre.md", "title: Tre", 'title: Tre\ntags: ["Gi\\aro"]')
    site.edit("content/site.yaml", "hosting: none", "hosting: nginx").build()
    assert [path for path in site.paths() if "feed" in path] == ["feed.atom.xml"]
    rules = site.read("sitegen.nginx.conf")
    assert 'location = "/feed/" { return 301 "/feed.atom.xml$is_args$args"; }' in rules
    assert "ufficio" not in rules, "it has no feed to lead to"
    assert [(each.title, each.terms) for each in entries(site)] == [("Tre", ("Giro",))], "XML has no bell"
    assert site.page("/").attributes("link", rel="alternate")[0]["type"] == "application/atom+xml"
    site.edit("content/posts/uno.md", "Testo di uno.", "Altro testo.").build()
    assert "feed.atom.xml" not in site.rendered()
    site.edit("content/site.yaml", "posts: 1", "posts: 0").build()
    assert len(entries(site)) == 3
    site.edit(
        "content/site.yaml", "feeds: {formats: [atom], lists: [site], posts: 0}", "feeds: no\nstructured_data: no"
    )
    site.build()
    assert not [path for path in site.paths() if "feed" in path]
    assert not site.page("/").attributes("link", rel="alternate")
    assert "ld+json" not in site.read("index.html")
    site.edit("content/site.yaml", "feeds: no", "feeds: {formats: []}").build()
    assert not [path for path in site.paths() if "feed" in path]
    assert not site.page("/").attributes("link", rel="alternate")


def test_the_feeds_of_an_author_are_found_under_her_old_name(site: SiteCase) -> None:
    site.write(BLOG).edit("content/site.yaml", "hosting: none", "hosting: nginx").build()
    old = next(path for path in site.paths() if path.endswith("lia/feed.atom.xml"))
    site.edit(
        "content/authors/lia.md", "name: Lia Foglio", f"name: Lia Foglio\nslug: liafoglio\naliases: [/{old[:-13]}]"
    ).build()
    assert not site.has(old)
    new = next(path for path in site.paths() if path.endswith("liafoglio/feed.atom.xml"))
    assert f'location = "/{old}" {{ return 301 "/{new}$is_args$args"; }}' in site.read("sitegen.nginx.conf")
