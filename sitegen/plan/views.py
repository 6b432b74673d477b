"""All that a template can see. A view is frozen, holds no pointer back to the model, and is the thing that is hashed:
what is not here cannot appear on a page. All addresses are root-relative (`/sub/blog/a/`) unless named `absolute`.

Every template gets the fields of `View` as its variables; `page` is one of the `…Page` structs below.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from sitegen.digest import Digest


class Choice(msgspec.Struct, frozen=True):
    """Files of one type (`image/avif`) that show the same picture, as the value of a `srcset`."""

    type: str
    srcset: str


class Image(msgspec.Struct, frozen=True):
    """`alt` may be empty (decorative). `width` and `height` in CSS pixels, 0 where not known. `choices` are what a browser may
    take in place of `url`, the best first.
    """

    url: str
    alt: str
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    choices: tuple[Choice, ...] = ()


class Embed(msgspec.Struct, frozen=True):
    """A video, a map or a calendar (`kind`) of another site, `provider` by its name, "" for a film of the site itself; who presses for it is known to `receiver` from
    then on. `url` is its address there, `frame` what a frame shows of it, "" where there can be none. `script` is the file that makes
    the frame, `sheet` the stylesheet for it, "" where the theme has none.
    """

    kind: Literal["video", "map", "calendar"]
    provider: str
    receiver: str
    url: str
    frame: str = ""
    script: str = ""
    sheet: str = ""


class File(msgspec.Struct, frozen=True):
    """A file to download: `name` without its folder, `end` in capitals («PDF»), `size` for the reader («1,2 MB», "" where it is not known)."""

    url: str
    name: str
    end: str
    size: str


class Home(msgspec.Struct, frozen=True):
    """The site's home page, by its address, and by that with host; `language` is the site's."""

    url: str
    absolute: str
    language: str


class Component(msgspec.Struct, frozen=True):
    """A component of a text, shown by its `template`, "" in a feed where the theme has none; `made_by` is a digest of all that this
    is made of. The partial gets each of `fields` as a variable, and `component` (this), `shown` and `body` (its text as HTML).
    `shown` is a form or the table of contents, `id` unique on the page, `page` the one that it stands on, `sheet` the stylesheet that it
    asks for, "" where there is none.
    """

    name: str
    template: str
    made_by: Digest
    id: str
    fields: dict[str, object]
    shown: Form | tuple[TocItem, ...] | None
    page: Link
    home: Home
    sheet: str


class Body(msgspec.Struct, frozen=True):
    """Converted Markdown, shown in a template by the filter `html`: `{{ page.body | html }}` (`| plain` gives its text,
    without tags). `fragment` is the digest of the fragment, `targets` what goes into its slots, in order, an
    address, a picture, a component or what another site shows; `words` is 0
    where there is nothing to show, and an empty body is false. `prefix` goes before the ids of its notes, "" for the text
    of the page itself: several texts of one page have notes of the same names. `notes` says that it has any.
    """

    fragment: Digest
    targets: tuple[str | Image | Embed | Component, ...] = ()
    words: int = 0
    prefix: str = ""
    notes: bool = False

    def __bool__(self) -> bool:
        return self.words > 0 or bool(self.targets)


class Date(msgspec.Struct, frozen=True):
    """`iso` with zone offset (for `datetime=`, feeds), `words` in the site's language («1° marzo 2026»)."""

    iso: str
    words: str


class Link(msgspec.Struct, frozen=True):
    """`current` is "page" on the very page, "true" below it, else "" (the value of `aria-current`)."""

    label: str
    url: str
    current: str = ""


class MenuItem(msgspec.Struct, frozen=True):
    """An entry of a menu. `url` is "" for an entry that only groups its children."""

    label: str
    url: str
    current: str = ""
    children: tuple[MenuItem, ...] = ()


class Term(msgspec.Struct, frozen=True):
    """A category or tag, with how many published posts it has (its children's counted)."""

    label: str
    url: str
    count: int
    children: tuple[Term, ...] = ()


