import type { CategoryId } from '../../core/inventory/types'
import { recogniseSnippet } from '../catalogue/recogniseSnippet'
import { isHtml } from '../html/isHtml'
import { oneLine, plain } from '../text/plain'
import type { Block } from './blocks'
import { categoryIn, categoryOfHeading } from './categories'
import type { Field } from './columns'
import { decode } from './decode'
import { draftOf } from './draft'
import { isoOf, lengthsIn } from './durations'
import { excerpt } from './excerpt'
import { blocksOfHtml, codeOfHtml } from './fromHtml'
import { blocksOfText } from './fromText'
import { isRecipient, mentionedIn } from './mentions'
import { isName, mayBeName, namesIn } from './names'
import { readController } from './readController'
import { readItem, readLabels, readProse } from './readLine'
import { readPolicy } from './readPolicy'
import { type Around, labelled, type ReadRow, readTable, recordsOf } from './readTable'
import type { Imported, ImportedCookie, ImportedService, ImportOptions, ReadFrom, Retention, Unread } from './types'

const NO_NAME = {
  sl: 'V vrstici ni imena piškotka. Dopolnite jo v dokumentu ali piškotek vpišite sami.',
  en: 'The row has no name of a cookie. Complete it in the document, or put the cookie in by hand.',
}
const NOTHING = {
  sl: 'Dokument omenja piškotke, seznama po imenih pa v njem ni. Poiščite jih v brskalniku ali izberite storitve iz kataloga.',
  en: 'The document speaks of cookies, and lists none by name. Look for them in a browser, or choose services from the catalogue.',
}
const NO_LENGTH = {
  sl: 'Trajanje ni razumljivo. Zapišite ga kot »2 leti«, »30 dni« ali »Trajanje seje«.',
  en: 'The duration is not understood. Write it as "2 leti", "30 dni" or "Trajanje seje".',
}
const BROKEN = {
  sl: 'Dokumenta ni bilo mogoče prebrati. Prilepite njegovo besedilo.',
  en: 'The document could not be read. Paste its text.',
}

const ABOUT_COOKIES = /piškot|piskot|cookie|kolačić|kolacic/iu

/** Reads the blocks of a document one after the other, and remembers under what they stand. */
const readBlocks = (blocks: readonly Block[], isText: boolean) => {
  const found: (ReadRow & { from: ReadFrom })[] = []
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

/** One record once: the first that says most. Names that differ by their blank at the end are the same. */
const once = (rows: readonly (ReadRow & { from: ReadFrom })[]): ImportedCookie[] => {
  const kept = new Map<string, ReadRow & { from: ReadFrom }>()
  for (const row of rows) {
    const key = row.name
    const before = kept.get(key)
    // A sentence that mentions what a table has listed adds nothing.
    if (!before) kept.set(key, row)
    else if (before.from.kind === 'prose' && row.from.kind !== 'prose') kept.set(key, { ...before, ...row })
  }
  return [...kept.values()].map(({ source: _source, ...row }) => row)
}

const NOT = /(?<!\p{L})(?:ne uporablja\w*|ni(?:smo)? nameščen\w*|brez uporabe)(?!\p{L})/iu
const OF_SERVICES = /piškot|cookie|analiti|statisti|sledi|obdelov|obdeluje|posred|ponudnik|vtičnik|storitev|storitve|zemljevid|video|posnet|e-novic|novičk|orodj|platform|uporablja/iu

const servicesOf = (code: string, blocks: readonly Block[]): ImportedService[] => {
  const found = new Map<string, ImportedService>()
  for (const { service, account } of recogniseSnippet(code)) {
    const from: ReadFrom = { kind: 'snippet', text: excerpt(service.scripts[0] ?? service.name) }
    found.set(service.id, { id: service.id, ...(service.use && { use: service.use }), ...(account && { account }), role: 'service', confidence: 0.95, from })
  }
  for (const block of blocks) {
    const text = block.kind === 'table' ? block.rows.map((row) => row.join(' | ')).join('\n') : block.text
    for (const sentence of text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)) {
      if (block.kind !== 'table' && (!OF_SERVICES.test(sentence) || NOT.test(sentence))) continue
      for (const { service } of mentionedIn(sentence)) {
        if (found.has(service.id)) continue
        const role = isRecipient(service) ? 'recipient' : 'service'
        const from: ReadFrom = { kind: 'prose', text: excerpt(sentence), ...(block.line && { line: block.line }) }
        found.set(service.id, { id: service.id, ...(service.use && { use: service.use }), role, confidence: 0.7, from })
      }
    }
  }
  return [...found.values()]
}

