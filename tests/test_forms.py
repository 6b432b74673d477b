"""The program behind the forms of the site that comes with sitegen, run by PHP itself, with a mailbox that is a folder."""

from __future__ import annotations

import base64
import email
import http.client
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from kit import NOW, PageReader

from sitegen.build import build
from sitegen.model.states import Options

ROOT = Path(__file__).parent.parent
PROGRAM = "/invia.php"
CONSENT = "Ho letto l'informativa privacy e chiedo di ricevere una risposta."
CONTACT = {
    "form-name": "contact", "name": "Anna Però", "email": "anna@example.it", "service": "Posta e calendario",
    "message": "Buongiorno.\n\nHo tre caselle, e nessuna è vuota.", "consent": CONSENT,
    "page": "https://www.orelibere.example/contatti/", "subject": "Richiesta dal sito", "_gotcha": "",
    "redirect": "https://www.orelibere.example/grazie/",
}  # fmt: skip


class Reply(NamedTuple):
    status: int
    headers: dict[str, str]
    text: str


class Server:
    """PHP's own server on the built site; what it mails lies in `folder`."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.folder = folder
        self.mailbox = folder / "mail"
        self.mailbox.mkdir()
        sendmail = folder / "sendmail"
        sendmail.write_text(f'#!/bin/sh\n[ -e "{folder}/broken" ] && exit 75\ncat > "{self.mailbox}/$$"\n')
        sendmail.chmod(0o755)
        (folder / "tmp").mkdir()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = subprocess.Popen(
            ["php", "-n", "-d", f"sendmail_path={sendmail}", "-d", f"sys_temp_dir={folder}/tmp", "-S", f"127.0.0.1:{self.port}", "-t", str(site)],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stderr
        if "started" not in self.process.stderr.readline():
            pytest.fail("PHP's server has not started")
        self.log = threading.Thread(target=self.process.stderr.read)  # what it logs must not fill the pipe
        self.log.start()

    def post(self, fields: dict[str, str] | str, path: str = PROGRAM, method: str = "POST") -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        body = fields if isinstance(fields, str) else urlencode(fields)
        connection.request(method, path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        reply = Reply(answer.status, dict(answer.getheaders()), answer.read().decode())
        connection.close()
        return reply

    def mail(self) -> list[Message]:
        return [email.message_from_bytes(path.read_bytes()) for path in sorted(self.mailbox.iterdir())]

    def the_mail(self) -> Message:
        (only,) = self.mail()
        return only

    def empty(self) -> None:
        for path in [*self.mailbox.iterdir(), *(self.folder / "tmp").iterdir()]:
            path.unlink()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if shutil.which("php") is None:
        pytest.skip("needs PHP: apt-get install php-cli")
    folder = tmp_path_factory.mktemp("forms")
    assert not build(ROOT, folder / "output", Options(NOW)).failed
    server = Server(folder / "output", folder)
    yield server
    server.process.terminate()
    server.log.join()
    server.process.communicate()


@pytest.fixture
def server(running: Server) -> Server:
    running.empty()
    (running.folder / "broken").unlink(missing_ok=True)
    return running


def body_of(message: Message) -> str:
    data = message.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data.decode().replace("\r\n", "\n")


def subject_of(message: Message) -> str:
    (encoded,) = re.findall(r"^=\?UTF-8\?B\?(.*)\?=$", message["Subject"])
    return base64.b64decode(encoded).decode()


def typed(reply: Reply) -> dict[str, str]:
    """What the page that comes back holds in its fields."""
    page = PageReader(reply.text)
    found = {tag["name"]: tag.get("value", "") for name, tag in page.elements if name == "input"}
    texts = re.findall(r'<textarea id="(\w+)"[^>]*>\n(.*?)</textarea>', reply.text, re.DOTALL)
    return found | dict(texts)


def test_a_message_arrives_and_the_visitor_is_thanked(server: Server) -> None:
    reply = server.post(CONTACT)
    assert (reply.status, reply.headers["Location"]) == (303, "/grazie/")
    message = server.the_mail()
    assert message["To"] == "ciao@orelibere.example"
    assert message["From"] == "sito@orelibere.example"
    assert message["Reply-To"] == "anna@example.it"
    assert subject_of(message) == "Richiesta dal sito"
    text = body_of(message)
    for part in (
        "Anna Però",
        "Posta e calendario",
        "Buongiorno.\n\nHo tre caselle, e nessuna è vuota.",
        CONSENT,
        "/contatti/",
    ):
        assert part in text


def test_the_forms_of_the_built_site_are_those_that_the_program_takes(server: Server) -> None:
    """Filled in as a browser sends them, from the pages where they stand."""
    for address, name in (
        ("/contatti/", "contact"),
        ("/risorse/", "newsletter"),
        ("/blog/posta-in-arrivo-tre-cartelle/", "comments"),
    ):
        server.empty()
        page = server.post("", address, "GET")
        form = re.search(rf'<form[^>]* name="{name}" action="([^"]*)".*?</form>', page.text, re.DOTALL)
        assert form, address
        reader = PageReader(form[0])
        fields = {
            tag["name"]: tag.get("value", "")
            for kind, tag in reader.elements
            if kind in ("input", "textarea") and "name" in tag
        }
        asked = [field for field in fields if fields[field] == "" and field != "_gotcha"]
        fields |= {field: "anna@example.it" if field == "email" else f"scritto in {field}" for field in asked}
        reply = server.post(fields, form[1])
        assert reply.status == 303, (address, reply.text)
        assert server.post("", reply.headers["Location"], "GET").status == 200
        text = body_of(server.the_mail())
        assert not [field for field in asked if fields[field] not in text + str(server.the_mail()["Reply-To"])]


def test_a_comment_comes_ready_to_be_pasted(server: Server) -> None:
    import yaml

    comment = {"name": 'Renato "R." P.', "comment": "Funziona?\n\n- id: c9: no"}
    assert server.post(CONTACT | comment | {"form-name": "comments"}).status == 303
    (entry,) = yaml.safe_load(body_of(server.the_mail()).partition("dell'articolo:\n")[2])
    assert (entry["name"], entry["text"]) == (comment["name"], comment["comment"])


@pytest.mark.parametrize("missing", ["name", "email", "message", "consent"])
def test_what_is_missing_is_told_and_nothing_typed_is_lost(server: Server, missing: str) -> None:
    reply = server.post({**CONTACT, missing: ""})
    assert reply.status == 422
    assert server.mail() == []
    kept = typed(reply)
    for field in ("name", "email", "message", "service", "subject", "redirect"):
        assert kept[field] == ("" if field == missing else CONTACT[field].replace("\r\n", "\n"))
    assert ("checked" in PageReader(reply.text).attributes("input", type="checkbox")[0]) == (missing != "consent")
    assert server.post(kept | {missing: CONTACT[missing]}).status == 303


@pytest.mark.parametrize(
    "written", ["anna", "anna@", "@example.it", "anna@example.it, altri@example.it", "anna example@x.it"]
)
def test_an_address_that_is_none(server: Server, written: str) -> None:
    reply = server.post(CONTACT | {"email": written})
    assert reply.status == 422
    assert "controlla l’indirizzo" in reply.text
    assert server.mail() == []


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r", "\u2028", "%0d%0a"])
@pytest.mark.parametrize(
    "field", ["name", "email", "subject", "page", "service", "message", "consent", "redirect", "form-name"]
)
def test_no_field_becomes_a_header(server: Server, field: str, line_end: str) -> None:
    attack = f"{CONTACT[field]}{line_end}Bcc: vittima@example.org{line_end}X-Mio: 1{line_end}{line_end}testo"
    reply = server.post(CONTACT | {field: attack})
    assert reply.status in (303, 400, 422)
    assert "Bcc" not in str(reply.headers)
    for message in server.mail():
        assert set(message.keys()) <= {"To", "Subject", "From", "Reply-To", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "X-PHP-Originating-Script"}  # fmt: skip
        assert (message["To"], message["Bcc"]) == ("ciao@orelibere.example", None)
        assert "\n" not in subject_of(message)


@pytest.mark.parametrize("target", [
    "https://evil.example/", "//evil.example/", "/\\evil.example/", "https://www.orelibere.example.evil.example/",
    "https://www.orelibere.example@evil.example/", "javascript:alert(1)", "/grazie/\r\nSet-Cookie: a=b",
])  # fmt: skip
def test_the_visitor_is_never_sent_to_another_site(server: Server, target: str) -> None:
    reply = server.post(CONTACT | {"redirect": target})
    assert (reply.status, reply.headers["Location"]) == (303, "/grazie/")
    assert "Set-Cookie" not in reply.headers


def test_another_page_of_the_site_may_thank(server: Server) -> None:
    assert (
        server.post(CONTACT | {"redirect": "https://www.orelibere.example/risorse/#modelli"}).headers["Location"]
        == "/risorse/#modelli"
    )


def test_what_is_typed_stays_text_on_the_page(server: Server) -> None:
    script = '"><script>alert(1)</script>'
    reply = server.post(
        CONTACT
        | {"name": script, "message": f"</textarea>{script}", "consent": "", "subject": script, "redirect": script}
    )
    assert reply.status == 422
    assert "<script" not in reply.text
    assert typed(reply)["name"] == script
    assert typed(reply)["subject"] == script
    assert "script" not in reply.headers["Content-Security-Policy"]


def test_a_robot_is_thanked_and_not_heard(server: Server) -> None:
    reply = server.post(CONTACT | {"_gotcha": "https://comprami.example"})
    assert (reply.status, reply.headers["Location"]) == (303, "/grazie/")
    assert server.mail() == []


def test_only_forms_are_taken(server: Server) -> None:
    reply = server.post("", method="GET")
    assert (reply.status, reply.headers["Allow"]) == (405, "POST")
    assert server.post(CONTACT | {"form-name": "altro"}).status == 400
    assert server.post("").status == 400
    assert server.post("form-name[]=contact&name[]=x").status == 400
    assert server.post(urlencode(CONTACT).replace("name=Anna", "name[a]=Anna")).status == 422
    assert server.mail() == []


def test_too_much_is_too_much(server: Server) -> None:
    long = server.post(CONTACT | {"message": "à" * 5001})
    assert long.status == 422
    assert "5000" in long.text
    assert typed(long)["message"] == "à" * 5001
    assert server.post(CONTACT | {"message": "à" * 5000}).status == 303
    assert server.post(CONTACT | {"message": "a" * 70_000}).status == 413
    assert server.post(CONTACT | {"name": "a" * 101}).status == 422


def test_many_messages_from_one_place_have_to_wait(server: Server) -> None:
    assert [server.post(CONTACT).status for _ in range(6)] == [303] * 5 + [429]
    reply = server.post(CONTACT)
    assert reply.headers["Retry-After"] == "3600"
    assert typed(reply)["message"] == CONTACT["message"]
    assert len(server.mail()) == 5
    kept = "".join(path.read_text() + path.name for path in (server.folder / "tmp").iterdir())
    assert "127.0.0.1" not in kept


def test_a_mail_that_does_not_leave_is_told_and_not_lost(server: Server) -> None:
    (server.folder / "broken").touch()
    reply = server.post(CONTACT)
    assert reply.status == 502
    assert typed(reply)["message"] == CONTACT["message"]
    assert "ciao@orelibere.example" in reply.text
