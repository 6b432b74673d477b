"""All the words of sitegen, in Italian and English: those of each problem, and those of the command line.

A problem has a headline, a hint that stands at the caret, and lines of advice. A hint or line whose value is empty is not
shown. `GLOSSARY` gives the words for values that are names inside sitegen (`owner=posts` is «un articolo»), and for each
`cause` the `remedy`, the advice that fits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sitegen.problems import Problem


class Words(NamedTuple):
    """The words of one problem in one language."""

    headline: str
    hint: str = ""
    advice: str = ""


def _both(it: tuple[str, ...], en: tuple[str, ...]) -> dict[str, Words]:
    return {"it": Words(*it), "en": Words(*en)}


PROBLEMS: dict[str, dict[str, Words]] = {
    # Front matter and its fields
    "E100": _both(
        ("mancano i campi iniziali", "", "Comincia il file con tre trattini, poi i campi, poi altri tre trattini:\n---\n{fields}\n---"),
        ("the front matter is missing", "", "Begin the file with three dashes, then the fields, then three dashes again:\n---\n{fields}\n---"),
    ),
    "E101": _both(
        ("i campi iniziali non sono chiusi", "qui va solo {near}", "Dopo l’ultimo campo aggiungi una riga che contenga solo {fence}"),
        ("the front matter is not closed", "only {near} goes here", "After the last field add a line that holds only {fence}"),
    ),
    "E102": _both(
        ("campo sconosciuto: {field}", "forse «{near}»?", "I campi di {owner} sono: {known}.\nI campi tuoi vanno sotto {free}:"),
        ("unknown field: {field}", "did you mean “{near}”?", "The fields of {owner} are: {known}.\nFields of your own go under {free}:"),
    ),
    "E103": _both(
        ("campo scritto due volte: {field}", "è già alla riga {first}", "Tieni solo uno dei due."),
        ("field written twice: {field}", "it already stands at line {first}", "Keep only one of the two."),
    ),
    "E104": _both(
        ("manca il campo {field}", "forse «{near}»?", "È obbligatorio per {owner}. {remedy}\nSe l’immagine è solo decorativa scrivi  {decoration}: \"\""),
        ("the field {field} is missing", "did you mean “{near}”?", "It is required for {owner}. {remedy}\nFor an image that is mere decoration write  {decoration}: \"\""),
    ),
    "E105": _both(
        ("valore non valido in {field}", "qui va {expected}", "{remedy}\nForse volevi scrivere  {field}: {near}"),
        ("invalid value in {field}", "{expected} goes here", "{remedy}\nPerhaps you meant  {field}: {near}"),
    ),
    "E106": _both(
        ("data non valida in {field}: {written}", "{reason}", "Scrivi per esempio {near}. Vanno bene anche 14/01/2026 e «14 gennaio 2026», con l’ora se serve: 2026-01-14 09:30."),
        ("invalid date in {field}: {written}", "{reason}", "Write for example {near}. “January 14, 2026” is fine too, and a time if you need one: 2026-01-14 09:30."),
    ),
    "E107": _both(
        ("valore non ammesso in {field}: {written}", "forse «{near}»?", "Si può scrivere: {known}."),
        ("value not allowed in {field}: {written}", "did you mean “{near}”?", "You can write: {known}."),
    ),
    "E108": _both(
        ("sezione sconosciuta: {written}", "forse «{near}»?", "Le sezioni sono: {known}."),
        ("unknown section: {written}", "did you mean “{near}”?", "The sections are: {known}."),
    ),
    "E109": _both(
        ("in YAML questo è un comando, non un testo: {written}", "", "Se è testo, metti tutto il valore tra virgolette. I comandi di YAML (&, *, !, <<) qui non si usano."),
        ("to YAML this is a command, not a text: {written}", "", "If it is text, put the whole value between quotes. YAML’s commands (&, *, !, <<) are not used here."),
    ),
    "E110": _both(
        ("qui servono dei campi", "", "Scrivi una riga per campo, nella forma  nome: valore. Per esempio:\n{form}"),
        ("fields are needed here", "", "Write one line a field, in the form  name: value. For example:\n{form}"),
    ),
    "E111": _both(
        ("questo blocco di dati è troppo grande (più di {limit})", "", "Dividilo in più file."),
        ("this block of data is too large (more than {limit})", "", "Split it into several files."),
    ),
    "E112": _both(
        ("troppi livelli uno dentro l’altro (più di {limit})", "", "{remedy}"),
        ("too many levels inside each other (more than {limit})", "", "{remedy}"),
    ),
    "E113": _both(
        ("i campi iniziali non cominciano bene: {cause}", "qui va {fence}", "La prima riga del file contiene solo {fence}, senza nulla prima e nulla dopo."),
        ("the front matter does not begin right: {cause}", "{fence} goes here", "The first line of the file holds only {fence}, with nothing before it and nothing after."),
    ),
    "E114": _both(
        ("{format} scritto male: {cause}", "", "{remedy}"),
        ("malformed {format}: {cause}", "", "{remedy}"),
    ),
    "E116": _both(
        ("indirizzo (slug) non valido: {written}", "forse «{near}»?", "Usa solo lettere minuscole senza accenti, cifre e trattini, al massimo 100."),
        ("invalid slug: {written}", "did you mean “{near}”?", "Use only lower-case letters without accents, digits and hyphens, at most 100."),
    ),
    "E117": _both(
        ("da «{name}» non si ricava un indirizzo", "", "Usa un nome con almeno una lettera o una cifra.\nOppure aggiungi  {field}: un-nome"),
        ("no address can be made from “{name}”", "", "Use a name with at least one letter or digit.\nOr add  {field}: a-name"),
    ),
    "E118": _both(
        ("troppe voci in {field}: {count}", "al massimo {limit}", "Tieni solo quelle che servono."),
        ("too many entries in {field}: {count}", "at most {limit}", "Keep only those that are needed."),
    ),
    "E119": _both(
        ("voce vuota nell’elenco {field}", "", "Togli la voce, o scrivila.\nDa # in poi è un appunto. Scrivi  {near}"),
        ("empty entry in the list {field}", "", "Take the entry out, or fill it in.\nWhat follows # is a note. Write  {near}"),
    ),
    "E120": _both(
        ("YAML scritto male: {cause}", "", "{remedy}"),
        ("malformed YAML: {cause}", "", "{remedy}"),
    ),
    "E121": _both(
        ("tabulazione a inizio riga", "qui c’è un Tab", "{remedy}"),
        ("tab at the start of a line", "there is a Tab here", "{remedy}"),
    ),
    "E122": _both(
        ("due punti dentro il valore di {field}", "", "Metti il valore tra virgolette:\n{field}: {value}"),
        ("colon inside the value of {field}", "", "Put the value between quotes:\n{field}: {value}"),
    ),
    "E123": _both(
        ("virgolette non chiuse", "si aprono qui", "Aggiungi le virgolette di chiusura alla fine del valore."),
        ("quotes not closed", "they open here", "Add the closing quotes at the end of the value."),
    ),
    "E124": _both(
        ("il valore di {field} comincia con un segno che in YAML ha un altro significato", "", "Metti il valore tra virgolette:\n{field}: {value}"),
        ("the value of {field} begins with a sign that means something else in YAML", "", "Put the value between quotes:\n{field}: {value}"),
    ),
    "E125": _both(
        ("riga senza due punti: {text}", "", "Ogni riga ha la forma  nome: valore. Se continua la riga sopra, rientrala di due spazi."),
        ("line without a colon: {text}", "", "Each line has the form  name: value. If it continues the line above, indent it by two spaces."),
    ),
    "E127": _both(
        ("dopo i due punti di {field} manca uno spazio", "", "Scrivi  {field}: {value}"),
        ("a space is missing after the colon of {field}", "", "Write  {field}: {value}"),
    ),
    "E128": _both(
        ("dopo questa virgola comincia un altro campo, e «{text}» non lo è", "", "Un testo con una virgola va tra virgolette:\n{field}: {value}"),
        ("after this comma another field begins, and “{text}” is none", "", "A text with a comma goes between quotes:\n{field}: {value}"),
    ),
    "E129": _both(
        ("le virgolette di Word non sono quelle di YAML", "", "Scrivi  {meant}"),
        ("Word’s quotes are not those of YAML", "", "Write  {meant}"),
    ),
    "W104": _both(
        ("le virgolette di Word non sono quelle di YAML: si leggeranno sul sito", "", "Scrivi  {meant}\nSe invece le vuoi sul sito, scrivi  {kept}"),
        ("Word’s quotes are not those of YAML: they will be read on the site", "", "Write  {meant}\nIf you do want them on the site, write  {kept}"),
    ),
    "W105": _both(
        ("in {field} questa è una voce sola: {written}", "", "{remedy}\nForse volevi scrivere  {field}: {near}\nSe è davvero una sola, mettila tra virgolette."),
        ("in {field} this is one entry: {written}", "", "{remedy}\nPerhaps you meant  {field}: {near}\nIf it is one indeed, put it between quotes."),
    ),
    "E130": _both(
        ("{field} fa parte di {group}, ma non è rientrato", "", "Rientra di due spazi i campi di {group}:\n{group}:\n  {field}: …"),
        ("{field} belongs to {group}, but is not indented", "", "Indent the fields of {group} by two spaces:\n{group}:\n  {field}: …"),
    ),
    "E131": _both(
        ("il campo {field} è vuoto", "", "Scrivi  {field}: yes  per sì, {field}: no  per no."),
        ("the field {field} is empty", "", "Write  {field}: yes  for yes, {field}: no  for no."),
    ),
    "E132": _both(
        ("nome di àncora non valido in {field}: {written}", "forse «{near}»?", "Usa una parola sola, senza spazi: lettere, cifre e trattini."),
        ("invalid name of an anchor in {field}: {written}", "did you mean “{near}”?", "Use one word without spaces: letters, digits and hyphens."),
    ),
    "W106": _both(
        ("{field} ({written}) non viene dopo date ({date})", "", "{remedy}"),
        ("{field} ({written}) does not come after date ({date})", "", "{remedy}"),
    ),
    "E126": _both(
        ("il campo {field} è vuoto", "", "È obbligatorio per {owner}: scrivi il valore dopo i due punti. Se comincia con #, mettilo tra virgolette.\nSe l’immagine è solo decorativa scrivi  {decoration}: \"\""),
        ("the field {field} is empty", "", "It is required for {owner}: write its value after the colon. If it begins with #, put it between quotes.\nFor an image that is mere decoration write  {decoration}: \"\""),
    ),
    "W103": _both(
        ("da # in poi questo testo non si legge: per YAML è un appunto", "", "{remedy}\n{line}"),
        ("from # on this text is not read: to YAML it is a note", "", "{remedy}\n{line}"),
    ),
    "W102": _both(
        ("{field} è lungo {length} caratteri", "meglio non più di {longest}", "Motori di ricerca e anteprime lo taglieranno: accorcialo."),
        ("{field} has {length} characters", "better no more than {longest}", "Search engines and previews will cut it: make it shorter."),
    ),
    # The configuration
    "E201": _both(
        ("fuso orario sconosciuto: {written}", "forse «{near}»?", "Per l’Italia scrivi  timezone: Europe/Rome"),
        ("unknown time zone: {written}", "did you mean “{near}”?", "Write it as continent and city:  timezone: Europe/Rome"),
    ),
    "E202": _both(
        ("indirizzo del sito non valido: {written}", "", "Scrivilo intero, con https://, senza spazi e senza il nome di un file:  base_url: https://www.esempio.it/"),
        ("invalid address of the site: {written}", "", "Write it whole, with https://, without spaces and without the name of a file:  base_url: https://www.example.com/"),
    ),
    "E203": _both(
        ("parte sconosciuta in un indirizzo: {token}", "forse «{near}»?", "In questa riga si può usare: {known}.\n{remedy}"),
        ("unknown part in an address: {token}", "did you mean “{near}”?", "This line may use: {known}.\n{remedy}"),
    ),
    "E204": _both(
        ("forma di indirizzo non valida: {written}", "", "{remedy}"),
        ("invalid form of an address: {written}", "", "{remedy}"),
    ),
    "E205": _both(
        ("il plugin «{plugin}» non è installato", "", "Installalo con  pip install {plugin}  oppure togli la riga da site.yaml."),
        ("the plugin “{plugin}” is not installed", "", "Install it with  pip install {plugin}  or take the line out of site.yaml."),
    ),
    "E206": _both(
        ("colore non valido in {field}: {written}", "forse \"{near}\"?", "Un colore si scrive tra virgolette, con # e sei cifre da 0 a 9 o da a a f: per esempio \"#7a2142\"."),
        ("invalid colour in {field}: {written}", "did you mean \"{near}\"?", "A colour is written between quotes, with # and six digits from 0 to 9 or a to f: for example \"#7a2142\"."),
    ),
    "E207": _both(
        ("in {field} il colore va perso: senza virgolette, da # in poi è un appunto", "", "Metti il colore tra virgolette:\n{field}: \"{written}\""),
        ("the colour in {field} is lost: without quotes, what follows # is a note", "", "Put the colour between quotes:\n{field}: \"{written}\""),
    ),
    "E208": _both(
        ("in business manca la partita IVA", "", "La legge la vuole nella pagina iniziale. Aggiungi  vat_id: \"00000000000\"\nSe il sito non serve a un’attività, scrivi  kind: private"),
        ("the VAT number is missing in business", "", "Italian law wants it on the home page. Add  vat_id: \"00000000000\"\nIf the site serves no activity, write  kind: private"),
    ),
    "E209": _both(
        ("questa non è una partita IVA: {written}", "", "Ha undici cifre, e l’ultima controlla le altre. Ricopiala, tra virgolette."),
        ("this is no Italian VAT number: {written}", "", "It has eleven digits, the last of which checks the others. Copy it again, between quotes."),
    ),
    "W209": _both(
        ("in business mancano: {fields}", "", "La legge vuole sul sito nome, sede o domicilio, email e, se c’è, il numero REA (D.Lgs. 70/2003, art. 7)."),
        ("missing in business: {fields}", "", "Italian law wants name, seat or domicile, email and the REA number, if any, on the site (D.Lgs. 70/2003, art. 7)."),
    ),
    "W210": _both(
        ("questi dati sono ancora quelli del sito di esempio: {fields}", "", "Scrivi i tuoi, anche nelle pagine.\nI moduli mandano i messaggi a chi è scritto in {program}: metti lì il tuo indirizzo."),
        ("these are still the sample site’s: {fields}", "", "Write your own, also in the pages.\nThe forms send their messages to whom {program} names: put your address there."),
    ),
    "W211": _both(
        ("il sito ha prezzi, ma in site.yaml manca business", "", "La legge vuole la partita IVA nella pagina iniziale. Aggiungi in fondo:\nbusiness:\n  legal_name: Nome e cognome\n  vat_id: \"00000000000\"\nSe il sito non serve a un’attività, scrivi  business: {kind: private}"),
        ("the site has prices, but site.yaml lacks business", "", "Italian law wants the VAT number on the home page. Add at the end:\nbusiness:\n  legal_name: Name and surname\n  vat_id: \"00000000000\"\nIf the site serves no activity, write  business: {kind: private}"),
    ),
    "W208": _both(
        ("{field} qui non ha effetto", "{why}", ""),
        ("{field} has no effect here", "{why}", ""),
    ),
    # Markdown
    "E301": _both(
        ("tipo di riquadro sconosciuto: {type}", "forse «{near}»?", "I tipi sono: info, ok, warn, bad."),
        ("unknown type of callout: {type}", "did you mean “{near}”?", "The types are: info, ok, warn, bad."),
    ),
    "E302": _both(
        ("la stessa àncora compare due volte: #{id}", "", "{remedy}"),
        ("the same anchor stands twice: #{id}", "", "{remedy}"),
    ),
    "E303": _both(
        ("testo che non si riesce a leggere: {what}", "", "Dividilo o semplificalo in questo punto."),
        ("text that cannot be read: {what}", "", "Split it or make it simpler here."),
    ),
    "E304": _both(
        ("carattere invisibile non ammesso ({character})", "", "Cancella e riscrivi questa parola: il carattere arriva di solito da un copia e incolla."),
        ("invisible character not allowed ({character})", "", "Delete and retype this word: the character usually comes from copy and paste."),
    ),
    "E305": _both(
        ("nota senza testo: [^{id}]", "", "Aggiungi in fondo la riga  [^{id}]: testo della nota"),
        ("footnote without text: [^{id}]", "", "Add at the end the line  [^{id}]: text of the note"),
    ),
    "E306": _both(
        ("attributi tra graffe che non si legano a nulla: {text}", "", "Mettili subito dopo un titolo, un link o un’immagine, senza spazio, oppure da soli nella riga sotto il paragrafo."),
        ("attributes in braces that belong to nothing: {text}", "", "Put them right after a heading, link or image, without a space, or alone on the line below the paragraph."),
    ),
    "E307": _both(
        ("riferimento senza indirizzo: [{ref}]", "", "Aggiungi la riga  [{ref}]: indirizzo  oppure scrivi il link come [testo](indirizzo)."),
        ("reference without an address: [{ref}]", "", "Add the line  [{ref}]: address  or write the link as [text](address)."),
    ),
    "E308": _both(
        ("blocco di codice non chiuso", "si apre qui", "Aggiungi una riga con gli stessi segni (```) dove il codice finisce."),
        ("code block not closed", "it opens here", "Add a line with the same signs (```) where the code ends."),
    ),
    "E309": _both(
        ("HTML non chiuso o scritto male: {tag}", "", "Aggiungi la chiusura che manca. Se non è HTML, scrivi &lt; al posto di <"),
        ("HTML not closed or malformed: {tag}", "", "Add the closing that is missing. If it is not HTML, write &lt; in place of <"),
    ),
    "E310": _both(
        ("riquadro scritto male: {text}", "{what}", "Si scrive così:\n!!! info \"Titolo\"\n    Testo rientrato di quattro spazi."),
        ("malformed callout: {text}", "{what}", "It is written like this:\n!!! info \"Title\"\n    Text indented by four spaces."),
    ),
    "E311": _both(
        ("due note con lo stesso nome: [^{id}]", "", "Cambia nome a una delle due, qui e dove la citi."),
        ("two footnotes of one name: [^{id}]", "", "Rename one of the two, here and where you cite it."),
    ),
    "E312": _both(
        ("indirizzo che qui non si può controllare: {attribute}", "",
         "Dai al file un nome di sole lettere, cifre e trattini, o sposta lo stile in content/custom.css."),
        ("address that cannot be checked here: {attribute}", "",
         "Give the file a name of letters, digits and hyphens only, or move the style to content/custom.css."),
    ),
    "E313": _both(
        ("componente sconosciuto: {written}", "forse «{near}»?", "I componenti sono: {known}.\nSe è testo, scrivi  {escape}"),
        ("unknown component: {written}", "did you mean “{near}”?", "The components are: {known}.\nIf it is text, write  {escape}"),
    ),
    "E314": _both(
        ("campi di un componente scritti male: {text}", "{cause}", "{remedy}"),
        ("malformed fields of a component: {text}", "{cause}", "{remedy}"),
    ),
    "E315": _both(
        ("componente non chiuso: {name}", "si apre qui", "Aggiungi una riga con tre due punti (:::) dove il suo testo finisce."),
        ("component not closed: {name}", "it opens here", "Add a line with three colons (:::) where its text ends."),
    ),
    "E316": _both(
        ("qui non c’è un componente da chiudere", "", "Togli la riga. I componenti senza testo sono di una riga sola e non si chiudono.\nSe è testo, scrivi  {escape}"),
        ("there is no component to close here", "", "Take the line out. Components without a text are one line, and are not closed.\nIf it is text, write  {escape}"),
    ),
    "E317": _both(
        ("il modulo non c’è: in site.yaml manca {form}", "", "Scrivi in content/site.yaml chi lo riceve, oppure togli {name}:\nforms:\n  {form}: {action}"),
        ("there is no such form: {form} is missing in site.yaml", "", "Write in content/site.yaml who receives it, or take {name} out:\nforms:\n  {form}: {action}"),
    ),
    "E318": _both(
        ("non si può mostrare: {written}", "{cause}", "{remedy}"),
        ("this cannot be shown: {written}", "{cause}", "{remedy}"),
    ),
    "E319": _both(
        ("in {name} vanno solo immagini", "questa riga non lo è", "Scrivi una riga per immagine:\n![Che cosa si vede](foto.jpg \"Didascalia\")"),
        ("only pictures go into {name}", "this line is none", "Write one line a picture:\n![What is seen](photo.jpg \"Caption\")"),
    ),
    "E320": _both(
        ("il testo di {path} mostrerebbe sé stesso", "", "Togli il componente da quel testo."),
        ("the text of {path} would show itself", "", "Take the component out of that text."),
    ),
    "E321": _both(
        ("componente dichiarato male nel tema: {name}", "{cause}", "{remedy}"),
        ("component declared wrongly in the theme: {name}", "{cause}", "{remedy}"),
    ),
    "E322": _both(
        ("il servizio «{id}» non ha pacchetti", "", "Scrivili nel campo  packages:  di {file}"),
        ("the service “{id}” has no packages", "", "Write them in the field  packages:  of {file}"),
    ),
    "W308": _both(
        ("qui un componente resta testo: {text}", "", "Lascia una riga vuota sopra, e comincia dal margine: non dentro un elenco, una citazione o un altro blocco.\nSe è testo, scrivi  {escape}"),
        ("here a component stays text: {text}", "", "Leave an empty line above, and begin at the margin: not inside a list, a quotation or another block.\nIf it is text, write  {escape}"),
    ),
    "W309": _both(
        ("non si mostra nulla: {path} non è sul sito ({state})", "", "Va bene se è solo per ora; altrimenti togli il componente."),
        ("nothing is shown: {path} is not on the site ({state})", "", "That is fine if it is only for now; else take the component out."),
    ),
    "W310": _both(
        ("non si mostra nulla: in content/faq non c’è nessuna domanda", "", "Scrivi una domanda in un file di content/faq, o togli il componente."),
        ("nothing is shown: there is no question in content/faq", "", "Write a question in a file of content/faq, or take the component out."),
    ),
    "W302": _both(
        ("linguaggio sconosciuto per il codice: {language}", "", "Il blocco resta senza colori. Se è testo semplice scrivi ```text"),
        ("unknown language of the code: {language}", "", "The block stays without colours. If it is plain text write ```text"),
    ),
    "W303": _both(
        ("nota che nessuno cita: [^{id}]", "", "Scrivi [^{id}] nel testo dove serve, o togli la nota."),
        ("footnote that nothing cites: [^{id}]", "", "Write [^{id}] in the text where it belongs, or remove the note."),
    ),
    "W304": _both(
        ("dentro {tag} il Markdown non funziona: {text}", "resta scritto così", "Aggiungi markdown=\"1\" nel tag che si apre:  {near}"),
        ("inside {tag} Markdown does not work: {text}", "it stays as it is written", "Add markdown=\"1\" to the opening tag:  {near}"),
    ),
    "W305": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "W306": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "W307": _both(
        ("un codice di WordPress, che qui resta scritto così: {text}", "{cause}", "{remedy}"),
        ("a shortcode of WordPress, which stays here as it is written: {text}", "{cause}", "{remedy}"),
    ),
    "W301": _both(
        ("titolo di primo livello nel testo", "", "Il titolo della pagina c’è già: per i titoli nel testo usa ##"),
        ("first-level heading in the text", "", "The page has its title already: use ## for headings in the text"),
    ),
    # Links and addresses
    "E401": _both(
        ("non esiste: {written}", "forse «{near}»?", "{remedy}"),
        ("does not exist: {written}", "did you mean “{near}”?", "{remedy}"),
    ),
    "E402": _both(
        ("«{id}» non esiste tra {kind}", "forse «{near}»?", "Ci sono: {known}.\nCi sono fra gli altri: {some}.\nPer aggiungerlo crea il file {file}"),
        ("there is no “{id}” among {kind}", "did you mean “{near}”?", "There are: {known}.\nThere are, among others: {some}.\nTo add it create the file {file}"),
    ),
    "E403": _both(
        ("il link porta a una pagina che non è pubblicata ({state})", "", "Togli il link, o pubblica anche {path}"),
        ("the link leads to a page that is not published ({state})", "", "Remove the link, or publish {path} too"),
    ),
    "E404": _both(
        ("il link porta a un documento che non ha una pagina sua: {written}", "", "Fai il link alla pagina che lo mostra."),
        ("the link leads to a document without a page of its own: {written}", "", "Link to the page that shows it."),
    ),
    "E405": _both(
        ("in {path} non c’è l’àncora #{anchor}", "forse «#{near}»?", "Ci sono: {known}.\nCi sono fra le altre: {some}.\n{remedy}"),
        ("{path} has no anchor #{anchor}", "did you mean “#{near}”?", "There are: {known}.\nThere are, among others: {some}.\n{remedy}"),
    ),
    "E406": _both(
        ("«{name}» e «{first}» avrebbero lo stesso indirizzo", "«{first}» è in {other}", "{remedy}\nCambia uno dei due nomi."),
        ("“{name}” and “{first}” would have the same address", "“{first}” is in {other}", "{remedy}\nChange one of the two names."),
    ),
    "E407": _both(
        ("il percorso esce dalla cartella content/: {written}", "", "I file del sito devono stare dentro content/."),
        ("the path leads out of the folder content/: {written}", "", "The files of the site must lie inside content/."),
    ),
    "E408": _both(
        ("link vuoto", "", "Scrivi l’indirizzo tra le parentesi, o togli il link."),
        ("empty link", "", "Write the address between the brackets, or remove the link."),
    ),
    "E409": _both(
        ("due file diversi avrebbero lo stesso indirizzo /{path}", "", "L’altro è {other}: rinomina uno dei due."),
        ("two different files would have the same address /{path}", "", "The other is {other}: rename one of the two."),
    ),
    "E410": _both(
        ("non c’è il file di dati «{name}»", "forse «{near}»?", "In content/data ci sono: {known}.\nIl file può chiamarsi {file}.yaml, .json o .csv"),
        ("there is no data file “{name}”", "did you mean “{near}”?", "In content/data there are: {known}.\nThe file may be called {file}.yaml, .json or .csv"),
    ),
    "E411": _both(
        ("vecchio indirizzo non valido: {alias}", "forse «{near}»?", "{remedy}"),
        ("invalid old address: {alias}", "did you mean “{near}”?", "{remedy}"),
    ),
    "E412": _both(
        ("questo indirizzo è già occupato: {address}", "", "{remedy}"),
        ("this address is taken already: {address}", "", "{remedy}"),
    ),
    "E413": _both(
        ("nome troppo lungo: {path}", "", "{remedy}"),
        ("name too long: {path}", "", "{remedy}"),
    ),
    "E414": _both(
        ("nome che molti computer non accettano: {path}", "", "{remedy}"),
        ("name that many computers do not take: {path}", "", "{remedy}"),
    ),
    "E415": _both(
        ("a questo indirizzo manca la barra finale: {written}", "scrivi «{near}»", ""),
        ("this address lacks its final slash: {written}", "write “{near}”", ""),
    ),
    "E416": _both(
        ("indirizzo che fuori dal tuo computer non funziona: {written}", "", "Copia il file accanto al testo e scrivi solo il suo nome."),
        ("address that does not work outside of your computer: {written}", "", "Copy the file beside the text and write only its name."),
    ),
    "E417": _both(
        ("indirizzo incompleto in {field}: {written}", "forse «{near}»?", "Scrivilo per intero, con https:// e il dominio:  {field}: https://www.esempio.it/pagina/"),
        ("incomplete address in {field}: {written}", "did you mean “{near}”?", "Write it whole, with https:// and the domain:  {field}: https://www.example.com/page/"),
    ),
    "E418": _both(
        ("indirizzo scritto male: {written}", "forse «{near}»?", "L’indirizzo di un sito comincia con https:// e quello di un’email con mailto:"),
        ("malformed address: {written}", "did you mean “{near}”?", "The address of a site begins with https:// and that of an email with mailto:"),
    ),
    "E419": _both(
        ("i browser non mostrano questo file come immagine: {written}", "", "{remedy}"),
        ("browsers do not show this file as an image: {written}", "", "{remedy}"),
    ),
    "E421": _both(
        ("il sito non ha la pagina iniziale", "{state}", "{remedy}"),
        ("the site has no home page", "{state}", "{remedy}"),
    ),
    "E423": _both(
        ("questo vecchio indirizzo è scritto due volte: {address}", "", "Può portare in un posto solo. È anche in {other}: togli quello che non serve."),
        ("this old address is written twice: {address}", "", "It can lead to one place only. It also stands in {other}: take out the one that is not needed."),
    ),
    "E424": _both(
        ("questo vecchio indirizzo porta in tondo, e non arriva a nessuna pagina: {address}", "", "Fallo finire su una pagina: scrivi il suo file, per esempio  pages/contatti.md"),
        ("this old address leads round in a circle, and never comes to a page: {address}", "", "Let it end at a page: write its file, for example  pages/contacts.md"),
    ),
    "E430": _both(
        ("questa pagina caricherebbe da sola qualcosa da un altro sito: {written}", "", "Chi legge non l’ha chiesto, e il suo indirizzo IP arriverebbe là. {remedy}\nSe invece lo vuoi, scrivi in site.yaml (insieme a quelli che ci sono già), e nella tua informativa privacy:  third_parties: [{origin}]"),
        ("this page would load something from another site by itself: {written}", "", "Your reader has not asked for it, and her IP address would go there. {remedy}\nIf you want it all the same, write in site.yaml (along with those that are there already), and in your privacy notice:  third_parties: [{origin}]"),
    ),
    "E431": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "W430": _both(
        ("nel browser di chi legge questo non avrà effetto: {cause}", "", "Le regole che il tuo spazio web manda con ogni pagina lasciano passare solo ciò che sitegen conosce. {remedy}"),
        ("in your reader’s browser this will have no effect: {cause}", "", "The rules that your host sends with each page let pass only what sitegen knows. {remedy}"),
    ),
    "W431": _both(
        ("Cloudflare non leggerà {cause}", "", "{remedy}"),
        ("Cloudflare will not read {cause}", "", "{remedy}"),
    ),
    "W432": _both(
        ("con  hosting: {hosting}  questo programma non può funzionare: {written}", "", "Quel servizio non esegue PHP, e i messaggi andrebbero persi. Usa l’indirizzo di un servizio per moduli (per esempio https://formspree.io/f/…), oppure uno spazio web con PHP (hosting: apache)."),
        ("with  hosting: {hosting}  this program cannot run: {written}", "", "That host does not run PHP, and messages would be lost. Use the address of a service for forms (for example https://formspree.io/f/…), or a host with PHP (hosting: apache)."),
    ),
    "W433": _both(
        ("file troppo grande (più di {limit}): che cosa carica da altri siti, sitegen non l’ha guardato", "", "Se è da scaricare, pubblicalo come .zip; se è una pagina, uno stile o un programma, dividilo."),
        ("file too large (more than {limit}): sitegen has not looked what it loads from other sites", "", "If it is a download, publish it as .zip; if it is a page, a style or a program, divide it."),
    ),
    "E422": _both(
        ("questa immagine non si può mostrare: {written}", "{cause}", "{remedy}"),
        ("this image cannot be shown: {written}", "{cause}", "{remedy}"),
    ),
    "E425": _both(
        ("in questo file c’è scritto dove è stato girato o scattato: {written}", "", "Chiunque lo scarica potrebbe leggerlo. Salvalo di nuovo senza la posizione (iPhone: Condividi → Opzioni → Posizione),\nun’immagine anche come JPEG: da JPEG, PNG, WebP, GIF, AVIF e HEIC la posizione viene tolta qui."),
        ("this file says where it was taken: {written}", "", "Anybody who downloads it could read that. Save it again without its location (iPhone: Share → Options → Location),\na picture also as JPEG: from JPEG, PNG, WebP, GIF, AVIF and HEIC the location is removed here."),
    ),
    "W417": _both(
        ("in questo file c’è scritto dove è stato scattato o girato, e chiunque visita il sito può leggerlo", "", "I file di content/static/ escono come sono. Spostalo in content/media/, dove alle immagini la posizione viene tolta, oppure salvalo di nuovo senza."),
        ("this file says where it was taken, and anybody who visits the site can read that", "", "The files of content/static/ are published as they are. Move it to content/media/, where the location is removed from pictures, or save it again without."),
    ),
    "W402": _both(
        ("immagine senza testo alternativo: {image}", "", "Aggiungi  alt=\"che cosa si vede\"  oppure, se è solo decorativa,  alt=\"\""),
        ("image without alternative text: {image}", "", "Add  alt=\"what is seen\"  or, if it is mere decoration,  alt=\"\""),
    ),
    "W404": _both(
        ("sul tuo sito non c’è {written}", "forse «{near}»?", "{remedy}"),
        ("your site does not have {written}", "did you mean “{near}”?", "{remedy}"),
    ),
    "W403": _both(
        ("quando questo documento uscirà ({day}) il sito non si potrà costruire: {cause}", "forse «{near}»?", "{remedy}"),
        ("when this document appears ({day}) the site cannot be built: {cause}", "did you mean “{near}”?", "{remedy}"),
    ),
    "W405": _both(
        ("{owner} senza consenso non va sul sito", "", "Va bene così: resta fuori dal sito. Chiedi il consenso per iscritto e conservalo; solo quando ce l’hai scrivi  given: true,  il giorno in cui ti è stato dato (date) e per che cosa (scope)."),
        ("{owner} without consent is not published", "", "That is as it should be: it stays out of the site. Ask for the consent in writing and keep it; only once you have it write  given: true,  the day on which it was given (date) and for what (scope)."),
    ),
    "W408": _both(
        ("nel consenso manca {field}", "", "Scrivi quando ti è stato dato (date) e per che cosa (scope): un giorno potrebbe servirti."),
        ("{field} is missing in the consent", "", "Write when it was given (date) and for what (scope): one day you may need to know."),
    ),
    "W409": _both(
        ("tra i file del sito non c’è {written}", "", "Il modulo funziona solo se quel programma è già sul tuo spazio web. Se sta altrove, scrivi l’indirizzo intero, con https://"),
        ("{written} is not among the site’s files", "", "The form works only if that program is on your host already. If it is elsewhere, write the whole address, with https://"),
    ),
    "W406": _both(
        ("«{name}» è scritto anche «{first}»", "così in {other}", "Il sito usa «{first}»: scegli una sola forma."),
        ("“{name}” is also written “{first}”", "so in {other}", "The site uses “{first}”: choose one spelling."),
    ),
    "W410": _both(
        ("questo aggiornamento è nel futuro: {day}", "", "Fino a quel giorno il sito non ne dice nulla. Se c’è già stato, correggi la data."),
        ("this update is in the future: {day}", "", "Until that day the site says nothing of it. If it has been made, mend the date."),
    ),
    "W411": _both(
        ("il commento {id} ha una data futura: {day}", "", "Fino a quel giorno non è sul sito, e nemmeno le risposte. Se è già stato scritto, correggi la data."),
        ("the comment {id} has a date in the future: {day}", "", "Until that day it is not on the site, nor are its answers. If it has been written, mend the date."),
    ),
    "W407": _both(
        ("vecchio indirizzo con un punto di domanda: {alias}", "", "A questo indirizzo nessun file può rispondere, e con  hosting: {hosting}  non lo fa nemmeno chi ospita il sito. Se il tuo spazio web è un altro scrivilo (hosting: apache). Se no togli questo indirizzo, e scrivi quello lungo che la pagina aveva, se era diverso da oggi."),
        ("old address with a question mark: {alias}", "", "No file can answer at this address, and with  hosting: {hosting}  the host does not either. If yours is another one say so (hosting: apache). Otherwise take this address out, and write the long one that the page had, if it was another than today’s."),
    ),
    "W412": _both(
        ("questa domanda non compare in nessuna pagina", "forse «{near}»?", "{remedy}\nQuelle che ci sono mostrano i gruppi: {known}."),
        ("this question is on no page", "did you mean “{near}”?", "{remedy}\nThose that there are show the groups: {known}."),
    ),
    "W413": _both(
        ("nessuna domanda è nel gruppo «{group}»", "forse «{near}»?", "Il gruppo si scrive nel campo  group:  delle domande di content/faq. Ci sono: {known}."),
        ("no question is in the group “{group}”", "did you mean “{near}”?", "The group is written in the field  group:  of the questions in content/faq. There are: {known}."),
    ),
    "W414": _both(
        ("{owner} senza testo", "", "{remedy}"),
        ("{owner} without text", "", "{remedy}"),
    ),
    "W415": _both(
        ("questa sezione {type} è vuota", "manca {field}", "Aggiungi  {field}:  con le sue voci, o togli la sezione."),
        ("this section {type} is empty", "{field} is missing", "Add  {field}:  with its entries, or take the section out."),
    ),
    "W416": _both(
        ("questo articolo propone se stesso: {id}", "", "Togli questo nome da  related:"),
        ("this post proposes itself: {id}", "", "Take this name out of  related:"),
    ),
    # Themes
    "W501": _both(
        ("il tema non disegna questa icona: {written}", "forse «{near}»?", "Le icone sono: {known}."),
        ("the theme does not draw this icon: {written}", "did you mean “{near}”?", "The icons are: {known}."),
    ),
    "W502": _both(
        ("{cause}: {name}", "forse «{near}»?", "{remedy}"),
        ("{cause}: {name}", "did you mean “{near}”?", "{remedy}"),
    ),
    "W503": _both(
        ("da qui in poi questo foglio di stile non è scritto come CSS", "", "Esce com’è: i browser saltano ciò che non capiscono. Guarda se manca una parentesi o un punto e virgola, qui o nella riga sopra."),
        ("from here on this stylesheet is not written as CSS", "", "It is published as it is: browsers skip what they do not understand. See whether a brace or a semicolon is missing, here or in the line above."),
    ),
    "E501": _both(
        ("il tema «{theme}» non esiste", "forse «{near}»?", "I temi sono: {known}.\n{remedy}"),
        ("there is no theme “{theme}”", "did you mean “{near}”?", "The themes are: {known}.\n{remedy}"),
    ),
    "E502": _both(
        ("i temi si richiamano in cerchio: {theme}", "", "Cambia la riga  parent:  di uno dei temi."),
        ("the themes name each other in a circle: {theme}", "", "Change the line  parent:  of one of them."),
    ),
    "E503": _both(
        ("il tema si chiama «{name}» ma la sua cartella «{folder}»", "", "Usa lo stesso nome: quello della cartella."),
        ("the theme is called “{name}” but its folder “{folder}”", "", "Use one name: the folder’s."),
    ),
    "E504": _both(
        ("foglio di stile che non c’è: {style}", "", "I nomi sotto  styles:  sono file della cartella assets del tema. Questo va messo qui: {path}"),
        ("stylesheet that does not exist: {style}", "", "The names under  styles:  are files of the theme’s folder assets. This one goes here: {path}"),
    ),
    "E505": _both(
        ("errore nel modello: {cause}", "forse «{near}»?", "{remedy}"),
        ("mistake in the template: {cause}", "did you mean “{near}”?", "{remedy}"),
    ),
    "E506": _both(
        ("il nome del modello da includere deve essere scritto per intero", "", "Usa un nome fisso tra virgolette."),
        ("the name of an included template must be written out", "", "Use a fixed name between quotes."),
    ),
    "E507": _both(
        ("modello che non c’è: {template}", "forse «{near}»?", "{remedy}"),
        ("template that does not exist: {template}", "did you mean “{near}”?", "{remedy}"),
    ),
    "E508": _both(
        ("catalogo di parole scritto male: {cause}", "", "{remedy}"),
        ("malformed catalogue of words: {cause}", "", "{remedy}"),
    ),
    "E509": _both(
        ("parola non tradotta ({language}): «{message}»", "", "Aggiungila al file strings/{language}.po del tema."),
        ("word not translated ({language}): “{message}”", "", "Add it to the theme’s file strings/{language}.po"),
    ),
    "E510": _both(
        ("il modello usa un campo che non esiste: {field}", "forse «{near}»?", "Qui ci sono: {known}.\n{remedy}"),
        ("the template uses a field that does not exist: {field}", "did you mean “{near}”?", "Here there are: {known}.\n{remedy}"),
    ),
    "E511": _both(
        ("al tema manca il modello {template}", "", "Scrivi il file templates/{template}, o aggiungi  parent: base  al tema."),
        ("the theme lacks the template {template}", "", "Write the file templates/{template}, or add  parent: base  to the theme."),
    ),
    "E512": _both(
        ("il colore {token} del tema non si può calcolare", "forse «{near}»?", "Un colore può nominare solo quelli scritti prima di lui; la tinta è brand, accent, second, tone o un numero di gradi."),
        ("the theme’s colour {token} cannot be worked out", "did you mean “{near}”?", "A colour can name only those written before it; its hue is brand, accent, second, tone or a number of degrees."),
    ),
    "E513": _both(
        ("il colore {token} si legge troppo poco su {other}: {ratio}:1", "", "Scegline uno che se ne stacchi di più, oppure togli la riga: lo calcola sitegen."),
        ("the colour {token} is too hard to read on {other}: {ratio}:1", "", "Choose one that stands out more, or take the line out: sitegen works it out."),
    ),
    "E514": _both(
        ("questo modello fa troppo: {what}", "", "Cambia questa riga: un ciclo più corto, un numero più piccolo, o un richiamo che finisce."),
        ("this template does too much: {what}", "", "Change this line: a shorter loop, a smaller number, or a call that ends."),
    ),
    "E515": _both(
        ("carattere che non c’è: {font}", "", "Il  file:  di un carattere sta nella cartella assets del tema. Questo va messo qui: {path}"),
        ("font that does not exist: {font}", "", "The  file:  of a font lies in the theme’s folder assets. This one goes here: {path}"),
    ),
    "E516": _both(
        ("il blocco «{block}» non prende il posto di nessun altro: non compare in nessuna pagina", "forse «{near}»?", "I blocchi di {parent} sono: {known}."),
        ("the block “{block}” takes the place of no other: it appears on no page", "did you mean “{near}”?", "The blocks of {parent} are: {known}."),
    ),
    "E517": _both(
        ("questo sta fuori dai blocchi: non compare in nessuna pagina", "", "Un modello che ne estende un altro mostra solo i suoi blocchi. Metti questa parte in uno, tra  {% block nome %}  e  {% endblock %}"),
        ("this stands outside of the blocks: it appears on no page", "", "A template that extends another shows only its blocks. Put this part into one, between  {% block name %}  and  {% endblock %}"),
    ),
    "E525": _both(
        ("il modello della scheda per i social non si può disegnare: {cause}", "", "{remedy}"),
        ("the template of the social card cannot be drawn: {cause}", "", "{remedy}"),
    ),
    # Files
    "E526": _both(
        ("@import in un foglio di stile: i browser qui non lo leggono", "", "Tutti i fogli diventano uno solo. Scrivi qui le regole, oppure, in un tema, il file sotto  styles:  in theme.yaml.\nUn carattere va nella cartella assets del tema, sotto  fonts:  così nessuno, oltre a te, sa chi visita il sito."),
        ("@import in a stylesheet: browsers do not read it here", "", "All stylesheets become one. Write the rules here or, in a theme, the file below  styles:  in theme.yaml.\nA font goes into the theme’s folder assets, below  fonts:  so that nobody but you knows who visits the site."),
    ),
    "E518": _both(
        ("«{name}» è un colore: fra le misure nessuno controllerebbe che si legga", "", "Scrivilo sotto  colors: , per lo schermo chiaro e per lo scuro:  {name}: {color: \"#rrggbb\"}"),
        ("“{name}” is a colour: among measures nobody would check that it can be read", "", "Write it below  colors: , for the light screen and for the dark one:  {name}: {color: \"#rrggbb\"}"),
    ),
    "E520": _both(
        ("parola scritta nel modello: {text}", "", "Resterebbe in questa lingua anche in un sito che ne parla un’altra. Scrivi  _(\"…\")  e mettila nei cataloghi strings/it.po e en.po."),
        ("word written in the template: {text}", "", "It would stay in this language on a site that speaks another. Write  _(\"…\")  and put it into the catalogues strings/it.po and en.po."),
    ),
    "E521": _both(
        ("la pagina chiede un file a un altro sito: {text}", "", "Chi la visita verrebbe visto da quel sito. Metti il file in assets/ del tema."),
        ("the page asks another site for a file: {text}", "", "That site would see whoever visits it. Put the file into the theme’s assets/."),
    ),
    "E522": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "E523": _both(
        ("con il colore {brand} non si trova un {token} che si legga su {other} (schermo {scheme})", "", "Lascia al colore più chiarezze fra cui scegliere (lightness), o chiedi meno contrasto in on."),
        ("with the colour {brand} there is no {token} that can be read on {other} ({scheme} screen)", "", "Leave the colour more lightnesses to choose from, or ask for less contrast in on."),
    ),
    "E524": _both(
        ("la pagina è più larga {cause}: sporge {element}", "", "{remedy}"),
        ("the page is wider than {cause}: {element} sticks out", "", "{remedy}"),
    ),
    "E601": _both(
        ("il file non è in UTF-8 (sembra {encoding})", "", "Aprilo con il programma con cui lo scrivi e salvalo scegliendo la codifica UTF-8."),
        ("the file is not UTF-8 (it looks like {encoding})", "", "Open it in the program you write it with and save it with the encoding UTF-8."),
    ),
    "E602": _both(
        ("non si può leggere: {cause}", "", "{remedy}"),
        ("cannot be read: {cause}", "", "{remedy}"),
    ),
    "E603": _both(
        ("il collegamento porta fuori da content/ e themes/", "", "Al posto del collegamento metti una copia del file o della cartella."),
        ("the link leads out of content/ and themes/", "", "Put a copy of the file or folder in place of the link."),
    ),
    "E604": _both(
        ("il collegamento gira in cerchio o non porta a nulla", "", "Cancella il collegamento."),
        ("the link runs in a circle or leads nowhere", "", "Delete the link."),
    ),
    "E605": _both(
        ("questa è una cartella, ma ha il nome di un documento", "", "Togli .md dal nome della cartella: il testo va in un file index.md al suo interno."),
        ("this is a folder, but it has a document’s name", "", "Take .md off the folder’s name: the text goes into a file index.md inside it."),
    ),
    "E606": _both(
        ("un file ha un nome illeggibile: {name}", "", "Rinominalo, usando per le lettere accentate la tastiera di questo computer."),
        ("a file has an unreadable name: {name}", "", "Rename it, typing letters with accents on this computer."),
    ),
    "E607": _both(
        ("due file con lo stesso nome, scritto con accenti diversi", "", "Rinomina uno dei due."),
        ("two files of one name, written with different accents", "", "Rename one of the two."),
    ),
    "E608": _both(
        ("non è un file né una cartella", "", "Toglilo dalla cartella del sito."),
        ("is neither a file nor a folder", "", "Take it out of the site’s folder."),
    ),
    "E609": _both(
        ("file di testo troppo grande (più di {limit})", "", "Se è da scaricare, mettilo in content/static/."),
        ("text file too large (more than {limit})", "", "If it is a download, put it into content/static/."),
    ),
    "E610": _both(
        ("cartella sconosciuta: {folder}", "forse «{near}»?", "Le cartelle di content/ sono: {known}."),
        ("unknown folder: {folder}", "did you mean “{near}”?", "The folders of content/ are: {known}."),
    ),
    "E611": _both(
        ("questi commenti non hanno il loro articolo", "", "Il file si chiama come l’articolo (agenda.comments.yaml accanto ad agenda.md), o comments.yaml nella sua cartella."),
        ("these comments have no post", "", "The file is named after its post (agenda.comments.yaml beside agenda.md), or comments.yaml in its folder."),
    ),
    "E612": _both(
        ("due file per {thing}", "", "L’altro è {other}: tienine uno solo."),
        ("two files for {thing}", "", "The other is {other}: keep only one."),
    ),
    "E614": _both(
        ("questo non è un file di testo", "", "Se è un’immagine o un altro file, dagli la sua vera estensione, per esempio .png\nSe è un testo, salvalo di nuovo scegliendo la codifica UTF-8."),
        ("this is not a text file", "", "If it is an image or another file, give it its true ending, for example .png\nIf it is a text, save it again with the encoding UTF-8."),
    ),
    "E613": _both(
        ("il file è cambiato o sparito mentre sitegen lo leggeva", "", "Aspetta che il salvataggio o la copia finisca, poi rilancia  sitegen build"),
        ("the file changed or went away while sitegen was reading it", "", "Wait until the saving or copying has ended, then run  sitegen build  again"),
    ),
    "E615": _both(
        ("questo file non sta in nessuna cartella", "forse si chiama «{near}»?", "Spostalo in una di queste cartelle di content/: {known}.\nSe è così, rinominalo  {near}"),
        ("this file is in no folder", "is it called “{near}”?", "Move it into one of these folders of content/: {known}.\nIf so, rename it to  {near}"),
    ),
    "E616": _both(
        ("due commenti con lo stesso id: {id}", "", "Ogni commento ha un id suo."),
        ("two comments with the same id: {id}", "", "Each comment has an id of its own."),
    ),
    "E617": _both(
        ("risposta a un commento che non c’è prima: {id}", "", "In  parent:  va l’id di un commento che sta più in alto nel file."),
        ("reply to a comment that does not stand before it: {id}", "", "In  parent:  goes the id of a comment further up in the file."),
    ),
    "E618": _both(
        ("numero di colonne sbagliato: {found} invece di {columns}", "", "Aggiungi o togli un separatore, o metti tra virgolette il testo che lo contiene."),
        ("wrong number of columns: {found} instead of {columns}", "", "Add or remove a separator, or put the text that holds one between quotes."),
    ),
    "E619": _both(
        ("due colonne con lo stesso nome: {column}", "", "Dai a ogni colonna un nome suo, nella prima riga."),
        ("two columns of one name: {column}", "", "Give each column a name of its own, in the first row."),
    ),
    "E620": _both(
        ("virgolette non chiuse in questa riga", "", "Aggiungi le virgolette che mancano, o togli quelle che ci sono."),
        ("quotes not closed in this row", "", "Add the quotes that are missing, or remove those that are there."),
    ),
    "E621": _both(
        ("questi commenti non vengono letti: il file ha un altro nome", "", "Rinominalo  {near}"),
        ("these comments are not read: the file has another name", "", "Rename it to  {near}"),
    ),
    "W611": _both(
        ("questo file non viene pubblicato", "", "I documenti sono file di testo con nome che finisce in .md\n{remedy}"),
        ("this file is not published", "", "Documents are text files whose names end in .md\n{remedy}"),
    ),
    "W613": _both(
        ("questo file di dati non viene letto", "", "I dati sono file .yaml, .json o .csv"),
        ("this data file is not read", "", "Data are .yaml, .json or .csv files"),
    ),
    # Output and command line
    "E701": _both(
        ("qui c’è già un file che sitegen non ha scritto", "", "Spostalo altrove (per pubblicarlo: content/static/), oppure scegli un’altra cartella con --output."),
        ("there is a file here that sitegen did not write", "", "Move it elsewhere (to publish it: content/static/), or choose another folder with --output."),
    ),
    "E702": _both(
        ("non si può scrivere: {cause}", "", "{remedy}"),
        ("cannot be written: {cause}", "", "{remedy}"),
    ),
    "E703": _both(
        ("la cartella di uscita non può essere questa: {why}", "", "Scegli con --output una cartella vuota, fuori da content/ e themes/."),
        ("the output folder cannot be this one: {why}", "", "Choose with --output an empty folder, outside content/ and themes/."),
    ),
    "E704": _both(
        ("qui non c’è un sito", "", "Entra nella cartella che contiene content/site.yaml, o indicala con --root.\nSe le impostazioni del sito sono in {near}, rinominalo  site.yaml"),
        ("there is no site here", "", "Go to the folder that holds content/site.yaml, or name it with --root.\nIf the settings of the site are in {near}, rename it to  site.yaml"),
    ),
    "E705": _both(
        ("non capisco «{written}»", "forse «{near}»?", "Per l’elenco di comandi e opzioni: sitegen --help"),
        ("I do not understand “{written}”", "did you mean “{near}”?", "For the list of commands and options: sitegen --help"),
    ),
    "E706": _both(
        ("valore non valido per {option}: {written}", "forse «{meant}»?", "Si può scrivere: {known}.\n{remedy}"),
        ("invalid value for {option}: {written}", "did you mean “{meant}”?", "You can write: {known}.\n{remedy}"),
    ),
    "E707": _both(
        ("questo file non è quello che uscirebbe rifacendo il sito da zero", "", "Lancia  sitegen build --clean  e poi segnalaci il caso: è un errore di sitegen."),
        ("this file is not what a clean build would make", "", "Run  sitegen build --clean  and then tell us: it is a mistake in sitegen."),
    ),
    "E708": _both(
        ("dopo {option} manca il valore", "", "Per vedere che cosa si può scrivere: sitegen build --help"),
        ("the value after {option} is missing", "", "To see what may be written: sitegen build --help"),
    ),
    "E709": _both(
        ("in questa cartella ci sono già file che non risultano scritti da sitegen, per esempio {example}", "", "Scegli con --output una cartella vuota, o sposta altrove quei file. Se è un sito fatto da sitegen, svuotala: sitegen lo rifà."),
        ("there are files in this folder that do not seem to be written by sitegen, for example {example}", "", "Choose an empty folder with --output, or move those files elsewhere. If it is a site made by sitegen, empty it: sitegen makes it again."),
    ),
    "E710": _both(
        ("non conosco «{written}»: non è un file del sito, né un file di output/, né un suo indirizzo", "forse «{near}»?", "Scrivi un percorso come content/posts/nome.md o blog/nome/index.html, oppure un indirizzo come /blog/nome/"),
        ("I do not know “{written}”: it is no file of the site, no file of output/ and no address of it", "did you mean “{near}”?", "Write a path like content/posts/name.md or blog/name/index.html, or an address like /blog/name/"),
    ),
    "E711": _both(
        ("manca che cosa spiegare", "", "Scrivi un percorso o un indirizzo: sitegen why content/posts/nome.md"),
        ("what to explain is missing", "", "Write a path or an address: sitegen why content/posts/name.md"),
    ),
    "E712": _both(
        ("che cosa vuoi fare con i temi?", "forse «{near}»?", "Si può scrivere:  sitegen theme  seguito da {known}."),
        ("what do you want to do with themes?", "did you mean “{near}”?", "You can write:  sitegen theme  followed by {known}."),
    ),
    "E713": _both(
        ("questo nome non va bene per un tema: {name}", "", "Usa solo lettere minuscole senza accenti, cifre e trattini.\nPer esempio:  sitegen theme new {near}"),
        ("this name does not do for a theme: {name}", "", "Use only lower-case letters without accents, digits and hyphens.\nFor example:  sitegen theme new {near}"),
    ),
    "E714": _both(
        ("il tema «{name}» c’è già", "", "Scegli un altro nome."),
        ("the theme “{name}” is there already", "", "Choose another name."),
    ),
    "E715": _both(
        ("manca il nome del tema", "", "Scrivilo così:  sitegen theme new mio-tema"),
        ("the theme’s name is missing", "", "Write it like this:  sitegen theme new my-theme"),
    ),
    "E716": _both(
        ("che cosa vuoi creare?", "forse «{near}»?", "Si può scrivere:  sitegen new  seguito da {known}."),
        ("what do you want to make?", "did you mean “{near}”?", "You can write:  sitegen new  followed by {known}."),
    ),
    "E717": _both(
        ("manca il titolo, o il nome", "", "Scrivilo così:  sitegen new {kind} \"Il titolo\""),
        ("the title or name is missing", "", "Write it like this:  sitegen new {kind} \"The title\""),
    ),
    "E718": _both(
        ("da questo titolo non si può fare il nome di un file: {written}", "", "Scrivi un titolo con almeno una lettera o una cifra."),
        ("no file can be named after this title: {written}", "", "Write a title with at least one letter or digit."),
    ),
    "E719": _both(
        ("qui c’è già qualcosa: resta com’è", "", "Scegli un altro titolo:  sitegen new {kind} \"Un altro titolo\""),
        ("there is something here already: it stays as it is", "", "Choose another title:  sitegen new {kind} \"Another title\""),
    ),
    "E720": _both(
        ("questa cartella non è vuota: c’è per esempio {example}", "", "Scegli una cartella nuova:  sitegen new site il-mio-sito"),
        ("this folder is not empty: it holds {example}, for example", "", "Choose a new folder:  sitegen new site my-site"),
    ),
    "E721": _both(
        ("questo campo non si può cambiare senza rischi: {field}", "", "Cambialo tu, con un editor di testo. Il file è rimasto com’era."),
        ("this field cannot be changed without risk: {field}", "", "Change it yourself, with a text editor. The file is as it was."),
    ),
    "E722": _both(
        ("{cause}", "", "Scrivilo così:  {remedy}"),
        ("{cause}", "", "Write it like this:  {remedy}"),
    ),
    "E723": _both(
        ("non è una bozza: {cause}", "", "{remedy}\nPer sapere dov’è:  sitegen why {path}"),
        ("is no draft: {cause}", "", "{remedy}\nTo know where it stands:  sitegen why {path}"),
    ),
    "E724": _both(
        ("questo non può essere un indirizzo: {written}", "forse «{near}»?", "Usa solo lettere minuscole senza accenti, cifre e trattini."),
        ("this cannot be an address: {written}", "did you mean “{near}”?", "Use only lower-case letters without accents, digits and hyphens."),
    ),
    "E725": _both(
        ("questo documento non ha una pagina sua, e nemmeno un indirizzo", "", "Si può cambiare il nome del file."),
        ("this document has no page of its own, and no address", "", "The name of its file can be changed."),
    ),
    "E726": _both(
        ("tra i documenti non c’è «{written}»", "forse «{near}»?", "Scrivi il percorso del file, per esempio content/posts/nome.md"),
        ("there is no document “{written}”", "did you mean “{near}”?", "Write the path of the file, for example content/posts/name.md"),
    ),
    "E727": _both(
        ("di che cosa vuoi lo schema?", "forse «{near}»?", "Si può scrivere:  sitegen schema  seguito da {known}."),
        ("of what do you want the schema?", "did you mean “{near}”?", "You can write:  sitegen schema  followed by {known}."),
    ),
    "E728": _both(
        ("per quale shell?", "forse «{near}»?", "Si può scrivere:  sitegen completion  seguito da {known}.\nCome si attiva lo dice  sitegen completion --help"),
        ("for which shell?", "did you mean “{near}”?", "You can write:  sitegen completion  followed by {known}.\nHow to use it is said by  sitegen completion --help"),
    ),
    "E729": _both(
        ("questa cartella è già dentro un sito", "", "Il sito è in {root}\nScegli una cartella fuori da lì:  sitegen new site {example}\nPer aggiungere una pagina a quel sito:  sitegen new page \"Titolo\""),
        ("this folder is inside a site already", "", "The site is in {root}\nChoose a folder outside of it:  sitegen new site {example}\nTo add a page to that site:  sitegen new page \"Title\""),
    ),
    "E730": _both(
        ("l’indirizzo di questa pagina non si può cambiare", "", "{remedy}"),
        ("the address of this page cannot be changed", "", "{remedy}"),
    ),
    "E731": _both(
        ("{one} e {other} insieme non si possono usare", "", "Scegli una sola delle due."),
        ("{one} and {other} cannot be used together", "", "Choose one of the two."),
    ),
    "E800": _both(
        ("non c’è una regola che si chiama {written}", "forse «{near}»?", "L’elenco delle regole:  sitegen check --rules"),
        ("there is no rule called {written}", "did you mean “{near}”?", "The list of the rules:  sitegen check --rules"),
    ),
    "E801": _both(
        ("{name} tace senza un motivo", "perché?", "Scrivi perché, per chi rileggerà: fra un anno sarai tu.\n{name}: Il motivo"),
        ("{name} is muted without a reason", "why?", "Write why, for whoever reads it: in a year that is you.\n{name}: The reason"),
    ),
    "W801": _both(
        ("accento sbagliato: {written}", "si scrive {mended}", ""),
        ("wrong accent: {written}", "it is written {mended}", ""),
    ),
    "W802": _both(
        ("apostrofo sbagliato: {written}", "si scrive {mended}", ""),
        ("wrong apostrophe: {written}", "it is written {mended}", ""),
    ),
    "W803": _both(
        ("errore di ortografia: {written}", "si scrive {mended}", ""),
        ("misspelt: {written}", "it is written {mended}", ""),
    ),
    "W804": _both(
        ("parola scritta due volte: {written}", "ne basta una", ""),
        ("word written twice: {written}", "one is enough", ""),
    ),
    "W805": _both(
        ("più spazi di fila", "ne basta uno", ""),
        ("several spaces in a row", "one is enough", ""),
    ),
    "W806": _both(
        ("spazio fuori posto: {written}", "si scrive {mended}", "Lo spazio va dopo un segno di punteggiatura, non prima; e fuori dalle parentesi, non dentro."),
        ("space in the wrong place: {written}", "it is written {mended}", "A space goes behind a punctuation mark, not before it; and outside of brackets, not inside."),
    ),
    "W807": _both(
        ("parole tutte maiuscole: {written}", "sembra gridato", "Scrivile in minuscolo. A quello che conta dà forza il **grassetto**."),
        ("words all in capitals: {written}", "it looks shouted", "Write them in lower case. What matters is made **bold**."),
    ),
    "W808": _both(
        ("testo difficile da leggere: indice {name} {score}, sotto {floor}", "la frase più difficile: {words} parole", "Dividi le frasi lunghe e usa parole più corte, cominciando da qui. Le frasi più difficili sono alle righe: {lines}."),
        ("hard to read: {name} score {score}, below {floor}", "the hardest sentence: {words} words", "Split long sentences and use shorter words, beginning here. The hardest sentences are on the lines: {lines}."),
    ),
    "W809": _both(
        ("frase molto lunga: {words} parole", "comincia qui", "Dividila dove cambia chi fa che cosa. Oltre {limit} parole chi legge arriva in fondo senza ricordare l’inizio."),
        ("very long sentence: {words} words", "it begins here", "Split it where somebody else begins to act. Beyond {limit} words readers have lost the beginning when they come to the end."),
    ),
    "E820": _both(
        ("la partita IVA {number} non si legge nella pagina iniziale", "", "La legge la vuole lì, anche se il sito non vende nulla (DPR 633/1972, art. 35). I temi di sitegen la mostrano in fondo a ogni pagina."),
        ("the VAT number {number} cannot be read on the home page", "", "Italian law wants it there, even where nothing is sold (DPR 633/1972, art. 35). sitegen’s themes show it at the foot of every page."),
    ),
    "W821": _both(
        ("questi dati non si leggono in nessuna pagina: {fields}", "", "La legge li vuole facili da trovare (D.Lgs. 70/2003, art. 7). I temi di sitegen li mostrano in fondo a ogni pagina."),
        ("these cannot be read on any page: {fields}", "", "Italian law wants them easy to find (D.Lgs. 70/2003, art. 7). sitegen’s themes show them at the foot of every page."),
    ),
    "W822": _both(
        ("questo modulo non porta all’informativa privacy", "", "Chi lascia i suoi dati deve poterla leggere prima (GDPR, art. 13). Metti un collegamento nel modulo, o accanto.\nIn site.yaml, sotto  {name}:  scrivi  privacy: pages/privacy.md"),
        ("this form does not lead to the privacy notice", "", "Who leaves personal data must be able to read it first (GDPR, art. 13). Put a link into the form, or beside it.\nIn site.yaml, below  {name}:  write  privacy: pages/privacy.md"),
    ),
    "E823": _both(
        ("la casella {name} è già spuntata", "", "Un consenso vale solo se lo dà chi compila (GDPR, considerando 32; Corte di giustizia UE, C-673/17). Togli  checked"),
        ("the box {name} is ticked beforehand", "", "Consent counts only where it is given by whoever fills the form (GDPR, recital 32; CJEU, C-673/17). Take  checked  out."),
    ),
    "W824": _both(
        ("chi scrive un messaggio deve accettare anche altro: {written}", "", "Il consenso alle email promozionali va chiesto a parte, con una casella sua e facoltativa (GDPR, art. 7)."),
        ("who writes a message must agree to something else, too: {written}", "", "Consent to promotional email is asked for apart, with a box of its own that may stay empty (GDPR, art. 7)."),
    ),
    "W825": _both(
        ("non è detto come sono raccolte le testimonianze", "", "Va detto se, e come, controlli che siano di clienti veri (D.Lgs. 26/2023). In site.yaml, per esempio:\ntestimonials:\n  note: Chieste per email a clienti con un contratto.\nOppure in ogni testimonianza  verified: come"),
        ("it is not said how testimonials were collected", "", "You must say whether, and how, you make sure that they come from real customers (D.Lgs. 26/2023, Directive 2019/2161). In site.yaml, for example:\ntestimonials:\n  note: Asked for by email from customers with a contract.\nOr in each testimonial  verified: how"),
    ),
    "W826": _both(
        ("non è detto se i prezzi comprendono l’IVA", "", "La legge lo vuole accanto ai prezzi (D.Lgs. 70/2003, art. 7). Per esempio:\nprice:\n  note: IVA esclusa"),
        ("it is not said whether prices include VAT", "", "Italian law wants it beside prices (D.Lgs. 70/2003, art. 7). For example:\nprice:\n  note: VAT not included"),
    ),
    "W827": _both(
        ("nella pagina iniziale non si legge la dicitura della legge 4/2013", "", "La legge la vuole in ogni rapporto scritto con il cliente (L. 4/2013, art. 1, c. 3). I temi di sitegen la mostrano in fondo a ogni pagina.\nSe non ti riguarda togli  law4_2013"),
        ("the mention of law 4/2013 cannot be read on the home page", "", "Italian law wants it in whatever is written to a customer (L. 4/2013, art. 1, par. 3). sitegen’s themes show it at the foot of every page.\nIf it does not concern you, take  law4_2013  out."),
    ),
    # Pages as they were built
    "E840": _both(
        ("{cause}: {written}", "", "{remedy}\nForse  {near}"),
        ("{cause}: {written}", "", "{remedy}\nPerhaps  {near}"),
    ),
    "W841": _both(
        ("il link porta a un vecchio indirizzo: {written}", "oggi è {near}", "Scrivi quello di oggi: chi ci preme arriva prima, e senza passaggi."),
        ("the link leads to an old address: {written}", "today it is {near}", "Write the one of today: who presses it is there sooner, without detours."),
    ),
    "W842": _both(
        ("link a una pagina di questo sito scritto per intero: {written}", "basta {near}", "Così funziona anche nell’anteprima, e il giorno in cui il sito cambia indirizzo. In un documento è meglio il file, per esempio  ../posts/agenda.md"),
        ("link to a page of this site written in full: {written}", "{near} is enough", "That works in the preview, too, and on the day on which the site moves. In a document the file is better, for example  ../posts/diary.md"),
    ),
    "W843": _both(
        ("{cause}: {text}", "", "{remedy}"),
        ("{cause}: {text}", "", "{remedy}"),
    ),
    "W844": _both(
        ("due link si chiamano «{text}» ma portano in posti diversi", "questo porta a {other}", "L’altro porta a {one}. Chi sente solo i nomi dei link non li distingue: dai a ciascuno il suo."),
        ("two links are called “{text}” but lead to different places", "this one leads to {other}", "The other one leads to {one}. Who hears only the names of links cannot tell them apart: give each its own."),
    ),
    "W845": _both(
        ("{cause} ({address})", "", "Chi visita il sito non la trova. {remedy}\nSe è solo per chi ne ha l’indirizzo, tienila fuori dai motori di ricerca:\nseo:\n  noindex: true"),
        ("{cause} ({address})", "", "Nobody who visits the site will find it. {remedy}\nIf it is only for those who have its address, keep it from search engines:\nseo:\n  noindex: true"),
    ),
    "W846": _both(
        ("dalla pagina iniziale a questa ({address}) ci sono {clicks} clic", "", "Chi visita il sito di rado ne fa più di {limit}. Fai un link da una pagina più vicina."),
        ("from the home page to this one ({address}) there are {clicks} clicks", "", "Visitors rarely go further than {limit}. Link to it from a page that is nearer."),
    ),
    "E847": _both(
        ("{cause}: {old} → {target}", "", "{remedy}"),
        ("{cause}: {old} → {target}", "", "{remedy}"),
    ),
    "W848": _both(
        ("{old} porta a {target}, che è a sua volta un vecchio indirizzo", "alla fine si arriva a {near}", "Scrivi subito l’indirizzo finale: ogni passaggio fa aspettare, e dopo qualcuno i browser rinunciano."),
        ("{old} leads to {target}, which is an old address itself", "in the end one comes to {near}", "Write the final address at once: each detour takes time, and after some of them browsers give up."),
    ),
    "W849": _both(
        ("fotografia senza testo alternativo: {image}", "che cosa si vede?", "Scrivilo tra le parentesi quadre, come lo diresti al telefono. Se è solo decorazione dillo in HTML, così si capisce che non te ne sei scordata:\n<img src=\"{image}\" alt=\"\">"),
        ("photo without alternative text: {image}", "what is there to see?", "Write it between the square brackets, as you would say it on the phone. If it is mere decoration say so in HTML, by which it is seen that it was not forgotten:\n<img src=\"{image}\" alt=\"\">"),
    ),
    "W850": _both(
        ("{cause}: {text}", "", "{remedy}"),
        ("{cause}: {text}", "", "{remedy}"),
    ),
    "W851": _both(
        ("immagine senza testo alternativo: {image}", "", "Aggiungi  alt=\"…\"  con quello che si vede; se è solo decorazione scrivi  alt=\"\""),
        ("image without alternative text: {image}", "", "Add  alt=\"…\"  with what there is to see; for mere decoration write  alt=\"\""),
    ),
    "W852": _both(
        ("dal titolo di livello {above} si salta al livello {level}: {text}", "qui va il livello {near}", "Chi ascolta la pagina usa i titoli come un indice, e crede che ne manchi uno."),
        ("from a heading of level {above} this one skips to level {level}: {text}", "level {near} goes here", "Who listens to the page uses headings as a table of contents, and believes that one is missing."),
    ),
    "W853": _both(
        ("titolo di livello {level} senza testo", "", "Scrivi il titolo, o togli la riga: chi ascolta la pagina sente «titolo» e poi nulla."),
        ("heading of level {level} without text", "", "Write the heading, or remove the line: who listens to the page hears “heading” and then nothing."),
    ),
    "E854": _both(
        ("la pagina non ha un titolo", "", "Serve un  <title>  nella testa della pagina: è quello che si legge nella scheda del browser e nei motori di ricerca."),
        ("the page has no title", "", "A  <title>  is needed in the head of the page: it is what the browser’s tab and search engines show."),
    ),
    "W855": _both(
        ("la pagina non ha una descrizione", "", "Al suo posto chi cerca leggerebbe «{text}».\nScrivila in  description:  sono le due righe che i motori di ricerca mostrano sotto il titolo (120–155 caratteri)."),
        ("the page has no description", "", "In its place a search would show “{text}”.\nWrite it in  description:  it is the two lines that search engines show below the title (120–155 characters)."),
    ),
    "W856": _both(
        ("un’altra pagina ha lo stesso titolo: {text}", "", "È {other}. Chi le vede tra i risultati di una ricerca non le distingue: cambia uno dei due titoli, o scrivine un altro in  seo: title:"),
        ("another page has the same title: {text}", "", "It is {other}. Who sees both among the results of a search cannot tell them apart: change one of the titles, or write another one in  seo: title:"),
    ),
    "W857": _both(
        ("un’altra pagina ha la stessa descrizione: {text}", "", "È {other}. Di’ in ciascuna che cosa ci si trova: è la frase che fa scegliere un risultato."),
        ("another page has the same description: {text}", "", "It is {other}. Say in each what there is to find: it is the sentence by which a result is chosen."),
    ),
    "W858": _both(
        ("{cause}: {length} caratteri", "", "{remedy}"),
        ("{cause}: {length} characters", "", "{remedy}"),
    ),
    "W859": _both(
        ("{cause}: {length} caratteri", "", "{remedy}"),
        ("{cause}: {length} characters", "", "{remedy}"),
    ),
    "E860": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "E861": _both(
        ("lo stesso id sta due volte nella pagina: {text}", "", "Un link a #{text} porta solo al primo, e un’etichetta resta senza il suo campo: cambiane uno."),
        ("the same id stands twice on the page: {text}", "", "A link to #{text} leads to the first only, and a label loses its field: change one of them."),
    ),
    "W862": _both(
        ("la pagina non dice in che lingua è", "", "Scrivi  <html lang=\"{near}\">  altrimenti chi la ascolta sente le parole lette in un’altra lingua.\n«{written}» non è il nome di una lingua."),
        ("the page does not say in which language it is", "", "Write  <html lang=\"{near}\">  else who listens hears its words read in another language.\n“{written}” is not the name of a language."),
    ),
    "W863": _both(
        ("campo di un modulo senza etichetta: {text}", "", "Scrivi  <label for=\"…\">  con il suo id, o mettilo dentro  <label>…</label>\nUn testo che sparisce scrivendo (placeholder) non basta."),
        ("field of a form without a label: {text}", "", "Write  <label for=\"…\">  with its id, or put it inside  <label>…</label>\nA text that goes away as one types (placeholder) does not do."),
    ),
    "W864": _both(
        ("questi colori sono troppo vicini per leggere: {text}", "{ratio}:1", "Serve un contrasto di almeno 4,5:1 (3:1 per un testo grande): scurisci uno dei due o schiarisci l’altro."),
        ("these colours are too near each other to be read: {text}", "{ratio}:1", "A contrast of 4.5:1 is needed at least (3:1 for large text): make one of the two darker or the other lighter."),
    ),
    "W865": _both(
        ("{cause} pesa {size} KB", "", "Sono più dei {limit} che ti sei data. Il file più pesante è {path}, {part} KB.\n{remedy}\nSe va bene così, alza il limite in site.yaml sotto  check: budget:"),
        ("{cause} weighs {size} KB", "", "That is more than the {limit} that you have allowed. The heaviest file is {path}, {part} KB.\n{remedy}\nIf it is to stay so, raise the limit in site.yaml under  check: budget:"),
    ),
    "E866": _both(
        ("{cause}", "", "{remedy}"),
        ("{cause}", "", "{remedy}"),
    ),
    "E867": _both(
        ("{cause}: {text}", "", "{remedy}"),
        ("{cause}: {text}", "", "{remedy}"),
    ),
    "E868": _both(
        ("la pagina chiede da sola qualcosa a un altro sito: {written}", "", "Così quel sito sa chi visita il tuo, prima di ogni consenso. Metti il file nel tuo, o ammetti il sito in site.yaml:\nthird_parties: [{origin}]"),
        ("the page asks another site for something by itself: {written}", "", "That site knows who visits yours then, before any consent. Put the file into your own, or admit the site in site.yaml:\nthird_parties: [{origin}]"),
    ),
    "W869": _both(
        ("parola dell’interfaccia in un’altra lingua: {text}", "", "Traducila nel modello, o fra le parole del tema (themes/…/strings). Se è una citazione dillo:  <span lang=\"en\">…</span>"),
        ("word of the interface in another language: {text}", "", "Translate it in the template, or among the theme’s words (themes/…/strings). If it is a quotation say so:  <span lang=\"it\">…</span>"),
    ),
    "E870": _both(
        ("{cause}: {written}", "", "{remedy}"),
        ("{cause}: {written}", "", "{remedy}"),
    ),
    "W871": _both(
        ("{cause}: {written}", "", "{remedy}"),
        ("{cause}: {written}", "", "{remedy}"),
    ),
    "W872": _both(
        ("questa pagina di un altro sito ha cambiato indirizzo: {written}", "ora è {near}", "Scrivi quello nuovo: il vecchio un giorno smetterà di funzionare."),
        ("this page of another site has moved: {written}", "now it is {near}", "Write the new one: some day the old one will stop working."),
    ),
    "W873": _both(
        ("il computer non è in rete: gli altri siti non sono stati provati", "", "Quando la rete c’è, riprova:  sitegen check --external"),
        ("the computer is not online: other sites have not been tried", "", "Once there is a network, try again:  sitegen check --external"),
    ),
    "W701": _both(
        ("nessun documento produce più questo file, ma qualcuno l’ha modificato: resta pubblicato", "", "Se non serve più, cancellalo; se serve, mettilo in content/static/."),
        ("nothing makes this file any more, but somebody has changed it: it stays published", "", "If it is not needed, delete it; if it is, put it into content/static/."),
    ),
    "W702": _both(
        ("qui non si può scrivere: la prossima volta sitegen ricomincerà da capo", "", "Controlla lo spazio sul disco e i permessi di questa cartella."),
        ("this cannot be written to: next time sitegen will start from nothing", "", "Check the space on the disk and the permissions of this folder."),
    ),
}  # fmt: skip

GLOSSARY: dict[str, dict[str, str]] = {
    "it": {
        "character.U+00A0": "uno spazio unificatore, U+00A0",
        "character.U+202F": "uno spazio stretto, U+202F",
        "character.U+00AD": "un trattino di sillabazione, U+00AD",
        "character.U+200B": "uno spazio di larghezza zero, U+200B",
        "character.U+FEFF": "il segno BOM, U+FEFF",
        "owner.posts": "un articolo",
        "owner.pages": "una pagina",
        "owner.services": "un servizio",
        "owner.testimonials": "una testimonianza",
        "owner.authors": "un’autrice o un autore",
        "owner.cases": "un caso studio",
        "owner.faq": "una domanda",
        "owner.magnets": "una risorsa da scaricare",
        "owner.site": "site.yaml",
        "owner.address": "ogni riga di «{group}»",
        "owner.theme": "theme.yaml",
        "owner.comment": "un commento",
        "owner.section": "una sezione",
        "owner.component": "«{group}»",
        "remedy.field.component": "Aggiungilo fra le graffe:  {field}: …",
        "cause.component.braces": "i campi vanno fra graffe",
        "remedy.component.braces": "Si scrive così:\n{form}",
        "cause.component.none": "questo componente non ha campi",
        "remedy.component.none": "Si scrive così:\n{form}",
        "cause.component.open": "la graffa si chiude alla fine della riga",
        "remedy.component.open": "Si scrive così:\n{form}",
        "cause.shown.film": "qui va un filmato",
        "remedy.shown.film": "Scrivi un file mp4 o webm che sta fra i tuoi, o l’indirizzo di un video di YouTube o Vimeo.",
        "cause.shown.file": "qui va un file tuo",
        "remedy.shown.file": "Metti il file accanto al testo o in content/media/, e scrivi il suo percorso. Per un indirizzo di altri usa un collegamento.",
        "cause.shown.place": "qui va un luogo",
        "remedy.shown.place": "Scrivi il nome del luogo (Via Roma 1, Bologna) o l’indirizzo di Google Maps che lo mostra.",
        "cause.declared.values": "mancano i valori fra cui scegliere",
        "remedy.declared.values": "Aggiungi  values: [uno, due]  al campo.",
        "cause.declared.name": "questo nome non si può usare",
        "remedy.declared.name": "Usa solo lettere minuscole, cifre e _ o, per il componente, trattini; e non body, component o shown.",
        "cause.declared.partial": "manca il modello che lo mostra",
        "remedy.declared.partial": "Crea il file {path}",
        "cause.declared.sheet": "il foglio di stile {sheet} non c’è",
        "remedy.declared.sheet": "Scrivi uno dei nomi che stanno sotto  sheets:",
        "state.no_consent": "manca il consenso",
        "expected.text": "un testo",
        "expected.list": "un elenco",
        "expected.mapping": "un gruppo di campi",
        "expected.integer": "un numero intero",
        "expected.count": "un numero intero, da 0 in su",
        "expected.number": "un numero",
        "expected.real": "un numero",
        "expected.year": "un anno di quattro cifre",
        "reason.no_year": "manca l’anno",
        "reason.no_day": "manca il giorno",
        "reason.form": "non è scritta come una data",
        "reason.day": "quel mese non ha questo giorno",
        "reason.month": "il mese non esiste",
        "reason.time": "l’ora non esiste",
        "reason.ambiguous": "giorno e mese si possono scambiare",
        "reason.weekday.0": "quel giorno è un lunedì",
        "reason.weekday.1": "quel giorno è un martedì",
        "reason.weekday.2": "quel giorno è un mercoledì",
        "reason.weekday.3": "quel giorno è un giovedì",
        "reason.weekday.4": "quel giorno è un venerdì",
        "reason.weekday.5": "quel giorno è un sabato",
        "reason.weekday.6": "quel giorno è una domenica",
        "reason.skipped": "quel giorno l’orologio salta quest’ora",
        "reason.far": "l’anno deve stare tra 1000 e 9998",
        "reason.year": "l’anno va scritto con quattro cifre",
        "state.draft": "è una bozza",
        "state.scheduled": "è programmata",
        "state.expired": "è scaduta",
        "state.published": "non ha il consenso",
        "kind.authors": "gli autori",
        "kind.services": "i servizi",
        "kind.testimonials": "le testimonianze",
        "kind.posts": "gli articoli",
        "kind.cases": "i casi studio",
        "kind.magnets": "le risorse",
        "kind.pages": "le pagine",
        "kind.faq": "le domande",
        "what.size": "è troppo lungo",
        "what.nesting": "troppi livelli di elenchi o citazioni uno dentro l’altro",
        "what.components": "troppi componenti in un solo testo",
        "what.boxes": "troppi componenti uno dentro l’altro",
        "what.blocks": "troppi blocchi, o troppo uno dentro l’altro",
        "what.brackets": "troppe parentesi quadre aperte",
        "what.braces": "troppe parentesi graffe aperte",
        "what.code": "troppi apici inversi (`) aperti",
        "what.emphasis": "troppi asterischi o trattini bassi aperti",
        "what.inline": "troppi link, note o parole in risalto",
        "what.notes": "troppe note",
        "what.html": "troppo HTML non chiuso",
        "what.title": "il titolo va tra virgolette",
        "what.body": "il testo sotto non è rientrato",
        "what.steps": "troppi giri o troppo testo",
        "what.number": "un numero troppo grande",
        "what.recursion": "si richiama da solo senza fine",
        "why.same": "è la cartella del sito o una che la contiene",
        "why.inside": "è una cartella con i tuoi file",
        "why.link": "è un collegamento che porta fuori dal sito",
        "why.file": "è un file",
        "owner.group": "«{group}»",
        "owner.company_url": "un indirizzo in company_url",
        "remedy.home.missing": "Chi apre il sito arriva lì: scrivi  content/pages/index.md  con il suo  title:",
        "remedy.home.held": "Chi apre il sito arriva lì: pubblicala.",
        "remedy.field.missing": "Aggiungi la riga:\n{field}: …",
        "remedy.field.called": "Scrivi  {field}:  al posto di  {written}:",
        "fields.pages": "title: Il titolo",
        "fields.posts": "title: Il titolo\ndate: 2026-01-14",
        "fields.services": "title: Il nome del servizio\nsummary: Che cosa fai, in una frase",
        "fields.testimonials": "name: Nome e cognome\nrole: Che lavoro fa\ndate: 2026-01-14",
        "fields.authors": "name: Nome e cognome",
        "fields.cases": "title: Il titolo\nclient: Per chi era il lavoro",
        "fields.faq": "title: La domanda?",
        "fields.magnets": "title: Il titolo\npromise: A che cosa serve, in una frase",
        "remedy.within": "Se non ce n’è uno, togli la riga.",
        "expected.within": "un numero intero da {lowest} a {highest}",
        "owner.entry": "una voce di «{group}»",
        "owner.entries": "una voce di «{group}» che ne raccoglie altre",
        "expected.comments": "un elenco di commenti",
        "remedy.text": "Scrivi un testo solo. Se comincia con una parentesi, mettilo tra virgolette.",
        "remedy.list": "Scrivi le voci tra parentesi quadre, separate da virgole: [una, due]",
        "remedy.comments": "Ogni commento comincia con un trattino, anche se è uno solo:\n- id: c1\n  name: …",
        "remedy.mapping": "Vai a capo e scrivi un campo per riga, rientrato di due spazi.",
        "remedy.integer": "Scrivi solo cifre, senza virgole né punti.",
        "remedy.real": "Scrivi solo cifre, con un punto per i decimali, per esempio .5",
        "remedy.number": "Scrivi solo cifre, con un punto per i decimali (37.50): il segno dell’euro e i punti delle migliaia li aggiunge sitegen.",
        "cause.fence.empty": "la prima riga è vuota",
        "cause.fence.space": "la prima riga comincia con uno spazio",
        "cause.fence.signs": "la prima riga non è {fence}",
        "cause.json.comma": "c’è una virgola dopo l’ultima voce",
        "remedy.json.comma": "Togli la virgola segnata.",
        "cause.json.quotes": "le virgolette non sono quelle di JSON",
        "remedy.json.quotes": 'Usa solo virgolette doppie diritte: "così"',
        "cause.json.comment": "JSON non ha commenti",
        "remedy.json.comment": "Togli il commento.",
        "cause.json.open": "le virgolette non sono chiuse",
        "remedy.json.open": "Aggiungi le virgolette alla fine di questo testo.",
        "cause.json.line": "c’è un a capo, o un Tab, dentro le virgolette",
        "remedy.json.line": "Scrivi il testo su una riga sola; per andare a capo scrivi \\n",
        "cause.json.backslash": "la barra rovesciata è usata male",
        "remedy.json.backslash": "Per una barra rovesciata scrivine due: \\\\",
        "cause.json.missing": "qui manca una virgola, o una parentesi che chiude",
        "remedy.json.missing": "Tra una voce e l’altra ci va una virgola; in fondo si chiudono le parentesi aperte.",
        "cause.json.colon": "dopo il nome mancano i due punti",
        "remedy.json.colon": 'Ogni voce ha la forma "nome": valore',
        "cause.json.more": "dopo la parentesi che chiude c’è ancora testo",
        "remedy.json.more": "Togli quello che segue, o una parentesi di troppo.",
        "cause.json.word": "«{written}» è senza virgolette",
        "remedy.json.word": 'Scrivi "{written}". Senza virgolette vanno solo i numeri, true, false e null.',
        "cause.json.other": "qui c’è un segno fuori posto",
        "remedy.json.other": 'Ogni voce ha la forma "nome": valore, e tra una voce e l’altra c’è una virgola.',
        "cause.toml.text": "il valore di {field} non è scritto bene",
        "remedy.toml.text": "Se è un testo, mettilo tra virgolette:\n{field} = {value}",
        "cause.toml.equals": "qui va il segno =, non i due punti",
        "remedy.toml.equals": "Scrivi\n{field} = {value}",
        "cause.toml.open": "le virgolette non sono chiuse",
        "remedy.toml.open": "Aggiungi le virgolette alla fine del valore, sulla stessa riga.",
        "cause.toml.bracket": "una parentesi non è chiusa",
        "remedy.toml.bracket": "Aggiungi la parentesi che manca alla fine dell’elenco.",
        "cause.toml.backslash": "tra virgolette doppie la barra rovesciata ha un altro significato",
        "remedy.toml.backslash": "Scrivine due (\\\\), oppure usa le virgolette semplici.",
        "cause.toml.key": "un nome con accenti o altri segni",
        "remedy.toml.key": "Usa solo lettere senza accenti, cifre e trattini, oppure metti il nome tra virgolette.",
        "cause.toml.twice": "un nome compare due volte",
        "remedy.toml.twice": "Tieni solo una delle due righe.",
        "cause.toml.other": "questa riga non si capisce",
        "remedy.toml.other": "Ogni riga ha la forma  nome = valore, con i testi tra virgolette.",
        "remedy.file.data": "Se sono dati per il tema, mettilo in content/data/\nSe sono i commenti di un articolo, si chiama come lui: agenda.comments.yaml accanto ad agenda.md",
        "remedy.curly": "Uno dei due è tra le virgolette di Word: per YAML servono quelle diritte, o nessuna.",
        "expected.email": "un indirizzo email",
        "remedy.load": "Metti una copia del file nel sito (per esempio in content/media/), o un collegamento.",
        "remedy.load.font": "Scarica i caratteri e mettili nel tema: docs/themes.md dice come.",
        "remedy.load.card": "Per un video, una mappa o un calendario scrivi il suo indirizzo da solo su una riga: diventa una scheda, che si carica quando qualcuno la preme.",
        "cause.policy.handler": "un programma in {written}=…",
        "remedy.policy.handler": 'Metti il programma in un file di content/static/ e caricalo con  <script src="/nome.js"></script>',
        "cause.policy.runs": "un indirizzo che comincia con {written}",
        "remedy.policy.runs": "Scrivi l’indirizzo di una pagina, o metti il programma in un file di content/static/.",
        "cause.policy.address": "uno stile con l’indirizzo di un file, in {written}",
        "remedy.policy.address": "Metti la regola in content/custom.css, e qui una classe.",
        "cause.policy.template": "il testo di {written}, che il modello compone",
        "remedy.policy.template": "Metti programmi e stili in un file di assets/, e nel modello una classe o un attributo data-…",
        "cause.policy.many": "i programmi e gli stili scritti nelle pagine sono più di {most}",
        "remedy.policy.many": "Metti gli stili in content/custom.css, e qui una classe; i programmi in un file di content/static/.",
        "cause.vercel.group": "qui va un gruppo di impostazioni fra parentesi graffe",
        "remedy.vercel.group": "sitegen mette insieme questo file e il suo: comincia con { e finisce con }",
        "cause.vercel.list": "{field} è un elenco fra parentesi quadre",
        "remedy.vercel.list": "sitegen unisce questo elenco e il suo: comincia con [ e finisce con ]. Se non ti serve, togli la riga.",
        "cause.vercel.routes": "per Vercel  routes  non va con le regole di sitegen",
        "remedy.vercel.routes": "Togli  routes  e scrivi le stesse regole in  redirects, rewrites  o  headers.",
        "cause.redirect.many": "questo vecchio indirizzo: {address}",
        "cause.redirect.long": "questo vecchio indirizzo: {address}",
        "cause.policy.long": "le regole che vanno con ogni pagina (Content-Security-Policy)",
        "remedy.policy.long": "La riga ha {count} caratteri, e ne legge {most}: le pagine andrebbero senza. Metti programmi e stili delle pagine in file, o accorcia third_parties.",
        "remedy.redirect.many": "Ne legge {most}, e qui sono {count}. Togli quelli che non usa più nessuno, o scegli uno spazio web con Apache (hosting: apache), che non ha limiti.",
        "remedy.redirect.long": "La riga supera {most} caratteri. Scegli un indirizzo più corto per la pagina, o togli questo.",
        "why.no_headers": "a questo hosting: non si può dire che cosa mandare con una pagina",
        "why.http": "base_url comincia con http:, e vale solo per https:",
        "expected.origin": "l’inizio dell’indirizzo di un sito, con https:// e senza ciò che segue il nome",
        "remedy.email": "Scrivi un indirizzo solo, senza spazi, come nome@esempio.it",
        "expected.phone": "un numero di telefono",
        "remedy.phone": 'Scrivi un numero solo, con cifre e spazi, tra virgolette: "+39 051 123456"',
        "expected.receiver": "l’indirizzo che riceve il modulo",
        "remedy.receiver": "Un programma scritto in un indirizzo non riceve nulla, e i browser lo fermano. Scrivi un file di content/static/, come /invia.php, o un indirizzo intero: https://…",
        "expected.zip": "un CAP di cinque cifre",
        "remedy.zip": "Scrivilo tra virgolette: senza, può perdere gli zeri. Per un altro Paese aggiungi  country: con la sua sigla.",
        "remedy.before.expires": "Così il documento non sarebbe mai sul sito: correggi una delle due date.",
        "remedy.before.updated": "Una revisione viene dopo l’uscita: correggi una delle due date.",
        "known.per": "mese, ora, progetto, viaggio",
        "known.hosting": "apache, aruba, siteground, register, keliweb, netlify, cloudflare, nginx, vercel, github, none",
        "cause.yaml.stuck_dash": "dopo il trattino manca uno spazio",
        "remedy.yaml.stuck_dash": "Scrivi\n- {value}",
        "cause.yaml.uneven": "{other} e {field} non cominciano alla stessa colonna",
        "remedy.yaml.uneven": "I campi di un gruppo cominciano tutti alla stessa colonna: rientrali di due spazi rispetto al nome del gruppo.",
        "remedy.one.category": "Un articolo ha una sola categoria: le altre parole mettile in tags.",
        "expected.one.category": "una sola categoria",
        "remedy.one.author": "Un articolo ha un solo autore.",
        "expected.one.author": "un solo autore",
        "remedy.one.tags": "Le voci si separano con la virgola, tra parentesi quadre: [una, due]",
        "remedy.hash.quotes": "Metti il valore tra virgolette:",
        "remedy.hash.note": "Se è un appunto, scrivilo su una riga tutta sua. Se fa parte del testo, metti il valore tra virgolette:",
        "remedy.hash.drop": "Togli il cancelletto:",
        "cause.yaml.hashtag": "da # in poi è un appunto, anche la parentesi che chiude",
        "remedy.yaml.hashtag": "Togli i cancelletti:\n{field}: {value}",
        "cause.yaml.hash": "da # in poi è un appunto, anche la parentesi che chiude",
        "remedy.yaml.hash": "Metti tra virgolette il testo che contiene il cancelletto, o toglilo.",
        "cause.yaml.second": "qui comincia un secondo gruppo di campi",
        "remedy.yaml.second": "Togli questa riga di trattini.",
        "cause.yaml.key": "il nome di un campo deve essere una parola",
        "remedy.yaml.key": "Scrivi  nome: valore. Se le parentesi fanno parte di un testo, mettilo tra virgolette.",
        "cause.yaml.indented": "{field} è più a destra degli altri campi",
        "remedy.yaml.indented": "Togli gli spazi a inizio riga: i campi di uno stesso gruppo cominciano tutti alla stessa distanza dal margine.",
        "remedy.tab.inside": "Sostituisci il Tab con due spazi.",
        "remedy.tab.first": "Toglilo: i campi che non stanno in un gruppo cominciano al margine.",
        "cause.yaml.above": "sotto {group}, che ha già un valore, c’è un campo rientrato",
        "remedy.yaml.above": "Se {field} fa parte di {group}, lascia sopra solo  {group}:  e scrivi «{value}» sotto, nel campo che gli spetta. Se è un campo a sé, togli gli spazi davanti.",
        "cause.yaml.dash": "un elenco con i trattini comincia sulla riga sotto",
        "remedy.yaml.dash": "Per un elenco vai a capo prima del trattino, oppure scrivi  {field}: {value}\nSe è un testo, mettilo tra virgolette:  {field}: {text}",
        "cause.yaml.backslash": "tra virgolette doppie la barra rovesciata ha un altro significato",
        "remedy.yaml.backslash": "Nei percorsi scrivi / al suo posto.\nAltrimenti usa le virgolette semplici:  {value}",
        "cause.yaml.quotes": "dopo le virgolette che chiudono c’è ancora testo",
        "remedy.yaml.quotes": "Le virgolette vanno intorno a tutto il valore, doppie se dentro c’è un apostrofo:\n{field}: {value}",
        "cause.yaml.comma": "c’è una virgola di troppo",
        "remedy.yaml.comma": "Togli la virgola segnata, o scrivi la voce che manca.",
        "cause.yaml.separator": "tra le parentesi manca una virgola, o c’è un segno di troppo",
        "remedy.yaml.separator": "Separa le voci con virgole; se un testo contiene due punti, virgole o parentesi, mettilo tra virgolette.",
        "cause.yaml.bracket": "la parentesi non è chiusa",
        "remedy.yaml.bracket": "Aggiungi {bracket} alla fine.",
        "cause.yaml.other": "questa riga non si capisce",
        "remedy.yaml.other": "Controlla i due punti, i trattini e gli spazi a inizio riga, qui e nella riga sopra.",
        "remedy.address.fixed": "Qui l’indirizzo è uno solo: scrivilo per intero, senza parti tra %, per esempio /blog/",
        "remedy.address.dots": "Un indirizzo non può risalire di una cartella: togli la parte  ..",
        "remedy.address.page": "Questa parte si aggiunge all’indirizzo dell’elenco: comincia senza / e finisce con /, per esempio  pagina/%page%/",
        "remedy.address.list": "Deve cominciare con / e finire con /, per esempio /tag/%tag%/",
        "remedy.address.document": "Deve cominciare con / e finire con / (o .html), per esempio /blog/%postname%/",
        "remedy.address.signs": "Usa solo lettere senza accenti, cifre, punti, trattini e parti come %postname%, senza spazi e senza due / di fila.",
        "remedy.address.same": "Sarebbe lo stesso per tutti: aggiungi almeno una di queste parti: {known}.",
        "remedy.rules": "L’elenco delle regole, per famiglie:  sitegen check --rules",
        "remedy.month": 'Va bene anche un nome:  --month dicembre  (di quest’anno) o  --month "dicembre 2026"',
        "remedy.jobs": "Scrivi un numero da 1 in su.",
        "remedy.now": "Questa data non va bene: {reason}.\nScrivi una data, per esempio --now {near}",
        "remedy.port": "Scrivi un numero da 1024 a 65535, o 0 per una porta libera qualsiasi.",
        "remedy.port.taken": "Questa porta e le cento dopo sono occupate da altri programmi: scegline un’altra.",
        "remedy.port.denied": "Il computer non permette di usarla: scrivi un numero da 1024 a 65535.",
        "remedy.host": "Scrivi un indirizzo di questo computer, oppure 0.0.0.0 per guardare il sito anche da un telefono sulla stessa rete.",
        "cause.yaml.entry": "questa riga non è allineata alle altre",
        "remedy.yaml.entry": "Le voci di un elenco cominciano tutte alla stessa distanza dal margine, con un trattino; i campi di una voce due spazi più a destra.",
        "why.form": "non c’è un modulo che ci porti",
        "why.home": "la pagina iniziale ha sempre l’indirizzo /",
        "why.notfound": "questa pagina ha sempre l’indirizzo /404.html",
        "why.layout": "le pagine con questo layout non lo mostrano",
        "why.highlight": "queste parole non sono nel titolo della sezione",
        "why.theme": "il tema ha colori suoi, che non seguono quelli del marchio",
        "why.logo": "serve anche logo, per lo schermo chiaro",
        "why.light": "con scheme: light lo schermo non è mai scuro",
        "cause.ahead.draft": "il link porta a una pagina che è una bozza",
        "remedy.ahead.draft": "Pubblica {path} entro quel giorno, o togli il link.",
        "cause.ahead.scheduled": "il link porta a una pagina che esce più tardi",
        "remedy.ahead.scheduled": "Anticipa {path} o rimanda questo documento, oppure togli il link.",
        "cause.ahead.expired": "il link porta a una pagina che per allora è scaduta",
        "remedy.ahead.expired": "Sposta  expires:  in {path}, o togli il link.",
        "cause.ahead.consent": "il link porta a una pagina senza consenso",
        "remedy.ahead.consent": "Quando hai il consenso scrivilo in {path}, o togli il link.",
        "cause.ahead.E401": "non esiste {written}",
        "remedy.ahead.E401": "Controlla il nome e la cartella.",
        "cause.ahead.E404": "il link porta a un documento che non ha una pagina sua",
        "remedy.ahead.E404": "Fai il link alla pagina che lo mostra.",
        "cause.ahead.E405": "in {path} non c’è l’àncora #{anchor}",
        "remedy.ahead.E405": "Correggi il nome dopo il segno #, o toglilo.",
        "cause.ahead.E407": "il percorso {written} esce dalla cartella content/",
        "remedy.ahead.E407": "I file del sito devono stare dentro content/.",
        "cause.ahead.E408": "il link è vuoto",
        "remedy.ahead.E408": "Scrivi l’indirizzo tra le parentesi, o togli il link.",
        "cause.ahead.E418": "l’indirizzo {written} è scritto male",
        "remedy.ahead.E418": "L’indirizzo di un sito comincia con https:// e quello di un’email con mailto:",
        "cause.ahead.E419": "i browser non mostrano {written} come immagine",
        "remedy.ahead.E419": "Al suo posto metti un’immagine in JPEG, PNG, WebP, GIF o SVG.",
        "cause.ahead.E416": "l’indirizzo {written} funziona solo sul tuo computer",
        "remedy.ahead.E416": "Copia il file accanto al testo e scrivi solo il suo nome.",
        "remedy.empty.testimonials": "La citazione si scrive sotto i campi iniziali, dopo la seconda riga di trattini.",
        "remedy.empty.faq": "La risposta si scrive sotto i campi iniziali, dopo la seconda riga di trattini.",
        "remedy.image.phone": "È il formato delle foto dell’iPhone. Esportala in JPEG, oppure fa’ leggere a sitegen anche questo:  pip install pillow-heif",
        "remedy.image.photo": "Esportala in JPEG o PNG dal programma delle fotografie, e metti quella al suo posto.",
        "remedy.image.file": "Qui va un’immagine in JPEG, PNG, WebP, GIF o SVG. Per far aprire questo file a chi legge scrivi nel testo un link:  [che cos’è](percorso)",
        "cause.card.drawing": "non è un SVG che si possa leggere ({reported})",
        "remedy.card.drawing": "Correggi il modello card.svg del tema: deve dare un solo elemento <svg>, scritto come XML.",
        "cause.card.elsewhere": "chiede un altro file",
        "remedy.card.elsewhere": "Una scheda si disegna con quello che c’è nel modello: togli l’indirizzo, o scrivi l’immagine come  data:",
        "cause.card.box": "a un <foreignObject> manca un valore, o ne ha uno che non si può usare ({reported})",
        "remedy.card.box": "Scrivi  x, y, width, height  come numeri,  font-size  e  data-least  come numeri interi da 1 a 1000,  font-weight  da 1 a 1000,  text-anchor  start, middle o end,  data-anchor  top, middle o bottom,  data-leading  da 0.1 a 10,  fill  come  #rrggbb  o  var(--ink)",
        "cause.card.text": "ha un <text>, che qui non si disegna",
        "remedy.card.text": "Metti le parole in un  <foreignObject>, con  x, y, width, height  e  font-size",
        "cause.card.font": "un carattere non si può leggere ({reported})",
        "remedy.card.font": "I caratteri delle schede sono quelli del tema e quelli della sua cartella card: woff2, woff, ttf o otf.",
        "cause.picture.broken": "il file è vuoto, interrotto a metà o non è un’immagine",
        "remedy.picture.broken": "Aprilo sul tuo computer: se non si vede nemmeno lì, prendilo di nuovo dal telefono o da dove viene.",
        "cause.picture.large": "è troppo grande",
        "remedy.picture.large": "Riducila con il programma delle fotografie: bastano 4000 pixel di larghezza.",
        "cause.picture.named": "il nome del file dice un formato, ma dentro è {format}",
        "remedy.picture.named": "Chiama il file  {near}  e scrivi così anche qui.",
        "cause.picture.program": "il disegno contiene un programma (script), che sul tuo sito non deve girare",
        "remedy.picture.program": "Esportalo di nuovo come SVG semplice, senza script, oppure come PNG.",
        "remedy.question.group": "Scrivi in  group:  uno dei gruppi che una pagina mostra, o aggiungi il gruppo ai  groups:  di una sezione  type: faq",
        "remedy.question.section": "Aggiungi una sezione  type: faq  a una pagina, o scrivi  ::: faq  in un testo.",
        "cause.table.cells": "più celle che nell’intestazione, che ne ha {width}: si perde «{near}»",
        "remedy.table.cells": "Aggiungi una colonna all’intestazione e alla riga dei trattini, o togli la | di troppo. Se | fa parte del testo, scrivi \\|",
        "cause.table.blank": "queste righe non diventano una tabella: sopra manca una riga vuota",
        "remedy.table.blank": "Lascia una riga vuota prima di questa.",
        "cause.table.dashes": "queste righe non diventano una tabella: manca la riga dei trattini",
        "remedy.table.dashes": "Sotto la prima riga, che è l’intestazione, scrivi  {near}",
        "cause.table.width": "non diventa una tabella: qui le celle non sono quante nell’intestazione",
        "remedy.table.width": "Scrivi  {near}",
        "cause.slip.link": "questo non diventa un link",
        "remedy.slip.link": "Scrivi  {near}",
        "cause.slip.image": "questa non diventa un’immagine",
        "remedy.slip.image": "Scrivi  {near}",
        "cause.slip.open": "questo non diventa un link: la parentesi non è chiusa",
        "remedy.slip.open": "Scrivi  {near}",
        "cause.slip.wiki": "le doppie parentesi quadre non fanno un link",
        "remedy.slip.wiki": "Scrivi  {near}  con il percorso del file a partire da questo.",
        "cause.slip.list": "queste righe non diventano un elenco: sopra manca una riga vuota",
        "remedy.slip.list": "Lascia una riga vuota prima di questa.",
        "cause.slip.bullets": "queste righe non diventano un elenco: il pallino è solo un segno",
        "remedy.slip.bullets": "Comincia ogni voce con un trattino e uno spazio:  {near}\nPrima della prima voce lascia una riga vuota.",
        "cause.slip.numbers": "queste righe non diventano un elenco numerato: dopo il numero va un punto",
        "remedy.slip.numbers": "Scrivi  {near}  e così le altre. Prima della prima voce lascia una riga vuota.",
        "cause.slip.task": "questa non diventa una casella da spuntare",
        "remedy.slip.task": "Scrivi  {near}",
        "cause.slip.marked": "i segni == non evidenziano il testo",
        "remedy.slip.marked": "Scrivi  {near}",
        "cause.slip.half": "gli asterischi da una parte sono due e dall’altra uno: uno resta scritto",
        "remedy.slip.half": "Per il grassetto scrivi  {near}",
        "cause.slip.scheme": "questo indirizzo resta una scritta, perché non comincia con https://",
        "remedy.slip.scheme": "Scrivilo per intero:  {near}",
        "cause.slip.short": "questo indirizzo abbreviato resta una scritta: non dice quale luogo mostra",
        "remedy.slip.short": "Aprilo, e incolla qui quello che compare nella barra del browser: comincia con  https://www.google.com/maps/place/\nSe no scrivi un link:  {near}",
        "cause.slip.place": "questo indirizzo resta una scritta: è una mappa, ma non dice di quale luogo",
        "remedy.slip.place": "Su Google Maps cerca il luogo, aprilo, e incolla qui quello che compare nella barra del browser: comincia con  https://www.google.com/maps/place/\nSe no scrivi un link:  {near}",
        "cause.slip.player": "questo indirizzo resta una scritta: non diventa un video né un link",
        "remedy.slip.player": "Diventa una scheda solo l’indirizzo di un video di YouTube o Vimeo, di un luogo su Google Maps o di un calendario di Calendly, copiato per intero dalla barra del browser, con una riga vuota sopra e una sotto. Se no scrivi un link:  {near}",
        "cause.slip.bare": "qui mancano le virgolette: dell’indirizzo si legge solo la prima parte",
        "remedy.slip.bare": "Scrivi  {near}",
        "cause.slip.nested": "questa voce non finisce dentro quella di sopra: i suoi spazi sono pochi",
        "remedy.slip.nested": "Per metterla dentro lascia quattro spazi prima del segno (otto per un livello in più):\n{near}\nAltrimenti togli gli spazi.",
        "cause.slip.more": "questo segno vale solo se sta da solo su una riga",
        "remedy.slip.more": "Scrivilo su una riga sua, con una riga vuota prima e una dopo.",
        "cause.slip.wordless": "questo link non ha parole: nessuno lo vede né può aprirlo",
        "remedy.slip.wordless": "Scrivi le parole tra le parentesi quadre:  {near}",
        "cause.slip.strike": "le tilde non barrano il testo",
        "remedy.slip.strike": "Scrivi  {near}",
        "cause.slip.spaces": "questo non diventa grassetto: gli asterischi vanno attaccati alle parole",
        "remedy.slip.spaces": "Scrivi  {near}",
        "cause.slip.heading": "questa frase diventa un titolo, per i trattini della riga sotto",
        "remedy.slip.heading": "Per una linea di separazione lascia una riga vuota prima dei trattini.",
        "cause.slip.indented": "questo paragrafo diventa codice: comincia con quattro spazi, o con un Tab",
        "remedy.slip.indented": "Togli gli spazi a inizio riga. Se è codice, mettilo tra due righe di tre apici inversi (```).",
        "cause.shortcode.gallery": "era una galleria, o una lista di brani",
        "remedy.shortcode.gallery": "Copia i file accanto al testo e scrivi un’immagine per riga:  ![che cosa si vede](foto.jpg)",
        "cause.shortcode.caption": "era un’immagine con la didascalia",
        "remedy.shortcode.caption": 'Scrivi l’immagine da sola in un paragrafo, al posto di tutto, da qui alla chiusura:  ![che cosa si vede](foto.jpg "La didascalia")',
        "cause.shortcode.embed": "era un contenuto di un altro sito",
        "remedy.shortcode.embed": "Al suo posto scrivi l’indirizzo da solo su una riga, se è un video, una mappa o un calendario; altrimenti un link:  [Guarda](https://…)",
        "cause.shortcode.form": "era un modulo",
        "remedy.shortcode.form": "I moduli stanno nelle pagine, in una sezione  type: contact. Qui scrivi un link a quella pagina:  [Scrivimi](../pages/contatti.md)",
        "cause.shortcode.layout": "era l’impaginazione del vecchio sito",
        "remedy.shortcode.layout": "Cancella tutti i segni di questo tipo, anche quelli che chiudono, e tieni il testo.",
        "cause.shortcode.other": "lo leggeva un plugin del vecchio sito",
        "remedy.shortcode.other": "Cancellalo, e scrivi in Markdown quello che mostrava. Se deve restare scritto così, mettilo tra due apici inversi (`).",
        "remedy.whole.page": "A una pagina del sito si arriva con il percorso del suo file, che finisce in .md: così sitegen lo controlla. Se è un indirizzo del vecchio sito, aggiungilo agli  aliases:  della pagina che ne ha preso il posto.",
        "remedy.whole.question": "È un indirizzo breve di WordPress, e porterebbe alla pagina iniziale. Scrivi il percorso del file della pagina, che finisce in .md",
        "remedy.whole.file": "Copia il file accanto al testo e scrivi solo il suo nome.",
        "remedy.whole.held": "È l’indirizzo di {path}, che non è pubblicato. Togli il link, o pubblica anche quello.",
        "remedy.missing.path": "Controlla il nome e la cartella: il percorso parte da questo file.",
        "remedy.missing.target": "Controlla il nome e la cartella: in questo campo il percorso parte da content/, per esempio pages/contatti.md",
        "remedy.missing.asset": "Qui un indirizzo parte da /assets/, dove c’è ciò che sta nella cartella assets del tema. Per un tuo file scrivi il suo indirizzo dalla radice del sito:  url(/media/sfondo.svg)",
        "remedy.missing.beside": "Controlla il nome e la cartella: il file può stare accanto a questo, oppure il suo percorso parte da content/.",
        "remedy.missing.web": "L’indirizzo di un altro sito comincia con https:// e quello di un’email con mailto:",
        "remedy.template.missing": "Crea il file nella cartella templates del tema, o correggi il nome.",
        "remedy.template.orphan": "Il tema «{parent}» ce l’ha, ma questo non lo nomina come genitore. In themes/{theme}/theme.yaml aggiungi  parent: {parent}",
        "scheme.light": "chiaro",
        "scheme.dark": "scuro",
        "cause.page.lang": "la pagina non dice in che lingua è",
        "remedy.page.lang": 'Nel tag <html> metti  lang="{{ site.language }}"',
        "cause.page.alt": "un’immagine non ha descrizione: {text}",
        "remedy.page.alt": 'Metti  alt="…", vuoto se l’immagine è solo decorazione.',
        "cause.page.one.title": "i <title> della pagina sono {text}",
        "remedy.page.one.title": "Ce ne vuole uno.",
        "cause.page.one.main": "i <main> della pagina sono {text}",
        "remedy.page.one.main": "Ce ne vuole uno: chi naviga con la tastiera o con la voce vi salta.",
        "cause.page.one.h1": "i titoli <h1> della pagina sono {text}",
        "remedy.page.one.h1": "Ce ne vuole uno, il titolo della pagina.",
        "cause.page.id": "lo stesso id due volte nella pagina: {text}",
        "remedy.page.id": "Un id sta su un elemento solo: dai all’altro un nome diverso.",
        "cause.page.label": "un campo del modulo non ha etichetta: {text}",
        "remedy.page.label": 'Aggiungi un <label for="…"> con l’id del campo.',
        "cause.override.template": "modello senza posto",
        "remedy.override.template": "Il tema padre non ne ha uno di questo nome e nessuno lo include: non compare in nessuna pagina.\nDagli il nome giusto, includilo in un altro modello, o cancellalo.",
        "cause.override.token": "nulla usa questa variabile",
        "remedy.override.token": "I temi padre non l’hanno, e nessun foglio di stile la usa.\nDalle il nome giusto, usala con  var(--{name}) , o cancellala.",
        "cause.override.word": "nessun modello chiede più questa parola",
        "remedy.override.word": "Copia il msgid com’è nel modello, o cancella questa voce.",
        "cause.wide.screen": "di uno schermo di 320 px",
        "remedy.wide.screen": "Aprila a quella larghezza: testo e riquadri devono andare a capo, tabelle e codice scorrere dentro il loro spazio.",
        "cause.wide.print": "di un foglio A4",
        "remedy.wide.print": "Guarda l’anteprima di stampa del browser: sulla carta non si scorre.",
        "remedy.theme.file": "La cartella themes/{theme} c’è, ma le manca il file theme.yaml. Crealo con queste due righe:\nname: {theme}\nparent: base",
        "remedy.anchor.twice": "Cambia uno dei due nomi.",
        "remedy.anchor.theme": "Il tema la usa già, in ogni pagina: scegli un altro nome.",
        "remedy.anchor.page": "È già in {other}. Cambia uno dei due nomi: quello di un titolo si scrive  {#nome}  in fondo alla sua riga, quello di una sezione in  id:, quello di una domanda in  slug:",
        "remedy.anchor.shown": "Quello che sta in {other} mostra le stesse domande: dai a ognuno gruppi suoi, con  groups:  (in un componente  group:)",
        "remedy.anchor": "Per crearla scrivi  {#{anchor}}  in fondo al titolo che vuoi raggiungere.",
        "remedy.missing.page": "Un indirizzo che comincia con / parte dall’indirizzo del sito (base_url). Per una pagina del sito è più sicuro il percorso del suo file, che finisce in .md",
        "remedy.missing.file": "Per pubblicare un file a questo indirizzo, mettilo qui: {file}",
        "remedy.levels.fields": "Togli qualche parentesi, o qualche rientro.",
        "remedy.levels.category": "Accorcia la categoria: i suoi livelli sono divisi da /",
        "remedy.levels.replies": "In  parent:  scrivi l’id di un commento più in alto nella discussione.",
        "remedy.levels.folders": "Sposta più in alto le cartelle che contiene, o togline qualcuna.",
        "remedy.alias.form": "Scrivilo senza il dominio, cominciando con /  per esempio /2019/05/il-mio-articolo/",
        "remedy.alias.signs": "Un indirizzo non può salire con .. né contenere // o segni invisibili: ricopialo com’era sul vecchio sito.",
        "remedy.alias.star": "* non si può usare: scrivi ogni vecchio indirizzo per intero, uno per riga, con la pagina a cui porta.",
        "remedy.alias.base": "Scrivilo senza {base}, che viene da base_url: sitegen lo mette davanti da sé.",
        "remedy.taken.alias": "C’è già {other}. Togli la riga da  aliases:",
        "remedy.alias.index": "È il file che molti server mostrano al posto della cartella, e coprirebbe la pagina di oggi: toglilo. Chi cerca la cartella la trova da sé.",
        "remedy.alias.target": "Un vecchio indirizzo può portare a un file del sito, a un suo indirizzo che comincia con /  o a uno intero, con https://",
        "remedy.taken.redirect": "C’è già {other}. Togli questa riga da  redirects:",
        "remedy.taken.static": "C’è già {other}. Sposta o rinomina questo file.",
        "remedy.taken.page": "C’è già {other}. Cambia il nome del file o il suo slug.",
        "remedy.taken.notfound": "Anche {other} ha  layout: notfound. Il sito ne ha una sola: cancella l’altra, o cambiale il layout.",
        "remedy.taken.pages": "Lo vuole anche {other}. Cambia lo slug di una delle due pagine.",
        "remedy.taken.list": "Lo vogliono {one} e {other}. Cambia uno dei due indirizzi sotto  permalinks:",
        "remedy.name.alias": "Togli questo indirizzo da  aliases:  o accorcialo.",
        "remedy.name.redirect": "Togli questa riga da  redirects:  o accorcia l’indirizzo.",
        "remedy.fixed.top": "È la pagina iniziale del sito: sta a /",
        "remedy.fixed.notfound": "È la pagina che si vede quando ne manca una: i server la cercano a /404.html",
        "remedy.name.static": "Cambia il nome del file o della sua cartella.",
        "remedy.name.page": "Cambia il nome del file, o scegli un altro slug.",
        "remedy.name.list": "È {other}: cambiane il nome.",
        "origin.blog": "l’elenco del blog",
        "origin.category": "l’elenco della categoria «{name}»",
        "origin.tag": "l’elenco del tag «{name}»",
        "origin.year": "l’archivio del {name}",
        "origin.month": "l’archivio del mese {name}",
        "origin.feed": "un feed",
        "origin.sitemap": "la mappa del sito, che sitegen scrive da sé",
        "origin.robots": "il file robots.txt, che sitegen scrive da sé",
        "origin.llms": "il file llms.txt, che sitegen scrive da sé",
        "origin.theme": "il foglio di stile del tema",
        "thing.document": "lo stesso documento",
        "thing.data": "gli stessi dati",
        "cause.standing.published": "va già sul sito",
        "remedy.standing.published": "Se non ce lo vedi lancia  sitegen build  e carica di nuovo il sito.",
        "cause.standing.scheduled": "esce da sé il {day}",
        "remedy.standing.scheduled": "Ci va con la prima  sitegen build  da quel giorno; per averlo prima cambia  date:",
        "cause.standing.expired": "è scaduto il {day}",
        "remedy.standing.expired": "Per rimetterlo sul sito togli  expires:",
        "cause.standing.unconsented": "manca il consenso",
        "remedy.standing.unconsented": "Quando ce l’hai per iscritto scrivi sotto  consent:  given: true,  il giorno (date) e per che cosa (scope).",
        "cause.lacking.path": "manca il documento",
        "remedy.lacking.path": "sitegen {command} content/posts/nome.md",
        "cause.lacking.slug": "manca il nuovo indirizzo",
        "remedy.lacking.slug": "sitegen rename content/posts/nome.md nuovo-indirizzo",
        "cause.file.missing": "non esiste",
        "remedy.file.missing": "Rimetti al suo posto la cartella o il file, poi riprova.",
        "cause.file.denied": "il computer non lo permette",
        "remedy.file.denied": "Controlla di chi è il file e i permessi della sua cartella, poi riprova.",
        "cause.file.full": "il disco è pieno",
        "remedy.file.full": "Libera un po’ di spazio, poi riprova.",
        "cause.file.kind": "c’è un file dove serve una cartella, o una cartella dove serve un file",
        "remedy.file.kind": "Sposta altrove quello che c’è, poi riprova.",
        "cause.file.name": "il nome è troppo lungo per questo disco",
        "remedy.file.name": "Accorcia il nome, o quello delle cartelle che lo contengono.",
        "cause.file.disk": "il disco non risponde",
        "remedy.file.disk": "Controlla che il disco sia collegato e funzioni, poi riprova.",
        "cause.file.busy": "il computer è troppo occupato",
        "remedy.file.busy": "Chiudi i programmi che usano questi file, poi riprova.",
        "cause.file.other": "il computer non ci riesce",
        "remedy.file.other": "Prova ad aprire il file con un altro programma: se non si apre, copialo di nuovo dall’originale.",
        "cause.jinja.unclosed": "il blocco «{name}» non è chiuso",
        "remedy.jinja.unclosed": "Prima di questo punto manca  {% end{name} %}",
        "cause.jinja.unopened": "«{name}» chiude o divide un blocco che non è aperto",
        "remedy.jinja.unopened": "Toglilo, o aggiungi sopra il comando che lo apre.",
        "cause.jinja.tag": "il comando «{name}» non esiste",
        "remedy.jinja.tag": "I comandi sono quelli di Jinja: if, for, block, include, extends, set, with e pochi altri.",
        "cause.jinja.filter": "il filtro «{name}» non esiste",
        "remedy.jinja.filter": "Usa un filtro di Jinja che non dipenda dal caso, o uno di sitegen: html, plain, xml.",
        "cause.jinja.test": "la prova «{name}» non esiste",
        "remedy.jinja.test": "Dopo  is  va una prova di Jinja: defined, none, odd, even e poche altre.",
        "cause.jinja.braces": "le graffe o le parentesi non si chiudono",
        "remedy.jinja.braces": "Ogni {{ vuole }}, ogni {% vuole %}, e ogni parentesi la sua.",
        "cause.jinja.quotes": "le virgolette non sono chiuse, o non sono quelle diritte",
        "remedy.jinja.quotes": "Apri e chiudi con \" oppure con '",
        "cause.jinja.sign": "il segno «{name}» qui non ha significato",
        "remedy.jinja.sign": "Toglilo; se è testo, mettilo tra virgolette.",
        "cause.jinja.twice": "il blocco «{name}» c’è due volte",
        "remedy.jinja.twice": "Cambia nome a uno dei due.",
        "cause.jinja.equals": "per confrontare servono due segni: ==",
        "remedy.jinja.equals": "Un solo = va dopo set:  {% set nome = valore %}",
        "cause.jinja.syntax": "qui manca qualcosa, o c’è una parola di troppo",
        "remedy.jinja.syntax": "Controlla quello che sta tra le graffe.",
        "cause.jinja.parent": "il modello finisce per estendere se stesso",
        "remedy.jinja.parent": 'Per estendere quello del tema genitore scrivi anche il nome del tema, per esempio  {% extends "base:home.html" %}',
        "cause.jinja.zero": "una divisione per zero",
        "remedy.jinja.zero": "Prima di dividere controlla che il numero non sia zero, con {% if %}",
        "cause.jinja.types": "mette insieme o confronta cose diverse, per esempio un testo e un numero",
        "remedy.jinja.types": "Trasforma il testo in numero con  | float  o il numero in testo con  | string",
        "cause.jinja.group": "mostra un gruppo di campi tutto intero",
        "remedy.jinja.group": "Scegli che cosa mostrare: un campo, come  page.author.name  o  page.date.words, oppure il filtro  | html  per un testo in Markdown.",
        "cause.jinja.call": "usa come funzione una cosa che non lo è",
        "remedy.jinja.call": "Togli le parentesi tonde.",
        "cause.jinja.loop": "qui serve un elenco, e non lo è",
        "remedy.jinja.loop": "Controlla che il campo sia un elenco.",
        "cause.jinja.arguments": "tra le parentesi tonde i valori non sono quelli giusti",
        "remedy.jinja.arguments": "Controlla quanti sono e come si chiamano.",
        "cause.jinja.run": "qui c’è qualcosa che non si riesce a calcolare",
        "remedy.jinja.run": "Controlla i valori e i filtri di questa riga.",
        "cause.words.line": "questa riga non fa parte di una voce",
        "remedy.words.line": "Ogni voce ha una riga msgid e una riga msgstr, con le parole tra virgolette. Gli appunti cominciano con #",
        "cause.words.quotes": "le parole non sono tra virgolette, o le virgolette non sono chiuse",
        "remedy.words.quotes": 'Scrivi per esempio  msgstr "Leggi tutto"',
        "cause.words.backslash": "la barra rovesciata è usata male",
        "remedy.words.backslash": 'Per una barra rovesciata scrivine due (\\\\); per le virgolette dentro un testo scrivi \\"',
        "cause.words.order": "a questa voce manca la traduzione, o l’originale",
        "remedy.words.order": "Ogni voce ha prima una riga msgid, poi una riga msgstr.",
        "remedy.field.optional": "Se non tutte le pagine lo hanno, mettilo tra  {% if {path} is defined %}  e  {% endif %}",
        "remedy.field.absent": "Su questa pagina {owner} non c’è: mettilo tra  {% if {owner} %}  e  {% endif %}",
        "cause.link.nowhere": "il link non porta a nessuna pagina",
        "remedy.link.nowhere": "Correggi l’indirizzo, o togli il link.",
        "cause.link.anchor": "in quella pagina non c’è #{anchor}",
        "remedy.link.anchor": "Correggi quello che sta dopo #, o toglilo.",
        "cause.link.vague": "questo link non dice dove porta",
        "remedy.link.vague": "Chi ascolta i link uno dopo l’altro sente solo questo. Metti nel link le parole che dicono che cosa si trova: «la guida all’agenda», non «clicca qui».",
        "cause.link.unnamed": "link senza testo",
        "remedy.link.unnamed": 'Chi ascolta la pagina non sa che cosa sia. Scrivi il testo tra  <a …>  e  </a>  ; se è un’immagine, dalle un testo alternativo, se è un segno un  aria-label="…"',
        "cause.link.empty": "link senza testo",
        "remedy.link.empty": "Chi ascolta la pagina non sa che cosa sia. Scrivi il testo tra le parentesi quadre; se è un’immagine, dalle un testo alternativo.",
        "cause.orphan.none": "nessuna pagina del sito porta a questa",
        "remedy.orphan.none": "Fai un link da un’altra pagina o dal menu.",
        "cause.orphan.island": "a questa portano solo pagine che nessuno trova",
        "remedy.orphan.island": "Fai un link a una di loro da una pagina che si trova, o dal menu.",
        "cause.redirect.nothing": "questo vecchio indirizzo porta a una pagina che non c’è",
        "remedy.redirect.nothing": "Scrivi l’indirizzo di una pagina del sito, o togli la riga.",
        "cause.redirect.circle": "questi vecchi indirizzi si rimandano l’uno all’altro",
        "remedy.redirect.circle": "Il browser gira in tondo e poi rinuncia: fai finire uno dei due a una pagina.",
        "cause.alt.file": "il testo alternativo è il nome di un file",
        "remedy.alt.file": "Scrivi che cosa si vede, come lo diresti al telefono.",
        "cause.alt.called": "il testo alternativo comincia dicendo che è un’immagine",
        "remedy.alt.called": "Chi lo ascolta lo sa già: comincia da quello che si vede.",
        "cause.alt.long": "il testo alternativo è lungo {length} caratteri",
        "remedy.alt.long": "Oltre i {limit} chi ascolta perde il filo, e non può tornare indietro: di’ l’essenziale, e metti il resto nel testo della pagina.",
        "cause.title.short": "titolo molto breve",
        "remedy.title.short": "Tra i risultati di una ricerca deve dire da solo che cosa si trova. Se nella pagina vuoi tenerlo così, scrivi quello per i motori di ricerca in  seo: title:",
        "cause.title.long": "titolo lungo",
        "remedy.title.long": "Google ne mostra circa 60: il resto diventa «…». Accorcialo, o scrivi quello per i motori di ricerca in  seo: title:",
        "cause.description.short": "descrizione molto breve",
        "remedy.description.short": "Ne stanno circa 155: usali per dire che cosa si trova e per chi è. Altrimenti i motori di ricerca prendono una frase a caso.",
        "cause.description.long": "descrizione lunga",
        "remedy.description.long": "I motori di ricerca ne mostrano circa 155: il resto diventa «…».",
        "cause.nesting.unclosed": "<{text}> non si chiude",
        "remedy.nesting.unclosed": "Aggiungi  </{text}>  dove finisce: altrimenti quello che segue resta dentro, e ogni browser lo mette altrove.",
        "cause.nesting.stray": "</{text}> chiude qualcosa che non è aperto",
        "remedy.nesting.stray": "Toglilo, o aggiungi prima  <{text}>",
        "cause.nesting.inside": "<{text}> non può stare dentro <{other}>",
        "remedy.nesting.inside": "Il browser chiude prima <{other}>, e la pagina non è più quella che hai scritto. Chiudilo tu, o scegli un altro elemento.",
        "cause.nesting.parent": "<{text}> sta direttamente dentro <{other}>",
        "remedy.nesting.parent": "Gli manca intorno il suo elenco, la sua riga o la sua tabella: chi ascolta la pagina non sa di che cosa fa parte.",
        "cause.data.json": "dati strutturati che non si possono leggere",
        "remedy.data.json": "Non sono JSON: {text}.",
        "cause.data.context": "dati strutturati senza vocabolario",
        "remedy.data.context": 'Comincia con  "@context": "https://schema.org"',
        "cause.data.type": "dati strutturati senza tipo: {text}",
        "remedy.data.type": 'Di’ di che cosa parlano, per esempio  "@type": "Event"',
        "cause.data.lacks": "nei dati strutturati a {text} manca {other}",
        "remedy.data.lacks": "Senza, i motori di ricerca non li usano.",
        "cause.feed.broken": "questo feed non si può leggere",
        "remedy.feed.broken": "Chi lo segue non riceve più nulla. Correggi il file o il modello che lo scrive.",
        "cause.feed.relative": "in questo feed c’è un indirizzo non intero",
        "remedy.feed.relative": "Il feed si legge altrove, dove non porta da nessuna parte: comincia con https://",
        "cause.weight.page": "questa pagina, senza le immagini,",
        "remedy.weight.page": "Con meno caratteri, o una pagina divisa in due, si apre prima.",
        "cause.weight.media": "questa pagina, con le immagini,",
        "remedy.weight.media": "Con immagini più piccole, o meno immagini, si apre prima.",
        "cause.external.gone": "questa pagina di un altro sito non c’è più ({status})",
        "remedy.external.gone": "Cerca il nuovo indirizzo, o togli il link.",
        "cause.external.dns": "questo sito non esiste",
        "remedy.external.dns": "Controlla com’è scritto il nome; se il sito ha chiuso, togli il link.",
        "cause.external.lost": "questo sito non si trova: o non c’è più, o manca la rete",
        "remedy.external.lost": "Guarda se il computer è in rete e riprova. Se si aprono altri siti e questo no, controlla com’è scritto il nome, o togli il link.",
        "cause.external.tls": "il certificato di questo sito non è valido",
        "remedy.external.tls": "Chi ci preme vede un avviso di pericolo. Prova ad aprirlo; se è così da giorni, togli il link.",
        "cause.external.status": "non è sicuro che questo link funzioni (risposta {status})",
        "remedy.external.status": "Alcuni siti rispondono solo a un browser: aprilo e guarda.",
        "cause.external.silent": "questo sito non ha risposto",
        "remedy.external.silent": "Forse è solo lento, o non c’è la rete: riprova più tardi.",
        "cause.external.refused": "questo sito non ha accettato la richiesta",
        "remedy.external.refused": "Forse è solo fermo per ora: riprova più tardi, o aprilo e guarda.",
    },
    "en": {
        "character.U+00A0": "a no-break space, U+00A0",
        "character.U+202F": "a narrow space, U+202F",
        "character.U+00AD": "a soft hyphen, U+00AD",
        "character.U+200B": "a space of zero width, U+200B",
        "character.U+FEFF": "the mark BOM, U+FEFF",
        "owner.posts": "a post",
        "owner.pages": "a page",
        "owner.services": "a service",
        "owner.testimonials": "a testimonial",
        "owner.authors": "an author",
        "owner.cases": "a case study",
        "owner.faq": "a question",
        "owner.magnets": "a lead magnet",
        "owner.site": "site.yaml",
        "owner.address": "each line of “{group}”",
        "owner.theme": "theme.yaml",
        "owner.comment": "a comment",
        "owner.section": "a section",
        "owner.component": "“{group}”",
        "remedy.field.component": "Add it between the braces:  {field}: …",
        "cause.component.braces": "fields go between braces",
        "remedy.component.braces": "It is written like this:\n{form}",
        "cause.component.none": "this component has no fields",
        "remedy.component.none": "It is written like this:\n{form}",
        "cause.component.open": "the brace closes at the end of the line",
        "remedy.component.open": "It is written like this:\n{form}",
        "cause.shown.film": "a film goes here",
        "remedy.shown.film": "Write an mp4 or webm file of your own, or the address of a video on YouTube or Vimeo.",
        "cause.shown.file": "a file of your own goes here",
        "remedy.shown.file": "Put the file beside the text or into content/media/, and write its path. For an address of others use a link.",
        "cause.shown.place": "a place goes here",
        "remedy.shown.place": "Write the name of the place (Via Roma 1, Bologna), or the address on Google Maps that shows it.",
        "cause.declared.values": "the values to choose from are missing",
        "remedy.declared.values": "Add  values: [one, two]  to the field.",
        "cause.declared.name": "this name cannot be used",
        "remedy.declared.name": "Use only small letters, digits and _ or, for the component, hyphens; and not body, component or shown.",
        "cause.declared.partial": "the template that shows it is missing",
        "remedy.declared.partial": "Create the file {path}",
        "cause.declared.sheet": "there is no stylesheet {sheet}",
        "remedy.declared.sheet": "Write one of the names below  sheets:",
        "state.no_consent": "without consent",
        "expected.text": "a text",
        "expected.list": "a list",
        "expected.mapping": "a group of fields",
        "expected.integer": "a whole number",
        "expected.count": "a whole number from 0 up",
        "expected.number": "a number",
        "expected.real": "a number",
        "expected.year": "a year of four digits",
        "reason.no_year": "the year is missing",
        "reason.no_day": "the day is missing",
        "reason.form": "it is not written like a date",
        "reason.day": "that month has no such day",
        "reason.month": "there is no such month",
        "reason.time": "there is no such time",
        "reason.ambiguous": "day and month could be swapped",
        "reason.weekday.0": "that day is a Monday",
        "reason.weekday.1": "that day is a Tuesday",
        "reason.weekday.2": "that day is a Wednesday",
        "reason.weekday.3": "that day is a Thursday",
        "reason.weekday.4": "that day is a Friday",
        "reason.weekday.5": "that day is a Saturday",
        "reason.weekday.6": "that day is a Sunday",
        "reason.skipped": "clocks leave this hour out that day",
        "reason.far": "the year must be between 1000 and 9998",
        "reason.year": "the year needs four digits",
        "state.draft": "it is a draft",
        "state.scheduled": "it is scheduled",
        "state.expired": "it has expired",
        "state.published": "it has no consent",
        "kind.authors": "the authors",
        "kind.services": "the services",
        "kind.testimonials": "the testimonials",
        "kind.posts": "the posts",
        "kind.cases": "the case studies",
        "kind.magnets": "the lead magnets",
        "kind.pages": "the pages",
        "kind.faq": "the questions",
        "what.size": "it is too long",
        "what.nesting": "too many levels of lists or quotes inside each other",
        "what.components": "too many components in one text",
        "what.boxes": "too many components inside each other",
        "what.blocks": "too many blocks, or too deep inside each other",
        "what.brackets": "too many square brackets left open",
        "what.braces": "too many braces left open",
        "what.code": "too many backticks (`) left open",
        "what.emphasis": "too many open asterisks or underscores",
        "what.inline": "too many links, notes or marked words",
        "what.notes": "too many footnotes",
        "what.html": "too much HTML left open",
        "what.title": "the title goes between quotes",
        "what.body": "the text below is not indented",
        "what.steps": "too many rounds or too much text",
        "what.number": "a number that is too large",
        "what.recursion": "it calls itself without end",
        "why.same": "it is the site’s folder or one that holds it",
        "why.inside": "it is a folder with your own files",
        "why.link": "it is a link that leads out of the site",
        "why.file": "it is a file",
        "owner.group": "“{group}”",
        "owner.company_url": "an address in company_url",
        "remedy.home.missing": "It is where visitors arrive: write  content/pages/index.md  with its  title:",
        "remedy.home.held": "It is where visitors arrive: publish it.",
        "remedy.field.missing": "Add the line:\n{field}: …",
        "remedy.field.called": "Write  {field}:  in place of  {written}:",
        "fields.pages": "title: The title",
        "fields.posts": "title: The title\ndate: 2026-01-14",
        "fields.services": "title: What the service is called\nsummary: What you do, in a sentence",
        "fields.testimonials": "name: Name and surname\nrole: What they do\ndate: 2026-01-14",
        "fields.authors": "name: Name and surname",
        "fields.cases": "title: The title\nclient: Who the work was for",
        "fields.faq": "title: The question?",
        "fields.magnets": "title: The title\npromise: What it is good for, in a sentence",
        "remedy.within": "If there is none, take the line out.",
        "expected.within": "a whole number from {lowest} to {highest}",
        "owner.entry": "an entry of “{group}”",
        "owner.entries": "an entry of “{group}” that holds others",
        "expected.comments": "a list of comments",
        "remedy.text": "Write one text. If it begins with a bracket, put it between quotes.",
        "remedy.list": "Write the entries between square brackets, separated by commas: [one, two]",
        "remedy.comments": "Each comment begins with a dash, even if there is only one:\n- id: c1\n  name: …",
        "remedy.mapping": "Go to a new line and write one field a line, indented by two spaces.",
        "remedy.integer": "Write digits only, without commas or points.",
        "remedy.real": "Write digits only, with a point for decimals, for example .5",
        "remedy.number": "Write digits only, with a point for decimals (37.50): sitegen adds the currency sign and the thousands separators.",
        "cause.fence.empty": "the first line is empty",
        "cause.fence.space": "the first line begins with a space",
        "cause.fence.signs": "the first line is not {fence}",
        "cause.json.comma": "there is a comma after the last entry",
        "remedy.json.comma": "Take out the marked comma.",
        "cause.json.quotes": "these are not JSON’s quotes",
        "remedy.json.quotes": 'Use straight double quotes only: "like this"',
        "cause.json.comment": "JSON has no comments",
        "remedy.json.comment": "Take the comment out.",
        "cause.json.open": "the quotes are not closed",
        "remedy.json.open": "Add the quotes at the end of this text.",
        "cause.json.line": "there is a line break, or a Tab, between the quotes",
        "remedy.json.line": "Write the text on one line; for a line break write \\n",
        "cause.json.backslash": "the backslash is used wrongly",
        "remedy.json.backslash": "For one backslash write two: \\\\",
        "cause.json.missing": "a comma is missing here, or a closing bracket",
        "remedy.json.missing": "Between two entries goes a comma; at the end the open brackets are closed.",
        "cause.json.colon": "the colon after the name is missing",
        "remedy.json.colon": 'Each entry has the form "name": value',
        "cause.json.more": "there is more text after the closing bracket",
        "remedy.json.more": "Take out what follows, or a bracket too many.",
        "cause.json.word": "“{written}” stands without quotes",
        "remedy.json.word": 'Write "{written}". Only numbers, true, false and null go without quotes.',
        "cause.json.other": "a sign is out of place here",
        "remedy.json.other": 'Each entry has the form "name": value, and between two entries stands a comma.',
        "cause.toml.text": "the value of {field} is not written right",
        "remedy.toml.text": "If it is a text, put it between quotes:\n{field} = {value}",
        "cause.toml.equals": "here goes the sign =, not a colon",
        "remedy.toml.equals": "Write\n{field} = {value}",
        "cause.toml.open": "the quotes are not closed",
        "remedy.toml.open": "Add the quotes at the end of the value, on the same line.",
        "cause.toml.bracket": "a bracket is not closed",
        "remedy.toml.bracket": "Add the missing bracket at the end of the list.",
        "cause.toml.backslash": "between double quotes the backslash means something else",
        "remedy.toml.backslash": "Write two of them (\\\\), or use single quotes.",
        "cause.toml.key": "a name with accents or other signs",
        "remedy.toml.key": "Use only letters without accents, digits and hyphens, or put the name between quotes.",
        "cause.toml.twice": "a name stands twice",
        "remedy.toml.twice": "Keep only one of the two lines.",
        "cause.toml.other": "this line makes no sense",
        "remedy.toml.other": "Each line has the form  name = value, with texts between quotes.",
        "remedy.file.data": "If it is data for the theme, put it into content/data/\nIf it is the comments of a post, it is named after it: agenda.comments.yaml beside agenda.md",
        "remedy.curly": "One of the two stands between Word’s quotes: YAML wants straight ones, or none.",
        "expected.email": "an email address",
        "remedy.load": "Put a copy of the file into the site (for example into content/media/), or a link.",
        "remedy.load.font": "Download the fonts and put them into the theme: docs/themes.md says how.",
        "remedy.load.card": "For a video, a map or a calendar write its address alone on a line: it becomes a card, which is loaded when somebody presses it.",
        "cause.policy.handler": "a program in {written}=…",
        "remedy.policy.handler": 'Put the program into a file of content/static/ and load it with  <script src="/name.js"></script>',
        "cause.policy.runs": "an address that begins with {written}",
        "remedy.policy.runs": "Write the address of a page, or put the program into a file of content/static/.",
        "cause.policy.address": "a style with the address of a file, in {written}",
        "remedy.policy.address": "Put the rule into content/custom.css, and a class here.",
        "cause.policy.template": "the text of {written}, which the template puts together",
        "remedy.policy.template": "Put programs and styles into a file of assets/, and a class or an attribute data-… into the template.",
        "cause.policy.many": "there are more than {most} programs and styles in the pages themselves",
        "remedy.policy.many": "Put styles into content/custom.css, and a class here; programs into a file of content/static/.",
        "cause.vercel.group": "a group of settings between curly braces goes here",
        "remedy.vercel.group": "sitegen puts this file and its own together: begin with { and end with }",
        "cause.vercel.list": "{field} is a list between square brackets",
        "remedy.vercel.list": "sitegen joins this list and its own: begin with [ and end with ]. If you do not need it, take the line out.",
        "cause.vercel.routes": "at Vercel  routes  does not go with sitegen’s rules",
        "remedy.vercel.routes": "Take  routes  out and write the same rules in  redirects, rewrites  or  headers.",
        "cause.redirect.many": "this old address: {address}",
        "cause.redirect.long": "this old address: {address}",
        "cause.policy.long": "the rules that go with each page (Content-Security-Policy)",
        "remedy.policy.long": "The line has {count} characters, and it reads {most}: pages would go without. Put programs and styles of pages into files, or shorten third_parties.",
        "remedy.redirect.many": "It reads {most}, and there are {count}. Take out those that nobody uses any more, or choose a host with Apache (hosting: apache), which has no limit.",
        "remedy.redirect.long": "The line has more than {most} characters. Choose a shorter address for the page, or take this one out.",
        "why.no_headers": "this hosting: cannot be told what to send with a page",
        "why.http": "base_url begins with http:, and it holds for https: only",
        "expected.origin": "the beginning of a site’s address, with https:// and nothing behind the name",
        "remedy.email": "Write one address, without spaces, like name@example.com",
        "expected.phone": "a telephone number",
        "remedy.phone": 'Write one number, with digits and spaces, between quotes: "+39 051 123456"',
        "expected.receiver": "the address that receives the form",
        "remedy.receiver": "A program that is written as an address receives nothing, and browsers stop it. Write a file of content/static/, like /send.php, or a whole address: https://…",
        "expected.zip": "a postcode of five digits",
        "remedy.zip": "Write it between quotes: without, it may lose its zeros. For another country add  country:  with its code.",
        "remedy.before.expires": "So the document would never be on the site: mend one of the two dates.",
        "remedy.before.updated": "A revision comes after the publication: mend one of the two dates.",
        "known.per": "month, hour, project, trip",
        "known.hosting": "apache, aruba, siteground, register, keliweb, netlify, cloudflare, nginx, vercel, github, none",
        "cause.yaml.stuck_dash": "a space is missing after the dash",
        "remedy.yaml.stuck_dash": "Write\n- {value}",
        "cause.yaml.uneven": "{other} and {field} do not begin at the same column",
        "remedy.yaml.uneven": "The fields of a group all begin at the same column: indent them by two spaces from the group’s name.",
        "remedy.one.category": "A post has one category: put the other words into tags.",
        "expected.one.category": "one category",
        "remedy.one.author": "A post has one author.",
        "expected.one.author": "one author",
        "remedy.one.tags": "Entries are divided by commas, between square brackets: [one, two]",
        "remedy.hash.quotes": "Put the value between quotes:",
        "remedy.hash.note": "If it is a note, write it on a line of its own. If it belongs to the text, put the value between quotes:",
        "remedy.hash.drop": "Take the number sign out:",
        "cause.yaml.hashtag": "what follows # is a note, the closing bracket with it",
        "remedy.yaml.hashtag": "Take the number signs out:\n{field}: {value}",
        "cause.yaml.hash": "what follows # is a note, the closing bracket with it",
        "remedy.yaml.hash": "Put the text that holds the number sign between quotes, or take the sign out.",
        "cause.yaml.second": "a second group of fields begins here",
        "remedy.yaml.second": "Take this line of dashes out.",
        "cause.yaml.key": "the name of a field must be a word",
        "remedy.yaml.key": "Write  name: value. If the brackets belong to a text, put it between quotes.",
        "cause.yaml.indented": "{field} stands further right than the other fields",
        "remedy.yaml.indented": "Take out the spaces at the start of the line: the fields of one group all begin at the same column.",
        "remedy.tab.inside": "Replace the Tab with two spaces.",
        "remedy.tab.first": "Take it out: fields that are in no group begin at the margin.",
        "cause.yaml.above": "below {group}, which has a value already, a field is indented",
        "remedy.yaml.above": "If {field} belongs to {group}, leave only  {group}:  above and write “{value}” below, into the field that it is meant for. If it is a field of its own, take the spaces out.",
        "cause.yaml.dash": "a list with dashes begins on the line below",
        "remedy.yaml.dash": "For a list go to a new line before the dash, or write  {field}: {value}\nIf it is a text, put it between quotes:  {field}: {text}",
        "cause.yaml.backslash": "between double quotes the backslash means something else",
        "remedy.yaml.backslash": "In paths write / in its place.\nElse use single quotes:  {value}",
        "cause.yaml.quotes": "there is more text after the closing quotes",
        "remedy.yaml.quotes": "The quotes go around the whole value, double ones if it holds an apostrophe:\n{field}: {value}",
        "cause.yaml.comma": "there is a comma too many",
        "remedy.yaml.comma": "Take out the marked comma, or write the entry that is missing.",
        "cause.yaml.separator": "between the brackets a comma is missing, or there is a sign too many",
        "remedy.yaml.separator": "Separate the entries by commas; put a text that holds colons, commas or brackets between quotes.",
        "cause.yaml.bracket": "the bracket is not closed",
        "remedy.yaml.bracket": "Add {bracket} at the end.",
        "cause.yaml.other": "this line makes no sense",
        "remedy.yaml.other": "Check colons, dashes and the spaces at the start of the line, here and in the line above.",
        "remedy.address.fixed": "This address is a single one: write it out, without parts between %, for example /blog/",
        "remedy.address.dots": "An address cannot climb by .. : take the two dots out.",
        "remedy.address.page": "This part is added to the address of the list: it begins without / and ends with /, for example  page/%page%/",
        "remedy.address.list": "It must begin with / and end with /, for example /tag/%tag%/",
        "remedy.address.document": "It must begin with / and end with / (or .html), for example /blog/%postname%/",
        "remedy.address.signs": "Use only letters without accents, digits, points, hyphens and parts like %postname%, without spaces and without // in it.",
        "remedy.address.same": "It would be the same for all: add at least one of these parts: {known}.",
        "remedy.rules": "The list of the rules, by family:  sitegen check --rules",
        "remedy.month": 'A name is fine, too:  --month december  (of this year) or  --month "december 2026"',
        "remedy.jobs": "Write a number from 1 up.",
        "remedy.now": "This date will not do: {reason}.\nWrite a date, for example --now {near}",
        "remedy.port": "Write a number from 1024 to 65535, or 0 for any free port.",
        "remedy.port.taken": "This port and the hundred after it are taken by other programs: choose another one.",
        "remedy.port.denied": "The computer does not allow it to be used: write a number from 1024 to 65535.",
        "remedy.host": "Write an address of this computer, or 0.0.0.0 to look at the site from a phone on the same network, too.",
        "cause.yaml.entry": "this line is not in line with the others",
        "remedy.yaml.entry": "The entries of a list all begin at the same column, with a dash; the fields of an entry two spaces further right.",
        "why.form": "no form leads there",
        "why.home": "the home page always has the address /",
        "why.notfound": "this page always has the address /404.html",
        "why.layout": "pages with this layout do not show it",
        "why.highlight": "these words are not in the section’s title",
        "why.theme": "the theme has colours of its own, which do not follow the brand’s",
        "why.logo": "logo is needed too, for light screens",
        "why.light": "with scheme: light the screen is never dark",
        "cause.ahead.draft": "the link leads to a page that is a draft",
        "remedy.ahead.draft": "Publish {path} by that day, or remove the link.",
        "cause.ahead.scheduled": "the link leads to a page that appears later",
        "remedy.ahead.scheduled": "Let {path} appear sooner or this document later, or remove the link.",
        "cause.ahead.expired": "the link leads to a page that will have expired",
        "remedy.ahead.expired": "Change  expires:  in {path}, or remove the link.",
        "cause.ahead.consent": "the link leads to a page without consent",
        "remedy.ahead.consent": "When you have the consent write it into {path}, or remove the link.",
        "cause.ahead.E401": "{written} does not exist",
        "remedy.ahead.E401": "Check name and folder.",
        "cause.ahead.E404": "the link leads to a document without a page of its own",
        "remedy.ahead.E404": "Link to the page that shows it.",
        "cause.ahead.E405": "{path} has no anchor #{anchor}",
        "remedy.ahead.E405": "Mend the name after the sign #, or take it out.",
        "cause.ahead.E407": "the path {written} leads out of the folder content/",
        "remedy.ahead.E407": "The files of the site must lie inside content/.",
        "cause.ahead.E408": "the link is empty",
        "remedy.ahead.E408": "Write the address between the brackets, or remove the link.",
        "cause.ahead.E418": "the address {written} is malformed",
        "remedy.ahead.E418": "The address of a site begins with https:// and that of an email with mailto:",
        "cause.ahead.E419": "browsers do not show {written} as an image",
        "remedy.ahead.E419": "Put an image in JPEG, PNG, WebP, GIF or SVG in its place.",
        "cause.ahead.E416": "the address {written} works on your computer only",
        "remedy.ahead.E416": "Copy the file beside the text and write only its name.",
        "remedy.empty.testimonials": "The quote is written below the front matter, after the second line of dashes.",
        "remedy.empty.faq": "The answer is written below the front matter, after the second line of dashes.",
        "remedy.image.phone": "This is the format of iPhone photos. Export it as JPEG, or let sitegen read this one, too:  pip install pillow-heif",
        "remedy.image.photo": "Export it as JPEG or PNG from your photo program, and put that one in its place.",
        "remedy.image.file": "An image in JPEG, PNG, WebP, GIF or SVG goes here. To let readers open this file write a link in the text:  [what it is](path)",
        "cause.card.drawing": "it is no SVG that can be read ({reported})",
        "remedy.card.drawing": "Mend the theme’s template card.svg: it must give a single <svg> element, written as XML.",
        "cause.card.elsewhere": "it asks for another file",
        "remedy.card.elsewhere": "A card is drawn of what is in its template: take the address out, or write the image as  data:",
        "cause.card.box": "a <foreignObject> lacks a value, or has one that cannot be used ({reported})",
        "remedy.card.box": "Write  x, y, width, height  as numbers,  font-size  and  data-least  as whole numbers from 1 to 1000,  font-weight  from 1 to 1000,  text-anchor  start, middle or end,  data-anchor  top, middle or bottom,  data-leading  from 0.1 to 10,  fill  as  #rrggbb  or  var(--ink)",
        "cause.card.text": "it has a <text>, which is not drawn here",
        "remedy.card.text": "Put the words into a  <foreignObject>, with  x, y, width, height  and  font-size",
        "cause.card.font": "a font cannot be read ({reported})",
        "remedy.card.font": "The fonts of cards are those of the theme and those in its folder card: woff2, woff, ttf or otf.",
        "cause.picture.broken": "the file is empty, cut short, or no image",
        "remedy.picture.broken": "Open it on your computer: if it cannot be seen there either, take it again from your phone or wherever it comes from.",
        "cause.picture.large": "it is too large",
        "remedy.picture.large": "Make it smaller with your photo program: a width of 4000 pixels is enough.",
        "cause.picture.named": "the file is named after one format, but what is in it is {format}",
        "remedy.picture.named": "Call the file  {near}  and write it so here, too.",
        "cause.picture.program": "there is a program (script) in the drawing, which must not run on your site",
        "remedy.picture.program": "Export it again as plain SVG, without scripts, or as PNG.",
        "remedy.question.group": "Write into  group:  one of the groups that a page shows, or add the group to the  groups:  of a section  type: faq",
        "remedy.question.section": "Add a section  type: faq  to a page, or write  ::: faq  in a text.",
        "cause.table.cells": "more cells than in the heading, which has {width}: “{near}” is lost",
        "remedy.table.cells": "Add a column to the heading and to the row of dashes, or take out the | too many. If | is part of the text, write \\|",
        "cause.table.blank": "these lines become no table: a blank line is missing above",
        "remedy.table.blank": "Leave a blank line before this one.",
        "cause.table.dashes": "these lines become no table: the row of dashes is missing",
        "remedy.table.dashes": "Below the first line, which is the heading, write  {near}",
        "cause.table.width": "this becomes no table: there are not as many cells here as in the heading",
        "remedy.table.width": "Write  {near}",
        "cause.slip.link": "this becomes no link",
        "remedy.slip.link": "Write  {near}",
        "cause.slip.image": "this becomes no image",
        "remedy.slip.image": "Write  {near}",
        "cause.slip.open": "this becomes no link: its bracket is not closed",
        "remedy.slip.open": "Write  {near}",
        "cause.slip.wiki": "double square brackets make no link",
        "remedy.slip.wiki": "Write  {near}  with the path of the file as seen from this one.",
        "cause.slip.list": "these lines become no list: a blank line is missing above",
        "remedy.slip.list": "Leave a blank line before this one.",
        "cause.slip.bullets": "these lines become no list: the bullet is just a sign",
        "remedy.slip.bullets": "Begin each entry with a hyphen and a space:  {near}\nLeave a blank line before the first.",
        "cause.slip.numbers": "these lines become no numbered list: a full stop goes after the number",
        "remedy.slip.numbers": "Write  {near}  and so the others. Leave a blank line before the first.",
        "cause.slip.task": "this becomes no box to tick",
        "remedy.slip.task": "Write  {near}",
        "cause.slip.marked": "the signs == do not mark text",
        "remedy.slip.marked": "Write  {near}",
        "cause.slip.half": "there are two asterisks on one side and one on the other: one stays as it is written",
        "remedy.slip.half": "For bold write  {near}",
        "cause.slip.scheme": "this address stays as it is written, because it does not begin with https://",
        "remedy.slip.scheme": "Write it in full:  {near}",
        "cause.slip.short": "this short address stays as it is written: it does not say which place it shows",
        "remedy.slip.short": "Open it, and paste what the browser’s bar shows then: it begins with  https://www.google.com/maps/place/\nOtherwise write a link:  {near}",
        "cause.slip.place": "this address stays as it is written: a map, but of no place",
        "remedy.slip.place": "Look for the place on Google Maps, open it, and paste what the browser’s bar shows then: it begins with  https://www.google.com/maps/place/\nOtherwise write a link:  {near}",
        "cause.slip.player": "this address stays as it is written: it becomes no video and no link",
        "remedy.slip.player": "A card is made only of the address of a video on YouTube or Vimeo, of a place on Google Maps or of a calendar of Calendly, copied whole from the browser’s bar, with a blank line above and below. Otherwise write a link:  {near}",
        "cause.slip.bare": "quotes are missing here: only the first part of the address is read",
        "remedy.slip.bare": "Write  {near}",
        "cause.slip.nested": "this entry does not come to stand inside the one above: it has too few spaces",
        "remedy.slip.nested": "To put it inside leave four spaces before the sign (eight for one more level):\n{near}\nElse take the spaces out.",
        "cause.slip.more": "this sign works only alone on a line",
        "remedy.slip.more": "Write it on a line of its own, with a blank line before and after.",
        "cause.slip.wordless": "this link has no words: nobody sees it or can open it",
        "remedy.slip.wordless": "Write the words between the square brackets:  {near}",
        "cause.slip.strike": "tildes do not strike text through",
        "remedy.slip.strike": "Write  {near}",
        "cause.slip.spaces": "this does not become bold: the asterisks must touch the words",
        "remedy.slip.spaces": "Write  {near}",
        "cause.slip.heading": "this sentence becomes a heading, for the dashes on the line below",
        "remedy.slip.heading": "For a dividing line leave a blank line before the dashes.",
        "cause.slip.indented": "this paragraph becomes code: it begins with four spaces, or with a tab",
        "remedy.slip.indented": "Take out the spaces at the beginning of the line. If it is code, put it between two lines of three backticks (```).",
        "cause.shortcode.gallery": "it was a gallery, or a playlist",
        "remedy.shortcode.gallery": "Copy the files beside the text and write one image a line:  ![what is seen](photo.jpg)",
        "cause.shortcode.caption": "it was an image with its caption",
        "remedy.shortcode.caption": 'Write the image alone in a paragraph, in place of all from here to the end sign:  ![what is seen](photo.jpg "The caption")',
        "cause.shortcode.embed": "it was something of another site",
        "remedy.shortcode.embed": "Write the address alone on a line in its place, if it is a video, a map or a calendar; otherwise a link:  [Watch](https://…)",
        "cause.shortcode.form": "it was a form",
        "remedy.shortcode.form": "Forms stand in pages, in a section  type: contact. Write a link to that page here:  [Write to me](../pages/contatti.md)",
        "cause.shortcode.layout": "it was the layout of the old site",
        "remedy.shortcode.layout": "Delete all signs of this kind, also those that end one, and keep the text.",
        "cause.shortcode.other": "a plugin of the old site read it",
        "remedy.shortcode.other": "Delete it, and write in Markdown what it showed. If it is to stay as it is written, put it between two backticks (`).",
        "remedy.whole.page": "A page of the site is reached by the path of its file, which ends in .md: then sitegen checks it. If it is an address of the old site, add it to the  aliases:  of the page that has taken its place.",
        "remedy.whole.question": "It is a short address of WordPress, and would lead to the home page. Write the path of the page’s file, which ends in .md.",
        "remedy.whole.file": "Copy the file beside the text and write only its name.",
        "remedy.whole.held": "It is the address of {path}, which is not published. Remove the link, or publish that one too.",
        "remedy.missing.path": "Check name and folder: the path starts from this file.",
        "remedy.missing.target": "Check name and folder: in this field the path starts from content/, for example pages/contact.md",
        "remedy.missing.asset": "An address starts from /assets/ here, where that is which stands in the theme’s folder assets. For a file of yours write its address from the root of the site:  url(/media/background.svg)",
        "remedy.missing.beside": "Check name and folder: the file may stand beside this one, or else its path starts from content/.",
        "remedy.missing.web": "The address of another site begins with https:// and that of an email with mailto:",
        "remedy.template.missing": "Create the file in the theme’s folder templates, or mend the name.",
        "remedy.template.orphan": "The theme “{parent}” has it, but this one does not name it as its parent. Add  parent: {parent}  to themes/{theme}/theme.yaml",
        "scheme.light": "light",
        "scheme.dark": "dark",
        "cause.page.lang": "the page does not say which language it is in",
        "remedy.page.lang": 'In the <html> tag put  lang="{{ site.language }}"',
        "cause.page.alt": "an image has no description: {text}",
        "remedy.page.alt": 'Put  alt="…", empty if the image is mere decoration.',
        "cause.page.one.title": "the page’s <title> elements are {text}",
        "remedy.page.one.title": "There must be one.",
        "cause.page.one.main": "the page’s <main> elements are {text}",
        "remedy.page.one.main": "There must be one: who goes by keyboard or by voice leaps to it.",
        "cause.page.one.h1": "the page’s <h1> headings are {text}",
        "remedy.page.one.h1": "There must be one, the page’s title.",
        "cause.page.id": "the same id twice on the page: {text}",
        "remedy.page.id": "An id stands on one element only: give the other a different name.",
        "cause.page.label": "a field of the form has no label: {text}",
        "remedy.page.label": 'Add a <label for="…"> with the field’s id.',
        "cause.override.template": "template without a place",
        "remedy.override.template": "The parent theme has none of this name and none includes it: it appears on no page.\nGive it the right name, include it in another template, or delete it.",
        "cause.override.token": "nothing uses this variable",
        "remedy.override.token": "The parent themes do not have it, and no stylesheet uses it.\nGive it the right name, use it with  var(--{name}) , or delete it.",
        "cause.override.word": "no template asks for this word any more",
        "remedy.override.word": "Copy the msgid as it stands in the template, or delete this entry.",
        "cause.wide.screen": "a screen of 320 px",
        "remedy.wide.screen": "Open it at that width: text and boxes must wrap, tables and code scroll within their own space.",
        "cause.wide.print": "a sheet of A4",
        "remedy.wide.print": "Look at the browser’s print preview: nobody scrolls on paper.",
        "remedy.theme.file": "The folder themes/{theme} is there, but it lacks its file theme.yaml. Create it with these two lines:\nname: {theme}\nparent: base",
        "remedy.anchor.twice": "Change one of the two names.",
        "remedy.anchor.theme": "The theme has it already, on every page: choose another name.",
        "remedy.anchor.page": "It is in {other} already. Change one of the two names: that of a heading is written  {#name}  at the end of its line, that of a section in  id:, that of a question in  slug:",
        "remedy.anchor.shown": "What stands at {other} shows the same questions: give each groups of its own, with  groups:  (in a component  group:)",
        "remedy.anchor": "To make it write  {#{anchor}}  at the end of the heading that you want to reach.",
        "remedy.missing.page": "An address that begins with / starts from the address of the site (base_url). For a page of the site the path of its file, which ends in .md, is safer.",
        "remedy.missing.file": "To publish a file at this address, put it here: {file}",
        "remedy.levels.fields": "Take out some brackets, or some indentation.",
        "remedy.levels.category": "Make the category shorter: its levels are divided by /",
        "remedy.levels.replies": "In  parent:  write the id of a comment further up in the thread.",
        "remedy.levels.folders": "Move the folders in it further up, or take some out.",
        "remedy.alias.form": "Write it without the domain, beginning with /  for example /2019/05/my-post/",
        "remedy.alias.signs": "An address cannot climb with .. nor hold // or invisible signs: copy it as it was on the old site.",
        "remedy.alias.star": "* cannot be used: write each old address in full, one to a line, with the page to which it leads.",
        "remedy.alias.base": "Write it without {base}, which comes from base_url: sitegen puts it in front by itself.",
        "remedy.taken.alias": "It belongs to {other}. Take the line out of  aliases:",
        "remedy.alias.index": "It is the file that many servers show in place of the folder, and it would hide the page of today: take it out. Who asks for the folder finds it anyway.",
        "remedy.alias.target": "An old address can lead to a file of the site, to an address of its own that begins with /  or to a whole one, with https://",
        "remedy.taken.redirect": "It belongs to {other}. Take this line out of  redirects:",
        "remedy.taken.static": "It belongs to {other}. Move or rename this file.",
        "remedy.taken.page": "It belongs to {other}. Change the file’s name or its slug.",
        "remedy.taken.notfound": "{other} has  layout: notfound  too. A site has one such page: delete the other, or change its layout.",
        "remedy.taken.pages": "{other} wants it too. Change the slug of one of the two pages.",
        "remedy.taken.list": "It is wanted by {one} and by {other}. Change one of the two addresses under  permalinks:",
        "remedy.name.alias": "Take this address out of  aliases:  or make it shorter.",
        "remedy.name.redirect": "Take this line out of  redirects:  or make the address shorter.",
        "remedy.fixed.top": "It is the first page of the site: it is at /",
        "remedy.fixed.notfound": "It is the page that is shown where one is missing: servers look for it at /404.html",
        "remedy.name.static": "Change the name of the file or of its folder.",
        "remedy.name.page": "Change the file’s name, or choose another slug.",
        "remedy.name.list": "It is {other}: change its name.",
        "origin.blog": "the list of the blog",
        "origin.category": "the list of the category “{name}”",
        "origin.tag": "the list of the tag “{name}”",
        "origin.year": "the archive of {name}",
        "origin.month": "the archive of the month {name}",
        "origin.feed": "a feed",
        "origin.sitemap": "the sitemap, which sitegen writes itself",
        "origin.robots": "the file robots.txt, which sitegen writes itself",
        "origin.llms": "the file llms.txt, which sitegen writes itself",
        "origin.theme": "the theme’s stylesheet",
        "thing.document": "the same document",
        "thing.data": "the same data",
        "cause.standing.published": "it goes on the site already",
        "remedy.standing.published": "If you do not see it there run  sitegen build  and upload the site again.",
        "cause.standing.scheduled": "it appears by itself on {day}",
        "remedy.standing.scheduled": "The first  sitegen build  from then on has it; to have it sooner change  date:",
        "cause.standing.expired": "it expired on {day}",
        "remedy.standing.expired": "To have it on the site again remove  expires:",
        "cause.standing.unconsented": "the consent is missing",
        "remedy.standing.unconsented": "Once you have it in writing write below  consent:  given: true,  the day (date) and for what (scope).",
        "cause.lacking.path": "which document is missing",
        "remedy.lacking.path": "sitegen {command} content/posts/name.md",
        "cause.lacking.slug": "the new address is missing",
        "remedy.lacking.slug": "sitegen rename content/posts/name.md new-address",
        "cause.file.missing": "it does not exist",
        "remedy.file.missing": "Put the folder or file back in its place, then try again.",
        "cause.file.denied": "the computer does not allow it",
        "remedy.file.denied": "Check who owns the file and the permissions of its folder, then try again.",
        "cause.file.full": "the disk is full",
        "remedy.file.full": "Make some room, then try again.",
        "cause.file.kind": "there is a file where a folder is needed, or a folder where a file is needed",
        "remedy.file.kind": "Move what is there elsewhere, then try again.",
        "cause.file.name": "the name is too long for this disk",
        "remedy.file.name": "Make the name shorter, or those of the folders that hold it.",
        "cause.file.disk": "the disk does not answer",
        "remedy.file.disk": "Check that the disk is connected and works, then try again.",
        "cause.file.busy": "the computer is too busy",
        "remedy.file.busy": "Close the programs that use these files, then try again.",
        "cause.file.other": "the computer does not succeed",
        "remedy.file.other": "Try to open the file in another program: if it does not open, copy it again from the original.",
        "cause.jinja.unclosed": "the block “{name}” is not closed",
        "remedy.jinja.unclosed": "Before this point  {% end{name} %}  is missing.",
        "cause.jinja.unopened": "“{name}” closes or parts a block that is not open",
        "remedy.jinja.unopened": "Take it out, or add above the command that opens it.",
        "cause.jinja.tag": "there is no command “{name}”",
        "remedy.jinja.tag": "The commands are Jinja’s: if, for, block, include, extends, set, with and a few more.",
        "cause.jinja.filter": "there is no filter “{name}”",
        "remedy.jinja.filter": "Use one of Jinja’s filters that does not depend on chance, or one of sitegen’s: html, plain, xml.",
        "cause.jinja.test": "there is no test “{name}”",
        "remedy.jinja.test": "After  is  goes one of Jinja’s tests: defined, none, odd, even and a few more.",
        "cause.jinja.braces": "the braces or brackets are not closed",
        "remedy.jinja.braces": "Each {{ wants }}, each {% wants %}, and each bracket its own.",
        "cause.jinja.quotes": "the quotes are not closed, or are not the straight ones",
        "remedy.jinja.quotes": "Open and close with \" or with '",
        "cause.jinja.sign": "the sign “{name}” has no meaning here",
        "remedy.jinja.sign": "Take it out; if it is text, put it between quotes.",
        "cause.jinja.twice": "the block “{name}” stands twice",
        "remedy.jinja.twice": "Rename one of the two.",
        "cause.jinja.equals": "to compare takes two signs: ==",
        "remedy.jinja.equals": "A single = goes after set:  {% set name = value %}",
        "cause.jinja.syntax": "something is missing here, or a word is too many",
        "remedy.jinja.syntax": "Check what stands between the braces.",
        "cause.jinja.parent": "the template ends up extending itself",
        "remedy.jinja.parent": 'To extend that of the parent theme write the theme’s name too, for example  {% extends "base:home.html" %}',
        "cause.jinja.zero": "a division by zero",
        "remedy.jinja.zero": "Before dividing check that the number is not zero, with {% if %}",
        "cause.jinja.types": "it joins or compares things of two kinds, for example a text and a number",
        "remedy.jinja.types": "Turn the text into a number with  | float  or the number into text with  | string",
        "cause.jinja.group": "it shows a group of fields as a whole",
        "remedy.jinja.group": "Choose what to show: a field, such as  page.author.name  or  page.date.words, or the filter  | html  for a text in Markdown.",
        "cause.jinja.call": "it calls something that is no function",
        "remedy.jinja.call": "Take the round brackets out.",
        "cause.jinja.loop": "a list is needed here, and this is none",
        "remedy.jinja.loop": "Check that the field is a list.",
        "cause.jinja.arguments": "the values between the round brackets are not the right ones",
        "remedy.jinja.arguments": "Check how many there are and what they are called.",
        "cause.jinja.run": "something here cannot be worked out",
        "remedy.jinja.run": "Check the values and filters of this line.",
        "cause.words.line": "this line belongs to no entry",
        "remedy.words.line": "Each entry has a line msgid and a line msgstr, with the words between quotes. Notes begin with #",
        "cause.words.quotes": "the words are not between quotes, or the quotes are not closed",
        "remedy.words.quotes": 'Write for example  msgstr "Leggi tutto"',
        "cause.words.backslash": "the backslash is used wrongly",
        "remedy.words.backslash": 'For one backslash write two (\\\\); for quotes inside a text write \\"',
        "cause.words.order": "this entry lacks its translation, or its original",
        "remedy.words.order": "Each entry has first a line msgid, then a line msgstr.",
        "remedy.field.optional": "If not all pages have it, put it between  {% if {path} is defined %}  and  {% endif %}",
        "remedy.field.absent": "On this page there is no {owner}: put it between  {% if {owner} %}  and  {% endif %}",
        "cause.link.nowhere": "the link leads to no page",
        "remedy.link.nowhere": "Correct the address, or remove the link.",
        "cause.link.anchor": "that page has no #{anchor}",
        "remedy.link.anchor": "Correct what stands behind #, or remove it.",
        "cause.link.vague": "this link does not say where it leads",
        "remedy.link.vague": "Who listens to the links one after the other hears only this. Put into the link the words that say what is there: “the guide to the diary”, not “click here”.",
        "cause.link.unnamed": "link without text",
        "remedy.link.unnamed": 'Who listens to the page cannot know what it is. Write the text between  <a …>  and  </a>  ; if it is a picture, give it an alternative text, if it is a sign an  aria-label="…"',
        "cause.link.empty": "link without text",
        "remedy.link.empty": "Who listens to the page cannot know what it is. Write the text between the square brackets; if it is a picture, give it an alternative text.",
        "cause.orphan.none": "no page of the site leads to this one",
        "remedy.orphan.none": "Link to it from another page or the menu.",
        "cause.orphan.island": "only pages that nobody finds lead to this one",
        "remedy.orphan.island": "Link to one of them from a page that can be found, or the menu.",
        "cause.redirect.nothing": "this old address leads to a page that is not there",
        "remedy.redirect.nothing": "Write the address of a page of the site, or remove the line.",
        "cause.redirect.circle": "these old addresses lead to each other",
        "remedy.redirect.circle": "A browser goes round in a circle and gives up: let one of them end at a page.",
        "cause.alt.file": "the alternative text is the name of a file",
        "remedy.alt.file": "Write what there is to see, as you would say it on the phone.",
        "cause.alt.called": "the alternative text begins by saying that it is an image",
        "remedy.alt.called": "Who hears it knows that already: begin with what there is to see.",
        "cause.alt.long": "the alternative text has {length} characters",
        "remedy.alt.long": "Beyond {limit} a listener loses the thread, and cannot go back: say the essential, and put the rest into the text of the page.",
        "cause.title.short": "very short title",
        "remedy.title.short": "Among the results of a search it has to say by itself what there is to find. If it is to stay so on the page, write the one for search engines in  seo: title:",
        "cause.title.long": "long title",
        "remedy.title.long": "Google shows about 60 of them: the rest becomes “…”. Shorten it, or write the one for search engines in  seo: title:",
        "cause.description.short": "very short description",
        "remedy.description.short": "There is room for about 155: use it to say what there is to find and for whom. Else search engines take any sentence.",
        "cause.description.long": "long description",
        "remedy.description.long": "Search engines show about 155 of them: the rest becomes “…”.",
        "cause.nesting.unclosed": "<{text}> is not closed",
        "remedy.nesting.unclosed": "Add  </{text}>  where it ends: else what follows stays inside, and each browser puts it elsewhere.",
        "cause.nesting.stray": "</{text}> closes what is not open",
        "remedy.nesting.stray": "Remove it, or add  <{text}>  before it.",
        "cause.nesting.inside": "<{text}> cannot stand inside <{other}>",
        "remedy.nesting.inside": "Browsers close <{other}> first, and the page is no longer what you have written. Close it yourself, or choose another element.",
        "cause.nesting.parent": "<{text}> stands right inside <{other}>",
        "remedy.nesting.parent": "The list, row or table that belongs around it is missing: who listens to the page cannot know what it is part of.",
        "cause.data.json": "structured data that cannot be read",
        "remedy.data.json": "They are no JSON: {text}.",
        "cause.data.context": "structured data without a vocabulary",
        "remedy.data.context": 'Begin with  "@context": "https://schema.org"',
        "cause.data.type": "structured data without a type: {text}",
        "remedy.data.type": 'Say what they are about, for example  "@type": "Event"',
        "cause.data.lacks": "in the structured data {text} lacks {other}",
        "remedy.data.lacks": "Without it search engines make no use of them.",
        "cause.feed.broken": "this feed cannot be read",
        "remedy.feed.broken": "Who follows it receives nothing any more. Correct the file, or the template that writes it.",
        "cause.feed.relative": "an address in this feed is not whole",
        "remedy.feed.relative": "A feed is read elsewhere, where it leads nowhere: begin with https://",
        "cause.weight.page": "this page, without its pictures,",
        "remedy.weight.page": "With fewer fonts, or as two pages, it opens sooner.",
        "cause.weight.media": "this page, with its pictures,",
        "remedy.weight.media": "With smaller pictures, or fewer of them, it opens sooner.",
        "cause.external.gone": "this page of another site is gone ({status})",
        "remedy.external.gone": "Look for the new address, or remove the link.",
        "cause.external.dns": "there is no such site",
        "remedy.external.dns": "Check how the name is spelt; if the site has closed, remove the link.",
        "cause.external.lost": "this site is not found: either it is gone, or the network is missing",
        "remedy.external.lost": "See whether the computer is online and try again. If other sites open and this one does not, check how the name is spelt, or remove the link.",
        "cause.external.tls": "the certificate of this site is not valid",
        "remedy.external.tls": "Who presses it sees a warning of danger. Try to open it; if it has been so for days, remove the link.",
        "cause.external.status": "it is not sure that this link works (answer {status})",
        "remedy.external.status": "Some sites only answer to a browser: open it and see.",
        "cause.external.silent": "this site has not answered",
        "remedy.external.silent": "Perhaps it is only slow, or there is no network: try again later.",
        "cause.external.refused": "this site has not taken the request",
        "remedy.external.refused": "Perhaps it is only down for now: try again later, or open it and see.",
    },
}

LONGEST_VALUE = 80
LONGEST_ADVICE = 500
"""So many characters of a value are shown in a headline or hint, and in advice, where it may be there to be copied."""
_SLOT = re.compile(r"\{(\w+)\}")


def words_of(problem: Problem, language: str) -> Words:
    """The words of a problem with its values filled in; a line whose value is empty is not shown."""
    glossary = GLOSSARY[language]
    written = {name: _owner(value, glossary) if name in ("one", "other") else value for name, value in problem.values}
    if written.get("day"):
        written["day"] = _in_words(written["day"], language)
    values = {name: _fill(glossary[key], written) if (key := f"{name}.{value}") in glossary else value
              for name, value in written.items()}  # fmt: skip
    values["remedy"] = _optional(glossary.get(f"remedy.{written.get('cause') or written.get('expected')}", ""), values)
    if problem.code == "E106" and not values.get("near"):
        values["near"] = "2026-01-14"
    if language == "it" and "ratio" in values:
        values["ratio"] = values["ratio"].replace(".", ",")
    words = PROBLEMS[problem.code][language]
    brief = {name: _shortened(value, LONGEST_VALUE) for name, value in values.items()}
    ample = {name: _shortened(value, LONGEST_ADVICE) for name, value in values.items()}
    return Words(_fill(words.headline, brief), _optional(words.hint, brief), _optional(words.advice, ample))


def _in_words(day: str, language: str) -> str:
    from sitegen.dates import in_words  # with all of Babel, for a problem that most builds do not have

    return in_words(datetime.fromisoformat(day), language)


def _shortened(value: str, longest: int) -> str:
    """A value of so many characters at most: of a longer one its beginning and its end."""
    half = longest // 2
    return value if len(value) <= longest else f"{value[:half]} … {value[-half:]}"


def _owner(origin: str, glossary: Mapping[str, str]) -> str:
    """Who wants an address: a file by its path, or what sitegen makes itself (`tag agenda` is «l’elenco del tag …»)."""
    kind, _, name = origin.partition(" ")
    return _fill(glossary[f"origin.{kind}"], {"name": name}) if f"origin.{kind}" in glossary else origin


def _fill(text: str, values: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda found: values.get(found[1], ""), text)


def _optional(text: str, values: Mapping[str, str]) -> str:
    """The lines of `text` whose values are there."""
    lines = (line for line in text.split("\n") if all(values.get(name) for name in _SLOT.findall(line)))
    return "\n".join(_fill(line, values) for line in lines)


UI: dict[str, dict[str, str]] = {
    "it": {
        "errors.one": "{count} errore",
        "errors.many": "{count} errori",
        "warnings.one": "{count} avviso",
        "warnings.many": "{count} avvisi",
        "nothing_written": "{output} è rimasta com’era.",
        "done": "Sito costruito in {output} ({seconds} s)",
        "written": "File scritti: {written}; invariati: {kept}; rimossi: {removed}",
        "counts": "Documenti pubblicati: {published}; bozze: {drafts}; programmati: {scheduled}; scaduti: {expired}",
        "shown": "{number} (nelle pagine: {shown})",
        "not_for_publishing": "Attenzione: {output} contiene pagine da non pubblicare. Prima di caricarla lancia  sitegen build",
        "moved": "Hanno cambiato indirizzo, e al vecchio non risponde più nulla. Per portare lì chi arriva, aggiungi ai campi iniziali:",
        "held": "Non sono sul sito:",
        "also": "Ci sono anche, solo per questa volta:",
        "state.draft": "bozza",
        "state.scheduled": "programmato: {moment} (quel giorno il sito va ricostruito)",
        "state.expired": "scaduto: {moment}",
        "state.published": "senza consenso",
        "verified": "Confrontato con un sito rifatto da zero: uguale, byte per byte",
        "waiting": "Il sito si sta già costruendo (processo {process}, dalle {since}): aspetto che finisca…",
        "progress.parse": "Leggo",
        "progress.render": "Scrivo le pagine",
        "progress.encode": "Preparo le immagini",
        "progress.write": "Salvo i file",
        "progress.aside": "Preparo una copia da rileggere",
        "progress.external": "Chiedo agli altri siti",
        "interrupted": "Interrotto: la cartella di uscita è rimasta com’era.",
        "bug": "Questo è un errore di sitegen, non tuo. Il testo qui sopra aiuta a correggerlo.",
        "made": "scritto",
        "changed": "aggiornato",
        "removed": "rimosso",
        "why.published": "pubblicato",
        "why.draft": "bozza: non è sul sito",
        "why.scheduled": "programmato: esce il {moment}",
        "why.expired": "scaduto dal {moment}",
        "why.unconsented": "senza consenso: non è sul sito",
        "why.by": " ({field}, riga {line})",
        "why.url": "indirizzo: {url}",
        "why.produces": "produce:",
        "why.shown_in": "serve anche a:",
        "why.nothing": "non produce nulla",
        "why.sources": "è fatto di:",
        "why.templates": "modelli:",
        "why.words": "parole:",
        "why.settings": "impostazioni:",
        "why.more.one": "… e un altro (con -v ci sono tutti)",
        "why.more.many": "… e altri {count} (con -v ci sono tutti)",
        "why.fails": "adesso  sitegen build  si fermerebbe: {errors}",
        "errors_here.one": "{count} errore qui",
        "errors_here.many": "{count} errori qui",
        "errors_elsewhere.one": "{count} errore altrove",
        "errors_elsewhere.many": "{count} errori altrove",
        "why.never": "non si sa quando è stato fatto: il sito non è ancora stato costruito, o .sitegen/ è stata cancellata",
        "why.made": "fatto l’ultima volta il {moment}, perché:",
        "why.cause.first": "il sito si costruiva per la prima volta",
        "why.cause.new": "prima non c’era",
        "why.cause.lost": "il file mancava o era stato modificato, o andava riscritto tutto (--clean)",
        "why.cause.unknown": "della volta prima non si sapeva nulla",
        "why.cause.engine": "sitegen o una sua libreria era cambiata",
        "why.cause.asked": "erano cambiate le opzioni --drafts, --future, --expired",
        "why.cause.many": "erano cambiati {subject} file",
        "why.cause.changed": "{subject} era cambiato",
        "why.cause.added": "{subject} era nuovo",
        "why.cause.removed": "{subject} non c’era più",
        "why.cause.moment": "{subject} era uscito o scaduto",
        "why.cause.other": "{subject} era cambiato, e si vedeva qui o ne spostava il posto",
        "serve.ready": "Anteprima: {address}  (Ctrl-C per finire)",
        "serve.network": "Da un telefono sulla stessa rete: {address}",
        "serve.port": "La porta {port} è occupata: uso la {used}.",
        "serve.ended": "Anteprima finita.",
        "serve.built": "{what} → pagine rifatte: {pages}, file cambiati: {files} ({seconds} s)",
        "serve.failed": "{what} → {tally}: resta l’ultima versione riuscita",
        "serve.same": "{what} → nulla da rifare ({seconds} s)",
        "serve.more.one": "{first} e un altro file",
        "serve.more.many": "{first} e altri {count} file",
        "serve.moment": "è passata un’ora o una data",
        "progress.check": "Guardo le pagine",
        "progress.look": "Le apro nel browser",
        "new.made": "Creato: {path}",
        "new.unopened": "Nessun programma l’ha aperto: aprilo tu.",
        "new.site": "Sito creato in {folder}",
        "new.next": "E adesso:{folder}\n  sitegen serve --open   lo mostra nel browser mentre lo scrivi\n  sitegen check          lo rilegge prima di pubblicarlo\n  sitegen build          lo prepara in output/, pronto da pubblicare",
        "new.asks": "Qualche domanda. Si possono saltare tutte con Invio: le risposte si cambiano quando vuoi in content/site.yaml.",
        "new.ask.name": "Come ti chiami?",
        "new.ask.business": "Come si chiama la tua attività?",
        "new.ask.vat": "Partita IVA (undici cifre; la legge la vuole sulla pagina iniziale)?",
        "new.ask.city": "In che comune lavori?",
        "new.ask.email": "Un indirizzo email a cui scriverti?",
        "new.ask.url": "L’indirizzo del sito, se ce l’hai già (https://www…)?",
        "new.ask.color": "Il colore del marchio (come #1f5f5b)?",
        "new.again.vat": "Questa non è una partita IVA: {written}\nHa undici cifre, e l’ultima controlla le altre: ricopiala, o salta con Invio.",
        "new.again.email": "Questo non è un indirizzo email: {written}\nÈ fatto così:  anna@esempio.it  (o salta con Invio).",
        "new.again.url": "Questo non è l’indirizzo di un sito: {written}\nÈ fatto così:  www.esempio.it  (o salta con Invio).",
        "new.again.color": "Questo colore non lo conosco: {written}\nÈ fatto di # e sei cifre da 0 a 9 o da a a f, come  #7a2142  (o salta con Invio).",
        "new.folder": "il-mio-sito",
        "new.name": "Nome Cognome",
        "new.city": "Comune",
        "new.title": "Il mio sito",
        "new.author": "io",
        "new.contact": "Scrivimi a [{email}](mailto:{email}).",
        "new.no_contact": "Qui va il tuo indirizzo email, e il telefono se vuoi che ti chiamino.",
        "new.business": "\n# I tuoi dati. Compaiono in fondo a ogni pagina: la partita IVA in home page è un obbligo di legge.",
        "new.no_business": "\n# I tuoi dati: completali e togli il cancelletto a tutte le righe qui sotto. Compaiono in fondo a ogni pagina:\n# la partita IVA in home page è un obbligo di legge.",
        "revise.published": "Non è più una bozza: {path}\n  Con la prossima  sitegen build  sarà a {url}",
        "revise.later": "Non è più una bozza: {path}\n  Uscirà con la prima  sitegen build  dal {moment}",
        "revise.unconsented": "Non è più una bozza, ma finché manca il consenso non va sul sito: {path}",
        "revise.shown": "Non è più una bozza: {path}\n  Con la prossima  sitegen build  sarà sul sito",
        "revise.moved": "Indirizzo cambiato: {old} → {url}",
        "revise.renamed": "Indirizzo cambiato: {old} → {url}\n  Il vecchio porterà al nuovo: è in  aliases:  di {path}",
        "revise.undone": "{path} è rimasto com’era.",
        "check.pages.one": "{count} pagina",
        "check.pages.many": "{count} pagine",
        "check.words.one": "{count} parola",
        "check.words.many": "{count} parole",
        "check.nothing": "niente da correggere",
        "check.broken": "Il resto si controlla quando il sito si può costruire.",
        "fix.nothing": "Niente che si possa correggere da solo.",
        "fix.broken": "Correggi prima questo; poi rilancia  sitegen check --fix",
        "fix.mends.one": "{count} correzione",
        "fix.mends.many": "{count} correzioni",
        "fix.files.one": "in {count} file",
        "fix.files.many": "in {count} file",
        "fix.alt": "{place}  Che cosa si vede in {image}? (Invio: la lascio com’è)",
        "fix.ask": "Scrivo le correzioni? [s/N]",
        "fix.unwritten": "Non ho scritto nulla. Per scrivere senza domande:  sitegen check --fix --yes",
        "fix.written": "Fatto. Quello che resta lo dice  sitegen check",
        "fix.undone": "I file sono rimasti com’erano.",
        "check.unwritten.one": "Ancora da scrivere, prima di pubblicare ({count} testo è quello di partenza):",
        "check.unwritten.many": "Ancora da scrivere, prima di pubblicare ({count} testi sono quelli di partenza):",
        "check.business": "Il sito non dice di chi è: se è di un’attività, la legge vuole la partita IVA sulla pagina iniziale (business: in site.yaml).\nSe è un sito privato, scrivi  business: {{kind: private}}",
        "check.waiting.one": "{count} documento non ancora sul sito (bozza o programmato) non è stato letto. Per leggerlo:  {command}",
        "check.waiting.many": "{count} documenti non ancora sul sito (bozze o programmati) non sono stati letti. Per leggerli:  {command}",
        "check.muted.one": "{count} cosa taciuta, come chiesto",
        "check.muted.many": "{count} cose taciute, come chiesto",
        "rule.mute": "regole fatte tacere che non ci sono, o senza dire perché",
        "rule.too-long": "titoli e descrizioni che i motori di ricerca taglierebbero",
        "rule.comment-in-text": "un # che in YAML comincia un appunto, e toglie il resto del testo",
        "rule.alt-text": "immagini senza testo alternativo",
        "rule.first-level-heading": "un titolo di primo livello dentro il testo",
        "rule.accents": "accenti sbagliati o mancanti: «perchè», «citta»",
        "rule.apostrophes": "apostrofi sbagliati: «qual’è», «un pò», «E'»",
        "rule.misspelling": "parole scritte male",
        "rule.double-word": "una parola scritta due volte di fila",
        "rule.double-space": "più spazi di fila",
        "rule.punctuation-space": "spazi prima della punteggiatura, o mancanti dopo una virgola",
        "rule.capitals": "più parole di fila tutte in maiuscolo",
        "rule.reading-ease": "testi difficili da leggere (indice Gulpease)",
        "rule.long-sentence": "frasi molto lunghe, anche in un testo facile",
        "rule.vat-number": "la partita IVA: c’è, è giusta e si legge nella pagina iniziale",
        "rule.contacts": "nome, sede ed email di chi risponde del sito",
        "rule.privacy-link": "moduli che non portano all’informativa privacy",
        "rule.consent-box": "caselle del consenso già spuntate",
        "rule.consent-apart": "un solo consenso per rispondere e per la pubblicità",
        "rule.testimonial-consent": "testimonianze senza il consenso di chi le ha date",
        "rule.review-note": "testimonianze senza dire come sono raccolte",
        "rule.price-vat": "prezzi che non dicono se comprendono l’IVA",
        "rule.law-4-2013": "la dicitura della legge 4/2013",
        "rule.broken-link": "link dentro il sito che non portano da nessuna parte",
        "rule.link-to-redirect": "link a un indirizzo che è cambiato",
        "rule.own-address": "link al proprio sito scritti per intero",
        "rule.link-text": "link senza testo, o che dicono «clicca qui»",
        "rule.same-link-text": "link dello stesso nome a pagine diverse",
        "rule.orphan-page": "pagine a cui non porta nessun link",
        "rule.deep-page": "pagine lontane da quella iniziale",
        "rule.redirect-target": "in .htaccess, _redirects e vercel.json, vecchi indirizzi che non arrivano a una pagina",
        "rule.redirect-chain": "vecchi indirizzi che ne attraversano altri",
        "rule.external-link": "con --external: link ad altri siti che non ci sono più",
        "rule.external-unsure": "con --external: link ad altri siti che forse non funzionano",
        "rule.external-moved": "con --external: link ad altri siti che hanno cambiato indirizzo",
        "rule.third-parties": "quello che le pagine chiedono da sole ad altri siti",
        "rule.empty-alt": "fotografie con le parentesi quadre vuote",
        "rule.alt-words": "testi alternativi che non dicono che cosa si vede",
        "rule.heading-order": "titoli che saltano un livello",
        "rule.empty-heading": "titoli senza testo",
        "rule.page-title": "pagine senza titolo",
        "rule.page-description": "pagine senza descrizione",
        "rule.same-title": "pagine con lo stesso titolo",
        "rule.same-description": "pagine con la stessa descrizione",
        "rule.title-length": "titoli troppo lunghi o troppo brevi per i motori di ricerca",
        "rule.description-length": "descrizioni troppo lunghe o troppo brevi per i motori di ricerca",
        "rule.nesting": "HTML che non si chiude, o dove non può stare",
        "rule.double-id": "id che stanno due volte in una pagina",
        "rule.page-language": "pagine che non dicono in che lingua sono",
        "rule.field-label": "campi di un modulo senza etichetta",
        "rule.contrast": "colori scritti a mano che non si leggono l’uno sull’altro",
        "rule.linked-data": "dati strutturati che i motori di ricerca non possono usare",
        "rule.interface-language": "parole dell’interfaccia in un’altra lingua",
        "rule.page-weight": "pagine che pesano troppo",
        "rule.feed": "feed che non si leggono, o con indirizzi non interi",
        "schema.connected": "La prima riga di content/site.yaml nomina questo file: # yaml-language-server: $schema=../site.schema.json",
        "schema.site": "Le impostazioni del sito: content/site.yaml",
        "schema.pages": "I campi iniziali di una pagina, in content/pages/",
        "schema.posts": "I campi iniziali di un articolo, in content/posts/",
        "schema.services": "I campi iniziali di un servizio, in content/services/",
        "schema.testimonials": "I campi iniziali di una testimonianza, in content/testimonials/",
        "schema.authors": "I campi iniziali di chi scrive, in content/authors/",
        "schema.cases": "I campi iniziali di un caso studio, in content/cases/",
        "schema.faq": "I campi iniziali di una domanda (il titolo) con la sua risposta (il testo), in content/faq/",
        "schema.magnets": "I campi iniziali di una risorsa che si riceve lasciando l’email, in content/magnets/",
        "list.nothing": "Non c’è nulla di simile.",
        "list.no_tag": "Nessun documento ha il tag «{tag}».{near}\nI tag che ci sono: {known}.",
        "list.no_tag.near": " Forse «{near}»?",
        "list.no_tag.here": "Il tag «{tag}» c’è, ma non in questi documenti.",
        "list.no_tags": "Nessun documento ha un tag.",
        "list.errors.one": "{count} errore: qualche documento può mancare da questo elenco. Lo racconta  sitegen build",
        "list.errors.many": "{count} errori: qualche documento può mancare da questo elenco. Li racconta  sitegen build",
        "list.published": "pubblicato",
        "list.draft": "bozza",
        "list.scheduled": "programmato",
        "list.expired": "scaduto",
        "list.unconsented": "senza consenso",
        "list.published.one": "{count} pubblicato",
        "list.published.many": "{count} pubblicati",
        "list.draft.one": "{count} bozza",
        "list.draft.many": "{count} bozze",
        "list.scheduled.one": "{count} programmato",
        "list.scheduled.many": "{count} programmati",
        "list.expired.one": "{count} scaduto",
        "list.expired.many": "{count} scaduti",
        "list.unconsented.one": "{count} senza consenso",
        "list.unconsented.many": "{count} senza consenso",
        "theme.checked": "Tema {name}: {pages} pagine guardate",
        "theme.unseen": "La larghezza su un telefono e sulla carta non è stata guardata. Per farlo:  pip install playwright  e Chromium.",
        "theme.holds": "Nessun problema.",
        "doctor.sitegen.well": "sitegen {version}\n{folder}",
        "doctor.python.well": "Python {version}",
        "doctor.python.old": "Python {version} è troppo vecchio: serve {least} o successivo\nScaricalo da https://www.python.org e rifai l’installazione di sitegen.",
        "doctor.libraries.well": "librerie: {count}, tutte presenti\n{versions}",
        "doctor.libraries.unknown": "sitegen non risulta installato: non posso dire se le librerie sono quelle giuste\nRifai l’installazione:  python -m pip install .  nella cartella del programma",
        "doctor.dependency.missing": "manca la libreria {name}\nLancia  {command}",
        "doctor.dependency.old": "la libreria {name} {version} è troppo vecchia: serve {least} o successiva\nLancia  {command}",
        "doctor.dependency.broken": "la libreria {name} non parte: {reported}\nLancia  {command}",
        "doctor.rest.unseen": "il resto non l’ho guardato\nSistema le librerie, poi rilancia  sitegen doctor",
        "doctor.terminal.well": "terminale: lettere accentate, virgolette ed euro si possono scrivere ({encoding})",
        "doctor.terminal.poor.windows": "il terminale non sa scrivere {letters} ({encoding}): nei messaggi compariranno dei ?\nScrivi prima  set PYTHONUTF8=1  (in PowerShell:  $env:PYTHONUTF8 = 1 ), meglio se in Windows Terminal. Il sito non ne risente.",
        "doctor.terminal.poor.other": "il terminale non sa scrivere {letters} ({encoding}): nei messaggi compariranno dei ?\nScrivi prima  export PYTHONUTF8=1 . Il sito non ne risente.",
        "doctor.names.poor": "i nomi dei file con lettere accentate possono essere letti male ({encoding})\nScrivi prima  export PYTHONUTF8=1",
        "doctor.locale.well": "lingua del computer: {locale}",
        "doctor.zones.well": "fusi orari: edizione {version}",
        "doctor.zones.missing": "mancano i fusi orari: le date non si possono calcolare\nLancia  {command}",
        "doctor.clock.well": "orologio: {moment}",
        "doctor.clock.early": "l’orologio del computer segna {moment}: prima che sitegen fosse installato ({since})\nMettilo a posto: gli articoli già usciti sembrerebbero programmati.",
        "doctor.clock.late": "l’orologio del computer segna {moment}\nMettilo a posto: gli articoli programmati uscirebbero tutti subito.",
        "doctor.pictures.well": "immagini: JPEG, PNG, WebP, AVIF",
        "doctor.pictures.lacking": "non si possono scrivere immagini {formats}\nLancia  {command}",
        "doctor.heic.well": "foto degli iPhone (HEIC): si leggono",
        "doctor.heic.missing": "foto degli iPhone (HEIC): non si leggono\nSe ne usi, lancia  {command}",
        "doctor.port.well": "anteprima: la porta {port} è libera",
        "doctor.port.taken": "la porta {port} è occupata, forse da un’altra anteprima\nNon occorre far nulla:  sitegen serve  prende la prima libera dopo di lei.",
        "doctor.site.well": "il sito è in {folder}",
        "doctor.site.none": "qui non c’è un sito: ho guardato solo il computer\n{folder}",
        "doctor.site.misnamed": "qui non c’è un sito, ma c’è {near}\nSe sono le sue impostazioni, chiama il file  content/site.yaml",
        "doctor.settings.wrong": "content/site.yaml contiene errori\nTe li dice  sitegen build",
        "doctor.content.unreadable": "non si può leggere {path}\nTi dice perché  sitegen build",
        "doctor.folder.well": "{folder} si può scrivere",
        "doctor.folder.refused.content": "in {folder} non si può scrivere: {cause}\nNon funzioneranno  new, publish, rename. {remedy}",
        "doctor.folder.refused.output": "in {folder} non si può scrivere: {cause}\n{remedy}",
        "doctor.folder.refused.sitegen": "in {folder} non si può scrivere: {cause}\nIl sito si costruisce lo stesso, ma ogni volta da capo. {remedy}",
        "doctor.output.refused": "output/ non può ricevere il sito: {why}\nSposta altrove quello che c’è al suo posto.",
        "doctor.output.foreign": "in output/ ci sono file che sitegen non ha scritto, per esempio {example}\nSpostali altrove, o scegli un’altra cartella con  sitegen build --output . Se è un sito fatto da sitegen, svuotala.",
        "doctor.room.well": "spazio sul disco: {free} MB",
        "doctor.room.scarce": "sul disco restano {free} MB\nLibera un po’ di spazio.",
        "doctor.kept.well": "memoria di lavoro: intera",
        "doctor.kept.damaged": "la memoria di lavoro è danneggiata\nIl sito esce giusto lo stesso. Per rifarla cancella {folder}/: non contiene nulla di tuo.",
        "doctor.builder.well": "nessun’altra build in corso",
        "doctor.builder.killed": "nessun’altra build in corso; l’ultima (processo {process}) è stata interrotta, e la prossima ne tiene conto da sola",
        "doctor.builder.building": "è in corso un’altra build, del processo {process}, dalle {since}\nLe altre la aspettano. Se non finisce mai, chiudi quel processo.",
        "doctor.theme.well": "tema {theme}, file di caratteri: {count}",
        "doctor.theme.wrong": "il tema {theme} non si può usare\nTi dice perché  sitegen build",
        "doctor.theme.font": "un file di caratteri del tema {theme} è danneggiato: {path}\nRimetti l’originale; se il tema è di sitegen, rifai l’installazione.",
        "doctor.times.ahead": "{path} risulta scritto nel futuro: {moment}\nControlla che l’orologio del computer non sia indietro.",
        "doctor.case.well": "il disco distingue maiuscole e minuscole, come i server",
        "doctor.case.same": "il disco non distingue maiuscole e minuscole, i server sì: sitegen controlla che i nomi siano scritti uguali",
        "doctor.synchronised.by": "questa cartella la sincronizza {name}\nEscludi  output/  e  .sitegen/ , o tieni il sito altrove: potrebbe bloccare i file mentre sitegen li scrive.",
        "doctor.network.kind": "questa cartella è su un disco di rete ({kind})\nSe la build è lenta, o l’anteprima non si accorge delle modifiche, tieni il sito sul disco del computer.",
        "doctor.well": "Tutto bene.",
        "doctor.wrong.one": "{count} problema da risolvere",
        "doctor.wrong.many": "{count} problemi da risolvere",
        "doctor.care.one": "{count} cosa da sapere",
        "doctor.care.many": "{count} cose da sapere",
        "theme.used": "in uso",
        "theme.own": "in themes/",
        "theme.wrong": "non si può usare: prova a costruire il sito",
        "theme.made": "Tema creato: themes/{name}/",
        "theme.next": "  Per usarlo scrivi in content/site.yaml:  theme: {name}\n  Lo stile comincia in themes/{name}/assets/{name}.css, i valori in themes/{name}/theme.yaml.\n  Come si fa un tema: docs/themes.md",
        "theme.brand": "Tema {theme}: colore {color}, dettagli {accent}, tono {tone}",
        "theme.found": "scelti dal tema",
        "theme.exact": "Sui pulsanti resta {color} com’è.",
        "theme.button": "Sui pulsanti {color} diventa {button}: così com’è non vi si leggerebbe né un testo bianco né uno nero.",
        "theme.light": "Chiaro",
        "theme.dark": "Scuro",
        "theme.ratio": "su {on} {ratio} (almeno {least})",
        "theme.instead": "al posto di {asked}, che non si leggerebbe",
        "theme.moved": "I colori «al posto di» sono stati schiariti o scuriti quanto basta perché ogni testo si legga (WCAG 2.2, livello AA).",
        "theme.kept": "Nessun colore ha dovuto cambiare: ogni testo si legge (WCAG 2.2, livello AA).",
        "theme.yaml": "# Un tema che parte da «{parent}»: ciò che non è scritto qui resta come là.\nname: {name}\nparent: {parent}\ndescription: Il mio tema.\n\n# Il tuo foglio di stile, dopo quelli di {parent}.\nstyles: [{name}.css]\n\n# Le misure, per nome: togli il cancelletto a quelle che vuoi cambiare. L’elenco intero è in docs/themes.md.\ntokens:\n#  page: 60rem\n",
        "theme.css": "/* Il livello «theme» viene dopo gli stili del tema padre, e prima di content/custom.css. */\n@layer theme {{\n}}\n",
        "preview.draft": "Bozza: non sarà sul sito",
        "preview.scheduled": "Programmato: sarà sul sito dal {moment}",
        "preview.expired": "Scaduto: non è più sul sito dal {moment}",
        "preview.published": "Senza consenso: non sarà sul sito",
        "preview.panel": "Su questa pagina (Alt+S)",
        "preview.panel.title": "Questa pagina",
        "preview.panel.public": "Pronta: sarà sul sito",
        "preview.panel.date": "Data",
        "preview.panel.updated": "Aggiornata",
        "preview.panel.expires": "Scade",
        "preview.panel.length": "Lunghezza",
        "preview.panel.words.one": "1 parola",
        "preview.panel.words.many": "{count} parole",
        "preview.panel.minutes.one": "1 minuto di lettura",
        "preview.panel.minutes.many": "{count} minuti di lettura",
        "preview.panel.kind": "Che cos’è",
        "preview.panel.list": "una pagina che sitegen compone da sé",
        "preview.panel.made_of": "Di che cosa è fatta",
        "preview.panel.source": "Testo",
        "preview.panel.template": "Modello",
        "preview.panel.search": "In un motore di ricerca",
        "preview.panel.noindex": "I motori di ricerca non la mostreranno: lo chiede la pagina stessa.",
        "preview.panel.no_description": "(Senza descrizione: il motore di ricerca sceglierà da sé un pezzo del testo.)",
        "preview.panel.long_title": "Il titolo ha {count} caratteri: dopo i primi 60 di solito viene tagliato.",
        "preview.panel.long_description": "La descrizione ha {count} caratteri: dopo i primi 160 di solito viene tagliata.",
        "preview.panel.share": "Quando qualcuno la condivide",
        "preview.panel.no_image": "Nessuna immagine. Aggiungi  cover:  oppure  image:  sotto  seo:",
        "preview.panel.warnings": "Avvisi",
        "preview.panel.no_warnings": "Nessun avviso.",
        "preview.kept": "Sotto c’è l’ultima versione riuscita della pagina. Correggi e salva: questo avviso se ne va da solo.",
        "preview.close": "Chiudi",
        "preview.open": "Apri",
        "preview.not_opened": "Non so con che programma aprirlo. Il file è",
        "preview.missing": "Qui non c’è nessuna pagina: {path}",
        "preview.missing.near": "Qui non c’è nessuna pagina: {path}. Forse cercavi:",
        "preview.no_page": "Questa pagina non c’è",
        "preview.status.403": "L’anteprima non risponde a questa richiesta: aprila con l’indirizzo scritto nel terminale.",
        "preview.status.405": "Nell’anteprima i moduli non si inviano: li riceve il programma del sito, quando è pubblicato.",
    },
    "en": {
        "errors.one": "{count} error",
        "errors.many": "{count} errors",
        "warnings.one": "{count} warning",
        "warnings.many": "{count} warnings",
        "nothing_written": "{output} is as it was.",
        "done": "Site built in {output} ({seconds} s)",
        "written": "Files written: {written}; unchanged: {kept}; removed: {removed}",
        "counts": "Documents published: {published}; drafts: {drafts}; scheduled: {scheduled}; expired: {expired}",
        "shown": "{number} (in the pages: {shown})",
        "not_for_publishing": "Careful: {output} holds pages that are not for publishing. Before you upload it run  sitegen build",
        "moved": "Have a new address, and nothing answers at the old one. To lead on who comes there, add to the front matter:",
        "held": "Not on the site:",
        "also": "Also there, in this build only:",
        "state.draft": "draft",
        "state.scheduled": "scheduled: {moment} (build again that day)",
        "state.expired": "expired: {moment}",
        "state.published": "without consent",
        "verified": "Compared with a clean build: equal, byte for byte",
        "waiting": "Another build of this site is running (process {process}, since {since}): waiting for it to end…",
        "progress.parse": "Reading",
        "progress.render": "Writing pages",
        "progress.encode": "Making images",
        "progress.write": "Writing files",
        "progress.aside": "Making a copy to read over",
        "progress.external": "Asking other sites",
        "interrupted": "Interrupted: the output folder is as it was.",
        "bug": "This is a mistake in sitegen, not yours. The text above helps to mend it.",
        "made": "written",
        "changed": "updated",
        "removed": "removed",
        "why.published": "published",
        "why.draft": "draft: not on the site",
        "why.scheduled": "scheduled: appears on {moment}",
        "why.expired": "expired since {moment}",
        "why.unconsented": "without consent: not on the site",
        "why.by": " ({field}, line {line})",
        "why.url": "address: {url}",
        "why.produces": "produces:",
        "why.shown_in": "is also used by:",
        "why.nothing": "produces nothing",
        "why.sources": "is made of:",
        "why.templates": "templates:",
        "why.words": "words:",
        "why.settings": "settings:",
        "why.more.one": "… and one more (-v shows them all)",
        "why.more.many": "… and {count} more (-v shows them all)",
        "why.fails": "sitegen build  would stop now: {errors}",
        "errors_here.one": "{count} error here",
        "errors_here.many": "{count} errors here",
        "errors_elsewhere.one": "{count} error elsewhere",
        "errors_elsewhere.many": "{count} errors elsewhere",
        "why.never": "it is not known when it was made: there has been no build yet, or .sitegen/ was deleted",
        "why.made": "last made on {moment}, because:",
        "why.cause.first": "it was the first build",
        "why.cause.new": "it was not there before",
        "why.cause.lost": "the file was missing or had been changed, or the build wrote everything again (--clean)",
        "why.cause.unknown": "nothing was known of the build before",
        "why.cause.engine": "sitegen or a library of its had changed",
        "why.cause.asked": "the options --drafts, --future, --expired had changed",
        "why.cause.many": "{subject} files had changed",
        "why.cause.changed": "{subject} had changed",
        "why.cause.added": "{subject} was new",
        "why.cause.removed": "{subject} was gone",
        "why.cause.moment": "{subject} had appeared or expired",
        "why.cause.other": "{subject} had changed, and was shown here or moved its place",
        "serve.ready": "Preview: {address}  (Ctrl-C to end)",
        "serve.network": "From a phone on the same network: {address}",
        "serve.port": "Port {port} is taken: using {used}.",
        "serve.ended": "Preview ended.",
        "serve.built": "{what} → pages made anew: {pages}, files changed: {files} ({seconds} s)",
        "serve.failed": "{what} → {tally}: the last good version stays",
        "serve.same": "{what} → nothing to make anew ({seconds} s)",
        "serve.more.one": "{first} and one more file",
        "serve.more.many": "{first} and {count} more files",
        "serve.moment": "an hour or a date has passed",
        "progress.check": "Looking at pages",
        "progress.look": "Opening them in the browser",
        "new.made": "Made: {path}",
        "new.unopened": "No program has opened it: open it yourself.",
        "new.site": "Site made in {folder}",
        "new.next": "And now:{folder}\n  sitegen serve --open   shows it in the browser while you write it\n  sitegen check          reads it over before it is published\n  sitegen build          makes it ready in output/, for you to publish",
        "new.asks": "A few questions. Enter skips any of them: the answers can be changed in content/site.yaml whenever you like.",
        "new.ask.name": "What is your name?",
        "new.ask.business": "What is your business called?",
        "new.ask.vat": "VAT number (eleven digits; Italian law wants it on the home page)?",
        "new.ask.city": "In which town do you work?",
        "new.ask.email": "An email address to write to you?",
        "new.ask.url": "The address of the site, if you have one already (https://www…)?",
        "new.ask.color": "The colour of the brand (like #1f5f5b)?",
        "new.again.vat": "This is no Italian VAT number: {written}\nIt has eleven digits, the last of which checks the others: copy it again, or skip with Enter.",
        "new.again.email": "This is no email address: {written}\nOne looks like this:  anna@example.com  (or skip with Enter).",
        "new.again.url": "This is not the address of a site: {written}\nOne looks like this:  www.example.com  (or skip with Enter).",
        "new.again.color": "I do not know this colour: {written}\nIt is made of # and six digits from 0 to 9 or a to f, like  #7a2142  (or skip with Enter).",
        "new.folder": "my-site",
        "new.name": "First Last",
        "new.city": "Town",
        "new.title": "My site",
        "new.author": "me",
        "new.contact": "Write to me at [{email}](mailto:{email}).",
        "new.no_contact": "Here goes your email address, and your telephone number if you want to be called.",
        "new.business": "\n# Who you are. It stands at the foot of every page: Italian law wants the VAT number on the home page.",
        "new.no_business": "\n# Who you are: complete it and remove the hash from all the lines below. It stands at the foot of every page:\n# Italian law wants the VAT number on the home page.",
        "revise.published": "No longer a draft: {path}\n  With the next  sitegen build  it will be at {url}",
        "revise.later": "No longer a draft: {path}\n  It will appear with the first  sitegen build  from {moment} on",
        "revise.unconsented": "No longer a draft, but without consent it stays out of the site: {path}",
        "revise.shown": "No longer a draft: {path}\n  With the next  sitegen build  it will be on the site",
        "revise.moved": "Address changed: {old} → {url}",
        "revise.renamed": "Address changed: {old} → {url}\n  The old one will lead to the new: it is in  aliases:  of {path}",
        "revise.undone": "{path} is as it was.",
        "check.pages.one": "{count} page",
        "check.pages.many": "{count} pages",
        "check.words.one": "{count} word",
        "check.words.many": "{count} words",
        "check.nothing": "nothing to mend",
        "check.broken": "The rest is checked once the site can be built.",
        "fix.nothing": "Nothing that can be mended by itself.",
        "fix.broken": "Mend this first; then run  sitegen check --fix  again",
        "fix.mends.one": "{count} correction",
        "fix.mends.many": "{count} corrections",
        "fix.files.one": "in {count} file",
        "fix.files.many": "in {count} files",
        "fix.alt": "{place}  What is to be seen in {image}? (Enter: it stays as it is)",
        "fix.ask": "Shall I write the corrections? [y/N]",
        "fix.unwritten": "Nothing was written. To write without a question:  sitegen check --fix --yes",
        "fix.written": "Done. What is left is told by  sitegen check",
        "fix.undone": "The files are as they were.",
        "check.unwritten.one": "Still to be written before it is published ({count} text is as it was begun):",
        "check.unwritten.many": "Still to be written before it is published ({count} texts are as they were begun):",
        "check.business": "The site does not say whose it is: if it is that of a business, Italian law wants the VAT number on the home page (business: in site.yaml).\nIf it is a private site, write  business: {{kind: private}}",
        "check.waiting.one": "{count} document that is not on the site yet (draft or scheduled) was not read. To read it:  {command}",
        "check.waiting.many": "{count} documents that are not on the site yet (drafts or scheduled) were not read. To read them:  {command}",
        "check.muted.one": "{count} thing muted, as asked",
        "check.muted.many": "{count} things muted, as asked",
        "rule.mute": "muted rules that there are not, or that are muted without a reason",
        "rule.too-long": "titles and descriptions that search engines would cut",
        "rule.comment-in-text": "a # that begins a note in YAML, and takes the rest of the text away",
        "rule.alt-text": "images without alternative text",
        "rule.first-level-heading": "a first-level heading in the text",
        "rule.accents": "wrong or missing accents",
        "rule.apostrophes": "wrong apostrophes: “its a”, “it’s own”",
        "rule.misspelling": "misspelt words",
        "rule.double-word": "a word written twice in a row",
        "rule.double-space": "several spaces in a row",
        "rule.punctuation-space": "spaces before punctuation, or missing behind a comma",
        "rule.capitals": "several words in a row in capitals",
        "rule.reading-ease": "texts that are hard to read (Flesch)",
        "rule.long-sentence": "very long sentences, in an easy text, too",
        "rule.vat-number": "the VAT number: there, right, and to be read on the home page",
        "rule.contacts": "name, seat and email of who answers for the site",
        "rule.privacy-link": "forms that do not lead to the privacy notice",
        "rule.consent-box": "consent boxes that are ticked beforehand",
        "rule.consent-apart": "one consent for an answer and for advertising",
        "rule.testimonial-consent": "testimonials without their author’s consent",
        "rule.review-note": "testimonials without a word on how they were collected",
        "rule.price-vat": "prices that do not say whether VAT is included",
        "rule.law-4-2013": "the mention of law 4/2013",
        "rule.broken-link": "links inside the site that lead nowhere",
        "rule.link-to-redirect": "links to an address that has changed",
        "rule.own-address": "links to the own site written in full",
        "rule.link-text": "links without text, or that say “click here”",
        "rule.same-link-text": "links of one name to different pages",
        "rule.orphan-page": "pages to which no link leads",
        "rule.deep-page": "pages far from the home page",
        "rule.redirect-target": "in .htaccess, _redirects and vercel.json, old addresses that come to no page",
        "rule.redirect-chain": "old addresses that go by way of others",
        "rule.external-link": "with --external: links to other sites that are gone",
        "rule.external-unsure": "with --external: links to other sites that may not work",
        "rule.external-moved": "with --external: links to other sites that have moved",
        "rule.third-parties": "what pages ask of other sites by themselves",
        "rule.empty-alt": "photos whose square brackets are empty",
        "rule.alt-words": "alternative texts that do not say what there is to see",
        "rule.heading-order": "headings that skip a level",
        "rule.empty-heading": "headings without text",
        "rule.page-title": "pages without a title",
        "rule.page-description": "pages without a description",
        "rule.same-title": "pages of one title",
        "rule.same-description": "pages of one description",
        "rule.title-length": "titles too long or too short for search engines",
        "rule.description-length": "descriptions too long or too short for search engines",
        "rule.nesting": "HTML that does not close, or stands where it cannot",
        "rule.double-id": "ids that stand twice on a page",
        "rule.page-language": "pages that do not say in which language they are",
        "rule.field-label": "fields of a form without a label",
        "rule.contrast": "colours written by hand that cannot be read on each other",
        "rule.linked-data": "structured data that search engines cannot use",
        "rule.interface-language": "words of the interface in another language",
        "rule.page-weight": "pages that weigh too much",
        "rule.feed": "feeds that cannot be read, or with addresses that are not whole",
        "schema.connected": "The first line of content/site.yaml names this file: # yaml-language-server: $schema=../site.schema.json",
        "schema.site": "The settings of the site: content/site.yaml",
        "schema.pages": "The front matter of a page, in content/pages/",
        "schema.posts": "The front matter of a post, in content/posts/",
        "schema.services": "The front matter of a service, in content/services/",
        "schema.testimonials": "The front matter of a testimonial, in content/testimonials/",
        "schema.authors": "The front matter of an author, in content/authors/",
        "schema.cases": "The front matter of a case study, in content/cases/",
        "schema.faq": "The front matter of a question (the title) with its answer (the text), in content/faq/",
        "schema.magnets": "The front matter of something that one gets for an email address, in content/magnets/",
        "list.nothing": "There is nothing of the kind.",
        "list.no_tag": "No document has the tag “{tag}”.{near}\nThe tags that there are: {known}.",
        "list.no_tag.near": " Did you mean “{near}”?",
        "list.no_tag.here": "There is the tag “{tag}”, but not in these documents.",
        "list.no_tags": "No document has a tag.",
        "list.errors.one": "{count} error: some documents may be missing here. It is told by  sitegen build",
        "list.errors.many": "{count} errors: some documents may be missing here. They are told by  sitegen build",
        "list.published": "published",
        "list.draft": "draft",
        "list.scheduled": "scheduled",
        "list.expired": "expired",
        "list.unconsented": "without consent",
        "list.published.one": "{count} published",
        "list.published.many": "{count} published",
        "list.draft.one": "{count} draft",
        "list.draft.many": "{count} drafts",
        "list.scheduled.one": "{count} scheduled",
        "list.scheduled.many": "{count} scheduled",
        "list.expired.one": "{count} expired",
        "list.expired.many": "{count} expired",
        "list.unconsented.one": "{count} without consent",
        "list.unconsented.many": "{count} without consent",
        "theme.checked": "Theme {name}: {pages} pages looked at",
        "theme.unseen": "The width on a phone and on paper was not looked at. To do so:  pip install playwright  and Chromium.",
        "theme.holds": "No problem.",
        "doctor.sitegen.well": "sitegen {version}\n{folder}",
        "doctor.python.well": "Python {version}",
        "doctor.python.old": "Python {version} is too old: {least} or later is needed\nGet it from https://www.python.org and install sitegen again.",
        "doctor.libraries.well": "libraries: {count}, all there\n{versions}",
        "doctor.libraries.unknown": "sitegen does not seem to be installed: I cannot say whether its libraries are the right ones\nInstall it again:  python -m pip install .  in the program’s folder",
        "doctor.dependency.missing": "the library {name} is missing\nRun  {command}",
        "doctor.dependency.old": "the library {name} {version} is too old: {least} or later is needed\nRun  {command}",
        "doctor.dependency.broken": "the library {name} does not start: {reported}\nRun  {command}",
        "doctor.rest.unseen": "the rest was not looked at\nMend the libraries, then run  sitegen doctor  again",
        "doctor.terminal.well": "terminal: letters with accents, quotation marks and the euro can be written ({encoding})",
        "doctor.terminal.poor.windows": "the terminal cannot write {letters} ({encoding}): messages will have a ? in their place\nType  set PYTHONUTF8=1  first (in PowerShell:  $env:PYTHONUTF8 = 1 ), best in Windows Terminal. The site does not suffer.",
        "doctor.terminal.poor.other": "the terminal cannot write {letters} ({encoding}): messages will have a ? in their place\nType  export PYTHONUTF8=1  first. The site does not suffer.",
        "doctor.names.poor": "names of files that have letters with accents may be misread ({encoding})\nType  export PYTHONUTF8=1  first",
        "doctor.locale.well": "the computer’s language: {locale}",
        "doctor.zones.well": "time zones: edition {version}",
        "doctor.zones.missing": "there are no time zones: dates cannot be worked out\nRun  {command}",
        "doctor.clock.well": "clock: {moment}",
        "doctor.clock.early": "the computer’s clock says {moment}: before sitegen was installed ({since})\nSet it: posts that are out would seem to be scheduled.",
        "doctor.clock.late": "the computer’s clock says {moment}\nSet it: all that is scheduled would come out at once.",
        "doctor.pictures.well": "pictures: JPEG, PNG, WebP, AVIF",
        "doctor.pictures.lacking": "{formats} pictures cannot be written\nRun  {command}",
        "doctor.heic.well": "photos of iPhones (HEIC) can be read",
        "doctor.heic.missing": "photos of iPhones (HEIC) cannot be read\nIf you use any, run  {command}",
        "doctor.port.well": "preview: port {port} is free",
        "doctor.port.taken": "port {port} is taken, perhaps by another preview\nNothing need be done:  sitegen serve  takes the first free one after it.",
        "doctor.site.well": "the site is in {folder}",
        "doctor.site.none": "there is no site here: only the computer was looked at\n{folder}",
        "doctor.site.misnamed": "there is no site here, but there is {near}\nIf that holds its settings, call the file  content/site.yaml",
        "doctor.settings.wrong": "content/site.yaml has mistakes\nThey are told by  sitegen build",
        "doctor.content.unreadable": "{path} cannot be read\nsitegen build  says why",
        "doctor.folder.well": "{folder} can be written to",
        "doctor.folder.refused.content": "{folder} cannot be written to: {cause}\nThese will not work: new, publish, rename. {remedy}",
        "doctor.folder.refused.output": "{folder} cannot be written to: {cause}\n{remedy}",
        "doctor.folder.refused.sitegen": "{folder} cannot be written to: {cause}\nThe site is built all the same, but from nothing each time. {remedy}",
        "doctor.output.refused": "output/ cannot take the site: {why}\nMove elsewhere what is in its place.",
        "doctor.output.foreign": "there are files in output/ that sitegen did not write, for example {example}\nMove them elsewhere, or choose another folder with  sitegen build --output . If it is a site made by sitegen, empty it.",
        "doctor.room.well": "room on the disk: {free} MB",
        "doctor.room.scarce": "{free} MB are left on the disk\nMake some room.",
        "doctor.kept.well": "what earlier builds have kept: whole",
        "doctor.kept.damaged": "what earlier builds have kept is damaged\nThe site comes out right all the same. To have it made again delete {folder}/: there is nothing of yours in it.",
        "doctor.builder.well": "no other build is at work",
        "doctor.builder.killed": "no other build is at work; the last (process {process}) was stopped, which the next one knows how to deal with",
        "doctor.builder.building": "another build is at work, of process {process}, since {since}\nOthers wait for it. If it never ends, end that process.",
        "doctor.theme.well": "theme {theme}, font files: {count}",
        "doctor.theme.wrong": "the theme {theme} cannot be used\nsitegen build  says why",
        "doctor.theme.font": "a font file of the theme {theme} is damaged: {path}\nPut the original back; if the theme is one of sitegen’s, install it again.",
        "doctor.times.ahead": "{path} seems to be written in the future: {moment}\nSee whether the computer’s clock is behind.",
        "doctor.case.well": "the disk tells capital letters from small ones, as servers do",
        "doctor.case.same": "the disk does not tell capital letters from small ones, and servers do: sitegen sees to it that names are written alike",
        "doctor.synchronised.by": "this folder is synchronised by {name}\nLeave  output/  and  .sitegen/  out, or keep the site elsewhere: it might lock files while sitegen writes them.",
        "doctor.network.kind": "this folder is on a network disk ({kind})\nIf builds are slow, or the preview does not notice changes, keep the site on the computer’s own disk.",
        "doctor.well": "All is well.",
        "doctor.wrong.one": "{count} thing to mend",
        "doctor.wrong.many": "{count} things to mend",
        "doctor.care.one": "{count} thing to know",
        "doctor.care.many": "{count} things to know",
        "theme.used": "in use",
        "theme.own": "in themes/",
        "theme.wrong": "cannot be used: try to build the site",
        "theme.made": "Theme made: themes/{name}/",
        "theme.next": "  To use it write in content/site.yaml:  theme: {name}\n  Its style begins in themes/{name}/assets/{name}.css, its values in themes/{name}/theme.yaml.\n  How a theme is made: docs/themes.md (in Italian)",
        "theme.brand": "Theme {theme}: colour {color}, accent {accent}, tone {tone}",
        "theme.found": "chosen by the theme",
        "theme.exact": "On buttons {color} stays as it is.",
        "theme.button": "On buttons {color} becomes {button}: as it is, neither white nor black text could be read on it.",
        "theme.light": "Light",
        "theme.dark": "Dark",
        "theme.ratio": "on {on} {ratio} (at least {least})",
        "theme.instead": "instead of {asked}, which could not be read",
        "theme.moved": "Colours “instead of” others were made as much lighter or darker as every text needs to be read (WCAG 2.2, level AA).",
        "theme.kept": "No colour had to change: every text can be read (WCAG 2.2, level AA).",
        "theme.yaml": "# A theme that starts from “{parent}”: what is not written here stays as it is there.\nname: {name}\nparent: {parent}\ndescription: My theme.\n\n# Your stylesheet, after those of {parent}.\nstyles: [{name}.css]\n\n# Measures, by name: take the hash away from those that you want to change. The whole list is in docs/themes.md.\ntokens:\n#  page: 60rem\n",
        "theme.css": "/* The layer “theme” comes after the styles of the parent theme, and before content/custom.css. */\n@layer theme {{\n}}\n",
        "preview.draft": "Draft: will not be on the site",
        "preview.scheduled": "Scheduled: on the site from {moment}",
        "preview.expired": "Expired: no longer on the site since {moment}",
        "preview.published": "Without consent: will not be on the site",
        "preview.panel": "About this page (Alt+S)",
        "preview.panel.title": "This page",
        "preview.panel.public": "Ready: will be on the site",
        "preview.panel.date": "Date",
        "preview.panel.updated": "Updated",
        "preview.panel.expires": "Expires",
        "preview.panel.length": "Length",
        "preview.panel.words.one": "1 word",
        "preview.panel.words.many": "{count} words",
        "preview.panel.minutes.one": "1 minute to read",
        "preview.panel.minutes.many": "{count} minutes to read",
        "preview.panel.kind": "What it is",
        "preview.panel.list": "a page that sitegen puts together by itself",
        "preview.panel.made_of": "What it is made of",
        "preview.panel.source": "Text",
        "preview.panel.template": "Template",
        "preview.panel.search": "In a search engine",
        "preview.panel.noindex": "Search engines will not show it: the page itself asks for that.",
        "preview.panel.no_description": "(No description: the search engine will choose a piece of the text by itself.)",
        "preview.panel.long_title": "The title has {count} characters: after the first 60 it is usually cut.",
        "preview.panel.long_description": "The description has {count} characters: after the first 160 it is usually cut.",
        "preview.panel.share": "When somebody shares it",
        "preview.panel.no_image": "No picture. Add  cover:  or  image:  below  seo:",
        "preview.panel.warnings": "Warnings",
        "preview.panel.no_warnings": "No warnings.",
        "preview.kept": "Below is the last good version of the page. Mend and save: this notice goes by itself.",
        "preview.close": "Close",
        "preview.open": "Open",
        "preview.not_opened": "There is no program to open it with. The file is",
        "preview.missing": "There is no page here: {path}",
        "preview.missing.near": "There is no page here: {path}. Perhaps you meant:",
        "preview.no_page": "This page is not there",
        "preview.status.403": "The preview does not answer this request: open it with the address in the terminal.",
        "preview.status.405": "Forms are not sent in the preview: the site’s program receives them, once it is published.",
    },
}

HELP: dict[str, dict[str, str]] = {
    "it": {
        "sitegen": """\
