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

/** Rows that are laid out together, or not at all while they are out of sight, see `[part='many']` in the style sheet. */
const CHUNK = 20

/** The records of some services. On a phone each row becomes a list, the heads standing before what they head. */
export const RecordTable = ({ services, caption, words, read }: RecordTableProps) => {
  const heads = HEADS.map((key) => words(`table.${key}`))
  const blank = (
    <tr>{heads.map((head, column) => (column ? <td data-head={head} /> : <th scope="row" />))}</tr>
  )
  // A site may declare a thousand: copies are made in half the time.
  const rows = services
    .flatMap((service) => rowsOf(service, words, read))
    .map((row) => {
      const made = blank.cloneNode(true) as HTMLElement
      HEADS.forEach((key, column) => (made.children[column]!.textContent = row[key]))
      return made
    })
  return (
    <table part={rows.length > CHUNK && 'many'}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      {rows.map((_, start) => start % CHUNK === 0 && <tbody>{rows.slice(start, start + CHUNK)}</tbody>)}
    </table>
  )
}
