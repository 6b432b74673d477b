"""Nodes → frozen structs: every field is converted by the type that the struct declares, and what does not fit is a problem.

The declared types are the whole schema: `str` as written, `Text` set for reading, `Fragment` Markdown, `bool`, `int`,
`Decimal`, `float`, `datetime`, `Literal`, `tuple[X, ...]`, a struct, `Ref` and `Target` (to other documents), `FilePath`,
`WebAddress`, `Contact`, `Anchor`, `Email`, `Phone`, `Colour`, `dict[str, X]`, and `dict[str, object]` for a block that is free. `Annotated` adds a rule: `Longest`,
`FromZero`, `Within`, `Words`, `Single`, `UnlessDraft`, `Labels` or `Variants`.
"""

from __future__ import annotations

import re
import types
from collections.abc import Collection
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, NewType, TypeVar, Union, get_args, get_origin

import msgspec

from sitegen.colour import suggested, to_hex
from sitegen.dates import NotADate, parse_moment
from sitegen.parse.components import Components
from sitegen.parse.cut_short import lost, noted
from sitegen.parse.field_names import field_meant, line_meant, other_names, value_meant
from sitegen.parse.fragment import Fragment
from sitegen.parse.markdown import to_fragment
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence, natural
from sitegen.parse.typography import typeset
from sitegen.parse.uses import is_elsewhere, origin_of
from sitegen.parse.yaml_slips import in_curly_quotes, plain_or_quoted
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import slugify_file

Text = NewType("Text", str)
WebAddress = NewType("WebAddress", str)
Email = NewType("Email", str)
Phone = NewType("Phone", str)
Contact = NewType("Contact", str)
"""An address outside of the site: a whole one, or that of an email or a telephone (`mailto:`, `tel:`)."""

Anchor = NewType("Anchor", str)
"""An id on a page, which an address can name behind its #."""

Origin = NewType("Origin", str)
"""Scheme and host of somebody else's address: `https://www.example.com`."""

Colour = NewType("Colour", str)
"""`#rrggbb` in lower case; "" where none is written."""


class Ref(msgspec.Struct, frozen=True):
    """The id of another document (its file's name), with the place where it is written."""

    id: str
    place: Place


class Target(msgspec.Struct, frozen=True):
    """Where a button or menu entry leads: a content file, `blog`, a root-relative address, or a whole URL."""

    to: str
    place: Place


class FilePath(msgspec.Struct, frozen=True):
    """A file of the content folder, as written: relative to the document, or from the content folder's top."""

    written: str
    place: Place


class Pattern(msgspec.Struct, frozen=True):
    """The pattern of an address (`/blog/%postname%/`), with the place where it is written."""

    written: str
    place: Place


class Module(msgspec.Struct, frozen=True):
    """The name of a Python module (a plugin), with the place where it is written."""

    name: str
    place: Place


class Named(msgspec.Struct, frozen=True):
    """One of the things that the theme gives names to, with the place where it is written."""

    written: str
    place: Place


class Longest(msgspec.Struct, frozen=True):
    """More characters than this are a warning."""

    characters: int


class FromZero(msgspec.Struct, frozen=True):
    """A number below zero is an error."""


class Within(msgspec.Struct, frozen=True):
    """A number outside of these two is an error."""

    lowest: int
    highest: int


class Words(msgspec.Struct, frozen=True):
    """Other words for the values of a `Literal`."""

    other: tuple[tuple[str, str], ...]


class UnlessDraft(msgspec.Struct, frozen=True):
    """A date that is required, but not of a draft: one without it has `UNDATED` in its place."""


class Single(msgspec.Struct, frozen=True):
    """One entry, which people take for several where it holds a comma."""


class Labels(msgspec.Struct, frozen=True):
    """Short entries, which people take for several where one holds a semicolon or goes over two lines."""


class Variants(msgspec.Struct, frozen=True):
    """A mapping whose key `by` says which struct it is."""

    by: str
    structs: tuple[tuple[str, type[msgspec.Struct]], ...]


