"""HTML as tokens: where a tag ends, what its attributes are, which elements matter here. Never fails, always linear."""

from __future__ import annotations

import re
from html import unescape

_INSIDE = r"(?:[^\"'>=]++|=(?:\s*+(?:\"[^\"]*\"|'[^']*'))?|[\"'])*+"


def _tokens(end: str) -> re.Pattern[str]:
    names = "script", "style", "textarea"
    raw = "".join(rf"|<{name}(?=[\s>]){_INSIDE}{end}.*?(?:</{name}\s*>|\Z)" for name in names)
    return re.compile(
        rf"(<!--.*?(?:-->|\Z){raw}|</?[A-Za-z]{_INSIDE}(?:>|\Z)|<[!?][^>]*(?:>|\Z))", re.DOTALL | re.IGNORECASE
    )


# Splits HTML into text and tokens: a comment, an element with raw text (whole), a tag. What never ends, ends at the end.
TOKEN = _tokens(">")
# The same of XML, where an element that ends with `/>` has no text.
XML_TOKEN = _tokens("(?<!/)>")
TAG = re.compile(rf"</?([A-Za-z][^\s/>]*){_INSIDE}>")
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*))?")
# In CSS: a comment, or an address in `url(…)` or `@import "…"` (https://www.w3.org/TR/css-values-4/#urls), in its own quotes.
CSS_ADDRESS = re.compile(
    r"/\*.*?(?:\*/|\Z)"
    r"|(?:\burl\(\s*+|@import\s*+)(?:\"([^\"\\\n]*)\"|'([^'\\\n]*)')"
    r"|\burl\(\s*+([^\s\"'()\\<>]++)\s*\)",
    re.DOTALL | re.IGNORECASE,
)
CSS_ELSEWHERE = re.compile(r"(?:https?|data):|//|#|\s*$", re.IGNORECASE)
CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s+[\d.]+[wxh])?\s*(?:,|$)")

ADDRESSES = frozenset(("href", "src", "action", "formaction", "poster", "cite", "longdesc", "background", "xlink:href"))
# Where one of these begins or ends, a reader stops.
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main",
    "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip
MAY_STAY_OPEN = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "caption",
))  # fmt: skip
VERBATIM = frozenset(("code", "pre", "kbd", "samp", "svg", "math", "template"))
UNSEEN = frozenset(("svg", "math", "template"))
RAW_TEXT = frozenset(("script", "style", "textarea"))
NEVER_PLAIN = RAW_TEXT | {"img"}
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def css_addresses(css: str) -> list[tuple[int, str]]:
    """The addresses of the site's own files in style rules, each with the place where it begins."""
    found = ((each.start(each.lastindex), each[each.lastindex]) for each in CSS_ADDRESS.finditer(css) if each.lastindex)
    return [(at, target) for at, target in found if not CSS_ELSEWHERE.match(target)]


def value(attribute: re.Match[str]) -> str:
    """The decoded value of an attribute, "" where it has none."""
    written = attribute[2] or ""
    if written[:1] in ("'", '"'):
        written = written[1:-1]
    return unescape(written) if "&" in written else written
