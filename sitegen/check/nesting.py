"""The tags of a page, one after the other → what a browser would have to mend: elements that do not close, or that may not stand where
they stand (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_OPTIONAL = frozenset(
    (
        "html",
        "head",
        "body",
        "li",
        "dt",
        "dd",
        "p",
        "rt",
        "rp",
        "optgroup",
        "option",
        "colgroup",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    )
)
"""Elements whose end may be left out."""
_ENDS = {
    **dict.fromkeys(("li",), frozenset(("li", "p"))),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd", "p"))),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th", "p"))),
    "tr": frozenset(("td", "th", "tr", "p", "colgroup", "caption")),
    **dict.fromkeys(
        ("tbody", "tfoot", "thead"), frozenset(("td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "caption"))
    ),
    **dict.fromkeys(("option", "optgroup"), frozenset(("option",))),
    "body": frozenset(("head",)),
}
"""What is open and ends where one of these begins."""
_BLOCKS = frozenset(("address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul"))  # fmt: skip
"""What ends a paragraph."""
_NOT_INSIDE = {
    "a": frozenset(("a",)), "button": frozenset(("a", "button")), "form": frozenset(("form",)), "label": frozenset(("label",)),
    "select": frozenset(("a", "button")), "textarea": frozenset(("a", "button")), "iframe": frozenset(("a", "button")),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))),
}  # fmt: skip
"""What may stand inside none of these, at no depth."""
_PARENTS = {
    "li": frozenset(("ul", "ol", "menu")), "dt": frozenset(("dl", "div")), "dd": frozenset(("dl", "div")),
    "tr": frozenset(("table", "thead", "tbody", "tfoot")), "td": frozenset(("tr",)), "th": frozenset(("tr",)),
    "figcaption": frozenset(("figure",)), "summary": frozenset(("details",)), "legend": frozenset(("fieldset",)),
}  # fmt: skip
"""What may stand only right inside one of these."""
_WALLS = frozenset(("table", "td", "th", "button", "object", "template", "svg", "caption"))
"""What is open outside of one of these stays open whatever begins inside."""
_MANY = 20


class Wrong(NamedTuple):
    """`cause` is `unclosed`, `stray` (an end of nothing), `inside` (`tag` in `other`) or `parent` (`tag` right in `other`)."""

    cause: str
    tag: str
    at: int
    other: str = ""


class Nesting:
    """The elements that are open at one place of a page, and what has been wrong so far."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.counts: Counter[str] = Counter()
        self.places: list[int] = []
        self.faults: list[Wrong] = []
        self.cut: list[tuple[str, int]] = []
        """What has ended a paragraph by beginning inside it, and where."""

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self.tags)

    @property
    def is_xml(self) -> bool:
        """Whether this is in a drawing or a formula, where a tag that ends in `/>` is closed."""
        return self.holds("svg") or self.holds("math")

    def holds(self, tag: str) -> bool:
        """Whether such an element is open."""
        return self.counts[tag] > 0

    def begin(self, tag: str, at: int, *, closed: bool) -> int:
        """A tag that begins an element; how many are open around it."""
        tags = self.tags
        if tag in _BLOCKS and self.counts["p"]:
            self._end_paragraph(tag, at)
        if tag in _ENDS and tags:
            ended = _ENDS[tag]
            while tags and tags[-1] in ended:
                self._pop()
        if tag in _NOT_INSIDE or tag in _PARENTS:
            self._placed(tag, at)
        depth = len(tags)
        if tag not in VOID and not (closed and self.is_xml):
            tags.append(tag)
            self.counts[tag] += 1
            self.places.append(at)
        return depth

    def end(self, tag: str, at: int) -> int:
        """A tag that ends an element; how many stay open."""
        tags = self.tags
        if tags and tags[-1] == tag:
            self._pop()
        elif self.holds(tag):
            while tags[-1] != tag:
                self._left_open(tags[-1], self.places[-1])
                self._pop()
            self._pop()
        elif tag == "p" and self.cut:
            self._say("inside", *self.cut.pop(), "p")
        elif tag not in VOID:
            self._say("stray", tag, at)
        return len(tags)

    def finish(self) -> None:
        """The end of the page."""
        while self.tags:
            self._left_open(self.tags[-1], self.places[-1])
            self._pop()

    def _pop(self) -> None:
        self.counts[self.tags.pop()] -= 1
        self.places.pop()

    def _end_paragraph(self, tag: str, at: int) -> None:
        for number in range(len(self.tags) - 1, -1, -1):
            if self.tags[number] in _WALLS:
                return
            if self.tags[number] == "p":
                self.counts.subtract(self.tags[number:])
                del self.tags[number:], self.places[number:]
                self.cut = [*self.cut[-_MANY:], (tag, at)]
                return

    def _placed(self, tag: str, at: int) -> None:
        outside = _NOT_INSIDE.get(tag, frozenset())
        is_inside = any(map(self.holds, outside))
        around = next((each for each in reversed(self.tags) if each in outside), "") if is_inside else ""
        if around:
            self._say("inside", tag, at, around)
        parents = _PARENTS.get(tag)
        if parents and self.tags and self.tags[-1] not in parents and self.tags[-1] != "template":
            self._say("parent", tag, at, self.tags[-1])

    def _left_open(self, tag: str, at: int) -> None:
        if tag not in _OPTIONAL:
            self._say("unclosed", tag, at)

    def _say(self, cause: str, tag: str, at: int, other: str = "") -> None:
        if len(self.faults) < _MANY:
            self.faults.append(Wrong(f"nesting.{cause}", tag, at, other))
