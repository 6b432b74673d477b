"""Nodes → structs: what each declared type takes, what it makes of it, and what it refuses, with the place."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.parse.fields import (
    Context,
    FilePath,
    Longest,
    Pattern,
    Ref,
    Target,
    Text,
    Variants,
    Words,
    read_struct,
)
from sitegen.parse.fragment import Fragment
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem

ROME = ZoneInfo("Europe/Rome")
CONTEXT = Context("content/posts/a.md", "it", ROME)


class Step(msgspec.Struct, frozen=True, kw_only=True):
    title: Text
    weight: int = 0


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    radius: int = 1


class Square(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    side: int


class Everything(msgspec.Struct, frozen=True, kw_only=True):
    """One field for each type that may be declared."""

    plain: str = ""
    text: Text = Text("")
    short: Annotated[Text, Longest(10)] = Text("")
    markdown: Fragment | None = None
    yes: bool | None = None
    count: int | None = None
    amount: Decimal | None = None
    date: datetime | None = None
    layout: Literal["page", "home"] = "page"
    per: Annotated[Literal["", "month", "hour"], Words((("mese", "month"), ("ora", "hour")))] = ""
    tags: tuple[Text, ...] = ()
    counts: tuple[int, ...] = ()
    step: Step | None = None
    steps: tuple[Step, ...] = ()
    shapes: tuple[Annotated[Circle | Square, Variants("type", (("circle", Circle), ("square", Square)))], ...] = ()
    ref: Ref | None = None
    target: Target | None = None
    file: FilePath | None = None
    pattern: Pattern | None = None
    extra: dict[str, object] = {}


class Needy(msgspec.Struct, frozen=True, kw_only=True):
    """A struct with required fields."""

    title: Text
    date: datetime
    note: Text = Text("")


def read(text: str, cls: type[Any] = Everything, context: Context = CONTEXT) -> tuple[Any, tuple[Problem, ...]]:
    return read_struct(from_yaml(text, context.path), cls, context, "posts")


def place(line: int, column: int, width: int) -> Place:
    return Place(CONTEXT.path, line, column, width)


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        ("plain", "l'agenda", "l'agenda"),
        ("plain", "no", "no"),
        ("plain", "1.10", "1.10"),
        ("plain", "12:30", "12:30"),
        ("plain", "0123", "0123"),
        ("plain", "'  due  spazi '", "  due  spazi "),
        ("text", "l'agenda", "l’agenda"),
        ("text", "'  due  spazi '", "due spazi"),
        ("text", "0123", "0123"),
        ("yes", "true", True),
        ("yes", "yes", True),
        ("yes", "TRUE", True),
        ("yes", "'true'", True),
        ("yes", "false", False),
        ("yes", "no", False),
        ("count", "7", 7),
        ("count", "-7", -7),
        ("count", "+7", 7),
        ("count", "007", 7),
        ("amount", "37.50", Decimal("37.50")),
        ("amount", "350", Decimal("350")),
        ("amount", "0", Decimal("0")),
        ("date", "2026-01-14", datetime(2026, 1, 14, tzinfo=ROME)),
        ("date", "14/01/2026 9.30", datetime(2026, 1, 14, 9, 30, tzinfo=ROME)),
        ("date", "'14 gennaio 2026'", datetime(2026, 1, 14, tzinfo=ROME)),
        ("layout", "home", "home"),
        ("per", "mese", "month"),
        ("per", "Mese", "month"),
        ("per", "month", "month"),
        ("tags", "[l'uno, due]", ("l’uno", "due")),
        ("tags", "uno", ("uno",)),
        ("tags", "[]", ()),
        ("counts", "[1, 2]", (1, 2)),
        ("counts", "3", (3,)),
        ("step", "{title: Primo}", Step(title=Text("Primo"))),
        (
            "steps",
            "[{title: Primo}, {title: Poi, weight: 2}]",
            (Step(title=Text("Primo")), Step(title=Text("Poi"), weight=2)),
        ),
        ("shapes", "[{type: circle}, {type: square, side: 3}]", (Circle(type="circle"), Square(type="square", side=3))),
        ("ref", "lia", Ref("lia", place(1, 6, 3))),
        ("target", "pages/io.md", Target("pages/io.md", place(1, 9, 11))),
        ("file", "foto.jpg", FilePath("foto.jpg", place(1, 7, 8))),
        ("pattern", "/%slug%/", Pattern("/%slug%/", place(1, 10, 8))),
        ("extra", "{a: 1, b: [no, 12:30], c: {d: true}}", {"a": 1, "b": ["no", "12:30"], "c": {"d": True}}),
    ],
)
def test_what_a_type_takes(field: str, written: str, value: object) -> None:
    found, problems = read(f"{field}: {written}\n")
    assert problems == ()
    assert getattr(found, field) == value
    assert type(getattr(found, field)) is type(value)


def test_markdown_is_a_fragment_with_its_own_lines() -> None:
    found, problems = read("plain: x\nmarkdown: |\n  Vedi **qui**\n  e [là](la.md).\n")
    assert problems == ()
    assert "<strong>qui</strong>" in found.markdown.parts[0]
    assert [slot.target for slot in found.markdown.slots] == ["la.md"]


def test_a_link_in_a_line_of_markdown_has_its_place() -> None:
    found, _ = read("plain: x\nmarkdown: Vedi [qui](la.md).\n")
    assert [(slot.line, slot.column) for slot in found.markdown.slots] == [(2, 22)]


def test_a_link_in_a_block_has_its_place() -> None:
    found, _ = read("markdown: |\n  Vedi [qui](la.md).\n")
    assert [(slot.line, slot.column) for slot in found.markdown.slots] == [(2, 14)]


@pytest.mark.parametrize("null", ["", "~", "null"])
def test_an_empty_value_is_the_default(null: str) -> None:
    fields = Everything.__struct_fields__
    found, problems = read("".join(f"{field}: {null}\n" for field in fields))
    assert problems == ()
    assert found == Everything()


@pytest.mark.parametrize(
    ("written", "code", "at", "values"),
    [
        ("tittle: x", "E102", (1, 1, 6), {"field": "tittle"}),
        ("texto: x", "E102", (1, 1, 5), {"near": "text"}),
        ("Text: x", "E102", (1, 1, 4), {"near": "text"}),
        (
            "step: {titel: x, title: y}",
            "E102",
            (1, 8, 5),
            {"field": "titel", "near": "title", "known": "title, weight"},
        ),
        ("plain: [x]", "E105", (1, 8, 1), {"field": "plain", "expected": "text"}),
        ("text: {a: b}", "E105", (1, 7, 1), {"expected": "text"}),
        ("markdown: [x]", "E105", (1, 11, 1), {"expected": "text"}),
        ("yes: sì", "E107", (1, 6, 2), {"written": "sì", "near": "true", "known": "yes, no, true, false"}),
        ("yes: 1", "E107", (1, 6, 1), {"near": ""}),
        ("yes: falso", "E107", (1, 6, 5), {"near": "false"}),
        ("yes: bozza", "E107", (1, 6, 5), {"near": "true"}),
        ("yes: [true]", "E105", (1, 6, 1), {}),
        ("count: sette", "E105", (1, 8, 5), {"expected": "integer", "near": ""}),
        ("count: 7.0", "E105", (1, 8, 3), {"expected": "integer"}),
        ("count: 1e3", "E105", (1, 8, 3), {"expected": "integer"}),
        ("count: 7 000", "E105", (1, 8, 5), {"expected": "integer"}),
        ("count: '٣'", "E105", (1, 8, 3), {"expected": "integer"}),
        ("count: 1234567890123", "E105", (1, 8, 13), {"expected": "integer"}),
        ("amount: 37,50", "E105", (1, 9, 5), {"expected": "number", "near": "37.50"}),
        ("amount: 350 €", "E105", (1, 9, 5), {"expected": "number"}),
        ("amount: 37.505", "E105", (1, 9, 6), {"expected": "number"}),
        ("amount: -350", "E105", (1, 9, 4), {"expected": "number"}),
        ("amount: 1E+10000", "E105", (1, 9, 8), {"expected": "number"}),
        ("amount: ٣", "E105", (1, 9, 1), {"expected": "number"}),
        ("amount: NaN", "E105", (1, 9, 3), {"expected": "number"}),
        ("amount: Infinity", "E105", (1, 9, 8), {"expected": "number"}),
        ("amount: '1234567890123456'", "E105", (1, 9, 18), {"expected": "number"}),
        ("date: 30/02/2026", "E106", (1, 7, 10), {"reason": "day", "near": "2026-02-28", "written": "30/02/2026"}),
        ("date: presto", "E106", (1, 7, 6), {"reason": "form", "near": ""}),
        ("layout: hom", "E107", (1, 9, 3), {"written": "hom", "near": "home", "known": "page, home"}),
        ("layout: Home", "E107", (1, 9, 4), {"near": "home"}),
        ("per: anno", "E107", (1, 6, 4), {"near": ""}),
        ("tags: uno, due", "E105", (1, 7, 8), {"expected": "list"}),
        ("tags: {uno: due}", "E105", (1, 7, 1), {"expected": "list"}),
        ("tags: [[uno]]", "E105", (1, 8, 1), {"expected": "text"}),
        ("counts: [1, due, 3]", "E105", (1, 13, 3), {"expected": "integer"}),
        ("step: primo", "E110", (1, 7, 5), {}),
        ("step: {weight: 2}", "E104", (1, 7, 1), {"field": "title"}),
        ("shapes: [{type: triangle}]", "E108", (1, 17, 8), {"written": "triangle", "known": "circle, square"}),
        ("shapes: [{radius: 2}]", "E104", (1, 10, 1), {"field": "type"}),
        ("shapes: [{type: square}]", "E104", (1, 10, 1), {"field": "side"}),
        ("ref: [lia]", "E105", (1, 6, 1), {"expected": "text"}),
        ("extra: x", "E105", (1, 8, 1), {"expected": "mapping"}),
        ("extra: [x]", "E105", (1, 8, 1), {"expected": "mapping"}),
        ("short: undici parole", "W102", (1, 8, 13), {"length": "13", "longest": "10"}),
    ],
)
def test_what_a_type_refuses(written: str, code: str, at: tuple[int, int, int], values: dict[str, str]) -> None:
    _, problems = read(written + "\n")
    assert [problem.code for problem in problems] == [code]
    found = problems[0].place
    assert (found.path, found.line, found.column) == (CONTEXT.path, *at[:2])
    if at[2] > 1:
        assert found.width == at[2]
    assert values.items() <= dict(problems[0].values).items()


def test_a_wrong_value_leaves_the_default_and_the_others() -> None:
    found, problems = read("count: sette\nplain: x\ncounts: [1, due, 3]\n")
    assert found == Everything(plain="x", counts=(1, 3))
    assert [problem.place.line for problem in problems] == [1, 3]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("title: A\ndate: 2026-01-14", []),
        ("note: x", [("E104", "title"), ("E104", "date")]),
        ("title: A", [("E104", "date")]),
        ("title:\ndate: 2026-01-14", [("E126", "title")]),
        ("title: ''\ndate: 2026-01-14", [("E126", "title")]),
        ("title: ' '\ndate:", [("E126", "title"), ("E126", "date")]),
        ("title: A\ndate: presto", [("E106", "date")]),
        ("title: [A]", [("E105", "title"), ("E104", "date")]),
        ("title: A\ndate: ~", [("E126", "date")]),
    ],
)
def test_required_fields(text: str, problems: list[tuple[str, str]]) -> None:
    found, told = read(text, Needy)
    assert [(problem.code, dict(problem.values)["field"]) for problem in told] == problems
    assert (found is None) == bool(problems)


@pytest.mark.parametrize("text", ["ciao", "[title, date]", "'title: A'"])
def test_what_is_no_mapping(text: str) -> None:
    found, problems = read(text, Needy)
    assert found is None
    assert [problem.code for problem in problems] == ["E110"]


def test_the_language_and_the_typography_of_the_site_count() -> None:
    english = msgspec.structs.replace(CONTEXT, language="en")
    bare = msgspec.structs.replace(CONTEXT, typography=False)
    assert [problem.code for problem in read("date: 03/04/2026", context=english)[1]] == ["E106"]
    assert read("text: l'agenda", context=bare)[0].text == "l'agenda"
    assert read('text: "say \\"hi\\""', context=english)[0].text == "say “hi”"


@given(st.sampled_from(Everything.__struct_fields__), st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_becomes_a_value_or_a_problem(field: str, text: str) -> None:
    found, problems = read(f"{field}: {json.dumps(text, ensure_ascii=False)}\n")
    refused = {problem.code for problem in problems} & {"E105", "E106", "E107", "E110"}
    assert found is not None
    assert not refused or getattr(found, field) == getattr(Everything(), field)
    assert all(problem.place.line >= 1 for problem in problems)
