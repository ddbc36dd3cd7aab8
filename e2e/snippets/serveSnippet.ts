import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Handler, World } from '../support/world.js'

export const HOME = 'https://test.example/'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json' }

const TAG = '<script src="/privolim/privolim.js" data-inventory="/piskotki.json"></script>'

/** What the examples call: a chat that notes what it is told. */
const CHAT = 'globalThis.klepet = (what) => (globalThis.ran ||= []).push(what)'

/** A page around a snippet: the tag goes into the head, where a snippet does not bring it. */
const pageWith = (snippet: string, head: string) => {
  const bringsTag = snippet.includes('/privolim.js"')
  const [first, second] = bringsTag ? [snippet, ''] : [head, snippet]
  return `<!doctype html><html lang="sl"><head><meta charset="utf-8">${first}<title>Klub Primer</title></head><body><p>Stran.</p>${second}</body></html>`
}

interface Around {
  readonly inventory: object
  /** In place of the tag. */
  readonly head?: string
}

/** Serves a site whose only page holds a snippet: what is built stands in `/privolim/`, the npm package in `/npm/`. */
export const serveSnippet = (world: World, snippet: string, { inventory, head = TAG }: Around): void => {
  const site: Handler = ({ path }) => {
    if (path === '/') return pageWith(snippet, head)
    if (path === '/piskotki.json') return { type: TYPES.json!, body: JSON.stringify(inventory) }
    const [, name = ''] = /^\/(?:privolim|npm)\/([\w./-]+)$/.exec(path) ?? []
    if (!name || !existsSync(dist + name)) return { status: 404, type: 'text/plain', body: path }
    return { type: TYPES[name.split('.').at(-1)!] ?? 'text/plain', body: readFileSync(dist + name) }
  }
  world.serve('klepet.example', { type: TYPES.js!, body: CHAT })
  for (const host of ['video.example', 'www.youtube-nocookie.com']) world.serve(host, '<!doctype html><title>Film</title>')
  world.serve('test.example', site)
}
