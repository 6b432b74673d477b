<?php
/*
 * Riceve i moduli del sito e te li manda per email.
 *
 * Serve uno spazio web con PHP 8.1 o successivo, che possa spedire email. Cambia le sei righe qui sotto; il resto
 * funziona da solo. Nessun messaggio resta sul server: se l'email non parte, chi scrive lo legge e non perde il testo.
 */

declare(strict_types=1);

const DESTINATARIO = 'ciao@orelibere.example';       // a chi arrivano i messaggi
const MITTENTE = 'sito@orelibere.example';           // da chi partono: una casella del tuo stesso dominio
const SITO = 'https://www.orelibere.example';        // l'indirizzo del sito, senza la barra in fondo
const GRAZIE = '/grazie/';                           // la pagina dopo l'invio, se il modulo non ne dice una
const FUSO_ORARIO = 'Europe/Rome';
const INVII_ALL_ORA = 5;                             // quanti invii accettare in un'ora dallo stesso indirizzo IP

// Che cosa chiede ogni modulo del sito (il campo, il suo nome, quanti caratteri può avere) e la frase del consenso.
const MODULI = [
    'contact' => [
        'titolo' => 'Messaggio dal sito',
        'campi' => ['name' => ['Nome', 100], 'email' => ['Email', 200],
                    'service' => ['Servizio', 200], 'message' => ['Messaggio', 5000]],
        'facoltativi' => ['service'],
        'consenso' => 'Ho letto l’informativa privacy e chiedo di ricevere una risposta.',
    ],
    'comments' => [
        'titolo' => 'Nuovo commento',
        'campi' => ['name' => ['Nome', 100], 'email' => ['Email', 200], 'comment' => ['Commento', 5000]],
        'facoltativi' => [],
        'consenso' => 'Ho letto l’informativa privacy. So che il nome e il commento saranno pubblici.',
    ],
    'newsletter' => [
        'titolo' => 'Nuova iscrizione',
        'campi' => ['email' => ['Email', 200]],
        'facoltativi' => [],
        'consenso' => 'Voglio ricevere queste email. Ho letto l’informativa privacy.',
    ],
];
const TESTI_LUNGHI = ['message', 'comment'];
const BYTE_AL_MASSIMO = 65536;

ini_set('display_errors', '0');
date_default_timezone_set(FUSO_ORARIO);
rispondi();

function rispondi(): void
{
    if (($_SERVER['REQUEST_METHOD'] ?? '') !== 'POST') {
        header('Allow: POST');
        pagina(405, 'Qui arrivano i moduli', ['Questo indirizzo riceve i messaggi scritti nelle pagine del sito: da solo non mostra nulla.']);
        return;
    }
    if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > BYTE_AL_MASSIMO) {
        pagina(413, 'È troppo lungo', ['Il messaggio supera la misura che il sito può ricevere. Mandalo per email, anche con un allegato.']);
        return;
    }
    $nome = campo('form-name', 40);
    $modulo = MODULI[$nome] ?? null;
    if ($modulo === null) {
        pagina(400, 'Non riconosco il modulo', ['Torna alla pagina da cui arrivi e prova di nuovo.']);
        return;
    }
    $dopo = indirizzo_del_sito(campo('redirect', 300)) ?? GRAZIE;
    if (campo('_gotcha', 200) !== '') {
        vai($dopo); // chi riempie il campo nascosto è un programma: non sa di essere stato riconosciuto
        return;
    }
    $valori = [];
    foreach ($modulo['campi'] as $campo => $_) {
        $valori[$campo] = campo($campo, BYTE_AL_MASSIMO, in_array($campo, TESTI_LUNGHI, true));
    }
    $errori = errori($modulo, $valori);
    if ($errori !== []) {
        pagina(422, 'Manca qualcosa', $errori, $nome, $valori);
        return;
    }
    if (!sotto_il_limite()) {
        header('Retry-After: 3600');
        pagina(429, 'Aspetta un momento', ['Da qui sono arrivati molti messaggi in poco tempo. Riprova fra un’ora, oppure mandami il testo per email.'], $nome, $valori);
        return;
    }
    if (!spedisci($nome, $modulo, $valori)) {
        pagina(502, 'Il messaggio non è partito', ['È un guasto del sito, non un tuo errore. Riprova fra qualche minuto, oppure copia il testo e mandamelo per email.'], $nome, $valori);
        return;
    }
    vai($dopo);
}

