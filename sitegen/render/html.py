"""A fragment and its targets → HTML; a fragment → plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from markupsafe import Markup

from sitegen.parse.fragment import Fragment, ImageSlot

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


# A note and the mention of one, as Markdown is converted to them; in words and values `<` is written as an entity.
_NOTE = re.compile(r'(<(?:li|sup) id=")(?=fn(?:ref\d*)?-)')


def to_html(fragment: Fragment, targets: Sequence[str], prefix: str = "") -> Markup:
    """The fragment with `targets` in its slots, in order, and `prefix` before the ids of its notes."""
    parts = [_NOTE.sub(rf"\g<1>{prefix}", part) for part in fragment.parts] if prefix else fragment.parts
    pieces = [parts[0]]
    for slot, target, part in zip(fragment.slots, targets, parts[1:], strict=True):
        pieces.append(_image(slot, target) if isinstance(slot, ImageSlot) else escape(target))
        pieces.append(part)
    return Markup("".join(pieces))


def to_plain(fragment: Fragment) -> str:
    """The text of a fragment on one line, without tags; images leave their alternative text."""
    pieces = [fragment.parts[0]]
    for slot, part in zip(fragment.slots, fragment.parts[1:], strict=True):
        pieces.append(f"{escape(slot.alt or '')}<img" if isinstance(slot, ImageSlot) else "")
        pieces.append(part)
    return " ".join(unescape(_TAG.sub(" ", "".join(pieces))).split())


def _image(slot: ImageSlot, target: str) -> str:
    """Images in a text load when they come near (`loading=lazy`), unless their writer said otherwise."""
    attributes = {"src": target, "alt": slot.alt or "", "loading": "lazy", "decoding": "async", **dict(slot.attributes)}
    written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<img {' '.join(written)}"
