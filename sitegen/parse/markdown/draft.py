"""A fragment in the making. Whoever reads the writer's text, as HTML or as Markdown, writes it down here piece by piece, and
what a fragment is (its cuts, ids, headings, words, excerpt and typography) is decided here alone.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise

from msgspec import structs

from sitegen.parse.fragment import ComponentSlot, EmbedSlot, EndSlot, Fragment, Heading, ImageSlot, LinkSlot, Slot
from sitegen.parse.markdown import contents
from sitegen.parse.markdown.components import Opening
from sitegen.parse.markdown.embeds import Embed, embed_in
from sitegen.parse.markdown.labels import labels
from sitegen.parse.markdown.reading import Reading
from sitegen.parse.markdown.source import Source
from sitegen.parse.typography import typeset
from sitegen.parse.uses import HASHED, MOST_HASHED, Kind, Use, is_elsewhere, of_attribute, origin_of
from sitegen.problems import Place, Problem, problem
from sitegen.slugs import heading_id

MOST_PROBLEMS = 100


class _Heading:
    """A heading whose id is chosen when all written ids are known; `piece` is its start tag."""

    def __init__(self, piece: int, level: int, written_id: str) -> None:
        self.piece, self.level, self.id, self.text = piece, level, written_id, ""


class Draft:
    """What is known so far of one document's fragment: `pieces` of HTML with the slots between them. `taken` are ids that are
    on its page already, `openings` the components whose places are met on the way; `boxes` of them are open.
    """

    def __init__(self, source: Source, language: str, typography: bool, taken: tuple[str, ...] = ()) -> None:
        self.taken, self.source, self.language, self.typography = taken, source, language, typography
        self.pieces: list[str] = []
        # Each slot, with the number of pieces that stand before it.
        self.slots: list[tuple[int, Slot]] = []
        self.problems: list[Problem] = []
        self.uses: dict[tuple[Kind, str, Place | None], Use] = {}  # the first of each; of what is barred, each
        self.hashed = 0
        self.ids: dict[str, int] = {}
        self.headings: list[_Heading] = []
        self.contents: list[int] = []  # the pieces in whose place the table of contents is wanted
        self.openings: tuple[Opening, ...] = ()
        self.boxes = 0
        self.shows_contents = False
        self.reading = Reading()

    def text(self, text: str, *, seen: bool = True) -> None:
        """Words as HTML: they are set, and the reader sees them."""
        if self.typography and not text.isspace():
            text = typeset(text, self.language, self.reading.before)
        if seen:
            self.reading.see(text)
        self.pieces.append(text)

    def verbatim(self, text: str) -> None:
        """Code as HTML: seen, and left as it is."""
        self.reading.see(text)
        self.pieces.append(text)

    def link(self, before: str, target: str) -> Place:
        """An address as the value of an attribute; `before` is the tag up to the equals sign. Returns where it is written."""
        place = self.source.target(target)
        self.pieces.append(before + '"')
        self.address(target, place)
        self.pieces.append('"')
        return place

    def use(self, kind: Kind, written: str, place: Place) -> None:
        """A browser does more than to show this."""
        is_hashed = kind in HASHED
        key = kind, written, place if kind == "barred" and len(self.uses) < MOST_HASHED else None
        if key in self.uses or (is_hashed and self.hashed >= MOST_HASHED):
            return
        self.hashed += is_hashed
        self.uses[key] = Use(kind, written, place.line, place.column, place.width)

    def address(self, target: str, place: Place) -> None:
        """An address where it stands, what is around it being written apart."""
        self.slots.append((len(self.pieces), LinkSlot(target, place.line, place.column)))

    def image(self, target: str, alt: str | None, attributes: tuple[tuple[str, str], ...]) -> None:
        """An image with its other attributes in the order in which they are to stand; the end of its tag is yet to be written."""
        place = self.source.target(target)
        if is_elsewhere(target):
            self.use("load", target.strip(), place)
        self.slots.append((len(self.pieces), ImageSlot(target, alt, attributes, place.line, place.column)))

    def embed(self, embed: Embed) -> None:
        """A video, a map or a calendar, which a reader may ask for. It is a frame's only when somebody presses for it."""
        place = self.source.find(embed.address)
        self.use("frame", origin_of(embed.frame), place)
        slot = EmbedSlot(embed.address, embed.provider, embed.frame, place.line, place.column)
        self.slots.append((len(self.pieces), slot))

    def begin_component(self, opening: Opening) -> None:
        """A component begins here, and ends, too, where it has no body. What is said in its fields is read like other words."""
        self.reading.end_block()
        fields = opening.fields
        if self.typography:
            fields = tuple(structs.replace(each, text=typeset(each.text, self.language)) if each.type == "text" else each
                           for each in fields)  # fmt: skip
        for each in fields:
            if each.type == "text":
                self.reading.see(escape(each.text, quote=False))
                self.reading.end_block()
            place = Place(self.source.path, each.line, each.column, each.width)
            if each.type in ("film", "place") and (embed := embed_in(each.text)):
                self.use("frame", origin_of(embed.frame), place)
            elif each.type == "link":
                for kind, what, _ in of_attribute("a", "href", each.text, ""):
                    self.use(kind, what, place)
        has_body, place = opening.kind.body != "none", opening.place
        self.boxes += has_body
        self.shows_contents |= opening.kind.shows == "contents"
        slot = ComponentSlot(opening.name, fields, has_body, place.line, place.column)
        self.slots.append((len(self.pieces), slot))

    def end_component(self) -> None:
        """The innermost component with a body ends here."""
        self.reading.end_block()
        if self.boxes:
            self.boxes -= 1
            self.slots.append((len(self.pieces), EndSlot()))

    def list_contents(self) -> None:
        """The table of contents is wanted here."""
        self.contents.append(len(self.pieces))
        self.pieces.append("")

    def identify(self, written: str) -> str:
        """Takes note of an id; one that was there before is a problem."""
        if not written:
            return ""
        count = self.ids.get(written, 0)
        self.ids[written] = count + 1
        if count or written in self.taken:
            cause = "anchor.twice" if count else "anchor.theme"
            self.tell("E302", self.source.identifier(written, count), id=written, other="", cause=cause)
        return written

    def begin_heading(self, level: int, identity: str, piece: int) -> None:
        """A heading with the id that is written for it, or none; its start tag is at `piece`."""
        if level == 1 and len(self.problems) < MOST_PROBLEMS:
            self.tell("W301", self.source.first_level(sum(heading.level == 1 for heading in self.headings)))
        self.headings.append(_Heading(piece, level, identity))
        self.reading.begin_heading()

    def end_heading(self) -> None:
        """The text of the heading is complete."""
        self.headings[-1].text = self.reading.end_heading()

    def tell(self, code: str, place: Place, **values: str) -> None:
        """Takes note of something wrong; the first hundred of a text are enough."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem(code, place, **values))

    def fragment(self) -> Fragment:
        """The whole of it."""
        headings = self._choose_ids()
        self._write_contents(headings)
        words, excerpt = self.reading.words, self.reading.excerpt
        slots, problems = tuple(slot for _, slot in self.slots), tuple(self.problems)
        uses = tuple(self.uses.values())
        return Fragment(
            self._parts(),
            slots,
            headings,
            tuple(self.ids),
            words,
            excerpt,
            bool(self.contents) or self.shows_contents,
            uses,
            problems,
        )

    def _write_contents(self, headings: tuple[Heading, ...]) -> None:
        """Puts the table of contents where it is wanted."""
        for at in reversed(self.contents):
            pieces, targets = contents.written(headings, labels(self.language).contents)
            own = [(at + number, LinkSlot(target, 0, 0)) for number, target in enumerate(targets, 1)]
            before = [slot for slot in self.slots if slot[0] <= at]
            after = [(number + len(pieces) - 1, slot) for number, slot in self.slots if number > at]
            self.pieces[at : at + 1] = pieces
            self.slots = [*before, *own, *after]

    def _parts(self) -> tuple[str, ...]:
        cuts = [0, *(number for number, _ in self.slots), len(self.pieces)]
        return tuple("".join(self.pieces[begin:end]) for begin, end in pairwise(cuts))

    def _choose_ids(self) -> tuple[Heading, ...]:
        """Gives the headings without an id one made of their words; written ids come first."""
        numbers: dict[str, int] = {}
        for heading in self.headings:
            if heading.id:
                continue
            wanted = heading_id(heading.text, self.language) or labels(self.language).section
            heading.id, number = wanted, numbers.get(wanted, 1)
            while heading.id in self.ids or heading.id in self.taken:
                number += 1
                heading.id = f"{wanted}-{number}"
            numbers[wanted] = number
            self.ids[heading.id] = 1
            tag = self.pieces[heading.piece]
            self.pieces[heading.piece] = f'{tag[:3]} id="{heading.id}"{tag[3:]}'
        return tuple(Heading(heading.level, heading.id, heading.text) for heading in self.headings)
