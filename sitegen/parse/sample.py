"""`site.yaml` → what in it is still the sample site's, once somebody has begun to make that site their own."""

from __future__ import annotations

from collections.abc import Container, Iterator
from urllib.parse import urlsplit

from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.paths import SourcePath
from sitegen.problems import Problem, problem

PROGRAM = SourcePath("content/static/invia.php")
TITLE, STREET, AUTHOR = "Ore Libere", "Via di Prova 1", "lia-fogliobianco"


def left_of_sample(node: Node, files: Container[SourcePath]) -> Iterator[Problem]:
    """One warning that names all of it, and the program that its forms post to where that is among the site's `files`. The sample
    itself, whose title and address are both its own, has none.
    """
    if not isinstance(node, Mapping):
        return
    address = _address(node.get("base_url"))
    if _text(node.get("title")) == TITLE and _is_nobodys(address):
        return
    business = node.get("business")
    written = business if isinstance(business, Mapping) else Mapping((), node.place)
    lives = written.get("address")
    street = lives.get("street") if isinstance(lives, Mapping) else None
    left = {
        "title": node.get("title") if TITLE in _text(node.get("title")) else None,
        "base_url": node.get("base_url") if _is_nobodys(address) else None,
        **{name: each for name in ("email", "pec") if _is_nobodys(_text(each := written.get(name)))},
        **{name: each for name in ("vat_id", "phone") if _is_zeros(_text(each := written.get(name)))},
        **{name: each for name in ("trading_name", "legal_name") if TITLE in _text(each := written.get(name))},
        "street": street if _text(street) == STREET else None,
        "author": node.get("author") if _text(node.get("author")) == AUTHOR else None,
        "social": _profile(node.get("social")),
    }
    there = {name: value for name, value in left.items() if value is not None}
    if there:
        place = min(value.place for value in there.values())
        program = PROGRAM if PROGRAM in files else ""
        yield problem("W210", place, fields=", ".join(there), program=program)


def _profile(social: Node | None) -> Node | None:
    """The first profile at an address that is kept free for examples."""
    entries = social.items if isinstance(social, Sequence) else ()
    urls = (entry.get("url") for entry in entries if isinstance(entry, Mapping))
    return next((url for url in urls if _is_nobodys(_address(url))), None)


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
