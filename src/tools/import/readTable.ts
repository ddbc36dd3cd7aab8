import type { CategoryId } from '../../core/inventory/types'
import type { Row } from './blocks'
import { categoryIn } from './categories'
import { type Field, fieldOf, fieldsOfHead } from './columns'
import { durationsIn, isDuration, isoOf } from './durations'
import { mayBeName, namesIn } from './names'
import { oneLine } from '../text/plain'

/** What stands around a row: the heading above it, and what a sentence before it says. */
export interface Around {
  readonly category?: CategoryId
  readonly provider?: string
}

/** A row as it was read, before it is known where. */
export interface ReadRow {
  readonly name: string
  readonly purpose?: string
  readonly duration?: string
  readonly iso?: string
  readonly category?: CategoryId
  readonly provider?: string
  readonly storage?: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'pixel'
  readonly confidence: number
  readonly source: string
}

export interface TableReading {
  readonly rows: readonly ReadRow[]
  readonly unread: readonly string[]
}

const STORAGES = [
  ['localStorage', /local ?storage|lokaln\w+ shramb/i],
  ['sessionStorage', /session ?storage|sejn\w+ shramb/i],
  ['indexedDB', /indexed ?db/i],
  ['pixel', /\b(pixel|piksel|tracking pixel|sledilna pika)\b/i],
] as const

/** What a cell of a kind, a storage or a duration says of where the record is kept. */
export const storageIn = (text: string): ReadRow['storage'] => STORAGES.find(([, pattern]) => pattern.test(text))?.[0]

/** Empty, or a mark that stands for nothing. */
const isNothing = (text: string) => /^(?:[-–—/.]*|n\/?a|ni|ni podatka|neznano|unknown)$/i.test(text.trim())

/** The records of one row; several where its cell of names holds several. */
export const recordsOf = (fields: Partial<Record<Field, string>>, around: Around, confidence: number): ReadRow[] => {
  const names = namesIn(fields.name ?? '')
  const several = durationsIn(fields.duration ?? '', names.length)
  return names.map((name, index) => {
    const duration = oneLine(several[index] ?? fields.duration ?? '')
    const iso = duration && isoOf(duration)
    const said = categoryIn(fields.category ?? '') ?? categoryIn(fields.kind ?? '')
    const category = said ?? around.category
    const provider = oneLine(fields.provider ?? fields.service ?? '') || around.provider
    const purpose = oneLine(fields.purpose ?? '')
    const storage = storageIn(`${fields.storage ?? ''} ${fields.kind ?? ''} ${fields.duration ?? ''}`)
    return {
      name,
      ...(purpose && !isNothing(purpose) && { purpose }),
      ...(duration && !isNothing(duration) && { duration }),
      ...(iso && { iso }),
      ...(category && { category }),
      ...(provider && !isNothing(provider) && { provider }),
      ...(storage && { storage }),
      confidence: Math.max(0.1, confidence - (duration && !iso && !isNothing(duration) ? 0.15 : 0)),
      source: Object.values(fields).filter(Boolean).join(' | '),
    }
  })
}

/** What a column without a head holds, by what most of its cells are. */
const fieldsByContent = (rows: readonly Row[]): (Field | undefined)[] | undefined => {
  const width = Math.max(...rows.map(({ length }) => length))
  const share = (column: number, is: (cell: string) => boolean) => {
    const cells = rows.map((row) => row[column] ?? '').filter(Boolean)
    return cells.length ? cells.filter(is).length / cells.length : 0
  }
  const columns = Array.from({ length: width }, (_, column) => column)
  const best = (is: (cell: string) => boolean, taken: readonly (number | undefined)[], least: number) =>
    columns
      .filter((column) => !taken.includes(column))
      .map((column) => [column, share(column, is)] as const)
      .filter(([, rate]) => rate >= least)
      .sort((one, other) => other[1] - one[1])[0]?.[0]
  const name = best((cell) => namesIn(cell, true).length > 0, [], 0.5)
  const duration = best(isDuration, [name], 0.5)
  if (name === undefined || (duration === undefined && width < 2)) return undefined
  const category = best((cell) => cell.length < 40 && categoryIn(cell) !== undefined, [name, duration], 0.6)
  const taken = [name, duration, category]
  const length = (column: number) => rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0)
  const purpose = columns.filter((column) => !taken.includes(column)).sort((one, other) => length(other) - length(one))[0]
  return columns.map((column) =>
    column === name ? 'name' : column === duration ? 'duration' : column === category ? 'category' : column === purpose ? 'purpose' : undefined,
  )
}

/** Labels in the first column and values beside them: one record a column. */
const transposed = (rows: readonly Row[]): Row[] | undefined => {
  const labels = fieldsOfHead(rows.map((row) => row[0] ?? ''))
  if (!labels?.includes('name') || fieldsOfHead(rows[0]!)) return undefined
  const width = Math.max(...rows.map(({ length }) => length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
}

const isAcross = (row: Row) => row.length === 1 || row.every((cell) => cell === row[0]) || row.slice(1).every((cell) => !cell)

/** The head is the first row of which most cells are labels. */
const headOf = (rows: readonly Row[]) => {
  for (const [index, row] of rows.slice(0, 4).entries()) {
    const fields = fieldsOfHead(row)
    if (fields?.includes('name')) return { index, fields, sure: 0.95 }
    // »Storitev | Namen | Trajanje«: where names stand under it, it is a head of names.
    if (fields && !fields.includes('name')) {
      const column = fields.findIndex((field) => field === undefined || field === 'service' || field === 'kind')
      const below = rows.slice(index + 1).map((cells) => cells[column] ?? '')
      if (column >= 0 && below.some((cell) => namesIn(cell, true).length))
        return { index, fields: fields.map((field, at) => (at === column ? ('name' as const) : field)), sure: 0.85 }
    }
  }
  return undefined
}

/** Reads a table of whatever order; with a head, without one, or with its head at the side. */
export const readTable = (written: readonly Row[], around: Around): TableReading => {
  if (!written.length) return { rows: [], unread: [] }
  const rows = transposed(written) ?? written
  const head = headOf(rows)
  const fields = head?.fields ?? fieldsByContent(rows.filter((row) => !isAcross(row)))
  if (!fields) return { rows: [], unread: [] }
  const found: ReadRow[] = []
  const unread: string[] = []
  let section = around
  for (const row of rows.slice(head ? head.index + 1 : 0)) {
    if (isAcross(row) && !mayBeName(row[0] ?? '')) {
      const category = categoryIn(row[0] ?? '')
      section = category ? { ...around, category } : around
      continue
    }
    // A head that comes again.
    if (fieldsOfHead(row)?.includes('name')) continue
    const cells: Partial<Record<Field, string>> = {}
    fields.forEach((field, column) => field && row[column] && (cells[field] = row[column]))
    const records = recordsOf(cells, section, head?.sure ?? 0.7)
    if (records.length) found.push(...records)
    else if (row.some(Boolean)) unread.push(row.join(' | '))
  }
  return { rows: found, unread }
}

/** »Ime: _ga«, »Trajanje – 2 leti«: a label and its value; nothing where it is none. */
export const labelled = (text: string): readonly [Field, string] | undefined => {
  const [, label = '', value = ''] = /^\s*([^:\n]{2,40}?)\s*(?::\s*|\s[–-]\s|\n)([\s\S]+)$/.exec(text) ?? []
  const field = label && fieldOf(label)
  return field ? [field, value.trim()] : undefined
}
