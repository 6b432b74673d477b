"""The laws that make the incremental build one to trust, each with its test. Those that are not here have theirs in
test_incremental.py (same bytes after any edits, warnings told again), test_output_folder.py (deletions) and test_digest.py.
"""

from __future__ import annotations

import ast
import inspect
import os
import random
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from kit import BLOG, NOW, SiteCase, tree
from sabotage import line

import sitegen
from sitegen.model.states import Options
from sitegen.parse.config import read_config
from sitegen.parse.fields import Context
from sitegen.parse.theme import read_theme
from sitegen.parse.yaml_text import from_yaml
from sitegen.plan.plugins import Plugins
from sitegen.problems import Place
from sitegen.read.snapshot import read_site
from sitegen.render.templates import Templates

ENGINE = Path(sitegen.__file__).parent
PURE = ("parse", "model", "plan", "render")
RICH = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
author: lia
cards: no
icons: no
theme: mio
menus: {main: [{label: Blog, to: blog}, {to: pages/io.md}]}
-- content/pages/io.md --
---
title: Io
data: [listino]
sections: [{type: faq}]
---
Vedi [uno](../posts/uno.md), e una nota.[^1]

[^1]: La nota.
-- content/posts/uno.md --
---
title: Perché uno
date: 2026-10-25 02:30
tags: [agenda, Città, zeta]
category: Ufficio
---
Testo di uno. ![Un foglio](../media/foglio.svg)

```python
print("ciao")
```
-- content/posts/due.md --
---
title: Due
date: 2026-01-02
tags: [agenda, Àncora]
category: Casa
---
Testo "di due".
-- content/posts/natale.md --
---
title: Natale
date: 2026-12-24
---
Arriva.
-- content/faq/quanto.md --
---
title: Quanto costa?
---
Dipende.
-- content/media/foglio.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- content/data/listino.csv --
voce;prezzo
ora;40
-- content/static/b.txt --
b
-- content/static/a.txt --
a
-- content/custom.css --
h1 { color: red }
-- themes/mio/theme.yaml --
name: mio
parent: base
lists: {ultimi: 2}
-- themes/mio/templates/page.html --
{% extends "base:page.html" %}
"""


@pytest.fixture
def rich(site: SiteCase) -> SiteCase:
    return site.write(BLOG).write(RICH).build()


# 1. What is hashed is what is rendered: templates see their view and pure functions, nothing else


def environment(site: SiteCase) -> object:
    snapshot, _ = read_site(site.root)
    text = snapshot.text("content/site.yaml")
    assert text
    config, _ = read_config(from_yaml(text, "content/site.yaml"), "content/site.yaml")
    assert config
    context = Context("content/site.yaml", config.language, config.zone, True)
    nothing = SimpleNamespace(get=lambda key: None, put=lambda key, value: None)
    theme, _ = read_theme(config.theme, snapshot, context, Place("content/site.yaml"), nothing)
    assert theme
    return Templates(theme, "it", {}, Plugins()).environment


def test_templates_know_no_global_but_pure_functions(rich: SiteCase) -> None:
    found = environment(rich)
    assert set(found.globals) <= {"range", "dict", "namespace", "_", "gettext", "ngettext", "pgettext", "npgettext"}  # type: ignore[attr-defined]


def test_no_filter_or_test_of_templates_reads_the_clock_chance_or_the_disk(rich: SiteCase) -> None:
    found = environment(rich)
    wrong = []
    for name, function in {**found.filters, **found.tests}.items():  # type: ignore[attr-defined]
        code = getattr(inspect.unwrap(function), "__code__", None)
        if code and AMBIENT & set(code.co_names):
            wrong.append((name, AMBIENT & set(code.co_names)))
    assert "random" not in found.filters  # type: ignore[attr-defined]
    assert wrong == []


# 3. Pure stages read nothing ambient

AMBIENT = frozenset(
    """
    time time_ns monotonic perf_counter now utcnow today localtime environ getenv getcwd cwd home expanduser getlocale
    setlocale random randint choice shuffle urandom uuid1 uuid4 token_hex open read_text read_bytes write_text write_bytes
    scandir listdir walk glob rglob iterdir exists is_file is_dir stat lstat resolve realpath gethostname getuser getpid
    socket input print argv
