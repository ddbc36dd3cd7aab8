import type { CDPSession, Locator, Page } from '@playwright/test'

interface AXValue {
  readonly value?: unknown
}

interface AXNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly role?: AXValue
  readonly name?: AXValue
  readonly properties?: readonly { readonly name: string; readonly value: AXValue }[]
  readonly childIds?: readonly string[]
  readonly backendDOMNodeId?: number
}

/** What a screen reader is told of one node. */
export interface Said {
  readonly role: string
  readonly name: string
  readonly states: readonly string[]
  readonly children: readonly Said[]
}

/** Nodes that say nothing by themselves. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak'])

const STATES = ['level', 'checked', 'expanded', 'modal', 'live', 'focused']

/** What the browser tells assistive technology of an element and of all that is in it, as a tree. */
export const saidOf = async (page: Page, element: Locator): Promise<Said> => {
  const session = await page.context().newCDPSession(page)
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AXNode[] }
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const wanted = await backendIdOf(session, page, element)
    const read = (node: AXNode): Said[] => {
      const children = (node.childIds ?? []).flatMap((id) => read(byId.get(id)!))
      const role = (node.role?.value as string | undefined) ?? ''
      const states = (node.properties ?? []).flatMap(({ name, value: { value } }) =>
        STATES.includes(name) && value !== false && value !== 'off' ? [value === true ? name : `${name} ${String(value)}`] : [],
      )
      if (node.ignored || SILENT.has(role)) return children
      return [{ role, name: ((node.name?.value as string | undefined) ?? '').replaceAll(/\s+/g, ' ').trim(), states, children }]
    }
    const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === wanted)!
    const found = read(root)
    return found.length === 1 ? found[0]! : { role: '', name: '', states: [], children: found }
  } finally {
    await session.detach()
  }
}

const backendIdOf = async (session: CDPSession, page: Page, element: Locator) => {
  const key = 'wantedForReading'
  await element.evaluate((one, name) => Reflect.set(window, name, one), key)
  const { result } = await session.send('Runtime.evaluate', { expression: `window.${key}` })
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId! })
  await page.evaluate((name) => Reflect.deleteProperty(window, name), key)
  return node.backendNodeId
}

/** As lines: what is said of each node, deeper ones further in; text that is a node's name already is not said twice. */
export const linesOf = ({ role, name, states, children }: Said, depth = 0): string[] => {
  const text = textOf(children)
  const isOnlyText = children.every(({ role: inner }) => inner === 'StaticText')
  const said = name || (isOnlyText ? text : '')
  const line = [role === 'StaticText' ? 'text' : role, said && `»${said}«`, ...states.map((state) => `[${state}]`)]
  const inner = isOnlyText || (name && text === name) ? [] : joined(children)
  return [
    ...(role ? [`${'  '.repeat(depth)}${line.filter(Boolean).join(' ')}`] : []),
    ...inner.flatMap((child) => linesOf(child, role ? depth + 1 : depth)),
  ]
}

/** Pieces of one text are one text. */
const joined = (children: readonly Said[]): Said[] => {
  const whole: Said[] = []
  for (const child of children) {
    const last = whole.at(-1)
    if (child.role !== 'StaticText' || last?.role !== 'StaticText') whole.push(child)
    else whole.splice(-1, 1, { ...child, name: `${last.name} ${child.name}`.replaceAll(/ (?=[:,])/g, '').trim() })
  }
  return whole
}

const textOf = (children: readonly Said[]): string =>
  children
    .map((child) => (child.role === 'StaticText' ? child.name : textOf(child.children)))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[:,])/g, '')
    .trim()

/** All nodes of a role, in order. */
export const allOf = (said: Said, role: string): Said[] => [
  ...(said.role === role ? [said] : []),
  ...said.children.flatMap((child) => allOf(child, role)),
]
