"""What happens in a real browser: the open page renews itself, keeps its place, and says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import BLOG, SiteCase
from served import Listener, Served, is_the_same, until, visit

UNO, DUE = "content/posts/uno.md", "content/posts/due.md"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a site with a long post, a draft and a scheduled one; its editor writes down what it opens."""
    folder = tmp_path_factory.mktemp("browser")
    program = folder / "code"
    program.write_text(f'#!/bin/sh\necho "$@" >> {folder}/opened\n')
    program.chmod(0o755)
    site = SiteCase(folder / "site").write(BLOG)
    site.file(UNO, "---\ntitle: Uno\ndate: 2026-01-01\n---\n" + "Un paragrafo.\n\n" * 200 + "In fondo.\n")
    site.file("content/posts/bozza.md", "---\ntitle: Bozza\ndate: 2026-01-01\ndraft: true\n---\nTesto.\n")
    site.file("content/posts/poi.md", "---\ntitle: Poi\ndate: 2126-12-24 09:30\n---\nTesto.\n")
    site.file("content/pages/404.md", "---\ntitle: Persa\nlayout: notfound\n---\n")
    served = Served(site, "--lang", "it", VISUAL=str(program))
    yield served
    assert served.stop() == 0, served.said()


def test_a_save_renews_the_page_and_keeps_its_place(page, written: Served) -> None:
    visit(page, written, "/blog/uno/")
    page.evaluate("scrollTo(0, 2500)")
    written.site.edit(UNO, "In fondo.", "In fondo, adesso.")
    page.get_by_text("In fondo, adesso.").wait_for()
    page.wait_for_function("Math.abs(scrollY - 2500) < 3")
    written.site.edit(UNO, "In fondo, adesso.", "In fondo, <script>window.ran = 1</script>per davvero.")
    page.get_by_text("per davvero.").wait_for()
    page.wait_for_function("Math.abs(scrollY - 2500) < 3")
    assert page.evaluate("window.ran") == 1
    assert not is_the_same(page), "a page with a script is loaded again"
    written.site.edit(UNO, "<script>window.ran = 1</script>per davvero.", "poi basta.")
    page.get_by_text("poi basta.").wait_for()
    assert page.evaluate("window.ran") is None


EDITS = [
    ("In mezzo.", "In *mezzo*, e [due](due.md).\n\n## Un titolo\n\n- Uno\n- Due\n"),
    ("- Uno\n- Due\n", "- Uno e mezzo\n- Due\n- Tre\n"),
    ("- Uno e mezzo\n", ""),
    ("## Un titolo", "## Un altro titolo\n\n<details><summary>Di più</summary>Eccolo.</details>"),
    ("title: In posto", "title: In un altro posto\ndescription: Che cosa cambia.\ntags: [agenda]"),
    ("Che cosa cambia.", "Che cosa cambia qui."),
    ("## Un altro titolo", "![Un quadro](quadro.svg)"),
    ("In *mezzo*", "In mezzo"),
    ("date: 2026-01-01", "date: 2026-01-01\ndraft: true"),
]
IS_THE_FILE = """file => {
  const [now, then] = [document, new DOMParser().parseFromString(file, "text/html")];
  return now.head.outerHTML + now.body.outerHTML === then.head.outerHTML + then.body.outerHTML && now.title === then.title;
}"""


