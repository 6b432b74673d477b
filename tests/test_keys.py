"""No key is accepted and then ignored: whatever may be written in `site.yaml`, in front matter or beside a post changes what
is built, or what is told.

The keys are those of the structs themselves, so a new one is tested without being named here. Each is set in a site that has
what it may depend on (a form to thank for, two documents to put in order) and a theme that shows `extra` and `data`.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec
import pytest
from kit import SiteCase

from sitegen.parse import kinds
from sitegen.parse.config import Config, MenuEntry
from sitegen.parse.fields import (
    Colour,
    Contact,
    Email,
    FilePath,
    Module,
    Named,
    Pattern,
    Phone,
    Ref,
    Target,
    Text,
    WebAddress,
)
from sitegen.parse.fragment import Fragment

Written = Any
Key = tuple[str, ...]

NOTES = {("consent", "proof")}
"""What its owner keeps for herself: nobody else may read where a consent is filed."""

CHECK = "check"
"""A group that no build reads, but `sitegen check`, whose tests are in check/."""

ALIKE = ("hosting", "mode", "kind")
"""Choices of which two may read alike: a price in packages is one that begins at an amount, and the site of a business that
says all that the law wants is the same whether it is of a professional or private; and two hosts may want the same files.
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
BODY = '## Uno\n\nPrima "parola".\n\n## Due\n\n## Tre\n'
PRICE = {"mode": "fixed", "amount": 320}
PICTURE = {"src": "media/a.svg", "alt": "Un disegno"}
CONSENT = {"given": True, "date": "2026-01-02", "scope": "sito"}
BUSINESS = {
    "legal_name": "Lia Fogliobianco", "vat_id": "12345678903", "email": "lia@example.it",
    "address": {"street": "Via di Prova 1", "zip": "00100", "city": "Comune", "province": "XX", "public": True},
}  # fmt: skip
FORM = {"action": "/invia.php"}
CONFIG = {
    "title": "Prova", "base_url": "https://www.example.it/", "theme": "mio", "author": "lia", "business": BUSINESS,
    "forms": {"contact": FORM, "comments": FORM, "newsletter": FORM}, "brand": {"logo": "media/a.svg"},
    "menus": {name: [{"to": "pages/altra.md"}, {"to": "authors/k.md"}, {"to": "posts/k.md"}] for name in ("main", "footer", "legal")},
    "pagination": {"posts": 1},
}  # fmt: skip
DOCUMENTS: dict[str, dict[str, Written]] = {
    "pages": {"title": "K"},
    "posts": {"title": "K", "date": "2026-01-01", "author": "k"},
    "services": {"title": "K", "summary": "Un servizio", "price": PRICE, "testimonials": ["k"]},
    "testimonials": {"name": "K", "role": "R", "date": "2026-01-01", "consent": CONSENT},
    "authors": {"name": "K"},
    "cases": {"title": "K", "client": "C", "consent": CONSENT, "quote": "Bene."},
    "faq": {"title": "K"},
    "magnets": {"title": "K", "promise": "P", "file": "media/a.svg"},
}
SHOWS_ALL = """\
{% extends "base:layout.html" %}
{% block head_extra %}
<!-- {{ site.extra }} {{ data }} {{ page.extra if page.extra is defined }} {{ page.person.extra if page.person is defined and page.person }}
{% if page.sections is defined %}{% for section in page.sections %}{% for each in section.testimonials %}{{ each.extra }}{% endfor %}
{% for group in section.groups %}{% for each in group.questions %}{{ each.extra }}{% endfor %}{% endfor %}{% endfor %}{% endif %} -->
{% endblock %}
"""

# Values that a type alone does not tell.
VALUES: dict[str, Written] = {
    "aliases": ["/vecchio/"], "slug": "altro-nome", "icon": "mail", "data": ["tabella"], "canonical": "https://altrove.example/a/",
    "related": ["z"], "related_service": "z", "testimonials": ["z"], "service": ["z"], "services": ["z"], "magnet": "z",
    "author": "z", "language": "en", "timezone": "America/New_York", "theme": "altro", "base_url": "https://altro.example/",
    "plugins": ["non_esiste"], "vat_id": "01234567897", "founded": 2019, "fonts": "ufficio", "expires": "2026-06-01",
    "currency": "USD", "country": "CH", "zip": "00199", "province": "YY", "parent": "c1", "logo_dark": "media/b.svg",
    "law4_2013": "true", "groups": ["G"], "id": "c9", "features": ["F"], "category": "Posta/Arrivo", "highlight": "Titolo",
}  # fmt: skip
PATTERNS = {"category": "/c/%category%/", "tag": "/t/%tag%/", "blog": "/diario/", "year": "/a/%year%/",
            "month": "/m/%year%/%monthnum%/", "page": "p/%page%/"}  # fmt: skip
