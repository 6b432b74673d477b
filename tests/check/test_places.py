"""What is found on a built page is told where it is written: in a text, in a field, in the settings, in a template."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kit import BLOG, SiteCase, command_here

SITE = """\
-- content/posts/tre.md --
---
title: Tre
date: 2026-01-03
aliases: [/vecchio-tre/]
---
Per dire [qui](uno.md) e ancora [qui](uno.md), e `[qui](uno.md)`.

[![](segno.svg)](due.md) e <a href="uno.md">fuori <a href="due.md">dentro</a></a>

## Si comincia

#### L'«uso» di **due** cose

```md
#### Nota
```

## Si continua

#### Nota

## Si finisce

#### Nota

<p>Prima <div>nota</div></p>

<input name="a"> e <input name="b"> e <input name="a">

<script type="application/ld+json">
{"@type":
</script>

![segno.svg](segno.svg) e ![segno.svg](segno.svg)

::: button {to: /vecchio-tre/, label: Clicca qui}

::: download {file: /segno.svg, label: "qui"}

::: gallery
![segno.svg](segno.svg)
:::

::: foto {src: segno.svg, alt: Foto di due cose}

::: callout {title: Da sapere}
###### Fine

E [leggi tutto][uno].
:::

[uno]: uno.md
-- content/posts/segno.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
-- content/pages/io.md --
---
title: Io
sections:
  - type: closing
    title: Fine
    text: |
      Vedi [uno](../posts/uno.md).

      Vedi [due](/vecchio-tre/).
    cta: {label: Avanti, target: /vecchio-tre/}
  - type: closing
    title: Ancora
    cta: {label: Scopri di più, target: posts/uno.md}
  - type: faq
---
## Ore {#ore}

### Un titolo
-- content/faq/quando.md --
---
title: Quando?
---
Vedi [la nota](#nota).

### Orario {#ore}

<p id="nota">Uno</p>
-- content/faq/come.md --
---
title: Come?
---
### Un titolo

<p id="nota">Due</p>
-- themes/mio/theme.yaml --
name: mio
parent: base
components:
  foto: {fields: {src: {type: image, required: true}, alt: {type: text}}}
-- themes/mio/templates/components/foto.html --
<img src="{{ src.url }}" alt="{{ alt }}">
-- themes/mio/templates/post.html --
{% extends "base:post.html" %}
{% block content %}
{{ super() }}
<p><img src="/segno.svg"></p>
<p><a href="{{ page.url }}">Read next</a> <a href="/mai/">Altrove</a></p>
{% endblock %}
-- content/static/vercel.json --
{"redirects": [
  {"source": "/a/:b", "destination": "/mai/:b"},
  {"source": "/c(.*)", "destination": "/mai/"},
  {"source": "/d", "destination": "/mai/", "has": [{"type": "host", "value": "altro.it"}]},
  {"source": "/primo", "destination": "/secondo/"},
  {"source": "/secondo/", "destination": "/io/"},
  {"destination": "/prezi/", "source": "/e/", "permanent": true},
  {"source": "/f", "destination": "https://altro.it/mai/"}
]}
-- content/static/segno.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>
"""
POST, TEMPLATE = "content/posts/tre.md", "themes/mio/templates/post.html"


def test_each_finding_is_told_where_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG).write(SITE)
    site.edit("content/site.yaml", "title: Prova", "title: Prova\ntheme: mio")
    site.edit("content/site.yaml", "{to: pages/io.md}", "{to: pages/io.md}, {label: Il vecchio, to: /vecchio-tre/}")
    monkeypatch.chdir(site.root)
    only = "link-text,nesting,heading-order,field-label,linked-data,alt-words,alt-text,interface-language,broken-link,link-to-redirect,double-id,redirect-chain,redirect-target"
    found = json.loads(command_here(capsys, "check", "--format", "json", "--only", only).stdout)["problems"]
    menu = (site.root / "content/site.yaml").read_text().split("\n")
    line, column = next(
        (number, each.index("Il vecchio") + 1) for number, each in enumerate(menu, 1) if "Il vecchio" in each
    )
    assert [(each["rule"], each["path"], each["line"], each["column"]) for each in found] == [
        ("double-id", "content/faq/come.md", 4, 5),
        ("double-id", "content/faq/quando.md", 6, 12),
        ("double-id", "content/faq/quando.md", 8, 4),
        ("link-to-redirect", "content/pages/io.md", 9, 18),
        ("link-to-redirect", "content/pages/io.md", 10, 34),
        ("link-text", "content/pages/io.md", 13, 18),
        ("link-text", POST, 6, 11),
        ("link-text", POST, 6, 34),
        ("link-text", POST, 8, 2),
        ("nesting", POST, 8, 60),
        ("heading-order", POST, 12, 6),
        ("heading-order", POST, 20, 6),
        ("heading-order", POST, 24, 6),
        ("nesting", POST, 26, 10),
        ("field-label", POST, 28, 1),
        ("field-label", POST, 28, 20),
        ("field-label", POST, 28, 39),
        ("linked-data", POST, 31, 1),
        ("alt-words", POST, 34, 3),
        ("alt-words", POST, 34, 29),
        ("link-to-redirect", POST, 36, 17),
        ("link-text", POST, 36, 39),
        ("link-text", POST, 38, 41),
        ("alt-words", POST, 41, 3),
        ("alt-words", POST, 44, 32),
        ("heading-order", POST, 47, 8),
        ("link-text", POST, 49, 4),
        ("link-to-redirect", "content/site.yaml", line, column),
        ("redirect-chain", "content/static/vercel.json", 5, 40),
        ("redirect-target", "content/static/vercel.json", 7, 20),
        ("alt-text", TEMPLATE, 4, 4),
        ("interface-language", TEMPLATE, 5, 29),
        ("broken-link", TEMPLATE, 5, 43),
    ]
