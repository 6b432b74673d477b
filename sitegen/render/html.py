"""A fragment and its targets → HTML; a fragment → plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape, unescape

from markupsafe import Markup

from sitegen.parse.fragment import Fragment, ImageSlot
from sitegen.plan.views import Embed, Image

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


# A note and the mention of one, as Markdown is converted to them; in words and values `<` is written as an entity.
_NOTE = re.compile(r'(<(?:li|sup) id=")(?=fn(?:ref\d*)?-)')


def to_html(fragment: Fragment, targets: Sequence[str | Image | Embed], prefix: str = "",
            show: Callable[[Embed], str] | None = None) -> Markup:  # fmt: skip
    """The fragment with `targets` in its slots, in order, and `prefix` before the ids of its notes; `show` makes HTML of what
    another site shows, which is a link otherwise.
    """
    parts = [_NOTE.sub(rf"\g<1>{prefix}", part) for part in fragment.parts] if prefix else fragment.parts
    pieces = [parts[0]]
    for slot, target, part in zip(fragment.slots, targets, parts[1:], strict=True):
        if isinstance(target, str):
            pieces += (escape(target), part)
        elif isinstance(target, Embed):
            pieces += (show(target) if show and target.frame else _link(target), part)
        elif isinstance(slot, ImageSlot):
            pieces += (
                _offered(slot, target, part) if _is_offered(target, part, pieces) else (_image(slot, target), part)
            )
    return Markup("".join(pieces))


def _link(embed: Embed) -> str:
    address = escape(embed.url)
    return f'<p><a href="{address}">{address}</a></p>'


def _is_offered(image: Image, after: str, before: list[str]) -> bool:
    """Whether an image is to be a choice of files: not where its writer has offered others."""
    if not image.choices or not after.startswith(">"):
        return False
    written = "".join(before).lower()
    return written.rfind("<picture") <= written.rfind("</picture")


def to_plain(fragment: Fragment) -> str:
    """The text of a fragment on one line, without tags; images leave their alternative text."""
    pieces = [fragment.parts[0]]
    for slot, part in zip(fragment.slots, fragment.parts[1:], strict=True):
        pieces.append(f"{escape(slot.alt or '')}<img" if isinstance(slot, ImageSlot) else "")
        pieces.append(part)
    return " ".join(unescape(_TAG.sub(" ", "".join(pieces))).split())


SIZES = "(min-width: 48rem) 44rem, 100vw"
"""How wide a picture in a text is shown, unless its writer says otherwise."""


def _offered(slot: ImageSlot, image: Image, after: str) -> tuple[str, ...]:
    sizes = escape(dict(slot.attributes).get("sizes", SIZES))
    sources = (f'<source type="{each.type}" srcset="{escape(each.srcset)}" sizes="{sizes}">' for each in image.choices)
    return "<picture>", *sources, _image(slot, image), "></picture>", after[1:]


def _image(slot: ImageSlot, image: Image) -> str:
    """Images in a text load when they come near (`loading=lazy`), unless their writer said otherwise."""
    own = dict(slot.attributes)
    is_sized = image.width and "width" not in own and "height" not in own
    size = {"width": str(image.width), "height": str(image.height)} if is_sized else {}
    attributes = {"src": image.url, "alt": slot.alt or "", **size, "loading": "lazy", **own}
    written = (f'{name}="{escape(value)}"' for name, value in attributes.items())
    return f"<img {' '.join(written)}"
