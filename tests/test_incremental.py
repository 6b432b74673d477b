"""A second build renders only what an edit touches, and makes the same bytes as a clean build."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from kit import NOW, SiteCase, tree

from sitegen.build import build
from sitegen.model.states import Options
from sitegen.write.unchanged import last, remember

THEMES = Path(__file__).parent.parent / "themes"
SITE = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
author: lia
menus: {main: [{label: Blog, to: blog}, {to: pages/io.md}]}
-- content/authors/lia.md --
---
name: Lia Foglio
---
Scrive liste.
-- content/pages/io.md --
---
title: Io
---
Vedi [uno](../posts/uno.md).
-- content/posts/uno.md --
---
title: Uno
date: 2026-01-01
tags: [agenda]
excerpt: Il primo.
---
Testo di uno.
-- content/posts/due.md --
---
title: Due
date: 2026-01-02
tags: [agenda]
category: Ufficio
excerpt: Il secondo.
---
Testo di due.
-- content/posts/tre.md --
---
title: Tre
date: 2026-01-03
excerpt: Il terzo.
---
Testo di tre.
"""


@pytest.fixture
def blog(site: SiteCase) -> SiteCase:
    return site.write(SITE).build()


def test_nothing_changed_renders_nothing(blog: SiteCase) -> None:
    assert blog.build().rendered() == ()


def test_a_time_stamp_alone_renders_nothing(blog: SiteCase) -> None:
    (blog.root / "content/posts/uno.md").touch()
    assert blog.build().rendered() == ()


def test_the_text_of_a_post_is_on_its_page_and_in_the_feeds(blog: SiteCase) -> None:
    blog.edit("content/posts/due.md", "Testo di due.", "Altro testo.").build()
    feeds = {"feed.atom.xml", "feed.xml"}
    places = ("", "autore/lia/", "categoria/ufficio/")
    assert set(blog.rendered()) == {"blog/due/index.html"} | {place + feed for place in places for feed in feeds}


def test_a_title_is_on_every_page_that_shows_it_and_on_no_other(blog: SiteCase) -> None:
    blog.edit("content/posts/due.md", "title: Due", "title: Secondo").build()
    rendered = set(blog.rendered())
    assert {"blog/due/index.html", "blog/index.html", "blog/uno/index.html", "tag/agenda/index.html"} <= rendered
    assert not rendered & {"index.html", "io/index.html", "sitemap.xml"}


def test_a_page_that_moves_renders_what_leads_to_it(blog: SiteCase) -> None:
    blog.edit("content/posts/uno.md", "title: Uno", "title: Uno\nslug: primo").build()
    assert "io/index.html" in blog.rendered()
    assert "/blog/primo/" in blog.page("/io/").hrefs()
    assert not blog.has("blog/uno/index.html")


def test_a_template_renders_the_pages_that_it_makes(blog: SiteCase) -> None:
    shutil.copytree(THEMES / "base", blog.root / "themes/base")
    assert blog.build().rendered() == ()
    with (blog.root / "themes/base/templates/page.html").open("a") as template:
        template.write("{# #}\n")
    assert blog.build().rendered() == ("io/index.html",)


