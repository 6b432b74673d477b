"""What is written as a link, an image or a file → the address it has in the output.

Every address goes through one `Linker`: it keeps the problems, the files that are asked for (only those are published),
and the root-relative addresses that can be checked only when the whole plan is known.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from copy import copy
from itertools import count
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

import msgspec
from msgspec import structs

from sitegen.digest import Digest, of_value
from sitegen.model.site import Item, Site
from sitegen.model.urls import pattern_of
from sitegen.parse.documents import CONFIG, DOCUMENT_ENDS
from sitegen.parse.fields import FilePath, Target
from sitegen.parse.fragment import ComponentSlot, EmbedSlot, EndSlot, Fragment, ImageSlot, LinkSlot
from sitegen.parse.kinds import Picture
from sitegen.parse.pictures import END_OF, FILMS, PHONES, Facts, reads_phones
from sitegen.parse.uses import Use, is_elsewhere, of_attribute
from sitegen.paths import OutputPath, SourcePath, Url, beside, media_meant, output_path, output_url, url_path
from sitegen.plan import views
from sitegen.plan.anchors import anchors_on
from sitegen.plan.embeds import Frames, embed_of
from sitegen.plan.outside import is_allowed, loaded
from sitegen.plan.pictures import files_of, is_offered, offer_of
from sitegen.plan.sights import Asked, Asking, Promise, Used
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import Snapshot
from sitegen.slugs import slugify_file
from sitegen.words import named, nearest, nearest_path

IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg")
SHOWN_IMAGES = (*IMAGES, ".jfif", ".apng", ".bmp", ".ico")
_PHOTOS = (".tif", ".tiff", ".raw", ".dng", ".cr2", ".nef", ".psd", ".ai", ".eps", ".jxl", ".jp2")
NEVER_LINKED = (".yaml", ".yml", ".css")
_STATIC = "content/static/"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\")
_ON_THIS_COMPUTER = re.compile(r"file:|[a-zA-Z]:[\\/]|\\\\", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@/:]+@[^\s@/]+\.[a-z]{2,}", re.IGNORECASE)
_DOMAIN = re.compile(r"www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(it|com|org|net|eu|info)(/|$)", re.IGNORECASE)
_NOTE = re.compile(r"#?fn(?:ref\d*)?-")
_PLAIN_PERMALINK = re.compile(r"(?:p|page_id|cat|attachment_id)=\d")
_HALF_A_SCHEME = re.compile(r"https?/+", re.IGNORECASE)
Made = TypeVar("Made")
MakeComponent = Callable[[ComponentSlot, int, Fragment, SourcePath, str], views.Component | str]
"""What makes the component of a slot, by its number among those of a text that stands in a document, and the text's prefix on the page."""
InFeed = Callable[[views.Component, Callable[[Any], Any]], views.Component]
MOST_ANCHORS = 20
NO_BODY = views.Body(Digest(""))


