<?php
/**
 * Stores the receipts that visitors' browsers send to `receiptEndpoint`: a JSON line each, in a file for each month.
 * PHP 7.4 or newer, nothing else. No IP address, no browser, nothing else about a visitor is stored. Like any public
 * address this one can be sent made-up receipts; only their form can be checked.
 *
 * Za lastnika strani: v FOLDER vpišite mapo zunaj javne mape spletne strani, datoteko naložite na strežnik in njen
 * naslov zapišite v popis piškotkov kot "receiptEndpoint".
 */

/** Outside of the web server's folder, since whatever is inside can be read by anybody: '/home/klub/potrdila' */
const FOLDER = '';

/** The most bytes in the file of a month, about 20,000 receipts. After that they are put off: browsers try again. */
const LIMIT = 10000000;

/** One line, without signs that turn its direction around. */
const TEXT = '/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\x{202A}-\x{202E}\x{2066}-\x{2069}]{1,300}$/uD';
const WORD = '/^[A-Za-z0-9.+~_-]{1,100}$/D';
const TIME = '/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/D';
const ORIGIN = '~^https?://(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(:\d{1,5})?$~D';
const METHOD = '/^(accept-all|reject-all|save|embed|withdraw|unknown)$/D';
const KEY = '/^[A-Za-z0-9-]{16,64}$/D';

/** What is stored; whatever else is sent is left out. The key comes last, so that only a whole line ends with it. */
const FIELDS = [
    'id' => WORD, 'time' => TIME, 'expires' => TIME, 'site' => TEXT, 'url' => ORIGIN, 'controller' => TEXT,
    'language' => WORD, 'revision' => WORD, 'policyVersion' => TEXT, 'granted' => WORD, 'denied' => WORD,
    'method' => METHOD, 'version' => WORD, 'key' => KEY,
];
const LISTS = ['granted', 'denied'];
const OPTIONAL = ['policyVersion'];

function answer(int $status, string $log = ''): void
{
    http_response_code($status);
    if ($log !== '') error_log("potrdila.php: $log");
    exit;
}

// Whatever ends this early has not stored anything.
http_response_code(500);

if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
    header('Allow: POST');
    answer(405);
}

// Pages of other sites send nothing here. Old browsers, and pages on http, tell their origin alone.
$origin = preg_replace('~^https?://~', '', $_SERVER['HTTP_ORIGIN'] ?? '');
$from = $_SERVER['HTTP_SEC_FETCH_SITE'] ?? ($origin === ($_SERVER['HTTP_HOST'] ?? null) ? 'same-origin' : '');
if ($from !== 'same-origin') answer(403);

if (!preg_match('~^application/json\s*(;|$)~i', $_SERVER['CONTENT_TYPE'] ?? '')) answer(415);

$body = (int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > 8192 ? false : file_get_contents('php://input', false, null, 0, 8193);
if ($body === false || strlen($body) > 8192) answer(413);

// No field holds anything deeper than a list.
$receipt = json_decode($body, false, 3);
if (!is_object($receipt)) answer(400);

$line = ['received' => gmdate('Y-m-d\TH:i:s\Z')];
foreach (FIELDS as $name => $pattern) {
    $value = $receipt->$name ?? null;
    if ($value === null && in_array($name, OPTIONAL, true)) continue;
    $items = in_array($name, LISTS, true) ? $value : [$value];
    if (!is_array($items) || count($items) > 500) answer(400);
    foreach ($items as $item) {
        if (!is_string($item) || !preg_match($pattern, $item)) answer(400);
    }
    $line[$name] = $value;
}
$line = json_encode($line, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) . "\n";

umask(0077);
if (FOLDER === '') answer(500, 'FOLDER is not set');
if (!is_dir(FOLDER) && !@mkdir(FOLDER, 0700, true) && !is_dir(FOLDER)) answer(500, 'FOLDER cannot be made');
$public = realpath($_SERVER['DOCUMENT_ROOT'] ?? '');
if ($public !== false && strpos(realpath(FOLDER) . DIRECTORY_SEPARATOR, $public . DIRECTORY_SEPARATOR) === 0) {
    answer(500, 'FOLDER can be read by anybody');
}

// One at a time, until the end of this script.
$lock = @fopen(FOLDER . '/potrdila.lock', 'c');
if (!$lock || !flock($lock, LOCK_EX)) answer(500, 'FOLDER cannot be written to');

// A browser tries for thirty days, so what comes again may stand in the file of an earlier month. This month's is last.
$end = '"key":"' . $receipt->key . "\"}\n";
$text = '';
foreach ([30, 15, 0] as $days) {
    $file = FOLDER . '/potrdila-' . gmdate('Y-m', time() - $days * 86400) . '.jsonl';
    $text = is_file($file) ? file_get_contents($file) : '';
    if ($text === false) answer(500, "$file cannot be read");
    if (strpos($text, $end) !== false) answer(204);
}

// A line that was broken off by a full disk stays for itself.
if ($text !== '' && substr($text, -1) !== "\n") $line = "\n$line";
if (strlen($text) + strlen($line) > LIMIT) answer(500, "$file is full");
if (@file_put_contents($file, $line, FILE_APPEND) !== strlen($line)) answer(500, "$file cannot be written to");
answer(204);
