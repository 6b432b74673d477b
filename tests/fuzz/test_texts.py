"""Any text of a format is read, or refused with a place in it."""

from __future__ import annotations

from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from fuzz import pieces
from fuzz.pieces import texts
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.messages import words_of
from sitegen.parse.components import Component, Field
from sitegen.parse.config import read_config
from sitegen.parse.documents import Written, parse_document
from sitegen.parse.fields import Context
from sitegen.parse.json_text import from_json
from sitegen.parse.kinds import KINDS
from sitegen.parse.markdown import to_fragment
from sitegen.parse.markdown.tags import MAY_STAY_OPEN, VOID
from sitegen.parse.nodes import Node, Unreadable, natural
from sitegen.parse.toml_text import from_toml
from sitegen.parse.typography import typeset
from sitegen.parse.yaml_text import from_yaml
from sitegen.paths import SourcePath
from sitegen.problems import Problem
from sitegen.read.snapshot import File
from sitegen.slugs import heading_id, is_slug, slugify

CONTEXT = Context("a.md", "it", ZoneInfo("Europe/Rome"))
COMPONENTS = {"callout": Component(body="markdown", fields={"title": Field(type="text")})}
READERS = {"yaml": (from_yaml, pieces.YAML), "toml": (from_toml, pieces.TOML), "json": (from_json, pieces.JSON)}
languages = st.sampled_from(["it", "en"])


def told(problem: Problem, text: str) -> None:
    """A problem has words in both languages and stands in the text."""
    assert 0 <= problem.place.line <= text.count("\n") + 2
    for language in ("it", "en"):
        assert "{" not in words_of(problem, language).headline.replace(str(dict(problem.values)), "") or "{" in str(
            problem.values
        )


@given(st.sampled_from(sorted(READERS)).flatmap(lambda name: st.tuples(st.just(name), texts(READERS[name][1]))))
def test_any_data_is_read_or_refused(case: tuple[str, str]) -> None:
    name, text = case
    try:
        node: Node = READERS[name][0](text, "a", 1)
    except Unreadable as unreadable:
        told(unreadable.problem, text)
    else:
        natural(node)
        config, problems = read_config(node, "a")
        assert config is not None or any(problem.is_error for problem in problems)
        if config is not None:
            assert config.base.startswith("/")
            assert config.zone


FENCES = [("---\n", "---\n"), ("+++\n", "+++\n"), ("{\n", "}\n"), ("", "")]


@given(
    st.sampled_from(sorted(KINDS)),
    st.sampled_from(FENCES),
    texts(pieces.YAML + pieces.TOML + pieces.JSON),
    texts(pieces.MARKDOWN),
)
def test_any_document_is_read_or_refused(kind: str, fences: tuple[str, str], meta: str, body: str) -> None:
    text = fences[0] + meta + "\n" + fences[1] + body
    file = File(SourcePath("a.md"), "", len(text), "x", text)  # type: ignore[arg-type]
    document, problems = parse_document(Written(file, kind, "a"), CONTEXT)  # type: ignore[arg-type]
    assert document is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        told(problem, text)


class Nesting(HTMLParser):
    """Elements that end what another has begun, or never end."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += [tag for tag in self.open if tag not in MAY_STAY_OPEN]

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Leaves nothing open."""

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in MAY_STAY_OPEN:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in MAY_STAY_OPEN:
            self.wrong.append(tag)


NO_HTML = [piece for piece in pieces.MARKDOWN if "<" not in piece and ">" not in piece]


@given(st.lists(st.sampled_from(NO_HTML), max_size=40).map("".join), languages)
@example("*a **b* c**", "it")
@example("[a *b](c) d*", "it")
def test_markdown_makes_html_that_nests(text: str, language: str) -> None:
    fragment = to_fragment(text, path="a.md", first_line=1, language=language, typography=True, components=COMPONENTS)
    assert not Nesting('"'.join(fragment.parts)).wrong


@given(texts(pieces.MARKDOWN), texts(pieces.MARKDOWN), languages)
def test_typography_twice_is_typography_once(text: str, before: str, language: str) -> None:
    previous = typeset(before, language)
    once = typeset(text, language, previous)
    assert typeset(once, language, previous) == once


@given(texts(pieces.MARKDOWN + pieces.YAML), languages)
def test_a_slug_is_one_or_none(text: str, language: str) -> None:
    slug = slugify(text, language)
    assert slug == "" or is_slug(slug)
    assert slugify(slug, language) == slug or len(slug.split("-")) > 3
    assert heading_id(heading_id(text, language), language) == heading_id(text, language)
