import { catalogue, knownService } from '../../catalogue'
import { fieldsOf, itemsOf, wordsOf } from '../../inventory/fields'
import type { Fix } from '../finding'
import { AMONG, isTrackerAsNecessary, knownInstead } from './known'
import { type Found, fixAt, type InventoryRule } from './rule'
import type { Row, View } from './view'

/** One click moves the row: with its service where all rows of it are of that kind, else into one of its own. */
const moveTo = (category: string, row: Row, { json }: View, label: [sl: string, en: string]): Fix => {
  const { entry, keys } = row
  if (entry.isTable) return fixAt([...keys, 'category'], category, ...label)
  if (entry.rows.every((one) => knownInstead(one) === category))
    return fixAt([...entry.keys, 'category'], category, ...label)
  const [, at = 0, , index = 0] = keys
  const services = itemsOf(json.services)
  const service = fieldsOf(services[Number(at)])
  const own = { ...service, id: `${wordsOf(service.id)}-${category}`, category, cookies: [row.fields] }
  const left = { ...service, cookies: itemsOf(service.cookies).filter((_row, other) => other !== index) }
  return fixAt(['services'], services.flatMap((one, other) => (other === at ? [left, own] : [one])), ...label)
}

/** A known tracker must not go by as strictly necessary: nobody would be asked about it. */
export const misclassified: InventoryRule = {
  id: 'I04',
  severity: 'error',
  source: 'ZEKom-2, art. 225; EDPB cookie banner taskforce, type I; WP29 04/2012',
  check: (view) =>
    view.rows.flatMap((row): Found[] => {
      const instead = knownInstead(row)
      if (!instead) return []
      const { sl, en } = AMONG[instead]
      const service = row.known.find(({ cookie }) => cookie.category === instead)?.service.name ?? ''
      return [
        {
          keys: row.isWritten ? [...row.keys, 'name'] : row.keys,
          severity: isTrackerAsNecessary(row) ? 'error' : 'warn',
          excerpt: row.name,
          message: {
            sl: `»${row.name}« je naveden kot nujno potreben, katalog pa ga pozna drugače (${service}). Prestavite ga med ${sl} in zanj vprašajte za privolitev.`,
            en: `"${row.name}" is declared strictly necessary, but the catalogue knows it otherwise (${service}). Move it to: ${en}, and ask for consent.`,
          },
          fix: [moveTo(instead, row, view, [`Prestavite med ${sl}`, `Move to: ${en}`])],
        },
      ]
    }),
}

/** What is gone although its service lives: Cloudflare's id for each visitor, Discourse's key of a theme. */
const GONE = /^(__cfduid|theme_key|_gid|_gat|_gat_.*|__utm.*)$/

const isDead = ({ name, known }: Row) =>
  GONE.test(name) || (known.length > 0 && known.every(({ service }) => service.status === 'discontinued'))

const discontinued = catalogue.filter(({ status }) => status === 'discontinued')

const deadRows = ({ rows }: View): Found[] =>
  rows.filter(isDead).map((row) => ({
    keys: row.isWritten ? [...row.keys, 'name'] : row.keys,
    excerpt: row.name,
    message: {
      sl: `»${row.name}« pripada storitvi ali različici, ki je opuščena. Odstranite staro kodo s strani in vnos s popisa.`,
      en: `"${row.name}" belongs to a service or a version that is discontinued. Remove the old code from the site, and the entry from the inventory.`,
    },
    ...(row.isWritten && { fix: [fixAt(row.keys, undefined, 'Odstranite vnos', 'Remove the entry')] }),
  }))

const deadServices = ({ entries }: View): Found[] =>
  entries.flatMap(({ fields, keys }): Found[] => {
    const account = wordsOf(fields.account)
    if (/^UA-/i.test(account))
      return [
        {
          keys: [...keys, 'account'],
          excerpt: account,
          message: {
            sl: `Oznaka »${account}« je od Universal Analytics, ki od 1. 7. 2023 ne deluje. Vpišite oznako GA4 (G-…) ali storitev odstranite.`,
            en: `The id "${account}" is of Universal Analytics, which stopped on 1 July 2023. Put in a GA4 id (G-…), or remove the service.`,
          },
          fix: [fixAt([...keys, 'account'], undefined, 'Odstranite oznako', 'Remove the id')],
        },
      ]
    const hosts = itemsOf(fields.hosts).map(wordsOf)
    const dead =
      discontinued.find(({ id }) => id === wordsOf(fields.id)) ??
      discontinued.find(({ id, hosts: gone }) => id === 'addthis' && gone.some((host) => hosts.includes(host)))
    if (!dead || !keys.length) return []
    return [
      {
        keys: [...keys, 'id'],
        excerpt: dead.name,
        message: {
          sl: `Storitev ${dead.name} je opuščena. Odstranite njeno kodo s strani in vnos s popisa.`,
          en: `The service ${dead.name} is discontinued. Remove its code from the site, and the entry from the inventory.`,
        },
        fix: [fixAt(keys, undefined, 'Odstranite storitev', 'Remove the service')],
      },
    ]
  })

export const dead: InventoryRule = {
  id: 'I09',
  severity: 'warn',
  source: knownService('ua')?.evidenceUrl ?? 'GDPR, art. 5(1)(d)',
  check: (view) => [...deadRows(view), ...deadServices(view)],
}