class Person(msgspec.Struct, frozen=True):
    """An author. `url` is the author's archive; `initials` is one or two capitals for the monogram. `bio` is empty but on
    the author's own page and, where there is no `bio_short`, on the author's posts.
    """

    id: str
    name: str
    given: str
    initials: str
    url: str
    job: str
    company: str
    company_url: str
    bio_short: str
    bio: Body
    photo: Image | None
    email: str
    links: tuple[Link, ...]
    gender: str
    knows_about: tuple[str, ...]
    languages: tuple[str, ...]
    credentials: tuple[str, ...]
    extra: dict[str, object]


class Price(msgspec.Struct, frozen=True):
    """`mode` is fixed, from, hourly, packages or quote; `amount` is written for the reader («1.050 €», "" when there is
    none) and `value` for machines ("1050.00"); `per` is month, hour, project, trip or "".
    """

    mode: str
    amount: str
    value: str
    currency: str
    per: str
    note: str


class PostCard(msgspec.Struct, frozen=True):
    """A post as a list shows it. `absolute` is its address with host; `minutes` the reading time, at least 1."""

    url: str
    absolute: str
    title: str
    date: Date
    excerpt: str
    cover: Image | None
    category: Link | None
    author: str
    minutes: int


class ServiceCard(msgspec.Struct, frozen=True):
    """A service as a list shows it."""

    url: str
    title: str
    tab: str
    summary: str
    icon: str
    price: Price | None


class CaseCard(msgspec.Struct, frozen=True):
    """A case study as a list shows it."""

    url: str
    title: str
    client: str
    sector: str
    summary: str
    sample: bool


class Plan(msgspec.Struct, frozen=True):
    """A package with its price. `amount` is written for the reader («600 €»), `value` for machines ("600.00")."""

    name: str
    hours: str
    amount: str
    value: str
    unit_note: str
    features: tuple[str, ...]
    best: bool
    cta: Link | None


class Step(msgspec.Struct, frozen=True):
    """A step of how the work starts."""

    when: str
    title: str
    text: Body


class Fact(msgspec.Struct, frozen=True):
    """A short label and its value; `before` and `after` only for results of a case study."""

    label: str
    value: str
    unit: str = ""
    before: str = ""
    after: str = ""


class Question(msgspec.Struct, frozen=True):
    """A question with its answer; `anchor` is unique on the page."""

    question: str
    answer: Body
    anchor: str
    extra: dict[str, object] = {}


class QuestionGroup(msgspec.Struct, frozen=True):
    """Questions under one heading; `title` may be ""."""

    title: str
    anchor: str
    questions: tuple[Question, ...]


class Testimonial(msgspec.Struct, frozen=True):
    """A quote with consent. `sample` says that it is made up, and the page must say so."""

    id: str
    quote: Body
    name: str
    initials: str
    role: str
    company: str
    url: str
    photo: Image | None
    rating: int
    verified: str
    sample: bool
    services: tuple[Link, ...]
    extra: dict[str, object]


class Comment(msgspec.Struct, frozen=True):
    """A published comment. `id` is an anchor (`comment-3`); `by_author` marks the site's own author."""

    id: str
    name: str
    date: Date
    paragraphs: tuple[str, ...]
    by_author: bool
    replies: tuple[Comment, ...] = ()


class TocItem(msgspec.Struct, frozen=True):
    """A heading of the body with those below it."""

    id: str
    text: str
    children: tuple[TocItem, ...] = ()


class Form(msgspec.Struct, frozen=True):
    """A form that posts to `action`. `privacy` is the address of the privacy page, "" where none is set; `choices` fill
    the field "what do you need"; `collected` says that the site's own host may collect what is sent.
    """

    id: str
    action: str
    redirect: str
    subject: str
    consent: str
    privacy: str
    choices: tuple[str, ...] = ()
    collected: bool = False


class DiaryEntry(msgspec.Struct, frozen=True):
    """A line of the diary page in the hero."""

    time: str
    text: str
    note: str
    done: bool
    free: bool


class Diary(msgspec.Struct, frozen=True):
    """The diary page in the hero; `label` is its text alternative."""

    day: str
    weekday: str
    month: str
    week: str
    label: str
    note: str
    sign: str
    entries: tuple[DiaryEntry, ...]


