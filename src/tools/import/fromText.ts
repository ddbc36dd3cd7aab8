import type { Block, Row } from './blocks'
import { fieldOf, fieldsOfHead } from './columns'
import { isDuration } from './durations'
import { mayBeName } from './names'
import { plain } from '../text/plain'

interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
}

const BULLET = /^\s*(?:[•◦▪‣·*●○■]|[-–—](?=\s)|\(?\d{1,3}[.)](?=\s)|[a-zčšž]\)(?=\s))\s*/i

const cellsOfPipes = (text: string): string[] =>
  text
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim())

/** A line of values in quotes or none, parted by one character. */
const cellsOfCsv = (text: string, mark: string): string[] => {
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (character === '"' && (isQuoted || !cell.trim())) {
      if (isQuoted && text[at + 1] === '"') cell += text[++at]!
      else isQuoted = !isQuoted
    } else if (character === mark && !isQuoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += character
  }
  return [...cells, cell.trim()]
}

type Reading = { readonly block: Block; readonly taken: number } | undefined

/** Rows for as long as lines have as many cells as the head, or at least two. */
const tableFrom = (lines: readonly Line[], start: number, cut: (text: string) => string[]): Reading => {
  const rows: Row[] = []
  let at = start
  for (; at < lines.length && lines[at]!.text.trim(); at++) {
    const cells = cut(lines[at]!.text)
    if (cells.length < 2) break
    if (!cells.every((cell) => /^:?-{2,}:?$|^$/.test(cell))) rows.push(cells)
  }
  if (rows.length < 2) return undefined
  return { block: { kind: 'table', rows, line: lines[start]!.number }, taken: at - start }
}

const tabs = (lines: readonly Line[], start: number): Reading =>
  lines[start]!.text.includes('\t') ? tableFrom(lines, start, (text) => text.split('\t').map((cell) => cell.trim())) : undefined

const pipes = (lines: readonly Line[], start: number): Reading =>
  cellsOfPipes(lines[start]!.text).length > 1 ? tableFrom(lines, start, cellsOfPipes) : undefined

const csv = (lines: readonly Line[], start: number): Reading => {
  for (const mark of [';', ',']) {
    const head = cellsOfCsv(lines[start]!.text, mark)
    if (head.length > 1 && fieldsOfHead(head)?.includes('name'))
      return tableFrom(lines, start, (text) => cellsOfCsv(text, mark))
  }
  return undefined
}

const CELL = /^[^|]+\|\s*$/

/** A cell a line, each with a bar at its end: as many as the head has make a row. Each run of them is read once. */
const cellPerLine = (lines: readonly Line[], start: number): Reading => {
  if (start > 0 && CELL.test(lines[start - 1]!.text)) return undefined
  const cells: string[] = []
  let at = start
  for (; at < lines.length && CELL.test(lines[at]!.text); at++) cells.push(lines[at]!.text.replace('|', '').trim())
  return byHead(cells, lines[start]!.number, at - start)
}

/** The longest head that the cells begin with, and rows of its length. */
const byHead = (cells: readonly string[], line: number, taken: number): Reading => {
  for (let width = 6; width > 1; width--) {
    const fields = fieldsOfHead(cells.slice(0, width))
    if (cells.length < 2 * width || !fields?.includes('name') || fields.includes(undefined)) continue
    const rows = Array.from({ length: Math.floor(cells.length / width) }, (_, row) => cells.slice(row * width, (row + 1) * width))
    return { block: { kind: 'table', rows, line }, taken }
  }
  return undefined
}

/** Columns that are held apart by two spaces and more; what goes on beneath belongs to the row above. */
const aligned = (lines: readonly Line[], start: number): Reading => {
  const head = lines[start]!.text
  const cells = head.trim().split(/\s{2,}/)
  if (cells.length < 2 || !fieldsOfHead(cells)?.includes('name')) return undefined
  const starts: number[] = []
  for (const cell of cells) starts.push(head.indexOf(cell, (starts.at(-1) ?? -1) + 1))
  const rows: string[][] = [cells]
  let at = start + 1
  for (; at < lines.length && lines[at]!.text.trim(); at++) {
    const { text } = lines[at]!
    const row = starts.map((from, column) => text.slice(column ? from : 0, starts[column + 1]).trim())
    const last = rows.at(-1)!
    if (!row[0] && rows.length > 1) row.forEach((more, column) => (last[column] = `${last[column]} ${more}`.trim()))
    else rows.push(row)
  }
  return rows.length > 1 ? { block: { kind: 'table', rows, line: lines[start]!.number }, taken: at - start } : undefined
}

