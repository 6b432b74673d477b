"""Documents + moment → `Site`: which documents are shown, where each lives, and how they belong together."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from sitegen.digest import Digest, of_text, of_value
from sitegen.engine import engine_digest
from sitegen.model.related import recall_related
from sitegen.model.states import Options, State, is_shown, state_of
from sitegen.model.terms import Series, Term, categories_of, path_of, series_of, tags_of
from sitegen.model.to_come import known_by, updates_later
from sitegen.model.undated import dated_today
from sitegen.model.urls import date_values, fill, pattern_of, slug_of, wrong_patterns
from sitegen.parse.config import Config
from sitegen.parse.documents import CONFIG, Document
from sitegen.parse.fields import Ref
from sitegen.parse.fragment import Fragment
from sitegen.parse.kinds import Kind
from sitegen.parse.memo import Memo
from sitegen.parse.pictures import Facts
from sitegen.parse.trace import Trace
from sitegen.paths import SourcePath, Url, url_path
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import is_slug, slugify
from sitegen.words import named, nearest

MOST_NAMED = 12
_NO_PICTURES: Mapping[SourcePath, Facts] = {}
WITHOUT_PAGE: tuple[Kind, ...] = ("testimonials", "faq")


class Item(msgspec.Struct, frozen=True):
    """A document in its place. `url` is "" for kinds that have no page of their own."""

    source: SourcePath
    kind: Kind
    id: str
    meta: Any
    comments: tuple[Any, ...]
    state: State
    url: Url
    trace: Trace
    document: Document

    @property
    def body(self) -> Fragment:
        """Its converted Markdown."""
        return self.document.body

    @property
    def places(self) -> dict[str, Place]:
        """Where its fields are written."""
        return self.document.places

    def place(self, field: str) -> Place:
        """Where a field of its front matter is written, else its first line."""
        field_of_list = field.rpartition(".")[0]  # a single value may stand for a list
        return self.places.get(field) or self.places.get(field_of_list) or Place(self.source, 1)


class Site(msgspec.Struct, frozen=True):
    """The whole site at one moment. `shown` holds what is part of this build, by kind and id, in the order in which it is
    listed; `held` what is not; relations are by id. `bonds` is a digest of all that addresses, lists and relations are made of.
    """

    config: Config
    options: Options
    shown: dict[Kind, dict[str, Item]]
    held: tuple[Item, ...]
    categories: dict[tuple[str, ...], Term]
    tags: dict[str, Term]
    related: dict[str, tuple[str, ...]]
    series: dict[str, Series]
    data: dict[str, object]
    bonds: Digest
    pictures: Mapping[SourcePath, Facts]

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The shown documents of a kind: posts newest first, the others by weight, then title."""
        return tuple(self.shown[kind].values())

    def everything(self) -> Iterator[Item]:
        """All documents, shown and held back."""
        for items in self.shown.values():
            yield from items.values()
        yield from self.held


