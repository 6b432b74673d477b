"""What may have happened before a build, done to any tool's site in the same way."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmark.corpus import Post
from benchmark.tools import Tool


class Site(NamedTuple):
    """A tool's site on the disk. `edited` is the post that is edited: one in the middle, in no feed."""

    tool: Tool
    folder: Path
    edited: Post


Change = Callable[[Site, int], None]


def clean(site: Site, _: int) -> None:
    """No output and nothing kept: the first build ever."""
    for name in (site.tool.output, *site.tool.memory):
        path = site.folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def nothing(_: Site, __: int) -> None:
    """All is as it was."""


def body(site: Site, turn: int) -> None:
    """A sentence more in one post."""
    site.tool.write_post(site.folder, site.edited._replace(body=f"Riletto {turn + 1} volte.\n\n{site.edited.body}"))


def title(site: Site, turn: int) -> None:
    """Another title for one post, its address staying."""
    site.tool.write_post(site.folder, site.edited._replace(title=f"{site.edited.title} ({turn + 1})"))


def post_template(site: Site, turn: int) -> None:
    """Another line of HTML in the template of posts."""
    _mark(site.folder / site.tool.post_template, "</article>", turn)


def base_template(site: Site, turn: int) -> None:
    """Another line of HTML in the template of all pages."""
    _mark(site.folder / site.tool.base_template, "</body>", turn)


def fresh_clone(site: Site, _: int) -> None:
    """The same files with other times and without the output, but with what the tool keeps between runs, as in CI."""
    clone = site.folder.with_name(site.folder.name + "-clone")
    shutil.copytree(site.folder, clone, copy_function=shutil.copyfile,
                    ignore=lambda at, _: [site.tool.output] if Path(at) == site.folder else [])  # fmt: skip
    shutil.rmtree(site.folder)
    clone.rename(site.folder)


def _mark(template: Path, after: str, turn: int) -> None:
    text = template.read_text(encoding="utf-8")
    marked = re.sub(rf"{after}(<p hidden>\d+</p>)?", f"{after}<p hidden>{turn + 1}</p>", text)
    template.write_text(marked, encoding="utf-8")


SITUATIONS: dict[str, Change] = {
    "clean build": clean,
    "nothing changed": nothing,
    "one body edited": body,
    "one title edited": title,
    "post template edited": post_template,
    "base template edited": base_template,
    "fresh clone, memory restored": fresh_clone,
}
