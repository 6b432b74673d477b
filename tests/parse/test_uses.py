"""What a browser would load, run or send because of a text, a template or a file, and where that is written."""

from __future__ import annotations

import pytest

from sitegen.parse.file_uses import uses_of, uses_of_template
from sitegen.parse.markdown import to_fragment
from sitegen.parse.uses import MOST_HASHED, hash_of, origin_of


def found(uses: object) -> list[tuple[str, str]]:
    return [(use.kind, use.written) for use in uses]  # type: ignore[attr-defined]


LOADS = [
    '<img src="https://x.example/a.png" alt="">', '<img srcset="/a.png 1x, https://x.example/b.png 2x" src="/a.png" alt="">', "<script src=//x.example/a.js></script>",
    '<script>fetch("https://x.example/a")</script>',
    '<iframe src="HTTPS://x.example/"></iframe>', '<video poster="https://x.example/a.jpg"></video>', '<audio src="https://x.example/a.mp3"></audio>',
    '<object data="https://x.example/a.pdf"></object>', '<embed src="https://x.example/a.pdf">', '<input type="image" src="https://x.example/a.png" alt="">',
    '<p style="background: url(https://x.example/a.png)">a</p>', "<style>@import '//x.example/a.css';</style>", '<style>@font-face { src: url("https://x.example/a.woff2") }</style>',
    '<link rel="stylesheet" href="https://x.example/a.css">', '<link href="https://x.example/" rel="preconnect">', '<link rel="icon" href="https://x.example/a.ico">',
    '<svg><use href="https://x.example/a.svg#b"/></svg>', '<svg><image xlink:href="https://x.example/a.png"/></svg>', '<base href="https://x.example/">',
    '<table background="https://x.example/a.png"></table>', '<p style="background: image-set(\'https://x.example/a.png\' 1x)">a</p>',
    '<iframe srcdoc="<script src=//x.example/a.js></script>"></iframe>', "<iframe srcdoc='<p style=\"background: url(//x.example/a.png)\">'></iframe>",
    '<svg><rect fill="url(https://x.example/a.svg#b)"/></svg>', '<svg><rect mask="url(\'//x.example/a.svg#b\')"/></svg>',
    '<svg><image><set attributeName="href" to="https://x.example/a.png"/></image></svg>',
    '<svg><image><animate attributeName="href" values="/a.png; //x.example/a.png; /b.png"/></image></svg>',
    '<p style="background: image-set(\'/a.png\' 1x, url(data:image/png;base64,AA==) 2x, \'//x.example/a.png\' 3x)">a</p>',
    "<style>@import'//x.example/a.css';</style>",
]  # fmt: skip
NOTHING = [
    '<a href="https://x.example/">a</a>', '<link rel="canonical" href="https://x.example/">', '<link rel="alternate" href="https://x.example/feed">',
    '<blockquote cite="https://x.example/">a</blockquote>', '<img src="/a.png" alt="https://x.example/">', '<script type="application/ld+json">{"@id": "https://x.example/"}</script>',
    "<!-- <img src='https://x.example/a.png'> -->", '<svg xmlns="http://www.w3.org/2000/svg"></svg>', "https://x.example/a.png",
]  # fmt: skip


@pytest.mark.parametrize("html", LOADS)
def test_what_a_browser_asks_for_by_itself(html: str) -> None:
    for uses in (
        uses_of(html, "a.html"),
        uses_of_template(html),
        to_fragment(html, path="a.md", first_line=1, language="it", typography=True).uses,
    ):
        loads = [use for use in uses if use.kind == "load"]
        (use,) = loads
        assert "x.example/" in use.written
        assert use.line == 1
        assert html[use.column - 1 :].startswith(use.written)


@pytest.mark.parametrize("html", NOTHING)
def test_what_it_does_not_ask_for(html: str) -> None:
    assert found(uses_of(html, "a.html")) == found(uses_of_template(html)) == []
    assert to_fragment(html, path="a.md", first_line=1, language="it", typography=True).uses == ()


def test_programs_and_styles_are_known_by_their_text() -> None:
    html = '<p style="color: red; content: &quot;a&quot;">a</p>\n\n<script>\nrun()\n</script>\n\n<style>p > a { color: red }</style>\n'
    wanted = [
        ("attribute", hash_of('color: red; content: "a"')),
        ("script", hash_of("\nrun()\n")),
        ("style", hash_of("p > a { color: red }")),
    ]
    assert found(to_fragment(html, path="a.md", first_line=1, language="it", typography=True).uses) == wanted
    assert found(uses_of(html, "a.html")) == wanted
    assert [use.line for use in uses_of_template(html)] == [1, 3, 7]


