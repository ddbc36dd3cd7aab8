/** Milliseconds for which something is waited. */
export interface Waits {
  /** For an answer to the request for a page. */
  readonly answer: number
  /** For a page to be loaded. */
  readonly load: number
  /** After that, for what scripts still ask for. */
  readonly settle: number
  /** Between two pages: the site has other visitors. */
  readonly pause: number
  /** For the answer of whatever was pressed. */
  readonly press: number
  /** For a page to tell something of itself; one that is busy for ever never does. */
  readonly ask: number
  /** For a rule of autoconsent's to find its tool, or to answer. */
  readonly rule: number
}

export const WAITS: Waits = { answer: 30_000, load: 15_000, settle: 3000, pause: 1000, press: 3000, ask: 3000, rule: 10_000 }

export interface AuditOptions {
  readonly url: string
  /** Where `record.json` and the pictures go; what an interrupted audit left there is gone on with. */
  readonly out: string
  /** At most so many, the start page among them. */
  readonly pages: number
  /** Its time: after so many minutes no further page is begun. */
  readonly minutes: number
  /** Certificates that are wrong are told, and the site is visited all the same. */
  readonly insecure: boolean
  /** Of this program. */
  readonly version: string
  readonly waits: Waits
  /** Bytes of one answer, above which it is not read on. */
  readonly largest: number
  /** Names of what is tried besides the four states; all there is unless said. */
  readonly probes?: readonly string[]
  /** The browser's program; found on the machine where it is not said. */
  readonly browser?: string | undefined
  /** Through which the browser goes to the network. */
  readonly proxy?: string
  /** Ends it: the page at hand is not waited for, and what was seen until then is kept. */
  readonly signal?: AbortSignal
  readonly tell: (progress: Progress) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What is being done, for whoever waits for it. */
export interface Progress {
  readonly what: 'begin' | 'resume' | 'page' | 'probe' | 'end'
  readonly done: number
  readonly of: number
  /** The address, or the name of the probe. */
  readonly name: string
  readonly state?: string
}
