"""What is read of a page's HTML: what is wrong with it, and what only looks so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.check import pages
from sitegen.check.colours import unreadable_in, unreadable_rules
from sitegen.check.facts import Facts, facts_of
from sitegen.check.linked_data import faults_in
from sitegen.check.nesting import VOID
from sitegen.paths import OutputPath

PAGE = '<!doctype html><html lang="it"><head><title>A &amp; B</title></head><body>{}</body></html>'


def wrong(body: str) -> list[tuple[str, str, str]]:
    """The faults of a page that has this in it, each with the tag or name it is about."""
    return [(each.cause or each.code, each.text, each.other) for each in facts_of(PAGE.format(body)).faults]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p>a<p>b</p></p>", ("nesting.inside", "p", "p")),
        ("<p>a<ul><li>b</li></ul></p>", ("nesting.inside", "ul", "p")),
        ("<a href=/>a<span><a href=/>b</a></span></a>", ("nesting.inside", "a", "a")),
        ("<a href=/><button>b</button></a>", ("nesting.inside", "button", "a")),
        ("<h2>a<h3>b</h3></h2>", ("nesting.inside", "h3", "h2")),
        ("<div><li>a</li></div>", ("nesting.parent", "li", "div")),
        ("<table><td>a</td></table>", ("nesting.parent", "td", "table")),
        ("<div><b>a</div>", ("nesting.unclosed", "b", "")),
        ("<div>a", ("nesting.unclosed", "div", "")),
        ("a</div>", ("nesting.stray", "div", "")),
        ("<svg><style/></svg></div>", ("nesting.stray", "div", "")),
        ("<style/></svg></STYLE ></div><script/><b>", ("nesting.stray", "div", "")),
        ("<p id=a>a</p><p id=a>b</p>", ("E861", "a", "")),
        ("<input name=n>", ("W863", "n", "")),
        ("<label for=other>a</label><select id=n></select>", ("W863", "n", "")),
        ("<textarea name=n></textarea>", ("W863", "n", "")),
    ],
)
def test_what_is_wrong_is_told(body: str, fault: tuple[str, str, str]) -> None:
    assert wrong(body) == [fault]


@pytest.mark.parametrize(
    "body",
    [
        "<p>a<p>b<ul><li>c<li>d</ul>",
        "<table><tr><td>a<td>b<tr><th>c</table>",
        "<dl><dt>a<dd><p>b<dt>c</dl>",
        "<select aria-label=a><option>b<option>c</select>",
        "<img src=a alt=''><br/><hr><input type=hidden name=a><input type=submit>",
        "<svg viewBox='0 0 1 1'><path d='M0'/><g><title>a</title><circle r='1'/></g></svg>",
        "<script>if (a < b) document.write('</p><div>')</script><style>a > b { color: red }</style>",
        "<!-- <div> <p id=x> --><p id=x>a</p>",
        "<a href='/' title='a > b'>c</a><p data-x=\"<div>\">d</p>",
        "<textarea aria-label=a><div></textarea>",
        "<label>a <input name=b></label><label for=c>d</label><input id=c>",
        "<template><h2></h2><a></a><p id=y></p></template><p id=y>a</p>",
        "<object><p>a<table><tr><td><p>b</td></tr></table></object>",
        "<DIV>a</div><P>b</P>",
        "<svg><style><![CDATA[ a > b { color: red } ]]></style><![CDATA[ a > b <c> ]]><g/></svg>",
        "<title-card><p>a</p></title-card>",
        "<svg><style/><SCRIPT src=a /><title/><g><path/></g></svg><p>a</p>",
        "<script src=a /><p></div></script><p>b</p>",
        "<div hidden><ul><li><ul><li>a</li></ul></li></ul></div>",
    ],
)
def test_what_only_looks_wrong_is_not(body: str) -> None:
    assert wrong(body) == []


def test_names_are_those_that_are_heard() -> None:
    facts = facts_of(
        PAGE.format(
            '<h2>Uno <em>due</em></h2><a href="/a?b&amp;c">Tre<br> &egrave;</a><a href=/b aria-label=Quattro>5</a>'
            "<a href=/c><img src=x alt=Sei></a><a href=/d title=Sette></a><a name=otto></a><a href=/e><svg><title>Nove</title></svg></a>"
        )
    )
    assert facts.title == "A & B"
    assert facts.language == "it"
    assert [(each.level, each.text) for each in facts.headings] == [(2, "Uno due")]
    names = {each.href: each.text for each in facts.links}
    assert names == {"/a?b&c": "Tre è", "/b": "Quattro", "/c": "Sei", "/d": "Sette", "/e": "Nove"}
    assert "otto" in facts.ids


def test_who_listens_hears_labels_and_nothing_hidden() -> None:
    facts = facts_of(
        PAGE.format(
            "<a href=/a><svg role=img aria-label=Uno></svg></a><a href=/b aria-labelledby=due></a><a href=/c><img alt='' title=Tre></a>"
            "<a href=/d><i aria-label=Quattro></i></a><a href=/e hidden></a><div aria-hidden=true><br><a href=/f></a></div><a href=/g></a>"
            "<p hidden>x<p><a href=/h></a><h2 aria-label=Cinque></h2><h3 hidden></h3><h2></h2><title-card><a href=/i>Sei</a></title-card>"
        )
    )
    names = {each.href: each.text for each in facts.links if each.is_heard}
    assert names == {"/a": "Uno", "/b": "due", "/c": "Tre", "/d": "Quattro", "/g": "", "/h": "", "/i": "Sei"}
    assert {each.href for each in facts.links} - names.keys() == {"/e", "/f"}
    assert [(each.level, each.text) for each in facts.headings] == [(2, "Cinque"), (2, "")]


def test_words_of_another_language_are_told_but_where_they_are_said_to_be() -> None:
    page = PAGE.format(
        "<p>Read next</p><p lang=en>Read next</p><blockquote lang=en><p>Read next</p></blockquote><p>Read</p>"
    )
    faults = facts_of(page, frozenset(("Read next",))).faults
    assert [(each.code, each.text, page[each.at :][:9]) for each in faults] == [("W869", "Read next", "Read next")]
    assert page.index("Read next") == faults[0].at


ELEMENTS = st.recursive(
    st.sampled_from(["a", "&lt;", "<br>", "<img src='x' alt='y'>"]),
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
                            st.sampled_from(["div", "section", "em", "span", "strong", "article"]), st.lists(inner, max_size=4)),
    max_leaves=12,
)  # fmt: skip


@given(ELEMENTS)
def test_what_closes_nests(body: str) -> None:
    assert wrong(f"<div>{body}</div>") == []


@given(st.text("<>/='\"& abdivpl!-\n", max_size=60))
def test_no_text_is_too_broken_to_be_read(text: str) -> None:
    assert facts_of(text).is_page is False
    facts_of(PAGE.format(text))


@pytest.mark.parametrize(
    "piece",
    [
        '<a "',
        "<a '",
        "<div>",
        "<p>",
        "<a href=x>",
        "<h2>",
        "<!--",
        "<title>",
        "<p id=",
        "</p>",
        "<li>",
        "<a",
        "<",
        "<style>a{",
    ],
)
def test_pages_of_nothing_but_beginnings_are_read_in_one_go(piece: str) -> None:
    """200 KB of each; what would be looked at again and again would not end."""
    assert facts_of(piece * (200_000 // len(piece))).is_page is False
    assert list(unreadable_rules(piece * (200_000 // len(piece)))) == []


def test_elements_without_an_end_are_known() -> None:
    assert wrong("".join(f"<{tag} alt='' aria-label=a>" for tag in sorted(VOID - {"base"}))) == []


@pytest.mark.parametrize(
    ("style", "pair"),
    [
        ("color: #999; background: #fff", ("#999", "#fff")),
        ("background-color:white;color:rgb(200, 200, 200)", ("rgb(200, 200, 200)", "white")),
        ("color: #767676; background: #fff", None),
        ("color: #8a8a8a; background: #fff; font-size: 24px", None),
        ("color: #8a8a8a; background: #fff; font-size: 18.66px; font-weight: bold", None),
        ("color: #8a8a8a; background: #fff; font-size: 18px; font-weight: bold", ("#8a8a8a", "#fff")),
        ("color: #8a8a8a; background: #fff; font-size: 1.2.3px", ("#8a8a8a", "#fff")),
        ("color: #999", None),
        ("background: url(a.png); color: #999", None),
        ("color: var(--ink); background: #fff", None),
        ("color: #0000; background: #000", None),
    ],
)
def test_colours_by_hand(style: str, pair: tuple[str, str] | None) -> None:
    found = unreadable_in(style)
    assert (found and found[:2]) == pair


def test_a_contrast_that_does_not_do_is_not_told_as_one_that_does() -> None:
    found = unreadable_in("color: #777; background: #fff")
    assert (found and found.ratio) == "4.4"


def test_rules_of_a_stylesheet_that_cannot_be_read() -> None:
    css = "/* .x { color: #eee; background: #fff } */\n.a { color: #000; background: #fff }\n@media print {\n  .b {\n color: #eee; background: #fff }\n}"
    assert [css[at : at + 2] for at, _ in unreadable_rules(css)] == [".b"]


@pytest.mark.parametrize(
    ("data", "causes"),
    [
        ({"@context": "https://schema.org", "@type": "Event", "name": "a", "startDate": "b", "location": "c"}, []),
        ({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "@id": "x"}, {"@id": "x"}]}, []),
        ({"@context": "https://schema.org", "@type": "Thing", "offers": {"price": 1}}, ["data.type"]),
        ({"@context": "https://schema.org", "@type": "FAQPage", "image": "a"}, ["data.lacks"]),
        ({"@type": "Thing"}, ["data.context"]),
        (["a"], ["data.type"]),
    ],
)
def test_linked_data(data: object, causes: list[str]) -> None:
    assert [each.cause for each in faults_in(json.dumps(data))] == causes


def test_what_no_file_can_hold_is_told_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    for data in ('{"@context": "https://schema.org", "\\ud800": 1}', '"\\ud800"'):
        file.write_text(PAGE.format(f'<script type="application/ld+json">{data}</script>'))
        (facts,) = pages.read_pages({OutputPath("a.html"): file}, frozenset(), tmp_path / "kept", 1).values()
        assert [(each.cause, each.text[-1]) for each in facts.faults] == [("data.type", "?")]


def test_a_page_that_is_known_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE.format("<h2>a</h2>"))
    files = {OutputPath("a.html"): file}
    first = pages.read_pages(files, frozenset(), tmp_path / "kept", 1)
    monkeypatch.setattr(pages, "facts_of", lambda *_: Facts(title="read again"))
    assert pages.read_pages(files, frozenset(), tmp_path / "kept", 1) == first
    file.write_text("another")
    assert pages.read_pages(files, frozenset(), tmp_path / "kept", 1)[OutputPath("a.html")].title == "read again"


def test_several_processes_read_what_one_would(tmp_path: Path) -> None:
    files = {OutputPath(f"{number}.html"): tmp_path / f"{number}.html" for number in range(pages.FEW)}
    for path, file in files.items():
        file.write_text(PAGE.format(f"<h2 id=a>{path}</h2>"))
    many = pages.read_pages(files, frozenset(), tmp_path / "many", 2)
    assert many == pages.read_pages(files, frozenset(), tmp_path / "one", 1)
    assert many[OutputPath("7.html")].headings[0].text == "7.html"
