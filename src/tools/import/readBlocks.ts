import type { CategoryId } from '../../core/inventory/types'
import type { Block } from './blocks'
import { categoryIn, categoryOfHeading } from './categories'
import type { Field } from './columns'
import { excerpt } from './excerpt'
import { isName, mayBeName, namesIn } from './names'
import { readItem, readLabels, readProse } from './readLine'
import { type Around, labelled, type ReadRow, readTable, recordsOf } from './readTable'
import type { ReadFrom, Unread } from './types'

/** A row with the place that it was read from. */
export interface FoundRow extends ReadRow {
  readonly from: ReadFrom
}

const NO_NAME = {
  sl: 'V vrstici ni imena piškotka. Dopolnite jo v dokumentu ali piškotek vpišite sami.',
  en: 'The row has no name of a cookie. Complete it in the document, or put the cookie in by hand.',
}
/** What speaks of cookies, in the languages that are met. */
export const ABOUT_COOKIES = /piškot|piskot|cookie|kolačić|kolacic/iu

/**
 * Reads the blocks of a document one after the other, and remembers under what they stand.
 * @param isText whether they are of a text, in which each line is a block of its own
 */
export const readBlocks = (blocks: readonly Block[], isText: boolean) => {
  const found: FoundRow[] = []
  const unread: Unread[] = []
  const stack: { level: number; category: CategoryId | undefined }[] = []
  /** Said by a sentence that a list follows. */
  let intro: CategoryId | undefined
  /** A card that is being filled: its heading, or a term, is a name. */
  let card: { fields: Partial<Record<Field, string>>; kind: ReadFrom['kind']; text: string; line?: number } | undefined
  let isInList = false

  const around = (): Around => {
    const category = intro ?? stack.findLast((one) => one.category)?.category
    return category ? { category } : {}
  }
  const add = (rows: readonly ReadRow[], kind: ReadFrom['kind'], line?: number) => {
    for (const row of rows) found.push({ ...row, from: { kind, text: excerpt(row.source), ...(line && { line }) } })
  }
  const closeCard = () => {
    if (card && (Object.keys(card.fields).length > 1 || isName(card.fields.name ?? ''))) add(recordsOf(card.fields, around(), 0.9).map((row) => ({ ...row, source: card!.text })), card.kind, card.line)
    card = undefined
  }
  const fill = (field: Field, value: string, line?: number) => {
    if (field === 'name') {
      closeCard()
      if (!namesIn(value).length) return false
      card = { fields: { name: value }, kind: 'cards', text: value, ...(line && { line }) }
      return true
    }
    if (!card) return false
    card.fields[field] ??= value
    card.text += ` | ${field}: ${value}`
    return true
  }
  /** @param leads whether a list or a table follows at once */
  const readText = (text: string, leads: boolean, line?: number) => {
    const labels = readLabels(text, around())
    if (labels.length) {
      closeCard()
      return add(labels, 'cards', line)
    }
    const label = labelled(text)
    if (label && fill(label[0], label[1], line)) return
    const trimmed = text.replace(/[:.]$/, '').trim()
    // Under a term, what it is for.
    if (card?.kind === 'definitions' && !card.fields.purpose) {
      const rows = readItem(`${card.fields.name} – ${text}`, around(), true)
      if (rows.length) {
        add(rows, 'definitions', card.line)
        card = undefined
        return
      }
    }
    closeCard()
    if (isName(trimmed)) {
      card = { fields: { name: trimmed }, kind: 'cards', text: trimmed, ...(line && { line }) }
      return
    }
    const item = /^\S{1,80}\s+[–—-]\s/.test(text) || /^\S{1,80}:\s/.test(text) ? readItem(text, around(), false) : []
    if (item.length) {
      isInList = true
      return add(item, 'list', line)
    }
    const rows = readProse(text, around())
    add(rows, 'prose', line)
    if (rows.length) return
    const isIntro = (/:\s*$/.test(text) && ABOUT_COOKIES.test(text)) || (leads && text.length <= 80)
    intro = isIntro ? categoryIn(text) : undefined
  }

  for (const [index, block] of blocks.entries()) {
    const { line } = block
    const isItem = block.kind === 'item'
    if (!isItem) isInList = false
    if (block.kind === 'table') {
      closeCard()
      const { rows, unread: left } = readTable(block.rows, around())
      add(rows, 'table', line)
      if (rows.length) for (const text of left) unread.push({ text: excerpt(text), why: NO_NAME })
      if (!rows.length) for (const row of block.rows) readText(row.join(': '), false, line)
      closeCard()
    } else if (block.kind === 'heading') {
      closeCard()
      intro = undefined
      const name = block.text.trim()
      if (isName(name) || (mayBeName(name) && nextIsLabel(blocks, index))) {
        card = { fields: { name }, kind: 'cards', text: name, ...(line && { line }) }
        continue
      }
      while (stack.length && stack.at(-1)!.level >= block.level) stack.pop()
      stack.push({ level: block.level, category: categoryOfHeading(block.text) })
    } else if (block.kind === 'term') {
      closeCard()
      if (namesIn(block.text).length) card = { fields: { name: block.text }, kind: 'definitions', text: block.text, ...(line && { line }) }
      else intro = categoryOfHeading(block.text) ?? intro
    } else if (isItem) {
      const label = labelled(block.text)
      if (card && label && fill(label[0], label[1], line)) continue
      const labels = readLabels(block.text.replaceAll('\n', ', '), around())
      if (labels.length) {
        add(labels, 'list', line)
        continue
      }
      const rows = readItem(block.text, around(), isInList)
      closeCard()
      if (rows.length) {
        isInList = true
        add(rows, 'list', line)
      } else if (isName(block.text.trim())) add(recordsOf({ name: block.text.trim() }, around(), 0.75), 'list', line)
      else if (label?.[0] === 'name') fill('name', label[1], line)
      else add(readProse(block.text, around()), 'prose', line)
    } else {
      const next = blocks[index + 1]?.kind
      const leads = next === 'item' || next === 'table' || next === 'term'
      for (const part of isText ? [block.text] : block.text.split('\n')) readText(part, leads, line)
    }
  }
  closeCard()
  return { found, unread }
}

const nextIsLabel = (blocks: readonly Block[], index: number) => {
  const next = blocks[index + 1]
  return (next?.kind === 'text' || next?.kind === 'item') && labelled(next.text.split('\n')[0]!) !== undefined
}
