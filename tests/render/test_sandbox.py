"""A theme is data: its templates read what they are given and write text. They reach no file, no Python, no code."""

from __future__ import annotations

import os

import pytest
from kit import SiteCase

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ().__class__.__base__ }}",
    "{{ page.__class__ }}",
    "{{ page['__class__'] }}",
    "{{ page.__struct_fields__ }}",
    "{{ page.__init__.__globals__ }}",
    "{{ page.__reduce__() }}",
    "{{ page.__replace__ }}",
    "{{ page.body.__bool__ }}",
    "{{ page|attr('__class__') }}",
    "{{ page|attr('title') }}",
    "{{ [page]|map(attribute='__class__')|first }}",
    "{{ [page]|map(attribute='__struct_fields__')|first }}",
    "{{ [page]|map('attr', '__class__')|first }}",
    "{% for each in [page]|groupby('__class__') %}{{ each.grouper }}{% endfor %}",
    "{{ [page]|selectattr('__class__')|list }}",
    "{{ [page, page]|sort(attribute='__class__') }}",
    "{{ [page]|sum(attribute='__class__') }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ namespace.__init__ }}",
    "{{ namespace(a=1).__class__ }}",
    "{{ range.__class__ }}",
    "{{ dict.fromkeys }}",
    "{{ dict.__subclasses__() }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.__init__ }}",
    "{{ _.__globals__ }}",
    "{{ gettext.__closure__ }}",
    "{% macro m() %}{% endmacro %}{{ m.__init__ }}",
    "{% macro m() %}{% endmacro %}{{ m._environment }}",
    "{% macro m() %}{% endmacro %}{{ m._func.__globals__ }}",
    "{% macro m() %}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}",
    "{% for x in [1] %}{{ loop._iterator }}{% endfor %}",
    "{% for x in [1] %}{{ loop.__class__ }}{% endfor %}",
    "{% block b %}{{ super.__init__ }}{% endblock %}",
    "{{ (page.title|list|map('upper')).gi_frame }}",
    "{{ ([1]|map('string')).gi_code }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '{0.title}'.format(page) }}",
    "{{ '{a.__class__}'.format_map({'a': page}) }}",
    "{{ ('{0.__class__}'|safe).format(page) }}",
    "{{ ['{0.__class__}'.format]|map('string')|first }}",
    "{{ 'a'.encode() }}",
    "{{ 'a'.translate({97: 98}) }}",
    "{{ [].append(1) }}",
    "{{ [].sort() }}",
    "{{ {}.update(a=1) }}",
    "{{ {}.setdefault('a', 1) }}",
    "{{ {}.pop('a') }}",
    "{{ (1).bit_length() }}",
    "{{ (1).real }}",
    "{{ (1.5).as_integer_ratio() }}",
    "{{ open('/etc/passwd') }}",
    "{{ __import__('os') }}",
    "{{ environment }}",
    "{{ context }}",
    "{{ page.tags|random }}",
    "{{ page|pprint }}",
]


def theme(site: SiteCase, template: str) -> SiteCase:
    return (
        site.config("theme: mio\n")
        .file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
        .file("themes/mio/templates/home.html", template)
    )


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_cannot_reach_python(template: str, site: SiteCase) -> None:
    codes = theme(site, "\n" + template + "\n").fails()
    assert set(codes) <= {"E505", "E510"}
    assert "themes/mio/templates/home.html:2" in site.transcript("en")


USES = {
    "{{ page['title'] }} {{ page.title.upper() }} {{ page.title.replace('B', 'V') }}": "Benvenuti BENVENUTI Venvenuti",
    "{{ {'items': 1}['items'] }} {{ {'a': 1}.items()|list }} {{ {'a': 1}.get('b', 2) }}": "1 [('a', 1)] 2",
    "{{ ', '.join(['<', 'b']) }} {{ 'a b'.split() }} {{ [1, 2].index(2) }}": "<, b ['a', 'b'] 1",
    "{% set ns = namespace(n=0) %}{% for i in [1, 2] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}": "3",
    "{% for i in 'ab' %}{{ loop.index }}{{ loop.cycle('x', 'y') }}{{ loop.last }} {% endfor %}": "1xFalse 2yTrue",
    "{% macro m(a, b=2) %}{{ a }}{{ b }}{{ caller() }}{% endmacro %}{% call m(1) %}!{% endcall %}": "12!",
    "{% for g in [{'k': 1}]|groupby('k') %}{{ g.grouper }}{{ g.list|length }}{% endfor %}": "11",
    "{{ 1 ~ '<' ~ ('<b>'|safe)|striptags }} {{ 2 ** 10 }} {{ '%03d' % 7 }} {{ 'x' * 3 }} {{ [1] + [2] }}": "1< 1024 007 xxx [1, 2]",
    "{% for i in [[1, [2]]] recursive %}{{ i if i is number else '(' ~ loop(i) ~ ')' }}{% endfor %}": "(1(2))",
    "{% block b %}{{ self.c() }}{% endblock %}{% if false %}{% block c %}c{% endblock %}{% endif %}": "c",
}


