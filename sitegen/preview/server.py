"""The one place that knows livereload and Tornado: what is shown → HTTP, and news of it → the browsers.

livereload's server and websocket are used as they are; what it would do besides is not: ask for changes every 800 ms, pass
over a reload within 3 s of the last, watch the current folder, build in the loop that serves, reload for whoever asks
(`/forcereload`), take requests from any page, write a log to the terminal.
"""

from __future__ import annotations

import asyncio
import errno
import io
import json
import logging
import re
import signal
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher as Asking
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.iostream import StreamClosedError
from tornado.web import Application, HTTPError, RequestHandler

from sitegen.paths import OutputPath
from sitegen.preview.editor import file_of_site, open_file
from sitegen.preview.guard import is_known_host, is_same_origin
from sitegen.preview.shown import OWN, Found, Moved, Shown, answer, near, on_the_wire, plain_page
from sitegen.preview.types import type_of

PORTS = 100  # so many are tried from the one that was asked for
PIECE = 256 * 1024
REQUESTS = (signal.SIGINT, signal.SIGTERM)
SCRIPTS = Path(__file__).parent
_RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)

Words = Mapping[str, str]


def bind(host: str, port: int) -> socket.socket:
    """Takes the first free port from `port` on (0: any). Raises OSError where there is none, or `host` is not of this
    computer.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in range(port, min(port + PORTS, 65536) if port else 1):
        try:
            return socket.create_server((host, candidate), family=family, backlog=128,
                                        dualstack_ipv6=host == "::" and socket.has_dualstack_ipv6())  # fmt: skip
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
    raise OSError(errno.EADDRINUSE, "no port is free")


class Server(livereload.Server):  # type: ignore[misc]
    """Serves what is `shown` of the output folder on a socket that is bound; `words` are those of its pages, in `language`."""

    def __init__(self, root: Path, output: Path, host: str, bound: socket.socket, shown: Shown, words: Words,
                 language: str) -> None:  # fmt: skip
        super().__init__(watcher=_Never())
        self.root_folder, self.output, self.host = root, output, host
        self.words, self.language = words, language
        self.shown = shown
        self.last_page: OutputPath | None = None
        self.own_name = socket.gethostname()
        self._loaded = threading.Event()
        self._is_built = asyncio.Event()
        self._note()
        self._socket = bound
        self._loop = IOLoop.current()
        self._http: HTTPServer | None = None

    def application(self, *_: object, **__: object) -> None:
        """Called by livereload's `serve` in place of its own."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = True
        handlers: list[Any] = [
            (f"{OWN}livereload", _Live, {"server": self}),
            (f"{OWN}(client.js|panel.js|renew.js)", _Script, {"server": self}),
            (f"{OWN}about", _About, {"server": self}),
            (f"{OWN}open", _Open, {"server": self}),
            (r".*", _Page, {"server": self}),
        ]
        application = Application(handlers, log_function=lambda _: None, websocket_max_message_size=64 * 1024)
        self._http = HTTPServer(application)
        self._socket.setblocking(False)
        self._http.add_socket(self._socket)

    def _setup_logging(self) -> None:
        for name in ("livereload", "tornado.general", "tornado.access"):
            logging.getLogger(name).setLevel(logging.CRITICAL)

    def run(self) -> None:
        """Serves until a request to stop (Ctrl-C, SIGTERM)."""
        for each in REQUESTS:
            self._heed(each)
        self.serve(host=self.host)

    def _heed(self, request: int) -> None:
        """Has a request to stop end the loop. The system may hand it to any thread, or at the moment at which the loop falls
        asleep: the loop must be woken, not only interrupted.
        """
        if sys.platform == "win32":  # where waiting for a socket is not interrupted by a signal
            signal.signal(request, lambda *_: self._loop.add_callback_from_signal(self._loop.stop))
            PeriodicCallback(lambda: None, 300).start()
        else:
            self._loop.asyncio_loop.add_signal_handler(request, self._loop.stop)  # type: ignore[attr-defined]

    def looked_at(self) -> set[OutputPath]:
        """The pages that browsers show, and the one that was asked for last; from any thread."""
        pages = {each.path for each in LiveReloadHandler.waiters.copy()} | {self.last_page}
        return {each for each in pages if each is not None}

    def show(self, shown: Shown) -> None:
        """Shows something else from now on, and tells the browsers whose page is another one, from any thread."""
        self._loaded.clear()
        self._loop.add_callback(self._show, shown)

    def _show(self, shown: Shown) -> None:
        before, self.shown = self.shown, shown
        self._note()
        waiters = LiveReloadHandler.waiters.copy()
        news = bool(before.told or shown.told)
        is_page = before.name == shown.name  # nothing that pages load is another one under the same name
        if not [each for each in waiters if each.tell(is_page=is_page, is_news=news)]:
            self._loaded.set()

    def _note(self) -> None:
        if self.shown.early:  # a build still runs
            self._is_built.clear()
        elif self.shown.panel is not None or self.shown.told:
            self._is_built.set()

    async def built(self) -> Shown:
        """What is shown when a build has ended."""
        await self._is_built.wait()
        return self.shown

    def wait_until_loaded(self, seconds: float) -> None:
        """Waits until a browser has loaded again what was shown last, at most so long; from another thread."""
        self._loaded.wait(seconds)

    def has_loaded(self) -> None:
        """A browser has come to a page."""
        self._loaded.set()

    def file(self, path: str, line: int = 0) -> dict[str, object]:
        """A place in the site, and whether it can be opened."""
        return {"path": path, "line": line, "opens": file_of_site(self.root_folder, path) is not None}

    def state(self, path: OutputPath | None) -> dict[str, object]:
        """What a browser must know that has just come to the page `path`, or has nothing to load again."""
        problems = [{"text": each.text, **self.file(each.path, each.line)} for each in self.shown.told]
        heading = self.shown.heading
        return {"command": "state", "build": self.shown.name_of(path), "heading": heading, "problems": problems}


