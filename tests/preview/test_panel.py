"""The panel of a page, as it is used in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from kit import BLOG, SiteCase, tree
from served import Served, until

from sitegen.write.lock import locked

LONG = "Un titolo che non finisce mai, e che perciò in un elenco di risultati non sta su una riga sola"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a blog with a theme of its own, a draft and a warning; its editor writes down what it opens."""
    folder = tmp_path_factory.mktemp("panel")
    program = folder / "code"
    program.write_text(f'#!/bin/sh\necho "$@" >> {folder}/opened\n')
    program.chmod(0o755)
    site = SiteCase(folder / "site").write(BLOG).edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio")
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\n").file(
        "themes/mio/templates/post.html", '{% extends "base:post.html" %}'
    )
    site.file("content/media/foglio.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')
    site.file("content/posts/bozza.md", (
        f"---\ntitle: {LONG}\ndate: 2026-01-04 08:05\nupdated: 2026-02-01\ndraft: true\ndescription: Di che cosa parla.\n"
        "cover: {src: media/foglio.svg, alt: Un foglio}\n---\n# Un titolo di troppo\n\n" + "parola " * 250))  # fmt: skip
    site.file("content/pages/grazie.md", "---\ntitle: Grazie\nlayout: thanks\n---\nA presto.\n")
    served = Served(site, "--lang", "it", VISUAL=str(program))
    yield served
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


def panel_of(page, served: Served, path: str):
    """The panel of a page, opened from the keyboard."""
    if page.url.startswith("http"):
        page.evaluate("sessionStorage.clear()")  # where it was open it would open by itself
    page.goto(served.address.rstrip("/") + path)
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    page.keyboard.press("Alt+s")
    panel = page.get_by_role("dialog", name="Questa pagina")
    panel.wait_for()
    return panel


def test_what_it_says_of_a_draft(page, written: Served) -> None:
    panel = panel_of(page, written, "/blog/bozza/")
    said = panel.inner_text()
    for words in ("Bozza: non sarà sul sito", "4 gennaio 2026, 08:05", "1° febbraio 2026", "254 parole, 2 minuti di lettura",
                  f"{LONG} · Prova", "Di che cosa parla.", "www.example.it › blog › bozza", "Il titolo ha", "Nessuna immagine",
                  "content/posts/bozza.md:9:1  W301"):  # fmt: skip
        assert words in said


def test_what_it_says_of_other_pages(page, written: Served) -> None:
    said = panel_of(page, written, "/blog/tre/").inner_text()
    for words in ("Pronta: sarà sul sito", "Il terzo.", "Nessuna immagine", "Nessun avviso."):
        assert words in said
    said = panel_of(page, written, "/blog/").inner_text()
    assert "una pagina che sitegen compone da sé" in said
    assert "themes/base/templates/list.html" in said
    assert "I motori di ricerca non la mostreranno" in panel_of(page, written, "/grazie/").inner_text()


def test_it_opens_what_the_page_is_made_of(page, written: Served) -> None:
    panel = panel_of(page, written, "/blog/bozza/")
    opened = written.site.root.parent / "opened"
    for name in ("content/posts/bozza.md", "themes/mio/templates/post.html", "content/posts/bozza.md:9"):
        panel.get_by_role("button", name=f"Apri {name}", exact=True).click()
        until(lambda: opened.exists() and opened.read_text().endswith("\n"))
        file = f"{written.site.root}/{name}"
        assert opened.read_text() == (f"-g {file}\n" if name.endswith(":9") else f"{file}\n")
        opened.unlink()
    assert panel_of(page, written, "/io/").get_by_role("button", name="themes/base").count() == 0, "it lies in no site"


def test_it_is_used_from_the_keyboard(page, written: Served) -> None:
    panel_of(page, written, "/blog/uno/")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    page.get_by_role("button", name="Su questa pagina").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    assert page.get_by_role("button", name="Chiudi").evaluate("each => each.matches(':focus')")
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for(state="detached")
    assert page.get_by_role("button", name="Su questa pagina").evaluate("each => each.matches(':focus')")


def test_it_opens_once_however_often_it_is_asked_for(page, written: Served) -> None:
    page.goto(written.address + "blog/uno/")
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    held: list = []
    page.route("**/.sitegen/about*", lambda route: held.append(route))
    page.keyboard.press("Alt+s")
    until(lambda: page.evaluate("1") and len(held) == 1)
    page.keyboard.press("Alt+s")
    page.keyboard.press("Alt+s")
    until(lambda: page.evaluate("1") and len(held) == 2)
    for each in held:
        each.continue_()
    page.get_by_role("dialog").wait_for()
    assert page.locator("dialog").count() == 1
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")


def test_it_stays_open_while_the_page_changes(page, written: Served) -> None:
    panel_of(page, written, "/blog/due/")
    written.site.edit("content/posts/due.md", "excerpt: Il secondo.", "excerpt: Un riassunto migliore.")
    page.get_by_role("dialog").get_by_text("Un riassunto migliore.").first.wait_for()
    with locked(written.site.root / ".sitegen", lambda *_: None):  # the page is shown, and its build cannot begin
        written.site.edit("content/posts/due.md", "Testo di due.", "# Un titolo di troppo\n\nTesto nuovo.")
        page.get_by_text("Testo nuovo.").wait_for()
    page.get_by_role("dialog").get_by_text("W301").wait_for()
    written.site.edit("content/posts/due.md", "# Un titolo di troppo\n\nTesto nuovo.", "Testo di due.")
    page.get_by_text("Testo di due.").wait_for()
    page.get_by_role("dialog").wait_for()
    page.get_by_role("dialog").get_by_text("W301").wait_for(state="detached")
    page.keyboard.press("Alt+s")
    page.get_by_role("dialog").wait_for(state="detached")
    page.reload()
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    assert page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_it_is_no_harder_to_use_for_some(browser, written: Served, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="pip install axe-playwright-python").Axe()
    context = browser.new_context(
        viewport={"width": width, "height": 844}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    panel = panel_of(page, written, "/blog/bozza/")
    found = [(each["id"], each["nodes"][0]["html"]) for each in axe.run(page).response["violations"]]
    box = panel.bounding_box()
    sideways = panel.evaluate("each => each.scrollWidth - each.clientWidth")
    context.close()
    assert not found
    assert (box["x"] >= 0, box["x"] + box["width"] <= width, sideways) == (True, True, 0)


def test_it_is_in_no_file(written: Served) -> None:
    assert not [path for path, data in tree(written.output).items() if b".sitegen/" in data or b"panel.js" in data]
    assert written.get("/.sitegen/about?path=/nulla/").status == 404
    assert written.get("/.sitegen/about?path=/../site.yaml").status == 404
    assert written.get("/.sitegen/about?path=/feed.xml").status == 404
    assert written.get("/.sitegen/about").status == 404


def test_a_missing_page_has_none(page, written: Served, tmp_path: Path) -> None:
    page.goto(written.address + "nulla/")
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    assert page.get_by_role("button", name="Su questa pagina").count() == 0
