"""Ordinary Markdown, written down in a `Draft` without building the library's tree: several times faster, the same bytes.

Headings, paragraphs, lists, definitions, quotes, callouts, tables, figures, notes and code are recognised in their usual
form. A text with anything else, or that might be read in another way, is left to Python-Markdown as a whole. Only the
versions of it that the tests have compared with take the shortcut.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import markdown

from sitegen.parse.markdown.callouts import TYPES
from sitegen.parse.markdown.cut import MORE, cut
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.fences import to_block
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.notes import note_key
from sitegen.parse.markdown.shapes import CAPTION, CAPTION_LINE
from sitegen.parse.markdown.shortcut_inline import Inline, Unsure
from sitegen.parse.markdown.shortcut_tables import write_table

TESTED = frozenset(["3.11.3"])
# Up to here no text of these forms comes near what the library may spend, so that both refuse the same texts.
LONGEST = 30_000
DEEPEST = 3
_DEEPEST_LIST = 6

_BLANK = re.compile(r"\n(?: *\n)+")
# Signs that may change how the whole text is read: tabs, escapes, a definition of an abbreviation, the place of the notes.
_FAR_REACHING = ("\t", "&#", "] :", "///")
_LINE_BREAK = re.compile(r"  \n(?! *\n)")
_HEADING = re.compile(r"(#{2,6}) +(?=\S)([^#\\{}\n]*[^#\\{}\s])(?: +\{#([A-Za-z][A-Za-z0-9-]*)\})? *")
_RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_NOTE = re.compile(r"\[\^([^\]\n]+)\]: *(\S.*)")
_CALLOUT = re.compile(rf"!!! ({'|'.join(TYPES)})(?: +(?:\"([^\"]+)\"|«([^»]+)»))? *")
_DEFINITION = re.compile(r"([^\n]+(?:\n(?!:)[^\n]+)*)\n: {1,3}(\S[^\n]*(?:\n {4}[^\n]+)*)")
_TASK = re.compile(r"\[([ xX])\] +(?=\S)")
_INNER_ITEM = re.compile(r" {4,7}(?:\d+\.|[*+-]) +")
_ITEM = {"ul": re.compile(r" {0,3}[*+-] +(\S.*)"), "ol": re.compile(r" {0,3}[0-9]+\. +(\S.*)")}
# A first line that is read as nothing but words, and a further line of which the same is true.
_WORDS = r"(?:[^\W_]|[^\w\s\x00-\x7f]|[\"'(,.;?/@$%€]|[-+][^\W_]|\*{1,2}[^\s*]|_{1,2}[^\s_]|\[(?!\^)|!\[|`[^`])"
_FIRST_LINE = re.compile(rf"(?!\d+\.(?: |$)|\[[ xX]\]){_WORDS}")
_ODD_LINE = re.compile(rf"\n(?! *{_WORDS})")


def write_ordinary(draft: Draft) -> bool:
    """Writes the draft's whole source down if it is ordinary; else False, and the draft is of no more use."""
    if markdown.__version__ not in TESTED or draft.source.controls:
        return False
    text = draft.source.marked
    if text is None or len(text) > LONGEST or any(sign in text for sign in _FAR_REACHING):
        return False
    if "  \n" in text and _LINE_BREAK.search(text):
        return False
    try:
        _Blocks(draft).document(text)
    except Unsure:
        return False
    return not draft.problems


