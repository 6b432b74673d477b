"""Who answers for the site, who has agreed to be on it, and where its forms lead."""

from __future__ import annotations

import pytest
from kit import SiteCase

from sitegen.parse.business import is_vat_number

BUSINESS = """\
business:
  legal_name: Lia Fogliobianco
  trading_name: Ore Libere
  vat_id: "01234567897"
  email: lia@example.it
  address: {city: Comune, public: true}
  area_served: [Italia, Svizzera]
  law4_2013: true
  founded: 2019
"""


@pytest.mark.parametrize(
    ("written", "right"),
    [("00000000000", True), ("01234567897", True), ("IT01234567897", True), ("01234567890", False), ("1234567897", False),
     ("0123456789٧", False), ("012345678970", False), ("", False)],
)  # fmt: skip
def test_vat_numbers(written: str, right: bool) -> None:
    assert is_vat_number(written) == right


def test_what_the_law_wants_stands_on_every_page(site: SiteCase) -> None:
    site.file("content/pages/contatti.md", "---\ntitle: Contatti\nsections: [{type: contact}]\n---\n")
    site.config(BUSINESS).build()
    for address in ("/", "/contatti/"):
        text = site.page(address).text.replace("\N{NO-BREAK SPACE}", " ")
        for part in ("Lia Fogliobianco", "Ore Libere", "dal 2019", "01234567897", "legge n. 4 del 14 gennaio 2013"):
            assert part in text, (address, part)
    assert "Dove lavoro: Italia, Svizzera" in site.page("/contatti/").text


def test_a_site_without_an_activity_has_no_such_duties(site: SiteCase) -> None:
    site.config("business: {kind: private, email: lia@example.it}\n").build()
    assert site.codes() == ()


def test_a_case_study_waits_for_consent(site: SiteCase) -> None:
    case = "---\ntitle: Una sola agenda\nclient: Studio\n{}---\nTesto.\n"
    site.file("content/pages/casi.md", "---\ntitle: Casi\nsections: [{type: cases}]\n---\n")
    site.file("content/cases/a.md", case.format("")).build()
    assert site.codes() == ("W405",)
    assert "Una sola agenda" not in "".join(site.read(path) for path in site.paths())
    for allowed in ("sample: true\n", "consent: {given: true, date: 2026-01-02, scope: sito}\n"):
        site.file("content/cases/a.md", case.format(allowed)).build()
        assert site.codes() == ()
        assert "Una sola agenda" in site.page("/casi/").text
        assert site.has("casi-studio/a/index.html")


def test_a_download_may_thank_on_a_page_of_its_own(site: SiteCase) -> None:
    site.file("content/static/invia.php", "<?php").file("content/static/lista.pdf", "%PDF")
    for name in ("grazie", "ecco-la-lista"):
        site.file(f"content/pages/{name}.md", f"---\ntitle: Ecco {name}\nlayout: thanks\n---\n")
    site.config("forms: {newsletter: {action: /invia.php, redirect: /grazie/}}\n")
    for name, thanks in (("una", ""), ("altra", "thanks: pages/ecco-la-lista.md\n")):
        site.file(
            f"content/magnets/{name}.md", f"---\ntitle: M {name}\npromise: P\nfile: static/lista.pdf\n{thanks}---\n"
        )
    site.build()
    assert site.codes() == ()
    for name, target in (("una", "/grazie/"), ("altra", "/ecco-la-lista/")):
        (field,) = site.page(f"/risorse/{name}/").attributes("input", name="redirect")
        assert field["value"] == f"https://www.example.it{target}"


def test_the_sites_own_fields_reach_the_theme(site: SiteCase) -> None:
    site.config("theme: mio\nextra: {motto: Un passo alla volta}\n")
    site.write("-- themes/mio/theme.yaml --\nname: mio\nparent: base\n")
    site.file("themes/mio/templates/partials/footer.html", "<footer>{{ site.extra.motto }}</footer>\n").build()
    assert "Un passo alla volta" in site.page("/").text
