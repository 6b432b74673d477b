"""The short way through ordinary Markdown gives what Python-Markdown gives, byte for byte, or steps aside.

`SITEGEN_TESTS=long pytest tests/parse/test_shortcut.py` goes through many more texts.
"""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import markdown
import pytest
from hypothesis import example, given, target
from hypothesis import strategies as st

from sitegen.engine import libraries
from sitegen.parse.fragment import Fragment
from sitegen.parse.frontmatter import split
from sitegen.parse.markdown import shortcut, to_fragment
from sitegen.parse.markdown.dialect import by_the_library
from sitegen.parse.markdown.dialect.engine import Engine
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.shortcut import LONGEST, TESTED, write_ordinary
from sitegen.parse.markdown.source import Source

CONTENT = Path(__file__).parents[2] / "content"
OWN = [path for path in sorted(CONTENT.rglob("*.md")) if split(path.read_text(encoding="utf-8"), "a.md").body.strip()]

WORDS = [
    "casa", "l'agenda", "'ciao'", '"detto"', "E'", "n. 4", "30 kg", "po'", "città", "–", "5 * 3", "snake_case", "...", "--",
    "foo@bar.it", "https://x.it/a_b", "«così»", "Table: a", "fine.", "Q&A", "&egrave;", "&", "[...]", "12:30", "C", "\u00a0",
]  # fmt: skip
MARKS = [
    "*a*", "**b c**", "_d_", "*a **b** c*", "*x*.", "(*x*)", "***c***", "`code`", "`a<b> & c`", "[link](u.md)", "[l'*ora*](a_b.md#c)",
    '[t](u.md "Un titolo")', '[t](u.md "l\'a")', "[`c`](d.md)", "**[g](h.md)**:", "![alt](i.png)", '![l\'alt_x](i.png "T\'it")',
    "[^1]", "[^nota]", "<https://www.x.it/a>",
]  # fmt: skip
ODD = [
    "***e***", "*", "**", "_", "`", "``x``", "[", "]", "(", ")", "<b>", "</b>", "<", ">", "{.x}", "{#y}", "[a][b]", "[a] [b]",
    "\\*", "\\", "&#39;", "a*b*", "a__b__", "![`c`](d)", '![a](b "c (d) \'e\')")', "|", "!", "  \n", "\u2028", "[x]", "[ ]",
    "<a@b.it>", "[TOC]", "[a `b](c.md)", "[![a](b.png)](c.md)", "[a] (b.md)", "(a)[b.md]", "~~a~~", "** a **", "** a", "[[a]]",
    "[gallery]", "[/a]", "[a b=1]", "[a](b.md", "• a",
    "==a b==", "a==b", "![a] [b]", "**a*", "*a**", "[](a.md)", "[ ](a.md)", "https://youtu.be/a_b",
]  # fmt: skip
ALONE = [
    "<!--more-->", "<!-- More -->", "---", "***", "```text\na 'b' <c>\n\nd\n```", "~~~python\nprint('x')\n~~~",
    '![alt](i.png "Una didascalia")', "![alt](i.png)", "- [ ] fare\n- [x] fatto *bene*", "Table: a", "Tabella: *b*",
    "[TOC]", "[toc]", "https://youtu.be/abcde_ghijk?t=1m", "<https://vimeo.com/123456>", "https://calendly.com/lia/30min",
]  # fmt: skip
ODD_ALONE = [
    "* * *", "• a\n• b", "1) a\n2) b", "a\n1. b\n2. c", "a|b\n-|-\n1|2|3", "a\n|b|\n|-|", "• a\n\n• b", "a\n· b\n· c", "===", "[a]: b.md", "*[a]: b", "<div>x</div>", "a\n===", "a\n---", "    code", "    - x", "```\nx", "# a", "!!! ok",
    "- [] a", "-[x] a", "- [x]a", "- a\n  - b", "1. a\n   - b\n- c", "- a\n    - b\n      - c", "https://youtu.be/a_b", "a\nhttps://vimeo.com/1", "www.youtube.com/watch?v=abc_efghijk", "goo.gl/maps/a_b", "https://google.it/maps/@45,7z",
    "<!-- a -->", "a <!--more-->", "!!! boh\n    a", '```{#id1}\nx\n```', "<!--more--> x", ": a", ">", "-", "1.", "|", "\u00a0", "///Footnotes Go Here///",
]  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A text of ordinary blocks; half of them with something odd somewhere."""
    odd = draw(st.booleans())
    words = st.lists(st.sampled_from(WORDS * 3 + MARKS * 4 + ODD * odd), min_size=1, max_size=7)
    glue = st.sampled_from([" "] * 9 + ["", "\n"] + ["  ", "\n  ", "\n    ", "\n- ", "\n: ", "\n> ", "\n!!! ok "] * odd)
    line = st.tuples(glue, words).map(lambda pair: pair[0].join(pair[1]))
    blank = st.sampled_from(["\n\n"] * 9 + ["\n\n\n", "\n \n", "\n"])
    cell = st.sampled_from(["", "1", "a | b", *MARKS, *WORDS])
    row = st.lists(cell, min_size=2, max_size=4).map(" | ".join)
    rule = st.sampled_from(["--|--", "|:-:|--:|", "| --- | --- |", "|---|---|---|"])
    inner = st.deferred(
        lambda: st.lists(block, min_size=1, max_size=3).flatmap(lambda all_: blank.map(lambda b: b.join(all_)))
    )
    block = st.one_of(
        line,
        line,
        st.tuples(st.sampled_from(["## ", "### ", "###### ", "# "]), line, st.sampled_from(["", " {#id1}", " {#id2}", "\na"]))
        .map("".join),
        st.lists(line.map("- ".__add__), min_size=1, max_size=4).flatmap(lambda all_: st.sampled_from(["\n", "\n\n"]).map(lambda b: b.join(all_))),
        st.lists(line, min_size=1, max_size=3).map(lambda all_: "\n".join(f"{n}. {item}" for n, item in enumerate(all_, 1))),
        st.lists(st.tuples(st.sampled_from(["- ", "1. ", "    - ", "    1. ", "        - "]), line).map("".join), min_size=2, max_size=5)
        .map("\n".join),
        st.tuples(line, line).map("\n:   ".join),
        inner.map(lambda text: "\n".join(f"> {each}".rstrip(" ") for each in text.split("\n"))),
        st.tuples(st.sampled_from(["ok", "warn \"Ti'tolo\"", "info «*X*»", "boh"]), inner).map(
            lambda pair: f"!!! {pair[0]}\n" + "\n".join(f"    {each}" if each else "" for each in pair[1].split("\n"))
        ),
        st.tuples(row, rule, row, row, st.sampled_from(["", "\nTable: a b", "\n\nTabella: l'una \"b\"", "\n\nTable: *c*"]))
        .map(lambda all_: "\n".join(all_[:4]) + all_[4]),
        st.tuples(st.sampled_from(["[^1]: ", "[^nota]: "]), line).map("".join),
        st.sampled_from(ALONE + ODD_ALONE * odd),
    )  # fmt: skip
    text = "".join(draw(st.lists(st.tuples(block, blank).map("".join), min_size=1, max_size=6)))
    return text + "\n\n[^1]: *nota* l'una" * draw(st.booleans()) + "\n\n[^nota]: altra" * draw(st.booleans())


def short(text: str, language: str = "it", *, typography: bool = True) -> Fragment | None:
    """The fragment that the short way makes, None where it steps aside."""
    draft = Draft(Source(text, "a.md"), language, typography)
    return draft.fragment() if write_ordinary(draft) else None


def long(text: str, language: str = "it", *, typography: bool = True) -> Fragment:
    return by_the_library(Source(text, "a.md"), language, typography)


@given(texts(), st.sampled_from(["it", "en"]), st.booleans())
@example("a\n\n[TOC]\n\n## b\n\n## c\n[toc]", "it", True)
@example("[TOC]\n\n- [TOC]", "it", True)
@example(">x\n>\n\n>***", "it", True)
@example("## \u2028", "it", True)
@example("![^1](a.png)", "it", True)
@example("*||||\n|||||\n|\n!!!d", "it", True)
@example('[t](d "t\u00a0o")', "it", True)
@example("[`c`](d.md)", "it", True)
@example("!!! ok\n    a\n\n[^1]: n\n\n    b[^1]", "it", True)
def test_both_ways_give_the_same(text: str, language: str, typography: bool) -> None:
    fragment = short(text, language, typography=typography)
    target(float(fragment is not None))
    assert fragment in (None, long(text, language, typography=typography))


@pytest.mark.parametrize("signs", [["a", " ", "*", "_", "."], ["a ", " a", ".", "*", "**", "***", "_", "__"]])
def test_every_short_text_of_emphasis_signs(signs: list[str]) -> None:
    taken, at_most = 0, 7 if os.environ.get("SITEGEN_TESTS") == "long" else 4
    for pieces in product(signs, repeat=at_most):
        text = "x" + "".join(pieces)
        fragment = short(text)
        taken += fragment is not None
        assert fragment in (None, long(text)), text
    assert taken > 200


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_documents(path: Path) -> None:
    body = split(path.read_text(encoding="utf-8"), "a.md").body
    assert to_fragment(body, path="a.md", first_line=1, language="it", typography=True) == long(body)


def test_ordinary_documents_take_the_short_way() -> None:
    """At least 95 in a hundred of our own documents, which is what makes a build fast."""
    bodies = [split(path.read_text(encoding="utf-8"), "a.md").body for path in OWN]
    assert sum(short(body) is not None for body in bodies) >= 0.95 * len(bodies)


def test_the_installed_library_is_one_that_was_compared_with() -> None:
    assert libraries()["markdown"] == markdown.__version__
    assert markdown.__version__ in TESTED


def test_with_another_library_every_text_goes_the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcut, "libraries", lambda: {"markdown": "99.0"})
    assert short("Una frase.") is None
    assert to_fragment("Una *frase*.", path="a.md", first_line=1, language="it", typography=True).parts == (
        "<p>Una <em>frase</em>.</p>",
    )


@pytest.mark.parametrize(
    "piece", ["- a\n", "a\n\n", "a|b\n", "`a`\n\n", "*a* ", "[a](b) ", "## a\n\n", "> a\n\n", "a\n: b\n\n", "![a](b) "]
)
def test_no_text_that_takes_the_short_way_is_one_that_the_library_would_refuse(piece: str) -> None:
    """The bounds are counted in the library alone, so the short way must stay far below them."""
    head = "a|b\n-|-\n" if "|" in piece else ""
    text = (head + piece * LONGEST)[: LONGEST - LONGEST % len(piece)]
    engine = Engine("it")
    engine.html(Source(text, "a.md"))
    assert short(text) is not None
    assert engine.budget.left > 100_000


@pytest.mark.parametrize(
    "text",
    [
        "[a] (b.md)", "[a]\n(b.md)", "(a)[b.md]", "~~a~~", "** a **", "• a\n• b", "• a\n\n• b", "a\n· b\n· c", "1) a\n2) b",
        "a\n1. b\n2. c", "a\n- b\n- c", "a|b\n-|-\n1|2|3", "a\n|b|c|\n|-|-|", "|a|b|\n|-|\n|1|2|", "[gallery]", "[/a]", "[a b=1]",
        "[[a]]", "[a](b.md", "    Questa è una frase di prosa rientrata.", "Questa è una frase, non un titolo.\n---",
    ],
)  # fmt: skip
def test_what_is_mistyped_is_told_on_either_way(text: str) -> None:
    assert to_fragment(text, path="a.md", first_line=1, language="it", typography=True) == long(text)
    assert long(text).problems