class _Blocks:
    """Writes the blocks of one document, each kind by its own method; `waiting` are the blocks to come, the next one last."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.pieces, self.reading = draft, draft.pieces, draft.reading
        self.labels = labels(draft.language)
        self.notes: dict[str, str] = {}
        self.inline = Inline(draft, self.labels, self.notes)
        self.nesting = self.unnamed_tables = 0

    def document(self, text: str) -> None:
        blocks = [block for block in _BLANK.split(text.strip("\n") + "\n\n") if block]
        if "]:" in text:
            blocks = self._without_notes(blocks)
            if text.count("]:") != len(self.notes):
                raise Unsure
        self._write(blocks)
        if self.notes:
            self._write_notes()
        if self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip("\n")

    def _write(self, blocks: list[str]) -> None:
        blocks.reverse()
        while blocks:
            block = blocks.pop()
            _KINDS.get(block[0], _Blocks.paragraph)(self, block, blocks)

    def _nested(self, blocks: list[str]) -> None:
        self.nesting += 1
        if self.nesting > DEEPEST:
            raise Unsure
        self._write(blocks)
        self.nesting -= 1

    def paragraph(self, block: str, waiting: list[str]) -> None:
        if not _FIRST_LINE.match(block):
            raise Unsure
        if "\n:" in block:
            self._definitions(block, waiting)
        elif "\n" in block and "|" in block:
            self.table(block, waiting)
        else:
            self._in_paragraph(block, 1)

    def _in_paragraph(self, block: str, level: int) -> None:
        if block[0] == "!" and self.inline.figure(block):
            return
        self.pieces.append("<p>")
        self._text(block, level)
        self.reading.end_paragraph(running=not self.nesting and level == 1)
        self.reading.end_block()
        self.pieces.append("</p>\n")

    def _text(self, block: str, level: int) -> None:
        """The words of a block and their marks. `level` is how deep it stands in the block that is being written."""
        if "\n" in block and ("|" in block or _ODD_LINE.search(block)):
            raise Unsure
        self.inline.write(block, self.nesting + level)

    def heading(self, block: str, waiting: list[str]) -> None:
        line, _, after = block.partition("\n")
        found = _HEADING.fullmatch(line)
        if not found or after[:1] == "#" or (after and "|" in block):
            raise Unsure
        if after:
            waiting.append(after)
        level, identity = len(found[1]), found[3] or ""
        self.pieces.append(f'<h{level} id="{identity}">' if identity else f"<h{level}>")
        self.draft.begin_heading(level, self.draft.identify(identity), len(self.pieces) - 1)
        self.inline.write(found[2], self.nesting + 1)
        self.draft.end_heading()
        self.pieces.append(f"</h{level}>\n")

    def bullets(self, block: str, waiting: list[str]) -> None:
        if block[1:2] == " ":
            self._list(block, waiting, 2)
        elif _RULE.fullmatch(block):
            self.pieces.append("<hr>\n")
        else:
            self.paragraph(block, waiting)

    def numbers(self, block: str, waiting: list[str]) -> None:
        if _ITEM["ol"].match(block):
            self._list(block, waiting, 2)
        else:
            self.paragraph(block, waiting)

    def _list(self, block: str, waiting: list[str], level: int) -> None:
        """A list. Where a blank line parts two items, both become paragraphs."""
        tag = "ol" if block[0].isdigit() else "ul"
        items, loose = _items(tag, block), set[int]()
        while waiting and _ITEM[tag].match(waiting[-1]):
            loose |= {len(items) - 1, len(items)}
            items += _items(tag, waiting.pop())
        first = block.partition(".")[0] if tag == "ol" else "1"
        attributes = ' class="tasks"' if any(_TASK.match(item) for item, _ in items) else ""
        if first != "1":
            attributes += f' start="{first}"'
        self.pieces.append(f"<{tag}{attributes}>\n")
        for number, (item, inner) in enumerate(items):
            self._item(item, inner, level, loose=number in loose)
        self.pieces.append(f"</{tag}>\n")

    def _item(self, item: str, inner: str, level: int, *, loose: bool) -> None:
        task = _TASK.match(item) if item[0] == "[" else None
        if task:
            if loose or inner:
                raise Unsure
            checked = "checked " if task[1] != " " else ""
            start = f'<li class="task"><label><input {checked}disabled type="checkbox">'
            self._element(start, " " + item[task.end() :], "</label>", level + 2)
        elif not _FIRST_LINE.match(item):
            raise Unsure
        elif loose:
            self.pieces.append("<li>\n")
            self._in_paragraph(item, level + 1)
        else:
            self._element("<li>", item, "", level)
        if inner:
            if level > _DEEPEST_LIST or inner[0] == " ":
                raise Unsure
            self._list(inner, [], level + 2)
        self.pieces.append("</li>\n")

    def _element(self, start: str, block: str, end: str, level: int) -> None:
        """A block that holds words only."""
        self.pieces.append(start)
        self._text(block, level)
        self.reading.end_block()
        self.pieces.append(end)

    def _definitions(self, block: str, waiting: list[str]) -> None:
        found = _DEFINITION.fullmatch(block)
        if not found:
            raise Unsure
        self.pieces.append("<dl>\n")
        while found:
            for term in found[1].split("\n"):
                if not _FIRST_LINE.match(term):
                    raise Unsure
                self._element("<dt>", term.strip(), "</dt>\n", 2)
            if not _FIRST_LINE.match(found[2]) or "|" in found[0]:
                raise Unsure
            self._element("<dd>", found[2].replace("\n    ", "\n"), "</dd>\n", 2)
            after = waiting[-1] if waiting else ""
            found = _DEFINITION.fullmatch(after) if _FIRST_LINE.match(after) else None
            if found:
                waiting.pop()
        self.pieces.append("</dl>\n")

    def quote(self, block: str, waiting: list[str]) -> None:
        quoted = [_unquoted(block)]
        while waiting and waiting[-1][0] == ">":
            quoted.append(_unquoted(waiting.pop()))
        inner = [block for block in _BLANK.split("\n\n".join(quoted)) if block]
        if not inner:
            raise Unsure
        self.pieces.append("<blockquote>\n")
        self._nested(inner)
        self.pieces.append("</blockquote>\n")

    def exclamation(self, block: str, waiting: list[str]) -> None:
        if not block.startswith("!!!"):
            self.paragraph(block, waiting)
            return
        opening, _, body = block.partition("\n")
        found = _CALLOUT.fullmatch(opening)
        if not found:
            raise Unsure
        inner = [_outdented(body)] if body else []
        while waiting and waiting[-1][0] == " ":
            inner.append(_outdented(waiting.pop()))
        if not inner:
            raise Unsure
        kind, title = found[1], found[2] or found[3]
        self.pieces.append(f'<div class="callout callout--{kind}" role="note">\n<p class="callout__title">')
        self.inline.write(title or self.labels.callouts[kind], self.nesting + 2)
        self.reading.end_paragraph(running=False)
        self.reading.end_block()
        self.pieces.append("</p>\n")
        self._nested(inner)
        self.pieces.append("</div>\n")

    def table(self, block: str, waiting: list[str]) -> None:
        if self.nesting or "\n!!!" in block:
            raise Unsure
        rows, _, last = block.rpartition("\n")
        if CAPTION_LINE.fullmatch(last.strip()):
            block = rows
            waiting.append(last.strip())
        caption = ""
        if waiting and (found := CAPTION.match(waiting[-1])):
            caption = waiting.pop()[found.end() :]
        if not caption:
            self.unnamed_tables += 1
        write_table(block, caption, self.unnamed_tables, self.inline, self.labels)

    def more(self, block: str, waiting: list[str]) -> None:
        if self.nesting or not (waiting or self.notes) or "\n" in block or not MORE.fullmatch(block):
            raise Unsure
        self.reading.more()
        self.pieces.append("\n\n")

    def code(self, block: str, waiting: list[str]) -> None:
        code = to_block(self.draft.source.fences[int(block[1:])])
        if code.unknown:
            raise Unsure
        cut(code.html, self.draft)
        self.pieces.append("\n")

    def _without_notes(self, blocks: list[str]) -> list[str]:
        """The blocks but those that define notes."""
        others: list[str] = []
        after_note = False
        for block in blocks:
            if after_note and block[0] == " ":
                raise Unsure
            after_note = block.startswith("[^") and _NOTE.match(block) is not None
            if not after_note:
                others.append(block)
                continue
            for line in block.split("\n"):
                found = _NOTE.fullmatch(line)
                key = note_key(found[1]) if found else ""
                if not found or not key or key in self.notes or not _FIRST_LINE.match(found[2]):
                    raise Unsure
                self.notes[key] = found[2].rstrip()
        return others

    def _write_notes(self) -> None:
        mentions, words = dict(self.inline.mentions), self.labels
        if len(mentions) != len(self.notes):
            raise Unsure
        self.pieces.append(f'<div aria-label="{words.notes}" class="footnotes" role="doc-endnotes">\n<ol>\n')
        for number, (key, count) in enumerate(mentions.items(), 1):
            self.pieces.append(f'<li id="{self.draft.identify(f"fn-{key}")}">\n<p>')
            self.inline.write(self.notes[key] + "&#160;", 0)
            for mention in range(1, count + 1):
                back = words.back.format(number) if mention == 1 else words.back_again.format(number, mention)
                self.draft.link(f'<a aria-label="{back}" class="footnote-backref" href=',
                                f"#fnref{mention if mention > 1 else ''}-{key}")  # fmt: skip
                self.pieces.append(' role="doc-backlink">')
                self.draft.text("↩\ufe0e")
                self.pieces.append("</a>")
            self.reading.end_paragraph(running=False)
            self.reading.end_block()
            self.pieces.append("</p>\n</li>\n")
        self.pieces.append("</ol>\n</div>\n")
        if self.inline.mentions != mentions:
            raise Unsure


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


def _unquoted(block: str) -> str:
    lines = block.split("\n")
    if not all(line[:1] == ">" for line in lines) or lines[-1].strip() == ">":
        raise Unsure
    return "\n".join("" if line.strip() == ">" else line[2:] if line[1:2] == " " else line[1:] for line in lines)


def _outdented(block: str) -> str:
    lines = block.split("\n")
    if not all(line.startswith("    ") for line in lines):
        raise Unsure
    return "\n".join(line[4:] for line in lines)


_Kind = Callable[[_Blocks, str, list[str]], None]
# By the first sign of a block; all others begin a paragraph.
_KINDS: dict[str, _Kind] = {
    "#": _Blocks.heading, "-": _Blocks.bullets, "*": _Blocks.bullets, "+": _Blocks.bullets, ">": _Blocks.quote,
    "!": _Blocks.exclamation, "|": _Blocks.table, "<": _Blocks.more, "\x02": _Blocks.code,
    **dict.fromkeys("0123456789", _Blocks.numbers),
}  # fmt: skip
