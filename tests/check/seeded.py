"""A hundred faults for a copy of our own site: a file, what stands there, and what is put in its place; each fault begins at its ⟪rule⟫.

A file that is not there yet is written whole. What a fault drags along with it is a fault too, and has its own mark.
"""

from __future__ import annotations

VERBALE = "content/posts/verbale-in-una-pagina/index.md"
POSTA = "content/posts/posta-in-arrivo-tre-cartelle/index.md"
VIAGGIO = "content/posts/documento-di-viaggio-in-una-pagina/index.md"
DELEGARE = "content/posts/prime-cinque-cose-da-delegare/index.md"
COSTI = "content/posts/quanto-costa-un-assistente-virtuale/index.md"
DIPENDENTE = "content/posts/assistente-virtuale-o-dipendente/index.md"
MESTIERE = "content/posts/che-cosa-fa-un-assistente-virtuale/index.md"
AGENDA = "content/posts/agenda-condivisa-regole/index.md"
ARCHIVIO = "content/services/documenti-e-archivio.md"
VIAGGI = "content/services/viaggi-e-trasferte.md"
SITE = "content/site.yaml"

HARD = (
    "L'ottimizzazione dell'organizzazione amministrativa subordinatamente all'implementazione di un'infrastruttura documentale"
    " interdipartimentale presuppone, contestualmente all'individuazione delle responsabilità procedimentali, la predisposizione"
    " di un'articolata regolamentazione concernente l'archiviazione elettronica, la classificazione sistematica delle comunicazioni"
    " istituzionali, la calendarizzazione periodica degli adempimenti amministrativi nonché la rendicontazione trimestrale delle"
    " attività effettivamente realizzate. Conseguentemente l'amministrazione provvederà tempestivamente alla riorganizzazione"
    " complessiva delle procedure precedentemente deliberate, uniformandole progressivamente alle disposizioni regolamentari"
    " sopravvenute, compatibilmente con le disponibilità finanziarie annualmente assegnate alle singole articolazioni organizzative"
    " territorialmente competenti, ferma restando la responsabilità disciplinare individuale dei funzionari incaricati"
    " dell'espletamento delle predette attività istruttorie preliminari."
    " La presente comunicazione, trasmessa esclusivamente per opportuna conoscenza, costituisce contestualmente formale convocazione"
    " dell'assemblea straordinaria dei partecipanti, appositamente costituita per l'approvazione definitiva della documentazione.\n"
)

