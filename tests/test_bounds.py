"""Any single input ends within 10 seconds of computing and 1 GB of memory, built or told: a real process, really limited."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kit import SiteCase

resource = pytest.importorskip("resource", reason="needs a system that limits processes, such as Linux")

SECONDS = 10
BYTES = 1 << 30
MILLION = 1_000_000
POST = "content/posts/a.md"
COMMENTS = "content/posts/a.comments.yaml"


def post(body: str = "Testo.", more: str = "") -> str:
    return f"---\ntitle: A\ndate: 2026-01-14\n{more}---\n{body}\n"


def text(body: str) -> Callable[[SiteCase], object]:
    return lambda site: site.file(POST, post(body))


def fields(more: str) -> Callable[[SiteCase], object]:
    return lambda site: site.file(POST, post(more=more))


def file(path: str, content: str) -> Callable[[SiteCase], object]:
    return lambda site: site.file(path, content)


def config(more: str) -> Callable[[SiteCase], object]:
    return lambda site: site.config(more).file(POST, post())


def theme(files: dict[str, str]) -> Callable[[SiteCase], object]:
    def prepare(site: SiteCase) -> None:
        site.config("theme: mio\n").file("themes/mio/theme.yaml", "name: mio\nparent: base\n")
        for path, content in files.items():
            site.file(f"themes/mio/{path}", content)

    return prepare


def card(title: str) -> Callable[[SiteCase], object]:
    content = f"---\ntitle: {title}\nslug: a\ndate: 2026-01-14\n---\nTesto.\n"
    return lambda site: site.edit("content/site.yaml", "cards: no\n", "").file(POST, content)


def thread(number: int) -> Callable[[SiteCase], object]:
    lines = [
        f"- {{id: c{n}, name: A, date: 2026-01-15, text: x{f', parent: c{n - 1}' if n else ''}}}\n"
        for n in range(number)
    ]
    return lambda site: site.file(POST, post()).file(COMMENTS, "".join(lines))


def folders(path: str, depth: int) -> Callable[[SiteCase], object]:
    """Folders so deep that no path names the last: they are made by going down."""

    def prepare(site: SiteCase) -> None:
        (site.root / path).mkdir(parents=True, exist_ok=True)
        here = os.getcwd()
        try:
            os.chdir(site.root / path)
            for _ in range(depth):
                os.mkdir("d")
                os.chdir("d")
            Path("x.md").write_text(post(), encoding="utf-8")
        finally:
            os.chdir(here)

    return prepare


def link(path: str, target: str) -> Callable[[SiteCase], object]:
    def prepare(site: SiteCase) -> None:
        (site.root / path).parent.mkdir(parents=True, exist_ok=True)
        (site.root / path).unlink(missing_ok=True)
        os.symlink(target, site.root / path)

    return prepare


def pipe(path: str) -> Callable[[SiteCase], object]:
    def prepare(site: SiteCase) -> None:
        (site.root / path).parent.mkdir(parents=True, exist_ok=True)
        (site.root / path).unlink(missing_ok=True)
        os.mkfifo(site.root / path)

    return prepare


def sparse(path: str, size: int = 2 * BYTES) -> Callable[[SiteCase], object]:
    """A file of nothing that no memory at hand can hold."""

    def prepare(site: SiteCase) -> None:
        (site.root / path).parent.mkdir(parents=True, exist_ok=True)
        with open(site.root / path, "wb") as target:
            target.truncate(size)

    return prepare


def unix_socket(site: SiteCase) -> None:
    (site.root / "content/static").mkdir()
    here = os.getcwd()
    os.chdir(site.root / "content/static")  # its whole path would be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as plug:
            plug.bind("s")
    finally:
        os.chdir(here)


def branching_links(site: SiteCase) -> None:
    """Two links from each folder to the next: without care, two to the power of twenty-five folders."""
    for n in range(25):
        (site.root / f"content/static/d{n}").mkdir(parents=True)
        for name in "ab":
            os.symlink(f"../d{n + 1}", site.root / f"content/static/d{n}/{name}")
    (site.root / "content/static/d25").mkdir()


def chain_of_themes(site: SiteCase) -> None:
    site.config("theme: t0\n")
    for n in range(1000):
        parent = f"t{n + 1}" if n < 999 else "base"
        site.file(f"themes/t{n}/theme.yaml", f"name: t{n}\nparent: {parent}\n")


# Each with the codes of which one must be told, or "" where the site must be built.
INPUTS: dict[str, tuple[Callable[[SiteCase], object], str]] = {
    "a line of ten megabytes": (text("parola " * (10 * MILLION // 7 - 100)), "E303"),
    "a line of nearly two megabytes": (text("parola " * (19 * MILLION // 70)), ""),
    "a style of open addresses": (text("<p style='" + "url(&quot;" * 150_000 + "'>x</p>"), "E312"),
    "five thousand quotes": (text("> " * 5000 + "x"), "E303"),
    "five thousand lists": (text("- " * 5000 + "x"), "E303"),
    "a thousand lists, indented": (text("\n".join(" " * 4 * n + "- x" for n in range(1000))), "E303"),
    "open brackets": (text("[" * 20_000), ""),
    "nested brackets": (text("[" * 10_000 + "]" * 10_000), "E303"),
    "open links": (text("[a](" * 10_000), "E303"),
    "links to open angles": (text("[a](<b" * 10_000), "E303"),
    "open images": (text("![[" * 5000), ""),
    "open emphasis": (text("*a " * 20_000), "E303"),
    "tangled emphasis": (text("_a*b_" * 20_000), ""),
    "open notes": (text("[^a" * 10_000), ""),
    "open tags": (text("<a " * 20_000), "E303"),
    "open comments": (text("<!--" * 20_000), "E303"),
    "missing images": (text("![x](../media/a.svg) " * 5000), "E401"),
    "code of brackets": (text("```json\n" + "[" * 50_000 + "\n```"), ""),
    "quotes": (text('"a ' * 100_000), ""),
    "YAML lists in lists": (file("content/data/d.yaml", "[" * 50_000), "E112"),
    "YAML questions": (file("content/data/d.yaml", "? " * 100_000), "E112"),
    "YAML anchors": (file("content/data/d.yaml", "a: &a [x]\n" + "".join(f"b{n}: [*a, *a]\n" for n in range(1000))), "E109"),
    "YAML of ten megabytes": (file("content/data/d.yaml", "- aaaaaaa\n" * MILLION), "E111"),
    "JSON lists in lists": (file("content/data/d.json", "[" * 100_000), "E112"),
    "JSON on one line": (file("content/data/d.json", "[" + "1," * 120_000 + "1]"), ""),
    "TOML lists in lists": (file(POST, "+++\na = " + "[" * 7000 + "\n+++\n"), "E112"),
    "TOML tables in tables": (file(POST, "+++\n" + "a." * 7000 + "b=1\n+++\nx"), "E112"),
    "a CSV field of nine megabytes": (file("content/data/d.csv", 'a,b\n"' + "x" * 9 * MILLION + '",1\n'), "E620"),
    "a million CSV columns": (file("content/data/d.csv", ",".join(f"c{n}" for n in range(MILLION)) + "\n"), ""),
    "a CSV field of NULs": (file("content/data/d.csv", "a,b\n\0,1\n"), ""),
    "a catalogue of junk": (theme({"strings/it.po": '"\\' * 4 * MILLION}), "E508"),
    "front matter that never ends": (file(POST, "---\n" + "a: b\n" * (19 * MILLION // 10)), "E101"),
    "spaces in the front matter": (fields("description: a" + " " * 200_000 + "b #c\n"), ""),
    "a hundred thousand tags": (fields(f"tags: [{', '.join(f't{n}' for n in range(100_000))}]\n"), "E111"),
    "twenty-eight thousand tags": (fields(f"tags: [{', '.join(f't{n}' for n in range(28_000))}]\n"), "E118"),
    "twenty thousand aliases": (fields(f"aliases: [{', '.join(f'/{n}/' for n in range(20_000))}]\n"), "E118"),
    "a category five hundred deep": (fields(f"category: {'/'.join('c' for _ in range(500))}\n"), "E112"),
    "a category twenty thousand deep": (fields(f"category: {'/'.join('c' for _ in range(20_000))}\n"), "E112"),
    "a slug of five thousand letters": (fields(f"slug: {'a' * 5000}\n"), "E116"),
    "a title of five thousand letters": (file(f"content/pages/{'a' * 240}.md", f"---\ntitle: {'Parola ' * 700}\n---\n"), ""),
    "a card of one long word": (card("a" * 1500), ""),
    "a card of two hundred thousand words": (card("a b " * 100_000), "E1"),
    "a card of a hundred thousand signs": (card("".join(map(chr, range(0x4E00, 0x9FA5))) * 5), ""),
    "a date of two hundred thousand digits": (file(POST, f"---\ntitle: A\ndate: {'1' * 200_000}\n---\n"), "E106"),
    "ten thousand unknown fields": (fields("".join(f"campo{n}: 1\n" for n in range(10_000))), "E102"),
    "menus a thousand deep": (config(f"menus:\n  main: {'[{label: a, children: ' * 1000}[]{'}]' * 1000}\n"), "E112"),
    "an address pattern that explodes": (config(f"permalinks:\n  posts: {'/%postname%' * 5000}/\n"), "E413"),
    "a thread ten thousand deep": (thread(10_000), "E111"),
    "a thread three thousand deep": (thread(3000), "E112"),
    "a thread thirty deep": (thread(30), ""),
    "pages in a thousand folders": (folders("content/pages", 1000), "E112"),
    "files in a thousand folders": (folders("content/static", 1000), "E112"),
    "files in three thousand folders": (folders("content/static", 3000), "E112"),
    "a link to its own folder": (link("content/static/a", "."), "E604"),
    "links that branch": (branching_links, "E60"),
    "a link to the whole site": (link("content/static/r", "../.."), "E603"),
    "a pipe": (pipe("content/static/p"), "E608"),
    "a pipe for a configuration": (pipe("content/site.yaml"), "E"),
    "a pipe for a theme": (pipe("themes/mio/theme.yaml"), "E608"),
    "a device": (link("content/site.yaml", "/dev/zero"), "E"),
    "a socket": (unix_socket, "E608"),
    "a text of two gigabytes": (sparse("content/posts/big.md"), "E609"),
    "a configuration of two gigabytes": (sparse("content/site.yaml"), "E609"),
    "a drawing of two gigabytes": (sparse("content/media/big.svg"), "E609"),
    # Copied whole, at the speed of the disk: large enough to tell whether it is held in memory, and no larger.
    "a download larger than the memory": (sparse("content/static/big.bin", BYTES + BYTES // 8), ""),
    "a drawing of nine megabytes": (
        lambda site: site.file("content/media/a.svg", "<svg>" + "<g>" * 3 * MILLION).file(POST, post("![x](../media/a.svg)")), ""),
    "a stylesheet of ten megabytes": (file("content/custom.css", "a{color:red}\n" * (10 * MILLION // 13)), ""),
    "a stylesheet of rules in rules": (file("content/custom.css", "a{" * 300_000), ""),
    "a stylesheet of brackets": (file("content/custom.css", ":not(" * 150_000), ""),
    "a stylesheet of licences": (file("content/custom.css", "/*! " * 240_000), ""),
    "a stylesheet of open braces": (file("content/custom.css", "url(" * 2 * MILLION), ""),
    "a stylesheet of open comments": (file("content/custom.css", "/* /*! " * MILLION), ""),
    "a stylesheet of open strings": (file("content/custom.css", "\"\\" * 2 * MILLION), ""),
    "a thousand themes": (chain_of_themes, ""),
    "a template of open braces": (theme({"templates/home.html": "{{" * 4 * MILLION}), "E514"),
    "a loop in a loop": (theme({"templates/home.html": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"}), "E514"),
    "a macro that doubles": (theme({"templates/home.html": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}"}), "E514"),
    "a text that doubles": (theme({"templates/home.html": "{% set s = 'a' %}" + "{% set s = s ~ s %}" * 60}), "E514"),
}  # fmt: skip


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))


@pytest.fixture
def brief(site: SiteCase) -> Iterator[SiteCase]:
    """A site that is removed at once: what pytest removes later, it removes by recursion, which ends in deep folders."""
    yield site
    subprocess.run(["rm", "-rf", site.root], check=True)


@pytest.mark.parametrize("name", INPUTS)
def test_an_input_ends(name: str, brief: SiteCase) -> None:
    site = brief
    prepare, told = INPUTS[name]
    prepare(site)
    command = [sys.executable, "-m", "sitegen", "build", "--root", str(site.root), "--jobs", "1", "--lang", "en"]
    ended = subprocess.run(command, capture_output=True, text=True, preexec_fn=limited, timeout=600, check=False)
    assert "Traceback" not in ended.stderr, ended.stderr[-2000:]
    assert ended.returncode == (1 if told else 0), (ended.returncode, ended.stderr[:500])
    assert not told or f"  {told}" in ended.stderr, ended.stderr[:500]


def test_a_link_into_the_output_does_not_grow_with_each_build(site: SiteCase) -> None:
    site.file(POST, post()).build()
    link("content/static/o", "../../output")(site)
    assert site.fails() == ("E603",)
