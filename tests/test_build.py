"""What a build makes of a site: documents, addresses, lists, states, and the output folder."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from kit import SiteCase
from pictures import photo

ROME = ZoneInfo("Europe/Rome")

POST = "-- content/posts/{name}.md --\n---\ntitle: {title}\ndate: {date}\n{more}---\n{body}\n"


def post(name: str, title: str = "Titolo", date: str = "2026-01-14", more: str = "", body: str = "Testo.") -> str:
    return POST.format(name=name, title=title, date=date, more=more, body=body)


# Addresses


def test_pictures_of_a_style_are_published_and_addressed(site: SiteCase) -> None:
    for name in ("Uno due", "tre", "quattro"):
        site.file(f"content/posts/{name}.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{name}</title></svg>")
    site.file("content/site.yaml", "title: Prova\nbase_url: https://www.example.it/sub/\n")
    style = "<style>\n.a > b { background: url( tre.svg ) }\n</style>\n\n"
    site.write(
        post(
            "a",
            body=f"""{style}<p style='background: url("Uno due.svg"), url(/media/posts/quattro.svg)'>A</p>

![Quattro](quattro.svg)""",
        )
    ).build()
    html = site.read("blog/a/index.html")
    assert ".a > b { background: url( /sub/media/posts/tre.svg ) }" in html
    assert (
        'style="background: url(&quot;/sub/media/posts/uno-due.svg&quot;), url(/sub/media/posts/quattro.svg)"' in html
    )
    assert "<title>Uno due</title>" in site.read("media/posts/uno-due.svg")
    assert "url( https://www.example.it/sub/media/posts/tre.svg )" in site.read("feed.xml").replace("&gt;", ">")


def test_sizes_that_their_writer_made_are_published_and_addressed(site: SiteCase) -> None:
    for name in ("piccola", "Media foto", "grande", "notte"):
        site.file(f"content/posts/{name}.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><title>{name}</title></svg>")
    site.file(
        "content/site.yaml",
        "title: Prova\nbase_url: https://www.example.it/sub/\nthird_parties: [https://img.example.com]\n",
    )
    dark = '<source srcset="notte.svg" media="(prefers-color-scheme: dark)">'
    sizes = 'srcset="Media%20foto.svg 800w, grande.svg 1600w, https://img.example.com/c.svg 2w" sizes="100vw"'
    site.write(post("a", body=f'<picture>{dark}<img src="piccola.svg" {sizes} alt="Un foglio"></picture>')).build()
    html = site.read("blog/a/index.html")
    assert '<source srcset="/sub/media/posts/notte.svg" media' in html
    ours = "/sub/media/posts/media-foto.svg 800w, /sub/media/posts/grande.svg 1600w"
    assert f'srcset="{ours}, https://img.example.com/c.svg 2w"' in html
    assert "<title>Media foto</title>" in site.read("media/posts/media-foto.svg")
    assert "https://www.example.it/sub/media/posts/grande.svg 1600w" in site.read("feed.xml")
    assert 'alt="Un foglio"' in html


def test_a_text_without_its_tags_keeps_what_an_image_says(site: SiteCase) -> None:
    site.config("theme: mio\n").file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    site.file("themes/mio/templates/post.html", "[{{ page.body|plain }}]")
    site.file("content/posts/a.svg", "<svg/>")
    site.write(
        post(
            "a", body='Prima **ora** <img src="a.svg" srcset="a.svg 2x" alt="1 &lt; 2">\n\n![Un foglio](a.svg) e dopo.'
        )
    )
    assert site.build().read("blog/a/index.html") == "[Prima ora 1 &lt; 2 Un foglio e dopo.]"


def test_a_document_is_a_file_or_a_folder_with_its_images(site: SiteCase) -> None:
    site.write(post("a", body="Prima ![Un foglio](foglio.svg) dopo") + post("b/index", body="![Un foglio](foglio.svg)"))
    site.file("content/posts/foglio.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    site.file("content/posts/b/foglio.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1'/>")
    site.build()
    assert site.page("/blog/a/").images[-1]["src"] == "/media/posts/foglio.svg"
    assert site.page("/blog/b/").images[-1]["src"] == "/media/posts/b/foglio.svg"
    assert site.has("media/posts/foglio.svg")
    assert site.has("media/posts/b/foglio.svg")


def test_only_files_that_a_page_asks_for_are_published(site: SiteCase) -> None:
    site.file("content/media/bozzetto.svg", "<svg/>").file("content/static/cv.pdf", b"%PDF")
    site.build()
    assert site.has("cv.pdf")
    assert not [path for path in site.paths() if "bozzetto" in path]


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("/blog/%postname%/", "blog/agenda/index.html"),
        ("/%year%/%monthnum%/%postname%/", "2026/01/agenda/index.html"),
        ("/%year%/%monthnum%/%day%/%postname%/", "2026/01/14/agenda/index.html"),
        ("/%category%/%postname%/", "metodo/posta/agenda/index.html"),
        ("/%author%/%postname%.html", "lia/agenda.html"),
        ("/archivio/%year%%monthnum%%day%%hour%%minute%-%slug%/", "archivio/202601140930-agenda/index.html"),
    ],
)
def test_addresses_follow_the_pattern_of_the_old_blog(site: SiteCase, pattern: str, address: str) -> None:
    site.config(f"permalinks: {{posts: {pattern}, year: '/anno/%year%/', month: '/anno/%year%/%monthnum%/'}}\n")
    site.write("-- content/authors/lia.md --\n---\nname: Lia\n---\n")
    site.write(post("agenda", date="2026-01-14 09:30", more="category: Metodo/Posta\nauthor: lia\n"))
    site.build()
    assert site.has(address)


@pytest.mark.parametrize(
    ("file", "front", "address"),
    [
        ("Chi è l'assistente e cosa fa", "", "blog/chi-e-assistente-cosa-fa/"),
        ("gia-uno-slug-con-il-suo-nome", "", "blog/gia-uno-slug-con-il-suo-nome/"),
        ("file", "slug: scelto-da-me\n", "blog/scelto-da-me/"),
    ],
)
def test_the_slug_is_the_one_chosen_else_the_file_name(site: SiteCase, file: str, front: str, address: str) -> None:
    site.write(post(file, more=front)).build()
    assert site.has(address + "index.html")


def test_pages_are_nested_by_folder_and_below_the_page_of_their_folder(site: SiteCase) -> None:
    site.write("""\
