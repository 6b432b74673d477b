"""Front matter read line by line gives the nodes that the YAML parser gives, with their places, or steps aside."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.parse.nodes import Mapping, Unreadable
from sitegen.parse.yaml_lines import from_lines
from sitegen.parse.yaml_text import from_yaml

POSTS = sorted((Path(__file__).parents[2] / "content" / "posts").glob("*/index.md"))
VALUES = [
    '"a b"', "'a b'", "a b", "a: b", "a #b", "a#b", "[a, b c]", "[a,b ]", "[a, ]", "[]", "[-a]", "[a-b, 1]", "/x/y", "12:30",
    "2025-01-01 10:00", "no", "~", "", " ", '"a\\"b"', "'a''b'", '"a" b', "- a", "-a", "|", ">", "{a: b}", "&a b", "*a", "!x",
    "a:", "http://x.y/z?", "è così", "«a»", "a  ", '"a"  ', "[a] b", "a, b", "?", "a\tb", '"a\nb"', "[ a , b ]", "[è, 1.10]",
    "[a b,\n c]", "# c", "it's", "a\\b", "_x", "a\u00a0b", "a\u2028b", "%a", "@b", "`c`",
    "[\"a\", 'b c', d]", '["a" b]', '["", a]', "['a''b']", '["a, b"]', '["a: b", "c #d", "[e]"]', '[a"b"]', '[ "a" , "b" ]',
    '["a\\"b"]', "[l'a, b'c]",
]  # fmt: skip
KEYS = ["title:", "tags:", "cover-x:", "a1:", "-", "è:", "a b:", "a"]
entry = st.tuples(st.sampled_from(["", "", "", "  ", "    ", " "]), st.sampled_from(KEYS), st.sampled_from([" ", "", "  "]),
                  st.sampled_from(VALUES)).map("".join)  # fmt: skip
lines = st.lists(st.one_of(entry, entry, entry, st.sampled_from(["", "  ", "# c", "...", "foo"])), max_size=6)


@given(lines.map("\n".join), st.integers(1, 9))
@example("cover:\n  src: a\n  alt: \"b\"\ntags:\n  - x\n  - 'y z'\nlist: [a, b c]\n", 2)
@example("a: 1\na: 2\n", 1)
def test_both_readers_agree(text: str, first_line: int) -> None:
    node = from_lines(text, "a.md", first_line)
    if node is not None:
        try:
            assert node == from_yaml(text, "a.md", first_line)
        except Unreadable as unreadable:
            pytest.fail(f"it is {unreadable.problem.code} to the YAML parser")


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.parent.name)
def test_our_posts_are_read_line_by_line(path: Path) -> None:
    written = path.read_text(encoding="utf-8").split("\n---\n")[0].removeprefix("---\n") + "\n"
    node = from_lines(written, "a.md", 2)
    assert isinstance(node, Mapping)
    assert node == from_yaml(written, "a.md", 2)


def test_many_spaces_take_no_time() -> None:
    text = "a: b" + " " * 100_000 + "c\n"
    assert from_lines(text, "a.md", 1) == from_yaml(text, "a.md", 1)
