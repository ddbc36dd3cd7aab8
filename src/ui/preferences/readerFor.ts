import type { Service } from '../../core/inventory/types'
import { report } from '../../core/report'
import { type Duration, readIso } from '../../tools/duration/iso'

/** What is not understood is shown as it is written. */
const asWritten = (text: string): Duration => readIso(text) ?? { kind: 'unknown', asWritten: text }

/** What reads the durations of these services. What reads words is fetched where a duration is written in words. */
export const readerFor = async (services: readonly Service[]): Promise<(text: string) => Duration> => {
  if (services.every(({ cookies }) => cookies.every(({ duration }) => readIso(duration)))) return asWritten
  return import('../../tools/duration/duration').then(
    ({ parseDuration }) => parseDuration,
    (error: unknown) => {
      report(error)
      return asWritten
    },
  )
}
