"""Links to other sites: what real servers answer, how politely they are asked, and how long their answers are remembered."""

from __future__ import annotations

import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from kit import BLOG, SiteCase, command_here

from sitegen.check.asking import AGENT, Answer, Kind, ask_for
from sitegen.check.external import LASTS, answers_to

STATUSES = {"/fine": 200, "/gone": 404, "/left": 410, "/shy": 403, "/busy": 429, "/broken": 503}
MOVES = {
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/today": (302, "/fine"),
    "/through": (302, "/moved"),
    "/to-nothing": (301, "/gone"),
    "/round": (302, "/round"),
    "/file": (301, "file:///etc/passwd"),
    "/data": (302, "data:text/plain,x"),
    "/askew": (301, "http://[/"),
    "http://93.184.215.14/": (301, "http://127.0.0.1/fine"),
}


class _Site(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/no-heads" else 0)

    def do_GET(self) -> None:
        self.answer(200 if self.path == "/no-heads" else 0)

    def answer(self, status: int) -> None:
        server: Server = self.server  # type: ignore[assignment]
        with server.counting:
            server.asked.append((self.command, self.path, self.headers["User-Agent"]))
            server.now += 1
            server.most = max(server.most, server.now)
        if self.path.startswith("/wait"):
            server.together.wait(timeout=30)
        with server.counting:
            server.now -= 1
        status, target = MOVES.get(self.path, (status or STATUSES.get(self.path, 200), ""))
        self.send_response(status)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A site on this computer that counts who asks."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Site)
        self.asked: list[tuple[str, str, str]] = []
        self.counting = threading.Lock()
        self.now = self.most = 0
        self.together = threading.Barrier(2)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "kind", "status"),
    [
        ("/fine", "fine", 200),
        ("/no-heads", "fine", 200),
        ("/gone", "gone", 404),
        ("/left", "gone", 410),
        ("/to-nothing", "gone", 404),
        ("/shy", "status", 403),
        ("/busy", "status", 429),
        ("/broken", "status", 503),
        ("/round", "status", 302),
        ("/today", "fine", 200),
        ("/through", "fine", 200),
        ("/moved", "moved", 200),
        ("/moved-twice", "moved", 200),
        ("/file", "status", 301),
        ("/data", "status", 302),
        ("/askew", "status", 301),
    ],
)
def test_what_a_server_answers(server: Server, path: str, kind: str, status: int) -> None:
    answer = ask_for(server.url(path))
    assert (answer.kind, answer.status) == (kind, status)
    assert answer.target == (server.url("/fine") if kind == "moved" else "")
    assert {agent for _, _, agent in server.asked} == {AGENT}
    assert "sitegen" in AGENT


def test_no_other_site_leads_into_this_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.setenv("no_proxy", "")
    answer = ask_for("http://93.184.215.14/")
    assert (answer.kind, answer.status) == ("status", 301)
    assert [path for _, path, _ in server.asked] == ["http://93.184.215.14/"]


def test_a_head_is_asked_for_first_and_the_whole_only_where_that_fails(server: Server) -> None:
    ask_for(server.url("/fine"))
    ask_for(server.url("/no-heads"))
    assert [(method, path) for method, path, _ in server.asked] == [
        ("HEAD", "/fine"),
        ("HEAD", "/no-heads"),
        ("GET", "/no-heads"),
    ]


def test_who_is_not_there_is_told_from_who_does_not_answer() -> None:
    assert ask_for("http://niente.invalid/").kind in ("dns", "silent")  # which a computer without a network cannot tell
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    assert ask_for(f"http://127.0.0.1:{port}/").kind == "refused"
    assert ask_for("http://[/").kind == "refused"


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs the command openssl, which makes a certificate")
def test_a_certificate_of_nobody_is_told(server: Server, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
                    "/CN=nobody", "-keyout", key, "-out", certificate], check=True, capture_output=True)  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    assert ask_for(server.url("/fine").replace("http:", "https:")).kind == "tls"


def test_one_host_is_asked_two_things_at_a_time(server: Server, tmp_path: Path) -> None:
    paths = [f"/wait{number}" for number in range(6)]
    answers = answers_to(map(server.url, paths), tmp_path / "external.json", time.time, pause=0)
    assert {each.kind for each in answers.values()} == {"fine"}
    assert server.most == 2
    assert sorted(path for _, path, _ in server.asked) == paths


