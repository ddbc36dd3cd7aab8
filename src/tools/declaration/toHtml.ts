import type { Child, Tree } from './tree'

/** Elements that hold elements alone, each of which may stand on a line of its own; white space between them is none. */
const LAID_OUT = /^(div|section|table|thead|tbody|tr|dl|ul)$/

const EMPTY = /^([bh]r|img|meta)$/

/** No parser keeps a NUL, nor a CR that is not written as a reference. The rest is what would be markup. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
  '\r': '&#13;',
  '\0': '\ufffd',
}

const escapeText = (text: string) => text.replace(/[&<>\u00a0\r\0]/g, (character) => REFERENCES[character]!)

const escapeValue = (value: string) => escapeText(value).replaceAll('"', '&quot;')

/**
 * An element as HTML, to be pasted into a page.
 * @param indent what its lines begin with
 */
export const toHtml = ([tag, attributes, ...children]: Tree, indent = ''): string => {
  const values = Object.entries(attributes).map(([name, value]) => ` ${name}${value && `="${escapeValue(value)}"`}`)
  const start = `<${tag}${values.join('')}>`
  if (EMPTY.test(tag)) return start
  const isLaidOut = LAID_OUT.test(tag)
  const inner = (child: Child) => {
    const html = typeof child === 'string' ? escapeText(child) : toHtml(child, `${indent}  `)
    return isLaidOut ? `\n${indent}  ${html}` : html
  }
  return `${start}${children.map(inner).join('')}${isLaidOut ? `\n${indent}` : ''}</${tag}>`
}
