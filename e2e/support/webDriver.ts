/** The error of a command, as the driver names it: https://www.w3.org/TR/webdriver2/#errors */
class WebDriverError extends Error {
  override readonly name = 'WebDriverError'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

/** An element of the page, as the protocol hands it out. */
export type ElementReference = Readonly<Record<string, string>>

/** A browser's window, as far as a visitor needs one: https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  goTo(url: string): Promise<void>
  back(): Promise<void>
  reload(): Promise<void>
  /** Runs in the page; what it returns, or resolves with, is JSON or elements. */
  evaluate<Out>(work: (...args: never[]) => Out, ...args: unknown[]): Promise<Awaited<Out>>
  /** Presses with the mouse, where the element's middle is. */
  click(element: ElementReference): Promise<void>
  /** Presses one key, by its name (`Tab`), or a letter. */
  press(key: string): Promise<void>
  cookies(): Promise<readonly { readonly name: string; readonly value: string }[]>
  /** What a screen reader would read. */
  nameOf(element: ElementReference): Promise<string>
  close(): Promise<void>
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Readonly<Record<string, string>> = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ' }

/** The name under which the protocol hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

type Send = <Out>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Out>

const sendTo =
  (address: string): Send =>
  async (method, path, body) => {
    const response = await fetch(address + path, { method, ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }) })
    const { value } = (await response.json()) as { value: never }
    if (response.ok) return value
    const { error, message } = value as { error: string; message: string }
    throw new WebDriverError(error, message)
  }

/**
 * Opens a window in a fresh profile.
 * @param address of the driver, without a slash at its end
 */
export const openWindow = async (address: string, capabilities: object): Promise<WebDriver> => {
  const send = sendTo(address)
  const { sessionId } = await send<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: capabilities } })
  const act: Send = (method, path, body) => send(method, `/session/${sessionId}${path}`, body)
  const actions = (type: string, list: readonly object[], more: object = {}) =>
    act<void>('POST', '/actions', { actions: [{ type, id: type, actions: list, ...more }] })

  return {
    goTo: (url) => act('POST', '/url', { url }),
    back: () => act('POST', '/back'),
    reload: () => act('POST', '/refresh'),
    evaluate: (work, ...args) =>
      act('POST', '/execute/sync', { script: `return (${String(work)})(...arguments)`, args }),
    click: (element) =>
      actions(
        'pointer',
        [
          { type: 'pointerMove', duration: 0, x: 0, y: 0, origin: element },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
        { parameters: { pointerType: 'mouse' } },
      ),
    press: (key) => {
      const value = KEYS[key] ?? key
      return actions('key', [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ])
    },
    cookies: () => act('GET', '/cookie'),
    nameOf: (element) => act('GET', `/element/${element[ELEMENT]!}/computedlabel`),
    close: () => act('DELETE', ''),
  }
}
