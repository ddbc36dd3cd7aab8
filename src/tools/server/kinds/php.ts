import { answersService, grantsCategory, VALUE } from '../choicePattern'
import { headerValue, NONCE, type Policy } from '../readPolicy'

/** Stands for the hosts until PHP knows what is granted. */
const HOSTS = '{hosts}'

/**
 * For PHP 7 and newer, one file that comes first. Of all kinds it alone can count: it takes the newest of several
 * choices, and none that has expired or comes from the future.
 * @param remark about the file, line by line
 */
export const phpRules = (policy: Policy, remark: readonly string[]): string => {
  const { header, services, inventory } = policy
  const text = headerValue(policy, services.length ? [HOSTS] : [])
  const [months, days] = calendarOf(inventory.validFor)
  const rows = services.map(({ id, category, hosts }) =>
    [hosts.join(' '), answersService(id, false), answersService(id, true), grantsCategory(category)]
      .map((value, index) => quoted(index ? `/${value}/D` : value))
      .join(', '),
  )
  return `<?php
${remark.map((line) => `// ${line}\n`).join('')}
(static function () {
    $choice = '';
    $newest = 0;
    $now = time();
    foreach (explode(';', isset($_SERVER['HTTP_COOKIE']) ? $_SERVER['HTTP_COOKIE'] : '') as $pair) {
        if (!preg_match(${quoted(`/^ *privolim=(${VALUE}) *$/D`)}, $pair, $match)) {
            continue;
        }
        $value = $match[1];
        preg_match_all('/\\.([A-Za-z][0-9A-Za-z_-]*)~[01]/', $value, $named);
        if (count(array_unique($named[1])) < count($named[1])) {
            continue;
        }
        preg_match('/\\.t([0-9a-z]+)\\.r/', $value, $match);
        $time = intval($match[1], 36);
        if ($time > $now + 86400 || $time <= $newest) {
            continue;
        }
        $newest = $time;
        $parts = array_map('intval', explode(' ', gmdate('Y n j G i s', $time)));
        list($year, $month, $day, $hour, $minute, $second) = $parts;
        $ends = gmmktime($hour, $minute, $second, $month + ${months}, $day + ${days}, $year);
        $choice = $ends > $now ? $value : '';
    }

    $services = array(
${rows.map((row) => `        array(${row}),\n`).join('')}    );
    $hosts = '';
    foreach ($services as list($list, $refused, $granted, $category)) {
        if (preg_match($granted, $choice) || (!preg_match($refused, $choice) && preg_match($category, $choice))) {
            $hosts .= ' ' . $list;
        }
    }
    $policy = ${quoted(text)};
${text.includes(NONCE) ? NONCE_LINES : ''}    header(${quoted(`${header}: `)} . str_replace(' ${HOSTS}', $hosts, $policy), false);
    header('Vary: Cookie', false);
})();
`
}

const NONCE_LINES = `    define('PRIVOLIM_NONCE', base64_encode(random_bytes(18)));
    $policy = str_replace('${NONCE}', PRIVOLIM_NONCE, $policy);
`

/** In single quotes only these two mean something to PHP. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, String.raw`\$&`)}'`

/** What a duration of the calendar adds, as in `core/choice/expiryOf.ts`. */
const calendarOf = (validFor: string): [months: number, days: number] => {
  const of = (unit: string) => Number(RegExp(String.raw`(\d+)${unit}`).exec(validFor)?.[1] ?? 0)
  return [of('Y') * 12 + of('M'), of('W') * 7 + of('D')]
}
