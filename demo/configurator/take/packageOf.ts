import { type Draft } from '../state/draft'
import { getAt, listAt, textAt } from '../state/json'
import { saveDraft } from '../state/openDraft'
import {
  declaration,
  declarationMarkdown,
  declarationText,
  LANGUAGES,
  partOf,
  type PolicyOptions,
  SERVER_KINDS,
  serverRules,
} from '../tools'
import { joomla, readme, wordpress } from './instructions'
import { snippetOf } from './snippet'

/** Text by name; what could not be made is left out. */
export type Package = Readonly<Record<string, string>>

/** What a tool makes, or nothing where the inventory is not ready for it. */
export const attempt = <Out>(make: () => Out): Out | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}

export const inventoryText = ({ inventory }: Draft): string => `${JSON.stringify(inventory, undefined, 2)}\n`

/** The widget's files that this set-up can ever fetch. */
export const widgetFiles = ({ inventory, look }: Draft, widget: Package): Package => {
  const languages = getAt(inventory, ['languages'])
  const spoken = Array.isArray(languages) ? languages : []
  const used = listAt(inventory, ['services']).map((service) => partOf(textAt(service, ['use'])))
  const isNeeded = (name: string) => {
    const part = /^privolim-(.+)\.(?:js|css)$/.exec(name)?.[1] ?? ''
    if (part.startsWith('use-')) return used.some((one) => one === part)
    if (LANGUAGES.some((code) => code === part)) return spoken.includes(part)
    return !['klub', 'obcina', 'papir'].includes(part) || part === look.theme
  }
  return Object.fromEntries(Object.entries(widget).filter(([name]) => isNeeded(name)))
}

const example = (draft: Draft) => `<!doctype html>
<html lang="sl">
<head>
<meta charset="utf-8">
${snippetOf(draft.look, './').trimEnd()}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Primer</title>
</head>
<body>
<main>
<h1>Primer</h1>
<p>Tako gradnik deluje na strani brez oblikovanja.</p>
<h2>Piškotki</h2>
<div data-privolim-declaration></div>
</main>
<p><a href="#privolim">Nastavitve piškotkov</a></p>
</body>
</html>
`

const serverFiles = ({ inventory }: Draft, options: PolicyOptions) =>
  SERVER_KINDS.flatMap((kind) => {
    const rules = attempt(() => serverRules(inventory, kind, options))
    if (!rules) return []
    return [
      [`streznik/${kind}/${rules.file}`, rules.text],
      [`streznik/${kind}/NAVODILA.md`, `${rules.steps.sl}\n`],
    ] as const
  })

/**
 * All that the owner takes home: names with folders, and texts. Works for a draft that is not finished, too; what needs
 * a valid inventory is left out then.
 * @param options of the rules for the server
 */
export const packageOf = (draft: Draft, widget: Package, options: PolicyOptions = {}): Package => {
  const { inventory } = draft
  const made = (name: string, make: () => string) => {
    const text = attempt(make)
    return text === undefined ? [] : [[name, text] as const]
  }
  return Object.fromEntries([
    ['PREBERI-ME.md', readme(draft).sl],
    ['README.en.md', readme(draft).en],
    ['piskotki.json', inventoryText(draft)],
    ['vstavi-v-head.html', snippetOf(draft.look)],
    ['primer.html', example(draft)],
    ...made('izjava/izjava.html', () => declaration(inventory)),
    ...made('izjava/izjava.md', () => declarationMarkdown(inventory)),
    ...made('izjava/izjava.txt', () => declarationText(inventory)),
    ...serverFiles(draft, options),
    ['wordpress.md', wordpress(draft).sl],
    ['joomla.md', joomla(draft).sl],
    ['osnutek.json', saveDraft(draft)],
    ...Object.entries(widgetFiles(draft, widget)).map(([name, text]) => [`privolim/${name}`, text] as const),
  ])
}