class Magnet(msgspec.Struct, frozen=True):
    """A lead magnet. `file` is the address of the file itself, for the thank-you page."""

    title: str
    url: str
    promise: str
    summary: str
    pages: int
    file: str
    form: Form | None


class Section(msgspec.Struct, frozen=True):
    """A section of a page: `type` names the partial `sections/<type>.html`; only the fields of that type are filled."""

    type: str
    id: str = ""
    title: str = ""
    highlight: str = ""
    eyebrow: str = ""
    text: Body | None = None
    note: str = ""
    cta: Link | None = None
    cta2: Link | None = None
    sunken: bool = False
    diary: Diary | None = None
    image: Image | None = None
    items: tuple[str, ...] = ()
    services: tuple[ServiceCard, ...] = ()
    steps: tuple[Step, ...] = ()
    testimonials: tuple[Testimonial, ...] = ()
    plans: tuple[Plan, ...] = ()
    person: Person | None = None
    posts: tuple[PostCard, ...] = ()
    cases: tuple[CaseCard, ...] = ()
    groups: tuple[QuestionGroup, ...] = ()
    magnet: Magnet | None = None
    form: Form | None = None
    facts: tuple[Fact, ...] = ()


class Address(msgspec.Struct, frozen=True):
    """A postal address; only in the view where its owner made it public."""

    street: str
    zip: str
    city: str
    province: str
    country: str


class Business(msgspec.Struct, frozen=True):
    """The block that Italian law wants on the site. Absent values are "", `founded` is 0 then. `kind` is professional, company
    or private.
    """

    kind: str
    trading_name: str
    legal_name: str
    vat_id: str
    tax_code: str
    rea: str
    pec: str
    address: Address | None
    phone: str
    phone_url: str
    email: str
    hours: tuple[str, ...]
    area_served: tuple[str, ...]
    law4_2013: str
    association: str
    insurance: str
    founded: int


class Colors(msgspec.Struct, frozen=True):
    """The colours of the theme as `#rrggbb`, by token (`paper`, `link`), in each scheme."""

    light: dict[str, str]
    dark: dict[str, str]


class Site(msgspec.Struct, frozen=True):
    """What is the same on every page. `url` is the home page; `style` the stylesheet of every page, `sheets` those
    that the theme keeps apart, by name; `preload` the fonts to ask for early; `brand` the name at the top of
    pages; `logo`, `logo_dark` and `icon` "" where there is none; `search` the page that searches, "" where none does; `scheme` is auto, light or dark; `locale` is the
    language with its country, as social networks name it (`it_IT`); `feeds` are those
    of the site, in each of its formats; `extra` is the site's own.
    """

    title: str
    tagline: str
    description: str
    language: str
    locale: str
    url: str
    absolute: str
    style: str
    sheets: dict[str, str]
    preload: tuple[str, ...]
    brand: str
    logo: str
    logo_dark: str
    icon: str
    touch_icon: str
    scheme: str
    colors: Colors
    author: Person | None
    cta: Link | None
    blog: Link | None
    search: str
    social: tuple[Link, ...]
    business: Business | None
    feeds: tuple[FeedLink, ...]
    testimonials_note: str
    newsletter: Form | None
    extra: dict[str, object]


class Menus(msgspec.Struct, frozen=True):
    """The site's menus, with the current page marked; `home` is the home page, under the site's title."""

    home: Link
    main: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    legal: tuple[MenuItem, ...]


class Head(msgspec.Struct, frozen=True):
    """What goes into `<head>`. `title` is whole («Pagina · Marca»); `canonical` and `image` absolute; `type` is article
    or website, `image_width` and `image_height` in pixels, 0 where they are not known; `manifest` is an address on the home page only; `feeds` are the site's and that of this list, each in one format; `published` and `updated` ISO or "".
    """

    title: str
    description: str
    canonical: str
    noindex: bool
    type: str
    image: str
    image_alt: str
    image_width: int
    image_height: int
    manifest: str
    previous: str
    next: str
    feeds: tuple[FeedLink, ...]
    published: str = ""
    updated: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()


