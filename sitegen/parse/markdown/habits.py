"""What other tools make of some signs, and Python-Markdown leaves as they are: looked for in a text as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.parse.markdown.cut import MORE
from sitegen.parse.markdown.embeds import embed_in
from sitegen.parse.markdown.slip import Slip

_BOX = re.compile(r"\[[ xX]?\]")
_TASK = re.compile(
    r"^[ ]*((?:[-*+][ ]+\[(?=\][ ])|[-+]\[|[-*+][ ]+\[(?=[ xX]\][^\s(\[:]))([ xX]?)\](?![(\[:])[ ]*(\S[^\n]*))",
    re.MULTILINE,
)
_MARKED = re.compile(r"(?<![=\w])==(?![\s=])([^=\n]*[^\s=])==(?![=\w])")
_HALF_BOLD = re.compile(
    r"(?<![*\\\w])(?:\*\*(?![\s*])([^*\n\[\]]*[^\s*\[\]])\*|\*(?![\s*])([^*\n\[\]]*[^\s*\[\]])\*\*)(?![*\w])"
)
_HOSTS = (
    "youtube.com",
    "youtu.be",
    "vimeo.com",
    "spotify.com",
    "soundcloud.com",
    "instagram.com",
    "tiktok.com",
    "calendly.com",
)
_PLAYERS = (*_HOSTS, "goo.gl/", "google.")
_ADDRESS = re.compile(
    rf"(?:(?<=\n)|\A)[ ]{{0,3}}((?:(https)://|http://)?(?:[\w-]+\.)*(?:(?:{'|'.join(map(re.escape, _HOSTS))})/"
    r"|(maps\.app\.goo\.gl/|goo\.gl/maps/)|google\.[a-z.]{2,6}/(maps)\b|maps\.google\.[a-z.]{2,6}/)\S*)[ ]*(?=\n|\Z)"
)
_BELOW = re.compile(r"\s*\Z|[ ]*\n[ ]*\n")
_ITEM = re.compile(r"([ ]*)((?:[-*+]|\d{1,3}\.)[ ]+\S.*)")
_INNER = re.compile(r"\n[ ]{2,3}(?:[ ]{4})*(?:[-*+]|\d{1,3}\.) ")
_BARE = re.compile(r"<[a-zA-Z][^<>\n]*?\b((src|href)=([^\s\"'<>=]+)[ ]([^\s\"'<>=]+\.[a-zA-Z0-9]{2,5}))(?=[\s/>])")
_WORDLESS = re.compile(r"(?<![!\\\]])\[[ ]*\]\(([^\s()]+)\)")
INDENT = 4


def may_hold(text: str) -> bool:
    """Whether a text may hold one of these and be ordinary otherwise: in any other nobody reads it fast."""
    return (
        (_BOX.search(text) is not None and ("[ ](" in text or _TASK.search(text) is not None))
        or ("=" in text and "==" in text and _MARKED.search(text) is not None)
        or ("/" in text and any(host in text for host in _PLAYERS) and next(_players(text), None) is not None)
        or _INNER.search(text) is not None
    )


def habits_in(text: str, with_comments: str) -> Iterator[Slip]:
    """All of them in a text without its code; in `with_comments` its comments are left, too."""
    yield from _wordless(text, with_comments)
    for found in _TASK.finditer(text) if _BOX.search(text) else ():
        yield Slip("task", found[1], f"- [{'x' if found[2].strip() else ' '}] {found[3]}")
    for found in _MARKED.finditer(text) if "==" in text else ():
        yield Slip("marked", found[0], f"<mark>{found[1]}</mark>")
    if "**" in text:
        yield from _half_bold(text)
    if any(host in text for host in _PLAYERS):
        yield from _players(text)
    if "=" in text and "<" in text:
        for found in _BARE.finditer(text):
            yield Slip("bare", found[1], f'{found[2]}="{found[3]} {found[4]}"')
    if _INNER.search(text):
        yield from _flat_items(text.split("\n"))
    for found in MORE.finditer(with_comments) if "<!--" in with_comments else ():
        line = with_comments[with_comments.rfind("\n", 0, found.start()) + 1 :].partition("\n")[0]
        if line.strip() != found[0] and "`" not in line:
            yield Slip("more", found[0])


def _players(text: str) -> Iterator[Slip]:
    """Addresses on a line by themselves of what could be shown, but for those that are."""
    for found in _ADDRESS.finditer(text):
        address, scheme, short, maps = found.groups()
        whole = address if scheme else "https://" + address.removeprefix("http://")
        if embed_in(whole) and _is_paragraph(text, found):
            if not scheme:
                yield Slip("scheme", address, whole)
        elif short:
            yield Slip("short", address, f"[…]({whole})")
        elif maps and not embed_in(whole):
            yield Slip("place", address, f"[…]({whole})")
        else:
            yield Slip("player", address, f"[…]({whole})")


def _is_paragraph(text: str, line: re.Match[str]) -> bool:
    """Whether there is nothing else in the paragraph of a line."""
    above = text[max(text.rfind("\n", 0, max(line.start() - 1, 0)), 0) : line.start()]
    return _BELOW.match(text, line.end()) is not None and (not above.strip() or above.lstrip("\n").startswith("#"))


def _wordless(text: str, with_code: str) -> Iterator[Slip]:
    """Links without words; where those are code, they are in `with_code`."""
    for found in _WORDLESS.finditer(text) if "](" in text else ():
        if with_code.startswith(found[0], found.start()):
            yield Slip("wordless", found[0], f"[…]({found[1]})")


def _half_bold(text: str) -> Iterator[Slip]:
    """Words with two asterisks on one side and one on the other, in a paragraph without others."""
    for found in _HALF_BOLD.finditer(text):
        before = text[text.rfind("\n\n", 0, found.start()) + 1 : found.start()]
        after = text[found.end() :].partition("\n\n")[0]
        if "*" not in before + after:
            yield Slip("half", found[0], f"**{found[1] or found[2]}**")


def _flat_items(lines: list[str]) -> Iterator[Slip]:
    """The first item of each list that is meant to stand inside the one above, and is not indented enough for that."""
    above: int | None = None
    is_told = was_blank = False
    for line in lines:
        found = _ITEM.match(line)
        if found is None:
            if line.strip() and was_blank and not line.startswith(" "):
                above, is_told = None, False
        elif above is not None or len(found[1]) < INDENT:
            deeper = len(found[1]) - above if above is not None else 0
            if 1 < deeper < INDENT:
                if not is_told:
                    yield Slip("nested", found[2], " " * (INDENT * ((above or 0) // INDENT + 1)) + found[2])
                is_told = True
            else:
                above = len(found[1])
        was_blank = not line.strip()