sitegen: dal Markdown della cartella content/ a un sito pronto da pubblicare.

Uso:  sitegen COMANDO [opzioni]

Comandi:
  new              crea un sito, o in un sito un articolo, una pagina, un servizio…
  build            costruisce il sito nella cartella output/
  serve            mostra il sito nel browser mentre lo scrivi
  check            rilegge il sito prima di pubblicarlo: collegamenti, immagini, testi, legge
  list             elenca articoli, bozze, programmati e scaduti, o ne fa un calendario
  publish          pubblica una bozza
  rename           cambia indirizzo a una pagina; il vecchio porta al nuovo
  theme            i temi: quali ci sono, uno nuovo, una prova, i colori
  why              spiega perché un documento è dov’è, o di che cosa è fatta una pagina
  schema           i campi di un file, per gli editor che completano e sottolineano
  doctor           dice se il computer e la cartella del sito sono a posto
  completion       fa completare i comandi al terminale con il tasto Tab

Opzioni:
  --version        dice la versione
  --lang it|en     lingua dei messaggi (di solito quella del computer)
  -h, --help       mostra questo aiuto

Per le opzioni di un comando:  sitegen build --help
""",
        "new": """\
Crea un sito, o un documento in un sito. Quello che c’è già resta com’è.

Uso:  sitegen new site [CARTELLA] [opzioni]
      sitegen new post|page|service|testimonial|author|case|faq|magnet "TITOLO" [opzioni]

  site             un piccolo sito completo, in una cartella nuova o vuota (di solito quella dove sei); fa qualche domanda
  post, page …     un file pronto da riempire, al suo posto in content/, con la data di oggi e i campi che si possono usare

