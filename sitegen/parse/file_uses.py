"""A template, a page, a drawing, a stylesheet or a program as its writer left it → what a browser will do with it (see `uses`)."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

import msgspec

from sitegen.digest import Digest, of_value
from sitegen.engine import engine_digest
from sitegen.parse.markdown import tags
from sitegen.parse.memo import Memo
from sitegen.parse.uses import (
    HASHED,
    MOST_HASHED,
    Kind,
    Use,
    hash_of,
    in_css,
    in_script,
    is_elsewhere,
    is_program,
    of_attribute,
)
from sitegen.paths import SourcePath
from sitegen.read.snapshot import LARGEST_TEXT, File, Snapshot

_Found = Iterator[tuple[Kind, str, int]]
_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LOGIC, _VALUE = "\x01", "\x02"  # what stands, sign by sign, for a template's tags in the text between them
_MADE = re.compile(f"[{_LOGIC}{_VALUE}]")
_MOST_FRAMES = 3
"""So many frames that stand one in the other as text are looked into."""


def read_uses(
    snapshot: Snapshot, folders: Iterable[str], read: Callable[[File], bytes], memo: Memo
) -> dict[SourcePath, tuple[Use, ...]]:
    """What is known of the files below `folders` that a browser reads, but for those that do nothing; `read` gives the bytes of
    one that is new.
    """
    files = [file for folder in folders for file in snapshot.below(folder) if file.path.lower().endswith(ENDS)]
    if not files:
        return {}
    key = of_value((engine_digest(), "uses"))
    try:
        known = _decode(memo.get(key) or b"\x80")
    except msgspec.DecodeError:
        known = {}
    new = {_key_of(file): file for file in files if _key_of(file) not in known}
    known |= {name: _uses(file, read) for name, file in new.items()}
    if new:
        memo.put(key, msgspec.msgpack.encode({_key_of(file): known[_key_of(file)] for file in files}))
    return {file.path: known[_key_of(file)] for file in files if known[_key_of(file)]}


def _key_of(file: File) -> Digest:
    return Digest(file.digest + posixpath.splitext(file.path)[1].lower())


def _uses(file: File, read: Callable[[File], bytes]) -> tuple[Use, ...]:
    """Those of a file as far as it is a text; a size of 0 is also that of one whose size is told already."""
    if file.text is not None:
        return uses_of(file.text, file.path)
    if file.size > LARGEST_TEXT:
        return (Use("unread", ""),)
    return uses_of(read(file).decode("utf-8-sig", "replace").replace("\r\n", "\n") if file.size else "", file.path)


def uses_of(text: str, path: str) -> tuple[Use, ...]:
    """The uses of a text by what the name of its file says that it is, the first of each; nothing of a file of another kind."""
    reader = _READERS.get(posixpath.splitext(path)[1].lower())
    return _placed(text, reader(text)) if reader and text else ()


def uses_of_template(text: str) -> tuple[Use, ...]:
    """Those of a template in Jinja, as far as they stand in its text."""
    return _placed(text, _in_html(_JINJA.sub(_filled, text)))


def _filled(tag: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _VALUE if tag[0].startswith("{{") else _LOGIC, tag[0])


def _placed(text: str, found: _Found) -> tuple[Use, ...]:
    uses: dict[tuple[Kind, str], Use] = {}
    ends = [each.start() for each in re.finditer("\n", text)]
    hashed = 0
    for kind, written, at in found:
        is_hashed = kind in HASHED
        if (kind, written) in uses or (is_hashed and hashed >= MOST_HASHED):
            continue
        hashed += is_hashed
        width, row = len(written) if text.startswith(written, at) else 1, bisect_left(ends, at)
        uses[kind, written] = Use(kind, written, row + 1, at - (ends[row - 1] if row else -1), width)
    return tuple(uses.values())


def _in_html(html: str, frames: int = 0) -> _Found:
    return _in_tokens(tags.TOKEN.split(html), frames)


def _in_xml(xml: str) -> _Found:
    return _in_tokens(tags.XML_TOKEN.split(xml), 0)


def _in_tokens(tokens: list[str], frames: int) -> _Found:
    at = 0
    for number, token in enumerate(tokens):
        # Without a value, or a text of its own as <style> and <script> have, a tag asks for nothing.
        if (
            number % 2
            and ("=" in token or "{" in token or token[1:2] in "sS")
            and (tag := tags.TAG.match(token))
            and token[1] != "/"
        ):
            for kind, written, offset in _in_tag(tag, token, frames):
                yield kind, written, at + offset
        elif token.startswith("<?xml-stylesheet"):
            yield from (("load", written, at + offset) for offset, written in _in_instruction(token))
        at += len(token)


def _in_instruction(token: str) -> Iterator[tuple[int, str]]:
    """The stylesheet of an XML document (https://www.w3.org/TR/xml-stylesheet/)."""
    for each in tags.ATTRIBUTE.finditer(token):
        if each[1] == "href" and is_elsewhere(tags.value(each)):
            yield each.start(2) + 1, tags.value(each)


def _in_tag(tag: re.Match[str], token: str, frames: int) -> _Found:
    element = tag[1].lower()
    attributes = [(_MADE.sub("", each[1]).lower(), each) for each in tags.ATTRIBUTE.finditer(tag[0], tag.end(1))]
    written = {name: tags.value(each) for name, each in attributes}
    for name, each in attributes:
        at, value = max(each.start(2), each.start()), written[name]
        at += token[at : at + 1] in ("'", '"')
        if name == "style":
            yield from _in_styles("attribute", value, each.start(), at)
        elif name in ("srcset", "imagesrcset"):
            found = (candidate for candidate in tags.CANDIDATE.finditer(value) if is_elsewhere(candidate[1]))
            yield from (("load", candidate[1], at + candidate.start(1)) for candidate in found)
        elif name == "srcdoc" and frames < _MOST_FRAMES:
            yield from ((kind, said, at + offset) for kind, said, offset in _in_html(value, frames + 1))
        else:
            for kind, said, offset in of_attribute(element, name, value, written.get("rel", "")):
                yield kind, _MADE.split(said)[0], each.start() if kind == "barred" else at + offset
    inside = token[tag.end() : token.rfind("</")] if "</" in token[tag.end() :] else token[tag.end() :]
    if element == "style":
        yield from _in_styles("style", inside, 0, tag.end())
    elif element == "script" and is_program(written.get("type", "")):
        yield from (("load", address, tag.end() + offset) for offset, address in in_script(inside))
        if "src" not in written:
            yield ("barred", "template <script>", 0) if _MADE.search(inside) else ("script", hash_of(inside), 0)


def _in_styles(kind: Kind, css: str, start: int, inside: int) -> _Found:
    yield from (("load", _MADE.split(address)[0], inside + offset) for offset, address in in_css(css))
    if _MADE.search(css):
        yield "barred", "template <style>" if kind == "style" else 'template style="…"', start
    else:
        yield kind, hash_of(css), start


def _in_css(css: str) -> _Found:
    yield from (("load", address, at) for at, address in in_css(css))


def _in_script(script: str) -> _Found:
    yield from (("load", address, at) for at, address in in_script(script))


def _in_drawing(svg: str) -> _Found:
    """A drawing is a document of its own: of what stands in it only what it loads is of interest."""
    yield from (each for each in _in_xml(svg) if each[0] == "load")


ENDS = (".html", ".htm", ".xhtml", ".xht", ".svg", ".css", ".js", ".mjs")
_decode = msgspec.msgpack.Decoder(dict[Digest, tuple[Use, ...]]).decode
_READERS: dict[str, Callable[[str], _Found]] = {
    ".html": _in_html, ".htm": _in_html, ".xhtml": _in_xml, ".xht": _in_xml, ".svg": _in_drawing, ".css": _in_css, ".js": _in_script, ".mjs": _in_script,
}  # fmt: skip
