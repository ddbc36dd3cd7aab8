import type { Service } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { recordRows } from './recordRows'
import type { Tree } from './tree'

const HEADS = ['name', 'purpose', 'duration', 'provider', 'type'] as const

/**
 * The table of all records of some services; none where there are none. Each cell says its head once more, for the
 * style sheet to put it before the value where a row becomes a list.
 */
export const declareRecords = (services: readonly Service[], caption: string, words: Words): Tree[] => {
  const rows = services.flatMap((service) => recordRows(service, words))
  if (!rows.length) return []
  const [first, ...others] = HEADS
  return [
    [
      'table',
      {},
      ['caption', {}, caption],
      ['thead', {}, ['tr', {}, ...HEADS.map((head): Tree => ['th', { scope: 'col' }, words(`table.${head}`)])]],
      [
        'tbody',
        {},
        ...rows.map(
          (row): Tree => [
            'tr',
            {},
            // A name is what the browser shows; translated by the browser, it would name nothing.
            ['th', { scope: 'row', translate: 'no' }, row[first]],
            ...others.map((head): Tree => ['td', { 'data-head': words(`table.${head}`) }, row[head]]),
          ],
        ),
      ],
    ],
  ]
}
