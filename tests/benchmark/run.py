"""The measurement: for each peer and situation the two tools in turn, each run a fresh process."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmark import check, likeness, measure
from benchmark.corpus import make_posts
from benchmark.measure import Cost
from benchmark.situations import SITUATIONS, Site
from benchmark.tools import SITEGEN, Tool, environment

SHOWN = 60
"""Lines of what differs between two sites that a failure tells."""


class Row(NamedTuple):
    """One situation of a pair: the costs of each round, in order."""

    situation: str
    own: tuple[Cost, ...]
    peer: tuple[Cost, ...]


class Pair(NamedTuple):
    """sitegen beside one peer on the same posts: how many pages both make, the most bytes that all processes of each hold
    in a clean build, and the costs.
    """

    peer: str
    posts: int
    pages: int
    memory: tuple[int, int]
    rows: tuple[Row, ...]


def compare(peer: Tool, posts: int, rounds: int, situations: Sequence[str], cache: Path, work: Path) -> Pair:
    """Builds both sites as `build_same` does, and measures the situations."""
    own, other, memory = build_same(peer, posts, cache, work)
    rows = tuple(_row(situation, own, other, rounds, cache) for situation in situations)
    return Pair(peer.name, posts, check.pages_of(own), memory, rows)


def build_same(peer: Tool, posts: int, cache: Path, work: Path) -> tuple[Site, Site, tuple[int, int]]:
    """sitegen's new site and the peer's, and the most bytes that each build took. Raises `Failed` where a build fails or
    the sites differ.
    """
    own, other = (new_site(tool, posts, work) for tool in (SITEGEN, peer))
    memory = _first_build(own, cache), _first_build(other, cache)
    if different := likeness.differences(own, other):
        shown = "\n".join(different[:SHOWN])
        raise measure.Failed(f"sitegen's site (-) and that of {peer.name} (+) differ:\n{shown}")
    return own, other, memory


def start_time(cache: Path, work: Path, rounds: int = 20) -> list[Cost]:
    """What `sitegen --version` costs, each time."""
    work.mkdir(parents=True, exist_ok=True)
    command = [SITEGEN.command(cache)[0], "--version"]
    return [measure.cost_of(command, work, environment(SITEGEN, cache)) for _ in range(rounds)]


def new_site(tool: Tool, count: int, work: Path) -> Site:
    posts = make_posts(count)
    folder = work / f"{tool.name.replace(', ', '-').lower()}-{count}"
    shutil.rmtree(folder, ignore_errors=True)
    tool.write(folder, posts)
    return Site(tool, folder, posts[count // 2])


def _first_build(site: Site, cache: Path) -> int:
    """Builds and checks a new site; the most bytes that it took."""
    held = measure.memory_of(site.tool.command(cache), site.folder, environment(site.tool, cache))
    if lost := check.missing(site):
        raise measure.Failed(f"{site.tool.name} made a post without {', '.join(lost)}")
    return held


def _row(situation: str, own: Site, other: Site, rounds: int, cache: Path) -> Row:
    costs: dict[str, list[Cost]] = {own.tool.name: [], other.tool.name: []}
    for turn in range(rounds):
        for site in (own, other):
            SITUATIONS[situation](site, turn)
            cost = measure.cost_of(site.tool.command(cache), site.folder, environment(site.tool, cache))
            costs[site.tool.name].append(cost)
            print(f"{situation}\t{site.tool.name}\t{cost.cpu:.3f}\t{cost.wall:.3f}", file=sys.stderr, flush=True)
    return Row(situation, tuple(costs[own.tool.name]), tuple(costs[other.tool.name]))
