"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Hashable, Iterator, Mapping
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from kit import SiteCase
from PIL import Image

from sitegen.digest import of_bytes, of_value
from sitegen.parse import parallel
from sitegen.plan import blog, index, plan, sights, style
from sitegen.plan.outputs import Icon
from sitegen.read import stamps
from sitegen.render import draw, encode, icons
from sitegen.write import spill

# What runs in the background of a shell has SIGINT ignored, and so has each program that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""Chromium by the names that systems give it. Its shell shows pages for a third of the work: there is no window around them."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--font-render-hinting=none")  # fmt: skip
"""Letters are as wide as their fonts say, as on telephones; the shell alone would fit them to the pixels."""

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("SITEGEN_TESTS", "quick"))


LONGEST = {"browser", "fuzz", "preview", "test_bounds", "test_command_line", "test_incremental", "test_keys", "test_new", "test_pictures",
           "test_problems", "test_wheel"}  # fmt: skip
"""The modules that take longest, or their folders."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two workers more than there are processors: many tests wait, for a browser, a server, a disk."""
    return (os.cpu_count() or 1) + 2


def pytest_configure(config: pytest.Config) -> None:
    """Modules begin in the order that is chosen below, and not with those that have most tests."""
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest modules first, so that no worker is left alone with one; last what Lighthouse tells by a clock, when the others rest."""

    def turn(item: pytest.Item) -> int:
        return 2 if item.path.stem == "test_lighthouse" else LONGEST.isdisjoint((item.path.parent.name, item.path.stem))

    items.sort(key=turn)


@pytest.fixture(autouse=True, scope="session")
def _fine_clock() -> Iterator[None]:
    """Builds follow each other at once here: without this, no file would ever be old enough to be known by its stamp. The
    disks that tests run on tell times to a few milliseconds.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stamps, "COARSEST_CLOCK", 20_000_000)
        yield


@pytest.fixture(autouse=True, scope="session")
def _as_large_sites_do() -> Iterator[None]:
    """What is done only where there is much to do is done on these small sites, too: most documents are kept bound together,
    a few edits are enough to keep all outputs anew, and bytes wait on the disk.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parallel, "LOOSE", 3)
        patch.setattr(sights, "LOOSE", 3)
        patch.setattr(blog, "MANY", 3)
        patch.setattr(index, "MANY", 3)
        patch.setattr(spill, "AT_HAND", 50_000)
        yield


@pytest.fixture(autouse=True, scope="session")
def _views_that_were_not_made_are_as_they_were() -> Iterator[None]:
    """The law that what is hashed is what is shown, watched in every build of every test: a view that a plan did not make,
    because its inputs were known, is made after all, and must be the one that was kept, with all that it asks for.
    """
    real = plan.look

    def look(outputs, known, watch):
        outputs = list(outputs)
        sights, made = real(outputs, known, watch)
        for output in outputs:
            if output.path in sights and output.path not in made:
                view, asked = watch(output.recipe.view.make)
                assert of_value(view) == sights[output.path].view, output.path
                assert asked == sights[output.path].asked, output.path
        return sights, made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "look", look)
        yield


def once(make: Callable[..., Any], key: Callable[..., Hashable]) -> Callable[..., Any]:
    """`make`, which makes nothing twice of what has the same `key`."""
    made: dict[Hashable, Any] = {}

    def known_or_made(*given: Any) -> Any:
        given = tuple(tuple(each) if isinstance(each, Iterator) else each for each in given)
        if (of := key(*given)) not in made:
            made[of] = make(*given)
        return copy(made[of])

    return known_or_made


def _of_drawing(svg: str, size: tuple[int, int], colors: Mapping[str, str], fonts: draw.Fonts) -> Hashable:
    files = [(name, [of_bytes(each) for each in fonts[name]]) for name in fonts]
    return svg, size, repr(sorted(colors.items())), repr(files)


def _of_icon(picture: Image.Image, icon: Icon) -> Hashable:
    return of_bytes(picture.tobytes()), picture.mode, picture.size, of_value(icon)


@pytest.fixture(autouse=True, scope="session")
def _what_is_made_of_the_same_is_made_once() -> Iterator[None]:
    """Every site is built again from nothing, to be compared, and most have much in common. What takes longest are pure functions of
    other libraries (resvg, Pillow, Lightning CSS): they are asked once for each thing that they are given. That they give the same bytes
    again, in another process too, is seen in test_wheel.py and test_pictures.py.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(draw, "draw", once(draw.draw, _of_drawing))
        patch.setattr(encode, "encode", once(encode.encode, lambda data, specs: (of_bytes(data), tuple(specs))))
        patch.setattr(icons, "make_icon", once(icons.make_icon, _of_icon))
        patch.setattr(style, "compile_sheet", once(style.compile_sheet, lambda parts, since: (tuple(parts), since)))
        yield


@pytest.fixture
def site(tmp_path: Path) -> Iterator[SiteCase]:
    """An empty site; when the test ends, its output is compared with a clean build."""
    case = SiteCase(tmp_path / "site")
    yield case
    case.compare_with_clean_build()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window, one for all tests: what is to be kept apart is opened in pages or contexts of its own."""
    api = pytest.importorskip("playwright.sync_api", reason="needs a browser driver: pip install playwright")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip("needs a browser: apt-get install chromium-headless-shell")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where everything must be installed, a skipped test is a failed one."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = 1
