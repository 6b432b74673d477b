"""The policy that a host sends with each page: what the site has passes, in each host's own form, whatever was built before."""

from __future__ import annotations

import json
import re

from hosts import nginx
from kit import SiteCase

from sitegen.parse.uses import hash_of

SITE = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
cards: no
icons: no
hosting: {hosting}
third_parties: [https://conta.example.net]
forms: {{contact: {{action: "https://formspree.io/f/1"}}, newsletter: {{action: /iscrivi}}}}
-- content/posts/agenda.md --
---
title: Agenda
date: 2026-01-14
---
<p style="color: red">Rosso.</p>

![Foto](https://conta.example.net/a.jpg)

https://youtu.be/abcdefghijk
-- content/posts/bozza.md --
---
title: Bozza
date: 2026-01-14
draft: true
---
<p style="color: blue">Blu.</p>
-- content/static/mia.html --
<!doctype html><title>Mia</title><script>mia()</script><object data="/a.pdf"></object>
"""


def policy(site: SiteCase) -> dict[str, list[str]]:
    """The directives that Apache is told."""
    (written,) = re.findall(r'Header set Content-Security-Policy "([^"]*)"', site.read(".htaccess"))
    return {name: values for name, *values in (each.split() for each in written.split("; "))}


def test_it_lets_pass_what_the_site_has_and_follows_it(site: SiteCase) -> None:
    site.write(SITE.format(hosting="apache")).build()
    known, ours = policy(site), ["'self'", "https://conta.example.net"]
    assert known["default-src"] == ours
    assert known["script-src"] == [*ours, hash_of("mia()")]
    assert known["style-src"] == [*ours, "'unsafe-hashes'", hash_of("color: red")]
    assert known["img-src"] == [*ours, "data:"]
    assert known["frame-src"] == [*ours, "https://www.youtube-nocookie.com"]
    assert known["form-action"] == ["'self'", "https://formspree.io"]
    assert known["object-src"] == ours
    assert (known["base-uri"], known["frame-ancestors"], known["upgrade-insecure-requests"]) == (
        ["'none'"],
        ["'self'"],
        [],
    )
    site.edit("content/posts/agenda.md", "color: red", "color: green").edit(
        "content/posts/agenda.md", "https://youtu.be/abcdefghijk", ""
    )
    site.remove("content/static/mia.html").edit(
        "content/site.yaml", "https://formspree.io/f/1", "mailto:a@example.it"
    ).build()
    known = policy(site)
    assert known["style-src"][-1] == hash_of("color: green")
    assert known["form-action"] == ["'self'", "mailto:"]
    assert known["object-src"] == ["'none'"]
    assert not {"script-src", "frame-src"} & known.keys()
    assert not [each for each in site.paths() if each.startswith("assets/embed.") and each.endswith(".js")]
    site.edit("content/site.yaml", "third_parties: [https://conta.example.net]\n", "")
    assert "E430" in site.fails()


def test_the_site_s_own_host_is_not_another_however_it_is_written(site: SiteCase) -> None:
    redirects = "redirects:\n  /vecchia/: https://www.perché.it/blog/\n"
    site.file("content/site.yaml", f"title: Prova\nbase_url: https://WWW.perché.it/\nhosting: netlify\n{redirects}")
    hosts = "WWW.perché.it", "www.xn--perch-fsa.it"
    body = "\n\n".join(f"![Un punto](https://{host}/punto.svg)" for host in hosts)
    site.file("content/posts/agenda.md", f"---\ntitle: Agenda condivisa\ndate: 2026-01-14\n---\n{body}\n")
    site.file("content/static/punto.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').build()
    assert "<loc>https://www.xn--perch-fsa.it/blog/agenda/</loc>" in site.read("sitemap.xml")
    assert re.search(r"^/vecchia/?\s+/blog/\s", site.read("_redirects"), re.MULTILINE)
    site.compare_with_clean_build()


def test_other_hosts_are_told_in_their_own_form(site: SiteCase) -> None:
    site.write(SITE.format(hosting="netlify")).file(
        "content/static/_headers", "/mia.html\n  X-Robots-Tag: noindex\n"
    ).build()
    netlify = site.read("_headers")
    assert re.search(
        r"^/\*\n(?:  .*\n)*  Content-Security-Policy: default-src 'self' https://conta", netlify, re.MULTILINE
    )
    assert re.search(
        r"^/assets/style\.\w+\.css\n  Cache-Control: public, max-age=31536000, immutable$", netlify, re.MULTILINE
    )
    assert netlify.endswith("/mia.html\n  X-Robots-Tag: noindex\n")
    own = {"cleanUrls": True, "trailingSlash": False, "headers": [{"source": "/mia.html", "headers": []}]}
    site.edit("content/site.yaml", "netlify", "vercel").file("content/static/vercel.json", json.dumps(own)).build()
    vercel = json.loads(site.read("vercel.json"))
    assert (vercel["cleanUrls"], vercel["trailingSlash"]) == (True, False)
    assert vercel["redirects"]
    assert [each["source"] for each in vercel["headers"][:2]] == ["/mia.html", "/(.*)"]
    assert "Content-Security-Policy" in [each["key"] for each in vercel["headers"][1]["headers"]]
    site.edit("content/site.yaml", "vercel", "github").build()
    assert "Content-Security-Policy" not in site.read("_headers")


def test_nginx_sends_it_with_pages_and_lets_browsers_keep_what_cannot_change(site: SiteCase) -> None:
    site.write(SITE.format(hosting="nginx")).edit("content/site.yaml", "cards: no", "cards: no\nhsts: 2").build()
    with nginx(site.output) as host:
        page = host.ask("/blog/agenda/", Accept_Encoding="gzip")
        assert hash_of("color: red") in page.headers["Content-Security-Policy"]
        assert page.headers["Strict-Transport-Security"] == "max-age=172800"
        assert (page.headers["Cache-Control"], page.headers["Content-Encoding"]) == ("no-cache", "gzip")
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        style = next(each for each in site.paths() if each.startswith("assets/style."))
        assert host.ask(f"/{style}").headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert host.ask("/manca/").headers["X-Content-Type-Options"] == "nosniff"


def test_more_than_a_header_can_hold_is_told(site: SiteCase) -> None:
    styles = "\n\n".join(f'<p style="order: {number}">a</p>' for number in range(28))
    site.config("").edit("content/site.yaml", "hosting: none", "hosting: apache")
    site.file("content/posts/a.md", f"---\ntitle: A\ndate: 2026-01-14\n---\n{styles}\n").build()
    assert site.codes() == ("W430",) * 3
    assert len(policy(site)["style-src"]) == 27


def test_a_program_sends_a_policy_of_its_own(site: SiteCase) -> None:
    """Two policies would both hold: what either bars is barred."""
    site.write(SITE.format(hosting="apache")).build()
    (pattern,) = re.findall(r"Header set Content-Security-Policy .* m#([^#]*)#", site.read(".htaccess"))
    assert [
        name for name in ("index.html", "index.html.br", "mia.htm", "invia.php", "a.svg") if re.search(pattern, name)
    ] == ["index.html", "index.html.br", "mia.htm"]


def test_more_old_addresses_than_cloudflare_reads_are_told_once(site: SiteCase) -> None:
    many = "".join(f"  /v{number}/: pages/io.md\n" for number in range(2003))
    site.config(f"redirects:\n{many}").edit("content/site.yaml", "hosting: none", "hosting: cloudflare")
    site.file("content/pages/io.md", "---\ntitle: Io\n---\n").build()
    assert site.codes() == ("W431",)
