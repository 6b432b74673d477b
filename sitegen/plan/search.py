"""The page that searches, and what it looks into: the index of all pages that search engines may show, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import msgspec

from sitegen.digest import of_text
from sitegen.model.site import Item, Site
from sitegen.parse.memo import Memo
from sitegen.parse.terms import STOP, Term, folded, plain, terms_of, terms_of_post
from sitegen.paths import OutputPath, output_url
from sitegen.plan import views
from sitegen.plan.cards import excerpt_of
from sitegen.plan.chrome import SEARCH
from sitegen.plan.desk import Desk
from sitegen.plan.index import Entry, Piece, json_of, recall_index
from sitegen.plan.outputs import Copy, LateText, Output
from sitegen.plan.sights import Sight

SCRIPT = "search.js"
"""The theme's asset that does the searching in the reader's browser."""

_ORIGIN = "search"
_PAGES = (views.ContentPage, views.ServicePage, views.CasePage, views.MagnetPage)
_OTHERS = (views.PostCard, views.CaseCard, views.ServiceCard, views.Link, views.Person, views.Form, views.Diary, views.Price, views.Image,
           views.TocItem)  # fmt: skip
"""What other pages say of themselves, and what is no text."""
_SUMMARY = frozenset(("eyebrow", "lead", "summary", "tab", "sector", "question", "name", "deliverables", "audience"))
_TEXT = frozenset(
    ("title", "note", "items", "features", "hours", "when", "role", "company", "client", "quote", "label", "value")
)


def make_search(site: Site, desk: Desk, pages: Iterable[Output], sights: Mapping[OutputPath, Sight],
                made: Mapping[OutputPath, Any], memo: Memo) -> Iterator[Output]:  # fmt: skip
    """The page, its script, and the files of the index; nothing where the site has no search. `made` are views of pages."""
    url, script = desk.chrome.search, desk.theme.assets.get(SCRIPT)
    if not url or script is None:
        return
    options = site.options
    shown = (options.drafts, options.future, options.expired)
    index = recall_index(
        [*_of_pages(pages, sights, made, desk), *_of_posts(site, desk)], site.config.language, shown, memo
    )
    terms = {beginning: _name("terms", piece) for beginning, piece in index.terms.items()}
    cards = [_name("pages", piece) for piece in index.cards]
    language = site.config.language[:2]
    stop = sorted({folded(word) for word in STOP[language]})
    contents = json_of({"terms": terms, "pages": cards, "together": index.together, "stop": stop})
    name = f"assets/search/index.{of_text(contents)[:10]}.json"
    yield Output(OutputPath(name), LateText(of_text(contents), lambda: contents), _ORIGIN)
    for each, piece in (*zip(terms.values(), index.terms.values(), strict=True), *zip(cards, index.cards, strict=True)):
        yield Output(OutputPath(f"assets/search/{each}"), LateText(piece.digest, piece.make), _ORIGIN)
    copied = OutputPath(f"assets/search.{script.digest[:10]}.js")
    yield Output(copied, Copy(script.path, script.digest), _ORIGIN)
    base = site.config.base
    make = partial(_view, output_url(base, copied), output_url(base, OutputPath(name)), desk)
    yield desk.output(url, SEARCH, make, _ORIGIN)


def _name(kind: str, piece: Piece) -> str:
    return f"{kind}.{piece.digest[:10]}.json"


def _view(script: str, index: str, desk: Desk) -> views.View:
    url, config = desk.chrome.search, desk.site.config
    title = desk.theme.words[config.language[:2]].get("Search", ("Search",))[0]
    terms = tuple(desk.cards.term(term) for path, term in desk.site.categories.items() if len(path) == 1)
    page = views.SearchPage(url, title, script, index, terms)
    head = desk.chrome.head(url, title, "", noindex=True)
    return desk.view(url, page, head, (desk.home_crumb, views.Link(title, url, "page")))


def _of_posts(site: Site, desk: Desk) -> Iterator[Entry]:
    """Oldest first, so that a new one changes the number of none."""
    for post in reversed(site.of("posts")):
        if not post.meta.seo.noindex:
            yield Entry(post.source, post.trace.whole, post.url, _terms_of(post, site), _card_of(post, desk))


def _terms_of(post: Item, site: Site) -> Any:
    return lambda: terms_of_post(post.meta, post.body, site.config.language)


def _card_of(post: Item, desk: Desk) -> Any:
    return lambda: (post.meta.title, post.meta.description or excerpt_of(post), desk.cards.date(post.meta.date).words)


def _of_pages(pages: Iterable[Output], sights: Mapping[OutputPath, Sight], made: Mapping[OutputPath, Any],
              desk: Desk) -> Iterator[Entry]:  # fmt: skip
    for output in sorted(pages, key=lambda each: each.path):
        view = made.get(output.path)
        if isinstance(view, views.View) and isinstance(view.page, _PAGES) and not view.head.noindex:
            yield Entry(
                output.origin, sights[output.path].view, view.page.url, _terms_on(view, desk), _card_on(view, desk)
            )


def _card_on(view: views.View, desk: Desk) -> Any:
    own = view.head.description != desk.site.config.description
    return lambda: (view.page.title, view.head.description if own else "", "")


def _terms_on(view: views.View, desk: Desk) -> Any:
    def terms() -> tuple[Term, ...]:
        page: Any = view.page
        summary, text = [view.head.description], list[str]()
        for field in page.__struct_fields__:
            _read(getattr(page, field), field, summary, text, desk)
        return terms_of(page.title, summary, " ".join(text), desk.site.config.language)

    return terms


def _read(value: object, field: str, summary: list[str], text: list[str], desk: Desk) -> None:
    """Adds what is written in a part of a page."""
    match value:
        case str():
            if field in _SUMMARY:
                summary.append(value)
            elif field in _TEXT:
                text.append(value)
        case views.Body():
            fragment = desk.linker.fragments.get(value.fragment)
            if fragment is not None:
                found = fragment()
                summary += [each.text for each in found.headings]
                text.append(plain(found))
        case tuple():
            for each in value:
                _read(each, field, summary, text, desk)
        case msgspec.Struct() if not isinstance(value, _OTHERS):
            for name in value.__struct_fields__:
                _read(getattr(value, name), name, summary, text, desk)
