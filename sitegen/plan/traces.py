"""What the pages of posts and their lists look at, as digests: made of documents' traces, without making a view."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sitegen.digest import Digest, of_value
from sitegen.model.site import Item, Site
from sitegen.model.terms import path_of
from sitegen.parse.components import partial_in_feed, partial_of
from sitegen.parse.documents import CONFIG, DOCUMENT_ENDS
from sitegen.parse.theme import Theme
from sitegen.parse.trace import named
from sitegen.paths import SourcePath
from sitegen.plan.chrome import SEARCH
from sitegen.plan.covers import TEMPLATE as COVER
from sitegen.plan.links import Linker
from sitegen.slugs import slugify

NEVER_A_FILE = (*DOCUMENT_ENDS, ".yaml", ".yml", ".css")
"""What is not published as it is, so that nobody tells its size."""


class Traces:
    """The digests of one plan. `world` covers what any page may show besides posts: configuration, data, the documents of
    all other kinds, and the lists that the theme shows everywhere.
    """

    def __init__(self, site: Site, theme: Theme, linker: Linker, style: tuple[str, ...]) -> None:
        self.site, self.theme, self.style = site, theme, style
        self._there, self._items, self._shown = linker.snapshot.files, linker.items, linker.shown_sources
        self._paths = linker.snapshot.paths
        self._faces: dict[str, Digest] = {}
        self._terms: dict[str, tuple[Any, ...]] = {}

    @cached_property
    def world(self) -> Digest:
        """All but posts."""
        site, theme = self.site, self.theme
        others = [(each.source, each.trace.whole, each.url, each.source in self._shown, self._targets(each.trace.targets))
                  for each in site.everything() if each.kind != "posts"]  # fmt: skip
        targets = tuple(dict.fromkeys(named(site.config, CONFIG)))
        posts = (self._items[each] for each in targets if each in self._items and self._items[each].kind == "posts")
        menus = self._targets(targets), [(each.meta.menu_title, each.meta.title) for each in posts]
        lists = [(name, [self.face(post) for post in site.of("posts")[:count]]) for name, count in theme.lists.items()]
        return of_value((site.config, menus, site.data, others, lists, bool(site.shown["posts"]), theme.data, theme.anchors,
                         theme.name, self._components(), theme.find(COVER) is None, theme.find(SEARCH) is None, self.style))  # fmt: skip

    @cached_property
    def bonds(self) -> Digest:
        """All that says which pages, lists and feeds of posts there are and which posts each shows; not what it shows of them, which
        lies in their traces. Which files there are says which addresses lead somewhere.
        """
        site = self.site
        unusual = [(each.source, each.state.name) for each in site.everything() if each.state.name != "published"]
        anchors = [each.trace.anchors for each in site.everything() if each.kind == "posts"]
        pictures = [(path, self._there[path].digest) for path in site.pictures]
        sizes = [
            self._there[path].size
            for path in self._paths
            if path.startswith("content/") and not path.endswith(NEVER_A_FILE)
        ]
        return of_value((self.world, site.bonds, unusual, anchors, self._paths, pictures, sizes))

    def face(self, post: Item) -> Digest:
        """A post as lists show it."""
        face = self._faces.get(post.id)
        if face is None:
            picture = self._targets(named(post.meta.cover, post.source)) if post.meta.cover else []
            face = of_value((post.trace.face, post.url, self._category(post), picture))
            self._faces[post.id] = face
        return face

    def text(self, post: Item) -> Digest:
        """A post with its whole text, as its page and feeds show it."""
        return of_value((post.trace.whole, post.url, self._category(post), [self._tag(tag) for tag in post.meta.tags],
                         self._targets(post.trace.targets)))  # fmt: skip

    def page(self, post: Item, near: Iterable[Item | None], shown: Iterable[Item], series: Iterable[Item],
             series_title: str) -> Digest:  # fmt: skip
        """A post's page, with the posts `near` it in time, those `shown` as cards, and those of its series."""
        names = [(each.meta.title, each.url) if each else None for each in (*near, *series)]
        return of_value((self.world, self.text(post), names, series_title, [self.face(each) for each in shown]))

    def of(self, *parts: object, faces: Iterable[Item] = (), texts: Iterable[Item] = ()) -> Digest:
        """Whatever shows these posts, and besides them only `parts` and the world."""
        return of_value((self.world, parts, [self.face(each) for each in faces], [self.text(each) for each in texts]))

    def _category(self, post: Item) -> tuple[str, str] | None:
        term = self.site.categories.get(path_of(post.meta.category, self.site.config.language))
        return (term.label, term.url) if term else None

    def _tag(self, written: str) -> tuple[str, str] | None:
        if written not in self._terms:
            term = self.site.tags.get(slugify(written, self.site.config.language))
            self._terms[written] = (term.label, term.url) if term else ()
        return self._terms[written] or None

    def _components(self) -> object:
        """What the components of the theme are, and what shows each."""
        theme, language = self.theme, self.site.config.language[:2]
        partials = [make(name) for name in theme.components for make in (partial_of, partial_in_feed)]
        return theme.components, [theme.digest_of(each, language) for each in partials if theme.find(each)]

    def _targets(self, paths: Iterable[SourcePath]) -> list[object]:
        """Where links to these files lead, and whether they lead anywhere; of a picture what is shown of it."""
        found = ((path, self._items.get(path)) for path in paths)
        return [
            (item.url, path in self._shown, item.trace.anchors) if item else self._file(path) for path, item in found
        ]

    def _file(self, path: SourcePath) -> object:
        there = self._there.get(path)
        return there and (there.digest if path in self.site.pictures else there.size)
