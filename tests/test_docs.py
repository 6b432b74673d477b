"""The documents say what the program does: every field is named, every example builds, every transcript is what is printed.

A block's first word is its language. What follows says how it is used: a path is a whole file; a path and `…` a piece of it;
`sezione` an entry of `sections:`; `sbagliato` a file with a mistake, whose transcript is the next `messaggi`. A Markdown block
without anything is the body of a post.
"""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import NamedTuple, get_args
from zoneinfo import ZoneInfo

import jinja2
import jinja2.meta
import msgspec
import pytest
import yaml
from kit import SiteCase, files_of

from sitegen import slugs
from sitegen.cli import main
from sitegen.dates import NotADate, in_words, parse_moment
from sitegen.messages.problems import PROBLEMS
from sitegen.model.urls import DEFAULTS, TOKENS
from sitegen.parse import business, components, config, documents, fields, fonts, kinds, nodes, roles, theme
from sitegen.parse.descriptions import description_of
from sitegen.parse.markdown import components as boxes
from sitegen.parse.markdown import limits
from sitegen.parse.typography import typeset
from sitegen.plan import views
from sitegen.plan.feed_formats import FORMATS
from sitegen.plan.pages import LAYOUTS, TEMPLATES
from sitegen.read import snapshot, stamps

ROOT = Path(__file__).parent.parent
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md")))
}
README, GUIDE, THEMES = (DOCUMENTS[name] for name in ("README.md", "docs/guida.md", "docs/themes.md"))
BASE = ROOT / "themes/base"
ROME = ZoneInfo("Europe/Rome")

# What the examples name and the documents do not show in full.
STAND_INS = """\
-- content/pages/privacy.md --
---
title: Privacy
layout: legal
---
-- content/pages/chi-sono.md --
---
title: Chi sono
---
-- content/static/invia.php --
<?php
-- content/pages/grazie.md --
---
title: Grazie
layout: thanks
---
-- content/posts/auguri.md --
---
title: Auguri
date: 2026-12-24 09:30
---
-- content/posts/idea.md --
---
title: Un'idea
date: 2026-11-01
draft: true
---
-- content/posts/offerta-di-ottobre.md --
---
title: Offerta di ottobre
date: 2026-10-01
expires: 2026-11-01
---
"""
PICTURES = ("media/spunta.svg", "media/fogli.svg", "media/chi-sono.svg", "posts/tre-cartelle/cover.svg")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
# The smallest JPEG that is one: a grey point.
JPEG = bytes.fromhex(
    "ffd8ffdb004300030202020202030202020303030304060404040404080606050609080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f"
    "101011100a0c12131210130f101010ffc9000b080001000101011100ffcc000600101005ffda0008010100003f00d2cf20ffd9"
)


# Reading the documents


class Block(NamedTuple):
    """A fenced block: its language, what follows it on the fence, its text, and the heading it stands under."""

    language: str
    use: str
    text: str
    heading: str


def blocks_of(document: str) -> list[Block]:
    found: list[Block] = []
    heading, fence, use, lines = "", "", "", list[str]()
    for line in document.split("\n"):
        mark = re.match(r"\s*(`{3,})(.*)$", line)
        if fence and mark and mark[1] == fence and not mark[2]:
            language, _, rest = use.partition(" ")
            found.append(Block(language, rest, dedent("\n".join(lines)) + "\n", heading))
            fence = ""
        elif fence:
            lines.append(line)
        elif mark:
            fence, use, lines = mark[1], mark[2], []
        elif line.startswith("#"):
            heading = line.lstrip("# ")
    assert not fence, f"the block {use!r} is never closed"
    return found


def prose_of(document: str) -> str:
    """The document without its fenced blocks."""
    return re.sub(r"^[ ]*(`{3,}).*?\n[ ]*\1[ ]*$", "", document, flags=re.MULTILINE | re.DOTALL)


def headings_of(document: str) -> list[str]:
    return [line.lstrip("# ") for line in prose_of(document).split("\n") if re.match(r"#+ ", line)]


def part_of(document: str, heading: str) -> str:
    """What stands under a heading, up to the next one."""
    parts = re.split(r"^#+ (.+)$", prose_of(document), flags=re.MULTILINE)
    found = [text for name, text in zip(parts[1::2], parts[2::2], strict=True) if name == heading]
    assert len(found) == 1, f"{heading!r} stands {len(found)} times"
    return found[0]


