"""`sitegen check --explain`: what the documents say of a rule, and the words of a message that is of no rule."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from sitegen.cli.refusal import refuse
from sitegen.cli.voice import BLUE, BOLD, DIM, Voice, folded
from sitegen.messages import say
from sitegen.problems import Place, problem
from sitegen.read.places import rule_page
from sitegen.words import nearest

_PART = re.compile(r"(?:^```.*?\n[\s\S]*?^```$|^.+(?:\n.+)*)", re.MULTILINE)
_SLOT = re.compile(r"\{\w+\}")
_INLINE = re.compile(r"(`[^`]+`)|\*\*(.+?)\*\*|\*(.+?)\*|\[([^]]+)]\(([^)\s]+)\)")


def explain(name: str, voice: Voice) -> int:
    """Explains the rule of that name or code, or the message of that code; returns the exit status."""
    from sitegen.check.check import RULES
    from sitegen.messages.problems import PROBLEMS

    code = name.upper()
    rule = next((rule for rule in RULES if name == rule.name or code in rule.codes), None)
    if rule is not None:
        page = rule_page(rule.name, voice.language).read_text(encoding="utf-8").rstrip("\n")
        print("\n\n".join(_readable(page, voice)) if sys.stdout.isatty() else page)
        return 0
    if code in PROBLEMS:
        _tell_message(code, voice)
        return 0
    meant = nearest(name, sorted(rule.name for rule in RULES))
    wrong = problem("E706", Place("sitegen"), option="--explain", written=name, known="", meant=meant, cause="rules")
    return refuse(wrong, voice.language, "text")


def _tell_message(code: str, voice: Voice) -> None:
    """A message as far as it needs no file of which it is told."""
    from sitegen.messages.problems import PROBLEMS

    words = PROBLEMS[code][voice.language]
    head = f"{voice.paint(code, BOLD, sys.stdout)} "
    print(folded(_SLOT.sub("…", words.headline), sys.stdout, "  ", head))
    for line in words.advice.split("\n"):
        if line and not _SLOT.search(line):
            voice.tell(line, indent="  ")
    voice.tell(say("check.message", voice.language))


def _readable(page: str, voice: Voice) -> Iterator[str]:
    """The parts of a page in Markdown as a terminal shows them: paragraphs, examples, and rows of tables with the names of their
    columns.
    """
    for part in _PART.findall(page):
        lines = part.split("\n")
        if part.startswith("# "):
            yield voice.paint(part.removeprefix("# "), BOLD, sys.stdout)
        elif part.startswith("|"):
            yield "\n\n".join(_rows(lines, voice))
        elif part.startswith("```"):
            told = lines[0].lstrip("`").partition(" ")[2]
            example = "\n".join(f"    {line}" for line in lines[1:-1])
            yield f"  {voice.paint(f'{told}:', DIM, sys.stdout)}\n{example}" if told else example
        else:
            for paragraph in re.split(r"\n(?=\*\*)", part):
                yield folded(_inline(paragraph.replace("\n", " "), voice), sys.stdout)


def _rows(lines: list[str], voice: Voice) -> Iterator[str]:
    heads, _, *rows = ([cell.strip() for cell in line.strip("|").split(" | ")] for line in lines)
    widest = max(map(len, heads)) + len(": ")
    for row in rows:
        yield "\n".join(
            folded(_inline(cell, voice), sys.stdout, " " * (2 + widest), "  " + f"{head}: ".ljust(widest))
            for head, cell in zip(heads, row, strict=True)
        )


def _inline(text: str, voice: Voice) -> str:
    """Emphasis as a style, a link as its text and address; one to another rule as the name of that."""

    def shown(found: re.Match[str]) -> str:
        code, strong, mild, linked, address = found.groups()
        if code:
            return voice.paint(code, BLUE, sys.stdout)
        if linked:
            return f"{linked} ({address})" if "//" in address else linked
        return voice.paint(strong, BOLD, sys.stdout) if strong else mild

    return _INLINE.sub(shown, text)
