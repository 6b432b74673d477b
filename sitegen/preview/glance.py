"""What a save has changed on the few pages that matter at once: the one that is being looked at and that of the document which
was edited. They are made from the last build, with only the edited files read again; the build that follows makes all
the others.

Nothing is guessed: where an edit could change more than a page's own text, title or look, or where anything is wrong with it,
the answer is left to the build.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import get_args

import msgspec

from sitegen.model.site import Item, Site, references
from sitegen.model.to_come import known_by
from sitegen.model.undated import dated_today
from sitegen.parse.documents import CONFIG, CUSTOM_STYLE, Written, comments_of, parse_document
from sitegen.parse.fields import Context
from sitegen.parse.kinds import Kind
from sitegen.parse.memo import Memo
from sitegen.parse.theme import Theme, read_theme
from sitegen.paths import OutputPath, SourcePath, Url, output_path
from sitegen.plan.desk import Desk
from sitegen.plan.embeds import frames_of
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Later, Output, Template, Text
from sitegen.plan.pages import make_page
from sitegen.plan.plan import Plan
from sitegen.plan.sights import Asked
from sitegen.plan.style import Style, make_style
from sitegen.problems import Place, errors
from sitegen.read.snapshot import Changed, Snapshot, read_again
from sitegen.render.templates import Templates, Unrenderable

MOST = 8  # files that are read again for a glance; of more the build tells
OWN_FIELDS = ("description", "dek", "excerpt", "lead", "eyebrow", "summary", "toc", "cover", "seo", "cta", "extra", "sections")  # fmt: skip
"""Fields of a document that say nothing of where it is, when it is shown, or what it belongs to."""


class _LeftToTheBuild(Exception):
    """A glance cannot tell."""


class AtHand(dict[str, bytes]):
    """A memo that lasts as long as the preview. (`get` is that of any dictionary.)"""

    def get_many(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The values of those keys that have one."""
        return {key: self[key] for key in keys if key in self}

    def use(self, _: Iterable[str]) -> None:
        """Nothing is thrown away."""

    def put(self, key: str, value: bytes) -> None:
        """Keeps a value."""
        self[key] = value


class Glance:
    """What can be told of edits of the site at `root` after a build that came to `snapshot`, `site`, `theme` and `plan`."""

    def __init__(self, root: Path, snapshot: Snapshot, site: Site, theme: Theme, plan: Plan, memo: Memo) -> None:
        self._root, self._memo = root, memo
        self._snapshot, self._site, self._theme, self._plan = snapshot, site, theme, plan

    def prepare(self) -> None:
        """Does what takes long the first time before anybody waits for it."""
        with suppress(_LeftToTheBuild):
            self._theme_now(self._snapshot)
        self.pages({post.source for post in self._site.of("posts")[:1]}, set())

    def pages(self, paths: Set[str], looked_at: Set[OutputPath]) -> dict[OutputPath, bytes]:
        """The bytes of pages and styles, those of `looked_at` and of the documents among `paths`, as a build would write them now
        that the files at `paths` are others; those for which it takes a build to know are left out.
        """
        if self._site.config.plugins or len(paths) > MOST:
            return {}
        try:
            return self._pages({SourcePath(each) for each in paths}, looked_at)
        except (_LeftToTheBuild, Changed, Unrenderable):
            return {}

    def _pages(self, paths: Set[SourcePath], looked_at: Set[OutputPath]) -> dict[OutputPath, bytes]:
        site, theme, plan = self._site, self._theme, self._plan
        snapshot = read_again(self._snapshot, self._root, paths)
        if snapshot is None:
            return {}
        edited = [(path, item) for path in sorted(paths) if (item := _item_of(path, site)) is not None]
        looks = paths - {path for path, _ in edited}
        styles = {file.path for file in theme.stylesheets} | {CUSTOM_STYLE}
        if not all(path in styles or _is_of_templates(path) for path in looks):
            return {}
        now = self._theme_now(snapshot) if looks - {CUSTOM_STYLE} else theme
        if not edited and not looks & styles:
            outputs = [each for path in looked_at if (each := self._outputs.get(path)) is not None]
            templates = Templates(now, site.config.language, plan.fragments, plan.plugins)
            return dict(_rendered(outputs, templates))
        context = msgspec.structs.replace(_context(site), anchors=theme.anchors, components=theme.components)
        fresh = {path: _read(item, path, snapshot, context, site) for path, item in edited}
        site = _with(site, fresh.values())
        style = _style(now, site, snapshot) if looks & styles else self._style
        linker = Linker(site, snapshot, now.anchors, frames_of(now, style.sheets, site.config.base))
        desk = Desk(site, now, linker, style, plan.plugins.digest)
        wanted = [item for item in _items_at(looked_at, site) if item.source not in fresh]
        outputs = [make_page(item, site, desk) for item in (*fresh.values(), *wanted) if _has_page(item)]
        templates = Templates(now, site.config.language, linker.fragments, plan.plugins)
        found = dict(_rendered([self._sound(each, linker) for each in outputs], templates))
        return found | {each.path: each.recipe.text.encode() for each in style.outputs
                        if isinstance(each.recipe, Text) and each.path not in self._outputs}  # fmt: skip

    @cached_property
    def _outputs(self) -> Mapping[OutputPath, Output]:
        return {each.path: each for each in self._plan.outputs}

    @cached_property
    def _style(self) -> Style:
        return _style(self._theme, self._site, self._snapshot)

    def _theme_now(self, snapshot: Snapshot) -> Theme:
        """The theme as it is now, where only its templates, words and styles are others."""
        site, before = self._site, self._theme
        theme, problems = read_theme(before.name, snapshot, _context(site), Place(CONFIG), self._memo)
        if theme is None or problems or theme.templates.keys() != before.templates.keys():
            raise _LeftToTheBuild
        same = msgspec.structs.replace(theme, templates=before.templates, words=before.words, styles=before.styles,
                                       sheets=before.sheets, options=before.options)  # fmt: skip
        if same != before or theme.sheets.keys() != before.sheets.keys():
            raise _LeftToTheBuild
        return theme

    def _sound(self, output: Output, linker: Linker) -> Output:
        """The output with its view made, where all that this asks for is there already."""
        recipe = output.recipe
        if output.path not in self._outputs or not isinstance(recipe, Template) or not isinstance(recipe.view, Later):
            raise _LeftToTheBuild
        view, asked = linker.watch(recipe.view.make)
        if any(errors(asked.problems)) or not self._is_there(asked, linker):
            raise _LeftToTheBuild
        return msgspec.structs.replace(output, recipe=Template(recipe.name, view))

    def _is_there(self, asked: Asked, linker: Linker) -> bool:
        promised = [each for each in asked.promises if not each.is_program and not each.folder]
        pages = (self._outputs.get(output_path(linker.site.config.base, each.url)) for each in promised)
        return (all(path in self._outputs for path, *_ in (*asked.files, *asked.pictures))
                and all(each is not None and isinstance(each.recipe, Template) for each in pages)
                and not any("#" in each.written for each in promised)
                and (all(each.kind != "frame" for each in asked.uses) or self._has(linker.frames.script)))  # fmt: skip

    def _has(self, url: str) -> bool:
        return not url or output_path(self._site.config.base, Url(url)) in self._outputs


