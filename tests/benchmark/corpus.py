"""Made-up Italian posts of about 800 words: the same number and seed give the same posts, on any machine.

A body is Markdown as all tools read it; a link to another post is written `(post:SLUG)`, and each tool puts its own way
of linking there.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

FIRST_DAY, LAST_DAY = date(2016, 1, 4), date(2025, 12, 19)
WORDS = 800
LINK = re.compile(r"\(post:([a-z0-9-]+)\)")

CATEGORIES = "Organizzazione Posta Agenda Viaggi Riunioni Documenti Clienti Strumenti".split()
TAGS = """tempo deleghe email calendario priorità archivio verbali trasferte preventivi fatture contratti scadenze telefono
accoglienza privacy password modelli elenchi abitudini ferie smart-working colleghi dirigenti eventi fornitori rubrica
cartelle backup firma protocollo rimborsi biglietti alberghi traduzioni presentazioni sondaggi moduli automazioni
onboarding resoconti""".split()

SUBJECTS = """Agenda condivisa|Posta in arrivo|Riunione del lunedì|Verbale di una pagina|Trasferta a Milano|Archivio digitale
Preventivo chiaro|Rubrica dei clienti|Telefono che squilla|Scadenza fiscale|Nota spese|Cartella comune|Firma elettronica
Calendario editoriale|Accoglienza in ufficio|Delega ben fatta|Risposta automatica|Elenco del venerdì|Ordine del giorno
Biglietto del treno|Lettera di sollecito|Piano delle ferie|Modello di contratto|Backup della sera|Chiamata di conoscenza
Presentazione al cliente|Evento aziendale|Ricerca di un fornitore|Passaggio di consegne|Protocollo della posta
Password dello studio|Resoconto mensile""".replace("\n", "|").split("|")
ANGLES = (
    """come farlo in dieci minuti|le regole che tengono|che cosa delegare subito|gli errori che ho fatto io
un modello da copiare|quando dire di no|prima e dopo|quello che nessuno dice|una lista di controllo|dal caos all'ordine
le domande più frequenti|quanto costa davvero|senza strumenti nuovi|con due sole cartelle|spiegato a chi comincia
tre abitudini utili|il metodo del cassetto|che cosa ho imparato|una prova di due settimane|le parole giuste
a che ora conviene|il caso di uno studio|da soli o in due|meno passaggi|prima delle ferie
""".strip()
    .replace("\n", "|")
    .split("|")
)
MOMENTS = """d'inverno|di lunedì|a fine mese|in piccolo|a distanza|in viaggio|per chi dirige|per uno studio|per chi è da solo
all'ultimo momento|senza fretta|ogni giorno|con i clienti|fra colleghi""".replace("\n", "|").split("|")

OPENINGS = """Ogni mattina|Di solito|Quando l'ufficio è ancora vuoto|A metà settimana|Dopo la pausa|Nei giorni pieni
Se il telefono tace|Prima di chiudere il computer|Con un cliente nuovo|Quasi sempre|All'inizio del mese|Per prima cosa
Da qualche anno|In uno studio di quattro persone|Senza pensarci troppo|Un'ora prima della riunione""".replace(
    "\n", "|"
).split("|")
ACTORS = (
    """chi dirige|l'assistente|la collega dell'amministrazione|il cliente più paziente|un'agenda ben tenuta|lo studio
chi risponde al telefono|la persona che decide|ognuno di noi|chi lavora da solo|l'ufficio acquisti|una segretaria esperta
""".strip()
    .replace("\n", "|")
    .split("|")
)
VERBS = (
    """rilegge|prepara|mette in ordine|controlla due volte|affida a qualcuno|scrive in una riga|sposta a domani
segna sul calendario|riassume|archivia senza rimpianti|rimanda con garbo|spiega a voce|divide in tre parti
""".strip()
    .replace("\n", "|")
    .split("|")
)
THINGS = """l'elenco delle cose da fare|le email arrivate nella notte|il verbale dell'ultima riunione|la bozza del contratto
gli appuntamenti della settimana|le ricevute della trasferta|un preventivo di mezza pagina|la cartella dei documenti firmati
le tre telefonate più difficili|l'ordine del giorno|i numeri che servono davvero|la lista degli invitati
i biglietti già pagati|una risposta gentile ma ferma""".replace("\n", "|").split("|")
REASONS = """perché così nessuno aspetta|e il resto della giornata ne guadagna|senza aprire un'altra finestra
prima che diventi un problema|anche se costa cinque minuti|e lo dice a chi deve saperlo|con la data scritta per intero
perché la memoria inganna|e poi se ne dimentica|come si fa con le cose importanti|finché tutti sono d'accordo
e non ci torna più sopra|per non doverlo spiegare due volte""".replace("\n", "|").split("|")
EMPHASIS = (
    """**una sola volta**|*con calma*|**prima di mezzogiorno**|`da leggere`|*mai a memoria*|"subito" non vuol dire "ora"
***senza eccezioni***|`2026-riunioni`|"l'ho già fatto"|**per iscritto**|l'*ordine* -- non la fretta --|"dopo"...
""".strip()
    .replace("\n", "|")
    .split("|")
)
HEADINGS = (
    """Da dove si comincia|Che cosa serve davvero|L'errore più comune|Un esempio dalla settimana scorsa|Come lo spiego
Quanto tempo ci vuole|Le obiezioni|Quando non funziona|La prova del venerdì|Chi decide che cosa|Due parole sugli strumenti
""".strip()
    .replace("\n", "|")
    .split("|")
)
ITEMS = """un foglio con tre colonne|la data e l'ora, scritte per intero|chi se ne occupa|che cosa succede se nessuno risponde
dove si trova il documento|**quanto costa** e a chi|il nome di chi ha telefonato|due alternative, non cinque
una riga di riepilogo|la *prossima* azione|il numero di protocollo|quando se ne riparla""".replace("\n", "|").split("|")
YAML = "riunione:\n  giorno: lunedì\n  durata: 30\n  invitati:\n    - direzione\n    - amministrazione\n  verbale: true"
LETTER = "Oggetto: conferma dell'incontro\n\nGentile cliente,\nle confermo l'appuntamento di giovedì alle 10.\nA presto"


