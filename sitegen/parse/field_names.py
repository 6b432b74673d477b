"""Which of our fields, values or folders is meant by a name that is none of them: one that is misspelt, is Italian, or is
what other tools call it.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection

from sitegen.words import nearest

_CALLED = {
    "title": "titolo domanda headline",
    "date": "data pubblicato published pubdate publishdate created",
    "description": "descrizione",
    "author": "autore autrice",
    "category": "categoria categorie categories",
    "tags": "etichetta etichette parole keywords",
    "draft": "bozza status stato",
    "expires": "scadenza scade expirydate expiry",
    "updated": "aggiornato aggiornata modificato lastmod modified",
    "cover": "copertina immagine image thumbnail featured_image",
    "photo": "foto immagine image",
    "image": "immagine",
    "excerpt": "estratto riassunto sommario summary",
    "summary": "riassunto sommario excerpt",
    "slug": "permalink url indirizzo",
    "aliases": "redirect_from vecchi_indirizzi",
    "name": "nome",
    "role": "ruolo",
    "company": "azienda ditta",
    "client": "cliente",
    "service": "servizio",
    "price": "prezzo",
    "group": "gruppo",
    "weight": "peso ordine order",
    "rating": "voto stelle",
    "consent": "consenso",
    "promise": "promessa",
    "language": "lingua",
    "theme": "tema",
    "timezone": "fuso fuso_orario",
    "base_url": "indirizzo url",
    "label": "etichetta nome",
    "to": "url link indirizzo",
    "q": "domanda question",
    "a": "risposta answer",
    "phone": "telefono tel cellulare",
    "trading_name": "nome",
    "legal_name": "ragione_sociale denominazione",
    "vat_id": "partita_iva p_iva piva iva",
    "tax_code": "codice_fiscale",
    "street": "via",
    "zip": "cap",
    "city": "citta città comune",
    "province": "provincia",
    "hours": "orari orario",
    "text": "testo",
    "type": "tipo kind class",
    "id": "nome name slug testimonial service",
    "src": "file film video indirizzo url",
    "poster": "immagine image cover anteprima",
    "place": "luogo indirizzo address src to url",
    "file": "src documento",
}
"""Each field with the other names that people give it (in lower case)."""


_SAID = {
    "draft": "bozza bozze in-bozza",
    "published": "pubblicato pubblicati pubblicata online",
    "scheduled": "programmato programmati futuro futuri",
    "unconsented": "senza-consenso consenso",
    "true": "sì si on vero bozza y",
    "false": "off falso pubblicato n",
    "fixed": "fisso",
    "from": "da a-partire-da",
    "hourly": "orario oraria a-ore ore",
    "packages": "pacchetti pacchetto",
    "quote": "preventivo su-richiesta",
    "page": "pagina",
    "legal": "legale note-legali",
    "thanks": "grazie",
    "notfound": "404 non-trovata",
    "it": "italiano",
    "en": "inglese english",
    "posts": "articoli articolo blog",
    "pages": "pagine",
    "services": "servizi",
    "testimonials": "testimonianze recensioni",
    "authors": "autori autrici",
    "cases": "casi casi-studio",
    "post": "articolo articoli",
    "author": "autore autrice",
    "case": "caso caso-studio",
    "magnet": "risorsa",
    "site": "sito",
    "new": "nuovo nuova crea",
    "build": "costruisci costruire",
    "serve": "anteprima preview",
    "check": "controlla verifica",
    "list": "elenco elenca lista",
    "publish": "pubblica",
    "rename": "rinomina",
    "theme": "tema temi",
    "why": "perché perche",
    "faq": "domanda domande domande-frequenti questions",
    "magnets": "risorse",
    "data": "dati",
    "media": "immagini foto img images assets",
    "static": "public",
    "hero": "apertura",
    "tools": "strumenti",
    "steps": "passi",
    "voices": "testimonianze recensioni",
    "plans": "pacchetti prezzi",
    "about": "chi-sono",
    "contact": "contatti contatto modulo contact-form",
    "closing": "chiusura",
    "company": "azienda",
    "private": "privato privata",
    "f": "femmina femminile donna",
    "m": "maschio maschile uomo",
    "warm": "caldo calda caldi",
    "neutral": "neutro neutra neutri",
    "cool": "freddo fredda freddi",
    "light": "chiaro chiara",
    "dark": "scuro scura",
    "auto": "automatico",
    "drafts": "bozze bozza",
    "future": "futuri futuro programmati",
    "expired": "scaduti scaduto scaduta",
    "callout": "riquadro nota avviso note tip info warning warn danger admonition box alert aside",
    "button": "bottone pulsante tasto cta btn",
    "service": "servizio servizi scheda card",
    "prices": "prezzi listino tariffe price pricing plans pacchetti",
    "testimonial": "testimonianza testimonianze recensione review voice",
    "gallery": "galleria album foto photos images",
    "video": "filmato film youtube vimeo",
    "map": "mappa cartina maps",
    "download": "scarica file documento allegato attachment",
    "newsletter": "iscrizione iscriviti subscribe",
    "toc": "indice sommario contents",
    "info": "nota note abstract",
    "ok": "consiglio tip hint success check",
    "warn": "attenzione warning caution important",
    "bad": "errore danger error failure bug",
    "output": "uscita",
    "clean": "pulito pulisci",
    "verify": "verifica",
}
"""Each value, section or folder with the other words that people write for it (in lower case, with hyphens)."""


def other_names(field: str) -> list[str]:
    """What else a field is called."""
    return _CALLED.get(field, "").split()


def field_meant(written: str, known: Collection[str], missing: Collection[str] = ()) -> str:
    """The known field that `written` most likely stands for, rather one that is `missing`; "" where none is near."""
    name = written.casefold()
    called = [field for field in known if name in other_names(field)]
    by_form = {field.casefold(): field for field in known}
    near = called or [by_form[each] for each in difflib.get_close_matches(name, by_form, n=2, cutoff=0.6)]
    return next((field for field in near if field in missing), near[0] if near else "")


_MEANS_DRAFT = {"status": "draft bozza private pending", "stato": "bozza", "published": "false no"}


def line_meant(field: str, value: str, known: Collection[str]) -> str:
    """The line in our words for a field of another tool together with its value; "" where there is none."""
    means_draft = value.casefold() in _MEANS_DRAFT.get(field.casefold(), "").split()
    return "draft: true" if means_draft and "draft" in known else ""


_DRAWN = {
    "mail": "email e-mail posta busta envelope",
    "calendar": "calendario agenda date",
    "clock": "orologio ora tempo time",
    "phone": "telefono tel",
    "people": "persone team users clienti",
    "document": "documento documenti file page",
    "travel": "viaggio viaggi valigia aereo plane",
    "event": "evento eventi biglietto ticket",
    "keyboard": "tastiera computer",
    "lock": "lucchetto privacy sicurezza security",
    "pin": "luogo mappa map location",
    "check": "spunta ok",
    "download": "scarica",
}
"""Each icon of the themes with the other words that people write for it (in lower case)."""


def icon_meant(written: str, known: Collection[str]) -> str:
    """The icon that `written` most likely stands for; "" where none is near."""
    return next((icon for icon in known if written.casefold() in _DRAWN.get(icon, "").split()), "") or nearest(
        written, known
    )


def value_meant(written: str, known: Collection[str], *, likeness: float = 0.6) -> str:
    """The known value, section or folder that `written` most likely stands for; "" where none is near (see `nearest`)."""
    word = "-".join(written.casefold().replace("_", " ").split())
    return next((value for value in known if word in _SAID.get(value, "").split()), "") or nearest(
        written, known, likeness=likeness
    )
