/**
 * What the browser saw of a site, and nothing that was thought of it: the judgement and the report know the site by this
 * alone, so that both can be made again from `record.json`. Times are ISO 8601 in UTC, durations milliseconds.
 */
export interface SiteRecord {
  readonly format: 1
  /** As it was asked for. */
  readonly url: string
  /** Of Privolim. */
  readonly program: string
  readonly browser: { readonly name: string; readonly version: string }
  readonly begun: string
  readonly ended: string
  readonly tool: ToolSeen
  /** The pages that were visited in every state, in this order; the first is the start page. */
  readonly pages: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly states: readonly StateRecord[]
  readonly probes: Probes
  /** It did not come to its end: it was stopped, or its time was up. */
  readonly interrupted?: true
  /** Whether anybody is asked anything; where not, the site has one state, `unanswered`. */
  readonly asks?: boolean
  /** Milliseconds between two pages, where robots.txt asks for them. */
  readonly delay?: number
  /** The pages on which the control to withdraw was looked for, after everything was accepted. */
  readonly controls?: readonly { readonly url: string; readonly control: boolean }[]
  /** What of `probes` was tried, for an audit that is gone on with. */
  readonly probed?: readonly string[]
}

/** The consent tool of the site. */
export interface ToolSeen {
  readonly kind: 'privolim' | 'other' | 'none'
  /** Its name in autoconsent's rules, where one of them knows it. */
  readonly name?: string
  /** Of Privolim alone: `window.privolim.inventory` as the page has it. */
  readonly inventory?: unknown
}

/** A page that was not visited. */
export interface LeftOut {
  readonly url: string
  readonly why: 'robots' | 'limit' | 'elsewhere' | 'not-a-page'
}

export type StateName = 'unanswered' | 'refused' | 'accepted' | 'withdrawn'

/** A fresh profile, in which every page was visited in this state. */
export interface StateRecord {
  readonly name: StateName
  /**
   * How it came about: the choice's cookie preset, a button that was pressed, a rule of autoconsent's; `none` needs no
   * answer; `failed`: there was no way, and the pages were visited without it.
   */
  readonly way: 'none' | 'preset' | 'pressed' | 'rule' | 'failed'
  readonly pages: readonly PageRecord[]
}

export interface PageRecord {
  readonly url: string
  /** Where it ended after redirects. */
  readonly finalUrl: string
  readonly title: string
  /** Of the HTTP answer; absent where there was none. */
  readonly status?: number
  readonly begun: string
  readonly requests: readonly RequestRecord[]
  /** All that the profile holds after this page, of every site. */
  readonly cookies: readonly CookieRecord[]
  readonly stored: readonly StoredRecord[]
  readonly frames: readonly { readonly url: string; readonly title: string }[]
  readonly serviceWorkers: readonly string[]
  readonly troubles: readonly Trouble[]
  /** Names of files in the folder `pictures`. */
  readonly picture?: string
}

export interface RequestRecord {
  readonly url: string
  readonly host: string
  readonly method: string
  /** As browsers sort them: document, script, image, xhr, fetch, ping, font, stylesheet, media, websocket … */
  readonly type: string
  /** Milliseconds from the beginning of the page. */
  readonly at: number
  readonly status?: number
  readonly failed?: string
  readonly bytes?: number
  /** The frame's or script's address that asked for it. */
  readonly askedBy?: string
  /** Another site than the page's (another registrable domain). */
  readonly thirdParty: boolean
  /** An image, beacon or ping of another site that shows nothing: at most 3 × 3 px, or without content. */
  readonly pixel: boolean
  /** Headers in the order they came, for the HAR. Cookies' values are left out of both. */
  readonly requestHeaders: readonly (readonly [string, string])[]
  readonly responseHeaders: readonly (readonly [string, string])[]
}

export interface CookieRecord {
  readonly name: string
  readonly domain: string
  readonly path: string
  /** Seconds that were left when it was first seen; absent for a session's. */
  readonly lifetime?: number
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: string
  readonly thirdParty: boolean
  /** Characters of its value, and the first twelve hexadecimal digits of the value's SHA-256: no value is kept. */
  readonly size: number
  readonly hash: string
  /** Who set it: an address, of the answer that had `Set-Cookie`, or of the script that wrote `document.cookie`. */
  readonly setBy?: { readonly by: 'http' | 'script'; readonly url: string }
}

/** What a page keeps on the device without a cookie. */
export interface StoredRecord {
  readonly storage: 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage'
  readonly origin: string
  /** The key; of a database or a cache its name. */
  readonly name: string
  readonly size?: number
  readonly setBy?: string
}

