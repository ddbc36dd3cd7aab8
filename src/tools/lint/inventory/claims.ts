import { recogniseCookie } from '../../catalogue'
import { itemsOf, wordsOf } from '../../inventory/fields'
import { AMONG, optionalHost } from './known'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { View } from './view'

/** Whether the inventory claims that nothing on the site needs consent. */
const isNecessaryOnly = ({ entries, rows }: View): boolean =>
  [...entries.filter(({ isTable }) => !isTable), ...rows].every(({ category = 'necessary' }) => category === 'necessary')

const emptyList = ({ rows, entries, json }: View): Found[] =>
  rows.length || entries.some(({ keys }) => keys.length)
    ? []
    : [
        {
          keys: [Array.isArray(json.services) ? 'services' : 'cookies'],
          message: {
            sl: 'Popis trdi, da stran uporablja samo nujno potrebne piškotke, a ne imenuje nobenega. Odprite stran v brskalniku in naštejte vse, z namenom in trajanjem.',
            en: 'The inventory claims that the site uses strictly necessary cookies alone, but names none. Open the site in a browser and list them all, with purpose and duration.',
          },
        },
      ]

const optionalScripts = ({ entries }: View): Found[] =>
  entries.flatMap(({ fields, keys, category }) =>
    category !== 'necessary'
      ? []
      : itemsOf(fields.hosts).flatMap((written, index): Found[] => {
          const host = wordsOf(written)
          const known = optionalHost(host)
          if (!known) return []
          return [
            {
              keys: [...keys, 'hosts', index],
              excerpt: host,
              message: {
                sl: `Popis navaja samo nujno potrebne storitve, a z gostitelja »${host}« prihaja storitev, ki potrebuje privolitev. Prestavite jo med ${AMONG[known].sl}.`,
                en: `The inventory names strictly necessary services alone, but what comes from "${host}" needs consent. Move it to: ${AMONG[known].en}.`,
              },
              fix: [
                fixAt([...keys, 'category'], known, `Prestavite med ${AMONG[known].sl}`, `Move to: ${AMONG[known].en}`),
              ],
            },
          ]
        }),
  )

const optionalSeen = ({ seen, json }: View): Found[] => {
  const names = seen.filter((name) => {
    const known = recogniseCookie(name)
    return known.length > 0 && known.every(({ cookie }) => cookie.category !== 'necessary')
  })
  if (!names.length) return []
  return [
    {
      keys: [Array.isArray(json.services) ? 'services' : 'cookies'],
      excerpt: names.join(', ').slice(0, 200),
      message: {
        sl: `Popis trdi, da stran uporablja samo nujno potrebne piškotke, na strani pa so bili najdeni tudi drugi: ${names.join(', ')}. Dodajte njihovo storitev ali njeno kodo odstranite.`,
        en: `The inventory claims that the site uses strictly necessary cookies alone, but others were found on it: ${names.join(', ')}. Add their service, or remove its code.`,
      },
    },
  ]
}

export const necessaryOnly: InventoryRule = {
  id: 'I02',
  severity: 'error',
  source: 'ZEKom-2, art. 225; EDPB cookie banner taskforce, type I',
  check: (view) =>
    isNecessaryOnly(view) ? [...emptyList(view), ...optionalScripts(view), ...optionalSeen(view)] : [],
}

/** Where the configurations of other tools say how they ask; ours has no such field. */
const MODES = ['bannerMode', 'mode', 'type', 'consentType']

/** A notice, or consent that nobody has given. */
const NOTICE = /^(notice|notice-only|info|inform|information|implied|implicit|opt-?out|none)$/i

export const noticeOnly: InventoryRule = {
  id: 'I03',
  severity: 'error',
  source: 'ZEKom-2, art. 225; GDPR, art. 4(11), 7; Planet49, C-673/17',
  check: (view) =>
    isNecessaryOnly(view)
      ? []
      : MODES.filter((field) => NOTICE.test(wordsOf(view.json[field]))).map((field) => ({
          keys: [field],
          excerpt: wordsOf(view.json[field]),
          message: {
            sl: 'Stran uporablja neobvezne storitve, nastavitev pa pokaže samo obvestilo. Odstranite jo: obiskovalca je treba vprašati, preden se storitve naložijo.',
            en: 'The site uses optional services, but this setting shows a notice alone. Remove it: the visitor must be asked before they are loaded.',
          },
          fix: [fixAt([field], undefined, 'Odstranite nastavitev', 'Remove the setting')],
        })),
}
