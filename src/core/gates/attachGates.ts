/** Holds some kind of element until it may be released. */
export interface Gate {
  /** What it holds. */
  readonly selector: string
  /** Called for every such element, in document order, perhaps more than once. */
  take(element: Element): void
  /** Called when the inventory has been read, when elements were taken after that, and when grants have changed. */
  update(): void
}

export interface AttachedGates {
  scan(root?: ParentNode): void
  update(): void
}

/**
 * Looks for what is to be gated: now, and with one observer for whatever the parser or a script inserts later.
 * One query over the document for each batch of changes costs less than a look at each node that was inserted.
 * Nothing is released before the first `update()`.
 */
export const attachGates = (gates: readonly Gate[]): AttachedGates => {
  let open = false
  const update = () => {
    open = true
    for (const gate of gates) gate.update()
  }
  const scan = (root: ParentNode = document) => {
    for (const gate of gates) for (const element of root.querySelectorAll(gate.selector)) gate.take(element)
    if (open) update()
  }
  new MutationObserver(() => scan()).observe(document, { childList: true, subtree: true })
  scan()
  return { scan, update }
}