class Context(msgspec.Struct, frozen=True):
    """What conversion depends on besides the text itself; `anchors` are the ids that the theme has on every page,
    `components` those that it knows. Where the site has
    a `search`, the terms of its posts are found on the way.
    """

    path: str
    language: str
    zone: tzinfo
    typography: bool = True
    anchors: tuple[str, ...] = ()
    components: Components | None = None
    search: bool = False


S = TypeVar("S", bound=msgspec.Struct)
Count = Annotated[int, FromZero()]
Year = Annotated[int, Within(2015, 2100)]
FREE = "extra"
UNDATED = datetime(1, 1, 2, tzinfo=UTC)
"""The date of a draft that has none. No calendar of any zone holds it."""

MOST_ITEMS = 1000
_ADDRESS = re.compile(r"https?:|/|[\w./-]+\.(?:md|html?)\b")
_ABSENT: Any = object()
_NOTHING: Collection[str] = ()
_TRUE, _FALSE = ("true", "yes"), ("false", "no")


def read_struct(node: Node, cls: type[S], context: Context, owner: str, *,
                stand_ins: bool = False) -> tuple[S | None, tuple[Problem, ...]]:  # fmt: skip
    """`node` as a `cls`, and all that is wrong with it; None where a required field is missing or unusable, unless it gets a
    stand-in, so that all that leads to and from this thing can be told in the same run. `owner` names the kind of thing in
    messages (`post`, `site`).
    """
    reader = _Reader(context, owner)
    value = reader.struct(node, cls, stand_ins=stand_ins)
    return (None if value is _ABSENT else value), tuple(reader.problems)


