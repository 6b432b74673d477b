"""How Jinja's compiler is taught what sitegen knows of its templates, so that a page costs less; the text stays the same.

A field of a view is read directly. A word of the interface is part of the template's text. And a partial is a function of
the variables that it names: with the same ones it is not rendered again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_PLACEHOLDER = re.compile(r"%\((\w+)\)s|%(.)", re.DOTALL)
_BY_VALUE = frozenset((str, Markup, int, float, bool, type(None)))
_SPECIAL = re.compile(r"[&<>\"']").search
QUESTIONS = ("startswith", "endswith")
_KEEPS_BLANKS = re.compile(r"<(?:pre|textarea|script|style|listing|plaintext|xmp)\b", re.IGNORECASE)
_INDENTED = re.compile(r"[ \t]*\n[ \t\n]+")
TRIALS = 64  # renderings after which a partial that never comes again with the same variables is no longer kept


class Generator(CodeGenerator):
    """Jinja's code, but for fields, includes, and methods of text."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Names what the code below calls."""
        self.writeline("having = environment.having")
        self.writeline("parts = environment.parts")
        self.writeline("show, plain = environment.show, environment.plain")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """A field of a view, without asking the sandbox: only views have their fields, and all of them may be read."""
        if node.attr not in self.environment.having:  # type: ignore[attr-defined]
            return super().visit_Getattr(node, frame)
        name = self.temporary_identifier()
        self.write(f"({name}.{node.attr} if type({name} := (")
        self.visit(node.node, frame)
        return self.write(f")) in having[{node.attr!r}] else environment.getattr({name}, {node.attr!r}))")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A question to a text, without asking the sandbox."""
        asked = node.node
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if not (isinstance(asked, nodes.Getattr) and asked.attr in QUESTIONS and len(node.args) == 1 and plain):
            return super().visit_Call(node, frame, forward_caller=forward_caller)
        text, argument = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({text}.{asked.attr}({argument}) if type({text} := (")
        self.visit(asked.node, frame)
        self.write(f")) is str and isinstance({argument} := (")
        self.visit(node.args[0], frame)
        self.write(f"), str) else environment.call(context, environment.getattr({text}, {asked.attr!r}), {argument}))")
        return None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("show(" if frame.eval_ctx.volatile or frame.eval_ctx.autoescape else "plain(")
        return self.write(finalize.src) if finalize.src is not None else None

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        """A partial with the values of the variables that it names."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or node.ignore_missing or not node.with_context:
            return super().visit_Include(node, frame)
        here = frame.symbols.dump_stores()
        part = self.environment.parts[name]  # type: ignore[attr-defined]
        values = "".join(f"{here[each]}, " if each in here else f"resolve({each!r}), " for each in part.variables)
        self.newline(node)
        return self.simple_write(f"parts[{name!r}](({values}))", frame, node)


def is_html(value: Any) -> bool:
    """Whether `value` can be shown as it is."""
    return type(value) is Markup or (type(value) is str and not _SPECIAL(value))


