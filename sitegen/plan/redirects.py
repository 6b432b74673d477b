"""Old addresses → where each leads today: those that documents name as theirs (`aliases:`), and those of `site.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote, urlsplit

import msgspec

from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG
from sitegen.parse.uses import origin_of
from sitegen.paths import INDEX, OutputPath, Url, output_path
from sitegen.plan import views
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Output, Template
from sitegen.problems import Place, problem

STUB = "redirect.html"
_RESERVED = "%/:?#[]@!$&'()*+,;=~-._"  # what RFC 3986 lets stand in an address as it is
_PATH = re.compile(r"/[^?#\\\x00-\x1f]*")
_QUERY = re.compile(r"[^?#\s\\\"$<>{}\x00-\x1f]+")
_PAIRS = re.compile(r"[^=&]+=[^=&]*(?:&[^=&]+=[^=&]*)*")
_INDEX = re.compile(r"/index\.(?!html$)\w+$")
"""What a server shows for a folder: an old address of that name would take the place of the folder's page."""
_PAGE = re.compile(r"\.(html?|php|aspx?|xml|txt)$")
_ANSWERING = {"apache": _QUERY, "nginx": _QUERY, "netlify": _PAIRS, "vercel": _PAIRS}
"""The query strings that a host can lead on from."""


class Redirect(msgspec.Struct, frozen=True):
    """An old address, `path` (as written, below the site's own) and `query`, and its `target`, percent-encoded: root-relative, or
    whole where it is no page of the site; `title` is that of the page there, "" where there is none.
    """

    path: Url
    query: str
    target: str
    title: str
    origin: str
    place: Place

    @property
    def file(self) -> OutputPath:
        """Where a page at the old address lies."""
        return _file(self.path)

    @property
    def key(self) -> tuple[str, str]:
        """The same for old addresses that are asked for in the same way."""
        return _key(self.path, self.query)

    @property
    def address(self) -> str:
        """The old address as it was written."""
        return self.path + (f"?{self.query}" if self.query else "")


_Key = tuple[str, str]
_Known = dict[_Key, Redirect]


def make_redirects(linker: Linker, site: Site) -> tuple[Redirect, ...]:
    """All of them, each straight to its end; what is wrong is told to the linker."""
    known: _Known = {}
    for each in (*_of_documents(linker, site), *_of_settings(linker, site)):
        if each.query and not is_answered(site.config.hosting, each, site.config.base):
            linker.tell(problem("W407", each.place, alias=each.address, hosting=site.config.hosting))
            continue
        other = known.setdefault(each.key, each)
        if other is not each:
            linker.tell(problem("E423", each.place, address=each.address, other=_shown(other.place)))
    ends: dict[_Key, Redirect | None] = {}
    for key in known:
        _find_end(key, known, ends, site)
    return tuple(_straight(each, ends[key], linker) for key, each in known.items())


def make_stubs(redirects: Iterable[Redirect], linker: Linker, site: Site) -> Iterator[Output]:
    """A small page at each old address, which leads on where a host does nothing by itself."""
    for each in redirects:
        if not each.query:
            title = each.title or each.target
            view = views.RedirectView(site.config.language, each.target, linker.absolute(each.target), title)
            yield Output(each.file, Template(STUB, view), each.origin, each.place)


def is_answered(hosting: str, redirect: Redirect, base: str) -> bool:
    """Whether a host can lead on from an address with a query. Some take the query along, so that the same path would come back."""
    readable = hosting in _ANSWERING and _ANSWERING[hosting].fullmatch(redirect.query) is not None
    comes_back = hosting in ("netlify", "vercel") and redirect.target.partition("?")[0] == base + redirect.path[1:]
    return readable and not comes_back


def _of_documents(linker: Linker, site: Site) -> Iterator[Redirect]:
    for item in site.everything():
        aliases = getattr(item.meta, "aliases", ())
        if not aliases or item.source not in linker.shown_sources or not item.url:
            continue
        for number, alias in enumerate(aliases):
            place = item.place(f"aliases.{number}")
            if old := _read(alias, place, linker, site):
                yield Redirect(*old, item.url, item.meta.title, item.source, place)


