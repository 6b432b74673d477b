"""The law: what is missing is in tests/problems; here, what is as it should be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kit import DEFAULTS, SiteCase, command_here

ITALIAN = (
    "-- content/site.yaml --\n"
    + DEFAULTS["content/site.yaml"]
    + """\
testimonials: {note: Chieste per email a chi ha un contratto.}
forms:
  contact: {action: https://www.example.com/modulo, privacy: pages/privacy.md}
business:
  legal_name: L'ufficio & Figli
  vat_id: "12345678903"
  email: ciao@example.it
  law4_2013: Professionista ai sensi della legge di categoria
  address: {street: Via Prima 1, zip: "20100", city: Forlì, public: true}
-- content/pages/privacy.md --
---
title: Privacy
layout: legal
---
Testo.
-- content/pages/contatti.md --
---
title: Contatti
sections:
  - {type: contact, title: Scrivimi}
---
Si può anche scrivere da qui, dopo aver letto l'[informativa](privacy.md).

<form action="https://www.example.com/altro" method="post">
<textarea name="testo"></textarea>
<label><input type="checkbox" name="privacy" required> Ho letto.</label>
<label><input type="checkbox" name="novita"> Voglio la newsletter.</label>
</form>

<form action="https://www.example.com/cerca"><input name="q"></form>
-- content/services/posta.md --
---
title: Posta
summary: La tua posta.
price: {mode: fixed, amount: 300, per: month, note: IVA esclusa}
---
Testo.
-- content/testimonials/marta.md --
---
name: Marta
role: Architetta
date: 2026-01-14
consent: {given: true, date: 2026-01-10}
---
Puntuale.
"""
)
ABROAD = """\
-- content/site.yaml --
title: Trial
base_url: https://www.example.ie/
language: en-IE
theme: mio
cards: no
icons: no
hosting: none
business:
  legal_name: Lia Foglio
  vat_id: IE1234567WA
  email: hello@example.ie
  address: {city: Cork, country: IE, public: true}
-- themes/mio/theme.yaml --
name: mio
parent: base
-- themes/mio/templates/partials/business.html --
Nobody.
-- content/services/mail.md --
---
title: Mail
summary: Your mail.
price: {mode: fixed, amount: 300, per: month}
---
Text.
"""


@pytest.mark.parametrize("files", [ITALIAN, ABROAD], ids=["italian", "abroad"])
def test_a_site_that_says_what_it_must(
    files: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteCase(tmp_path / "site").write(files)
    monkeypatch.chdir(site.root)
    said = command_here(capsys, "check", "--only", "law", "--strict", "--lang", "en")
    assert (said.stdout.split(": ")[-1], said.returncode) == ("nothing to fix.\n", 0)


def test_a_form_before_nothing_but_beginnings_is_read_in_one_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """600 KB of them; what would be looked at again and again would not end."""
    site = SiteCase(tmp_path / "site").write(ITALIAN)
    page = site.root / "content/static/modulo.html"
    page.parent.mkdir(parents=True)
    page.write_text("<!doctype html>\n<p>Un &lt;form.\n<form method=post><textarea></textarea>" + "<a " * 200_000)
    monkeypatch.chdir(site.root)
    found = json.loads(command_here(capsys, "check", "--only", "privacy-link", "--format", "json").stdout)["problems"]
    assert [(each["code"], each["path"], each["line"]) for each in found] == [("W822", "content/static/modulo.html", 3)]
