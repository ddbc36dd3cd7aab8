import type { Child, Tree } from '../../tools/declaration/tree'

export const paragraph = (...children: Child[]): Tree => ['p', {}, ...children]

/** A part of the report with its heading. */
export const section = (id: string, heading: string, ...children: Tree[]): Tree => [
  'section',
  { id, 'aria-labelledby': `${id}-title` },
  ['h2', { id: `${id}-title` }, heading],
  ...children,
]

/** The first cell of each row is its heading. On a phone the table is scrolled by itself, with the keyboard too. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly Child[])[], kind = ''): Tree => [
  'div',
  { class: 'wide', role: 'group', tabindex: '0', 'aria-label': caption },
  [
    'table',
    kind ? { class: kind } : {},
    ['caption', {}, caption],
    ['thead', {}, ['tr', {}, ...heads.map((head): Tree => ['th', { scope: 'col' }, head])]],
    [
      'tbody',
      {},
      ...rows.map(
        ([first = '', ...rest]): Tree => [
          'tr',
          {},
          ['th', { scope: 'row' }, first],
          ...rest.map((cell): Tree => ['td', {}, cell]),
        ],
      ),
    ],
  ],
]

const LONGEST = 120

/** Of long addresses the beginning; the HAR has the whole. */
export const shortened = (address: string): string =>
  address.length > LONGEST ? `${address.slice(0, LONGEST - 1)}…` : address
