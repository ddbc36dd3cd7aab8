import type { Method, RunningConsent } from './consent/types'
import type { ChoiceStorage } from './choice/cookieStorage'
import type { Choice } from './choice/types'
import type { Issue } from './inventory/issues'
import type { Inventory, Service } from './inventory/types'

/**
 * What is fetched only when it is needed. The core knows these shapes and no file of theirs: a door lends them, the
 * script tag by address, the npm package by `import()`.
 */
export interface Parts {
  /** Checks an inventory that no stored choice vouches for. */
  check: { checkedInventory(options: CheckOptions): Promise<OpenedInventory> }
  /** The question, and the runtime of everything that is shown; it brings the check along. */
  ui: { mount(options: UIOptions): UI } & Parts['check']
  /** Tells what is new since an earlier choice. */
  changes: {
    knownToken(services: readonly Service[]): string
    newSince(services: readonly Service[], token: string): News | undefined
  }
  /** Fills `[data-privolim-declaration]`. */
  declaration: { fillDeclarations(consent: RunningConsent): void }
  /** Understands the marks of other tools. */
  dialects: {
    /** @returns whether there was anything to translate */
    translate(consent: RunningConsent): boolean
  }
  /** Turns what is wrong in an inventory into sentences. */
  errors: { explainError(error: unknown, language: string | undefined): unknown }
  /** Removes the records of services that are denied. */
  cleanup: {
    cleanUp(inventory: Inventory, granted: (id: string) => boolean): Promise<unknown>
    /** Leaves one cookie of the choice, where there are several. */
    keepOne(storage: ChoiceStorage, consent: RunningConsent): void
  }
  /** Holds and releases frames, images, media and style sheets. */
  elements: { updateElements(options: ElementsOptions): void }
  /** Stands in for frames that are held. */
  placeholder: { standIn(options: StandInOptions): void }
  /** A button that opens the preferences, for pages that have none. */
  reopen: { placeReopen(): void }
}

export interface CheckOptions {
  readonly json: unknown
  /** The newest stored one. */
  readonly choice: Choice | undefined
  /** What the core has already and the part need not bring. */
  readonly core: {
    readonly load: Loader
    writeOut(json: unknown): Inventory
    hash(text: string): string
    refuse(issues: readonly Issue[]): never
  }
}

export interface OpenedInventory {
  readonly inventory: Inventory
  readonly revision: string
  /** What is new since the choice. */
  readonly news?: News | undefined
}

export interface ElementsOptions {
  readonly consent: RunningConsent
  /** @param id of a mark; all of them must be granted */
  granted(id: string): boolean
  readonly load: Loader
  /** Looks at everything again. */
  readonly gates: { update(): void }
}

export interface StandInOptions extends ElementsOptions {
  /** All frames that are held now; a placeholder of any other one goes. */
  readonly held: readonly HTMLElement[]
  /** Those that are shown just this once. */
  readonly once: WeakSet<HTMLElement>
}

/** Something the visitor should know after a choice. */
export interface Notice {
  /** What was decided just now, to be confirmed. */
  readonly method: Method
  /** Whether the browser kept the choice. */
  readonly stored: boolean
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
  /** What the page's author said, before `<html lang>`. */
  readonly language: string | undefined
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
