"""Texts that are nearly right: pieces of each format that a site is written in, put together as they come."""

from __future__ import annotations

from hypothesis import strategies as st

YAML = [
    "title: ", "date: ", "tags: ", "category: ", "slug: ", "aliases: ", "extra:\n", "seo:\n", "cover: ", "sections:\n",
    "- ", "  ", "    ", "\n", ": ", "[", "]", "{", "}", "|\n", ">\n", '"', "'", "#", " # ", "&a ", "*a", "!!python/object:os.system ",
    "<<: *a\n", "? ", "---\n", "...\n", "%YAML 1.1\n", "\t", "no", "2026-01-14", "30/02/2026", "12:30", "0x1F", "1e999", "~", "null",
    "true", "Perché l'ora", "a/b/c", "../..", "\\", "\u2028", "\ufeff", "\x00", "\x85", "\ud7ff", "é" * 300, "9" * 400, "@", "`", "%",
]  # fmt: skip
TOML = [
    "title = ", "date = ", "tags = ", "[extra]\n", "[[sections]]\n", "a.b.c = ", '"', "'", '"""', "'''", "\n", "[", "]", "{", "}", ",",
    "2026-01-14", "2026-02-30", "07:30:00", "1_000", "inf", "nan", "0b1", "true", "\\u00e8", "\\uD800", "#", "=", " ", "\x00", "é",
]  # fmt: skip
JSON = [
    '"title": ', '"date": ', '"extra": ', "{", "}", "[", "]", ",", ":", "\n", '"', "\\u00e8", "\\ud800", "\\", "1e999", "-0", "NaN",
    "null", "true", "2026", " ", "\t", "\x00", "é", "9" * 5000,
]  # fmt: skip
CSV = ["nome", ",", ";", "\n", '"', '""', "'", " ", "é", "\x00", "\r", "x" * 200, "=1+1", "\t", "\u2028"]
PO = [
    "msgid ", "msgstr ", "msgstr[0] ", "msgstr[1] ", "msgid_plural ", "msgctxt ", '"', '"Blog"', '"%(name)s"', '"\\n"', '"\\x"', "\n", "#, fuzzy\n",
    "#~ ", '""', '"Content-Type: text/plain; charset=koi8-r\\n"', '"Plural-Forms: nplurals=9; plural=n\\n"', "\\", "é", "\x00",
]  # fmt: skip
MARKDOWN = [
    "L'ora ", '"ciao" ', "*", "**", "_", "`", "```", "```python\n", "~~~", "[", "](", "]", ")", "![", "[^1]", "[^1]: nota\n", "\n", "\n\n",
    "    ", "\t", "> ", "- ", "1. ", "# ", "## Prezzi {#prezzi}\n", "{.x}", "{", "}", "|", "| a | b |\n|---|--:|\n| c | d |\n", "!!! info \"T\"\n    ", "\n\n::: callout {title: T}\n", "\n:::\n",
    "Termine\n: voce\n", "*[HTML]: x\n", "[a]: b\n", "<div>", "</div>", "<div markdown=1>", "<p", ">", "<!--", "-->", "<!--more-->",
    "<script>", "</script>", "<svg>", "<a href=x>", "</a>", "<img src=a>", "&amp;", "&#0;", "&", "\\", "===", "---", "<https://x.it>", "<a@b.it>",
    "[x](agenda.md#y)", "[x](javascript:1)", "![f](a.png \"T\")", "{{ 7*7 }}", "{% include 'x' %}", "\x00", "\x02", "\x03", "\x1a", "\u2028", "é", "x" * 80,
]  # fmt: skip
CSS = [
    "a",
    "{",
    "}",
    ":",
    ";",
    "url(",
    ")",
    "'",
    '"',
    "/*",
    "*/",
    "@import ",
    "@layer x",
    "\\",
    "\n",
    "</style>",
    "é",
    "\x00",
]
TEMPLATE = [
    "{{ ", " }}", "{% ", " %}", "{# ", " #}", "page.title", "page", "site", "crumbs", "loop.index", ".", "[0]", "['a']", "|", "|html", "|length",
    "|join(', ')", "|sort", "|map(attribute='url')", "|batch(3)", "|center(10**9)", "|tojson", "|xml", "for x in ", "endfor", "if ", "else", "endif",
    "set a = ", "set a", "endset", "macro m(a)", "endmacro", "call m(1)", "endcall", "m(m)", "block content", "endblock", "super()",
    "extends 'base:page.html'", "include 'partials/head.html'", "include 'page.html'", "import 'page.html' as p", "filter upper", "endfilter",
    "with a = 1", "endwith", "autoescape false", "endautoescape", "raw", "endraw", "trans", "endtrans", "_('Blog')", "ngettext('a', 'b', 2)", "range(10**5)",
    "dict(a=1)", "namespace(a=1)", "''.__class__", "cycler.__init__", "self", "a ~ a", "a * 10**9", "'%99999999d' % 1", "(", ")", "[", "]", "{", "}",
    "1", "'x'", '"', "'", "-", "*", "**", "//", "%", "==", "in", "is defined", "not ", "\n", "é", "\x00", "_", "recursive",
]  # fmt: skip


def texts(pieces: list[str], longest: int = 30) -> st.SearchStrategy[str]:
    """Pieces as they come, with any text between them."""
    any_text = st.text(max_size=20)
    return st.lists(st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), any_text), max_size=longest).map(
        "".join
    )


def edited(original: str, pieces: list[str]) -> st.SearchStrategy[str]:
    """A text that was right, with a few pieces put into it, written over it or cut out of it."""
    edit = st.tuples(st.integers(0, len(original)), st.integers(0, 12), st.sampled_from(["", *pieces]))

    def apply(edits: list[tuple[int, int, str]]) -> str:
        text = original
        for where, length, piece in edits:
            text = text[:where] + piece + text[where + length :]
        return text

    return st.lists(edit, min_size=1, max_size=4).map(apply)