SECTION_IDS = {"services": "z", "voices": "z", "blog": "z", "cases": "z"}


def set_up(site: SiteCase) -> None:
    """A site in which every key has what it may depend on."""
    site.file("content/static/invia.php", "").file("content/data/tabella.json", '{"cella": "valore"}')
    for name in "abc":
        site.file(f"content/media/{name}.svg", SVG)
    for theme, measure in (("mio", "40rem"), ("altro", "41rem")):
        site.file(f"themes/{theme}/theme.yaml", f"name: {theme}\nparent: base\ntokens: {{measure: {measure}}}\n")
        site.file(f"themes/{theme}/templates/layout.html", SHOWS_ALL)
    document(site, "authors", "lia", {"name": "Lia F."})
    for kind, fields in DOCUMENTS.items():
        document(site, kind, "k", fields)
        document(site, kind, "z", fields | {"name" if "name" in fields else "title": "Z"})
    document(
        site,
        "posts",
        "v",
        DOCUMENTS["posts"] | {"title": "V", "date": "2026-01-01", "tags": ["uno"], "category": "Due"},
    )
    comments(site, {})
    sections = [{"type": each} for each in ("services", "voices", "blog", "cases", "faq", "about", "contact")]
    document(site, "pages", "tutto", {"title": "Tutto", "sections": [*sections, {"type": "magnet", "magnet": "k"}]})
    document(site, "pages", "altra", {"title": "Altra"})
    config(site, CONFIG)


def document(site: SiteCase, kind: str, name: str, fields: dict[str, Written]) -> None:
    site.file(f"content/{kind}/{name}.md", f"---\n{json.dumps(fields)}\n---\n{BODY}")


def config(site: SiteCase, fields: dict[str, Written]) -> None:
    site.file("content/site.yaml", json.dumps(fields))


def comments(site: SiteCase, fields: dict[str, Written]) -> None:
    first = {"id": "c1", "name": "A", "date": "2026-01-02", "text": "Uno", "author": "k"}
    second = {"id": "c2", "name": "B", "date": "2026-01-03", "text": "Due"} | fields
    site.file("content/posts/k.comments.yaml", json.dumps([first, second]))


