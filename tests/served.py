"""A preview that really runs, in a process of its own, asked as a browser asks it. What takes time is waited for, never slept for."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from kit import SiteCase, tree

from sitegen.build import build, peek
from sitegen.model.states import Options

PATIENCE = 60.0  # s after which nothing more is expected


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def state(self) -> dict[str, object]:
        """What the preview's script is told in this page."""
        (data,) = re.findall(r'data-state="([^"]*)"></script>', self.text)
        return json.loads(data.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&"))

    @property
    def file(self) -> bytes:
        """The page without the preview's script."""
        return re.sub(rb'<script async src="/\.sitegen/client\.js" data-state="[^"]*"></script>', b"", self.body)


def until(condition: Callable[[], object], what: object = "") -> None:
    """Waits for a condition."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain: {what() if callable(what) else what or condition}"
        time.sleep(0.005)


class Listener:
    """A websocket as a browser opens it (RFC 6455), with messages of up to 64 KB."""

    def __init__(self, port: int, **headers: str) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        lines = ["GET /.sitegen/livereload HTTP/1.1", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                 "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                 *(f"{name}: {value}" for name, value in {"Host": f"127.0.0.1:{port}", **headers}.items())]  # fmt: skip
        self._socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        self._file = self._socket.makefile("rb")
        self.status = int(self._file.readline().split()[1])
        while self._file.readline().strip():
            pass

    def send(self, data: str | bytes) -> None:
        kind = 0x82 if isinstance(data, bytes) else 0x81
        data = data if isinstance(data, bytes) else data.encode()
        self._socket.sendall(bytes([kind, 0x80 | 126]) + len(data).to_bytes(2, "big") + bytes(4) + data)

    def greet(self, path: str = "/") -> Listener:
        """Says what livereload's clients say on the page `path`, and takes the two answers."""
        self.send('{"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}')
        assert self.hear()["command"] == "hello"
        self.send(json.dumps({"command": "info", "url": f"http://127.0.0.1{path}"}))
        assert self.hear()["command"] == "state"
        return self

    def hear(self) -> dict[str, Any]:
        """The next message; nothing where the connection was closed."""
        head = self._file.read(2)
        if len(head) < 2 or head[0] & 15 == 8:
            return {}
        size = head[1] & 127
        if size >= 126:
            size = int.from_bytes(self._file.read(2 if size == 126 else 8), "big")
        return json.loads(self._file.read(size))

    def close(self) -> None:
        self._file.close()
        self._socket.close()


class Served:
    """`sitegen serve` on a site."""

    def __init__(self, site: SiteCase, *arguments: str, language: str = "en_US.UTF-8", wait: bool = True,
                 before: Callable[[], None] | None = None, **environment: str) -> None:  # fmt: skip
        self.site = site
        self.output = site.root / ".sitegen/preview"
        self.lines: list[str] = []
        self.errors: list[str] = []
        chosen = () if "--port" in arguments else ("--port", "0")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", "serve", *chosen, *arguments], cwd=site.root, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "LC_ALL": language, "PYTHONUTF8": "1", **environment}, preexec_fn=before,
        )  # fmt: skip
        self._readers = [threading.Thread(target=self._read, args=each, daemon=True)
                         for each in ((self.process.stdout, self.lines), (self.process.stderr, self.errors))]  # fmt: skip
        for each in self._readers:
            each.start()
        if not wait:
            return
        until(lambda: self.address or self.process.poll() is not None, self.said)
        assert self.address, self.said()

    @staticmethod
    def _read(stream, lines: list[str]) -> None:
        for line in stream:
            lines.append(line.rstrip("\n"))

    def said(self) -> str:
        return "\n".join([*self.lines, *self.errors])

    @property
    def address(self) -> str:
        found = re.search(r"http://[^/ ]+/\S*", "\n".join(self.lines))
        return found[0] if found else ""

    @property
    def port(self) -> int:
        return int(re.search(r":(\d+)/", self.address)[1])

    def get(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """One request, its path sent as it is written."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body.encode())))
            connection.endheaders(None if body is None else body.encode())
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def shows(self, path: str, text: str) -> None:
        """Waits until a page holds a text."""
        until(lambda: text in self.get(path).text, lambda: f"{text!r} in {path}\n{self.said()}")

    def is_gone(self, path: str) -> None:
        """Waits until there is nothing at an address."""
        until(lambda: self.get(path).status == 404, path)

    def problems(self) -> list[dict[str, Any]]:
        """What a browser that comes now is told to lay over its page."""
        listener = Listener(self.port)
        listener.send('{"command": "hello"}')
        listener.hear()
        listener.send('{"command": "info", "url": "/"}')
        told = listener.hear()["problems"]
        listener.close()
        return told

    def tells(self, text: str) -> None:
        """Waits until the terminal says a text."""
        until(lambda: text in self.said(), lambda: f"{text!r}:\n{self.said()}")

    def forget(self) -> None:
        """What was said until now counts no more."""
        self.lines[:] = [each for each in self.lines if "http://" in each]
        self.errors.clear()

    def holds(self, files: dict[str, bytes]) -> bool:
        """Whether the preview's folder holds these files and no other."""
        try:
            return tree(self.output) == files
        except FileNotFoundError:  # a build is just at work there
            return False

    def is_the_clean_build(self) -> None:
        """Waits until the preview's folder holds what a clean build of the same files makes, byte for byte."""
        clean = self.site.root.parent / "clean-preview"

        def same() -> bool:
            shutil.rmtree(clean, ignore_errors=True)
            options = Options(datetime.now(UTC).astimezone(peek(self.site.root).zone), drafts=True, future=True)
            assert not build(self.site.root, clean, options, clean=True, kept=False, prune=False).failed
            return self.holds(tree(clean))

        until(same, lambda: sorted(set(tree(self.output).items()) ^ set(tree(clean).items()))[:3])

    def stop(self, request: int = signal.SIGINT) -> int:
        """Ends it; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(request)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            for each in self._readers:
                each.join()
            self.process.stdout.close()
            self.process.stderr.close()


def visit(page, served: Served, path: str) -> None:
    """Opens a page and waits until it hears news. `loaded` is gone once it has been loaded again."""
    page.goto(served.address.rstrip("/") + path)
    page.locator("sitegen-preview[listens]").wait_for(state="attached")
    page.evaluate("window.loaded = true")


def is_the_same(page) -> bool:
    """Whether the page was not loaded again since it was visited."""
    return page.evaluate("window.loaded === true")
