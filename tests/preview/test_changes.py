"""Every change of the site's files is built and shown, however it is saved."""

from __future__ import annotations

import os
import re
import shutil
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from kit import BLOG, SiteCase
from served import Listener, Served, until

POST = "---\ntitle: {}\ndate: 2026-02-01\n---\nTesto di {}.\n"
THEMES = Path(__file__).parent.parent.parent / "themes"


@pytest.fixture(autouse=True)
def _ends_as_a_clean_build(blog: Served):
    yield
    blog.is_the_clean_build()


def post(name: str) -> str:
    return POST.format(name, name)


def test_a_file_that_is_written_edited_renamed_and_deleted(blog: Served) -> None:
    path = blog.site.root / "content/posts/nuovo.md"
    blog.site.file("content/posts/nuovo.md", post("nuovo"))
    blog.shows("/blog/nuovo/", "Testo di nuovo.")
    blog.site.edit("content/posts/nuovo.md", "Testo di nuovo.", "Testo cambiato.")
    blog.shows("/blog/nuovo/", "Testo cambiato.")
    path.rename(path.with_name("altro.md"))
    blog.shows("/blog/altro/", "Testo cambiato.")
    blog.is_gone("/blog/nuovo/")
    blog.site.remove("content/posts/altro.md")
    blog.is_gone("/blog/altro/")


def test_an_editor_that_writes_beside_and_renames(blog: Served) -> None:
    for number in range(3):
        beside = blog.site.root / f"content/posts/.uno.md.{number}~"
        beside.write_text(f"---\ntitle: Uno\ndate: 2026-01-01\n---\nSalvato {number}.\n")
        beside.replace(blog.site.root / "content/posts/uno.md")
        blog.shows("/blog/uno/", f"Salvato {number}.")


def test_many_files_at_once(blog: Served) -> None:
    for number in range(120):
        blog.site.file(f"content/posts/molti-{number}.md", post(str(number)))
    blog.shows("/blog/molti-119/", "Testo di 119.")
    for number in range(120):
        blog.site.remove(f"content/posts/molti-{number}.md")
    blog.is_gone("/blog/molti-0/")


def test_a_folder_that_is_moved_into_the_site_and_out_of_it(blog: Served, tmp_path: Path) -> None:
    folder = tmp_path / "cartella"
    folder.mkdir()
    (folder / "index.md").write_text(post("cartella"))
    shutil.move(folder, blog.site.root / "content/posts/cartella")
    blog.shows("/blog/cartella/", "Testo di cartella.")
    blog.site.edit("content/posts/cartella/index.md", "Testo di cartella.", "Cambiato lì dentro.")
    blog.shows("/blog/cartella/", "Cambiato lì dentro.")
    shutil.move(blog.site.root / "content/posts/cartella", folder)
    blog.is_gone("/blog/cartella/")


def test_settings_data_and_pictures(blog: Served) -> None:
    blog.site.edit("content/site.yaml", "title: Prova", "title: Altra prova")
    blog.shows("/io/", "Altra prova")
    blog.site.file("content/posts/foglio.svg", "<svg>1</svg>")
    blog.site.file("content/posts/figura.md", "---\ntitle: Figura\ndate: 2026-01-01\n---\n![Foglio](foglio.svg)\n")
    blog.shows("/blog/figura/", "foglio.svg")
    address = next(each for each in blog.get("/blog/figura/").text.split('"') if each.endswith("foglio.svg"))
    blog.site.file("content/posts/foglio.svg", "<svg>2</svg>")
    blog.shows(address, "<svg>2</svg>")
    blog.site.file("content/static/a/b.txt", "uno")
    blog.shows("/a/b.txt", "uno")
    blog.site.remove("content/static")
    blog.is_gone("/a/b.txt")


def test_a_theme_that_appears_with_its_folder_changes_and_goes(blog: Served) -> None:
    site = blog.site
    shutil.copytree(THEMES / "base", site.root / "themes/base")
    blog.tells("themes")
    page = site.root / "themes/base/templates/page.html"
    original = page.read_text()
    page.write_text(original.replace("{% block content %}", "{% block content %}<p>Dal tema.</p>", 1))
    blog.shows("/io/", "Dal tema.")
    catalogue = site.root / "themes/base/strings/it.po"
    catalogue.write_text(catalogue.read_text().replace('msgstr "Vai al contenuto"', 'msgstr "Salta qui"'))
    blog.shows("/io/", "Salta qui")
    with (site.root / "themes/base/assets/print.css").open("a") as css:
        css.write("\n.prova { color: teal }\n")
    style_shows(blog, ".prova")
    shutil.rmtree(site.root / "themes")
    blog.shows("/io/", "Vai al contenuto")


