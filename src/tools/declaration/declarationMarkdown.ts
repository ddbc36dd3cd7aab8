import type { DeclarationOptions } from './declaration'
import { declarationIn, type TextForm } from './declarationIn'

/** What Markdown would take for its own. */
const escaped = (text: string) => text.replace(/[\\`*_[\]<>|~#]/g, '\\$&').replace(/\s+/g, ' ')

const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const MARKDOWN: TextForm = {
  heading: (text, level) => `${'#'.repeat(level)} ${text}`,
  link: (text, href) => `[${text}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
  plain: escaped,
  strong: (text) => `**${text}**`,
  item: (text) => `- ${text}`,
  term: (text) => `\n**${text}**\n`,
  table: (caption, head, rows) =>
    [`*${caption}*`, '', rowOf(head), rowOf(head.map(() => '---')), ...rows.map(rowOf)].join('\n'),
}

/**
 * The declaration as Markdown with tables (GitHub's), for a policy that is written in it.
 * @param inventory as for `declaration`
 * @throws an InventoryError with every issue where the inventory is wrong
 */
export const declarationMarkdown = (inventory: unknown, options: DeclarationOptions = {}): string =>
  declarationIn(inventory, options, MARKDOWN).replace(/\n{3,}/g, '\n\n')
