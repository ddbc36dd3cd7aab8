/** An element, its attributes, and what is in it. Text stays text: nothing of an inventory is parsed as HTML. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A link to a provider's page; the inventory's check has let only harmless schemes through. */
export const link = (href: string, text: string): HTMLAnchorElement =>
  element('a', { href, rel: 'noopener noreferrer' }, text)
