import type { RunningConsent } from './consent/types'
import type { Issue } from './inventory/issues'
import type { Inventory, Service } from './inventory/types'

/**
 * What is fetched only when it is needed. The core knows these shapes and no file of theirs: a door lends them, the
 * script tag by address, the npm package by `import()`.
 */
export interface Parts {
  /** Checks an inventory that no stored choice vouches for. */
  check: {
    checkInventory(json: unknown): readonly Issue[]
    materialOf(inventory: Inventory): string
  }
  /** The question, and the runtime of everything that is shown; it brings the check along. */
  ui: { mount(options: UIOptions): UI } & Parts['check']
  /** Tells what is new since an earlier choice. */
  changes: {
    knownToken(services: readonly Service[]): string
    newSince(services: readonly Service[], token: string): News
  }
  /** Fills `[data-privolim-declaration]`. */
  declaration: { fillDeclarations(consent: RunningConsent): void }
  /** Turns what is wrong in an inventory into sentences. */
  errors: { explainError(error: unknown, language: string): unknown }
  /** Removes the records of services that are denied. */
  cleanup: { cleanUp(inventory: Inventory, granted: (id: string) => boolean): void }
  /** A button that opens the preferences, for pages that have none. */
  reopen: { placeReopen(): void }
}

/** What is new since a choice. */
export interface News {
  /** Services that are new or have materially changed. */
  readonly services: readonly Service[]
  /** Says so to the visitor. */
  readonly text: string
}

/** One known service, as `{ "use": … }` asks for it. */
export interface KnownPart {
  /** Completes what the inventory says; gives a service with its `connect`, if its vendor has to be told. */
  complete(written: object): object
}

export interface UIOptions {
  readonly consent: RunningConsent
  readonly host: HTMLElement
  readonly language: string
}

export type View = 'banner' | 'preferences' | 'closed'

export interface UI {
  show(view: View): Promise<void>
}

export interface Loader {
  <Name extends keyof Parts>(name: Name): Promise<Parts[Name]>
  /** @param name `use-…`, see `partOf` */
  (name: `use-${string}`): Promise<KnownPart>
}