/** What went wrong on a page, and ended there. */
export interface Trouble {
  readonly kind:
    | 'unreachable'
    | 'certificate'
    | 'redirects'
    | 'timeout'
    | 'too-large'
    | 'download'
    | 'dialog'
    | 'popup'
    | 'crash'
    | 'elsewhere'
    | 'http'
  /** What the browser said. */
  readonly detail: string
}

/** What was tried besides the four states. Absent: it was not tried, or there was nothing to try it on. */
export interface Probes {
  /** The first layer, as it is on the start page. */
  readonly question?: QuestionSeen
  /** What the settings showed when they were opened for the first time. */
  readonly settings?: SettingsSeen
  /** After scrolling, waiting, Escape, a click on the page, and leaving it (T03). */
  readonly inaction?: Outcome
  /** Of saving with nothing ticked (T09). */
  readonly savedEmpty?: Outcome
  /** Each category allowed alone (T13): its id, or its label, and what was loaded then. */
  readonly alone?: readonly (Outcome & { readonly category: string })[]
  /** A reload, a new tab and the next pages after a refusal (T05). */
  readonly afterRefusal?: { readonly askedAgain: boolean; readonly registered: boolean; readonly lifetimeDays?: number }
  /** Whether the control to withdraw was found on each page, and in how many presses it refused (T12). */
  readonly withdrawal?: {
    readonly presses?: number
    readonly pages: readonly { readonly url: string; readonly control: boolean }[]
    /** Names of cookies and keys that were there when it was accepted, are not strictly necessary, and stayed. */
    readonly stayed: readonly string[]
  }
  /** The question taken out by the page, and hidden by a style sheet (T17). */
  readonly removed?: Outcome & { readonly usable: boolean }
  /** JavaScript switched off (T18). */
  readonly withoutScript?: Outcome & { readonly readable: boolean; readonly noscript: boolean }
  /** Privolim's own file: not found, blocked, ten seconds late (T19). */
  readonly withoutWidget?: readonly (Outcome & { readonly how: 'missing' | 'blocked' | 'late' })[]
  /** Damaged values of the choice's cookie (T20): those that were taken for a consent. */
  readonly damaged?: { readonly tried: number; readonly taken: readonly string[] }
  /** The choice's cookie preset by hand, and pressing: whether both led to the same hosts (T21). */
  readonly preset?: { readonly same: boolean; readonly difference: readonly string[] }
  /** `navigator.globalPrivacyControl` (T27). */
  readonly privacyControl?: Outcome & { readonly marketingGranted: boolean }
  /** Violations of the site's own Content Security Policy (T26). */
  readonly violations?: { readonly policy: boolean; readonly found: readonly string[] }
  /** Live addresses inside templates and placeholders (T28). */
  readonly liveTemplates?: readonly string[]
  /** Layout shift that the question brought, and whether it is the largest contentful paint (T25). */
  readonly paint?: { readonly shift: number; readonly largest: boolean }
}

/** What a state of the page led to. */
export interface Outcome {
  /** Hosts of other sites that were asked for. */
  readonly hosts: readonly string[]
  /** Names of cookies and keys that were stored, of whatever storage. */
  readonly stored: readonly string[]
}

export interface QuestionSeen {
  readonly text: string
  readonly language: string
  readonly accept?: ButtonSeen
  readonly refuse?: ButtonSeen
  readonly settings?: ButtonSeen
  /** Presses until the answer is stored. */
  readonly pressesToAccept?: number
  readonly pressesToRefuse?: number
  /** Both answers on the screen without scrolling, at 320 px. */
  readonly bothInViewOnPhone: boolean
  readonly checkboxes: readonly CheckboxSeen[]
  readonly policyLink?: string
  /** What of the page no longer worked while the question was up: `scroll`, `inert`, `focus`, `links`. */
  readonly blocks: readonly ('scroll' | 'inert' | 'focus' | 'links')[]
  readonly picture?: string
  readonly pictureOnPhone?: string
}

export interface ButtonSeen {
  readonly label: string
  readonly tag: string
  readonly role: string
  readonly width: number
  readonly height: number
  readonly fontSize: number
  readonly fontWeight: number
  /** `rgb(…)` as painted: what shines through is mixed in. */
  readonly color: string
  readonly background: string
  readonly border: string
  /** Of the text with its background (WCAG 2.x). */
  readonly contrast: number
  readonly onFirstLayer: boolean
}

export interface CheckboxSeen {
  readonly label: string
  readonly checked: boolean
  readonly disabled: boolean
  readonly category?: string
}

export interface SettingsSeen {
  readonly text: string
  readonly checkboxes: readonly CheckboxSeen[]
  /** Words that speak of legitimate interest, as they stand there. */
  readonly legitimateInterest: readonly string[]
  readonly picture?: string
}