/** How many words at the end of a line are one duration: the longest that follows a sentence, else the longest of all. */
const durationAtEnd = (words: readonly string[]): number => {
  const counts = [6, 5, 4, 3, 2, 1].filter((count) => count < words.length - 1 && isDuration(words.slice(-count).join(' ')))
  return counts.find((count) => /[.!?)]$/.test(words.at(-count - 1)!)) ?? counts[0] ?? 0
}

/** A table copied out of a browser or a PDF, whose columns are a space apart: a name first, a duration last. */
const copied = (lines: readonly Line[], start: number): Reading => {
  const head = /^(ime(?: piškotka| piskotka)?|piškotek|piskotek|naziv|name|cookie) (namen(?: uporabe)?|opis|purpose|description) (.{3,30})$/i.exec(lines[start]!.text.trim())
  if (!head) return undefined
  const rows: string[][] = [head.slice(1)]
  let at = start + 1
  for (; at < lines.length && lines[at]!.text.trim(); at++) {
    const words = lines[at]!.text.trim().split(/\s+/)
    const last = durationAtEnd(words)
    const isRow = words.length > 2 && mayBeName(words[0]!) && last > 0
    if (isRow) rows.push([words[0]!, words.slice(1, -last).join(' '), words.slice(-last).join(' ')])
    else break
  }
  return rows.length > 1 ? { block: { kind: 'table', rows, line: lines[start]!.number }, taken: at - start } : undefined
}

/**
 * A table copied out of a browser so that each cell came to stand on a line of its own: labels one after the other, then
 * as many lines a row, for as long as the name's is one.
 */
const stacked = (lines: readonly Line[], start: number): Reading => {
  if (!fieldOf(lines[start]!.text.trim())) return undefined
  /** So many cells from a line on, and the line after them. */
  const take = (count: number, from: number) => {
    const cells: string[] = []
    let at = from
    // A gap of many empty lines ends a table.
    for (; at < lines.length && at - from < 4 * count && cells.length < count; at++) {
      const text = lines[at]!.text.trim()
      if (text) cells.push(text.slice(0, 400))
    }
    return { cells, end: at }
  }
  for (let width = 6; width > 1; width--) {
    const head = take(width, start)
    const fields = head.cells.length === width ? fieldsOfHead(head.cells) : undefined
    const name = fields?.indexOf('name') ?? -1
    if (!fields || name < 0 || fields.includes(undefined)) continue
    const rows: Row[] = [head.cells]
    let { end } = head
    for (let row = take(width, end); row.cells.length === width && mayBeName(row.cells[name]!.split(/[,;]\s/)[0]!); row = take(width, end)) {
      rows.push(row.cells)
      end = row.end
    }
    if (rows.length > 1) return { block: { kind: 'table', rows, line: lines[start]!.number }, taken: end - start }
  }
  return undefined
}

const READERS = [tabs, cellPerLine, pipes, csv, aligned, copied, stacked]

/** Short, and nothing that a sentence ends with. */
const isHeading = (text: string, isBefore: boolean) => isBefore && text.length <= 90 && !/[.,;:!?]$|^[^:]{2,40}:\s/.test(text) && !BULLET.test(text)

/** A text as blocks, in its order. */
export const blocksOfText = (text: string): Block[] => {
  const lines: Line[] = plain(text)
    .split('\n')
    .map((line, index) => ({ text: line.trimEnd(), number: index + 1 }))
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const { text: line, number } = lines[at]!
    const trimmed = line.trim()
    if (!trimmed) {
      at++
      continue
    }
    const table = READERS.reduce<Reading>((found, reader) => found ?? reader(lines, at), undefined)
    if (table) {
      blocks.push(table.block)
      at += table.taken
      continue
    }
    const isAlone = !lines[at + 1]?.text.trim()
    const bullet = BULLET.exec(trimmed)
    const marked = /^#{1,6}\s+(.+)$/.exec(trimmed)
    if (marked) blocks.push({ kind: 'heading', text: marked[1]!, level: 3, line: number })
    else if (bullet && bullet[0].length < trimmed.length && !(isAlone && /^\d/.test(trimmed) && trimmed.length < 60 && !/[–:]/.test(trimmed)))
      blocks.push({ kind: 'item', text: trimmed.slice(bullet[0].length), line: number })
    else if (isHeading(trimmed, isAlone)) blocks.push({ kind: 'heading', text: trimmed, level: 3, line: number })
    else blocks.push({ kind: 'text', text: trimmed, line: number })
    at++
  }
  return blocks
}
