"""The site that comes with sitegen: complete, without a warning, and with every link alive."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from kit import NOW, PageReader
from structured import faults, of_type
from syndication import entries_of, map_of

from sitegen.build import Outcome, build
from sitegen.model.states import Options

ROOT = Path(__file__).parent.parent
HOST = "https://www.orelibere.example"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own") / "output"


@pytest.fixture(scope="module")
def outcome(output: Path) -> Outcome:
    return build(ROOT, output, Options(NOW + timedelta(days=30)))  # after the last of its updates


@pytest.fixture(scope="module")
def pages(outcome: Outcome, output: Path) -> dict[str, PageReader]:
    """The pages by address, without those that only lead from an old address to the new one."""
    found = {}
    for path in sorted(output.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            found["/" + path.relative_to(output).as_posix().removesuffix("index.html")] = PageReader(html)
    return found


def test_it_builds_without_a_single_problem(outcome: Outcome) -> None:
    assert not outcome.failed
    assert outcome.problems == ()


def test_every_link_image_and_anchor_leads_somewhere(pages: dict[str, PageReader], output: Path) -> None:
    ids = {address: {values["id"] for _, values in page.elements if "id" in values} for address, page in pages.items()}
    dead = []
    for address, page in pages.items():
        written = [values.get(name, "") for _, values in page.elements for name in ("href", "src")]
        for href in filter(None, written):
            parts = urlsplit(href.removeprefix(HOST))
            if parts.scheme or href.startswith("//"):
                continue
            path = unquote(parts.path) or address
            if path in ids:
                if parts.fragment and unquote(parts.fragment) not in ids[path]:
                    dead.append((address, href))
            elif not (output / path.lstrip("/")).is_file():
                dead.append((address, href))
    assert not dead


def test_no_page_asks_a_third_party_for_anything(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        for tag, values in page.elements:
            for name in ("src", "srcset", "poster", "data"):
                assert not re.match(r"(https?:)?//", values.get(name, "")), (address, tag, values)
            if tag == "link" and values.get("rel") not in ("canonical", "prev", "next", "alternate"):
                assert values["href"].startswith("/"), (address, values)
        scripts = [each for each in page.attributes("script") if each.get("type") != "application/ld+json"]
        assert len(scripts) == (address == "/cerca/"), address
        assert all(re.fullmatch(r"/assets/search\.\w+\.js", each["src"]) for each in scripts), scripts
        assert " style=" not in page.html


def test_its_feeds_and_its_sitemap_are_right_for_those_who_read_them(outcome: Outcome, output: Path) -> None:
    feeds = sorted(output.rglob("feed.*"))
    assert len(feeds) == 3 * 9  # the blog, seven categories, an author
    for feed in feeds:
        address = f"{HOST}/{feed.relative_to(output).as_posix()}"
        assert entries_of(feed, address)
    pages = map_of(output / "sitemap.xml")
    assert {f"{HOST}/", f"{HOST}/blog/", f"{HOST}/servizi/"} <= pages.keys()
    assert not [
        address for address in pages if not (output / unquote(urlsplit(address).path)[1:] / "index.html").is_file()
    ]


def test_each_page_has_one_title_one_heading_and_a_description(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        assert 'lang="it"' in page.html[:100], address
        assert [level for level, _ in page.headings].count(1) == 1, address
        levels = [level for level, _ in page.headings]
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), (
            address,
            page.headings,
        )
        assert page.meta("description"), address
    for said in ([page.title for page in pages.values()], [page.meta("description") for page in pages.values()]):
        assert not [each for each, count in Counter(said).items() if count > 1]


def test_every_page_says_to_machines_what_it_shows(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        if address != "/404.html":
            assert faults(page.html, f"{HOST}/") == [], address
    home, about = pages["/"].html, pages["/chi-sono/"].html
    assert of_type(home, "ProfessionalService")[0]["openingHoursSpecification"]
    assert of_type(home, "Person") == of_type(about, "Person")
    assert "AggregateRating" not in "".join(page.html for page in pages.values())


def test_every_image_has_an_alternative_text(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        assert all("alt" in image for image in page.images), address


def test_the_law_is_kept(pages: dict[str, PageReader]) -> None:
    home = pages["/"].text
    assert re.search(r"P\. ?IVA ?\d{11}", home.replace("\N{NO-BREAK SPACE}", " "))
    assert "legge n." in home
    for address in ("/privacy/", "/cookie/", "/note-legali/"):
        assert address in pages
        assert address in pages["/"].hrefs()
    for page in pages.values():
        for box in page.attributes("input", type="checkbox"):
            assert "checked" not in box or "disabled" in box


def test_testimonials_say_that_they_are_samples(pages: dict[str, PageReader]) -> None:
    quotes = len(pages["/testimonianze/"].attributes("blockquote"))
    assert quotes >= 6
    assert pages["/testimonianze/"].text.casefold().count("testimonianza di esempio") >= quotes


def test_it_is_a_real_site(outcome: Outcome, pages: dict[str, PageReader]) -> None:
    assert outcome.site
    posts = outcome.site.of("posts")
    assert len(posts) >= 8
    assert [(post.id, post.body.words) for post in posts if not 600 <= post.body.words <= 1000] == []
    assert len(outcome.site.of("services")) >= 6
    for address in (
        "/prezzi/",
        "/come-lavoro/",
        "/chi-sono/",
        "/contatti/",
        "/domande-frequenti/",
        "/404.html",
        "/grazie/",
    ):
        assert address in pages
    assert pages["/grazie/"].meta("robots") == "noindex"


def test_no_english_word_is_left_in_the_interface(pages: dict[str, PageReader]) -> None:
    english = r"\b(read more|comments?|leave a reply|reply|previous|next|tags?|categor(y|ies)|author|share|search|top|by|home page|posted on)\b"
    for address, page in pages.items():
        words = re.sub(r"(?i)\btag\b", "", page.text)
        assert not re.search(english, words, re.IGNORECASE), (address, re.search(english, words, re.IGNORECASE))
