"""`site.yaml` → what in it is still the sample site's, once somebody has begun to make that site their own."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.parse.nodes import Mapping, Node, Scalar
from sitegen.problems import Problem, problem

TITLE = "Ore Libere"


def left_of_sample(node: Mapping) -> Iterator[Problem]:
    """One warning that names all of it. The sample itself, whose title and address are both its own, has none."""
    address = _address(node.get("base_url"))
    if _text(node.get("title")) == TITLE and _is_nobodys(address):
        return
    business = node.get("business")
    written = business if isinstance(business, Mapping) else Mapping((), node.place)
    left = {
        "base_url": node.get("base_url") if _is_nobodys(address) else None,
        **{name: each for name in ("email", "pec") if _is_nobodys(_text(each := written.get(name)))},
        **{name: each for name in ("vat_id", "phone") if _is_zeros(_text(each := written.get(name)))},
    }
    there = {name: value for name, value in left.items() if value is not None}
    if there:
        place = min(value.place for value in there.values())
        yield problem("W210", place, fields=", ".join(there))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _address(node: Node | None) -> str:
    try:
        return urlsplit(_text(node)).hostname or ""
    except ValueError:
        return ""


def _is_nobodys(name: str) -> bool:
    """Whether a host or an email ends in the name that is kept free for examples (RFC 2606)."""
    return name.endswith(".example")


def _is_zeros(number: str) -> bool:
    digits = "".join(filter(str.isdigit, number)).removeprefix("39")
    return len(digits) > 5 and not digits.strip("0")