def style_shows(blog: Served, text: str) -> None:
    """Waits until a stylesheet of the page holds a text; its name is another one then."""

    def styles() -> str:
        names = re.findall(r'"(/assets/[^"]+\.css)"', blog.get("/io/").text)
        return "\n".join(blog.get(each).text for each in names)

    until(lambda: text in styles(), text)


def test_the_style_of_the_site(blog: Served) -> None:
    blog.site.file("content/custom.css", "h1 { color: teal }\n")
    style_shows(blog, "teal")
    blog.site.remove("content/custom.css")


def test_a_save_that_changes_neither_size_nor_time(blog: Served) -> None:
    path = blog.site.root / "content/posts/tre.md"
    status = path.stat()
    path.write_text(path.read_text().replace("Testo di tre.", "Testo di tra."))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    blog.shows("/blog/tre/", "Testo di tra.")


def test_a_storm_of_saves_ends_with_the_last_one(blog: Served) -> None:
    for number in range(300):
        blog.site.file("content/posts/due.md", f"---\ntitle: Due {number}\ndate: 2026-01-02\n---\nSalvato {number}.\n")
    blog.shows("/blog/due/", "Salvato 299.")
    blog.shows("/blog/", "Due 299")


def test_files_saved_together_are_built_together(blog: Served) -> None:
    blog.forget()
    for number in range(40):
        blog.site.file(f"content/posts/insieme-{number}.md", post(str(number)))
    for number in range(40):
        blog.shows(f"/blog/insieme-{number}/", f"Testo di {number}.")
    assert 0 < sum("→" in line for line in blog.lines) < 10
    for number in range(40):
        blog.site.remove(f"content/posts/insieme-{number}.md")
    blog.is_gone("/blog/insieme-39/")


def test_what_lies_beside_the_site_is_no_change(blog: Served) -> None:
    listener = Listener(blog.port).greet("/blog/due/")
    blog.forget()
    blog.site.file("appunti.py", "x").file("appunti/y.md", "x").file(".sitegen/z", "x").remove("appunti").remove(
        "appunti.py"
    )
    blog.site.file("content/posts/due.md", "---\ntitle: Due\ndate: 2026-01-02\n---\nAccanto.\n")
    assert listener.hear()["command"] == "reload"
    blog.tells("content/posts/due.md →")
    assert sum("→" in line for line in blog.lines) == 1
    listener.close()


def test_what_editors_leave_is_no_change(blog: Served) -> None:
    blog.forget()
    for name in (".uno.md.swp", "uno.md~", ".#uno.md", "4.tmp"):
        blog.site.file(f"content/posts/{name}", "x").remove(f"content/posts/{name}")
    blog.site.edit("content/posts/tre.md", "title: Tre", "title: Terzo")
    blog.shows("/blog/tre/", "Terzo")
    assert [each for each in blog.lines if "→" in each and "content/posts/tre.md" not in each] == []


def test_what_is_saved_while_the_preview_starts_is_not_lost(tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    stop = threading.Event()
    last = 0

    def save() -> None:
        nonlocal last
        while not stop.is_set():
            last += 1
            site.file("content/posts/uno.md", f"---\ntitle: Uno\ndate: 2026-01-01\n---\nSalvato {last}.\n")
            stop.wait(0.01)

    saving = threading.Thread(target=save)
    saving.start()
    served = serve(site)
    stop.set()
    saving.join()
    served.shows("/blog/uno/", f"Salvato {last}.")


def test_a_post_appears_when_its_moment_comes(tmp_path: Path, serve) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG).config("timezone: UTC\n")
    served = serve(site, "--no-future")
    soon = datetime.now(UTC) + timedelta(seconds=3)
    site.file("content/posts/poi.md", f"---\ntitle: Poi\ndate: {soon:%Y-%m-%d %H:%M:%S}\n---\nEccolo.\n")
    served.tells("content/posts/poi.md →")
    served.shows("/blog/poi/", "Eccolo.")
    assert datetime.now(UTC) >= soon.replace(microsecond=0)
