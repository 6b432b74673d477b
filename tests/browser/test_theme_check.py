"""`sitegen theme check`: themes that hold on a hostile site, and what it tells of one that does not."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from kit import SiteCase

from sitegen.cli.voice import Voice
from sitegen.workshop.check import Checked, check_theme, check_width

pytest.importorskip("playwright.sync_api", reason="needs a browser driver: pip install playwright")

ROOT = Path(__file__).parent.parent.parent
THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))
SIZES = (0, 2)
WRONG = """\
-- themes/storto/theme.yaml --
name: storto
parent: base
styles: [storto.css]
colors:
  light:
    odd: {color: "#f5f5f5", on: {fill: 4.5}}
-- themes/storto/assets/storto.css --
@font-face { font-family: x; src: url("https://fonts.example.com/a.woff2") }
@layer theme {
  .page-head { min-width: 30rem }
}
-- themes/storto/templates/layout.html --
{% extends "base:layout.html" %}
{% block head %}{{ super() }}<script src="//cdn.example.com/x.js"></script>{% endblock %}
{% block header %}{{ super() }}
<p id="top">Scritto da
  {{ site.title }} {{ _("Menu") }}</p><img src="/a.png"><input name="q">
{% set words = "Leggi tutto" %}<a href="/">{{ words }}</a><h1>{{ site.title }}</h1>
{% endblock %}
"""
TOLD = {
    "it": """\
404.html  E522 un’immagine non ha descrizione: /a.png
  Metti  alt="…", vuoto se l’immagine è solo decorazione.

404.html  E522 lo stesso id due volte nella pagina: top
  Un id sta su un elemento solo: dai all’altro un nome diverso.

404.html  E522 un campo del modulo non ha etichetta: q
  Aggiungi un <label for="…"> con l’id del campo.

404.html  E522 i titoli <h1> della pagina sono 2
  Ce ne vuole uno, il titolo della pagina.

contact/index.html  E524 la pagina è più larga di uno schermo di 320 px: sporge header.wrap.page-head
  Aprila a quella larghezza: testo e riquadri devono andare a capo, tabelle e codice scorrere dentro il loro spazio.

long/index.html  E524 la pagina è più larga di uno schermo di 320 px: sporge code.language-text
  Aprila a quella larghezza: testo e riquadri devono andare a capo, tabelle e codice scorrere dentro il loro spazio.

themes/storto/assets/storto.css:1:40  E521 la pagina chiede un file a un altro sito: https://fonts.example.com/a.woff2
    1 | @font-face { font-family: x; src: url("https://fonts.example.com/a.woff2") }
      |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  Chi la visita verrebbe visto da quel sito. Metti il file in assets/ del tema.

themes/storto/templates/layout.html:2:43  E521 la pagina chiede un file a un altro sito: //cdn.example.com/x.js
    2 | {% block head %}{{ super() }}<script src="//cdn.example.com/x.js"></script>{% endblock %}
      |                                           ^^^^^^^^^^^^^^^^^^^^^^
  Chi la visita verrebbe visto da quel sito. Metti il file in assets/ del tema.

themes/storto/templates/layout.html:4:13  E520 parola scritta nel modello: Scritto da
    4 | <p id="top">Scritto da
      |             ^^^^^^^^^^
  Resterebbe in questa lingua anche in un sito che ne parla un’altra. Scrivi  _("…")  e mettila nei cataloghi strings/it.po e en.po.

themes/storto/templates/layout.html:6:17  E520 parola scritta nel modello: Leggi tutto
    6 | {% set words = "Leggi tutto" %}<a href="/">{{ words }}</a><h1>{{ site.title }}</h1>
      |                 ^^^^^^^^^^^
  Resterebbe in questa lingua anche in un sito che ne parla un’altra. Scrivi  _("…")  e mettila nei cataloghi strings/it.po e en.po.

themes/storto/theme.yaml:6:5  E523 con il colore #ffffff non si trova un odd che si legga su fill (schermo chiaro)
    6 |     odd: {color: "#f5f5f5", on: {fill: 4.5}}
      |     ^^^
  Lascia al colore più chiarezze fra cui scegliere (lightness), o chiedi meno contrasto in on.

""",
    "en": """\
404.html  E522 an image has no description: /a.png
  Put  alt="…", empty if the image is mere decoration.

404.html  E522 the same id twice on the page: top
  An id stands on one element only: give the other a different name.

404.html  E522 a field of the form has no label: q
  Add a <label for="…"> with the field’s id.

404.html  E522 the page’s <h1> headings are 2
  There must be one, the page’s title.

contact/index.html  E524 the page is wider than a screen of 320 px: header.wrap.page-head sticks out
  Open it at that width: text and boxes must wrap, tables and code scroll within their own space.

long/index.html  E524 the page is wider than a screen of 320 px: code.language-text sticks out
  Open it at that width: text and boxes must wrap, tables and code scroll within their own space.

themes/storto/assets/storto.css:1:40  E521 the page asks another site for a file: https://fonts.example.com/a.woff2
    1 | @font-face { font-family: x; src: url("https://fonts.example.com/a.woff2") }
      |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  That site would see whoever visits it. Put the file into the theme’s assets/.

themes/storto/templates/layout.html:2:43  E521 the page asks another site for a file: //cdn.example.com/x.js
    2 | {% block head %}{{ super() }}<script src="//cdn.example.com/x.js"></script>{% endblock %}
      |                                           ^^^^^^^^^^^^^^^^^^^^^^
  That site would see whoever visits it. Put the file into the theme’s assets/.

themes/storto/templates/layout.html:4:13  E520 word written in the template: Scritto da
    4 | <p id="top">Scritto da
      |             ^^^^^^^^^^
  It would stay in this language on a site that speaks another. Write  _("…")  and put it into the catalogues strings/it.po and en.po.

themes/storto/templates/layout.html:6:17  E520 word written in the template: Leggi tutto
    6 | {% set words = "Leggi tutto" %}<a href="/">{{ words }}</a><h1>{{ site.title }}</h1>
      |                 ^^^^^^^^^^^
  It would stay in this language on a site that speaks another. Write  _("…")  and put it into the catalogues strings/it.po and en.po.

themes/storto/theme.yaml:6:5  E523 with the colour #ffffff there is no odd that can be read on fill (light screen)
    6 |     odd: {color: "#f5f5f5", on: {fill: 4.5}}
      |     ^^^
  Leave the colour more lightnesses to choose from, or ask for less contrast in on.

""",
}  # fmt: skip


def checked(name: str, themes: Path) -> Checked:
    found = check_theme(name, themes, lambda *_: None, SIZES)
    with ThreadPoolExecutor(1) as apart:  # another module's browser may be open in this thread
        return apart.submit(check_width, found, lambda *_: None).result()


def told(found: Checked, language: str) -> str:
    stream = io.StringIO()
    Voice(language).problems(found.problems, found.excerpts, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_of_sitegen_holds(name: str) -> None:
    found = checked(name, ROOT / "themes")
    assert told(found, "en") == ""
    assert found.pages > 30


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    site = SiteCase(tmp_path_factory.mktemp("storto")).write(WRONG)
    return checked("storto", site.root / "themes")


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_theme_that_does_not_hold(language: str, wrong: Checked) -> None:
    assert told(wrong, language) == TOLD[language]
