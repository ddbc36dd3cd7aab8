import type { Both } from '../both'

/** The servers that rules can be written for. */
export const SERVER_KINDS = ['apache', 'nginx', 'caddy', 'iis', 'php'] as const

export type ServerKind = (typeof SERVER_KINDS)[number]

export interface PolicyOptions {
  /**
   * Whether inline scripts that carry a nonce may run. A policy holds `{nonce}` then, which is to be replaced for each
   * answer; rules for nginx, Caddy and PHP make one by themselves, Apache and IIS cannot.
   */
  readonly nonce?: boolean | undefined
  /**
   * Further sources by directive: `{ 'style-src': ["'unsafe-inline'"] }`. Those of `default-src` hold everywhere;
   * `["'none'"]` shuts a directive; directives that fetch nothing (`frame-ancestors`) are taken as they stand.
   */
  readonly base?: Readonly<Record<string, readonly string[]>> | undefined
  /**
   * Ids of categories and services whose hosts the policy allows at all times, so that Privolim alone holds them: a
   * video that is shown once leaves no trace in the cookie, and an open page keeps the policy it was loaded with.
   */
  readonly always?: readonly string[] | undefined
  /** Where Privolim's own files are; `/privolim/` unless said. Only another host needs a source of its own. */
  readonly privolimPath?: string | undefined
  /** Whether what is not allowed is only told and not blocked, to try a policy out. */
  readonly reportOnly?: boolean | undefined
  /** Of the errors and of the remarks in the file; Slovenian unless `en`. The steps come in both. */
  readonly language?: string | undefined
}

export interface ServerRules {
  /** The name that the file is to have. */
  readonly file: string
  readonly text: string
  /** What the owner does with it: a step a line. */
  readonly steps: Both
}