Opzioni di un documento:
  --open           lo apre subito, con il programma che apre i testi (o con quello di VISUAL)
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)

Opzioni di un sito, al posto delle domande:
  --name NOME      il tuo nome
  --business NOME  il nome dell’attività
  --vat CIFRE      la partita IVA
  --city COMUNE    dove lavori
  --email EMAIL    a quale indirizzo scriverti
  --url INDIRIZZO  l’indirizzo del sito
  --color COLORE   il colore del marchio, come "#1f5f5b"
  --language it|en la lingua del sito (di solito quella dei messaggi)
  --yes            non fa domande

  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen new site il-mio-sito
  sitegen new post "Come si prepara una riunione"
""",
        "build": """\
Costruisce il sito: legge content/ e themes/, controlla tutto, poi scrive output/.
Se c’è anche un solo errore non scrive nulla: il sito di prima resta intero.

Uso:  sitegen build [opzioni]

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --output DIR     scrive qui invece che in output/
  --clean          riscrive ogni file, anche se non è cambiato
  --verify         rifà tutto da zero a parte, e confronta i byte
  --drafts         mostra anche le bozze
  --future         mostra anche i documenti con data futura
  --expired        mostra anche i documenti scaduti
  --now DATA       costruisce come se fosse questo momento, per esempio 2026-12-24 o "2026-12-24 09:30"
  --jobs N         quanti processi usare (di solito uno per processore)
  --format json    stampa il risultato come JSON
  -v, --verbose    elenca anche i file scritti
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen build
  sitegen build --drafts --output anteprima
