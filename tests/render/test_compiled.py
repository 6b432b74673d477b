"""Templates compiled our way give the same text as Jinja's own way, and a partial is not rendered twice for one view."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jinja2.compiler import CodeGenerator
from jinja2.sandbox import SandboxedEnvironment
from kit import SiteCase

from sitegen import build
from sitegen.model.states import Options
from sitegen.plan.outputs import Later, Template
from sitegen.render.templates import Templates

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Rome"))


@cache
def plan_of_our_site():
    """The arguments with which our own site would be rendered."""
    seen = []

    def stop(*arguments):
        seen.append(arguments)
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "render_all", stop)
        with pytest.raises(KeyboardInterrupt):
            build.build(ROOT, ROOT / "output", Options(NOW), kept=False)
    return seen[0]


def templates(generator=None) -> Templates:
    plan, theme, _, language, *_ = plan_of_our_site()
    made = Templates(theme, language, plan.fragments, plan.plugins)
    if generator is not None:
        made.environment.code_generator_class = generator
        made.environment._parse = lambda *given: SandboxedEnvironment._parse(made.environment, *given)
        made.environment.bytecode_cache = None
    return made


@cache
def pages():
    """Template and view of each page of our own site."""
    recipes = [each.recipe for each in plan_of_our_site()[0].outputs if isinstance(each.recipe, Template)]
    return [(each.name, each.view.make() if isinstance(each.view, Later) else each.view) for each in recipes]


def test_the_text_is_what_jinja_itself_makes() -> None:
    ours, plain = templates(), templates(CodeGenerator)
    assert len(pages()) > 50
    for name, view in pages():
        assert ours.render(name, view) == plain.render(name, view)


def test_a_partial_is_rendered_once_for_the_same_views() -> None:
    made = templates()
    for name, view in pages():
        made.render(name, view)
    parts = made.environment.parts
    menus = {id(view.menus) for _, view in pages() if hasattr(view, "menus")}
    for name in ("partials/header.html", "partials/footer.html"):
        assert parts[name].calls - parts[name].hits == len(menus) < parts[name].calls / 2


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{{ _("by %(name)s", name=name) }}', "di &lt;b&gt;"),
        ('{{ ngettext("%(num)s post", "%(num)s posts", one) }} {{ ngettext("%(num)s post", "%(num)s posts", two) }}',
         "1 articolo 2 articoli"),
        ('{% set shown = _("by %(name)s", name=name) %}{{ shown }}', "di &lt;b&gt;"),
        ("{{ name.startswith('<') }} {{ [1].startswith is defined }}", "True False"),
    ],
)  # fmt: skip
def test_words_and_questions_are_as_jinja_puts_them(template: str, text: str) -> None:
    made = templates()
    assert made.environment.from_string(template).render(name="<b>", one=1, two=2) == text


def test_a_word_without_its_value_is_still_told() -> None:
    made = templates()
    with pytest.raises(KeyError):
        made.environment.from_string('{{ _("by %(name)s") }}').render()


def test_the_indentation_of_a_template_is_not_sent(site: SiteCase) -> None:
    indented = '{% extends "layout.html" %}\n{% block content %}\n  <div>\n\n      <p>Ciao\n         {{ page.title }}</p>\n  </div>\n{% endblock %}\n'
    kept = indented.replace("<p>", "<pre>").replace("</p>", "</pre>")
    site.config("theme: mio\n").file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    site.file("content/pages/prova.md", "---\ntitle: Prova\n---\n")
    site.file("themes/mio/templates/page.html", indented).build()
    assert "<div>\n<p>Ciao\nProva</p>\n</div>\n" in site.read("prova/index.html")
    site.file("themes/mio/templates/page.html", kept).build()
    assert "      <pre>Ciao\n         Prova</pre>\n" in site.read("prova/index.html")
