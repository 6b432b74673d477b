"""Modules named in `site.yaml` add filters, documents, files and checks of their own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import SiteCase

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


def test_a_plugin_that_is_not_installed_is_an_error(site: SiteCase) -> None:
    site.config("plugins: [no_such_plugin]\n")
    assert site.fails() == ("E205",)
    assert "pip install no_such_plugin" in site.transcript("it")
