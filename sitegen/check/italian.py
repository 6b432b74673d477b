"""What is often misspelt in Italian, with what is meant: only what can mean nothing else.

The accent of *perché*, *né*, *sé* and their like is acute, every other one at the end of a word is grave (UNI 6015), and words of
one syllable have one only where they could be taken for others (Accademia della Crusca, «Sull’accento nei monosillabi»). *Qual è*
and *un altro* are cut short without an apostrophe, *un’altra* with one.
"""

from __future__ import annotations

import re

from sitegen.check.trap import Form, Meant, Traps, listed, table

_TO_ACUTE = str.maketrans("èìòùà", "éíóúá")
_TO_NONE = str.maketrans("àèéìòù", "aeeiou")

_ENDS_IN_ACUTE = listed(
    "perché poiché affinché giacché benché sicché purché finché anziché cosicché macché fuorché nonché allorché dacché"
    " granché pressoché sennonché ventitré trentatré quarantatré né sé viceré"
)
_ENDS_IN_GRAVE = listed(
    "è cioè caffè tè più giù là lì sì così ciò può già però perciò lunedì martedì mercoledì giovedì venerdì laggiù lassù"
    " quaggiù virtù gioventù tribù ahimè"
)
_NO_WORDS_WITHOUT = listed(
    "perché poiché affinché benché finché anziché purché nonché sicché cioè più può già perciò laggiù lassù virtù"
    " gioventù lunedì martedì mercoledì giovedì venerdì città università realtà verità novità società qualità quantità"
    " possibilità attività libertà pubblicità disponibilità responsabilità identità priorità"
    " modalità difficoltà opportunità professionalità produttività puntualità affidabilità flessibilità personalità"
    " proprietà velocità semplicità visibilità"
)
_OTHER_WORDS_WITHOUT = listed(
    "necessità unità capacità mobilità giù è sì lì là tè però così ciò età metà papà caffè sarà farà avrà potrà dovrà"
    " verrà andrà dirà vorrà saprà vedrà sarò farò avrò potrò dovrò verrò andrò dirò vorrò saprò vedrò"
)

_ACCENTS: dict[str, Meant] = {
    **{word.replace("é", "è"): Meant("accents", word) for word in _ENDS_IN_ACUTE},
    **{word.translate(_TO_ACUTE): Meant("accents", word) for word in _ENDS_IN_GRAVE},
    **{
        word.translate(_TO_ACUTE): Meant("accents", word)
        for word in (*_NO_WORDS_WITHOUT, *_OTHER_WORDS_WITHOUT)
        if word[-1] in "àò"
    },
    **{word.translate(_TO_NONE): Meant("accents", word) for word in _NO_WORDS_WITHOUT},
    **table(
        "accents",
        "quì: qui, quí: qui, quà: qua, sù: su, sú: su, stà: sta, fà: fa, và: va, sò: so, stò: sto, fù: fu, sà: sa, nò: no,"
        "blù: blu, trè: tre",
    ),
}

