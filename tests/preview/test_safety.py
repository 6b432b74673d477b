"""The preview answers this computer's browser, about the site, and nobody and nothing else."""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from kit import BLOG, SiteCase, tree
from served import PATIENCE, Listener, Served, until

from sitegen.preview.guard import is_known_host


@pytest.fixture(scope="module")
def files(blog: Served) -> Served:
    """The blog with files of many kinds."""
    for name in (
        "f.woff2",
        "f.webp",
        "f.avif",
        "f.svg",
        "f.webmanifest",
        "f.js",
        "f.pdf",
        "f.ico",
        ".htaccess",
        ".x/y.txt",
    ):
        blog.site.file(f"content/static/{name}", name)
    blog.site.file("content/static/lungo.bin", bytes(range(256)) * 4000).file("content/static/a b è.txt", "è")
    blog.site.file("segreto.txt", "segreto")
    blog.shows("/f.js", "f.js")
    until(lambda: blog.get("/lungo.bin").status == 200)
    return blog


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "localhost.evil.example", "127.0.0.1.nip.io",
                                  "", "192.168.1.7", "localhost@evil.example", "evil.example#localhost", "[::1"])  # fmt: skip
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/.sitegen/client.js",
        "/.sitegen/panel.js",
        "/.sitegen/renew.js",
        "/.sitegen/livereload",
        "/.sitegen/open",
        "/.sitegen/about?path=/blog/uno/",
        "/nulla/",
    ],
)
def test_a_foreign_name_is_refused(files: Served, host: str, path: str) -> None:
    answer = files.get(path, Host=host.format(port=files.port))
    assert answer.status in (400, 403)
    assert "Testo" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "LOCALHOST"])
def test_the_names_of_this_computer_are_not(files: Served, host: str) -> None:
    assert files.get("/", Host=host.format(port=files.port)).status == 200


@pytest.mark.parametrize(("host", "served", "known"), [
    ("pc-di-lia:8000", "0.0.0.0", True), ("pc-di-lia.local", "0.0.0.0", True), ("192.168.1.7:8000", "0.0.0.0", True),
    ("[fe80::1]:8000", "::", True), ("evil.example", "0.0.0.0", False), ("pc-di-lia:8000", "127.0.0.1", False),
    ("lia.example:8000", "lia.example", True), ("evil.example", "lia.example", False), ("a:b", "0.0.0.0", False),
])  # fmt: skip
def test_names_in_the_network(host: str, served: str, known: bool) -> None:
    assert is_known_host(host, served, "pc-di-lia") is known


@pytest.mark.parametrize("path", [
    "/../segreto.txt", "/%2e%2e/segreto.txt", "/..%2fsegreto.txt", "/%2e%2e%2f%2e%2e%2fsegreto.txt", "/..%5csegreto.txt",
    "/%252e%252e/segreto.txt", "//segreto.txt", "/./../segreto.txt", "/blog/../../../segreto.txt", "/%c0%ae%c0%ae/segreto.txt",
    "/blog/%00", "/%ff", "/.sitegen.json", "/.htaccess", "/.x/y.txt", "/%2ehtaccess", "/assets/", "/assets", "/media/",
    "//evil.example/%2e%2e", "/content/site.yaml", "/index.html/", "/index.html%00.txt", "/c:/segreto.txt", "/.sitegen/",
])  # fmt: skip
def test_nothing_but_the_sites_files_is_found(files: Served, path: str) -> None:
    answer = files.get(path)
    assert answer.status == 404
    assert b"segreto\n" not in answer.file
    assert b'"index.html"' not in answer.file
    assert "Location" not in answer.headers


def test_a_link_that_somebody_puts_into_the_folder_is_not_followed(files: Served) -> None:
    (files.output / "fuori.txt").symlink_to(files.site.root / "segreto.txt")
    assert files.get("/fuori.txt").status == 404
    (files.output / "fuori.txt").unlink()


