"""`sitegen check --fix`: what is shown, what is written, and what never is."""

from __future__ import annotations

import json
import os
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kit import NOW, SiteCase, command_here, tree

from sitegen.build import Survey, survey
from sitegen.check.check import Asked
from sitegen.check.mend import description, mends_of
from sitegen.check.spelling import Slip
from sitegen.check.subject import subject_of
from sitegen.model.states import Options
from sitegen.parse.memo import NO_MEMO

WRONG = """\
-- content/site.yaml --
# perche'  no
title:   "Perchè no"   # un pò
base_url: https://www.example.it/
description: 'Qual''è , dunque?'
cards: no
icons: no
hosting: none
menus:
    main: [{to: pages/io.md, label: Chi sù}]
-- content/pages/io.md --
---
title: Io
---
"""
POST = """\
---
# un pò  di  appunti , perchè
title: "Perchè un'agenda"
tags: [perche, pò]
slug: perche
date:   2026-01-14
dek: |
  Un pò di pane.
check: {mute: {double-word: Si dice così}}
---
E' il il momento: qual'è , dunque?

## Sopratutto l'agenda

Vedi [sopratutto](#sopratutto-agenda) e `perche'  no`.

Ecco <img src="perche.svg">.

```
perche'  no
```
"""
RIGHT = """\
---
# un pò  di  appunti , perchè
title: "Perché un'agenda"
tags: [perche, pò]
slug: perche
date:   2026-01-14
dek: |
  Un po’ di pane.
check: {mute: {double-word: Si dice così}}
---
È il il momento: qual è, dunque?

## Sopratutto l'agenda

Vedi [soprattutto](#sopratutto-agenda) e `perche'  no`.

Ecco <img src="perche.svg">.

```
perche'  no
```
"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"/>'
PATH = "content/posts/agenda.md"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteCase:
    site = SiteCase(tmp_path / "site").write(WRONG)
    site.file(PATH, "\ufeff" + POST.replace("\n", "\r\n")).file("content/posts/perche.svg", PICTURE)
    monkeypatch.chdir(site.root)
    return site


def test_without_a_terminal_it_only_shows(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    before = tree(site.root)
    said = command_here(capsys, "check", "--fix", "--lang", "it")
    assert {path: data for path, data in tree(site.root).items() if not path.startswith(".sitegen/")} == before
    assert said.returncode == 1
    assert '-title: "Perchè un\'agenda"\n+title: "Perché un\'agenda"\n' in said.stdout
    assert said.stdout.endswith(
        "8 correzioni, in 2 file.\nNon ho scritto nulla. Per scrivere senza domande:  sitegen check --fix --yes\n"
    )
    assert "\x1b" not in said.stdout


def test_all_that_is_certain_is_written_and_nothing_else(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    by_hand = SiteCase(site.root.parent / "by-hand").write(WRONG)
    config = WRONG.split("-- content/pages")[0].split("\n", 1)[1]
    config = config.replace("''è , dunque", "''è, dunque").replace("Chi sù", "Chi su")
    by_hand.file("content/site.yaml", config).file(PATH, RIGHT).file("content/posts/perche.svg", PICTURE)
    said = command_here(capsys, "check", "--fix", "--yes", "--lang", "en")
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.endswith("8 corrections, in 2 files.\nDone. To see what is left, run  sitegen check\n")
    assert site.root.joinpath(PATH).read_bytes() == ("\ufeff" + RIGHT.replace("\n", "\r\n")).encode()
    assert tree(site.build().output) == tree(by_hand.build().output)
    again = command_here(capsys, "check", "--fix", "--lang", "en")
    assert (again.returncode, again.stdout) == (0, "Nothing that can be fixed automatically.\n")


def test_only_what_is_asked_for(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    config = site.root.joinpath("content/site.yaml").read_bytes()
    said = command_here(capsys, "check", "--fix", "--yes", "--only", "accents", PATH, "--lang", "en")
    assert "1 correction, in 1 file." in said.stdout
    assert (
        site.root.joinpath(PATH).read_bytes()
        == ("\ufeff" + POST.replace("\n", "\r\n").replace("Perchè un", "Perché un")).encode()
    )
    assert site.root.joinpath("content/site.yaml").read_bytes() == config


def test_what_is_not_on_the_site_yet_is_counted_and_not_passed_over(
    site: SiteCase, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = "content/posts/l'agenda.md"
    site.file(draft, "---\ntitle: Perchè\ndraft: true\n---\nTesto.\n")
    one = f'1 document not yet on the site (a draft or scheduled) was not checked. To check it:  {{}} "{draft}"\n'
    for command in ("check", "check --fix", "check --fix --yes", "check --fix"):
        said = command_here(capsys, *command.split(), "--lang", "en").stdout
        assert one.format("sitegen check --fix" if "fix" in command else "sitegen check") in said
    site.file("content/posts/poi.md", "---\ntitle: Perchè\ndate: 2126-01-01\n---\nTesto.\n")
    said = command_here(capsys, "check", "--lang", "it").stdout
    assert said.endswith("2 documenti non ancora sul sito (bozze o programmati) non sono stati letti."
                         " Per leggerli:  sitegen check --drafts --future\n")  # fmt: skip
    told = json.loads(command_here(capsys, "check", "--drafts", "--format", "json").stdout)
    assert told["waiting"] == ["content/posts/poi.md"]
    for shown in (["--drafts", "--future"], [draft]):
        said = command_here(capsys, "check", "--fix", *shown, "--lang", "en").stdout
        assert "+title: Perché\n" in said
        assert "not checked" not in said
    said = command_here(capsys, "check", "--fix", "--yes", draft, "--lang", "en").stdout
    assert said.endswith(f'To see what is left, run  sitegen check "{draft}"\n')


def test_a_site_with_errors_is_left_alone(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("content/pages/io.md", "title: Io", "titel: Io")
    said = command_here(capsys, "check", "--fix", "--yes", "--lang", "en")
    assert (said.returncode, said.stdout) == (1, "")
    assert "E102" in said.stderr
    assert site.root.joinpath(PATH).read_bytes() == ("\ufeff" + POST.replace("\n", "\r\n")).encode()


def test_all_is_taken_back_but_what_was_saved_meanwhile(
    site: SiteCase, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = site.root.joinpath(PATH).read_bytes()

    def save_meanwhile(*given: Any) -> Survey:
        if site.root.joinpath(PATH).read_bytes() != before:
            site.file("content/site.yaml", "titel: Suo")
        return survey(*given)

    monkeypatch.setattr("sitegen.cli.fix.survey", save_meanwhile)
    said = command_here(capsys, "check", "--fix", "--yes", "--lang", "en")
    assert said.returncode == 1
    assert "E102" in said.stderr
    assert said.stderr.endswith("The files are as they were.\n")
    assert site.root.joinpath(PATH).read_bytes() == before
    assert site.root.joinpath("content/site.yaml").read_text() == "titel: Suo"


def test_what_is_no_text_stays_as_it_is(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    page = """\
---
title: Io
---
[giù](#sopratutto) c'é ![un pò](../posts/perche.svg), [perchè], [un pò][] e [perchè][un pò].

<h2>Sopratutto</h2>

- voce e perchè

        print(perchè  x ,y)

    >     print(perchè  x ,y)

HTML5 e perchè.

[perchè]: https://www.example.it/perche
[un pò]: https://www.example.it/po
    "perchè"

| Perchè |
|--------|
| perchè |

Table: Perchè

*[perchè]: Domanda
"""
    mended = page.replace("c'é", "c'è").replace("![un pò]", "![un po’]").replace("Perchè", "Perché")
    site.file("content/pages/io.md", page)
    said = command_here(capsys, "check", "--fix", "--yes", "content/pages", "--lang", "en")
    assert (said.returncode, said.stderr) == (0, "")
    assert site.root.joinpath("content/pages/io.md").read_text(encoding="utf-8") == mended


def test_what_would_change_more_than_texts_is_not_written(site: SiteCase) -> None:
    path = "content/pages/io.md"
    picture = "text: \"Ecco <img src='../posts/perche.svg'>\""
    page = f"---\ntitle: Perchè\nslug: perche\nsections: [{{type: closing, title: Io, {picture}}}]\n---\n"
    seen = survey(site.file(path, page).root, Options(NOW), NO_MEMO)
    subject = subject_of(seen, site.root, site.root)
    assert subject is not None
    (missing,) = (each for each in seen.problems if each.code == "W402" and each.place.path == path)
    words = description(subject, missing, "Un'agenda")  # its quotes would end the field
    assert words is not None
    at = page.index("perche\n")
    slug = Slip(at, at + len("perche"), "accents", "perché", True)
    (mend,) = mends_of(subject, Asked(paths=frozenset((path,))), {path: [words, slug]})
    assert mend.after == page.replace("Perchè", "Perché")


def test_a_file_outside_of_the_content_is_not_written(site: SiteCase, capsys: pytest.CaptureFixture[str]) -> None:
    site.file("themes/altro/fuori.md", "---\ntitle: Perchè\ndate: 2026-01-14\n---\n")
    site.root.joinpath("content/posts/fuori.md").symlink_to("../../themes/altro/fuori.md")
    before = tree(site.root / "content"), tree(site.root / "themes")
    said = command_here(capsys, "check", "--fix", "--yes", "--lang", "en")
    assert "E613" in said.stderr
    assert (tree(site.root / "content"), tree(site.root / "themes")) == before


class Terminal:
    """The command in a real terminal."""

    def __init__(self, root: Path) -> None:
        import pty

        self.screen = ""
        self.master, end = pty.openpty()
        environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {
            "TERM": "xterm",
            "PYTHONUTF8": "1",
        }
        line = [sys.executable, "-m", "sitegen", "check", "--fix", "--lang", "it"]
        self.process = subprocess.Popen(line, cwd=root, env=environment, stdin=end, stdout=end, stderr=end)
        os.close(end)

    def until(self, words: str) -> None:
        """Reads until the screen shows `words`."""
        while not re.search(words, self.screen):
            ready, _, _ = select.select([self.master], [], [], 60)
            assert ready, self.screen
            try:
                self.screen += os.read(self.master, 65536).decode(errors="replace")
            except OSError:  # the other end has gone (Linux: EIO)
                pytest.fail(self.screen)

    def type(self, words: str) -> None:
        """Types a line."""
        os.write(self.master, f"{words}\n".encode())


@pytest.fixture
def terminal(site: SiteCase) -> Iterator[Terminal]:
    if sys.platform == "win32":
        pytest.skip("needs a pseudo-terminal: run on Linux or macOS")
    terminal = Terminal(site.root)
    yield terminal
    terminal.process.kill()
    terminal.process.wait(60)
    os.close(terminal.master)


def test_in_a_terminal_it_asks_what_an_image_shows_and_whether_to_write(site: SiteCase, terminal: Terminal) -> None:
    terminal.until(r"agenda\.md:17  Che cosa si vede in perche\.svg\?")
    terminal.type('Un\'agenda "rossa"')
    terminal.until(r"Scrivo le correzioni\?")
    assert "\x1b[32m+È il il momento" in terminal.screen
    terminal.type("sì")
    terminal.until("Fatto")
    assert terminal.process.wait(60) == 0
    written = site.root.joinpath(PATH).read_bytes().decode().replace("\r\n", "\n")
    assert written == "\ufeff" + RIGHT.replace("<img", '<img alt="Un&#x27;agenda &quot;rossa&quot;"')
    assert "agenda &quot;rossa&quot;" in site.build().read("blog/perche/index.html")


def test_a_file_that_has_changed_meanwhile_is_not_written_over(site: SiteCase, terminal: Terminal) -> None:
    terminal.until("Che cosa si vede")
    terminal.type("")
    terminal.until(r"Scrivo le correzioni\?")
    site.edit("content/site.yaml", "Perchè no", "Perchè sì")
    before = tree(site.root / "content")
    terminal.type("s")
    terminal.until(r"I file sono rimasti com’erano\.")
    assert terminal.process.wait(60) == 1
    assert "E613" in terminal.screen
    assert tree(site.root / "content") == before
