"""What a page may cost: each loop, call and text that a template makes is paid for, by counting, never by the clock, so
that the same template is refused at the same place on every machine.

A step is about what Jinja does in a tenth of a microsecond, or eight characters of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from itertools import islice
from typing import Any

from jinja2 import filters, tests
from jinja2.runtime import markup_join
from jinja2.utils import Namespace, pass_environment, pass_eval_context

ALLOWANCE = 5_000_000
LONGEST_RANGE = 100_000
MOST_BITS = 4096

_GROUPS = (list, tuple, dict, set, frozenset, range, Namespace)
_CONVERSION = re.compile(r"%(?:\(\w*\))?[#0\- +]*(\*|\d*)(?:\.(\*|\d*))?")


class Excess(Exception):
    """A template does too much: `what` is steps, number or blocks; `path` the template's file, where the
    traceback does not tell it.
    """

    def __init__(self, what: str, path: str = "") -> None:
        super().__init__(what)
        self.what, self.path = what, path


class _Kinds(dict[type, str]):
    """What a value is to the budget: text, group or scalar, by its type."""

    def __missing__(self, kind: type) -> str:
        self[kind] = "text" if issubclass(kind, str) else "group" if issubclass(kind, _GROUPS) else "scalar"
        return self[kind]


_kinds = _Kinds()


class Budget:
    """What is left of a page's allowance."""

    def __init__(self) -> None:
        self.left = ALLOWANCE

    def refill(self) -> None:
        """The allowance of a new page."""
        self.left = ALLOWANCE

    def spend(self, steps: int) -> None:
        """Takes `steps`; raises Excess when nothing is left."""
        self.left -= steps
        if self.left < 0:
            raise Excess("steps")

    def write(self, characters: int) -> None:
        """Pays for a text."""
        self.spend(characters >> 3)

    def loop(self, items: Any, weight: int) -> Any:
        """What a loop goes through, paid for at once; `weight` is what one round costs."""
        if hasattr(items, "__next__"):
            items = list(islice(items, self.left // weight + 1))
        self.spend(len(items) * weight)
        return items

    def weigh(self, value: Any) -> Any:
        """`value` itself, once it is paid for to go through all that it holds. What it holds in two places counts twice."""
        match _kinds[type(value)]:
            case "text":
                self.spend(len(value) >> 3)
            case "group":
                waiting = [value]
                while waiting:
                    inside = _inside(waiting.pop())
                    self.spend(1 + len(inside))
                    for each in () if isinstance(inside, range) else inside:
                        match _kinds[type(each)]:
                            case "text":
                                self.left -= len(each) >> 3
                            case "group":
                                waiting.append(each)
        return value

    def join(self, pieces: Iterable[str]) -> str:
        """The pieces as one text, paid for before it is made."""
        found: list[str] = []
        waiting = iter(pieces)
        while some := list(islice(waiting, 256)):
            self.write(sum(map(len, some)))
            found += some
        return "".join(found)

    def concatenate(self, parts: tuple[Any, ...]) -> str:
        """What `~` makes of its parts."""
        for part in parts:
            self.weigh(part)
        return markup_join(parts)

    def add(self, left: Any, right: Any) -> Any:
        """What `+` makes."""
        self.weigh(left)
        self.weigh(right)
        return left + right

    def multiply(self, left: Any, right: Any) -> Any:
        """What `*` makes."""
        for group, times in ((left, right), (right, left)):
            if isinstance(times, int) and _kinds[type(group)] != "scalar":
                self.spend(len(group) * max(times, 0) >> (3 if isinstance(group, str) else 0))
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > MOST_BITS:
            raise Excess("number")
        return left * right

    def raise_to(self, base: Any, exponent: Any) -> Any:
        """What `**` makes."""
        if isinstance(base, int) and isinstance(exponent, int) and base.bit_length() * exponent > MOST_BITS:
            raise Excess("number")
        return base**exponent

    def remainder(self, left: Any, right: Any) -> Any:
        """What `%` makes, between numbers or of a text and what fills its gaps."""
        if isinstance(left, str):
            self.format(left, right)
        return left % right

    def format(self, text: str, values: object) -> None:
        """Pays for `text % values`, in which any gap may hold the largest of the values."""
        before = self.left
        self.weigh(values)
        gaps = _CONVERSION.findall(text)
        if any(width == "*" or len(width) > 3 for gap in gaps for width in gap):
            raise Excess("number")
        self.write(len(text) + len(gaps) * (1000 + (before - self.left) * 8))


def _inside(group: Any) -> Any:
    if isinstance(group, dict):
        return [*group, *group.values()]
    if isinstance(group, Namespace):
        return list(object.__getattribute__(group, "_Namespace__attrs").values())
    return group


def bounded_range(*numbers: int) -> range:
    """A range of which a page can pay the rounds."""
    found = range(*numbers)
    if len(found) > LONGEST_RANGE:
        raise Excess("number")
    return found


# Jinja's filters that depend on nothing but what they are given, with the largest number that those which count may get.
# Not here: `attr` (fields have a dot), `pprint`, `random`, `urlize` and `wordwrap` (which cost far more than their text).
_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "filesizeformat", "first", "float", "forceescape",
    "groupby", "int", "items", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "safe",
    "select", "selectattr", "sort", "string", "striptags", "title", "trim", "truncate", "unique", "upper", "urlencode",
    "wordcount", "xmlattr",
)  # fmt: skip
_COUNTING = {"batch": 100_000, "center": 100_000, "slice": 100_000, "round": 1000, "tojson": 100}
_COMPARING = frozenset((
    "==", "!=", "<", ">", "<=", ">=", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le", "lessthan", "lt", "ne",
))  # fmt: skip
# What costs less than asking.
_FREE = frozenset(("count", "length", "d", "default", "first", "last", "safe"))


def bounded_filters(budget: Budget) -> dict[str, Any]:
    """Jinja's filters by name, each paid for."""
    known: dict[str, Any] = dict(filters.FILTERS)
    found = {name: known[name] if name in _FREE else _paid(known[name], budget) for name in _FILTERS}
    found |= {name: _paid(known[name], budget, most) for name, most in _COUNTING.items()}
    return found | {name: _paid(function, budget) for name, function in _growing(budget).items()}


def bounded_tests(budget: Budget) -> dict[str, Any]:
    """Jinja's tests by name; those that compare are paid for."""
    return {
        name: _paid(test, budget) if name in _COMPARING else test for name, test in dict[str, Any](tests.TESTS).items()
    }


def _paid(function: Callable[..., Any], budget: Budget, most: int = 0) -> Callable[..., Any]:
    """`function`, which pays for what it is given, for numbers up to `most`, and for the text that it makes."""

    @wraps(function)
    def paid(*args: Any, **kwargs: Any) -> Any:
        budget.spend(5)
        for each in (*args, *kwargs.values()) if kwargs else args:
            budget.weigh(each)
            if _kinds[type(each)] == "group":
                budget.spend(10 * len(each))
            if most and isinstance(each, int):
                if abs(each) > most:
                    raise Excess("number")
                budget.spend(abs(each))
        made = function(*args, **kwargs)
        if _kinds[type(made)] == "text":
            budget.write(len(made))
        return made

    return paid


def _growing(budget: Budget) -> dict[str, Callable[..., Any]]:
    """The filters that can make much of little: they pay for it first."""

    @pass_eval_context
    def replace(context: Any, text: Any, old: Any, new: Any, count: int | None = None) -> Any:
        budget.write(str(text).count(str(old)) * len(str(new)) * 6)
        return filters.do_replace(context, text, old, new, count)

    @pass_eval_context
    def join(context: Any, items: Any, d: Any = "", attribute: Any = None) -> Any:
        items = budget.loop(items, 1)
        budget.write(len(items) * len(str(d)) * 6)
        return filters.sync_do_join(context, items, d, attribute)

    def indent(text: str, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
        budget.write(len(text.splitlines()) * (len(width) if isinstance(width, str) else width))
        return filters.do_indent(text, width, first, blank)

    def format_(text: Any, *args: Any, **kwargs: Any) -> str:
        budget.format(str(text), kwargs or args)
        return filters.do_format(text, *args, **kwargs)

    @pass_environment
    def total(environment: Any, items: Any, attribute: Any = None, start: float = 0) -> Any:
        if not isinstance(start, (int, float)):
            raise TypeError("sum: numbers only")
        return filters.sync_do_sum(environment, items, attribute, start)

    return {"replace": replace, "join": join, "indent": indent, "format": format_, "sum": total}


def operators(budget: Budget) -> Mapping[str, Callable[[Any, Any], Any]]:
    """The operators that can make much of little."""
    return {"+": budget.add, "*": budget.multiply, "**": budget.raise_to, "%": budget.remainder}
