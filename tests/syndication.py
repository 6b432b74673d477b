"""Feeds and sitemaps as their readers take them: what is wrong with one, by the schema or the rules of its format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

SCHEMAS = Path(__file__).parent / "schemas"
NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
}
ADDRESSES = ("href", "src", "action", "poster", "cite", "background", "data", "xlink:href")
CHANNEL = {"title": 1, "link": 1, "description": 1, "language": 1, "lastBuildDate": 1, "atom:link": 1}
ITEM = {"title": 1, "link": 1, "guid": 1, "pubDate": 1, "dc:creator": 1, "description": 1, "content:encoded": 1}
JSON_ITEM: dict[str, type] = {
    "id": str, "url": str, "title": str, "summary": str, "image": str, "date_published": str, "date_modified": str, "authors": list,
    "tags": list, "content_html": str,
}  # fmt: skip
"""The keys of https://www.jsonfeed.org/version/1.1/ that are ours."""


class Entry(NamedTuple):
    """What all formats say of a post."""

    id: str
    url: str
    title: str
    published: datetime
    author: str
    terms: tuple[str, ...]
    image: str
    text: str


def entries_of(feed: Path, address: str) -> list[Entry]:
    """The entries of a feed at `address`, which must be right in every respect."""
    read = {".json": _of_json, ".atom.xml": _of_atom, ".xml": _of_rss}["".join(feed.suffixes)]
    if feed.suffix == ".xml":
        heard = feedparser.parse(feed.read_bytes())
        assert not heard.bozo, heard.get("bozo_exception")
        assert all(each.content[0].value and each.published_parsed and each.author for each in heard.entries), feed
    entries = list(read(feed, address))
    assert len({each.id for each in entries}) == len(entries)
    assert entries == sorted(entries, key=lambda each: each.published, reverse=True)
    for each in entries:
        assert each.url.startswith(address.rpartition("/")[0].split("/", 3)[0]), each
        assert not list(_not_whole(each.text)), (feed, each.url)
    return entries


def _of_atom(feed: Path, address: str) -> Iterator[Entry]:
    tree = etree.parse(feed)
    _schema("atom.rng").assertValid(tree)
    root = tree.getroot()
    assert root.xpath("string(atom:id)", namespaces=NAMES) == address
    assert root.xpath("string(atom:link[@rel='self']/@href)", namespaces=NAMES) == address
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang")
    changes = [datetime.fromisoformat(each.text) for each in root.iterfind("atom:entry/atom:updated", NAMES)]
    assert datetime.fromisoformat(root.findtext("atom:updated", namespaces=NAMES)) == max(changes)
    for each in root.iterfind("atom:entry", NAMES):
        links = {link.get("rel"): link.get("href") for link in each.iterfind("atom:link", NAMES)}
        say = {
            name: each.findtext(f"atom:{name}", namespaces=NAMES) for name in ("id", "title", "published", "content")
        }
        terms = tuple(term.get("term") for term in each.iterfind("atom:category", NAMES))
        author = each.findtext("atom:author/atom:name", namespaces=NAMES)
        yield Entry(say["id"], links["alternate"], say["title"], datetime.fromisoformat(say["published"]), author, terms,
                    links.get("enclosure", ""), say["content"])  # fmt: skip


def _of_rss(feed: Path, address: str) -> Iterator[Entry]:
    """By https://www.rssboard.org/rss-specification, and the modules that it names."""
    root = etree.parse(feed).getroot()
    assert (root.tag, root.get("version"), len(root)) == ("rss", "2.0", 1)
    channel = root[0]
    items = channel.findall("item")
    _counted([each for each in channel if each.tag != "item"], CHANNEL)
    (own,) = channel.findall("atom:link", NAMES)
    assert (own.get("rel"), own.get("type"), own.get("href")) == ("self", "application/rss+xml", address)
    parsedate_to_datetime(channel.findtext("lastBuildDate"))
    for each in items:
        terms = tuple(term.text for term in each.findall("category"))
        media = each.findall("media:content", NAMES)
        _counted([part for part in each if part.tag != "category" and part not in media], ITEM)
        assert len(media) <= 1
        assert all(part.get("type").startswith("image/") and part.get("medium") == "image" for part in media)
        assert each.find("guid").get("isPermaLink") == "false"
        yield Entry(each.findtext("guid"), each.findtext("link"), each.findtext("title"), parsedate_to_datetime(each.findtext("pubDate")),
                    each.findtext("dc:creator", namespaces=NAMES), terms, media[0].get("url") if media else "",
                    each.findtext("content:encoded", namespaces=NAMES))  # fmt: skip


def _of_json(feed: Path, address: str) -> Iterator[Entry]:
    said: dict[str, Any] = json.loads(feed.read_text("utf-8"))
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert said["feed_url"] == address
    assert said.keys() == {"version", "title", "home_page_url", "feed_url", "description", "language", "items"}
    for each in said["items"]:
        assert all(isinstance(value, JSON_ITEM[key]) and value for key, value in each.items()), each
        assert datetime.fromisoformat(each["date_modified"]).tzinfo
        (author,) = each["authors"]
        assert author.keys() <= {"name", "url"}
        yield Entry(each["id"], each["url"], each["title"], datetime.fromisoformat(each["date_published"]), author["name"],
                    tuple(each.get("tags", ())), each.get("image", ""), each["content_html"])  # fmt: skip


def _counted(parts: list[Any], wanted: dict[str, int]) -> None:
    """Each element as often as it must be there, and no other."""
    names = {f"{{{space}}}": f"{prefix}:" for prefix, space in NAMES.items()}
    found: dict[str, int] = {}
    for each in parts:
        space, _, name = each.tag.rpartition("}")
        key = names.get(f"{space}}}" if space else "", "") + name
        found[key] = found.get(key, 0) + 1
    assert found == wanted


def _not_whole(text: str) -> Iterator[str]:
    """Addresses in the HTML of an entry that say nothing without their page."""
    for element in html.fragment_fromstring(text, create_parent="div").iter(etree.Element):
        written = [element.get(name) for name in ADDRESSES]
        written += [each.split()[0] for each in (element.get("srcset") or "").split(",") if each.strip()]
        yield from (each for each in written if each is not None and not urlsplit(each).scheme)


def map_of(sitemap: Path) -> dict[str, tuple[str, list[str]]]:
    """The addresses of a sitemap, or of a sitemap of sitemaps, each with its last change and its pictures."""
    tree = etree.parse(sitemap)
    _schema("sitemap.xsd").assertValid(tree)
    return {
        each[0].text: (
            each.findtext("map:lastmod", default="", namespaces=NAMES),
            [image.text for image in each.iterfind("image:image/image:loc", NAMES)],
        )
        for each in tree.getroot()
    }


@cache
def _schema(name: str) -> Any:
    read = etree.RelaxNG if name.endswith(".rng") else etree.XMLSchema
    return read(etree.parse(SCHEMAS / name))