class Graph(msgspec.Struct, frozen=True):
    """What a page says of itself to machines, as JSON-LD: shown in a `<script type="application/ld+json">` by the filter `json`.
    `text` holds nothing that could end the script.
    """

    text: str


class ContentPage(msgspec.Struct, frozen=True):
    """A page: home, about, prices, legal … `layout` is page, home, legal, thanks or notfound."""

    layout: str
    url: str
    title: str
    eyebrow: str
    lead: str
    cover: Image | None
    body: Body
    toc: tuple[TocItem, ...]
    updated: Date | None
    sections: tuple[Section, ...]
    extra: dict[str, object]


class PostPage(msgspec.Struct, frozen=True):
    """A post. `form` is None where comments are closed or no address receives them; `series` lists all parts of
    `series_title` in order, the current one marked.
    """

    url: str
    absolute: str
    title: str
    dek: str
    excerpt: str
    date: Date
    updated: Date | None
    author: Person | None
    category: Link | None
    tags: tuple[Link, ...]
    cover: Image | None
    minutes: int
    body: Body
    toc: tuple[TocItem, ...]
    cta: Link | None
    service: ServiceCard | None
    series_title: str
    series: tuple[Link, ...]
    comments: tuple[Comment, ...]
    comment_count: int
    form: Form | None
    previous: Link | None
    next: Link | None
    related: tuple[PostCard, ...]
    extra: dict[str, object]


class ServicePage(msgspec.Struct, frozen=True):
    """A service with all that its buyer asks."""

    url: str
    title: str
    tab: str
    summary: str
    lead: str
    cover: Image | None
    body: Body
    toc: tuple[TocItem, ...]
    price: Price | None
    commitment: str
    response_time: str
    start_in: str
    audience: tuple[str, ...]
    not_for: tuple[str, ...]
    deliverables: tuple[str, ...]
    packages: tuple[Plan, ...]
    steps: tuple[Step, ...]
    testimonials: tuple[Testimonial, ...]
    questions: tuple[Question, ...]
    related: tuple[PostCard, ...]
    cta: Link | None
    form: Form | None
    sections: tuple[Section, ...]
    extra: dict[str, object]


class CasePage(msgspec.Struct, frozen=True):
    """A case study."""

    url: str
    title: str
    client: str
    sector: str
    size: str
    summary: str
    problem: Body
    work: Body
    body: Body
    cover: Image | None
    results: tuple[Fact, ...]
    services: tuple[ServiceCard, ...]
    quote: str
    quote_by: str
    sample: bool
    extra: dict[str, object]


class MagnetPage(msgspec.Struct, frozen=True):
    """The landing page of a lead magnet."""

    url: str
    title: str
    magnet: Magnet
    cover: Image | None
    body: Body
    extra: dict[str, object]


class Pager(msgspec.Struct, frozen=True):
    """Where a page of a list stands; `previous` and `next` are "" at the ends; `pages` are links
    to the first and last page and those near this one, with one to nowhere («…») for those left out.
    """

    number: int
    total: int
    previous: str
    next: str
    pages: tuple[Link, ...]


class ListPage(msgspec.Struct, frozen=True):
    """A page of a list of posts. `kind` is blog, category, tag, author, year or month; `title` is the bare name («Posta»,
    «2026», «marzo 2026»), and `person` is set for an author; `terms` are the categories to choose from;
    `children` the categories below this one or the months of this year; `count` all posts of the list.
    """

    kind: str
    url: str
    title: str
    description: str
    person: Person | None
    posts: tuple[PostCard, ...]
    pager: Pager
    count: int
    terms: tuple[Term, ...]
    tags: tuple[Term, ...]
    years: tuple[Term, ...]
    children: tuple[Term, ...]


class SearchPage(msgspec.Struct, frozen=True):
    """The page that searches. `script` is the address of what does it in the reader's browser, `index` that of what it looks into;
    `terms` are the categories to choose from.
    """

    url: str
    title: str
    script: str
    index: str
    terms: tuple[Term, ...]


Page = ContentPage | PostPage | ServicePage | CasePage | MagnetPage | ListPage | SearchPage