@pytest.mark.parametrize("template", USES)
def test_what_templates_are_made_with_works(template: str, site: SiteCase) -> None:
    theme(site, f"<p>{template}</p>").build()
    assert site.page("/").text == USES[template]


def test_an_imported_macro_shows_itself_and_nothing_else(site: SiteCase) -> None:
    theme(site, '{% import "m.html" as m %}{{ m.hello("Ada") }}').file(
        "themes/mio/templates/m.html", "{% macro hello(name) %}Ciao {{ name }}{% endmacro %}"
    ).build()
    assert site.read("index.html") == "Ciao Ada"
    for reach in ("m.__dict__", "m._body_stream", "m.__init__", "m.hello._func"):
        assert theme(site, '{% import "m.html" as m %}{{ ' + reach + " }}").fails() == ("E510",)


@pytest.mark.parametrize("name", ["../theme.yaml", "/etc/passwd", "base:../theme.yaml", "../../../content/site.yaml",
                                  "mio:/etc/passwd", "home.html/../../theme.yaml", "..", "content/site.yaml",
                                  "..\\\\..\\\\content\\\\site.yaml", "file:///etc/passwd"])  # fmt: skip
@pytest.mark.parametrize("tag", ["include", "extends", "import {} as x"])
def test_a_template_is_found_in_the_theme_only(name: str, tag: str, site: SiteCase) -> None:
    written = tag.replace("import {}", f'import "{name}"') if "{}" in tag else f'{tag} "{name}"'
    assert theme(site, "{% " + written + " %}").fails() == ("E507",)


def test_a_style_is_found_in_the_theme_only(site: SiteCase) -> None:
    site.file("content/custom.css", "a { color: red; }")
    theme(site, "x").file("themes/mio/theme.yaml", "name: mio\nparent: base\nstyles: [../../../content/custom.css]\n")
    assert site.fails() == ("E504",)


def test_a_theme_is_found_among_the_themes_only(site: SiteCase) -> None:
    theme(site, "x").file("content/data/theme.yaml", "name: data\n")
    site.edit("content/site.yaml", "theme: mio", "theme: ../content/data")
    assert site.fails() == ("E501",)
    site.edit("content/site.yaml", "theme: ../content/data", "theme: mio")
    site.file("themes/mio/theme.yaml", "name: mio\nparent: ../content/data\n")
    assert site.fails() == ("E501",)


@pytest.mark.parametrize("path", ["templates/passwd.html", "assets/passwd.css", "strings/it.po"])
def test_a_link_out_of_the_site_is_not_followed(path: str, site: SiteCase) -> None:
    theme(site, "x")
    link = site.root / "themes/mio" / path
    link.parent.mkdir(parents=True, exist_ok=True)
    os.symlink("/etc/passwd", link)
    assert site.fails() == ("E603",)


CODE = "{{ 7*7 }} {% include 'home.html' %} {# note #} {{ page.__class__ }}"


def test_content_is_never_a_template(site: SiteCase) -> None:
    site.file("content/site.yaml", f"""title: "Prova {CODE}"
base_url: https://www.example.it/
tagline: "{CODE}"
menus: {{main: [{{label: "{CODE}", to: blog}}]}}
theme: mio
""").write(f"""
-- themes/mio/theme.yaml --
name: mio
parent: base
data: [ore]
-- themes/mio/templates/page.html --
{{% extends "base:page.html" %}}
{{% block content %}}{{{{ super() }}}}<p class="own">{{{{ data.ore[0].nota }}}} {{{{ page.extra.nota }}}}</p>{{% endblock %}}
-- content/data/ore.yaml --
- nota: "{CODE}"
-- content/pages/index.md --
---
title: "{CODE}"
extra: {{nota: "{CODE}"}}
---
## {CODE}

{CODE}

    {CODE}

<div title="{CODE}">{CODE}</div>
-- content/posts/agenda.md --
---
title: "{CODE}"
date: 2026-01-14
tags: ["{CODE}"]
category: "{CODE}"
excerpt: "{CODE}"
---
{CODE}
-- content/posts/agenda.comments.yaml --
- {{id: a, name: "{CODE}", date: 2026-01-15, text: "{CODE}"}}
""".lstrip()).build()  # fmt: skip
    home, post = site.page("/"), site.page("/blog/agenda/")
    for page in (home, post):
        assert page.text.count("{{ 7*7 }}") >= 3
        assert "49" not in page.text
    assert (
        "{{ 7*7 }}" in site.read("blog/feed.atom.xml") if site.has("blog/feed.atom.xml") else site.read("feed.atom.xml")
    )
    assert home.attributes("div", title=CODE)
