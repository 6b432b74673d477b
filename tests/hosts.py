"""The servers of cheap hosts, started on a built site: Apache as it obeys an `.htaccess`, nginx with a file that it includes, and Python's own."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

MODULES = "mpm_event authz_core dir mime alias rewrite headers deflate filter autoindex".split()
APACHE = """ServerRoot "{own}"
PidFile "{own}/pid"
ErrorLog "{own}/errors"
ServerName localhost
Listen 127.0.0.1:{port}
{modules}
<IfModule mime_module>
TypesConfig /etc/mime.types
</IfModule>
DocumentRoot "{site}"
DirectoryIndex index.html
{user}
<Directory "{site}">
AllowOverride FileInfo
Options Indexes FollowSymLinks
Require all granted
</Directory>
"""
NGINX = """{user}
daemon off;
pid "{own}/pid";
error_log "{own}/errors";
events {{}}
http {{
include /etc/nginx/mime.types;
access_log off;
client_body_temp_path "{own}"; proxy_temp_path "{own}"; fastcgi_temp_path "{own}"; uwsgi_temp_path "{own}"; scgi_temp_path "{own}";
server {{ listen 127.0.0.1:{port}; server_name localhost; root "{site}"; include "{site}/sitegen.nginx.conf"; }}
}}
"""


class Host:
    """A server that runs; `ask` is one request to it, which follows nothing."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """The answer, with its body read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest("GET", path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", "www.example.it")
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")  # type: ignore[attr-defined]
        connection.close()
        return answer

    def leads(self, path: str) -> tuple[int, str]:
        """The status of an address and the path that it leads to."""
        answer = self.ask(path)
        location = answer.headers.get("Location", "")
        return answer.status, location.removeprefix("http://www.example.it").removeprefix(
            f"http://localhost:{self.port}"
        )


@contextmanager
def apache(tree: Path, without: Collection[str] = ()) -> Iterator[Host]:
    """Apache on a copy of a tree, of which it may read all, `without` some of its modules."""
    program = shutil.which("apache2") or shutil.which("apache2", path="/usr/sbin")
    modules = Path("/usr/lib/apache2/modules")
    if program is None or not modules.is_dir():
        pytest.skip("needs Apache: apt-get install apache2-bin")
    lines = "\n".join(f"LoadModule {each}_module {modules}/mod_{each}.so" for each in MODULES if each not in without)
    user = "User www-data\nGroup www-data" if os.getuid() == 0 else ""
    with _served(tree, APACHE.replace("{modules}", lines).replace("{user}", user),
                 lambda file: [program, "-DFOREGROUND", "-f", str(file)]) as host:  # fmt: skip
        yield host


@contextmanager
def nginx(tree: Path) -> Iterator[Host]:
    """nginx likewise."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("needs nginx: apt-get install nginx-light")
    user = "user www-data;" if os.getuid() == 0 else ""
    with _served(tree, NGINX.replace("{user}", user), lambda file: [program, "-c", str(file), "-e", "stderr"]) as host:
        yield host


@contextmanager
def files(folder: Path, handler: type[SimpleHTTPRequestHandler]) -> Iterator[str]:
    """The address of a folder that Python's own server gives, by a `handler` of its requests."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def _served(tree: Path, settings: str, command: Callable[[Path], list[str]]) -> Iterator[Host]:
    with tempfile.TemporaryDirectory(prefix="host-") as folder:
        own = Path(folder)
        own.chmod(0o755)
        shutil.copytree(tree, own / "site")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        (own / "settings").write_text(settings.format(own=own, site=own / "site", port=port))
        with (own / "said").open("wb") as said:
            process = subprocess.Popen(command(own / "settings"), stdout=said, stderr=said)
        host = Host(port)
        try:
            _wait(process, host, own)
            yield host
        finally:
            process.terminate()
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], host: Host, own: Path) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", host.port), timeout=1).close()
            return
        time.sleep(0.02)
    raise AssertionError((own / "said").read_text() + "".join(each.read_text() for each in own.glob("errors")))
