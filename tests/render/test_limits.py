"""A template that would never end, or fill the memory, is told at its line. The same one is always refused."""

from __future__ import annotations

import pytest
from kit import SiteCase

LISTS = "{% set l = ['x'] %}" + "{% set l = [l, l] %}" * 60
OTHERS = "{% set m = ['x'] %}" + "{% set m = [m, m] %}" * 60
PAIRS = "{% set t = (1,) %}" + "{% set t = (t, t) %}" * 60
MEGABYTE = "{% set s = 'aaaaaaaaaaaaaaaa' %}" + "{% set s = s ~ s %}" * 16
ROUNDS = "{% for i in range(100000) %}"

ENDLESS = {
    "loop in a loop": ROUNDS + ROUNDS + "x{% endfor %}{% endfor %}",
    "loop over much": ROUNDS + "{{ range(100000)|sum }}{% endfor %}",
    "loop that makes much": ROUNDS + "x" * 10_000 + "{% endfor %}",
    "loop with a long body": ROUNDS + "{{ i }}" * 100 + "{% endfor %}",
    "loop that copies": MEGABYTE + ROUNDS + "{% set x = s[1:] %}{% endfor %}",
    "loop that searches": MEGABYTE + ROUNDS + "{% if 'b' in s %}x{% endif %}{% endfor %}",
    "loop that splits": MEGABYTE + ROUNDS + "{% set x = s.split('a') %}{% endfor %}",
    "loop that escapes": MEGABYTE + ROUNDS + "{% set x = s|e %}{% endfor %}",
    "loop that sorts": "{% set r = range(100000)|list %}" + ROUNDS + "{% set x = r|sort %}{% endfor %}",
    "recursive loop": "{% for i in [1] recursive %}{{ loop([1, 1]) }}{% endfor %}",
    "macro": "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
    "macro that doubles": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "macros in a circle": "{% macro m() %}{{ caller() }}{% endmacro %}{% macro n() %}{% call m() %}{{ n() }}{% endcall %}{% endmacro %}{{ n() }}",
    "block": "{% block a %}{{ self.a() }}{% endblock %}",
    "include": '{% include "home.html" %}',
    "text by doubling": "{% set s = 'aaaaaaaaaaaaaaaa' %}" + "{% set s = s ~ s %}" * 60,
    "block of text by doubling": "{% set s %}aaaaaaaaaaaaaaaa{% endset %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 60,
    "list by doubling": "{% set l = [1] %}" + "{% set l = l + l %}" * 60,
    "times": "{{ 'a' * 10**9 }}",
    "list times": "{{ ([1] * 10**9)|length }}",
    "power": "{{ 9**(9**9) }}",
    "number by squaring": "{% set n = 9**999 %}" + "{% set n = n * n %}" * 60,
    "range": "{{ range(10**11)|list }}",
    "center": "{{ 'a'|center(10**9) }}",
    "indent": MEGABYTE + "{{ s|batch(1)|map('first')|join('\n')|indent(100000)|length }}",
    "format": "{{ '%1000000000d' % 1 }}",
    "format filter": "{{ '%1000000000d'|format(1) }}",
    "format with a star": "{{ '%*d' % (10**9, 1) }}",
    "format many times": MEGABYTE + "{{ ('%(s)s' * 1000) % {'s': s} }}",
    "replace": MEGABYTE + "{{ s|replace('a', s)|length }}",
    "replace nothing": MEGABYTE + "{{ s.replace('', s)|length }}",
    "join": MEGABYTE + "{{ (s|list)|join(s)|length }}",
    "batch": "{{ [1]|batch(10**9, 'x')|list }}",
    "slice": "{{ [1]|slice(10**9)|list }}",
    "round": "{{ 5|round(-(10**9)) }}",
    "lists in lists": LISTS + "{{ l }}",
    "lists in lists, unescaped": LISTS + "{% autoescape false %}{{ l }}{% endautoescape %}",
    "lists in lists as text": LISTS + "{{ l|string|length }}",
    "lists in lists as data": LISTS + "{{ l|tojson }}",
    "lists in lists compared": LISTS + OTHERS + "{% if l == m %}x{% endif %}",
    "lists in lists tested": LISTS + OTHERS + "{{ l is eq(m) }}",
    "lists in lists searched": LISTS + OTHERS + "{% if l in [m] %}x{% endif %}",
    "lists in lists formatted": LISTS + "{{ '%s' % (l,) }}",
    "pairs in pairs as a key": PAIRS + "{% set d = {t: 1} %}",
    "pairs in pairs looked up": PAIRS + "{{ {}[t] }}",
    "groups in groups": "{% set l = 1 %}" + "{% set l = dict(a=l, b=l) %}" * 60 + "{{ l }}",
    "spaces in spaces": "{% set l = 1 %}" + "{% set l = namespace(a=l, b=l) %}" * 60 + "{{ l }}",
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "sum": "{{ 1" + " + 1" * 10_000 + " }}",
    "dots": "{{ page" + ".a" * 20_000 + " }}",
    "nots": "{{ " + "not " * 5000 + "1 }}",
    "loops twenty-five deep": "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
    "questions three thousand deep": "{% if 1 %}" * 1500 + "{% endif %}" * 1500,
}  # fmt: skip