def tables_of(document: str, heading: str) -> list[list[list[str]]]:
    """The tables under a heading, as rows of cells, without their heads."""
    found: list[list[list[str]]] = [[]]
    for line in part_of(document, heading).split("\n"):
        if line.startswith("|"):
            found[-1].append([cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
        elif found[-1]:
            found.append([])
    return [table[2:] for table in found if table]


def code(cell: str) -> str:
    """What stands between backticks in a cell."""
    return re.findall(r"`([^`]*)`", cell)[0]


GUIDE_BLOCKS, THEME_BLOCKS = blocks_of(GUIDE), blocks_of(THEMES)


def whole_files(blocks: list[Block]) -> dict[str, str]:
    paths = [block.use for block in blocks if re.fullmatch(r"(content|themes)/\S+", block.use)]
    assert len(paths) == len(set(paths)), "two blocks are the same file"
    return {block.use: block.text for block in blocks if block.use in paths}


def pieces(blocks: list[Block], use: str) -> list[Block]:
    return [block for block in blocks if block.use == use]


def documented(site: SiteCase) -> SiteCase:
    """The site that the guide's examples make together."""
    site.write(STAND_INS)
    for picture in PICTURES:
        site.file(f"content/{picture}", SVG)
    site.file("content/media/cinquanta-cose.pdf", b"%PDF-1.4").file("content/media/presentazione.mp4", b"film")
    for path, text in whole_files(GUIDE_BLOCKS).items():
        site.file(path, text)
    return site


def assert_clean(site: SiteCase) -> None:
    site.build()
    assert site.codes() == (), site.transcript("it")


# Every field is in its table, and nothing else


def own_fields(struct: type[msgspec.Struct]) -> dict[str, bool]:
    """The fields that a struct declares itself, a document its title too: name → whether it is required."""
    own = {*inspect.get_annotations(struct), *(("title",) if issubclass(struct, kinds.Titled) else ())}
    return {field.name: field.required for field in msgspec.structs.fields(struct) if field.name in own}


def documented_fields(heading: str, number: int = 0) -> dict[str, bool]:
    found = {}
    for name, *_ in tables_of(GUIDE, heading)[number]:
        row = re.fullmatch(r"`([\w.]+)`( \(obbligatorio\))?", name)
        assert row, name
        assert row[1] not in found
        found[row[1]] = row[2] is not None
    return found


TABLES: dict[type[msgspec.Struct], tuple[str, int]] = {
    kinds.Meta: ("Campi comuni a tutti i documenti", 0),
    kinds.Paged: ("Campi comuni a tutti i documenti", 1),
    kinds.Titled: ("Campi comuni a tutti i documenti", 2),
    kinds.Post: ("Articoli: `content/posts/`", 0),
    kinds.Page: ("Pagine: `content/pages/`", 0),
    kinds.Service: ("Servizi: `content/services/`", 0),
    kinds.Testimonial: ("Testimonianze: `content/testimonials/`", 0),
    kinds.Author: ("Autori: `content/authors/`", 0),
    kinds.Case: ("Casi studio: `content/cases/`", 0),
    kinds.Faq: ("Domande frequenti: `content/faq/`", 0),
    kinds.Magnet: ("Risorse da scaricare: `content/magnets/`", 0),
    kinds.Picture: ("cover", 0),
    kinds.Cover: ("cover", 1),
    kinds.Seo: ("seo", 0),
    kinds.Cta: ("cta", 0),
    kinds.Price: ("price", 0),
    kinds.Package: ("packages e plans", 0),
    kinds.Step: ("steps", 0),
    kinds.QuestionAnswer: ("faq", 0),
    kinds.Fact: ("results e facts", 0),
    kinds.Result: ("results e facts", 1),
    kinds.Consent: ("consent", 0),
    kinds.PersonLink: ("links e social", 0),
    kinds.Section: ("Le sezioni delle pagine", 0),
    kinds.Diary: ("Sezione `hero`", 1),
    kinds.DiaryEntry: ("Sezione `hero`", 2),
    kinds.Comment: ("I commenti", 0),
    config.Config: ("Chiavi principali", 0),
    config.Brand: ("brand", 0),
    config.Menus: ("menus", 0),
    config.MenuEntry: ("menus", 1),
    config.MenuLink: ("menus", 2),
    config.Blog: ("blog", 0),
    business.Business: ("business", 0),
    business.Address: ("business", 1),
    config.StructuredData: ("I dati strutturati", 0),
    config.Forms: ("forms", 0),
    config.Form: ("forms", 1),
    config.Testimonials: ("testimonials", 0),
}
SMALL: dict[str, type[msgspec.Struct]] = {
    "pagination": config.Pagination,
    "feeds": config.Feeds,
    "related": config.Related,
    "typography": config.Typography,
}
ELSEWHERE = {
    config.Permalinks: "test_addresses",
    kinds.Checked: "test_the_pieces_of_settings_build",
    config.SiteChecked: "test_the_pieces_of_settings_build",
    config.Budget: "test_the_pieces_of_settings_build",
    **dict.fromkeys(SMALL.values(), "test_small_groups_of_settings"),
    **dict.fromkeys(kinds.SECTIONS.values(), "test_every_section_is_in_the_guide"),
}


@pytest.mark.parametrize("struct", TABLES, ids=lambda struct: struct.__name__)
def test_every_field_is_in_the_guide(struct: type[msgspec.Struct]) -> None:
    assert documented_fields(*TABLES[struct]) == own_fields(struct)


def section_heading(name: str) -> str:
    (heading,) = [each for each in headings_of(GUIDE) if re.match(r"Sezion[ei] ", each) and f"`{name}`" in each]
    return heading


def as_editors_show(cell: str) -> str:
    """A cell without its marks, and without what sends the reader to another chapter."""
    cell = re.sub(r"[;:] \[?vedi [^;]*$|: \[vedi\].*$|, uno di quelli qui sotto$", "", cell)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell).replace("`", "")


def test_editors_show_of_each_field_what_the_guide_says() -> None:
    tables: list[tuple[type[msgspec.Struct], str, int]] = [
        *((struct, *place) for struct, place in TABLES.items() if struct is not kinds.Comment),
        *((struct, section_heading(name), 0) for name, struct in kinds.SECTIONS.items()),
        (config.Permalinks, "Gli indirizzi", 0),
    ]
    rows = [(struct, code(row[0]), row[1]) for struct, heading, number in tables
            for row in tables_of(GUIDE, heading)[number]]  # fmt: skip
    for name, told, _ in tables_of(GUIDE, "pagination, feeds, related, typography")[0]:
        group, field = code(name).split(".")
        rows.append((SMALL[group], field, told))
    shown = [description_of(struct, field, "it") for struct, field, _ in rows]
    assert shown == [as_editors_show(cell) for *_, cell in rows]


def test_every_struct_that_a_person_writes_has_its_table() -> None:
    written = {
        each
        for module in (kinds, config, business)
        for each in vars(module).values()
        if inspect.isclass(each) and issubclass(each, msgspec.Struct) and each.__module__ == module.__name__
    }
    assert written == {*TABLES, *ELSEWHERE}


def test_small_groups_of_settings() -> None:
    fields = {f"{name}.{field}": False for name, struct in SMALL.items() for field in own_fields(struct)}
    assert documented_fields("pagination, feeds, related, typography") == fields


@pytest.mark.parametrize("name", kinds.SECTIONS)
def test_every_section_is_in_the_guide(name: str) -> None:
    assert documented_fields(section_heading(name)) == own_fields(kinds.SECTIONS[name])


def test_every_kind_and_folder_is_in_the_map_of_the_guide() -> None:
    rows = {code(row[0]) for row in tables_of(GUIDE, "Che cosa c'è, e dove")[0]}
    assert {f"content/{kind}/" for kind in (*kinds.KINDS, "media", "data", "static")} <= rows


def test_the_values_to_choose_from_are_in_the_guide() -> None:
    """Those of each `Literal`, in the row of its field; `per` has Italian words."""
    lost = []
    for struct, (heading, number) in TABLES.items():
        rows = {re.findall(r"`(\w+)`", row[0])[0]: " ".join(row) for row in tables_of(GUIDE, heading)[number]}
        for field in msgspec.structs.fields(struct):
            if field.name in own_fields(struct):
                values = re.findall(r"'(\w+)'", str(field.type)) if "Literal" in str(field.type) else []
                values = [italian for italian, _ in PER] if field.name == "per" else values
                lost += [(heading, field.name, value) for value in values if f"`{value}`" not in rows[field.name]]
    assert not lost


PER = next(rule.other for rule in kinds.Per.__metadata__ if hasattr(rule, "other"))


# What the guide says of fields


def test_what_consent_and_a_private_address_hold_is_nowhere(site: SiteCase) -> None:
    site.config("business: {kind: private, legal_name: Lia, address: {street: Via Segreta 1}}\n")
    consent = "consent: {given: true, date: 2026-10-12, scope: AMBITO, proof: PROVA}"
    site.file("content/testimonials/t.md", f"---\nname: T\nrole: R\ndate: 2026-10-12\n{consent}\n---\nBene.\n")
    site.file("content/cases/c.md", f"---\ntitle: C\nclient: D\n{consent}\n---\n")
    site.file("content/pages/v.md", "---\ntitle: V\nsections: [{type: voices}, {type: contact}]\n---\n")
    assert_clean(site)
    everything = "".join(site.read(path) for path in site.paths())
    assert "Bene." in everything
    assert not [word for word in ("AMBITO", "PROVA", "Via Segreta", "12 ottobre") if word in everything]


def test_the_icons_are_those_of_the_theme() -> None:
    drawn = re.findall(r'icon == "(\w+)"', (BASE / "templates/partials/icon.html").read_text(encoding="utf-8"))
    (declared,) = re.findall(r"^icons: \[(.*)\]$", (BASE / "theme.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", part_of(GUIDE, "Icone"))) == sorted(drawn) == sorted(declared.split(", "))


# Limits


def test_the_limits_in_the_guide_are_those_of_the_program() -> None:
    told = sorted((code(row[2]), int(row[1])) for row in tables_of(GUIDE, "I limiti")[0])
    kept = {
        "E118": [fields.MOST_ITEMS],
        "E112": [nodes.MAX_DEPTH, nodes.MAX_DEPTH, documents.DEEPEST_REPLY, stamps.DEEPEST],
        "E303": [limits.DEEPEST, boxes.DEEPEST, boxes.MOST],
        "E111": [nodes.MAX_SIZE // 1024],
        "E609": [snapshot.LARGEST_TEXT // 1024**2],
        "E116": [slugs.LONGEST_SLUG],
    }
    assert told == sorted((name, limit) for name, all_ in kept.items() for limit in all_)


# Examples


def test_the_examples_of_the_guide_build(site: SiteCase) -> None:
    assert_clean(documented(site))
    assert site.has("blog/la-prima-riunione/index.html")
    assert site.has("404.html")
    assert "ErrorDocument 404 /404.html\n" in site.read(".htaccess")
    assert "/prezzi/" in site.page("/blog/la-prima-riunione/").hrefs()
    for address in ("/2019/05/posta-in-arrivo/", "/contattami/", "/2019/contatti.html"):
        assert 'http-equiv="refresh"' in site.page(address).html
    home = site.page("/")
    assert "Le ore che cerchi sono già nella tua agenda." in home.text
    assert [level for level, _ in home.headings].count(1) == 1
    assert home.html.count("<script") == 1  # its own data, which nobody runs


def test_the_pieces_of_markdown_build_and_become_what_the_guide_says(site: SiteCase) -> None:
    documented(site)
    found = [block for block in GUIDE_BLOCKS if block.language == "markdown" and not block.use]
    for number, block in enumerate(found):
        site.file(f"content/posts/esempio-{number}.md", f"---\ntitle: Esempio\ndate: 2026-01-01\n---\n{block.text}")
    assert_clean(site)
    html: dict[str, str] = {}
    for number, block in enumerate(found):
        html[block.heading] = html.get(block.heading, "") + site.read(f"blog/esempio-{number}/index.html")
    assert {heading for heading in headings_of(GUIDE) if heading in html} == set(MARKDOWN)
    for heading, signs in MARKDOWN.items():
        assert not [sign for sign in signs if sign not in html[heading]], heading


MARKDOWN = {
    "Paragrafi e parole": ["<strong>", "<em>", "<code>", "<br", "<blockquote>", "<hr", "<abbr title="],
    "Titoli e àncore": ['id="agenda-com-e-fatta"', "<h3", 'id="prezzi"'],
    "L'indice": ['<details class="toc">', '<a href="#il-primo-punto">Il primo punto</a>'],
    "Elenchi": ["<li>una voce dentro", "<ol>", 'type="checkbox"'],
    "Collegamenti": [
        'href="/prezzi/#pacchetti"',
        'href="#regole"',
        'href="/media/cinquanta-cose.pdf"',
        'title="Il testo',
    ],
    "Video, mappe e calendari": [
        "embed--video",
        "https://www.youtube-nocookie.com/embed/abcdefghijk",
        "embed--map",
        "<button",
    ],
    "Immagini e figure": ['src="/media/spunta.svg"', "<figcaption>La lista, com’è stampata.</figcaption>"],
    "Tabelle": ["<caption>Una mattina di esempio.</caption>", 'class="num"'],
    "Riquadri, pulsanti, indice, file": [
        '<div class="callout callout--ok"',
        ">Da provare per tre giorni<",
        '<a href="#le-cartelle">',
        'class="btn btn--quiet" href="/contatti/"',
        'href="/media/cinquanta-cose.pdf" download',
    ],
    "Gallerie, filmati, mappe": [
        '<div class="gallery">',
        '<video class="film" src="/media/presentazione.mp4"',
        "https://player.vimeo.com/video/123456789",
        "embed--map",
    ],
    "Servizi, prezzi, testimonianze, domande, moduli": [
        'class="card"',
        'class="plan plan--best"',
        '<figure class="quote">',
        '<div class="faq">',
        'name="contact"',
    ],
    "Note": ['role="doc-noteref"', 'role="doc-endnotes"'],
    "Definizioni": ["<dt>Decidi</dt>", "<dd>Informa e non chiede.</dd>"],
    "Riquadri": ["callout--ok", ">Da provare per tre giorni<", "callout--warn", ">Attenzione<"],
    "Codice e modelli da copiare": ["<pre", "Oggetto: Come scrivermi, da lunedì"],
    "Attributi": ['class="nota"', 'id="da-ricordare"', 'class="btn" href="/contatti/"'],
    "Il riassunto": ['name="description" content="Questo primo paragrafo'],
    "HTML": ["<kbd>Ctrl</kbd>", "<details>", "<strong>Markdown</strong>"],
}


def test_every_component_and_its_fields_are_in_the_guide() -> None:
    declared = yaml.safe_load((BASE / "theme.yaml").read_text(encoding="utf-8"))["components"]
    rows = {code(row[0]): (row[2], row[3]) for row in tables_of(GUIDE, "I componenti")[0]}
    assert set(rows) == set(declared)
    for name, component in declared.items():
        told, text = rows[name]
        assert (text == "no") is (component.get("body", "none") == "none"), name
        for field, value in component.get("fields", {}).items():
            written = f"`{field}` (obbligatorio)" if value.get("required") else f"`{field}`"
            assert written in told, (name, field)
            assert not [each for each in value.get("values", ()) if f"`{each}`" not in told], (name, field)


def test_what_a_theme_can_declare_of_a_component_is_listed() -> None:
    keys, types = tables_of(THEMES, "Components of your own")
    assert [code(row[0]) for row in keys] == list(own_fields(components.Component))
    assert [code(row[0]) for row in types] == list(get_args(components.Type))


@pytest.mark.parametrize("block", pieces(GUIDE_BLOCKS, "sezione"), ids=lambda block: block.heading)
def test_the_sections_of_the_guide_build(block: Block, site: SiteCase) -> None:
    entries = indent(block.text, "  ")
    assert_clean(documented(site).file("content/pages/prova.md", f"---\ntitle: Prova\nsections:\n{entries}---\n"))
    named = re.findall(r"`(\w+)`", block.heading)
    assert re.findall(r"^- type: (\w+)$", block.text, re.MULTILINE) == named
    texts = re.findall(r'title: "?([^,"}\n]+)', block.text)
    assert not [text for text in texts if text.replace("'", "’") not in site.page("/prova/").text]


@pytest.mark.parametrize("block", pieces(GUIDE_BLOCKS, "content/site.yaml …"), ids=lambda block: block.heading)
def test_the_pieces_of_settings_build(block: Block, site: SiteCase) -> None:
    documented(site).file("content/site.yaml", whole_files(GUIDE_BLOCKS)["content/site.yaml"] + block.text)
    assert_clean(site)
    if "permalinks" in block.text:
        for path in ("2026/11/tre-cartelle", "2026/11", "2026", "category/organizzazione/posta", "tag/posta",
                     "author/lia-fogliobianco"):  # fmt: skip
            assert site.has(f"{path}/index.html"), path
    if "typography" in block.text:
        assert "un'assistente" in site.read("index.html").replace("&#39;", "'")


def test_the_settings_may_be_written_in_no_other_block() -> None:
    """Each block is used by some test here, or needs none."""
    used = {"sezione", "messaggi", "riepilogo", "content/site.yaml …", "themes/mio/theme.yaml …"}
    for block in (*GUIDE_BLOCKS, *THEME_BLOCKS):
        is_file = re.fullmatch(r"(content|themes)/\S+( sbagliato)?", block.use)
        assert (
            is_file or block.use in used or block.language in ("sh", "powershell", "text", "markdown", "css", "console")
        ), block


# What is printed


def test_the_transcripts_are_what_is_printed(site: SiteCase) -> None:
    wrong = [block for block in GUIDE_BLOCKS if block.use.endswith(" sbagliato")]
    told = pieces(GUIDE_BLOCKS, "messaggi")
    assert wrong
    assert len(wrong) == len(told)
    for mistake, transcript in zip(wrong, told, strict=True):
        path = mistake.use.removesuffix(" sbagliato")
        documented(site).file(path, mistake.text).fails()
        assert site.transcript("it").rstrip("\n") == transcript.text.rstrip("\n")


def test_the_summary_is_what_is_printed(
    site: SiteCase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(documented(site).root)
    assert main.run(["build", "--lang", "it", "--now", "2026-11-23"]) == 0
    (block,) = pieces(GUIDE_BLOCKS, "riepilogo")

    def without_numbers(text: str) -> list[str]:
        lines = text.rstrip("\n").split("\n")
        return [re.sub(r"\d+,\d(?= s\))|(?<=scritti: )\d+|(?<=pubblicati: )\d+", "N", line) for line in lines]

    assert without_numbers(capsys.readouterr().out) == without_numbers(block.text)


def test_the_readmes_post_builds_and_its_error_is_what_is_printed(site: SiteCase) -> None:
    (post,) = [block for block in blocks_of(README) if block.language == "markdown"]
    (told,) = [block for block in blocks_of(README) if block.language == "text" and block.text.startswith("content/")]
    path = "content/posts/my-first-post.md"
    assert f"`{path}`" in README
    site.file("content/posts/picture.jpg", JPEG).file("content/pages/prezzi.md", "---\ntitle: Prezzi\n---\n")
    assert_clean(site.file(path, post.text))
    assert site.has("blog/my-first-post/index.html")
    site.edit(path, "category:", "categry:").fails()
    assert site.transcript("en").startswith(told.text)


def test_the_headlines_of_common_mistakes_are_those_of_the_program() -> None:
    rows = tables_of(GUIDE, "Gli errori più comuni")[0]
    told = {code(row[0]): row[1] for row in rows}
    headlines = {name: re.sub(r"\{\w+\}", "…", PROBLEMS[name]["it"].headline) for name in told}
    assert told == headlines


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_code_that_is_named_exists(name: str) -> None:
    codes = set(re.findall(r"\b[EW]\d{3}\b", DOCUMENTS[name]))
    assert codes <= set(PROBLEMS)


# Dates, typography, addresses, options


@pytest.mark.parametrize(("written", "meant"), [
    (code(row[0]), row[1]) for table in tables_of(GUIDE, "Le date")[:2] for row in table
])  # fmt: skip
def test_dates(written: str, meant: str) -> None:
    moment = parse_moment(written, ROME, "it")
    assert not isinstance(moment, NotADate)
    assert meant in (in_words(moment, "it"), f"{in_words(moment, 'it')}, {moment:%H:%M}")
    assert ("," in meant) == bool(moment.hour)


def test_dates_that_the_guide_says_are_refused() -> None:
    assert parse_moment("12/03/26", ROME, "it") == NotADate("year", "2026-03-12")
    assert isinstance(parse_moment("03/04/2026", ROME, "en"), NotADate)
    assert not isinstance(parse_moment("03/04/2026", ROME, "it"), NotADate)


@pytest.mark.parametrize(("written", "set_"), [
    (code(row[0]), code(row[1])) for row in tables_of(GUIDE, "La tipografia")[0]
])  # fmt: skip
def test_typography(written: str, set_: str) -> None:
    assert typeset(written, "it").replace("\N{NO-BREAK SPACE}", " ") == set_


def test_typography_of_fixed_spaces_and_what_stays() -> None:
    paragraph = next(text for text in part_of(GUIDE, "La tipografia").split("\n\n") if text.startswith("Alcune parole"))
    examples = re.findall(r"`([^`]*)`", paragraph)
    assert len(examples) > 5
    for written in examples:
        assert "\N{NO-BREAK SPACE}" in typeset(written, "it"), written
    assert typeset("di piu'", "it") == "di piu’"
    assert typeset("lun-ven", "it") == "lun-ven"


def test_addresses() -> None:
    rows = {code(name): (code(pattern), re.findall(r"`([^`]*)`", parts))
            for name, _, pattern, parts in tables_of(GUIDE, "Gli indirizzi")[0]}  # fmt: skip
    expected = {name: (DEFAULTS["it"][name], [f"%{token}%" for token in tokens]) for name, tokens in TOKENS.items()}
    assert rows == expected
    assert rows.keys() == own_fields(config.Permalinks).keys()


def test_options_and_commands() -> None:
    rows = {code(row[0]) for row in tables_of(GUIDE, "Costruire e pubblicare")[0]}
    assert rows == {f"--{name}" for name in vars(main.parse(["build"])) if name not in ("command", "version")}
    rows = {code(row[0]).replace("--no-", "--") for row in tables_of(GUIDE, "Anteprima")[0]}
    assert rows == {f"--{name}" for name in vars(main.parse(["serve"])) if name not in ("command", "version")}
    assert not [command for command in main.COMMANDS if f"sitegen {command}" not in GUIDE]


def test_the_commands_that_are_shown_are_understood() -> None:
    lines = [line for name in DOCUMENTS for block in blocks_of(DOCUMENTS[name]) if block.language == "sh"
             for line in block.text.splitlines()]  # fmt: skip
    spans = re.findall(r"`([^`\n]+)`", "\n".join(map(prose_of, DOCUMENTS.values())))
    found = [command for line in lines for command in re.findall(r"\bsitegen((?: [\w=./-]+)+)", line)]
    found += [span[1] for span in (re.fullmatch(r"(?:\S+[/\\])?sitegen( [^/]+)", each) for each in spans) if span]
    assert len(found) > 5
    for command in found:
        main.parse(shlex.split(command))


# Themes


def themed(site: SiteCase) -> SiteCase:
    """The documented site with the theme that the document on themes makes."""
    documented(site)
    for path, text in whole_files(THEME_BLOCKS).items():
        site.file(path, text)
    (declared,) = pieces(THEME_BLOCKS, "themes/mio/theme.yaml …")
    site.file("themes/mio/theme.yaml", whole_files(THEME_BLOCKS)["themes/mio/theme.yaml"] + declared.text)
    (example,) = [block for block in THEME_BLOCKS if block.text.startswith(":::")]
    site.file("content/posts/passo.md", f"---\ntitle: Passo\ndate: 2026-01-01\n---\n{example.text}")
    (piece,) = pieces(THEME_BLOCKS, "content/site.yaml …")
    return site.file("content/site.yaml", whole_files(GUIDE_BLOCKS)["content/site.yaml"] + piece.text)


def test_the_theme_that_is_shown_works(site: SiteCase) -> None:
    assert_clean(themed(site))
    post = site.page("/blog/la-prima-riunione/")
    assert "Grazie di aver letto fin qui" in post.text
    assert "Vai al testo" in post.text
    assert "<footer" in post.html
    assert "<p><b>1</b> Ci sentiamo</p>\n\n<p>Mezz’ora, <em>senza impegno</em>.</p>" in site.read(
        "blog/passo/index.html"
    )
    page = site.page("/prezzi/")
    assert "Notion: istruzioni ed elenchi" in page.text
    assert "/blog/la-prima-riunione/" in page.hrefs()
    assert "Tutti gli articoli →" in post.text
    style = site.read(post.attributes("link", rel="stylesheet")[0]["href"].lstrip("/"))
    assert "--measure:38rem" in style
    assert "--brand:#204e4a" in style
    assert "--tint:#e8f2f0" in style
    assert style.count("--quote:#") == 2
    assert "--font-text:Verdana, sans-serif" in style
    places = [style.index(each) for each in ("@layer reset", "@layer tokens", "@layer theme{", "@layer custom{")]
    assert places == sorted(places)
    assert style.index(".offer{border-radius:0}") > places[-1]


def test_theme_settings() -> None:
    rows = {code(row[0]): "(required)" in row[0] for row in tables_of(THEMES, "theme.yaml")[0]}
    assert rows == own_fields(theme.Settings)
    parts = {code(row[0]): False for row in tables_of(THEMES, "Colours")[0]}
    assert parts == own_fields(roles.Role)
    faces = {name: "(required)" in row[0] for row in tables_of(THEMES, "Fonts")[0]
             for name in re.findall(r"`(\w+)`", row[0])}  # fmt: skip
    assert faces == own_fields(fonts.Face)
    told = " ".join(row[1] for row in tables_of(THEMES, "theme.yaml")[0])
    assert not [
        name
        for struct in (roles.Colours, theme.Defaults, theme.Fonts)
        for name in own_fields(struct)
        if f"`{name}`" not in told
    ]


def test_the_themes_that_come_along_their_font_pairs_and_variables() -> None:
    settings = {path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
                for path in (ROOT / "themes").glob("*/theme.yaml")}  # fmt: skip
    rows = {code(row[0]): row[1] for row in tables_of(THEMES, "The folder of a theme")[0]}
    assert set(rows) == set(settings)
    own = {name: {*each["tokens"], *each.get("colors", {}).get("light", ())} for name, each in settings.items()}
    added = {name: each - own["base"] for name, each in own.items()}
    assert not [token for name, tokens in added.items() for token in tokens if f"`{token}`" not in rows[name]]
    options = {(name, word) for name, each in settings.items() for option, choices in each.get("options", {}).items()
               for word in (option, *(("no", "yes")[key] if isinstance(key, bool) else key for key in choices))}  # fmt: skip
    assert not [(name, word) for name, word in options if f"`{word}`" not in rows[name]]
    (row,) = [row for row in tables_of(GUIDE, "brand")[0] if code(row[0]) == "fonts"]
    pairs = {pair for each in settings.values() for pair in each.get("fonts", ())}
    assert pairs == set(re.findall(r"`(\w+)`", row[1]))


def test_every_variable_of_base_is_listed() -> None:
    settings = yaml.safe_load((BASE / "theme.yaml").read_text(encoding="utf-8"))
    colours, measures = tables_of(THEMES, "Tokens")
    listed = [re.findall(r"`([\w-]+)`", " ".join(row[0] for row in table)) for table in (colours, measures)]
    assert sorted(listed[0]) == sorted(settings["colors"]["light"])
    assert sorted(listed[1]) == sorted([*settings["tokens"], "font-display", "font-text"])


def said_of(template: str) -> tuple[str, str]:
    """What a template's first comment says that it is, and what it reads."""
    comment = re.match(r"{#(.*?)#}", template, re.DOTALL)
    assert comment
    what, _, reads = " ".join(comment[1].split()).partition("Reads: ")
    return what.strip(), reads.strip()


PIECES = {path.relative_to(BASE / "templates").as_posix(): path.read_text(encoding="utf-8")
          for folder in ("partials", "sections") for path in sorted((BASE / "templates" / folder).iterdir())}  # fmt: skip


def test_every_piece_of_a_page_is_listed_with_what_it_reads() -> None:
    rows = {code(row[0]): (row[1], row[2]) for row in tables_of(THEMES, "Pieces")[0]}
    assert rows == {name: said_of(text) for name, text in PIECES.items()}


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_says_all_that_it_reads(name: str) -> None:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"])
    environment.filters |= {"html": str, "plain": str}
    read = jinja2.meta.find_undeclared_variables(environment.parse(PIECES[name]))
    named = set(re.findall(r"\w+", said_of(PIECES[name])[1]))
    own = {name for names in re.findall(r"{%-? set ([\w, ]+?) ?(?:=|%)", PIECES[name]) for name in names.split(", ")}
    assert read - {"_", "gettext", "ngettext", "pgettext", "npgettext"} - named - own == set()


def structs_shown() -> Iterator[tuple[str, list[str]]]:
    for table in tables_of(THEMES, "What a template sees"):
        for name, listed in table:
            yield code(name), re.findall(r"`(\w+)`", listed)


@pytest.mark.parametrize(("name", "fields"), list(structs_shown()))
def test_what_a_template_sees(name: str, fields: list[str]) -> None:
    assert fields == list(getattr(views, name).__struct_fields__)


def test_all_pages_are_among_what_a_template_sees() -> None:
    pages = {each.__name__ for each in views.Page.__args__}
    assert {"View", "Site", "Menus", "Head", *pages} <= {name for name, _ in structs_shown()}


def test_templates_blocks_and_layers() -> None:
    rows = {code(row[0]) for row in tables_of(THEMES, "Templates")[0]}
    in_base = {path.name for path in (BASE / "templates").iterdir() if path.is_file()}
    assert rows == in_base - {"layout.html"}
    assert {*TEMPLATES.values(), *LAYOUTS.values(), *(each.template for each in FORMATS.values())} <= rows
    last = part_of(THEMES, "Templates").split("In `base` all pages")[1]
    for text, name in zip(
        re.split(r"`post.html` adds|`page.html`\s+adds", last), ("layout", "post", "page"), strict=True
    ):
        template = (BASE / f"templates/{name}.html").read_text(encoding="utf-8")
        own = set(re.findall(r"{% block (\w+) %}", template)) - {"body_class", "breadcrumbs", "content", "sheet"}
        assert own <= set(re.findall(r"`(\w+)`", text)), name
    layers = yaml.safe_load((BASE / "theme.yaml").read_text(encoding="utf-8"))["layers"]
    (line,) = re.findall(r"The layers of `base` are (.*)\.", part_of(THEMES, "Stylesheets"))
    assert re.findall(r"`(\w+)`", line) == layers


@pytest.mark.parametrize(("template", "expected"), [
    (code(row[0]), code(row[1])) for row in tables_of(THEMES, "What is refused")[0]
])  # fmt: skip
def test_what_a_template_may_not_do(template: str, expected: str, site: SiteCase) -> None:
    site.config("theme: mio\n").write("-- themes/mio/theme.yaml --\nname: mio\nparent: base\n")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\ntags: [x]\n---\n")
    site.file("themes/mio/templates/post.html", template)
    assert set(site.fails()) == {expected}


def test_filters() -> None:
    rows = {code(row[0]) for row in tables_of(THEMES, "Filters")[0]}
    source = (ROOT / "sitegen/render/templates.py").read_text(encoding="utf-8")
    assert rows == set(re.findall(r'filters\["(\w+)"\] =', source))


# Links


def anchors_of(document: str) -> set[str]:
    """The anchors that GitHub gives to headings."""
    names = (re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings_of(document))
    return set(names)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_anchors_that_exist(name: str) -> None:
    text = re.sub(r"`[^`\n]*`", "", prose_of(DOCUMENTS[name]))
    dead = []
    for link in re.findall(r"\]\(([^()\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        if not target.is_file() or (anchor and anchor not in anchors_of(target.read_text(encoding="utf-8"))):
            dead.append(link)
    assert not dead


def test_the_contents_of_each_guide_name_its_chapters() -> None:
    for document in (GUIDE, THEMES):
        chapters = re.findall(r"^## (.+)$", prose_of(document), re.MULTILINE)
        assert re.findall(r"^- \[(.+)\]\(#", document.split("\n## ")[0], re.MULTILINE) == chapters


def test_stand_ins_are_needed() -> None:
    """What the examples do not name is not to be stood in for."""
    for path in (*files_of(STAND_INS), *PICTURES):
        name = path.removeprefix("content/").removeprefix("posts/tre-cartelle/")
        assert name in GUIDE, path