class _Never(Asking):  # type: ignore[misc]
    """livereload asks its watcher by itself what has changed, unless that says that it will tell."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, object] = {"": {}}  # with none, livereload watches the current folder

    def start(self, _: Callable[[], None]) -> bool:
        return True


class _Guarded(RequestHandler):
    """What all addresses have in common: who may ask, and that nothing is kept."""

    def initialize(self, server: Server) -> None:
        self.server = server

    def set_default_headers(self) -> None:
        self.set_header("Server", "sitegen")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def compute_etag(self) -> None:
        """None: nothing is kept that could be asked about."""

    def prepare(self) -> None:
        """Refuses a request that was sent under another name than the preview's."""
        if not is_known_host(self.request.headers.get("Host", ""), self.server.host, self.server.own_name):
            raise HTTPError(HTTPStatus.FORBIDDEN)

    def write_error(self, status_code: int, **_: object) -> None:
        title = self.server.words.get(f"status.{status_code}") or f"{status_code} {HTTPStatus(status_code).phrase}"
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(plain_page(self.server.language, title))


class _Script(_Guarded):
    def get(self, name: str) -> None:
        self.set_header("Content-Type", type_of(name))
        self.finish((SCRIPTS / name).read_bytes())


class _About(_Guarded):
    """What the panel says of a page."""

    async def get(self) -> None:
        shown, words = await self.server.built(), self.server.words
        found = answer(shown, self.get_query_argument("path", ""))
        if not isinstance(found, Found) or shown.panel is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        tell = partial(shown.panel.about, found.path, words, self.server.language)
        about = await asyncio.get_running_loop().run_in_executor(None, tell)
        if about is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        files = [{"what": what, **self.server.file(path)} for what, path in about.files]
        warnings = [{"text": each.text, **self.server.file(each.path, each.line)} for each in about.warnings]
        own = {key.removeprefix("panel."): text for key, text in words.items() if key.startswith("panel.")}
        self.finish({"state": about.state, "is_public": about.is_public, "facts": about.facts, "files": files,
                     "warnings": warnings, "words": {**own, "close": words["close"]}})  # fmt: skip


