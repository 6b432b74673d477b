"""`sitegen why`: the state of a source and by which rule, what it produces; what made an output, and why it was made anew."""

from __future__ import annotations

import json
import re
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from kit import NOW, SiteCase, command_here, tree

from sitegen.build import build
from sitegen.model.states import Options
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.inputs import Inputs
from sitegen.write.outdated import Facts, Reason, out_of_date

THEMES = Path(__file__).parent.parent / "themes"
SITE = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/sotto/
author: lia
-- content/authors/lia.md --
---
name: Lia Foglio
---
-- content/pages/io.md --
---
title: Io
---
-- content/posts/uno.md --
---
title: Uno
date: 2026-01-01
tags: [agenda]
---
Vedi [due](due.md). ![Un foglio](../media/foglio.svg)
-- content/posts/due.md --
---
title: Due
date: 2026-01-02
---
Testo di due.
-- content/posts/bozza.md --
---
title: Bozza
date: 2026-01-03
draft: true
---
-- content/posts/natale.md --
---
title: Natale
date: 2026-12-24 09:30
---
-- content/posts/saldi.md --
---
title: Saldi
date: 2026-01-04
expires: 2026-02-01
---
-- content/media/foglio.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/custom.css --
h1 { color: red }
"""


@pytest.fixture
def blog(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    monkeypatch.chdir(site.root)
    return site.write(SITE).build()


def why(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    done = command_here(capsys, "why", *arguments, "--now", "2026-11-23 12:00")
    assert (done.returncode, done.stderr) == (status, "")
    return done.stdout


def data(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> dict[str, Any]:
    return json.loads(why(capsys, *arguments, "--format", "json", status=status))


def causes(capsys: pytest.CaptureFixture[str], path: str, *arguments: str) -> list[tuple[str, str]]:
    return [(each["cause"], each["subject"]) for each in data(capsys, path, *arguments)["made"]["reasons"]]


@pytest.mark.parametrize(
    ("name", "italian", "english"),
    [
        ("uno", "pubblicato", "published"),
        ("bozza", "bozza: non è sul sito (draft, riga 4)", "draft: not on the site (draft, line 4)"),
        ("natale", "programmato: esce il 24 dicembre 2026, 09:30 (date, riga 3)",
         "scheduled: appears on December 24, 2026, 09:30 (date, line 3)"),
        ("saldi", "scaduto dal 1° febbraio 2026, 00:00 (expires, riga 4)",
         "expired since February 1, 2026, 00:00 (expires, line 4)"),
    ],
)  # fmt: skip
def test_a_source_has_a_state_and_a_rule(blog: SiteCase, capsys, name: str, italian: str, english: str) -> None:
    for language, words in (("it", italian), ("en", english)):
        assert f"  {words}\n" in why(capsys, f"content/posts/{name}.md", "--lang", language)


def test_what_has_no_page_of_its_own_says_where_it_is_shown(blog: SiteCase, capsys) -> None:
    blog.write("""\
-- content/faq/ferie.md --
---
title: E in ferie?
---
Lo sai un mese prima.
-- content/faq/password.md --
---
title: Serve la password?
---
No.
-- content/testimonials/gt.md --
---
initials: G. T.
role: Amministratrice
date: 2026-10-12
sample: true
---
Un lunedì leggero.
-- content/pages/domande.md --
---
title: Domande
sections:
  - type: faq
  - type: voices
