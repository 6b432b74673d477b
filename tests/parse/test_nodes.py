"""YAML, TOML and JSON as nodes: nothing is guessed, everything has its place, and no text breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.parse.json_text import from_json
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence, Unreadable, natural
from sitegen.parse.toml_text import from_toml
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem

Reader = Callable[[str, str], Node]
READERS = pytest.mark.parametrize("read", [from_yaml, from_toml, from_json], ids=["yaml", "toml", "json"])
FORMATS: tuple[Reader, ...] = (from_yaml, from_toml, from_json)


def refused(read: Reader, text: str) -> Problem:
    with pytest.raises(Unreadable) as caught:
        read(text, "x.md")
    return caught.value.problem


def where(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.place.line, problem.place.column


# Scalars stay as they were written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("True", "True"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("0123", "0123"),
        ("+39 06", "+39 06"),
        ("2026-01-14", "2026-01-14"),
        ("2026-01-14 09:30", "2026-01-14 09:30"),
        ("1e5", "1e5"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("1,50", "1,50"),
        (".5", ".5"),
        ("5.", "5."),
        (".inf", ".inf"),
        ("NaN", "NaN"),
        ("1234567890123456", "1234567890123456"),
        ("'7'", "7"),
        ('"true"', "true"),
        ('""', ""),
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("1.5", 1.5),
        ("-0.25", -0.25),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("1.10", "1.10"),
    ],
)
def test_what_a_free_value_is(written: str, value: object) -> None:
    found = natural(from_yaml(f"a: {written}", "x.yaml"))
    assert found == {"a": value}
    assert [type(each) for each in found.values()] == [type(value)]


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (from_yaml, "a: no\nb: [12:30, 0123]\n"),
        (from_json, '{"a": "no", "b": ["12:30", "0123"]}'),
        (from_toml, 'a = "no"\nb = ["12:30", "0123"]\n'),
    ],
)
def test_text_is_the_same_in_each_format(read: Reader, text: str) -> None:
    assert natural(read(text, "x")) == {"a": "no", "b": ["12:30", "0123"]}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-01-14", "2026-01-14"),
        ("2026-01-14T09:30:00Z", "2026-01-14 09:30:00+00:00"),
        ("09:30:00", "09:30:00"),
        ("1.5", "1.5"),
        ("true", "true"),
        ('"1.10"', "1.10"),
        ("1.10", "1.10"),
    ],
)
def test_values_of_toml_are_text_too(written: str, kept: str) -> None:
    node = from_toml(f"a = {written}", "x.md")
    assert isinstance(node, Mapping)
    assert isinstance(value := node.get("a"), Scalar)
    assert value.text == kept


def test_an_absent_and_a_null_value_are_none() -> None:
    node = from_yaml("a:\nb: ~\nc: null\nd: 'null'\n", "x.yaml")
    assert isinstance(node, Mapping)
    assert [node.get(key) for key in "abcx"] == [None] * 4
    assert isinstance(node.get("d"), Scalar)


def test_nothing_at_all_is_an_empty_mapping() -> None:
    assert natural(from_yaml("", "x.yaml")) == natural(from_yaml("# solo un commento\n", "x.yaml")) == {}
    assert natural(from_toml("", "x.md")) == natural(from_json("{}", "x.json")) == {}


# The three formats say the same

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"), max_size=20
)
KEYS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
LEAVES = (
    TEXTS
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.decimals(-1000, 1000, places=2).map(float)
    | st.sampled_from(["no", "1.10", "12:30", "0123", "2026-01-14", "a: b", "# a", "- a", "@a", "*a*", "riga\nriga\n"])
)
VALUES = st.dictionaries(
    KEYS,
    st.recursive(
        LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
    ),
    max_size=4,
)


def as_toml(value: object) -> str:
    """A value as TOML writes it on one line; JSON's strings, numbers and lists are TOML's too."""
    match value:
        case dict():
            return "{" + ", ".join(f"{as_toml(key)} = {as_toml(each)}" for key, each in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


@given(VALUES)
def test_equal_values_in_the_three_formats(value: dict[str, object]) -> None:
    in_yaml = from_yaml(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "x.yaml")
    in_json = from_json(json.dumps(value, ensure_ascii=False, indent=1), "x.json")
    in_toml = from_toml("".join(f"{as_toml(key)} = {as_toml(each)}\n" for key, each in value.items()), "x.md")
    assert natural(in_yaml) == natural(in_json) == natural(in_toml) == value


def test_json_may_escape_any_letter() -> None:
    assert natural(from_json(json.dumps({"a": "perché \N{GRINNING FACE}"}), "x.json")) == {
        "a": "perché \N{GRINNING FACE}"
    }


def test_a_number_of_json_is_kept_however_long_it_is() -> None:
    assert natural(from_json('{"a": ' + "1" * 5000 + ', "b": 1.10}', "x.json")) == {"a": "1" * 5000, "b": "1.10"}


# Places


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [scalar for item in node.items for scalar in scalars(item)]
    return [scalar for key, value in node.entries for scalar in (key, *scalars(value))]


def at(text: str, place: Place) -> str:
    """What stands at a place of a text whose first line is line 1."""
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.width]


@given(VALUES)
def test_in_yaml_every_plain_value_stands_where_its_place_says(value: dict[str, object]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**6)
    for scalar in scalars(from_yaml(text, "x.yaml")):
        if scalar.plain and scalar.text:
            assert at(text, scalar.place) == scalar.text


YAML = "title: Il titolo\ntags: [uno, 'due']\nseo:\n  title: Altro\n  noindex: true\n"
JSON = '{\n  "title": "Il titolo",\n  "seo": {"noindex": true}\n}'
TOML = 'title = "Il titolo"\n\n[seo]\ntitle = "Altro"\nnoindex = true\n\n[[steps]]\ntitle = "Primo"\n'


@pytest.mark.parametrize(
    ("read", "text", "places"),
    [
        (from_yaml, YAML, {"title": (1, 1), "Il titolo": (1, 8), "due": (2, 13), "seo": (3, 1), "Altro": (4, 10)}),
        (from_json, JSON, {"title": (2, 3), "Il titolo": (2, 12), "seo": (3, 3), "noindex": (3, 11), "true": (3, 22)}),
        (from_toml, TOML, {"title": (1, 1), "seo": (3, 2), "noindex": (5, 1), "Altro": (4, 1), "Primo": (8, 1)}),
    ],
)
def test_places(read: Reader, text: str, places: dict[str, tuple[int, int]]) -> None:
    found: dict[str, tuple[int, int]] = {}
    for scalar in scalars(read(text, "x.md")):
        assert scalar.place.path == "x.md"
        found.setdefault(scalar.text, (scalar.place.line, scalar.place.column))
    assert {text: found[text] for text in places} == places


@pytest.mark.parametrize(
    ("read", "text"), [(from_yaml, "a: 1\nb: 2"), (from_json, '{"a": 1,\n"b": 2}'), (from_toml, "a = 1\nb = 2")]
)
def test_lines_are_counted_from_where_the_text_begins(read: Callable[[str, str, int], Node], text: str) -> None:
    node = read(text, "x.md", 5)
    assert isinstance(node, Mapping)
    assert [key.place.line for key, _ in node.entries] == [5, 6]


# What is refused


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Anchors, aliases and tags could unfold into more than they say, or into code
        ("a: &x 1\nb: *x", ("E109", 1, 4)),
        ("a: &x [1]\nb: [*x, *x]", ("E109", 1, 4)),
        ("a: 1\nb: *x", ("E109", 2, 4)),
        ("&x a: 1", ("E109", 1, 1)),
        ("base: &base {a: 1}\nb:\n  <<: *base", ("E109", 1, 7)),
        ("a: !!int 7", ("E109", 1, 4)),
        ("a: !importante", ("E109", 1, 4)),
        ("a: !!python/object/apply:os.system [ls]", ("E109", 1, 4)),
        ("- !!binary aGVsbG8=", ("E109", 1, 3)),
        # Twice
        ("a: 1\nb: 2\na: 3", ("E103", 3, 1)),
        ("a:\n  b: 1\n  'b': 2", ("E103", 3, 3)),
        # Too much
        ("a: " + "[" * 13 + "]" * 13, ("E112", 1, 15)),
        ("[" * 100_000, ("E112", 1, 13)),
        ("{a: " * 10_000, ("E112", 1, 46)),
        ("a: " + "b" * 262_144, ("E111", 1, 0)),
        # Not the one mapping of plain keys that a document has
        ("a: 1\n---\nb: 2", ("E120", 2, 1)),
        ("? [a, b]\n: c", ("E120", 1, 3)),
        ("a: {{ titolo }}", ("E124", 1, 4)),
        # Slips of the pen
        ("a: uno: due", ("E122", 1, 7)),
        ('a: 1\nb: "aperte\nc: 3', ("E123", 2, 4)),
        ("a:\n\tb: 1", ("E121", 2, 1)),
        ("a: 1\nb: \x07", ("E304", 2, 4)),
        ("a: [1, 2", ("E120", 1, 4)),
        ("a: [1, 2\nb: 3", ("E120", 1, 4)),
        ("a: [1, , 2]", ("E120", 1, 8)),
        ("a: 'L'agenda'", ("E120", 1, 7)),
        ("a: 1\n  b: 2", ("E120", 2, 1)),
        ('a: "C:\\dati"', ("E120", 1, 7)),
        ("a: - ciao", ("E120", 1, 4)),
    ],
)
def test_what_yaml_refuses(text: str, place: tuple[str, int, int]) -> None:
    assert where(refused(from_yaml, text)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{'a': 1}", ("E114", 1, 2)),
        ('{"a": 1,}', ("E114", 1, 8)),
        ('{"a": 1,\n}', ("E114", 1, 8)),
        ('{"a": 1\n"b": 2}', ("E114", 1, 8)),
        ('{"a": "\\ud83d"}', ("E114", 1, 7)),
        ('{"a": // no\n1}', ("E114", 1, 7)),
        ('{"a": 1, "a": 2}', ("E103", 1, 10)),
        ("[" * 100_000, ("E112", 1, 13)),
        ("[" * 13 + "]" * 13, ("E112", 1, 13)),
    ],
)
def test_what_json_refuses(text: str, place: tuple[str, int, int]) -> None:
    assert where(refused(from_json, text)) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\nb = no", ("E114", 2, 5)),
        ("a: 1", ("E114", 1, 2)),
        ('a = "aperte', ("E114", 1, 5)),
        ("a = " + "[" * 10_000, ("E112", 1, 5)),
        ("a = '" + "b" * 262_144 + "'", ("E111", 1, 0)),
        ("a = 1\na = 2", ("E103", 2, 1)),
        ("a = " + "[" * 13 + "]" * 13, ("E112", 1, 1)),
        ("a" + ".a" * 13 + " = 1", ("E112", 1, 1)),
        ("a = 2026-02-30", ("E106", 1, 5)),
        ("città = 1", ("E114", 1, 5)),
    ],
)
def test_what_toml_refuses(text: str, place: tuple[str, int, int]) -> None:
    assert where(refused(from_toml, text)) == place


def test_what_is_refused_says_what_was_written() -> None:
    values = dict(refused(from_yaml, "titolo: 1\nseo: *altro").values)
    assert values == {"written": "*altro"}
    assert dict(refused(from_yaml, "titolo: 1\n\ntitolo: 3").values) == {"field": "titolo", "first": "1"}
    assert dict(refused(from_yaml, "titolo: uno: due").values) == {"field": "titolo", "value": '"uno: due"'}
    assert dict(refused(from_yaml, "a: \x07").values) == {"character": "U+0007"}


def test_an_invisible_character_is_named_after_letters_with_accents_too() -> None:
    problem = refused(from_yaml, "a: 1\nb: perché\x07 no")
    assert (problem.place.line, dict(problem.values)) == (2, {"character": "U+0007"})


# No text breaks it

PIECES = st.sampled_from(
    [
        *":-[]{},#&*!|>'\"%@`?=.+~\\\t\n ",
        "\n  ",
        ": ",
        "- ",
        "a",
        "perché",
        "🙂",
        "1",
        "<<",
        "---",
        "...",
        "!!",
        "\\u",
        "{{",
    ]
)
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")))


@READERS
@given(PLAIN | st.lists(PIECES, max_size=40).map("".join))
@example("\ufeff")
@example("a: |\n")
@example("---")
@example("--- --- ---")
@example("%YAML 1.2\n---\na: 1")
def test_any_text_is_read_or_refused(read: Reader, text: str) -> None:
    lines = text.count("\n") + 2
    try:
        node = read(text, "x.md")
    except Unreadable as unreadable:
        place = unreadable.problem.place
    else:
        natural(node)
        place = node.place
    assert place.path == "x.md"
    assert 1 <= place.line <= lines
    assert place.column >= 0


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (from_yaml, "a: ààààà\x07"),
        (from_toml, "a = " + "1" * 5000),
        (from_toml, "a" + ".a" * 5000 + " = 1"),
    ],
    ids=["yaml-control-character", "toml-long-number", "toml-dotted-key"],
)
def test_texts_that_broke_it_once(read: Reader, text: str) -> None:
    refused(read, text)
