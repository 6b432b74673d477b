"""The blocks of a document, recognised by their first sign and written one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable

from sitegen.parse.markdown import contents
from sitegen.parse.markdown.cut import MORE, cut
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.embeds import embed_in
from sitegen.parse.markdown.fences import to_block
from sitegen.parse.markdown.shortcut.inline import Unsure
from sitegen.parse.markdown.shortcut.lists import is_numbered, write_definitions, write_list
from sitegen.parse.markdown.shortcut.notes import take_notes, write_notes
from sitegen.parse.markdown.shortcut.page import Page, must_be_words
from sitegen.parse.markdown.shortcut.tables import write_table
from sitegen.parse.markdown.signs import CALLOUTS

_DEEPEST = 3

_BLANK = re.compile(r"\n(?: *\n)+")
_HEADING = re.compile(r"(#{2,6}) +(?=\S)([^#\\{}\n]*[^#\\{}\s])(?: +\{#([A-Za-z][A-Za-z0-9-]*)\})? *")
_TAG = re.compile(r"<[^>]*>")
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_CALLOUT = re.compile(rf"!!! ({'|'.join(CALLOUTS)})(?: +(?:\"([^\"]+)\"|«([^»]+)»))? *")


def write_document(text: str, draft: Draft) -> None:
    """The whole text, in which each fenced block is a line with STX and its number. Raises Unsure."""
    page = Page(draft)
    blocks = _blocks(text.strip("\n") + "\n\n")
    if "]:" in text:
        blocks = take_notes(blocks, page)
        if text.count("]:") != len(page.notes):
            raise Unsure  # a definition of something else
    _write(blocks, page)
    if page.notes:
        write_notes(page)
    if "[" in text and len(contents.ANYWHERE.findall(text)) != len(draft.contents):
        raise Unsure  # one that may stand in something else
    if page.pieces:
        page.pieces[-1] = page.pieces[-1].rstrip("\n")


def _blocks(text: str) -> list[str]:
    return [block for block in _BLANK.split(text) if block]


def _write(waiting: list[str], page: Page) -> None:
    """Writes all blocks. Each kind takes from the end of `waiting`, which is reversed, what else belongs to it."""
    waiting.reverse()
    while waiting:
        block = waiting.pop()
        _KINDS.get(block[0], _paragraph)(block, waiting, page)


def _write_inner(blocks: list[str], page: Page) -> None:
    if page.nesting == _DEEPEST or not blocks:
        raise Unsure
    page.nesting += 1
    _write(blocks, page)
    page.nesting -= 1


def _paragraph(block: str, waiting: list[str], page: Page) -> None:
    if block.startswith("https://") and not page.nesting and _embed(block, page):
        return
    must_be_words(block)
    if "\n:" in block:
        write_definitions(block, waiting, page)
    elif "\n" in block and "|" in block:
        write_table(block, waiting, page)
    else:
        page.paragraph(block)


def _embed(block: str, page: Page) -> bool:
    """Writes a block that is the address of a video, a map or a calendar; False for any other."""
    embed = embed_in(block)
    if embed is not None:
        page.draft.embed(embed)
        page.pieces.append("\n")
    return embed is not None


def _heading(block: str, waiting: list[str], page: Page) -> None:
    line, _, after = block.partition("\n")
    found = _HEADING.fullmatch(line)
    if not found or after[:1] == "#" or (after and "|" in block):
        raise Unsure
    if after:
        waiting.append(after)
    level, identity = len(found[1]), found[3] or ""
    page.pieces.append(f'<h{level} id="{identity}">' if identity else f"<h{level}>")
    page.draft.begin_heading(level, page.draft.identify(identity), len(page.pieces) - 1)
    page.words(found[2], 1)
    page.draft.end_heading()
    page.pieces.append(f"</h{level}>\n")


def _bullet(block: str, waiting: list[str], page: Page) -> None:
    if block[1:2] == " ":
        write_list(block, waiting, page)
    elif _RULE.fullmatch(block):
        page.pieces.append("<hr>\n")
    else:
        _paragraph(block, waiting, page)


def _digit(block: str, waiting: list[str], page: Page) -> None:
    write = write_list if is_numbered(block) else _paragraph
    write(block, waiting, page)


def _quote(block: str, waiting: list[str], page: Page) -> None:
    quoted = [_unquoted(block)]
    while waiting and waiting[-1][0] == ">":
        quoted.append(_unquoted(waiting.pop()))
    page.pieces.append("<blockquote>\n")
    _write_inner(_blocks("\n\n".join(quoted)), page)
    page.pieces.append("</blockquote>\n")


def _unquoted(block: str) -> str:
    lines = block.split("\n")
    if not all(line[:1] == ">" for line in lines) or lines[-1].strip() == ">":
        raise Unsure
    return "\n".join("" if line.strip() == ">" else line[1:].removeprefix(" ") for line in lines)


def _exclamation(block: str, waiting: list[str], page: Page) -> None:
    if not block.startswith("!!!"):
        _paragraph(block, waiting, page)
        return
    opening, _, body = block.partition("\n")
    found = _CALLOUT.fullmatch(opening)
    if not found:
        raise Unsure
    inner = [_outdented(body)] if body else []
    while waiting and waiting[-1][0] == " ":
        inner.append(_outdented(waiting.pop()))
    kind, title = found[1], found[2] or found[3]
    page.pieces.append(f'<div class="callout callout--{kind}" role="note">\n<p class="callout__title">')
    page.words(title or page.labels.callouts[kind], 2)
    page.reading.end_paragraph(running=False)
    page.reading.end_block()
    page.pieces.append("</p>\n")
    _write_inner(inner, page)
    page.pieces.append("</div>\n")


def _outdented(block: str) -> str:
    lines = block.split("\n")
    if not all(line.startswith("    ") for line in lines):
        raise Unsure
    return "\n".join(line[4:] for line in lines)


def _more(block: str, waiting: list[str], page: Page) -> None:
    if block.startswith("<https://") and not page.nesting and _embed(block, page):
        return
    if page.nesting or not (waiting or page.notes) or "\n" in block or not MORE.fullmatch(block):
        raise Unsure
    page.reading.more()
    page.pieces.append("\n\n")


def _bracket(block: str, waiting: list[str], page: Page) -> None:
    if page.nesting or not contents.MARKER.fullmatch(block):
        _paragraph(block, waiting, page)
    else:
        page.draft.list_contents()
        page.pieces.append("\n")


def _code(block: str, _: list[str], page: Page) -> None:
    fence = page.draft.source.fences[int(block[1:])]
    code = to_block(fence)
    if code.unknown:
        raise Unsure
    if fence.attributes:
        cut(code.html, page.draft)
    else:
        page.pieces.append(code.html)
        page.reading.see(_TAG.sub("", code.html))
        page.reading.end_block()
    page.pieces.append("\n")


# By the first sign of a block; all others begin a paragraph.
_KINDS: dict[str, Callable[[str, list[str], Page], None]] = {
    "#": _heading, "-": _bullet, "*": _bullet, "+": _bullet, ">": _quote, "!": _exclamation, "|": write_table, "<": _more,
    "[": _bracket, "\x02": _code, **dict.fromkeys("0123456789", _digit),
}  # fmt: skip
