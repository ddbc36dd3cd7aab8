import { checkedInventory } from '../../src/check/index.js'
import { knownToken, newSince } from '../../src/changes/index.js'
import type { Consent, RunningConsent } from '../../src/core/consent/types.js'
import type { Loader, Parts, StandInOptions } from '../../src/core/parts.js'
import { start } from '../../src/core/start.js'
import { run as runElements } from '../../src/elements/index.js'
import { run as runFollowUp } from '../../src/followup/index.js'
import { FakeElement, FakeFrame, Listeners } from './FakeElement.js'
import type { ExpectedTab } from './model.js'
import { inventoryJson, thingsOn } from './site.js'

class FakeHistory {
  state: unknown = null
  replaceState(state: unknown) {
    this.state = state
  }
}

interface Task {
  readonly view: View
  readonly at: number
  readonly run: () => void
}

/** One visitor's browser. */
export class Browser {
  readonly jar = new Map<string, string>()
  readonly tabs: Tab[] = []
  tasks: Task[] = []
  inventory = 0
  clock = Date.UTC(2026, 0, 1)
  complaints: string[] = []

  get cookie() {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }
  set cookie(text: string) {
    const [, name, value] = /^([^=]*)=([^;]*)/.exec(text)!
    if (/Max-Age=(0|-)/.test(text)) this.jar.delete(name!)
    else this.jar.set(name!, value!)
  }

  /** Lets everything happen that has been begun, one task after the other and each in its own page. */
  async settle() {
    await settled()
    while (this.tasks.length) {
      const next = this.tasks.reduce((first, one) => (one.at < first.at ? one : first))
      this.tasks = this.tasks.filter((one) => one !== next)
      if (!this.tabs.some(({ view }) => view === next.view)) continue
      next.view.enter()
      next.run()
      await settled()
    }
  }
}

/** Everything that waits for nothing but promises has happened. */
export const settled = () => new Promise((done) => setImmediate(done))

export class Tab {
  readonly entries: (0 | 1)[] = [0]
  readonly history = new FakeHistory()
  at = 0
  views = 0
  view!: View

  constructor(readonly browser: Browser) {}

  load() {
    this.view = new View(this, this.views++)
    this.view.open()
  }
}

/** A page from its load to the next. */
export class View {
  readonly window = new Listeners()
  readonly document = new Listeners()
  readonly channels: Listeners[] = []
  readonly ran: string[] = []
  readonly fetched = new Set<string>()
  elements: FakeElement[] = []
  host!: FakeElement
  consent!: Consent
  asking: RunningConsent | undefined
  standing: StandInOptions | undefined
  readonly inventory: number
  readonly globals: object
  leaving = false

  constructor(
    readonly tab: Tab,
    readonly number: number,
  ) {
    this.inventory = tab.browser.inventory
    this.globals = globalsOf(this)
  }

  later = (run: () => void, after = 0) => void this.tab.browser.tasks.push({ view: this, at: after, run })

  fetch = (address: string) => void this.fetched.add(/tretji\.example\/(\w+)/.exec(address)![1]!)

  runScript(script: FakeElement) {
    const write = () => this.ran.push(script.text || /\w+$/.exec(script.src)![0])
    if (script.text.includes('vrstica')) this.tab.browser.cookie = '_stevec=1'
    if (!script.src) return void write()
    this.fetch(script.src)
    this.later(() => {
      write()
      script.listeners.tell('load')
    }, 1)
  }

