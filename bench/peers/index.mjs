import { klaro } from './klaro.mjs'
import { orejime } from './orejime.mjs'
import { osano } from './osano.mjs'
import { privolim } from './privolim.mjs'
import { tarteaucitron } from './tarteaucitron.mjs'
import { vanillaCookieconsent } from './vanillaCookieconsent.mjs'

export { privolimInEnglish } from './privolim.mjs'

/**
 * Who is compared, each set up as its own documentation says. `setUp` gives what the page carries for it, `mark` one
 * held script; `accept`, `reject` and `preferences` are buttons of the question, `opened` is there when the preferences
 * are, `list` unfolds a list of cookies where there is one; all in the shadow root of `within`, if that is given.
 */
export const PEERS = [privolim, vanillaCookieconsent, klaro, orejime, tarteaucitron, osano]

/** The page without any of them. */
export const PAGE_ALONE = { name: 'page alone' }
