"""Old addresses → where each leads today: those that documents name as theirs (`aliases:`), and those of `site.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import msgspec

from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG
from sitegen.paths import INDEX, OutputPath, Url, output_path
from sitegen.plan import views
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Output, Template
from sitegen.problems import Place, problem
from sitegen.read.snapshot import Snapshot

STUB = "redirect.html"
ANSWERING = frozenset(("apache", "netlify", "nginx", "vercel"))
"""Hosts that can lead on from an address with a question."""
_ADDRESS = re.compile(r"/[^?#\\\x00-\x1f]*")
_QUESTION = re.compile(r"[^?#\s\\\"$\x00-\x1f]+")
_PAGE = re.compile(r"\.(html?|php|aspx?|xml|txt)$")


class Redirect(msgspec.Struct, frozen=True):
    """An old address, `path` (as written, below the site's own) and `question` (what stood behind its question mark), and the `url`
    to which it leads, root-relative or whole; `title` is that of the page there, "" where it is none of the site's.
    """

    path: Url
    question: str
    url: str
    title: str
    origin: str
    place: Place

    @property
    def file(self) -> OutputPath:
        """Where a page at the old address lies."""
        path = output_path(Url("/"), self.path)
        return path if path.endswith(INDEX) or _PAGE.search(path) else OutputPath(f"{path}/{INDEX}")


def make_redirects(linker: Linker, site: Site) -> tuple[Redirect, ...]:
    """All of them, each straight to its end; what is wrong is told to the linker."""
    found: dict[tuple[str, str], Redirect] = {}
    for each in (*_of_documents(linker, site), *_of_settings(linker, site)):
        if each.question and site.config.hosting not in ANSWERING:
            linker.tell(problem("W407", each.place, alias=_written(each), hosting=site.config.hosting))
            continue
        other = found.setdefault(_key(each), each)
        if other is not each and each.question:  # two pages at one path are told as such
            linker.tell(problem("E423", each.place, address=_written(each), other=_where(other.place)))
    return tuple(_to_the_end(each, found, linker, site) for each in found.values())


def make_stubs(redirects: Iterable[Redirect], linker: Linker, site: Site) -> Iterator[Output]:
    """A small page at each old address, which leads on where a host does nothing by itself."""
    for each in redirects:
        if not each.question:
            view = views.RedirectView(site.config.language, each.url, linker.absolute(each.url), each.title or each.url)
            yield Output(each.file, Template(STUB, view), each.origin, each.place)


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
    for written, target in site.config.redirects.items():
        place = _place_of(written, target.place, linker.snapshot)
        old, url = _read(written, place, linker, site), linker.link_if_shown(target)
        if old and url:
            yield Redirect(*old, url, titles.get(Url(url), ""), CONFIG, place)


def _place_of(key: str, value: Place, snapshot: Snapshot) -> Place:
    """Where a key is written, which stands before its value."""
    lines = (snapshot.text(value.path) or "").split("\n")
    column = lines[value.line - 1].find(key, 0, value.column) + 1 if value.line <= len(lines) else 0
    return value._replace(column=column, width=len(key)) if column else value


def _read(written: str, place: Place, linker: Linker, site: Site) -> tuple[Url, str] | None:
    """The path and the question of an old address as it was written; None where it is none, which is told."""
    path, mark, question = written.partition("?")
    sound = is_sound(path) and not _has_base(path, site) and (not mark or _QUESTION.fullmatch(question) is not None)
    if sound and (path != "/" or question):
        return Url(path), question
    meant = "/" + re.sub(r"^https?://[^/]*", "", written).removeprefix("/")
    cause = "alias.signs" if meant == written else "alias.form"
    if _has_base(meant, site):
        meant, cause = "/" + meant.removeprefix(site.config.base), "alias.base"
    near = meant if meant != written and is_sound(meant.partition("?")[0]) and meant != "/" else ""
    linker.tell(problem("E411", place, alias=written, near=near, cause=cause, base=site.config.base))
    return None


def is_sound(path: str) -> bool:
    """Whether a file can stand for an address."""
    if not _ADDRESS.fullmatch(path) or ".." in path.split("/") or "//" in path:
        return False
    decoded = unquote(path)
    return ".." not in decoded.split("/") and not re.search(r"[\x00-\x1f]", decoded)


def _has_base(path: str, site: Site) -> bool:
    """Whether an old address begins with the site's own path, which goes before all of them; not so where the site has
    pages below a folder of that name (`/blog/a/` on `https://host/blog/`).
    """
    base = site.config.base
    if base == "/" or not f"{path}/".startswith(base):
        return False
    doubled = base + base.lstrip("/")
    return not any(item.url.startswith(doubled) for item in site.everything())


def _key(redirect: Redirect) -> tuple[str, str]:
    return (redirect.file if not redirect.question else unquote(redirect.path).strip("/"), redirect.question)


def _to_the_end(redirect: Redirect, found: dict[tuple[str, str], Redirect], linker: Linker, site: Site) -> Redirect:
    """The redirect without those that lie between it and a page; as it is where it leads in a circle, which is told."""
    last, seen = redirect, {_key(redirect)}
    while (key := _key_of(last.url, site)) in found:
        if key in seen:
            linker.tell(problem("E424", redirect.place, address=_written(redirect)))
            return redirect
        seen.add(key)
        last = found[key]
    return redirect if last is redirect else msgspec.structs.replace(redirect, url=last.url, title=last.title)


def _key_of(url: str, site: Site) -> tuple[str, str]:
    """The old address that a new one may be."""
    if not url.startswith(site.config.base):
        return "", "-"
    path, _, question = url.partition("#")[0].partition("?")
    below = Url("/" + path.removeprefix(site.config.base))
    return _key(Redirect(below, question, "", "", "", Place("")))


def _written(redirect: Redirect) -> str:
    return redirect.path + (f"?{redirect.question}" if redirect.question else "")


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}" if place.line else place.path
