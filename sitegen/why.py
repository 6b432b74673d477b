"""One path or address → what sitegen knows of it: the state of a source and what it produces, or what an output is made of
and why it was last made.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

import msgspec

from sitegen.after import summarise
from sitegen.build import Survey, survey, trial, what_is_known
from sitegen.model.site import Item, Site
from sitegen.model.states import Options
from sitegen.parse.config import Config
from sitegen.paths import INDEX, OutputPath, SourcePath, Url, output_path, output_url
from sitegen.plan.inputs import Inputs, Sources
from sitegen.plan.outputs import Template
from sitegen.problems import Place, Problem, errors, ordered, problem
from sitegen.read.places import KEPT
from sitegen.words import nearest_path
from sitegen.write.manifest import read_manifest
from sitegen.write.reasons import Made, read_book

Field = Literal["", "draft", "date", "expires", "consent"]


THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")


class Prospect(msgspec.Struct, frozen=True):
    """What a build would say now: the `problems` of the file that was asked for, with the lines at which they point, and how
    many errors there are in other files.
    """

    problems: tuple[Problem, ...] = ()
    excerpts: tuple[str, ...] = ()
    elsewhere: int = 0


class OfSource(msgspec.Struct, frozen=True):
    """A file of the site. Only documents have a `state`: `field` and `line` say what put them into it ("" and 0 where
    nothing had to), `moment` (ISO) when they appear or have gone. `produces` are the outputs that are its own,
    `shown_in` the others that are made of it.
    """

    prospect: Prospect
    path: SourcePath
    state: str = ""
    moment: str = ""
    field: Field = ""
    line: int = 0
    url: str = ""
    produces: tuple[OutputPath, ...] = ()
    shown_in: tuple[OutputPath, ...] = ()


class OfOutput(msgspec.Struct, frozen=True):
    """A file of the output. `template` is "" where none makes it; `made` is None where it is not known when it was. The
    prospect is that of the document whose output it is.
    """

    prospect: Prospect
    path: OutputPath
    url: Url
    template: str
    inputs: Inputs
    made: Made | None


def explain(root: Path, output: Path, options: Options, written: str, here: Path) -> OfSource | OfOutput | Problem:
    """What is known of `written`: a source or an output (from the site's root, from the folder `here`, or below the
    output folder), or an address of the site. Where there is nothing of that name, the problem to tell.
    """
    seen, found = _survey(root, output, options)
    names = [written, *(_below(os.path.join(here, written), folder) for folder in (root, output))]
    for name in names:
        if (path := SourcePath(name.removeprefix("./"))) in seen.snapshot.files:
            return _of_source(path, seen, found)
    if seen.plan is None or seen.site is None or seen.theme is None:
        return next(errors(ordered(found)), problem("E710", Place("sitegen"), written=written, near=""))
    outputs = {each.path: each for each in seen.plan.outputs}
    base, address = seen.site.config.base, Url(_address(written, seen.site.config))
    paths = [*names, output_path(base, address), f"{output_path(base, address)}/{INDEX}"]
    asked = next((outputs[OutputPath(each)] for each in paths if each in outputs), None)
    if asked is not None:
        book = read_book(root / KEPT, str(output))
        made = book.made_of(asked.path) if book and asked.path in (read_manifest(output) or {}) else None
        inputs = Sources(seen.plan, seen.site, seen.theme, seen.snapshot).of(asked, shown=True)
        template = seen.theme.find(asked.recipe.name) if isinstance(asked.recipe, Template) else None
        return OfOutput(_prospect(asked.origin, seen, found), asked.path, output_url(base, asked.path),
                        template.source if template else "", inputs, made)  # fmt: skip
    held = next((item for item in seen.site.held if item.url and output_path(base, item.url) in paths), None)
    if held is not None:
        return _of_source(held.source, seen, found)
    known = [*seen.snapshot.files, *outputs, *(output_url(base, each) for each in outputs)]
    near = _by_name(seen.site).get(written.casefold()) or nearest_path(written, known)
    return problem("E710", Place("sitegen"), written=written, near=near)


def _by_name(site: Site) -> dict[str, str]:
    """What may be asked for by name: categories, tags and documents (in lower case) → the address or path to write."""
    items = list(site.everything())
    named = {str(item.meta.title).casefold(): str(item.source) for item in items}
    terms = {term.label.casefold(): str(term.url) for term in (*site.tags.values(), *site.categories.values())}
    return {item.id.casefold(): str(item.source) for item in items} | named | terms


def _address(written: str, config: Config) -> str:
    """The path of an address of the site, as it stands on the web or in a preview on this computer."""
    try:
        parts = urlsplit(written)
        is_ours = parts.hostname in (*THIS_COMPUTER, urlsplit(config.base_url).hostname)
    except ValueError:
        return written
    if parts.scheme in ("http", "https") and not is_ours:
        return written
    return unquote(parts.path)


def _survey(root: Path, output: Path, options: Options) -> tuple[Survey, tuple[Problem, ...]]:
    """As a build would see it, with all that it would tell."""
    with what_is_known(root) as known:
        seen = survey(root, options, known)
        return seen, trial(seen, output)


def _below(path: str, folder: Path) -> str:
    relative = os.path.relpath(os.path.abspath(path), folder)
    return "" if relative.startswith("..") else relative.replace(os.sep, "/")


def _prospect(path: str, seen: Survey, found: tuple[Problem, ...]) -> Prospect:
    told = summarise((each for each in found if each.place.path == path), seen.snapshot)
    elsewhere = sum(each.place.path != path for each in errors(ordered(found)))
    return Prospect(told.problems, told.excerpts, elsewhere)


def _of_source(path: SourcePath, seen: Survey, found: tuple[Problem, ...]) -> OfSource:
    items = seen.site.everything() if seen.site else ()
    item = next((each for each in items if each.source == path), None)
    own: list[OutputPath] = []
    others: list[OutputPath] = []
    if seen.plan and seen.site and seen.theme:
        sources = Sources(seen.plan, seen.site, seen.theme, seen.snapshot)
        for output in seen.plan.outputs:
            inputs = sources.of(output, shown=True)
            if output.origin == path:
                own.append(output.path)
            elif path in (*inputs.sources, *inputs.templates, *inputs.words, *inputs.settings):
                others.append(output.path)
    answer = OfSource(_prospect(path, seen, found), path, produces=tuple(own), shown_in=tuple(others))
    return msgspec.structs.replace(answer, **_standing(item, seen)) if item else answer


def _standing(item: Item, seen: Survey) -> dict[str, object]:
    is_held = seen.site is not None and any(each.source == item.source for each in seen.site.held)
    fields = {"draft": "draft", "scheduled": "date", "expired": "expires"}
    field = fields.get(item.state.name, "consent" if is_held else "")
    place = item.places.get(field)
    return {
        "state": item.state.name if field != "consent" else "unconsented",
        "moment": item.state.moment.isoformat() if item.state.moment else "",
        "field": field,
        "line": place.line if place else 0,
        "url": item.url,
    }
