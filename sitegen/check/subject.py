"""What rules look at: the site as it was planned, and its pages as they were built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec

from sitegen.build import Progress, Survey
from sitegen.check.facts import Facts, Foreign
from sitegen.check.pages import read_pages
from sitegen.model.site import Item, Site
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.outputs import Copy, Template
from sitegen.plan.plan import Plan
from sitegen.plan.redirects import STUB
from sitegen.read.snapshot import Snapshot, read_text

REMEMBERED = "checked"


class Page(msgspec.Struct, frozen=True):
    """A page that was built; `source` is the document whose page it is or the file that it is a copy of, None for lists and the like.
    `template` is the one that made it, "" for a copy.
    """

    path: OutputPath
    source: SourcePath | None
    file: Path
    template: str = ""

    def html(self) -> str:
        """Its text, from the disk."""
        return self.file.read_text(encoding="utf-8", errors="replace")

    @property
    def is_copy(self) -> bool:
        """Whether it is a file of the site as it is."""
        return not self.template and self.source is not None

    @property
    def is_stub(self) -> bool:
        """Whether it stands at an old address and only leads on."""
        return self.template == STUB


class Subject(msgspec.Struct, frozen=True):
    """A site that is checked. `folder` holds all that was built, `kept` what is remembered of it; `facts` gives those of each page, by its
    path; `external` says that other sites may be asked, of the pages of the files in `paths` if there are any, and `progress` is told how far
    that is.
    """

    snapshot: Snapshot
    site: Site
    theme: Theme
    plan: Plan
    folder: Path
    kept: Path
    pages: tuple[Page, ...]
    facts: Callable[[], dict[OutputPath, Facts]]
    external: bool = False
    paths: frozenset[str] = frozenset()
    progress: Progress = lambda *_: None

    def items(self) -> Iterator[Item]:
        """The documents that are on the site."""
        for items in self.site.shown.values():
            yield from items.values()

    def whole_pages(self) -> Iterator[tuple[Page, Facts]]:
        """The pages that visitors read, with their facts: no old addresses, and no scraps of HTML."""
        facts = self.facts()
        for page in self.pages:
            if not page.is_stub and facts[page.path].is_page:
                yield page, facts[page.path]

    def text(self, path: str) -> str:
        """The text of a file of the site; "" where there is none."""
        file = self.snapshot.files.get(SourcePath(path))
        if file is None or file.text is not None:
            return self.snapshot.text(path) or ""
        return read_text(file) or ""


def subject_of(seen: Survey, folder: Path, kept: Path, *, jobs: int = 1, external: bool = False,
               paths: frozenset[str] = frozenset(), progress: Progress = lambda *_: None) -> Subject | None:  # fmt: skip
    """The site that a build has `seen` and written into `folder`; None where it could not be made one."""
    if seen.site is None or seen.theme is None or seen.plan is None:
        return None
    documents = {item.source for items in seen.site.shown.values() for item in items.values()}
    pages = tuple(_pages(seen.plan, documents, folder))
    foreign = _foreign(seen.theme, seen.site.config.language)
    facts = cache(lambda: read_pages({each.path: each.file for each in pages}, foreign, kept, jobs))
    return Subject(
        seen.snapshot, seen.site, seen.theme, seen.plan, folder, kept, pages, facts, external, paths, progress
    )


def _pages(plan: Plan, documents: set[SourcePath], folder: Path) -> Iterator[Page]:
    for each in plan.outputs:
        if not each.path.endswith((".html", ".htm")):
            continue
        match each.recipe:
            case Template(name):
                source = SourcePath(each.origin) if each.origin in documents else None
                yield Page(each.path, source, folder / each.path, name)
            case Copy(source):
                yield Page(each.path, source, folder / each.path)
            case _:
                yield Page(each.path, None, folder / each.path)


def _foreign(theme: Theme, language: str) -> Foreign:
    """The words of the theme's interface in the other language, but for those that are the same in the site's own."""
    own = language[:2]
    other = "en" if own == "it" else "it"
    forms = {
        each: {form for key, forms in theme.words.get(each, {}).items() for form in forms} for each in (own, other)
    }
    keys = {key.rpartition("\x04")[2] for words in theme.words.values() for key in words}
    theirs = forms[other] | (keys if other == "en" else set())
    ours = forms[own] | (keys if own == "en" else set())
    return frozenset(each for each in theirs - ours if len(each) > 3 and not set(each) & set("%{<&>"))
