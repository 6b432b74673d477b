"""What is proposed in place of what was mistyped."""

from __future__ import annotations

import pytest

from sitegen.words import nearest_path

KNOWN = (
    "../pages/prezzi.md",
    "../pages/index.md",
    "../pages/chi-sono.md",
    "posts/uno/index.md",
    "content/posts/uno/foto.jpg",
)


@pytest.mark.parametrize(("written", "near"), [
    ("../pages/privacy.md", ""),  # which has all but the name in common with prezzi.md
    ("../pages/prezi.md", "../pages/prezzi.md"),
    ("../page/chi-sono.md", "../pages/chi-sono.md"),
    ("/Chi-Sono/", "../pages/chi-sono.md"),
    ("uno.md", "posts/uno/index.md"),
    ("content/pages/indice.md", "../pages/index.md"),
    ("foto.png", "content/posts/uno/foto.jpg"),
    ("", ""),
])  # fmt: skip
def test_a_path_is_near_another_by_its_name(written: str, near: str) -> None:
    assert nearest_path(written, KNOWN) == near


def test_of_files_of_one_name_the_one_with_the_nearest_folder_is_meant() -> None:
    assert (
        nearest_path("content/pagine/agenda.md", ["content/posts/agenda.md", "content/pages/agenda.md"])
        == "content/pages/agenda.md"
    )
