import type { Look } from '../state/draft'
import { isPropertyValue } from '../state/draft'

/** The chosen properties as a rule; empty where there are none. */
export const styleOf = ({ properties }: Look): string => {
  const rules = Object.entries(properties).filter(([, value]) => value && isPropertyValue(value))
  if (!rules.length) return ''
  return `html {\n${rules.map(([name, value]) => `  --privolim-${name}: ${value};`).join('\n')}\n}\n`
}

/** @param base where the folder of the widget and the inventory are, with a slash at the end */
export const snippetOf = (look: Look, base = '/'): string => {
  const position = look.position === 'bar' ? '' : ` data-position="${look.position}"`
  const lines = [`<script src="${base}privolim/privolim.js" data-inventory="${base}piskotki.json"${position}></script>`]
  if (look.theme) lines.push(`<link rel="stylesheet" href="${base}privolim/privolim-${look.theme}.css">`)
  const style = styleOf(look)
  if (style) lines.push(`<style>\n${style}</style>`)
  return `${lines.join('\n')}\n`
}
