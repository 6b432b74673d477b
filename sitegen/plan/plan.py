"""Site + theme → `Plan`: every file that will exist, each with one owner, and every address that somebody wrote checked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import msgspec

from sitegen.digest import Digest
from sitegen.model.site import Site
from sitegen.parse.documents import CONFIG
from sitegen.parse.field_names import icon_meant
from sitegen.parse.fragment import Fragment
from sitegen.parse.memo import Memo
from sitegen.parse.theme import Theme
from sitegen.parse.uses import Use
from sitegen.paths import INDEX, OutputPath, SourcePath
from sitegen.plan.addresses import recall_wrong_addresses
from sitegen.plan.ahead import wrong_ahead
from sitegen.plan.blog import recall_blog
from sitegen.plan.compressed import make_compressed
from sitegen.plan.covers import make_covers
from sitegen.plan.desk import Desk
from sitegen.plan.embeds import frames_of, make_script
from sitegen.plan.files import STATIC, make_files
from sitegen.plan.hosting import make_hosting
from sitegen.plan.limits import beyond_limits, sends_headers
from sitegen.plan.links import Linker
from sitegen.plan.llms import make_llms
from sitegen.plan.old_feeds import make_old_feeds
from sitegen.plan.outputs import Copy, Encode, Output, Template
from sitegen.plan.outside import of_files, of_templates, wrong_loads
from sitegen.plan.pages import make_pages
from sitegen.plan.plugins import Plugins
from sitegen.plan.policy import policy_of
from sitegen.plan.redirects import Redirect, make_redirects, make_stubs
from sitegen.plan.references import check_references
from sitegen.plan.search import make_search
from sitegen.plan.sights import Asked, Known, Sight, Used, look, recall_sights
from sitegen.plan.sitemap import make_sitemap
from sitegen.plan.style import recall_style
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import HOST_FILES, Snapshot

HOME = SourcePath("content/pages/index.md")


class Plan(msgspec.Struct, frozen=True):
    """The outputs by path, the fragments that their bodies name by digest, and the plugins whose filters their templates
    may call. `sights` has the digest of each view, `recalled` those that earlier plans have kept; `made` those views that had to be made to know it.
    """

    outputs: tuple[Output, ...]
    fragments: Mapping[Digest, Callable[[], Fragment]]
    plugins: Plugins
    sights: dict[OutputPath, Sight]
    recalled: Known
    made: dict[OutputPath, Any]

    def unpublished(self, misplaced: Iterable[Problem]) -> tuple[Problem, ...]:
        """Of what is told of misplaced files, what is still true: a page may link to one, which is published then."""
        copied = {each.recipe.source for each in self.outputs if isinstance(each.recipe, Copy | Encode)}
        return tuple(each for each in misplaced if each.code != "W611" or each.place.path not in copied)


def make_plan(site: Site, theme: Theme, snapshot: Snapshot, plugins: Plugins, memo: Memo,
              alone: Iterable[tuple[SourcePath, Fragment]] = (),
              uses: Mapping[SourcePath, tuple[Use, ...]] = MappingProxyType({})) -> tuple[Plan, tuple[Problem, ...]]:  # fmt: skip
    """The plan and what stands in its way; `memo` has the sights that an earlier plan has kept. `alone` are texts of documents that
    are broken otherwise: what they lead to is looked at, too. `uses` is what files do that may be published as they are.
    """
    style, wrong = recall_style(theme, site.config, snapshot, memo)
    linker = Linker(site, snapshot, theme.anchors, frames_of(theme, style.sheets, site.config.base))
    desk = Desk(site, theme, linker, style, plugins.digest)
    pages = [*make_pages(site, desk), *recall_blog(site, desk, memo)]
    recalled = recall_sights(memo)
    known = recalled.bound | recalled.loose
    sights, made = look(pages, known, linker.watch)
    redirects = make_redirects(linker, site)
    there = {each.path for each in pages} | {
        OutputPath(each.path.removeprefix(STATIC)) for each in snapshot.below(STATIC)
    }
    others = [
        *make_sitemap(sights, linker, site),
        *make_llms(linker, site),
        *make_stubs(redirects, linker, site),
        *make_covers(site, theme, style),
        *plugins.gather("outputs", site),
        *make_search(site, desk, pages, sights, made, memo),
    ]
    more, already = look(others, known, linker.watch)
    sights, made = sights | more, made | already
    for sight in sights.values():
        linker.asking.also(sight.asked)
    for source, text in alone:
        linker.body(text, source, "")
    check_references(style.references, linker, theme.assets.keys())
    asked = linker.asking.asked()
    plain = [*pages, *style.outputs, *others, *desk.social.outputs(asked.cards), *desk.icons.outputs(),
             *make_files(asked, theme, snapshot), *make_script(theme, asked)]  # fmt: skip
    redirects = (*redirects, *make_old_feeds(redirects, there, site))
    plain, unfit = _with_hosting(
        plain, redirects, [*asked.uses, *of_templates(theme), *of_files(plain, uses)], snapshot, site
    )
    outputs = sorted([*plain, *make_compressed(plain, site.config)], key=attrgetter("path"))
    problems = [*wrong, *unfit, *wrong_loads(plain, uses, theme, site.config), *asked.problems, *_two_of_one_name(asked),
                *recall_wrong_addresses(outputs, asked, site, memo),
                *linker.broken_anchors(asked.promises, sights.keys()),
                *_missing_templates(outputs, theme), *_unknown_icons(site, theme), *_located(site), *_missing_home(outputs, linker), *wrong_ahead(site, linker)]  # fmt: skip
    plan = Plan(tuple(outputs), linker.fragments, plugins, sights, recalled, made)
    return plan, (*problems, *plugins.gather("check", site, plan))


def _with_hosting(outputs: Sequence[Output], redirects: Sequence[Redirect], uses: Iterable[Used], snapshot: Snapshot,
                  site: Site) -> tuple[list[Output], list[Problem]]:  # fmt: skip
    """The outputs with the files that tell the host of them, in which is what the owner tells it herself; and what it bars or cannot do."""
    policy, barred = policy_of(uses, site.config)
    hosting = [*make_hosting(redirects, policy, [each.path for each in outputs], snapshot, site)]
    told = {f"content/static/{each.path}" for each in hosting}.intersection(HOST_FILES)
    problems = [
        *(barred if sends_headers(site.config.hosting) else ()),
        *beyond_limits(redirects, policy, snapshot, site),
    ]
    return [*(each for each in outputs if each.origin not in told), *hosting], problems


def _two_of_one_name(asked: Asked) -> Iterator[Problem]:
    """Two files that would be published at one path."""
    owners: dict[OutputPath, SourcePath] = {}
    for output, source in sorted(asked.files):
        owner = owners.setdefault(output, source)
        if owner != source:
            yield problem("E409", Place(source), path=output, other=owner)


def _located(site: Site) -> Iterator[Problem]:
    """Files that are published as they are, and say where they were taken."""
    for path in sorted(path for path, facts in site.pictures.items() if facts.located and path.startswith(STATIC)):
        yield problem("W417", Place(path))


def _missing_home(outputs: Sequence[Output], linker: Linker) -> Iterator[Problem]:
    """A site without a page at its address, which every other page leads to; `outputs` are by path. What is wrong in a home page that cannot be read is
    told already.
    """
    first = bisect_left(outputs, INDEX, key=attrgetter("path"))
    if first < len(outputs) and outputs[first].path == INDEX:
        return
    item = linker.items.get(HOME)
    if item is not None:
        yield problem("E421", Place(HOME, 1), cause="home.held", state=item.state.name)
    elif HOME not in linker.snapshot.files:
        yield problem("E421", Place(CONFIG), cause="home.missing", state="")


def _unknown_icons(site: Site, theme: Theme) -> Iterator[Problem]:
    """Icons that the theme does not draw; one that names none may draw any."""
    for item in site.of("services"):
        icon = item.meta.icon
        if icon and theme.icons and icon not in theme.icons:
            yield problem("W501", item.place("icon"), written=icon, near=icon_meant(icon, theme.icons),
                          known=", ".join(sorted(theme.icons)))  # fmt: skip


def _missing_templates(outputs: Iterable[Output], theme: Theme) -> Iterator[Problem]:
    for name in sorted({output.recipe.name for output in outputs if isinstance(output.recipe, Template)}):
        if theme.find(name) is None:
            yield problem("E511", Place(f"themes/{theme.name}/theme.yaml"), template=name)
