"""What a host does with a built site: old addresses, missing pages, headers, as real servers send them."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from hosts import Host, apache, nginx
from kit import SiteCase

SITE = """
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/{base}
author: lia
cards: no
hosting: {hosting}
redirects:
  /chi-siamo/: pages/io.md
  /?page_id=7: pages/io.md
  /index.php?p=4&x=1.5: posts/agenda.md
  /primo/: /secondo/
  /secondo/: /chi-siamo/
  /negozio/: https://shop.example.com/a%20b/caffè?b=1%20c
  /listino/: static/Il listino.pdf
  /caff%C3%A8/: pages/io.md
  /vecchia pagina+(1).html: pages/città.md
  /così/: pages/io.md
  /comments/feed/: pages/io.md
-- content/pages/io.md --
---
title: Io
aliases: [/about.php, /2019/io.html, "/?p=12"]
---
-- content/pages/città.md --
---
title: Città
---
-- content/pages/404.md --
---
title: Non c'è
layout: notfound
---
-- content/posts/agenda.md --
---
title: Agenda
date: 2026-01-14
category: Cose utili/Carta
aliases: [/2019/05/agenda/]
---
-- content/authors/lia.md --
---
name: Lia
---
-- content/pages/author/lia/feed.md --
---
title: Un feed
---
-- content/static/cartella/nota.txt --
x
-- content/static/Il listino.pdf --
x
"""
LEADS = {
    "/chi-siamo/": "/io/", "/chi-siamo": "/io/", "/?page_id=7": "/io/", "/?p=12": "/io/", "/index.php?p=4&x=1.5": "/blog/agenda/",
    "/primo/": "/io/", "/secondo/": "/io/", "/negozio/": "https://shop.example.com/a%20b/caff%C3%A8?b=1%20c", "/listino/": "/Il%20listino.pdf", "/caff%C3%A8/": "/io/",
    "/vecchia%20pagina+(1).html": "/citta/",
    "/cos%C3%AC/": "/io/", "/?p=12&fbclid=a": "/io/", "/?a=1&p=12": "/io/", "/index.php?x=1.5&p=4": "/blog/agenda/",
    "/about.php": "/io/", "/2019/io.html": "/io/", "/2019/05/agenda/": "/blog/agenda/",
    "/feed/": "/feed.xml", "/feed": "/feed.xml", "/feed/rss2/": "/feed.xml", "/feed/atom/": "/feed.atom.xml", "/?feed=rss2": "/feed.xml",
    "/?feed=atom": "/feed.atom.xml", "/comments/feed/": "/io/", "/category/cose-utili/carta/feed/": "/categoria/cose-utili/carta/feed.xml",
    "/categoria/cose-utili/feed/": "/categoria/cose-utili/feed.xml", "/autore/lia/feed/": "/autore/lia/feed.xml",
}  # fmt: skip


def built(site: SiteCase, hosting: str, base: str = "") -> SiteCase:
    return site.write(SITE.format(hosting=hosting, base=base)).build()


@pytest.fixture(scope="module")
def on_apache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    site = built(SiteCase(tmp_path_factory.mktemp("apache")), "apache")
    with apache(site.output) as host:
        yield host


@pytest.mark.parametrize("old", LEADS)
def test_apache_leads_from_each_old_address_to_its_page_in_one_step(on_apache: Host, old: str) -> None:
    assert on_apache.leads(old) == (301, LEADS[old])
    if LEADS[old].startswith("/"):
        assert on_apache.ask(LEADS[old]).status == 200


def test_apache_answers_other_questions_with_the_page_itself(on_apache: Host) -> None:
    for path in ("/?p=13", "/?p=120", "/?xp=12", "/?utm_source=x", "/io/?p=12", "/"):
        assert on_apache.ask(path).status == 200, path


def test_a_page_where_wordpress_had_a_feed_stays_a_page(on_apache: Host) -> None:
    assert "Un feed" in on_apache.ask("/author/lia/feed/").text
    assert on_apache.ask("/blog/agenda/feed/").status == 404


def test_what_stands_behind_an_old_path_goes_along(on_apache: Host) -> None:
    assert on_apache.leads("/chi-siamo/?utm_source=x") == (301, "/io/?utm_source=x")


def test_apache_shows_our_page_for_a_missing_one_and_no_list_of_files(on_apache: Host) -> None:
    for path in ("/manca/", "/cartella/", "/assets/"):
        answer = on_apache.ask(path)
        assert answer.status == 404, path
        assert "Non c" in answer.text
    assert on_apache.ask("/cartella/nota.txt").status == 200


def test_apache_sends_headers(on_apache: Host) -> None:
    page = on_apache.ask("/io/", Accept_Encoding="gzip")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert page.headers["Cache-Control"] == "no-cache"
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert page.headers["Content-Encoding"] == "gzip"
    style = next(word for word in on_apache.ask("/io/").text.split('"') if word.startswith("/assets/style."))
    assert on_apache.ask(style).headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert on_apache.ask("/manca/").headers["X-Content-Type-Options"] == "nosniff"


def test_many_short_addresses_are_found_without_a_rule_for_each(site: SiteCase) -> None:
    many = "".join(f"  /?p={number}: pages/io.md\n" for number in range(1000))
    site.file("content/site.yaml", f"title: P\nbase_url: https://www.example.it/\ncards: no\nredirects:\n{many}")
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n").build()
    assert site.read(".htaccess").count("\n") < 60
    with apache(site.output) as host:
        assert host.leads("/?p=999") == (301, "/io/")
        assert host.ask("/?p=1000").status == 200


def test_apache_below_a_folder(site: SiteCase) -> None:
    built(site, "apache", "sito/")
    outside = site.root / "outside"
    shutil.copytree(site.output, outside / "sito")
    with apache(outside) as host:
        for old, new in LEADS.items():
            assert host.leads("/sito" + old) == (301, new if "://" in new else "/sito" + new), old
        assert "Non c" in host.ask("/sito/manca/").text


def test_her_own_lines_stay_and_count(site: SiteCase) -> None:
    built(site, "apache")
    ours = site.read(".htaccess")
    own = 'Redirect 302 "/mio" "https://www.example.com/"\nHeader always set Referrer-Policy "no-referrer"\n'
    site.file("content/static/.htaccess", own).build()
    assert site.read(".htaccess") == f"{ours}\n{own}"
    site.file("content/static/.htaccess", site.read(".htaccess")).build()
    assert site.read(".htaccess") == f"{ours}\n{own}", "what comes back from the server is not doubled"
    with apache(site.output) as host:
        assert host.leads("/mio") == (302, "https://www.example.com/")
        assert host.leads("/chi-siamo/") == (301, "/io/")
        assert host.ask("/io/").headers.get_all("Referrer-Policy") == ["no-referrer"]
    for always in ("", "always "):
        hers = {"Content-Security-Policy": "default-src *", "Cache-Control": "max-age=7", "Referrer-Policy": "origin"}
        own = "".join(f'Header {always}set {name} "{value}"\n' for name, value in hers.items())
        site.file("content/static/.htaccess", own).build()
        with apache(site.output) as host:
            for path in ("/io/", "/manca/"):
                said = host.ask(path).headers
                assert {name: said.get_all(name) for name in hers} == {name: [value] for name, value in hers.items()}
                assert said.get_all("X-Content-Type-Options") == ["nosniff"]
    site.remove("content/static/.htaccess").build()
    assert site.read(".htaccess") == ours


@pytest.mark.parametrize(("hosting", "server"), [("apache", apache), ("nginx", nginx)])
def test_only_names_that_we_have_made_are_kept_for_ever(site: SiteCase, hosting: str, server: type) -> None:
    hers = ("facade12.txt", "decade20.txt", "x.decade20.txt", "sub/media/x.800.decade20.jpg", "card.2026.png")
    ours = ("assets/style.0123456abc.css", "assets/search/a.0123456abc.json", "media/x.y.800.decade20.jpg", "io/card.0123abcd.png", "card.0123abcd.png")  # fmt: skip
    built(site, hosting, "sito/")
    outside = site.root / "outside"
    shutil.copytree(site.output, outside / "sito")
    for path in (*hers, *ours):
        (outside / "sito" / path).parent.mkdir(parents=True, exist_ok=True)
        (outside / "sito" / path).write_text("x")
    if site.has("sitegen.nginx.conf"):
        shutil.copy(site.output / "sitegen.nginx.conf", outside)
    with server(outside) as host:
        kept = [
            path for path in (*hers, *ours) if "immutable" in host.ask(f"/sito/{path}").headers.get("Cache-Control", "")
        ]
        policies = host.ask("/sito/io/").headers.get_all("Content-Security-Policy")
    assert kept == list(ours)
    assert policies is not None
    assert len(policies) == 1


def test_nginx_leads_on_and_sends_headers(site: SiteCase) -> None:
    built(site, "nginx")
    with nginx(site.output) as host:
        for old, new in LEADS.items():
            assert host.leads(old) == (301, new), old
        assert host.leads("/chi-siamo/?utm_source=x") == (301, "/io/?utm_source=x")
        assert host.ask("/?p=13").status == 200
        missing = host.ask("/manca/")
        assert (missing.status, missing.headers["X-Content-Type-Options"]) == (404, "nosniff")
        assert "Non c" in missing.text


def test_her_own_rules_for_netlify_come_before_ours(site: SiteCase) -> None:
    built(site, "netlify")
    ours = site.read("_redirects")
    site.file("content/static/_redirects", "/mio/ /io/ 302\n").build()
    assert site.read("_redirects") == f"/mio/ /io/ 302\n\n{ours}"


def test_an_italian_host_goes_by_its_name(site: SiteCase) -> None:
    assert "# BEGIN sitegen" in built(site, "aruba").read(".htaccess")


def test_other_hosts_get_files_of_their_own(site: SiteCase) -> None:
    built(site, "netlify")
    lines = site.read("_redirects").splitlines()
    assert "/chi-siamo/ /io/ 301!" in lines
    assert "/ p=12 /io/ 301!" in lines
    assert "/ feed=rss2 /feed.xml 301!" in lines
    assert "/caff%C3%A8/ /io/ 301!" in lines
    assert all(re.fullmatch(r"/\S* (?:[^\s=/]+=\S* )*(?:/|https://)\S* 301!", line) for line in lines)
    assert "X-Content-Type-Options: nosniff" in site.read("_headers")
    built(site, "vercel")
    assert not site.has("_redirects")
    moved = json.loads(site.read("vercel.json"))["redirects"]
    assert {
        "source": "/",
        "has": [{"type": "query", "key": "p", "value": "12"}],
        "destination": "/io/",
        "statusCode": 301,
    } in moved
    assert {"source": "/chi-siamo/", "destination": "/io/", "statusCode": 301} in moved


@pytest.mark.parametrize("hosting", ["cloudflare", "github", "none"])
def test_a_host_that_cannot_answer_a_question_is_told(site: SiteCase, hosting: str) -> None:
    site.write(SITE.format(hosting=hosting, base=""))
    outcome = site.build().outcome
    assert outcome is not None
    assert [each.code for each in outcome.problems] == ["W407"] * 3
    assert site.has("chi-siamo/index.html")
    assert site.has("_redirects") == (hosting == "cloudflare")
    if hosting == "cloudflare":
        lines = site.read("_redirects").splitlines()
        assert "/feed/ /feed.xml 301" in lines
        assert not [line for line in lines if line.startswith("/ ")], "the home page would lead elsewhere"


@pytest.mark.parametrize(
    "written",
    [
        r"""'/x%5C" { return 418; } location /io { return 302 /evil; } %23?a=1': pages/io.md""",
        r"""'/x%22?a=1': pages/io.md""", r"""'/x?a="b': pages/io.md""", r"""'/*?a=1': pages/io.md""", "/x/: mailto:a@example.it",
        '/x/: ""', "/x/: /y/", "/index.php: pages/io.md",
    ],
)  # fmt: skip
def test_what_no_server_could_be_told_is_refused(site: SiteCase, written: str) -> None:
    site.file("content/site.yaml", f"title: P\nbase_url: https://www.example.it/\nredirects:\n  {written}\n")
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n")
    assert set(site.fails()) <= {"E411", "E401", "E126"}


def test_a_target_with_odd_signs_breaks_no_server(site: SiteCase) -> None:
    odd = r"""'https://x.example/\"; } location /io { return 302 /evil; } #'"""
    for hosting, server in (("apache", apache), ("nginx", nginx)):
        settings = (
            f"title: P\nbase_url: https://www.example.it/\ncards: no\nhosting: {hosting}\nredirects:\n  /t/: {odd}\n"
        )
        site.file("content/site.yaml", settings).file("content/pages/io.md", "---\ntitle: Io\n---\n").build()
        with server(site.output) as host:
            assert host.ask("/io/").status == 200
            assert host.leads("/t/")[0] == 301


def test_many_old_files_of_a_folder_are_looked_up_by_name(site: SiteCase) -> None:
    many = "".join(f"  /blog/v{number}.html: pages/io.md\n" for number in range(200))
    site.file("content/site.yaml", f"title: P\nbase_url: https://www.example.it/\ncards: no\nredirects:\n{many}")
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n").build()
    with apache(site.output) as host:
        assert host.leads("/blog/v199.html?a=1") == (301, "/io/?a=1")
        assert host.ask("/blog/v200.html").status == 404
    assert len(site.read("blog/.htaccess").splitlines()) < 10


def test_a_circle_through_the_whole_own_address_is_seen(site: SiteCase) -> None:
    lines = "  /a/: https://www.example.it/b/\n  /b/: https://www.example.it/a/?x=1\n"
    site.file("content/site.yaml", f"title: P\nbase_url: https://www.example.it/\nredirects:\n{lines}")
    assert set(site.fails()) == {"E424"}


def test_modules_that_a_host_has_not_got_are_done_without(site: SiteCase) -> None:
    built(site, "apache")
    with apache(site.output, without=("filter", "deflate", "headers", "mime", "alias", "rewrite")) as host:
        assert host.ask("/io/").status == 200
        assert 'http-equiv="refresh"' in host.ask("/chi-siamo/").text
