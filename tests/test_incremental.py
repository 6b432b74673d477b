"""A second build renders only what an edit touches, and makes the same bytes as a clean build."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from edits import ACTS, World
from hypothesis import given, note, settings
from hypothesis import strategies as st
from kit import BLOG, NOW, SiteCase, large_index, tree

from sitegen.build import build
from sitegen.read.places import builtin_themes
from sitegen.read.stamps import stamp_of
from sitegen.write.unchanged import Record, last, recall, remember

THEMES = Path(__file__).parent.parent / "themes"
SEQUENCES = int(os.environ.get("SITEGEN_SEQUENCES", "25"))


@pytest.fixture
def blog(site: SiteCase) -> SiteCase:
    return site.write(BLOG).build()


def apart(rendered: Iterable[str]) -> tuple[set[str], set[str]]:
    """What was rendered, without the search and of it."""
    search = {path for path in rendered if path.startswith(("assets/search/", "cerca/"))}
    return set(rendered) - search, search


def test_nothing_changed_renders_nothing(blog: SiteCase) -> None:
    assert blog.build().rendered() == ()


def test_the_text_of_an_author_is_made_anew_only_where_it_is_shown(blog: SiteCase) -> None:
    blog.edit("content/authors/lia.md", "Scrive liste.", "Scrive elenchi.").build()
    posts = {f"blog/{name}/index.html" for name in ("uno", "due", "tre")}
    assert set(blog.rendered()) == posts | {"autore/lia/index.html"}
    blog.edit("content/authors/lia.md", "name: Lia Foglio", "name: Lia Foglio\nbio_short: In breve.").build()
    blog.edit("content/authors/lia.md", "Scrive elenchi.", "Scrive liste.").build()
    assert blog.rendered() == ("autore/lia/index.html",)
    assert "Scrive liste." in blog.page("/autore/lia/").text


def test_a_time_stamp_alone_renders_nothing(blog: SiteCase) -> None:
    (blog.root / "content/posts/uno.md").touch()
    assert blog.build().rendered() == ()


def test_the_text_of_a_post_is_on_its_page_and_in_the_feeds(blog: SiteCase) -> None:
    blog.edit("content/posts/due.md", "Testo di due.", "Altro testo.").build()
    feeds = {"feed.atom.xml", "feed.json", "feed.xml"}
    places = ("", "autore/lia/", "categoria/ufficio/")
    pages, search = apart(blog.rendered())
    assert pages == {"blog/due/index.html"} | {place + feed for place in places for feed in feeds}
    assert len(search) == 3


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


def test_a_tag_is_on_the_pages_that_show_it_and_on_those_of_its_like(blog: SiteCase) -> None:
    blog.edit("content/posts/due.md", "tags: [agenda]", "tags: [posta]").build()
    rendered = set(blog.rendered())
    assert {"blog/due/index.html", "blog/index.html", "tag/agenda/index.html", "tag/posta/index.html"} <= rendered
    assert "blog/uno/index.html" in rendered, "it proposed this post for its tag"
    assert not rendered & {"index.html", "io/index.html", "blog/tre/index.html"}
    assert [len(each) for each in apart(rendered)] == [19, 3]


def test_a_partial_renders_the_pages_that_include_it(blog: SiteCase) -> None:
    shutil.copytree(THEMES / "base", blog.root / "themes/base")
    blog.build()
    with (blog.root / "themes/base/templates/partials/byline.html").open("a") as partial:
        partial.write("{# #}\n")
    assert set(blog.build().rendered()) == {f"blog/{name}/index.html" for name in ("uno", "due", "tre")}


def test_a_partial_that_looks_up_more_finds_it_though_what_includes_it_is_as_it_was(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio").write("""\
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/page.html --
{% set volte = 3 %}{% include "partials/mio.html" %}
-- themes/mio/templates/partials/mio.html --
{{ page.title }}
""").build()
    blog.file("themes/mio/templates/partials/mio.html", "{{ page.title }} {{ volte }}").build()
    assert blog.rendered() == ("io/index.html",)
    assert blog.read("io/index.html") == "Io 3"


def test_a_picture_is_copied_and_renders_nothing(blog: SiteCase) -> None:
    blog.file("content/media/foglio.svg", "<svg/>")
    blog.edit("content/posts/uno.md", "Testo di uno.", "![Un foglio](../media/foglio.svg)").build()
    blog.file("content/media/foglio.svg", "<svg><!-- altro --></svg>").build()
    assert blog.rendered() == ()
    assert blog.outcome
    assert blog.outcome.changes
    assert blog.outcome.changes.updated == ("media/foglio.svg",)


def test_a_menu_is_on_every_page_and_in_no_feed(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "label: Blog", "label: Diario").build()
    assert set(blog.rendered()) == {path for path in blog.paths() if path.endswith(".html")}


def test_the_passing_of_a_moment_renders_what_shows_the_post_that_appears(blog: SiteCase) -> None:
    blog.write("-- content/posts/poi.md --\n---\ntitle: Poi\ndate: 2026-11-24\n---\nTesto di poi.\n").build()
    assert blog.rendered() == ()
    blog.build(now=NOW + timedelta(hours=11))
    assert blog.rendered() == ()
    blog.build(now=NOW + timedelta(hours=12))
    rendered = set(blog.rendered())
    assert {"blog/poi/index.html", "blog/tre/index.html", "blog/index.html", "feed.xml", "sitemap.xml"} <= rendered
    assert not rendered & {"index.html", "io/index.html", "categoria/ufficio/feed.xml"}
    assert [len(each) for each in apart(rendered)] == [18, 4]
    blog.build(now=NOW)
    assert not blog.has("blog/poi/index.html")


def test_a_warning_is_told_again_though_its_page_is_kept(site: SiteCase) -> None:
    site.file("content/static/x.svg", "<svg/>")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n# Titolo\n\n<img src='/x.svg'>\n")
    first = site.build().codes()
    assert first
    assert site.build().codes() == first
    assert site.rendered() == ()


def test_what_will_be_wrong_is_told_until_it_is_mended(blog: SiteCase) -> None:
    blog.file("content/posts/natale.md", "---\ntitle: Natale\ndate: 2026-12-24\n---\n[Tre](tre.md)\n").build()
    assert blog.codes() == ()
    blog.edit("content/posts/tre.md", "title: Tre", "title: Tre\nexpires: 2026-12-24").build()
    assert blog.codes() == ("W403",)
    assert blog.build().codes() == ("W403",)
    assert blog.rendered() == ()
    assert blog.build(drafts=True).codes() == ("W403",)
    assert blog.build(future=True).codes() == ()
    blog.edit("content/posts/tre.md", "expires: 2026-12-24", "expires: 2026-12-25").build()
    assert blog.codes() == ()


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


def test_a_wrong_reference_in_a_comment_is_told_though_no_post_has_changed(blog: SiteCase) -> None:
    comment = "- {id: c1, name: Lia, date: 2026-02-01, text: Ciao., author: %s}\n"
    blog.file("content/posts/uno.comments.yaml", comment % "lia").build()
    assert blog.file("content/posts/uno.comments.yaml", comment % "nessuno").fails() == ("E402",)
    blog.remove("content/posts/uno.comments.yaml").build()


@pytest.mark.parametrize(
    ("old", "new"), [("title: Uno", "title: Primo"), ("title: Uno", "title: Uno\nmenu_title: Primo")]
)
def test_the_menu_calls_a_post_as_it_is_called_now(blog: SiteCase, old: str, new: str) -> None:
    blog.edit("content/site.yaml", "{to: pages/io.md}", "{to: posts/uno.md}").build()
    blog.edit("content/posts/uno.md", old, new).build()
    for page in ("index.html", "blog/index.html", "blog/due/index.html", "tag/agenda/index.html", "io/index.html"):
        assert ">Primo<" in blog.read(page), page


def test_a_card_depends_on_its_picture(blog: SiteCase) -> None:
    cover = "cover: {src: foglio.svg, alt: Un foglio}"
    blog.file("content/posts/foglio.svg", "<svg/>").edit("content/posts/uno.md", "excerpt: Il primo.", cover).build()
    blog.remove("content/posts/foglio.svg")
    assert set(blog.fails()) == {"E401"}
    blog.file("content/posts/foglio.svg", "<svg/>").build()
    assert blog.rendered() == ()


# The law: over random sequences of edits the incremental tree is the clean tree

STEPS = st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 2**32))


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site that each sequence starts from."""
    site = SiteCase(tmp_path_factory.mktemp("edited") / "site")
    World(site).begin()
    with large_index():
        return site.build().root


