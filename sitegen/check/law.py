"""What Italian and European law wants to be read on a site: who answers for it, what happens to data, what things cost.

What a build knows by itself is told by the build; here its pages are read as a visitor reads them. Italian rules hold where the
business is in Italy, those on forms everywhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from sitegen.check.facts import Link
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Page, Subject
from sitegen.parse.business import Business
from sitegen.parse.config import Config
from sitegen.parse.documents import CONFIG
from sitegen.parse.markdown import tags
from sitegen.parse.nodes import Mapping, Scalar
from sitegen.parse.yaml_text import from_yaml
from sitegen.problems import Place, Problem, problem

RULES = (
    Rule("vat-number", "law", ("E208", "E209", "W211", "E820")),  # DPR 633/1972 art. 35
    Rule("contacts", "law", ("W209", "W821")),  # D.Lgs. 70/2003 art. 7
    Rule("privacy-link", "law", ("W822",)),  # GDPR art. 13
    Rule("consent-box", "law", ("E823",)),  # GDPR recital 32; CJEU C-673/17
    Rule("consent-apart", "law", ("W824",)),  # GDPR art. 7
    Rule("testimonial-consent", "law", ("W405",)),
    Rule("review-note", "law", ("W825",)),  # D.Lgs. 26/2023
    Rule("price-vat", "law", ("W826",)),  # D.Lgs. 70/2003 art. 7
    Rule("law-4-2013", "law", ("W827",)),  # L. 4/2013 art. 1 c. 3
)
HOME = "index.html"

_PRIVACY = re.compile(r"privacy|informativa|riservatezza|data[ -]protection", re.IGNORECASE)
_MARKETING = re.compile(
    r"newsletter|marketing|promozional|offerte commerciali|promotional|special offers", re.IGNORECASE
)
_VAT = re.compile(
    r"(?<!P\. )(?<!P\.)(?<!partita )\bIVA\b|\bVAT\b(?! (?:no\b|number|id))|\bimposte\b|\bforfett", re.IGNORECASE
)
_LAW_4 = re.compile(r"4\s*/\s*2013|n\. 4 del|14 gennaio 2013", re.IGNORECASE)
_VALUE = re.compile(r"\bvalue=\"[^\"]*\"")
_OWN_FORMS = ("contact", "comments", "newsletter")
_OFF = ("", "false", "no")
_UNTYPED = frozenset(("", "text", "email", "tel"))


def check(subject: Subject) -> Iterator[Problem]:
    """All that is missing or wrong before the law."""
    business, config = subject.site.config.business, subject.site.config
    if business is not None and business.kind != "private" and _is_italian(config):
        yield from _who_answers(subject, business)
    yield from _forms(subject)
    if _is_italian(config):
        yield from _reviews(subject)
        yield from _prices(subject)


def _is_italian(config: Config) -> bool:
    if config.business is None:
        return config.language.startswith("it")
    return config.business.kind != "private" and config.business.address.country in ("", "IT")


def _who_answers(subject: Subject, business: Business) -> Iterator[Problem]:
    home = next((page for page in subject.pages if page.path == HOME), None)
    if home is None:
        return
    read = visible(home.html())
    number = business.vat_id.removeprefix("IT").strip()
    if number and number not in read.replace(" ", ""):
        yield problem("E820", Finder(subject).field(home, "title"), number=number)
    if business.law4_2013 not in _OFF and not (_LAW_4.search(read) or _plain(business.law4_2013) in read):
        yield problem("W827", _setting(subject, "business", "law4_2013"))
    wanted = {
        "legal_name": business.legal_name or business.trading_name,
        "address": business.address.city if business.address.public else "",
        "email": business.email,
    }
    missing = {name: _plain(value) for name, value in wanted.items() if value and _plain(value) not in read}
    for page in subject.pages if missing else ():
        read = visible(page.html())
        missing = {name: value for name, value in missing.items() if value not in read}
    if missing:
        yield problem("W821", _setting(subject, "business"), fields=", ".join(missing))


class _Form(NamedTuple):
    """A form that asks for personal data. `name` is what it is called in `site.yaml`, if it is one of those; `marketing` is a
    word in it that speaks of advertising, `ticked` the name of a box that is ticked beforehand.
    """

    name: str
    marketing: str
    ticked: str


class _Written(NamedTuple):
    """A form as it stands on a page, from where it begins to its end; whether the notice on privacy can be reached from it, or from the
    main part of its page.
    """

    begin: int
    html: str
    leads_to_privacy: bool
    has_privacy_beside: bool


def _forms(subject: Subject) -> Iterator[Problem]:
    finder, said = Finder(subject), set()
    found = (each for page in subject.pages for written in _written_forms(page, subject)
             if (form := _read_form(_VALUE.sub("", written.html)))
             for each in _wrong_with(form, written, page, finder))  # fmt: skip
    for each in told(found):
        if each not in said:
            said.add(each)
            yield each


def _written_forms(page: Page, subject: Subject) -> Iterator[_Written]:
    html = page.html()
    begin = html.find("<form")
    links = subject.facts()[page.path].links if begin >= 0 else ()
    notices = [link.at for link in links if _leads_to_privacy(link)]
    end = html.find("</main>")
    is_beside = _holds(notices, max(html.find("<main"), 0), end if end >= 0 else len(html))
    while begin >= 0:
        end = html.find("</form>", begin)
        whole = end if end >= 0 else len(html)
        yield _Written(begin, html[begin:whole], _holds(notices, begin, whole), is_beside)
        begin = html.find("<form", end) if end >= 0 else -1


def _leads_to_privacy(link: Link) -> bool:
    return bool(_PRIVACY.search(link.href) or _PRIVACY.search(link.text))


def _holds(places: list[int], begin: int, end: int) -> bool:
    """Whether one of the places, in their order, is between two others."""
    number = bisect_left(places, begin)
    return number < len(places) and places[number] < end


@lru_cache(1000)
def _read_form(written: str) -> _Form | None:
    """A form without its values, in which those of many pages are alike; None of one that sends no personal data."""
    elements = [(name, attributes) for _, name, attributes in _elements(written)]
    own = elements[0][1] if elements else {}
    asks_for_message = any(name == "textarea" for name, _ in elements)
    inputs = [attributes for name, attributes in elements if name == "input"]
    if own.get("role") == "search" or own.get("method", "get").lower() == "get":
        return None
    if not asks_for_message and not any(each.get("type", "") in _UNTYPED for each in inputs):
        return None
    boxes = [each for each in inputs if each.get("type") == "checkbox"]
    ticked = next((each.get("name", "") or "checkbox" for each in boxes if _is_ticked(each)), "")
    marketing = _MARKETING.search(visible(written)) if asks_for_message and len(boxes) < 2 else None
    return _Form(own.get("name", ""), marketing[0] if marketing else "", ticked)


def _is_ticked(box: dict[str, str]) -> bool:
    return box.get("type") == "checkbox" and "checked" in box


def _ticked(written: _Written) -> int:
    """Where the first box of a form begins that is ticked, in its page."""
    boxes = (at for at, name, attributes in _elements(written.html) if name == "input" and _is_ticked(attributes))
    return written.begin + next(boxes, 0)


def _elements(html: str) -> Iterator[tuple[int, str, dict[str, str]]]:
    """Where each element begins, its name and its attributes."""
    for token in tags.TOKEN.finditer(html):
        if (tag := tags.TAG.match(token[0])) and tag[0][1] != "/":
            yield token.start(), tag[1].lower(), _attributes(tag[0])


def _wrong_with(form: _Form, written: _Written, page: Page, finder: Finder) -> Iterator[Found]:
    """All that is wrong with a form; what `site.yaml` says of it is told there."""
    subject = finder.subject
    own = form.name in _OWN_FORMS and getattr(subject.site.config.forms, form.name) is not None
    if form.ticked:
        yield Found(page, finder.element(page, _ticked(written)), "E823", {"name": form.ticked})
    if form.marketing:
        place = _setting(subject, "forms", form.name, "consent") if own else finder.element(page, written.begin)
        yield Found(page, place, "W824", {"written": form.marketing})
    if not written.leads_to_privacy and (own or not written.has_privacy_beside):
        place = _setting(subject, "forms", form.name) if own else finder.element(page, written.begin)
        yield Found(page, place, "W822", {"name": form.name if own else ""})


def _reviews(subject: Subject) -> Iterator[Problem]:
    shown = subject.site.of("testimonials")
    if not subject.site.config.testimonials.note and any(not item.meta.verified for item in shown):
        yield problem("W825", _setting(subject, "testimonials"))


def _prices(subject: Subject) -> Iterator[Problem]:
    place, field = next(_priced(subject), (None, ""))
    if place is None:
        return
    sources = {item.source for item in subject.items() if item.kind in ("pages", "services")}
    if not any(_VAT.search(visible(page.html())) for page in subject.pages if page.source in sources):
        yield problem("W826", place, cause=f"vat.{field}")


def _priced(subject: Subject) -> Iterator[tuple[Place, str]]:
    """Where amounts are written that visitors see, and in which field or kind of section."""
    for item in subject.site.of("services"):
        if item.meta.price and item.meta.price.amount is not None:
            yield item.place("price"), "price"
        elif item.meta.packages:
            yield item.place("packages"), "packages"
    for item in subject.site.of("pages"):
        if any(getattr(section, "plans", ()) for section in item.meta.sections):
            yield item.place("sections"), "plans"


def visible(html: str) -> str:
    """What a visitor reads of a page, its spaces made single."""
    return _plain(unescape(" ".join(tags.TOKEN.split(html)[::2])))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _attributes(tag: str) -> dict[str, str]:
    return {found[1].lower(): tags.value(found) for found in tags.ATTRIBUTE.finditer(tag.lstrip("<"))}


def _setting(subject: Subject, *names: str) -> Place:
    """Where a setting is written in `site.yaml`, else the one that it would stand in, else the first line."""
    node, place = from_yaml(subject.text(CONFIG), CONFIG), Place(CONFIG, 1)
    for name in names:
        if not isinstance(node, Mapping) or name not in {key.text for key, _ in node.entries}:
            return place
        place = node.place_of(name)
        inner = node.get(name)
        node = inner if inner is not None else Scalar("", True, place)
    return place
