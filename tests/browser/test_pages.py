"""The site that comes with sitegen as a browser shows it, in each theme: every page, on a phone and on a desk, in light and dark."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from kit import SiteCase

WIDTHS = (320, 390, 768, 1280, 2200)


def test_every_page_fits_asks_nobody_else_and_leaves_nothing_behind(
    browser, address: str, pages: tuple[str, ...]
) -> None:
    page = browser.new_page()
    wrong: list[str] = []
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else wrong.append(request.url)
    )
    page.on(
        "response",
        lambda response: (
            wrong.append(f"{response.status} {response.url}")
            if response.status >= 400 and not response.url.endswith("/favicon.ico")
            else None
        ),
    )
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for name in pages:
        page.emulate_media(color_scheme="light")
        page.goto(f"{address}/{name}")
        page.emulate_media(color_scheme="dark")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if wide > 0:
                wrong.append(f"/{name} is {wide} px too wide at {width}")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []
    page.close()
    assert not wrong


def test_nothing_moves_while_a_page_comes(browser, address: str, kinds: tuple[str, ...]) -> None:
    """The fonts come late, and stand-ins of their measures have kept their places (https://web.dev/articles/cls)."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    held: list[object] = []
    page.route(re.compile(r"\.woff2$"), lambda route: held.append(route))
    page.add_init_script("""window.moved = 0; new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.moved += entry.value;
    }).observe({type: "layout-shift", buffered: true})""")
    moved = {}
    for name in kinds:
        page.goto(f"{address}/{name}", wait_until="domcontentloaded")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        while held:
            held.pop().continue_()
        page.evaluate("document.fonts.ready")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        moved[name] = page.evaluate("window.moved")
    page.close()
    assert not {name: each for name, each in moved.items() if each > 0.02}


HEAVIEST = {"agenda": 15.0, "base": 14.25, "biglietto": 9.0, "taccuino": 15.5}
"""KiB that a first visit to a post may take, compressed as hosts do: its HTML and CSS, in each theme that says so."""


def test_a_first_visit_to_a_post_is_light(output: Path, theme: str) -> None:
    weights = {}
    for path in output.glob("blog/*/index.html"):
        html = path.read_text(encoding="utf-8")
        if 'property="article:published_time"' in html:
            styles = re.findall(r'rel="stylesheet" href="/(.*?)"', html)
            parts = [html.encode(), *((output / name).read_bytes() for name in styles)]
            weights[path.parent.name] = sum(len(gzip.compress(part)) for part in parts) / 1024
            assert "<script" not in html.replace('<script type="application/ld+json">', "")
    assert len(weights) >= 8
    assert max(weights.values()) <= HEAVIEST[theme], weights
    assert sum(path.stat().st_size for path in output.rglob("*.woff2")) <= 70 * 1024


def test_an_old_address_takes_the_visitor_to_the_new_page(browser, address: str, output: Path) -> None:
    page = browser.new_page()
    old = next(
        path
        for path in sorted(output.rglob("index.html"))
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")
    )
    page.goto(f"{address}/{old.parent.relative_to(output).as_posix()}/")
    page.wait_for_url(lambda url: str(old.parent.relative_to(output).as_posix()) not in url)
    assert page.locator("h1").count() == 1
    page.close()


ROWS_WITH_A_GAP = """() => {
    const grid = document.querySelector(".posts").getBoundingClientRect(), rows = new Map();
    for (const post of document.querySelectorAll(".posts > *")) {
        const box = post.getBoundingClientRect(), top = Math.round(box.top), row = rows.get(top) || [Infinity, -Infinity];
        rows.set(top, [Math.min(row[0], box.left), Math.max(row[1], box.right)]);
    }
    return [...rows.values()].filter(([left, right]) => Math.abs(left - grid.left) > 1 || Math.abs(right - grid.right) > 1).length;
}"""


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_first_page_of_a_list_fills_its_rows_however_many_posts_it_has(browser, address: str, output: Path, width: int) -> None:  # fmt: skip
    page = browser.new_page(viewport={"width": width, "height": 900})
    lists = ["blog", *(path.parent.relative_to(output).as_posix() for path in output.glob("tag/*/index.html"))]
    gaps = {}
    for name in lists:
        page.goto(f"{address}/{name}/")
        gaps[name, page.locator(".posts > *").count()] = page.evaluate(ROWS_WITH_A_GAP)
    page.close()
    assert len({posts for _, posts in gaps}) >= 4
    assert not any(gaps.values()), gaps


PICTURED = {"agenda": 6, "base": 6, "biglietto": 0, "taccuino": 0}
"""How many covers the first page of the blog shows, in each theme."""


@pytest.mark.parametrize(("width", "height"), [(100, 900), (900, 100), (10, 10)])
def test_a_cover_of_any_shape_keeps_the_shape_of_its_place(browser, address: str, theme: str, width: int, height: int) -> None:  # fmt: skip
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/blog/")
    shape = f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'/>"
    ratios = page.evaluate(
        """async shape => {
            const covers = [...document.querySelectorAll(".posts .cover")];
            for (const cover of covers) { cover.firstChild.src = shape; await cover.firstChild.decode(); }
            return covers.map(cover => cover.offsetWidth / cover.offsetHeight);
        }""",
        shape,
    )
    page.close()
    assert len(ratios) == PICTURED[theme]
    assert all(abs(ratio - 1.6) < 0.02 for ratio in ratios), ratios


def test_a_cover_taller_than_wide_is_seen_whole_on_its_post(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/blog/posta-in-arrivo-tre-cartelle/")
    ratio = page.evaluate("""async () => {
        const image = document.querySelector(".article-cover img");
        image.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='600' height='900'/>";
        await image.decode();
        return image.offsetWidth / image.offsetHeight;
    }""")
    page.close()
    assert abs(ratio - 2 / 3) < 0.02


def test_a_short_service_keeps_its_distance_from_the_testimonials(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(f"{address}/servizi/posta-e-calendario/")
    distance = page.evaluate("""() => {
        const text = document.querySelector(".page-body"), band = document.querySelector(".voices");
        document.querySelector(".svc__cover")?.remove();
        while (text.nextElementSibling !== band) text.nextElementSibling.remove();
        const last = text.querySelector(".prose").lastElementChild;
        return band.querySelector(".wrap").getBoundingClientRect().top - last.getBoundingClientRect().bottom
            + (getComputedStyle(band).backgroundColor === "rgba(0, 0, 0, 0)" ? 0 : -parseFloat(getComputedStyle(band).paddingTop));
    }""")
    page.close()
    assert distance >= 24


@pytest.mark.parametrize("name", ["blog/", "blog/posta-in-arrivo-tre-cartelle/", "servizi/posta-e-calendario/"])
def test_a_word_longer_than_its_line_breaks(browser, address: str, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto(f"{address}/{name}")
    wide = page.evaluate("""() => {
        const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
        const kept = "button, .btn, .more, option, time, table, pre, .pager, .req, .mono";
        while (walk.nextNode())
            if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest(kept))
                walk.currentNode.data = "precipitevolissimevolmente".repeat(3);
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }""")
    page.close()
    assert wide == 0


@pytest.mark.parametrize("name", ["domande-frequenti/", "blog/posta-in-arrivo-tre-cartelle/"])
def test_whatever_opens_has_one_sign_that_it_does(browser, address: str, name: str) -> None:
    """The theme's own `+` or `▾` (contents that a wide window keeps open have none), or the triangle of a writer's `<details>`."""
    page = browser.new_page()
    page.goto(f"{address}/{name}")
    signs = page.evaluate("""() => {
        document.querySelector(".prose, main").append(Object.assign(document.createElement("details"), {
            innerHTML: "<summary>Apri</summary>"}));
        return [...document.querySelectorAll("summary")].map(each => {
            const style = getComputedStyle(each);
            const triangle = style.display === "list-item" && style.listStyleType !== "none";
            return Number(triangle) + Number(getComputedStyle(each, "::after").content !== "none");
        });
    }""")
    page.close()
    assert len(signs) > 1
    assert signs[-1] == 1
    assert set(signs) <= {0, 1}, signs


NOTE_AND_TEXT = """() => [".beside", ".prose > p"].map(each => {
    const box = document.querySelector(each).getBoundingClientRect();
    return [box.left, box.right, box.top, box.bottom].map(Math.round);
}).flat()"""


@pytest.mark.parametrize("width", [320, 390, 1199, 1280, 2200])
def test_a_note_stands_in_the_margin_of_a_wide_window_and_below_its_paragraph_in_a_narrow_one(browser, tmp_path: Path, width: int) -> None:  # fmt: skip
    site = SiteCase(tmp_path / "site").config("theme: taccuino\ntheme_options: {notes: margin}\n")
    words = "Parole e parole. " * 40
    site.file(
        "content/posts/a.md", f"---\ntitle: A\ndate: 2026-01-14\n---\n{words}[^a]\n\n{words}\n\n[^a]: Una nota lunga.\n"
    )
    html = site.build().read("blog/a/index.html")
    html = re.sub(r'<link rel="stylesheet" href="/(.*?)">', lambda link: f"<style>{site.read(link[1])}</style>", html)
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(html)
    left, right, top, _, text_left, text_right, text_top, text_bottom = page.evaluate(NOTE_AND_TEXT)
    page.close()
    assert right <= width
    if width >= 1200:
        assert left > text_right
        assert text_top < top < text_bottom
    else:
        assert left == text_left
        assert top >= text_bottom
