"""An open page that becomes another one where it stands equals one that was just loaded, but for what its reader did in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from kit import BLOG, SiteCase
from served import Served, is_the_same, until, visit

from sitegen.preview.shown import on_the_wire

POST, STYLE, PATH = "content/posts/posto.md", "content/custom.css", "/blog/posto/"
HEAD = "---\ntitle: Posto\ndate: 2026-01-01\n---\n"
NUMBERS = count(1)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    site = SiteCase(tmp_path_factory.mktemp("place") / "site").write(BLOG)
    served = Served(site.file(POST, HEAD).file(STYLE, "h1 { color: red }\n"), "--lang", "it")
    yield served
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


def begin(page, served: Served, text: str, after: str = "") -> None:
    """Opens the post with a text."""
    save(served, text)
    page.goto("about:blank")
    visit(page, served, PATH + after)


def save(served: Served, text: str) -> str:
    """Writes the post and waits until it is built; what then stands in it before all else."""
    served.forget()
    sign = f"Stesura {next(NUMBERS)}."
    served.site.file(POST, f"{HEAD}{sign}\n\n{text}\n")
    served.tells(f"{POST} →")
    return sign


def change(page, served: Served, text: str) -> None:
    """Writes the post, and waits until the open page shows it and hears news."""
    page.get_by_text(save(served, text)).wait_for()
    page.locator("sitegen-preview[listens]").wait_for(state="attached")


@pytest.mark.parametrize("html", [
    "<script>1</script>", "<SCRIPT src=x></SCRIPT>", '<script type="module"></script>', "<noscript>x</noscript>",
    "<template shadowrootmode=open></template>", '<base href="/">', '<meta content="1" http-equiv=refresh>', '<svg onload="x()">',
    "<body\nonload = x()>", '<img src="x"onerror="x()">', "<input autofocus>",
])  # fmt: skip
def test_a_page_in_which_something_acts_says_so(html: str) -> None:
    assert b"&quot;acts&quot;:true" in on_the_wire(html.encode(), {})


@pytest.mark.parametrize("html", [
    '<script type="application/ld+json">{}</script>', "<p>Una base, online: senza script</p>", '<details name="g" open></details>',
])  # fmt: skip
def test_a_page_in_which_nothing_acts_says_so(html: str) -> None:
    assert b"&quot;acts&quot;:false" in on_the_wire(html.encode(), {})


ONLY_LOADED = {
    "a hidden tree that goes": ('<div><template shadowrootmode="closed">Ombra</template>Luce</div>', "<div>Luce</div>", ""),
    "a script that took itself out": ("<script>document.currentScript.remove()</script>", "Fine.", ""),
    "what stands there without scripts": ("Inizio.", "<noscript>Senza</noscript>", ""),
    "a style in the page": ("<style>i { color: red }</style>", "<style>i { color: blue }</style>", ""),
    "the place of the address": ("## Qui", "### Qui", "#qui"),
    "an address that cannot be read": ("Inizio.", "Fine.", "#%"),
}  # fmt: skip


def test_what_only_a_load_can_tell_is_loaded_again(page, written: Served) -> None:
    for before, after, place in ONLY_LOADED.values():
        begin(page, written, before, place)
        page.get_by_text(save(written, after)).wait_for()
        page.wait_for_function("window.loaded !== true")
    for tag in ("html", "body"):
        begin(page, written, "Inizio.")
        page.route(f"**{PATH}", adding(f"<{tag}", f'<{tag} data-added=""'))
        change(page, written, "Fine.")
        page.unroute_all()
        assert not is_the_same(page), tag


def adding(old: str, new: str) -> Callable[[object], None]:
    """The answer to an open page that asks how it is now, in which some text is another one."""

    def answer(route) -> None:
        if route.request.is_navigation_request():
            return route.continue_()
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(old, new, 1))
        return None

    return answer


DETAILS = (
    '<details{}><summary>Prima</summary>{}</details>\n<details name="g"{}><summary>Seconda</summary>Due</details>\n'
)
OPENED = "() => [...document.querySelectorAll('.prose details')].map((each) => each.open)"


def test_what_a_reader_has_done_stays(page, written: Served) -> None:
    data = '<script type="application/ld+json" data-state="x">{}</script>\n\n'
    begin(page, written, data + DETAILS.format("", "Uno", "") + "\n<textarea></textarea>\n\nIn fondo.\n")
    page.get_by_text("Prima").click()
    page.locator("textarea").fill("Annotato")
    change(
        page,
        written,
        data + "In più.\n\n" + DETAILS.format("", "Un altro", "") + "\n<textarea></textarea>\n\nAlla fine.\n\nE poi.\n",
    )
    assert page.locator("textarea").input_value() == "Annotato"
    assert page.locator("textarea").evaluate("each => each.matches(':focus')")
    assert page.evaluate(OPENED) == [True, False]
    assert is_the_same(page)


def test_what_the_file_says_otherwise_is_as_in_a_page_that_was_just_loaded(page, written: Served) -> None:
    choice = "<select><option selected>a</option><option>b</option>{}</select>\n\n<textarea>{}</textarea>\n"
    begin(page, written, DETAILS.format(' name="g"', "Uno", " open") + choice.format("", "Prima"))
    page.locator("select").select_option("b")
    page.locator("textarea").fill("Annotato")
    change(page, written, DETAILS.format(' name="g" open', "Uno", "") + choice.format("<option>c</option>", "Dopo"))
    assert page.evaluate(OPENED) == [True, False]
    assert page.locator("select").input_value() == "a"
    assert page.locator("textarea").input_value() == "Dopo"
    assert is_the_same(page)


def test_a_style_changes_in_place_where_something_acts_too(page, written: Served) -> None:
    begin(page, written, "<script>window.ran = (window.ran || 0) + 1</script>")
    written.site.file(STYLE, "h1 { color: rgb(4, 5, 6) }\n")
    page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(4, 5, 6)'")
    assert page.evaluate("window.ran") == 1
    assert is_the_same(page)


def test_a_text_that_had_to_wait_comes_with_the_style_that_was_wrong(page, written: Served) -> None:
    begin(page, written, "Inizio.")
    written.site.file(STYLE, "@import url(niente.css);\n")
    page.locator("pre").first.wait_for()
    sign = save(written, "Fine.")
    written.site.file(STYLE, "h1 { color: rgb(1, 2, 3) }\n")
    page.get_by_text(sign).wait_for()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
    page.locator("pre").first.wait_for(state="detached")
    assert is_the_same(page)


def save_and_hold(page, served: Served, held: list[tuple]) -> str:
    """Writes the post, and waits until the open page has asked for it; what then stands in it."""
    before, sign = len(held), save(served, "Testo.")
    until(lambda: page.evaluate("1") and len(held) > before)
    return sign


def test_what_comes_late_is_not_shown(page, written: Served) -> None:
    begin(page, written, "Inizio.")
    held: list[tuple] = []
    page.route(f"**{PATH}", lambda route: held.append((route, route.fetch())))
    first = save_and_hold(page, written, held)
    page.evaluate("""sign => new MutationObserver(() => { window.late ||= document.body.textContent.includes(sign) })
        .observe(document.documentElement, {subtree: true, childList: true, characterData: true})""", first)  # fmt: skip
    second = save_and_hold(page, written, held)
    written.site.edit("content/posts/tre.md", "title:", "titel:")
    until(written.problems)
    held[1][0].fulfill(response=held[1][1])
    page.get_by_text(second).wait_for()
    page.locator("pre").first.wait_for()
    held[0][0].fulfill(response=held[0][1])
    page.unroute_all()
    written.site.edit("content/posts/tre.md", "titel:", "title:")
    page.locator("pre").first.wait_for(state="detached")
    change(page, written, "Fine.")
    assert is_the_same(page)
    assert not page.evaluate("window.late")


def test_a_page_that_leads_elsewhere_is_followed(page, written: Served) -> None:
    visit(page, written, "/")
    written.site.edit("content/site.yaml", "example.it/", "example.it/sotto/")
    page.wait_for_url("**/sotto/")
