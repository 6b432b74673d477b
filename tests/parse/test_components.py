"""Components in a text: where one begins and ends, what stays text, and that nothing that is written makes the reading fail."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.parse.components import Component, Field
from sitegen.parse.fragment import ComponentSlot, EndSlot, Fragment, ImageSlot
from sitegen.parse.markdown import to_fragment

KNOWN = {
    "callout": Component(body="markdown", fields={"title": Field(type="text")}),
    "gallery": Component(body="pictures"),
    "button": Component(fields={"to": Field(type="link", required=True), "label": Field(type="text")}),
    "film": Component(fields={"src": Field(type="film")}),
    "toc": Component(shows="contents"),
}
CALLOUT = "::: callout\nTesto.\n:::"


def read(text: str, *, first_line: int = 1, column: int = 1) -> Fragment:
    return to_fragment(
        text, path="a.md", first_line=first_line, column=column, language="it", typography=True, components=KNOWN
    )


def components(fragment: Fragment) -> list[str]:
    return [each.name for each in fragment.slots if isinstance(each, ComponentSlot)]


def codes(fragment: Fragment) -> list[str]:
    return [each.code for each in fragment.problems]


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{CALLOUT}\n```",
        f"~~~\n{CALLOUT}\n~~~",
        "    ::: callout\n    Testo.\n    :::",
        f"<pre>\n{CALLOUT}\n</pre>",
        f"<!--\n{CALLOUT}\n-->",
        "Si scrive `::: callout` e si chiude con `:::`.",
        "Prima ::: callout e dopo.",
        "Prima ::: e :::",
        "\\::: callout",
        "Prima\n\\:::\ndopo",
        "https://example.org/:::",
    ],
)
def test_text_that_looks_like_one_stays_text(text: str) -> None:
    fragment = read(text)
    assert not components(fragment)
    assert not codes(fragment)
    assert ":::" in "".join(fragment.parts)
    assert "\\:::" not in "".join(fragment.parts)


@pytest.mark.parametrize(
    "text",
    [
        CALLOUT,
        "::: callout\n\nTesto.\n\n:::",
        ":::callout\nTesto.\n:::",
        "  ::: callout   \nTesto.\n  :::  ",
        "::::: callout\nTesto.\n:::::",
        "Sopra.\n\n::: callout\nTesto.\n:::\nSotto.",
        "::: callout\n- uno\n- due\n:::",
        "::: callout\n> Detto.\n:::",
        "::: callout\n```\n:::\n```\n:::",
        "::: callout\n| a | b |\n|---|---|\n| 1 | 2 |\n:::",
        "- uno\n- due\n\n::: callout\nTesto.\n:::",
        "\n\n\n::: callout\nTesto.\n\n\n\n:::\n\n",
    ],
)
def test_a_component_begins_a_paragraph_and_ends_at_its_line(text: str) -> None:
    fragment = read(text)
    assert [type(each) for each in fragment.slots] == [ComponentSlot, EndSlot]
    assert not codes(fragment)
    begin, body, end = fragment.parts
    assert "<p></p>" not in begin + body + end
    assert body.count("<p>") == body.count("</p>")


def test_components_stand_in_one_another_and_are_closed_from_the_innermost() -> None:
    fragment = read("::: callout\n::: callout\nDentro.\n:::\n::: button {to: a.md}\n:::\nFuori.")
    kinds = [type(each).__name__ for each in fragment.slots]
    assert kinds == ["ComponentSlot", "ComponentSlot", "EndSlot", "ComponentSlot", "EndSlot"]
    assert fragment.parts[2].strip() == "<p>Dentro.</p>"
    assert fragment.parts[-1].strip() == "<p>Fuori.</p>"


def test_more_than_a_few_in_one_another_are_too_much() -> None:
    assert codes(read("::: callout\n" * 8 + "x\n" + ":::\n" * 8)) == []
    assert codes(read("::: callout\n" * 9 + "x\n" + ":::\n" * 9)) == ["E303"]


def test_more_than_a_page_has_use_for_are_too_much() -> None:
    assert codes(read("::: toc\n\n" * 500)) == []
    assert codes(read("::: toc\n\n" * 501)) == ["E303"]


def test_each_picture_of_a_gallery_stands_alone() -> None:
    fragment = read('::: gallery\n![a](a.jpg "A")\n![b](b.jpg)\n\n![c](c.jpg)\n![d](d.jpg)\n:::')
    assert sum(isinstance(each, ImageSlot) for each in fragment.slots) == 4
    html = "".join(fragment.parts)
    assert (html.count("<figure>"), html.count("<p>")) == (1, 3)


def test_what_stands_in_one_counts_like_other_text() -> None:
    within = read("Uno.\n\n::: callout {title: due tre}\n## Quattro\n\n[cinque](a.md) sei\n:::")
    assert within.words == 6
    assert [each.text for each in within.headings] == ["Quattro"]
    assert within.excerpt == "Uno."
    assert read("::: callout\nDentro.\n:::\n\nFuori.").excerpt == "Fuori."


def test_each_value_knows_where_it_is_written() -> None:
    text = 'Testo.\n\n::: button {to: a.md, label: "L\'ora"}\n\n::: button {label: b, to: a.md}'
    first, second = (each for each in read(text, first_line=7).slots if isinstance(each, ComponentSlot))
    assert [(each.name, each.text, each.line, each.column) for each in first.fields] == [
        ("to", "a.md", 9, 17), ("label", "L’ora", 9, 30)]  # fmt: skip
    assert (first.line, first.column, second.line, second.column) == (9, 5, 11, 5)
    assert [(each.name, each.column) for each in second.fields] == [("label", 20), ("to", 27)]


def test_lines_are_counted_past_those_that_look_alike() -> None:
    text = f"```\n::: callout\n```\n\n> ::: callout\n\n{CALLOUT}\n\n{CALLOUT}"
    assert [each.line for each in read(text).slots if isinstance(each, ComponentSlot)] == [7, 11]


def test_a_film_elsewhere_is_a_frame_that_somebody_asks_for() -> None:
    fragment = read("::: film {src: https://youtu.be/dQw4w9WgXcQ}\n\n::: film {src: film.mp4}")
    assert [(each.kind, each.written) for each in fragment.uses] == [("frame", "https://www.youtube-nocookie.com")]


def test_where_nobody_knows_which_there_are_all_is_text() -> None:
    fragment = to_fragment(CALLOUT, path="a.md", first_line=1, language="it", typography=True)
    assert not fragment.slots
    assert not fragment.problems


pieces = st.sampled_from(
    ["::: callout", "::: callout {title: a}", "::: gallery", ":::", "::: button {to: a.md}", "::: button", "::: bo", "::: toc", "::::",
     "\\:::", "::: callout {", "::: {a: b}", "::: callout {title: [a]}", "::: callout {&a b: *c}", "::: callout {a: {b: c}}", "::: a b",
     "```", "    :::", "> ::: toc", "- a", "    ::: toc", "testo", "## t", "| a | b |", "|---|---|", "!!! ok", "    b", "<div>", "</div>",
     "![a](b.jpg)", "[^1]: n", "a[^1]", "$\x00", "::: film {src: https://youtu.be/x}", ": d", "***", "[TOC]", "<!--", "-->"]
)  # fmt: skip


@given(
    st.lists(st.tuples(pieces, st.sampled_from(["\n", "\n\n", "\n\n\n", " "])).map("".join), max_size=14).map("".join)
)
@example("::: callout\n\n[^1]: n\n:::")
@example("<div>\n::: callout\n</div>\n:::")
def test_any_lines_are_read_alike_each_time_and_told_in_their_text(text: str) -> None:
    lines = text.split("\n")
    fragment = read(text)
    assert read(text) == fragment
    assert len(fragment.parts) == len(fragment.slots) + 1
    depth = 0
    for slot in fragment.slots:
        depth += slot.has_body if isinstance(slot, ComponentSlot) else -isinstance(slot, EndSlot)
        assert depth >= 0
    assert depth == 0 or {"E303", "E313", "E315"} & {*codes(fragment)}
    for each in fragment.problems:
        assert 0 <= each.place.line <= len(lines)
    for name in components(fragment):
        assert name in KNOWN


@given(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=40))
@example("callout {title: \u2028}")
@example("callout {title: \x85}")
@example("callout {title: \t}")
@example("\ttoc")
@example("callout {\ttitle: a}")
def test_whatever_stands_behind_the_colons_is_told_or_read(rest: str) -> None:
    fragment = read(f"Testo.\n\n:::{rest}\n\nTesto.")
    assert fragment.problems or components(fragment) or not rest.strip() or ":::" in "".join(fragment.parts)
    for each in fragment.problems:
        assert 1 <= each.place.line <= 5