def _item_of(path: SourcePath, site: Site) -> Item | None:
    """The shown document whose file lies at `path`."""
    kind = path.split("/")[1] if path.startswith("content/") else ""
    if kind not in get_args(Kind):
        return None
    shown: Mapping[str, Item] = site.shown[kind]  # type: ignore[index]
    id_ = posixpath.splitext(path)[0].removeprefix(f"content/{kind}/")
    item = shown.get(id_) or shown.get(id_.removesuffix("/index"))
    return item if item and item.source == path else None


def _read(item: Item, path: SourcePath, snapshot: Snapshot, context: Context, site: Site) -> Item:
    """The document read again, where it is still the same in all that others see of it but its title and excerpt."""
    comments_file = snapshot.files.get(comments_of(posixpath.splitext(path)[0]))
    written = Written(snapshot.files[path], item.kind, item.id, comments_file)
    document, problems = parse_document(written, context)
    if document is None or any(errors(problems)):
        raise _LeftToTheBuild
    document = dated_today(document, site.options.now)
    before, own = item.document.meta, (*OWN_FIELDS, *(["title"] if item.kind == "posts" else []))
    kept = {field: getattr(before, field) for field in own if hasattr(before, field)}
    meta, comments, trace = known_by(document, site.options.now)
    now = msgspec.structs.replace(item, meta=meta, comments=comments, trace=trace, document=document)
    named, were = ({(kind, ref.id) for kind, ref in references(each)} for each in (now, item))
    if msgspec.structs.replace(document.meta, **kept) != before or not named <= were:
        raise _LeftToTheBuild
    return now


def _with(site: Site, items: Iterable[Item]) -> Site:
    shown = dict(site.shown)
    for item in items:
        shown[item.kind] = {**shown[item.kind], item.id: item}
    return msgspec.structs.replace(site, shown=shown)


def _items_at(paths: Set[OutputPath], site: Site) -> Iterator[Item]:
    base = site.config.base
    return (item for items in site.shown.values() for item in items.values()
            if _has_page(item) and output_path(base, item.url) in paths)  # fmt: skip


def _has_page(item: Item) -> bool:
    return bool(item.url) and item.kind != "authors"  # whose page is a list


def _is_of_templates(path: SourcePath) -> bool:
    parts = path.split("/")
    return parts[0] == "themes" and parts[2:3] in (["templates"], ["strings"])


def _context(site: Site) -> Context:
    config = site.config
    return Context(CONFIG, config.language, config.zone, config.typography.enabled)


def _style(theme: Theme, site: Site, snapshot: Snapshot) -> Style:
    style, problems = make_style(theme, site.config, snapshot)
    if any(errors(problems)):
        raise _LeftToTheBuild
    return style


def _rendered(outputs: Iterable[Output], templates: Templates) -> Iterator[tuple[OutputPath, bytes]]:
    for output in outputs:
        if isinstance(output.recipe, Template):
            view = output.recipe.view
            made = view.make() if isinstance(view, Later) else view
            yield output.path, templates.render(output.recipe.name, made).encode()
