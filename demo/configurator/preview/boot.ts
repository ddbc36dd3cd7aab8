/** What the frame of the preview tells the configurator. */
export type Told =
  | { readonly kind: 'ready'; readonly held: readonly string[]; readonly asks: boolean }
  | {
      readonly kind: 'released' | 'loaded' | 'asked' | 'signalled' | 'stored' | 'removed' | 'wrong'
      readonly what: string
    }
  | { readonly kind: 'choice'; readonly jar: string }
  | { readonly kind: 'granted'; readonly what: string }
  | { readonly kind: 'go'; readonly path: string }

export interface BootOptions {
  /** Tells this run from others: what a frame says of an earlier one is not for us. */
  readonly run: number
  /** `name=value` of the cookies that are there to begin with. */
  readonly jar: string
  /** What the visitor does at once. */
  readonly act?: 'acceptAll' | 'withdraw' | undefined
  /** The address that the widget takes for its own; nothing is ever fetched from it. */
  readonly home: string
}

/**
 * Runs first in the frame of the preview, which has an origin of its own and so neither cookies nor storage: they are
 * kept in memory, and in the frame's name where it loads itself anew. Addresses of others become inert stand-ins and
 * are told. It is handed over as text, so it may use nothing from outside.
 */
export const boot = ({ run, jar, act, home }: BootOptions): void => {
  const tell = (told: Told) => parent.postMessage({ privolim: run, ...told }, '*')

  // Cookies: a jar that outlives a reload of the frame.
  const kept = (() => {
    try {
      return JSON.parse(window.name) as { run?: number; jar?: string }
    } catch {
      return {}
    }
  })()
  const isAgain = kept.run === run
  const cookies = new Map<string, string>()
  for (const pair of ((isAgain ? kept.jar : jar) ?? '').split('; ').filter(Boolean)) {
    const [, name, value] = /^([^=]*)=(.*)$/.exec(pair) ?? []
    if (name !== undefined) cookies.set(name, value ?? '')
  }
  const jarNow = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = () => {
    window.name = JSON.stringify({ run, jar: jarNow() })
    tell({ kind: 'choice', jar: jarNow() })
  }
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: jarNow,
    set: (text: string) => {
      const [, name = '', value = '', attributes = ''] = /^([^=;]*)=([^;]*)(.*)$/.exec(text) ?? []
      const isGone = /max-age=(0|-)/i.test(attributes) || /expires=[^;]*19[67]\d/i.test(attributes)
      if (isGone ? !cookies.has(name) : cookies.get(name) === value) return
      if (isGone) cookies.delete(name)
      else cookies.set(name, value)
      tell({ kind: isGone ? 'removed' : 'stored', what: isGone ? name : `${name}=${value}` })
      keep()
    },
  })
  for (const storage of ['localStorage', 'sessionStorage']) {
    const items = new Map<string, string>()
    const value = {
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, text: string) => void items.set(name, text),
      removeItem: (name: string) => void items.delete(name),
      clear: () => items.clear(),
      key: (index: number) => [...items.keys()][index] ?? null,
      get length() {
        return items.size
      },
    }
    Object.defineProperty(window, storage, { configurable: true, value })
  }

  // Addresses of others: told once each, and nothing is fetched.
  const asked = new Set<string>()
  const meant = new WeakMap<Element, string>()
  const isForeign = (address: string) => /^(https?:)?\/\//i.test(address) && !address.startsWith(home)
  const standIn = (element: Element, address: string) => {
    if (!isForeign(address)) return address
    const isScript = element instanceof HTMLScriptElement
    const isHint = element instanceof HTMLLinkElement
    if (!isHint && !asked.has(address)) tell({ kind: 'asked', what: address })
    asked.add(address)
    meant.set(element, address)
    if (isScript) return 'data:text/javascript,'
    if (element instanceof HTMLIFrameElement)
      return `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><meta charset=utf-8><meta name=color-scheme content="light dark"><body style="font:16px system-ui;display:grid;place-items:center;min-height:90vh;text-align:center">${new URL(address, home).host}`)}`
    return isHint ? 'data:text/plain,' : 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  }
  const ATTRIBUTES = /^(src|href|data|poster)$/i
  const { setAttribute } = Element.prototype
  Element.prototype.setAttribute = function (name, value) {
    const isFetched = ATTRIBUTES.test(name) && !(this instanceof HTMLAnchorElement)
    setAttribute.call(this, name, isFetched ? standIn(this, value) : value)
  }
  for (const [type, name] of [
    [HTMLScriptElement, 'src'],
    [HTMLImageElement, 'src'],
    [HTMLIFrameElement, 'src'],
    [HTMLMediaElement, 'src'],
    [HTMLSourceElement, 'src'],
    [HTMLEmbedElement, 'src'],
    [HTMLObjectElement, 'data'],
    [HTMLLinkElement, 'href'],
  ] as const) {
    const property = Object.getOwnPropertyDescriptor(type.prototype, name)
    if (!property?.set || !property.get) continue
    const { get, set } = property
    Object.defineProperty(type.prototype, name, {
      ...property,
      get(this: Element) {
        // The widget looks for its other files beside its own.
        return this.hasAttribute('data-preview-core') ? `${home}privolim.js` : (get.call(this) as unknown)
      },
      set(this: Element, value: unknown) {
        set.call(this, standIn(this, String(value)))
      },
    })
  }
  const tellOther = (address: string) => {
    if (isForeign(address)) tell({ kind: 'asked', what: address })
  }
  navigator.sendBeacon = (address) => {
    tellOther(String(address))
    return true
  }
  window.fetch = (address) => {
    tellOther(typeof address === 'string' ? address : address instanceof URL ? address.href : address.url)
    return Promise.resolve(new Response('', { status: 204 }))
  }
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => tellOther(blockedURI))

  // Signals of vendors are calls of functions and pushes into lists.
  const layer: unknown[] = []
  Object.defineProperty(layer, 'push', {
    value: (...items: unknown[]) => {
      for (const item of items) {
        const parts = Array.from(item as ArrayLike<unknown>)
        const [what, ...rest] = parts.length ? parts : [item]
        if (what !== 'js')
          tell({ kind: 'signalled', what: `gtag(${[what, ...rest].map((one) => JSON.stringify(one)).join(', ')})` })
        layer[layer.length] = item
      }
      return layer.length
    },
  })
  ;(window as unknown as { dataLayer: unknown }).dataLayer = layer

  // Links lead nowhere but to the site's policy.
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a[href]')
    const href = link?.getAttribute('href') ?? ''
    if (!link || href === '#privolim') return
    event.preventDefault()
    if (href.startsWith('#')) document.getElementById(href.slice(1))?.scrollIntoView()
    else if (href.startsWith('/') || href.startsWith('./')) tell({ kind: 'go', path: href })
    else tellOther(href)
  })
  document.addEventListener('submit', (event) => event.preventDefault())

  interface Running {
    readonly ready: Promise<void>
    readonly needsChoice: boolean
    readonly granted: (id: string) => boolean
    readonly acceptAll: () => void
    readonly withdraw: () => void
  }
  const labelOf = (element: Element) =>
    `${element.getAttribute('data-privolim')}: ${element.getAttribute('data-preview-name') ?? meant.get(element) ?? element.getAttribute('data-src') ?? element.getAttribute('src') ?? element.localName}`
  document.addEventListener('privolim:change', ({ detail: { changed, granted } }) => {
    for (const id of changed) tell(granted.includes(id) ? { kind: 'granted', what: id } : { kind: 'removed', what: id })
  })
  document.addEventListener('DOMContentLoaded', () => {
    const consent = (window as unknown as { privolim?: Running }).privolim
    const isOpen = (element: Element) =>
      (element.getAttribute('data-privolim') ?? '').split(/\s+/).every((id) => consent?.granted(id))
    consent?.ready.then(
      () => {
        // Only now are those there that the widget loads by itself.
        const found = [...document.querySelectorAll('[data-privolim]')]
        const marked = found.map((element) => [element, labelOf(element)] as const)
        const held = marked.filter(([element]) => !isOpen(element)).map(([, label]) => label)
        tell({ kind: 'ready', held, asks: consent.needsChoice })
        for (const [element, label] of marked) if (isOpen(element)) tell({ kind: 'released', what: label })
        document.addEventListener('privolim:change', () => {
          for (const [element, label] of marked) if (isOpen(element)) tell({ kind: 'released', what: label })
        })
        if (act && !isAgain) consent[act]()
      },
      (error: unknown) => tell({ kind: 'wrong', what: String(error) }),
    )
  })
}
