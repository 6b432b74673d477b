"""The fields of `site.yaml` and of front matter as JSON Schema (https://json-schema.org/draft/2020-12), by which editors complete,
underline and explain what is written. It is made of the types that the files are read with.
"""

from __future__ import annotations

import types
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

import msgspec

from sitegen.messages import say
from sitegen.parse.config import Config
from sitegen.parse.descriptions import description_of
from sitegen.parse.fields import SCALARS, FromZero, UnlessDraft, Variants, Within, Words
from sitegen.parse.kinds import KINDS

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Made(NamedTuple):
    """What is made so far of the groups of fields, by the names of their structs, in a language."""

    language: str
    groups: dict[str, Schema]


FILES: dict[str, type[msgspec.Struct]] = {"site": Config, **{str(kind): cls for kind, cls in KINDS.items()}}
"""What there is a schema of: `site` for `site.yaml`, else the folders of `content/`."""

_TEXT = ["string", "number", "boolean"]  # a title may be «1984»
_SWITCH: Schema = {"enum": [True, False, "yes", "no"]}  # to editors, which read YAML 1.2, the last two are texts
_NUMBERS = {int: "integer", float: "number", Decimal: "number"}


def schema_of(name: str, language: str) -> Schema:
    """The schema of one of `FILES`; in `language` it says what it is of and, for `site.yaml`, how an editor finds it: as the YAML extension
    of VS Code does, and others (https://github.com/redhat-developer/yaml-language-server).
    """
    made = _Made(language, {})
    how = {"$comment": say("schema.connected", language)} if name == "site" else {}
    return {"$schema": DIALECT, **how, "title": name, "description": say(f"schema.{name}", language),
            **_struct(FILES[name], made), "$defs": made.groups}  # fmt: skip


def _struct(cls: type[msgspec.Struct], made: _Made) -> Schema:
    hints = get_type_hints(cls, include_extras=True)
    fields = msgspec.structs.fields(cls)
    schema: Schema = {"type": "object", "additionalProperties": False}
    schema["properties"] = {
        each.name: {**_value(hints[each.name], made), "description": description_of(cls, each.name, made.language)}
        for each in fields
    }
    drafts = [each.name for each in fields if UnlessDraft() in get_args(hints[each.name])]
    if required := [each.name for each in fields if each.required and each.name not in drafts]:
        schema["required"] = required
    if drafts:
        schema |= {
            "if": {"properties": {"draft": {"enum": [True, "yes"]}}, "required": ["draft"]},
            "else": {"required": drafts},
        }
    return schema


def _value(kind: Any, made: _Made) -> Schema:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _ruled(arguments[0], arguments[1:], made)
    if origin in (Union, types.UnionType):
        return _value(next(each for each in arguments if each is not type(None)), made)
    if origin is tuple:
        item = _value(arguments[0], made)
        return {"anyOf": [{"type": "array", "items": item}, item]}
    if origin is dict:
        free = arguments[1] is object
        return {"type": "object", **({} if free else {"additionalProperties": _value(arguments[1], made)})}
    if origin is Literal:
        return {"enum": [each for each in arguments if each]}
    if kind is bool:
        return _SWITCH
    if kind in _NUMBERS:
        return {"type": _NUMBERS[kind]}
    if kind in SCALARS:
        return {"type": _TEXT}
    if kind.__name__ not in made.groups:
        made.groups[kind.__name__] = {}  # a menu entry holds menu entries
        made.groups[kind.__name__] = _struct(kind, made)
    group: Schema = {"$ref": f"#/$defs/{kind.__name__}"}
    return {"anyOf": [group, _SWITCH]} if "enabled" in kind.__struct_fields__ else group


def _ruled(kind: Any, rules: tuple[Any, ...], made: _Made) -> Schema:
    for rule in rules:
        if isinstance(rule, Variants):
            return {"oneOf": [_variant(rule.by, name, cls, made) for name, cls in rule.structs]}
    schema = _value(kind, made)
    for rule in rules:
        match rule:
            case FromZero():
                schema["minimum"] = 0
            case Within():
                schema |= {"minimum": rule.lowest, "maximum": rule.highest}
            case Words():
                schema["enum"] = [*schema["enum"], *(other for other, _ in rule.other)]
    return schema


def _variant(by: str, name: str, cls: type[msgspec.Struct], made: _Made) -> Schema:
    schema = _struct(cls, made)
    about = schema["properties"][by]["description"]
    schema["properties"][by] = {"const": name, "description": about}
    return schema