def make_site(
    config: Config,
    documents: Iterable[Document],
    data: dict[str, object],
    options: Options,
    memo: Memo,
    unread: Collection[tuple[str, str]] = (),
    pictures: Mapping[SourcePath, Facts] = _NO_PICTURES,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site and what is wrong between its documents. `unread` are kind and id of those that are there, but broken."""
    documents = sorted(documents, key=lambda document: document.source)
    if options.drafts:
        documents = [dated_today(each, options.now) for each in documents]
    problems = wrong_patterns(config)
    if problems:
        config = msgspec.structs.replace(config, permalinks=type(config.permalinks)())
    now = options.now.timestamp()
    states = {each.source: state_of(each.meta, options) for each in documents}
    bonds = of_value((engine_digest(), "site", config, sorted(unread), [
        (each.source, each.trace.bonds, is_shown(states[each.source], options),
         each.comments and [comment.author.id for comment in each.comments if comment.author]) for each in documents]))  # fmt: skip
    known = _recall(memo.get(bonds))
    if known is None:
        documents = [_with_usable_slug(each, config, problems) for each in documents]
    urls = known.urls if known else _urls(documents, config)
    items = [_item(each, states[each.source], urls.get(each.source, Url("")), options, now) for each in documents]
    shown, held = _divide(items, options, problems, known.related if known else {})
    problems.extend(_too_early(shown, options))
    if config.business is None and config.language.startswith("it") and any(map(_sells, shown["services"].values())):
        problems.append(problem("W211", Place(CONFIG, 1)))
    if known is None:
        problems.extend(_wrong_references(items, config, {(item.kind, item.id) for item in held}, unread))
        known = _relations(urls, tuple(shown["posts"].values()), config, problems, memo)
        if not problems:
            memo.put(bonds, msgspec.msgpack.encode(known))
    site = Site(
        config=config,
        options=options,
        shown=shown,
        held=tuple(held),
        categories={term.path: term for term in known.categories},
        tags={term.path[0]: term for term in known.tags},
        related=known.related,
        series=known.series,
        data=data,
        bonds=bonds,
        pictures=pictures,
    )
    return site, tuple(problems)


def _item(document: Document, state: State, url: Url, options: Options, now: float) -> Item:
    meta, comments, trace = document.meta, document.comments, document.trace
    if document.trace.latest > now:  # something of it is to come
        meta, comments, trace = known_by(document, options.now)
    return Item(document.source, document.kind, document.id, meta, comments, state, url, trace, document)


def _sells(service: Item) -> bool:
    """Whether it names a price: the site then serves an activity, which a private one does not."""
    return service.meta.price is not None or bool(service.meta.packages)


def _too_early(shown: Mapping[Kind, Mapping[str, Item]], options: Options) -> Iterator[Problem]:
    """Updates and comments of published documents that are dated in the future, where they are written."""
    now = options.now.timestamp()
    for item in (each for items in shown.values() for each in items.values() if each.document.trace.latest > now):
        document = item.document
        if document.meta.date is not None and document.meta.date > options.now:
            continue
        if updates_later(document, options.now):
            yield problem("W410", item.place("updated"), day=f"{document.meta.updated:%Y-%m-%d}")
        for each in document.comments:
            if each.date > options.now:
                yield problem("W411", item.place(f"comments.{each.id}"), id=each.id, day=f"{each.date:%Y-%m-%d}")


class _Relations(msgspec.Struct, frozen=True):
    """What is worked out over all documents, whose bonds say it: where they live, and how the posts belong together."""

    urls: dict[SourcePath, Url]
    categories: tuple[Term, ...]
    tags: tuple[Term, ...]
    related: dict[str, tuple[str, ...]]
    series: dict[str, Series]


_decode = msgspec.msgpack.Decoder(_Relations).decode


def _recall(data: bytes | None) -> _Relations | None:
    """What a memo has kept of documents in which nothing was wrong."""
    try:
        return _decode(data or b"")
    except msgspec.DecodeError:
        return None


def _relations(urls: dict[SourcePath, Url], posts: tuple[Item, ...], config: Config, problems: list[Problem],
               memo: Memo) -> _Relations:  # fmt: skip
    return _Relations(
        urls=urls,
        categories=tuple(categories_of(posts, config, problems).values()),
        tags=tuple(tags_of(posts, config, problems).values()),
        related=recall_related(posts, config.related.posts, memo),
        series=series_of(posts, problems),
    )


def _divide(items: list[Item], options: Options, problems: list[Problem],
            order: Collection[str]) -> tuple[dict[Kind, dict[str, Item]], list[Item]]:  # fmt: skip
    """The items that are shown, by kind, and those that are held back; `order` has the ids of the posts, newest first, where it
    is known.
    """
    kinds: dict[Kind, list[Item]] = {kind: [] for kind in (
        "pages", "posts", "services", "testimonials", "authors", "cases", "faq", "magnets")}  # fmt: skip
    held = []
    for item in items:
        if not is_shown(item.state, options) or _is_without_consent(item, problems):
            held.append(item)
        else:
            kinds[item.kind].append(item)
    if order:
        posts = {item.id: item for item in kinds["posts"]}
        kinds["posts"] = [posts[each] for each in order]
    else:
        kinds["posts"].sort(key=lambda item: (-item.meta.date.timestamp(), item.id))
    for kind, members in kinds.items():
        if kind != "posts":
            members.sort(key=lambda item: (getattr(item.meta, "weight", 0), _name(item).casefold(), item.id))
    return {kind: {item.id: item for item in members} for kind, members in kinds.items()}, held


def lacks_consent(item: Item) -> bool:
    """Whether it shows a person who has not agreed to that. A made-up one has nobody to ask."""
    consent = getattr(item.meta, "consent", None)
    return consent is not None and not item.meta.sample and not consent.given


def _is_without_consent(item: Item, problems: list[Problem]) -> bool:
    """`lacks_consent`, which is told; so is what is missing in a consent that was given."""
    consent = getattr(item.meta, "consent", None)
    if consent is None or item.meta.sample:
        return False
    if lacks_consent(item):
        problems.append(problem("W405", item.places.get("consent") or Place(item.source, 1, 1), owner=item.kind))
        return True
    for field in ("date", "scope"):
        if not getattr(consent, field):
            problems.append(problem("W408", item.place("consent"), field=field))
    return False


def _name(item: Item) -> str:
    return str(item.meta.title or item.id)


def _with_usable_slug(document: Document, config: Config, problems: list[Problem]) -> Document:
    """The document as it is, or, where its slug or name cannot be an address, with one that brings no other problem."""
    slug = getattr(document.meta, "slug", "")
    if slug and not is_slug(slug):
        near = slugify(slug.rstrip("/").rpartition("/")[2], config.language)
        problems.append(problem("E116", document.places["slug"], written=slug, near=near))
    elif not slug and document.kind not in WITHOUT_PAGE:
        nameless = [name for name in _names(document) if not slug_of("", name, config.language)]
        problems.extend(problem("E117", Place(document.source), name=name, field="slug") for name in nameless)
        if not nameless:
            return document
    else:
        return document
    usable = f"x-{of_text(document.source)[:12].lower()}"
    return msgspec.structs.replace(document, meta=msgspec.structs.replace(document.meta, slug=usable))


def _names(document: Document) -> list[str]:
    """The parts of the id that appear in the address: pages show their folders, the others do not."""
    return document.id.split("/") if document.kind == "pages" else [posixpath.basename(document.id)]


def _urls(documents: list[Document], config: Config) -> dict[SourcePath, Url]:
    pages = {each.id: each for each in documents if each.kind == "pages"}
    authors = {each.id: each for each in documents if each.kind == "authors"}
    urls = {}
    for each in documents:
        if each.kind == "pages":
            urls[each.source] = url_path(config.base, _page_address(each, pages, config))
        elif each.kind not in WITHOUT_PAGE:
            values = {"postname": slug_of(each.meta.slug, posixpath.basename(each.id), config.language)}
            values["slug"] = values["author"] = values["postname"]
            if each.meta.date is not None:
                values |= date_values(each.meta.date)
            if each.kind == "posts":
                none = "senza-categoria" if config.language.startswith("it") else "uncategorized"
                values["category"] = "/".join(path_of(each.meta.category, config.language)) or none
                author = authors.get(
                    each.meta.author.id if each.meta.author else config.author.id if config.author else ""
                )
                values["author"] = slug_of(author.meta.slug, author.id, config.language) if author else "redazione"
            urls[each.source] = url_path(config.base, fill(pattern_of(config, each.kind), values))
    return urls


def _page_address(page: Document, pages: dict[str, Document], config: Config) -> str:
    """The home page is `index`; other pages lie below the page of their folder, as WordPress's child pages do."""
    if page.id == "index":
        return "/"
    if page.meta.layout == "notfound":
        return "/404.html"
    folder, name = posixpath.split(page.id)
    slug = slug_of(page.meta.slug, name, config.language)
    if folder in pages:
        above = _page_address(pages[folder], pages, config)
    else:
        above = "/" + "".join(slug_of("", part, config.language) + "/" for part in folder.split("/") if part)
    return f"{above}{slug}/"


def _wrong_references(items: list[Item], config: Config, held: Collection[tuple[str, str]],
                      unread: Collection[tuple[str, str]]) -> Iterator[Problem]:  # fmt: skip
    """References by id that name no document. One that names a document which is held back is fine: it is left out."""
    ids = {
        kind: [item.id for item in items if item.kind == kind]
        for kind in ("authors", "services", "testimonials", "posts", "cases", "magnets")
    }
    wanted = [(kind, ref, item.id if item.kind == kind else "") for item in items for kind, ref in references(item)]
    wanted += [("authors", config.author, "")] if config.author else []
    wrong = [each for each in wanted if each[1].id not in ids[each[0]] and (each[0], each[1].id) not in unread]
    called: dict[tuple[str, str], str] = {(item.kind, item.meta.title.casefold()): item.id for item in items if wrong}
    for kind, ref, own in wrong:
        near = called.get((kind, ref.id.casefold())) or nearest(ref.id, (each for each in ids[kind] if each != own))
        there = [each for each in ids[kind] if (kind, each) not in held and each != own]
        yield _no_such(kind, ref.id, ref.place, near, there)


def _no_such(kind: str, id_: str, place: Place, near: str, there: Sequence[str]) -> Problem:
    known, some = named(there, MOST_NAMED)
    return problem("E402", place, kind=kind, id=id_, near=near, known=known, some=some,
                   file="" if near or not is_slug(id_) else f"content/{kind}/{id_}.md")  # fmt: skip


def no_such_document(site: Site, kind: Kind, id_: str, place: Place) -> Problem:
    """A text at `place` names a document of `kind` that is not there."""
    items = [item for item in site.everything() if item.kind == kind]
    called = {_name(item).casefold(): item.id for item in items}
    near = called.get(id_.casefold()) or nearest(id_, [item.id for item in items])
    return _no_such(kind, id_, place, near, [*site.shown[kind]])


_FIELDS: dict[str, dict[str, str]] = {
    "posts": {"author": "authors", "related_service": "services", "related": "posts"},
    "services": {"testimonials": "testimonials", "related": "posts"},
    "testimonials": {"service": "services"},
    "cases": {"services": "services"},
}
_SECTIONS = {"services": "services", "voices": "testimonials", "blog": "posts", "cases": "cases"}


def references(item: Item) -> Iterator[tuple[str, Ref]]:
    """The other documents that one names by id, each with its kind."""
    for field, kind in _FIELDS.get(item.kind, {}).items():
        value = getattr(item.meta, field)
        yield from ((kind, ref) for ref in (value if isinstance(value, tuple) else (value,)) if ref)
    for section in getattr(item.meta, "sections", ()):
        yield from ((_SECTIONS[section.type], ref) for ref in getattr(section, "ids", ()))
        if getattr(section, "author", None):
            yield "authors", section.author
        if getattr(section, "magnet", None):
            yield "magnets", section.magnet
    yield from (("authors", comment.author) for comment in item.document.comments if comment.author)
