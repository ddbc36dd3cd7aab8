export type IssueCode =
  | 'json'
  | 'fetch'
  | 'type'
  | 'required'
  | 'pattern'
  | 'duplicate-id'
  | 'reserved-id'
  | 'tracker-necessary'
  | 'use-unknown'
  | 'answers-unlike'

/** One thing that is wrong in an inventory. */
export interface Issue {
  readonly code: IssueCode
  /** Where: `services[2].cookies[0].duration`; empty for the whole. */
  readonly path: string
  /** What was expected there, or which name is meant, for the sentence. */
  readonly expected?: string | undefined
  /** What to change, in Slovenian, or in English where the widget speaks English. */
  readonly message?: string
}

/** An inventory is refused; the sentences come later, from a part of their own. */
export const refuse = (issues: readonly Issue[]): never => {
  throw Object.assign(new Error('inventory'), { issues })
}
