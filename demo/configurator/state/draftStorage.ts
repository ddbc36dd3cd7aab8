import type { Draft } from './draft'
import { openDraft, saveDraft } from './openDraft'

/** Where drafts are kept; in a browser `localStorage`. */
export type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const NAME = 'privolim-configurator'

/**
 * Keeps a draft between visits. A private window may refuse, and a full device too: then nothing is kept, and nothing
 * else suffers.
 *
 * @param storage asked for when it is needed, since asking may already throw
 */
export const draftStorage = (storage: () => Kept) => ({
  /** @returns the draft that was kept; nothing where there is none, or none that can be read */
  load(): Draft | undefined {
    try {
      const opened = openDraft(storage().getItem(NAME) ?? '')
      return 'draft' in opened ? opened.draft : undefined
    } catch {
      return undefined
    }
  },
  /** @returns whether it was kept */
  save(draft: Draft): boolean {
    try {
      storage().setItem(NAME, saveDraft(draft))
      return true
    } catch {
      return false
    }
  },
})
