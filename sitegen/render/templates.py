"""A template and its view → text, by Jinja in a sandbox (see `sandbox`) that knows only pure functions of their arguments.

A wrong field, a missing word or a broken include is a problem at the template's own line, never a traceback.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property, partial
from typing import Any

import msgspec
from jinja2 import (
    BaseLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.ext import i18n
from markupsafe import Markup, escape

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest
from sitegen.parse.fragment import Fragment
from sitegen.parse.template_facts import deepest_line
from sitegen.parse.template_slips import syntax_slip
from sitegen.parse.theme import EMBED, Theme
from sitegen.plan import views
from sitegen.plan.plugins import Plugins
from sitegen.problems import Place, Problem, problem
from sitegen.render.code import KeptCode
from sitegen.render.compiled import Generator, Outdenter, Parts, WordFolder, is_html
from sitegen.render.html import Shows, to_html, to_plain
from sitegen.render.limits import Excess
from sitegen.render.meter import Meter
from sitegen.render.notes import beside
from sitegen.render.sandbox import Sandbox
from sitegen.render.slips import cause_of, path_to, undefined_cause
from sitegen.render.undefined import Lenient, Tell, telling
from sitegen.words import nearest

# What Python says of a template that does what its values cannot do.
_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)


_ENDING = {"</": r"<\/", "<!": r"\u003c!", "\u2028": r"\u2028", "\u2029": r"\u2029"}


class Unrenderable(Exception):
    """A template that cannot be rendered; `problems` say where and why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[0].code)
        self.problems = problems