-- content/pages/servizi.md --
---
title: Servizi
slug: cosa-faccio
---
-- content/pages/servizi/aziende.md --
---
title: Aziende
---
-- content/pages/guide/prima/index.md --
---
title: Prima guida
---
""").build()
    assert site.has("cosa-faccio/index.html")
    assert site.has("cosa-faccio/aziende/index.html")
    assert site.has("guide/prima/index.html")
    crumbs = [href for href, _ in site.page("/cosa-faccio/aziende/").links]
    assert "/cosa-faccio/" in crumbs


def test_a_base_address_with_a_path_is_in_every_link(site: SiteCase) -> None:
    site.file("content/site.yaml", "title: Prova\nbase_url: https://www.example.it/sub/\nmenus: {main: [{to: blog}]}\n")
    site.write(post("a", body="[b](b.md) e [elenco](/blog/)") + post("b")).build()
    for address in ("/", "/blog/", "/blog/a/"):
        internal = [href for href in site.page(address).hrefs() if href.startswith("/")]
        assert internal
        assert all(href.startswith("/sub/") for href in internal), internal
    page = site.page("/blog/a/")
    assert {"/sub/blog/b/", "/sub/blog/"} <= set(page.hrefs())
    assert page.attributes("link", rel="canonical")[0]["href"] == "https://www.example.it/sub/blog/a/"
    assert "https://www.example.it/sub/blog/a/" in site.read("sitemap.xml")


def test_an_old_address_leads_to_the_new_one(site: SiteCase) -> None:
    site.write(post("a", more="aliases: [/2019/05/vecchio/, /vecchia-pagina.html]\n")).build()
    for path in ("2019/05/vecchio/index.html", "vecchia-pagina.html"):
        html = site.read(path)
        assert "/blog/a/" in html
        assert '<link rel="canonical" href="https://www.example.it/blog/a/">' in html
        assert 'http-equiv="refresh"' in html
    assert "vecchio" not in site.read("sitemap.xml")


def test_an_old_address_may_begin_like_the_site_where_its_pages_do(site: SiteCase) -> None:
    """On a site at /blog/ the posts are at /blog/blog/a/, and were so before: `/blog/x/` is no slip there."""
    site.file("content/site.yaml", "title: Prova\nbase_url: https://www.example.it/blog/\n")
    site.write(post("a", more="aliases: [/blog/x/]\n")).build()
    assert "/blog/blog/a/" in site.read("blog/x/index.html")


# States


STATES = (
    post("pubblicato", "Pubblicato")
    + post("bozza", "Una bozza", more="draft: true\ntags: [segreto]\ncategory: Nascosta\n")
    + post("futuro", "Dal futuro", date="2026-12-24")
    + post("scaduto", "Ormai scaduto", more="expires: 2026-02-01\n")
)


def test_a_series_written_in_two_ways_is_one(site: SiteCase) -> None:
    for name, day, series in (("a", 1, "L'ora"), ("b", 2, "l'ora"), ("c", 3, "L'ora")):
        site.file(
            f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-0{day}\nseries: {series}\n---\nTesto.\n"
        )
    site.build()
    assert {"/blog/a/", "/blog/c/"} <= set(site.page("/blog/b/").hrefs())
    assert "L’ora" in site.read("blog/b/index.html")
    site.edit("content/posts/c.md", "L'ora", "l'ora").build()
    assert "L’ora" not in site.read("blog/a/index.html")


def test_a_draft_with_a_future_date_waits_for_both_options(site: SiteCase) -> None:
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2027-01-14\ndraft: true\n---\n[b](b.md)\n")
    site.file("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-14\ndraft: true\n---\n").build(drafts=True)
    assert not site.has("blog/a/index.html")
    assert site.outcome
    assert [(each.path, each.state) for each in site.outcome.summary.held] == [("content/posts/a.md", "scheduled")]
    assert site.codes() == ()
    assert site.build(drafts=True, future=True).has("blog/a/index.html")


@pytest.mark.parametrize("option", ["drafts", "future", "expired"])
def test_what_is_held_back_is_in_no_output_unless_asked_for(site: SiteCase, option: str) -> None:
    words = {"drafts": "Una bozza", "future": "Dal futuro", "expired": "Ormai scaduto"}
    site.write(STATES).build()
    everything = "".join(site.read(path) for path in site.paths() if path.endswith((".html", ".xml")))
    assert "Pubblicato" in everything
    assert not [word for word in (*words.values(), "segreto", "Nascosta") if word in everything]
    site.build(**{option: True})
    index = site.page("/blog/").text
    assert [word for word in words.values() if word in index] == [words[option]]


def test_a_scheduled_post_appears_when_its_moment_has_come(site: SiteCase) -> None:
    site.write(post("a") + post("natale", "Natale", date="2026-12-24 09:30"))
    site.build(now=datetime(2026, 12, 24, 9, 29, 59, tzinfo=ROME))
    assert not site.has("blog/natale/index.html")
    site.build(now=datetime(2026, 12, 24, 9, 30, tzinfo=ROME))
    assert site.has("blog/natale/index.html")


def test_a_draft_that_was_published_leaves_the_output_with_all_it_brought(site: SiteCase) -> None:
    site.write(post("a") + post("b", more="tags: [solo-qui]\ncategory: Solo qui\n"))
    site.build()
    assert site.has("tag/solo-qui/index.html")
    site.edit("content/posts/b.md", "title:", "draft: true\ntitle:").build()
    assert not [path for path in site.paths() if "solo-qui" in path]
    assert not (site.output / "tag").exists(), "an empty folder was left"


def test_menus_leave_out_what_is_held_back(site: SiteCase) -> None:
    site.config("menus: {main: [{to: pages/x.md}, {label: Gruppo, children: [{to: pages/x.md}]}]}\n")
    site.write("-- content/pages/x.md --\n---\ntitle: La pagina X\ndraft: true\n---\n").build()
    assert "La pagina X" not in site.read("index.html")
    assert "Gruppo" not in site.read("index.html")
    site.build(drafts=True)
    assert "La pagina X" in site.read("index.html")


def test_a_link_to_what_is_held_back_is_an_error_that_says_so(site: SiteCase) -> None:
    site.write(post("a", body="[b](b.md)") + post("b", more="draft: true\n"))
    assert site.fails() == ("E403",)
    assert "è una bozza" in site.transcript("it")


def test_a_related_document_that_is_held_back_is_left_out(site: SiteCase) -> None:
    site.write("-- content/services/s.md --\n---\ntitle: Servizio S\nsummary: Breve\ndraft: true\n---\n")
    site.write(post("a", more="related_service: s\n")).build()
    assert "Servizio S" not in site.read("blog/a/index.html")


def test_related_posts_can_be_switched_off_except_those_that_a_post_names(site: SiteCase) -> None:
    site.write(post("a", "Primo") + post("b", "Secondo", more="related: [c]\n") + post("c", "Terzo"))
    site.build()
    assert "Continua a leggere" in site.page("/blog/a/").text
    site.config("related: {posts: 0}\n").build()
    assert "Continua a leggere" not in site.page("/blog/a/").text
    assert "Continua a leggere" in site.page("/blog/b/").text


# Lists


def test_lists_are_cut_into_pages_that_lead_to_each_other(site: SiteCase) -> None:
    site.config("pagination: {posts: 2}\n")
    site.write("".join(post(f"p{n}", f"Numero {n}", f"2026-01-0{n}") for n in range(1, 6))).build()
    assert [title for level, title in site.page("/blog/").headings if "Numero" in title] == ["Numero 5", "Numero 4"]
    assert "/blog/pagina/2/" in site.page("/blog/").hrefs()
    last = site.page("/blog/pagina/3/")
    assert "Numero 1" in last.text
    assert "/blog/pagina/2/" in last.hrefs()
    assert "/blog/pagina/4/" not in last.hrefs()
    assert last.attributes("link", rel="canonical")[0]["href"].endswith("/blog/pagina/3/")


def test_a_category_holds_the_posts_of_those_below_it(site: SiteCase) -> None:
    site.write(post("a", "Primo", more="category: Ufficio\n") + post("b", "Secondo", more="category: Ufficio/Posta\n"))
    site.build()
    assert {"Primo", "Secondo"} <= {title for _, title in site.page("/categoria/ufficio/").headings}
    below = site.page("/categoria/ufficio/posta/")
    assert "Secondo" in below.text
    assert "Primo" not in {title for _, title in below.headings}
    assert "/categoria/ufficio/" in below.hrefs()


def test_years_months_tags_and_authors_have_their_lists(site: SiteCase) -> None:
    site.write("-- content/authors/lia.md --\n---\nname: Lia Foglio\n---\nScrive liste.\n")
    site.write(post("a", "Di marzo", "2025-03-02", "author: lia\ntags: [Posta elettronica]\n")).build()
    assert "marzo 2025" in site.page("/blog/2025/03/").text
    for address in ("/blog/2025/", "/blog/2025/03/", "/tag/posta-elettronica/", "/autore/lia/"):
        assert "/blog/a/" in site.page(address).hrefs(), address
    assert "Scrive liste." in site.page("/autore/lia/").text


def test_without_posts_there_is_no_blog(site: SiteCase) -> None:
    site.build()
    assert not [path for path in site.paths() if "blog" in path or "feed" in path]


def test_posts_of_one_day_keep_one_order(site: SiteCase) -> None:
    site.write(post("b", "B") + post("a", "A") + post("c", "C")).build()
    assert [title for level, title in site.page("/blog/").headings if title in "ABC"] == ["A", "B", "C"]


def test_a_post_leads_to_its_neighbours_its_series_and_its_like(site: SiteCase) -> None:
    site.write(
        post("uno", "Uno", "2026-01-01", "series: Corso\n")
        + post("due", "Due", "2026-01-02", "series: Corso\ntags: [x]\n")
        + post("tre", "Tre", "2026-01-03", "tags: [x]\n")
    ).build()
    two = site.page("/blog/due/")
    assert two.attributes("link", rel="prev")[0]["href"].endswith("/blog/uno/")
    assert two.attributes("link", rel="next")[0]["href"].endswith("/blog/tre/")
    assert "Corso" in two.text
    assert "Corso" not in site.page("/blog/tre/").text


def test_the_current_menu_entry_is_marked(site: SiteCase) -> None:
    site.config("menus: {main: [{label: Blog, to: blog}, {label: Io, to: pages/io.md}]}\n")
    site.write(post("a") + "-- content/pages/io.md --\n---\ntitle: Io\n---\n").build()
    assert site.page("/io/").attributes("a", href="/io/")[0]["aria-current"] == "page"
    assert site.page("/blog/a/").attributes("a", href="/blog/")[0]["aria-current"] == "true"
    assert "aria-current" not in site.page("/io/").attributes("a", href="/blog/")[0]


def test_a_post_invites_to_its_service_or_else_to_talk(site: SiteCase) -> None:
    site.config("cta: {label: Scrivimi, target: pages/index.md}\n")
    site.file("content/services/posta.md", "---\ntitle: La posta\nsummary: Leggo io.\n---\n")
    site.write(post("a", more="related_service: posta\n") + post("b")).build()
    assert (2, "La posta") in site.page("/blog/a/").headings
    assert (2, "Ne parliamo?") in site.page("/blog/b/").headings
    assert "Ne parliamo?" not in site.page("/blog/a/").text


def test_the_blog_is_the_current_section_of_all_its_lists_and_posts(site: SiteCase) -> None:
    site.config(
        "menus: {main: [{label: Blog, to: blog}]}\npermalinks: {posts: /%year%/%postname%/, year: /anni/%year%/}\n"
    )
    site.file("content/authors/io.md", "---\nname: Io\n---\n")
    site.write(post("a", more="category: Posta\ntags: [uno]\nauthor: io\n")).build()
    for address in ("/categoria/posta/", "/tag/uno/", "/autore/io/", "/anni/2026/", "/2026/a/"):
        assert site.page(address).attributes("a", href="/blog/")[0]["aria-current"] == "true", address
    assert "aria-current" not in site.page("/").attributes("a", href="/blog/")[0]


# Themes


def test_a_child_theme_overrides_a_block_a_file_and_a_token(site: SiteCase) -> None:
    site.config("theme: mio\n").write("""\