class Linker:
    """Resolves addresses for one plan."""

    def __init__(self, site: Site, snapshot: Snapshot, theme_anchors: Iterable[str], frames: Frames) -> None:
        self.frames = frames
        self.components: MakeComponent = _no_component
        self.in_feed: InFeed = _as_it_is
        self.site = site
        self.snapshot = snapshot
        self.asking = Asking()
        self._own_host = _host(site.config.base_url)
        self.fragments: dict[Digest, Callable[[], Fragment]] = {}
        self.items = {item.source: item for item in site.everything()}
        self.shown_sources = {item.source for items in site.shown.values() for item in items.values()}
        self.theme_anchors = frozenset(theme_anchors)
        self._anchors: dict[SourcePath, frozenset[str]] = {}
        self._pictures: dict[str, SourcePath] = {}
        self._digests: dict[int, tuple[Fragment, Digest]] = {}

    def watch(self, make: Callable[[], Made]) -> tuple[Made, Asked]:
        """What `make` returns, and all that it asks for on the way."""
        around, self.asking = self.asking, Asking()
        try:
            return make(), self.asking.asked()
        finally:
            self.asking = around

    def with_shown(self, sources: set[SourcePath]) -> Linker:
        """The same where other documents are shown, as they are on another day."""
        other = copy(self)
        other.shown_sources, other.asking = sources, Asking()
        return other

    def tell(self, found: Problem) -> None:
        """Keeps a problem."""
        self.asking.problems.append(found)

    # What views ask for

    def absolute(self, url: str) -> str:
        """A root-relative address with scheme and host; any other as it is."""
        return self.site.config.origin + url if url.startswith("/") and not url.startswith("//") else url

    def body(self, fragment: Fragment, source: SourcePath, prefix: str) -> views.Body:
        """The fragment with its slots resolved, as it stands in `source`; `prefix` is its own on the page."""
        return self._body(fragment, self._digest(fragment), source, prefix)

    def text(self, item: Item, prefix: str = "") -> views.Body:
        """The body of a document, likewise."""
        self.fragments[item.trace.text] = lambda: item.body
        return self._body(item.body, item.trace.text, item.source, prefix)

    def text_apart(self, item: Item) -> views.Body:
        """The body of a document as it stands in a feed, where all addresses are absolute."""
        page = self.absolute(item.url)
        return self._apart(self.text(item), page)  # type: ignore[no-any-return]

    def _apart(self, shown: Any, page: str) -> Any:
        """What a text shows, with addresses that hold anywhere."""
        match shown:
            case views.Component():
                return self.in_feed(shown, lambda value: self._apart(value, page))
            case views.Embed():
                return structs.replace(
                    shown, url=self.absolute(shown.url), frame="", script="", sheet=""
                )  # nothing runs there
            case views.Image():
                return structs.replace(shown, url=self.absolute(shown.url), choices=())
            case views.Body():
                return structs.replace(shown, targets=tuple(self._apart(each, page) for each in shown.targets))
            case str():
                return page + shown if shown.startswith("#") else self.absolute(shown)
            case tuple():
                return tuple(self._apart(each, page) for each in shown)
            case msgspec.Struct():
                own = {name: getattr(shown, name) for name in shown.__struct_fields__}
                return structs.replace(shown, **{name: self._apart(value, page) for name, value in own.items()
                                                 if name == "url" or not isinstance(value, str | int | dict)})  # fmt: skip
        return shown

    def _body(self, fragment: Fragment, digest: Digest, source: SourcePath, prefix: str) -> views.Body:
        if not any(fragment.parts) and not fragment.slots:
            return NO_BODY
        own = frozenset(fragment.ids)
        numbers = count(1)
        targets = tuple(
            self.components(slot, next(numbers), fragment, source, prefix) if isinstance(slot, ComponentSlot) else
            self._slot(slot, own, source, prefix) for slot in fragment.slots
        )  # fmt: skip
        for use in fragment.uses:
            self._use(use, source)
        notes = any(map(_NOTE.match, own))
        return views.Body(digest, targets, max(fragment.words, 1), prefix if notes else "", notes)

    def link(self, target: Target | None) -> str:
        """The address of a button or menu entry; "" where it leads to what is held back or does not exist (and is a
        problem then).
        """
        if target is None:
            return ""
        config = self.site.config
        if target.to == "blog" and not self.site.shown["posts"]:
            return ""
        if target.to == "blog":
            return url_path(config.base, pattern_of(config, "blog"))
        if _SCHEME.match(target.to):
            for kind, what, _ in of_attribute("a", "href", target.to):
                self.asking.uses[Used(target.place, kind, what)] = None
            return self._elsewhere(target.to, target.place, "content")
        if target.to.startswith("#"):
            return self._own_anchor(target.to, SourcePath(target.place.path), target.place)
        if target.to.startswith("/"):
            return self._promise(target.to, target.place)
        path, _, anchor = target.to.partition("#")
        return self._content(SourcePath("content/" + path), anchor, target.to, target.place, CONFIG)

    def link_if_shown(self, target: Target | None) -> str:
        """Like `link`, but "" and no problem where the target is held back: menus leave it out."""
        if target is not None:
            path = SourcePath("content/" + target.to.partition("#")[0])
            if path in self.items and path not in self.shown_sources:
                return ""
        return self.link(target)

    def program(self, target: Target) -> str:
        """The address of what receives a form."""
        if target.to.startswith("/") and not target.to.startswith("//"):
            return self._promise(target.to, target.place, is_program=True)
        if not _SCHEME.match(target.to):
            return self.link(target)
        self.asking.uses[Used(target.place, "form", target.to)] = None
        return self._elsewhere(target.to, target.place)

    def _use(self, use: Use, source: SourcePath) -> None:
        place = Place(source, use.line, use.column, use.width)
        if use.kind != "load":
            self.asking.uses[Used(place, use.kind, use.written)] = None
        elif not is_allowed(use.written, self.site.config):
            self.tell(loaded(use.written, place))

    def image(self, picture: Picture | None, source: SourcePath) -> views.Image | None:
        """The view of an image named in front matter."""
        url = self.file(picture.src, source, shown=True) if picture else ""
        if picture is not None:
            self.loaded(picture.src)
        if picture is None or not url:
            return None
        shown = self._shown(url, picture.src.written, picture.src.place)
        return structs.replace(shown, alt=picture.alt, caption=getattr(picture, "caption", ""),
                               credit=getattr(picture, "credit", ""))  # fmt: skip

    def loaded(self, path: FilePath | None) -> None:
        """A page loads this file by itself, which may not be somebody else's."""
        if path and is_elsewhere(path.written) and not is_allowed(path.written, self.site.config):
            self.tell(loaded(path.written, path.place))

    def shown(self, path: FilePath | None, source: SourcePath) -> views.Image | None:
        """A file that is to be shown as an image, in the form that is shown everywhere; None where there is none."""
        url = self.file(path, source, shown=True)
        return self._shown(url, path.written, path.place, everywhere=True) if path and url else None

    def picture(self, path: FilePath | None, source: SourcePath) -> str:
        """Its address; "" where there is none."""
        image = self.shown(path, source)
        return image.url if image else ""

    def file(self, path: FilePath | None, source: SourcePath, *, shown: bool = False) -> str:
        """The address of a file named in front matter: beside its document, else from the top of `content/`."""
        if path is None:
            return ""
        if _SCHEME.match(path.written):
            return self._elsewhere(path.written, path.place, posixpath.dirname(source))
        if path.written.startswith("/"):
            return self._promise(path.written, path.place, shown=shown)
        candidates = (beside(source, path.written), SourcePath("content/" + path.written))
        found = next((each for each in candidates if each in self.snapshot.files), None)
        if found is None:
            return self._missing(path.written, source, path.place, "missing.beside")
        return self._publish(found, path.written, path.place, shown)

    # How an address is found

    def _slot(self, slot: LinkSlot | ImageSlot | EmbedSlot | EndSlot, own: Collection[str], source: SourcePath,
              prefix: str) -> str | views.Image | views.Embed:  # fmt: skip
        if isinstance(slot, EndSlot):
            return ""
        if isinstance(slot, EmbedSlot):
            return embed_of(slot, self.frames)
        if isinstance(slot, LinkSlot) and slot.target[:1] == "#" and slot.target[1:] in own:
            return _within(slot.target, prefix)
        place = Place(source, slot.line, slot.column, max(len(slot.target), 1))
        if isinstance(slot, ImageSlot) and slot.alt is None:
            self.tell(problem("W402", place, image=slot.target))
        written = slot.target.strip()
        is_image = isinstance(slot, ImageSlot)
        url = self.address(written, source, place, shown=is_image)
        return self._shown(url, written, place) if is_image else url

    def _shown(self, url: str, written: str, place: Place, *, everywhere: bool = False) -> views.Image:
        """An image, which must be one that browsers show if it is the site's own, with the files that it is offered as; only
        the one for all browsers where it is shown `everywhere`.
        """
        path = urlsplit(url).path if url.startswith("/") else ""
        end = posixpath.splitext(path)[1].lower()
        if end and end not in SHOWN_IMAGES and not (end in PHONES and reads_phones()):
            cause = "image.phone" if end in PHONES else "image.photo" if end in _PHOTOS else "image.file"
            self.tell(problem("E419", place, written=written, cause=cause))
        source = self._pictures.get(path)
        facts = self.site.pictures.get(source) if source else None
        if source is None or facts is None:
            return views.Image(url, "")
        if facts.wrong:
            self._refuse(facts, written, place)
        if not is_offered(facts, self.snapshot.files[source].size):
            return views.Image(url, "", width=facts.width, height=facts.height)
        base = self.site.config.base
        offer = offer_of(output_path(base, Url(path)), facts, self.snapshot.files[source].digest)
        asked = [offer.plain] if everywhere else files_of(offer)
        self.asking.pictures |= {(file, source, spec): None for file, spec in asked}
        choices = tuple(
            views.Choice(f"image/{each}", ", ".join(f"{output_url(base, file)} {spec.width}w" for file, spec in files))
            for each, files in offer.newer.items()
        )
        file, spec = offer.plain
        return views.Image(output_url(base, file), "", width=spec.width, height=spec.height, choices=choices)

    def picture_at(self, written: str, source: SourcePath, place: Place) -> views.Image | None:
        """A picture by its address in a text, which the page loads; None where there is none."""
        url = self.address(written, source, place, shown=True)
        self.loaded(FilePath(written, place))
        return self._shown(url, written, place) if url else None

    def download(self, written: str, source: SourcePath, place: Place) -> views.File | None:
        """A file by its address in a text; None where there is none."""
        url = self.address(written, source, place)
        path = beside(source, unquote(written.partition("#")[0]))
        there = self.snapshot.files.get(path) if path and path not in self.items else None
        name = posixpath.basename(urlsplit(url).path)
        end = posixpath.splitext(name)[1][1:].upper()
        return (
            views.File(url, name, end, size_in_words(there.size, self.site.config.language) if there else "")
            if url
            else None
        )

    def address(self, written: str, source: SourcePath, place: Place, *, shown: bool = False) -> str:
        """What is written as a link, or as the address of an image that is `shown`, in a text that stands in `source`."""
        if _SCHEME.match(written):
            return self._elsewhere(written, place, posixpath.dirname(source))
        if not written:
            self.tell(problem("E408", place))
            return ""
        if written.startswith("#"):
            return self._own_anchor(written, source, place)
        if written.startswith("/"):
            return self._promise(written, place, shown=shown)
        path, _, anchor = written.partition("#")
        path, _, query = path.partition("?")
        if not path and _PLAIN_PERMALINK.match(query):
            return self._plain_permalink(written, place)
        found = beside(source, unquote(path))
        if found is None:
            self.tell(problem("E407", place, written=written))
            return ""
        url = self._content(found, anchor, written, place, source, shown=shown)
        return url.replace("#", f"?{query}#", 1) if query and "#" in url else f"{url}?{query}" if query and url else url

    def _elsewhere(self, written: str, place: Place, folder: str = "") -> str:
        """An address outside of the site, which may not be one of the writer's own computer. One on the site's own host is
        looked for in the plan, if `folder` says where the path of a file would start in its place.
        """
        if _ON_THIS_COMPUTER.match(written):
            self.tell(problem("E416", place, written=written))
            return ""
        if (meant := _whole_address(written)) is not None:
            self.tell(problem("E418", place, written=written, near=meant))
            return ""
        if folder and self._own_host in written.lower() and (url := own_url(written, self.site.config.base_url)):
            self.asking.promises.append(Promise(url, place, written, folder=folder))
        return written

    def broken_anchors(self, promises: Iterable[Promise], pages: Collection[OutputPath]) -> tuple[Problem, ...]:
        """The anchors of root-relative addresses that their pages do not have; a page that is not there is told elsewhere."""
        promises = [each for each in promises if "#" in each.written]
        by_url = {str(item.url): item for item in self.items.values() if item.url} if promises else {}

        def check() -> None:
            for each in promises:
                self._promised_anchor(each, by_url, pages)

        return self.watch(check)[1].problems

    def _promised_anchor(self, promise: Promise, by_url: Mapping[str, Item], pages: Collection[OutputPath]) -> None:
        anchor = unquote(urlsplit(promise.written).fragment) if not promise.folder else ""
        if anchor and promise.url in by_url:
            self._check_anchor(by_url[promise.url], anchor, promise.place)
        elif anchor and output_path(self.site.config.base, promise.url) in pages:
            self._check_list_anchor(promise.url, anchor, promise.place)

    def _own_anchor(self, written: str, source: SourcePath, place: Place) -> str:
        item = self.items.get(source)
        if item and written != "#":
            self._check_anchor(item, unquote(written[1:]), place)
        elif written != "#" and not source.endswith(DOCUMENT_ENDS):
            self._check_list_anchor(written, unquote(written[1:]), place)
        return written

    def _check_list_anchor(self, page: str, anchor: str, place: Place) -> None:
        """Pages that sitegen makes have the theme's anchors alone."""
        if anchor not in self.theme_anchors:
            known = sorted(self.theme_anchors)
            self.tell(problem("E405", place, anchor=anchor, path=page, near=nearest(anchor, known),
                              known=", ".join(f"#{each}" for each in known), some="", cause=""))  # fmt: skip

    def _content(self, path: SourcePath, anchor: str, written: str, place: Place, source: SourcePath, *,
                 shown: bool = False) -> str:  # fmt: skip
        """The address of a content file: a document's page, or the published file itself."""
        item = self.items.get(path)
        if item is None:
            is_there = path in self.snapshot.files and not path.endswith(NEVER_LINKED)
            cause = "missing.target" if source == CONFIG else "missing.path"
            if not is_there:
                return self._missing(written, source, place, cause)
            url = self._publish(path, written, place, shown)
            return f"{url}#{anchor}" if anchor else url  # a page of a PDF, a part of a drawing
        if path not in self.shown_sources:
            self.tell(problem("E403", place, written=written, state=item.state.name, path=path))
            return ""
        if not item.url:
            self.tell(problem("E404", place, written=written, kind=item.kind))
            return ""
        if anchor:
            self._check_anchor(item, unquote(anchor), place)
        return f"{item.url}#{anchor}" if anchor else item.url

    def _check_anchor(self, item: Item, anchor: str, place: Place) -> None:
        known = self._anchors.get(item.source)
        if known is None:
            known = self._anchors[item.source] = self.theme_anchors.union(
                each.name for each in anchors_on(item, self.site)
            )
        if anchor not in known:
            near = nearest(anchor, known)
            anchors = [f"#{each}" for each in sorted(known - self.theme_anchors)]
            own, some = named(anchors, MOST_ANCHORS)
            self.tell(problem("E405", place, anchor=anchor, path=item.source, near=near, known=own, some=some,
                              cause="" if near else "anchor"))  # fmt: skip

    def _promise(self, written: str, place: Place, *, is_program: bool = False, shown: bool = False) -> Url:
        parts = urlsplit(written)
        base = self.site.config.base
        if parts.path == "/" and _PLAIN_PERMALINK.match(parts.query):
            return self._plain_permalink(written, place)
        if not is_program and (file := self._media(unquote(parts.path))):
            return Url(self._publish(file, written, place, shown) + written.removeprefix(parts.path))
        self.asking.promises.append(Promise(url_path(base, unquote(parts.path)), place, written, is_program))
        return Url(base.rstrip("/") + written)

    def asset(self, url: str, written: str, place: Place) -> None:
        """Asks for what a stylesheet names by an address from the root of the site; its own text stays as it is `written`."""
        if _SCHEME.match(url):
            self._elsewhere(written, place)
        elif file := self._media(unquote(urlsplit(url).path)):
            published = self._publish(file, written, place)
            if published != url_path(self.site.config.base, unquote(urlsplit(url).path)):
                near = "/" + published.removeprefix(self.site.config.base)
                self.tell(problem("E401", place, written=written, near=near, file="", cause="missing.asset"))
        else:
            self.asking.promises.append(
                Promise(url_path(self.site.config.base, unquote(urlsplit(url).path)), place, written)
            )

    def _plain_permalink(self, written: str, place: Place) -> Url:
        """WordPress' short address of a document, which would lead to the home page, or nowhere."""
        self.tell(problem("E401", place, written=written, near="", file="", cause="whole.question"))
        return Url("")

    def _media(self, address: str) -> SourcePath | None:
        """The file that is published at an address below `/media/` when somebody asks for it there; one of `static/` is there
        anyhow.
        """
        found = (each for each in media_meant(address) if each in self.snapshot.files and each not in self.items)
        file = next((each for each in found if not each.startswith(_STATIC) and not each.endswith(NEVER_LINKED)), None)
        return file if _STATIC + address.lstrip("/") not in self.snapshot.files else None

    def _publish(self, path: SourcePath, written: str, place: Place, shown: bool = False) -> Url:
        """Asks for a file to be published, at a path that every host and disk takes; one of `static/` is published already, and
        a picture that is `shown` is, in the forms that it is offered in.
        """
        if path.startswith(_STATIC):
            return output_url(self.site.config.base, OutputPath(path.removeprefix(_STATIC)))
        folder, name = posixpath.split(path.removeprefix("content/").removeprefix("media/"))
        stem, end = posixpath.splitext(name)
        parts = [part for part in folder.split("/") if part]
        safe = "/".join(slugify_file(part) for part in (*parts, stem)) + end.lower()
        output = OutputPath(f"media/{safe}")
        url = output_url(self.site.config.base, output)
        if shown:
            self._pictures[url] = path
        facts, size = self.site.pictures.get(path), self.snapshot.files[path].size
        if shown and is_offered(facts, size):
            return url
        if facts and facts.wrong:
            if not shown:
                self._refuse(facts, written, place)
        else:
            self.asking.files[output, path] = None
        if facts and end.lower() in FILMS and facts.located:
            self.tell(problem("E425", place, written=written))
        return url

    def _refuse(self, facts: Facts, written: str, place: Place) -> None:
        if facts.wrong == "closed":
            return
        near = f"{posixpath.splitext(written)[0]}{END_OF[facts.format]}" if facts.format else ""
        self.tell(problem("E422", place, written=written, cause=f"picture.{facts.wrong}", near=near,
                          format=facts.format.upper()))  # fmt: skip

    def _missing(self, written: str, source: SourcePath, place: Place, cause: str) -> str:
        folder = posixpath.dirname(source)
        path = written.partition("#")[0].partition("?")[0]
        wants_image = path.lower().endswith(IMAGES)
        ends = IMAGES if wants_image else ("",)
        known = (
            each for each in self.snapshot.files if each.startswith("content/") and not each.endswith(NEVER_LINKED)
        )
        here = {posixpath.relpath(each, folder): each for each in known if each.lower().endswith(ends)}
        bare = path.rstrip("/")
        wanted = (f"{bare}.md", f"{bare}/index.md")
        near = next((each for each in wanted if each in here or f"content/{each}" in self.snapshot.files), "")
        is_blog = cause == "missing.target" and bare.casefold() in ("blog", "pages/blog.md", "blog.md")
        near = "blog" if is_blog else near or nearest_path(path, here) or _same_name(bare, here)
        if not near and (meant := _outside(written)):
            near, cause = meant, "missing.web"
        self.tell(problem("E401", place, written=written, near=near, file="", cause=cause))
        return ""

    def _digest(self, fragment: Fragment) -> Digest:
        kept = self._digests.get(id(fragment))
        if kept is None:
            kept = self._digests[id(fragment)] = (fragment, of_value((fragment.parts, fragment.slots)))
            self.fragments[kept[1]] = lambda: fragment
        return kept[1]