class Templates:
    """The templates of one theme in one language. `fragments` are what the bodies in the views name, `plugins`
    those that add filters.
    """

    def __init__(
        self,
        theme: Theme,
        language: str,
        fragments: Mapping[Digest, Callable[[], Fragment]],
        plugins: Plugins,
    ) -> None:
        self.theme = theme
        self._make = partial(_environment, theme, language[:2], fragments, plugins.digest)
        self._filters = plugins.filters
        self.environment = self._make()
        self.environment.filters.update(self._filters)

    @cached_property
    def _trying(self) -> tuple[_Sandbox, tuple[Lenient, Lenient]]:
        """An environment that goes on where a field, a filter or a test is unknown. What it compiles is kept nowhere."""
        environment = self._make()
        environment.bytecode_cache = None
        filters = Lenient("filter", {**environment.filters, **self._filters}, lambda value: value)
        tests = Lenient("test", environment.tests, lambda _: False)
        environment.filters, environment.tests = filters, tests
        return environment, (filters, tests)

    def keep(self) -> None:
        """Keeps what was compiled for the next build."""
        code: Any = self.environment.bytecode_cache
        code.keep()

    def render(self, name: str, view: msgspec.Struct) -> str:
        """The text that template `name` makes of `view`. Raises `Unrenderable`."""
        variables = {field: getattr(view, field) for field in view.__struct_fields__}
        self.environment.budget.refill()
        try:
            return self.environment.get_template(name).render(variables)
        except MissingWord as missing:
            place = self._place(missing, name, missing.word)
            language = missing.language
            raise Unrenderable(problem("E509", place, message=missing.word, language=language)) from missing
        except UndefinedError as error:
            first = self._undefined(str(error), self._place(error, name), view)
            raise Unrenderable(*self._all_unknown(first, name, view)) from error
        except TemplateSyntaxError as error:  # an unknown filter or test; other syntax is read before
            path = error.filename or error.name or name
            first = self._syntax(error.message or "", Place(path, error.lineno))
            raise Unrenderable(*self._all_unknown(first, name, view)) from error
        except Excess as excess:
            place = self._deepest(excess.path) if excess.path else self._place(excess, name)
            raise Unrenderable(problem("E514", place, what=excess.what)) from excess
        except RecursionError as error:
            raise Unrenderable(problem("E514", self._circle(error, name), what="recursion")) from error
        except TemplateError as error:
            raise Unrenderable(self._failure(error, self._place(error, name))) from error
        except _FAULTS as error:
            if (place := self._place(error, name)).line == 0:
                raise
            raise Unrenderable(self._failure(error, place)) from error

    def _failure(self, error: Exception, place: Place) -> Problem:
        cause = cause_of(error)
        if cause == "jinja.group" and (shown := re.search(r"\{\{.*\}\}", self._line(place))):
            place = place._replace(column=shown.start() + 1, width=len(shown[0]))
        return problem("E505", place, cause=cause, name="", near="", reported=error)

    def _line(self, place: Place) -> str:
        return self._text(place.path).split("\n")[place.line - 1] if place.line else ""

    def _syntax(self, said: str, place: Place) -> Problem:
        known = (*self.environment.filters, *self.environment.tests)
        return syntax_slip(said, place.line, self._text(place.path), place.path, known)

    def _all_unknown(self, first: Problem, name: str, view: msgspec.Struct) -> tuple[Problem, ...]:
        """Every field, filter and test of the output that does not exist: after the first, the template is run as if a field
        were empty, and a filter or test did nothing.
        """
        said: dict[tuple[str, Place], None] = {}
        trying, names = self._trying
        tell: Tell = lambda what, path, line: said.setdefault((what, Place(path, line)))  # noqa: E731
        trying.undefined, names[0].tell, names[1].tell = telling(tell), tell, tell
        trying.budget.refill()
        with suppress(TemplateError, Excess, MissingWord, RecursionError, *_FAULTS):
            trying.get_template(name).render({each: getattr(view, each) for each in view.__struct_fields__})
        found = [self._syntax(what, place) if what.startswith("No ") else self._undefined(what, place, view)
                 for what, place in said]  # fmt: skip
        return tuple(dict.fromkeys((first, *found)))

    def _undefined(self, said: str, place: Place, view: msgspec.Struct) -> Problem:
        """The fields that may be meant are those of the view that was asked, or the variables of the template."""
        field = (re.findall(r"'(\w+)'", said) or said.split())[-1]
        place, cause, variables = self._with_column(place, field), undefined_cause(said), view.__struct_fields__
        known: tuple[str, ...] = ()
        near = ""
        if owner := _structs().get((re.findall(r"'sitegen\.plan\.views\.(\w+) object'", said) or [""])[0]):
            known = owner.__struct_fields__
            near = nearest(field, known)
        elif "is undefined" in said:
            known = variables
            near = nearest(field, known) or _of_page(nearest(field, _fields_of(getattr(view, "page", None))))
        whole = path_to(field, self._line(place))
        return problem("E510", place, field=field, near=near, known=", ".join(known), cause=cause, path=whole,
                       owner=whole.rpartition(".")[0])  # fmt: skip

    def _text(self, path: str) -> str:
        return next((each.text for each in self.theme.templates.values() if each.source == path), "")

    def _place(self, error: BaseException, name: str, word: str = "") -> Place:
        """The innermost frame of a traceback that is a template's."""
        template = self.theme.find(name)
        place = Place(str(template.source) if template else name)
        for place in self._frames(error):  # noqa: B007 — the last is wanted
            pass
        return self._with_column(place, word)

    def _deepest(self, path: str) -> Place:
        return Place(
            path, next(deepest_line(each.text) for each in self.theme.templates.values() if each.source == path)
        )

    def _circle(self, error: RecursionError, name: str) -> Place:
        """The first frame that comes again: it is the same wherever Python's stack came to its end."""
        seen: set[Place] = set()
        for place in self._frames(error):
            if place in seen:
                return self._with_column(place, "")
            seen.add(place)
        return self._place(error, name)

    def _frames(self, error: BaseException) -> Iterator[Place]:
        sources = {str(template.source) for template in self.theme.templates.values()}
        trace = error.__traceback__
        while trace is not None:
            path = trace.tb_frame.f_code.co_filename
            if path in sources:
                yield Place(path, trace.tb_lineno)
            trace = trace.tb_next

    def _with_column(self, place: Place, word: str) -> Place:
        lines = self._text(place.path).split("\n")
        if 0 < place.line <= len(lines):
            # A tag may span lines, and Jinja tells only its first.
            for number in range(place.line, min(place.line + 8, len(lines)) + 1):
                if word and (found := re.search(rf"\b{re.escape(word)}\b", lines[number - 1])) is not None:
                    return Place(place.path, number, found.start() + 1, len(word))
            if tag := re.search(r"\{[{%].*?[%}]\}|\{[{%].*", lines[place.line - 1]):
                return Place(place.path, place.line, tag.start() + 1, len(tag[0]))
        return place


class MissingWord(Exception):
    """A word of the interface that the catalogue does not have."""

    def __init__(self, word: str, language: str) -> None:
        super().__init__(word)
        self.word = word
        self.language = language


