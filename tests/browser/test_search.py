"""The page that searches, in a browser: what is found and told, at which address, by keyboard, and under the rules of a strict host."""

from __future__ import annotations

import http.server
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hosts import files
from kit import NOW, files_of

from sitegen.build import build
from sitegen.model.states import Options

WHAT = "/blog/che-cosa-fa-un-assistente-virtuale/"
STRICT = "default-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'"


@pytest.fixture
def theme() -> str:
    return "agenda"


def served(folder: Path, base: str = "/") -> Iterator[str]:
    """The folder as a host serves it below `base`, with rules that let nothing run but the site's own files."""

    class Host(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(base))

        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", STRICT)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with files(folder, Host) as address:
        yield address + base


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site that comes with sitegen, with a draft and a page that search engines may not show."""
    root = tmp_path_factory.mktemp("ours")
    shutil.copytree(Path(__file__).parent.parent.parent / "content", root / "content")
    (root / "content/posts/bozza.md").write_text(
        "---\ntitle: Segretissimo\ndate: 2026-01-01\ndraft: true\n---\nOrnitorinco.\n", encoding="utf-8")  # fmt: skip
    (root / "content/posts/futuro.md").write_text(
        "---\ntitle: Domani\ndate: 2036-01-01\n---\nOrnitorinco.\n", encoding="utf-8")  # fmt: skip
    for kind in ("posts", "pages"):
        (root / f"content/{kind}/nascosto-{kind}.md").write_text(
            "---\ntitle: Ornitorinco\ndate: 2026-01-01\nseo: {noindex: true}\n---\nOrnitorinco.\n", encoding="utf-8")  # fmt: skip
    assert not build(root, root / "output", Options(NOW)).failed
    yield from served(root / "output")


ENGLISH = """\
-- content/site.yaml --
title: Notebook
base_url: https://www.example.org/notes/
language: en-GB
theme: biglietto
business: {kind: private}
-- content/pages/index.md --
---
title: Notebook
layout: home
---
Welcome.
-- content/posts/bookings.md --
---
title: Managing your bookings
date: 2026-01-01
---
Companies don't answer at night; they were planning trips.
"""


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small English site below a path of its host."""
    root = tmp_path_factory.mktemp("english")
    for path, text in files_of(ENGLISH).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert not build(root, root / "output", Options(NOW)).failed
    yield from served(root / "output", "/notes/")


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page whose scripts must not fail, nor be refused anything."""
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" and "favicon" not in message.location["url"] else None)  # fmt: skip
    yield page
    page.close()
    assert not wrong


def found(page: Any) -> list[str]:
    """The addresses of what is found, once the page has told of it."""
    page.wait_for_selector("#search-status:not(:empty)")
    return [link.get_attribute("href") for link in page.query_selector_all("#search-results a")]


def ask(page: Any, address: str, words: str) -> list[str]:
    """What is found for words that are written and sent off with Enter."""
    page.goto(address)
    page.fill("[type=search]", words)
    page.keyboard.press("Enter")
    return found(page)


def said(page: Any) -> str:
    return str(page.text_content("#search-status"))


@pytest.mark.parametrize(
    "words", ["assistente", "assistenti", "l'assistente", "L’ASSISTENTE", "un assistente", "assistenza"]
)
def test_a_word_is_found_in_all_its_forms(page, ours: str, words: str) -> None:
    assert WHAT in ask(page, f"{ours}cerca/", words)[:3]


@pytest.mark.parametrize(("words", "first"), [
    ("verbali", "/blog/verbale-in-una-pagina/"),
    ("quanto costa", "/blog/quanto-costa-un-assistente-virtuale/"),
    ("deleghe", "/risorse/cinquanta-cose-da-delegare/"),
    ("chi sono", "/chi-sono/"),
    ("citta", "/servizi/viaggi-e-trasferte/"),
    ("città", "/servizi/viaggi-e-trasferte/"),
    ("accessibilita", "/accessibilita/"),
    ("password chiavi", "/blog/password-e-riservatezza/"),
])  # fmt: skip
def test_what_says_most_of_it_comes_first(page, ours: str, words: str, first: str) -> None:
    assert ask(page, f"{ours}cerca/", words)[0] == first


@pytest.mark.parametrize("words", ["ornitorinco", "segretissimo", "xyzzyx"])
def test_what_is_not_on_the_site_is_not_found(page, ours: str, words: str) -> None:
    assert ask(page, f"{ours}cerca/", words) == []
    assert said(page) == f"Nessuna pagina per «{words}». Prova con meno parole, o più comuni."
    assert page.is_hidden("#search-found")
    assert page.is_visible("main a[href='/categoria/delegare/']")


def test_a_word_that_is_being_written_is_looked_for_and_stands_in_the_address(page, ours: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/assets/search/" in request.url else None)
    page.goto(f"{ours}cerca/")
    page.wait_for_load_state("networkidle")
    assert asked == []
    page.type("[type=search]", "verba")
    assert "/blog/verbale-in-una-pagina/" in found(page)
    assert page.url.endswith("/cerca/?q=verba")
    page.fill("[type=search]", "")
    page.wait_for_selector("#search-status:empty", state="attached")
    assert page.url.endswith("/cerca/")
    assert page.is_hidden("#search-found")
    assert len(asked) == len(set(asked)) == 3


def test_an_address_with_words_shows_what_is_found(page, ours: str) -> None:
    page.goto(f"{ours}cerca/?q=verbale")
    assert found(page)[0] == "/blog/verbale-in-una-pagina/"
    assert page.input_value("[type=search]") == "verbale"
    assert re.fullmatch(r"\d+ pagine per «verbale»", said(page))


@pytest.mark.parametrize("name", ["blog/", "404.html"])
def test_other_pages_have_a_field_that_leads_there(page, ours: str, name: str) -> None:
    page.goto(f"{ours}{name}")
    page.fill("[type=search]", "l'agenda")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cerca/?q=*")
    assert "/blog/agenda-condivisa-regole/" in found(page)


def test_every_page_leads_to_it_and_none_else_loads_a_script(ours: str, page) -> None:
    for name in ("", "prezzi/", "blog/", "404.html", WHAT[1:]):
        page.goto(f"{ours}{name}")
        assert page.locator("footer a[href='/cerca/']").count() == 1, name
        assert page.locator("script:not([type='application/ld+json'])").count() == 0, name


def test_it_is_used_by_keyboard_alone(page, ours: str) -> None:
    page.goto(f"{ours}cerca/")
    page.focus("[type=search]")
    page.keyboard.type("posta")
    page.keyboard.press("Enter")
    first = len(found(page))
    assert page.evaluate("document.activeElement.type") == "search"
    assert page.get_attribute("#search-status", "role") == "status"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#search-results') !== null")
    page.focus("#search-more button")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#search-results > :nth-child({first + 1})")
    links = page.locator("#search-results a")
    assert links.nth(first).evaluate("link => link === document.activeElement")


def test_where_the_index_cannot_be_had_the_page_says_so_and_tries_again(browser, ours: str) -> None:
    page = browser.new_page()
    page.route("**/assets/search/terms.*", lambda route: route.abort())
    assert ask(page, f"{ours}cerca/", "posta") == []
    assert said(page) == "La ricerca non si carica. Controlla la connessione e riprova."
    page.unroute("**/assets/search/terms.*")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-results a")
    page.close()


def test_without_javascript_it_leads_to_the_topics(browser, ours: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{ours}cerca/?q=posta")
    assert page.locator("noscript p").is_visible()
    assert page.is_visible("main a[href='/categoria/delegare/']")
    assert page.is_visible("main a[href='/blog/']")
    context.close()


@pytest.mark.parametrize("words", ["booking", "Booked", "company", "company's", "plan", "don't answer", "companies"])
def test_an_english_site_below_a_path_finds_english_forms(page, english: str, words: str) -> None:
    assert ask(page, f"{english}search/", words) == ["/notes/blog/bookings/"]
    assert said(page) == f"1 page for “{words}”"


def test_a_found_page_is_shown_as_it_is_written(page, english: str) -> None:
    ask(page, f"{english}search/", "night")
    assert page.text_content("#search-results a") == "Managing your bookings"
    assert "1 January 2026" in page.text_content("#search-results")
    assert "Companies don’t answer at night" in page.text_content("#search-results")
    page.click("#search-results a")
    assert page.title() == "Managing your bookings · Notebook"
