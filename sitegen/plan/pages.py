"""One page for each document that has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sitegen.model.site import Item, Site
from sitegen.model.terms import Series
from sitegen.parse.kinds import Kind
from sitegen.parse.typography import without_outer_quotes
from sitegen.paths import Url
from sitegen.plan import views
from sitegen.plan.anchors import twice
from sitegen.plan.cards import description_of, excerpt_of, naming_of, toc_of
from sitegen.plan.desk import Desk
from sitegen.plan.outputs import Output
from sitegen.plan.sections import make_sections
from sitegen.problems import Problem, problem

TEMPLATES = {"posts": "post.html", "services": "service.html", "cases": "case.html", "magnets": "magnet.html"}
_NO_SERIES = Series("", ())
LAYOUTS = {"home": "home.html", "notfound": "notfound.html"}


def make_pages(site: Site, desk: Desk) -> Iterator[Output]:
    """The pages of all shown documents but posts, and authors, whose page is their archive."""
    for kind in _MAKERS:
        if kind != "posts":
            yield from (make_page(item, site, desk) for item in site.of(kind))


def make_page(item: Item, site: Site, desk: Desk) -> Output:
    """The page of a document."""
    is_post = item.kind == "posts"
    template = LAYOUTS.get(item.meta.layout, "page.html") if item.kind == "pages" else TEMPLATES[item.kind]
    make, written = (
        partial(_view, _MAKERS[item.kind], item, site, desk),
        item.places.get("slug") if item.meta.slug else None,
    )
    if not is_post:
        return desk.output(item.url, template, make, item.source, written=written)
    posts = site.shown["posts"]
    near, related = desk.neighbours(item), [posts[id_] for id_ in site.related[item.id]]
    series = site.series.get(item.meta.series, _NO_SERIES)
    parts = [posts[id_] for id_ in series.posts]
    inputs = desk.traces.page(item, near, related, parts, series.label)
    faces = (*(each for each in near if each), *related, *parts)
    return desk.output(item.url, template, make, item.source, inputs, written, (item,), faces)


def _view(make: Callable[[Item, Site, Desk], views.Page], item: Item, site: Site, desk: Desk) -> views.View:
    page, meta = make(item, site, desk), item.meta
    is_home = item.url == site.config.base  # the site's own description is its own, before the beginning of its text
    said = description_of(item) or naming_of(item)
    description = meta.description if is_home and site.config.description else said
    is_aside = item.kind == "pages" and meta.layout in ("notfound", "thanks")
    head = desk.chrome.head(item.url, "" if meta.title == site.config.title else meta.title, description, item=item,
                            previous=_url(page, "previous"), following=_url(page, "next"), noindex=is_aside)  # fmt: skip
    for each in twice(item, site, desk.linker.theme_anchors):
        desk.linker.tell(each)
    return desk.view(item.url, page, head, crumbs_of(item, site, desk), meta.data)


def _idle(item: Item) -> Iterator[Problem]:
    """Fields of a page that its layout does not show."""
    has_hero = any(section.type == "hero" for section in item.meta.sections)
    idle = {"notfound": ("toc", "updated"), "home": ("eyebrow",) if has_hero else ()}.get(item.meta.layout, ())
    yield from (problem("W208", item.place(field), field=field, why="layout") for field in idle if field in item.places)
    if item.meta.slug and (item.id == "index" or item.meta.layout == "notfound"):
        yield problem("W208", item.place("slug"), field="slug", why="home" if item.id == "index" else "notfound")


def _url(page: views.Page, name: str) -> str:
    link = getattr(page, name, None)
    return link.url if isinstance(link, views.Link) else ""


def crumbs_of(item: Item, site: Site, desk: Desk) -> tuple[views.Link, ...]:
    """From the home page to this one: a post by its list and category, a page by the pages of its folders."""
    if item.url == site.config.base:
        return ()
    way = [desk.home_crumb]
    if item.kind == "posts":
        way.append(desk.chrome.blog)
        category = desk.cards.category(item)
        way.extend([category] if category else [])
    else:
        way.extend(_above(item, site))
    return (*way, views.Link(item.meta.menu_title or item.meta.title, item.url, "page"))


def _above(item: Item, site: Site) -> Iterator[views.Link]:
    """The pages whose addresses lie above this one's."""
    parts = item.url.removeprefix(site.config.base).strip("/").split("/")
    by_url = {page.url: page for page in site.of("pages")}
    for depth in range(1, len(parts)):
        page = by_url.get(Url(site.config.base + "/".join(parts[:depth]) + "/"))
        if page:
            yield views.Link(page.meta.menu_title or page.meta.title, page.url)


def _common(item: Item, desk: Desk) -> dict[str, Any]:
    return {
        "url": item.url,
        "title": item.meta.title,
        "cover": desk.cards.cover(item),
        "body": desk.linker.text(item),
        "extra": item.meta.extra,
    }


