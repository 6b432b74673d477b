"""Feeds, as a reader's program takes them: whether they can be read at all, and whether each address in them is whole
(https://validator.w3.org/feed/docs/warning/RelativeSelf.html, https://www.jsonfeed.org/version/1.1/).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from sitegen.check.linked_data import printable
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.plan.outputs import Copy, Output
from sitegen.problems import Place, Problem, problem

RULES = (Rule("feed", "data", ("E867",)),)
_NAMES = re.compile(r"(?:^|/)(?:feed|atom|rss)[^/]*\.(?:xml|json)$|/feed/[^/]*$")
_FEED = re.compile(rb"<(?:rss|feed)[\s>]|jsonfeed\.org/version")
_RELATIVE = re.compile(
    r"<[a-z][^<>]*?\s(?:href|src)=[\"'](?!https?:|mailto:|tel:|sms:|data:|#)([^\"']*)[\"']", re.IGNORECASE
)
_WHOLE = re.compile(r"(?:https?|tag|urn):")


def check(subject: Subject) -> Iterator[Problem]:
    """What is wrong with each feed, the first of its kind."""
    for output in subject.plan.outputs:
        if not output.path.endswith((".xml", ".json")) or not _NAMES.search(output.path):
            continue
        data = (subject.folder / output.path).read_bytes()
        if not _FEED.search(data[:2000]) and not isinstance(output.recipe, Copy):
            continue
        place = _place(output)
        try:
            addresses = list(_of_json(data) if output.path.endswith(".json") else _of_xml(data))
        except (ValueError, LookupError, RecursionError, ElementTree.ParseError) as error:
            line = getattr(error, "position", (0, 0))[0] or getattr(error, "lineno", 0)
            place = place._replace(line=line) if isinstance(output.recipe, Copy) else place
            yield problem("E867", place, cause="feed.broken", text=str(error).partition(":")[0])
            continue
        if wrong := next((each for each in addresses if not _WHOLE.match(each)), None):
            line = _line(data.decode("utf-8", "replace"), wrong) if isinstance(output.recipe, Copy) else 0
            yield problem("E867", place._replace(line=line), cause="feed.relative", text=printable(wrong))


def _place(output: Output) -> Place:
    return Place(str(output.recipe.source if isinstance(output.recipe, Copy) else output.path))


def _line(text: str, written: str) -> int:
    at = text.find(written)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0


def _of_xml(data: bytes) -> Iterator[str]:
    """The addresses of an RSS or Atom feed, and those in the texts that it holds."""
    for element in ElementTree.fromstring(data).iter():  # noqa: S314 - it is the site's own file
        tag = element.tag.rpartition("}")[2]
        text = (element.text or "").strip()
        if tag == "link":
            yield element.get("href", text)
        elif tag == "enclosure":
            yield element.get("url", "")
        elif "<" in text:
            yield from (found[1] or "/" for found in _RELATIVE.finditer(text))


def _of_json(data: bytes) -> Iterator[str]:
    feed: dict[str, Any] = json.loads(data)
    if not isinstance(feed, dict):
        raise ValueError("a feed is an object")
    items = feed.get("items", [])
    if not isinstance(items, list) or not all(isinstance(each, dict) for each in items):
        raise ValueError("items are a list of objects")
    yield from (str(feed[name]) for name in ("home_page_url", "feed_url") if name in feed)
    for item in items:
        yield from (str(item[name]) for name in ("url", "image") if name in item)
        yield from (found[1] or "/" for found in _RELATIVE.finditer(str(item.get("content_html", ""))))
