"""Previews that run while tests ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from kit import BLOG, SiteCase
from served import PATIENCE, Served


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts previews, and ends them with the test."""
    running: list[Served] = []

    def start(site: SiteCase, *arguments: str, **more: str) -> Served:
        running.append(Served(site, *arguments, **more))
        return running[-1]

    yield start
    for each in running:
        each.stop()


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a small blog, which the tests of a file share: each changes files of its own."""
    site = SiteCase(tmp_path_factory.mktemp("preview") / "site").write(BLOG)
    for name in ("bozza", "poi"):
        field = "draft: true\ndate: 2026-01-01" if name == "bozza" else "date: 2126-12-24 09:30"
        site.file(f"content/posts/{name}.md", f"---\ntitle: {name}\n{field}\n---\nTesto di {name}.\n")
    site.file("content/pages/404.md", "---\ntitle: Persa\nlayout: notfound\n---\n")
    served = Served(site)
    yield served
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


@pytest.fixture
def page(browser, written: Served):
    """A page of the browser for the preview that a module calls `written`, which must meet no error of a script."""
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    page.set_default_timeout(PATIENCE * 1000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert not errors
