"""The schema that editors are given says what sitegen reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import msgspec
import pytest
import yaml
from kit import command_here

from sitegen.parse import descriptions
from sitegen.parse.nodes import Mapping, natural
from sitegen.parse.schema import FILES, schema_of
from sitegen.parse.yaml_text import from_yaml

CONTENT = Path(__file__).parent.parent / "content"
DOCUMENTS = [
    ("site", CONTENT / "site.yaml"),
    *((name, path) for name in FILES for path in sorted((CONTENT / name).rglob("*.md"))),
]


def test_a_group_that_can_be_turned_off_may_be_no() -> None:
    for written in ("feeds: no", "structured_data: yes", "typography: {enabled: no}"):
        node = from_yaml(f"title: A\nbase_url: https://a.it/\n{written}", "a.yaml")
        assert list(checker("site").iter_errors(natural(node))) == []
    assert list(checker("site").iter_errors({"title": "A", "base_url": "https://a.it/", "brand": False}))


def checker(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema_of(name, "it"))


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_schema_of_all_fields_and_no_others(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(name, "it"))
    fields = msgspec.structs.fields(FILES[name])
    assert set(schema_of(name, "it")["properties"]) == {each.name for each in fields}
    assert sum("titolo" in each.message for each in checker(name).iter_errors({"titolo": "Uno"})) == 1
    missing = [each.message for each in checker(name).iter_errors({}) if each.validator == "required"]
    assert len(missing) == sum(each.required for each in fields)


@pytest.mark.parametrize(
    ("name", "path"), DOCUMENTS, ids=lambda value: value.stem if isinstance(value, Path) else value
)
def test_what_is_right_is_underlined_nowhere(name: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = text if name == "site" else text.split("---\n", 2)[1]
    node = from_yaml(front, path.name)
    assert [each.message for each in checker(name).iter_errors(natural(node))] == []
    written = yaml.load(front, yaml.BaseLoader)  # texts only
    assert isinstance(node, Mapping)
    assert {key.text for key, _ in node.entries} == set(written)


@pytest.mark.parametrize(("name", "text"), [
    ("posts", "title: Uno\ndate: 2026-01-01\ndraft: forse"), ("posts", "title: Uno\ndate: 2026-01-01\ncover: {src: a.jpg}"),
    ("pages", "title: Uno\nsections: [{type: eroe}]"), ("pages", "title: Uno\nsections: [{type: hero, items: [a]}]"),
    ("services", "title: Uno\nsummary: Breve\nprice: {mode: gratis}"), ("testimonials", "role: A\ndate: 2026-01-01\nrating: 7"),
    ("site", "title: A\nbase_url: https://a.it/\npagination: {posts: -1}"),
    ("site", "title: A\nbase_url: https://a.it/\nmenus: {main: [{children: [{lable: B}]}]}"),
])  # fmt: skip
def test_a_mistake_is_underlined(name: str, text: str) -> None:
    assert list(checker(name).iter_errors(natural(from_yaml(text, "a.yaml"))))


def test_it_says_what_it_is_of_in_the_language_asked_for() -> None:
    assert schema_of("posts", "it")["description"] == "I campi iniziali di un articolo, in content/posts/"
    assert schema_of("posts", "en")["description"] == "The front matter of a post, in content/posts/"
    assert schema_of("site", "it")["$comment"].startswith("La prima riga di content/site.yaml")


def test_every_field_is_explained_in_both_languages() -> None:
    def explained(schema: object) -> Iterator[tuple[str, str]]:
        if isinstance(schema, dict):
            if schema.get("additionalProperties") is False:  # else it is a condition
                yield from ((name, each["description"]) for name, each in schema["properties"].items())
            for each in schema.values():
                yield from explained(each)
        elif isinstance(schema, list):
            for each in schema:
                yield from explained(each)

    shown = {
        language: [pair for name in FILES for pair in explained(schema_of(name, language))] for language in ("it", "en")
    }
    assert [name for name, _ in shown["it"]] == [name for name, _ in shown["en"]]
    assert not [it for it, en in zip(shown["it"], shown["en"], strict=True) if it == en]
    assert ("weight", "l'ordine negli elenchi: prima i numeri piccoli; a pari numero, in ordine alfabetico") in shown[
        "it"
    ]
    assert ("sunken", "true for a coloured background") in shown["en"]
    known = {name for fields in descriptions._DESCRIPTIONS.values() for name in fields}
    assert {name for name, _ in shown["it"]} == known


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert json.loads(command_here(capsys, "schema", "--lang", "en").stdout) == schema_of("site", "en")
    assert json.loads(command_here(capsys, "schema", "faq", "--lang", "it").stdout) == schema_of("faq", "it")
