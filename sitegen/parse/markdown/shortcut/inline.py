"""The ordinary marks of a paragraph (code, links, images, notes, emphasis), written down without the library.

What is recognised here gives exactly what Python-Markdown gives. Whatever could be read in another way is `Unsure`.
"""

from __future__ import annotations

import re
from html import escape

from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.labels import Labels
from sitegen.parse.markdown.signs import note_key


class Unsure(Exception):
    """The text may mean something that only the library knows."""


# An ampersand that begins no entity.
_NO_ENTITY = re.compile(r"&(?!(?:[0-9a-z]+|#[0-9]+|#x[0-9a-f]+);)", re.IGNORECASE)
# Where none of these occurs there is nothing but words.
SIGN = re.compile(r"[\\`*_\[<>&{]")
_ADDRESS = r"\(([^\s()<>\"'\\`\[\]{}&]+)(?:[ ]+\"((?:[^\"\\`\[\]{}<>&\s]| )*)\")?\)"
_ALT = r"((?!\^)[^\[\]\\`<>&{}]*)"
_CODE = r"`[^`]+`"
# It begins with the sign itself, which lets the regex engine leap; each kind then looks back at it.
_MARK = re.compile(
    r"[`*_\[!<\\{](?:"
    r"(?<=`)(?P<code>[^`]+)`(?!`)"
    r"|(?P<run>(?<=\*)\**|(?<=_)_*)"
    rf"|(?<=!)\[(?P<image>{_ALT}\]{_ADDRESS})"
    rf"|(?<=\[)(?<!!\[)(?P<link>((?!\^)[^\[\]\\`<>{{}}]+(?:{_CODE}[^\[\]\\`<>{{}}]*)*|{_CODE})\]{_ADDRESS})"
    r"|(?<=\[)\^(?P<note>[^\[\]\\`*_<>&{}\n]+)\](?!:)"
    r"|(?<=\[)(?P<bracket>(?!\^)(?=[^\[\]`]*\](?![(:]|\s?\[)))"
    r"|(?<=<)(?P<auto>https?://[^\s<>\"'\\`\[\]{}&*_]+)>"
    r"|(?P<unsure>(?<!!))"
    r")"
)
_FIGURE = re.compile(rf"!\[{_ALT}\]{_ADDRESS}[ ]*")
_START = ("", "<em>", "<strong>", "<strong><em>")
_END = ("", "</em>", "</strong>", "</em></strong>")


class Inline:
    """Writes the texts of one document into its draft; `notes` are the keys of the notes that are defined in it."""

    def __init__(self, draft: Draft, labels: Labels, notes: dict[str, str]) -> None:
        self.draft, self.labels, self.notes = draft, labels, notes
        # How often each note is mentioned, in the order of the first mention, which must be the library's order:
        # it goes through the tree level by level.
        self.mentions: dict[str, int] = {}
        self.deepest = 0

    def write(self, text: str, level: int = 0) -> None:
        """`text` with its marks. `level` is how deep in the tree it stands. Raises Unsure."""
        open_runs: list[tuple[str, int]] = []
        begin = 0
        for mark in _MARK.finditer(text):
            kind = mark.lastgroup
            if kind == "run":
                tag = _emphasis(text, mark.start(), mark.end(), open_runs)
                if tag:
                    self._words(text[begin : mark.start()])
                    self.draft.pieces.append(tag)
                    begin = mark.end()
            elif kind == "unsure":
                raise Unsure
            elif kind != "bracket":
                self._words(text[begin : mark.start()])
                self._mark(kind or "", mark, level)
                begin = mark.end()
        if open_runs:
            raise Unsure
        self._words(text[begin:])

    def figure(self, text: str) -> bool:
        """Writes an image that stands alone with a title as a figure; False where the text is something else."""
        found = _FIGURE.fullmatch(text)
        if not found or found[3] is None:
            return False
        draft, caption = self.draft, _title(found[3])
        if not caption:
            raise Unsure
        draft.pieces.append("<figure>")
        draft.image(found[2], found[1], ())
        draft.pieces.append(">")
        draft.pieces.append("<figcaption>")
        draft.text(caption)
        draft.reading.end_block()
        draft.pieces.append("</figcaption></figure>\n")
        return True

    def _words(self, text: str) -> None:
        if text:
            self.draft.text(escaped(text))

    def _mark(self, kind: str, mark: re.Match[str], level: int) -> None:
        draft = self.draft
        if kind == "code":
            code = mark["code"].strip()
            if not code:
                raise Unsure
            draft.pieces.append("<code>")
            draft.verbatim(escape(code, quote=False))
            draft.pieces.append("</code>")
        elif kind == "note":
            self._note(mark["note"], level)
        elif kind == "auto":
            draft.link("<a href=", mark["auto"])
            draft.pieces.append(">")
            draft.text(mark["auto"])
            draft.pieces.append("</a>")
        else:
            at = mark.lastindex or 0
            words, address, title = mark.group(at + 1, at + 2, at + 3)
            titled = (("title", _title(title)),) if title is not None else ()
            if kind == "image":
                draft.image(address, words, titled)
                draft.pieces.append(">")
                return
            draft.link("<a href=", address)
            draft.pieces.append("".join(f' {name}="{value}"' for name, value in titled) + ">")
            self.write(words, level)
            draft.pieces.append("</a>")

    def _note(self, label: str, level: int) -> None:
        draft, key = self.draft, note_key(label)
        if key not in self.notes or level < self.deepest:
            raise Unsure
        self.deepest = level
        count = self.mentions[key] = self.mentions.get(key, 0) + 1
        number = list(self.mentions).index(key) + 1
        identity = draft.identify(f"fnref{count if count > 1 else ''}-{key}")
        words = self.labels.note.format(number)
        draft.pieces.append(f'<sup id="{identity}">')
        draft.link(f'<a aria-label="{words}" class="footnote-ref" href=', f"#fn-{key}")
        draft.pieces.append(f' role="doc-noteref">{number}</a></sup>')


def _emphasis(text: str, begin: int, end: int, open_runs: list[tuple[str, int]]) -> str:
    """The tag that a run of asterisks or underscores stands for, "" where it stands for itself.

    Runs pair when each can be read in one way only, in the order in which they were opened and with the same length.
    """
    sign, length = text[begin], end - begin
    before, after = text[begin - 1 : begin], text[end : end + 1]
    closes = before != "" and not before.isspace() and (sign == "*" or not (after.isalnum() or after == "_"))
    opens = after != "" and not after.isspace() and (sign == "*" or not (before.isalnum() or before == "_"))
    if open_runs and open_runs[-1] == (sign, length) and closes:
        open_runs.pop()
        return _END[length]
    if not opens and (not open_runs or (sign == "_" and not closes)):
        return ""
    if not opens or length > 3:
        raise Unsure
    if open_runs and (closes or length > 2 or len(open_runs) > 1 or open_runs[-1] in ((sign, length), (sign, 3))):
        raise Unsure
    open_runs.append((sign, length))
    return _START[length]


def _title(written: str) -> str:
    """A title between double quotes. An apostrophe at its ends, or beside a bracket, is read in other ways."""
    title = written.strip()
    if not title or title[0] == "'" or ("'" in title and ")" in title):
        raise Unsure
    return title


def escaped(text: str) -> str:
    """Words as HTML; entities stay."""
    if "&" in text:
        text = _NO_ENTITY.sub("&amp;", text)
    return text.replace(">", "&gt;") if ">" in text else text
