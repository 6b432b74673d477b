"""Social cards: what a page is shared with that has no picture of its own."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kit import BLOG, SiteCase, tree
from pictures import picture as picture_of
from PIL import Image

from sitegen.render.draw import Undrawable, paint
from sitegen.render.setting import ELLIPSIS, Box, beginning, set_text

SITE = "https://www.example.it/"
BOX = Box(width=400, height=200, size=80, least=40, leading=1.0)


@pytest.fixture
def blog(tmp_path: Path) -> SiteCase:
    return SiteCase(tmp_path / "site").write(BLOG).edit("content/site.yaml", "cards: no\n", "").build()


def meta(site: SiteCase, path: str) -> dict[str, str]:
    html = (site.output / path).read_text(encoding="utf-8")
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="(.*?)">', html))


def card_of(site: SiteCase, path: str) -> Path:
    address = meta(site, path)["og:image"]
    assert re.fullmatch(rf"{SITE}{path.removesuffix('index.html')}card\.\w{{8}}\.png", address)
    return site.output / address.removeprefix(SITE)


def test_every_page_without_a_picture_has_a_card_of_the_right_size(blog: SiteCase) -> None:
    files = tree(blog.output)
    pages = [path for path in files if path.endswith("index.html") and b'content="noindex"' not in files[path]]
    assert len(pages) > 8
    for path in pages:
        card, said = card_of(blog, path), meta(blog, path)
        with Image.open(card) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert card.stat().st_size < 50_000
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["og:image:alt"]
        assert said["twitter:card"] == "summary_large_image"


def test_a_picture_of_its_own_is_shared_in_place_of_a_card_but_for_a_drawing(blog: SiteCase) -> None:
    blog.file("content/posts/foto.png", picture_of(1200, 800, "PNG"))
    blog.file("content/posts/segno.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>')
    for name, cover in (("uno", "foto.png"), ("due", "segno.svg")):
        blog.edit(f"content/posts/{name}.md", "date:", f"cover: {{src: {cover}, alt: Foto}}\ndate:")
    blog.file("content/posts/altra.png", picture_of(900, 600, "PNG"))
    blog.edit("content/posts/tre.md", "date:", "cover: {src: foto.png, alt: Foto}\nseo: {image: altra.png}\ndate:")
    blog.build()
    assert "foto" in meta(blog, "blog/uno/index.html")["og:image"]
    assert meta(blog, "blog/uno/index.html")["og:image:alt"] == "Foto"
    assert "altra" in meta(blog, "blog/tre/index.html")["og:image"]
    assert "og:image:alt" not in meta(blog, "blog/tre/index.html"), "they are the words of another picture"
    assert card_of(blog, "blog/due/index.html").exists()


def test_a_page_without_a_text_is_described_by_names_of_its_own(blog: SiteCase) -> None:
    blog.edit("content/site.yaml", "author:", "cards: no\ndescription: Un sito.\nauthor:")
    blog.file("content/posts/foto.png", picture_of(120, 80, "PNG"))
    blog.file(
        "content/posts/foto.md",
        "---\ntitle: Solo foto\ndate: 2026-01-05\ncategory: Cose/Viste\n---\n![Una via](foto.png)\n",
    )
    blog.file(
        "content/pages/prezzi.md",
        "---\ntitle: Prezzi\nsections: [{type: blog, title: Letture}, {type: voices, title: Voci}]\n---\n",
    )
    blog.file("content/pages/vuota.md", "---\ntitle: Vuota\n---\n").build()
    pages = {"blog/foto": "Solo foto: Viste", "prezzi": "Prezzi: Letture · Voci", "vuota": "Vuota"}
    assert {page: meta(blog, f"{page}/index.html")["og:description"] for page in pages} == pages


def test_a_page_that_is_not_to_be_found_has_none_nor_has_a_site_that_wants_none(blog: SiteCase) -> None:
    blog.edit("content/pages/io.md", "title: Io", "title: Io\nseo: {noindex: true}").build()
    assert "og:image" not in meta(blog, "io/index.html")
    blog.edit("content/site.yaml", "author:", "cards: no\nauthor:").build()
    assert "og:image" not in meta(blog, "blog/uno/index.html")
    assert not list(blog.output.rglob("card.*"))


def test_a_card_is_drawn_anew_only_where_its_words_change(blog: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    before = card_of(blog, "blog/uno/index.html")
    assert [path for path in blog.rendered() if path.endswith(".png")]
    blog.edit("content/posts/uno.md", "Testo di uno.", "Altro testo.").build()
    assert not [path for path in blog.rendered() if path.endswith(".png")]
    blog.edit("content/posts/uno.md", "title: Uno", "title: Un altro").build()
    after = card_of(blog, "blog/uno/index.html")
    assert [path for path in blog.rendered() if path.endswith(".png")] == [after.relative_to(blog.output).as_posix()]
    assert not before.exists()
    with monkeypatch.context() as patch:  # what was drawn once is kept besides the output
        patch.setattr("sitegen.render.draw.draw", None)
        blog.remove(f"output/{after.relative_to(blog.output)}").build()
    assert after.exists()


def test_another_sitegen_draws_the_cards_anew(blog: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    path = card_of(blog, "blog/uno/index.html").relative_to(blog.output).as_posix()
    monkeypatch.setattr("sitegen.render.pictures.engine_digest", lambda: "another")
    assert path in blog.build().rendered()


def test_the_brand_and_the_template_change_the_card(blog: SiteCase) -> None:
    first = card_of(blog, "blog/uno/index.html")
    data = first.read_bytes()
    blog.edit("content/site.yaml", "author:", 'brand: {color: "#00695c"}\nauthor:').build()
    second = card_of(blog, "blog/uno/index.html")
    assert (second.name, second.read_bytes()) != (first.name, data)
    blog.edit("content/site.yaml", "author:", "theme: mio\nauthor:").write(
        "-- themes/mio/theme.yaml --\nname: mio\nparent: base\n"
        '-- themes/mio/templates/card.svg --\n<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">'
        '<path d="M0 0h1200v630H0z" fill="#ff0000"/></svg>'
    ).build()
    with Image.open(card_of(blog, "blog/uno/index.html")) as picture:
        assert picture.convert("RGB").getpixel((600, 300)) == (255, 0, 0)


TITLES = {
    "accents": "Perché è così difficile delegare? Città, università e virtù",
    "emoji": "Emoji 🎉🚀 nel titolo 👩‍💻 🇮🇹 ❤️",
    "a long word": "Precipitevolissimevolmente" * 4,
    "a very long title": "Un titolo che non finisce mai " * 20,
    "an address": "https://www.example.it/una/cartella/molto-lunga/con-un-nome/che-non-finisce/index.html?domanda=1",
    "other letters": "Čeština, Łódź, Ştefan, Αθήνα, Москва",
    "no letters that a font has": "日本語のタイトル",
    "signs of HTML": "<b>5 % & più</b> \"C++/C#\"",
    "one letter": "È",
    "capitals": "IL TITOLO TUTTO MAIUSCOLO DI UN ARTICOLO SULLA PRECIPITEVOLISSIMEVOLMENTE ORGANIZZATA",
}  # fmt: skip


@pytest.mark.parametrize("theme", ["base", "agenda", "taccuino", "biglietto"])
def test_no_title_leaves_its_card_or_stays_away(tmp_path: Path, theme: str) -> None:
    """Where the ground is plain around the text, ink shows where text is: none at the card's edges, some in its middle."""
    site = SiteCase(tmp_path / "site").write(BLOG).edit("content/site.yaml", "cards: no", f"theme: {theme}")
    for number, title in enumerate(TITLES.values()):
        quoted = title.replace("\\", "\\\\").replace('"', '\\"')
        site.file(f"content/posts/t{number}.md", f'---\ntitle: "{quoted}"\ndate: 2026-02-01\n---\nTesto.\n')
    site.build()
    pictures = []
    for number in range(len(TITLES)):
        with Image.open(card_of(site, f"blog/t{number}/index.html")) as picture:
            pictures.append(picture.convert("L"))
    right = {"agenda": 812}.get(theme, 1132)
    for picture in pictures:
        ground = picture.getpixel((60, 300))
        for box in ((36, 140, 70, 490), (right, 140, right + 20, 490)):
            low, high = picture.crop(box).getextrema()
            assert abs(low - ground) < 12, box
            assert abs(high - ground) < 12, box
        low, _ = picture.crop((70, 140, right, 490)).getextrema()
        assert low < ground - 100
    assert len({picture.tobytes() for picture in pictures}) == len(pictures)


DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h400v200H0z" fill="var(--paper)"/>'
    '<foreignObject x="20" y="20" width="360" height="160" font-size="60" fill="var(--ink)">{}</foreignObject></svg>'
)
FONTS = {
    "text": [path.read_bytes() for path in sorted((Path(__file__).parent.parent / "themes/base/card").glob("*.woff2"))]
}
COLOURS = {"paper": "#ffff00", "ink": "#0000ff"}


def drawn(svg: str) -> Image.Image:
    return paint(svg, (400, 200), COLOURS, FONTS)[0]


@pytest.mark.parametrize(("name", "written"), [
    *(("fill", fill) for fill in ("none", "currentColor", "transparent", "oklch(60% 0.1 200)", "#0000ff80", "rgb(999,0,0)", "")),
    *(("x", x) for x in ("inf", "nan", "-1e9", "20px")),
    *((side, length) for side in ("width", "height") for length in ("inf", "nan", "0", "-5", "1e9", "100%")),
    *((size, number) for size in ("font-size", "data-least") for number in ("0", "-5", "30000", "12.5", "nan", "9" * 5000)),
    *(("data-leading", number) for number in ("0", "-1", "nan", "inf", "1e-9", "100")),
    *(("font-weight", weight) for weight in ("nan", "0", "bold")),
    ("text-anchor", "left"), ("data-anchor", "centre"),
])  # fmt: skip
def test_a_measure_or_a_colour_that_cannot_be_used_is_told(name: str, written: str) -> None:
    svg = re.sub(rf' {name}="[^"]*"(?=[^<]*</foreignObject>)', "", DRAWN).replace(">{}", f' {name}="{written}">Titolo')
    with pytest.raises(Undrawable) as told:
        drawn(svg)
    assert (told.value.cause, told.value.reported) == ("card.box", f'{name}="{written[:40]}"')


