"""The benchmark's posts: the same for everybody, and a site that sitegen has nothing to say against."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path

import pytest
from benchmark import check, likeness
from benchmark.corpus import CATEGORIES, Post, make_posts, with_links
from benchmark.measure import Failed, cost_of
from benchmark.situations import SITUATIONS, Site
from benchmark.tools import ELEVENTY, HUGO, PAGE_TEXT, PAGES, PELICAN, SITEGEN, SITES, Tool
from kit import NOW, tree

from sitegen.build import build
from sitegen.model.states import Options

COUNT = 12
DIGEST = "201b8e282639b1a79957a98cf723e5737c305e14283b2c233b75b41372833b6b"
"""Of these posts. Whoever changes the posts changes it, and measures anew: old figures are then of other posts."""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    posts = make_posts(COUNT)
    SITEGEN.write(tmp_path / "site", posts)
    return Site(SITEGEN, tmp_path / "site", posts[COUNT // 2])


def built(site: Site) -> dict[str, bytes]:
    outcome = build(site.folder, site.folder / SITEGEN.output, Options(NOW))
    assert outcome.problems == ()
    return tree(site.folder / SITEGEN.output)


def changed(site: Site, situation: str) -> list[str]:
    """The pages that come out otherwise after a situation."""
    before = tree(site.folder / SITEGEN.output)
    SITUATIONS[situation](site, 0)
    after = built(site)
    assert after.keys() == before.keys()
    return [path for path in after if path.endswith("index.html") and after[path] != before[path]]


def is_post(path: str) -> bool:
    return path.startswith("blog/") and "-" in path


def compare_with_clean_build(site: Site) -> None:
    clean = site.folder.with_name("clean-output")
    assert not build(site.folder, clean, Options(NOW), clean=True, kept=False).failed
    assert tree(site.folder / SITEGEN.output) == tree(clean), "the output differs from a clean build"


def test_the_posts_are_the_same_everywhere() -> None:
    said = "\n".join("|".join(map(str, post)) for post in make_posts(COUNT))
    assert hashlib.sha256(said.encode()).hexdigest() == DIGEST


def test_another_seed_gives_other_posts() -> None:
    assert make_posts(5, seed=1) != make_posts(5, seed=2)


def test_posts_are_of_about_800_words_each_of_its_own_with_what_markdown_is_for() -> None:
    posts = make_posts(200)
    assert len({post.slug for post in posts}) == len({post.title for post in posts}) == 200
    assert {post.category for post in posts} == set(CATEGORIES)
    for post in posts:
        assert 750 <= len(post.body.split()) <= 950
        for mark in ("\n|---|", "[^nota]: ", "\n> ", "\n- ", "\n    - ", "\n1. ", "\n## ", "\n### ", "\n```", "`"):
            assert mark in post.body, mark
        assert len(post.excerpt) <= 150


def test_links_lead_to_other_posts() -> None:
    slugs: list[str] = []
    for post in make_posts(20):
        found: list[str] = []
        with_links(post.body, lambda slug, found=found: found.append(slug) or slug)  # type: ignore[misc]
        assert len(found) == 3
        assert post.slug not in found
        slugs += found
    assert set(slugs) <= {post.slug for post in make_posts(20)}


def test_sitegen_builds_them_without_a_problem_and_a_visitor_misses_nothing(site: Site) -> None:
    built(site)
    assert check.missing(site) == []


def test_a_post_that_lost_something_is_noticed(site: Site) -> None:
    built(site)
    page = site.folder / SITEGEN.output / "blog" / site.edited.slug / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<td", "<x").replace('href="/blog/', 'href="/b/'))
    assert check.missing(site) == ["table", "links between posts"]


def test_each_situation_changes_what_it_says(site: Site) -> None:
    """All in turn on one site, as they are measured."""
    pages = [path for path in built(site) if path.endswith("index.html")]
    post = f"blog/{site.edited.slug}/index.html"
    assert changed(site, "nothing changed") == []
    assert changed(site, "one body edited") == [post]
    titled = changed(site, "one title edited")
    assert {post, "blog/index.html"} < set(titled) < set(pages)
    assert changed(site, "post template edited") == [page for page in pages if is_post(page)]
    assert changed(site, "base template edited") == pages
    assert changed(site, "fresh clone, memory restored") == []
    assert changed(site, "clean build") == []
    compare_with_clean_build(site)


def test_a_fresh_clone_has_other_times_and_the_store_but_no_output(site: Site) -> None:
    built(site)
    source = site.folder / SITEGEN.posts / f"{site.edited.slug}.md"
    os.utime(source, (0, 0))
    SITUATIONS["fresh clone, memory restored"](site, 0)
    assert source.stat().st_mtime > 0
    assert (site.folder / SITEGEN.memory[0]).is_dir()
    assert not (site.folder / SITEGEN.output).exists()


def test_a_clean_build_finds_nothing_of_earlier_ones(site: Site) -> None:
    built(site)
    SITUATIONS["clean build"](site, 0)
    assert not any((site.folder / name).exists() for name in (SITEGEN.output, *SITEGEN.memory))


def test_a_build_that_fails_is_no_figure(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    with pytest.raises(Failed, match="no such page"):
        cost_of(["sh", "-c", "echo no such page; exit 3"], folder, {"PATH": os.defpath})


def template_text(tool: Tool) -> str:
    """All that a peer's templates and settings can say."""
    files = [path for path in (SITES / tool.site).rglob("*") if path.is_file()]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def words_of_the_theme(site: Site, posts: list[Post]) -> set[str]:
    """Classes, labels and words that pages have from templates, not from posts, addresses or dates."""
    pages = [line for path in (site.folder / SITEGEN.output).rglob("index.html") for line in likeness.lines(path)]
    said = "\n".join(re.sub(r"^</?\w+|(href=(?!/assets/)|datetime=|content=).*", "", line) for line in pages)
    months = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
    data = "\n".join([*(str(field) for post in posts for field in post), months, PAGE_TEXT, *PAGES.values()])
    return words(said) - words(data)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d]{3,}", text.casefold()))


