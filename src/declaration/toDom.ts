import type { Tree } from '../tools/declaration/tree'

/** An element of plain data as one of the page. Text stays text: nothing of an inventory is parsed as HTML. */
export const toDom = ([tag, attributes, ...children]: Tree): HTMLElement => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children.map((child) => (typeof child === 'string' ? child : toDom(child))))
  return made
}