@settings(max_examples=SEQUENCES)
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_any_sequence_of_edits_ends_like_a_clean_build(tmp_path_factory, edited: Path, steps: list) -> None:
    root = tmp_path_factory.mktemp("edits")
    shutil.copytree(edited, root / "site", copy_function=shutil.copy2)
    world, is_built = World(SiteCase(root / "site")), True
    world.settings()  # those that it was built with
    with large_index():
        for name, seed in steps:
            if name == "lose output" and not is_built:
                continue  # what is ruined before no build can mend it stays, and is told, if its document goes (W701)
            note(f"{name} {seed}")
            world.act(name, seed)
            is_built = step(world, root / "clean")
            if not is_built:
                note("mend links")
                world.act("mend links", seed)
                is_built = step(world, root / "clean")
    shutil.rmtree(root)


def step(world: World, clean: Path) -> bool:
    """Builds on what is there and from nothing; both must tell and make the same. Whether they succeeded."""
    before = tree(world.site.output)
    shutil.rmtree(clean, ignore_errors=True)
    wanted = build(world.site.root, clean, world.options(), clean=True, kept=False)
    outcome = build(world.site.root, world.site.output, world.options())
    assert outcome.problems == wanted.problems
    assert tree(world.site.output) == (before if outcome.failed else tree(clean))
    folders = (
        sorted(each.relative_to(top) for each in top.rglob("*") if each.is_dir()) for top in (world.site.output, clean)
    )
    assert outcome.failed or len(set(map(tuple, folders))) == 1, "an empty folder was left"
    return not outcome.failed