def test_a_peers_templates_know_every_word_and_class_of_the_theme(site: Site) -> None:
    """The theme cannot move on and leave less to do for the peers; `--compare` then shows how the pages differ."""
    built(site)
    wanted = words_of_the_theme(site, make_posts(COUNT))
    assert {"byline", "percorso", "chips"} < wanted
    unknown = {peer.name: wanted - words(template_text(peer)) for peer in (HUGO, ELEVENTY, PELICAN)}
    assert {name: lost for name, lost in unknown.items() if lost} == {}


PAGE = '<body><ul class="tags" id="top"><li><a href="/tag/email/" rel="tag">email</a></li></ul>{}</body>'
POST = '<div class="prose"><h2 id="uno" class="x">L\'uno</h2><p>E <em>due</em> <a href="#fn1">1</a>.</p></div>'
TABLE = '<div class="prose"><div class="scroll"><table><tr><td class="num">9</td></tr></table></div></div>'


def read(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, encoding="utf-8")
    return likeness.lines(folder / name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('class="tags"', 'class="chips"'),
        (' rel="tag"', ""),
        ("/tag/email/", "/tag/posta/"),
        (">email<", ">posta<"),
        ("<li>", "<li><b></b>"),
        ("<h2 ", "<h3 "),
        ("uno</h2>", "due</h2>"),
        ("<em>due</em>", "due"),
        ("<p>E ", "<p>E</p><p>"),
        ('class="scroll"', ""),
        ('class="num"', ""),
    ],
)
def test_pages_differ_by_a_tag_an_attribute_or_a_word(tmp_path: Path, old: str, new: str) -> None:
    page = PAGE.format(POST + TABLE)
    assert old in page
    assert read(tmp_path, "peer.html", page.replace(old, new)) != read(tmp_path, "own.html", page)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("L'uno", "L’uno"),
        ('id="uno" class="x"', 'id="l-uno"'),
        ("<em>due</em>", "<span><em>due</em></span>"),
        ('href="#fn1"', 'class="note" href="#fn-1"'),
        ("</li>", "\n</li>\n"),
        ('class="tags" id="top"', 'id="top" class="tags"'),
    ],
)
def test_what_each_engine_writes_its_way_is_no_difference(tmp_path: Path, old: str, new: str) -> None:
    page = PAGE.format(POST + TABLE)
    assert old in page
    assert read(tmp_path, "peer.html", page.replace(old, new)) == read(tmp_path, "own.html", page)


def test_feeds_and_sitemaps_differ_by_what_stands_in_them(tmp_path: Path) -> None:
    feed = "<rss xmlns:c='c'><item><title>L’uno</title><c:encoded>&lt;p&gt;Sì&lt;/p&gt;</c:encoded></item></rss>"
    assert read(tmp_path, "feed.xml", feed) == [
        "rss",
        "item",
        "title",
        "L'uno",
        "encoded",
        "<p>",
        "Sì",
        "</p>",
        "0 em",
        "0 strong",
    ]
    urls = "<urlset><url><loc>/b/</loc></url><url><loc>/a/</loc><lastmod>2025</lastmod></url><url><loc>/a/pagina/2/</loc></url></urlset>"
    assert read(tmp_path, "sitemap.xml", urls) == ["/a/ 2025", "/b/"]


def test_of_a_feed_that_no_template_writes_the_entries_are_read(tmp_path: Path) -> None:
    for name, text in {
        "own.xml": "<rss xmlns:c='c'><item><title>L’uno</title><link>/uno/</link><c:encoded>&lt;p&gt;Sì, è lungo&lt;/p&gt;</c:encoded></item></rss>",
        "peer.xml": "<feed><entry><id>9</id><title>L'uno</title><link href='/uno/'/><content>&lt;div&gt;Sì, è lungo&lt;/div&gt;</content></entry></feed>",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    expected = ["L'uno", "/uno/", "Sì, è lungo", "0 em", "0 strong"]
    assert [likeness.entries(tmp_path / name) for name in ("own.xml", "peer.xml")] == [expected, expected]


def test_sites_differ_by_a_page_and_by_a_line_of_one(site: Site) -> None:
    built(site)
    other = site._replace(folder=Path(shutil.copytree(site.folder, site.folder.with_name("other"))))
    assert likeness.differences(site, other) == []
    output = other.folder / SITEGEN.output
    (output / "privacy/index.html").rename(output / "extra.html")
    page = (output / "blog/index.html").read_text(encoding="utf-8")
    (output / "blog/index.html").write_text(page.replace('class="bloghead"', 'class="head"'), encoding="utf-8")
    found = likeness.differences(site, other)
    assert found[:4] == ["-privacy/index.html", "+extra.html", "--- blog/index.html", "+++ blog/index.html"]
    assert [line for line in found[4:] if line[0] in "+-"] == ["-<header class=bloghead>", "+<header class=head>"]
