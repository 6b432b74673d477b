"""What a page says of itself to machines: one graph of linked data (JSON-LD 1.1, words of https://schema.org), made of what the
page shows, so that it can say nothing else. Opinions of clients are not in it: Google shows none that a site has about itself
(https://developers.google.com/search/docs/appearance/structured-data/review-snippet).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any, TypeVar

import msgspec

from sitegen.parse.fragment import Fragment
from sitegen.plan import views
from sitegen.plan.identity import Identity, Node
from sitegen.plan.offers import catalogue, service_node

_UNSAFE = re.compile("[<\u2028\u2029]")
_BLOCK = re.compile(
    r"<!--.*?-->|</?(?:p|br|h[1-6]|[uod]l|li|d[td]|div|blockquote|pre|table|t[rhd]|fig\w+|img)\b[^>]*>", re.DOTALL
)
_INLINE = re.compile(r"<[^>]*>")
Shown = TypeVar("Shown")
_encode = msgspec.json.Encoder().encode


class Graphs:
    """Makes the graphs of one plan. `about` is the address of the page about the site's owner, "" where none is known; `text_of`
    gives the text of a body, for answers to questions, which are told only with `tells_questions`.
    """

    def __init__(self, site: views.Site, identity: Identity, absolute: Callable[[str], str], about: str,
                 text_of: Callable[[views.Body], Fragment], *, tells_questions: bool) -> None:  # fmt: skip
        self._site, self._identity, self._absolute, self._about = site, identity, absolute, about
        self._text_of, self._tells_questions = text_of, tells_questions

    def of(self, path: str, page: views.Page, head: views.Head, crumbs: tuple[views.Link, ...]) -> views.Graph | None:
        """The graph of the page at `path`; None of the one that stands in for pages that are not there."""
        if isinstance(page, views.ContentPage) and page.layout == "notfound":
            return None
        url = self._absolute(path)
        whole = {"@type": "WebPage", "@id": f"{url}#webpage", "url": url, "isPartOf": self._identity.website}
        if isinstance(page, views.PostPage):  # its own title stands just below
            crumbs = crumbs[:-1]
        way = [self._breadcrumb(crumbs)] if crumbs else []
        if isinstance(page, views.PostPage):
            return graph_of([self._article(url, page, head), *way])
        return graph_of([whole, *self._nodes(whole, url, page, head), *way])

    def _nodes(self, whole: Node, url: str, page: views.Page, head: views.Head) -> Iterator[Node]:
        """What the page is about; `whole`, the page itself, learns of it."""
        whole |= {"name": head.title, "description": head.description, "inLanguage": self._site.language}
        if head.image:
            whole["primaryImageOfPage"] = {"@type": "ImageObject", "url": head.image}
        if head.updated:
            whole["dateModified"] = head.updated
        match page:
            case views.ServicePage():
                yield self._service(whole, url, page, head)
            case views.ListPage(kind="author", person=views.Person() as person):
                yield from self._person(whole, "ProfilePage", person)
            case views.ListPage():
                whole["@type"] = "CollectionPage"
            case views.SearchPage():
                whole["@type"] = "SearchResultsPage"
            case views.ContentPage():
                yield from self._content(whole, url, page)
        if self._tells_questions and (questions := list(_questions(page))):
            yield self._faq(url, questions)

    def _article(self, url: str, page: views.PostPage, head: views.Head) -> Node:
        """A post (https://developers.google.com/search/docs/appearance/structured-data/article)."""
        identity = self._identity
        article: Node = {
            "@type": "BlogPosting",
            "@id": f"{url}#article",
            "isPartOf": identity.website,
            "headline": page.title,
        }
        if head.image:
            article["image"] = head.image
        article |= {"datePublished": head.published, "dateModified": head.updated}
        author = identity.author(page.author) if page.author else identity.publisher
        if author:
            article["author"] = author
        if identity.publisher:
            article["publisher"] = {"@id": identity.publisher["@id"]}
        if head.section:
            article["articleSection"] = head.section
        return article | {"wordCount": page.body.words, "inLanguage": self._site.language}

    def _service(self, whole: Node, url: str, page: views.ServicePage, head: views.Head) -> Node:
        service = service_node(page, url, self._site.language)
        whole["mainEntity"] = {"@id": service["@id"]}
        if head.image:
            service["image"] = head.image
        if self._identity.publisher:
            service["provider"] = self._identity.publisher
        if self._identity.area:
            service["areaServed"] = self._identity.area
        return service

    def _content(self, whole: Node, url: str, page: views.ContentPage) -> Iterator[Node]:
        """A page of text and sections. One that opens with the form to write to its owner is there for that."""
        site, identity = self._site, self._identity
        business = identity.whole_business()
        is_contact = page.sections[:1] and page.sections[0].type == "contact"
        if page.url == site.url:
            yield identity.whole_site()
            yield from self._business(whole, "about", business)
            if site.author:
                yield identity.whole_person(site.author)
        elif page.url == self._about and site.author:
            yield from self._person(whole, "AboutPage", site.author)
            yield from self._business(whole, "about", business)
        elif is_contact:
            whole["@type"] = "ContactPage"
            yield from self._business(whole, "mainEntity", business)
        yield from (catalogue(each.plans, url, each.id, each.title) for each in page.sections if each.plans)
        yield from (catalogue(plans, url) for plans in _in_text(page, views.Plan))

    def _business(self, whole: Node, role: str, business: Node | None) -> Iterator[Node]:
        if business:
            whole[role] = {"@id": business["@id"]}
            yield business

    def _person(self, whole: Node, kind: str, person: views.Person) -> Iterator[Node]:
        node = self._identity.whole_person(person)
        whole |= {"@type": kind, "mainEntity": {"@id": node["@id"]}}
        yield node

    def _breadcrumb(self, crumbs: tuple[views.Link, ...]) -> Node:
        """The way to the page, as it is shown (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb)."""
        items = [
            {"@type": "ListItem", "position": number, "name": each.label, "item": self._absolute(each.url)}
            for number, each in enumerate(crumbs, 1)
        ]
        if crumbs[-1].current:  # which is no link where it is shown
            del items[-1]["item"]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _faq(self, url: str, questions: list[views.Question]) -> Node:
        return {"@type": "FAQPage", "@id": f"{url}#faq", "mainEntity": [
            {"@type": "Question", "name": each.question,
             "acceptedAnswer": {"@type": "Answer", "text": _words(self._text_of(each.answer))}} for each in questions]}  # fmt: skip


def graph_of(nodes: list[Node]) -> views.Graph:
    """The nodes as the text of a script, which nothing in it can end (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements):
    there is no `<` in it, nor the two ends of line that JSON allows in a text and older JavaScript does not.
    """
    text = _encode({"@context": "https://schema.org", "@graph": nodes}).decode()
    return views.Graph(_UNSAFE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


def _words(text: Fragment) -> str:
    """A text without its tags, as it is read aloud."""
    return " ".join(unescape(_INLINE.sub("", _BLOCK.sub(" ", "".join(text.parts)))).split())


def _questions(page: Any) -> Iterator[views.Question]:
    """All that stand on a page."""
    yield from getattr(page, "questions", ())
    for section in getattr(page, "sections", ()):
        for group in section.groups:
            yield from group.questions
    for groups in _in_text(page, views.QuestionGroup):
        for group in groups:
            yield from group.questions


def _in_text(page: Any, kind: type[Shown]) -> Iterator[tuple[Shown, ...]]:
    """What the components in the text of a page show of a kind of which there are several."""
    body: views.Body | None = getattr(page, "body", None)
    for target in body.targets if body else ():
        for value in target.fields.values() if isinstance(target, views.Component) else ():
            if isinstance(value, tuple) and value and isinstance(value[0], kind):
                yield value