def _of_settings(linker: Linker, site: Site) -> Iterator[Redirect]:
    if not site.config.redirects:
        return
    titles = {item.url: item.meta.title for item in site.everything() if item.url and hasattr(item.meta, "title")}
    lines = (linker.snapshot.text(CONFIG) or "").split("\n")
    for written, value in site.config.redirects.items():
        place = _place_of(written, value.place, lines)
        old, target = _read(written, place, linker, site), linker.link(value)
        if not old or (value.to and not target):  # which has been told
            continue
        if origin_of(target) == site.config.origin:
            target = urlsplit(target)._replace(scheme="", netloc="").geturl()
        target = quote(target, safe=_RESERVED)
        if not target.startswith(("/", "https://", "http://")):
            linker.tell(problem("E411", place, alias=written, near="", cause="alias.target", base=site.config.base))
            continue
        yield Redirect(*old, target, titles.get(Url(target), ""), CONFIG, place)


def _place_of(key: str, value: Place, lines: list[str]) -> Place:
    """Where a key is written, which stands before its value."""
    column = lines[value.line - 1].rfind(key, 0, value.column) + 1 if 0 < value.line <= len(lines) else 0
    return value._replace(column=column, width=len(key)) if column else value


def _read(written: str, place: Place, linker: Linker, site: Site) -> tuple[Url, str] | None:
    """The path and the query of an old address as it was written; None where it is none, which is told."""
    path, mark, query = written.partition("?")
    sound = (
        "*" not in written
        and _is_sound(path)
        and not _has_base(path, site)
        and (not mark or _is_sound_query(path, query))
    )
    is_index = not mark and _INDEX.search(path) is not None
    if sound and not is_index and (path != "/" or query):
        return Url(path), quote(query, safe=_RESERVED)
    meant = "/" + re.sub(r"^https?://[^/]*", "", written).removeprefix("/")
    cause = "alias.index" if is_index else "alias.signs" if meant == written else "alias.form"
    if "*" in written:
        meant, cause = written, "alias.star"
    if _has_base(meant, site):
        meant, cause = "/" + meant.removeprefix(site.config.base), "alias.base"
    near = meant if meant != written and _is_sound(meant.partition("?")[0]) and meant != "/" else ""
    linker.tell(problem("E411", place, alias=written, near=near, cause=cause, base=site.config.base))
    return None


def _is_sound(path: str) -> bool:
    """Whether a file can stand for an address."""
    decoded = unquote(path)
    climbs = any(".." in each.split("/") or "//" in each for each in (path, decoded))
    return _PATH.fullmatch(path) is not None and not climbs and not re.search(r'[\x00-\x1f"\\]', decoded)


def _is_sound_query(path: str, query: str) -> bool:
    """The same of a query; no file stands for its path, so that nobody else looks at its name."""
    return _QUERY.fullmatch(query) is not None and not re.search(r"[*:<>|{}$]", unquote(path))


def _has_base(path: str, site: Site) -> bool:
    """Whether an old address begins with the site's own path, which goes before all of them; not so where the site has
    pages below a folder of that name (`/blog/a/` on `https://host/blog/`).
    """
    base = site.config.base
    if base == "/" or not f"{path}/".startswith(base):
        return False
    doubled = base + base.lstrip("/")
    return not any(item.url.startswith(doubled) for item in site.everything())


def _file(path: str) -> OutputPath:
    found = output_path(Url("/"), Url(path))
    return found if found.endswith(INDEX) or _PAGE.search(found) else OutputPath(f"{found}/{INDEX}")


def _key(path: str, query: str) -> _Key:
    return unquote(path).strip("/") if query else _file(path), query


def _next(redirect: Redirect, known: _Known, site: Site) -> _Key | None:
    """The old address that a target is, if it is one; its query may be that of a visitor."""
    if not redirect.target.startswith(site.config.base):
        return None
    path, _, query = ("/" + redirect.target.removeprefix(site.config.base)).partition("#")[0].partition("?")
    keys = (_key(path, query), _key(path, ""))
    return next((key for key in keys if key in known), None)


def _find_end(start: _Key, known: _Known, ends: dict[_Key, Redirect | None], site: Site) -> None:
    """Adds to `ends` the last redirect of each on the way from `start`; None for those that never end."""
    way: dict[_Key, None] = {}
    key: _Key | None = start
    while key is not None and key not in ends and key not in way:
        way[key] = None
        last, key = known[key], _next(known[key], known, site)
    if way:
        ends.update(dict.fromkeys(way, last if key is None else ends.get(key)))


def _straight(redirect: Redirect, end: Redirect | None, linker: Linker) -> Redirect:
    if end is None and redirect.origin != CONFIG:
        return redirect  # it has the address of its own page, which is told as such
    if end is None:
        linker.tell(problem("E424", redirect.place, address=redirect.address))
        return redirect
    return redirect if end is redirect else msgspec.structs.replace(redirect, target=end.target, title=end.title)


def _shown(place: Place) -> str:
    return f"{place.path}:{place.line}" if place.line else place.path
