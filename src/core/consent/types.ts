import type { Choice } from '../choice/types'
import type { CategoryId, Inventory, Service } from '../inventory/types'

/** How a change came about: an answer, what another tab decided, or the browser's own signal. */
export type Method = 'accept-all' | 'reject-all' | 'save' | 'embed' | 'withdraw' | 'other-tab' | 'gpc'

/** What a change says to `privolim:change` listeners; all are ids of categories and services. */
export interface Change {
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly changed: readonly string[]
  readonly method: Method
}

/** What the visitor can keep as proof of a choice. */
export interface Receipt extends Choice {
  /** Fingerprint of what it says: on every page the same, and nobody is known by it. */
  readonly id: string
  /** Ids of categories and services that hold now. */
  readonly granted: readonly string[]
  readonly denied: readonly string[]
}

/** What `subscribe()` hands to its listeners. */
export interface ConsentState {
  readonly inventory: Inventory
  readonly choice: Choice | undefined
  readonly needsChoice: boolean
  readonly granted: readonly string[]
  readonly denied: readonly string[]
}

/** What `save()` takes; whatever it does not name stays as it is. */
export interface Decision {
  readonly categories?: Partial<Record<CategoryId, boolean>>
  readonly services?: Readonly<Record<string, boolean>>
}

export type Listener = (state: ConsentState, change: Change) => void

/**
 * What holds now, for gates and UI. Before the inventory has been read there is none of it: nothing optional is
 * granted, and decisions wait.
 */
export interface ConsentCore {
  readonly inventory: Inventory
  readonly choice: Choice | undefined
  /** Whether the visitor is to be asked; false where nothing needs consent. */
  readonly needsChoice: boolean
  /** @param id of a category or a service; an unknown one is denied */
  granted(id: string): boolean
  /** Grants all there is. Before the inventory has been read, this and the other answers wait for it. */
  acceptAll(): void
  /** Denies all that is optional. */
  rejectAll(): void
  /** What the decision does not name stays as it is; unknown ids are ignored, with a warning in the console. */
  save(decision: Decision): void
  /** The same as rejecting all, later. */
  withdraw(): void
  /** `undefined` before a choice. */
  receipt(): Receipt | undefined
  /**
   * @param listener called after every change, and not at first; what it throws is reported and stops no other
   * @returns what ends the subscription
   */
  subscribe(listener: Listener): () => void
}

/** What pages work with: `window.privolim`, and what `start()` gives. `inventory` is `undefined` until `ready`. */
export interface Consent extends ConsentCore {
  /** Inventory read, gates attached. Rejects with `InventoryError`; everything optional is denied then. */
  readonly ready: Promise<void>
  /** Resolves once they are shown, of a frame of the same origin in the top window. Rejects as `ready` does. */
  openPreferences(): Promise<void>
  /** Gates what was inserted since; needed only where no MutationObserver sees it, as in a closed shadow root. */
  rescan(root?: ParentNode): void
}

/** What the parts see: beyond what gates need, what there is to say to the visitor. */
export interface RunningConsent extends ConsentCore {
  /** Whether there is such a category, or such a service in the inventory. */
  knows(id: string): boolean
  details(): ConsentDetails
  /** As pages may; an embed decides about its own service and leaves the question open. */
  save(decision: Decision, method?: Method): void
  /** Reads the stored choice anew, and tells everybody where it is another one. */
  refresh(method: 'other-tab' | 'gpc'): void
}

export interface ConsentDetails {
  /** When the choice ends, in seconds since 1970. */
  readonly expires: number | undefined
  /** Whether the browser kept the choice; where it did not, it holds for this page. */
  readonly stored: boolean
  /** Services that are new, or have materially changed, since the choice: only their categories are asked about. */
  readonly news: readonly Service[] | undefined
  /** Whether the browser sends Global Privacy Control, which counts as a refusal of marketing. */
  readonly gpc: boolean | undefined
}

declare global {
  interface Window {
    /** What runs on this page, whichever door started it. */
    privolim?: Consent
  }
  interface DocumentEventMap {
    /** The inventory has been read. */
    'privolim:ready': CustomEvent<null>
    'privolim:change': CustomEvent<Change>
    /** With `data-watch` on the tag: of a record its name, else the host that is asked. */
    'privolim:undeclared': CustomEvent<{ readonly kind: string; readonly name: string }>
  }
}
