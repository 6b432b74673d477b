"""Markdown as somebody mistypes it: looked for in what is left of a text as words when all marks have been read.

There a mark of the library's stands for each link, image, piece of code or emphasis, so what still looks like one is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.parse.markdown import habits
from sitegen.parse.markdown.shortcodes import MAY_BE
from sitegen.parse.markdown.slip import Slip
from sitegen.parse.markdown.source import MARK

_ENDING = r"(?:md|html?|pdf|jpe?g|png|gif|webp|svg|docx?|it|com|org|net|eu)"
_ADDRESS = (
    r"(?:(?:https?://|mailto:|www\.|\.{0,2}/|#[a-z])[^\s()\[\]]*"
    rf"|[^\s()\[\]/:#]+(?:/[^\s()\[\]/:#]+)*\.{_ENDING}(?:[/?#][^\s()\[\]]*)?)"
)
_PARTED = re.compile(rf"(?P<image>!?)\[(?P<words>[^\[\]\n]+)\][ \n]\(\s?(?P<to>{_ADDRESS})\s?\)")
_TURNED = re.compile(rf"(?P<image>!?)\((?P<words>[^()\n]+)\)\[(?P<to>{_ADDRESS})\]")
_OPEN = re.compile(r"(?P<image>!?)\[(?P<words>[^\[\]\n]*)\]\((?P<to>[^()\s]+)")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\][ ]\[[^\[\]\n]*\]")
_WIKI = re.compile(r"(?P<image>!?)\[\[(?P<words>[^\[\]\n|]*[^\W\d_][^\[\]\n|]*)(?:\|(?P<label>[^\[\]\n]*))?\]\]")
_STRIKE = re.compile(r"(?<!~)~~(?P<words>(?=[^\s~])[^~\n]*(?<!\s))~~(?!~)")
_SPACED = re.compile(
    r"(?<![^\s(«\"])\*\*(?P<words>[ ]+[^*\n]*[^\s*]|[^\s*][^*\n]*(?=[ ])|[ ]+[^*\n]*(?=[ ]))[ ]*\*\*(?![\w*])"
)
_ITEM = re.compile(r"\n[ ]{0,3}((?:[-*+]|\d{1,3}\.)[ ]+\S[^\n]*)")
_BULLETS = "•▪◦‣●\uf0b7"
_BULLET = re.compile(rf"(?:^|\n)[ ]*([{_BULLETS}][ \u00a0]*[^\W_][^\n]*|·[ \u00a0]+[^\W_][^\n]*)")
_BULLETS_APART = re.compile(
    rf"^[ ]{{0,3}}([{_BULLETS}][ \t\u00a0]*[^\W_][^\n]*)\n[ ]*\n[ ]{{0,3}}[{_BULLETS}]", re.MULTILINE
)
_BRACKETED = re.compile(r"(?:^|\n)[ ]*(\d{1,2}\)[ ]+\S[^\n]*)")
_RULE = re.compile(r"[|:\- ]*-[|:\- ]*")
_LETTER = re.compile(r"[^\W\d_]")
# In words that are read fast: what is none of these is no slip, or is read by the library anyway. Each is looked for only
# where its sign is.
_SIGNS = tuple((sign, re.compile(pattern).search) for sign, pattern in (
    ("]", r"\](?: [(\[]|\n\()"), ("[", r"\[(?<=\)\[)"), ("[", MAY_BE.pattern), ("~", r"~~"), ("*", r"\*\* (?<!\S\*\* )"),
    (")", r"\n[ ]*\d{1,2}\) "), ("·", r"\n·"), *((bullet, bullet) for bullet in _BULLETS),
))  # fmt: skip
FEWEST = 2


def may_hold(text: str) -> bool:
    """Whether a text may hold a slip that is words to whoever reads it fast."""
    for sign, search in _SIGNS:
        if sign in text and search(text):
            return True
    return habits.may_hold(text)


def marks_in(left: str) -> Iterator[Slip]:
    """Links, images and emphasis that have not become any."""
    if "[" in left:
        yield from _links(left)
    if "~~" in left:
        for found in _STRIKE.finditer(left):
            yield Slip("strike", found[0], f"<del>{_shown(found['words'])}</del>")
    if "**" in left:
        for found in _SPACED.finditer(left):
            if _LETTER.search(found["words"]):
                yield Slip("spaces", found[0], f"**{_shown(found['words'])}**")


def _links(left: str) -> Iterator[Slip]:
    for found in _PICTURE.finditer(left):
        yield Slip("image", found[0], f"![{_shown(found[1])}](…)")
    for pattern in (_PARTED, _TURNED, _OPEN):
        for found in pattern.finditer(left):
            cause = "image" if found["image"] else "link"
            near = f"{found['image']}[{_shown(found['words'])}]({_shown(found['to'])})"
            yield Slip("open" if pattern is _OPEN else cause, found[0], near)
    for found in _WIKI.finditer(left):
        name, label = _shown(found["words"]), _shown(found["label"] or found["words"])
        if found["image"]:
            yield Slip("wiki", found[0], f"![…]({name})")
        else:
            yield Slip("wiki", found[0], f"[{label}]({name if '.' in name else name + '.md'})")


def lines_in(left: str) -> Iterator[Slip]:
    """Lists and tables that are lines of a paragraph, each told at its first line."""
    if "\n" in left:
        items = _ITEM.findall(left)
        if len(items) >= FEWEST:
            yield Slip("list", items[0])
        numbers = _BRACKETED.findall(left)
        if len(numbers) >= FEWEST:
            yield Slip("numbers", numbers[0], _shown(numbers[0]).replace(")", ".", 1))
        bullets = _BULLET.findall(left)
        if len(bullets) >= FEWEST:
            yield _bulleted(bullets[0])


def bullets_in(text: str) -> Iterator[Slip]:
    """The first of several paragraphs of a writer's text that begin with a bullet, as word processors paste a list."""
    if any(bullet in text for bullet in _BULLETS) and (found := _BULLETS_APART.search(text)):
        yield _bulleted(found[1])


def _bulleted(line: str) -> Slip:
    return Slip("bullets", line, f"- {_shown(line)[1:].strip()}")


def table_in(left: str) -> Slip | None:
    """A table that is none, and why: for want of a blank line above, of the row of dashes, or of some of its cells."""
    if left.count("|") < FEWEST * FEWEST or "\n" not in left:
        return None
    lines = [line.strip() for line in left.split("\n")]
    rows = [number for number, line in enumerate(lines) if len(line) > 1 and line[0] == line[-1] == "|"]
    if len(rows) < FEWEST:
        return None
    first = lines[rows[0]]
    rule = next((number for number in rows if _RULE.fullmatch(lines[number])), 0)
    if rule not in rows or rule - 1 not in rows:
        return Slip("dashes", first, "|" + "---|" * _width(lines[rows[0]]))
    if _width(lines[rule]) != _width(lines[rule - 1]):
        return Slip("width", lines[rule], "|" + "---|" * _width(lines[rule - 1]))
    return Slip("blank", first) if rule > 1 else None


def lines_around(left: str, written: str) -> str:
    """The lines of a text that hold a piece of it, with the one above, which tells them from others."""
    at = max(left.find(written), 0)
    begin = left.rfind("\n", 0, max(left.rfind("\n", 0, at), 0)) + 1
    end = left.find("\n", at + len(written))
    return left[begin : end if end >= 0 else len(left)]


def _width(row: str) -> int:
    return len(row.strip("|").split("|"))


def _shown(text: str) -> str:
    return MARK.sub("…", text).strip()
