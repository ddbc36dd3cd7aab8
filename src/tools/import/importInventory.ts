import { isHtml } from '../html/isHtml'
import { oneLine, plain } from '../text/plain'
import { decode } from './decode'
import { draftOf } from './draft'
import { blocksOfHtml, codeOfHtml } from './fromHtml'
import { blocksOfText } from './fromText'
import { nestsTooDeep } from './nestsTooDeep'
import { ABOUT_COOKIES, type FoundRow, readBlocks } from './readBlocks'
import { readController } from './readController'
import { readPolicy } from './readPolicy'
import { retentionIn } from './retentionIn'
import { servicesIn } from './servicesIn'
import type { Imported, ImportedCookie, ImportOptions } from './types'
import { withoutTags } from './withoutTags'

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

/** Each record once: the first, but what only a sentence mentions gives way to what a list or a table says. */
const once = (rows: readonly FoundRow[]): ImportedCookie[] => {
  const kept = new Map<string, FoundRow>()
  for (const row of rows) {
    const before = kept.get(row.name)
    if (!before) kept.set(row.name, row)
    else if (before.from.kind === 'prose' && row.from.kind !== 'prose') kept.set(row.name, { ...before, ...row })
  }
  return [...kept.values()].map(({ source: _source, ...row }) => row)
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
  const services = servicesIn(html ? codeOfHtml(text) : text, blocks)
  const controller = readController(document)
  const policy = readPolicy(document)
  const isEmpty = !cookies.length && ABOUT_COOKIES.test(document)
  return {
    inventory: draftOf(cookies, services, controller, policy),
    cookies,
    services,
    controller,
    policy,
    retention: retentionIn(blocks, cookies),
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
