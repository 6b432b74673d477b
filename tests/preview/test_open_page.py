"""A page that is open in a real browser follows every kind of change by itself, and outlives every kind of fault."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit import BLOG, SiteCase
from served import Served, visit

from sitegen.write.lock import locked

UNO, TEMPLATE = "content/posts/uno.md", "themes/mio/templates/page.html"
POST = "---\ntitle: {}\ndate: 2026-02-01\n---\nTesto di {}.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>'
CATALOGUE = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Skip to content"\nmsgstr "{}"\n'
PAGE = '{{% extends "base:page.html" %}}{{% block content %}}{{{{ super() }}}}<p>{{{{ data.x.parola }}}} {}</p>{{% endblock %}}\n'


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a blog with a theme of its own, which shows data; each test leaves the files as they were."""
    site = SiteCase(tmp_path_factory.mktemp("open") / "site").write(BLOG)
    site.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio").file(
        "content/data/x.yaml", "parola: Dato\n"
    )
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\ndata: [x]\n").file(TEMPLATE, PAGE.format("da mio"))
    site.file("content/posts/foglio.svg", SVG.format(20)).file("themes/mio/strings/it.po", CATALOGUE.format("Salta"))
    site.edit(UNO, "Testo di uno.", "Testo di uno.\n\n![Un foglio](foglio.svg)")
    site.file("content/pages/404.md", "---\ntitle: Persa\nlayout: notfound\n---\n")
    served = Served(site, "--lang", "it")
    yield served
    assert served.stop() == 0, served.said()
    assert "Traceback" not in served.said()


@pytest.fixture(autouse=True)
def _is_as_it_was(written: Served, tmp_path: Path) -> Iterator[None]:
    """Puts the files back, which is a change of many files too, and waits until the preview shows them."""
    for folder in ("content", "themes"):
        shutil.copytree(written.site.root / folder, tmp_path / folder)
    yield
    for folder in ("content", "themes"):
        shutil.rmtree(written.site.root / folder, ignore_errors=True)
        shutil.copytree(tmp_path / folder, written.site.root / folder)
    written.is_the_clean_build()


def save_beside(site: SiteCase) -> None:
    """As editors do that write a new file and give it the name of the old one."""
    beside = site.root / "content/posts/.uno.md.1~"
    beside.write_text(POST.format("Uno", "chi rinomina"))
    beside.replace(site.root / UNO)


def move_in(site: SiteCase) -> None:
    """A folder that comes from elsewhere with all that it holds."""
    folder = site.root.parent / "cartella"
    folder.mkdir()
    (folder / "index.md").write_text(POST.format("Arrivato", "una cartella"))
    shutil.move(folder, site.root / "content/posts/cartella")


def save_many(site: SiteCase) -> None:
    """As when another branch is checked out."""
    for number in range(60):
        site.file(f"content/posts/molti-{number}.md", POST.format(f"Molti {number}", number))
    site.remove("content/posts/due.md").edit(UNO, "title: Uno", "title: Uno dei molti")


def save_often(site: SiteCase) -> None:
    """More often than anything can be built."""
    for number in range(200):
        site.file(UNO, POST.format("Uno", f"volta {number}"))


