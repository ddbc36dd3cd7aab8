import type { AttachedGates } from './gates/attachGates'
import type { Policy } from './gates/revive'
import type { Method, RunningConsent } from './consent/types'
import type { ChoiceStorage } from './choice/cookieStorage'
import type { Choice } from './choice/types'
import type { Inventory, Service } from './inventory/types'

/**
 * What is fetched only when it is needed. The core knows these shapes and no file of theirs: a door lends them, the
 * script tag by address, the npm package by `import()`.
 */
export interface Parts {
  /** Checks an inventory that no stored choice vouches for. */
  check: { checkedInventory(options: CheckOptions): Promise<StampedInventory> }
  /** The question, and the runtime of everything that is shown; it brings the check along, and the commonest service. */
  ui: { mount(options: UIOptions): UI } & Parts['check']
  /** Tells what is new since an earlier choice. */
  changes: {
    knownToken(services: readonly Service[]): string
    newSince(services: readonly Service[], token: string): News | undefined
  }
  /** Fills `[data-privolim-declaration]`. */
  declaration: PagePart
  /** Turns what is wrong in an inventory into sentences. */
  errors: { explainError(error: unknown, language: string | undefined): unknown }
  /** Sees to what follows from a choice: what is taken back, and what is to be known later. */
  followup: { run(options: FollowUpOptions): Promise<void> }
  /** Tells the page's author what is wrong with the page. */
  mistakes: { run(about: Mistake): void }
  /** Says that nothing is asked, where the page's author wants it said. */
  unasked: PagePart
  /** Tells the page's author what the inventory does not declare. */
  watch: PagePart
  /** Puts our marks beside those of other tools. */
  dialects: PagePart
  /** Holds and releases frames, images, media and style sheets. */
  elements: PagePart
  /** Stands in for frames that are held. */
  placeholder: { standIn(options: StandInOptions): unknown }
  /** A button that opens the preferences, for pages that have none. */
  reopen: PagePart
  /** Hands receipts over to the site's endpoint. */
  receipts: { run(options: FollowUpOptions): Promise<boolean> }
}

/** What the page's author says on the script tag, or in the options of `start()`. */
export interface Settings {
  /** Code of a language; goes before `<html lang>`. */
  readonly lang?: string | undefined
  /** Where the question stands: `bar` (along the lower edge), `corner` or `centre`. */
  readonly position?: string | undefined
}

export interface CheckOptions {
  /** As it stands, `{ use }` and all. */
  readonly written: unknown
  /** The newest stored one. */
  readonly choice: Choice | undefined
  /** Of the inventory's text, see `StampedInventory`. */
  readonly stamp: string
  /** What the core has already and the part need not bring. */
  readonly core: {
    readonly load: Loader
    completeUses(json: unknown, find: FindKnown): unknown
    writeOut(json: unknown): Inventory
  }
}

export interface OpenedInventory {
  readonly inventory: Inventory
  readonly revision: string
  /** The revision of the stored choice that was looked at when it was opened. */
  readonly since?: string | undefined
  /** What is new since that choice. */
  readonly news?: News | undefined
}

export interface FollowUpOptions {
  readonly consent: RunningConsent
  readonly opened: StampedInventory
  readonly storage: ChoiceStorage
  readonly load: Loader
  /** The marks of all scripts that have run on this page. */
  readonly ran: Iterable<string>
  /** Ids that were granted until now. */
  readonly withdrawn: readonly string[]
  /** Says something to the visitor. */
  tell(notice: Notice): void
}

export interface StampedInventory extends OpenedInventory {
  /** Hash of the text, see `Choice.stamp`. */
  readonly stamp: string
}

/** A marked script that cannot be held or must not run, an id that is unknown, or nothing: a second tag of Privolim's. */
export type Mistake = HTMLScriptElement | string | void

/** Acts on the page by itself; most are fetched only where the page has certain elements. */
export interface PagePart {
  /** Does what there is to do on the page; called anew after every change of grants or elements. */
  run(options: PageOptions): unknown
}

/** Names of those. */
export type PagePartName = { [Name in keyof Parts]: Parts[Name] extends PagePart ? Name : never }[keyof Parts]

export interface PageOptions {
  readonly consent: RunningConsent
  /** @param id of a mark; all of them must be granted */
  granted(id: string): boolean
  readonly load: Loader
  readonly settings: Settings
  /** Looks at everything again. */
  readonly gates: AttachedGates
  /** What has to be trusted passes through it. */
  trusted(): Policy
}

export interface StandInOptions extends PageOptions {
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
  /** What is left on the device, for the visitor to remove: a line for each place, with the names of its records. */
  readonly left?: readonly string[]
  /** Whether the page is to be loaded anew, which was not done since something was typed into it. */
  readonly reload?: boolean
}

/** What is new since a choice. */
export interface News {
  /** Services that are new or have materially changed. */
  readonly services: readonly Service[]
}

/** Finds a known service by the name of its part. */
export type FindKnown = (name: `use-${string}`) => KnownPart | Promise<KnownPart>

/** One known service, as `{ "use": … }` asks for it. */
export interface KnownPart {
  /** Completes what the inventory says; gives a service with its `connect`, if its vendor has to be told. */
  complete(written: object): object
}

/** All that is said in one language, by key; a phrase may have a form for each plural category. */
export interface LanguagePart {
  readonly phrases: Readonly<Record<string, string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>>
}

export interface UIOptions {
  readonly consent: RunningConsent
  readonly host: HTMLElement
  readonly load: Loader
  readonly settings: Settings
}

export type View = 'banner' | 'preferences' | 'closed'

export interface UI {
  show(view: View): Promise<void>
  tell(notice: Notice): Promise<void>
}

export interface Loader {
  <Name extends keyof Parts>(name: Name): Promise<Parts[Name]>
  /** @param name `use-…`, see `partOf` */
  (name: `use-${string}`): Promise<KnownPart>
  /** @param name of a language other than Slovenian, which stands in every part */
  (name: 'it' | 'hu' | 'en' | 'de' | 'hr'): Promise<LanguagePart>
}