class View(msgspec.Struct, frozen=True):
    """The whole world of a page's template. `crumbs` lead from the home page to this one (empty on the home page); `graph` is
    None where the site wants none, and on the page for addresses that do not exist;
    `data` holds the data files that the theme or the page asks for; `lists` those that the theme declares.
    """

    site: Site
    menus: Menus
    head: Head
    graph: Graph | None
    crumbs: tuple[Link, ...]
    page: Page
    lists: dict[str, tuple[PostCard, ...]]
    data: dict[str, object]


class FeedLink(msgspec.Struct, frozen=True):
    """A feed, and its media type (`application/rss+xml`)."""

    label: str
    url: str
    type: str


class FeedImage(msgspec.Struct, frozen=True):
    """The picture of a post in a feed: `type` is its media type, the sizes are 0 where they are not known."""

    absolute: str
    type: str
    alt: str
    width: int
    height: int


class FeedEntry(msgspec.Struct, frozen=True):
    """A post in a feed: all addresses in `body` are absolute. `id` stays the same when its address changes."""

    id: str
    absolute: str
    title: str
    published: str
    updated: str
    published_rfc822: str
    author: str
    author_url: str
    terms: tuple[str, ...]
    excerpt: str
    image: FeedImage | None
    body: Body


class FeedView(msgspec.Struct, frozen=True):
    """A feed. `absolute` is its own address, `home` that of the page it belongs to; `updated` is that of its
    latest change, ISO and RFC 822.
    """

    title: str
    description: str
    language: str
    absolute: str
    home: str
    updated: str
    updated_rfc822: str
    entries: tuple[FeedEntry, ...]


class SitemapEntry(msgspec.Struct, frozen=True):
    """An indexable page, or a part of the sitemap; `updated` is ISO or "", `images` are the absolute addresses of its pictures."""

    absolute: str
    updated: str
    images: tuple[str, ...] = ()


class SitemapView(msgspec.Struct, frozen=True):
    """Indexable pages, by address, or the parts of a sitemap that is too large for one file."""

    entries: tuple[SitemapEntry, ...]


class RobotsView(msgspec.Struct, frozen=True):
    """`sitemap` is the absolute address of the sitemap."""

    sitemap: str


class LlmsLink(msgspec.Struct, frozen=True):
    """A page in an llms.txt: `label` is its title as the text of a link in Markdown, `text` what it says of itself, "" where it
    says nothing.
    """

    label: str
    absolute: str
    text: str


class LlmsView(msgspec.Struct, frozen=True):
    """The site's contents for assistants; `posts` are the newest."""

    title: str
    description: str
    services: tuple[LlmsLink, ...]
    pages: tuple[LlmsLink, ...]
    posts: tuple[LlmsLink, ...]


class CoverView(msgspec.Struct, frozen=True):
    """A drawing for a post without a picture. `category` is the path of its category by slugs (`organizzazione/posta`), ""
    where it has none; `motif` a number from 0 to 255 that all posts of a top category have in common, `numbers` 32 such
    numbers of its own. They depend on nothing else, so that a drawing stays as it is.
    """

    category: str
    motif: int
    numbers: tuple[int, ...]
    scheme: str
    colors: Colors


class Subject(msgspec.Struct, frozen=True):
    """What a social card is about: `label` is the name of a post's category, `category` its path by slugs (`organizzazione/posta`), ""
    where there is none, as for `author`.
    """

    title: str
    label: str = ""
    author: str = ""
    category: str = ""


class CardView(msgspec.Struct, frozen=True):
    """A social card: what its page is about, whose it is (`host` is the site's, without `www.`), and what a cover may be drawn of
    (see `CoverView`); `numbers` are those of the category, so that its cards have one ground.
    """

    title: str
    label: str
    author: str
    brand: str
    host: str
    language: str
    category: str
    motif: int
    numbers: tuple[int, ...]
    scheme: str
    colors: Colors


class IconView(msgspec.Struct, frozen=True):
    """The icon of a site without a logo: one or two letters of its name."""

    letters: str


class RedirectView(msgspec.Struct, frozen=True):
    """A page at an old address: where it leads, root-relative and absolute."""

    language: str
    url: str
    absolute: str
    title: str