_MISSPELT = table(
    "misspelling",
    "sopratutto: soprattutto, propio: proprio, propia: propria, propi: propri, propie: proprie, daccordo: d’accordo,"
    "aldifuori: al di fuori, aldisopra: al di sopra, aldisotto: al di sotto, qualcosaltro: qualcos’altro,"
    "eccezzionale: eccezionale, eccezzionali: eccezionali, eccezzione: eccezione, eccezzioni: eccezioni,"
    "purtoppo: purtroppo, pultroppo: purtroppo, accellerare: accelerare, aereoporto: aeroporto, aereoporti: aeroporti,"
    "areoporto: aeroporto, areoplano: aeroplano, metereologico: meteorologico, metereologia: meteorologia,"
    "conoscienza: conoscenza, conoscienze: conoscenze, coscenza: coscienza, scenza: scienza, efficenza: efficienza,"
    "efficente: efficiente, efficenti: efficienti, sufficente: sufficiente, sufficenti: sufficienti,"
    "superfice: superficie, ingegniere: ingegnere, ingegnieri: ingegneri, abastanza: abbastanza,"
    "dapertutto: dappertutto, adirittura: addirittura, proffessionale: professionale,"
    "proffessionista: professionista, communicazione: comunicazione, apuntamento: appuntamento,"
    "apuntamenti: appuntamenti, neccessario: necessario, neccessaria: necessaria, xké: perché, xkè: perché,"
    "xchè: perché, xché: perché, perkè: perché, perké: perché, quidi: quindi, aquisto: acquisto, aquisti: acquisti,"
    "aquistare: acquistare, raggioniere: ragioniere, organizazione: organizzazione, organizare: organizzare,"
    "realizare: realizzare, utilizare: utilizzare, prenotazzione: prenotazione, prenotazzioni: prenotazioni,"
    "soluzzione: soluzione, soluzzioni: soluzioni, informazzione: informazione, informazzioni: informazioni,"
    "agiungere: aggiungere, sogetto: soggetto, ogetto: oggetto, ogetti: oggetti, febbario: febbraio,"
    "setembre: settembre, qualè: qual è, qualé: qual è, nientaltro: nient’altro,"
    "senzaltro: senz’altro, daltronde: d’altronde, purtropo: purtroppo, propietà: proprietà, propietario: proprietario,"
    "propietaria: proprietaria, propietari: proprietari, scenziato: scienziato, scenziata: scienziata, scenziati: scienziati,"
    "scenziate: scienziate, accellerazione: accelerazione, accellerazioni: accelerazioni, accelleratore: acceleratore,"
    "accellerato: accelerato, accellerata: accelerata",
)

_MASCULINE = listed(
    "altro amico anno articolo esempio errore ufficio uomo evento appuntamento elenco ordine incontro imprenditore aiuto"
    " indirizzo obiettivo investimento argomento attimo effetto angolo archivio impegno importo intervento interesse orario"
    " oggetto unico ottimo accordo approccio abbonamento acquisto albergo aspetto atto avviso aereo"
)
_FEMININE = listed(
    "altra amica idea azienda attività agenda esperienza offerta occasione informazione impresa ottima unica"
    " opportunità agenzia associazione ora"
)
# They begin English names, too, which are masculine as often as not: *un app developer*, *un email marketing*.
_FEMININE_ALONE = "|".join(listed("app area email"))
_GOES_ON = "|".join(
    listed(
        "che chi con da dal dalla del della delle dei di e è era ha in o per più se senza su sul sulla tra fra ma non"
    )
)

_VOWEL_AFTER_QUAL = listed("è é era erano altro altra uomo immagine esempio idea argomento orario")

_APOSTROPHES = {
    **table("apostrophes", "fin’ora: finora, tutt’ora: tuttora"),
    **{f"qual’{word}": Meant("apostrophes", f"qual {word.replace('é', 'è')}") for word in _VOWEL_AFTER_QUAL},
    **{
        f"{short}’{word}": Meant("apostrophes", f"{short} {word}")
        for short in listed("un nessun qualcun alcun ciascun buon")
        for word in _MASCULINE
    },
}