# When nothing has changed, nothing is even loaded


def command(site: SiteCase, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-X", "importtime", "-m", "sitegen", "build", *arguments], cwd=site.root,
                          capture_output=True, text=True, check=False)  # fmt: skip
    return done.stdout + done.stderr


def rewrite_record(site: SiteCase, **changes: float) -> Record:
    """Adds to fields of the record of the last build; returns it as it was."""
    record = last(site.root / ".sitegen", str(site.output))
    assert record is not None
    changed = {name: getattr(record, name) + more for name, more in changes.items()}
    remember(site.root / ".sitegen", record._replace(**changed))
    return record


def age(site: SiteCase) -> Record:
    """Makes the sources look an hour old, as they are when somebody builds again later."""
    return rewrite_record(site, taken=3600 * 10**9)


def test_nothing_changed_loads_no_parser_and_no_template_engine(blog: SiteCase) -> None:
    assert "jinja2" in command(blog, "--clean")
    age(blog)
    again = command(blog)
    assert "Files written: 0;" in again or "File scritti: 0;" in again
    for heavy in ("jinja2", "markdown", "yaml", "msgspec", "babel"):
        assert f" {heavy}\n" not in again, heavy


def test_a_save_just_before_a_build_does_not_end_the_short_way(blog: SiteCase) -> None:
    command(blog)
    blog.edit("content/posts/uno.md", "Testo di uno.", "Testo di una.")
    assert "jinja2" in command(blog)
    assert "jinja2" not in command(blog), "the post is read, and holds what it held"
    record, post = age(blog), blog.root / "content/posts/uno.md"
    blog.edit("content/posts/uno.md", "Testo di una.", "Testo di due.")
    sources = record.sources | {str(post): stamp_of(post.stat())}  # as if the clock had stood still
    remember(blog.root / ".sitegen", record._replace(sources=sources))
    assert "jinja2" in command(blog)
    text = post.read_text()
    post.unlink()
    os.mkfifo(post)  # nobody will ever write into it
    latest = rewrite_record(blog, taken=-3600 * 10**9)  # as if all had been saved just before
    asked = (blog.root, blog.root / ".sitegen", latest.terms, latest.now, builtin_themes())
    looking = threading.Thread(target=recall, args=asked, daemon=True)
    looking.start()
    looking.join(30)
    assert not looking.is_alive()
    post.unlink()
    post.write_text(text)


@pytest.mark.parametrize("change", ["source", "theme", "output", "new file", "lost output", "option", "record"])
def test_any_change_is_seen_by_the_short_way_too(blog: SiteCase, change: str) -> None:
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
            (record,) = (blog.root / ".sitegen").glob("last-*")
            record.write_bytes(record.read_bytes()[:-1] + b"x")
    assert "jinja2" in command(blog, *arguments)
    blog.built = None


def test_a_build_into_another_folder_does_not_end_the_short_way(blog: SiteCase) -> None:
    command(blog)
    age(blog)
    command(blog, "--drafts", "--output", "anteprima")
    assert "jinja2" not in command(blog)


def test_the_short_way_ends_when_a_document_appears_or_expires(blog: SiteCase) -> None:
    today = datetime.now(ZoneInfo("Europe/Rome"))
    moments = [(today + timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0) for days in (7, 3, 5)]
    for name, moment in zip(("uno", "due"), moments, strict=False):
        blog.file(f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: {moment:%Y-%m-%d}\n---\n")
    blog.edit("content/posts/tre.md", "title: Tre", f"title: Tre\nexpires: {moments[2]:%Y-%m-%d}")
    blog.remove("content/pages/io.md").config("")
    command(blog)
    assert age(blog).until == moments[1].timestamp()
    assert "jinja2" not in command(blog)
    rewrite_record(blog, until=today.timestamp() - moments[1].timestamp())
    assert "jinja2" in command(blog)
    rewrite_record(blog, taken=3600 * 10**9, now=3600)
    assert "jinja2" in command(blog), "the clock went back"
    blog.built = None


def test_the_short_way_tells_the_same_as_the_build(site: SiteCase) -> None:
    site.write(BLOG).file(
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
