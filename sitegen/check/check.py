"""A build in a folder of its own, then each rule over what came of it; what the owner has muted is only counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.after import summarise
from sitegen.build import Progress, build
from sitegen.check import (
    editing,
    external,
    feeds,
    headings,
    images,
    law,
    links,
    markup,
    meta,
    outside,
    reach,
    redirects,
    weight,
)
from sitegen.check.rules import BUILD, COMMAND, Rule
from sitegen.check.subject import REMEMBERED, Subject, subject_of
from sitegen.check.written import offset_of, place_in
from sitegen.model.site import Item, Site
from sitegen.model.states import Options
from sitegen.parse.documents import CONFIG
from sitegen.parse.fields import Named
from sitegen.problems import Place, Problem, errors, problem
from sitegen.read.places import KEPT
from sitegen.words import nearest

FOLDER = "check"
SAYS_IT = {"W843": ("W306", "W402", "W851"), "W301": ("W853",), "W404": ("E840",)}
"""Of each code, those that say the same thing better, of a link without words, say, or of one whose picture has none."""
Check = Callable[[Subject], Iterable[Problem]]
MODULES: tuple[tuple[tuple[Rule, ...], Check], ...] = (
    (links.RULES, links.check),
    (reach.RULES, reach.check),
    (redirects.RULES, redirects.check),
    (external.RULES, external.check),
    (outside.RULES, outside.check),
    (images.RULES, images.check),
    (headings.RULES, headings.check),
    (meta.RULES, meta.check),
    (markup.RULES, markup.check),
    (weight.RULES, weight.check),
    (feeds.RULES, feeds.check),
    (law.RULES, law.check),
    (editing.RULES, editing.check),
)
"""The rules, and what applies them."""
RULES: tuple[Rule, ...] = (*BUILD, *(rule for rules, _ in MODULES for rule in rules))


class Asked(NamedTuple):
    """`only` are names of rules or families, `paths` those of files, of which something is told; empty for all."""

    only: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    external: bool = False


class Report(NamedTuple):
    """What was found, with the lines at which it points, and what of it is muted; how much was looked at: pages of the whole site, documents and
    words of what was asked for. Where all rules are asked for, `texts`
    are the files that were read, by path, and `has_business` says whether the settings tell who answers for the site. `waiting` are the documents
    that were not looked at as they are not on the site yet. `is_whole` is false where errors kept the site from being built: then only they are
    told.
    """

    problems: tuple[Problem, ...]
    excerpts: tuple[str, ...]
    muted: tuple[Problem, ...] = ()
    pages: int = 0
    documents: int = 0
    words: int = 0
    texts: Mapping[str, str] = {}
    has_business: bool = True
    waiting: tuple[Item, ...] = ()
    is_whole: bool = False


def check(root: Path, options: Options, asked: Asked, jobs: int, progress: Progress) -> Report:
    """Checks the site at `root`."""
    folder = root / KEPT / FOLDER
    outcome = build(root, folder, options, jobs=jobs, prune=False, progress=progress)
    kept = root / KEPT / REMEMBERED
    subject = subject_of(outcome.seen, folder, kept, jobs=jobs, external=asked.external, paths=asked.paths,
                         progress=progress) if outcome.seen else None  # fmt: skip
    if outcome.failed or subject is None or any(errors(outcome.problems)):
        wrong = [each for each in zip(outcome.problems, outcome.summary.excerpts, strict=True) if each[0].is_error]
        return Report(tuple(each for each, _ in wrong), tuple(line for _, line in wrong))
    found = [*outcome.problems, *_wrong_mutes(subject)]
    for rules, apply in MODULES:
        if any(_is_asked(rule, asked.only) for rule in rules):
            found += apply(subject)
    told, muted = sift(found, subject.site, asked)
    summary = summarise(once(told), subject.snapshot)
    read = [item for item in subject.items() if not asked.paths or item.source in asked.paths]
    words = sum(item.body.words for item in read)
    report = Report(summary.problems, summary.excerpts, muted, len(subject.pages), len(read), words,
                    waiting=waiting_in(subject.site, asked), is_whole=True)  # fmt: skip
    if asked.only:
        return report
    sources = [CONFIG, *(item.source for item in subject.items())]
    texts = {str(path): subject.text(path) for path in sources if not asked.paths or path in asked.paths}
    return report._replace(texts=texts, has_business=subject.site.config.business is not None)


def sift(found: Iterable[Problem], site: Site, asked: Asked) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Of what was found, what is asked for and to be told, and what of that is muted."""
    wanted = [each for each in found if _is_wanted(each, asked)]
    muting = _muting(site)
    muted = {each for each in wanted if _is_muted(each, muting)}
    return tuple(each for each in wanted if each not in muted), tuple(each for each in wanted if each in muted)


