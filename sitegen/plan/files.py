"""The outputs that are no pages: theme assets, published and static files, sitemap, robots.txt, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from operator import itemgetter

from sitegen.digest import of_value
from sitegen.model.site import Item, Site
from sitegen.parse.theme import Theme
from sitegen.paths import INDEX, OutputPath, Url, output_path, output_url
from sitegen.plan import views
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Copy, Encode, Later, Output, Template
from sitegen.plan.search import SCRIPT
from sitegen.plan.sights import Asked, Sight
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import Snapshot

STATIC = "content/static/"


def make_files(asked: Asked, theme: Theme, snapshot: Snapshot) -> Iterator[Output]:
    """Theme assets, the files that pages ask for, and `static/` as it is."""
    for name, file in theme.assets.items():
        if name != SCRIPT:
            yield Output(OutputPath(f"assets/{name}"), Copy(file.path, file.digest), file.path)
    for path, source in sorted(dict(asked.files).items()):
        yield Output(path, Copy(source, snapshot.files[source].digest), source)
    for path, source, spec in sorted(asked.pictures, key=itemgetter(0)):
        yield Output(path, Encode(source, snapshot.files[source].digest, spec), source)
    for file in snapshot.below(STATIC):
        yield Output(OutputPath(file.path.removeprefix(STATIC)), Copy(file.path, file.digest), file.path)


def make_sitemap(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> Iterator[Output]:
    """The sitemap of all indexable pages (https://www.sitemaps.org/protocol.html) and the robots.txt that names it."""
    inputs = of_value((site.config.base, site.config.origin, [*sights], [sight.entry for sight in sights.values()]))
    sitemap = OutputPath("sitemap.xml")
    view = Later(inputs, partial(_sitemap, sights, linker, site))
    yield Output(sitemap, Template("sitemap.xml", view), "sitemap")
    address = linker.absolute(output_url(site.config.base, sitemap))
    yield Output(OutputPath("robots.txt"), Template("robots.txt", views.RobotsView(address)), "robots")


def _sitemap(sights: Mapping[OutputPath, Sight], linker: Linker, site: Site) -> views.SitemapView:
    entries = []
    for path, sight in sights.items():
        own = linker.absolute(output_url(site.config.base, path))
        if sight.entry is not None and sight.entry[0] == own:
            entries.append(views.SitemapEntry(own, sight.entry[1]))
    return views.SitemapView(tuple(sorted(entries, key=lambda entry: entry.absolute)))


def make_aliases(linker: Linker, site: Site) -> Iterator[Output]:
    """A small page at each old address, which leads to the new one."""
    for item in site.everything():
        aliases = getattr(item.meta, "aliases", ())
        if not aliases or item.source not in linker.shown_sources or not item.url:
            continue
        for number, alias in enumerate(aliases):
            place = item.place(f"aliases.{number}")
            path = _alias_path(alias)
            if path is None or _has_base(alias, site):
                linker.tell(_wrong_alias(alias, item, place, site))
                continue
            view = views.RedirectView(site.config.language, item.url, linker.absolute(item.url), item.meta.title)
            yield Output(path, Template("redirect.html", view), item.source, place)


def _has_base(alias: str, site: Site) -> bool:
    """Whether an old address begins with the site's own path, which goes before all of them; not so where the site has
    pages below a folder of that name (`/blog/a/` on `https://host/blog/`).
    """
    base = site.config.base
    if base == "/" or not f"{alias}/".startswith(base):
        return False
    doubled = base + base.lstrip("/")
    return not any(item.url.startswith(doubled) for item in site.everything())


def _wrong_alias(alias: str, item: Item, place: Place, site: Site) -> Problem:
    """What is wrong with it, and the address that may have been meant."""
    meant = "/" + re.sub(r"^https?://[^/]*", "", alias).removeprefix("/")
    cause = "alias.signs" if meant == alias else "alias.form"
    if _has_base(meant, site):
        meant, cause = "/" + meant.removeprefix(site.config.base), "alias.base"
    if re.match(r"/?\?|/[^?#]*\?", alias):
        return problem("W407", place, alias=alias, rules=_rewriting(alias, item.url))
    near = meant if meant != alias and _alias_path(meant) else ""
    return problem("E411", place, alias=alias, near=near, cause=cause, base=site.config.base)


def _rewriting(alias: str, url: Url) -> str:
    """The rules of Apache's mod_rewrite that lead from an address with a question to a page: a rule sees the path alone, and
    the question mark at the end of the new address takes the question away
    (https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriterule).
    """
    path, _, question = alias.lstrip("/").partition("?")
    condition = f"RewriteCond %{{QUERY_STRING}} ^{re.escape(question)}$"
    return f"RewriteEngine On\n{condition}\nRewriteRule ^{re.escape(path)}$ {url}? [R=301,L]"


def _alias_path(alias: str) -> OutputPath | None:
    """Where a page at an old address lies; None where no file can stand for it."""
    if not re.fullmatch(r"/[^?#\\\x00-\x1f]*", alias) or ".." in alias.split("/") or "//" in alias or alias == "/":
        return None
    path = output_path(Url("/"), Url(alias))
    if re.search(r"[\x00-\x1f]", path) or ".." in path.split("/"):
        return None
    is_file = path.endswith(INDEX) or re.search(r"\.(html?|php|aspx?|xml|txt)$", path)
    return path if is_file else OutputPath(f"{path}/{INDEX}")