/* Un campo come testo pulito: UTF-8, senza caratteri di controllo, su una riga sola se non è un testo lungo. */
function campo(string $nome, int $al_massimo, bool $righe = false): string
{
    $valore = $_POST[$nome] ?? '';
    if (!is_string($valore) || preg_match('//u', $valore) !== 1 || strlen($valore) > $al_massimo * 4) {
        return '';
    }
    $valore = str_replace(["\r\n", "\r"], "\n", $valore);
    $proibiti = $righe ? '/[\x00-\x08\x0b-\x1f\x7f\x{2028}\x{2029}]/u' : '/[\x00-\x1f\x7f\x{85}\x{2028}\x{2029}]+/u';
    return trim((string) preg_replace($proibiti, $righe ? '' : ' ', $valore));
}

/* Che cosa non va, in frasi da leggere. */
function errori(array $modulo, array $valori): array
{
    $errori = [];
    foreach ($modulo['campi'] as $campo => [$nome, $caratteri]) {
        $lungo = (int) preg_match_all('/./su', $valori[$campo]);
        if ($lungo > $caratteri) {
            $errori[] = "$nome: accorcia il testo, ci stanno al massimo $caratteri caratteri.";
        } elseif ($valori[$campo] === '' && !in_array($campo, $modulo['facoltativi'], true)) {
            $errori[] = "$nome: è da compilare.";
        } elseif ($campo === 'email' && filter_var($valori[$campo], FILTER_VALIDATE_EMAIL) === false) {
            $errori[] = 'Email: controlla l’indirizzo, manca qualcosa.';
        }
    }
    if (campo('consent', 500) === '') {
        $errori[] = 'Consenso: serve la spunta sulla casella della privacy.';
    }
    return $errori;
}

/* L'indirizzo, se è una pagina di questo sito: nessuno deve poter mandare altrove chi scrive. */
function indirizzo_del_sito(string $indirizzo): ?string
{
    $percorso = str_starts_with($indirizzo, SITO . '/') ? substr($indirizzo, strlen(SITO)) : $indirizzo;
    return preg_match('~^/(?![/\\\\])[\w./%#-]*$~', $percorso) === 1 ? $percorso : null;
}

function vai(string $indirizzo): void
{
    http_response_code(303);
    header('Location: ' . $indirizzo);
}

/* Conta gli invii dell'ultima ora. Dell'indirizzo IP resta solo un'impronta, per un'ora. */
function sotto_il_limite(): bool
{
    $inizio = sys_get_temp_dir() . '/moduli-' . substr(hash('sha256', __FILE__), 0, 12);
    foreach (glob("$inizio-*") ?: [] as $vecchio) {
        if ((int) @filemtime($vecchio) < time() - 3600) {
            @unlink($vecchio);
        }
    }
    $impronta = hash('sha256', ($_SERVER['REMOTE_ADDR'] ?? '') . __FILE__);
    $file = @fopen("$inizio-" . substr($impronta, 0, 24), 'c+');
    if ($file === false) {
        return true; // senza una cartella temporanea il limite non c'è, ma i messaggi arrivano
    }
    flock($file, LOCK_EX);
    $recenti = array_filter(explode("\n", (string) stream_get_contents($file)), fn ($quando) => (int) $quando > time() - 3600);
    $libero = count($recenti) < INVII_ALL_ORA;
    if ($libero) {
        $recenti[] = (string) time();
        ftruncate($file, 0);
        rewind($file);
        fwrite($file, implode("\n", $recenti));
    }
    fclose($file);
    return $libero;
}

/* Nelle intestazioni entrano solo le costanti qui sopra, un indirizzo email verificato e un oggetto codificato. */
function spedisci(string $nome, array $modulo, array $valori): bool
{
    $oggetto = campo('subject', 120) ?: $modulo['titolo'];
    $righe = [];
    foreach ($modulo['campi'] as $campo => [$etichetta, $_]) {
        if ($valori[$campo] !== '') {
            $righe[] = in_array($campo, TESTI_LUNGHI, true) ? "\n$valori[$campo]\n" : "$etichetta: $valori[$campo]";
        }
    }
    $righe[] = "\n--";
    $righe[] = 'Pagina: ' . (campo('page', 300) ?: 'non indicata');
    $righe[] = 'Consenso, ' . date('d/m/Y H:i') . ': ' . campo('consent', 500);
    if ($nome === 'comments') {
        $righe[] = "\nPer pubblicarlo, copia queste righe nel file dei commenti dell'articolo:\n" . come_yaml($valori);
    }
    $intestazioni = [
        'From' => MITTENTE,
        'Reply-To' => $valori['email'],
        'MIME-Version' => '1.0',
        'Content-Type' => 'text/plain; charset=UTF-8',
        'Content-Transfer-Encoding' => 'quoted-printable',
    ];
    $testo = quoted_printable_encode(str_replace("\n", "\r\n", implode("\n", $righe) . "\n"));
    return @mail(DESTINATARIO, '=?UTF-8?B?' . base64_encode($oggetto) . '?=', $testo, $intestazioni);
}