CHANGES: dict[str, tuple[str, Callable[[SiteCase], object], str]] = {
    "a post that comes": ("/blog/", lambda site: site.file("content/posts/x.md", POST.format("Nuovo", "x")), "Nuovo"),
    "a body": ("/blog/uno/", lambda site: site.edit(UNO, "Testo di uno.", "Riletto."), "Riletto."),
    "a title": ("/blog/", lambda site: site.edit(UNO, "title: Uno", "title: Ritoccato"), "Ritoccato"),
    "a page at a missing address": ("/x/", lambda site: site.file("content/pages/x/index.md", "---\ntitle: X\n---\nOra sì.\n"),
                                    "Ora sì."),
    "a post that goes": ("/blog/uno/", lambda site: site.edit("content/pages/io.md", "Vedi [uno](../posts/uno.md).", "Io.")
                         .remove(UNO), "Persa"),
    "an editor that renames": ("/blog/uno/", save_beside, "Testo di chi rinomina."),
    "a folder that is moved": ("/blog/", move_in, "Arrivato"),
    "many files at once": ("/blog/", save_many, "Molti "),
    "a storm of saves": ("/blog/uno/", save_often, "Testo di volta 199."),
    "a template": ("/io/", lambda site: site.file(TEMPLATE, PAGE.format("dal modello")), "Dato dal modello"),
    "a catalogue": ("/io/", lambda site: site.file("themes/mio/strings/it.po", CATALOGUE.format("Vai giù")), "Vai giù"),
    "data": ("/io/", lambda site: site.file("content/data/x.yaml", "parola: Cifra\n"), "Cifra da mio"),
    "the settings": ("/io/", lambda site: site.edit("content/site.yaml", "title: Prova", "title: Altrove"), "Altrove"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(page, written: Served, change: str) -> None:
    path, act, text = CHANGES[change]
    visit(page, written, path)
    assert page.get_by_text(text).count() == 0
    act(written.site)
    page.get_by_text(text).first.wait_for(state="attached")


def test_a_post_with_another_name_is_listed_at_its_new_address(page, written: Served) -> None:
    visit(page, written, "/blog/")
    (written.site.root / "content/posts/due.md").rename(written.site.root / "content/posts/altrove.md")
    page.locator('a[href="/blog/altrove/"]').first.wait_for()
    assert page.locator('a[href="/blog/due/"]').count() == 0


def test_a_picture_is_seen_as_it_is_now(page, written: Served) -> None:
    visit(page, written, "/blog/uno/")
    width = "document.querySelector('img[alt=\"Un foglio\"]').naturalWidth === {}"
    page.wait_for_function(width.format(20))
    written.site.file("content/posts/foglio.svg", SVG.format(40))
    page.wait_for_function(width.format(40))


def test_what_is_saved_while_a_build_runs_is_seen_at_once(page, written: Served) -> None:
    visit(page, written, "/blog/uno/")
    with locked(written.site.root / ".sitegen", lambda *_: None):
        written.site.edit(UNO, "Testo di uno.", "Salvato una volta.")
        page.get_by_text("Salvato una volta.").wait_for()
        written.site.edit(UNO, "Salvato una volta.", "Salvato due volte.")
        page.get_by_text("Salvato due volte.").wait_for()
    written.is_the_clean_build()
    assert page.get_by_text("Salvato due volte.").count() == 1


FAULTS: dict[str, tuple[str, Callable[[SiteCase], object]]] = {
    "YAML of a document": ("E120", lambda site: site.edit(UNO, "title: Uno", "title: [Uno")),
    "YAML of the settings": ("E120", lambda site: site.file("content/site.yaml", "title: [Prova\n")),
    "a template": ("E505", lambda site: site.file(TEMPLATE, "{% if %}")),
    "bytes that are no text": ("E601", lambda site: site.file(UNO, b"---\ntitle: Citt\xe0\n---\n")),
    "the theme is gone": ("E501", lambda site: site.remove("themes")),
    "the content is gone": ("E602", lambda site: site.remove("content")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_lies_over_the_last_good_page_and_goes(page, written: Served, tmp_path: Path, fault: str) -> None:
    code, break_it = FAULTS[fault]
    visit(page, written, "/blog/uno/")
    written.forget()
    break_it(written.site)
    told = page.locator("pre").filter(has_text=f"  {code} ")
    told.first.wait_for()
    for text in page.locator("pre").all_inner_texts():
        written.tells(text.rstrip())  # the terminal and the page say the same
    assert page.get_by_text("Testo di uno.").is_visible()
    for folder in ("content", "themes"):
        shutil.rmtree(written.site.root / folder, ignore_errors=True)
        shutil.copytree(tmp_path / folder, written.site.root / folder)
    page.get_by_role("alertdialog").wait_for(state="detached")
    written.site.edit(UNO, "Testo di uno.", "Tutto bene.")
    page.get_by_text("Tutto bene.").wait_for()
