"""What the site's own files would make a browser load from others: told at its line, unless the site names the origin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sitegen.parse.config import Config
from sitegen.parse.theme import Theme
from sitegen.parse.uses import Use, in_css, origin_of
from sitegen.paths import SourcePath
from sitegen.plan.outputs import Copy, Output
from sitegen.plan.sights import Used
from sitegen.problems import Place, Problem, problem
from sitegen.read.snapshot import LARGEST_TEXT

_PLAYERS = ("youtube.com", "youtube-nocookie.com", "youtu.be", "vimeo.com", "calendly.com", "google.com")
"""Hosts whose addresses a text may hold as cards."""
_IMPORT = re.compile(r"@import\b[^;{}]*\Z", re.IGNORECASE)


def is_allowed(address: str, config: Config) -> bool:
    """Whether a browser may load from an address: one of the site itself, or of an origin that it names."""
    origin = origin_of(address, config.base_url.partition(":")[0])
    return origin == config.origin or origin in config.third_parties


def loaded(address: str, place: Place) -> Problem:
    """A page would load this by itself."""
    origin = origin_of(address)
    host = origin.partition("//")[2]
    cause = (
        "load.card"
        if host.removeprefix("www.").removeprefix("player.") in _PLAYERS
        else "load.font"
        if host.startswith("fonts.g")
        else "load"
    )
    return problem("E430", place, written=address, origin=origin, cause=cause)


def wrong_loads(outputs: Iterable[Output], files: Mapping[SourcePath, tuple[Use, ...]], theme: Theme,
                config: Config) -> Iterator[Problem]:  # fmt: skip
    """What templates and files that are published as they are would load; `files` is what is known of those that can."""
    for use in (*of_templates(theme), *of_files(outputs, files)):
        if use.kind == "load" and not is_allowed(use.written, config):
            yield loaded(use.written, use.place)
        elif use.kind == "unread":
            yield problem("W433", use.place, limit=f"{LARGEST_TEXT // 1024 // 1024} MB")


def wrong_in_style(css: str, source: str, config: Config) -> Iterator[Problem]:
    """The same of a stylesheet, but for its `@import`, which is told as such."""
    for at, address in in_css(css):
        if not is_allowed(address, config) and not _IMPORT.search(css, max(at - 100, 0), at):
            line, column = css.count("\n", 0, at) + 1, at - css.rfind("\n", 0, at)
            yield loaded(address, Place(source, line, column, len(address)))


def of_templates(theme: Theme) -> Iterator[Used]:
    """What the theme's templates do; a drawing is shown as a picture, in which nothing runs and no rule of a host holds."""
    for template in theme.templates.values():
        for use in template.uses:
            if use.kind == "load" or template.name.endswith(".html"):
                yield _used(use, template.source)


def of_files(outputs: Iterable[Output], files: Mapping[SourcePath, tuple[Use, ...]]) -> Iterator[Used]:
    """What files do that are published as they are."""
    for output in outputs if files else ():
        if isinstance(output.recipe, Copy):
            yield from (_used(use, output.recipe.source) for use in files.get(output.recipe.source, ()))


def _used(use: Use, source: SourcePath) -> Used:
    return Used(Place(source, use.line, use.column, use.width), use.kind, use.written)
