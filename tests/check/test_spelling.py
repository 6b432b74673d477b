"""Slips of the pen: told where they are, mended as they should be, and none seen in what is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check.prose import Prose, markdown_shown, prose_of_config, prose_of_document
from sitegen.check.spelling import LANGUAGES, mended, slips_in
from sitegen.parse.frontmatter import split
from sitegen.parse.kinds import KINDS

HERE = Path(__file__).parent
ROOT = HERE.parent.parent

RIGHT = {
    # wrong: right
    "Perchè no? Poichè sì, nè più nè meno.": "Perché no? Poiché sì, né più né meno.",
    "PERCHÈ NO": "PERCHÉ NO",
    "É così, cioé un caffé: piú di cosí. C'é.": "È così, cioè un caffè: più di così. C'è.",
    "La libertá, il lunedi, una citta, e gia, puo.": "La libertà, il lunedì, una città, e già, può.",
    "Quì e quà, sù: stà zitto, fà caldo, un anno fà.": "Qui e qua, su: sta zitto, fa caldo, un anno fa.",
    "Un pò di pane, un pò’.": "Un po’ di pane, un po’’.",
    "E' vero. E’ vero, c'e' e PERCHE' COSI'.": "È vero. È vero, c'è e PERCHÉ COSÌ.",
    "Perche' no? La citta' e' gia' piu' bella: sara'.": "Perché no? La città è già più bella: sarà.",
    "Qual'è, qual’è, qual'era? Un'altro, nessun'altro, un’errore.": "Qual è, qual è, qual era? Un altro, nessun altro, un errore.",
    "Un amica e un altra idea. Un app per te, un area, un’email.": "Un’amica e un’altra idea. Un’app per te, un’area, un’email.",
    "UN PÒ PER NOI, UN AMICA.": "UN PO’ PER NOI, UN’AMICA.",
    "Fin'ora e tutt'ora.": "Finora e tuttora.",
    "Sopratutto il propio, daccordo. Daccordo?": "Soprattutto il proprio, d’accordo. D’accordo?",
    "Tutto apposto.": "Tutto a posto.",
    "Il il testo del del libro.": "Il testo del libro.",
    "Due  spazi,   tre. **Ecco**  qui.": "Due spazi, tre. **Ecco** qui.",
    "Prima , poi ; e : ora ! No ? (Ecco .)": "Prima, poi; e: ora! No? (Ecco.)",
    "Questo,quello e **questo**,no.": "Questo, quello e **questo**,no.",
    "> Perchè\n\n- perchè\n\n1. perchè\n\n| perchè |\n|---|\n| perchè |": "> Perché\n\n- perché\n\n1. perché\n\n| perché |\n|---|\n| perché |",
    "## Perchè {#perche}\n\n!!! ok \"Perchè\"\n    Perchè": "## Perché {#perche}\n\n!!! ok \"Perché\"\n    Perché",
    "::: button {to: perchè.md, label: Perchè no}\n\n::: callout {type: ok, title: \"Un pò\"}\nPerchè\n:::":
        "::: button {to: perchè.md, label: Perché no}\n\n::: callout {type: ok, title: \"Un po’\"}\nPerché\n:::",
    "[perchè](perche.md \"no\") ![perchè](a.jpg) <b title='perchè'>perchè</b>[^1]\n\n[^1]: Perchè.":
        "[perché](perche.md \"no\") ![perché](a.jpg) <b title='perchè'>perché</b>[^1]\n\n[^1]: Perché.",
    "La mattina è piena,l'agenda pure; alle 9:30,poi, si parte; l'ora,l’idea.":
        "La mattina è piena, l'agenda pure; alle 9:30, poi, si parte; l'ora, l’idea.",
    "È tardi perchè.Domani torno. Va bene così.L'agenda è piena.È tutto: ne parlo dopo.Il resto no.":
        "È tardi perché. Domani torno. Va bene così. L'agenda è piena. È tutto: ne parlo dopo. Il resto no.",
    "Torno ( dopo ) e (forse ) o (  *mai* tardi! ).": "Torno (dopo) e (forse) o ( *mai* tardi!).",
    "Un po di pane, un po più, un  po , solo un po.": "Un po’ di pane, un po’ più, un po’, solo un po’.",
    "Non c'e posta. Dov’e la sala? Com'e, bella? Cos'e.": "Non c'è posta. Dov’è la sala? Com'è, bella? Cos'è.",
    "C'è ne sono due; non c’è ne erano.": "Ce ne sono due; non ce ne erano.",
    "Dove' andata? E dove’ finito?": "Dov'è andata? E dov’è finito?",
    "Un accellerazione, un informazione, un unità e un  espressione.":
        "Un’accelerazione, un’informazione, un’unità e un’espressione.",
    "La propietà dello scenziato. Daltronde, purtropo.": "La proprietà dello scienziato. D’altronde, purtroppo.",
    "La la signora e le le carte, negli negli uffici, un un modulo.":
        "La signora e le carte, negli uffici, un modulo.",
}  # fmt: skip
RIGHT_IN_ENGLISH = {
    "It's own fault; its been fun.": "Its own fault; it’s been fun.",
    "I recieve alot. Definately untill tommorow.": "I receive a lot. Definitely until tomorrow.",
    "You dont, they didnt. It should of been.": "You don’t, they didn’t. It should have been.",
    "The the mail ,and  more.": "The mail, and more.",
    "They would of been here; You Could of known.": "They would have been here; You Could have known.",
}
DOUBTFUL = {
    # What a writer is asked about, if at all, and nobody mends.
    "it": [
        "Vitamina E e zinco, classi D, E e F, le vocali a, e e o.",
        "Un email marketing, un area manager, un app developer, un App Store. L'UN Agenda 2030.",
        "Qual'ora dovesse servire. Il delta del Pò. Fai log in in due secondi. Che che ne dica. I nei nei bambini. Dai dai!",
        "Ringrazio Anna Piu e Novita S.r.l., il sig. Gia e M. Piu. Piu Anna è qui: un certificato GIA, la NOVITA SRL. Il Bar Blù.",
    ],
    "en": [
        "You could of course call me. It would of necessity be slow. Its A/B tests, its not-for-profit arm, its a priori.",
        "Grade A a day. A calender presses paper. AND and OR. The one she came with with joy. Ask Mr. Freind and Ann Peice.",
    ],
}


def _prose(text: str) -> Prose:
    return Prose("a.md", text, markdown_shown(text))


@pytest.mark.parametrize(("wrong", "right"), RIGHT.items())
def test_what_is_wrong_in_italian_is_mended(wrong: str, right: str) -> None:
    assert mended(wrong, slips_in(_prose(wrong), "it")) == right


@pytest.mark.parametrize(("wrong", "right"), RIGHT_IN_ENGLISH.items())
def test_what_is_wrong_in_english_is_mended(wrong: str, right: str) -> None:
    assert mended(wrong, slips_in(_prose(wrong), "en")) == right


ROWS = [(page.stem, *row) for folder in ("controlli", "checks") for page in sorted((ROOT / "docs" / folder).glob("*.md"))
        for row in re.findall(r"(?m)^\| (.+?) \| (.+?) \|$", page.read_text(encoding="utf-8"))
        if page.stem in {"accents", "apostrophes", "capitals", "double-word", "misspelling", "punctuation-space"}
        and row[0] not in ("Sbagliato", "Wrong")]  # fmt: skip


@pytest.mark.parametrize(("rule", "wrong", "right"), ROWS)
def test_the_examples_of_the_documents_are_what_is_told(rule: str, wrong: str, right: str) -> None:
    told = {language: [each.rule for each in slips_in(_prose(wrong), language)] for language in LANGUAGES}
    assert any(found and set(found) == {rule} for found in told.values())
    assert not [each for language, found in told.items() if found for each in slips_in(_prose(right), language)]


@pytest.mark.parametrize(("language", "text"), [(each, text) for each, texts in DOUBTFUL.items() for text in texts])
def test_what_may_be_right_is_not_mended(language: str, text: str) -> None:
    assert mended(text, slips_in(_prose(text), language)) == text


NO_PROSE = [
    'Vedi [perchè] e [un pò][], ![Un pò].\n\n[perchè]: https://a.it\n[un  pò]: b.md\n   "Perchè  no"',
    "- voce\n\n        print(perchè  x ,y)\n\n    Testo.\n",
    "!!! info\n    Testo.\n\n        perchè  x\n",
    "!!! info\n        perchè  x\n",
    "Nota[^a].\n\n[^a]: Testo.\n\n        perchè  x\n",
    "> Testo.\n>\n>     perchè  x\n",
    "- uno\n    - due\n\n            perchè  x\n",
    "<var>perchè</var> <tt>pò</tt>",
    '<span lang="fr">perche <span>a</span> perche</span> <p LANG=fr>piu</p>',
    "Testo.\n\nPerche *piu*.\n{: lang=fr}\n\nTesto.",
    "La cartella/perchè.",
]


@pytest.mark.parametrize("text", NO_PROSE)
def test_what_is_no_prose_of_the_site_is_left_alone(text: str) -> None:
    assert mended(text, slips_in(_prose(text), "it")) == text


def test_text_that_is_indented_in_a_list_is_read() -> None:
    text = "- uno\ncontinua\n\n    Perchè.\n\n    - due\n\n        Perchè.\n\n[perchè](a.md) [pò]\n"
    assert mended(text, slips_in(_prose(text), "it")).count("Perché") == 2


def test_names_are_written_as_their_owners_want() -> None:
    author = "---\nname: Anna Piu\ngiven: Piu\ncompany: Novita S.r.l.\njob: Perchè\n---\n"
    site = "title: Perchè\nbusiness: {legal_name: Novita, trading_name: Novita, address: {city: Citta Nuova, street: Via Piu}}\n"
    for prose in (prose_of_document(author, "a.md", "authors"), prose_of_config(site, "content/site.yaml")):
        assert [prose.source[each.start : each.end] for each in slips_in(prose, "it")] == ["Perchè"]


def test_what_only_the_writer_can_mend_is_told() -> None:
    text = "OFFERTA VALIDA SOLO OGGI per il\nil testo."
    slips = slips_in(_prose(text), "it")
    assert [(each.rule, text[each.start : each.end], each.certain) for each in slips] == [
        ("capitals", "OFFERTA VALIDA SOLO OGGI", False),
        ("double-word", "il\nil", False),
    ]
    assert mended(text, slips) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_is_right_stays_as_it_is(language: str) -> None:
    text = (HERE / f"correct-{language}.md").read_text(encoding="utf-8")
    prose = prose_of_document(text, "a.md", "posts")
    assert [
        (prose.place(each.start, each.end), text[each.start : each.end]) for each in slips_in(prose, language)
    ] == []
    # It is read all the same: a slip at the end of any line of the page is seen.
    wrong = {"it": "perchè", "en": "alot"}[language]
    lines = prose.shown.split("\n")
    read = [number for number, line in enumerate(lines) if any(map(str.isalpha, line))]
    source = text.split("\n")
    for number in read[8:]:
        last = max(at for at, sign in enumerate(lines[number]) if sign.isalpha()) + 1
        changed = [*source]
        changed[number] = f"{source[number][:last]} {wrong}{source[number][last:]}"
        slips = slips_in(prose_of_document("\n".join(changed), "a.md", "posts"), language)
        if "@" not in source[number] and "www." not in source[number]:
            assert slips, changed[number]


def test_each_text_of_front_matter_is_read_and_nothing_else() -> None:
    text = """---
