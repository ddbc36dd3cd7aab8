import type { Block, Row } from './blocks'
import { plain } from '../text/plain'

/** What is no part of what a page says. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'nav', 'head', 'svg', 'button', 'select', 'iframe', 'form'])
const LEAVES = new Set(['p', 'address', 'blockquote', 'pre', 'summary', 'figcaption', 'caption', 'legend', 'label'])
const BLOCKS =
  'p,div,section,article,main,aside,header,footer,table,ul,ol,li,dl,dt,dd,h1,h2,h3,h4,h5,h6,address,blockquote,pre,details,summary,figure,fieldset,form'

/** No page nests deeper; what does is a mistake or an attack. */
const DEEPEST = 200
/** A cell that spans more is written by a machine gone wrong. */
const WIDEST = 100

/** The text of an element, where `<br>` is a break and a block stands on a line of its own. */
const textOf = (element: Element, depth = 0): string => {
  if (depth > DEEPEST) return ''
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    if (node.nodeType !== 1) continue
    const child = node as Element
    const name = child.localName
    if (name === 'br') text += '\n'
    else if (!SKIPPED.has(name)) text += child.matches(BLOCKS) ? `\n${textOf(child, depth + 1)}\n` : textOf(child, depth + 1)
  }
  return text
}

const tidy = (text: string) =>
  plain(text)
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')

const spanOf = (cell: Element, name: string) => Math.min(WIDEST, Math.max(1, Number(cell.getAttribute(name)) || 1))

/** A table's own rows, and none of a table within it. */
const ownRows = (table: Element): Element[] =>
  [...table.children].flatMap((child) => (child.localName === 'tr' ? [child] : /^t(head|body|foot)$/.test(child.localName) ? [...child.children] : []))

/** The rows of a table, spans written out; a cell across all columns stands alone. */
const rowsOf = (table: Element): Row[] => {
  const below: (readonly [text: string, left: number] | undefined)[] = []
  return ownRows(table).map((row) => {
    const cells: string[] = []
    const fill = () => {
      for (let kept = below[cells.length]; kept && kept[1] > 0; kept = below[cells.length]) {
        below[cells.length] = [kept[0], kept[1] - 1]
        cells.push(kept[0])
      }
    }
    const children = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')
    if (children.length === 1) return [tidy(textOf(children[0]!))]
    for (const cell of children) {
      fill()
      const text = tidy(textOf(cell))
      const rows = spanOf(cell, 'rowspan') - 1
      for (let column = spanOf(cell, 'colspan'); column > 0; column--) {
        if (rows) below[cells.length] = [text, rows]
        cells.push(text)
      }
    }
    fill()
    return cells
  })
}

/** A page as blocks, in its order. */
export const blocksOfHtml = (document: Document): Block[] => {
  const blocks: Block[] = []
  const add = (kind: 'item' | 'term' | 'text', text: string) => {
    const tidied = tidy(text)
    if (tidied) blocks.push({ kind, text: tidied })
  }
  const walk = (parent: Element, depth: number) => {
    if (depth > DEEPEST) return
    let loose = ''
    const flush = () => {
      add('text', loose)
      loose = ''
    }
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) loose += (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ')
      if (node.nodeType !== 1) continue
      const element = node as Element
      const name = element.localName
      if (SKIPPED.has(name)) continue
      const isBlock = element.matches(BLOCKS)
      if (!isBlock && !element.querySelector(BLOCKS)) {
        loose += name === 'br' ? '\n' : textOf(element)
        continue
      }
      flush()
      if (/^h[1-6]$/.test(name)) blocks.push({ kind: 'heading', text: tidy(textOf(element)).replaceAll('\n', ' '), level: Number(name[1]) })
      else if (name === 'table') readTable(element, depth)
      else if (name === 'dt') add('term', textOf(element))
      else if (name === 'li' && !element.querySelector('table,ul,ol,dl,h1,h2,h3,h4,h5,h6')) add('item', textOf(element))
      else if (LEAVES.has(name) || (name === 'dd' && !element.querySelector(BLOCKS))) add('text', textOf(element))
      else walk(element, depth + 1)
    }
    flush()
  }
  const readTable = (table: Element, depth: number) => {
    const caption = [...table.children].find(({ localName }) => localName === 'caption')
    if (caption) blocks.push({ kind: 'heading', text: tidy(textOf(caption)).replaceAll('\n', ' '), level: 6 })
    // A table that lays out a page holds others.
    if (table.querySelector('table')) for (const row of ownRows(table)) for (const cell of row.children) walk(cell, depth + 1)
    else blocks.push({ kind: 'table', rows: rowsOf(table).filter((row) => row.some(Boolean)) })
  }
  const body = document.body ?? document.documentElement
  if (body) walk(body, 0)
  return blocks
}

/** The code that a page loads or runs, for the services behind it. */
export const codeOfHtml = (html: string): string =>
  [...html.matchAll(/<(script|iframe|img|link|noscript)\b[^>]{0,2000}>(?:[\s\S]{0,20000}?<\/\1>)?/gi)].map(([code]) => code).join('\n')
