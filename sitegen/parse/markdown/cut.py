"""Raw HTML in, `Fragment` out, in one pass: cuts it at links and images, sets its text, collects headings, ids and words."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from sitegen.parse.fragment import Fragment, Heading, ImageSlot, LinkSlot, Slot
from sitegen.parse.markdown import tags
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.reading import Reading
from sitegen.parse.markdown.source import Source
from sitegen.parse.typography import typeset
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import heading_id

MOST_PROBLEMS = 100

_MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_LOST_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#][A-Za-z][^{}\n]*\}?")


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
        self.open: list[str] = []
        self.depth: Counter[str] = Counter()
        self.unbalanced: set[str] = set()
        # The depth at which text began to be left as it is (code), or not to be seen at all (drawings); 0 is nowhere.
        self.verbatim = self.unseen = 0
        self.reading = Reading()
        self.headings: list[_Heading] = []

    def fragment(self, html: str) -> Fragment:
        """The whole of it."""
        for number, chunk in enumerate(tags.TOKEN.split(html)):
            if number % 2:
                self._token(chunk)
            elif chunk:
                self._text(chunk)
        self.reading.end_block()
        for name in dict.fromkeys(self.open):
            self._unbalanced(name, f"<{name}>")
        headings = self._choose_ids()
        parts, slots = _cut(self.pieces)
        ids, problems = tuple(self.ids), tuple(self.problems)
        return Fragment(parts, slots, headings, ids, self.reading.words, self.reading.excerpt, problems)

    def _text(self, text: str) -> None:
        if not self.verbatim and not text.isspace():
            if "{" in text:
                self._lost_attributes(text)
            if self.typography:
                text = typeset(text, self.language, self.reading.before)
        if not self.unseen:
            self.reading.see(text)
        self.pieces.append(text)

    def _token(self, token: str) -> None:
        if token[1] in "!?":
            self._comment(token)
        elif (name := token[1:-1].lower()).isalnum() and token[-1] == ">" and name not in tags.NEVER_PLAIN:
            self._start_plain(name, token)
        elif token[1] == "/" and token[-1] == ">":
            self._end(token[2:-1].strip().lower(), token)
        elif tag := tags.TAG.match(token):
            self._start_full(tag, token)
        else:
            self._tell("E309", self.source.find(token[:20]), tag=token[:20])
            self.pieces.append(token)

    def _start_plain(self, name: str, token: str) -> None:
        """A start tag without attributes."""
        self._separate(name)
        self.pieces.append(token)
        if name not in tags.VOID:
            self._push(name, "", len(self.pieces) - 1)

    def _start_full(self, tag: re.Match[str], token: str) -> None:
        name, piece = tag[1].lower(), len(self.pieces)
        self._separate(name)
        if name == "img":
            self.pieces.append(self._image(token, tag.end(1)))
            return
        identity = self._start(name, tag[0], tag.end(1))
        if name in tags.RAW_TEXT:
            self.pieces.append(token[tag.end() :])
        elif name not in tags.VOID and not (token.endswith("/>") and self.unseen):
            self._push(name, identity, piece)

    def _separate(self, name: str) -> None:
        if name in tags.BLOCKS:
            self.reading.end_block()
        elif name == "br":
            self.reading.see("\n")

    def _comment(self, token: str) -> None:
        if not token.endswith("-->" if token.startswith("<!--") else ">"):
            self._tell("E309", self.source.find(token[:4]), tag=token[:4])
        if _MORE.fullmatch(token):
            self.reading.more()
        else:
            self.pieces.append(token)

    def _start(self, name: str, token: str, at: int) -> str:
        """Writes a start tag, cut at its addresses; returns its id."""
        identity, done = "", 0
        for found in tags.ATTRIBUTE.finditer(token, at):
            key, valued = found[1].lower(), found[2] is not None
            if key == "id" or (key == "name" and name == "a" and tags.value(found) != identity):
                identity = self._identify(tags.value(found)) or identity
            elif valued and (key in tags.ADDRESSES or (key == "data" and name == "object")):
                done = self._link(token, done, found)
            elif valued and key in ("srcset", "imagesrcset"):
                done = self._candidates(token, done, found)
        self.pieces.append(token[done:])
        return identity

    def _push(self, name: str, identity: str, piece: int) -> None:
        self.open.append(name)
        self.depth[name] += 1
        if name in tags.VERBATIM:
            self.verbatim = self.verbatim or len(self.open)
        if name in tags.UNSEEN or (name == "sup" and identity.startswith("fnref")):
            self.unseen = self.unseen or len(self.open)
        if name in tags.HEADINGS:
            if name == "h1" and len(self.problems) < MOST_PROBLEMS:
                self._tell("W301", self.source.first_level(sum(heading.level == 1 for heading in self.headings)))
            self.headings.append(_Heading(piece, int(name[1]), identity))
            self.reading.begin_heading()

    def _end(self, name: str, token: str) -> None:
        if name == "p":
            self.reading.end_paragraph(running=len(self.open) <= 1)
        if name in tags.HEADINGS and self.depth[name]:
            self.headings[-1].text = self.reading.end_heading()
        elif name in tags.BLOCKS:
            self.reading.end_block()
        self.pieces.append(token)
        if self.depth[name]:
            while (inner := self.open.pop()) != name:
                self.depth[inner] -= 1
                self._unbalanced(inner, f"<{inner}>")
            self.depth[name] -= 1
        else:
            self._unbalanced(name, f"</{name}>")
        if self.verbatim > len(self.open):
            self.verbatim = 0
        if self.unseen > len(self.open):
            self.unseen = 0

    def _link(self, token: str, done: int, found: re.Match[str]) -> int:
        """Cuts an address out of its tag, which then has double quotes; returns where the rest of the tag begins."""
        target = tags.value(found)
        place = self.source.target(target)
        self.pieces += [token[done : found.start(2)] + '"', LinkSlot(target, place.line, place.column), '"']
        return found.end()

    def _candidates(self, token: str, done: int, found: re.Match[str]) -> int:
        """A `srcset` of one address is a link; one of several must not name files of the site: sitegen makes sizes."""
        written = tags.value(found)
        targets = [candidate[1] for candidate in tags.CANDIDATE.finditer(written)]
        if targets == [written.strip()]:
            return self._link(token, done, found)
        if not all("://" in target or target.startswith(("//", "data:")) for target in targets):
            self._tell("E312", self.source.target(written), attribute=found[1].lower())
        return done

    def _image(self, token: str, at: int) -> ImageSlot:
        written: dict[str, str] = {}
        for found in tags.ATTRIBUTE.finditer(token, at):
            written.setdefault(found[1].lower(), tags.value(found))
        if "id" in written:
            self._identify(written["id"])
        if "srcset" in written:
            self._tell("E312", self.source.target(written["srcset"]), attribute="srcset")
        target, alt = written.pop("src", ""), written.pop("alt", None)
        place = self.source.target(target)
        return ImageSlot(target, alt, tuple(written.items()), place.line, place.column)

    def _identify(self, written: str) -> str:
        if not written:
            return ""
        count = self.ids.get(written, 0)
        self.ids[written] = count + 1
        if count:
            self._tell("E302", self.source.identifier(written, count), id=written)
        return written

    def _choose_ids(self) -> tuple[Heading, ...]:
        """Gives the headings without an id one made of their words; written ids come first."""
        numbers: dict[str, int] = {}
        for heading in self.headings:
            if heading.id:
                continue
            wanted = heading_id(heading.text, self.language) or labels(self.language).section
            heading.id, number = wanted, numbers.get(wanted, 1)
            while heading.id in self.ids:
                number += 1
                heading.id = f"{wanted}-{number}"
            numbers[wanted] = number
            self.ids[heading.id] = 1
            tag = str(self.pieces[heading.piece])
            self.pieces[heading.piece] = f'{tag[:3]} id="{heading.id}"{tag[3:]}'
        return tuple(Heading(heading.level, heading.id, heading.text) for heading in self.headings)

    def _lost_attributes(self, text: str) -> None:
        """An attribute list that is still there as text was written where none can be."""
        for found in _LOST_ATTRIBUTES.finditer(unescape(text)):
            place = self.source.find(found[0])
            if place.line:
                self._tell("E306", place, text=found[0])

    def _unbalanced(self, name: str, tag: str) -> None:
        if name not in tags.MAY_STAY_OPEN and tag not in self.unbalanced:
            self.unbalanced.add(tag)
            self._tell("E309", self.source.unbalanced(name), tag=tag)

    def _tell(self, code: str, place: Place, **values: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem(code, place, **values))


def _cut(pieces: list[str | Slot]) -> tuple[tuple[str, ...], tuple[Slot, ...]]:
    """The text between the slots, joined, and the slots."""
    parts: list[str] = []
    slots: list[Slot] = []
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
        else:
            parts.append("".join(run))
            slots.append(piece)
            run = []
    return (*parts, "".join(run)), tuple(slots)
