"""A document's text → its fields and its body: three formats, strict fences, and the line on which the body begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.frontmatter import split
from sitegen.parse.nodes import Unreadable, natural


@pytest.mark.parametrize(
    ("text", "meta", "body", "first_line"),
    [
        ("---\ntitle: A\n---\nTesto.\n", {"title": "A"}, "Testo.\n", 4),
        ("---\ntitle: A\n---\n\nTesto.\n", {"title": "A"}, "\nTesto.\n", 4),
        ("---\ntitle: A\n---", {"title": "A"}, "", 3),
        ("---\ntitle: A\n---\n", {"title": "A"}, "", 4),
        ("---\n---\nTesto.\n", {}, "Testo.\n", 3),
        ("---  \ntitle: A\n---\t\nTesto.\n", {"title": "A"}, "Testo.\n", 4),
        (
            "---\ntitle: A\nextra:\n  riga: '---'\n---\nTesto.\n",
            {"title": "A", "extra": {"riga": "---"}},
            "Testo.\n",
            6,
        ),
        ("---\ntitle: |\n  ---\n---\nTesto.\n", {"title": "---\n"}, "Testo.\n", 5),
        ("---\ntitle: A\n---\nPrima\n\n---\n\nDopo\n", {"title": "A"}, "Prima\n\n---\n\nDopo\n", 4),
        ("---\ntitle: A\n---\n----\n", {"title": "A"}, "----\n", 4),
        ('+++\ntitle = "A"\n+++\nTesto.\n', {"title": "A"}, "Testo.\n", 4),
        ('+++\ntitle = "A"\n+++\n\n---\n', {"title": "A"}, "\n---\n", 4),
        ('{\n  "title": "A"\n}\nTesto.\n', {"title": "A"}, "\nTesto.\n", 3),
        ('{\n  "seo": {\n    "title": "A"\n  }\n}\n\n{}\n', {"seo": {"title": "A"}}, "\n\n{}\n", 5),
    ],
)
def test_a_document_is_fields_and_body(text: str, meta: object, body: str, first_line: int) -> None:
    parts = split(text, "x.md")
    assert (natural(parts.meta), parts.body, parts.first_line) == (meta, body, first_line)


@pytest.mark.parametrize(
    ("text", "line"),
    [("---\n\ntitle: A\n---\n", 3), ("+++\n\ntitle = 1\n+++\n", 3), ('{\n\n"title": 1\n}\n', 3)],
)
def test_fields_stand_where_the_file_has_them(text: str, line: int) -> None:
    meta = split(text, "x.md").meta
    assert [(key.text, key.place.path, key.place.line) for key, _ in meta.entries] == [("title", "x.md", line)]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "E100", 1),
        ("Testo.\n", "E100", 1),
        ("title: A\n---\n", "E100", 1),
        ("Testo.\n---\ntitle: A\n---\n", "E100", 1),
        ("---", "E101", 1),
        ("---\ntitle: A\n", "E101", 1),
        ("---\ntitle: A\n----\n", "E101", 3),
        ("---\ntitle: A\n ---\n", "E101", 3),
        ("---\ntitle: A\n+++\n", "E101", 3),
        ("+++\ntitle = 1\n---\n", "E101", 3),
        ('{\n"title": 1\n', "E101", 1),
        ("----\ntitle: A\n----\n", "E113", 1),
        ("--\ntitle: A\n--\n", "E113", 1),
        ("--- yaml\ntitle: A\n---\n", "E113", 1),
        ("---title: A\n---\n", "E113", 1),
        ("—\ntitle: A\n—\n", "E113", 1),
        ("\n---\ntitle: A\n---\n", "E113", 1),
        (" ---\ntitle: A\n---\n", "E113", 1),
        ("++++\ntitle = 1\n++++\n", "E113", 1),
        ("---\ntitle: A\ntitle: B\n---\n", "E103", 3),
        ("+++\n\ntitle = no\n+++\n", "E114", 3),
        ('{\n"title": 1,\n}\n', "E114", 2),
    ],
)
def test_what_is_refused(text: str, code: str, line: int) -> None:
    with pytest.raises(Unreadable) as caught:
        split(text, "x.md")
    problem = caught.value.problem
    assert (problem.code, problem.place.path, problem.place.line) == (code, "x.md", line)


PIECES = st.sampled_from(["---", "+++", "{", "}", "\n", " ", "----", "a: 1", "a = 1", '"a": 1', "\t", "perché", "…"])
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")) | st.just("\n"))


@given(TEXTS | st.lists(PIECES, max_size=12).map("".join))
def test_the_body_is_kept_to_the_letter(body: str) -> None:
    for head in ("---\ntitle: A\n---\n", '+++\ntitle = "A"\n+++\n', '{\n"title": "A"\n}'):
        whole = "\n" + body if head.startswith("{") else body
        parts = split(head + whole, "x.md")
        assert parts.body == whole
        assert natural(parts.meta) == {"title": "A"}
        assert (head + whole).count("\n") - whole.count("\n") + 1 == parts.first_line


@given(TEXTS | st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_split_or_refused(text: str) -> None:
    try:
        parts = split(text, "x.md")
    except Unreadable as unreadable:
        line = unreadable.problem.place.line
    else:
        line = parts.first_line
        assert text.endswith(parts.body)
    assert 1 <= line <= text.count("\n") + 2
