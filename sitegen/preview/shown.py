"""What the preview shows now, and what an address means in it: pure, from the last build to bytes on the wire."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Set
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec

from sitegen.digest import of_bytes
from sitegen.paths import INDEX, OutputPath, Url, output_url

if TYPE_CHECKING:
    from sitegen.preview.panel import Panel

OWN = "/.sitegen/"
"""Below this the preview has its own addresses. A name that begins with a dot is never served, so no file is hidden."""

NEAR = 3
NOT_LOADED = (".html", ".xml", ".txt", ".json")
"""Files that no page loads: a page need not be loaded again when they change."""

_ACTS = re.compile(rb"""<(?:script(?!\ type="application/ld\+json")|noscript|template|base)\b|http-equiv
                        |[\s"'/](?:autofocus\b|on[a-z]+\s*=)""", re.IGNORECASE | re.VERBOSE)  # fmt: skip
"""What is in a page that does something when it is loaded. Of a text that only looks like that it may be said, too."""
_STYLESHEET = re.compile(rb"""<link\b[^<>]*\bstylesheet\b[^<>]*>""", re.IGNORECASE)
_ADDRESS = re.compile(rb"""\bhref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)


class Told(msgspec.Struct, frozen=True):
    """A problem as the terminal tells it; `path` and `line` are where it stands."""

    text: str
    path: str
    line: int


class Shown(msgspec.Struct, frozen=True):
    """The last good build: `files` are what it wrote, `states` the outputs of documents that will not be, or not yet, on the
    site, with the words for it. `early` are the pages that are known already of a build which still runs, `told` is why the
    build after it failed, `heading` how many problems these are. A page that is shown otherwise has another name: that of `since`,
    where it has changed since all were called `name`; `latest` is the last one given. `panel` tells of pages.
    """

    name: str
    base: Url = Url("/")
    files: frozenset[OutputPath] = frozenset()
    states: dict[OutputPath, str] = {}
    early: dict[OutputPath, bytes] = {}
    told: tuple[Told, ...] = ()
    heading: str = ""
    since: dict[OutputPath, str] = {}
    latest: str = ""
    panel: Panel | None = None

    def name_of(self, path: OutputPath | None) -> str:
        """What the page at `path` is called as it is shown now; None stands for what may be at an address at any time."""
        return self.since.get(path, self.name) if path else self.latest or self.name

    def renewed(self, name: str, changed: Set[OutputPath]) -> Shown:
        """The same with another name for what has `changed`, which is all where pages load some of that."""
        if all(path.endswith(NOT_LOADED) for path in changed):
            return msgspec.structs.replace(self, since=self.since | dict.fromkeys(changed, name), latest=name)
        return msgspec.structs.replace(self, name=name, since={}, latest=name)


class Found(msgspec.Struct, frozen=True):
    """An address that is a file."""

    path: OutputPath


class Moved(msgspec.Struct, frozen=True):
    """An address at which there is nothing, but something at another one."""

    url: str


class Missing(msgspec.Struct, frozen=True):
    """An address at which there is nothing."""


def answer(shown: Shown, path: str) -> Found | Moved | Missing:
    """What is at a path as a browser asks for it (`/blog/a%20b/`). Only what the build wrote is ever found, by its name:
    no path is looked up on the disk.
    """
    if path != shown.base and path in ("/", shown.base.rstrip("/")):
        return Moved(shown.base)
    if not path.startswith(shown.base):
        return Missing()
    try:
        name = unquote(path.removeprefix(shown.base), errors="strict")
    except UnicodeDecodeError:
        return Missing()
    if any(part.startswith(".") for part in name.split("/")):
        return Missing()
    file = OutputPath(name + INDEX if name.endswith("/") or not name else name)
    if file in shown.files or file in shown.early:
        return Found(file)
    folder = OutputPath(f"{name}/{INDEX}")
    return Moved(output_url(shown.base, folder)) if folder in shown.files else Missing()


def near(shown: Shown, path: str) -> list[str]:
    """The addresses of pages that `path` most likely stands for, the likeliest first."""
    pages = {output_url(shown.base, file).casefold(): output_url(shown.base, file)
             for file in shown.files if file.endswith(".html") and file != "404.html"}  # fmt: skip
    return [pages[each] for each in difflib.get_close_matches(path.casefold(), pages, n=NEAR, cutoff=0.6)]


def on_the_wire(html: bytes, state: dict[str, object]) -> bytes:
    """A page with the preview's script, which reads `state`, whether the page acts, and a digest of it without the addresses of its
    stylesheets; taken out again, the script leaves the file as it is.
    """
    undressed = of_bytes(_STYLESHEET.sub(lambda found: _ADDRESS.sub(b"", found[0]), html))
    script = script_of({**state, "acts": _ACTS.search(html) is not None, "undressed": undressed})
    at = html.rfind(b"</body>")
    return html[:at] + script + html[at:] if at >= 0 else html + script


def script_of(state: dict[str, object]) -> bytes:
    """The one element that is added to a page, which does not wait for it to be painted."""
    data = escape(json.dumps(state, ensure_ascii=False, separators=(",", ":")))
    return f'<script async src="{OWN}client.js" data-state="{data}"></script>'.encode()


def plain_page(language: str, title: str, lines: Iterable[str] = ()) -> bytes:
    """A page of the preview's own, for where the site has none."""
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
            f'</head><body style="font: 1.1rem/1.6 system-ui; margin: 3rem"><h1>{escape(title)}</h1>{body}</body></html>\n'
            ).encode()  # fmt: skip
