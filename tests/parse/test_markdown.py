"""Markdown to fragments: each shape of the dialect as a text with the HTML and the problems it gives."""

from __future__ import annotations

import time
from html import escape
from pathlib import Path

import pytest
from markdown.treeprocessors import InlineProcessor

from sitegen.parse.fragment import Fragment, ImageSlot, LinkSlot
from sitegen.parse.markdown import to_fragment

CASES = sorted((Path(__file__).parent / "markdown").glob("*.txt"))
END = "\n---\n"


def converted(text: str, language: str = "it", *, typography: bool = True, first_line: int = 1) -> Fragment:
    return to_fragment(text, path="a.md", first_line=first_line, language=language, typography=typography)


def whole(fragment: Fragment) -> str:
    """The HTML with each slot as it was written."""
    pieces = [fragment.parts[0]]
    for slot, part in zip(fragment.slots, fragment.parts[1:], strict=True):
        if isinstance(slot, LinkSlot):
            pieces.append(escape(slot.target))
        else:
            alt = () if slot.alt is None else (("alt", slot.alt),)
            written = (("src", slot.target), *alt, *slot.attributes)
            pieces.append("<img " + " ".join(f'{name}="{escape(value)}"' for name, value in written))
        pieces.append(part)
    return "".join(pieces)


def told(fragment: Fragment) -> str:
    """The problems, one a line: `2:5 E301 type=wran near=warn`."""
    return "".join(
        f"{found.place.line}:{found.place.column} {found.code} "
        + " ".join(f"{name}={value}" for name, value in found.values).strip()
        + "\n"
        for found in fragment.problems
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    text, html, problems = (case.read_text(encoding="utf-8").split(END) + [""])[:3]
    fragment = converted(text, "en" if case.stem.endswith(".en") else "it")
    assert whole(fragment).replace("\u00a0", "·") == html.rstrip("\n")
    assert told(fragment).replace(" \n", "\n") == problems


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("[a](x.md)", [("x.md", 1, 5)]),
        ("Prima riga\ne [a]( <x y.md> 'T')", [("x y.md", 2, 9)]),
        ("[a](x y.md)", [("x y.md", 1, 5)]),
        ("[a](x_(1).md) [b](x\\_2.md)", [("x_(1).md", 1, 5), ("x_2.md", 1, 19)]),
        ("[a](x?a=1&amp;b=2)", [("x?a=1&b=2", 1, 5)]),
        ("[a][d]\n\n[d]: x.md", [("x.md", 3, 6)]),
        ("`[a](x.md)`\n\n```\n[a](x.md)\n```\n<!-- [a](x.md) -->\n[a](x.md)", [("x.md", 7, 5)]),
        ("[a](x.md)\n[b](x.md)", [("x.md", 1, 5), ("x.md", 2, 5)]),
        ("<https://www.example.it/> <lia@example.it>", [("https://www.example.it/", 1, 2), ("mailto:lia@example.it", 1, 28)]),
        ("<a href='x.md'>a</a> [b](x.md)", [("x.md", 1, 10), ("x.md", 1, 26)]),
        ("\\`[a](x.md)\\`", [("x.md", 1, 7)]),
        ("~~~\n[a](x.md)\n~~~\n\n[a](x.md)", [("x.md", 5, 5)]),
        ("Nota[^1]\n\n[^1]: n", [("#fn-1", 0, 0), ("#fnref-1", 0, 0)]),
    ],
)  # fmt: skip
def test_a_link_knows_where_it_is_written(text: str, places: list[tuple[str, int, int]]) -> None:
    assert [(slot.target, slot.line, slot.column) for slot in converted(text).slots] == places


def test_lines_and_columns_count_from_where_the_text_begins() -> None:
    fragment = to_fragment("[a](x)\n[b](y)\n[^q]", path="a.md", first_line=7, column=10, language="it", typography=True)
    assert [(slot.line, slot.column) for slot in fragment.slots] == [(7, 14), (8, 5)]
    assert told(fragment) == "9:1 E305 id=q\n"


def test_an_image_keeps_its_attributes_in_order_and_may_lack_a_description() -> None:
    raw, markdown = converted('<img width="3" src=a.png data-x="1&amp;2" id=i src=c.png>\n\n![](b.png)').slots
    assert raw == ImageSlot("a.png", None, (("width", "3"), ("data-x", "1&2"), ("id", "i")), 1, 20)
    assert markdown == ImageSlot("b.png", "", (), 3, 5)


@pytest.mark.parametrize(
    ("text", "excerpt", "words"),
    [
        ("", "", 0),
        ("## Titolo\n\nUna *frase* di sei parole qui.\n\nAltro.", "Una frase di sei parole qui.", 8),
        ("Prima.\n\n## In mezzo\n\nSeconda.\n\n<!--more-->\n\nTerza.", "Prima. Seconda.", 5),
        ("<!--more-->\n\nSolo dopo.", "Solo dopo.", 2),
        ("Uno.\n\n<!-- More -->\n\nDue.\n\n<!--more-->\n\nTre.", "Uno.", 3),
        ("Uno <!--more--> due.", "Uno", 2),
        ("> Citazione.\n\nTesto.", "Testo.", 2),
        ("- Solo\n\n- Elenco", "Solo", 2),
        ("L'agenda[^1] – è 30 €.\n\n[^1]: Nota.", "L’agenda\u00a0– è 30\u00a0€.", 4),
        ("Riga uno\nriga&nbsp;due **tre**quattro", "Riga uno riga\u00a0due trequattro", 5),
        ("![alt](a.png) dopo `codice` <svg><text>no</text></svg>", "dopo codice", 2),
    ],
)
def test_excerpt_and_words(text: str, excerpt: str, words: int) -> None:
    fragment = converted(text)
    assert (fragment.excerpt, fragment.words) == (excerpt, words)


