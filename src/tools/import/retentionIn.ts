import type { Block } from './blocks'
import { isoOf, lengthsIn } from './durations'
import { excerpt } from './excerpt'
import { sentencesOf } from './sentencesOf'
import type { ImportedCookie, Retention } from './types'

/** A sentence about how long data are kept. */
const OF_KEEPING = /hran|shran|rok|obdobj|izbri|pridob|obdel|velja|traja/iu

/** How long data are kept, where it is not said of a record. */
export const retentionIn = (blocks: readonly Block[], cookies: readonly ImportedCookie[]): Retention[] => {
  const taken = new Set(cookies.map(({ from }) => from.text))
  return blocks.flatMap((block): Retention[] => {
    if (block.kind === 'table' || taken.has(excerpt(block.text))) return []
    return sentencesOf(block.text).flatMap((sentence) => {
      if (!OF_KEEPING.test(sentence) || taken.has(excerpt(sentence))) return []
      return lengthsIn(sentence).map((duration) => {
        const iso = isoOf(duration)
        return { duration, ...(iso && { iso }), from: { kind: 'prose', text: excerpt(sentence), ...(block.line && { line: block.line }) } }
      })
    })
  })
}
