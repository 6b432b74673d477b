"""The three kinds of path: what leads from one to another, and back."""

from __future__ import annotations

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.paths import OutputPath, SourcePath, Url, beside, output_path, output_url, same_place, url_path
from sitegen.plan.links import own_url

BASES = st.sampled_from([Url("/"), Url("/sub/"), Url("/a/b/")])
NAMES = st.text(st.sampled_from("aZ0-_.~ èßñ日%25#?&+;=@'\"<>\\"), min_size=1, max_size=12).filter(
    lambda name: name.strip(".") and not name.startswith("index.")
)
FOLDERS = st.lists(NAMES, max_size=4).map(lambda names: "/" + "".join(f"{name}/" for name in names))


@pytest.mark.parametrize(
    ("base", "address", "url", "path"),
    [
        ("/", "/", "/", "index.html"),
        ("/sub/", "/", "/sub/", "index.html"),
        ("/", "/blog/a/", "/blog/a/", "blog/a/index.html"),
        ("/sub/", "/blog/a/", "/sub/blog/a/", "blog/a/index.html"),
        ("/sub/", "/sub/", "/sub/sub/", "sub/index.html"),
        ("/", "/404.html", "/404.html", "404.html"),
        ("/", "/perché/", "/perch%C3%A9/", "perché/index.html"),
        ("/", "/100%/", "/100%25/", "100%/index.html"),
        ("/", "/100%25/", "/100%2525/", "100%25/index.html"),
        ("/", "/a b+c/", "/a%20b+c/", "a b+c/index.html"),
        ("/", "/che?/#1/", "/che%3F/%231/", "che?/#1/index.html"),
    ],
)
def test_address_url_and_file(base: str, address: str, url: str, path: str) -> None:
    assert url_path(Url(base), address) == url
    assert output_path(Url(base), Url(url)) == path
    assert output_url(Url(base), OutputPath(path)) == url


@given(BASES, FOLDERS, st.just("") | NAMES)
def test_a_file_is_found_at_its_url_and_a_url_at_its_file(base: Url, folder: str, name: str) -> None:
    address = folder + name
    url = url_path(base, address)
    path = output_path(base, url)
    assert path == (address + "index.html" if address.endswith("/") else address).removeprefix("/")
    assert output_url(base, path) == url
    assert re.fullmatch(r"[!-~]+", url), "a URL is printable ASCII"
    assert not re.search(r"[?#<>\"\\]|%(?![0-9A-F]{2})", url)


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.html", "/sub/"),
        ("a/index.html", "/sub/a/"),
        ("a/myindex.html", "/sub/a/myindex.html"),
        ("index.html.txt", "/sub/index.html.txt"),
        ("a/Index.html", "/sub/a/Index.html"),
    ],
)
def test_only_index_html_is_its_folder(path: str, url: str) -> None:
    assert output_url(Url("/sub/"), OutputPath(path)) == url


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ciao/index.html", "ciao/index.html", True),
        ("perché", "perche\u0301", True),
        ("STRASSE", "straße", True),
        ("Perche\u0301", "perché", True),
        ("perche", "perché", False),
        ("a/b", "a-b", False),
    ],
)
def test_what_a_disk_may_hold_in_one_place(one: str, other: str, same: bool) -> None:
    assert (same_place(one) == same_place(other)) is same


@pytest.mark.parametrize(
    ("source", "written", "found"),
    [
        ("content/posts/a.md", "b.md", "content/posts/b.md"),
        ("content/posts/a.md", "./b.md", "content/posts/b.md"),
        ("content/posts/a.md", "../pages/chi-sono.md", "content/pages/chi-sono.md"),
        ("content/posts/a/index.md", "foto.png", "content/posts/a/foto.png"),
        ("content/posts/a.md", "Foto di me.png", "content/posts/Foto di me.png"),
        ("content/site.yaml", "media/logo.svg", "content/media/logo.svg"),
        ("content/posts/a.md", "../../content/pages/b.md", "content/pages/b.md"),
        ("content/posts/a.md", "..", "content"),
        ("content/posts/a.md", "../..", None),
        ("content/posts/a.md", "../../themes/base/theme.yaml", None),
        ("content/posts/a.md", "../../../../etc/passwd", None),
        ("content/posts/a.md", "../../contents/a.md", None),
        ("content/posts/a.md", "/etc/passwd", None),
        ("content/posts/a.md", "//etc/passwd", None),
    ],
)
def test_what_a_written_path_names(source: str, written: str, found: str | None) -> None:
    assert beside(SourcePath(source), written) == found


@given(
    st.lists(st.sampled_from(["a", "b.md", "..", ".", "", "content", "perché", "%2e%2e", "..."]), max_size=8),
    st.sampled_from(["content/site.yaml", "content/posts/a.md", "content/posts/a/b/index.md"]),
    st.text(max_size=4),
)
def test_no_written_path_leaves_the_content(parts: list[str], source: str, end: str) -> None:
    found = beside(SourcePath(source), "/".join([*parts, end]))
    if found is not None:
        assert f"{found}/".startswith("content/")  # `content` itself is inside, though no file
        assert posixpath.normpath(found) == found
        assert ".." not in found.split("/")


@pytest.mark.parametrize(
    ("written", "base_url", "expected"),
    [
        ("https://www.example.it/a/", "https://www.example.it/", "/a/"),
        ("http://EXAMPLE.it/a/?b=1#c", "https://www.example.it/", "/a/"),
        ("//www.example.it/perch%C3%A9/", "https://example.it/", "/perch%C3%A9/"),
        ("https://example.it", "https://example.it/", "/"),
        ("https://example.it/?p=12", "https://example.it/", "/?p=12"),
        ("https://example.it/sub/a/", "https://example.it/sub/", "/sub/a/"),
        ("https://example.it/sub", "https://example.it/sub/", "/sub/"),
        ("https://example.it/subito/", "https://example.it/sub/", None),
        ("https://shop.example.it/a/", "https://example.it/", None),
        ("https://example.it.example.org/a/", "https://example.it/", None),
        ("mailto:lia@example.it", "https://example.it/", None),
        ("https://[example.it/", "https://example.it/", None),
    ],
)
def test_an_address_on_the_site_s_own_host(written: str, base_url: str, expected: str | None) -> None:
    assert own_url(written, base_url) == expected