def _page(item: Item, site: Site, desk: Desk) -> views.ContentPage:
    meta = item.meta
    for idle in _idle(item):
        desk.linker.tell(idle)
    return views.ContentPage(
        **_common(item, desk),
        layout=meta.layout,
        eyebrow=meta.eyebrow,
        lead=meta.lead,
        toc=toc_of(item.body, meta.toc if meta.toc is not None else False),
        updated=desk.cards.date(meta.updated) if meta.updated else None,
        sections=make_sections(item, site, desk.cards, desk.linker),
    )


def _post(item: Item, site: Site, desk: Desk) -> views.PostPage:
    meta, cards = item.meta, desk.cards
    service = site.shown["services"].get(meta.related_service.id) if meta.related_service else None
    comments = comment_threads(item, desk)
    newer, older = desk.neighbours(item)
    author = cards.author_of(item)
    series = site.series.get(meta.series, _NO_SERIES)
    return views.PostPage(
        **_common(item, desk),
        absolute=desk.linker.absolute(item.url),
        dek=meta.dek,
        excerpt=excerpt_of(item),
        date=cards.date(meta.date),
        updated=cards.date(meta.updated) if meta.updated else None,
        author=cards.with_bio(author, "author-") if author and not author.bio_short else author,
        category=cards.category(item),
        tags=desk.tags(item),
        minutes=item.trace.minutes,
        toc=toc_of(item.body, meta.toc),
        cta=cards.link(meta.cta) or desk.chrome.site.cta,
        service=cards.service(service) if service else None,
        series_title=series.label,
        series=tuple(desk.post_link(id_, item.id) for id_ in series.posts),
        comments=comments,
        comment_count=len(item.comments),
        form=cards.form("comments") if meta.comments else None,
        previous=desk.link(older),
        next=desk.link(newer),
        related=tuple(cards.post(site.shown["posts"][id_]) for id_ in site.related[item.id]),
    )


def _service(item: Item, site: Site, desk: Desk) -> views.ServicePage:
    meta, cards = item.meta, desk.cards
    testimonials = (site.shown["testimonials"].get(ref.id) for ref in meta.testimonials)
    related = (site.shown["posts"].get(ref.id) for ref in meta.related)
    return views.ServicePage(
        **_common(item, desk),
        tab=meta.tab,
        summary=meta.summary,
        lead=meta.lead,
        toc=toc_of(item.body, meta.toc if meta.toc is not None else False),
        price=cards.price(meta.price),
        commitment=meta.commitment,
        response_time=meta.response_time,
        start_in=meta.start_in,
        audience=meta.audience,
        not_for=meta.not_for,
        deliverables=meta.deliverables,
        packages=tuple(cards.plan(package) for package in meta.packages),
        steps=cards.steps(meta.steps, item.source),
        testimonials=tuple(cards.testimonial(each) for each in testimonials if each),
        questions=cards.questions(meta.faq, item.source),
        related=tuple(cards.post(each) for each in related if each),
        cta=cards.link(meta.cta) or desk.chrome.site.cta,
        form=cards.form("contact", tuple(each.meta.title for each in site.of("services"))),
        sections=make_sections(item, site, cards, desk.linker),
    )


def _case(item: Item, site: Site, desk: Desk) -> views.CasePage:
    meta = item.meta
    services = (site.shown["services"].get(ref.id) for ref in meta.services)
    return views.CasePage(
        **_common(item, desk),
        client=meta.client,
        sector=meta.sector,
        size=meta.size,
        summary=meta.summary,
        problem=desk.linker.body(meta.problem, item.source, "problem-"),
        work=desk.linker.body(meta.work, item.source, "work-"),
        results=tuple(views.Fact(each.label, each.value, each.unit, each.before, each.after) for each in meta.results),
        services=tuple(desk.cards.service(each) for each in services if each),
        quote=without_outer_quotes(meta.quote).strip(),
        quote_by=meta.quote_by,
        sample=meta.sample,
    )


def _magnet(item: Item, _: Site, desk: Desk) -> views.MagnetPage:
    return views.MagnetPage(**_common(item, desk), magnet=desk.cards.magnet(item))


def comment_threads(item: Item, desk: Desk) -> tuple[views.Comment, ...]:
    """The comments of a post as a tree, oldest first."""
    replies: dict[str, list[Any]] = {}
    for comment in sorted(item.comments, key=lambda each: each.date):
        replies.setdefault(comment.parent, []).append(comment)

    def thread(parent: str) -> tuple[views.Comment, ...]:
        return tuple(
            views.Comment(
                id=f"comment-{each.id}",
                name=each.name,
                date=desk.cards.date(each.date),
                paragraphs=tuple(" ".join(part.split()) for part in each.text.split("\n\n") if part.strip()),
                by_author=each.author is not None,
                replies=thread(each.id),
            )
            for each in replies.get(parent, ())
        )

    return thread("")


_MAKERS: dict[Kind, Callable[[Item, Site, Desk], views.Page]] = {
    "pages": _page, "posts": _post, "services": _service, "cases": _case, "magnets": _magnet}  # fmt: skip
