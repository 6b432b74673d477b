"""`python tests/benchmark/pictures.py [--cache FOLDER]`: the same photos of 12 megapixels made ready for browsers, in the same widths and
formats, by sitegen, by Hugo and by eleventy-img; what it takes, and how large the files are where they are equally good (SSIM of
luma, against the photo made smaller without loss). Wants numpy.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmark import measure, table, tools  # noqa: E402
from sitegen.plan.outputs import Spec  # noqa: E402
from sitegen.plan.pictures import PLAIN_WIDTH, WIDTHS  # noqa: E402
from sitegen.render.encode import encode  # noqa: E402

SIZE = 4000, 3000
OCTAVES = ((2, 0.45), (4, 0.35), (9, 0.25), (20, 0.18), (60, 0.12), (180, 0.08), (500, 0.05))
"""How fine a layer of clouds is, and how much of it there is: the finer, the less, as in what cameras see."""
THINGS = 40
QUALITIES = {"avif": (45, 55, 65, 75), "webp": (65, 75, 85, 92), "jpeg": (65, 75, 85, 92)}
NPM = "@11ty/eleventy-img@7.0.0"
HUGO_SETTINGS = 'baseURL = "https://www.example.org/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
ENDS = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


def photo(seed: int) -> Image.Image:
    """Clouds of all sizes, things with edges, and the noise of a sensor; the same for a number on every machine."""
    rng = random.Random(seed)
    made = _clouds(rng, 1)
    for fine, share in OCTAVES:
        made = Image.blend(made, _clouds(rng, fine), share)
    made = ImageEnhance.Color(ImageEnhance.Contrast(made).enhance(2.0)).enhance(0.35)
    pen = ImageDraw.Draw(made)
    for number in range(THINGS):
        x, y, size = rng.randrange(SIZE[0]), rng.randrange(SIZE[1]), rng.randrange(20, 420)
        colour = tuple(rng.randrange(256) for _ in range(3))
        if number % 3 == 0:
            pen.ellipse((x - size, y - size, x + size, y + size), fill=colour)
        elif number % 3 == 1:
            pen.polygon(
                [(x + rng.randrange(-size, size), y + rng.randrange(-size, size)) for _ in range(5)], fill=colour
            )
        else:
            pen.line(
                [(x, y), (x + rng.randrange(-900, 900), y + rng.randrange(-900, 900))], fill=colour, width=size // 20
            )
    return Image.blend(made.filter(ImageFilter.GaussianBlur(1.2)), _clouds(rng, SIZE[0] // 8), 0.05)


def kept(number: int, folder: Path) -> Path:
    """The file of a photo, made once."""
    file = folder / f"{number:02}.jpg"
    if not file.exists():
        folder.mkdir(exist_ok=True)
        photo(number).save(file, quality=92)
    return file


def _clouds(rng: random.Random, fine: int) -> Image.Image:
    width, height = 4 * fine, 3 * fine
    layers = [Image.frombytes("L", (width, height), rng.randbytes(width * height)) for _ in range(3)]
    return Image.merge("RGB", layers).resize(SIZE, Image.Resampling.BICUBIC)


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Structural similarity of luma in windows of 7 pixels (Wang et al. 2004, https://doi.org/10.1109/TIP.2003.819861)."""
    a, b = (numpy.asarray(each.convert("L"), dtype=numpy.float64) for each in (one, other))
    mean_a, mean_b = _means(a), _means(b)
    spread_a, spread_b = _means(a * a) - mean_a**2, _means(b * b) - mean_b**2
    together = _means(a * b) - mean_a * mean_b
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    shown = (2 * mean_a * mean_b + c1) * (2 * together + c2)
    return float((shown / ((mean_a**2 + mean_b**2 + c1) * (spread_a + spread_b + c2))).mean())


def _means(values: Any, window: int = 7) -> Any:
    sums = numpy.cumsum(numpy.cumsum(numpy.pad(values, ((1, 0), (1, 0))), 0), 1)
    n = window
    return (sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]) / (n * n)


def hugo(photos: Path, folder: Path, cache: Path, quality: dict[str, int]) -> list[str]:
    """The command that builds a site which shows them all."""
    shutil.copytree(photos, folder / "assets")
    forms = [f"{width}x {kind} q{quality[kind]}" for width in WIDTHS for kind in ("avif", "webp")]
    forms.append(f"{PLAIN_WIDTH}x jpg q{quality['jpeg']}")
    shown = "".join(f'{{{{ (.Resize "{form}").RelPermalink }}}}' for form in forms)
    (folder / "layouts").mkdir()
    (folder / "layouts/home.html").write_text(f'{{{{ range resources.Match "*.jpg" }}}}{shown}{{{{ end }}}}')
    (folder / "hugo.toml").write_text(HUGO_SETTINGS + '[imaging]\nresampleFilter = "lanczos"\n')
    return [*tools.HUGO.command(cache), "--quiet"]


def eleventy(photos: Path, folder: Path, cache: Path, quality: dict[str, int]) -> list[str]:
    """The command that makes the same files."""
    folder.mkdir()
    shutil.copy(Path(__file__).with_name("encode.mjs"), cache / "pictures/encode.mjs")
    wanted = json.dumps({"widths": WIDTHS, "plain": PLAIN_WIDTH, **quality})
    return ["node", str(cache / "pictures/encode.mjs"), str(photos), str(folder / "public"), wanted]