""".split()
)
OF_OUR_OWN = frozenset(("choice",))  # a method of the reader of fields
MODULES = frozenset("time random secrets uuid locale tempfile socket platform getpass pathlib shutil glob".split())
ALLOWED = {
    ("plan/plugins.py", "open()"),  # the source of a plugin, whose code an import has read already
    ("parse/pictures.py", ".open()"),  # Pillow's, which is given bytes
    ("render/encode.py", ".open()"),
    ("render/draw.py", ".open()"),
}


KEEPER = "render/code.py"
"""Keeps compiled templates where Python keeps compiled modules: they hold what their text says, and nothing else."""


def pure_files() -> Iterator[Path]:
    for room in PURE:
        yield from (path for path in sorted((ENGINE / room).rglob("*.py")) if not path.as_posix().endswith(KEEPER))


def test_pure_stages_name_no_clock_locale_environment_chance_or_disk() -> None:
    """Every name that could reach them: what is imported, what is called, what is asked of another object."""
    found = set()
    for path in pure_files():
        name = path.relative_to(ENGINE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    found |= {(name, each.name) for each in names if each.name.split(".")[0] in MODULES}
                case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
                    found.add((name, module))
                case ast.Call(func=ast.Name(id=called)) if called in AMBIENT:
                    found.add((name, f"{called}()"))
                case ast.Call(func=ast.Attribute(attr=called)) if called in AMBIENT - OF_OUR_OWN:
                    found.add((name, f".{called}()"))
                case ast.Attribute(value=ast.Name(id="os" | "sys" as module), attr=attribute):
                    found.add((name, f"{module}.{attribute}"))
    assert found == ALLOWED


WATCH = """\
if event in ("open", "os.listdir", "os.scandir", "socket.connect", "subprocess.Popen", "os.putenv"):
    rooms, frame = [], sys._getframe(1)
    while frame is not None:
        path = frame.f_code.co_filename
        if path.startswith("<frozen importlib") or str(arguments[0]).startswith({libraries!r}):
            break
        if path.startswith({engine!r}):
            room = path[len({engine!r}) + 1:].split(os.sep)[0]
            if room in {pure!r} and not path.replace(os.sep, "/").endswith({keeper!r}):
                os.write(2, ("IMPURE " + path + " " + event + " " + str(arguments[0]) + "\\n").encode())
            break
        frame = frame.f_back
