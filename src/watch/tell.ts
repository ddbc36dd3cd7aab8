import { warn } from '../core/report'

/** Something that a page has or does and its inventory does not declare, or that leaves before an answer. */
export interface Found {
  readonly kind: 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'host' | 'hint' | 'unmarked' | 'noscript'
  /** Of a record its name; else the host that is asked. */
  readonly name: string
  /** More about it, for the console: the `rel` of a hint, the tag of what is not marked. */
  readonly detail?: string
}

const SENTENCES: Readonly<Record<Found['kind'], (found: Found) => string>> = {
  cookie: ({ name }) => `popis ne navaja piškotka »${name}« (undeclared cookie)`,
  localStorage: ({ name }) => `popis ne navaja zapisa »${name}« v localStorage (undeclared record)`,
  sessionStorage: ({ name }) => `popis ne navaja zapisa »${name}« v sessionStorage (undeclared record)`,
  indexedDB: ({ name }) => `popis ne navaja zbirke »${name}« v IndexedDB (undeclared database)`,
  host: ({ name }) => `popis ne navaja strežnika »${name}«, od katerega je stran nekaj zahtevala (undeclared host)`,
  hint: ({ name, detail }) =>
    `<link rel="${detail}"> se obrne na »${name}« pred privolitvijo; odstranite ga. (A resource hint asks a host before consent; remove it.)`,
  unmarked: ({ name, detail }) =>
    `<${detail}> ni označen in nalaga s strežnika »${name}« pred privolitvijo; označite ga. (An unmarked element asks a declared host before consent; mark it.)`,
  noscript: ({ name }) =>
    `<noscript> naloži nekaj s strežnika »${name}« obiskovalcem brez JavaScripta, ki privoliti ne morejo; odstranite ga. ` +
    '(What is in noscript is fetched for visitors who cannot consent; remove it.)',
}

const told = new Set<string>()

/** Tells whoever keeps the site, once each: in the console, and by the event `privolim:undeclared`. */
export const tell = (found: Found): void => {
  const { kind, name, detail } = found
  const key = [kind, name, detail].join(' ')
  if (told.has(key)) return
  told.add(key)
  warn(SENTENCES[kind](found))
  document.dispatchEvent(new CustomEvent('privolim:undeclared', { detail: { kind, name } }))
}
