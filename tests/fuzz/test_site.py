"""Any text in any file of a site is built, or told as a problem of that site: never a traceback, and never words with gaps.

`SITEGEN_TESTS=long pytest tests/fuzz` looks for longer.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from fuzz import pieces
from fuzz.pieces import edited, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from kit import SiteCase

SITE = {
    "content/site.yaml": """title: Prova
base_url: https://www.example.it/
theme: mio
author: lia
menus:
  main:
    - {label: Blog, to: blog}
    - {to: pages/prezzi.md}
permalinks:
  posts: /blog/%year%/%postname%/
business:
  legal_name: Lia
  vat_id: "01234567897"
  email: lia@example.it
  address: {street: Via Roma 1, zip: "70121", city: Bari, province: BA, public: true}
""",
    "content/custom.css": ":root { --measure: 38rem; }\n",
    "content/pages/prezzi.md": "---\ntitle: Prezzi\nsections:\n  - {type: hero, title: Ciao}\n  - {type: faq}\n---\n## Ore {#ore}\n\nTesto.\n",
    "content/posts/agenda.md": """---
title: "L'agenda"
date: 2026-01-14 09:30
tags: [posta, agenda]
category: Metodo/Ore
cover: {src: ../media/a.svg, alt: Un foglio}
aliases: [/vecchio/]
extra: {a: 1, b: [2, 3]}
---
Testo *con* [link](../pages/prezzi.md#ore) e nota[^1].

<!--more-->

| a | b |
|---|--:|
| 1 | 2 |

[^1]: La nota.
""",
    "content/posts/agenda.comments.yaml": "- id: a\n  name: Ada\n  date: 2026-01-15\n  text: Bello.\n- {id: b, name: B, date: 2026-01-16, text: Sì, parent: a}\n",
    "content/posts/toml.md": '+++\ntitle = "Toml"\ndate = 2026-01-13\ntags = ["posta"]\n[extra]\na = 1\n+++\nTesto.\n',
    "content/posts/json.md": '{\n"title": "Json",\n"date": "2026-01-12",\n"extra": {"a": [1, 2]}\n}\nTesto.\n',
    "content/authors/lia.md": "---\nname: Lia Rossi\n---\nChi è.\n",
    "content/faq/quante.md": "---\ntitle: Quante ore?\n---\nDue.\n",
    "content/media/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"></svg>\n',
    "content/data/ore.yaml": "- {nome: Lia, ore: 40}\n",
    "content/data/citta.json": '[{"nome": "Bari", "note": null}]\n',
    "content/data/clienti.csv": "nome,citta\nLia,Bari\n",
    "themes/mio/theme.yaml": "name: mio\nparent: base\nstyles: [mio.css]\ndata: [ore, citta, clienti]\nlists: {latest: 3}\ntokens: {measure: 38rem}\n",
    "themes/mio/assets/mio.css": "@layer theme { a { color: red; } }\n",
    "themes/mio/strings/it.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Thanks"\nmsgstr "Grazie"\n',
    "themes/mio/strings/en.po": 'msgid "Thanks"\nmsgstr "Thanks"\n',
    "themes/mio/templates/page.html": '{% extends "base:page.html" %}\n{% block content %}\n{{ super() }}<p>{{ _("Thanks") }}</p>\n'
    "{% for each in data.ore if each.ore > 1 %}{{ loop.index }} {{ each.nome | upper }}{% else %}–{% endfor %}\n"
    "{% set names = data.clienti | map(attribute='nome') | list %}{{ names | join(', ') }}\n{% endblock %}\n",
}  # fmt: skip
PIECES = {
    ".yaml": pieces.YAML, ".md": pieces.MARKDOWN + pieces.YAML, ".json": pieces.JSON, ".csv": pieces.CSV, ".po": pieces.PO, ".css": pieces.CSS,
    ".html": pieces.TEMPLATE, ".svg": pieces.MARKDOWN,
}  # fmt: skip
FEW = settings(max_examples=max(settings.default.max_examples // 8, 1))  # each builds a whole site, twice
FRONT = {"content/posts/toml.md": pieces.TOML, "content/posts/json.md": pieces.JSON}


def builds_or_tells(path: str, content: str | bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = SiteCase(Path(folder) / "site")
        for each, text in SITE.items():
            site.file(each, text)
        site.file(path, content)
        outcome = site.run()
        assert outcome.failed == any(problem.is_error for problem in outcome.problems)
        for language in ("it", "en"):
            assert all(problem.code in site.transcript(language) for problem in outcome.problems)
        if not outcome.failed:
            site.compare_with_clean_build()


def test_the_site_is_well_before_it_is_spoilt(site: SiteCase) -> None:
    for path, text in SITE.items():
        site.file(path, text)
    assert site.build().codes() == ()


@pytest.mark.parametrize("path", SITE)
@FEW
@given(data=st.data())
def test_a_file_with_a_few_edits(path: str, data: st.DataObject) -> None:
    builds_or_tells(path, data.draw(edited(SITE[path], FRONT.get(path) or PIECES[Path(path).suffix])))


@pytest.mark.parametrize("path", SITE)
@FEW
@given(data=st.data())
def test_a_file_of_pieces(path: str, data: st.DataObject) -> None:
    builds_or_tells(path, data.draw(texts(FRONT.get(path) or PIECES[Path(path).suffix])))


@given(st.sampled_from(sorted(SITE)), st.binary(max_size=200))
def test_a_file_of_bytes(path: str, content: bytes) -> None:
    builds_or_tells(path, content)


@given(st.sampled_from(["content/posts", "content/pages", "content/media", "content/static", "content/data"]),
       st.lists(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40), min_size=1, max_size=4),
       st.sampled_from([".md", ".svg", ".yaml", ".html", ""]))  # fmt: skip
def test_any_name(folder: str, names: list[str], end: str) -> None:
    path = "/".join([folder, *names]) + end
    if {"..", "."} & set(names) or any(len(name.encode()) > 200 for name in names):
        return
    text = "---\ntitle: A\ndate: 2026-01-14\n---\nTesto.\n" if end == ".md" else "- a\n"
    builds_or_tells(path, text)
