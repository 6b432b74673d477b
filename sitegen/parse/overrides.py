"""What a child theme has written in the place of something that its parents have not, or no longer: it would change nothing. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sitegen.parse.template_facts import Facts
from sitegen.parse.theme_settings import Settings
from sitegen.problems import Place, Problem, problem
from sitegen.words import nearest

_FREE = ("cover.svg", "partials/embed.html")
"""Templates that any theme may have: its parent need have none."""


def idle_templates(
    themes: Sequence[str], sources: Mapping[str, str], needs: Mapping[str, tuple[str, ...]], free: Collection[str]
) -> Iterator[Problem]:
    """The templates of child themes that no other asks for and no parent has, but those that are `free`: `sources` and `needs` are by
    full name, `themes` from the child to its oldest parent.
    """
    asked = {each for wanted in needs.values() for each in wanted}
    for level, theme in enumerate(themes[:-1]):
        inherited = {full.partition(":")[2] for full in sources if full.partition(":")[0] in themes[level + 1 :]}
        for full, path in sources.items():
            owner, _, short = full.partition(":")
            if owner != theme or full in asked or short in inherited or short in _FREE or short in free:
                continue
            by_stem = {each.partition(".")[0]: each for each in inherited}
            near = by_stem.get(nearest(short.partition(".")[0], by_stem), "")
            if near or "/" in short:  # else it may be a plugin's
                yield problem("W502", Place(path), cause="override.template", name=short, near=near)


def idle_tokens(
    oldest_first: Sequence[Settings], styles: Iterable[str], places: Mapping[str, Place]
) -> Iterator[Problem]:
    """The tokens of child themes that no parent has and no text of `styles` uses."""
    known: set[str] = set()
    texts = tuple(styles)
    for number, settings in enumerate(oldest_first):
        own = dict.fromkeys((*settings.tokens, *settings.dark))
        for token in own if number else ():
            if token not in known and not any(_uses(text, token) for text in texts):
                group = "tokens" if token in settings.tokens else "dark"
                path = f"themes/{settings.name}/theme.yaml"
                place = places.get(f"{path}:{group}.{token}", Place(path))
                yield problem("W502", place, cause="override.token", name=token, near=nearest(token, known))
        known |= {*own, *settings.colors.light, *settings.colors.dark}


def colours_among_tokens(
    chain: Iterable[Settings], colours: Collection[str], places: Mapping[str, Place]
) -> Iterator[Problem]:
    """The tokens that would take the place of a colour, whose contrast nobody would check."""
    for settings in chain:
        path = f"themes/{settings.name}/theme.yaml"
        for group, tokens in (("tokens", settings.tokens), ("dark", settings.dark)):
            for token in tokens:
                if token in colours:
                    yield problem("E518", places.get(f"{path}:{group}.{token}", Place(path)), name=token)


def idle_words(themes: Sequence[str], catalogues: Mapping[str, tuple[str, Iterable[str]]], facts: Iterable[Facts],
               said: Iterable[str]) -> Iterator[Problem]:  # fmt: skip
    """The words of child themes that no template asks for. `catalogues` have text and keys by path; `said` is asked for by others."""
    read = tuple(facts)
    if any(each.any_word for each in read):
        return
    asked = {key for each in read for _, key in each.words} | set(said)
    for path, (text, keys) in catalogues.items():
        if path.split("/")[1] == themes[-1]:
            continue
        for key in keys:
            if key not in asked:
                message = key.rpartition("\x04")[2]
                near = nearest(message, asked)
                yield problem("W502", _message_in(text, path, message), cause="override.word", name=message, near=near)


def _uses(text: str, token: str) -> bool:
    return re.search(rf"--{re.escape(token)}(?![\w-])", text) is not None


def _message_in(text: str, path: str, message: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("msgid ") and message and message in line:
            return Place(path, number, line.index(message) + 1, len(message))
    return Place(path)
