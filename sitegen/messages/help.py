"""What `--help` prints, for sitegen and for each command."""

from __future__ import annotations

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
      sitegen new TIPO "TITOLO" [opzioni]

  site             un piccolo sito completo, in una cartella nuova o vuota (di solito quella dove sei); fa qualche domanda
  TIPO             post, page, service, testimonial, author, case, faq o magnet: un file pronto da riempire, al suo posto in content/, con la data di oggi e i campi che si possono usare

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
Rilegge il sito come un redattore attento, prima che lo si pubblichi, e dice, riga per riga, che cosa c’è da correggere.
Lo costruisce in disparte: in output/ non scrive nulla.
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

Uso:  sitegen schema [FILE]

  FILE             site (di solito), posts, pages, services, testimonials, authors, cases, faq o magnets

Opzioni:
  --lang it|en     lingua dei messaggi
  -h, --help       mostra questo aiuto

Esempi:
  sitegen schema site > site.schema.json
e come prima riga di content/site.yaml, per VS Code con l’estensione YAML e per altri editor:
  # yaml-language-server: $schema=../site.schema.json
""",
        "doctor": """\
Guarda se il computer e la cartella del sito sono a posto: versioni, terminale, orologio, immagini, permessi, spazio, memoria di lavoro, tema.
Ogni riga dice che cosa ha guardato e, dove qualcosa non va, che cosa fare. Non cambia nulla.
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
                   … se Windows non lascia eseguire script:
                   Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

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
        sitegen new KIND "TITLE" [options]

  site             a small and complete site, in a folder that is new or empty (by default where you are); asks a few questions
  KIND             post, page, service, testimonial, author, case, faq or magnet: a file ready to be filled in, at its place in content/, with today’s date and the fields that can be used

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
Reads the site as a careful editor would, before it is published, and says, line by line, what there is to mend.
It is built aside: nothing is written into output/.
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

Usage:  sitegen schema [FILE]

  FILE             site (by default), posts, pages, services, testimonials, authors, cases, faq or magnets

Options:
  --lang it|en     language of the messages
  -h, --help       show this help

Examples:
  sitegen schema site > site.schema.json
and as the first line of content/site.yaml, for VS Code with the YAML extension and other editors:
  # yaml-language-server: $schema=../site.schema.json
""",
        "doctor": """\
Looks whether the computer and the folder of the site are well: versions, terminal, clock, pictures, permissions, room, what earlier builds have kept, the theme.
Each line says what was looked at and, where something is not well, what to do. It changes nothing.
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
                   … if Windows does not let scripts run:
                   Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

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
