import type { Snippet } from './readSnippets.js'

interface Written {
  readonly services: readonly object[]
  readonly cookies: readonly object[]
}

/** The inventory that the documentation shows whole. */
export const shownInventory = (snippets: readonly Snippet[]): Written => {
  const whole = snippets.find(({ language, text }) => language === 'json' && text.includes('"controller"'))
  if (!whole) throw new Error('The documentation shows no whole inventory any more.')
  return JSON.parse(whole.text) as Written
}

/** With what the documentation marks and that inventory does not declare. */
export const withMarked = (inventory: Written): Written => ({ ...inventory, services: [...inventory.services, ...MARKED_ELSEWHERE] })

const MARKED_ELSEWHERE = [
  { id: 'video', name: 'Posnetki', category: 'embeds', purpose: 'predvajanje posnetkov', provider: { name: 'Video, d. o. o.', country: 'SI' }, hosts: ['video.example'] },
  { id: 'merjenje', name: 'Merjenje', category: 'analytics', purpose: 'štetje obiskov', provider: { name: 'Števec, d. o. o.', country: 'SI' }, hosts: ['stevec.example'] },
  { use: 'youtube' },
]

/** For sites at which nobody is asked. */
export const NECESSARY_ALONE = {
  controller: { name: 'Društvo Klub Primer' },
  cookies: [{ name: 'PHPSESSID', purpose: 'Ohranja prijavo člana.', duration: 'Trajanje seje' }],
}

/** An excerpt put where it belongs: fields of the inventory, an entry of its services, or one of its cookies. */
export const withExcerpt = (inventory: Written, excerpt: string): object => {
  if (excerpt.startsWith('"')) return { ...inventory, ...JSON.parse(`{${excerpt.trim().replace(/,$/, '')}}`) }
  const entry = JSON.parse(excerpt) as Readonly<Record<string, unknown>>
  if ('controller' in entry) return entry
  if ('use' in entry) return { ...inventory, services: [entry] }
  return 'category' in entry ? { ...inventory, services: [entry] } : { ...inventory, cookies: [entry] }
}