def theme(site: SiteCase, template: str) -> SiteCase:
    return (
        site.config("theme: mio\n")
        .file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
        .file("themes/mio/templates/home.html", template)
    )


@pytest.mark.parametrize("name", ENDLESS)
def test_what_would_never_end_is_told_at_its_line(name: str, site: SiteCase) -> None:
    assert theme(site, "\n" + ENDLESS[name]).fails() == ("E514",)
    assert site.outcome
    place = site.outcome.problems[0].place
    assert place.path == "themes/mio/templates/home.html"
    assert place.line >= (2 if "deep" not in name else 1)


def test_includes_that_double_sixty_times(site: SiteCase) -> None:
    theme(site, '{% include "a0.html" %}').file("themes/mio/templates/a60.html", "x")
    for n in range(60):
        site.file(f"themes/mio/templates/a{n}.html", f'{{% include "a{n + 1}.html" %}}' * 2)
    assert site.fails() == ("E514",)


@pytest.mark.parametrize(
    "template", ["{{ 1 }}" * 15_000, "{{ [" + "1," * 400_000 + "]|length }}", "{{" * 50_000, "x" * 2_000_000]
)
def test_a_template_of_a_program_s_size_is_refused(template: str, site: SiteCase) -> None:
    assert theme(site, template).fails() == ("E514",)


def test_a_circle_is_told_at_the_same_place_from_any_depth(site: SiteCase) -> None:
    theme(site, '\n{% include "a.html" %}').file("themes/mio/templates/a.html", '\n\n{% include "b.html" %}')
    site.file("themes/mio/templates/b.html", '{% include "a.html" %}')

    def fails(deeper: int) -> str:
        return fails(deeper - 1) if deeper else (site.fails(), site.transcript("en"))[1]

    assert len({fails(deeper) for deeper in range(12)}) == 1


def test_a_large_page_is_far_from_the_limit(site: SiteCase) -> None:
    """A list of two thousand posts on one page, and a table of ten thousand rows."""
    site.config("theme: mio\npagination: {posts: 0}\n")
    site.write("""
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/home.html --
{% extends "base:home.html" %}
{% block content %}<table>{% for i in range(10000) %}<tr><td>{{ loop.index }}<td>{{ i * i }}<td>{{ i % 7 ~ "%" }}</tr>{% endfor %}</table>{% endblock %}
""".lstrip())  # fmt: skip
    for n in range(300):
        site.file(
            f"content/posts/p{n}.md",
            f"---\ntitle: Articolo {n}\ndate: 2026-01-14\ntags: [a, b]\ncategory: C\n---\n{'Parole. ' * 20}\n",
        )
    site.build()
    assert site.read("blog/index.html").count("Articolo ") >= 300