-- themes/mio/theme.yaml --
name: mio
parent: base
tokens: {measure: 33rem}
styles: [mio.css]
-- themes/mio/assets/mio.css --
@layer theme{body{color:rebeccapurple}}
-- themes/mio/templates/page.html --
{% extends "base:page.html" %}
{% block main %}<main id="contenuto">Il mio blocco</main>{% endblock %}
-- content/pages/x.md --
---
title: X
---
""")
    site.file("content/custom.css", "h1{color:red}").build()
    page = site.page("/x/")
    assert "Il mio blocco" in page.text
    assert "<footer" in page.html
    style = site.read(page.attributes("link", rel="stylesheet")[0]["href"].lstrip("/"))
    assert "--measure:33rem" in style
    assert style.index("@layer theme{body{color:#639}}") < style.index("h1{color:red}")


def test_a_grandchild_extends_what_its_parent_inherits(site: SiteCase) -> None:
    site.config("theme: mia\n").write("""\
-- themes/mia/theme.yaml --
name: mia
parent: agenda
-- themes/mia/templates/post.html --
{% extends "agenda:post.html" %}
{% block article_end %}<p>Grazie</p>{{ super() }}{% endblock %}
-- content/posts/uno.md --
---
title: Uno
date: 2026-01-01
---
Testo di uno.
""").build()
    page = site.page("/blog/uno/")
    assert "Testo di uno." in page.text
    assert "Grazie" in page.text


def test_a_themes_data_and_lists_reach_its_templates(site: SiteCase) -> None:
    site.config("theme: mio\n").write("""\
