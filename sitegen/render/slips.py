"""What Python and Jinja say of a template that fails while it runs → a cause for which `messages` has the words."""

from __future__ import annotations

import re

_TYPE_ERRORS = (
    ("not shown whole", "jinja.group"),
    ("not callable", "jinja.call"),
    ("not iterable", "jinja.loop"),
    ("argument", "jinja.arguments"),
    ("unsupported operand", "jinja.types"),
    ("not supported between", "jinja.types"),
    ("concatenate", "jinja.types"),
    ("must be str", "jinja.types"),
)


def cause_of(error: Exception) -> str:
    """The cause of an error that is no undefined field: `jinja.run` where it is a rare one."""
    if isinstance(error, ZeroDivisionError):
        return "jinja.zero"
    if isinstance(error, TypeError):
        return next((cause for words, cause in _TYPE_ERRORS if words in str(error)), "jinja.run")
    return "jinja.run"


def undefined_cause(said: str) -> str:
    """Why a field is undefined: `field.optional` in a free group, `field.absent` of what is not there, "" of a view."""
    if said.startswith("'dict object'"):
        return "field.optional"
    return "field.absent" if said.startswith("'None'") else ""


def path_to(field: str, line: str) -> str:
    """The whole expression that ends in `field` (`page.extra.motto`), `field` itself where the line does not tell."""
    found = re.search(rf"[\w.]+\.{re.escape(field)}\b", line)
    return found[0] if found else field