def test_headings_are_plain_text_with_typography() -> None:
    fragment = converted("## L'ora & *il* `codice` [link](x)[^1] {#ora}\n\n[^1]: n\n\n<h3 id=raw>Grezzo</h3>")
    assert [(heading.level, heading.id, heading.text) for heading in fragment.headings] == [
        (2, "ora", "L’ora & il codice link"),
        (3, "raw", "Grezzo"),
    ]
    assert fragment.ids == ("ora", "fnref-1", "raw", "fn-1")


def test_without_typography_the_text_stays_as_typed() -> None:
    assert whole(converted('L\'"ora"...', typography=False)) == '<p>L\'"ora"...</p>'


def test_control_characters_are_told_and_replaced() -> None:
    fragment = converted("a\x00b\r\nc\x02\td\x1b")
    assert whole(fragment) == "<p>a\ufffdb\nc\ufffd  d\ufffd</p>"
    assert told(fragment) == (
        "1:2 E304 character=U+0000\n2:2 E304 character=U+0002\n2:5 E304 character=U+001B\n"
    )  # fmt: skip


NESTED_LISTS = "\n".join("    " * depth + "- a" for depth in range(300))
TANGLES = {
    "unclosed brackets": ("[" * 20000, ""),
    "unclosed links": ("[a](" * 10000, "brackets"),
    "unclosed angled links": ("[a](<b" * 10000, "html"),
    "unclosed images": ("![[" * 5000, ""),
    "brackets between links": ("**a [[^1] [a](b)" * 2000, "brackets"),
    "nested lists": (NESTED_LISTS, "nesting"),
    "nested lists on a line": ("- " * 500 + "a", "nesting"),
    "nested quotes": (">" * 500 + "a", "nesting"),
    "nested links": ("[" * 500 + "a" + "](b)" * 500, ""),
    "nested emphasis": ("*a **b " * 2500 + "** *" * 2500, "emphasis"),
    "unclosed tags": ("<a " * 20000, "html"),
    "unclosed attributes": ('<a b="c>' * 20000, "html"),
    "unclosed comments": ("<!--" * 20000, "html"),
    "comments in open tags": ("<a id=b><!-- a -->" * 5000, "html"),
    "unclosed marked sections": ("<![CDATA[>" * 5000, ""),
    "open divs": ('<div markdown="1">\n' * 3000, ""),
    "open spans": ("<span></b>" * 20000, "html"),
    "backticks of many lengths": (" ".join("`" * length for length in range(1, 700)), "code"),
    "fences of many lengths": ("\n".join("`" * length for length in range(700, 3, -1)), "code"),
    "fences never closed": ("```a\n" * 40000, "inline"),
    "definitions in one block": ("a\n: " * 20000, "blocks"),
    "abbreviations in one block": ("*[a]: b\n" * 20000, "blocks"),
    "headings in one block": ("## a\n" * 20000, "blocks"),
    "a long table": ("a|b\n-|-\n" + "a|b\n" * 60000, "blocks"),
    "braces in a heading": ("# " + "a {" * 30000, "braces"),
    "code in a table": ("a|b\n-|-\n" + "`|" * 60000, "code"),
    "open emphasis": ("-*a* **a " * 15000, "emphasis"),
    "notes": ("\n".join(f"[^{n}]: a" for n in range(20000)), "notes"),
    "mentions of a note": ("[^1] " * 20000 + "\n\n[^1]: a", "inline"),
    "quotes": ('"a ' * 20000, ""),
    "stray placeholders": ("\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03" * 500, ""),
    "a long line": ("a " * 500_000, ""),
    "too long": ("a" * 2_000_001, "size"),
}


@pytest.mark.parametrize("name", TANGLES)
def test_a_tangle_is_converted_or_refused_in_good_time(name: str) -> None:
    text, what = TANGLES[name]
    start = time.process_time()
    fragment = converted(text)
    assert time.process_time() - start < 10  # the promise; refused or not, it takes a second or two
    refused = [dict(found.values)["what"] for found in fragment.problems if found.code == "E303"]
    assert refused == ([what] if what else [])
    assert not (refused and any(fragment.parts))


def test_a_refusal_names_the_line() -> None:
    assert told(converted("Prima.\n\n" + "- " * 100 + "a")) == "3:1 E303 what=nesting\n"


def test_long_honest_texts_are_not_refused() -> None:
    """A long chapter, a table of a thousand rows, a thousand links in a list, a picture pasted as text, a long rule."""
    paragraph = 'L\'agenda è *piena*: [leggi](x.md), `codice` e "parole".\n\n' * 40
    table = "a|b\n-|-\n" + "[a](b)|`c`\n" * 1000
    links = "".join(f"- [voce {number}](pagina-{number}.md) [^1]\n" for number in range(1000))
    picture = f"![foto](data:image/png;base64,{'A' * 500_000})"
    for text in (paragraph * 20, table, links + "\n[^1]: n", picture, "- " * 60):
        assert told(converted(text)) == ""


def test_the_library_still_has_the_door_that_the_guard_stands_in() -> None:
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline")