class Parts(dict[str, "Part"]):
    """The partials of an environment by the name under which they are included; `variables` tells those of each."""

    def __init__(self, environment: Environment, variables: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self.environment, self.variables = environment, variables

    def __missing__(self, name: str) -> Part:
        part = self[name] = Part(name, self.variables(name), self.environment)
        return part


class Part:
    """A partial as a function of its `variables`: the names that it, or what it includes, does not set itself."""

    def __init__(self, name: str, variables: tuple[str, ...], environment: Environment) -> None:
        self.name, self.environment = name, environment
        self.variables = variables
        self.calls = self.hits = 0
        self.known: dict[tuple[Any, ...], tuple[str, Sequence[Any]]] = {}

    def __call__(self, values: tuple[Any, ...]) -> str:
        """The text for these values, in the order of `variables`."""
        if self.calls > TRIALS and self.hits * 8 < self.calls:
            self.known.clear()
            return self._render(values)
        self.calls += 1
        try:
            key = tuple([(type(each), each) if type(each) in _BY_VALUE else _identity(each) for each in values])
        except TypeError:
            return self._render(values)
        found = self.known.get(key)
        if found is None:
            # The values are kept beside the text, so that no other value can take their identity.
            found = self.known[key] = (self._render(values), values)
        else:
            self.hits += 1
        return found[0]

    def _render(self, values: tuple[Any, ...]) -> str:
        environment = self.environment
        template = environment.get_template(self.name)
        variables = {name: value for name, value in zip(self.variables, values, strict=True) if value is not missing}
        context = Context(environment, {**environment.globals, **variables}, template.name, template.blocks)
        return environment.concat(template.root_render_func(context))


def _identity(value: Any) -> int:
    """What a value is known by: views and tuples do not change. Raises TypeError for what may."""
    if value is missing or type(value) is tuple or hasattr(type(value), "__struct_fields__"):
        return id(value)
    raise TypeError


class Outdenter(NodeTransformer):
    """A template's indentation is for who writes it: a page is sent without. To a browser any blanks are one, but in elements that
    keep them as they are; a template with such a one is left alone.
    """

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802
        """All of the template's own text."""
        texts = list(node.find_all(nodes.TemplateData))
        if not any(_KEEPS_BLANKS.search(each.data) for each in texts):
            for each in texts:
                each.data = _INDENTED.sub("\n", each.data)
        return node


class WordFolder(NodeTransformer):
    """`{{ _("by %(name)s", name=page.author) }}` → the words around their values, as Jinja would put them together."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self.words = words

    def visit_Output(self, node: nodes.Output, *args: Any, **kwargs: Any) -> Any:  # noqa: N802
        """Words that stand where they are shown."""
        shown: list[Any] = []
        for child in node.nodes:
            shown.extend(self._shown(child, node.lineno))
        whole: list[nodes.Node] = []
        for each in shown:
            if isinstance(each, nodes.Stmt):
                whole.append(each)
            elif whole and isinstance(whole[-1], nodes.Output):
                whole[-1].nodes.append(each)
            else:
                whole.append(nodes.Output([each], lineno=node.lineno))
        for each in whole:
            self.generic_visit(each, *args, **kwargs)
        return whole

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        """Words without values that are handed on."""
        self.generic_visit(node, *args, **kwargs)
        pieces = self._pieces(node, 0) if _function(node) in ("_", "gettext") else None
        if pieces and len(pieces) == 1 and isinstance(pieces[0], nodes.MarkSafe):
            return pieces[0]
        return node

    def _shown(self, child: nodes.Node, line: int) -> list[Any]:
        if isinstance(child, nodes.Call):
            match _function(child):
                case "_" | "gettext" if pieces := self._pieces(child, 0):
                    return pieces
                case "ngettext" if (one := self._pieces(child, 0)) and (many := self._pieces(child, -1)):
                    test = nodes.Compare(child.args[2], [nodes.Operand("eq", nodes.Const(1))], lineno=line)
                    return [nodes.If(test, [nodes.Output(one, lineno=line)], [], [nodes.Output(many, lineno=line)],
                                     lineno=line)]  # fmt: skip
        return [child]

    def _pieces(self, call: nodes.Call, form: int) -> list[Any] | None:
        """The words of a call and its values, in their order; None where only Jinja can tell."""
        message: Any = call.args[0].value if call.args and isinstance(call.args[0], nodes.Const) else None
        count = len(call.args) == 3
        if message not in self.words or call.dyn_args or call.dyn_kwargs or len(call.args) not in (1, 3):
            return None
        values = {each.key: each.value for each in call.kwargs}
        if count:
            values.setdefault("num", call.args[2])
        return list(_split(self.words[message][form], values, call.lineno) or ()) or None


def _function(call: nodes.Call) -> str:
    return call.node.name if isinstance(call.node, nodes.Name) else ""


def _split(words: str, values: Mapping[str, nodes.Expr], line: int) -> list[nodes.Expr] | None:
    pieces: list[nodes.Expr] = []
    for is_value, text in _cut(words):
        if is_value and text not in values:
            return None  # told when the page is rendered, with its place
        if is_value:
            pieces.append(values[text])
        elif text:
            pieces.append(nodes.MarkSafe(nodes.Const(text, lineno=line), lineno=line))
    return pieces


def _cut(words: str) -> Iterator[tuple[bool, str]]:
    """Words cut at their placeholders: (whether it is one, text or name). A sign that is none asks for a value that no
    call has.
    """
    start, text = 0, ""
    for found in _PLACEHOLDER.finditer(words):
        text += words[start : found.start()]
        start = found.end()
        if found[2] == "%":
            text += "%"
            continue
        yield False, text
        yield True, found[1] or ""
        text = ""
    yield False, text + words[start:]
