"""Pictures as who does not see them meets them: whether they have words, and whether these say what there is to see."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sitegen.check.facts import Image
from sitegen.check.places import Finder, Found, told
from sitegen.check.rules import Rule
from sitegen.check.subject import Subject
from sitegen.problems import Problem

RULES = (Rule("alt-text", "images", ("W402", "W851")), Rule("alt-words", "images", ("W850",)))
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
    return told(_found(subject, Finder(subject)))


def _found(subject: Subject, finder: Finder) -> Iterator[Found]:
    for page, facts in subject.whole_pages():
        for image in facts.images:
            if image.alt is None and (page.is_copy or page.source is None):
                yield Found(page, finder.element(page, image.at), "W851", {"image": image.src})
            elif image.alt is None and (place := finder.image(page, image)) and place.path.startswith("themes/"):
                yield Found(page, place, "W851", {"image": image.src})
            elif cause := _wrong_words(image):
                yield Found(
                    page,
                    finder.image(page, image),
                    "W850",
                    {"cause": cause, "text": image.alt, "length": len(image.alt or ""), "limit": LONGEST},
                )


def _wrong_words(image: Image) -> str:
    alt = (image.alt or "").strip()
    stem = posixpath.splitext(posixpath.basename(image.src))[0]
    if alt and (_FILE.search(alt) or (alt == stem and re.search(r"[-_\d]", stem))):
        return "alt.file"
    if _CALLED.match(alt):
        return "alt.called"
    return "alt.long" if len(alt) > LONGEST else ""