def sitegen(photos: Path, folder: Path, _: Path, __: dict[str, int]) -> list[str]:
    """The command that builds a site with a page that shows them all."""
    shutil.copytree(photos, folder / "content/media")
    (folder / "content/pages").mkdir()
    (folder / "content/site.yaml").write_text("title: Foto\nbase_url: https://www.example.org/\ncards: no\nicons: no\n")
    shown = "\n\n".join(f"![Foto](../media/{each.name})" for each in sorted(photos.iterdir()))
    (folder / "content/pages/index.md").write_text(f"---\ntitle: Foto\nlayout: home\n---\n{shown}\n")
    return [sys.executable, "-m", "sitegen", "build"]


Layout = Callable[[Path, Path, Path, dict[str, int]], list[str]]
TOOLS: dict[str, Layout] = {"sitegen": sitegen, "Hugo": hugo, "eleventy-img": eleventy}
SAME = {"avif": 60, "webp": 78, "jpeg": 80}


def main() -> None:
    """Measures and prints two Markdown tables."""
    parser = argparse.ArgumentParser(prog="python tests/benchmark/pictures.py", description=__doc__)
    parser.add_argument("--photos", type=int, default=40)
    parser.add_argument("--judged", type=int, default=2, help="photos whose files are compared by how good they are")
    parser.add_argument(
        "--cache", type=Path, required=True, help="folder for the peers, which are installed there once"
    )
    options = parser.parse_args()
    cache = options.cache.resolve()
    tools.install(cache)
    if not (cache / "pictures/node_modules").exists():
        subprocess.run(["npm", "install", "--silent", "--prefix", cache / "pictures", NPM], check=True)
    with tempfile.TemporaryDirectory() as work:
        photos = Path(work, "photos")
        photos.mkdir()
        for number in range(options.photos):
            shutil.copy(kept(number, cache / "photos"), photos)
        print(f"{table.machine()}\n\n| {options.photos} photos | s | processor s |\n|---|---:|---:|", flush=True)
        for name, layout in TOOLS.items():
            command = layout(photos, Path(work, name), cache, SAME)
            cost = measure.cost_of(
                command, Path(work, name), {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
            )
            print(f"| {name} | {cost.wall:.1f} | {cost.cpu:.1f} |", flush=True)
            shutil.rmtree(Path(work, name))
        if options.judged:
            judge(photos, options.judged, Path(work), cache)


def judge(photos: Path, count: int, work: Path, cache: Path) -> None:
    """Prints how large the peers' files would be that are as good as sitegen's, as a share of those."""
    few = work / "few"
    few.mkdir()
    for each in sorted(photos.iterdir())[:count]:
        shutil.copy(each, few)
    kinds = [(kind, width) for kind in ("avif", "webp") for width in WIDTHS] + [("jpeg", PLAIN_WIDTH)]
    own = {each.stem: _own(each) for each in few.iterdir()}
    print("\n| format | width | SSIM | sitegen, KB | Hugo | eleventy-img |\n|---|---:|---:|---:|---:|---:|")
    curves = {name: _curves(name, few, work, cache) for name in ("Hugo", "eleventy-img")}
    for kind, width in kinds:
        ours = [own[stem][kind, width] for stem in own]
        cells = [statistics.mean(_size_at(curves[name][stem, kind, width], own[stem][kind, width][1]) / own[stem][kind, width][0]
                                 for stem in own) for name in curves]  # fmt: skip
        shown = " | ".join(f"×{each:.2f}" for each in cells)
        goodness = statistics.mean(each for _, each in ours)
        size = statistics.mean(each for each, _ in ours) / 1000
        print(f"| {kind} | {width} | {goodness:.3f} | {size:.0f} | {shown} |", flush=True)


Judged = dict[tuple[str, int], tuple[int, float]]


def _own(path: Path) -> Judged:
    specs = [Spec(width, width * 3 // 4, kind) for kind in ("avif", "webp") for width in WIDTHS]
    forms = encode(path.read_bytes(), [*specs, Spec(PLAIN_WIDTH, PLAIN_WIDTH * 3 // 4, "jpeg")])
    return {(spec.encoding, spec.width): (len(data), _goodness(data, path)) for spec, data in forms.items()}


def _goodness(data: bytes, path: Path) -> float:
    with Image.open(BytesIO(data)) as made, Image.open(path) as whole:
        return ssim(made, whole.resize(made.size, Image.Resampling.LANCZOS))


def _curves(name: str, few: Path, work: Path, cache: Path) -> dict[tuple[str, str, int], list[tuple[int, float]]]:
    """Size and SSIM of each photo, format and width in some qualities."""
    curves: dict[tuple[str, str, int], list[tuple[int, float]]] = {}
    for place in range(4):
        quality = {kind: QUALITIES[kind][place] for kind in QUALITIES}
        folder = work / f"{name} {place}"
        measure.cost_of(TOOLS[name](few, folder, cache, quality), folder, os.environ)
        for made in (folder / "public").iterdir():
            if made.suffix[1:] in (*ENDS.values(), "jpeg"):
                with Image.open(made) as shown:
                    kind, width = str(shown.format).lower(), shown.size[0]
                stem = made.name.replace("_", ".").partition(".")[0]
                data = made.read_bytes()
                curves.setdefault((stem, kind, width), []).append((len(data), _goodness(data, few / f"{stem}.jpg")))
        shutil.rmtree(folder)
    return curves


def _size_at(curve: Iterable[tuple[int, float]], wanted: float) -> float:
    """The size that files have which are as good as `wanted`, between the two of a curve that are nearest to it."""
    points = sorted(curve, key=lambda each: each[1])
    pairs = list(zip(points, points[1:], strict=False))
    (small, low), (large, high) = next((pair for pair in pairs if pair[1][1] >= wanted), pairs[-1])
    share = (wanted - low) / (high - low) if high > low else 0.0
    return math.exp(math.log(small) + share * (math.log(large) - math.log(small)))


if __name__ == "__main__":
    main()