""",
        "serve": """\
Mostra il sito nel browser mentre lo scrivi: a ogni salvataggio lo rifà, e la pagina aperta si aggiorna da sola.
Si vedono anche le bozze e i documenti con data futura, con un’etichetta. In output/ non scrive nulla.

Uso:  sitegen serve [opzioni]

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --port N         la porta (di solito 8000, o la prima libera dopo)
  --host NOME      l’indirizzo a cui rispondere (di solito 127.0.0.1: solo questo computer)
  --open           apre subito il browser
  --no-drafts      non mostra le bozze (--drafts le mostra, come di solito)
  --no-future      non mostra i documenti con data futura (--future li mostra, come di solito)
  --expired        mostra anche i documenti scaduti
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen serve --open
  sitegen serve --host 0.0.0.0
""",
        "check": """\
Rilegge il sito come un redattore attento, prima che lo si pubblichi: lo costruisce in disparte (in output/ non scrive nulla)
e dice, riga per riga, che cosa c’è da correggere.
Stato di uscita: 1 se ci sono errori (con --strict anche solo avvisi), altrimenti 0.

Uso:  sitegen check [FILE …] [opzioni]

  FILE             solo quello che riguarda questi file, o quelli di queste cartelle, anche se non sono (ancora) sul sito

Opzioni:
  --only REGOLE    solo queste regole o famiglie di regole, separate da virgole
  --rules          elenca le regole, per famiglie
  --explain REGOLA spiega una regola: che cosa dice, perché, un esempio giusto
  --strict         anche un avviso è un errore
  --fix            corregge nei file quello che è certo, dopo aver mostrato che cosa cambia e aver chiesto
  --yes            … senza chiedere
  --external       prova anche i collegamenti verso altri siti (serve la rete; riprova ogni volta quelli che non rispondono)
  --drafts         guarda anche le bozze
  --future         … anche i documenti con data futura
  --expired        … anche i documenti scaduti
  --now DATA       come se fosse questo momento, per esempio 2026-12-24
  --format json    stampa il risultato come JSON; sarif per gli editor che leggono questo formato
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Una regola si può far tacere, dicendo perché, in un documento o in site.yaml:
  check:
    mute:
      too-long: È un titolo che deve restare così