/* Il commento come va scritto in comments.yaml. */
function come_yaml(array $valori): string
{
    $nome = json_encode($valori['name'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    $testo = json_encode($valori['comment'], JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
    return '- id: c' . date('YmdHis') . "\n  name: $nome\n  date: " . date('Y-m-d H:i') . "\n  text: $testo\n";
}

/* Una pagina con quello che non va e, se c'è, quello che era stato scritto: si corregge e si manda di nuovo. */
function pagina(int $stato, string $titolo, array $frasi, string $modulo = '', array $valori = []): void
{
    http_response_code($stato);
    header('Content-Type: text/html; charset=UTF-8');
    header('Cache-Control: no-store');
    header('X-Robots-Tag: noindex');
    header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    $protetto = fn (string $testo): string => htmlspecialchars($testo, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
    $elenco = implode('', array_map(fn ($frase) => '<li>' . $protetto($frase) . '</li>', $frasi));
    $scritto = $modulo === '' ? '' : modulo_da_correggere($modulo, $valori, $protetto);
    $posta = $protetto(DESTINATARIO);
    echo <<<HTML
    <!doctype html>
    <html lang="it">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{$protetto($titolo)}</title>
    <style>
    :root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
    body { max-inline-size: 40rem; margin: 3rem auto; padding-inline: 1.25rem; }
    h1 { line-height: 1.15; }
    label { display: block; margin-block-start: 1rem; font-weight: 600; }
    .spunta { font-weight: 400; }
    input:not([type=checkbox]), textarea { box-sizing: border-box; inline-size: 100%; padding: .6rem; font: inherit; }
    button { margin-block-start: 1rem; padding: .7rem 1.3rem; font: inherit; font-weight: 600; }
    .vuoto { position: absolute; inset-inline-start: -999rem; }
    </style>
    </head>
    <body>
    <main>
    <h1>{$protetto($titolo)}</h1>
    <ul>$elenco</ul>
    $scritto
    <p>Puoi sempre scrivere a <a href="mailto:$posta">$posta</a>, o <a href="/">tornare al sito</a>.</p>
    </main>
    </body>
    </html>
    HTML;
}

function modulo_da_correggere(string $modulo, array $valori, callable $protetto): string
{
    $html = '<form method="post" accept-charset="utf-8">';
    foreach (['form-name' => $modulo, 'subject' => campo('subject', 120), 'page' => campo('page', 300), 'redirect' => campo('redirect', 300)] as $nome => $valore) {
        $html .= '<input type="hidden" name="' . $nome . '" value="' . $protetto($valore) . '">';
    }
    foreach (MODULI[$modulo]['campi'] as $campo => [$nome, $caratteri]) {
        $tipo = $campo === 'email' ? 'email' : 'text';
        $dentro = in_array($campo, TESTI_LUNGHI, true)
            ? "<textarea id=\"$campo\" name=\"$campo\" rows=\"8\">\n" . $protetto($valori[$campo]) . '</textarea>'
            : "<input id=\"$campo\" name=\"$campo\" type=\"$tipo\" value=\"" . $protetto($valori[$campo]) . '">';
        $html .= "<label for=\"$campo\">$nome</label>$dentro";
    }
    $consenso = campo('consent', 500) ?: MODULI[$modulo]['consenso'];
    $spuntato = campo('consent', 500) === '' ? '' : ' checked';
    $html .= '<label class="spunta"><input type="checkbox" name="consent" value="' . $protetto($consenso) . '" required' . $spuntato . '> ' . $protetto($consenso) . '</label>';
    $html .= '<p class="vuoto" aria-hidden="true"><label>Lascia vuoto <input name="_gotcha" tabindex="-1" autocomplete="off"></label></p>';
    return $html . '<button type="submit">Manda di nuovo</button></form>';
}
