"""Pelican's settings: the same pages as the other sites, `extra`, footnotes, toc and typographic quotes in Markdown."""

import os

SITENAME = "Ore di prova"
SITEURL = "https://www.example.org"
DESCRIPTION = "Un blog inventato, per misurare quanto tempo ci vuole a farne un sito."
AUTHOR = "Lia Prova"
TIMEZONE = "Europe/Rome"
DEFAULT_LANG = "it"
DEFAULT_DATE_FORMAT = "%d/%m/%Y"
PATH = "content"
ARTICLE_PATHS = ["blog"]
PAGE_PATHS = ["pages"]
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

LOAD_CONTENT_CACHE = CACHE_CONTENT = bool(os.environ.get("PELICAN_CACHE"))
