"""Where WordPress had its feeds → ours, for hosts that lead on by themselves.

Sources: https://wordpress.org/documentation/article/wordpress-feeds/, and the category and author bases that it has where nobody
has chosen others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sitegen.model.site import Site
from sitegen.model.urls import slug_of
from sitegen.parse.documents import CONFIG
from sitegen.paths import OutputPath, Url, output_path
from sitegen.plan.feed_formats import formats_of
from sitegen.plan.redirects import Redirect, is_answered
from sitegen.problems import Place

_RSS = ("/feed/", "/feed/rss2/", "/comments/feed/", "/?feed=rss2", "/?feed=rss", "/?feed=rdf")
_ATOM = ("/feed/atom/", "/?feed=atom")


def make_old_feeds(redirects: Iterable[Redirect], there: Collection[OutputPath], site: Site) -> Iterator[Redirect]:
    """A redirect to each feed that is `there`, from old addresses where nothing else is: neither a file nor one of `redirects`."""
    known = {each.key for each in redirects}
    for address, target in dict(_feeds(site)).items():
        path, _, query = address.partition("?")
        each = Redirect(Url(path), query, target, "", CONFIG, Place(CONFIG))
        is_free = each.key not in known and (query or each.file not in there)
        is_led = not query or is_answered(site.config.hosting, each, site.config.base)
        if is_free and is_led and output_path(site.config.base, target) in there:
            yield each


def _feeds(site: Site) -> Iterator[tuple[str, Url]]:
    """Each old address with the feed to go on to, which is RSS where there is one."""
    base, names = site.config.base, {each.label: each.name for each in formats_of(site.config)}
    if not names:
        return
    first = names.get("RSS") or next(iter(names.values()))
    for old, name in (*dict.fromkeys(_RSS, first).items(), *dict.fromkeys(_ATOM, names.get("Atom", first)).items()):
        yield old, Url(base + name)
    for author in site.of("authors"):  # who was there under another name
        for alias in author.meta.aliases:
            yield from ((f"{alias.rstrip('/')}/{name}", Url(author.url + name)) for name in names.values())
    for home, old in _lists(site):
        feed = Url(home + first)
        yield from ((f"/{home.removeprefix(base)}feed/", feed), (f"{old}feed/", feed))


def _lists(site: Site) -> Iterator[tuple[Url, str]]:
    """Lists, and where WordPress would have had them."""
    for path, term in site.categories.items():
        yield term.url, f"/category/{'/'.join(path)}/"
    for author in site.of("authors"):
        yield author.url, f"/author/{slug_of(author.meta.slug, author.id, site.config.language)}/"
