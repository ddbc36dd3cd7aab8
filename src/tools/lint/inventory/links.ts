import { fieldsOf, wordsOf } from '../../inventory/fields'
import type { Keys } from '../finding'
import { wording } from '../policy/wording'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

const P09 = wording.find(({ id }) => id === 'P09')!

/** Every address that visitors are shown, with the way to it; what the catalogue has completed is not the site's to change. */
const linksOf = ({ json, entries, recipients }: View): [keys: Keys, url: string][] => [
  [['site', 'url'], wordsOf(fieldsOf(json.site).url)],
  [['policy', 'url'], wordsOf(fieldsOf(json.policy).url)],
  ...entries
    .filter(({ use, isTable }) => !use && !isTable)
    .map(({ keys, fields }): [Keys, string] => [
      [...keys, 'provider', 'privacyUrl'],
      wordsOf(fieldsOf(fields.provider).privacyUrl),
    ]),
  ...recipients.map(({ keys, fields }): [Keys, string] => [[...keys, 'privacyUrl'], wordsOf(fields.privacyUrl)]),
]

/** An unencrypted link, as in a policy text; here one click mends it. */
export const links: InventoryRule = {
  id: P09.id,
  severity: P09.severity,
  source: P09.source,
  check: (view) =>
    linksOf(view)
      .filter(([, url]) => /^http:\/\/(?!localhost\b|127\.)/i.test(url))
      .map(
        ([keys, url]): Found => ({
          keys,
          excerpt: url.slice(0, 200),
          message: P09.message,
          fix: [fixAt(keys, url.replace(/^http/i, 'https'), 'Zamenjajte s https', 'Change to https')],
        }),
      ),
}
