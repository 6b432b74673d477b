"""The site that comes with sitegen, built in each theme and served as a host does, and the checkers that npm brings."""

from __future__ import annotations

import gzip
import http.server
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from hosts import files
from kit import NOW
from lighthouse import Visit, lighthouse

from sitegen.build import build
from sitegen.model.states import Options

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
THEMES = sorted(path.parent.name for path in (ROOT / "themes").glob("*/theme.yaml"))
KINDS = ("", "servizi/", "servizi/viaggi-e-trasferte/", "prezzi/", "chi-sono/", "come-lavoro/", "testimonianze/",
         "casi-studio/studio-tecnico-agenda-condivisa/", "domande-frequenti/", "contatti/", "risorse/",
         "risorse/cinquanta-cose-da-delegare/", "grazie/", "blog/", "categoria/delegare/", "tag/agenda/",
         "autore/lia-fogliobianco/", "blog/2026/", "blog/posta-in-arrivo-tre-cartelle/", "cerca/", "cerca/?q=agenda", "privacy/", "404.html")  # fmt: skip
"""A page of each kind, by its address from the root of the site."""
COMPRESSED = (".html", ".css", ".svg", ".xml", ".txt")


class Host(http.server.SimpleHTTPRequestHandler):
    """A folder as hosts of static sites serve it: text compressed, and what has its digest in its name kept for a year."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        kept = re.search(r"\.[0-9a-f]{8,}\.\w+$", path.name)
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if kept else "public, max-age=0")
        if path.suffix in COMPRESSED:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module", params=THEMES)
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def themes() -> tuple[str, ...]:
    """All themes of sitegen."""
    return tuple(THEMES)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The output of the site in a theme, which no test may change: the first worker that asks for it builds it for all."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def built(theme: str) -> Path:
        root = common / f"ours-{theme}"
        with FileLock(f"{root}.lock"):
            if not (root / "output").exists():
                shutil.copytree(ROOT / "content", root / "content", dirs_exist_ok=True)
                config = root / "content/site.yaml"
                text = re.sub("(?m)^theme: .*", f"theme: {theme}", config.read_text(encoding="utf-8"))
                config.write_text(text, encoding="utf-8")
                assert not build(root, root / "output", Options(NOW)).failed
        return root / "output"

    return built


@pytest.fixture(scope="module")
def output(theme: str, ours: Callable[[str], Path]) -> Path:
    return ours(theme)


@pytest.fixture(scope="session")
def kinds() -> tuple[str, ...]:
    """The addresses of a page of each kind."""
    return KINDS


@pytest.fixture(scope="module")
def pages(output: Path) -> tuple[str, ...]:
    """The address of every page, from the root of the site; not those that only lead elsewhere."""
    texts = {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in output.rglob("*.html")}
    found = sorted(name for name, html in texts.items() if 'http-equiv="refresh"' not in html)
    return tuple(name.removesuffix("index.html") for name in found)


@pytest.fixture(scope="module")
def address(output: Path) -> Iterator[str]:
    with files(output, Host) as served:
        yield served


@pytest.fixture(scope="session")
def serve() -> Callable[[Path], AbstractContextManager[str]]:
    """Serves a folder, at the address that it gives."""
    return partial(files, handler=Host)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser that people have."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return program or pytest.skip("needs a browser: apt-get install chromium")


@pytest.fixture(scope="session")
def checkers() -> Path:
    """The folder of what npm brings."""
    folder = HERE / "node_modules"
    return folder if folder.is_dir() else pytest.skip("needs two checkers: npm ci --prefix tests/browser")


@pytest.fixture(scope="module")
def visit(chromium: str, checkers: Path) -> Iterator[Visit]:
    """What Lighthouse tells of a page."""
    with lighthouse(chromium) as visit:
        yield visit