def test_an_address_without_its_slash_leads_to_the_page(files: Served) -> None:
    answer = files.get("/blog/uno?a=1")
    assert (answer.status, answer.headers["Location"]) == (302, "/blog/uno/?a=1")


@pytest.mark.parametrize(("name", "type_"), [
    ("f.woff2", "font/woff2"), ("f.webp", "image/webp"), ("f.avif", "image/avif"), ("f.svg", "image/svg+xml; charset=utf-8"),
    ("f.webmanifest", "application/manifest+json; charset=utf-8"), ("f.js", "text/javascript; charset=utf-8"),
    ("f.pdf", "application/pdf"), ("f.ico", "image/x-icon"), ("feed.xml", "application/xml; charset=utf-8"),
    ("lungo.bin", "application/octet-stream"), ("index.html", "text/html; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
])  # fmt: skip
def test_types_and_nothing_kept(files: Served, name: str, type_: str) -> None:
    answer = files.get(f"/{name}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, type_)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "ETag" not in answer.headers
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_every_file_is_served_as_it_was_built(files: Served) -> None:
    built = {
        path: data for path, data in tree(files.output).items() if not any(p.startswith(".") for p in path.split("/"))
    }
    assert len(built) > 30
    for path, data in built.items():
        answer = files.get("/" + path.replace(" ", "%20").replace("è", "%C3%A8"))
        assert answer.status == 200, path
        assert answer.file == data, path
        assert (answer.body != data) == path.endswith(".html"), path


@pytest.mark.parametrize("path", ["/", "/lungo.bin", "/nulla/"])
def test_head_tells_the_same_without_a_body(files: Served, path: str) -> None:
    whole, head = files.get(path), files.get(path, "HEAD")
    assert head.body == b""
    assert head.status == whole.status
    assert int(head.headers["Content-Length"]) == len(whole.body)


@pytest.mark.parametrize(("asked", "first", "last"), [
    ("bytes=0-9", 0, 10), ("bytes=10-", 10, 1_024_000), ("bytes=-5", 1_023_995, 1_024_000), ("bytes=5-99999999", 5, 1_024_000),
])  # fmt: skip
def test_a_part_of_a_file(files: Served, asked: str, first: int, last: int) -> None:
    answer = files.get("/lungo.bin", Range=asked)
    assert answer.status == 206
    assert answer.headers["Content-Range"] == f"bytes {first}-{last - 1}/1024000"
    assert answer.body == (bytes(range(256)) * 4000)[first:last]


@pytest.mark.parametrize(("asked", "status"), [("bytes=2000000-", 416), ("bytes=-0", 416), ("bytes=9-2", 200), ("lines=1", 200)])  # fmt: skip
def test_a_part_that_is_not_there(files: Served, asked: str, status: int) -> None:
    assert files.get("/lungo.bin", Range=asked).status == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_a_page_is_only_read(files: Served, method: str) -> None:
    assert files.get("/", method, body="x").status in (403, 405)


def test_a_form_that_is_sent_is_told_why_nothing_happens(files: Served) -> None:
    assert "Forms are not sent in the preview" in files.get("/invia.php", "POST", body="nome=Lia").text


# The websocket


def test_a_page_of_another_site_gets_no_news(files: Served) -> None:
    for origin in ("http://evil.example", "null", f"http://127.0.0.1:{files.port + 1}", "http://127.0.0.1"):
        other = Listener(files.port, Origin=origin)
        assert other.status == 403, origin
        other.close()
    own = Listener(files.port, Origin=f"http://127.0.0.1:{files.port}")
    assert own.status == 101
    own.greet().close()


@pytest.mark.parametrize("garbage", ["", "{", "[]", "null", '"x"', '{"command": []}', '{"command": "info"}', b"\xff\0"])
def test_garbage_is_no_traceback(files: Served, garbage: str | bytes) -> None:
    listener = Listener(files.port)
    listener.send(garbage)
    listener.send('{"command": "hello"}')
    listener.hear()
    listener.close()
    assert files.get("/").status == 200
    assert "Traceback" not in files.said()


def test_a_reload_is_nothing_that_one_can_ask_for(files: Served) -> None:
    assert files.get("/forcereload").status == 404


# The editor


@pytest.fixture
def editor(tmp_path: Path, serve):
    """A preview whose editor writes down what it is asked to open."""
    program = tmp_path / "code"
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/opened\n')
    program.chmod(0o755)
    site = SiteCase(tmp_path / "site").write(BLOG)
    site.file("segreto.md", "x").file("content/static/programma.desktop", "x")
    (site.root / "content/posts/fuori.yaml").symlink_to(site.root / "segreto.md")
    site.file("content/posts/uno.md", "---\ntitel: Uno\n---\n")
    return serve(site, VISUAL=str(program)), tmp_path / "opened"


def ask(served: Served, path: str, **headers: str) -> int:
    chosen = {"Origin": f"http://127.0.0.1:{served.port}", "Content_Type": "application/json"} | headers
    return served.get("/.sitegen/open", "POST", json.dumps({"path": path, "line": 2}), **chosen).status


def test_a_page_of_the_preview_opens_a_file_of_the_site(editor: tuple[Served, Path]) -> None:
    served, opened = editor
    for path in ("../x", "segreto.md", "/etc/passwd", "content/posts/fuori.yaml", "content/../segreto.md", "content/posts",
                 "content/static/programma.desktop", "content/\0"):  # fmt: skip
        assert ask(served, path) == 404, path
    for headers in (
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Content_Type": "text/plain"},
        {"Host": "evil.example"},
    ):
        assert ask(served, "content/posts/uno.md", **headers) == 403, headers
    assert served.get("/.sitegen/open").status == 405
    assert served.get("/.sitegen/open", "POST", "[]", Origin=f"http://127.0.0.1:{served.port}",
                      Content_Type="application/json").status == 400  # fmt: skip
    assert ask(served, "content/posts/uno.md") == 204
    until(opened.exists)
    until(lambda: opened.read_text().endswith("\n"))
    assert opened.read_text() == f"-g {served.site.root}/content/posts/uno.md:2\n"


# The port


def test_a_port_that_is_taken_gives_the_next_one_and_says_so(tmp_path: Path, serve) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = serve(SiteCase(tmp_path / "site"), "--port", str(port))
        assert served.port > port
        assert f"Port {port} is taken: using {served.port}." in served.said()
        assert served.get("/").status == 200


def test_only_this_computer_is_listened_to(files: Served) -> None:
    with socket.socket() as other:
        try:
            other.connect((socket.gethostbyname(socket.gethostname()), files.port))
        except OSError:
            return
        assert other.getpeername()[0].startswith("127."), "it answers on the network"


def test_a_phone_on_the_same_network_is_answered_where_it_is_asked_for(tmp_path: Path, serve) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        if way.connect_ex(("192.0.2.1", 9)):
            pytest.skip("needs a network")
    served = serve(SiteCase(tmp_path / "site").write(BLOG), "--host", "0.0.0.0")
    served.tells("From a phone on the same network: ")
    named = next(line.rpartition(" ")[2] for line in served.lines if "same network" in line)
    phone = urlsplit(named)
    assert phone.port == served.port
    assert not ipaddress.ip_address(phone.hostname).is_loopback
    connection = http.client.HTTPConnection(phone.hostname, phone.port, timeout=PATIENCE)
    connection.request("GET", "/blog/uno/")  # under the name that stands in the terminal
    answer = connection.getresponse()
    assert answer.status == 200
    assert "Testo di uno." in answer.read().decode()
    connection.close()
    assert served.get("/", Host="evil.example").status == 403
    listener = Listener(served.port, Host=phone.netloc, Origin=f"http://{phone.netloc}").greet("/blog/uno/")
    served.site.edit("content/posts/uno.md", "Testo di uno.", "Scritto adesso.")
    assert listener.hear()["command"] == "reload"
    listener.close()
