"""Documents → the small views that lists, sections and boxes show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache

from msgspec import structs

from sitegen import dates
from sitegen.model.site import Item, Site
from sitegen.model.terms import Term, path_of
from sitegen.parse import config as configuration
from sitegen.parse import kinds
from sitegen.parse.fields import Target
from sitegen.parse.fragment import Fragment
from sitegen.parse.markdown.contents import outline
from sitegen.parse.theme import Theme
from sitegen.paths import SourcePath
from sitegen.plan import views
from sitegen.plan.anchors import anchor_of_question, anchors_of_questions
from sitegen.plan.covers import cover_of, is_drawn
from sitegen.plan.links import NO_BODY, Linker
from sitegen.plan.sights import Asked
from sitegen.problems import problem
from sitegen.slugs import slugify_file
from sitegen.words import initials

EXCERPT = 160
COLLECTORS = ("netlify", "none")
"""Hosts that collect forms by themselves (https://docs.netlify.com/manage/forms/setup/), or may do so."""


class Cards:
    """Makes each card once; a post shown in ten lists is one card."""

    def __init__(self, site: Site, theme: Theme, linker: Linker) -> None:
        self.site = site
        self.theme = theme
        self.config = site.config
        self.linker = linker
        self._posts: dict[str, tuple[views.PostCard, Asked]] = {}
        self._people: dict[str, tuple[views.Person, Asked]] = {}

    def date(self, moment: datetime) -> views.Date:
        """A moment for people and machines."""
        return views.Date(dates.iso(moment), dates.in_words(moment, self.config.language))

    def link(self, cta: kinds.Cta | None) -> views.Link | None:
        """A button; None where its target is held back."""
        url = self.linker.link(cta.target) if cta else ""
        return views.Link(cta.label, url) if cta and url else None

    def post(self, item: Item) -> views.PostCard:
        """A post in a list."""
        if item.id not in self._posts:
            self._posts[item.id] = self.linker.watch(lambda: self._post(item))
        card, asked = self._posts[item.id]
        self.linker.asking.also(asked)
        return card

    def _post(self, item: Item) -> views.PostCard:
        return views.PostCard(
            url=item.url,
            absolute=self.linker.absolute(item.url),
            title=item.meta.title,
            date=self.date(item.meta.date),
            excerpt=excerpt_of(item),
            cover=self.cover(item),
            category=self.category(item),
            author=author.name if (author := self.author_of(item)) else "",
            minutes=item.trace.minutes,
        )

    def cover(self, item: Item) -> views.Image | None:
        """The picture of a document: its own, else the one that the theme draws."""
        if is_drawn(item, self.theme):
            return cover_of(item, self.config.base)
        return self.linker.image(item.meta.cover, item.source)

    def category(self, item: Item) -> views.Link | None:
        """A post's category."""
        term = self.site.categories.get(path_of(item.meta.category, self.config.language))
        return views.Link(term.label, term.url) if term else None

    def service(self, item: Item) -> views.ServiceCard:
        """A service in a list."""
        meta = item.meta
        return views.ServiceCard(item.url, meta.title, meta.tab, meta.summary, meta.icon, self.price(meta.price))

    def case(self, item: Item) -> views.CaseCard:
        """A case study in a list."""
        meta = item.meta
        return views.CaseCard(item.url, meta.title, meta.client, meta.sector, meta.summary, meta.sample)

    def price(self, price: kinds.Price | None) -> views.Price | None:
        """What it costs."""
        if price is None:
            return None
        amount = price.amount
        return views.Price(
            mode=price.mode,
            amount=money(amount, price.currency, self.config.language) if amount is not None else "",
            value=f"{amount:.2f}" if amount is not None else "",
            currency=price.currency,
            per=price.per or ("hour" if price.mode == "hourly" else ""),
            note=price.note,
        )

    def plan(self, package: kinds.Package) -> views.Plan:
        """A package with its price."""
        return views.Plan(
            name=package.name,
            hours=package.hours,
            amount=money(package.amount, "EUR", self.config.language),
            value=f"{package.amount:.2f}",
            unit_note=package.unit_note,
            features=package.features,
            best=package.best,
            cta=self.link(package.cta),
        )

    def steps(self, steps: Iterable[kinds.Step], source: SourcePath, prefix: str = "") -> tuple[views.Step, ...]:
        """The steps of how the work starts."""
        return tuple(
            views.Step(step.when, step.title, self.linker.body(step.text, source, f"{prefix}step-{number}-"))
            for number, step in enumerate(steps, 1)
        )

    def author_of(self, item: Item) -> views.Person | None:
        """Who wrote a post: its own author, else the site's."""
        ref = item.meta.author or self.config.author
        return self.person(ref.id) if ref else None

    def with_bio(self, person: views.Person, prefix: str = "") -> views.Person:
        """An author with the whole text."""
        return structs.replace(person, bio=self.linker.text(self.site.shown["authors"][person.id], prefix))

    def person(self, id_: str) -> views.Person | None:
        """An author by id, without the text, which few pages show; None where it is held back."""
        item = self.site.shown["authors"].get(id_)
        if item is None:
            return None
        if id_ not in self._people:
            self._people[id_] = self.linker.watch(lambda: self._person(item))
        person, asked = self._people[id_]
        self.linker.asking.also(asked)
        return person

    def _person(self, item: Item) -> views.Person:
        meta: kinds.Author = item.meta
        return views.Person(
            id=item.id,
            name=meta.name,
            given=meta.given or meta.name.partition(" ")[0],
            initials=initials(meta.name),
            url=item.url,
            job=meta.job,
            company=meta.company,
            company_url=meta.company_url,
            bio_short=meta.bio_short,
            bio=NO_BODY,
            photo=self.linker.image(meta.photo, item.source),
            email=meta.email,
            links=tuple(views.Link(link.label, link.url) for link in meta.links),
            gender=meta.gender,
            knows_about=meta.knows_about,
            languages=meta.languages,
            credentials=meta.credentials,
            extra=meta.extra,
        )

    def testimonial(self, item: Item, prefix: str = "") -> views.Testimonial:
        """A quote."""
        meta: kinds.Testimonial = item.meta
        services = (self.site.shown["services"].get(ref.id) for ref in meta.service)
        return views.Testimonial(
            id=item.id,
            quote=self.linker.text(item, f"{prefix}{slugify_file(item.id)}-"),
            name=meta.name or meta.initials,
            initials=initials(meta.initials or meta.name),
            role=meta.role,
            company=meta.company,
            url=meta.url,
            photo=self.linker.image(meta.photo, item.source),
            rating=meta.rating,
            verified=meta.verified,
            sample=meta.sample,
            services=tuple(views.Link(each.meta.title, each.url) for each in services if each),
            extra=meta.extra,
        )

    def question(self, item: Item, prefix: str = "") -> views.Question:
        """A question of `content/faq`."""
        return views.Question(
            item.meta.title,
            self.linker.text(item, f"{prefix}{slugify_file(item.id)}-"),
            anchor_of_question(item),
            item.meta.extra,
        )

    def questions(self, pairs: tuple[kinds.QuestionAnswer, ...], source: SourcePath) -> tuple[views.Question, ...]:
        """The questions of one page."""
        return tuple(
            views.Question(pair.q, self.linker.body(pair.a, source, f"answer-{number}-"), anchor)
            for number, (pair, anchor) in enumerate(zip(pairs, anchors_of_questions(pairs), strict=True), 1)
        )

    def form(self, id_: str, choices: tuple[str, ...] = (), thanks: Target | None = None) -> views.Form | None:
        """A form of `forms:`; None where there is no such form. `thanks` is another page than its own to go on to."""
        form: configuration.Form | None = getattr(self.config.forms, id_, None)
        if form is None:
            return None
        contact = self.config.forms.contact
        privacy = form.privacy or (contact.privacy if contact else None)
        return views.Form(
            id=id_,
            action=self.linker.program(form.action),
            redirect=self.linker.link(thanks or form.redirect),
            subject=form.subject,
            consent=form.consent,
            privacy=self.linker.link(privacy),
            choices=choices,
            collected=self.config.hosting in COLLECTORS and form.action.to.startswith("/"),
        )

    def magnet(self, item: Item) -> views.Magnet:
        """A lead magnet."""
        meta: kinds.Magnet = item.meta
        return views.Magnet(
            title=meta.title,
            url=item.url,
            promise=meta.promise,
            summary=meta.summary,
            pages=meta.pages,
            file=self.linker.file(meta.file, item.source),
            form=self._magnet_form(meta, item),
        )

    def _magnet_form(self, meta: kinds.Magnet, item: Item) -> views.Form | None:
        form = self.form(meta.form, thanks=meta.thanks)
        if meta.thanks and form is None:
            self.linker.tell(problem("W208", item.place("thanks"), field="thanks", why="form"))
        return form

    def term(self, term: Term, children: tuple[views.Term, ...] = ()) -> views.Term:
        """A category or tag with its number of posts."""
        return views.Term(term.label, term.url, len(term.posts), children)


def excerpt_of(item: Item) -> str:
    """A post's own excerpt, else the beginning of its text, cut between words."""
    return str(item.meta.excerpt) or shortened(item.body.excerpt)


def description_of(item: Item) -> str:
    """What search engines show below the title of a document: its own words for that, else what it says of itself in short, else the
    beginning of its first text.
    """
    meta = item.meta
    if item.kind == "posts":
        return meta.description or excerpt_of(item)
    short = (getattr(meta, name, "") for name in ("description", "summary", "lead", "bio_short", "promise"))
    texts = (item.body, getattr(meta, "problem", None), *(each.text for each in getattr(meta, "sections", ())))
    return next(filter(None, short), "") or shortened(
        next((each.excerpt for each in texts if each and each.excerpt), "")
    )


def naming_of(item: Item) -> str:
    """What tells a document without any text from all others: its title, with its category or the titles of its sections."""
    meta = item.meta
    label = getattr(meta, "category", "").rpartition("/")[2].strip()
    names = filter(None, (label, *(each.title for each in getattr(meta, "sections", ()))))
    return shortened(": ".join(filter(None, (meta.title, " · ".join(names)))))


def shortened(text: str) -> str:
    """A text of the length of an excerpt at most, cut between words."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rsplit(None, 1)[0].rstrip(" ,;:.–-·") + "…"


@cache
def money(amount: Decimal, currency: str, language: str) -> str:
    """«320 €», «37,50 €», «1.050 €»: cents only where there are any; the symbol after the number as in Italian, or as the
    language wants it.
    """
    from babel.numbers import format_currency  # heavy, and most sites show few prices

    whole = amount == amount.to_integral_value()
    locale = language.replace("-", "_")
    pattern = "#,##0 ¤" if language.startswith("it") else "¤#,##0"
    text = format_currency(amount, currency, pattern if whole else pattern.replace("0 ¤", "0.00 ¤").replace("¤#,##0", "¤#,##0.00"),
                           locale=locale, currency_digits=False)  # fmt: skip
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def toc_of(body: Fragment, wanted: bool | None) -> tuple[views.TocItem, ...]:
    """The table of contents that a page shows of itself: none where its text has one. Unless the document says otherwise,
    three second-level headings make one worth showing.
    """
    few = sum(heading.level == 2 for heading in body.headings) < 3
    if body.has_contents or wanted is False or (wanted is None and few):
        return ()
    return tuple(
        views.TocItem(top.id, top.text, tuple(views.TocItem(each.id, each.text, ()) for each in below))
        for top, below in outline(body.headings)
    )
