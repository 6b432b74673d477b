"""Notes beside what mentions them: each once, with its number and its id, and only where a note can stand."""

from __future__ import annotations

import re
from html import unescape

import pytest
from kit import SiteCase

from sitegen.parse.markdown import to_fragment
from sitegen.render.html import to_html
from sitegen.render.notes import beside


def shown(markdown: str) -> str:
    """The text of the whole, notes beside it."""
    fragment = to_fragment(markdown, path="a.md", first_line=1, language="it", typography=False, taken=())
    html = beside(str(to_html(fragment, [slot.target for slot in fragment.slots])))
    plain = re.sub(
        r'<aside class="beside" id="(.*?)" role="doc-footnote">(.*?)</aside>', r"[\1: \2]", html, flags=re.DOTALL
    )
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", plain)).replace("↩\ufe0e", "").split()).replace(" ]", "]")


NOTES = "\n\n[^a]: Nota *a*.\n[^b]: Nota b.\n"


@pytest.mark.parametrize(("markdown", "wanted"), [
    ("Uno[^a] due.\n\nTre.", "Uno 1 due. [fn-a: 1 Nota a .] Tre."),
    ("Uno[^a] due[^b].\n\nTre.", "Uno 1 due 2 . [fn-a: 1 Nota a .] [fn-b: 2 Nota b.] Tre."),
    ("Uno[^b].\n\nDue[^a], tre[^b].", "Uno 1 . [fn-b: 1 Nota b.] Due 2 , tre 1 . [fn-a: 2 Nota a .]"),
    ("- uno[^a]\n- due[^b]", "uno 1 [fn-a: 1 Nota a .] due 2 [fn-b: 2 Nota b.]"),
    ("- uno[^a]\n    - due[^b]", "uno 1 [fn-a: 1 Nota a .] due 2 [fn-b: 2 Nota b.]"),
    ("> Uno[^a].\n\nDue[^b].", "Uno 2 . [fn-a: 2 Nota a .] Due 1 . [fn-b: 1 Nota b.]"),
    ("| A[^a] | B |\n|---|---|\n| 1 | 2 |\n\nDue[^b].", "A 2 B 1 2 Due 1 . [fn-b: 1 Nota b.] Nota a ."),
    ("## Titolo[^a]\n\nDue[^b].", "Titolo 1 Due 2 . [fn-b: 2 Nota b.] Nota a ."),
])  # fmt: skip
def test_a_note_stands_behind_what_mentions_it_first(markdown: str, wanted: str) -> None:
    assert (
        shown(markdown + NOTES.replace("[^b]: Nota b.\n", "" if "[^b]" not in markdown else "[^b]: Nota b.\n"))
        == wanted
    )


def test_a_note_that_stays_in_the_list_keeps_its_number() -> None:
    html = '<p>a<sup id="fnref-a">1</sup></p><table><tr><td>b<sup id="fnref-b">2</sup></td></tr></table>'
    notes = '<div class="footnotes"><ol><li id="fn-a"><p>A</p></li><li id="fn-b"><p>B</p><ul><li>C</li></ul></li></ol></div>'
    assert beside(html + notes).endswith('<div class="footnotes"><ol><li id="fn-b" value="2">\n<p>B</p><ul><li>C</li></ul>\n</li>\n</ol></div>')  # fmt: skip


def test_a_note_of_several_paragraphs_is_one() -> None:
    assert (
        shown("Uno[^a].\n\n[^a]:\n    Nota.\n\n    - Ancora\n    - lei\n\nDue.")
        == "Uno 1 . [fn-a: 1 Nota. Ancora lei] Due."
    )


def test_taccuino_sets_notes_in_the_margin_where_the_site_wants_them(site: SiteCase) -> None:
    site.config("theme: taccuino\n")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\nUno[^a].\n\n[^a]: Nota & *nota*.\n")
    site.file("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-14\n---\nUno.\n").build()
    assert site.page("/blog/a/").attributes("div", class_="footnotes")
    site.config("theme: taccuino\ntheme_options: {notes: margin}\n").build()
    page = site.page("/blog/a/")
    assert not page.attributes("div", class_="footnotes")
    assert [each["id"] for each in page.attributes("aside", class_="beside")] == ["fn-a"]
    assert "Uno1.1 Nota & nota." in page.text
    assert "/assets/notes." in page.html
    assert "/assets/notes." not in site.read("blog/b/index.html")


def test_a_text_without_notes_is_as_it_was() -> None:
    assert beside("<p>a</p>") == "<p>a</p>"
