"""What rules look at: the site as it was planned, and its pages as they were built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from sitegen.build import Survey
from sitegen.model.site import Item, Site
from sitegen.parse.theme import Theme
from sitegen.paths import OutputPath, SourcePath
from sitegen.plan.outputs import Template
from sitegen.plan.plan import Plan
from sitegen.problems import Place
from sitegen.read.snapshot import Snapshot, read_text


class Page(msgspec.Struct, frozen=True):
    """A page that was built; `source` is the document whose page it is, "" for lists and the like."""

    path: OutputPath
    source: SourcePath | None
    file: Path

    def html(self) -> str:
        """Its text, from the disk."""
        return self.file.read_text(encoding="utf-8")


class Subject(msgspec.Struct, frozen=True):
    """A site that is checked. `folder` holds all that was built; `is_asked` what is looked for beyond the site itself."""

    snapshot: Snapshot
    site: Site
    theme: Theme
    plan: Plan
    folder: Path
    pages: tuple[Page, ...]
    external: bool = False

    def items(self) -> Iterator[Item]:
        """The documents that are on the site."""
        for items in self.site.shown.values():
            yield from items.values()

    def text(self, path: str) -> str:
        """The text of a file of the site; "" where there is none."""
        file = self.snapshot.files.get(SourcePath(path))
        if file is None or file.text is not None:
            return self.snapshot.text(path) or ""
        return read_text(file) or ""

    def place(self, page: Page, written: str) -> Place:
        """Where the document of a page has a piece of text, else its first line; for a page without a document, the page itself."""
        if page.source is None:
            return Place(str(page.path))
        for number, line in enumerate(self.text(page.source).split("\n"), 1):
            if (column := line.find(written)) >= 0:
                return Place(page.source, number, column + 1, len(written))
        return Place(page.source, 1)


def subject_of(seen: Survey, folder: Path, *, external: bool = False) -> Subject | None:
    """The site that a build has `seen` and written into `folder`; None where it could not be made one."""
    if seen.site is None or seen.theme is None or seen.plan is None:
        return None
    documents = {item.source for items in seen.site.shown.values() for item in items.values()}
    pages = tuple(Page(each.path, SourcePath(each.origin) if each.origin in documents else None, folder / each.path)
                  for each in seen.plan.outputs if isinstance(each.recipe, Template) and each.path.endswith(".html"))  # fmt: skip
    return Subject(seen.snapshot, seen.site, seen.theme, seen.plan, folder, pages, external)
