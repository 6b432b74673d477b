"""Which blocks of templates that extend each other come to be shown."""

from __future__ import annotations

import pytest

from sitegen.parse.template_facts import Reading, shown_blocks

ROOT = "{% block head %}{% endblock %}<main>{% block main %}{% block lead %}{% endblock %}{% endblock %}</main>"
MIDDLE = '{% extends "root" %}{% block main %}{% block cards %}{% endblock %}{% endblock %}'
WITH_PARENT = MIDDLE.replace("{% block cards", "{{ super() }}{% block cards")
CHILD = '{% extends "middle" %}{% block cards %}{% block mine %}{% endblock %}{% endblock %}'


class _Nothing:
    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, data: bytes) -> None:
        pass


@pytest.mark.parametrize(
    ("lineage", "shown"),
    [
        ((ROOT,), "head lead main"),
        ((MIDDLE, ROOT), "cards head main"),
        ((WITH_PARENT, ROOT), "cards head lead main"),
        ((CHILD, MIDDLE, ROOT), "cards head main mine"),
        ((CHILD.replace("cards", "crads"), MIDDLE, ROOT), "cards head main"),
    ],
)
def test_a_block_is_shown_where_what_is_shown_asks_for_it(lineage: tuple[str, ...], shown: str) -> None:
    reading = Reading(_Nothing())  # type: ignore[arg-type]
    assert " ".join(sorted(shown_blocks([reading.facts(text) for text in lineage]))) == shown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{% extends "a" %}\n{# nota #}\n{% set x = 1 %}\n{% macro m() %}testo{% endmacro %}\n', ()),
        ('{% extends "a" %}\n{% import "b" as b %}{% if x %}{% block c %}testo{% endblock %}{% endif %}\n', ()),
        ('{% extends "a" %}\n\n\n  testo\n', (4,)),
        ('{% extends "a" %}\n{% for x in y %}\n{{ x }}{% else %}{% include "b" %}\n{% endfor %}', (3, 3)),
        ('{% if x %}{% extends "a" %}{% endif %}\ntesto', ()),
        ("testo\n", ()),
    ],
)
def test_what_stands_outside_of_blocks_is_found(text: str, lines: tuple[int, ...]) -> None:
    assert Reading(_Nothing()).facts(text).outside == lines  # type: ignore[arg-type]