def test_a_page_becomes_another_one_where_it_stands(page, written: Served) -> None:
    post = "content/posts/posto.md"
    written.site.file("content/posts/quadro.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>')
    text = "All'inizio.\n\nIn mezzo.\n\n<textarea></textarea>\n\n" + "Un paragrafo.\n\n" * 60 + "In fondo.\n"
    written.site.file(post, f"---\ntitle: In posto\ndate: 2026-01-01\n---\n{text}")
    written.shows("/blog/posto/", "In fondo.")
    visit(page, written, "/blog/posto/")
    page.locator("textarea").fill("Annotato")
    for old, new in EDITS:
        before = written.get("/blog/posto/").body
        written.site.edit(post, old, new)
        until(lambda: written.get("/blog/posto/").body != before, new)  # noqa: B023
        until(lambda: page.evaluate(IS_THE_FILE, written.get("/blog/posto/").file.decode()), new)
        assert is_the_same(page), new
        assert page.locator("textarea").input_value() == "Annotato"
        assert page.locator("textarea").evaluate("each => each.matches(':focus')")
    page.locator(".ribbon").get_by_text("Bozza: non sarà sul sito").wait_for()
    page.wait_for_function("document.querySelector(\"img[alt='Un quadro']\").naturalWidth === 20")
    written.site.remove(post).remove("content/posts/quadro.svg")
    page.locator("h1").get_by_text("Persa").wait_for()


def test_a_page_that_has_not_changed_is_not_loaded_again(page, written: Served) -> None:
    visit(page, written, "/io/")
    written.forget()
    written.site.edit("content/posts/tre.md", "Testo di tre.", "Testo rivisto.")
    written.tells("content/posts/tre.md →")
    assert is_the_same(page)
    written.site.edit("content/pages/io.md", "Vedi", "Guarda")
    page.get_by_text("Guarda uno").wait_for()
    written.site.edit("content/posts/tre.md", "Testo rivisto.", "Testo di tre.")


def test_a_style_changes_in_place(page, written: Served) -> None:
    visit(page, written, "/blog/uno/")
    page.evaluate("scrollTo(0, 1200)")
    sheets = page.locator('link[rel="stylesheet"]').count()
    for color in ("rgb(1, 2, 3)", "rgb(3, 2, 1)"):
        written.site.file("content/custom.css", f"h1 {{ color: {color} }}\n")
        page.wait_for_function(f"getComputedStyle(document.querySelector('h1')).color === '{color}'")
    page.wait_for_function(f"document.querySelectorAll('link[rel=stylesheet]').length === {sheets}")
    assert is_the_same(page)
    assert page.evaluate("scrollY") == 1200
    written.site.edit(UNO, "Un paragrafo.", "Un capoverso.")
    page.get_by_text("Un capoverso.").first.wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(3, 2, 1)"


def test_what_is_wrong_lies_over_the_page_until_it_is_mended(page, written: Served, tmp_path: Path) -> None:
    visit(page, written, "/blog/due/")
    written.forget()
    written.site.edit(DUE, "title:", "titel:")
    told = page.locator("pre").first
    told.wait_for()
    written.tells(told.inner_text().rstrip())  # the terminal may be a moment later than the page
    assert page.get_by_role("alertdialog", name="1 errore").is_visible()
    assert page.get_by_text("Testo di due.").is_visible()
    page.get_by_role("button", name=f"Apri {DUE}:2").click()
    opened = written.site.root.parent / "opened"
    until(lambda: opened.exists() and opened.read_text().endswith("\n"))
    assert opened.read_text() == f"-g {written.site.root}/{DUE}:2\n"
    opened.unlink()
    page.goto(written.address + "io/")
    told.wait_for()  # on every page, also on one that is opened now
    assert is_the_same(page) is False
    page.evaluate("window.loaded = true")
    written.site.edit(DUE, "titel:", "title:")
    told.wait_for(state="detached")
    assert is_the_same(page), "nothing has changed on the page"
    page.goto(written.address + "blog/due/")
    page.get_by_text("Testo di due.").wait_for()


def test_a_page_that_is_mended_shows_what_was_written_meanwhile(page, written: Served) -> None:
    visit(page, written, "/blog/tre/")
    written.site.edit("content/posts/tre.md", "title:", "titel:")
    page.locator("pre").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("pre").count() == 0
    written.site.edit("content/posts/tre.md", "Testo di tre.", "Testo nuovo.")
    page.locator("pre").wait_for()
    written.site.edit("content/posts/tre.md", "titel:", "title:")
    page.get_by_text("Testo nuovo.").wait_for()
    assert page.locator("pre").count() == 0


def test_what_a_problem_quotes_is_text(page, written: Served) -> None:
    visit(page, written, "/io/")
    written.site.file(
        "content/posts/x.md", "---\ntitle: X\ndate: 2026-01-01\n<img src=x onerror=window.hurt=1>: 1\n---\n"
    )
    page.locator("pre").first.wait_for()
    assert "<img src=x" in page.locator("pre").first.inner_text()
    assert page.locator("sitegen-preview img").count() == 0
    written.site.remove("content/posts/x.md")
    page.locator("pre").first.wait_for(state="detached")
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize(("path", "ribbon"), [
    ("/blog/bozza/", "Bozza: non sarà sul sito"),
    ("/blog/poi/", "Programmato: sarà sul sito dal 24 dicembre 2126, 09:30"),
    ("/blog/tre/", ""),
    ("/blog/", ""),
])  # fmt: skip
def test_a_ribbon_says_what_will_not_be_on_the_site(page, written: Served, path: str, ribbon: str) -> None:
    visit(page, written, path)
    assert page.locator(".ribbon").all_inner_texts() == ([ribbon] if ribbon else [])
    assert "sitegen-preview" not in (written.output / path.strip("/") / "index.html").read_text()


def test_a_missing_page_names_those_that_were_meant(page, written: Served) -> None:
    visit(page, written, "/blog/unoo/")
    assert page.locator("h1").inner_text() == "Persa"
    assert "/blog/unoo/" in page.locator(".missing p").inner_text()
    page.locator(".missing a").first.click()
    page.wait_for_url("**/blog/uno/")


def test_a_page_that_missed_a_build_is_renewed_when_it_hears_again(page, tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    served = serve(site)
    port = served.port
    visit(page, served, "/blog/uno/")
    served.stop()
    site.edit(UNO, "Testo di uno.", "Scritto nel frattempo.")
    serve(site, "--port", str(port))
    page.get_by_text("Scritto nel frattempo.").wait_for()


def test_a_site_below_a_path_is_shown_there(page, tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG).edit("content/site.yaml", "example.it/", "example.it/sotto/")
    served = serve(site)
    assert served.address.endswith("/sotto/")
    assert (served.get("/").status, served.get("/").headers["Location"]) == (302, "/sotto/")
    assert served.get("/sotto").headers["Location"] == "/sotto/"
    assert served.get("/blog/uno/").status == 404
    page.goto(served.address.removesuffix("sotto/"))
    page.get_by_role("link", name="Blog").first.click()
    page.wait_for_url("**/sotto/blog/")
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    site.edit(UNO, "title: Uno", "title: Uno davvero")
    page.get_by_text("Uno davvero").first.wait_for()


def test_the_browser_is_opened_at_once(tmp_path: Path, serve) -> None:
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/opened\n')
    program.chmod(0o755)
    served = serve(SiteCase(tmp_path / "site"), "--open", BROWSER=f"{program} %s")
    until(lambda: (tmp_path / "opened").exists() and (tmp_path / "opened").read_text() == f"{served.address}\n")


@pytest.mark.parametrize(("arguments", "bozza", "poi", "vecchio"), [
    ((), True, True, False), (("--no-drafts",), False, True, False), (("--no-future",), True, False, False),
    (("--expired",), True, True, True),
])  # fmt: skip
def test_what_is_shown_besides_what_is_published(tmp_path: Path, serve, arguments: tuple[str, ...], bozza: bool, poi: bool,
                                                 vecchio: bool) -> None:  # fmt: skip
    site = SiteCase(tmp_path / "site")
    fields = {
        "bozza": "draft: true\ndate: 2026-01-01",
        "poi": "date: 2126-12-24",
        "vecchio": "date: 2025-01-01\nexpires: 2025-02-01",
    }
    for name, field in fields.items():
        site.file(f"content/posts/{name}.md", f"---\ntitle: {name}\n{field}\n---\n")
    served = serve(site, *arguments)
    assert [served.get(f"/blog/{name}/").status == 200 for name in fields] == [bozza, poi, vecchio]
    assert not site.output.exists()


def test_two_previews_of_one_site_show_what_each_was_asked_for(tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").file(
        "content/posts/bozza.md", "---\ntitle: Bozza\ndate: 2026-01-01\ndraft: true\n---\nTesto.\n"
    )
    site.file("content/posts/uno.md", "---\ntitle: Uno\ndate: 2026-01-01\n---\nPrima.\n")
    asked = ((serve(site), 200), (serve(site, "--no-drafts"), 404))
    open_pages = [Listener(served.port).greet("/blog/uno/") for served, _ in asked]
    site.edit("content/posts/uno.md", "Prima.", "Dopo.")
    for (served, status), page in zip(asked, open_pages, strict=True):
        while page.hear()["command"] != "reload":
            continue
        served.shows("/blog/uno/", "Dopo.")
        assert served.get("/blog/bozza/").status == status
        page.close()
