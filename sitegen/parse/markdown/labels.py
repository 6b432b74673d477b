"""The few words that converted Markdown brings along, by language. Templates have their own in gettext catalogues."""

from __future__ import annotations

import msgspec


class Labels(msgspec.Struct, frozen=True):
    """`callouts` are the titles of callouts that have none; `{}` in the others stands for a number."""

    callouts: dict[str, str]
    table: str
    notes: str
    note: str
    back: str
    back_again: str
    section: str
    contents: str


LABELS = {
    "it": Labels(
        callouts={"info": "Nota", "ok": "Da provare", "warn": "Attenzione", "bad": "Da evitare"},
        table="Tabella",
        notes="Note",
        note="Nota {}",
        back="Torna al testo dalla nota {}",
        back_again="Torna al testo dalla nota {}, richiamo {}",
        section="sezione",
        contents="In questa pagina",
    ),
    "en": Labels(
        callouts={"info": "Note", "ok": "Worth trying", "warn": "Careful", "bad": "Better not"},
        table="Table",
        notes="Notes",
        note="Note {}",
        back="Back to the text from note {}",
        back_again="Back to the text from note {}, reference {}",
        section="section",
        contents="On this page",
    ),
}


def labels(language: str) -> Labels:
    """The words of `language`, English where it has none."""
    return LABELS.get(language[:2], LABELS["en"])
