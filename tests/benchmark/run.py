"""The measurement: for each peer and situation the two tools in turn, each run a fresh process."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

from benchmark import check, measure
from benchmark.corpus import make_posts
from benchmark.measure import Cost
from benchmark.situations import SITUATIONS, Site
from benchmark.tools import SITEGEN, Tool, environment


class Row(NamedTuple):
    """One situation of a pair: the costs of each round, in order, and the most memory of each, in bytes (0: not looked at)."""

    situation: str
    own: tuple[Cost, ...]
    peer: tuple[Cost, ...]
    own_memory: int
    peer_memory: int


class Pair(NamedTuple):
    """sitegen beside one peer on the same posts."""

    peer: str
    posts: int
    pages: tuple[int, int]
    rows: tuple[Row, ...]


def compare(peer: Tool, posts: int, rounds: int, weighed: int, cache: Path, work: Path) -> Pair:
    """Builds both sites, checks that they are alike, and measures every situation, the first `weighed` of them also for
    memory. Raises `Failed` where a build fails or
    the sites differ.
    """
    sites = [_site(tool, posts, work) for tool in (SITEGEN, peer)]
    for site in sites:
        measure.cost_of(site.tool.command(cache), site.folder, environment(site.tool, cache))
        if lost := check.missing(site):
            raise measure.Failed(f"{site.tool.name} made a post without {', '.join(lost)}")
    pages = (check.pages_of(sites[0]), check.pages_of(sites[1]))
    if abs(pages[0] - pages[1]) > 0.02 * pages[0]:
        raise measure.Failed(f"sitegen made {pages[0]} pages, {peer.name} {pages[1]}")
    rows = tuple(_row(situation, sites, rounds, number < weighed, cache) for number, situation in enumerate(SITUATIONS))
    return Pair(peer.name, posts, pages, rows)


def start_time(cache: Path, work: Path, rounds: int = 20) -> list[Cost]:
    """What `sitegen --version` costs, each time."""
    work.mkdir(parents=True, exist_ok=True)
    command = [SITEGEN.command(cache)[0], "--version"]
    return [measure.cost_of(command, work, environment(SITEGEN, cache)) for _ in range(rounds)]


def _site(tool: Tool, count: int, work: Path) -> Site:
    posts = make_posts(count)
    folder = work / f"{tool.name.replace(', ', '-').lower()}-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    tool.write(folder, posts)
    return Site(tool, folder, posts[count // 2])


def _row(situation: str, sites: list[Site], rounds: int, weigh: bool, cache: Path) -> Row:
    costs: list[list[Cost]] = [[], []]
    for turn in range(rounds):
        for site, spent in zip(sites, costs, strict=True):
            SITUATIONS[situation](site, turn)
            cost = measure.cost_of(site.tool.command(cache), site.folder, environment(site.tool, cache))
            spent.append(cost)
            print(f"{situation}\t{site.tool.name}\t{cost.cpu:.3f}\t{cost.wall:.3f}", file=sys.stderr, flush=True)
    held = []
    for site in sites if weigh else ():
        SITUATIONS[situation](site, rounds)
        held.append(measure.memory_of(site.tool.command(cache), site.folder, environment(site.tool, cache)))
    return Row(situation, tuple(costs[0]), tuple(costs[1]), *(held or (0, 0)))
