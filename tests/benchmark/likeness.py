"""Two tools' sites → where their pages and feeds differ, up to what is each Markdown engine's own.

Templates must write the same tags, attributes and words. Of what comes from Markdown, structure and words are compared:
ids, classes of highlighted code and addresses are the engines'. Typographic marks count as the plain ones, for engines have
other rules for them, and minutes of reading as any number, for engines count words otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from html.parser import HTMLParser
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree

from benchmark.situations import Site
from benchmark.tools import Tool

FILES = 300
"""Of a site with more files than that, every second, third … is compared."""
SHOWN = 3
"""So many of the files that differ are shown."""
VOID = frozenset("br hr img input link meta path".split())
WRITTEN = frozenset("a blockquote code h2 h3 li ol p pre sup table tbody td th thead tr ul".split())
"""Elements of Markdown whose order is compared."""
COUNTED = frozenset(("em", "strong"))
"""Elements of Markdown that are counted: engines nest those of `***both***` either way."""
PLAIN = str.maketrans({"’": "'", "‘": "'", "«": '"', "»": '"', "“": '"', "”": '"', "–": "--", "…": "...", "\ufe0e": ""})


def differences(own: Site, peer: Site) -> list[str]:
    """Lines of a diff from sitegen's site to the peer's: paths that one of them lacks, then the first files that differ."""
    here, there = (site.folder / site.tool.output for site in (own, peer))
    lost, more = _paths(here) - _paths(there), _paths(there) - _paths(here)
    shared = sorted(_paths(here) & _paths(there))
    diffs = (_diff(path, here, there, peer.tool) for path in shared[:: len(shared) // FILES or 1])
    shown = [line for diff in islice(filter(None, diffs), SHOWN) for line in diff]
    return [f"-{path}" for path in sorted(lost)] + [f"+{path}" for path in sorted(more)] + shown


def lines(path: Path) -> list[str]:
    """What stands in a page, a feed or a sitemap: one tag or text a line."""
    if path.name == "sitemap.xml":
        return sorted(_addresses(path))
    if path.suffix == ".xml":
        return list(_elements(ElementTree.parse(path).getroot()))
    return _Reader().read(path.read_text(encoding="utf-8"))


def entries(feed: Path) -> list[str]:
    """What a feed's readers see of each entry, whatever the elements: its title, its address and its words."""
    said = []
    for entry in ElementTree.parse(feed).getroot().iter():
        if entry.tag.endswith(("item", "entry")):
            link = entry.find("{*}link")
            texts = sorted((part.text or "" for part in entry), key=len)
            said += [
                _plain(entry.findtext("{*}title") or ""),
                "" if link is None else link.get("href") or link.text or "",
            ]
            said += [line for line in _Reader(written=True).read(texts[-1]) if not line.startswith("<")]
    return said


def _paths(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for end in ("html", "xml") for path in output.rglob(f"*.{end}")}


def _diff(path: str, here: Path, there: Path, tool: Tool) -> list[str]:
    read = entries if tool.own_feeds and "feed" in path else lines
    return list(unified_diff(read(here / path), read(there / path), path, path, n=1, lineterm=""))


def _addresses(sitemap: Path) -> Iterator[str]:
    """Each page with its last change; not the further pages of a list, which some tools do not know yet."""
    for entry in ElementTree.parse(sitemap).getroot():
        texts = [part.text or "" for part in entry]
        if "/pagina/" not in texts[0]:
            yield " ".join(texts)


def _elements(element: ElementTree.Element) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    is_page = name in ("encoded", "content")
    yield " ".join([name, *(f"{key}={value}" for key, value in sorted(element.attrib.items()))])
    yield from _Reader(written=True).read(element.text or "") if is_page else filter(None, [_plain(element.text or "")])
    for child in element:
        yield from _elements(child)


def _plain(text: str) -> str:
    return re.sub(r"\d+ min di lettura", "N min di lettura", " ".join(text.translate(PLAIN).split()))


class _Reader(HTMLParser):
    """One page. `written`: all of it comes from Markdown, not only what stands in `.prose`."""

    def __init__(self, *, written: bool = False) -> None:
        super().__init__()
        self._lines: list[str] = []
        self._counts = dict.fromkeys(COUNTED, 0)
        self._text = ""
        self._open: list[bool] = [written]

    def read(self, page: str) -> list[str]:
        self.feed(page)
        self.close()
        self._say("")
        return [*self._lines, *(f"{count} {tag}" for tag, count in sorted(self._counts.items()))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self._open[-1]
        if written and tag in COUNTED:
            self._counts[tag] += 1
        attributes = dict(attrs)
        if not written or tag in WRITTEN or attributes.get("class") == "scroll":
            self._say(_tag(tag, attributes, written=written))
        if tag not in VOID:
            self._open.append(written or attributes.get("class") == "prose")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        self._open.pop()
        if not self._open[-1] or tag in WRITTEN:
            self._say(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._text += data

    def _say(self, tag: str) -> None:
        """A tag, and before it the text since the last one."""
        self._lines += filter(None, [_plain(self._text), tag])
        self._text = ""


def _tag(tag: str, attributes: dict[str, str | None], *, written: bool) -> str:
    kept = {key: _value(key, value or "") for key, value in sorted(attributes.items())}
    if written:
        kept = {key: value for key, value in kept.items() if tag in ("div", "td", "th")}
    return f"<{' '.join([tag, *map('='.join, kept.items())])}>"


def _value(key: str, value: str) -> str:
    """An address with neither the fingerprint of a file nor the id that a Markdown engine gave to a heading."""
    if key == "href" and value not in ("#top", "#main-content"):
        value = re.sub(r"#.+", "#", re.sub(r"\.[0-9a-f]{10}(?=\.css$)", "", value))
    return _plain(value)
