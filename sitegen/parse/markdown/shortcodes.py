"""WordPress' shortcodes (https://codex.wordpress.org/Shortcode), which nothing here answers to: `[gallery ids="1,2"]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_KINDS = {
    "gallery": r"gallery|playlist",
    "caption": r"caption|wp_caption",
    "embed": r"embed|youtube|vimeo",
    "form": r"contact-form(?:-7)?|wpforms|gravityforms?|ninja_forms?|formidable|mc4wp_form|newsletter_form",
    "layout": r"(?:vc|et_pb|fusion|av|fl)_[a-z_]+|elementor-template|one_half|one_third|two_third",
}
_NAMED = "|".join(f"(?P<{kind}>{names})" for kind, names in _KINDS.items())
# One that WordPress or a well-known plugin brings; any other is known by its attributes or by the slash of its end.
_SHORTCODE = re.compile(
    rf"\[(?P<end>/?)(?:(?:{_NAMED})(?=[\s\]/])|(?P<other>(?<=/)[a-z][\w-]*(?=\])|[a-z][\w-]*(?=\s+[\w-]+=)))[^\[\]]*\]"
)
MAY_BE = re.compile(rf"\[(?:/[a-z]|(?:{'|'.join(_KINDS.values())})[\s\]/]|[a-z][\w-]*\s+[\w-]+=)")


class Shortcode(NamedTuple):
    """A shortcode as it is `written`; `kind` is what it made: gallery, caption, embed, form, layout or other."""

    written: str
    name: str
    kind: str
    is_end: bool


def shortcodes_in(text: str) -> Iterator[Shortcode]:
    """The shortcodes of a text, their ends too."""
    for found in _SHORTCODE.finditer(text) if "[" in text else ():
        kind = next(kind for kind in (*_KINDS, "other") if found[kind] is not None)
        yield Shortcode(found[0], found[kind], kind, bool(found["end"]))


def is_shortcode(text: str) -> bool:
    """Whether the whole of a text, brackets included, is one."""
    return _SHORTCODE.fullmatch(text) is not None


def worth_telling(found: Iterable[Shortcode]) -> Iterator[Shortcode]:
    """Without the ends of those that are told, and with one of each name of those that are to go altogether."""
    told: set[str] = set()
    for each in found:
        if each.name not in told or not (each.is_end or each.kind == "layout"):
            told.add(each.name)
            yield each
