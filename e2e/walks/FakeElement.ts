/** Where its page learns of what it does. */
interface Page {
  elements: FakeElement[]
  fetch(address: string): void
  runScript(script: FakeElement): void
}

type Listener = (event: { type: string }) => void

export class Listeners {
  readonly #all: [string, Listener][] = []
  add = (type: string, listener: Listener) => void this.#all.push([type, listener])
  tell = (type: string) => {
    for (const [name, listener] of this.#all) if (name === type) listener({ type })
  }
}

export class FakeElement {
  readonly attributesByName = new Map<string, string>()
  readonly listeners = new Listeners()
  readonly style = {}
  isConnected = false
  text = ''
  nonce = ''
  noModule = false

  constructor(
    readonly view: Page,
    readonly localName: string,
  ) {}

  get tagName() {
    return this.localName.toUpperCase()
  }
  get attributes() {
    return [...this.attributesByName].map(([name, value]) => ({ name, value }))
  }
  get dataset() {
    const nameOf = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    const none: Record<string, string | undefined> = {}
    return new Proxy(none, {
      get: (_, key: string) => this.attributesByName.get(nameOf(key)),
      set: (_, key: string, value: string) => (this.attributesByName.set(nameOf(key), value), true),
    })
  }
  get type() {
    return this.getAttribute('type') ?? ''
  }
  set type(type: string) {
    this.setAttribute('type', type)
  }
  get src() {
    return this.getAttribute('src') ?? ''
  }
  set src(address: string) {
    this.setAttribute('src', address)
  }
  addEventListener = this.listeners.add
  getAttribute = (name: string) => this.attributesByName.get(name) ?? null
  hasAttribute = (name: string) => this.attributesByName.has(name)
  removeAttribute = (name: string) => void this.attributesByName.delete(name)
  setAttribute(name: string, value: string) {
    this.attributesByName.set(name, value)
    if (name === 'src' && this.isConnected) this.view.fetch(value)
  }
  matches = () => false
  closest = () => null
  remove() {
    this.isConnected = false
    this.view.elements = this.view.elements.filter((one) => one !== this)
  }
  replaceWith(other: FakeElement) {
    this.view.elements = this.view.elements.map((one) => (one === this ? other : one))
    this.isConnected = false
    other.isConnected = true
    this.view.runScript(other)
  }
}

export class FakeFrame extends FakeElement {}
