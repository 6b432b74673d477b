"""The benchmark's posts: the same for everybody, and a site that sitegen has nothing to say against."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from benchmark import check
from benchmark.corpus import CATEGORIES, make_posts, with_links
from benchmark.measure import Failed, cost_of
from benchmark.situations import SITUATIONS, Site
from benchmark.tools import SITEGEN
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