  #place({ name, marks, kind }: ReturnType<typeof thingsOn>[number]) {
    const tag = { inline: 'script', script: 'script', image: 'img', frame: 'iframe' }[kind]
    const element = new (kind === 'frame' ? FakeFrame : FakeElement)(this, tag)
    const address = `https://tretji.example/${name}`
    element.dataset.privolim = marks.join(' ')
    if (tag === 'script') element.type = 'text/plain'
    if (kind === 'inline') element.text = name
    else element.setAttribute(kind === 'script' ? 'src' : 'data-src', address)
    element.isConnected = true
    return element
  }

  /** Makes this page the one whose globals are seen. */
  readonly enter = () => enter(this)

  reload = () => {
    if (this.leaving) return
    this.leaving = true
    this.later(() => this.tab.load())
  }

  open() {
    this.enter()
    this.elements = thingsOn(this.tab.entries[this.tab.at]!, this.inventory).map((thing) => this.#place(thing))
    this.consent = start(inventoryJson(this.inventory), { load: this.#load as Loader })
    this.later(() => this.window.tell('pageshow'))
  }

  readonly #load = (name: string) => {
    const nothing = { run: () => undefined }
    const parts: { [Name in keyof Parts]?: Parts[Name] | object } = {
      check: { checkedInventory },
      ui: { checkedInventory, mount: this.#mount },
      changes: { knownToken, newSince },
      elements: { run: runElements },
      followup: { run: runFollowUp },
      placeholder: { standIn: this.#standIn },
      errors: { explainError: (error: unknown) => error },
    }
    return Promise.resolve(parts[name as keyof Parts] ?? nothing)
  }

  readonly #mount = ({ consent }: { consent: RunningConsent }) => {
    this.asking = consent
    return { show: async () => {}, tell: async () => {} }
  }

  /** What the part does but for what is drawn. */
  readonly #standIn = (options: StandInOptions) => {
    if (!this.standing)
      options.consent.subscribe((_, { method }) => {
        if (method !== 'withdraw' && method !== 'reject-all') return
        for (const element of this.elements) options.once.delete(element as unknown as HTMLElement)
      })
    this.standing = options
  }

  press(action: 'once' | 'always') {
    const { held, once, gates, consent } = this.standing ?? {}
    if (!held?.length) return
    if (action === 'always') return consent!.save({ categories: {}, services: { video: true } }, 'embed')
    once!.add(held[0]!)
    gates!.update()
  }

  look(): ExpectedTab {
    const { consent, host, elements, ran, fetched } = this
    const ids = ['functional', 'analytics', 'marketing', 'embeds', ...consent.inventory.services.map(({ id }) => id)]
    return {
      view: this.number,
      granted: ids.filter((id) => consent.granted(id)),
      shown: consent.needsChoice ? 'banner' : 'closed',
      choice: host.dataset.privolimChoice as ExpectedTab['choice'],
      ran: [...ran].sort(),
      live: elements.filter((one) => one.localName !== 'script' && one.src).map(({ src }) => /\w+$/.exec(src)![0]).sort(),
      fetched: [...fetched].sort(),
      placeholders: this.standing?.held.length ?? 0,
    }
  }
}

/** The page whose globals are seen. */
let entered: View | undefined

const enter = (view: View) => {
  if (entered === view) return
  entered = view
  for (const [name, value] of Object.entries(view.globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })
  Date.now = () => view.tab.browser.clock
}

/** What the scripts of a page find. */
const globalsOf = (view: View) => {
  const { browser, history } = view.tab
  const all = (selector: string) =>
    view.elements.filter(({ localName, isConnected, attributesByName }) => {
      if (!isConnected || !attributesByName.has('data-privolim')) return false
      if (selector === 'script[data-privolim]') return localName === 'script'
      return selector.includes('[data-privolim]') && localName !== 'script'
    })
  const page = {
    head: { append: (link: { href?: string }) => view.fetch(link.href!), after: (host: FakeElement) => (view.host = host) },
    hidden: false,
    readyState: 'complete',
    documentElement: { lang: 'sl' },
    get cookie() {
      return browser.cookie
    },
    set cookie(text: string) {
      browser.cookie = text
    },
    querySelectorAll: all,
    querySelector: (selector: string) => all(selector)[0] ?? (selector.includes('#privolim') ? {} : null),
    createElement: (tag: string) => new FakeElement(view, tag),
    addEventListener: view.document.add,
    dispatchEvent: () => true,
  }
  const window = { document: page }
  return {
    document: page,
    self: window,
    top: window,
    addEventListener: view.window.add,
    requestAnimationFrame: (run: () => void) => view.later(run, 16),
    setTimeout: (run: (...given: unknown[]) => void, after?: number, ...given: unknown[]) => view.later(() => run(...given), after),
    BroadcastChannel: class {
      readonly #heard = new Listeners()
      readonly addEventListener = this.#heard.add
      constructor() {
        view.channels.push(this.#heard)
      }
      postMessage() {
        const others = browser.tabs.flatMap((tab) => tab.view.channels.filter((one) => one !== this.#heard).map((one) => [tab.view, one] as const))
        for (const [other, channel] of others) other.later(() => channel.tell('message'))
      }
    },
    HTMLIFrameElement: FakeFrame,
    MutationObserver: class {
      observe() {}
    },
    History: FakeHistory,
    history,
    navigator: {},
    location: { hostname: 'p.example', pathname: '/', protocol: 'https:', reload: view.reload },
  }
}
