"""Whether a theme holds: it is given a hostile site, in sizes and languages, and every page that comes of it is read."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.build import Survey, survey
from sitegen.colour import Hex
from sitegen.model.states import Options
from sitegen.parse.memo import NO_MEMO
from sitegen.parse.theme import Theme
from sitegen.plan.palette import Look, Unsolvable, solve
from sitegen.problems import Place, Problem, errors, ordered, problem
from sitegen.render.render import render_all
from sitegen.workshop.browser import too_wide
from sitegen.workshop.fixture import CLOSED, MANY, OPENED, write_fixture
from sitegen.workshop.pages import ABSOLUTE, Finding, findings_in, requests_of

OWN = "https://www.example.org/"
SIZES = (0, 1, MANY)
NOW = datetime(2025, 11, 3, 12, tzinfo=UTC)
HARD = ("#000000", "#ffffff", "#ffff00", "#00ffff", "#ff0000", "#00ff00", "#0000ff", "#808080", "#7a2142", "#ffe4e1")
"""Colours that an owner may choose, the extremes among them."""

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_ASKED = re.compile(r"\b(?:_|n?gettext|n?pgettext)\(\s*(?:\"[^\"]*\"|'[^']*')(?:\s*,\s*(?:\"[^\"]*\"|'[^']*'))?")
Pages = dict[str, str]


class Checked(NamedTuple):
    """What came of a check: the problems, the lines at which they point, how many pages were read, and those of the largest
    site by path, for whoever wants to open them in a browser.
    """

    problems: tuple[Problem, ...]
    excerpts: tuple[str, ...]
    pages: int
    files: dict[str, bytes]


def check_theme(name: str, themes: Path, progress: Callable[[int, int], None], sizes: Sequence[int] = SIZES) -> Checked:
    """Checks the theme `name`, which is one of the folder `themes` or one that sitegen carries, in all that needs no browser:
    on sites of so many posts as `sizes` say, which grow.
    """
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    files: dict[str, bytes] = {}
    pages = 0
    for number, size in enumerate(sizes):
        progress(number, len(sizes))
        seen, files = _rendered(name, themes, size, problems)
        texts |= {path: file.text or "" for path, file in seen.snapshot.files.items() if path.startswith("themes/")}
        if seen.theme is None:
            break
        html = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
        pages += len(html)
        problems += _told(html, files, seen.theme)
        if number == 0:
            problems += _colours(seen.theme)
    progress(len(sizes), len(sizes))
    told = ordered(problems)
    return Checked(told, tuple(_line(texts, each.place) for each in told), pages, files)


def check_width(checked: Checked, progress: Callable[[int, int], None]) -> Checked:
    """The same with what is told of pages that are too wide. Raises OSError where there is no browser."""
    wide = too_wide(checked.files, OWN, progress)
    found = {(each.medium, each.element): each for each in reversed(wide)}  # the first page of each
    told = [problem("E524", Place(each.path), element=each.element, cause=f"wide.{each.medium}")
            for each in found.values()]  # fmt: skip
    lines = dict(zip(checked.problems, checked.excerpts, strict=True))
    problems = ordered((*checked.problems, *told))
    return checked._replace(problems=problems, excerpts=tuple(lines.get(each, "") for each in problems))


def _rendered(name: str, themes: Path, size: int, problems: list[Problem]) -> tuple[Survey, dict[str, bytes]]:
    """The hostile site with so many posts, its words between marks; adds to `problems` what a build would tell."""
    with tempfile.TemporaryDirectory() as folder:
        write_fixture(Path(folder), name, themes, size)
        seen = survey(Path(folder), Options(NOW), NO_MEMO)
        found = [each for each in seen.problems if each.is_error or each.place.path.startswith("themes/")]
        found = [each for each in found if each.code != "E430"]  # what is loaded from elsewhere is told of the pages
        problems += found
        if seen.theme is None or seen.plan is None or any(errors(found)):
            return msgspec.structs.replace(seen, theme=None), {}
        theme = msgspec.structs.replace(seen.theme, words={lang: {key: tuple(OPENED + form + CLOSED for form in forms)
                                        for key, forms in words.items()} for lang, words in seen.theme.words.items()})  # fmt: skip
        artifacts, wrong = render_all(seen.plan, theme, seen.snapshot, "en", {}, lambda _: "", lambda *_: None)
        problems += wrong
        if wrong:
            return msgspec.structs.replace(seen, theme=None), {}
        files = {
            str(each.path): each.data if each.data is not None else Path(each.disk).read_bytes() for each in artifacts
        }
    return seen, files


def _told(html: Pages, files: dict[str, bytes], theme: Theme) -> Iterator[Problem]:
    """The findings as problems, each told once, where the theme has written it or else at the first page that shows it."""
    told: set[Finding] = set()
    templates: dict[str, str] = {each.source: _own_words(each.text) for each in theme.templates.values()}
    styles: dict[str, str] = {each.path: each.text or "" for each in theme.stylesheets}
    pages = [(path, findings_in(page, OWN)) for path, page in html.items() if 'http-equiv="refresh"' not in page]
    sheets = [(path, requests_of(data.decode(), OWN)) for path, data in files.items() if path.endswith(".css")]
    for path, findings in (*pages, *sheets):
        for found in findings:
            if found in told:
                continue
            told.add(found)
            written = _written(found.text, {**templates, **styles} if ABSOLUTE.match(found.text) else templates)
            if found.cause == "request":
                yield problem("E521", written or Place(path), text=found.text)
            elif found.cause != "word":
                yield problem("E522", Place(path), cause=f"page.{found.cause}", text=found.text)
            elif written:  # else sitegen has said it: a date, an address
                yield problem("E520", written, text=found.text)


def _written(text: str, sources: Mapping[str, str]) -> Place | None:
    """Where one of `sources` has a text or an address, its blanks however they are."""
    if not text:
        return None
    pattern = re.compile(r"(?<![\w-])" + r"\s+".join(map(re.escape, text.split())) + r"(?![\w-])")
    for path, source in sources.items():
        if found := pattern.search(source):
            line = source.count("\n", 0, found.start()) + 1
            column = found.start() - source.rfind("\n", 0, found.start())
            return Place(path, line, column, len(found[0].split("\n")[0]))
    return None


def _own_words(template: str) -> str:
    """The template with blanks for its comments and for what it asks a catalogue for: as long, and with the same lines."""
    for pattern in (_COMMENT, _ASKED):
        template = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), template)
    return template


def _colours(theme: Theme) -> Iterator[Problem]:
    """The first colour of each scheme that cannot be read for some brand."""
    for scheme in ("light", "dark"):
        for brand in HARD:
            try:
                solve(getattr(theme.colors, scheme), Look(Hex(brand)))
            except Unsolvable as wrong:
                place = theme.places.get(f"{scheme}.{wrong.token}", Place(f"themes/{theme.name}/theme.yaml"))
                yield problem("E523", place, token=wrong.token, other=wrong.other, scheme=scheme, brand=brand)
                break


def _line(texts: dict[str, str], place: Place) -> str:
    lines = texts.get(place.path, "").split("\n")
    return lines[place.line - 1] if 0 < place.line <= len(lines) else ""
