"""Lists, with lists inside them and tasks, and lists of definitions."""

from __future__ import annotations

import re

from sitegen.parse.markdown.shortcut.inline import Unsure
from sitegen.parse.markdown.shortcut.page import Page, must_be_words
from sitegen.parse.markdown.signs import TASK

_DEEPEST = 6

_ITEM = {"ul": re.compile(r" {0,3}[*+-] +(\S.*)"), "ol": re.compile(r" {0,3}[0-9]+\. +(\S.*)")}
_INNER_ITEM = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_DEFINITION = re.compile(r"([^\n]+(?:\n(?!:)[^\n]+)*)\n: {1,3}(\S[^\n]*(?:\n {4}[^\n]+)*)")


def is_numbered(block: str) -> bool:
    """Whether a block that begins with a digit is a list."""
    return _ITEM["ol"].match(block) is not None


def write_list(block: str, waiting: list[str], page: Page, level: int = 2) -> None:
    """A list. Where a blank line parts two items, both become paragraphs."""
    tag = "ol" if block[0].isdigit() else "ul"
    items, loose = _items(tag, block), set[int]()
    while waiting and _ITEM[tag].match(waiting[-1]):
        loose |= {len(items) - 1, len(items)}
        items += _items(tag, waiting.pop())
    first = block.partition(".")[0] if tag == "ol" else "1"
    attributes = ' class="tasks"' if any(TASK.match(item) for item, _ in items) else ""
    if first != "1":
        attributes += f' start="{first}"'
    page.pieces.append(f"<{tag}{attributes}>\n")
    for number, (item, inner) in enumerate(items):
        _write_item(item, inner, page, level, loose=number in loose)
    page.pieces.append(f"</{tag}>\n")


def _write_item(item: str, inner: str, page: Page, level: int, *, loose: bool) -> None:
    task = TASK.match(item) if item[0] == "[" else None
    if task:
        if loose or inner:
            raise Unsure
        checked = "checked " if task[1] != " " else ""
        start = f'<li class="task"><label><input {checked}disabled type="checkbox">'
        page.element(start, " " + item[task.end() :], "</label>", level + 2)
    elif loose:
        must_be_words(item)
        page.pieces.append("<li>\n")
        page.paragraph(item, level + 1)
    else:
        must_be_words(item)
        page.element("<li>", item, "", level)
    if inner:
        if level > _DEEPEST or inner[0] == " ":
            raise Unsure
        write_list(inner, [], page, level + 2)
    page.pieces.append("</li>\n")


def _items(tag: str, block: str) -> list[tuple[str, str]]:
    """The text of each item, and the list inside it or ""."""
    items: list[list[str]] = []
    for line in block.split("\n"):
        if found := _ITEM[tag].fullmatch(line):
            items.append([found[1], ""])
        elif not items:
            raise Unsure
        elif items[-1][1]:
            items[-1][1] += "\n" + line.removeprefix("    ")
        elif _INNER_ITEM.match(line):
            items[-1][1] = line[4:]
        else:
            items[-1][0] += "\n" + line
    return [(text, inner) for text, inner in items]


def write_definitions(block: str, waiting: list[str], page: Page) -> None:
    """Terms with their definitions, and those of the blocks that follow."""
    found = _DEFINITION.fullmatch(block)
    if not found:
        raise Unsure
    page.pieces.append("<dl>\n")
    while found:
        if "|" in found[0]:
            raise Unsure
        for term in found[1].split("\n"):
            must_be_words(term)
            page.element("<dt>", term.strip(), "</dt>\n", 2)
        must_be_words(found[2])
        page.element("<dd>", found[2].replace("\n    ", "\n"), "</dd>\n", 2)
        found = _DEFINITION.fullmatch(waiting[-1]) if waiting else None
        if found:
            must_be_words(waiting.pop())
    page.pieces.append("</dl>\n")
