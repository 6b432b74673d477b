"""`sitegen rename`: a page gets another address, to which the one that it had leads on."""

from __future__ import annotations

import argparse
import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen.cli.opening import language_here
from sitegen.cli.refusal import refuse
from sitegen.cli.revise import Change, revise
from sitegen.messages import say
from sitegen.problems import Place, Problem, problem

if TYPE_CHECKING:
    from sitegen.model.site import Item, Site


def run(options: argparse.Namespace, language: str) -> int:
    """Renames the document that the options name; returns the exit status."""
    missing = "path" if not options.path else "slug" if not options.slug else ""
    if missing:
        lacking = problem("E722", Place("sitegen"), command="rename", cause=f"lacking.{missing}")
        return refuse(lacking, language or language_here(), "text")
    return revise(options, language, [options.path], lambda item, site: _renamed(item, site, options.slug), _told)


def _renamed(item: Item, site: Site, written: str) -> Change | Problem:
    """Writes `slug`, and the address of now in `aliases`: in place of the new one, if the page had that before."""
    from sitegen.scaffold.revision import with_field, with_item, with_other_item
    from sitegen.slugs import is_slug, slugify

    if not item.url:
        return problem("E725", Place(item.source))
    old = _address(item, site)
    before, after = _around_slug(item, site)
    slug = _last_part(written, site, before, after)
    if not is_slug(slug):
        near = slugify(slug.strip("/").rpartition("/")[2], site.config.language)
        return problem("E724", Place("sitegen"), written=written, near=near)
    if fixed := _fixed(item, site):
        return problem("E730", Place(item.source), cause=f"fixed.{fixed}")
    if f"{before}{slug}{after}" == old:
        return problem("E732", Place(item.source), address=item.url)
    had = [alias for alias in item.meta.aliases if alias.strip("/") == f"{before}{slug}{after}".strip("/")]

    def change(text: str) -> str:
        named = with_field(text, item.source, "slug", slug)
        if had:
            return with_other_item(named, item.source, "aliases", had[0], old)
        return named if old in item.meta.aliases or item.meta.draft else with_item(named, item.source, "aliases", old)

    return change


def _address(item: Item, site: Site) -> str:
    return unquote("/" + item.url.removeprefix(site.config.base))


def _around_slug(item: Item, site: Site) -> tuple[str, str]:
    """What stands before and after the slug in a document's address."""
    from sitegen.model.urls import slug_of

    slug = slug_of(item.meta.slug, posixpath.basename(item.id), site.config.language)
    before, _, after = _address(item, site).rpartition(slug)
    return before, after


def _last_part(written: str, site: Site, before: str, after: str) -> str:
    """The slug in an address that differs from the page's own in nothing else, as it is shown in a browser or by `sitegen why`;
    what was written, if it is none.
    """
    address = "/" + written.removeprefix(site.config.origin).removeprefix(site.config.base).strip("/")
    last = address.removeprefix(before).removesuffix(after.rstrip("/"))
    return last if address.startswith(before) and "/" not in last else written


def _fixed(item: Item, site: Site) -> str:
    """What makes a page's address one that no slug changes, "" where one does."""
    if getattr(item.meta, "layout", "") == "notfound":
        return "notfound"
    return "top" if item.url == site.config.base else ""


def _told(item: Item, _: Site | None, url: str, language: str) -> str:
    if item.meta.draft:  # at whose address nobody has been
        return say("revise.moved", language, old=item.url, url=url)
    return say("revise.renamed", language, path=item.source, old=item.url, url=url)
