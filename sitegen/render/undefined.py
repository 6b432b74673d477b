"""What stands for a field, a filter or a test that does not exist, where a template is run once more to hear of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal

from jinja2 import Undefined, pass_context

Tell = Callable[[str, str, int], None]


class Lenient(dict[str, Any]):
    """Filters or tests by name, with something for each name that there is not: it tells of each use, and gives what `otherwise`
    makes of the value.
    """

    def __init__(self, kind: Literal["filter", "test"], known: dict[str, Any], otherwise: Callable[[Any], Any]) -> None:
        super().__init__(known)
        self.kind, self.otherwise = kind, otherwise
        self.tell: Tell = lambda *_: None

    def __missing__(self, name: str) -> Any:
        @pass_context  # which is never worked out beforehand
        def unknown(_: Any, value: Any = "", *__: Any, **___: Any) -> Any:
            self.tell(f"No {self.kind} named {name!r}.", *_where())
            return self.otherwise(value)

        return unknown

    def get(self, name: str, default: Any = None) -> Any:
        """The one of this name, whatever it is."""
        return self[name]


def telling(tell: Tell) -> type[Undefined]:
    """An undefined that is empty to the template, and tells of each use: what Jinja says of it, and the path of the template
    and the line where it is used.
    """

    class Telling(Undefined):
        __slots__ = ()

        def _use(self, *_: Any, **__: Any) -> Any:
            tell(self._undefined_message, *_where())
            return ""

        def _ask(self, *_: Any) -> bool:
            self._use()
            return False

        def __getattr__(self, name: str) -> Any:
            if name[:2] == "__":
                raise AttributeError(name)
            return self._use()

        def __iter__(self) -> Iterator[Any]:
            self._use()
            return iter(())

        def __len__(self) -> int:
            return int(self._ask())

        def __hash__(self) -> int:
            return len(self)

        __str__ = __call__ = __getitem__ = __add__ = __radd__ = _use
        __bool__ = __contains__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _ask  # type: ignore[assignment]

    return Telling


def _where() -> tuple[str, int]:
    from inspect import currentframe  # only where something is wrong

    frame: Any = currentframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return template.filename or "", template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back
    return "", 0
