"""What a template can reach: the fields of views, the values of plain data, and the few methods of text and data that only
answer. All else does not exist for it. What it does is paid for (see `limits`).

Jinja's own sandbox forbids what it knows to be dangerous; here only what is named can be seen, so that a new version of
Python or Jinja opens nothing.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec
from jinja2 import Undefined
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import Namespace

from sitegen.render.limits import Budget, Excess, bounded_filters, bounded_range, bounded_tests, operators
from sitegen.render.meter import meters

_TEXT = frozenset((
    "capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
    "islower", "isnumeric", "isspace", "istitle", "isupper", "lower", "lstrip", "partition", "removeprefix", "removesuffix",
    "rfind", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
))  # fmt: skip
_LOOP = frozenset((
    "changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex",
    "revindex0",
))  # fmt: skip
_OPEN: tuple[tuple[type, frozenset[str]], ...] = (
    (str, _TEXT),
    (LoopContext, _LOOP),
    (Macro, frozenset(("arguments", "caller", "catch_kwargs", "catch_varargs", "name"))),
    (BlockReference, frozenset(("super",))),
    (dict, frozenset(("get", "items", "keys", "values"))),
    (list, frozenset(("count", "index"))),
)
_KEYED = (str, list, tuple, dict, range, Namespace, TemplateReference)
_OWN_CALLS = (Macro, BlockReference, LoopContext)


class _Fields(dict[type, frozenset[str]]):
    """The attributes of a type that a template can read."""

    def __missing__(self, kind: Any) -> frozenset[str]:
        if issubclass(kind, msgspec.Struct):
            fields = frozenset(kind.__struct_fields__)
        elif issubclass(kind, tuple):
            fields = frozenset(getattr(kind, "_fields", ("count", "index")))
        else:
            fields = next((names for each, names in _OPEN if issubclass(kind, each)), frozenset())
        self[kind] = fields
        return fields


_fields = _Fields()


class Sandbox(SandboxedEnvironment):
    """Jinja with nothing but views, plain data and pure functions, on a budget."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.budget = Budget()
        self.concat = self.budget.join  # type: ignore[method-assign]
        self.filters = {**bounded_filters(self.budget), **meters(self.budget)}
        self.tests = bounded_tests(self.budget)
        for name in DEFAULT_NAMESPACE:
            del self.globals[name]
        self.globals |= {"range": bounded_range, "dict": dict, "namespace": Namespace}
        self.binop_table |= operators(self.budget)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of an object in a template."""
        kind = type(obj)
        if attribute in _fields[kind]:
            return self._method(obj, attribute) if issubclass(kind, str) else getattr(obj, attribute)
        return self._value(obj, kind, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """What an object holds at a place or under a name."""
        kind = type(obj)
        if isinstance(argument, str) and issubclass(kind, msgspec.Struct) and argument in _fields[kind]:
            return getattr(obj, argument)
        return self._value(obj, kind, self.budget.weigh(argument))

    def _value(self, obj: Any, kind: Any, argument: Any) -> Any:
        if issubclass(kind, str) and argument in ("replace", "join"):
            return partial(self._replace if argument == "replace" else self._join, obj)
        if kind is TemplateModule and isinstance(argument, str) and not argument.startswith("_"):
            obj = vars(obj)
        elif kind is Namespace:
            obj = object.__getattribute__(obj, "_Namespace__attrs")
        elif issubclass(kind, Undefined):
            return obj  # what is not there has no parts: its own name is the one to tell
        elif not issubclass(kind, _KEYED):
            return self.undefined(obj=obj, name=argument)
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=argument)

    def _method(self, text: str, name: str) -> Any:
        """A method of a text, paid for by its length; those that cut it make a text for each piece."""
        self.budget.spend(len(text) if "split" in name else len(text) >> 3)
        return getattr(text, name)

    def _replace(self, text: str, *args: Any) -> Any:
        return self.call_filter("replace", text, args)

    def _join(self, text: str, items: Any) -> Any:
        return self.call_filter("join", items, (text,))

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 — a keyword may be `self`
        """Calls a function in a template."""
        __self.budget.spend(30)
        if not isinstance(__obj, _OWN_CALLS):
            __self.budget.weigh(args)
            __self.budget.weigh(kwargs)
        return super().call(__context, __obj, *args, **kwargs)

    def compile(
        self, source: Any, name: str | None = None, filename: str | None = None, *args: Any, **kwargs: Any
    ) -> Any:
        """The code of a template. Raises Excess where it goes deeper than Python's own compiler."""
        try:
            return super().compile(source, name, filename, *args, **kwargs)
        except (RecursionError, MemoryError, SyntaxError) as error:
            raise Excess("blocks", filename or "") from error
