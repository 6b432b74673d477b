"""Raw HTML in, `Fragment` out, in one pass: cuts it at links and images, sets its text, collects headings, ids and words."""

from __future__ import annotations

import re
from html import escape, unescape

from sitegen.parse.fragment import Fragment, Heading, ImageSlot, LinkSlot, Slot
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.source import Source
from sitegen.parse.typography import typeset
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import heading_id

MOST_PROBLEMS = 100

_IN_TAG = r"(?:[^\"'>=]++|=(?:\s*+(?:\"[^\"]*\"|'[^']*'))?|[\"'])*+"
_TOKEN = re.compile(
    r"(<!--.*?(?:-->|\Z)"
    + "".join(rf"|<{name}(?=[\s>]){_IN_TAG}>.*?(?:</{name}\s*>|\Z)" for name in ("script", "style", "textarea"))
    + rf"|</?[A-Za-z]{_IN_TAG}(?:>|\Z)|<[!?][^>]*(?:>|\Z))",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*))?")
_MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]\S*")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_LOST_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#][A-Za-z][^{}\n]*\}?")
_CANDIDATES = re.compile(r"\s*(\S*[^\s,])(?:\s+[\d.]+[wxh])?\s*(?:,|$)")

_ADDRESSES = frozenset(["href", "src", "action", "formaction", "poster", "cite", "longdesc", "background", "manifest", "xlink:href"])
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"]
)
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
_MAY_STAY_OPEN = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "caption", "rt", "rp"])
_VERBATIM = frozenset(["code", "pre", "kbd", "samp", "svg", "math", "template"])
_UNSEEN = frozenset(["svg", "math", "template"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_TAIL = 1000


class _Heading:
    """A heading whose id is chosen when all written ids are known; `piece` is its start tag."""

    def __init__(self, piece: int, level: int, written_id: str) -> None:
        self.piece, self.level, self.id, self.text = piece, level, written_id, ""


class Cutter:
    """One pass over one document's HTML."""

    def __init__(self, source: Source, language: str, typography: bool) -> None:
        self.source, self.language, self.typography = source, language, typography
        self.pieces: list[str | Slot] = []
        self.problems: list[Problem] = []
        self.ids: dict[str, int] = {}
        self.headings: list[_Heading] = []
        self.open: list[str] = []
        self.unbalanced: set[str] = set()
        self.block: list[str] = []
        self.before = ""
        self.verbatim_from = self.unseen_from = 0
        self.heading: _Heading | None = None
        self.words = self.top_headings = 0
        self.told: list[str] = []
        self.excerpt: str | None = None
        self.paragraph = ""

    def fragment(self, html: str) -> Fragment:
        """The whole of it."""
        for number, chunk in enumerate(_TOKEN.split(html)):
            if number % 2:
                self._token(chunk)
            elif chunk:
                self._text(chunk)
        self._end_block()
        for name in dict.fromkeys(self.open):
            self._unbalanced(name, f"<{name}>")
        headings = self._choose_ids()
        parts: list[str] = []
        run: list[str] = []
        slots: list[Slot] = []
        for piece in self.pieces:
            if isinstance(piece, str):
                run.append(piece)
            else:
                parts.append("".join(run))
                slots.append(piece)
                run = []
        parts.append("".join(run))
        excerpt = self.paragraph if self.excerpt is None else self.excerpt
        return Fragment(tuple(parts), tuple(slots), headings, tuple(self.ids), self.words, excerpt, tuple(self.problems))

    def _text(self, text: str) -> None:
        if text.isspace():
            self.pieces.append(text)
            if self.block:
                self.block.append(text)
                self.before += text
            return
        if not self.verbatim_from:
            if "{" in text:
                self._lost_attributes(text)
            if self.typography:
                text = typeset(text, self.language, self.before)
        self.pieces.append(text)
        if not self.unseen_from:
            self.block.append(text)
            self.before = (self.before + text)[-_TAIL:]

    def _token(self, token: str) -> None:
        if token[1] in "!?":
            self._comment(token)
            return
        name = _NAME.match(token)
        if name is None or token[-1] != ">":
            self._tell("E309", self.source.find(token[:20]), tag=token[:20])
            self.pieces.append(token)
        elif token[1] == "/":
            self._end(name[1].lower(), token)
        else:
            self._start(name[1].lower(), token, name.end())

    def _comment(self, token: str) -> None:
        if not token.endswith(">") or (token.startswith("<!--") and not token.endswith("-->")):
            self._tell("E309", self.source.find(token[:4]), tag=token[:4])
        if not _MORE.fullmatch(token):
            self.pieces.append(token)
        elif self.excerpt is None or self.told:
            self._end_block()
            self.excerpt = _plain(" ".join(self.told))

    def _start(self, name: str, token: str, at: int) -> None:
        if name not in _INLINE:
            self._end_block()
        first_piece = len(self.pieces)
        attributes = _ATTRIBUTE.finditer(token, at) if len(token) > at + 1 else ()
        identity = ""
        if name == "img":
            self.pieces.append(self._image(token, at))
            self.before += "\ufffc"
            return
        done = 0
        for found in attributes:
            key = found[1].lower()
            if key == "id" or (key == "name" and name == "a"):
                identity = identity or self._identify(_value(found))
            elif found[2] is not None and (key in _ADDRESSES or (key == "data" and name == "object")):
                done = self._link(token, done, found)
            elif found[2] is not None and key in ("srcset", "imagesrcset"):
                done = self._candidates(token, done, found)
        self.pieces.append(token[done:] if done else token)
        if name == "br":
            self.before += "\n"
            self.block.append("\n")
        if name not in _VOID and not token.endswith("/>") and not token.endswith(f"</{name}>"):
            self._push(name, identity, first_piece)

    def _push(self, name: str, identity: str, first_piece: int) -> None:
        self.open.append(name)
        if name in _VERBATIM and not self.verbatim_from:
            self.verbatim_from = len(self.open)
        if (name in _UNSEEN or (name == "sup" and identity.startswith("fnref"))) and not self.unseen_from:
            self.unseen_from = len(self.open)
        if name in _HEADINGS:
            self.heading = _Heading(first_piece, int(name[1]), identity)
            self.headings.append(self.heading)
            if name == "h1":
                if self.top_headings < MOST_PROBLEMS:
                    self._tell("W301", self.source.first_level(self.top_headings))
                self.top_headings += 1

    def _end(self, name: str, token: str) -> None:
        if name not in _INLINE:
            if name == "p":
                self._paragraph()
            elif self.heading and name in _HEADINGS:
                self.heading.text = _plain("".join(self.block))
                self.heading = None
            self._end_block()
        self.pieces.append(token)
        if self.open and self.open[-1] == name:
            self.open.pop()
        elif name in self.open:
            while (inner := self.open.pop()) != name:
                self._unbalanced(inner, f"<{inner}>")
        else:
            self._unbalanced(name, f"</{name}>")
        if self.verbatim_from > len(self.open):
            self.verbatim_from = 0
        if self.unseen_from > len(self.open):
            self.unseen_from = 0

    def _paragraph(self) -> None:
        """The first paragraph of the running text is the excerpt; failing that, the first of any box or list."""
        if self.excerpt is not None or (self.paragraph and len(self.open) > 1):
            return
        text = _plain("".join(self.block))
        if text and len(self.open) <= 1:
            self.excerpt = text
        self.paragraph = self.paragraph or text

    def _end_block(self) -> None:
        if self.block:
            text = "".join(self.block)
            self.words += sum(1 for _ in _WORD.finditer(text))
            self.told.append(text)
            self.block = []
        self.before = ""

    def _link(self, token: str, done: int, found: re.Match[str]) -> int:
        """Cuts an address out of its tag, which then has double quotes; returns where the rest of the tag begins."""
        self.pieces.append(token[done : found.start(2)] + '"')
        self.pieces.append(self._link_slot(_value(found)))
        self.pieces.append('"')
        return found.end()

    def _link_slot(self, target: str) -> LinkSlot:
        place = self.source.target(target)
        return LinkSlot(target, place.line, place.column)

    def _candidates(self, token: str, done: int, found: re.Match[str]) -> int:
        """A `srcset` of one address is a link; one of several must not name files of the site: sitegen makes sizes."""
        targets = [candidate[1] for candidate in _CANDIDATES.finditer(_value(found))]
        if len(targets) == 1 and targets[0] == _value(found).strip():
            return self._link(token, done, found)
        if not all("://" in target or target.startswith(("//", "data:")) for target in targets):
            self._tell("E312", self.source.target(_value(found)), attribute=found[1].lower())
        return done

    def _image(self, token: str, at: int) -> ImageSlot:
        written: dict[str, str] = {}
        for found in _ATTRIBUTE.finditer(token, at):
            written.setdefault(found[1].lower(), _value(found))
        if "id" in written:
            self._identify(written["id"])
        target, alt = written.pop("src", ""), written.pop("alt", None)
        place = self.source.target(target)
        if "srcset" in written:
            self._tell("E312", self.source.target(written["srcset"]), attribute="srcset")
        return ImageSlot(target, alt, tuple(written.items()), place.line, place.column)

    def _identify(self, written: str) -> str:
        count = self.ids.get(written, 0)
        self.ids[written] = count + 1
        if count and len(self.problems) < MOST_PROBLEMS:
            self._tell("E302", self.source.identifier(written, count), id=written)
        return written

    def _choose_ids(self) -> tuple[Heading, ...]:
        """Gives the headings without an id one made of their words; written ids come first."""
        for heading in self.headings:
            if heading.id:
                continue
            wanted = heading_id(heading.text, self.language) or labels(self.language).section
            heading.id, number = wanted, 1
            while heading.id in self.ids:
                number += 1
                heading.id = f"{wanted}-{number}"
            self.ids[heading.id] = 1
            tag = str(self.pieces[heading.piece])
            self.pieces[heading.piece] = f'{tag[:3]} id="{escape(heading.id)}"{tag[3:]}'
        return tuple(Heading(heading.level, heading.id, heading.text) for heading in self.headings)

    def _lost_attributes(self, text: str) -> None:
        """An attribute list that is still there as text was written where none can be."""
        for found in _LOST_ATTRIBUTES.finditer(unescape(text)):
            if len(self.problems) >= MOST_PROBLEMS:
                return
            place = self.source.find(found[0])
            if place.line:
                self._tell("E306", place, text=found[0])

    def _unbalanced(self, name: str, tag: str) -> None:
        if name not in _MAY_STAY_OPEN and tag not in self.unbalanced:
            self.unbalanced.add(tag)
            self._tell("E309", self.source.unbalanced(name), tag=tag)

    def _tell(self, code: str, place: Place, **values: str) -> None:
        self.problems.append(problem(code, place, **values))


def _value(found: re.Match[str]) -> str:
    value = found[2] or ""
    if value[:1] in ("'", '"'):
        value = value[1:-1]
    return unescape(value) if "&" in value else value


def _plain(text: str) -> str:
    """Text as one line, entities decoded; fixed spaces stay."""
    return _SPACE.sub(" ", unescape(text) if "&" in text else text).strip()
