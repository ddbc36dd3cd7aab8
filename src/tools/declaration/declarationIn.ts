import { readInventory } from '../inventory/readInventory'
import type { DeclarationOptions } from './declaration'
import { declare } from './declare'
import { wordsIn } from './languages'
import type { Child, Tree } from './tree'

/** How a kind of text writes what the declaration is made of. */
export interface TextForm {
  readonly heading: (text: string, level: number) => string
  readonly link: (text: string, href: string) => string
  /** A run of text, as data: what would be markup is to be kept from being it. */
  readonly plain: (text: string) => string
  readonly strong: (text: string) => string
  readonly item: (text: string) => string
  readonly term: (text: string) => string
  /** Without a head where it has none. */
  readonly table: (caption: string, head: readonly string[], rows: readonly (readonly string[])[]) => string
}

const isTree = (child: Child): child is Tree => typeof child !== 'string'

const childrenOf = ([, , ...children]: Tree): readonly Child[] => children

/** All elements of a tag in a tree, in its order. */
const all = (tree: Tree, tag: string): Tree[] =>
  childrenOf(tree).flatMap((child) => (isTree(child) ? [...(child[0] === tag ? [child] : []), ...all(child, tag)] : []))

const inline = (children: readonly Child[], form: TextForm): string =>
  children
    .map((child) => {
      if (!isTree(child)) return form.plain(child)
      const [tag, { href }] = child
      const text = inline(childrenOf(child), form)
      if (tag === 'br') return ' '
      if (tag === 'a' && href) return form.link(text, href)
      return tag === 'strong' ? form.strong(text) : text
    })
    .join('')
    .trim()

const blockOf = (tree: Tree, form: TextForm): string[] => {
  const [tag] = tree
  const text = () => inline(childrenOf(tree), form)
  if (/^h[1-6]$/.test(tag)) return [form.heading(text(), Number(tag[1]))]
  if (tag === 'table') {
    const [caption] = all(tree, 'caption')
    const rows = all(tree, 'tr').map((row) => childrenOf(row).filter(isTree).map((cell) => inline(childrenOf(cell), form)))
    const hasHead = all(tree, 'thead').length > 0
    return [form.table(caption ? inline(childrenOf(caption), form) : '', hasHead ? rows[0]! : [], hasHead ? rows.slice(1) : rows)]
  }
  if (tag === 'dl') {
    const lines = childrenOf(tree).filter(isTree).map((child) => {
      const said = inline(childrenOf(child), form)
      return child[0] === 'dt' ? form.term(said) : form.item(said)
    })
    return [lines.join('\n')]
  }
  if (tag === 'ul') return [childrenOf(tree).filter(isTree).map((child) => form.item(inline(childrenOf(child), form))).join('\n')]
  if (tag === 'section' || tag === 'div') return childrenOf(tree).filter(isTree).flatMap((child) => blockOf(child, form))
  // What only a page can do, or says: a rule, a word to those without JavaScript.
  return tag === 'hr' || tag === 'noscript' || tag === 'button' ? [] : [text()]
}

/** The declaration in a kind of text, from the same description as the HTML. That nothing was chosen yet is left out. */
export const declarationIn = (inventory: unknown, { language, headingLevel = 3, notice }: DeclarationOptions, form: TextForm): string => {
  const read = readInventory(inventory, language)
  const words = wordsIn(language ?? read.languages[0] ?? 'sl', read.texts)
  const unset = words('declaration.choice.unset')
  const trees = declare(read, words, headingLevel, undefined, notice).filter(([, , first]) => first !== unset)
  return `${trees.flatMap((tree) => blockOf(tree, form)).filter(Boolean).join('\n\n')}\n`
}
