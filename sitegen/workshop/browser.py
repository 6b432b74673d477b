"""What only a browser can tell of pages: whether they are wider than the screen or the paper. Needs Playwright and Chromium."""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

NARROW, PAPER = 320, 700
"""CSS pixels: the narrowest screen that must do without scrolling sideways (WCAG 2.2, 1.4.10), and a sheet of A4."""

_PROGRAMS = "chromium-headless-shell", "chromium"
_FLAGS = "--no-sandbox", "--font-render-hinting=none"  # without the latter the shell spaces letters in a way of its own
_ENOUGH = 4  # pages of one folder: lists and posts are alike
_WIDEST = """width => {
  const wide = document.scrollingElement.scrollWidth > width + 1;
  if (!wide) return '';
  let widest = null;
  for (const each of document.querySelectorAll('body *')) {
    const box = each.getBoundingClientRect();
    if (box.right > width + 1 && box.width && (!widest || box.right > widest.getBoundingClientRect().right)) widest = each;
  }
  if (!widest) return 'body';
  return widest.tagName.toLowerCase() + [...widest.classList].map(name => '.' + name).join('');
}"""


class Wide(NamedTuple):
    """A page that is wider than it may be: on a `screen` or on `paper`, and the element that sticks out."""

    path: str
    medium: str
    element: str


def is_there() -> bool:
    """Whether pages can be looked at."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return False
    return True


def too_wide(files: Mapping[str, bytes], origin: str, progress: Callable[[int, int], None]) -> tuple[Wide, ...]:
    """The pages among `files` of the site at `origin` that are too wide, a few of each folder. Raises OSError where there is
    no browser to start.
    """
    from playwright.sync_api import Error, sync_playwright

    paths = list(_some(path for path in files if path.endswith(".html")))
    found: list[Wide] = []
    with sync_playwright() as driver:
        try:
            program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
            browser = driver.chromium.launch(executable_path=program, args=list(_FLAGS))
        except Error as error:
            raise OSError(str(error)) from error
        page = browser.new_page()
        page.route("**/*", lambda route: _answer(route, files, origin))
        for number, path in enumerate(paths):
            progress(number, len(paths))
            page.goto(origin + path.removesuffix("index.html"))
            for medium, width in (("screen", NARROW), ("print", PAPER)):
                page.emulate_media(media=medium)  # type: ignore[arg-type]
                page.set_viewport_size({"width": width, "height": 800})
                if element := page.evaluate(_WIDEST, width):
                    found.append(Wide(path, medium, element))
        browser.close()
    return tuple(found)


def _some(paths: Iterable[str]) -> Iterator[str]:
    """So many of each kind of page, told by the first folder."""
    counts: dict[str, int] = {}
    for path in paths:
        folder = path.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + 1
        if counts[folder] <= _ENOUGH or "everything" in path:
            yield path


def _answer(route: Any, files: Mapping[str, bytes], origin: str) -> None:
    path = route.request.url.removeprefix(origin).partition("?")[0].partition("#")[0]
    path = f"{path}index.html" if not path or path.endswith("/") else path
    if not route.request.url.startswith(origin) or path not in files:
        route.abort()
    else:
        route.fulfill(body=files[path], content_type=mimetypes.guess_type(path)[0] or "application/octet-stream")
