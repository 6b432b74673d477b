"""Site + theme → `Plan`: every file that will exist, each with one owner, and every address that somebody wrote checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from sitegen.digest import Digest
from sitegen.model.site import Site
from sitegen.parse.fragment import Fragment
from sitegen.parse.theme import Theme
from sitegen.plan.addresses import wrong_addresses
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
    problems = [*wrong, *linker.problems, *wrong_addresses(outputs, linker)]
    problems.extend(_missing_templates(outputs, theme))
    plan = Plan(tuple(outputs), linker.fragments, plugins)
    return plan, (*problems, *plugins.gather("check", site, plan))


def _missing_templates(outputs: Iterable[Output], theme: Theme) -> Iterator[Problem]:
    names = {output.recipe.name for output in outputs if isinstance(output.recipe, Template)}
    for name in sorted(names):
        if theme.find(name) is None:
            yield problem("E511", Place(f"themes/{theme.name}/theme.yaml"), template=name)