Esempi:
  sitegen check
  sitegen check content/posts/la-prima-riunione.md
  sitegen check --only law,links
""",
        "list": """\
Elenca gli articoli, e i documenti di ogni tipo che non sono sul sito: bozze, programmati, scaduti, senza consenso.

Uso:  sitegen list [opzioni]

Opzioni:
  --kind TIPO      solo quelli in una cartella di content/ (posts, pages, services…), pubblicati compresi
  --tag TAG        solo quelli con questo tag
  --state STATO    published, draft, scheduled, expired o unconsented; anche bozza, programmato…
  --month [MESE]   come calendario di un mese: quello presente, o per esempio 2026-12, dicembre, "dicembre 2027"
  --ics            come calendario per altri programmi (iCalendar)
  --format json    stampa l’elenco come JSON
  --now DATA       come se fosse questo momento, per esempio 2026-12-24
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen list --state bozza
  sitegen list --month 2026-12
  sitegen list --ics > calendario.ics
""",
        "publish": """\
Fa di una bozza un documento pubblicato: toglie la riga  draft: true  e, se manca, scrive la data di oggi.
Il resto del file rimane com’è, lettera per lettera. Di più bozze insieme, o tutte o nessuna.

Uso:  sitegen publish FILE …

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen publish content/posts/la-prima-riunione.md
""",
        "rename": """\
