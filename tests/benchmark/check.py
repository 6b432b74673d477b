"""Whether a tool made the whole site: a post whose table, notes, quotes and links are there."""

from __future__ import annotations

import re

from benchmark.corpus import LINK
from benchmark.situations import Site


def pages_of(site: Site) -> int:
    """How many HTML files there are."""
    return sum(1 for _ in (site.folder / site.tool.output).rglob("*.html"))


def missing(site: Site) -> list[str]:
    """What a visitor of the edited post would miss."""
    output = site.folder / site.tool.output
    html = (output / "blog" / site.edited.slug / "index.html").read_text(encoding="utf-8")
    links = LINK.findall(site.edited.body)
    wanted = {
        "title": site.edited.title in re.sub("’|&#39;|&rsquo;", "'", html),
        "table": html.count("<td") == 12,
        "footnotes": len(re.findall(r'<li[^>]* id="fn|<li id="fn', html)) == 2,
        "code": "<pre" in html,
        "quotation": "<blockquote" in html,
        "typographic apostrophes": bool(re.search("[a-z](’|&rsquo;)[a-z]", html)),
        "table of contents": html.count('<a href="#') >= 6,
        "links between posts": all(
            re.search(f'href="(https://www.example.org)?/blog/{slug}/"', html) for slug in links
        ),
        "targets of links": all((output / "blog" / slug / "index.html").is_file() for slug in links),
        "neighbours": html.count("nextprev__") == 2,
        "breadcrumbs": 'class="wrap crumbs"' in html,
        "category": (output / "categoria" / site.edited.category.lower() / "index.html").is_file(),
        "feeds": all(list(output.glob(pattern)) for pattern in ("feed.xml", "feed.atom.xml", "categoria/*/feed.xml")),
        "sitemap": (output / "sitemap.xml").is_file(),
    }
    return [name for name, there in wanted.items() if not there]
