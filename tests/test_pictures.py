"""Pictures as they come from phones and programs: visitors get them small, upright, and with nothing that is nobody's business."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import NOW, SiteCase, command, tree
from pictures import (  # fmt: skip
    CAMERA,
    NOTED,
    XMP,
    animation,
    blank,
    in_other_colours,
    moving,
    notes,
    of_a_phone_that_films,
    phone_photo,
    photo,
    picture,
)
from PIL import Image, ImageDraw, ImageSequence

from sitegen import engine
from sitegen.build import build
from sitegen.model.states import Options
from sitegen.parse.pictures import facts_of
from sitegen.plan.outputs import Spec
from sitegen.render.bare import Unknown, bare
from sitegen.render.encode import encode

POST = "---\ntitle: Agenda\ndate: 2026-01-14\n{}---\n{}\n"


NAMED = """
from sitegen.parse.pictures import Facts
from sitegen.plan.outputs import Encode
from sitegen.plan.pictures import files_of, offer_of
from sitegen.render.pictures import _key_of
for path, spec in files_of(offer_of("media/a.jpg", Facts(900, 600, "jpeg"), "digest")):
    print(path, _key_of(Encode("content/media/a.jpg", "digest", spec)))
"""
"""Prints the name of each form of a photo, and the key under which it is kept."""


def post(site: SiteCase, body: str = "![La scrivania](foto.jpg)", fields: str = "") -> str:
    """The page of a post with this body."""
    site.file("content/posts/agenda/index.md", POST.format(fields, body)).build()
    return site.read("blog/agenda/index.html")


def media(site: SiteCase) -> dict[str, Image.Image]:
    """The published pictures by name."""
    found = {}
    for path in sorted((site.output / "media").rglob("*.*")):
        with Image.open(path) as made:
            found[path.name] = made.copy()
    return found


def test_a_photo_is_offered_in_several_widths_and_in_newer_formats(site: SiteCase) -> None:
    page = post(site.file("content/posts/agenda/foto.jpg", photo(2400, 1800)))
    sources = re.findall(r'<source type="image/(\w+)" srcset="([^"]+)" sizes="([^"]+)">', page)
    assert [kind for kind, _, _ in sources] == ["avif", "webp"]
    for kind, srcset, sizes in sources:
        assert [each.rpartition(" ")[2] for each in srcset.split(", ")] == ["480w", "800w", "1200w", "1600w"]
        assert sizes.endswith("100vw")
        for each in srcset.split(", "):
            url, width = each.split(" ")
            with Image.open(site.output / url.removeprefix("/")) as made:
                assert made.format == kind.upper()
                assert made.size == (int(width[:-1]), round(int(width[:-1]) * 3 / 4))
    (plain,) = re.findall(r'<img src="(/media/posts/agenda/foto\.1200\.\w+\.jpg)" alt="La scrivania" width="1200" height="900" '
                          r'loading="lazy"></picture>', page)  # fmt: skip
    with Image.open(site.output / plain[1:]) as made:
        assert (made.format, made.size) == ("JPEG", (1200, 900))
    assert not site.has("media/posts/agenda/foto.jpg"), "nobody has asked for the photo as it is"


@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (1000, 750)), (3, (1000, 750)), (6, (750, 1000)), (8, (750, 1000))]
)
def test_a_photo_stands_as_its_phone_was_held(orientation: int, size: tuple[int, int], site: SiteCase) -> None:
    page = post(site.file("content/posts/agenda/foto.jpg", photo(1000, 750, orientation)))
    assert f'width="{size[0]}" height="{size[1]}"' in page
    for name, made in media(site).items():
        wanted = int(name.split(".")[1])
        assert made.size == (wanted, round(wanted * size[1] / size[0])), name


WAYS = {
    "text": "![Qui]({})", "link": "[La foto intera]({})", "html": '<img src="{}" alt="">', "both": '<a href="{0}"><img src="{0}" alt="Qui"></a>',
    "list": '<img src="/disegno.svg" alt="" srcset="{} 2x">', "poster": '<video src="/film.mp4" poster="{}"></video>',
}  # fmt: skip
"""How a text names a picture."""
KINDS = {
    "photo.jpg": photo(160, 120), "turned.jpg": photo(160, 120, 6), "small.jpg": photo(60, 40), "film.jpg": of_a_phone_that_films(),
    "progressive.jpeg": picture(160, 120, exif=notes(), xmp=XMP, comment=CAMERA, progressive=True),
    "a.png": picture(160, 120, "PNG", exif=notes()), "turned.png": picture(90, 60, "PNG", exif=notes(8)),
    "a.webp": picture(160, 120, "WEBP", exif=notes(), xmp=XMP), "a.avif": picture(160, 120, "AVIF", exif=notes(), xmp=XMP),
    "a.heic": phone_photo(160, 120), "small.heic": phone_photo(60, 40, 6), "moves.gif": moving("GIF"), "moves.webp": moving("WEBP"),
    "moves.png": moving("PNG"), "moves.avif": moving("AVIF"),
}  # fmt: skip
"""Pictures that say with what and where they were taken."""


def noted(site: SiteCase) -> list[str]:
    """The files of the output in which that stands, too."""
    files = {path: path.read_bytes() for path in site.output.rglob("*") if path.is_file()}
    return [path.name for path, data in files.items() if any(each in data for each in NOTED)]


def test_where_and_with_what_it_was_taken_is_in_no_file(site: SiteCase) -> None:
    lines = []
    site.file("content/static/disegno.svg", "<svg/>").file("content/static/film.mp4", b"film")
    for way, name in [*product(("text", "link"), KINDS), *((way, "photo.jpg") for way in WAYS)]:
        assert any(each in KINDS[name] for each in NOTED), name
        site.file(f"content/posts/agenda/{way}-{name}", KINDS[name])
        lines.append(WAYS[way].format(f"{way}-{name}"))
    for name in ("cover", "card", "portrait"):
        site.file(f"content/media/{name}.jpg", photo(160, 120))
    site.file("content/authors/lia.md", "---\nname: Lia\nphoto: {src: media/portrait.jpg, alt: Lia}\n---\n")
    site.config("theme: mio\n").file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
    site.file("themes/mio/assets/fondo.jpg", photo(160, 120))
    page = post(site, "\n\n".join(lines),
                "author: lia\ncover: {src: media/cover.jpg, alt: a}\nseo: {image: media/card.jpg}\n")  # fmt: skip
    assert "/media/card." in page
    assert "/media/posts/agenda/text-photo." in site.read("feed.xml")
    assert len(media(site)) > 60
    assert site.has("assets/fondo.jpg")
    assert noted(site) == []
    upright = (image for name, image in media(site).items() if "turned" not in name)
    assert not any(dict(image.getexif()) for image in upright)


def frames(data: bytes) -> list[tuple[int, ...]]:
    with Image.open(BytesIO(data)) as opened:
        return [(*each.size, *each.convert("RGBA").tobytes()) for each in ImageSequence.Iterator(opened)]


def test_a_picture_that_is_published_whole_loses_its_notes_and_nothing_else(site: SiteCase) -> None:
    for name, data in KINDS.items():
        site.file(f"content/posts/agenda/{name}", data)
    post(site, "\n\n".join(f"[{name}]({name})" for name in KINDS))
    for name, data in KINDS.items():
        made = (site.output / "media/posts/agenda" / name.replace("_", "-")).read_bytes()
        assert frames(made) == frames(data), name
        with Image.open(BytesIO(made)) as after, Image.open(BytesIO(data)) as before:
            held = {key: value for key, value in before.getexif().items() if key == 0x0112 and value != 1}
            assert dict(after.getexif()) == held, name


@pytest.mark.parametrize("data", [picture(), picture(60, 40, "PNG"), picture(60, 40, "WEBP"), picture(60, 40, "AVIF"), animation(),
                                  in_other_colours(), b"no picture", b""])  # fmt: skip
def test_a_picture_in_which_nothing_is_noted_is_published_as_it_is(data: bytes) -> None:
    assert bare(data) == data


@given(st.sampled_from(sorted(KINDS)), st.integers(0, 2000), st.binary(max_size=4))
def test_a_picture_that_is_built_in_no_known_way_is_refused_or_still_says_nothing(
    name: str, at: int, torn: bytes
) -> None:
    data = KINDS[name]
    try:
        bare(data[:at] + torn + data[at + len(torn) :])
        bare(data[: len(data) - at])
    except Unknown:
        pass


def test_a_picture_is_never_made_larger(site: SiteCase) -> None:
    page = post(site.file("content/posts/agenda/foto.jpg", photo(700, 500)))
    assert set(re.findall(r"(\d+)w", page)) == {"480", "700"}
    assert {made.size for made in media(site).values()} == {(480, 343), (700, 500)}


def test_a_small_picture_is_shown_as_it_is(site: SiteCase) -> None:
    data = picture(60, 40)
    page = post(site.file("content/posts/agenda/foto.jpg", data))
    assert '<img src="/media/posts/agenda/foto.jpg" alt="La scrivania" width="60" height="40"' in page
    assert "<picture>" not in page
    assert (site.output / "media/posts/agenda/foto.jpg").read_bytes() == data


def test_another_process_makes_the_same_forms(site: SiteCase) -> None:
    """What the tests of one process take for granted: it makes each form once."""
    for name, data in (
        ("a.jpg", photo(500, 375)),
        ("b.png", picture(500, 375, "PNG", "RGBA")),
        ("c.heic", phone_photo(500, 375)),
    ):
        site.file(f"content/posts/agenda/{name}", data)
    post(site, "![a](a.jpg) ![b](b.png) ![c](c.heic)")
    said = command("build", "--clean", "--output", "altrove", "--now", "2026-11-23", cwd=site.root)
    assert said.returncode == 0, said.stderr
    assert tree(site.root / "altrove/media") == tree(site.output / "media")
    assert len(media(site)) > 6


def test_a_form_that_would_only_be_larger_is_the_picture_itself() -> None:
    data = picture(600, 400, quality=30)
    spec = Spec(600, 400, "jpeg")
    assert encode(data, [spec, Spec(300, 200, "jpeg")])[spec] == data
    assert encode(picture(600, 400, quality=30, exif=notes()), [spec])[spec] != data


def test_letters_on_paper_stay_sharp_and_no_form_for_all_browsers_is_larger_than_their_file(site: SiteCase) -> None:
    page = Image.new("RGB", (900, 600), "white")
    pen = ImageDraw.Draw(page)
    for line in range(40):
        pen.text((10, 15 * line), "Riunioni, viaggi e scadenze da ricordare " * 4, fill="black")
    file = BytesIO()
    page.save(file, "PNG", optimize=True)
    html = post(site.file("content/posts/agenda/foto.png", file.getvalue()), "![Qui](foto.png)")
    (plain,) = re.findall(r'<img src="/(media/posts/agenda/foto\.900\.\w+\.png)"', html)
    assert (site.output / plain).read_bytes() == file.getvalue()
    (webp,) = (site.output / "media/posts/agenda").glob("foto.900.*.webp")
    assert webp.stat().st_size < len(file.getvalue())
    assert frames(webp.read_bytes()) == frames(file.getvalue()), "to the pixel"


@pytest.mark.parametrize(("name", "data", "page"), [
    ("animata.gif", animation(), 'src="/media/posts/agenda/animata.gif" alt="a" width="120" height="80"'),
    ("disegno.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"/>', 'disegno.svg" alt="a" width="640" height="400"'),
    ("libero.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', 'libero.svg" alt="a" loading="lazy"'),
])  # fmt: skip
def test_what_moves_and_what_is_drawn_stays_as_it_is(name: str, data: bytes, page: str, site: SiteCase) -> None:
    assert page in post(site.file(f"content/posts/agenda/{name}", data), f"![a]({name})")
    assert (site.output / f"media/posts/agenda/{name}").read_bytes() == data


@pytest.mark.parametrize(("name", "data"), [
    ("cmyk.jpg", picture(900, 600, mode="CMYK")), ("grigia.jpg", picture(900, 600, mode="L")),
    ("profonda.png", picture(900, 600, "PNG", "I;16")), ("tavolozza.png", picture(900, 600, "PNG", "P")),
    ("nera.bmp", picture(900, 600, "BMP")), ("chiara.png", picture(900, 600, "PNG", "RGBA")),
])  # fmt: skip
def test_pictures_of_other_programs_are_read(name: str, data: bytes, site: SiteCase) -> None:
    post(site.file(f"content/posts/agenda/{name}", data), f"![a]({name})")
    made = media(site)
    assert len(made) == 7
    for each, shown in made.items():
        assert shown.mode == ("RGBA" if name == "chiara.png" else "RGB") or shown.mode == "L", each
        assert shown.getextrema()[0] not in ((0, 0), (255, 255)), f"{each} is all black or white"


def test_sixteen_bits_become_eight_of_the_same_light() -> None:
    wide = Image.new("I;16", (600, 400), 32896)
    file = BytesIO()
    wide.save(file, "PNG")
    (form,) = encode(file.getvalue(), [Spec(600, 400, "png")]).values()
    with Image.open(BytesIO(form)) as made:
        assert made.getpixel((5, 5)) in (128, (128, 128, 128))


def test_colours_of_a_profile_become_those_of_the_web() -> None:
    (form,) = encode(in_other_colours(), [Spec(600, 400, "png")]).values()
    with Image.open(BytesIO(form)) as made:
        assert "icc_profile" not in made.info
        red, green, blue = made.getpixel((300, 200))
        assert blue > 200
        assert max(red, green) < 60


def test_a_picture_of_front_matter_is_offered_too_and_comes_first(site: SiteCase) -> None:
    site.file("content/posts/agenda/foto.jpg", photo(1000, 750))
    page = post(site, "Testo.", "cover: {src: foto.jpg, alt: La scrivania, caption: Al mattino}\n")
    (cover,) = re.findall(r'<figure class="article-cover">.*?</figure>', page, re.DOTALL)
    assert cover.count("<source") == 2
    assert 'fetchpriority="high"' in cover
    assert 'loading="lazy"' not in cover
    assert "Al mattino" in cover
    assert re.search(
        r'<meta property="og:image" content="https://www.example.it/media/posts/agenda/foto\.1000\.\w+\.jpg">', page
    )


def test_what_its_writer_has_said_of_it_is_kept(site: SiteCase) -> None:
    site.file("content/posts/agenda/foto.jpg", photo()).file("content/posts/agenda/altra.jpg", photo(500, 400))
    page = post(
        site, '![a](foto.jpg "Una didascalia"){.wide width=300}\n\n<img src="altra.jpg" srcset="foto.jpg 2x" alt="b">'
    )
    assert re.search(r'<figure class="wide"><picture>.*<img src="[^"]+" alt="a" [^>]*loading="lazy" width="300"></picture>'
                     r"<figcaption>Una didascalia</figcaption></figure>", page)  # fmt: skip
    assert re.search(r'<img src="[^"]*altra[^"]*" alt="b"[^>]* srcset="/media/posts/agenda/foto.jpg 2x">', page)
    assert page.count("<picture>") == 1
    page = post(site, '<picture><source srcset="altra.jpg"><img src="foto.jpg" alt="a" loading="eager"></picture>\n\n'
                      '<img src="foto.jpg" alt="b" loading="eager">')  # fmt: skip
    assert page.count("<picture>") == 2, "one is the writer's own, in which none of ours lies"


def test_feeds_have_the_form_that_all_readers_show(site: SiteCase) -> None:
    post(site.file("content/posts/agenda/foto.jpg", photo()))
    feed = site.read("feed.xml")
    assert re.search(r"https://www\.example\.it/media/posts/agenda/foto\.1000\.\w+\.jpg", feed)
    assert "&lt;source" not in feed


def test_how_far_the_encoding_is_can_be_told(site: SiteCase) -> None:
    for number in range(3):
        site.file(f"content/posts/agenda/{number}.jpg", photo(160, 120 + number))
    post(site, "\n\n".join(f"![A]({number}.jpg)" for number in range(3)))
    told: list[tuple[int, int]] = []
    build(site.root, site.root / "new", Options(NOW), progress=lambda key, *far: told.append(far) if key == "encode" else None, clean=True)  # fmt: skip
    assert len(told) == told[0][1] >= 3
    assert [done for done, _ in told] == list(range(1, len(told) + 1))


def test_forms_are_made_once(site: SiteCase) -> None:
    post(site.file("content/posts/agenda/foto.jpg", photo()))
    made = len(media(site))
    assert sum(path.startswith("media/") for path in site.outcome.rendered) == made
    site.build()
    assert not site.outcome.rendered
    site.edit("content/posts/agenda/index.md", "La scrivania", "La mia scrivania").build()
    assert not any(path.startswith("media/") for path in site.outcome.rendered)
    for path in (site.output / "media").rglob("*.avif"):
        path.unlink()
    site.build()
    assert site.outcome.changes.created
    assert not site.outcome.rendered, "they were still at hand"
    site.file("content/posts/agenda/foto.jpg", photo(1000, 700)).build()
    assert sum(path.startswith("media/") for path in site.outcome.rendered) == made
    assert len(list((site.root / ".sitegen/pictures").iterdir())) == made, "those of the old photo are forgotten"


def test_a_build_in_which_nothing_has_changed_opens_no_picture(site: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10**11)  # what was written a moment ago is looked at again
    site.file("content/posts/agenda/small.png", picture(60, 40, "PNG"))
    post(site.file("content/posts/agenda/foto.jpg", photo()), "![a](foto.jpg) ![b](small.png) [c](foto.jpg)")
    opened: list[str] = []
    listening = [opened]
    sys.addaudithook(lambda event, what: [each.append(str(what[0])) for each in listening] if event == "open" else None)
    site.build()
    listening.clear()
    assert any(".sitegen" in path for path in opened), "what is opened is heard of"
    assert not [path for path in opened if path.endswith((".jpg", ".png", ".avif", ".webp")) or "pictures" in path]
    assert not site.outcome.rendered


def test_other_settings_of_the_encoder_make_other_files(tmp_path: Path) -> None:
    shutil.copytree(Path(engine.__file__).parent, tmp_path / "sitegen", ignore=shutil.ignore_patterns("__pycache__"))
    settings = tmp_path / "sitegen/render/encode.py"

    def named() -> list[str]:
        told = subprocess.run([sys.executable, "-c", NAMED], cwd=tmp_path, capture_output=True, text=True, check=True)
        return told.stdout.split()

    before = named()
    text = settings.read_text(encoding="utf-8")
    assert '"avif": {"quality": 60' in text
    settings.write_text(text.replace('"avif": {"quality": 60', '"avif": {"quality": 61'), encoding="utf-8")
    assert not {*before} & {*named()}


def test_a_broken_form_at_hand_is_made_again(site: SiteCase) -> None:
    post(site.file("content/posts/agenda/foto.jpg", photo()))
    for path in (site.root / ".sitegen/pictures").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    for path in (site.output / "media").rglob("*.webp"):
        path.unlink()
    site.build()
    assert {each for each in site.outcome.rendered if each.endswith(".webp")}


def test_a_picture_that_nobody_shows_is_not_published(site: SiteCase) -> None:
    site.file("content/posts/agenda/foto.jpg", photo()).file("content/posts/agenda/scarto.jpg", photo(600, 500))
    post(site)
    assert not any("scarto" in name for name in media(site))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert facts_of(blank(30_000, 30_000), "a.png").wrong == "large"


def test_a_photo_in_the_format_of_iphones_is_offered_like_any_other(site: SiteCase) -> None:
    page = post(site.file("content/posts/agenda/IMG_1.HEIC", phone_photo(1000, 750)), "![Qui](IMG_1.HEIC)")
    assert [kind for kind, _ in re.findall(r'<source type="image/(\w+)" srcset="([^"]+)"', page)] == ["avif", "webp"]
    shown = media(site)
    assert {name.rpartition(".")[2] for name in shown} == {"avif", "webp", "jpg"}
    assert {made.size for made in shown.values()} == {(480, 360), (800, 600), (1000, 750)}
    assert noted(site) == []


def test_without_its_reader_such_a_photo_is_refused_with_advice(
    site: SiteCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.parse.pictures.libraries", dict)
    site.file("content/posts/agenda/IMG_1.HEIC", phone_photo(200, 100))
    site.file("content/posts/agenda/index.md", POST.format("", "![Qui](IMG_1.HEIC)"))
    assert site.fails() == ("E419",)
    assert "pip install pillow-heif" in site.transcript("en")
