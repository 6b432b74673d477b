"""A whole site as one text, built for real in a temporary folder, and read as its visitors and its owner read it.

A case is a readable text of files, each after a line `-- path --`; what it does not say (`site.yaml`, a home page) is taken
from `DEFAULTS`. Every case ends with the output compared, byte for byte, with a clean build of the same files.
"""

from __future__ import annotations

import ctypes
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sitegen.build import Outcome, build
from sitegen.cli import main
from sitegen.cli.voice import Voice
from sitegen.model.states import Options
from sitegen.plan import index

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=ZoneInfo("Europe/Rome"))
DEFAULTS = {
    "content/site.yaml": "title: Prova\nbase_url: https://www.example.it/\ncards: no\nicons: no\nhosting: none\n",
    "content/pages/index.md": "---\ntitle: Benvenuti\nlayout: home\n---\nTesto della home.\n",
}
BLOG = """\
-- content/site.yaml --
title: Prova
base_url: https://www.example.it/
author: lia
cards: no
icons: no
hosting: none
menus: {main: [{label: Blog, to: blog}, {to: pages/io.md}]}
-- content/authors/lia.md --
---
name: Lia Foglio
---
Scrive liste.
-- content/pages/io.md --
---
title: Io
---
Vedi [uno](../posts/uno.md).
-- content/posts/uno.md --
---
title: Uno
date: 2026-01-01
tags: [agenda]
excerpt: Il primo.
---
Testo di uno.
-- content/posts/due.md --
---
title: Due
date: 2026-01-02
tags: [agenda]
category: Ufficio
excerpt: Il secondo.
---
Testo di due.
-- content/posts/tre.md --
---
title: Tre
date: 2026-01-03
excerpt: Il terzo.
---
Testo di tre.
"""
"""A small blog: an author, a page in the menu, three posts."""


