"""A template's syntax tree → the same tree, in which each loop, each template, block and macro, and each value that is
compared or put together, is paid for from the budget. (What is shown is paid for where it is shown.)
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.utils import pass_context
from jinja2.visitor import NodeTransformer

from sitegen.render.limits import Budget

# Names of filters that no template can write.
_LOOP, _PAY, _WEIGH, _JOIN = " loop", " pay", " weigh", " join"
_ENTRY = 50


def meters(budget: Budget) -> dict[str, Any]:
    """The filters that `Meter` puts into a tree. They take the context only so that nothing is worked out beforehand."""
    return {
        _LOOP: pass_context(lambda _, items, weight: budget.loop(items, weight)),
        _PAY: pass_context(lambda _, weight: budget.spend(weight)),
        _WEIGH: pass_context(lambda _, value: budget.weigh(value)),
        _JOIN: pass_context(lambda _, parts: budget.concatenate(parts)),
    }


class Meter(NodeTransformer):
    """Visits a whole template."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        """The rounds of a loop, before the first; those of a recursive one in each round."""
        weight = _weight(node.body)
        self.generic_visit(node)
        if node.recursive:
            node.body.insert(0, _pay(weight, node.lineno))
        else:
            node.iter = _filter(_LOOP, node.iter, nodes.Const(weight))
        return node

    def _entered(self, node: Any) -> Any:
        weight = _weight(node.body) + _ENTRY
        self.generic_visit(node)
        node.body.insert(0, _pay(weight, node.body[0].lineno if node.body else node.lineno))
        return node

    visit_Template = visit_Block = visit_Macro = visit_CallBlock = _entered  # noqa: N815

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        """Two values that may both hold much; equal to a constant are only small ones."""
        self.generic_visit(node)
        sides = [node.expr, *(each.expr for each in node.ops)]
        within = any(each.op in ("in", "notin") for each in node.ops)
        if within or not any(isinstance(each, nodes.Const) for each in sides):
            node.expr = _filter(_WEIGH, node.expr)
            for each in node.ops:
                each.expr = _filter(_WEIGH, each.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802
        """A slice, which is a copy."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter(_WEIGH, node.node)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Pair:  # noqa: N802
        """A key, which may be a group."""
        self.generic_visit(node)
        if not isinstance(node.key, nodes.Const):
            node.key = _filter(_WEIGH, node.key)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        """Texts that are put together."""
        self.generic_visit(node)
        return _filter(_JOIN, nodes.Tuple(node.nodes, "load", lineno=node.lineno))


def _weight(body: list[nodes.Node]) -> int:
    """What going once through it costs: its expressions, and its text."""
    found = [inner for each in body for inner in each.find_all(nodes.Expr)]
    return 1 + sum(1 + (len(each.data) >> 3 if isinstance(each, nodes.TemplateData) else 0) for each in found)


def _filter(name: str, value: Any, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, list(args), [], None, None, lineno=value.lineno)


def _pay(weight: int, line: int) -> nodes.ExprStmt:
    return nodes.ExprStmt(_filter(_PAY, nodes.Const(weight, lineno=line)), lineno=line)
