"""A fragment and its targets → HTML; a fragment → plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from typing import NamedTuple

from markupsafe import Markup

from sitegen.parse.fragment import ComponentSlot, EndSlot, Fragment, ImageSlot, Slot, said_in
from sitegen.plan.views import Component, Embed, Image

Target = str | Image | Embed | Component

_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


# A note and the mention of one, as Markdown is converted to them; in words and values `<` is written as an entity.
_NOTE = re.compile(r'(<(?:li|sup) id=")(?=fn(?:ref\d*)?-)')


class Shows(NamedTuple):
    """What makes HTML of what another site shows, and of a component with its text."""

    embed: Callable[[Embed], str]
    component: Callable[[Component, Markup], str]


def to_html(fragment: Fragment, targets: Sequence[Target], prefix: str = "", shows: Shows | None = None) -> Markup:
    """The fragment with `targets` in its slots, in order, and `prefix` before the ids of its notes. Without `shows` what another
    site shows is a link, and a component its text.
    """
    parts = [_NOTE.sub(rf"\g<1>{prefix}", part) for part in fragment.parts] if prefix else fragment.parts
    pieces = [parts[0]]
    around: list[tuple[list[str], Target]] = []  # what stands before each component that is open
    sheets: set[str] = set()
    for slot, target, part in zip(fragment.slots, targets, parts[1:], strict=True):
        match slot:
            case ComponentSlot():
                if isinstance(target, Component) and target.sheet and target.sheet not in sheets:
                    sheets.add(target.sheet)
                    pieces.append(f'<link rel="stylesheet" href="{escape(target.sheet)}">')
                if slot.has_body:
                    around.append((pieces, target))
                    pieces = [part]
                else:
                    pieces += (_component(target, "", shows), part)
            case EndSlot():
                body = "".join(pieces)
                pieces, opened = around.pop()
                pieces += (_component(opened, body, shows), part)
            case ImageSlot() if isinstance(target, Image):
                pieces += (
                    _offered(slot, target, part) if _is_offered(target, part, pieces) else (_image(slot, target), part)
                )
            case _ if isinstance(target, Embed):
                pieces += (shows.embed(target) if shows and target.frame else _link(target), part)
            case _:
                pieces += (escape(str(target)), part)
    while around:  # one that is never closed, which is told
        body = "".join(pieces)
        pieces = [*around.pop()[0], body]
    return Markup("".join(pieces))


def _component(component: Target, body: str, shows: Shows | None) -> str:
    """Its partial with its text; one without a partial is its text, or else the way to where it is shown."""
    if not isinstance(component, Component) or shows is None:
        return body
    if component.template:
        return shows.component(component, Markup(body))
    page = component.page
    return body or f'<p><a href="{escape(page.url)}">{escape(page.label)}</a></p>'


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
        pieces.append(f"{escape(slot.alt or '')}<img" if isinstance(slot, ImageSlot) else _said(slot))
        pieces.append(part)
    return " ".join(unescape(_TAG.sub(" ", "".join(pieces))).split())


def _said(slot: Slot) -> str:
    return f" {escape(said_in(slot))} " if isinstance(slot, ComponentSlot) else ""


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