class _Loader(BaseLoader):
    """Templates by name from the theme, never from the disk."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        found = self.theme.find(template)
        if found is None and template in self.theme.missing:
            return "", template, lambda: True
        if found is None:
            raise TemplateNotFound(template)
        return found.text, str(found.source), lambda: True


class _Sandbox(Sandbox):
    """The sandbox, with the compiler that knows views, words and partials. `having` are the views that have a field, by its
    name; `words` those of the interface.
    """

    code_generator_class = Generator
    having: Mapping[str, frozenset[type]] = {}

    def __init__(self, theme: Theme, words: Mapping[str, tuple[str, ...]], **options: Any) -> None:
        self.words, self.having, self.parts = words, _having(), Parts(self, theme.variables_of)
        super().__init__(**options)

    def show(self, value: Any) -> str:
        """`value` as HTML text, escaped where it is not safe already; what holds much is paid for."""
        if is_html(value):
            return value  # type: ignore[no-any-return]
        if isinstance(value, msgspec.Struct):  # as a whole it would be Python's own text
            raise TypeError(f"{type(value).__name__!r} object is not shown whole")
        return escape(self.budget.weigh(value))

    def plain(self, value: Any) -> str:
        """`value` as it is, where a template wants nothing escaped."""
        return str(self.budget.weigh(value))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = Meter().visit(WordFolder(self.words).visit(super()._parse(source, name, filename)))
        if (name or "").endswith(".html"):
            tree = Outdenter().visit(tree)
        tree.set_environment(self)
        return tree


@cache
def _having() -> dict[str, frozenset[type]]:
    fields: dict[str, set[type]] = {}
    for struct in _structs().values():
        for field in struct.__struct_fields__:
            fields.setdefault(field, set()).add(struct)
    return {field: frozenset(structs) for field, structs in fields.items()}


def _html(
    fragments: Mapping[Digest, Callable[[], Fragment]],
    shows: Shows,
    body: views.Body,
    notes: str = "",
) -> Markup:
    """A text; its notes stand at its end, or with `beside` next to what mentions them."""
    if not body:
        return Markup("")
    html = to_html(fragments[body.fragment](), body.targets, body.prefix, shows)
    return Markup(beside(str(html))) if notes == "beside" and body.notes else html


def _environment(
    theme: Theme, language: str, fragments: Mapping[Digest, Callable[[], Fragment]], plugins: Digest
) -> _Sandbox:
    words = theme.words.get(language, {})
    variables = [(each.name, each.variables) for each in theme.templates.values()]
    # Jinja calls filters of constants when it compiles: what they have said is in the code.
    made_by = engine_digest(), words, theme.chain, variables, plugins
    environment = _Sandbox(
        theme,
        words,
        loader=_Loader(theme),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[i18n],
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=KeptCode(of_value(made_by)),
    )

    def show(embed: views.Embed) -> str:
        return environment.get_template(EMBED).render(embed=embed)

    def show_component(component: views.Component, body: Markup) -> str:
        template = environment.get_template(component.template)
        return template.render(component.fields, component=component, shown=component.shown, body=body)

    environment.filters["html"] = partial(_html, fragments, Shows(show, show_component))
    environment.filters["plain"] = lambda body: to_plain(fragments[body.fragment]()) if body else ""
    environment.filters["xml"] = _xml
    environment.filters["json"] = _json

    def gettext(message: str) -> str:
        if message not in words:
            raise MissingWord(message, language)
        return words[message][0]

    def ngettext(one: str, _: str, count: int) -> str:
        if one not in words:
            raise MissingWord(one, language)
        forms = words[one]
        return forms[0 if count == 1 else -1]

    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext,
        ngettext,
        newstyle=True,
        pgettext=lambda context, message: gettext(f"{context}\x04{message}"),
        npgettext=lambda context, one, many, count: ngettext(f"{context}\x04{one}", many, count),
    )
    return environment


def _xml(value: object) -> Markup:
    """Text or HTML as the text of an XML element: escaped, and free of the characters that XML 1.0 forbids."""
    return Markup(html.escape(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", str(value))))


def _json(value: object) -> Markup:
    """Text, a number or a list of them as JSON, which no element of HTML ends that it stands in; a graph is that already."""
    if isinstance(value, views.Graph):
        return Markup(value.text)
    written = msgspec.json.encode(value, enc_hook=str).decode()  # HTML is a text of another type
    for sign, escaped in _ENDING.items():
        written = written.replace(sign, escaped)
    return Markup(written)


def _fields_of(view: object) -> tuple[str, ...]:
    return getattr(view, "__struct_fields__", ())


def _of_page(field: str) -> str:
    return f"page.{field}" if field else ""


def _structs() -> dict[str, type[msgspec.Struct]]:
    """The views by name."""
    return {
        name: each for name, each in vars(views).items() if isinstance(each, type) and issubclass(each, msgspec.Struct)
    }
