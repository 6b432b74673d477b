"""The words of each problem, by its code: a headline, a hint that stands at the caret, and lines of advice."""

from __future__ import annotations

from sitegen.messages import Words


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
    "W420": _both(
        ("in questa pagina non c’è niente da scaricare", "", "Scrivi nei campi iniziali il file, messo nella stessa cartella, per esempio:  file: lista.pdf\n{remedy}"),
        ("there is nothing to download on this page", "", "Write the file, put in the same folder, in the front matter, for example:  file: list.pdf\n{remedy}"),
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
    "E732": _both(
        ("ha già questo indirizzo: {address}", "", "Non c’è niente da cambiare."),
        ("already has this address: {address}", "", "There is nothing to change."),
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
        ("non è detto se i prezzi comprendono l’IVA", "", "La legge lo vuole accanto ai prezzi (D.Lgs. 70/2003, art. 7).\n{remedy}"),
        ("it is not said whether prices include VAT", "", "Italian law wants it beside prices (D.Lgs. 70/2003, art. 7).\n{remedy}"),
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