def test_a_new_override_counts_as_a_change(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio")
    blog.write("-- themes/mio/theme.yaml --\nname: mio\nparent: base\n").build()
    blog.write("-- themes/mio/templates/page.html --\nMio: {{ page.title }}\n").build()
    assert blog.rendered() == ("io/index.html",)
    assert blog.read("io/index.html") == "Mio: Io\n"


def test_a_word_of_the_catalogue_renders_the_pages_that_use_it(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio").write("""\
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/page.html --
{{ _("Only here") }}
-- themes/mio/strings/it.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Only here"
msgstr "Solo qui"
-- themes/mio/strings/en.po --
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Only here"
msgstr "Only here"
""").build()
    blog.edit("themes/mio/strings/it.po", "Solo qui", "Soltanto qui").build()
    assert blog.rendered() == ("io/index.html",)


def test_a_warning_is_told_again_though_its_page_is_kept(site: SiteCase) -> None:
    site.file("content/static/x.svg", "<svg/>")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n# Titolo\n\n<img src='/x.svg'>\n")
    first = site.build().codes()
    assert first
    assert site.build().codes() == first
    assert site.rendered() == ()


@pytest.mark.parametrize("wreck", ["delete", "garbage", "truncate", "values"])
def test_a_broken_store_costs_time_and_nothing_else(blog: SiteCase, wreck: str) -> None:
    store = blog.root / ".sitegen/store.sqlite"
    before = tree(blog.output)
    if wreck == "delete":
        shutil.rmtree(store.parent)
    elif wreck == "garbage":
        store.write_bytes(b"this is no database" * 1000)
    elif wreck == "truncate":
        store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])
    else:
        with sqlite3.connect(store) as database:
            database.execute("UPDATE kept SET value = X'00' || value")
        database.close()
    blog.build()
    assert tree(blog.output) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"index.html": 1}', '{"../../x": {"key":"","digest":"","size":0}}'])
def test_a_broken_manifest_never_deletes_what_is_not_ours(blog: SiteCase, text: str) -> None:
    blog.file("x", "fuori")
    blog.file("output/.sitegen.json", text).build()
    assert (blog.root / "x").read_text() == "fuori"
    assert "Testo della home" in blog.read("index.html")


# The law: over random sequences of edits the incremental tree is the clean tree

NAMES = ["uno", "due", "tre", "quattro", "cinque"]
ACTIONS = ["body", "title", "date", "tags", "draft", "rename", "delete", "create", "swap", "link", "config", "theme",
           "token", "template", "image", "data", "same size and time", "lose output", "lose store"]  # fmt: skip


def document(rng: random.Random, name: str) -> str:
    tags = rng.sample(["agenda", "posta", "viaggi"], rng.randint(0, 2))
    lines = ["---", f"title: {name} {rng.randint(0, 3)}", f"date: 2026-0{rng.randint(1, 9)}-01", f"tags: {tags}"]
    lines += [f"category: {rng.choice(['Uno', 'Due/Tre'])}"] if rng.random() < 0.5 else []
    return "\n".join([*lines, "---", f"Testo {rng.randint(0, 9)} di {name}. ![Un foglio](../media/foglio.svg)", ""])


def act(action: str, rng: random.Random, site: SiteCase) -> None:
    posts = sorted((site.root / "content/posts").glob("*.md"))
    post = rng.choice(posts) if posts else None
    config = site.root / "content/site.yaml"
    mine = site.root / "themes/mio"
    match action:
        case "create":
            name = rng.choice(NAMES)
            (site.root / f"content/posts/{name}.md").write_text(document(rng, name))
        case "body" | "title" | "date" | "tags" if post:
            post.write_text(document(rng, post.stem))
        case "draft" if post:
            text = post.read_text()
            post.write_text(
                text.replace("---\n", "---\ndraft: true\n", 1)
                if "draft" not in text
                else text.replace("draft: true\n", "")
            )
        case "rename" if post:
            post.rename(post.with_stem(rng.choice(NAMES) + "-bis"))
        case "delete" if post:
            post.unlink()
        case "swap" if len(posts) > 1:
            one, other = rng.sample(posts, 2)
            texts = one.read_text(), other.read_text()
            one.write_text(texts[1])
            other.write_text(texts[0])
        case "link" if post:
            (site.root / "content/pages/index.md").write_text(
                f"---\ntitle: Home\nlayout: home\n---\n[x](../posts/{post.name})\n"
            )
        case "config":
            size = rng.randint(1, 3)
            config.write_text(config.read_text().split("pagination")[0] + f"pagination: {{posts: {size}}}\n")
        case "theme":
            text = config.read_text()
            config.write_text(text.replace("theme: mio\n", "") if "theme: mio" in text else "theme: mio\n" + text)
        case "token":
            (mine / "theme.yaml").write_text(
                f"name: mio\nparent: base\ntokens: {{measure: {rng.randint(30, 40)}rem}}\n"
            )
        case "template":
            target = mine / "templates/page.html"
            target.parent.mkdir(exist_ok=True)
            target.unlink() if target.exists() else target.write_text(f"{rng.randint(0, 3)} {{{{ page.title }}}}\n")
        case "image":
            (site.root / "content/media/foglio.svg").write_text(f"<svg><!-- {rng.randint(0, 9)} --></svg>")
        case "data":
            (site.root / "content/data").mkdir(exist_ok=True)
            (site.root / "content/data/x.yaml").write_text(f"[{rng.randint(0, 9)}]\n")
        case "same size and time" if post:
            status = post.stat()
            text = post.read_text()
            digit = next((each for each in text if each.isdigit()), "")
            post.write_text(text.replace(f"Testo {digit}", f"Testo {(int(digit or 0) + 1) % 10}"))
            os.utime(post, ns=(status.st_atime_ns, status.st_mtime_ns))
        case "lose output":
            for path in rng.sample(sorted(site.output.rglob("*.*")), 2):
                path.unlink(missing_ok=True) if path.is_file() and not path.name.startswith(".") else None
        case "lose store":
            shutil.rmtree(site.root / ".sitegen", ignore_errors=True)


@given(seed=st.integers(0, 2**32), actions=st.lists(st.sampled_from(ACTIONS), min_size=1, max_size=6))
def test_any_sequence_of_edits_ends_like_a_clean_build(tmp_path_factory, seed: int, actions: list[str]) -> None:
    root = tmp_path_factory.mktemp("edits")
    rng = random.Random(seed)
    site = SiteCase(root / "site").write(SITE)
    site.file("content/media/foglio.svg", "<svg/>").file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n")
    site.build()
    for action in actions:
        note(action)
        act(action, rng, site)
        outcome = build(site.root, site.output, Options(NOW))
        clean = build(site.root, root / "clean", Options(NOW), clean=True)
        assert outcome.problems == clean.problems
        if not outcome.failed:
            assert tree(site.output) == tree(root / "clean")
    shutil.rmtree(root)


# When nothing has changed, nothing is even loaded


def command(site: SiteCase, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "sitegen", "build", *arguments], cwd=site.root,
                          capture_output=True, text=True, check=False)  # fmt: skip
    return done.stdout + done.stderr


def age(site: SiteCase) -> None:
    """Makes the sources look an hour old, as they are when somebody builds again later."""
    record = last(site.root / ".sitegen")
    assert record is not None
    remember(site.root / ".sitegen", record._replace(taken=record.taken + 3600 * 10**9))


def test_nothing_changed_loads_no_parser_and_no_template_engine(blog: SiteCase) -> None:
    first = command(blog)
    assert "jinja2" in first
    age(blog)
    again = command(blog)
    assert "Files written: 0;" in again or "File scritti: 0;" in again
    for heavy in ("jinja2", "markdown", "yaml", "msgspec", "babel"):
        assert f" {heavy}\n" not in again, heavy


@pytest.mark.parametrize(
    "change", ["source", "theme", "output", "new file", "lost output", "option", "record", "scheduled"]
)
def test_any_change_is_seen_by_the_short_way_too(blog: SiteCase, change: str) -> None:
    if change == "scheduled":
        soon = datetime.now(ZoneInfo("Europe/Rome")) + timedelta(seconds=4)
        blog.file("content/posts/fra-poco.md", f"---\ntitle: Fra poco\ndate: {soon:%Y-%m-%d %H:%M:%S}\n---\n")
    command(blog)
    age(blog)
    arguments: tuple[str, ...] = ()
    match change:
        case "source":
            blog.edit("content/posts/uno.md", "Testo di uno.", "Testo di una.")
        case "theme":
            blog.file("themes/base/theme.yaml", (THEMES / "base/theme.yaml").read_bytes() + b"# nuovo\n")
            shutil.copytree(THEMES / "base", blog.root / "themes/base", dirs_exist_ok=True)
        case "output":
            blog.file("output/index.html", "x")
        case "new file":
            blog.file("content/posts/quattro.md", "---\ntitle: Quattro\ndate: 2026-01-04\n---\n")
        case "lost output":
            blog.remove("output/io")
        case "option":
            arguments = ("--drafts",)
        case "record":
            record = blog.root / ".sitegen/last"
            record.write_bytes(record.read_bytes()[:-1] + b"x")
        case "scheduled":
            time.sleep(4.2)
    assert "jinja2" in command(blog, *arguments)
    if change == "scheduled":
        assert blog.has("blog/fra-poco/index.html")
    blog.built = None


def test_the_short_way_tells_the_same_as_the_build(site: SiteCase) -> None:
    site.write(SITE).file(
        "content/posts/quattro.md", "---\ntitle: Quattro\ndate: 2026-01-04\ndraft: true\n---\n# Titolo\n"
    )
    subprocess.run([sys.executable, "-m", "sitegen", "build"], cwd=site.root, check=True, capture_output=True)
    ask = [sys.executable, "-m", "sitegen", "build", "--format", "json"]
    slow = subprocess.run(ask, cwd=site.root, check=True, capture_output=True, text=True).stdout
    age(site)
    quick = subprocess.run(ask, cwd=site.root, check=True, capture_output=True, text=True).stdout
    assert json.loads(quick) == json.loads(slow)
    assert json.loads(quick)["held"]
    assert json.loads(quick)["problems"]
