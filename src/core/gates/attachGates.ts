/** Holds some kind of element until it may be released. */
export interface Gate {
  /** What it holds. */
  readonly selector: string
  /** Called for every such element, in document order, perhaps more than once. */
  take?(element: Element): void
  /** Called when the inventory has been read, when elements were taken after that, and when grants have changed. */
  update(): void
}

export interface AttachedGates {
  scan(root?: ParentNode): void
  update(): void
}

/** From so many inserted nodes on, one query over the document costs less than a look at each of them. */
const MANY = 99

/**
 * Looks for what is to be gated: now, and with one observer for whatever the parser or a script inserts later, which
 * costs the same on a small page and on a large one. Nothing is released before the first `update()`.
 */
export const attachGates = (gates: readonly Gate[]): AttachedGates => {
  let open = false
  const update = () => {
    open = true
    for (const gate of gates) gate.update()
  }
  const scan = (root: ParentNode = document) => {
    for (const gate of gates) for (const element of root.querySelectorAll(gate.selector)) gate.take?.(element)
    if (open) update()
  }
  const any = gates.map(({ selector }) => selector).join()
  // Texts and comments have neither.
  const isMarked = (node: Partial<Pick<Element, 'matches' | 'querySelector'>>) => node.matches?.(any) || node.querySelector?.(any)
  new MutationObserver((records) => {
    const nodes = records.flatMap(({ addedNodes }) => [...addedNodes] as Partial<Element>[])
    if (nodes.length > MANY || nodes.some(isMarked)) scan()
  }).observe(document, { childList: true, subtree: true })
  scan()
  return { scan, update }
}
