"""Digests: equal for equal values, in every process."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import get_type_hints

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.digest import of_bytes, of_text, of_value
from sitegen.plan import views
from sitegen.problems import Place, problem

SCALARS = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner), max_leaves=12
)


class Card(msgspec.Struct, frozen=True):
    """Something with the kinds of fields that views have."""

    title: str
    tags: tuple[str, ...] = ()
    extra: dict[str, object] = {}


def sample() -> object:
    """A value with the kinds of order that views have."""
    words = [f"parola {n}" for n in range(50)]
    extra: dict[str, object] = {word: {other: len(other) for other in words} for word in words}
    return (Card("Perché", tuple(words), extra), problem("E100", Place("content/posts/a.md", 1)))


def test_equal_values_have_equal_digests_in_every_process() -> None:
    found = {of_value(sample())}
    for seed in ("0", "1", "4242"):
        code = "import test_digest; from sitegen.digest import of_value; print(of_value(test_digest.sample()))"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.path.dirname(__file__)}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        found.add(done.stdout.strip())
    assert len(found) == 1, found


@given(VALUES)
def test_a_copy_has_the_same_digest(value: object) -> None:
    copy = msgspec.msgpack.decode(msgspec.msgpack.encode(value))
    assert of_value(copy) == of_value(value)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("b", "a")),
        (("ab", ""), ("a", "b")),
        (("a", ("b", "c")), (("a", "b"), "c")),
        ((), ((),)),
        ("", None),
        ("1", 1),
        (False, 0),
        ("perché", "perche\u0301"),
        (Card("a"), Card("a", ("",))),
        (Card("a", ("b",)), Card("a", (), {"b": 1})),
        ({"ora": 40, "giorno": 200}, {"giorno": 200, "ora": 40}),  # a template shows the keys in their order
    ],
)
def test_what_differs_has_another_digest(one: object, other: object) -> None:
    assert of_value(one) != of_value(other)


def test_no_view_holds_a_set() -> None:
    """The order of a set depends on the process; so would its digest."""
    structs = [each for each in vars(views).values() if isinstance(each, type) and issubclass(each, msgspec.Struct)]
    assert len(structs) > 20
    sets = [
        (struct.__name__, name)
        for struct in structs
        for name, kind in get_type_hints(struct).items()
        if re.search(r"\b(frozen)?set\b", str(kind), re.IGNORECASE)
    ]
    assert sets == []


def test_a_digest_is_32_hexadecimal_digits_of_the_bytes() -> None:
    assert of_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb924"  # SHA-256, as sha256sum tells it, cut to half
    assert of_text("perché") == of_bytes("perché".encode())
    assert of_text("\ud800") != of_text("?"), "half a character is no reason to stop"
