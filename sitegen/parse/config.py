"""`content/site.yaml` → `Config`: every key typed, unknown ones refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, tzinfo
from typing import Annotated, Literal
from urllib.parse import urlsplit

import msgspec

from sitegen.parse.business import Business, missing_duties
from sitegen.parse.field_names import other_names, value_meant
from sitegen.parse.fields import (
    Colour,
    Context,
    Count,
    FilePath,
    Module,
    Named,
    Origin,
    Pattern,
    Ref,
    Target,
    Text,
    Within,
    Words,
    Year,
    missing_field,
    read_struct,
)
from sitegen.parse.kinds import Checked, Cta, PersonLink
from sitegen.parse.nodes import Mapping, Node, Scalar, Sequence
from sitegen.parse.uses import of_attribute, origin_of
from sitegen.paths import Url
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest
from sitegen.zones import zone_names, zone_of

LANGUAGES = ("it", "en")
Hosting = Literal["apache", "netlify", "cloudflare", "nginx", "vercel", "github", "none"]
HOSTS = Words(tuple((name, "apache") for name in ("aruba", "siteground", "register", "keliweb")))
Tone = Literal["", "warm", "neutral", "cool"]
LOCALES = (
    "it",
    "it-IT",
    "it-CH",
    "it-SM",
    "it-VA",
    "en",
    "en-GB",
    "en-US",
    "en-IE",
    "en-CA",
    "en-AU",
    "en-NZ",
    "en-IN",
)


class Brand(msgspec.Struct, frozen=True, kw_only=True):
    """The look. What is not set is the theme's; `fonts` is a pair that the theme knows by name, `name` stands for the
    site's title at the top of its pages and behind theirs.
    """

    name: Text = Text("")
    color: Colour = Colour("")
    accent: Colour = Colour("")
    tone: Tone = ""
    logo: FilePath | None = None
    logo_dark: FilePath | None = None
    fonts: Named | None = None
    scheme: Literal["auto", "light", "dark"] = "auto"


class MenuEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A menu entry; without `to` it only groups its children. Without `label` it takes the title of its page."""

    label: Text = Text("")
    to: Target | None = None
    children: tuple[MenuEntry, ...] = ()


