import type { Draft } from '../state/draft'
import { markedServices } from '../take/marks'
import { styleOf } from '../take/snippet'
import { boot, type BootOptions } from './boot'
import type { DemoSite, Files } from './files'
import { neutralPage } from './neutralPage'

export interface PageOptions extends Omit<BootOptions, 'home'> {
  /** Key of a demo site; empty for the neutral page. */
  readonly site: string
  readonly page: 'home' | 'policy'
  readonly parseHtml: (html: string) => Document
}

const HOME = 'https://predogled.invalid/privolim/'

/** Nothing can be fetched but what the page itself holds. */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; img-src data:; frame-src data:; font-src data:; base-uri 'none'; form-action 'none'"

const dataUrl = (code: string) => `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`

/** Modules import one another by relative addresses, which say nothing in a `data:` URL. */
const absolute = (code: string) => code.replace(/((?:from|import\(?)\s*["'`])\.\//g, `$1${HOME}`)

const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c')

const importMap = (widget: Files['widget']) =>
  Object.fromEntries(
    Object.entries(widget)
      .filter(([name]) => /^privolim-.*\.js$/.test(name))
      .map(([name, code]) => [HOME + name, dataUrl(absolute(code))]),
  )

const element = (page: Document, name: string, attributes: Readonly<Record<string, string>>, text = '') => {
  const made = page.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.textContent = text
  return made
}

/** One thing of each optional service, as the owner's page would hold it back; what the widget loads needs no mark. */
const appendMarks = (page: Document, { inventory }: Draft) => {
  for (const { id, name, category, isLoaded, address } of markedServices(inventory)) {
    if (isLoaded) continue
    const common = { 'data-privolim': id, 'data-preview-name': name }
    if (category === 'embeds' && address) {
      const frame = element(page, 'iframe', {
        ...common,
        'title': name,
        'data-src': address,
        'width': '560',
        'height': '315',
      })
      ;(page.querySelector('main') ?? page.body).append(frame)
    } else
      page.body.append(element(page, 'script', { ...common, type: 'text/plain', ...(address && { src: address }) }))
  }
}

/** What the site itself brings of Privolim and of scripts goes; what is set up here comes in its place. */
const clean = (page: Document) => {
  const remove =
    '#privolim-inventory, script, link[href^="/privolim/"], link[rel="stylesheet"], iframe, base, meta[http-equiv]'
  for (const found of page.querySelectorAll(remove)) found.remove()
}

const sourceOf = (site: DemoSite | undefined, page: 'home' | 'policy', draft: Draft) =>
  site ? site[page === 'policy' ? 'policy' : 'home'] : neutralPage(page, draft)

/**
 * The whole page of the preview, to be put into a sandboxed frame: a demo site or a neutral page, with the widget as it
 * is shipped and the inventory as it is drafted. It fetches nothing and leaves nothing behind.
 */
export const pageOf = (
  draft: Draft,
  { widget, sites }: Files,
  { site, page: kind, parseHtml, ...options }: PageOptions,
): string => {
  const demo = Object.hasOwn(sites, site) ? sites[site] : undefined
  const page = parseHtml(sourceOf(demo, kind, draft))
  clean(page)
  const { look, inventory } = draft
  const add = (name: string, attributes: Readonly<Record<string, string>>, text = '') =>
    element(page, name, attributes, text)
  const core = { 'data-preview-core': '', 'data-position': look.position, 'src': dataUrl(widget['privolim.js'] ?? '') }
  const theme = look.theme && widget[`privolim-${look.theme}.css`]
  page.head.prepend(
    add('meta', { charset: 'utf-8' }),
    add('meta', { 'http-equiv': 'Content-Security-Policy', 'content': POLICY }),
    add('script', { type: 'importmap' }, inScript({ imports: importMap(widget) })),
    add('script', {}, `(${boot.toString()})(${inScript({ ...options, home: HOME })})`),
    add('script', { type: 'application/json', id: 'privolim-inventory' }, inScript(inventory)),
    add('script', core),
    add('style', {}, `${demo?.css ?? ''}\n${widget['privolim-declaration.css'] ?? ''}`),
    add('style', {}, `${theme || ''}\n${styleOf(look)}`),
  )
  appendMarks(page, draft)
  return `<!doctype html>\n${page.documentElement.outerHTML}`
}