Cambia l’indirizzo di una pagina: scrive  slug:  e tiene il vecchio indirizzo in  aliases:,  perché porti al nuovo.
Il nome del file, e il resto di quello che c’è scritto, rimangono come sono. Si può tornare a un indirizzo di prima.

Uso:  sitegen rename FILE NUOVO-INDIRIZZO

  NUOVO-INDIRIZZO  la sua ultima parte, o tutto:  preparare-una-riunione  o  /blog/preparare-una-riunione/

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen rename content/posts/la-prima-riunione.md preparare-una-riunione
""",
        "schema": """\
Stampa i campi di site.yaml, o dei documenti di un tipo, come JSON Schema: gli editor li completano e sottolineano gli errori.

Uso:  sitegen schema [site|posts|pages|services|testimonials|authors|cases|faq|magnets]

Opzioni:
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen schema site > site.schema.json
e come prima riga di content/site.yaml, per VS Code con l’estensione YAML e per altri editor:
  # yaml-language-server: $schema=../site.schema.json
""",
        "doctor": """\
Guarda se il computer e la cartella del sito sono a posto: versioni, terminale, orologio, immagini, permessi, spazio, memoria di
lavoro, tema. Ogni riga dice che cosa ha guardato e, dove qualcosa non va, che cosa fare. Non cambia nulla.
Stato di uscita: 1 se qualcosa impedisce a sitegen di funzionare.

