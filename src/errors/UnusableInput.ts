import type { Both } from '../tools/both'

/** Why a command cannot go on; the sentence says what to do. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput'

  constructor(readonly both: Both) {
    super(both.en)
  }
}
