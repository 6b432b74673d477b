"""What the texts of a theme say of themselves, before they are put together: read once, also over many builds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, Literal

import msgspec

from sitegen.digest import Digest, of_text, of_value
from sitegen.engine import engine_digest
from sitegen.parse.catalogue import Catalogue, read_catalogue
from sitegen.parse.file_uses import uses_of_template
from sitegen.parse.memo import Memo
from sitegen.parse.uses import Use

LONGEST_TEMPLATE = 1024 * 1024
MOST_CODE = 50_000  # characters inside tags, of which Python makes a program
_FUNCTIONS = ("_", "gettext", "ngettext", "pgettext", "npgettext")


class Need(msgspec.Struct, frozen=True):
    """A template that another one names in a tag at a line; `name` is None where it is not written out."""

    name: str | None
    line: int
    tag: Literal["extends", "include", "import"]

    @property
    def is_parent(self) -> bool:
        """Whether it is extended."""
        return self.tag == "extends"


class Block(msgspec.Struct, frozen=True):
    """A block at a line; `inside` is the block that it stands in, "" where there is none; `with_parent` says that it shows
    that of the template's parent, too.
    """

    name: str
    line: int
    inside: str
    with_parent: bool


class Facts(msgspec.Struct, frozen=True):
    """What a template's text says of itself: the templates that it extends, includes or imports, its words as (line,
    catalogue key), whether it asks for words that it does not name itself, and, where it cannot be read, (line, why);
    `excess` says that it is too long or too deep to be read at all; `blocks` are its blocks, and `outside` the lines on
    which a template that extends another shows something in none; `uses` is what a browser does with what it writes.
    """

    needs: tuple[Need, ...] = ()
    words: tuple[tuple[int, str], ...] = ()
    any_word: bool = False
    broken: tuple[int, str] | None = None
    excess: str = ""
    variables: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    outside: tuple[int, ...] = ()
    uses: tuple[Use, ...] = ()


class _Kept(msgspec.Struct):
    """What texts were found to say, by their digests."""

    facts: dict[Digest, Facts] = {}
    words: dict[Digest, Catalogue] = {}


class Reading:
    """Reads templates and catalogues, each text once, also over many builds."""

    def __init__(self, memo: Memo) -> None:
        self.memo = memo
        try:
            self.before = msgspec.msgpack.decode(memo.get(self._key()) or b"\x80", type=_Kept)
        except msgspec.DecodeError:
            self.before = _Kept()
        self.now = _Kept()

    def facts(self, text: str) -> Facts:
        """What a template says of itself."""
        digest = of_text(text)
        if digest not in self.now.facts:
            self.now.facts[digest] = self.before.facts.get(digest) or _facts(text)
        return self.now.facts[digest]

    def words(self, text: str) -> Catalogue:
        """What a catalogue holds."""
        digest = of_text(text)
        if digest not in self.now.words:
            self.now.words[digest] = self.before.words.get(digest) or read_catalogue(text)
        return self.now.words[digest]

    def keep(self) -> None:
        """Keeps all for the next build."""
        self.memo.put(self._key(), msgspec.msgpack.encode(self.now))

    def _key(self) -> str:
        return of_value((engine_digest(), "theme"))


def shown_blocks(lineage: Sequence[Facts]) -> frozenset[str]:
    """The blocks that come to be shown by a template and those that it extends, the nearest first: those that the last one
    shows, and whatever stands in these as the nearest of the templates has them.
    """
    shown: set[str] = set()
    waiting = [(block.name, 0) for block in lineage[-1].blocks if not block.inside]
    while waiting:
        name, level = waiting.pop()
        shown.add(name)
        owners = [
            (at, block) for at in range(level, len(lineage)) for block in lineage[at].blocks if block.name == name
        ]
        if not owners:
            continue
        at, found = owners[0]
        inner = [block.name for block in lineage[at].blocks if block.inside == name]
        waiting += [(each, 0) for each in inner if each not in shown]
        waiting += [(name, at + 1)] if found.with_parent else []
    return frozenset(shown)


@cache
def _environment() -> Any:
    """Reads templates, and computes nothing in them: any filter and test is known, none is called."""
    from jinja2 import pass_context
    from jinja2.ext import i18n
    from jinja2.sandbox import SandboxedEnvironment

    @pass_context
    def never_called(*_: object) -> None:
        raise AssertionError

    class AnyName(dict[str, Any]):
        def get(self, name: str, default: object = None) -> Any:
            """An unknown one is told when it is called."""
            return never_called

    environment: Any = SandboxedEnvironment(extensions=[i18n], autoescape=True)
    environment.filters = environment.tests = AnyName()
    environment.intercepted_binops = frozenset(environment.binop_table)
    environment.intercepted_unops = frozenset(environment.unop_table)
    return environment


@lru_cache(maxsize=1024)
def _facts(text: str) -> Facts:
    from jinja2 import TemplateSyntaxError

    if len(text) > LONGEST_TEMPLATE or _code_size(text) > MOST_CODE:
        return Facts(excess="size")
    try:
        return msgspec.structs.replace(_facts_of(_environment().parse(text)), uses=uses_of_template(text))
    except TemplateSyntaxError as error:
        return Facts(broken=(error.lineno, error.message or ""))
    except ValueError as error:  # a number of thousands of digits
        return Facts(broken=(1, str(error)))
    except RecursionError:
        return Facts(excess="blocks")


def _code_size(text: str) -> int:
    """The characters inside tags."""
    return sum(len(re.split(r"[%}]\}", tag, maxsplit=1)[0]) + 4 for tag in re.split(r"\{[{%]", text)[1:])


def _facts_of(tree: Any) -> Facts:
    from jinja2 import meta
    from jinja2.ext import extract_from_ast

    words, any_word = [], False
    for line, function, message in extract_from_ast(tree, _FUNCTIONS):
        parts = [part for part in (message if isinstance(message, tuple) else (message,)) if part is not None]
        if message is None or not parts:
            any_word = True
        else:
            words.append((line, "\x04".join(parts[:2]) if function.endswith("pgettext") else parts[0]))
    variables = tuple(sorted(meta.find_undeclared_variables(tree)))
    return Facts(tuple(_needs(tree)), tuple(words), any_word, variables=variables, blocks=tuple(_blocks(tree, "")),
                 outside=tuple(_outside(tree.body)))  # fmt: skip


def _needs(tree: Any) -> Iterator[Need]:
    from jinja2 import nodes

    tags: dict[type, Literal["extends", "include"]] = {nodes.Extends: "extends", nodes.Include: "include"}
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        named = node.template
        for each in named.items if isinstance(named, nodes.List | nodes.Tuple) else (named,):
            value = each.value if isinstance(each, nodes.Const) else None
            for name in value if isinstance(value, list | tuple) else (value,):
                yield Need(name if isinstance(name, str) else None, node.lineno, tags.get(type(node), "import"))


def _blocks(node: Any, inside: str) -> Iterator[Block]:
    from jinja2 import nodes

    for each in node.iter_child_nodes():
        if isinstance(each, nodes.Block):
            calls = (call.node for call in each.find_all(nodes.Call))
            with_parent = any(isinstance(called, nodes.Name) and called.name == "super" for called in calls)
            yield Block(each.name, each.lineno, inside, with_parent)
        yield from _blocks(each, each.name if isinstance(each, nodes.Block) else inside)


def _outside(body: list[Any]) -> Iterator[int]:
    """The lines of what stands in no block after `{% extends %}`, where Jinja shows nothing else."""
    from jinja2 import nodes

    parents = [number for number, node in enumerate(body) if isinstance(node, nodes.Extends)]
    if parents:
        yield from _shown(body[parents[0] + 1 :])


def _shown(body: Iterable[Any]) -> Iterator[int]:
    from jinja2 import nodes

    for node in body:
        match node:
            case nodes.Output():
                for each in node.nodes:
                    text = each.data if isinstance(each, nodes.TemplateData) else "x"
                    if text.strip():
                        yield each.lineno + text[: len(text) - len(text.lstrip())].count("\n")
            case nodes.Include() | nodes.CallBlock() | nodes.FilterBlock():
                yield node.lineno
            case nodes.If() | nodes.For() | nodes.With():
                yield from _shown((*node.body, *getattr(node, "elif_", ()), *getattr(node, "else_", ())))
            case nodes.Scope() | nodes.ScopedEvalContextModifier():
                yield from _shown(node.body)


_OPENING = re.compile(r"\{%-?\s*(end)?(for|if|block|macro|call|filter|with)\b|\{[{%#]|[}%#]\}|([(\[{])|([)\]}])|(\n)")


FEW = 15


def deepest_line(text: str) -> int:
    """The line on which most tags and brackets are open, or, where those are few, the longest."""
    line, depth, deepest, found = 1, 0, 0, 1
    for each in _OPENING.finditer(text):
        line += bool(each[5])
        depth += bool(each[3] or (each[2] and not each[1])) - bool(each[4] or each[1])
        if depth > deepest:
            deepest, found = depth, line
    if deepest < FEW:
        lengths = [len(each) for each in text.split("\n")]
        return lengths.index(max(lengths)) + 1
    return found
