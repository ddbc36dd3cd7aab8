import { after } from '../core/after'
import type { StandInOptions } from '../core/parts'
import { placeholder as sl } from '../texts/sl/placeholder'
import { speak } from '../texts/speak'
import type { Words } from '../texts/words'
import { createPlaceholder, type Placeholder } from './createPlaceholder'
import { focusInto } from './focusInto'
import { serviceOf } from './serviceOf'

const standing = new Map<HTMLElement, Placeholder>()
let newest: StandInOptions | undefined
let latest: StandInOptions | undefined
/** The frame whose button was pressed: focus goes there, since the button goes. */
let wanted: HTMLElement | undefined

/** Puts a placeholder where a frame is held, and takes away those of frames that are not held any more. */
export const standIn = (options: StandInOptions): unknown => {
  newest = options
  // Slovenian is there at once; of what was asked for while another language was coming, the last counts.
  return after(speak(sl, options), (words) => newest === options && placeAll(options, words))
}

const placeAll = (options: StandInOptions, words: Words) => {
  const { consent, held, once, gates } = options
  // Withdrawal takes back what was to be shown just once as well.
  if (!latest)
    consent.subscribe((_, { method }) => {
      if (method !== 'withdraw' && method !== 'reject-all') return
      for (const frame of document.querySelectorAll<HTMLElement>('[data-privolim]')) latest!.once.delete(frame)
    })
  latest = options
  for (const [frame, placeholder] of standing) {
    if (held.includes(frame)) continue
    placeholder.remove()
    standing.delete(frame)
    if (frame !== wanted) continue
    focusInto(frame)
    // Once: a later answer, given elsewhere, must not move the focus here.
    wanted = undefined
  }
  for (const frame of held) {
    // A view that has been left while this was being fetched has taken its frames along.
    if (standing.has(frame) || !frame.isConnected) continue
    const service = serviceOf(frame, consent.inventory)
    const placeholder = createPlaceholder(frame, service, words, {
      once() {
        once.add(frame)
        wanted = frame
        gates.update()
      },
      always() {
        // Marked with its category alone, it could not be told that this one service is granted.
        frame.dataset.privolim = service!.id
        wanted = frame
        // Both are said: the page may have left anything on `Object.prototype`.
        consent.save({ categories: {}, services: { [service!.id]: true } }, 'embed')
      },
    })
    // What was granted before by name is released at once.
    if (service && frame.dataset.privolim !== service.id && consent.granted(service.id)) {
      frame.dataset.privolim = service.id
      gates.update()
      continue
    }
    standing.set(frame, placeholder)
    placeholder.place()
  }
}