---
""").build()
    for path in ("content/faq/ferie.md", "content/faq/password.md", "content/testimonials/gt.md"):
        assert data(capsys, path)["shown_in"] == ["domande/index.html"]
        assert path in data(capsys, "domande/index.html")["inputs"]["sources"]
    assert "nothing" not in why(capsys, "content/faq/ferie.md", "--lang", "en")


def test_an_old_address_is_not_made_of_comments(blog: SiteCase, capsys) -> None:
    blog.edit("content/posts/uno.md", "tags:", "aliases: [/2019/uno/]\ntags:")
    comments = "content/posts/uno.comments.yaml"
    blog.file(comments, "- {id: c1, name: Marta, date: 2026-01-15, text: Grazie.}\n").build()
    assert data(capsys, comments)["shown_in"] == ["blog/uno/index.html"]


def test_options_that_show_more_count(blog: SiteCase, capsys) -> None:
    assert data(capsys, "content/posts/natale.md")["produces"] == []
    assert data(capsys, "content/posts/natale.md", "--future")["produces"] == ["blog/natale/index.html"]


def test_a_source_tells_what_it_produces_and_where_it_is_shown(blog: SiteCase, capsys) -> None:
    answer = data(capsys, "content/posts/due.md")
    assert (answer["kind"], answer["url"]) == ("source", "/sotto/blog/due/")
    assert answer["produces"] == ["blog/due/index.html"]
    assert {"blog/index.html", "blog/uno/index.html", "feed.xml", "sitemap.xml"} <= set(answer["shown_in"])
    assert "io/index.html" not in answer["shown_in"]
    assert set(data(capsys, "content/media/foglio.svg")["produces"]) == {"media/foglio.svg"}
    assert "blog/uno/index.html" in data(capsys, "content/media/foglio.svg")["shown_in"]
    (style,) = data(capsys, "content/custom.css")["shown_in"]
    assert style.startswith("assets/style.")
    assert "io/index.html" in data(capsys, "content/site.yaml")["shown_in"]
    assert "blog/uno/index.html" in data(capsys, "themes/base/templates/partials/byline.html")["shown_in"]
    assert "io/index.html" not in data(capsys, "themes/base/templates/partials/byline.html")["shown_in"]


@pytest.mark.parametrize(
    "written",
    ["blog/uno/index.html", "output/blog/uno/index.html", "/sotto/blog/uno/", "/sotto/blog/uno",
     "https://www.example.it/sotto/blog/uno/#x", "http://www.example.it/sotto/blog/uno/?a=b",
     "http://localhost:8000/sotto/blog/uno/", "http://127.0.0.1:8000/sotto/blog/uno/", "http://[::1]/sotto/blog/uno"],
)  # fmt: skip
def test_an_output_is_found_by_path_and_by_address(blog: SiteCase, capsys, written: str) -> None:
    answer = data(capsys, written)
    assert (answer["kind"], answer["path"], answer["url"]) == ("output", "blog/uno/index.html", "/sotto/blog/uno/")
    assert answer["template"] == answer["inputs"]["templates"][0] == "themes/base/templates/post.html"
    assert {"content/posts/uno.md", "content/posts/due.md", "content/media/foglio.svg"} <= set(
        answer["inputs"]["sources"]
    )
    assert answer["inputs"]["words"] == ["themes/base/strings/it.po"]
    assert answer["inputs"]["settings"] == ["content/site.yaml", "themes/base/theme.yaml"]


@pytest.mark.parametrize("written", ["/sotto/blog/bozza/", "blog/bozza/index.html"])
def test_the_address_of_what_is_held_back_leads_to_it(blog: SiteCase, capsys, written: str) -> None:
    assert data(capsys, written)["state"] == "draft"


def test_a_path_counts_from_where_one_stands(blog: SiteCase, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(blog.root / "content/posts")
    assert data(capsys, "uno.md")["path"] == "content/posts/uno.md"


@pytest.mark.parametrize("written", ["https://altrove.example/sotto/blog/uno/", "ftp://localhost/blog", "http://[x/"])
def test_an_address_of_others_is_refused(blog: SiteCase, capsys, written: str) -> None:
    done = command_here(capsys, "why", written)
    assert done.returncode == 1
    assert "E710" in done.stderr


def test_a_broken_source_tells_what_is_wrong_with_it(blog: SiteCase, capsys) -> None:
    blog.edit("content/posts/due.md", "date: 2026-01-02", "date: 30 febbraio 2026")
    answer = data(capsys, "content/posts/due.md", status=1)
    assert [(each["code"], each["excerpt"]) for each in answer["problems"]] == [("E106", "date: 30 febbraio 2026")]
    assert (answer["ok"], answer["errors_elsewhere"]) == (False, 0)
    said = why(capsys, "content/posts/due.md", "--lang", "it", status=1)
    assert "content/posts/due.md:3:7  E106" in said
    assert "    3 | date: 30 febbraio 2026\n" in said
    assert "sitegen build  si fermerebbe: 1 errore qui\n" in said
    blog.edit("content/posts/due.md", "date: 30 febbraio 2026", "date: 2026-01-02")


def test_who_asks_learns_that_the_build_would_fail(blog: SiteCase, capsys) -> None:
    blog.edit("content/posts/uno.md", "](due.md)", "](bozza.md)")
    said = why(capsys, "content/posts/uno.md", "--lang", "en", status=1)
    assert "  published\n  sitegen build  would stop now: 1 error here\n" in said
    assert "E403" in said
    assert "E403" in why(capsys, "blog/uno/index.html", status=1)
    said = why(capsys, "content/posts/due.md", "--lang", "en")
    assert "  published\n  sitegen build  would stop now: 1 error elsewhere\n" in said
    assert "E403" not in said
    answer = data(capsys, "io/index.html")
    assert (answer["ok"], answer["problems"], answer["errors_elsewhere"]) == (True, [], 1)
    blog.edit("content/posts/uno.md", "](bozza.md)", "](due.md)")
    assert "sitegen build" not in why(capsys, "content/posts/uno.md")


def test_so_does_who_asks_about_a_template_that_fails_on_a_page(blog: SiteCase, capsys) -> None:
    blog.edit("content/site.yaml", "author: lia", "author: lia\ntheme: mio")
    blog.write("-- themes/mio/theme.yaml --\nname: mio\nparent: base\n")
    blog.write("-- themes/mio/templates/post.html --\n{{ page.titolo }}\n")
    assert "E510" in why(capsys, "themes/mio/templates/post.html", status=1)
    assert data(capsys, "content/posts/uno.md")["errors_elsewhere"] == 1
    blog.edit("themes/mio/templates/post.html", "page.titolo", "page.title").build()


def test_the_lists_are_cut_unless_all_is_asked_for(blog: SiteCase, capsys) -> None:
    cut, whole = why(capsys, "content/site.yaml", "--lang", "en"), why(capsys, "content/site.yaml", "-v")
    assert re.search(r"… and \d+ more \(-v", cut)
    assert "…" not in whole
    assert len(whole.splitlines()) > len(cut.splitlines()) > 12


def test_its_own_file_comes_first_and_what_menus_show_comes_last(blog: SiteCase, capsys) -> None:
    menus = "menus: {main: [{to: authors/lia.md}, {to: pages/io.md}]}\n"
    blog.edit("content/site.yaml", "author: lia\n", "author: lia\n" + menus).build()
    blog.edit("content/posts/uno.md", "[due](due.md)", "[zeta](../pages/zeta.md) [io](../pages/io.md)")
    blog.write("-- content/pages/zeta.md --\n---\ntitle: Zeta\n---\n").build()
    first, *others = data(capsys, "blog/uno/index.html")["inputs"]["sources"]
    assert first == "content/posts/uno.md"
    assert set(others[-3:]) == {"content/authors/lia.md", "content/pages/index.md", "content/pages/io.md"}
    assert "content/pages/zeta.md" in others[:-3]


def test_reasons_follow_the_edits(blog: SiteCase, capsys) -> None:
    assert causes(capsys, "blog/uno/index.html") == [("first", "")]
    blog.edit("content/posts/due.md", "title: Due", "title: Secondo").build()
    assert causes(capsys, "blog/uno/index.html") == [("changed", "content/posts/due.md")]
    assert causes(capsys, "io/index.html") == [("first", "")]
    blog.remove("output/blog/uno").build()
    assert causes(capsys, "blog/uno/index.html") == [("lost", "")]
    blog.write("-- content/posts/tre.md --\n---\ntitle: Tre\ndate: 2026-01-03\n---\n").build()
    assert causes(capsys, "blog/tre/index.html") == [("new", ""), ("added", "content/posts/tre.md")]
    blog.remove("content/posts/tre.md").build()
    assert ("removed", "content/posts/tre.md") in causes(capsys, "blog/index.html")
    assert "content/posts/tre.md non c’era più\n" in why(capsys, "blog/index.html", "--lang", "it")
    blog.edit("content/site.yaml", "title: Prova", "title: Altra").build()
    assert causes(capsys, "io/index.html") == [("changed", "content/site.yaml")]
    blog.build(drafts=True)
    assert ("asked", "") in causes(capsys, "blog/index.html")
    blog.build(now=NOW + timedelta(days=60))
    assert ("moment", "content/posts/natale.md") in causes(capsys, "blog/index.html")


def test_a_template_and_a_word_are_reasons(blog: SiteCase, capsys) -> None:
    shutil.copytree(THEMES / "base", blog.root / "themes/base")
    blog.build()
    with (blog.root / "themes/base/templates/partials/byline.html").open("a") as file:
        file.write("{# #}\n")
    blog.build()
    assert causes(capsys, "blog/uno/index.html") == [("changed", "themes/base/templates/partials/byline.html")]
    assert causes(capsys, "io/index.html") == [("first", "")]
    blog.edit("themes/base/strings/it.po", 'msgid "Menu"\nmsgstr "Menu', 'msgid "Menu"\nmsgstr "Il menu').build()
    assert causes(capsys, "io/index.html") == [("changed", "themes/base/strings/it.po")]


def test_each_output_folder_has_reasons_of_its_own(blog: SiteCase, capsys) -> None:
    blog.edit("content/pages/io.md", "title: Io", "title: Chi sono")
    build(blog.root, blog.root / "anteprima", Options(NOW, drafts=True))
    assert causes(capsys, "io/index.html") == [("first", "")]
    assert causes(capsys, "io/index.html", "--output", "anteprima") == [("first", "")]
    blog.edit("content/pages/io.md", "title: Chi sono", "title: Noi").build()
    assert causes(capsys, "io/index.html") == [("changed", "content/pages/io.md")]
    assert causes(capsys, "io/index.html", "--output", "anteprima") == [("first", "")]


def test_of_many_output_folders_the_latest_are_known(blog: SiteCase, capsys) -> None:
    for number in range(6):
        build(blog.root, blog.root / f"prova{number}", Options(NOW))
    made = [data(capsys, "io/index.html", "--output", f"prova{number}")["made"] for number in range(6)]
    assert [each is not None for each in made] == [False, False, True, True, True, True]


@pytest.mark.parametrize("wreck", ["deleted", "broken"])
def test_without_the_book_it_is_said_that_nothing_is_known(blog: SiteCase, capsys, wreck: str) -> None:
    (book,) = blog.root.glob(".sitegen/reasons*")
    book.unlink() if wreck == "deleted" else book.write_bytes(book.read_bytes()[:-1] + b"?")
    assert data(capsys, "io/index.html")["made"] is None
    assert "non si sa quando" in why(capsys, "io/index.html", "--lang", "it")
    blog.edit("content/pages/io.md", "title: Io", "title: Altro").build()
    assert causes(capsys, "io/index.html") == [("unknown", "")]


def test_asking_writes_nothing_into_the_output(blog: SiteCase, capsys) -> None:
    before = tree(blog.output)
    blog.edit("content/posts/due.md", "title: Due", "title: Secondo")
    why(capsys, "blog/due/index.html")
    assert tree(blog.output) == before
    blog.build()


def test_the_command_answers_in_the_language_asked_for(blog: SiteCase, capsys) -> None:
    italian, english = (why(capsys, "io/index.html", "--lang", each) for each in ("it", "en"))
    assert (
        "fatto l’ultima volta il 23 novembre 2026, 12:00, perché:\n    il sito si costruiva per la prima volta\n"
        in italian
    )
    assert "last made on November 23, 2026, 12:00, because:\n    it was the first build\n" in english


# The comparison by itself


A, B = SourcePath("content/a.md"), SourcePath("content/b.md")
PAGE = OutputPath("a/index.html")


def facts(
    engine: str = "1", asked: tuple[bool, ...] = (False,), states: dict[Any, str] | None = None, **files: str
) -> Facts:
    names = {"a": A, "b": B}
    return Facts(engine, asked, {names.get(key, key): value for key, value in files.items()}, states or {})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "now", "reasons"),
    [
        (facts(a="1"), facts(a="2"), [Reason("changed", A)]),
        (facts(a="1"), facts(a="1", engine="2"), [Reason("engine")]),
        (facts(a="1"), facts(a="1", asked=(True,)), [Reason("asked")]),
        (facts(), facts(a="1"), [Reason("added", A)]),
        (facts(a="1"), facts(), [Reason("removed", A)]),
        (facts(a="1", states={A: "scheduled"}), facts(a="1"), [Reason("moment", A)]),
        (facts(a="1", b="1"), facts(a="1", b="2"), [Reason("other", B)]),
        (facts(a="1", b="1"), facts(a="2", b="2"), [Reason("changed", A)]),
        (facts(a="1", b="1"), facts(a="1"), [Reason("removed", B)]),
        (facts(a="1"), facts(a="1", b="1"), [Reason("added", B)]),
        (facts(a="1", b="1", states={B: "draft"}), facts(a="1", b="1"), [Reason("moment", B)]),
        (facts(a="1"), facts(a="1"), [Reason("unknown")]),
        (None, facts(a="1"), [Reason("unknown")]),
        (facts(), facts(**{f"x{n}": "1" for n in range(100)}), [Reason("many", "100")]),
    ],
)
def test_reasons_are_the_differences_that_an_output_is_made_of(before, now, reasons) -> None:
    found = out_of_date(before, now, {PAGE: lambda _: Inputs(sources=(A,))}, {PAGE}, {PAGE})
    assert found == {PAGE: tuple(reasons)}
