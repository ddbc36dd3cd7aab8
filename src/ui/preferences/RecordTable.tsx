import { h } from 'preact'
import type { Words } from '../../texts/words'
import { recordRows } from '../../tools/declaration/recordRows'
import type { Service } from '../../core/inventory/types'

interface RecordTableProps {
  readonly services: readonly Service[]
  readonly caption: string
  readonly words: Words
}

/** The records of some services. On a phone each row becomes a list, the heads standing before what they head. */
export const RecordTable = ({ services, caption, words }: RecordTableProps) => {
  const heads = ['name', 'provider', 'purpose', 'duration', 'type'] as const
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{words(`table.${head}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {services.flatMap((service) =>
          recordRows(service, words).map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td data-head={words('table.provider')}>{row.provider}</td>
              <td data-head={words('table.purpose')}>{row.purpose}</td>
              <td data-head={words('table.duration')}>{row.duration}</td>
              <td data-head={words('table.type')}>{row.type}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
