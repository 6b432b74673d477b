"""Site + theme → `Plan`: every file that will exist, each with one owner, and every address that somebody wrote checked."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

import msgspec

from sitegen.digest import Digest
from sitegen.model.site import Site
from sitegen.parse.fragment import Fragment
from sitegen.parse.theme import Theme
from sitegen.paths import INDEX, output_path, same_place
from sitegen.plan.archives import make_archives
from sitegen.plan.desk import Desk
from sitegen.plan.files import make_aliases, make_files, make_sitemap
from sitegen.plan.links import Linker
from sitegen.plan.outputs import Output, Template
from sitegen.plan.pages import make_pages
from sitegen.plan.plugins import Plugins
from sitegen.plan.style import make_style
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import Snapshot
from sitegen.words import nearest

LONGEST_NAME = 255  # bytes of one name on the disks in use
LONGEST_PATH = 1024


class Plan(msgspec.Struct, frozen=True):
    """The outputs by path, the fragments that their bodies name by digest, and the plugins whose filters their templates
    may call.
    """

    outputs: tuple[Output, ...]
    fragments: dict[Digest, Fragment]
    plugins: Plugins


def make_plan(site: Site, theme: Theme, snapshot: Snapshot, plugins: Plugins) -> tuple[Plan, tuple[Problem, ...]]:
    """The plan and what stands in its way."""
    linker = Linker(site, snapshot, theme.anchors)
    style, wrong = make_style(theme, site.config.brand, snapshot)
    desk = Desk(site, theme, linker, style)
    pages = [*make_pages(site, desk), *make_archives(site, desk)]
    outputs = [*pages, style.output, *make_sitemap(pages, linker, site), *make_aliases(linker, site)]
    outputs += make_files(linker, theme, snapshot)
    outputs += plugins.gather("outputs", site)
    outputs.sort(key=lambda output: output.path)
    problems = [
        *wrong,
        *linker.problems,
        *_collisions(outputs),
        *_unusable_names(outputs),
        *_broken_promises(linker, outputs),
    ]
    problems.extend(_missing_templates(outputs, theme))
    plan = Plan(tuple(outputs), linker.fragments, plugins)
    return plan, (*problems, *plugins.gather("check", site, plan))


def _collisions(outputs: Iterable[Output]) -> Iterator[Problem]:
    """Two owners of one address, also where they differ only by letter case, or one is a folder of the other."""
    owners: dict[str, Output] = {}
    folders: dict[str, Output] = {}
    for output in outputs:
        place = same_place(output.path)
        if place in owners:
            yield _collision(output, owners[place])
            continue
        owners[place] = output
        while place := posixpath.dirname(place):
            folders.setdefault(place, output)
    for place, output in owners.items():
        if place in folders:
            yield _collision(folders[place], output)


def _collision(one: Output, other: Output) -> Problem:
    """Told at the owner that is a file of hers, naming the other."""
    first, second = sorted((one, other), key=lambda output: (not output.origin.startswith("content/"), output.origin))
    address = "/" + first.path.removesuffix(INDEX)
    where = Place(first.origin) if first.origin.startswith("content/") else Place("content/site.yaml")
    return problem("E412", where, address=address, one=first.origin, other=second.origin)


_FORBIDDEN = re.compile(r'[\x00-\x1f\\:*?"<>|]')


def _unusable_names(outputs: Iterable[Output]) -> Iterator[Problem]:
    """Names that some disk or host would not take."""
    for output in outputs:
        names = output.path.split("/")
        if len(output.path) > LONGEST_PATH or any(len(name.encode()) > LONGEST_NAME for name in names):
            yield problem("E413", Place(output.origin), path=output.path[:80] + "…")
        elif output.path.startswith(".sitegen") or _FORBIDDEN.search(output.path) or any(
            name in ("", ".", "..") or name.partition(".")[0].upper() in _RESERVED or name.endswith((".", " "))
                 for name in names):  # fmt: skip
            yield problem("E414", Place(output.origin), path=output.path)


_RESERVED = frozenset(("CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))))


def _broken_promises(linker: Linker, outputs: Iterable[Output]) -> Iterator[Problem]:
    base = linker.site.config.base
    paths = {output.path for output in outputs}
    addresses = sorted("/" + path.removesuffix(INDEX) for path in paths)
    for promise in linker.promises:
        path = output_path(base, promise.url)
        if path in paths:
            continue
        if f"{path}/{INDEX}" in paths:
            yield problem("E415", promise.place, written=promise.written, near=f"{promise.written.rstrip('/')}/")
        else:
            yield problem("E401", promise.place, written=promise.written, near=nearest(promise.written, addresses))


def _missing_templates(outputs: Iterable[Output], theme: Theme) -> Iterator[Problem]:
    names = {output.recipe.name for output in outputs if isinstance(output.recipe, Template)}
    for name in sorted(names):
        if theme.find(name) is None:
            yield problem("E511", Place(f"themes/{theme.name}/theme.yaml"), template=name)