Uso:  sitegen doctor [opzioni]

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola; fuori da un sito guarda solo il computer)
  --format json    stampa il risultato come JSON
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto
""",
        "completion": """\
Stampa lo script con cui il terminale completa, quando si preme Tab, comandi, opzioni, valori e nomi di file.

Uso:  sitegen completion bash|zsh|fish|powershell

Si attiva una volta sola, poi si apre un altro terminale (dopo un aggiornamento di sitegen, solo la riga con  > ):

  bash             sitegen completion bash > ~/.sitegen.bash
                   echo 'source ~/.sitegen.bash' >> ~/.bashrc
  … su Mac         sitegen completion bash > ~/.sitegen.bash
                   echo 'source ~/.sitegen.bash' >> ~/.bash_profile
  zsh              sitegen completion zsh > ~/.sitegen.zsh
                   echo 'autoload -U compinit; compinit; source ~/.sitegen.zsh' >> ~/.zshrc
  fish             mkdir -p ~/.config/fish/completions
                   sitegen completion fish > ~/.config/fish/completions/sitegen.fish
  powershell       sitegen completion powershell > ~/.sitegen.ps1
                   New-Item -ItemType Directory -Force (Split-Path $PROFILE)
                   Add-Content $PROFILE '. ~/.sitegen.ps1'
                   … se Windows non lascia eseguire script:  Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

