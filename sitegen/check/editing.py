"""The site's texts as an editor reads them: slips of the pen, and what is hard to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.check.prose import Prose, prose_of_config, prose_of_document
from sitegen.check.reading import Text, ease_of, hardest_of, long_sentences, text_of
from sitegen.check.rules import Rule
from sitegen.check.spelling import Slip, slips_in
from sitegen.check.subject import Subject
from sitegen.parse.documents import CONFIG
from sitegen.parse.kinds import Kind
from sitegen.problems import Problem, problem

CODES = {
    "accents": "W801",
    "apostrophes": "W802",
    "misspelling": "W803",
    "double-word": "W804",
    "double-space": "W805",
    "punctuation-space": "W806",
    "capitals": "W807",
}
RULES = (
    *(Rule(name, "spelling", (code,)) for name, code in CODES.items()),
    Rule("reading-ease", "reading", ("W808",)),
    Rule("long-sentence", "reading", ("W809",)),
)
READ_AT_LENGTH: tuple[Kind, ...] = ("pages", "posts", "services", "cases")
FEWEST_WORDS = 100
MOST_WORDS = 45
"""Words of a sentence. Below 25 is what public offices are asked for (Dipartimento della funzione pubblica, directive of 8 May
2002 on plain language): what has nearly twice as many has lost who reads it.
"""
_WORD = re.compile(r"[^\W_]+")
FLOORS = {"it": ("Gulpease", 40), "en": ("Flesch", 30)}
"""By language, how its measure is called and what is too little. Below 40, a text is hard even for who has been to high school
(Lucisano and Piemontese, 1988); below 30, for who has been to college (Flesch, 1948)."""


def check(subject: Subject) -> Iterator[Problem]:
    """All that an editor would mark in the texts that are on the site, and in `site.yaml`."""
    language = subject.site.config.language
    for prose, kind in texts_of(subject):
        for slip in slips_in(prose, language):
            yield problem_of(prose, slip)
        if kind in READ_AT_LENGTH and (text := text_of(prose, language)):
            yield from _hard(prose, text)
            for each in long_sentences(text, MOST_WORDS + 1):
                yield problem("W809", prose.place(each.start, each.start), words=each.words, limit=MOST_WORDS)


def texts_of(subject: Subject) -> Iterator[tuple[Prose, Kind | None]]:
    """What is read of each file, with the kind of document that it is; None for `site.yaml`."""
    yield prose_of_config(subject.text(CONFIG), CONFIG), None
    for item in subject.items():
        yield prose_of_document(subject.text(item.source), item.source, item.kind), item.kind


def problem_of(prose: Prose, slip: Slip) -> Problem:
    """A slip as it is told."""
    text, (start, end) = prose.source, (slip.start, slip.end)
    if slip.rule == "punctuation-space" or slip.mended.endswith("’"):  # it is told with the words around it
        start = max(text.rfind(each, 0, start) for each in (" ", "\n")) + 1
        following = _WORD.match(text, end)
        end = following.end() if following else end
    written = " ".join(text[start:end].splitlines())
    mended = text[start : slip.start] + slip.mended + text[slip.end : end]
    return problem(CODES[slip.rule], prose.place(slip.start, slip.end), written=written, mended=mended)


def _hard(prose: Prose, text: Text) -> Iterator[Problem]:
    """A text that is harder than it need be, told at its hardest sentence."""
    ease, (name, floor) = ease_of(text), FLOORS[text.language]
    if ease is None or ease.words < FEWEST_WORDS or ease.score >= floor:
        return
    hardest = hardest_of(text)
    places = [prose.place(each.start, each.start) for each in hardest] or [prose.place(prose.body, prose.body)]
    lines = ", ".join(str(line) for line in sorted({each.line for each in places}))
    yield problem("W808", places[0], name=name, score=max(0, int(ease.score)), floor=floor, lines=lines,
                  words=hardest[0].words if hardest else "")  # fmt: skip
