"""A new document: its file, with the fields that it needs and, behind a hash, those that it may have."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from sitegen.model.site import Item, Site
from sitegen.problems import Place, Problem, problem
from sitegen.refusals import cause_of
from sitegen.scaffold.texts import filled_in, text_of
from sitegen.slugs import slugify
from sitegen.words import nearest_path

FOLDERS = {
    "post": "posts",
    "page": "pages",
    "service": "services",
    "testimonial": "testimonials",
    "author": "authors",
    "case": "cases",
    "faq": "faq",
    "magnet": "magnets",
}
"""The kinds of document that there is a beginning for, and the folder of each in `content/`."""


def new_document(root: Path, kind: str, title: str, language: str, today: date) -> Path | Problem:
    """Writes a document of a kind (see `FOLDERS`) in the site at `root`, named after its title in the site's language; returns
    its file, or why it cannot be. What is there already stays as it is.
    """
    title = " ".join(title.split())
    slug = slugify(title, language)
    if not slug or not title.isprintable():
        return problem("E718", Place("sitegen"), written=title)
    folder = root / "content" / FOLDERS[kind]
    path = folder / f"{slug}.md"
    shown = path.relative_to(root).as_posix()
    if Path(os.path.realpath(root)) / "content" not in Path(os.path.realpath(folder)).parents:
        return problem("E603", Place(folder.relative_to(root).as_posix()))
    for there in (path, path.with_suffix(".markdown"), folder / slug):
        if os.path.lexists(there):
            return problem("E719", Place(there.relative_to(root).as_posix()), kind=kind)
    text = filled_in(text_of(kind, language), {"title": title, "date": today.isoformat()})
    try:
        folder.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        return problem("E702", Place(shown), cause=cause_of(error), reported=error.strerror)
    return path


def find_document(root: Path, site: Site | None, written: str, here: Path) -> Item | Problem:
    """The document that is meant: by its path, from the folder `here` or from the site's, or by its name."""
    items = list(site.everything()) if site else []
    paths = {os.path.relpath(os.path.abspath(folder / written), root).replace(os.sep, "/") for folder in (here, root)}
    found = [each for each in items if each.source in paths] or [each for each in items if each.id == written]
    if len(found) == 1:
        return found[0]
    known = [name for each in items for name in (each.source, each.id)]
    return problem("E726", Place("sitegen"), written=written, near=nearest_path(written, known))
