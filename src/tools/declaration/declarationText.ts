import type { DeclarationOptions } from './declaration'
import { declarationIn, type TextForm } from './declarationIn'

/** Columns of a line. */
const WIDTH = 80

/** Between two columns. */
const GAP = 2

/** A column is no narrower, whatever it holds. */
const NARROWEST = 8

/** Lines of at most so many characters; a word that is longer is cut. */
const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line || !lines.length ? [...lines, line] : lines
}

/** As wide as their longest cell, and narrower by turns until they stand beside each other. */
const widthsOf = (rows: readonly (readonly string[])[]): number[] => {
  const count = Math.max(...rows.map(({ length }) => length))
  const widths = Array.from({ length: count }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 1))
  const room = WIDTH - GAP * (count - 1)
  const sum = () => widths.reduce((total, width) => total + width, 0)
  while (sum() > room && Math.max(...widths) > NARROWEST) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = widths[widest]! - 1
  }
  return widths
}

const rowOf = (cells: readonly string[], widths: readonly number[]): string => {
  const wrapped = widths.map((width, column) => wrap(cells[column] ?? '', width))
  const height = Math.max(...wrapped.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    wrapped.map((lines, column) => (lines[line] ?? '').padEnd(widths[column]!)).join(' '.repeat(GAP)).trimEnd(),
  ).join('\n')
}

const paragraph = (text: string, indent = '') => wrap(text, WIDTH - indent.length).map((line) => indent + line).join('\n')

const TEXT: TextForm = {
  heading: (text, level) => (level <= 3 ? `${text.toLocaleUpperCase('sl')}\n${'='.repeat(Math.min(WIDTH, text.length))}` : `${text}\n${'-'.repeat(Math.min(WIDTH, text.length))}`),
  link: (text, href) => (href.startsWith('#') || href.endsWith(text) ? text : `${text} (${href.replace(/^mailto:|^tel:/, '')})`),
  plain: (text) => text.replace(/\s+/g, ' '),
  strong: (text) => text,
  item: (text) => paragraph(text, '  '),
  term: (text) => `${text}:`,
  table: (caption, head, rows) => {
    const widths = widthsOf([head, ...rows])
    const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP))
    return [caption, '', rowOf(head, widths), rule, ...rows.map((row) => rowOf(row, widths))].join('\n')
  },
}

/** Headings, tables and lists keep their lines. */
const isLaidOut = (block: string) => block.includes('\n')

/**
 * The declaration as plain text of 80 columns, for a document, an e-mail, or a board.
 * @param inventory as for `declaration`
 * @throws an InventoryError with every issue where the inventory is wrong
 */
export const declarationText = (inventory: unknown, options: DeclarationOptions = {}): string =>
  `${declarationIn(inventory, options, TEXT)
    .trimEnd()
    .split('\n\n')
    .map((block) => (isLaidOut(block) ? block : paragraph(block)))
    .join('\n\n')}\n`
