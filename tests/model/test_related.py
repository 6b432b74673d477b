"""Which posts are proposed after a post."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.related import CANDIDATES, related_posts
from sitegen.parse.fields import Ref, Text
from sitegen.parse.kinds import Post
from sitegen.problems import Place

DATE = datetime(2026, 1, 14, tzinfo=ZoneInfo("Europe/Rome"))


class Item(NamedTuple):
    """As much of an item as is looked at."""

    id: str
    meta: Post


def post(id_: str, tags: str = "", category: str = "", related: str = "") -> Item:
    refs = tuple(Ref(name, Place("content/posts/x.md")) for name in related.split())
    words = tuple(Text(tag) for tag in tags.split())
    return Item(id_, Post(title=Text(id_), date=DATE, tags=words, category=Text(category), related=refs))


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        # newest first; without anything in common the newest are proposed
        ([post("a"), post("b"), post("c"), post("d"), post("e")], ("b", "c", "d")),
        ([post("a"), post("b")], ("b",)),
        ([post("a")], ()),
        # a shared tag goes before a newer post
        ([post("a", "x"), post("b"), post("c"), post("d"), post("e", "x")], ("e", "b", "c")),
        # two shared tags before one, a tag before the category
        ([post("a", "x y"), post("b", "x"), post("c", "x y"), post("d")], ("c", "b", "d")),
        ([post("a", "x", "K"), post("b", "", "K"), post("c", "x"), post("d", "x", "K")], ("d", "c", "b")),
        # what is equally near stays in the order of the posts
        ([post("a", "x"), post("b", "x"), post("c", "x"), post("d", "x"), post("e", "x")], ("b", "c", "d")),
        # letter case does not count, a tag written twice counts once
        ([post("a", "Posta posta"), post("b", "x"), post("c", "POSTA")], ("c", "b")),
        ([post("a", "x x", "K"), post("b", "x"), post("c", "x", "k")], ("c", "b")),
        # those she names come first, in her order, also where they have nothing in common
        ([post("a", "x", related="e d"), post("b", "x"), post("c", "x"), post("d"), post("e")], ("e", "d", "b")),
        # all those she names are there, also where they are more than would be proposed
        ([post("a", related="e d c b"), post("b"), post("c"), post("d"), post("e")], ("e", "d", "c", "b")),
        # one that is not shown is left out, and so is the post itself
        ([post("a", related="bozza a c"), post("b"), post("c")], ("c", "b")),
        # no category is no common category
        ([post("a"), post("b", "", "K"), post("c")], ("b", "c")),
    ],
)
def test_what_is_proposed_after_the_first_post(posts: list[Item], expected: tuple[str, ...]) -> None:
    assert related_posts(posts, 3)["a"] == expected


@pytest.mark.parametrize(("between", "found"), [(CANDIDATES - 2, True), (CANDIDATES - 1, False)])
def test_of_a_tag_only_the_newest_posts_are_looked_at(between: int, found: bool) -> None:
    others = [post(f"p{number:03}", "x") for number in range(between)]
    posts = [post("a", "x y"), *others, post("z", "x y")]
    assert (related_posts(posts, 3)["a"][0] == "z") is found


POSTS = st.lists(
    st.tuples(st.sets(st.sampled_from("wxyz")), st.sampled_from(["", "K", "L"]), st.sets(st.sampled_from("abcdefgh"))),
    max_size=8,
).map(
    lambda rows: [
        post(id_, " ".join(sorted(tags)), category, " ".join(sorted(related)))
        for id_, (tags, category, related) in zip("abcdefgh", rows, strict=False)
    ]
)


@given(POSTS, st.integers(0, 9))
def test_each_post_gets_others_that_exist_each_once(posts: list[Item], how_many: int) -> None:
    ids = {each.id for each in posts}
    related = related_posts(posts, how_many)
    named = {each.id: {ref.id for ref in each.meta.related} & ids - {each.id} for each in posts}
    assert set(related) == ids
    for id_, others in related.items():
        assert len(others) == len(set(others)) == max(min(how_many, len(ids) - 1), len(named[id_]))
        assert named[id_] == set(others[: len(named[id_])])
        assert set(others) <= ids - {id_}