title: "Perchè no"
slug: perche
date: 2026-01-14
tags: [perche]
category: perche
excerpt: 'L''altro perchè'
dek: >
  Su due righe
  perchè sì
cover: {src: perche.jpg, alt: perchè}
related: [perche]
cta: {label: Perchè, target: pages/perche.md}
extra: {perche: perche}
# perche
---
"""
    prose = prose_of_document(text, "content/posts/a.md", "posts")
    places = [prose.place(each.start, each.end) for each in slips_in(prose, "it")]
    assert [(each.line, each.column) for each in places] == [(2, 9), (7, 20), (10, 3), (11, 31), (13, 14)]
    site = "title: Perchè\nbase_url: https://perche.it/\nmenus: {main: [{label: Perchè, to: blog}]}\n"
    slips = slips_in(prose_of_config(site, "content/site.yaml"), "it")
    assert [each.start for each in slips] == [7, site.index("label: P") + 7]


def test_a_slip_is_told_at_its_line_and_column() -> None:
    text = "---\ntitle: A\ndate: 2026-01-14\n---\nUna riga.\n\n- Un *pò* qui\n"
    prose = prose_of_document(text, "a.md", "posts")
    (slip,) = slips_in(prose, "it")
    assert prose.place(slip.start, slip.end)[1:] == (7, 7, 2)


def test_our_own_texts_are_right() -> None:
    found = []
    for folder, language in (
        ("content", "it"),
        *((f"sitegen/scaffold/site/{each}/content", each) for each in LANGUAGES),
    ):
        for path in sorted((ROOT / folder).rglob("*.md")):
            kind = path.relative_to(ROOT / folder).parts[0]
            prose = prose_of_document(path.read_text(encoding="utf-8"), path.name, kind)  # type: ignore[arg-type]
            assert any(map(str.isalpha, prose.shown)), path
            found += [(path.name, prose.place(each.start, each.end)) for each in slips_in(prose, language)]
    assert found == []


_PIECES = st.sampled_from([
    *"  \n\n\t*_`[]()<>{}#|:,.;!?'’\"‘“-~&\\", "```\n", "~~~", "    ", "\n\n    ", "\n- ", "\n> ", "](", "]: ", "<code>", "</code>",
    "<!--", "-->", "<pre>", "</p>", "perchè", "perche'", "E'", "pò", "qual'è", "un'altro", "un amica", "il", "il il", " ,", "a,bb",
    "piena,l'", "tardi.Domani ", "( dopo )", "un po di", "c'e ", "dove' andata", "un azione", "la la", "9:30,poi", "recieve", "its a", "the the", "https://a.it/perche,si", "x@perche.it", "perche.md", "CHIAMA SUBITO ORA", "così", "l'",
])  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=30).map("".join)


@given(_TEXTS, st.sampled_from([*LANGUAGES]))
def test_mending_twice_mends_nothing_more(text: str, language: str) -> None:
    once = mended(text, slips_in(_prose(text), language))
    assert mended(once, slips_in(_prose(once), language)) == once


@given(_TEXTS)
def test_what_is_shown_stands_where_it_was_written(text: str) -> None:
    shown = markdown_shown(text)
    assert len(shown) == len(text)
    assert all(new in (old, "\x00", "\x01") for old, new in zip(text, shown, strict=True))


@given(_TEXTS)
def test_code_addresses_and_fields_stay_as_they_are(text: str) -> None:
    code = "```\nperche'  no ,si il il\n```"
    page = f"---\ntitle: Perchè\ndate: 2026-01-14\nslug: perche\ntags: [pò, perchè]\n---\n{code}\n\n`perchè ,si` <https://perchè.it/,a> [perchè](perchè.md)\n\n{text}"
    done = mended(page, slips_in(prose_of_document(page, "a.md", "posts"), "it"))
    assert done.startswith(page[: page.index(code)].replace("title: Perchè", "title: Perché") + code)
    assert "`perchè ,si` <https://perchè.it/,a> [perché](perchè.md)" in done
    assert split(done, "a.md").meta == split(page.replace("title: Perchè", "title: Perché"), "a.md").meta


def test_every_kind_has_texts() -> None:
    for kind in KINDS:
        field = {"authors": "job", "testimonials": "role"}.get(kind, "title")
        prose = prose_of_document(f"---\n{field}: Perchè\n---\nPerchè", "a.md", kind)
        assert len(slips_in(prose, "it")) == 2, kind
