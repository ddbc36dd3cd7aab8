/** A sentence in both languages of the tools. */
export interface Both {
  readonly sl: string
  readonly en: string
}
