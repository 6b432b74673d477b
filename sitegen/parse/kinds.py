"""The kinds of document and their fields. A field is one line here: its name, its type and its default; the type alone
says how the written value is converted and checked (see `parse.fields`).
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal

import msgspec

from sitegen.parse.fields import (
    Anchor,
    Contact,
    Count,
    Email,
    FilePath,
    Labels,
    Longest,
    Named,
    Ref,
    Single,
    Target,
    Text,
    UnlessDraft,
    Variants,
    WebAddress,
    Within,
    Words,
)
from sitegen.parse.fragment import Fragment

Short = Annotated[Text, Longest(160)]
Per = Annotated[
    Literal["", "month", "hour", "project", "trip"],
    Words((("mese", "month"), ("ora", "hour"), ("progetto", "project"), ("viaggio", "trip"))),
]


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """An image. An empty `alt` says that it is decoration."""

    src: FilePath
    alt: Text


class Cover(Picture, frozen=True, kw_only=True):
    """The featured image."""

    caption: Text = Text("")
    credit: Text = Text("")


class Seo(msgspec.Struct, frozen=True, kw_only=True):
    """What search engines and shared links see instead of the page's own title, description and cover."""

    title: Text = Text("")
    description: Text = Text("")
    image: FilePath | None = None
    noindex: bool = False


class Cta(msgspec.Struct, frozen=True, kw_only=True):
    """A button."""

    label: Text
    target: Target


class Price(msgspec.Struct, frozen=True, kw_only=True):
    """What it costs; `quote` has no amount."""

    mode: Literal["fixed", "from", "hourly", "packages", "quote"]
    amount: Decimal | None = None
    currency: str = "EUR"
    per: Per = ""
    note: Text = Text("")


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """A plan with its price."""

    name: Text
    amount: Decimal
    hours: Text = Text("")
    unit_note: Text = Text("")
    features: tuple[Text, ...] = ()
    best: bool = False
    cta: Cta | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step of how the work starts."""

    title: Text
    when: Text = Text("")
    text: Fragment = Fragment()


class QuestionAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A question of one page."""

    q: Text
    a: Fragment


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A short label with its value."""

    label: Text
    value: Text
    unit: Text = Text("")


class Result(Fact, frozen=True, kw_only=True):
    """What a case study has come to."""

    before: Text = Text("")
    after: Text = Text("")


class DiaryEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the diary page in the hero."""

    text: Text
    time: Text = Text("")
    note: Text = Text("")
    done: bool = False
    free: bool = False


class Diary(msgspec.Struct, frozen=True, kw_only=True):
    """The diary page in the hero; `label` is its text alternative."""

    label: Text
    entries: tuple[DiaryEntry, ...]
    day: Text = Text("")
    weekday: Text = Text("")
    month: Text = Text("")
    week: Text = Text("")
    note: Text = Text("")
    sign: Text = Text("")


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """That the person agreed to be quoted."""

    given: bool = False
    date: datetime | None = None
    scope: Text = Text("")
    proof: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True, tag_field="struct"):
    """A section of a page, one struct a type (see `SECTIONS`)."""

    type: str
    id: Anchor = Anchor("")
    title: Text = Text("")
    eyebrow: Text = Text("")
    text: Fragment | None = None
    note: Text = Text("")
    cta: Cta | None = None


class Invitation(Section, frozen=True, kw_only=True, tag=True):
    """A section that calls to act: it may have a second button."""

    cta2: Cta | None = None
    sunken: bool = False


class Hero(Section, frozen=True, kw_only=True, tag=True):
    """The opening of the home page; `highlight` marks words of the title."""

    highlight: Text = Text("")
    agenda: Diary | None = None
    image: Picture | None = None
    cta2: Cta | None = None
    sunken: bool = False


class Items(Section, frozen=True, kw_only=True, tag=True):
    """A list of short texts: names of tools, sentences in which the reader recognises herself."""

    sunken: bool = False
    items: tuple[Text, ...] = ()


class Voices(Section, frozen=True, kw_only=True, tag=True):
    """Testimonials, on a ground of their own: those named, else all."""

    ids: tuple[Ref, ...] = ()
    limit: Count = 0


class Chosen(Section, frozen=True, kw_only=True, tag=True):
    """Documents of one kind: those named, else all."""

    sunken: bool = False
    ids: tuple[Ref, ...] = ()
    limit: Count = 0


class Steps(Section, frozen=True, kw_only=True, tag=True):
    """How the work starts."""

    sunken: bool = False
    items: tuple[Step, ...] = ()


class Plans(Section, frozen=True, kw_only=True, tag=True):
    """Packages side by side."""

    sunken: bool = False
    plans: tuple[Package, ...] = ()


class About(Section, frozen=True, kw_only=True, tag=True):
    """Who she is."""

    sunken: bool = False
    author: Ref | None = None
    image: Picture | None = None


class Questions(Section, frozen=True, kw_only=True, tag=True):
    """Questions from `content/faq`, by group."""

    sunken: bool = False
    groups: tuple[Text, ...] = ()


class MagnetSection(Section, frozen=True, kw_only=True, tag=True):
    """A lead magnet with its form."""

    sunken: bool = False
    magnet: Ref


class Facts(Section, frozen=True, kw_only=True, tag=True):
    """Labels and values."""

    sunken: bool = False
    items: tuple[Fact, ...] = ()


SECTIONS: dict[str, type[Section]] = {
    "hero": Hero,
    "tools": Items,
    "signs": Items,
    "services": Chosen,
    "steps": Steps,
    "voices": Voices,
    "plans": Plans,
    "about": About,
    "blog": Chosen,
    "cases": Chosen,
    "faq": Questions,
    "magnet": MagnetSection,
    "contact": Invitation,
    "facts": Facts,
    "closing": Invitation,
}