def files_of(text: str) -> dict[str, str]:
    """The files of a case: path → text."""
    parts = re.split(r"^-- (\S.*?) --\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


Said = subprocess.CompletedProcess[str]
"""What a command has said, and its exit status."""


def command(*arguments: str, cwd: Path, language: str = "en_US.UTF-8", **environment: str) -> Said:
    """The command as it is typed: in a process of its own, in a known language and without colours."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "NO_COLOR"))}
    variables |= {"LANG": language, "PYTHONUTF8": "1", **environment}
    line = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(line, cwd=cwd, env=variables, capture_output=True, text=True, encoding="utf-8", check=False)


def command_here(capsys: pytest.CaptureFixture[str], *arguments: str) -> Said:
    """The command in this process and folder, which is far sooner done."""
    status = main.run(arguments)
    heard = capsys.readouterr()
    return Said(arguments, status, heard.out, heard.err)


@contextmanager
def as_anybody() -> Iterator[None]:
    """Root reads every file; in here it may read what its permissions say (Linux: capabilities(7), without
    CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH).
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    effective = data[0]
    data[0] &= ~0b110
    assert libc.capset(header, data) == 0
    try:
        yield
    finally:
        data[0] = effective
        libc.capset(header, data)


class SiteCase:
    """One site in a temporary folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "output"
        self.built: Options | None = None
        self.outcome: Outcome | None = None
        for path, text in DEFAULTS.items():
            self.file(path, text)

    def file(self, path: str, content: str | bytes) -> SiteCase:
        """Writes one file."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def write(self, text: str) -> SiteCase:
        """Writes the files of a case over what is there."""
        for path, content in files_of(text).items():
            self.file(path, content)
        return self

    def config(self, text: str) -> SiteCase:
        """Adds lines to the default `site.yaml`."""
        return self.file("content/site.yaml", DEFAULTS["content/site.yaml"] + text)

    def edit(self, path: str, old: str, new: str) -> SiteCase:
        """Replaces a text that stands in the file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {path}"
        return self.file(path, text.replace(old, new))

    def remove(self, path: str) -> SiteCase:
        """Deletes a file or folder."""
        target = self.root / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
        return self

    def run(self, **options: object) -> Outcome:
        """A build, whatever comes of it."""
        now = options.pop("now", NOW)
        chosen = Options(now, **options)  # type: ignore[arg-type]
        self.outcome = build(self.root, self.output, chosen)
        if not self.outcome.failed:
            self.built = chosen
        return self.outcome

    def build(self, **options: object) -> SiteCase:
        """A build that must succeed."""
        outcome = self.run(**options)
        assert not outcome.failed, self.transcript("en")
        return self

    def fails(self, **options: object) -> tuple[str, ...]:
        """A build that must fail and must leave the output as it was; the codes of its problems, in order."""
        before = tree(self.output) if self.output.exists() else {}
        outcome = self.run(**options)
        assert outcome.failed, "the build succeeded"
        assert (tree(self.output) if self.output.exists() else {}) == before, "a failed build changed the output"
        return tuple(problem.code for problem in outcome.problems)

    def codes(self) -> tuple[str, ...]:
        """The codes of the last build's problems."""
        assert self.outcome
        return tuple(problem.code for problem in self.outcome.problems)

    def transcript(self, language: str) -> str:
        """The problems of the last build as its owner reads them."""
        assert self.outcome
        stream = io.StringIO()
        Voice(language).problems(self.outcome.problems, self.outcome.summary.excerpts, stream)
        return stream.getvalue()

    def paths(self) -> list[str]:
        """What lies in the output."""
        return [path for path in tree(self.output) if not path.startswith(".sitegen")]

    def has(self, path: str) -> bool:
        """Whether the output has a file."""
        return (self.output / path).is_file()

    def read(self, path: str) -> str:
        """A file of the output."""
        return (self.output / path).read_text(encoding="utf-8")

    def page(self, address: str) -> PageReader:
        """The page at an address of the site, as a visitor meets it."""
        name = address.lstrip("/")
        return PageReader(self.read(name + "index.html" if not name or name.endswith("/") else name))

    def rendered(self) -> tuple[str, ...]:
        """The outputs that the last build rendered, the rest being as they were."""
        assert self.outcome
        return tuple(path for path in self.outcome.rendered)

    def compare_with_clean_build(self) -> None:
        """The output must be what a clean build of the same files makes, byte for byte."""
        if self.built is None or self.outcome is None or self.outcome.failed:
            return
        clean = self.root.parent / "clean-output"
        shutil.rmtree(clean, ignore_errors=True)
        assert not build(self.root, clean, self.built, clean=True).failed
        assert tree(self.output) == tree(clean), "the output differs from a clean build"


@contextmanager
def large_index() -> Iterator[None]:
    """Indexes of few terms are divided as those of large sites are. Builds in other processes know nothing of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "MOST", 12)
        patch.setattr(index, "TOGETHER", 2)
        yield


class PageReader(HTMLParser):
    """A page's links, headings, visible text and head, for assertions that do not depend on markup."""

    VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html = html
        self.links: list[tuple[str, str]] = []
        self.headings: list[tuple[int, str]] = []
        self.images: list[dict[str, str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.title = ""
        self.text = ""
        self._open: list[str] = []
        self._link: list[str] | None = None
        self.feed(html)
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.elements.append((tag, values))
        if tag == "a" and "href" in values:
            self.links.append((values["href"], ""))
        if tag == "img":
            self.images.append(values)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "title" in self._open and "head" in self._open:
            self.title += data
        if {"script", "style", "head"} & set(self._open):
            return
        self.text += data
        if "a" in self._open and self.links:
            self.links[-1] = (self.links[-1][0], " ".join((self.links[-1][1] + data).split()))
        if any(re.fullmatch(r"h[1-6]", tag) for tag in self._open) and self.headings:
            self.headings[-1] = (self.headings[-1][0], " ".join((self.headings[-1][1] + data).split()))

    def hrefs(self) -> list[str]:
        """Where the page's links lead."""
        return [href for href, _ in self.links]

    def attributes(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """The attributes of each `tag` that has the wanted ones."""
        wanted = {name.rstrip("_"): value for name, value in wanted.items()}
        return [values for name, values in self.elements if name == tag and wanted.items() <= values.items()]

    def meta(self, name: str) -> str:
        """The content of a `<meta>`, "" where there is none."""
        found = self.attributes("meta", name=name) or self.attributes("meta", property=name)
        return found[0]["content"] if found else ""
