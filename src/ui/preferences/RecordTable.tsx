import type { Service } from '../../core/inventory/types'
import { h } from '../../dom/h'
import type { Words } from '../../texts/words'
import { rowsOf } from '../../tools/declaration/rowsOf'
import type { Duration } from '../../tools/duration/iso'

interface RecordTableProps {
  readonly services: readonly Service[]
  readonly caption: string
  readonly words: Words
  readonly read: (text: string) => Duration
}

const HEADS = ['name', 'provider', 'purpose', 'duration', 'type'] as const

/** The records of some services. On a phone each row becomes a list, the heads standing before what they head. */
export const RecordTable = ({ services, caption, words, read }: RecordTableProps) => (
  <table>
    <caption>{caption}</caption>
    <thead>
      <tr>
        {HEADS.map((head) => (
          <th scope="col">{words(`table.${head}`)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {services
        .flatMap((service) => rowsOf(service, words, read))
        .map((row) => (
          <tr>
            {HEADS.map((head) =>
              head === 'name' ? (
                <th scope="row">{row.name}</th>
              ) : (
                <td data-head={words(`table.${head}`)}>{row[head]}</td>
              ),
            )}
          </tr>
        ))}
    </tbody>
  </table>
)
