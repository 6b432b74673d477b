"""The rules that a host sends with our pages, in a browser that keeps them: Apache serves the site as a cheap host does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hosts import apache
from kit import NOW

from sitegen.build import build
from sitegen.model.states import Options

POST = """\
---
title: Schede
date: 2026-01-14
---
https://www.youtube.com/watch?v=abcdefghijk

Un video, una mappa e un calendario.

https://www.google.com/maps/place/Via+Roma+1,+Torino/@45.07,7.68,17z

<https://calendly.com/lia/30min>

<p id="styled" style="color: rgb(1, 2, 3)">Scritto a mano.</p>

<style>#styled { font-weight: 777 }</style>

<script>document.documentElement.dataset.own = "runs";</script>

<form action="https://formspree.io/f/abc" method="post"><label>Nome <input name="nome"></label> <button>Manda</button></form>
"""
CARDS = "/blog/schede/"
SAID = "document.addEventListener('securitypolicyviolation', each => console.error(`barred: ${each.effectiveDirective} ${each.blockedURI} ${each.sourceFile}:${each.lineNumber}`))"
SHIFTS = "window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries()) if (!each.hadRecentInput) window.moved += each.value }).observe({type: 'layout-shift', buffered: true})"


@pytest.fixture(scope="module")
def theme() -> str:
    return "agenda"


def write_site(
    root: Path, address: str = "https://www.orelibere.example/", theme: str = "agenda", language: str = "it"
) -> None:
    """Our own site, and a post with all that a policy has to think of."""
    shutil.copytree(Path(__file__).parent.parent.parent / "content", root / "content")
    config = root / "content/site.yaml"
    text = re.sub("(?m)^base_url: .*$", f"base_url: {address}", config.read_text(encoding="utf-8"))
    text = re.sub("(?m)^theme: .*$", f"theme: {theme}", re.sub("(?m)^language: .*$", f"language: {language}", text))
    config.write_text(f"{text}\ncards: no\nicons: no\n", encoding="utf-8")
    (root / "content/posts/schede.md").write_text(POST, encoding="utf-8")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("policy")
    write_site(root)
    assert not build(root, root / "output", Options(NOW)).failed
    with apache(root / "output") as served:
        yield f"http://localhost:{served.port}"


@pytest.fixture
def said(page: Any) -> list[str]:
    """What the browser complains of."""
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that asks the outside for nothing that the test does not see."""
    page = browser.new_page()
    page.asked = []
    page.add_init_script(SAID + ";" + SHIFTS)

    def outside(route: Any) -> None:
        page.asked.append(route.request.url)
        route.fulfill(content_type="text/html", body="<title>frame</title><p>there")

    page.route(lambda url: "//localhost:" not in url, outside)
    yield page
    page.close()


def test_no_page_does_what_its_policy_bars_and_none_asks_for_what_is_elsewhere(
    page, said: list[str], host: str, kinds: tuple[str, ...]
) -> None:
    for name in (*kinds, CARDS[1:]):
        answer = page.goto(f"{host}/{name}")
        assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"], name
        page.wait_for_load_state("load")
    assert page.evaluate("document.querySelectorAll('link[rel=stylesheet]').length")
    page.goto(f"{host}/cerca/?q=agenda")
    page.wait_for_selector("#search-results a")
    page.goto(host + CARDS)
    assert page.evaluate("document.documentElement.dataset.own") == "runs"
    assert page.evaluate("getComputedStyle(document.querySelector('#styled')).color") == "rgb(1, 2, 3)"
    assert page.evaluate("getComputedStyle(document.querySelector('#styled')).fontWeight") == "777"
    assert not said
    assert not page.asked


@pytest.mark.parametrize(("theme", "base"), [("biglietto", ""), ("taccuino", "sito/"), ("base", "sito/")])
def test_nor_does_any_in_other_themes_in_english_and_below_a_path(page, said: list[str], tmp_path: Path, theme: str, base: str) -> None:  # fmt: skip
    served = tmp_path / "served"
    write_site(tmp_path / "site", f"https://www.orelibere.example/{base}", theme, "en")
    assert not build(tmp_path / "site", served / base, Options(NOW)).failed
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((served / base).rglob("*.html"))}
    kinds = {re.findall("<body[^>]*>", text)[0]: path for path, text in texts.items() if "http-equiv" not in text}
    assert len(kinds) > 12
    with apache(served) as host:
        for path in (*kinds.values(), served / base / "blog/schede/index.html"):
            answer = page.goto(f"http://localhost:{host.port}/{path.relative_to(served)}", wait_until="load")
            assert "script-src 'self'" in answer.headers["content-security-policy"], path
        assert page.locator(".embed button").count() == 3
    assert not said
    assert not page.asked


def test_a_card_asks_for_its_frame_when_it_is_pressed_and_keeps_its_place(page, said: list[str], host: str) -> None:
    page.goto(host + CARDS)
    cards = page.locator(".embed")
    assert "premendo, il tuo indirizzo IP arriva a Google" in cards.nth(0).inner_text()
    sizes = "[...document.querySelectorAll('.embed--video, .embed--map')].map(card => [card.offsetWidth, card.offsetHeight].join())"
    before = page.evaluate(sizes)
    assert page.locator("iframe").count() == 0
    for number in range(cards.count()):
        button = cards.nth(number).locator("button")
        button.wait_for(state="visible")
        button.focus()
        with page.expect_request(lambda request: "//localhost:" not in request.url):
            page.keyboard.press("Enter")
        cards.nth(number).locator("iframe").wait_for()
    assert page.evaluate(sizes) == before
    assert [each.split("?")[0] for each in page.asked] == [
        "https://www.youtube-nocookie.com/embed/abcdefghijk", "https://www.google.com/maps", "https://calendly.com/lia/30min"]  # fmt: skip
    assert page.locator("iframe").nth(0).get_attribute("title") == "Video su YouTube"
    assert page.frame_locator("iframe >> nth=2").locator("p").inner_text() == "there"
    assert page.evaluate("window.moved") == 0
    with page.expect_navigation(wait_until="commit"):
        page.click("main form button")
    assert page.url == "https://formspree.io/f/abc"
    assert not said


def test_without_javascript_a_card_is_a_link(browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host + CARDS)
    button = page.locator(".embed button").first
    assert button.is_hidden()
    assert button.bounding_box()["height"] > 20, "its place is kept for when the script has come"
    assert page.is_visible(".embed a[href='https://www.youtube.com/watch?v=abcdefghijk']")
    context.close()


def test_what_somebody_slips_into_a_page_does_not_run_and_asks_for_nothing(page, said: list[str], host: str) -> None:
    slipped = (
        "<script>window.ran = 'script'</script><img src=/nothing onerror=\"window.ran = 'handler'\"><p style='color: red' id=bad>x</p>"
        "<script src=https://evil.example.net/x.js></script><iframe src=https://evil.example.net/></iframe><base href=https://evil.example.net/>"
    )

    def inject(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("<main", slipped + "<main", 1))

    page.route("**/prezzi/", inject)
    page.goto(f"{host}/prezzi/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.querySelector('#bad')).color") != "rgb(255, 0, 0)"
    assert page.evaluate("document.baseURI").startswith(host)
    assert not page.asked
    barred = " ".join(each for each in said if each.startswith("barred:"))
    for directive in ("script-src-elem", "script-src-attr", "style-src-attr", "frame-src", "base-uri"):
        assert directive in barred, said