class _Open(_Guarded):
    """Opens a file of the site in the editor, for the preview's own pages only."""

    def post(self) -> None:
        headers = self.request.headers
        is_json = headers.get("Content-Type", "").partition(";")[0].strip() == "application/json"
        if not is_json or not is_same_origin(headers.get("Origin"), headers.get("Host", "")):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        try:
            asked = json.loads(self.request.body)
            path, line = str(asked["path"]), int(asked["line"])
        except (ValueError, TypeError, KeyError) as error:
            raise HTTPError(HTTPStatus.BAD_REQUEST) from error
        file = file_of_site(self.server.root_folder, path)
        if file is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        if not open_file(file, line):
            raise HTTPError(HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_status(HTTPStatus.NO_CONTENT)


class _Live(_Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's websocket, for the preview's own pages. `path` is the one that the browser shows, as it was when it was called
    `name`.
    """

    path: OutputPath | None = None
    name = ""

    def check_origin(self, origin: str) -> bool:
        return is_same_origin(origin, self.request.headers.get("Host", ""))

    def write_message(self, message: str | bytes | dict[str, Any], binary: bool = False) -> asyncio.Future[None]:
        """Sends a message. A browser that has just gone is no error."""
        sent: asyncio.Future[None] = super().write_message(message, binary)
        sent.add_done_callback(lambda done: done.cancelled() or done.exception())
        return sent

    def on_message(self, message: str | bytes) -> None:
        try:
            told = json.loads(message)
            command, url = told["command"], urlsplit(str(told.get("url", ""))).path
        except (ValueError, TypeError, KeyError, AttributeError):
            self.close()
            return
        if command not in ("hello", "info"):
            return
        super().on_message(message)
        if command == "info":
            found = answer(self.server.shown, url)
            self.path = found.path if isinstance(found, Found) else None
            self.name = self.server.shown.name_of(self.path)
            self.send_message(self.server.state(self.path))
            self.server.has_loaded()

    def tell(self, *, is_page: bool, is_news: bool) -> bool:
        """Has the page renewed where it is another one now, by itself if that `is_page` alone; else tells what is wrong, where that
        `is_news`. Whether the page will come again.
        """
        before, self.name = self.name, self.server.shown.name_of(self.path)
        if self.name != before:
            path = self.path if is_page and self.path else "*"
            self.send_message({"command": "reload", "path": path, "liveCSS": True, "liveImg": True})
        elif is_news:
            self.send_message(self.server.state(self.path))
        return self.name != before


class _Page(_Guarded):
    """The site's files."""

    async def get(self) -> None:
        shown, path = self.server.shown, self.request.path
        match answer(shown, path):
            case Found(file):
                await self._file(file, shown)
            case Moved(url):
                self.redirect(url + (f"?{self.request.query}" if self.request.query else ""), status=302)
            case _:
                await self._missing(shown, path)

    head = get

    def post(self) -> None:
        """A form's program does not run here."""
        raise HTTPError(HTTPStatus.METHOD_NOT_ALLOWED)

    async def _file(self, path: OutputPath, shown: Shown) -> None:
        try:
            early = shown.early.get(path)
            file = io.BytesIO(early) if early is not None else (self.server.output / path).open("rb")
        except OSError:  # it went just now
            return await self._missing(self.server.shown, self.request.path)
        with file:
            self.set_header("Content-Type", type_of(path))
            if path.endswith(".html"):
                self.server.last_page = path
                self.finish(on_the_wire(file.read(), self._state(shown, path)))
                return None
            size = file.seek(0, 2)
            first, last = self._asked_for(size)
            self.set_header("Accept-Ranges", "bytes")
            self.set_header("Content-Length", str(last - first))
            if self.request.method == "HEAD":
                return None
            file.seek(first)
            with suppress(StreamClosedError):  # the browser has gone on
                while first < last and (piece := file.read(min(PIECE, last - first))):
                    first += len(piece)
                    self.write(piece)
                    await self.flush()
        return None

    def _asked_for(self, size: int) -> tuple[int, int]:
        """The first byte of an answer and the one after its last (RFC 9110, 14: one range is honoured)."""
        asked = _RANGE.fullmatch(self.request.headers.get("Range", ""))
        if asked is None or asked[0] == "bytes=-":
            return 0, size
        if asked[1]:
            first, last = int(asked[1]), min(int(asked[2]) + 1, size) if asked[2] else size
            if asked[2] and int(asked[2]) < int(asked[1]):
                return 0, size  # not a range at all
        else:
            first, last = max(size - int(asked[2]), 0), size
        if first >= last:
            self.set_header("Content-Range", f"bytes */{size}")
            raise HTTPError(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
        self.set_status(HTTPStatus.PARTIAL_CONTENT)
        self.set_header("Content-Range", f"bytes {first}-{last - 1}/{size}")
        return first, last

    async def _missing(self, shown: Shown, path: str) -> None:
        """The site's own page for it, with the addresses that were perhaps meant."""
        self.set_status(HTTPStatus.NOT_FOUND)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        words, state = self.server.words, self._state(shown)
        if "text/html" in self.request.headers.get("Accept", "text/html"):
            found = await asyncio.get_running_loop().run_in_executor(None, near, shown, path)
            key = "missing.near" if found else "missing"
            state |= {"near": found, "missing": words[key].format(path=path[:200])}
        try:
            page = (self.server.output / "404.html").read_bytes() if OutputPath("404.html") in shown.files else b""
        except OSError:
            page = b""
        self.finish(on_the_wire(page or plain_page(self.server.language, words["no_page"]), state))

    def _state(self, shown: Shown, path: OutputPath | None = None) -> dict[str, Any]:
        words = {key: self.server.words[key] for key in ("open", "not_opened", "close", "kept", "panel")}
        return {"build": shown.name_of(path), "ribbon": shown.states.get(path, "") if path else "", "words": words}
