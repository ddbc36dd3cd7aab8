import type { Inventory } from '../../core/inventory/types'
import { viewOf } from '../judge/view'
import type { Judgement } from '../judgement'
import type { SiteRecord } from '../record'
import { inventoryDraftOf } from './inventoryDraft'
import { harOf } from './har'
import { type Files, hashesOf, hashList } from './hashes'
import { htmlOf } from './html'
import { knowledgeOf } from './knowledge'
import { type Language, speechIn } from './language'

export interface ReportInput {
  readonly record: SiteRecord
  readonly judgement: Judgement
  /** By the names that the record has; they lie in the folder `pictures`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly language: Language
  /** What it was judged by, if that was not the page's own. */
  readonly inventory?: Inventory
  /** What else is written beside the report, as `record.json`: it gets its hash too. */
  readonly extra?: Files
}

/** What counts, without the requests: these are in the HAR and in the record. */
const jsonOf = ({ record, judgement }: ReportInput): string => {
  const { url, program, browser, begun, ended, tool, pages, leftOut, states, probes, interrupted } = record
  const summary = {
    url,
    program,
    browser,
    begun,
    ended,
    ...(interrupted && { interrupted }),
    tool: { kind: tool.kind, ...(tool.name && { name: tool.name }) },
    pages,
    leftOut,
    states: states.map(({ name, way, pages: visited }) => ({
      name,
      way,
      pages: visited.map((page) => ({
        url: page.url,
        finalUrl: page.finalUrl,
        status: page.status,
        requests: page.requests.length,
        hosts: [...new Set(page.requests.map(({ host }) => host))].sort(),
        cookies: page.cookies.map(({ name: cookie, domain }) => ({ name: cookie, domain })),
        stored: page.stored.map(({ name: key, storage, origin }) => ({ name: key, storage, origin })),
        picture: page.picture,
      })),
    })),
    probes,
  }
  return `${JSON.stringify({ format: 1, record: summary, ...judgement }, undefined, 2)}\n`
}

/**
 * Everything that is handed over: the report for people, the same for programs, and what makes it proof. The same input
 * gives the same bytes.
 * @returns contents by name, in the order of writing; pictures and `extra` are the caller's to write
 */
export const reportFiles = (input: ReportInput): Map<string, string> => {
  const { record, judgement, pictures, language, extra = new Map<string, string>() } = input
  const { declared } = viewOf(record, input.inventory)
  const inventory = declared?.inventory
  const files = new Map<string, string>([
    ['report.json', jsonOf(input)],
    ['requests.har', harOf(record)],
    ['piskotki.draft.json', inventoryDraftOf(record, inventory)],
    ['knowledge.json', knowledgeOf(record, language, inventory)],
  ])
  const given: Files = new Map([...extra, ...[...pictures].map(([name, bytes]) => [`pictures/${name}`, bytes] as const)])
  const hashes = hashesOf(new Map([...given, ...files]))
  const html = htmlOf({ record, judgement, pictures, inventory, declared, hashes, speech: speechIn(language) })
  files.set('report.html', html)
  files.set('hashes.txt', hashList(new Map([...given, ...files])))
  return files
}
