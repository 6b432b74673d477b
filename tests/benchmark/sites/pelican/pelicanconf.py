"""Pelican's settings: the same pages as the other sites, `extra`, footnotes, toc and typographic quotes in Markdown."""

import os
import re

SITENAME = "Ore di prova"
SITESUBTITLE = "Assistente da remoto"
SITEURL = "https://www.example.org"
DESCRIPTION = "Un blog inventato, per misurare quanto tempo ci vuole a farne un sito."
AUTHOR = "Lia Prova"
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"
PATH = "content"
ARTICLE_PATHS = ["blog"]
PAGE_PATHS = ["pages"]
FORMATTED_FIELDS = []
THEME = "theme"
THEME_STATIC_DIR = "assets"
PLUGINS = ["pelican.plugins.neighbors"]
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
        "markdown.extensions.meta": {},
        "markdown.extensions.sane_lists": {},
        "markdown.extensions.smarty": {},
        "markdown.extensions.toc": {"toc_depth": "2-3"},
    },
    "output_format": "html5",
}

INDEX_SAVE_AS, INDEX_URL = "blog/index.html", "blog/"
ARTICLE_SAVE_AS, ARTICLE_URL = "blog/{slug}/index.html", "blog/{slug}/"
PAGE_SAVE_AS, PAGE_URL = "{slug}/index.html", "{slug}/"
CATEGORY_SAVE_AS, CATEGORY_URL = "categoria/{slug}/index.html", "categoria/{slug}/"
TAG_SAVE_AS, TAG_URL = "tag/{slug}/index.html", "tag/{slug}/"
AUTHOR_SAVE_AS, AUTHOR_URL = "autore/{slug}/index.html", "autore/{slug}/"
YEAR_ARCHIVE_SAVE_AS, YEAR_ARCHIVE_URL = "blog/{date:%Y}/index.html", "blog/{date:%Y}/"
MONTH_ARCHIVE_SAVE_AS, MONTH_ARCHIVE_URL = "blog/{date:%Y}/{date:%m}/index.html", "blog/{date:%Y}/{date:%m}/"
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = dict.fromkeys(["index", "tag", "category", "author", "period_archives"])
PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), (2, "{url}pagina/{number}/", "{url}pagina/{number}/index.html")]

FEED_ALL_ATOM, FEED_ALL_RSS = "feed.atom.xml", "feed.xml"
CATEGORY_FEED_ATOM, CATEGORY_FEED_RSS = "categoria/{slug}/feed.atom.xml", "categoria/{slug}/feed.xml"
AUTHOR_FEED_ATOM, AUTHOR_FEED_RSS = "autore/{slug}/feed.atom.xml", "autore/{slug}/feed.xml"
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False

MENU = [("Servizi", "/servizi/"), ("Prezzi", "/prezzi/"), ("Chi sono", "/chi-sono/"), ("Blog", "/blog/"),
        ("Contatti", "/contatti/")]  # fmt: skip

MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()
HEADING = re.compile(r'<h([23]) id="([^"]*)">(.*?)</h')


def headings(html):
    """Those of level 2, each with those of level 3 below it."""
    found = []
    for level, name, text in HEADING.findall(html):
        (found if level == "2" or not found else found[-1]["below"]).append({"id": name, "text": text, "below": []})
    return found


def tables(html):
    """Tables that a narrow screen can scroll, and whose heads say what they are heads of."""
    html = html.replace("<table>", '<div class="scroll" role="region" aria-label="Tabella" tabindex="0"><table>')
    html = re.sub("<th(?=[ >])", '<th scope="col"', html.replace("</table>", "</table></div>"))
    return html.replace('style="text-align: right;"', 'class="num"')


JINJA_FILTERS = {
    "day": lambda date: f"{date.day}{'°' if date.day == 1 else ''} {MONTHS[date.month - 1]} {date.year}",
    "month": lambda date: MONTHS[date.month - 1],
    "headings": headings,
    "tables": tables,
}

LOAD_CONTENT_CACHE = CACHE_CONTENT = bool(os.environ.get("PELICAN_CACHE"))