const OF_KEEPING = /hran|shran|rok|obdobj|izbri|pridob|obdel|velja|traja/iu

const retentionOf = (blocks: readonly Block[], cookies: readonly ImportedCookie[]): Retention[] => {
  const taken = new Set(cookies.map(({ from }) => from.text))
  return blocks.flatMap((block): Retention[] => {
    if (block.kind === 'table' || taken.has(excerpt(block.text))) return []
    return block.text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u).flatMap((sentence) => {
      if (!OF_KEEPING.test(sentence) || taken.has(excerpt(sentence))) return []
      return lengthsIn(sentence).map((duration) => {
        const iso = isoOf(duration)
        return { duration, ...(iso && { iso }), from: { kind: 'prose', text: excerpt(sentence), ...(block.line && { line: block.line }) } }
      })
    })
  })
}

/** Without a parser: tags away, blocks on lines of their own. */
const withoutTags = (html: string) =>
  html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1>|$)/gi, '')
    .replace(/<\/t[dh]>\s*<t[dh]\b[^>]*>/gi, '\t')
    .replace(/<br\b[^>]*>|<\/?(?:p|div|tr|li|h[1-6]|table|ul|ol|dl|dt|dd|section)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** No page has as many elements within each other; parsers need the square of their number for what is never closed. */
const nestsTooDeep = (html: string): boolean => {
  let depth = 0
  for (const [, close] of html.matchAll(/<(\/?)(?:table|div|ul|ol|dl|section|article|span|details|blockquote)\b/gi)) {
    depth += close ? -1 : 1
    if (depth > 500) return true
  }
  return false
}

/** Not every parser puts a piece of a page into a body. */
const whole = (html: string) => (/<(?:html|body|frameset)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`)

const read = (input: string | Uint8Array, { parseHtml: parse, name = '' }: ImportOptions): Imported => {
  const text = decode(input)
  const parseHtml = parse && !nestsTooDeep(text) ? parse : undefined
  const html = isHtml(text) || /\.html?$/i.test(name)
  const blocks = html && parseHtml ? blocksOfHtml(parseHtml(whole(text))) : blocksOfText(html ? withoutTags(text) : text)
  const document = html
    ? blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.join(' ')).join('\n') : block.text)).join('\n')
    : plain(text)
  const { found, unread } = readBlocks(blocks, !html || !parseHtml)
  const cookies = once(found)
  const lost = cookies.filter(({ duration, iso }) => duration && !iso).map(({ name: of, duration }) => ({ text: `${of}: ${duration}`, why: NO_LENGTH }))
  const services = servicesOf(html ? codeOfHtml(text) : text, blocks)
  const controller = readController(document)
  const policy = readPolicy(document)
  const isEmpty = !cookies.length && ABOUT_COOKIES.test(document)
  return {
    inventory: draftOf(cookies, services, controller, policy),
    cookies,
    services,
    controller,
    policy,
    retention: retentionOf(blocks, cookies),
    unread: [...unread, ...lost, ...(isEmpty ? [{ text: oneLine(document).slice(0, 80), why: NOTHING }] : [])],
  }
}

/**
 * Reads a policy page, a table, text out of a browser or a PDF, or the head of a site, and makes a draft of an inventory
 * of it. Says where it has read each record and how sure it is, and what it could not read; what is not in the document
 * is not in the draft.
 *
 * @param input HTML, text or a table; bytes may be UTF-8, UTF-16, windows-1250 or ISO 8859-2
 * @returns never throws; what cannot be read at all comes back in `unread`
 *
 * @example
 * importInventory('_ga – šteje obiske (trajanje: 2 leti)').cookies[0]
 * // { name: '_ga', purpose: 'šteje obiske', duration: '2 leti', iso: 'P2Y', confidence: 0.85, from: { kind: 'list', … } }
 */
export const importInventory = (input: string | Uint8Array, options: ImportOptions = {}): Imported => {
  try {
    return read(input, options)
  } catch {
    return { inventory: {}, cookies: [], services: [], controller: {}, policy: {}, retention: [], unread: [{ text: '', why: BROKEN }] }
  }
}
