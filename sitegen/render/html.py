"""A fragment and its targets → HTML; a fragment → plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from markupsafe import Markup

from sitegen.parse.fragment import Fragment, ImageSlot
from sitegen.plan.views import Image

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


# A note and the mention of one, as Markdown is converted to them; in words and values `<` is written as an entity.
_NOTE = re.compile(r'(<(?:li|sup) id=")(?=fn(?:ref\d*)?-)')


def to_html(fragment: Fragment, targets: Sequence[str | Image], prefix: str = "") -> Markup:
    """The fragment with `targets` in its slots, in order, and `prefix` before the ids of its notes."""
    parts = [_NOTE.sub(rf"\g<1>{prefix}", part) for part in fragment.parts] if prefix else fragment.parts
    pieces = [parts[0]]
    for slot, target, part in zip(fragment.slots, targets, parts[1:], strict=True):
        if isinstance(target, str):
            pieces += (escape(target), part)
        elif isinstance(slot, ImageSlot):
            has_choices = bool(target.choices) and part.startswith(">")  # else its writer has offered other files
            pieces += (
                (_choices(target), _image(slot, target), "></picture>", part[1:])
                if has_choices
                else (_image(slot, target), part)
            )
    return Markup("".join(pieces))


def to_plain(fragment: Fragment) -> str:
    """The text of a fragment on one line, without tags; images leave their alternative text."""
    pieces = [fragment.parts[0]]
    for slot, part in zip(fragment.slots, fragment.parts[1:], strict=True):
        pieces.append(f"{escape(slot.alt or '')}<img" if isinstance(slot, ImageSlot) else "")
        pieces.append(part)
    return " ".join(unescape(_TAG.sub(" ", "".join(pieces))).split())


SIZES = "auto, (min-width: 48rem) 44rem, 100vw"
"""How wide a picture in a text is shown: browsers that load it when it comes near know by themselves."""


def _choices(image: Image) -> str:
    sources = (f'<source type="{each.type}" srcset="{escape(each.srcset)}" sizes="{SIZES}">' for each in image.choices)
    return f"<picture>{''.join(sources)}"


def _image(slot: ImageSlot, image: Image) -> str:
    """Images in a text load when they come near (`loading=lazy`), unless their writer said otherwise."""
    own = dict(slot.attributes)
    size = (
        {"width": str(image.width), "height": str(image.height)}
        if image.width and not {"width", "height"} & own.keys()
        else {}
    )
    attributes = {"src": image.url, "alt": slot.alt or "", **size, "loading": "lazy", "decoding": "async", **own}
    written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<img {' '.join(written)}"
