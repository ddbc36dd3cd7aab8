import type { CookieRecord, Service, StorageKind } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import type { Duration } from '../duration/iso'
import { showDuration } from '../duration/showDuration'

/** A record as people read it. */
export interface RecordRow {
  readonly name: string
  readonly provider: string
  readonly purpose: string
  readonly duration: string
  /** What kind of record it is, and whose. */
  readonly type: string
}

const KINDS: Readonly<Record<StorageKind, string>> = {
  cookie: 'table.typeCookie',
  localStorage: 'table.typeLocal',
  sessionStorage: 'table.typeSession',
  indexedDB: 'table.typeDatabase',
  pixel: 'table.typePixel',
}

/**
 * @param words must hold the texts of the table, see `texts/<language>/table.ts`
 * @param read what reads durations: one that knows words is large, and not every inventory needs it
 */
export const rowsOf = (service: Service, words: Words, read: (text: string) => Duration): RecordRow[] =>
  service.cookies.map((record) => ({
    name: record.name,
    provider: service.provider.name,
    purpose: words.of(record.purpose),
    duration: showDuration(read(record.duration), words),
    type: typeOf(record, words),
  }))

const typeOf = ({ storage = 'cookie', party, domain }: CookieRecord, words: Words) => {
  if (storage !== 'cookie') return words(KINDS[storage])
  return words((party ?? (domain ? 'third' : 'first')) === 'third' ? 'table.thirdParty' : 'table.firstParty')
}