-- themes/mio/theme.yaml --
name: mio
parent: base
lists: {tre: 1}
data: [strumenti]
-- themes/mio/templates/page.html --
{% for card in lists.tre %}{{ card.title }}{% endfor %}{% for tool in data.strumenti %}[{{ tool.name }}]{% endfor %}{% if data.listino is defined %}{% for row in data.listino %}{{ row.voce }}={{ row.prezzo }}{% endfor %}{% endif %}
-- content/data/strumenti.yaml --
- name: Posta
- name: Agenda
-- content/data/listino.csv --
voce;prezzo
ora;40
-- content/pages/x.md --
---
title: X
data: [listino]
---
""")
    site.write(post("a", "Vecchio", "2026-01-01") + post("b", "Nuovo", "2026-01-02")).build()
    assert site.page("/x/").text == "Nuovo[Posta][Agenda]ora=40"


def test_text_that_looks_like_a_template_stays_text(site: SiteCase) -> None:
    site.write(post("a", "'{{ 7*7 }}'", body="{{ 7*7 }} {% raise %}")).build()
    assert "{{ 7*7 }} {% raise %}" in site.page("/blog/a/").text


def test_content_is_escaped_where_it_is_text(site: SiteCase) -> None:
    site.write(post("a", "'<script>alert(1)</script>'", more="tags: ['<b>x</b>']\nexcerpt: '<i>corto</i>'\n")).build()
    for path in site.paths():
        if path.endswith((".html", ".xml")):
            assert "<script>alert" not in site.read(path)
            assert "<b>x" not in site.read(path)
            assert "<i>corto" not in site.read(path)


def test_all_that_is_wrong_in_texts_and_templates_is_told_in_one_run(site: SiteCase) -> None:
    site.file("themes/mio/theme.yaml", "name: mio\nparent: base\n").file(
        "themes/mio/templates/page.html", "{{ page.titolo }}"
    )
    site.file("content/site.yaml", "title: Prova\nbase_url: https://www.example.it/\ntheme: mio\n")
    site.file("content/pages/uno.md", "---\ntitle: Uno\n---\n[x](manca.md)\n")
    assert {"E401", "E510"} <= set(site.fails())
    site.file("themes/mio/templates/page.html", '{{ _("Mai sentita") }}')
    assert {"E401", "E509"} <= set(site.fails())


def test_two_documents_at_one_address_both_tell_what_is_wrong_with_them(site: SiteCase) -> None:
    site.file("content/pages/z.md", "---\ntitle: Z\n---\n[x](manca.md)\n")
    site.file("content/pages/zeta.md", "---\ntitle: Zeta\nslug: z\n---\n[x](manca2.md)\n")
    codes = site.fails()
    assert codes.count("E401") == 2
    assert "E412" in codes


@pytest.mark.parametrize("more", ["", "toc: true\n", "toc: false\n"])
def test_a_marker_says_where_the_table_of_contents_stands(site: SiteCase, more: str) -> None:
    headings = "".join(f"## Titolo {name}\n\nTesto.\n\n" for name in "abc")
    site.write(post("a", more=more, body=f"Prima frase.\n\n[TOC]\n\n{headings}")).build()
    page = site.page("/blog/a/")
    assert [href for href in page.hrefs() if href.startswith("#titolo")] == ["#titolo-a", "#titolo-b", "#titolo-c"]
    assert page.html.index("Prima frase") < page.html.index('class="toc"') < page.html.index('id="titolo-a"')
    assert "[TOC]" not in page.html
    assert "https://www.example.it/blog/a/#titolo-b" in site.read("feed.xml")


def test_without_a_marker_three_headings_have_a_table_of_contents_before_them(site: SiteCase) -> None:
    headings = "".join(f"## Titolo {name}\n\nTesto.\n\n" for name in "abc")
    site.write(post("a", body=headings) + post("b", more="toc: false\n", body=headings)).build()
    assert "#titolo-b" in site.page("/blog/a/").hrefs()
    assert "#titolo-b" not in site.page("/blog/b/").hrefs()


def test_a_link_within_a_post_leads_to_its_page_in_a_feed(site: SiteCase) -> None:
    site.file(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2026-01-14\n---\n## Uno\n\n[su](#uno) e una nota.[^1]\n\n[^1]: Nota.\n",
    )
    site.build()
    assert "https://www.example.it/blog/a/#uno" in site.read("feed.xml")
    assert "https://www.example.it/blog/a/#fn-1" in site.read("feed.atom.xml")
    assert 'href="#uno"' in site.read("blog/a/index.html")


def test_three_owners_of_one_address_are_all_named(site: SiteCase) -> None:
    site.file("content/pages/e.md", "---\ntitle: E\n---\n").file("content/pages/g.md", "---\ntitle: G\nslug: e\n---\n")
    site.file("content/pages/h.md", "---\ntitle: H\naliases: [/E/]\n---\n")
    assert site.fails() == ("E412", "E412")
    assert site.outcome
    named = {name for told in site.outcome.problems for name in (dict(told.values)["one"], dict(told.values)["other"])}
    assert named == {f"content/pages/{name}.md" for name in "egh"}


def test_a_site_without_a_home_page_is_told(site: SiteCase) -> None:
    site.remove("content/pages/index.md").file("content/pages/altra.md", "---\ntitle: Altra\n---\n")
    assert site.fails() == ("E421",)
    assert "content/pages/index.md" in site.transcript("it")
    site.config("permalinks: {blog: /}\n")
    site.file("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-14\n---\n").build()
    assert site.page("/").headings[0] == (1, "Blog")


def test_root_addresses_in_a_stylesheet_lie_below_the_base(site: SiteCase) -> None:
    site.file(
        "content/site.yaml", "title: Prova\nbase_url: https://www.example.it/sub/\nthird_parties: [https://x.it]\n"
    )
    site.file(
        "content/custom.css", 'a{background:url(/a.svg)}b{cursor:url("/a.svg"),auto}c{background:url(//x.it/a.svg)}'
    )
    assert site.fails() == ("E401", "E401")
    site.file("content/static/a.svg", "<svg/>").build()
    [style] = [path for path in site.paths() if path.startswith("assets/style")]
    assert site.read(style).count("/sub/a.svg") == 2
    assert "url(//x.it/a.svg)" in site.read(style)


def test_a_picture_of_a_stylesheet_is_published(site: SiteCase) -> None:
    site.file("content/media/a.svg", "<svg/>").file("content/media/b.svg", "<svg/>")
    site.file("content/custom.css", "a{background:url(/media/a.svg)}b{background:url(../media/b.svg)}").build()
    assert site.has("media/a.svg")
    assert site.has("media/b.svg")
    site.file("content/custom.css", "a{background:url(/media/a.svg)}").build()
    assert not site.has("media/b.svg")


def test_static_files_are_published_to_the_byte_under_their_own_names(site: SiteCase) -> None:
    files = {"Foto Bella.JPG": photo(60, 40), ".well-known/a.txt": b"a\r\n", "cartella/.nascosto": b"", "tema/x.css": b"a { }",
             "pagina.html": b"<p>\n\n  {{ site }}", "pagina.md": b"# A", "citt\u00e0.bin": bytes(range(256)), "a.svg": b"<svg><script/></svg>"}  # fmt: skip
    for name, data in files.items():
        site.file(f"content/static/{name}", data)
    site.build()
    assert {name: (site.output / name).read_bytes() for name in files} == files
    site.build()
    assert not site.outcome.rendered


def test_a_part_of_a_file_stays_in_the_link_to_it(site: SiteCase) -> None:
    site.file("content/media/a.svg", "<svg/>").file("content/media/l.pdf", "%PDF")
    site.file(
        "content/pages/index.md",
        "---\ntitle: Home\n---\n[Listino](../media/l.pdf#page=3) ![Icona](../media/a.svg?v=2#casa)\n",
    )
    page = site.build().page("/")
    assert "/media/l.pdf#page=3" in page.hrefs()
    assert page.images[0]["src"] == "/media/a.svg?v=2#casa"


def test_a_quotation_that_comes_with_its_quotes_is_not_quoted_twice(site: SiteCase) -> None:
    site.file("content/pages/io.md", "---\ntitle: Io\nsections:\n- {type: voices, title: Voci}\n---\n")
    site.file(
        "content/testimonials/anna.md",
        '---\nname: Anna\nrole: Capo\ndate: 2026-01-14\nsample: true\n---\n"Puntuale, e *gentile*."\n',
    )
    site.file(
        "content/cases/uno.md", "---\ntitle: Uno\nclient: C.\nsample: true\nquote: “Mai un ritardo.”\n---\nTesto.\n"
    )
    site.build()
    assert "<blockquote><p>Puntuale, e <em>gentile</em>.</p></blockquote>" in site.read("io/index.html")
    assert "<blockquote><p>Mai un ritardo.</p></blockquote>" in site.read("casi-studio/uno/index.html")