def _no_component(*_: object) -> str:
    return ""


def _as_it_is(component: views.Component, _: object) -> views.Component:
    return component


def _within(anchor: str, prefix: str) -> str:
    """A link to an anchor of its own text: that of a note has the prefix of the text."""
    return f"#{prefix}{anchor[1:]}" if _NOTE.match(anchor) else anchor


def size_in_words(size: int, language: str) -> str:
    """So many bytes as readers count them, a thousand to a step: «840 kB», «1,2 MB»."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    number = f"{size / 1_000_000:.1f}"
    return f"{number.replace('.', ',') if language.startswith('it') else number} MB"


def own_url(written: str, base_url: str) -> Url | None:
    """The path of a whole address on the host of `base_url` (with or without `www.`) and below its path, else None. A
    question is part of it where it is WordPress' plain address of a document (`/?p=12`).
    """
    base = urlsplit(base_url).path.rstrip("/") + "/"
    try:
        parts = urlsplit(written)
        if parts.scheme.lower() not in ("", "http", "https") or _host(written) != _host(base_url):
            return None
    except ValueError:
        return None
    path = parts.path or "/"
    if not f"{path}/".startswith(base):
        return None
    if path in (base, base.rstrip("/")) and _PLAIN_PERMALINK.match(parts.query):
        return Url(f"{base}?{parts.query}")
    return url_path(Url(base), unquote(f"{path}/" if path == base.rstrip("/") else path).removeprefix(base))


def _host(address: str) -> str:
    return urlsplit(address).netloc.lower().removeprefix("www.")


def _same_name(path: str, known: Iterable[str]) -> str:
    name = posixpath.basename(path)
    stem = posixpath.splitext(name)[0]
    names = sorted(each for each in known if posixpath.splitext(posixpath.basename(each))[0] == stem or
                   posixpath.basename(posixpath.dirname(each)) == stem)  # fmt: skip
    return names[0] if names and stem not in ("", ".", "index") else ""


def _outside(written: str) -> str:
    """The address outside of the site that may be meant by a path: of another site, or an email's."""
    if _EMAIL.fullmatch(written):
        return f"mailto:{written}"
    if found := _HALF_A_SCHEME.match(written):
        return f"https://{written[found.end() :]}"
    return f"https://{written}" if _DOMAIN.match(written) else ""


def _whole_address(written: str) -> str | None:
    """What may be meant by an address whose scheme is misspelt or whose host is missing ("" where nothing can be told);
    None for one that is all right.
    """
    scheme, _, rest = written.lower().partition(":")
    if scheme in ("http", "https"):
        return None if re.match(r"//[^\s/?#]", rest) else f"{scheme}://{rest.lstrip('/')}" if rest.strip("/") else ""
    if scheme == "tel" and re.search(r"\s", rest):
        return f"tel:{''.join(rest.split())}"
    meant = nearest(scheme, ("https", "http", "mailto")) if scheme != "mailto" else ""
    return f"{meant}:{written[len(scheme) + 1 :]}" if meant else None