AnySection = Annotated[
    Invitation | Hero | Items | Voices | Chosen | Steps | Plans | About | Questions | MagnetSection | Facts,
    Variants("type", tuple(SECTIONS.items())),
]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What `sitegen check` is told: rules that it leaves out, each with the reason."""

    mute: dict[str, Named] = {}


class Meta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The fields that every document may have."""

    draft: bool = False
    date: datetime | None = None
    expires: datetime | None = None
    check: Checked = Checked()
    extra: dict[str, object] = {}


class Paged(Meta, frozen=True, kw_only=True):
    """A document that has a page, or is one."""

    slug: str = ""
    description: Text = Text("")
    aliases: tuple[str, ...] = ()
    seo: Seo = Seo()
    menu_title: Text = Text("")


class Titled(Paged, frozen=True, kw_only=True):
    """A document whose page is its own text."""

    title: Text
    cover: Cover | None = None
    data: tuple[Ref, ...] = ()


class Page(Titled, frozen=True, kw_only=True):
    """A page: home, about, prices, legal …"""

    layout: Literal["page", "home", "legal", "thanks", "notfound"] = "page"
    lead: Text = Text("")
    eyebrow: Text = Text("")
    updated: datetime | None = None
    toc: bool | None = None
    sections: tuple[AnySection, ...] = ()


class Post(Titled, frozen=True, kw_only=True):
    """A blog post."""

    date: Annotated[datetime, UnlessDraft()]
    updated: datetime | None = None
    author: Annotated[Ref, Single()] | None = None
    category: Annotated[Text, Single()] = Text("")
    tags: Annotated[tuple[Text, ...], Labels()] = ()
    excerpt: Short = Text("")
    dek: Text = Text("")
    comments: bool = True
    related_service: Ref | None = None
    related: tuple[Ref, ...] = ()
    cta: Cta | None = None
    series: Text = Text("")
    canonical: WebAddress = WebAddress("")
    toc: bool | None = None


class Service(Titled, frozen=True, kw_only=True):
    """What she sells."""

    summary: Short
    tab: Text = Text("")
    lead: Text = Text("")
    icon: str = ""
    audience: tuple[Text, ...] = ()
    not_for: tuple[Text, ...] = ()
    deliverables: tuple[Text, ...] = ()
    price: Price | None = None
    packages: tuple[Package, ...] = ()
    commitment: Text = Text("")
    response_time: Text = Text("")
    start_in: Text = Text("")
    steps: tuple[Step, ...] = ()
    faq: tuple[QuestionAnswer, ...] = ()
    cta: Cta | None = None
    testimonials: tuple[Ref, ...] = ()
    related: tuple[Ref, ...] = ()
    weight: int = 0
    toc: bool | None = None
    sections: tuple[AnySection, ...] = ()


class Testimonial(Meta, frozen=True, kw_only=True):
    """A quote; without consent it is not shown."""

    role: Text
    date: Annotated[datetime, UnlessDraft()]
    name: Text = Text("")
    initials: str = ""
    company: Text = Text("")
    url: WebAddress = WebAddress("")
    photo: Picture | None = None
    rating: Annotated[int, Within(1, 5)] = 0
    service: tuple[Ref, ...] = ()
    consent: Consent = Consent()
    verified: Text = Text("")
    sample: bool = False
    weight: int = 0

    @property
    def title(self) -> str:
        """What it is listed by."""
        return self.name or self.initials


class PersonLink(msgspec.Struct, frozen=True, kw_only=True):
    """An address of a person elsewhere."""

    label: Text
    url: Contact


class Author(Paged, frozen=True, kw_only=True):
    """Who writes."""

    name: Text
    given: Text = Text("")
    job: Text = Text("")
    company: Text = Text("")
    company_url: WebAddress = WebAddress("")
    bio_short: Short = Text("")
    photo: Picture | None = None
    email: Email = Email("")
    links: tuple[PersonLink, ...] = ()
    knows_about: tuple[Text, ...] = ()
    languages: tuple[Text, ...] = ()
    credentials: tuple[Text, ...] = ()
    gender: Literal["", "f", "m"] = ""

    @property
    def title(self) -> str:
        """What the page is called."""
        return self.name


class Case(Titled, frozen=True, kw_only=True):
    """A case study."""

    client: Text
    sector: Text = Text("")
    size: Text = Text("")
    summary: Short = Text("")
    problem: Fragment = Fragment()
    work: Fragment = Fragment()
    results: tuple[Result, ...] = ()
    services: tuple[Ref, ...] = ()
    quote: Text = Text("")
    quote_by: Text = Text("")
    consent: Consent = Consent()
    sample: bool = False
    weight: int = 0


class Faq(Meta, frozen=True, kw_only=True):
    """A question (the title) and its answer (the body). The `slug` is its anchor."""

    title: Text
    slug: str = ""
    weight: int = 0
    group: Text = Text("")


class Magnet(Titled, frozen=True, kw_only=True):
    """Something to download in exchange for an address."""

    promise: Text
    file: FilePath | None = None
    pages: Count = 0
    form: Literal["newsletter", "contact", "none"] = "newsletter"
    thanks: Target | None = None
    summary: Short = Text("")


Kind = Literal["pages", "posts", "services", "testimonials", "authors", "cases", "faq", "magnets"]

KINDS: dict[Kind, type[Meta]] = {
    "pages": Page,
    "posts": Post,
    "services": Service,
    "testimonials": Testimonial,
    "authors": Author,
    "cases": Case,
    "faq": Faq,
    "magnets": Magnet,
}


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment, from the file beside its post."""

    id: str
    name: Text
    date: datetime
    text: str
    parent: str = ""
    author: Ref | None = None