class MenuLink(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a menu that is one row. Without `label` it takes the title of its page."""

    label: Text = Text("")
    to: Target


class Menus(msgspec.Struct, frozen=True, kw_only=True):
    """The menus of a site."""

    main: tuple[MenuEntry, ...] = ()
    footer: tuple[MenuEntry, ...] = ()
    legal: tuple[MenuLink, ...] = ()


class Blog(msgspec.Struct, frozen=True, kw_only=True):
    """How the list of all posts is called."""

    title: Text = Text("Blog")
    description: Text = Text("")


class Permalinks(msgspec.Struct, frozen=True, kw_only=True):
    """Address patterns in WordPress's own notation (https://wordpress.org/documentation/article/customize-permalinks/);
    without one the site's language has its own.
    """

    posts: Pattern | None = None
    services: Pattern | None = None
    cases: Pattern | None = None
    magnets: Pattern | None = None
    authors: Pattern | None = None
    category: Pattern | None = None
    tag: Pattern | None = None
    blog: Pattern | None = None
    search: Pattern | None = None
    year: Pattern | None = None
    month: Pattern | None = None
    page: Pattern | None = None


class Pagination(msgspec.Struct, frozen=True, kw_only=True):
    """Posts a page of a list, 0 for all on one."""

    posts: Count = 10


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """Posts proposed after each post besides those that it names itself, 0 for none."""

    posts: Count = 3


class Feeds(msgspec.Struct, frozen=True, kw_only=True):
    """Whether there are feeds; entries a feed, 0 for all; the formats of feeds, of which pages name the first, and the lists that have
    them.
    """

    enabled: bool = True
    posts: Count = 20
    formats: tuple[Literal["rss", "atom", "json"], ...] = ("rss", "atom", "json")
    lists: tuple[Literal["site", "categories", "authors"], ...] = ("site", "categories", "authors")


class Typography(msgspec.Struct, frozen=True, kw_only=True):
    """Whether apostrophes, quotes, dashes and spaces are set for reading."""

    enabled: bool = True


class StructuredData(msgspec.Struct, frozen=True, kw_only=True):
    """Whether pages tell machines what they are (JSON-LD), their questions and answers too with `faq`."""

    enabled: bool = True
    faq: bool = False


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A form: what receives it, and the page to go on to."""

    action: Target
    redirect: Target | None = None
    subject: Text = Text("")
    privacy: Target | None = None
    consent: Text = Text("")


class Forms(msgspec.Struct, frozen=True, kw_only=True):
    """The site's forms; one that is not set is on no page."""

    contact: Form | None = None
    comments: Form | None = None
    newsletter: Form | None = None


class Testimonials(msgspec.Struct, frozen=True, kw_only=True):
    """How the quotes were collected, told beside them (D.Lgs. 26/2023)."""

    note: Text = Text("")


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """How much a first visit to a page may load, in kilobytes on the way: without its pictures, and with them."""

    page: Count = 500
    media: Count = 1500


class SiteChecked(Checked, frozen=True, kw_only=True):
    """What `sitegen check` is told for the whole site."""

    budget: Budget = Budget()


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The whole of `site.yaml`."""

    title: Text
    base_url: str
    language: str = "it"
    timezone: str = "Europe/Rome"
    theme: str = "base"
    theme_options: dict[str, Named] = {}
    tagline: Text = Text("")
    description: Text = Text("")
    author: Ref | None = None
    brand: Brand = Brand()
    menus: Menus = Menus()
    cta: Cta | None = None
    blog: Blog = Blog()
    permalinks: Permalinks = Permalinks()
    pagination: Pagination = Pagination()
    feeds: Feeds = Feeds()
    related: Related = Related()
    typography: Typography = Typography()
    search: bool = True
    structured_data: StructuredData = StructuredData()
    business: Business | None = None
    forms: Forms = Forms()
    testimonials: Testimonials = Testimonials()
    social: tuple[PersonLink, ...] = ()
    cards: bool = True
    icons: bool = True
    browsers: Year = 2022
    precompress: bool = False
    llms: bool = False
    redirects: dict[str, Target] = {}
    hosting: Annotated[Hosting, HOSTS] = "apache"
    hsts: Annotated[int, Within(0, 730)] = 0
    third_parties: tuple[Origin, ...] = ()
    plugins: tuple[Module, ...] = ()
    check: SiteChecked = SiteChecked()
    extra: dict[str, object] = {}

    @property
    def base(self) -> Url:
        """The path below which the site lives, with slashes: `/` or `/sub/`."""
        return Url(urlsplit(self.base_url).path.rstrip("/") + "/")

    @property
    def origin(self) -> str:
        """Scheme and host as machines write them: `https://www.example.it`, `https://www.xn--perch-fsa.it`."""
        parts = urlsplit(self.base_url)
        return origin_of(self.base_url) or f"{parts.scheme}://{parts.netloc}"

    @property
    def zone(self) -> tzinfo:
        """The zone in which its dates are meant."""
        return zone_of(self.timezone) or UTC


def read_config(node: Node, path: str) -> tuple[Config | None, tuple[Problem, ...]]:
    """The configuration and what is wrong with it; None where it is no configuration at all. What is wrong in it is taken
    for its default, so that the other files can be checked too.
    """
    language = _text(node, "language") or "it"
    zone = _text(node, "timezone") or "Europe/Rome"
    enabled = _text(node.get("typography") if isinstance(node, Mapping) else None, "enabled").casefold() not in (
        "false",
        "no",
    )
    context = Context(path, language if _known(language) else "it", zone_of(zone) or UTC, enabled)
    config, problems = read_struct(node, Config, context, "site", stand_ins=True)
    if not isinstance(node, Mapping):
        return None, problems
    found = [*problems, *_wrong_values(node, language, zone, path)]
    if config is not None:
        written = node.get("business")
        if config.business and isinstance(written, Mapping):
            found += missing_duties(config.business, written, node.place_of("business"))
        config = msgspec.structs.replace(
            config,
            language=language if _known(language) else "it",
            timezone=zone if zone_of(zone) else "Europe/Rome",
            base_url=config.base_url if _is_base_url(config.base_url) else "https://example.invalid/",
        )
    return config, tuple(found)


def _wrong_values(node: Mapping, language: str, zone: str, path: str) -> list[Problem]:
    found = []
    if not _known(language):
        near = value_meant(language, ("it", "en"))
        found.append(problem("E107", _place(node, "language", path), field="language", written=language, near=near,
                             known="it, en, it-IT, it-CH, en-GB, en-US"))  # fmt: skip
    if zone_of(zone) is None:
        near = nearest(zone, zone_names())
        found.append(problem("E201", _place(node, "timezone", path), written=zone, near=near))
    url = _text(node, "base_url")
    if not _is_base_url(url) and node.get("base_url"):
        found.append(problem("E202", _place(node, "base_url", path), written=url))
    menus = node.get("menus")
    for name in ("main", "footer"):
        found.extend(_incomplete_entries(menus.get(name) if isinstance(menus, Mapping) else None))
    forms = node.get("forms")
    for _, form in forms.entries if isinstance(forms, Mapping) else ():
        action = form.get("action") if isinstance(form, Mapping) else None
        if isinstance(action, Scalar) and any(
            kind == "barred" for kind, *_ in of_attribute("form", "action", action.text)
        ):
            found.append(problem("E105", action.place, field="action", expected="receiver", near=""))
    return found


def _incomplete_entries(entries: Node | None) -> Iterator[Problem]:
    """Menu entries that neither lead to a page nor group others, which would be missing without a word, and groups without
    a name.
    """
    for entry in entries.items if isinstance(entries, Sequence) else ():
        if not isinstance(entry, Mapping):
            continue
        children = entry.get("children")
        yield from _incomplete_entries(children)
        is_group = children is not None and not (isinstance(children, Sequence) and not children.items)
        if _says_nothing(entry, "to") and (not is_group or _says_nothing(entry, "label")):
            name, owner = ("label", "entries") if is_group else ("to", "entry")
            if any(key.text == name for key, _ in entry.entries):
                yield problem("E126", entry.place_of(name), field=name, owner=owner, group="menus", decoration="")
            elif not any(key.text in other_names(name) for key, _ in entry.entries):  # which is told as a misspelt one
                yield missing_field(name, entry, owner, "menus")


def _says_nothing(entry: Mapping, key: str) -> bool:
    value = entry.get(key)
    return value is None or (isinstance(value, Scalar) and not value.text.strip())


def _known(language: str) -> bool:
    return language in LOCALES


def _is_base_url(url: str) -> bool:
    """An address with scheme and host, a plain path, and nothing after it."""
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return False
    is_file = re.search(r"\.(html?|php|aspx?)/?$", parts.path, re.IGNORECASE)
    plain = (
        not is_file
        and re.fullmatch(r"[\w.~/-]*", parts.path, re.ASCII)
        and "//" not in parts.path
        and ".." not in parts.path
    )
    host = re.fullmatch(r"[\w.-]+|\[[0-9a-fA-F:]+\]", parts.hostname or "")
    return bool(parts.scheme in ("http", "https") and host and port_is_fine and plain
                and not parts.query and not parts.fragment and "@" not in parts.netloc)  # fmt: skip


def _text(node: Node | None, key: str) -> str:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.text if isinstance(value, Scalar) else ""


def _place(node: Node | None, key: str, path: str) -> Place:
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.place if value else Place(path)