class Post(NamedTuple):
    """One post, before any tool's own way of writing it."""

    slug: str
    title: str
    day: date
    category: str
    tags: tuple[str, ...]
    excerpt: str
    body: str


def make_posts(count: int, seed: int = 1) -> list[Post]:
    """`count` posts, oldest first, spread over ten years. At most as many as there are different titles (11,200)."""
    titles = [f"{subject}: {angle}, {moment}" for moment in MOMENTS for angle in ANGLES for subject in SUBJECTS]
    titles = random.Random(f"{seed} titles").sample(titles, count)
    slugs = [_slug(title) for title in titles]
    span = (LAST_DAY - FIRST_DAY).days
    return [
        _post(number, titles[number], slugs, FIRST_DAY + timedelta(days=number * span // max(count - 1, 1)), seed)
        for number in range(count)
    ]


def with_links(body: str, link: Callable[[str], str]) -> str:
    """The body with each link to a post written as `link(slug)` writes it."""
    return LINK.sub(lambda match: f"({link(match[1])})", body)


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFD", title.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _post(number: int, title: str, slugs: list[str], day: date, seed: int) -> Post:
    chance = random.Random(f"{seed} post {number}")
    others = [slug for slug in chance.sample(slugs, min(4, len(slugs))) if slug != slugs[number]][:3]
    return Post(
        slug=slugs[number],
        title=title,
        day=day,
        category=chance.choice(CATEGORIES),
        tags=tuple(chance.sample(TAGS, 3)),
        excerpt=f"{_sentence(chance)} {_sentence(chance)}"[:150].rsplit(" ", 1)[0].rstrip(",.") + ".",
        body=_body(number, chance, others),
    )


def _body(number: int, chance: random.Random, others: list[str]) -> str:
    """Sections of prose, each with another of the things that Markdown is for, until the words are enough."""
    features = [
        _list(chance, "- "), _table(chance), f"> {_prose(chance, 2)}", _list(chance, "1. "),
        f"```{'yaml' if number % 4 == 0 else 'text'}\n{YAML if number % 4 == 0 else LETTER}\n```", _nested(chance),
    ]  # fmt: skip
    links = [f"Ne ho scritto [in un altro articolo](post:{slug})." for slug in others]
    blocks = [f"{_prose(chance, 3)}[^fonte]"]
    for place, (heading, feature) in enumerate(zip(chance.sample(HEADINGS, len(features)), features, strict=True)):
        link = links.pop() if links and place % 2 else ""
        blocks += [f"{'###' if place == 3 else '##'} {heading}", f"{_prose(chance, 3)} {link}".rstrip(), feature]
    while sum(len(block.split()) for block in blocks) < WORDS - 60:
        blocks.append(_prose(chance, 3))
    blocks.append(f"{_prose(chance, 2)}[^nota]")
    blocks += [f"[^fonte]: {_prose(chance, 1)}", f"[^nota]: {_prose(chance, 1)}"]
    return "\n\n".join(blocks) + "\n"


def _sentence(chance: random.Random) -> str:
    parts = (chance.choice(OPENINGS), chance.choice(ACTORS), chance.choice(VERBS), chance.choice(THINGS))
    return f"{parts[0]} {parts[1]} {parts[2]} {parts[3]}, {chance.choice(REASONS)}."


def _prose(chance: random.Random, sentences: int) -> str:
    said = [_sentence(chance) for _ in range(sentences)]
    if sentences > 1:
        said.insert(1, f"La regola è {chance.choice(EMPHASIS)}, dice {chance.choice(ACTORS)}.")
    return " ".join(said)


def _list(chance: random.Random, mark: str) -> str:
    return "\n".join(f"{mark}{item}" for item in chance.sample(ITEMS, 5))


def _nested(chance: random.Random) -> str:
    first, second, third, fourth = chance.sample(ITEMS, 4)
    return f"- {first}\n    - {second}\n    - {third}\n- {fourth}"


def _table(chance: random.Random) -> str:
    rows = [f"| {name} | {chance.choice(ITEMS)} | {chance.randint(2, 90)} |" for name in chance.sample(CATEGORIES, 4)]
    return "\n".join(["| Voce | Che cosa | Minuti |", "|---|---|---:|", *rows])