# An address or the name of a file, too, ends in a short word behind a full stop, or in an English one.
_OPENING = "|".join(
    listed(
        "Il Lo La Gli Le Un Una Uno Ma Se Non Per Con Da Di In Poi Ho Ha È Era Si Ci Mi Ti Vi Chi Che Tra Fra Già Più Qui"
    )
)
_ELIDED = "|".join(listed("L Un Dell All Dall Nell Quest Quell C D S M T Com Cos Dov Anch Senz"))
_ENGLISH = "|".join(
    listed("Cafe Guide House Language Life Live Mobile Name Office Online Page Phone Site Size Space Store Style Value")
)
_FORMS = (
    # A feminine word, by how it ends, behind *un*
    Form(
        "apostrophes",
        re.compile(r"un +[aeiou]\w*(?:[zs]ione|tà)"),
        re.compile(r"(?<![\w'’‘-])([Uu]n) +(?=[aeiou][a-zà-ù]*(?:zione|sione|tà)(?![\w-]))"),
        r"\1’",
    ),
    Form(
        "apostrophes",
        re.compile(r"un +(?:app|area|email)"),
        re.compile(
            rf"(?<![\w'’‘-])([Uu]n) +(?=(?:{_FEMININE_ALONE})\s*(?:[.,;:!?…)»”\"]|\Z)|(?:{_FEMININE_ALONE})\s+(?:{_GOES_ON})(?![\w'’-]))"
        ),
        r"\1’",
    ),
    # *Po*, with a capital, is a river.
    Form("apostrophes", re.compile("p(?:ò|ó)"), re.compile(r"(?<![^\W_])p[òó](?![^\W_])"), "po’"),
    Form("apostrophes", re.compile("p(?:ò|ó)"), re.compile(r"(?<=\bUN )P[ÒÓ](?![^\W_])"), "PO’"),
    Form(
        "apostrophes",
        re.compile(r"un +po\b"),
        re.compile(r"(?<![\w'’‘-])([Uu]n) +po(?= +[a-zà-ù]| *[,;:!?]| *\.(?!\w))"),
        r"\1 po’",
    ),
    *(
        Form(
            "apostrophes",
            re.compile(rf"{word}'e\b"),
            re.compile(rf"(?<![\w'’‘])((?i:{word[0]}){word[1:]}['’])e(?= +[\w«“]| *[,;:!?]| *\.(?!\w))"),
            r"\1è",
        )
        for word in listed("c dov com cos quand")
    ),
    Form(
        "apostrophes",
        re.compile(r"dove' "),
        re.compile(r"(?<![\w'’‘])([Dd]ov)e(['’])(?= +(?:andat|finit|stat|nat|success)[oa](?!\w))"),
        r"\1\2è",
    ),
    # A full stop between a small letter and a sentence
    Form(
        "punctuation-space",
        re.compile(r"\.(?<=[a-zà-ù]\.)[a-zè]"),
        re.compile(
            rf"(?<=[a-zà-ù][a-zà-ù][aeiouàèéìòù])\.(?=(?:(?:{_OPENING}|(?!(?:{_ENGLISH})(?!\w))[A-Z][a-zà-ù]{{2,}}[aeioàèéìòù])"
            rf"(?: +[a-zà-ù]| *,)|(?:{_ELIDED})['’][a-zà-ù]))"
        ),
        ". ",
    ),
)

ITALIAN = Traps(
    words={**_ACCENTS, **_APOSTROPHES, **_MISSPELT},
    phrases={
        **{f"un {word}": Meant("apostrophes", f"un’{word}") for word in _FEMININE},
        **table("misspelling", "tutto apposto: tutto a posto"),
        **{f"c’è ne {word}": Meant("apostrophes", f"ce ne {word}") for word in listed("sono erano saranno vogliono")},
    },
    forms=_FORMS,
    cut_off={
        word.translate(_TO_NONE): word
        for word in (*_NO_WORDS_WITHOUT, *_OTHER_WORDS_WITHOUT, *_ENDS_IN_GRAVE)
        if word != "tè"  # te’ is short for *tieni*
    },
    doubles={
        **dict.fromkeys(
            listed(
                "il lo gli le un uno una di da con coi per tra fra del dello della dei degli delle al allo alla agli alle dal"
                " dallo dalla dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle e che anche quando"
                " questo questa"
            ),
            frozenset(),
        ),
        # It is a note, too, and is sung.
        "la": frozenset(listed("il un in del dal al nel sul nota corda oh ooh uh ah tra fa sol si do")),
        "in": frozenset(listed("all check drive log made opt plug sign stand")),
    },
    doubtful=frozenset(listed("anche che e fra nei")),  # *a, e e i*; *che che ne dica*; *nei nei della pelle*
)
