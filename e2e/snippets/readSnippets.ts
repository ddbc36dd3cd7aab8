import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of the documentation. What stands in several places word for word is one snippet. */
export interface Snippet {
  /** Empty where none is said. */
  readonly language: string
  readonly text: string
  /** File and line of each place, as an editor opens them. */
  readonly places: string[]
  /** Why it is not executed, by the remark before it: `<!-- not executed: why -->`. */
  readonly notExecuted: string | undefined
}

const BLOCK = /(?:^[ \t]*<!-- not executed: (?<why>.+) -->\n+)?^(?<indent>[ \t]*)```(?<language>\w*)\n(?<text>[\s\S]*?)^[ \t]*```[ \t]*$/gm

const filesOf = (root: string) => [
  'README.md',
  'README.sl.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
]

const fences = (markdown: string) => markdown.match(/^[ \t]*```/gm)?.length ?? 0

export const readSnippets = (root: string): Snippet[] => {
  const snippets = new Map<string, Snippet>()
  for (const file of filesOf(root)) {
    const markdown = readFileSync(join(root, file), 'utf8')
    const blocks = [...markdown.matchAll(BLOCK)]
    if (blocks.length * 2 !== fences(markdown)) throw new Error(`A block of ${file} is not read.`)
    for (const { index, 0: whole, groups } of blocks) {
      const { why: notExecuted, indent = '', language = '', text: indented = '' } = groups as Record<string, string | undefined>
      const text = indented.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
      const line = markdown.slice(0, index + whole.indexOf('```')).split('\n').length
      const key = JSON.stringify([language, text, notExecuted])
      if (!snippets.has(key)) snippets.set(key, { language, text, places: [], notExecuted })
      snippets.get(key)!.places.push(`${file}:${line}`)
    }
  }
  return [...snippets.values()]
}
