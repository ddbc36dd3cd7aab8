/** What a command does with the world: results to `out`, messages to `tell`. */
export interface Io {
  readonly out: (text: string) => void
  readonly tell: (text: string) => void
  /** Bytes of a file, or of what is piped in where the name is `-`. */
  readonly read: (name: string) => Promise<Uint8Array>
  readonly write: (name: string, text: string) => Promise<void>
}

/** Nothing to complain of; something found; what was given cannot be used. */
export type Status = 0 | 1 | 2
