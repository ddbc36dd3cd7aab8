import { declaration } from '../../../src/tools'

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

const cell = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

const linesOf = (inventory: unknown, heading: string, row: (cells: readonly string[], isHead: boolean) => string) => {
  const found = parse(declaration(inventory)).querySelectorAll('h2, h3, h4, p, tr, li')
  return [...found]
    .map((element) => {
      if (/^h/i.test(element.localName)) return `\n${heading}${cell(element)}\n`
      if (element.localName !== 'tr') return `${cell(element)}\n`
      return row([...element.children].map(cell), element.querySelector('td') === null)
    })
    .join('\n')
    .trim()
}

/** The declaration for a policy that is written in Markdown. */
export const declarationMarkdown = (inventory: unknown): string =>
  `${linesOf(inventory, '### ', (cells, isHead) => `| ${cells.join(' | ')} |${isHead ? `\n|${cells.map(() => ' --- |').join('')}` : ''}`)}\n`

/** The declaration as plain text. */
export const declarationText = (inventory: unknown): string =>
  `${linesOf(inventory, '', (cells, isHead) => (isHead ? '' : cells.join(' – ')))}\n`
