"""A document whose page goes to another address: the build names the old one, which nobody would miss before a visitor does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from kit import SiteCase, command_here

from sitegen.summary import Moved

POST = "---\ntitle: Agenda\ndate: 2026-01-14\n{}---\nTesto.\n"
OLD = "content/posts/agenda.md"
NEW = "content/posts/agenda-nuova.md"


def _renamed(site: SiteCase, **fields: str) -> SiteCase:
    return site.remove(OLD).file(NEW, POST.format("".join(f"{name}: {value}\n" for name, value in fields.items())))


MOVES: dict[str, tuple[Callable[[SiteCase], object], tuple[Moved, ...]]] = {
    "a file that is renamed": (_renamed, (Moved(NEW, "/blog/agenda/"),)),
    "a slug": (lambda site: site.edit(OLD, "date:", "slug: altra\ndate:"), (Moved(OLD, "/blog/agenda/"),)),
    "a slug, with the old address kept": (
        lambda site: site.edit(OLD, "date:", "slug: altra\naliases: [/blog/agenda/]\ndate:"),
        (),
    ),
    "a document that is a draft again": (lambda site: site.edit(OLD, "date:", "draft: true\ndate:"), ()),
    "a document that is deleted": (lambda site: site.remove(OLD), ()),
    "another document": (lambda site: _renamed(site, excerpt="Di altro"), ()),
    "a pattern of addresses": (
        lambda site: site.config("permalinks: {posts: /diario/%postname%/}\n"),
        (Moved(OLD, "/blog/agenda/"),),
    ),
}


@pytest.mark.parametrize("name", MOVES)
def test_what_moves(name: str, site: SiteCase) -> None:
    site.file(OLD, POST.format("")).build()
    change, told = MOVES[name]
    change(site)
    site.build()
    assert site.outcome
    assert site.outcome.changes
    assert site.outcome.changes.moved == told


def test_an_old_address_is_told_as_aliases_are_written(site: SiteCase) -> None:
    site.file("content/site.yaml", "title: Prova\nbase_url: https://www.example.it/sotto/\n")
    _renamed(site.file(OLD, POST.format("")).build()).build()
    assert site.outcome
    assert site.outcome.changes
    assert site.outcome.changes.moved == (Moved(NEW, "/blog/agenda/"),)
    site.edit(NEW, "date:", "aliases: [/blog/agenda/]\ndate:").build()
    assert site.has("blog/agenda/index.html")


def test_it_is_told_once(site: SiteCase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    site.file(OLD, POST.format("")).build()
    monkeypatch.chdir(site.root)
    _renamed(site)
    told = "    content/posts/agenda-nuova.md  aliases: [/blog/agenda/]\n"
    assert told in command_here(capsys, "build", "--lang", "it").stdout
    assert told not in command_here(capsys, "build", "--lang", "it").stdout