def _stand_in(kind: Any, context: Context) -> Any:
    """A value that brings no problem of its own."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    return datetime(2000, 1, 1, tzinfo=context.zone) if kind is datetime else _STAND_INS[kind]


class _Reader:
    """One conversion: collects the problems while the values are built."""

    def __init__(self, context: Context, owner: str) -> None:
        self.context = context
        self.owner = owner
        self.group = ""
        self.problems: list[Problem] = []

    def say(self, code: str, place: Place, **values: object) -> Any:
        self.problems.append(problem(code, place, **values))
        return _ABSENT

    def struct(self, node: Node, cls: Any, *, stand_ins: bool = False) -> Any:
        known = _fields(cls)
        if not isinstance(node, Mapping):
            switch = _truth(node.text) if isinstance(node, Scalar) and "enabled" in known else None
            return self.no_fields(node, known) if switch is None else cls(enabled=switch)
        values: dict[str, Any] = {}
        meant: set[str] = set()
        written = {key.text for key, _ in node.entries}
        excused = _excused(node, known)
        values.update(dict.fromkeys(excused, UNDATED))
        missing = [name for name, field in known.items() if field.required and name not in {*written, *excused}]
        groups = _group_above(node, known)
        for key, inner in node.entries:
            name, field = key.text, known.get(key.text)
            if field is None and name in groups:
                self.say("E130", key.place, field=name, group=groups[name])
            elif field is None:
                value = inner.text if isinstance(inner, Scalar) else ""
                near = line_meant(name, value, known) or _with_colon(name, known) or field_meant(name, known, missing)
                self.unknown(key, near, () if meant else known)
                meant.add(near)
            elif name in excused and _is_empty(inner, name):
                continue
            elif not self.empty(key, inner, field) and (value := self.value(inner, field.type, name)) is not _ABSENT:
                values[name] = value
        for name in missing:
            if name not in meant:  # told as a misspelt one
                told = missing_field(name, node, self.owner, self.group)
                values.pop(dict(told.values).get("written", ""), None)  # told here, and nowhere as what it is not
                self.problems.append(told)
        unusable = [name for name, field in known.items() if field.required and name not in values]
        if unusable and not stand_ins:
            return _ABSENT
        return cls(**values, **{name: _stand_in(known[name].type, self.context) for name in unusable})

    def empty(self, key: Scalar, inner: Node, field: msgspec.structs.FieldInfo) -> bool:
        """Whether nothing is written in a field, which is told where something should be, or where a note stands."""
        if not isinstance(inner, Scalar) or not _is_empty(inner, key.text):
            return False
        if field.required:
            self.say("E126", key.place, field=key.text, owner=self.owner, group=self.group,
                     decoration=_decoration(key.text))  # fmt: skip
        elif field.type is bool:
            self.say("E131", key.place, field=key.text)
        elif field.type is Colour:
            self.say("E207", key.place, field=key.text, written=_note_of(inner))
        elif inner.note and _is_lost(inner.note, field.type):
            self.problems.append(lost(inner.note, key.text, _is_list(field.type), inner.place))
        return field.required or field.type in (bool, Colour) or inner.is_null

    def no_fields(self, node: Node, known: dict[str, msgspec.structs.FieldInfo]) -> Any:
        """What stands where fields go and is none: perhaps one without its colon, or without the space behind it."""
        found = re.match(r"([\w-]+)(:| +=? *)(\S.*)", node.text) if isinstance(node, Scalar) and node.plain else None
        if found and found[1] in known:
            if found[2] != ":":
                return self.say("E125", node.place, text=found[0])
            place = node.place._replace(column=node.place.column + len(found[1]) + 1, width=1)
            return self.say("E127", place, field=found[1], value=found[3])
        return self.say("E110", node.place, form=self.form(node, known))

    def form(self, node: Node, known: dict[str, msgspec.structs.FieldInfo]) -> str:
        """How the fields of a group are written: the required ones, else the first two; a text that stands there is the first."""
        names = [name for name, field in known.items() if field.required] or [*known][:2]
        values = dict.fromkeys(names, "…")
        text = node.text if isinstance(node, Scalar) else ""
        leads = next((name for name in names if _leads_on(known[name].type)), "") if _ADDRESS.match(text) else ""
        if leads or (text and known[names[0]].type in (Text, FilePath)):
            values[leads or names[0]] = text
        lines = [f"{name}: {value}" for name, value in values.items()]
        if not self.group:
            return "\n".join(lines)
        first, further = ("  - ", "    ") if self.owner == "entry" else ("  ", "  ")
        return "\n".join([f"{self.group}:", first + lines[0], *(further + line for line in lines[1:])])

    def invisible(self, node: Scalar) -> Any:
        """A sign that nobody sees, in a name or where no text for reading goes."""
        at, sign = next((at, sign) for at, sign in enumerate(node.text) if not sign.isprintable())
        place = node.place._replace(column=node.place.column + at + (not node.plain), width=1)
        return self.say("E304", place, character=f"U+{ord(sign):04X}")

    def unknown(self, key: Scalar, near: str, known: Collection[str]) -> Any:
        """A field that there is not; what there is, is listed once for all of them."""
        if not key.text.isprintable():
            return self.invisible(key)
        return self.say("E102", key.place, field=key.text, owner=self.owner, group=self.group, near=near, known=", ".join(known),
                 free=FREE if FREE in known else "")  # fmt: skip

    def inner(self, node: Node, cls: Any, owner: str, group: str) -> Any:
        """A struct inside another, called `owner` in messages: an `entry` of the list `group`, or the `group` itself."""
        before = self.owner, self.group
        self.owner, self.group = owner, group
        value = self.struct(node, cls)
        self.owner, self.group = before
        return value

    def wrong(self, node: Node, name: str, expected: str, near: str = "") -> Any:
        """A value of another type than `expected`; `near` is what may be written instead."""
        return self.say("E105", node.place, field=name, expected=expected, near=near)

    def value(self, node: Node, kind: Any, name: str, owner: str = "group") -> Any:
        origin = get_origin(kind)
        if origin is Annotated:
            inner, *rules = get_args(kind)
            return self.ruled(node, inner, rules, name)
        if origin in (Union, types.UnionType):
            return self.value(node, next(arg for arg in get_args(kind) if arg is not type(None)), name, owner)
        if origin is tuple:
            return self.items(node, get_args(kind)[0], name)
        if origin is dict:
            return self.mapping(node, get_args(kind)[1], name)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in SCALARS:
            return self.inner(node, kind, owner, name)
        if not isinstance(node, Scalar):
            return self.wrong(node, name, "text")
        if node.plain and (inside := in_curly_quotes(node.text)):
            before = "" if owner == "entry" else f"{name}: "
            is_text = kind in (Text, Fragment)
            said = self.say("W104" if is_text else "E129", node.place, meant=before + plain_or_quoted(inside),
                            kept=f'{before}"{node.text}"')  # fmt: skip
            if not is_text:
                return said
        if kind in (Text, Fragment) and node.note and (told := noted(node, "" if owner == "entry" else name)):
            self.problems.append(told)
        if kind not in (Text, Fragment) and not node.indent and not node.text.isprintable():
            return self.invisible(node)
        if origin is Literal:
            return self.choice(node, get_args(kind), name)
        return SCALARS[kind](self, node, name)

    def ruled(self, node: Node, kind: Any, rules: list[Any], name: str) -> Any:
        for rule in rules:
            if isinstance(rule, Single) and (wrong := self.several(node, name)):
                return wrong
            if isinstance(rule, Labels):
                self.labels(node, name)
            if isinstance(rule, Words) and isinstance(node, Scalar):
                node = msgspec.structs.replace(node, text=dict(rule.other).get(node.text.casefold(), node.text))
            elif isinstance(rule, Variants):
                return self.variant(node, rule)
        words = next((rule for rule in rules if isinstance(rule, Words)), None)
        value = self.other_words(node, kind, words, name) if words else self.value(node, kind, name)
        for rule in rules:
            if isinstance(rule, FromZero) and isinstance(value, int) and value < 0:
                return self.wrong(node, name, "count")
            if isinstance(rule, Within) and isinstance(value, int) and not rule.lowest <= value <= rule.highest:
                return self.say("E105", node.place, field=name, expected="within", near="",
                                lowest=rule.lowest, highest=rule.highest)  # fmt: skip
            if isinstance(rule, Longest) and isinstance(value, str) and len(value) > rule.characters:
                self.say("W102", node.place, field=name, length=len(value), longest=rule.characters)
        return value

    def several(self, node: Node, name: str) -> Any:
        """Says that only one of several goes there; of a text with a comma that may be one, that it is taken for one."""
        texts = [item.text for item in node.items if isinstance(item, Scalar)] if isinstance(node, Sequence) else []
        if isinstance(node, Scalar) and node.plain and "," in node.text:
            texts = [text.strip() for text in node.text.split(",")]
            if name == "category":
                self.say("W105", node.place, field=name, written=node.text, near=texts[0], cause="one.category")
                return None
        return self.wrong(node, name, f"one.{name}", texts[0]) if texts else None

    def labels(self, node: Node, name: str) -> None:
        for item in node.items if isinstance(node, Sequence) else (node,):
            if not isinstance(item, Scalar) or not item.plain:
                continue
            over_lines = item.place.width < len(item.text) and not re.search(r"^-|,", item.text)
            if ";" in item.text or over_lines:
                parts = [part.strip() for part in item.text.split(";") if part.strip()]
                near = "" if over_lines else f"[{', '.join(parts)}]"
                self.say("W105", item.place, field=name, written=item.text, near=near, cause="one.tags")

    def other_words(self, node: Node, kind: Any, words: Words, name: str) -> Any:
        """A choice that is told by its other words, where the glossary has them."""
        if not isinstance(node, Scalar) or node.text in get_args(kind):
            return self.value(node, kind, name)
        near = value_meant(node.text, [*dict(words.other), *filter(None, get_args(kind))])
        return self.say("E107", node.place, field=name, written=node.text, near=near, known=name)

    def variant(self, node: Node, rule: Variants) -> Any:
        known = dict(rule.structs)
        chosen = node.get(rule.by) if isinstance(node, Mapping) else None
        if isinstance(chosen, Scalar) and chosen.text in known:
            return self.inner(node, known[chosen.text], "section", chosen.text)
        if isinstance(chosen, Scalar):
            return self.say("E108", chosen.place, written=chosen.text, near=value_meant(chosen.text, known),
                            known=", ".join(known))  # fmt: skip
        self.problems.append(missing_field(rule.by, node, "section"))
        return _ABSENT

    def items(self, node: Node, kind: Any, name: str) -> Any:
        if isinstance(node, Scalar) and node.plain and re.match(r"-[^\s\d-]", node.text):
            first = node.text[1:].partition(" -")[0].strip()
            return self.say("E120", node.place, cause="yaml.stuck_dash", value=first)
        if isinstance(node, Scalar) and "," not in node.text:
            node = Sequence((node,), node.place)
        if not isinstance(node, Sequence):
            return self.wrong(node, name, "list", f"[{node.text}]" if isinstance(node, Scalar) else "")
        if len(node.items) > MOST_ITEMS:
            return self.say("E118", node.place, field=name, count=len(node.items), limit=MOST_ITEMS)
        values = [self.item(item, kind, name) for item in node.items]
        return tuple(value for value in values if value is not _ABSENT)

    def item(self, node: Node, kind: Any, name: str) -> Any:
        if isinstance(node, Scalar) and (node.is_null or not node.text.strip()):
            near = lost(node.note, name, False, node.place).get("value") if node.note else ""
            return self.say("E119", node.place, field=name, near=near)
        return self.value(node, kind, name, "entry")

    def mapping(self, node: Node, kind: Any, name: str) -> Any:
        """A block whose keys are the site's own: free, or each with a value of one type."""
        if not isinstance(node, Mapping):
            return self.wrong(node, name, "mapping")
        if kind is object:
            return natural(node)
        values: dict[str, Any] = {}
        for key, each in node.entries:
            if kind is Target and isinstance(each, Scalar) and _is_empty(each, key.text):
                self.say("E126", key.place, field=key.text, owner="address", group=name, decoration="")
            else:
                values[key.text] = self.value(each, kind, key.text)
        return {key: value for key, value in values.items() if value is not _ABSENT}

    def choice(self, node: Scalar, allowed: tuple[str, ...], name: str) -> Any:
        if node.text in allowed:
            return node.text
        known = tuple(filter(None, allowed))
        return self.say("E107", node.place, field=name, written=node.text, near=value_meant(node.text, known),
                        known=", ".join(known))  # fmt: skip

    def text(self, node: Scalar, name: str) -> str:
        return node.text

    def set_text(self, node: Scalar, name: str) -> str:
        text = " ".join(node.text.split())
        return typeset(text, self.context.language) if self.context.typography else text

    def markdown(self, node: Scalar, name: str) -> Fragment:
        fragment: Fragment = to_fragment(node.text, path=self.context.path, first_line=node.place.line,
                               column=node.place.column, indent=node.indent,
                               language=self.context.language, typography=self.context.typography,
                               taken=self.context.anchors, components=self.context.components)  # fmt: skip
        self.problems.extend(fragment.problems)
        return fragment

    def boolean(self, node: Scalar, name: str) -> Any:
        if (value := _truth(node.text)) is not None:
            return value
        near = value_meant(node.text, ("true", "false"), likeness=0.7)  # short words are alike by chance
        return self.say("E107", node.place, field=name, written=node.text, near=near, known="yes, no, true, false")

    def integer(self, node: Scalar, name: str) -> Any:
        if node.text.lstrip("+-").isascii() and node.text.lstrip("+-").isdecimal() and len(node.text) <= 12:
            return int(node.text)
        return self.wrong(node, name, "integer")

    def number(self, node: Scalar, name: str) -> Any:
        if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", node.text, re.ASCII):
            return Decimal(node.text)
        return self.wrong(node, name, "number", _number_meant(node.text))

    def web_address(self, node: Scalar, name: str) -> Any:
        if not node.text or re.fullmatch(r"https?://[^\s/]+\.[^\s]+", node.text):
            return node.text
        near = f"https://{node.text}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", node.text) else ""
        return self.say("E417", node.place, field=name, written=node.text, near=near)

    def origin(self, node: Scalar, name: str) -> Any:
        whole = node.text if is_elsewhere(node.text) else f"https://{node.text}"
        meant = re.sub(r"^http:", "https:", origin_of(whole))  # a page that is safe loads nothing that is not
        is_one = re.fullmatch(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?", meant) is not None
        if is_one and node.text.casefold().rstrip("/") == meant:
            return Origin(meant)
        return self.wrong(node, name, "origin", meant if is_one and "." in meant else "")

    def contact(self, node: Scalar, name: str) -> Any:
        return node.text if re.match(r"(mailto|tel|sms):\S", node.text) else self.web_address(node, name)

    def anchor(self, node: Scalar, name: str) -> Any:
        if re.fullmatch(r"[^\s#%\"'<>{}&?/\\]*", node.text):
            return node.text
        return self.say("E132", node.place, field=name, written=node.text, near=slugify_file(node.text.lstrip("#")))

    def email(self, node: Scalar, name: str) -> Any:
        written = node.text.removeprefix("mailto:")
        if not node.text or re.fullmatch(r"[^@:\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]+", node.text):
            return node.text
        return self.wrong(node, name, "email", written if written != node.text else "")

    def phone(self, node: Scalar, name: str) -> Any:
        """One number; the longest has fifteen digits (ITU-T E.164)."""
        digits = sum(map(str.isdigit, node.text))
        if not node.text or (re.fullmatch(r"\+?[\d\s().\-–/]+", node.text) and digits <= 15):
            return node.text
        return self.wrong(node, name, "phone")

    def real(self, node: Scalar, name: str) -> Any:
        if re.fullmatch(r"-?(\d{1,6}(\.\d{1,6})?|\.\d{1,6})", node.text, re.ASCII):
            return float(node.text)
        return self.wrong(node, name, "real")

    def colour(self, node: Scalar, name: str) -> Any:
        return to_hex(node.text) or self.say("E206", node.place, field=name, written=node.text,
                                             near=suggested(node.text))  # fmt: skip

    def moment(self, node: Scalar, name: str) -> Any:
        found = parse_moment(node.text, self.context.zone, self.context.language)
        if not isinstance(found, NotADate):
            return found
        return self.say("E106", node.place, field=name, written=node.text, reason=found.reason, near=found.near)

    def reference(self, node: Scalar, name: str) -> Ref:
        return Ref(node.text, node.place)

    def target(self, node: Scalar, name: str) -> Any:
        return Target(node.text, node.place) if node.text.strip() else _ABSENT

    def file(self, node: Scalar, name: str) -> FilePath:
        return FilePath(node.text, node.place)

    def module(self, node: Scalar, name: str) -> Module:
        return Module(node.text, node.place)

    def pattern(self, node: Scalar, name: str) -> Pattern:
        return Pattern(node.text, node.place)

    def named(self, node: Scalar, name: str) -> Named:
        return Named(node.text, node.place)


_STAND_INS: dict[Any, Any] = {str: "…", Text: Text("…")}
SCALARS: dict[Any, Any] = {
    str: _Reader.text,
    Text: _Reader.set_text,
    Fragment: _Reader.markdown,
    bool: _Reader.boolean,
    int: _Reader.integer,
    Decimal: _Reader.number,
    float: _Reader.real,
    Colour: _Reader.colour,
    datetime: _Reader.moment,
    WebAddress: _Reader.web_address,
    Origin: _Reader.origin,
    Contact: _Reader.contact,
    Anchor: _Reader.anchor,
    Email: _Reader.email,
    Phone: _Reader.phone,
    Ref: _Reader.reference,
    Target: _Reader.target,
    FilePath: _Reader.file,
    Module: _Reader.module,
    Pattern: _Reader.pattern,
    Named: _Reader.named,
}


def _truth(written: str) -> bool | None:
    return True if written.casefold() in _TRUE else False if written.casefold() in _FALSE else None


def missing_field(name: str, node: Node, owner: str, group: str = "") -> Problem:
    """A required field that is not there, told where its place would be: at a key that stands for it by another name (the
    `data` of a post, which is also a field of ours, with a date in it), else where the fields begin.
    """
    entries = node.entries if isinstance(node, Mapping) else ()
    stand_in = next((key for key, inner in entries if key.text in other_names(name) and _has_digits(inner)), None)
    place, near = (stand_in.place, name) if stand_in else (node.place._replace(width=1), "")
    return problem("E104", place, field=name, owner=owner, group=group, decoration=_decoration(name), near=near,
                   written=stand_in.text if stand_in else "", cause="field.called" if stand_in else "field.missing")  # fmt: skip


def _excused(node: Mapping, known: dict[str, msgspec.structs.FieldInfo]) -> Collection[str]:
    """The required fields that a draft may do without."""
    draft = node.get("draft")
    if not isinstance(draft, Scalar) or not _truth(draft.text):
        return ()
    return [
        name for name, field in known.items() if any(isinstance(rule, UnlessDraft) for rule in get_args(field.type)[1:])
    ]


def _group_above(node: Mapping, known: dict[str, msgspec.structs.FieldInfo]) -> dict[str, str]:
    """Fields that stand below an empty group and belong into it: their names → the group's."""
    found: dict[str, str] = {}
    above, inside = "", _NOTHING
    for key, inner in node.entries:
        if key.text in known:
            above = key.text
            inside = _fields_inside(known[above].type) if _is_empty(inner, above) else _NOTHING
        elif key.text in inside:
            found[key.text] = above
    return found


def _fields_inside(kind: Any) -> Collection[str]:
    """The fields of the group that goes there, or of the groups in the list that goes there."""
    kind = next((arg for arg in get_args(kind) if arg is not type(None)), kind)
    is_group = isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in SCALARS
    return _fields(kind) if is_group else _NOTHING


def _leads_on(kind: Any) -> bool:
    return kind is Target or Target in get_args(kind)


def _with_colon(written: str, known: Collection[str]) -> str:
    """A field and its value between braces, with the colon that is missing between them; "" where it is something else."""
    found = re.match(r"([\w-]+)\s+(\S.*)", written)
    return f"{found[1]}: {found[2]}" if found and found[1] in known else ""


def _bare(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _is_list(kind: Any) -> bool:
    return get_origin(_bare(kind)) is tuple


def _is_lost(note: str, kind: Any) -> bool:
    """Whether the note that stands for a value was meant as one: a # stuck to a word, or any note where a text goes."""
    return not note[1:2].isspace() or _bare(kind) in (str, Text, Fragment)


def _has_digits(node: Node) -> bool:
    return isinstance(node, Scalar) and any(map(str.isdigit, node.text))


def _is_empty(node: Node, name: str) -> bool:
    """Whether nothing is written there; `alt: ""` says that an image is decoration."""
    return isinstance(node, Scalar) and (node.is_null or (not node.text.strip() and name != "alt"))


@cache
def _fields(cls: Any) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields in the order in which messages list them: required ones, the title first, then the struct's own, then
    inherited ones.
    """
    own = getattr(cls, "__annotations__", {})
    fields = sorted(
        msgspec.structs.fields(cls),
        key=lambda field: (not field.required, field.required and field.name != "title", field.name not in own),
    )
    return {field.encode_name: field for field in fields}


def _decoration(name: str) -> str:
    """The field whose empty text says that an image is decoration."""
    return name if name == "alt" else ""


def _note_of(node: Node) -> str:
    """The colour that stands behind a # that YAML takes for the start of a comment, else one to imitate."""
    note = node.note.split() if isinstance(node, Scalar) else []
    return note[0] if note and to_hex(note[0]) else "#7a2142"


def _number_meant(text: str) -> str:
    """A number as Italian writes it, with its currency («1.050,00 €»), in the form that is wanted; "" where it is none."""
    digits = re.sub(r"(?i)\s|€|\$|£|eur(o)?", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?|\d+,\d{1,2}", digits):
        digits = digits.replace(".", "").replace(",", ".")
    return digits if re.fullmatch(r"\d{1,9}(\.\d{1,2})?", digits) else ""
