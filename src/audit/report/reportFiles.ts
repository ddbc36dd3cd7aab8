import type { Judgement } from '../judgement'
import type { SiteRecord } from '../record'

interface ReportOptions {
  readonly record: SiteRecord
  readonly judgement: Judgement
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly language: 'sl' | 'en'
}

/** The files of a report, by their names. */
export const reportFiles = ({ judgement }: ReportOptions): ReadonlyMap<string, string | Uint8Array> =>
  new Map([['judgement.json', `${JSON.stringify(judgement, undefined, 2)}\n`]])
