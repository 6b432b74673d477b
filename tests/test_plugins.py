"""Modules named in `site.yaml` add filters, documents, files and checks of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import SiteCase
from PIL import Image

PLUGIN = """\
from sitegen.plan.outputs import Output, Text
from sitegen.problems import Place, problem

filters = {"shout": lambda text: text.upper() + "!"}


def outputs(site):
    yield Output("titles.txt", Text("\\n".join(post.meta.title for post in site.of("posts"))), "plugin loud")


def check(site, plan):
    for post in site.of("posts"):
        if "?" in post.meta.title:
            yield problem("W301", Place(post.source, 2))
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    module = tmp_path / "modules/loud_plugin.py"
    module.parent.mkdir()
    module.write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(module.parent))
    yield module
    sys.modules.pop("loud_plugin", None)


def test_a_plugin_adds_filters_files_and_checks(site: SiteCase, plugin: Path) -> None:
    site.config("plugins: [loud_plugin]\ntheme: mio\n").write("""\
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/post.html --
{{ page.title | shout }}
-- content/posts/a.md --
---
title: Perché?
date: 2026-01-14
---
""").build()
    assert site.read("titles.txt") == "Perché?"
    assert site.read("blog/a/index.html") == "PERCHÉ?!\n"
    assert site.codes() == ("W301",)
    assert site.build().rendered() == ()
    site.compare_with_clean_build()
    site.built = None  # the plugin is gone when the fixture ends


def test_a_plugin_draws_anew_what_its_filters_are_in(site: SiteCase, plugin: Path) -> None:
    """A filter chooses the colour of the social card and of the icon, whose words stay as they were."""
    drawn = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1200v630H0z" fill="{{ "#ff0000" | paint }}"/></svg>'
    plugin.write_text('filters = {"paint": lambda colour: colour}')
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    for name in ("card.svg", "icon.svg"):
        site.file(f"themes/mio/templates/{name}", drawn)
    site.file(
        "content/site.yaml", "title: Prova\nbase_url: https://www.example.it/\ntheme: mio\nplugins: [loud_plugin]\n"
    )
    red, blue = (255, 0, 0), (0, 0, 255)
    assert colours_of(site.build()) == {"card": red, "apple-touch-icon": red, "icon-512": red}
    names = {path for path in site.paths() if path.endswith(".png")}
    plugin.write_text('filters = {"paint": lambda colour: "#0000ff"}')
    sys.modules.pop("loud_plugin")
    assert colours_of(site.build()) == {"card": blue, "apple-touch-icon": blue, "icon-512": blue}
    same = names.intersection(site.paths())
    assert same == {"apple-touch-icon.png"}, "who has fetched the others once seldom fetches them again"
    site.compare_with_clean_build()
    site.built = None


def colours_of(site: SiteCase) -> dict[str, object]:
    found = {}
    for path in site.paths():
        name = Path(path).name.partition(".")[0]
        if path.endswith(".png") and name in ("card", "apple-touch-icon", "icon-512"):
            with Image.open(site.output / path) as picture:
                found[name] = picture.convert("RGB").getpixel((90, 90))
    return found


def test_a_plugin_that_is_not_installed_is_an_error(site: SiteCase) -> None:
    site.config("plugins: [no_such_plugin]\n")
    assert site.fails() == ("E205",)
    assert "pip install no_such_plugin" in site.transcript("it")
