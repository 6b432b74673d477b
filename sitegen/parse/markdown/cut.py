"""Raw HTML in, written down in a `Draft`, in one pass: cut at links and images, its text set, its ids and headings noted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import escape, unescape
from typing import Literal

from sitegen.parse.markdown import tags
from sitegen.parse.markdown.components import PLACE as COMPONENT
from sitegen.parse.markdown.contents import PLACE
from sitegen.parse.markdown.draft import Draft
from sitegen.parse.markdown.embeds import PLACE as EMBED
from sitegen.parse.markdown.embeds import embed_in
from sitegen.parse.uses import Kind, hash_of, in_css, in_script, is_elsewhere, is_program, of_attribute
from sitegen.problems import Place

MOST_STYLED = 1000
_MOST_FRAMES = 3
"""So many frames that stand one in the other as text are looked into."""
MORE = re.compile(r"<!--\s*more\s*-->", re.IGNORECASE)
_LOST_ATTRIBUTES = re.compile(r"\{:?[ ]*[.#][A-Za-z][^{}\n]*\}?")


def _relations(token: str, at: int) -> str:
    found = (each for each in tags.ATTRIBUTE.finditer(token, at) if each[1].lower() == "rel")
    return next((tags.value(each) for each in found), "")


def cut(html: str, draft: Draft) -> None:
    """Writes the whole of it down."""
    _Cutter(draft).cut(html)


class _Cutter:
    """One pass over one piece of HTML."""

    def __init__(self, draft: Draft, frames: int = 0) -> None:
        self.draft, self.source, self.pieces, self.reading = draft, draft.source, draft.pieces, draft.reading
        self.frames = frames
        self.open: list[str] = []
        self.depth: Counter[str] = Counter()
        self.unbalanced: set[str] = set()
        self.styled = 0
        # The depth at which text began to be left as it is (code), or not to be seen at all (drawings); 0 is nowhere.
        self.verbatim = self.unseen = 0

    def cut(self, html: str) -> None:
        for number, chunk in enumerate(tags.TOKEN.split(html)):
            if number % 2:
                self._token(chunk)
            elif chunk:
                self._text(chunk)
        self.reading.end_block()
        for name in dict.fromkeys(self.open):
            self._unbalanced(name, f"<{name}>")

    def _text(self, text: str) -> None:
        if self.verbatim:
            if self.unseen:
                self.pieces.append(text)
            else:
                self.draft.verbatim(text)
            return
        if "{" in text:
            self._lost_attributes(text)
        self.draft.text(text, seen=not self.unseen)

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
            self.draft.tell("E309", self.source.find(token[:20]), tag=token[:20])
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
            self._image(token, tag.end(1))
            return
        identity = self._start(name, tag[0], tag.end(1))
        if name == "style":
            self._rules(token[tag.end() :], tag[0])
        elif name in tags.RAW_TEXT:
            self.pieces.append(token[tag.end() :])
            if name == "script":
                self._script(tag, token)
        elif name not in tags.VOID and not (token.endswith("/>") and self.unseen):
            self._push(name, identity, piece)

    def _script(self, tag: re.Match[str], token: str) -> None:
        """A program that stands in the text; one with an address is in its file, and one of another type is data."""
        written = {found[1].lower(): tags.value(found) for found in tags.ATTRIBUTE.finditer(tag[0], tag.end(1))}
        if "src" not in written and is_program(written.get("type", "")):
            program = token[tag.end() : token.rfind("</")] if "</" in token[tag.end() :] else token[tag.end() :]
            self.draft.use("script", hash_of(program), self.source.find(tag[0].partition("\n")[0]))
            for _, address in in_script(program):
                self.draft.use("load", address, self.source.find(address))

    def _separate(self, name: str) -> None:
        if name in tags.BLOCKS:
            self.reading.end_block()
        elif name == "br":
            self.reading.see("\n")

    def _comment(self, token: str) -> None:
        if not token.endswith("-->" if token.startswith("<!--") else ">"):
            self.draft.tell("E309", self.source.find(token[:4]), tag=token[:4])
        if MORE.fullmatch(token):
            self.reading.more()
        elif token.startswith(EMBED) and (embed := embed_in(unescape(token[len(EMBED) : -3]))):
            self.reading.end_block()
            self.draft.embed(embed)
        elif token == PLACE:
            self.draft.list_contents()
        elif token.startswith(COMPONENT):
            number = token[len(COMPONENT) : -3]
            if number == "/":
                self.draft.end_component()
            else:
                self.draft.begin_component(self.draft.openings[int(number)])
        else:
            self.pieces.append(token)

    def _start(self, name: str, token: str, at: int) -> str:
        """Writes a start tag, cut at its addresses; returns its id."""
        identity, done = "", 0
        relations = _relations(token, at) if name == "link" else ""
        for found in tags.ATTRIBUTE.finditer(token, at):
            key, valued = found[1].lower(), found[2] is not None
            place = Place(self.source.path)
            if key == "id" or (key == "name" and name == "a" and tags.value(found) != identity):
                identity = self.draft.identify(tags.value(found)) or identity
            elif valued and (key in tags.ADDRESSES or (key == "data" and name == "object")):
                done, place = found.end(), self.draft.link(token[done : found.start(2)], tags.value(found))
            elif valued and key in ("srcset", "imagesrcset"):
                done = self._candidates(token, done, found)
                continue
            elif valued and key == "style":
                done = self._style(token, done, found)
                continue
            elif valued and key == "srcdoc" and name == "iframe" and self.frames < _MOST_FRAMES:
                self._frame(found)
            if valued:
                self._used(of_attribute(name, key, tags.value(found), relations), found[0], place)
        self.pieces.append(token[done:])
        return identity

    def _used(self, uses: Iterable[tuple[Kind, str, int]], written: str, place: Place) -> None:
        """What the browser does because of an attribute that is `written` so."""
        for kind, what, _ in uses:
            if not place.line and kind == "load":
                place = self.source.find(what)
            self.draft.use(kind, what, place if place.line else self.source.find(written.partition("\n")[0]))

    def _frame(self, found: re.Match[str]) -> None:
        """A page that stands in an attribute: what it does, the browser does. Its text stays as it is."""
        inner = Draft(self.source, self.draft.language, typography=False)
        _Cutter(inner, self.frames + 1).cut(tags.value(found))
        for use in inner.uses.values():
            place = Place(self.source.path, use.line, use.column, use.width)
            self.draft.use(
                use.kind, use.written, place if place.line else self.source.find(found[0].partition("\n")[0])
            )

    def _push(self, name: str, identity: str, piece: int) -> None:
        self.open.append(name)
        self.depth[name] += 1
        if name in tags.VERBATIM:
            self.verbatim = self.verbatim or len(self.open)
        if name in tags.UNSEEN or (name == "sup" and identity.startswith("fnref")):
            self.unseen = self.unseen or len(self.open)
        if name in tags.HEADINGS:
            self.draft.begin_heading(int(name[1]), identity, piece)

    def _end(self, name: str, token: str) -> None:
        if name == "p":
            self.reading.end_paragraph(running=len(self.open) <= 1 and not self.draft.boxes)
        if name in tags.HEADINGS and self.depth[name]:
            self.draft.end_heading()
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

    def _style(self, token: str, done: int, found: re.Match[str]) -> int:
        """Cuts a `style` attribute at its addresses; one without any stays as it is."""
        css = tags.value(found)
        addresses = self._addresses(css, "style")
        self._styled("attribute", css, bool(addresses), found[0])
        if not addresses:
            return done
        self.pieces.append(token[done : found.start(2)])
        self._value(css, [(at, target, self.source.style_target(target)) for at, target in addresses])
        return found.end()

    def _value(self, written: str, addresses: Iterable[tuple[int, str, Place]]) -> None:
        """The value of an attribute, in its quotes, cut at the addresses in it: where each begins, and its place."""
        kept = 0
        self.pieces.append('"')
        for at, target, place in addresses:
            self.pieces.append(escape(written[kept:at]))
            self.draft.address(target, place)
            kept = at + len(target)
        self.pieces.append(escape(written[kept:]) + '"')

    def _addresses(self, css: str, written_in: str) -> list[tuple[int, str]]:
        """The addresses of style rules; there are not so many that to check them would take long."""
        addresses = tags.css_addresses(css)
        self.styled += len(addresses)
        if not addresses or self.styled <= MOST_STYLED:
            return addresses
        self.draft.tell("E312", self.source.style_target(addresses[0][1]), attribute=written_in)
        return []

    def _styled(self, kind: Literal["style", "attribute"], css: str, has_addresses: bool, written: str) -> None:
        """Style rules that stand in the text, and what they load."""
        for _, target in in_css(css):
            place = self.source.style_target(target)
            self.draft.use("load", target, place if place.line else self.source.find(target))
        use: tuple[Kind, str] = (
            ("barred", "address <style>" if kind == "style" else 'address style="…"')
            if has_addresses
            else (kind, hash_of(css))
        )
        self.draft.use(*use, self.source.find(written.partition("\n")[0]))

    def _rules(self, css: str, tag: str) -> None:
        """Cuts what stands in a `<style>`, where HTML knows no entities, at its addresses; its end tag ends it."""
        kept = 0
        addresses = self._addresses(css, "<style>")
        self._styled("style", css[: css.rfind("</")] if "</" in css else css, bool(addresses), tag)
        for at, target in addresses:
            if escape(target) != target:
                self.draft.tell("E312", self.source.style_target(target), attribute=f"url({target})")
                continue
            self.pieces.append(css[kept:at])
            self.draft.address(target, self.source.style_target(target))
            kept = at + len(target)
        self.pieces.append(css[kept:])

    def _candidates(self, token: str, done: int, found: re.Match[str]) -> int:
        """Cuts a `srcset` at its addresses."""
        self.pieces.append(token[done : found.start(2)])
        self._sizes(tags.value(found))
        return found.end()

    def _sizes(self, written: str) -> None:
        candidates = [
            (each.start(1), each[1], self.source.target(each[1])) for each in tags.CANDIDATE.finditer(written)
        ]
        self._value(written, candidates)
        for _, target, place in candidates:
            if is_elsewhere(target):
                self.draft.use("load", target, place)

    def _image(self, token: str, at: int) -> None:
        written: dict[str, str] = {}
        for found in tags.ATTRIBUTE.finditer(token, at):
            written.setdefault(found[1].lower(), tags.value(found))
        if "id" in written:
            self.draft.identify(written["id"])
        target, alt, sizes = written.pop("src", ""), written.pop("alt", None), written.pop("srcset", "")
        addresses = self._addresses(written.get("style", ""), "style")
        if "style" in written:
            self._styled("attribute", written["style"], bool(addresses), token)
        for name in written:
            if name.startswith("on"):
                self.draft.use("barred", f"handler {name}", self.source.find(f"{name}="))
        css = written.pop("style") if addresses else ""
        self.draft.image(target, alt, tuple(written.items()))
        if sizes:
            self.pieces.append(" srcset=")
            self._sizes(sizes)
        if addresses:
            self.pieces.append(" style=")
            self._value(css, [(at, target, self.source.style_target(target)) for at, target in addresses])
        self.pieces.append(">")

    def _lost_attributes(self, text: str) -> None:
        """An attribute list that is still there as text was written where none can be."""
        text = unescape(text)
        for found in _LOST_ATTRIBUTES.finditer(text):
            # The sign before it tells it from an equal one that is in its right place.
            place = self.source.find(found[0], context=text[max(found.start() - 1, 0) : found.end()])
            if place.line:
                self.draft.tell("E306", place, text=found[0])

    def _unbalanced(self, name: str, tag: str) -> None:
        if name not in tags.MAY_STAY_OPEN and tag not in self.unbalanced:
            self.unbalanced.add(tag)
            self.draft.tell("E309", self.source.unbalanced(name), tag=tag)