def test_what_is_well_is_remembered_and_what_has_failed_is_tried_again(tmp_path: Path) -> None:
    asked: list[str] = []
    kinds: dict[str, Kind] = {
        f"https://{each}.example/": each for each in ("fine", "moved", "gone", "status", "tls", "silent", "dns")
    }

    def ask(url: str) -> Answer:
        asked.append(url)
        return Answer(kinds[url])

    failed = {"status", "tls", "silent", "dns"}
    for moment, expected in (
        (0.0, set(kinds.values())),
        (0.0, failed),
        (LASTS["gone"] - 1, failed),
        (LASTS["gone"] + 1, failed | {"gone"}),
        (LASTS["fine"] + 1, set(kinds.values())),
        (0.0, set(kinds.values())),  # the clock was set back
    ):
        asked.clear()
        answers = answers_to([*kinds, *kinds], tmp_path / "kept/external.json", lambda at=moment: at, ask, pause=0)
        assert sorted(asked) == sorted(url for url, kind in kinds.items() if kind in expected)
        assert {url: each.kind for url, each in answers.items()} == kinds


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ({"https://a.example/": "dns", "https://b.example/": "dns"}, ["offline", "offline"]),
        ({"https://a.example/": "unreached", "https://b.example/": "dns"}, ["offline", "offline"]),
        (
            {"https://a.example/": "dns", "https://b.example/": "dns", "https://c.example/": "silent"},
            ["offline", "offline", "silent"],
        ),
        ({"https://a.example/": "dns", "https://a.example/due": "dns"}, ["lost", "lost"]),
        ({"https://a.example/": "dns", "https://b.example/": "status"}, ["dns", "status"]),
        ({"https://a.example/": "silent", "https://b.example/": "silent"}, ["silent", "silent"]),
    ],
)
def test_no_name_is_blamed_where_none_is_found(tmp_path: Path, heard: dict[str, Kind], expected: list[Kind]) -> None:
    answers = answers_to(heard, tmp_path / "external.json", time.time, lambda url: Answer(heard[url]), pause=0)
    assert [each.kind for each in answers.values()] == expected


@pytest.mark.parametrize(("now", "expected"), [("fine", ["dns", "fine"]), ("dns", ["offline", "offline"])])
def test_a_site_that_was_well_tells_whether_there_is_a_network(tmp_path: Path, now: Kind, expected: list[Kind]) -> None:
    file, urls = tmp_path / "external.json", ["https://a.example/", "https://b.example/"]
    answers_to(urls[1:], file, time.time, lambda _: Answer("fine"), pause=0)
    answers = answers_to(urls, file, time.time, lambda url: Answer(now if url in urls[1:] else "dns"), pause=0)
    assert [each.kind for each in answers.values()] == expected
    asked: list[str] = []
    answers_to(urls[1:], file, time.time, lambda url: asked.append(url) or Answer("fine"), pause=0)
    assert asked == []  # what was well a moment ago is remembered, though nobody is found


def test_what_was_heard_before_somebody_stops_it_is_remembered(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    urls = [f"https://a.example/{name}" for name in "abcdef"]
    with pytest.raises(KeyboardInterrupt):
        answers_to(urls, tmp_path / "external.json", time.time, lambda _: Answer("fine"), pause=0, progress=stop)
    known = json.loads((tmp_path / "external.json").read_text())
    assert len(known) == 2
    asked: list[str] = []
    answers = answers_to(
        urls, tmp_path / "external.json", time.time, lambda url: asked.append(url) or Answer("fine"), pause=0
    )
    assert sorted([*asked, *known]) == sorted(answers) == urls


def test_a_mistake_of_ours_is_no_answer(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        answers_to(["https://a.example/"], tmp_path / "external.json", time.time, lambda _: Answer("fine", 1 // 0))


def test_others_are_asked_when_somebody_wants_it_and_only_what_she_names(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = SiteCase(tmp_path / "site").write(BLOG)
    site.edit("content/posts/uno.md", "Testo", f"[Via]({server.url('/gone')}#x), [di là]({server.url('/fine')}). Testo")
    site.edit("content/posts/due.md", "Testo", f"[Altrove]({server.url('/moved')}). Testo")
    monkeypatch.chdir(site.root)

    def told(*arguments: str) -> list[tuple[str, str, int]]:
        said = command_here(capsys, "check", "--only", "external-link,external-moved", "--format", "json", *arguments)
        return [(each["rule"], each["path"], each["line"]) for each in json.loads(said.stdout)["problems"]]

    assert (told(), server.asked) == ([], [])
    gone, moved = ("external-link", "content/posts/uno.md", 7), ("external-moved", "content/posts/due.md", 8)
    assert told("--external", "content/posts/uno.md") == [gone]
    assert {path for _, path, _ in server.asked} == {"/gone", "/fine"}
    server.asked.clear()
    assert told("--external") == [moved, gone]
    assert {path for _, path, _ in server.asked} == {"/moved", "/fine"}  # where the other page has gone


def test_memory_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "external.json").write_text("{")
    assert (
        answers_to(["https://a.example/"], tmp_path / "external.json", time.time, lambda _: Answer("fine"))[
            "https://a.example/"
        ].kind
        == "fine"
    )