Opzioni:
  --lang it|en     lingua delle spiegazioni
  -h, --help       mostra questo aiuto
""",
        "theme": """\
I temi, cioè l’aspetto del sito: quali ci sono, il principio di uno nuovo, i colori che nascono dal tuo.

Uso:  sitegen theme list
      sitegen theme new NOME [--parent TEMA]
      sitegen theme check [TEMA]
      sitegen theme colors [TEMA]

  list             i temi che si possono usare
  new              crea themes/NOME/, che parte da un altro tema (di solito da quello del sito) e ne cambia quello che vuoi
  check            prova il tema con un sito difficile: parole lunghissime, niente immagini, centinaia di articoli, un’altra lingua
  colors           i colori del tema del sito, o di un altro, con quanto si leggono e quali sono stati corretti

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --parent TEMA    il tema da cui parte quello nuovo
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen theme new mio-tema --parent taccuino
  sitegen theme colors
""",
        "why": """\
Spiega un file del sito (è pubblicato? che cosa produce?) o una pagina (di che cosa è fatta? perché è stata rifatta?).
Dice anche se adesso  sitegen build  si fermerebbe per un errore. Non scrive nulla in output/.
Stato di uscita: 1 se ci sono errori nel documento chiesto, altrimenti 0, anche se ce ne sono altrove.

Uso:  sitegen why PERCORSO|INDIRIZZO [opzioni]

Opzioni:
  --root DIR       la cartella del sito (di solito la trova da sola, anche da una sottocartella)
  --output DIR     la cartella di uscita, se non è output/
  --drafts         come se si vedessero anche le bozze
  --future         … anche i documenti con data futura
  --expired        … anche i documenti scaduti
  --now DATA       come se fosse questo momento, per esempio 2026-12-24
  --format json    stampa la risposta come JSON
  -v, --verbose    gli elenchi per intero
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen why content/posts/la-prima-riunione.md
  sitegen why /blog/la-prima-riunione/
  sitegen why http://localhost:8000/blog/la-prima-riunione/
""",
    },
    "en": {
        "sitegen": """\
sitegen: from the Markdown in content/ to a site ready to publish.

Usage:  sitegen COMMAND [options]

Commands:
  new              make a site, or in a site a post, a page, a service …
  build            build the site into the folder output/
  serve            show the site in the browser while you write it
  check            read the site over before it is published: links, pictures, texts, law
  list             list posts, drafts, what is scheduled or expired, or make a calendar of them
  publish          publish a draft
  rename           change the address of a page; the old one leads to the new
  theme            the themes: which there are, a new one, a trial, the colours
  why              explain why a document is where it is, or what a page is made of
  schema           the fields of a file, for editors that complete and underline
  doctor           say whether the computer and the folder of the site are well
  completion       have the shell complete commands with the Tab key

Options:
  --version        say the version
  --lang it|en     language of the messages (by default that of the computer)
  -h, --help       show this help

For the options of a command:  sitegen build --help
""",
        "new": """\
Makes a site, or a document in a site. What is there already stays as it is.

Usage:  sitegen new site [FOLDER] [options]
        sitegen new post|page|service|testimonial|author|case|faq|magnet "TITLE" [options]

  site             a small and complete site, in a folder that is new or empty (by default where you are); asks a few questions
  post, page …     a file ready to be filled in, at its place in content/, with today’s date and the fields that can be used

Options of a document:
  --open           open it at once, in the program that opens texts (or that of VISUAL)
  --root DIR       the site's folder (found by itself, also from a folder below it)

Options of a site, in place of the questions:
  --name NAME      your name
  --business NAME  the name of the business
  --vat DIGITS     the VAT number
  --city TOWN      where you work
  --email EMAIL    the address to write to you
  --url ADDRESS    the address of the site
  --color COLOUR   the colour of the brand, like "#1f5f5b"
  --language it|en the language of the site (by default that of the messages)
  --yes            ask no questions

  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen new site my-site
  sitegen new post "How to prepare a meeting"
""",
        "build": """\
Builds the site: reads content/ and themes/, checks everything, then writes output/.
With even one error it writes nothing: the site as it was stays whole.

Usage:  sitegen build [options]

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --output DIR     write here instead of output/
  --clean          write every file again, even if it has not changed
  --verify         build everything from nothing beside, and compare the bytes
  --drafts         show drafts too
  --future         show documents with a future date too
  --expired        show expired documents too
  --now DATE       build as if it were this moment, for example 2026-12-24 or "2026-12-24 09:30"
  --jobs N         how many processes to use (by default one for each processor)
  --format json    print the result as JSON
  -v, --verbose    list the files written too
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen build
  sitegen build --drafts --output preview
""",
        "serve": """\
Shows the site in the browser while you write it: each time you save it is built, and the open page renews itself.
Drafts and documents with a future date are shown too, with a label. Writes nothing into output/.

Usage:  sitegen serve [options]

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --port N         the port (by default 8000, or the first free one after it)
  --host NAME      the address to answer at (by default 127.0.0.1: this computer only)
  --open           open the browser at once
  --no-drafts      leave drafts out (--drafts shows them, as by default)
  --no-future      leave documents with a future date out (--future shows them, as by default)
  --expired        show expired documents too
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen serve --open
  sitegen serve --host 0.0.0.0
""",
        "check": """\
Reads the site as a careful editor would, before it is published: builds it aside (nothing is written into output/)
and says, line by line, what there is to mend.
Exit status: 1 if there are errors (with --strict, or warnings only), else 0.

Usage:  sitegen check [FILE …] [options]

  FILE             only what is about these files, or those of these folders, even if they are not on the site (yet)

Options:
  --only RULES     only these rules or families of rules, separated by commas
  --rules          list the rules, by family
  --explain RULE   explain a rule: what it tells, why, an example of what is right
  --strict         a warning is an error, too
  --fix            mends in the files what is certain, once it has shown what changes and has asked
  --yes            … without asking
  --external       try the links to other sites, too (needs the network; those that do not answer are tried each time)
  --drafts         look at drafts too
  --future         … documents with a future date too
  --expired        … expired documents too
  --now DATE       as if it were this moment, for example 2026-12-24
  --format json    print the result as JSON; sarif for editors that read this format
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --lang it|en     language of the messages
  -h, --help       show this help

A rule can be muted, with the reason, in a document or in site.yaml:
  check:
    mute:
      too-long: This title has to stay as it is

Examples:
  sitegen check
  sitegen check content/posts/my-first-post.md
  sitegen check --only law,links
""",
        "list": """\
Lists the posts, and documents of any kind that are not on the site: drafts, scheduled, expired, without consent.

Usage:  sitegen list [options]

Options:
  --kind KIND      only those in one folder of content/ (posts, pages, services …), published ones too
  --tag TAG        only those with this tag
  --state STATE    published, draft, scheduled, expired or unconsented
  --month [MONTH]  as the sheet of a month: the present one or, for example, 2026-12, december, "december 2027"
  --ics            as a calendar for other programs (iCalendar)
  --format json    print the list as JSON
  --now DATE       as if it were this moment, for example 2026-12-24
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen list --state draft
  sitegen list --month 2026-12
  sitegen list --ics > calendar.ics
""",
        "publish": """\
Makes a published document of a draft: takes out the line  draft: true  and writes today’s date if there is none.
The rest of the file stays as it is, letter by letter. Of several drafts all, or none.

Usage:  sitegen publish FILE …

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen publish content/posts/the-first-meeting.md
""",
        "rename": """\
Changes the address of a page: writes  slug:  and keeps the old address in  aliases:,  so that it leads to the new one.
The name of the file, and the rest of what is written in it, stay as they are. An address of before can be had again.

Usage:  sitegen rename FILE NEW-ADDRESS

  NEW-ADDRESS      its last part, or all of it:  prepare-a-meeting  or  /blog/prepare-a-meeting/

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen rename content/posts/the-first-meeting.md prepare-a-meeting
""",
        "schema": """\
Prints the fields of site.yaml, or of the documents of a kind, as JSON Schema: editors complete them and underline mistakes.

Usage:  sitegen schema [site|posts|pages|services|testimonials|authors|cases|faq|magnets]

Options:
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen schema site > site.schema.json
and as the first line of content/site.yaml, for VS Code with the YAML extension and other editors:
  # yaml-language-server: $schema=../site.schema.json
""",
        "doctor": """\
Looks whether the computer and the folder of the site are well: versions, terminal, clock, pictures, permissions, room, what earlier
builds have kept, the theme. Each line says what was looked at and, where something is not well, what to do. It changes nothing.
Exit status: 1 if something keeps sitegen from working.

Usage:  sitegen doctor [options]

Options:
  --root DIR       the folder of the site (usually found by itself; outside of a site only the computer is looked at)
  --format json    print the result as JSON
  --lang it|en     language of the messages
  -h, --help       show this help
""",
        "completion": """\
Prints the script by which a shell completes, when Tab is pressed, commands, options, values and names of files.

Usage:  sitegen completion bash|zsh|fish|powershell

Set it up once, then open another terminal (after an update of sitegen, only the line with  > ):

  bash             sitegen completion bash > ~/.sitegen.bash
                   echo 'source ~/.sitegen.bash' >> ~/.bashrc
  … on a Mac       sitegen completion bash > ~/.sitegen.bash
                   echo 'source ~/.sitegen.bash' >> ~/.bash_profile
  zsh              sitegen completion zsh > ~/.sitegen.zsh
                   echo 'autoload -U compinit; compinit; source ~/.sitegen.zsh' >> ~/.zshrc
  fish             mkdir -p ~/.config/fish/completions
                   sitegen completion fish > ~/.config/fish/completions/sitegen.fish
  powershell       sitegen completion powershell > ~/.sitegen.ps1
                   New-Item -ItemType Directory -Force (Split-Path $PROFILE)
                   Add-Content $PROFILE '. ~/.sitegen.ps1'
                   … if Windows does not let scripts run:  Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

Options:
  --lang it|en     language of the explanations
  -h, --help       show this help
""",
        "theme": """\
Themes, which are the look of the site: which there are, the beginning of a new one, the colours that come of yours.

Usage:  sitegen theme list
        sitegen theme new NAME [--parent THEME]
        sitegen theme check [THEME]
        sitegen theme colors [THEME]

  list             the themes that can be used
  new              make themes/NAME/, which starts from another theme (by default the site’s) and changes what you want
  check            try the theme on a difficult site: very long words, no pictures, hundreds of posts, another language
  colors           the colours of the site’s theme, or of another, with how well they are read and which were mended

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --parent THEME   the theme from which the new one starts
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen theme new my-theme --parent taccuino
  sitegen theme colors
""",
        "why": """\
Explains a file of the site (is it published? what does it produce?) or a page (what is it made of? why was it made anew?).
Says too whether  sitegen build  would stop now because of an error. Writes nothing into output/.
Exit status: 1 if there are errors in the document asked for, else 0, even if there are some elsewhere.

Usage:  sitegen why PATH|ADDRESS [options]

Options:
  --root DIR       the site's folder (found by itself, also from a folder below it)
  --output DIR     the output folder, if it is not output/
  --drafts         as if the build showed drafts too
  --future         … documents with a future date too
  --expired        … expired documents too
  --now DATE       as if it were this moment, for example 2026-12-24
  --format json    print the answer as JSON
  -v, --verbose    the lists in full
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen why content/posts/my-first-post.md
  sitegen why /blog/my-first-post/
  sitegen why http://localhost:8000/blog/my-first-post/
""",
    },
}


def examined(key: str, values: Iterable[tuple[str, str]], language: str) -> Words:
    """The words of what was looked at: what it is like, and what to do; the values are filled in as in those of a problem."""
    glossary, written = GLOSSARY[language], dict(values)
    words = {name: glossary.get(f"{name}.{value}", value) for name, value in written.items()}
    words["remedy"] = glossary.get(f"remedy.{written.get('cause')}", "")
    headline, _, advice = UI[language][key].partition("\n")
    return Words(_fill(headline, words), "", _fill(advice, words))


def say(key: str, language: str, **values: object) -> str:
    """A sentence of the command line."""
    return UI[language][key].format(**values)


def count(key: str, number: int, language: str, **values: object) -> str:
    """«1 errore», «3 errori»."""
    return say(f"{key}.{'one' if number == 1 else 'many'}", language, count=number, **values)
