"""The site that comes with sitegen for whoever reads it with other means: what axe-core finds, the keyboard, larger text, no
JavaScript, less motion, paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

LOOKS = ((320, "dark"), (390, "light"), (768, "light"), (1280, "dark"))
AXE = """async () => {
    const found = await axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}});
    return found.violations.map(each => [each.id, each.nodes[0].html]);
}"""
"""All rules of axe-core, and those that it applies only if asked: targets of 24 px, or with room around them (WCAG 2.2, 2.5.8)."""


def test_no_page_is_harder_to_use_for_some(browser, address: str, kinds: tuple[str, ...]) -> None:
    """What axe-core can tell of WCAG 2.0 to 2.2, A and AA, and of best practice, on a page of each kind."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="pip install axe-playwright-python")
    context = browser.new_context(reduced_motion="reduce")  # no colour is seen on its way to another
    context.add_init_script(axe.AXE_SCRIPT)
    page = context.new_page()
    found = []
    for name in kinds:
        if (response := page.goto(f"{address}/{name}")) is None or response.status != 200:
            found.append((name, "is not there"))
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            found += [(name, width, scheme, *each) for each in page.evaluate(AXE)]
    context.close()
    assert not found


@pytest.fixture
def phone(browser: Any, address: str) -> Iterator[Any]:
    """The home page on a phone whose browser runs no JavaScript of a page."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_the_menu_opens_and_the_way_to_a_form_is_short_on_a_phone_without_javascript(phone: Any, theme: str) -> None:
    """In `biglietto` there is nothing to open: all of the menu is in sight."""
    if theme != "biglietto":
        phone.get_by_role("button", name="Menu").click()
    phone.get_by_role("link", name="Contatti").filter(visible=True).first.click()
    assert phone.url.endswith("/contatti/")
    assert phone.get_by_role("textbox").filter(visible=True).count() >= 2


SEEN = """() => {
    const each = document.activeElement, style = getComputedStyle(each), box = each.getBoundingClientRect();
    const within = each.closest(".post, .card") || each, around = getComputedStyle(within);
    const ringed = [style, around].some(one => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2);
    const shown = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return each === document.body ? null : [ringed && shown, each.outerHTML.slice(0, 120)];
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_a_keyboard_shows_where_it_is(browser, address: str, width: int) -> None:
    """The first key leads past the menu; each further one is seen (WCAG 2.2, 2.4.1, 2.4.7 and 2.4.11)."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    lost = []
    for name in ("", "contatti/", "blog/", "blog/posta-in-arrivo-tre-cartelle/"):
        page.goto(f"{address}/{name}")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main-content"
        page.keyboard.press("Enter")
        page.wait_for_function("document.activeElement.id === 'main-content'")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        page.goto(f"{address}/{name}")
        page.keyboard.press("Tab")
        stops = 0
        while seen := page.evaluate(SEEN):  # until the keyboard leaves the page
            lost += [(name, seen[1])] if not seen[0] else []
            stops += 1
            page.keyboard.press("Tab")
        assert stops > 30
    page.close()
    assert not lost


def test_text_twice_as_large_is_read_without_scrolling_sideways(browser, address: str, kinds: tuple[str, ...]) -> None:
    """Text alone at 200 % (WCAG 2.2, 1.4.4), as who sets a larger font in her browser sees it, and nothing of it is cut off."""
    page = browser.new_page(viewport={"width": 640, "height": 900})
    page.add_init_script("""document.addEventListener("DOMContentLoaded", () => document.documentElement.style.fontSize = "200%")""")  # fmt: skip
    cut = {}
    for name in kinds:
        page.goto(f"{address}/{name}")
        cut[name] = page.evaluate("""() => {
            const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            const hidden = [...document.querySelectorAll("body *")].filter(each => {
                const style = getComputedStyle(each);
                return ["hidden", "clip"].includes(style.overflowY) && each.clientHeight > 1 && each.textContent.trim()
                    && each.scrollHeight > each.clientHeight + 1;
            });
            return [wide, ...hidden.map(each => each.outerHTML.slice(0, 80))];
        }""")
    page.close()
    assert not {name: each for name, each in cut.items() if each != [0]}


def test_who_asks_for_less_motion_gets_none(browser, address: str, kinds: tuple[str, ...]) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving = {}
    for name in kinds:
        page.goto(f"{address}/{name}")
        moving[name] = (
            page.evaluate("""() => [document.documentElement, ...document.querySelectorAll("body *")].filter(each =>
            [undefined, "::before", "::after"].some(part => {
                const style = getComputedStyle(each, part);
                return style.scrollBehavior === "smooth" || style.animationName !== "none"
                    || style.transitionDuration.split(", ").some(one => parseFloat(one) > 0);
            })).map(each => each.outerHTML.slice(0, 80))""")
        )
    page.close()
    assert not {name: each for name, each in moving.items() if each}


def test_a_post_is_printed_without_what_only_a_screen_needs(browser, address: str) -> None:
    """Black on white in either scheme, without menu and forms, with who is behind it, on few sheets of A4."""
    page = browser.new_page(color_scheme="dark")
    page.goto(f"{address}/blog/posta-in-arrivo-tre-cartelle/")
    page.emulate_media(media="print")
    assert page.evaluate("""[...document.querySelectorAll("body, h1, .prose p")].every(each =>
        getComputedStyle(each).color === "rgb(0, 0, 0)" && getComputedStyle(each).backgroundColor === "rgba(0, 0, 0, 0)")""")
    for kept in ("h1", ".prose p", ".author", ".foot__legal"):
        assert page.locator(kept).first.is_visible(), kept
    for left_out in (".top", ".nav", "form", ".comments", ".related", ".btn"):
        assert not page.locator(left_out).filter(visible=True).count(), left_out
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    page.close()
    assert 2 <= sheets <= 5