def field_types(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return {field.encode_name: field.type for field in msgspec.structs.fields(struct)}


def bare(kind: Any) -> Any:
    """The type without `Annotated` and `None`."""
    if get_origin(kind) is Annotated:
        return bare(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return bare(next(each for each in get_args(kind) if each is not types.NoneType))
    return kind


def is_group(kind: Any) -> bool:
    return (
        isinstance(kind, type)
        and issubclass(kind, msgspec.Struct)
        and kind not in (Ref, Target, FilePath, Pattern, Named, Module, Fragment)
    )


def required(struct: type[msgspec.Struct]) -> dict[str, Written]:
    if struct is MenuEntry:  # one that leads nowhere is refused, whatever else it says
        return {"to": "pages/tutto.md"}
    fields = msgspec.structs.fields(struct)
    return {each.encode_name: values(each.encode_name, each.type)[0] for each in fields if each.required}


def values(name: str, kind: Any, other: str = "") -> list[Written]:
    """What to write there: one value, or all that can be chosen. With `other`, another one than without."""
    kind = bare(kind)
    if kind is Pattern:
        return [PATTERNS.get(name, "/x/%postname%/")]
    if name in VALUES and not is_group(kind):
        return [VALUES[name]]
    if get_origin(kind) is tuple:
        return [[values(name, get_args(kind)[0], other)[0]]]
    if get_origin(kind) is Literal:
        return [each for each in get_args(kind) if each]
    if kind is bool:
        return [True, False]
    if is_group(kind):
        return [required(kind)]
    if get_origin(kind) is dict:
        return [{"chiave": f"valore di {name}"}]
    return [{
        int: 1, Decimal: 38 if other else 37, datetime: "2027-02-03 10:00" if other else "2026-02-03 10:00", Colour: "#1f5c4d",
        Target: "pages/tutto.md" if other else "pages/altra.md", FilePath: "media/c.svg" if other else "media/b.svg",
        Email: f"{other.strip().casefold() or 'uno'}@valore.example", Phone: "051 2" if other else "051 1",
        Contact: f"tel:{other.strip() or 1}", WebAddress: f"https://{other.strip() or 'uno'}.example/", Ref: "k" if other else "z",
    }.get(kind, f"{other}Valore di {name}")]  # fmt: skip


def keys_of(struct: type[msgspec.Struct], above: Key = ()) -> Iterator[tuple[Key, Any]]:
    """Every key, those of groups inside it with the way to them."""
    for name, kind in field_types(struct).items():
        inner = bare(kind)
        item = bare(get_args(inner)[0]) if get_origin(inner) is tuple else inner
        if name == "sections" or len(above) > 3:
            continue
        if not is_group(item) or required(item):
            yield (*above, name), kind
        if is_group(item) and name not in above:
            yield from keys_of(item, (*above, name))


def with_key(fields: dict[str, Written], key: Key, value: Written, struct: type[msgspec.Struct]) -> dict[str, Written]:
    """`fields` with one key set; groups on the way get what they cannot do without."""
    name, *rest = key
    if not rest:
        return {**fields, name: value}
    kind = bare(field_types(struct)[name])
    many = get_origin(kind) is tuple
    group = bare(get_args(kind)[0]) if many else kind
    there = fields.get(name) or [{}]
    inner = there[0] if isinstance(there, list) else there
    made = with_key({**required(group), **inner}, tuple(rest), value, group)
    return {**fields, name: [made] if many else made}


def without_key(fields: dict[str, Written], key: Key, struct: type[msgspec.Struct]) -> dict[str, Written]:
    """The same without it, groups on the way being there all the same."""
    made = place = json.loads(json.dumps(with_key(fields, key, None, struct)))
    for name in key[:-1]:
        place = place[name][0] if isinstance(place[name], list) else place[name]
    del place[key[-1]]
    return made  # type: ignore[no-any-return]


def seen(site: SiteCase) -> object:
    """What a build has come to: the bytes of the site, or what stands in its way, and all that is told."""
    outcome = site.run()
    told = [(each.code, each.values) for each in outcome.problems]
    return told, {} if outcome.failed else {path: (site.output / path).read_bytes() for path in site.paths()}


def ignored(site: SiteCase, struct: type[msgspec.Struct], fields: dict[str, Written], write: Any) -> list[str]:
    """The keys of which it does not matter whether they are there, nor what they say."""
    found = []
    for key, kind in keys_of(struct):
        if key[-2:] in NOTES or key[0] == CHECK:
            continue
        choices = values(key[-1], kind, other="altro ")
        results = set()
        for version in (without_key(fields, key, struct), *(with_key(fields, key, each, struct) for each in choices)):
            write(version)
            results.add(repr(seen(site)))
        if len(results) < (2 if key[-1] in ALIKE else max(2, len(choices))):
            found.append(".".join(key))
    write(fields)
    site.run()
    return found


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_every_field_of_front_matter_has_an_effect(kind: str, site: SiteCase) -> None:
    set_up(site)
    site.build()
    struct = kinds.KINDS[kind]  # type: ignore[index]
    assert ignored(site, struct, DOCUMENTS[kind], lambda fields: document(site, kind, "k", fields)) == []
    assert not site.run().failed


@pytest.mark.parametrize("name", kinds.SECTIONS)
def test_every_field_of_a_section_has_an_effect(name: str, site: SiteCase) -> None:
    set_up(site)
    struct = kinds.SECTIONS[name]
    fields = required(struct) | {"type": name} | ({"title": "Titolo"} if name == "hero" else {})

    def write(section: dict[str, Written]) -> None:
        section = section | ({"ids": [SECTION_IDS[name]]} if section.get("ids") else {}) | {"type": name}
        document(site, "pages", "k", {"title": "K", "sections": [section]})

    assert [key for key in ignored(site, struct, fields, write) if key != "type"] == []


def test_every_field_of_a_comment_has_an_effect(site: SiteCase) -> None:
    set_up(site)
    assert (
        ignored(
            site,
            kinds.Comment,
            {"id": "c2", "name": "B", "date": "2026-01-03", "text": "Due"},
            lambda fields: comments(site, fields),
        )
        == []
    )


def test_every_key_of_the_configuration_has_an_effect(site: SiteCase) -> None:
    set_up(site)
    assert ignored(site, Config, CONFIG, lambda fields: config(site, fields)) == []
    assert not site.run().failed


def test_a_key_that_is_ignored_would_be_found(site: SiteCase) -> None:
    """The proof of the tests above: a field that nothing reads."""

    class Idle(kinds.Page, frozen=True, kw_only=True):
        idle: Text = Text("")

    set_up(site)

    def write(fields: dict[str, Written]) -> None:
        document(site, "pages", "k", {key: value for key, value in fields.items() if key != "idle"})

    only = {key: kind for key, kind in keys_of(Idle) if key in (("idle",), ("lead",))}
    assert len(only) == 2
    assert "idle" in ignored(site, Idle, DOCUMENTS["pages"], write)