def test_what_a_template_puts_together_is_not_known() -> None:
    html = '<p style="--a: {{ a }}"><script>{% if a %}run(){% endif %}</script><style>{{ a }}</style><img {% if a %}src="https://x.example/{{ a }}"{% endif %} alt="{{ a }}">'
    assert found(uses_of_template(html)) == [
        ("barred", 'template style="…"'), ("barred", "template <script>"), ("barred", "template <style>"), ("load", "https://x.example/")]  # fmt: skip


def test_what_no_policy_lets_pass_and_where_forms_go() -> None:
    html = '<p onclick="a()">a</p> <a href="javascript:a()">a</a> <form action="https://x.example/f" method="post"></form> <object data="/a.pdf"></object>'
    assert found(uses_of(html, "a.html")) == [("barred", "handler onclick"), ("barred", "runs javascript:"), ("form", "https://x.example/f"), ("object", "<object>")]  # fmt: skip


@pytest.mark.parametrize("script", [
    'fetch("https://x.example/a")', "import a from 'https://x.example/a.js'", "import('//x.example/a.js')", 'new WebSocket("wss://x.example/")',
    'image.src = "https://x.example/a.gif"', 'request.open("GET", "https://x.example/a")', "navigator.sendBeacon(`https://x.example/a`)",
])  # fmt: skip
def test_what_a_program_asks_for(script: str) -> None:
    (use,) = uses_of(f"// https://other.example/\nconst svg = 'http://www.w3.org/2000/svg';\n{script}\n", "a.js")
    assert (use.kind, use.line, origin_of(use.written).partition("//")[2]) == ("load", 3, "x.example")


def test_what_a_stylesheet_asks_for() -> None:
    css = '/* url(https://other.example/) */\na { background: url(/a.png) }\nb { background: url( "https://x.example/a.png" ) }\n'
    assert [(use.written, use.line) for use in uses_of(css, "a.css")] == [("https://x.example/a.png", 3)]


def test_none_but_hashes_are_too_many() -> None:
    html = (
        "".join(f'<p style="order: {number}">a</p>\n' for number in range(600))
        + '<img src="https://x.example/a.png" alt="">'
    )
    page = to_fragment(html, path="a.md", first_line=1, language="it", typography=True)
    for uses in (page.uses, uses_of(html, "a.html"), uses_of_template(html)):
        assert len(uses) == MOST_HASHED + 1
        assert (uses[-1].kind, uses[-1].line, uses[-1].column) == ("load", 601, 11)
    css = "".join(f"a {{ background: url(//x.example/{number}.png) }}\n" for number in range(600))
    assert uses_of(css, "a.css")[-1].line == 600


@pytest.mark.parametrize(
    "kind", ["text/jscript", "text/x-javascript", "TEXT/JavaScript1.5", "text/livescript", "application/x-ecmascript"]
)
def test_programs_of_older_types_run_too(kind: str) -> None:
    html = f'<script type="{kind}">run()</script>'
    assert found(uses_of(html, "a.html")) == [("script", hash_of("run()"))]
    assert to_fragment(html, path="a.md", first_line=1, language="it", typography=True).uses[0].written == hash_of(
        "run()"
    )


@pytest.mark.parametrize(("path", "text"), [
    ("a.css", '@import"//x.example/a.css";'), ("a.css", 'a { content: "\\201c"; b: url(ht\\74ps://x.example/a.png) }'), ("a.css", "a { b: u\\72l(//x.example/a.png) }"),
    ("a.css", 'a { b: image-set("/a.png" 1x, "https://x.example/b.png" type("image/png") 2x) }'),
    ("a.svg", '<?xml-stylesheet href="https://x.example/a.css"?><svg/>'), ("a.svg", '<svg><style/><image href="//x.example/a.png"/></svg>'),
    ("a.svg", '<svg:svg><svg:image href="//x.example/a.png"/></svg:svg>'), ("a.xhtml", '<html><script src="a.js"/><img src="//x.example/a.png"/></html>'),
    ("a.xht", '<html><img src="//x.example/a.png"/></html>'),
])  # fmt: skip
def test_what_files_ask_for_in_rarer_ways(path: str, text: str) -> None:
    (use,) = (each for each in uses_of(f"\n{text}", path) if each.kind == "load")
    assert origin_of(use.written) == "https://x.example"
    assert use.line == 2
    end = use.written.rpartition("example")[2]
    assert end in text[use.column - 1 :]


@pytest.mark.parametrize(("address", "origin"), [
    ("https://X.example:443/a", "https://x.example"), ("http://x.example:8080", "http://x.example:8080"), ("//x.example/a", "https://x.example"),
    ("\\\\x.example/a", "https://x.example"), ("https://", ""), ("https://[x", ""), ("https://user@x.example/", "https://x.example"), ("mailto:a@b.it", ""),
    ("https://x\"; evil/", ""), ("https://caffè.example/", "https://xn--caff-8oa.example"), ("http://[::1]:8080/a", "http://[::1]:8080"),
])  # fmt: skip
def test_whose_an_address_is(address: str, origin: str) -> None:
    assert origin_of(address) == origin
