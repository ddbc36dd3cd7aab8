/** What is not read. */
const UNREAD = /^(script|style|template|head|noscript|svg|iframe|object|select|textarea)$/

/** What stands on a line of its own. */
const BLOCK =
  /^(address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/

/** A cell is parted from the next one. */
const CELL = /^t[dh]$/

/** What is still to be read, or to be written. */
type Step = Node | string

const childrenOf = (node: Node): Node[] => [...node.childNodes]

/** An unencrypted address behind a link is as much a finding as one in the text. */
const addressOf = (element: Element): string => {
  const href = element.getAttribute('href')?.trim() ?? ''
  return /^http:\/\//i.test(href) && !element.textContent?.includes(href) ? ` (${href})` : ''
}

/** What stands around the text of an element. */
const around = (element: Element, name: string): [before: string, after: string] => {
  if (BLOCK.test(name)) return ['\n', '\n']
  if (CELL.test(name)) return ['', '\t']
  return ['', name === 'a' ? addressOf(element) : '']
}

/**
 * The text of a page as it is read: a line for each paragraph, row and heading, no scripts and styles.
 * @param parseHtml the browser's `DOMParser`, or another's; it is handed in, since these tools have no DOM of their own
 * @returns text for `lintPolicy`; the HTML itself where it cannot be parsed
 */
export const policyText = (html: string, parseHtml: (html: string) => Document): string => {
  let root: Node | null
  try {
    root = parseHtml(html).documentElement
  } catch {
    return html
  }
  let text = ''
  // Not by recursion: pages may be nested more deeply than a stack is.
  const steps: Step[] = root ? [root] : []
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'string') text += step
    else if (step.nodeType === 3) text += (step.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ')
    else if (step.nodeType === 1) {
      const name = step.nodeName.toLowerCase()
      if (UNREAD.test(name)) continue
      const [before, after] = around(step as Element, name)
      text += before
      steps.push(after, ...childrenOf(step).reverse())
    }
  }
  return text
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()).join('\t').trim())
    .filter(Boolean)
    .join('\n')
}
