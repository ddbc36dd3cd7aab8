import type { Inventory, Service, Text } from '../../core/inventory/types'
import { declaredIn, type DeclaredRow, rowsOfCookie, rowsOfStored } from '../judge/declared'
import { knownCookie, type KnownRecord, knownStored } from '../judge/known'
import type { SiteRecord } from '../record'
import { type FoundRecord, recordsIn } from './found'
import type { Language } from './language'

interface Knowledge {
  readonly kind: 'cookie' | 'localstorage'
  readonly domain: string
  readonly name: string
  readonly category: string
  readonly source: string
  readonly controller: string
  readonly policy: string
  readonly reference: string
  readonly comment: string
}

const inLanguage = (text: Text | undefined, language: Language): string =>
  typeof text === 'object' ? (text[language] ?? text.sl ?? Object.values(text)[0] ?? '') : (text ?? '')

const kindOf = (storage = 'cookie') => (storage === 'cookie' ? 'cookie' : 'localstorage')

const ofService = ({ provider, category }: Service) => ({
  category,
  controller: provider.name,
  policy: provider.privacyUrl ?? '',
})

const declaredKnowledge = ({ row, service }: DeclaredRow, domain: string, language: Language): Knowledge => ({
  kind: kindOf(row.storage),
  domain: row.domain ?? domain,
  name: row.name,
  source: 'inventory',
  reference: '',
  comment: inLanguage(row.purpose, language),
  ...ofService(service),
})

const foundKnowledge = (found: FoundRecord, known: KnownRecord | undefined, language: Language): Knowledge => ({
  kind: kindOf(found.kind === 'cookie' ? 'cookie' : found.is.storage),
  domain: found.kind === 'cookie' ? found.is.domain : found.is.origin.replace(/^\w+:\/\//, ''),
  name: found.is.name,
  category: known?.category ?? '',
  source: known ? 'Privolim' : 'audit',
  controller: known?.service.provider.name ?? '',
  policy: known?.service.provider.privacyUrl ?? '',
  reference: known?.service.evidenceUrl ?? '',
  comment: inLanguage(known?.recognised[0]?.cookie.purpose as Text | undefined, language),
})

const hostOf = (url: string) => {
  try {
    return new URL(url).hostname
  } catch {
    return url
  }
}

/**
 * A knowledge base for the EDPB's Website Auditing Tool, which names by it what it finds: first what the inventory
 * declares, then what was found beside it.
 */
export const knowledgeOf = (record: SiteRecord, language: Language, inventory?: Inventory): string => {
  const declared = inventory && declaredIn(inventory)
  const host = hostOf(record.url)
  const rest = recordsIn(record).filter(
    (found) => !declared || !(found.kind === 'cookie' ? rowsOfCookie(declared, found.is) : rowsOfStored(declared, found.is)).length,
  )
  const base = {
    name: host,
    author: `Privolim ${record.program}`,
    category: 'cookie',
    knowledges: [
      ...(declared?.rows ?? []).map((row) => declaredKnowledge(row, host, language)),
      ...rest.map((found) =>
        foundKnowledge(found, found.kind === 'cookie' ? knownCookie(found.is) : knownStored(found.is), language),
      ),
    ],
  }
  return `${JSON.stringify(base, undefined, 2)}\n`
}