FAULTS: tuple[tuple[str, str, str], ...] = (
    # Spelling and reading
    (VERBALE, "Non è pigrizia.", "Non è pigrizia, ⟪accents⟫perchè costa."),
    (VERBALE, "la fa uno solo", "la fa uno solo, ⟪accents⟫nè due"),
    (VERBALE, "Se registri, avvisa tutti prima", "Se registri ⟪accents⟫quì, avvisa tutti prima"),
    (VERBALE, "Qualcuno correggerà una data.", "Qualcuno correggerà una data, ⟪apostrophes⟫qual'è giusta."),
    (VERBALE, "Basta che tutti conoscano", "Basta un ⟪apostrophes⟫pò, e che tutti conoscano"),
    (VERBALE, "Per scriverlo non serve essere", "Per scriverlo ⟪misspelling⟫propio non serve essere"),
    (VERBALE, "Capita con le riunioni tecniche", "Capita ⟪misspelling⟫sopratutto con le riunioni tecniche"),
    (VERBALE, "La pagina resta una sola", "La pagina resta ⟪double-word⟫una una sola"),
    (POSTA, "Il metodo che uso guarda", "Il metodo ⟪double-word⟫che che uso guarda"),
    (POSTA, "Sette messaggi si leggono", "Sette messaggi⟪double-space⟫  si leggono"),
    (
        POSTA,
        "Servono regole scritte",
        "⟪long-sentence⟫"
        + "Chi tiene la posta in ordine sa dove cercare e che cosa cercare, e per questo " * 4
        + "servono regole scritte",
    ),
    (POSTA, "poche e chiare. Le mie", "poche e chiare⟪punctuation-space⟫ . Le mie"),
    (POSTA, "Sessanta, no.", "Sessanta⟪punctuation-space⟫ , no."),
    (POSTA, "L'archivio non è il cestino.", "L'archivio ⟪capitals⟫QUESTO ARCHIVIO NON SPARISCE MAI."),
    (POSTA, "Un metodo nuovo funziona", "⟪accents⟫Perchè un metodo nuovo funziona"),
    ("content/pages/cookie.md", 'title: "Cookie"', 'title: "Cookie, ⟪accents⟫perchè no"'),
    # Links
    (
        VIAGGIO,
        "Chi viaggia per lavoro non ha",
        "[Guarda i prezzi](⟪link-to-redirect⟫/tariffe/). Chi viaggia per lavoro non ha",
    ),
    (VIAGGIO, "Cambia quasi sempre.", "[Chi sono](⟪link-to-redirect⟫/lia/), direi. Cambia quasi sempre."),
    (
        VIAGGIO,
        "La sera prima bastano",
        "[Le note](⟪own-address⟫https://www.orelibere.example/note-legali/) dicono altro. La sera prima bastano",
    ),
    (
        VIAGGIO,
        "Scrivere è la parte breve.",
        "[Il blog](⟪own-address⟫http://orelibere.example/blog/) no. Scrivere è la parte breve.",
    ),
    (
        VIAGGIO,
        "Io li metto a metà.",
        "Io li metto a metà: per sapere come [clicca qui](⟪link-text⟫../../pages/come-lavoro.md).",
    ),
    (DELEGARE, "Tre sì: si affida.", "Tre sì: si affida ([leggi tutto](⟪link-text⟫../../pages/servizi.md))."),
    (
        DELEGARE,
        "Non tutto ciò che si ripete",
        '<a href="⟪link-text⟫../../pages/prezzi.md"></a>Non tutto ciò che si ripete',
    ),
    (
        DELEGARE,
        "Molte deleghe falliscono",
        "Una [guida breve](../../pages/servizi.md) c'è, e un'altra [guida breve](⟪same-link-text⟫../../pages/prezzi.md) pure. Molte deleghe falliscono",
    ),
    (
        DELEGARE,
        "Funziona con me, ma anche",
        "Con [chi mi conosce](../../pages/chi-sono.md) o con [chi mi conosce](⟪same-link-text⟫../../pages/contatti.md) è lo stesso. Funziona con me, ma anche",
    ),
    (
        "content/pages/nascosta.md",
        "",
        "⟪orphan-page⟫---\ntitle: Una pagina che nessuno trova\ndescription: Una pagina senza un solo link che ci porti, messa qui per vedere se qualcuno se ne accorge.\n---\nSolo chi ha l'indirizzo arriva qui.\n",
    ),
    (
        "content/pages/offerta.md",
        "",
        "⟪orphan-page⟫---\ntitle: Una vecchia offerta dimenticata\ndescription: Un'offerta di tre anni fa, rimasta sul sito quando è stata tolta dal menu da chi aveva fretta.\n---\n⟪reading-ease⟫"
        + HARD,
    ),
    (
        "content/pages/come-lavoro.md",
        "Per le urgenze c'è il telefono.",
        "Per le urgenze c'è il telefono, e [una storia in quattro pagine](catena-1.md).",
    ),
    (
        "content/pages/catena-1.md",
        "",
        "---\ntitle: La prima pagina di quattro\ndescription: 'Comincia qui una storia breve di una segretaria che rispondeva sempre al terzo squillo, mai prima.'\n---\n[Alla seconda pagina](catena-2.md)\n",
    ),
    (
        "content/pages/catena-2.md",
        "",
        "---\ntitle: La seconda pagina di quattro\ndescription: 'Continua la storia breve: arriva una telefonata che nessuno aspettava, e il telefono è occupato.'\n---\n[Alla terza pagina](catena-3.md)\n",
    ),
    (
        "content/pages/catena-3.md",
        "",
        "---\ntitle: La terza pagina di quattro\ndescription: 'Ancora la storia breve: si scopre chi chiamava, e perché lo faceva sempre di lunedì mattina.'\n---\n[Alla quarta pagina](catena-4.md)\n",
    ),
    (
        "content/pages/catena-4.md",
        "",
        "⟪deep-page⟫---\ntitle: La quarta pagina di quattro\ndescription: ⟪same-description⟫'Ancora la storia breve: si scopre chi chiamava, e perché lo faceva sempre di lunedì mattina.'\n---\n[Alla quinta pagina](catena-5.md)\n",
    ),
    (
        "content/pages/catena-5.md",
        "",
        "⟪deep-page⟫---\ntitle: Una quinta pagina in più di quattro\ndescription: Un'aggiunta alla storia breve, scritta da chi non sapeva che era finita e voleva un altro squillo.\n---\nFine.\n",
    ),
    (
        "content/static/.htaccess",
        "",
        "Redirect 301 /listino.html ⟪redirect-target⟫/prezi/\nRedirect 301 /uno/ ⟪redirect-target⟫/due/\nRedirect 301 /due/ /uno/\nRedirect 301 /primo/ ⟪redirect-chain⟫/secondo/\nRedirect 301 /secondo/ /prezzi/\n",
    ),
    (
        "content/static/_redirects",
        "",
        "/vecchia ⟪redirect-target⟫/mai-esistita/ 301\n/terzo ⟪redirect-chain⟫/quarto\n/quarto /blog/\n",
    ),
    (
        COSTI,
        "Non userò medie di mercato",
        "Lo dice [uno studio](⟪external-link⟫https://studi.example/costi). Non userò medie di mercato",
    ),
    (
        COSTI,
        "Più ore prendi, meno costa",
        "Lo scrive [un sito chiuso](⟪external-link⟫https://chiuso.example/). Più ore prendi, meno costa",
    ),
    (
        COSTI,
        "La domanda torna spesso.",
        "La domanda torna spesso, [anche altrove](⟪external-unsure⟫https://timido.example/).",
    ),
    (
        COSTI,
        "Restano fuori le spese vive",
        "Secondo [un elenco](⟪external-moved⟫http://spostato.example/elenco), restano fuori le spese vive",
    ),
    # Images and headings
    (COSTI, "Alcuni lavori si possono", "![⟪alt-words⟫confronto.svg](confronto.svg)\n\nAlcuni lavori si possono"),
    (
        AGENDA,
        "È corto, si scrive una volta",
        "È corto ([qui](⟪link-text⟫../../pages/come-lavoro.md)), si scrive una volta",
    ),
    (
        AGENDA,
        "La confusione nasce",
        "![⟪alt-words⟫"
        + "Una settimana con molti impegni in quattro colori, " * 5
        + "e basta](settimana.svg)\n\nLa confusione nasce",
    ),
    (
        AGENDA,
        "Due chiarimenti.",
        "![⟪empty-alt⟫](foglie.png)\n\n![⟪alt-words⟫Immagine di una settimana](settimana.svg)\n\nDue chiarimenti.",
    ),
    (AGENDA, "La terza colonna è quella", '<img src="⟪alt-text⟫settimana.svg">\n\nLa terza colonna è quella'),
    (
        VERBALE,
        "## I tre blocchi {#tre-blocchi}\n\n### Decisioni",
        "## I tre blocchi {#tre-blocchi}\n\n#### ⟪heading-order⟫Decisioni",
    ),
    (AGENDA, "## Le sette regole, da copiare", "#### ⟪heading-order⟫In breve\n\n## Le sette regole, da copiare"),
    (AGENDA, "Condividere un'agenda richiede", "⟪empty-heading⟫<h2></h2>\n\nCondividere un'agenda richiede"),
    (DIPENDENTE, "Serve un'ipotesi.", "⟪empty-heading⟫<h3><em></em></h3>\n\nServe un'ipotesi."),
    (DIPENDENTE, "Parto dalle differenze", "⟪first-level-heading⟫# Un titolo in mezzo\n\nParto dalle differenze"),
    # Titles and descriptions
    (
        MESTIERE,
        'title: "Che cosa fa',
        'title: ⟪title-length⟫"Che cosa fa, giorno per giorno e settimana per settimana, e che cosa non fa',
    ),
    ("content/pages/testimonianze.md", 'title: "Testimonianze"', 'title: ⟪same-title⟫"Risorse gratuite"'),
    ("content/pages/accessibilita.md", "description: ", 'description: ⟪description-length⟫"Sito accessibile." # '),
    # HTML, colours, data and law, in a page that is published as it is
    (
        "content/static/volantino.html",
        "",
        """\
<!doctype html>
⟪page-language⟫<html>
<head>
<meta charset="utf-8">
<title>Il volantino di primavera</title>
⟪description-length⟫<meta name="description" content="Un volantino.">
<script type="application/ld+json">⟪linked-data⟫{"@context": "https://schema.org", "@type": "FAQPage", "name": "Domande", "inLanguage": "it"}</script>
<script type="application/ld+json">⟪linked-data⟫{"@context": </script>
</head>
<body>
<h1>Il volantino</h1>
⟪heading-order⟫<h3>Dettagli</h3>
⟪empty-heading⟫<h4></h4>
<p>Una nota ⟪nesting⟫<div>qui dentro</div></p>
<p><a href="/">Alla prima ⟪nesting⟫<a href="/blog/">e al blog</a></a></p>
⟪nesting⟫<li>Una voce da sola</li>
<p>Un testo ⟪nesting⟫<em>forte</p>
<p id="nota">Uno</p>
⟪double-id⟫<p id="nota">Due</p>
<p>⟪broken-link⟫<a href="/prezi/">I prezzi</a> e ⟪broken-link⟫<a href="#in-fondo">in fondo</a></p>
<p>⟪link-text⟫<a href="/contatti/">Clicca qui</a></p>
<p>⟪own-address⟫<a href="https://www.orelibere.example/prezzi/">I pacchetti</a></p>
⟪alt-text⟫<img src="/favicon.svg">
⟪alt-words⟫<img src="/favicon.svg" alt="favicon.svg">
<p><a href="/blog/">⟪interface-language⟫All posts</a></p>
⟪contrast⟫<p style="color: #aaa; background: white">Si legge poco</p>
⟪privacy-link⟫<form method="post" action="/invia.php">
⟪field-label⟫<input name="email" type="email">
⟪field-label⟫<textarea name="testo"></textarea>
<label><input type="checkbox" name="si" ⟪consent-box⟫checked> Voglio la risposta</label>
</form>
</body>
</html>
""",
    ),
    (
        "content/static/spoglia.html",
        "",
        '<!doctype html>\n<html lang="it">\n⟪page-title⟫⟪page-description⟫<head><meta charset="utf-8"></head>\n<body><p>Niente.</p></body>\n</html>\n',
    ),
    (
        "content/static/orfana.html",
        "",
        '<!doctype html>\n<html lang="⟪page-language⟫italiano">\n⟪page-description⟫<head><title>Una pagina di prova</title></head>\n<body><p>Niente.⟪nesting⟫</section></p></body>\n</html>\n',
    ),
    (
        "content/static/atom.xml",
        "",
        '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n⟪feed⟫<link href="/blog/"/>\n</feed>\n',
    ),
    ("content/static/rss.xml", "", "<rss>\n<channel>\n⟪feed⟫</rss>\n"),
    (
        "content/custom.css",
        "",
        "⟪contrast⟫.nota { color: #bbb; background-color: #fff }\n\n⟪contrast⟫.avviso {\n  background: #ffff00;\n  color: white;\n}\n",
    ),
    (
        MESTIERE,
        "Il lavoro si divide in sei famiglie.",
        '⟪contrast⟫<p style="color:#999;background:#eee">Nota a margine.</p>\n\nIl lavoro si divide in sei famiglie.',
    ),
    # Settings, law, and what is muted
    (
        SITE,
        "theme: agenda",
        'theme: mia\nextra: {sfondo: "⟪third-parties⟫https://figure.example/sfondo.png"}\ncheck: {budget: {page: 60}}',
    ),
    ("themes/mia/theme.yaml", "", "name: mia\nparent: agenda\n"),
    (
        "themes/mia/templates/service.html",
        "",
        '{% extends "base:service.html" %}\n{% block content %}<img src="{{ site.extra.sfondo }}" alt="">{{ super() }}{% endblock %}\n',
    ),
    (
        DELEGARE,
        'dek: "Servono un foglio, una settimana normale e un po\' di sincerità."',
        "dek: Servono un foglio e la lista ⟪comment-in-text⟫#1",
    ),
    (DIPENDENTE, 'excerpt: "', 'excerpt: ⟪too-long⟫"' + "Quando conviene assumere e quando no, con calma, " * 3),
    (
        "content/testimonials/dn-odontoiatra.md",
        "sample: true\nconsent:\n  given: true",
        "sample: false\nconsent:\n  given: ⟪testimonial-consent⟫false",
    ),
    (SITE, "testimonials:\n  note: ", "⟪review-note⟫testimonials: {}  # "),
    ("content/pages/prezzi.md", " L'IVA, se è dovuta, è nel preventivo.", ""),
    ("content/faq/prezzi-finali.md", ", e l'IVA se è dovuta", ""),
    ("content/pages/note-legali.md", "; l'IVA, quando è dovuta, è indicata nel preventivo", ""),
    ("content/services/segreteria-di-direzione.md", "price:\n  mode", "price:\n  ⟪price-vat⟫mode"),
    (
        "themes/mia/templates/partials/business.html",
        "",
        '<div class="legal-name"><p><strong>{{ business.legal_name }}</strong></p></div>\n',
    ),
    ("content/pages/index.md", 'title: "Ore Libere"', '⟪vat-number⟫⟪page-weight⟫title: "Ore Libere"'),
    (SITE, "business:", "⟪contacts⟫business:"),
    (SITE, "  email: ciao@orelibere.example\n", ""),
    (SITE, "  law4_2013: true", "  ⟪law-4-2013⟫law4_2013: true"),
    (
        SITE,
        "Ho letto l'informativa privacy e chiedo di ricevere una risposta.",
        "Ho letto l'informativa privacy, chiedo una risposta ⟪consent-apart⟫e la newsletter.",
    ),
    (ARCHIVIO, "weight:", "check: {mute: {⟪mute⟫link-tex: Un nome che non c'è}}\nweight:"),
    (VIAGGI, "weight: 30", 'check: {mute: {link-text: ⟪mute⟫""}}\nweight: 30'),
)
