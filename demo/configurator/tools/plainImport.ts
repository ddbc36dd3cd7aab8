import { parseDuration, recogniseCookie, recogniseSnippet } from '../../../src/tools'
import type { Imported, ImportedCookie, ImportedService } from './importing'

type Column = 'name' | 'purpose' | 'duration'

const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['duration', /trajanj|rok|velja|hramb|duration|expir|potek/i],
  ['purpose', /namen|opis|purpose|description|funkcij/i],
  ['name', /ime|naziv|piškotek|piskotek|name|cookie/i],
]

/** A name as browsers take it; a heading or a sentence is none. */
const NAME = /^[!#$%&'*+.^`|~\w-]{1,120}$/

const columnsOf = (cells: readonly string[]): ReadonlyMap<Column, number> => {
  const columns = new Map<Column, number>()
  for (const [index, cell] of cells.entries()) {
    const column = HEADS.find(
      ([name, head]) => cell.length < 30 && !cell.endsWith('.') && head.test(cell) && !columns.has(name),
    )?.[0]
    if (column) columns.set(column, index)
  }
  return columns
}

const readRows = (rows: readonly (readonly string[])[]): ImportedCookie[] => {
  let columns: ReadonlyMap<Column, number> = new Map()
  return rows.flatMap((cells) => {
    const found = columnsOf(cells)
    if (found.size > 1 && found.has('name')) {
      columns = found
      return []
    }
    const at = (column: Column) => cells[columns.get(column) ?? -1]
    const name = at('name')
    if (!name || !NAME.test(name)) return []
    const known = recogniseCookie(name)[0]?.cookie.category
    // What asks nobody is the owner's to say; what tracks is known by its name.
    const category = known === 'analytics' || known === 'marketing' ? known : undefined
    const isSure = at('purpose') && at('duration')
    const from = { kind: 'table', text: cells.join(' | ').slice(0, 200) }
    const read = { name, purpose: at('purpose'), duration: at('duration'), category, from }
    return [{ ...read, confidence: isSure ? 0.95 : 0.6 }]
  })
}

const KNOWN_DURATION = (text: string) => parseDuration(text).kind !== 'unknown'

/** »_t Piškotek, ki omogoča prijavo. 1440 ur«: a table as a browser or a PDF copies it. */
const cellsOfLine = (line: string): string[] => {
  const [, name = '', purpose = '', duration = ''] = /^(\S{1,60})\s+(.{5,400}\.)\s+(.{2,40})$/.exec(line.trim()) ?? []
  return name && KNOWN_DURATION(duration) ? [name, purpose, duration] : []
}

const cellsOf = (line: string) =>
  line.includes('\t') ? line.split('\t').map((cell) => cell.trim()) : cellsOfLine(line)

const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

const tablesIn = (page: Document): string[][] =>
  [...page.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')].map(words))

/** Reads tables and snippets, and the address of the controller's mail. It never throws. */
export const plainImport = (input: string, parse: (html: string) => Document): Imported => {
  const isHtml = /<(?:table|script|html|body|p|div|ul|head)\b/i.test(input)
  const rows = isHtml ? tablesIn(parse(input)) : [['ime', 'namen', 'trajanje'], ...input.split('\n').map(cellsOf)]
  const cookies = readRows(rows)
  const services = recogniseSnippet(input).map(({ service, account }): ImportedService => {
    const { id, name, use } = service
    return { id, use, account, role: 'service', confidence: 0.9, from: { kind: 'snippet', text: name } }
  })
  const text = isHtml ? words(parse(input).body) : input
  const email = /[\w.+-]+@[\w-]+\.[\w.-]*\w/.exec(text)?.[0]
  return { cookies, services, controller: { email }, policy: {}, unread: [] }
}