"""


LIBRARIES = tuple({sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")})
"""What a library reads of its own data is known by its version."""


@pytest.mark.skipif(sys.platform == "win32", reason="paths in the hook: run on Linux or macOS")
def test_pure_stages_open_no_file_while_they_run(rich: SiteCase) -> None:
    """The same, seen from below: which room's code stands behind each file that is opened during a build."""
    hook = WATCH.format(engine=str(ENGINE), pure=PURE, libraries=LIBRARIES, keeper=KEEPER)
    done = subprocess.run(line("build", "--clean", "--now", "2026-11-23 12:00", "--jobs", "1", hook=hook), cwd=rich.root,
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert "IMPURE" not in done.stderr, done.stderr
    # The watch is awake: it sees the stage whose work this is.
    hook = WATCH.format(engine=str(ENGINE), pure=("read",), libraries=LIBRARIES, keeper=KEEPER)
    done = subprocess.run(line("build", "--clean", "--now", "2026-11-23 12:00", "--jobs", "1", hook=hook), cwd=rich.root,
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert "IMPURE" in done.stderr


# 4. Absence is an input


@pytest.mark.parametrize(
    ("path", "text", "page"),
    [
        ("content/authors/io.md", "---\nname: Io Stessa\n---\n", "autore/io/index.html"),
        ("themes/mio/templates/post.html", "Mio: {{ page.title }}\n", "blog/due/index.html"),
        ("themes/mio/strings/it.po", 'msgid ""\nmsgstr ""\n\nmsgid "Skip to content"\nmsgstr "Vai giù"\n', "blog/due/index.html"),
        ("content/posts/due.comments.yaml", "- {id: a, name: Ugo, date: 2026-02-01, text: Bello}\n", "blog/due/index.html"),
        ("content/data/nuovi.yaml", "[1]\n", ""),
        ("content/static/sitemap.xml", "<urlset/>\n", "sitemap.xml"),
    ],
)  # fmt: skip
def test_a_file_that_was_not_there_counts_as_a_change(rich: SiteCase, path: str, text: str, page: str) -> None:
    rich.file(path, text).run()
    if rich.outcome and rich.outcome.failed:
        assert rich.codes() == ("E412",)  # told, and nothing written
        return
    assert rich.outcome
    assert rich.outcome.changes
    if page:
        assert page in {*rich.outcome.changes.created, *rich.outcome.changes.updated}
    rich.compare_with_clean_build()
    rich.remove(path).build()


# 6. Same bytes wherever and however it is built


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        {"HOME": "/nonexistent", "USER": "nessuno", "COLUMNS": "20", "PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda each: " ".join(each),
)
def test_same_bytes_under_any_hash_seed_zone_locale_folder_and_order_of_files(
    rich: SiteCase, tmp_path: Path, environment: dict[str, str]
) -> None:
    elsewhere = tmp_path / "una cartella è altrove"
    files = [path for path in rich.root.rglob("*") if path.is_file() and path.is_relative_to(rich.root / "content")]
    files += [path for path in (rich.root / "themes").rglob("*") if path.is_file()]
    random.Random(str(environment)).shuffle(files)
    for path in files:
        target = elsewhere / path.relative_to(rich.root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    subprocess.run(line("build", "--now", "2026-11-23 12:00", "--jobs", "1"), cwd=elsewhere, check=True,
                   capture_output=True, env={**os.environ, **environment})  # fmt: skip
    assert tree(elsewhere / "output") == tree(rich.output)


# 7. The engine's digest is computed


def digest_of(package: Path, *folders: Path) -> str:
    code = "from sitegen.engine import engine_digest; print(engine_digest())"
    path = os.pathsep.join(map(str, (package, *folders)))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=package,
                          env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"})  # fmt: skip
    return done.stdout


def test_the_engines_digest_changes_with_its_source_and_with_its_libraries(tmp_path: Path) -> None:
    package = tmp_path / "copy"
    shutil.copytree(ENGINE, package / "sitegen", ignore=shutil.ignore_patterns("__pycache__", "themes"))
    first = digest_of(package)
    assert digest_of(package) == first
    seen = {first}
    changes = ("model/urls.py", "parse/markdown/cut.py", "plan/nuovo.py", "render/render.py", "dates.py")
    for name in changes:
        with (package / "sitegen" / name).open("a") as file:
            file.write("\n# un altro\n")
        seen.add(digest_of(package))
    assert len(seen) == 1 + len(changes)
    (tmp_path / "libraries/Markdown-99.0.dist-info").mkdir(parents=True)
    seen.add(digest_of(package, tmp_path / "libraries"))
    assert len(seen) == 2 + len(changes)


def test_every_library_that_sitegen_names_is_in_its_digest() -> None:
    import re
    import tomllib

    from sitegen.engine import LIBRARIES

    needed = tomllib.loads((ENGINE.parent / "pyproject.toml").read_text())["project"]["dependencies"]
    names = {re.split(r"[<>=]", each)[0].replace("-", "_").lower() for each in needed}
    # Those that make no bytes: the lock, and what serves and watches the preview.
    assert names - {"filelock", "livereload", "tornado", "watchfiles"} <= LIBRARIES


def test_what_another_sitegen_kept_is_not_taken_for_its_own(rich: SiteCase, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rich.build().rendered() == ()
    with monkeypatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("sitegen.") and hasattr(module, "engine_digest"):
                patch.setattr(module, "engine_digest", lambda: "another sitegen")
        rich.build()
        assert "blog/due/index.html" in rich.rendered()
    rich.build()


# 8. The store may be lost or damaged at any moment


WRECKS = ("deleted", "emptied", "cut", "one bit", "many bits", "of another file", "a folder")


@pytest.mark.parametrize("wreck", WRECKS)
def test_a_damaged_store_changes_no_byte(rich: SiteCase, wreck: str) -> None:
    rng = random.Random(wreck)
    rich.file("content/posts/due.md", "---\ntitle: Due\ndate: 2026-01-02\n---\n# Titolo\n").build()
    whole, codes = tree(rich.root / ".sitegen"), rich.codes()
    assert codes
    for number in range(4 if wreck in ("one bit", "many bits", "cut") else 1):
        for path, data in whole.items():
            target = rich.root / ".sitegen" / path
            shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)
            damaged = bytearray(data)
            match wreck:
                case "emptied":
                    damaged = bytearray()
                case "cut":
                    damaged = damaged[: rng.randrange(len(data) + 1)]
                case "one bit" | "many bits" if damaged:
                    for _ in range(1 if wreck == "one bit" else 200):
                        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
                case "of another file":
                    damaged = bytearray(rng.choice(sorted(whole.values())))
                case "a folder":
                    (target / "dentro").mkdir(parents=True)
                    continue
            if wreck != "deleted":
                target.write_bytes(damaged)
        rich.edit("content/posts/uno.md", "Testo di uno.", f"Testo {number} di uno.").build()
        told = tuple(code for code in rich.codes() if code != "W702")
        assert told == codes, "a warning was lost"
        rich.compare_with_clean_build()
        rich.edit("content/posts/uno.md", f"Testo {number} di uno.", "Testo di uno.").build()
    shutil.rmtree(rich.root / ".sitegen")


def test_values_that_lie_under_each_others_keys_are_not_taken(rich: SiteCase) -> None:
    import sqlite3

    database = sqlite3.connect(rich.root / ".sitegen/store.sqlite")
    rows = database.execute("SELECT key, value FROM kept ORDER BY key").fetchall()
    values = [value for _, value in rows]
    with database:
        for (key, _), value in zip(rows, [*values[1:], values[0]], strict=True):
            database.execute("UPDATE kept SET value = ? WHERE key = ?", (value, key))
    database.close()
    rich.edit("content/site.yaml", "title: Prova", "title: Altra").build()


def test_options_are_an_input(rich: SiteCase) -> None:
    rich.build(future=True)
    assert rich.has("blog/natale/index.html")
    rich.build()
    assert not rich.has("blog/natale/index.html")
    assert Options(NOW) == rich.built
