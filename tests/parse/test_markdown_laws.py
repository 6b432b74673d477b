"""What holds for any Markdown text: it converts, it can be put together again, and typography touches words only."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.parse.fragment import Fragment, LinkSlot
from sitegen.parse.markdown import source, to_fragment
from sitegen.parse.markdown.cut import cut
from sitegen.parse.markdown.dialect.engine import to_html
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.source import Source

PROSE = [
    "L'ora ", '"ciao" ', "E' ", "po' ", "parola ", "30 € ", "n. 4 ", "... ", " -- ", "l'«altro» ", "città\n", "\n\n",
    "*enfasi* ", '**"forte"** ', '`"codice"...` ', "[link](x.md#a) ", '[l\'"ora"](y.md "t") ', "![foto](a.png) ",
    "<https://www.example.it/l'a> ", "\n\n## L'ora \"X\"\n\n", "\n\n### Prezzi {#prezzi}\n\n", "\n- voce ", "\n- [ ] fare ",
    "\n    dentro ", "\n\n> detto ", "[^1] ", "\n\n[^1]: nota\n\n", "\n\n!!! ok \"T'\"\n    ", "\n\n```python\n'a'...\n```\n\n",
    "\n\n| a | b |\n|---|--:|\n| 'c' | 1 kg |\n", "\n\nTabella: \"x\"\n\n", '\n\n![f](b.png "L\'ora"){.w}\n\n', "{.x} ",
    "\n\n<!--more-->\n\n", "&quot; ", "&egrave; ", "<ciao@example.it> ",
]  # fmt: skip
MARKUP = [
    "<div>", "</div>", "<a href=x id=i>", "</a>", "<img src='a' alt=b>", "<h2>", "</h2>", "<pre>", "</pre>", "<span", ">",
    "<!--", "-->", "<svg>", "</svg>", "<script>", "</script>", "<p markdown=1>", "\n\n", "\n", "    ", "[", "](", "]", "*",
    "`", "```", "!!!", "|", ":", "&", "\\", "#", "'", '"', "\x00", "\x02", "\u2028", "x", "[a]: b", "[^", "{", "}", "=",
]  # fmt: skip
prose = st.lists(st.sampled_from(PROSE), max_size=25).map("".join)
anything = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(PROSE + MARKUP), max_size=40).map("".join)
)  # fmt: skip
languages = st.sampled_from(["it", "en"])


def converted(text: str, language: str = "it", *, typography: bool = True) -> Fragment:
    return to_fragment(text, path="a.md", first_line=1, language=language, typography=typography)


def whole(fragment: Fragment) -> str:
    pieces = [fragment.parts[0]]
    for slot, part in zip(fragment.slots, fragment.parts[1:], strict=True):
        if isinstance(slot, LinkSlot):
            pieces += [escape(slot.target), part]
        else:
            attributes = [("src", slot.target), *slot.attributes, *([] if slot.alt is None else [("alt", slot.alt)])]
            pieces += ["<img", *(f' {name}="{escape(value)}"' for name, value in attributes), part]
    return "".join(pieces)


class Skeleton(HTMLParser):
    """Tags with their attributes, and text apart: in code and out of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[object] = []
        self.words, self.code = "", ""
        self.within = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within += tag in ("code", "pre")
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.within -= tag in ("code", "pre")
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.within:
            self.code += data
        else:
            self.words += data


def letters(text: str) -> str:
    """Letters and digits, without accents: a capital's apostrophe may have become one."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if letter.isalnum())


def addresses(tags: list[object]) -> list[str]:
    pairs = [(name, value) for tag in tags if isinstance(tag, tuple) for name, value in tag[1].items()]
    return [value for name, value in pairs if name in ("href", "src")]


@given(anything, languages, st.booleans())
@example("[a]: <b", "it", True)
@example("<div markdown=1>\n\n<p markdown=1>", "it", True)
def test_any_text_converts_and_always_to_the_same(text: str, language: str, typography: bool) -> None:
    fragment = converted(text, language, typography=typography)
    assert len(fragment.parts) == len(fragment.slots) + 1
    assert len(set(fragment.ids)) == len(fragment.ids)
    assert {heading.id for heading in fragment.headings} <= set(fragment.ids)
    assert converted(text, language, typography=typography) == fragment


@given(anything)
def test_every_place_lies_in_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    fragment = converted(text)
    for place in [found.place for found in fragment.problems] + [*fragment.slots]:
        assert 0 <= place.line <= len(lines)
        assert place.column <= len(lines[place.line - 1]) + 1 if place.line else place.column == 0


@given(prose)
def test_a_link_is_found_where_it_is_written(text: str) -> None:
    lines = text.split("\n")
    for slot in converted(text).slots:
        if not slot.target.startswith("#fn"):
            written = slot.target.removeprefix("mailto:")
            assert lines[slot.line - 1].startswith(written, slot.column - 1)


@given(prose)
@example("[a](b.md) <b.md> [c](b.md)")
@example("[a](b.md#c) [b](b.md)")
@example("(b.md) [a](b.md)")
@example("[a](b) {#fn-1} [^1]\n\n[^1]: c")
def test_an_address_is_found_alike_by_itself_and_in_the_index(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "_SHORT", -1)
        indexed = converted(text)
    assert converted(text).slots == indexed.slots


@given(prose)
def test_parts_and_targets_make_the_html_again(text: str) -> None:
    raw = Skeleton(to_html(Source(text, "a.md"), "it").text)
    cut = Skeleton(whole(converted(text, typography=False)))
    assert (cut.words, cut.code) == (raw.words, raw.code)
    assert addresses(cut.tags) == addresses(raw.tags)
    for ours, theirs in zip(cut.tags, raw.tags, strict=True):
        if isinstance(ours, tuple) and re.fullmatch("h[1-6]", ours[0]):
            assert ours[1]["id"]
            ours[1].pop("id"), theirs[1].pop("id", None)
        assert ours == theirs


@given(prose)
def test_every_address_is_a_slot(text: str) -> None:
    fragment = converted(text)
    assert [slot.target for slot in fragment.slots] == addresses(Skeleton(whole(fragment)).tags)


@given(prose)
def test_cutting_what_was_cut_changes_nothing(text: str) -> None:
    once = converted(text)
    draft = Draft(Source("", "a.md"), "it", typography=True)
    cut(whole(once), draft)
    twice = draft.fragment()
    assert (twice.parts, set(twice.ids), twice.headings) == (once.parts, set(once.ids), once.headings)
    assert [slot.target for slot in twice.slots] == [slot.target for slot in once.slots]


@given(prose, languages)
def test_typography_touches_words_only(text: str, language: str) -> None:
    plain, set_ = converted(text, language, typography=False), converted(text, language)
    before, after = Skeleton(whole(plain)), Skeleton(whole(set_))
    assert after.tags == before.tags
    assert after.code == before.code
    assert letters(after.words) == letters(before.words)
    assert set_.slots == plain.slots


@given(st.lists(anything, max_size=4), anything)
def test_nothing_leaks_from_text_to_text(others: list[str], text: str) -> None:
    alone = converted(text)
    for other in others:
        converted(other)
    assert converted(text) == alone
