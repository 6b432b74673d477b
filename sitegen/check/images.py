"""Pictures as who does not see them meets them: whether they have words, and whether these say what there is to see."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import chain

from sitegen.check.facts import Image
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.check.wording import is_of_markdown
from sitegen.check.written import fragments, images_outside_links, offset_of
from sitegen.model.site import Item
from sitegen.problems import Place, Problem, problem

RULES = (
    Rule("alt-text", "images", ("W402", "W851")),
    Rule("alt-words", "images", ("W850",)),
    Rule("empty-alt", "images", ("W849",)),
)
LONGEST = 200
"""Characters of an alternative text that are read in one breath; what needs more belongs into the text of the page
(https://www.w3.org/WAI/tutorials/images/complex/).
"""
_FILE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|svg|avif|heic|tiff?)$|^(?:img|dsc|dscn|pxl|screenshot|schermata|image|immagine|foto)[-_ ]?\d+\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?:un['’]?\s*)?(?:immagine|foto|fotografia|figura)\s+(?:di|del|dell[aeo’']|dei|degli|d[’']|che)\b|(?:an?\s+)?(?:image|picture|photo|graphic)\s+of\b",
                     re.IGNORECASE)  # fmt: skip


def check(subject: Subject) -> Iterator[Problem]:
    """Pictures without words, and words that are none."""
    finder = Finder(subject)
    yield from told(_found(subject, finder))
    for item in subject.items():
        yield from _photos_without_words(item, finder)


def _found(subject: Subject, finder: Finder) -> Iterator[Found]:
    for page, facts in subject.whole_pages():
        for image in facts.images:
            if image.alt is None and (page.is_copy or page.source is None):
                yield Found(page, finder.element(page, image.at), "W851", {"image": image.src})
            elif image.alt is None and (place := finder.image(page, image)) and place.path.startswith("themes/"):
                yield Found(page, place, "W851", {"image": image.src})
            elif cause := _wrong_words(image):
                alt = image.alt or ""
                values = {"cause": cause, "text": alt, "length": len(alt), "limit": LONGEST}
                yield Found(page, finder.words(finder.image(page, image), alt), "W850", values)


def _photos_without_words(item: Item, finder: Finder) -> Iterator[Problem]:
    """Photos whose brackets are empty, which may be forgotten ones; who writes `alt=""` has thought of it."""
    for slot in chain.from_iterable(map(images_outside_links, fragments(item))):
        if slot.alt != "" or not slot.line or slot.target.lower().endswith(".svg"):
            continue
        place = Place(item.source, slot.line, slot.column, max(len(slot.target), 1))
        text = finder.subject.text(item.source)
        if is_of_markdown(text, offset_of(text, place)):
            yield problem("W849", finder.words(place, "") or place, image=slot.target)


def _wrong_words(image: Image) -> str:
    alt = (image.alt or "").strip()
    stem = posixpath.splitext(posixpath.basename(image.src))[0]
    if alt and (_FILE.search(alt) or (alt == stem and re.search(r"[-_\d]", stem))):
        return "alt.file"
    if _CALLED.match(alt):
        return "alt.called"
    return "alt.long" if len(alt) > LONGEST else ""