def waiting_in(site: Site, asked: Asked) -> tuple[Item, ...]:
    """Drafts, and documents whose date is to come, that were asked for by no name and so are not looked at."""
    return () if asked.paths else tuple(each for each in site.held if each.state.name in ("draft", "scheduled"))


def once(told: Iterable[Problem]) -> Iterator[Problem]:
    """What is told, but for what another code says of the same words."""
    told = tuple(told)
    by_code: dict[str, list[Place]] = defaultdict(list)
    for each in told:
        by_code[each.code].append(each.place)
    for each in told:
        if not any(_overlap(each.place, place) for code in SAYS_IT.get(each.code, ()) for place in by_code[code]):
            yield each


def _overlap(one: Place, other: Place) -> bool:
    same_line = (one.path, one.line) == (other.path, other.line)
    return same_line and one.column < other.column + other.width and other.column < one.column + one.width


def rule_of(found: Problem) -> Rule:
    """The rule that tells this; what a build tells may have none with a name."""
    return next((rule for rule in RULES if found.code in rule.codes), Rule("", "build", (found.code,)))


def _is_asked(rule: Rule, only: Collection[str]) -> bool:
    return not only or rule.name in only or rule.family in only or not set(rule.codes).isdisjoint(only)


def _is_wanted(found: Problem, asked: Asked) -> bool:
    if found.place.path == COMMAND:  # what keeps the check itself from its work
        return True
    return _is_asked(rule_of(found), asked.only) and (not asked.paths or found.place.path in asked.paths)


def _mutes(site: Site) -> Iterator[tuple[str, Mapping[str, Named]]]:
    """What is muted where: "" stands for the whole site."""
    yield "", site.config.check.mute
    for item in site.everything():
        yield item.source, item.meta.check.mute


def _muting(site: Site) -> dict[str, frozenset[str]]:
    return {path: frozenset(mute) for path, mute in _mutes(site) if mute}


def _is_muted(found: Problem, muting: Mapping[str, Collection[str]]) -> bool:
    names = {rule_of(found).name or found.code, found.code}
    return any(not names.isdisjoint(muting.get(path, ())) for path in ("", found.place.path))


def _wrong_mutes(subject: Subject) -> Iterator[Problem]:
    """Names that no rule has, and rules that are muted without a word."""
    known = [rule.name for rule in RULES]
    codes = {code for rule in RULES for code in rule.codes}
    for path, mute in _mutes(subject.site):
        for name, reason in mute.items():
            place = reason.place._replace(path=path or CONFIG)
            if name not in known and name not in codes and not name[1:].isdigit():
                yield problem("E800", _key(subject, place, name), written=name, near=nearest(name, known))
            elif not reason.written.strip():
                yield problem("E801", place, name=name)


def _key(subject: Subject, value: Place, name: str) -> Place:
    """Where the name of a field stands whose value is at a place."""
    text = subject.text(value.path)
    at = text.rfind(name, 0, offset_of(text, value))
    return place_in(value.path, text, at, at + len(name)) if at >= 0 else value