@pytest.mark.parametrize(("name", "written"), [
    ("font-size", "1000"), ("font-size", "1"), ("data-leading", "0.1"), ("width", "10000"), ("fill", "rgb(1, 2, 3)"), ("fill", " navy "),
])  # fmt: skip
def test_the_outermost_measures_can_be_drawn(name: str, written: str) -> None:
    svg = re.sub(rf' {name}="[^"]*"(?=[^<]*</foreignObject>)', "", DRAWN)
    drawn(svg.replace(">{}", f' {name}="{written}">' + "Titolo " * 50))


def test_words_that_look_like_a_colour_stay_words() -> None:
    one, other = (drawn(DRAWN.format(text)) for text in ("var(--ink)", "#0000ff"))
    assert one.tobytes() != other.tobytes()
    assert one.tobytes() == drawn(DRAWN.format("var&#40;--ink)")).tobytes()


def test_an_empty_box_leaves_the_next_one_its_text_and_a_comment_is_no_text() -> None:
    empty = '<foreignObject x="1" y="1" width="9" height="9"/><!-- <text/> <foreignObject>a</foreignObject> -->'
    assert drawn(DRAWN.format("Uno")).tobytes() == drawn(DRAWN.format("Uno").replace("<fo", f"{empty}<fo")).tobytes()


def test_the_text_of_svg_itself_is_told_as_it_would_not_be_drawn() -> None:
    with pytest.raises(Undrawable, match="text"):
        drawn(DRAWN.replace("<foreign", '<text x="9" y="9">Uno</text><foreign'))


def measured(text: str) -> float:
    return len(text) * 0.5


@pytest.mark.parametrize(("text", "size", "lines"), [
    ("due parole", 80, ["due parole"]),
    ("una riga non basta", 80, ["una riga", "non basta"]),
    ("parole su righe che restano tutte uguali", 52, ["parole su righe", "che restano", "tutte uguali"]),
    ("con\N{NO-BREAK SPACE}no, insieme", 80, ["con\N{NO-BREAK SPACE}no,", "insieme"]),
    ("una parola lunghissimissimissimamente", 40, ["una parola", "lunghissimissimissi-", "mamente"]),
    ("a/unapartelunga/unaltrapartelunga/b", 40, ["a/unapartelunga/", "unaltrapartelunga/b"]),
    ("parola " * 30, 40, ["parola parola parola"] * 4 + ["parola parola" + ELLIPSIS]),
])  # fmt: skip
def test_a_text_is_set_as_large_as_it_can_be_and_cut_only_behind_a_word(text: str, size: int, lines: list[str]) -> None:
    chosen, found = set_text(text, BOX, measured)
    assert chosen == size
    assert len(found) <= BOX.lines(chosen)
    assert all(measured(line) * chosen <= BOX.width for line in found)
    assert found == lines


@example(text="aa a", letters=2, rows=1, times=1)
@given(st.text("abè-/. ", max_size=40), st.integers(2, 20), st.integers(1, 3), st.integers(1, 2))
def test_no_line_is_wider_than_the_room_and_nothing_is_lost_but_behind_an_ellipsis(
    text: str, letters: int, rows: int, times: int
) -> None:
    """A room of so many letters of the least size, in which they are half as wide as high."""
    width, height = letters * 5, rows * 10
    size, lines = set_text(text, Box(width, height, 10 * times, 10, 1.0), measured)
    assert all(measured(line) * size <= width for line in lines)
    assert len(lines) <= rows
    shown, whole = ("".join(re.findall(r"[abè]", each)) for each in ("".join(lines), text))
    assert whole.startswith(shown) if "".join(lines).endswith(ELLIPSIS) else whole == shown


def test_one_sign_is_shown_also_where_it_finds_no_room() -> None:
    assert set_text("ab", Box(4, 30, 10, 10, 1.0), measured) == (10, ["a", "b"])


def test_a_text_that_no_picture_can_hold_ends_behind_a_word() -> None:
    assert beginning("parola " * 143) == ("parola " * 142).strip() + ELLIPSIS
    assert beginning("a" * 1000) == "a" * 1000


def test_a_card_bears_no_note(blog: SiteCase) -> None:
    data = card_of(blog, "blog/uno/index.html").read_bytes()
    kinds, at = [], 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        kinds.append(kind)
        at += length + 12
    assert set(kinds) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
