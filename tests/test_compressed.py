"""Files that are sent compressed: on request, beside their own, and gone with them."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from hosts import apache
from kit import BLOG, SiteCase, tree

TEXT = (".html", ".css", ".xml", ".txt", ".svg", ".js", ".json")


@pytest.fixture
def blog(tmp_path: Path) -> SiteCase:
    site = SiteCase(tmp_path / "site").write(BLOG)
    return site.edit("content/site.yaml", "cards: no\n", "cards: no\nprecompress: yes\n").build()


def forms(site: SiteCase) -> list[str]:
    return [path for path in tree(site.output) if path.endswith((".gz", ".br"))]


def test_each_text_lies_there_in_both_forms_and_nothing_else_does(blog: SiteCase) -> None:
    files = tree(blog.output)
    texts = [path for path in files if path.endswith(TEXT) and not path.startswith(".")]
    assert len(texts) > 15
    assert sorted(forms(blog)) == sorted(f"{path}.{end}" for path in texts for end in ("br", "gz"))
    for path in texts:
        assert gzip.decompress(files[f"{path}.gz"]) == files[path]
        assert brotli.decompress(files[f"{path}.br"]) == files[path]
        assert len(files[f"{path}.br"]) <= len(files[f"{path}.gz"]), "what hosts send first is the smaller"
        assert files[f"{path}.gz"][3:8] == b"\0" * 5, "neither a name nor a moment"


def test_only_what_has_changed_is_compressed_again(blog: SiteCase) -> None:
    blog.edit("content/posts/uno.md", "Testo di uno.", "Altro testo.").build()
    made = [path for path in blog.rendered() if path.endswith(".br")]
    assert "blog/uno/index.html.br" in made
    assert "index.html.br" not in made
    blog.build()
    assert blog.rendered() == ()


def test_a_form_goes_with_its_file_and_with_the_wish_for_it(blog: SiteCase) -> None:
    blog.remove("content/posts/due.md").build()
    assert not [path for path in forms(blog) if "due" in path]
    blog.edit("content/site.yaml", "precompress: yes\n", "").build()
    assert forms(blog) == []
    blog.edit("content/site.yaml", "cards: no\n", "cards: no\nprecompress: yes\n").build()
    assert "io/index.html.gz" in forms(blog), "also of pages that were not made anew"


def test_apache_sends_the_form_that_a_browser_understands(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "hosting: none\n", "hosting: apache\n").build()
    with apache(blog.output) as host:
        for asked, name in (("br, gzip", "br"), ("gzip", "gzip"), ("", None)):
            answer = host.ask("/io/", Accept_Encoding=asked)
            assert (answer.status, answer.headers["Content-Encoding"]) == (200, name)
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert answer.headers["Cache-Control"] == "no-cache"
            assert "Accept-Encoding" in answer.headers["Vary"]
            end = {"br": ".br", "gzip": ".gz", None: ""}[name]
            assert int(answer.headers["Content-Length"]) == len(tree(blog.output)[f"io/index.html{end}"])
