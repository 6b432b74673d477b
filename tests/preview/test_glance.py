"""What is shown before a build has ended is what that build writes."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from edits import ACTS, World
from kit import BLOG, NOW, SiteCase, tree

from sitegen.build import Outcome, build
from sitegen.model.states import Options
from sitegen.paths import OutputPath
from sitegen.preview.glance import AtHand, Glance

ROUNDS = int(os.environ.get("SITEGEN_PREVIEW_EDITS", "80"))
LIKELY = ["change the text", "templates"]
"""Edits of which a glance often tells something."""
FEWEST = 5
"""So often it must, at least."""


class Glances:
    """A site that is built as the preview does, and glanced at before each build."""

    def __init__(self, site: SiteCase) -> None:
        self.site = site
        self.options = Options(NOW)
        self.memo = AtHand()
        self.files: dict[str, bytes] = {}
        self.glance: Glance | None = None

    def build(self) -> Outcome:
        outcome = build(self.site.root, self.site.output, self.options)
        if not outcome.failed:
            seen = outcome.seen
            self.files = self.now()
            self.glance = Glance(self.site.root, seen.snapshot, seen.site, seen.theme, seen.plan, self.memo)
        return outcome

    def undo(self) -> None:
        """Puts back the files of the last good build."""
        for path in self.now().keys() - self.files.keys():
            self.site.remove(path)
        for path, data in self.files.items():
            self.site.file(path, data)

    def now(self) -> dict[str, bytes]:
        return {path: data for path, data in tree(self.site.root).items() if path.startswith(("content/", "themes/"))}

    def pages(self, *looked_at: str) -> dict[OutputPath, bytes]:
        """What can be told of the changes since the last good build."""
        now = self.now()
        changed = {path for path in {*now, *self.files} if now.get(path) != self.files.get(path)}
        return self.glance.pages(changed, {OutputPath(each) for each in looked_at})

    def tells(self, *looked_at: str) -> set[str]:
        """Of which pages something was told, which is then what is built."""
        pages = self.pages(*looked_at)
        assert not self.build().failed
        written = tree(self.site.output)
        assert {path: data for path, data in pages.items() if written[path] != data} == {}
        return set(pages)


@pytest.fixture
def blog(tmp_path: Path) -> Glances:
    site = SiteCase(tmp_path / "site").write(BLOG)
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\nstyles: [mio.css]\n").file(
        "themes/mio/assets/mio.css", "b {}\n"
    )
    site.file("themes/mio/templates/post.html", '{% extends "base:post.html" %}')
    site.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio")
    glances = Glances(site)
    glances.build()
    return glances


def test_a_glance_at_any_edit_shows_what_the_build_writes(tmp_path: Path) -> None:
    world = World(SiteCase(tmp_path / "site"))
    world.begin()
    glances, chance, told = Glances(world.site), random.Random(1), 0
    glances.build()
    names = sorted(set(ACTS) - {"time passes", "the clock goes back", "ask for more", "lose output", "lose the store"})
    names += LIKELY * 3
    for number in range(ROUNDS):
        name = chance.choice(names)
        before = tree(world.site.output)
        world.act(name, number)
        looked_at = chance.sample(sorted(path for path in before if path.endswith(".html")), 3)
        pages = glances.pages(*looked_at)
        if glances.build().failed:
            world.act("mend links", number)
            pages = glances.pages(*looked_at)
            if glances.build().failed:
                glances.undo()
                continue
        written = tree(world.site.output)
        assert {path: data for path, data in pages.items() if written.get(path) != data} == {}, f"{number} {name}"
        told += any(before.get(path) != data for path, data in pages.items())
    assert told >= FEWEST


UNO, PAGE = "blog/uno/index.html", "io/index.html"


@pytest.mark.parametrize(("path", "old", "new", "looked_at", "told"), [
    ("content/posts/uno.md", "Testo di uno.", "Testo nuovo.", (), {UNO}),
    ("content/posts/uno.md", "title: Uno", "title: Primo", (), {UNO}),
    ("content/posts/uno.md", "excerpt: Il primo.", "excerpt: Un altro.", ("blog/tre/index.html",), {UNO, "blog/tre/index.html"}),
    ("content/pages/io.md", "Vedi", "Guarda", (), {PAGE}),
    ("themes/mio/templates/post.html", "%}", "%}{% block article_end %}Fine.{% endblock %}", (UNO, PAGE), {UNO, PAGE}),
    ("themes/mio/templates/post.html", "%}", "%}{% block article_end %}Fine.{% endblock %}", ("blog/index.html",),
     {"blog/index.html"}),
])  # fmt: skip
def test_what_a_glance_tells(
    blog: Glances, path: str, old: str, new: str, looked_at: tuple[str, ...], told: set[str]
) -> None:
    blog.site.edit(path, old, new)
    assert blog.tells(*looked_at) == told


def test_a_draft_without_a_date_is_told(blog: Glances) -> None:
    blog.options = Options(NOW, drafts=True)
    blog.site.file("content/posts/idea.md", "---\ntitle: Idea\ndraft: yes\n---\nPrima.\n")
    blog.build()
    blog.site.edit("content/posts/idea.md", "Prima", "Dopo")
    assert blog.tells() == {"blog/idea/index.html"}


@pytest.mark.parametrize(
    ("path", "text"), [("themes/mio/assets/mio.css", "b { color: red }\n"), ("content/custom.css", "i {}\n")]
)
def test_a_style_is_told_with_the_page(blog: Glances, path: str, text: str) -> None:
    blog.site.file("content/custom.css", "i { color: red }\n")
    blog.build()
    blog.site.file(path, text)
    page, style = sorted(blog.tells(PAGE))[::-1]
    assert (page, style[-4:]) == (PAGE, ".css")


def test_several_files_are_told_together(blog: Glances) -> None:
    blog.site.edit("content/posts/uno.md", "Testo di uno.", "Testo nuovo.").edit(
        "content/posts/due.md", "title: Due", "title: D"
    )
    blog.site.edit("themes/mio/templates/post.html", "%}", "%}{% block article_end %}Fine.{% endblock %}")
    assert blog.tells() == {UNO, "blog/due/index.html"}


@pytest.mark.parametrize("text", [
    "---\ntitle: Uno\ndate: 2026-01-05\n---\nUn altro giorno.\n", "---\ntitle: Uno\ndate: 2026-01-01\ndraft: true\n---\nBozza.\n",
    "---\ntitle: Uno\ndate: 2026-01-01\nslug: altro\n---\nUn altro indirizzo.\n", "---\ntitel: Uno\n---\nRotto.\n",
    "---\ntitle: Uno\ndate: 2026-01-01\n---\n![Una figura](nessuna.png)\n", "---\ntitle: Uno\ndate: 2026-01-01\n---\n[via](/nulla/)\n",
    "---\ntitle: Uno\ndate: 2026-01-01\n---\n![Un foglio](../media/foglio.svg)\n",
    "---\ntitle: Uno\ndate: 2026-01-01\ntags: [altro]\n---\nUn'altra parola.\n",
])  # fmt: skip
def test_what_could_change_more_than_a_page_is_left_to_the_build(blog: Glances, text: str) -> None:
    blog.site.file("content/media/foglio.svg", "<svg/>")
    blog.build()
    blog.site.file("content/posts/uno.md", text)
    assert blog.pages(UNO, PAGE) == {}


def test_files_that_come_and_go_are_left_to_the_build(blog: Glances) -> None:
    blog.site.file("content/posts/nuovo.md", "---\ntitle: Nuovo\ndate: 2026-02-01\n---\nTesto.\n")
    assert blog.pages(UNO) == {}
    blog.build()
    blog.site.remove("content/posts/nuovo.md")
    assert blog.pages(UNO) == {}


def test_a_template_that_fails_is_left_to_the_build(blog: Glances) -> None:
    blog.site.file(
        "themes/mio/templates/post.html",
        '{% extends "base:post.html" %}{% block article_end %}{{ page.nulla }}{% endblock %}',
    )
    assert blog.pages(UNO) == {}
    blog.site.file("themes/mio/templates/post.html", "{% if %}")
    assert blog.pages(UNO) == {}
