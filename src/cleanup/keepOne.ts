import type { ChoiceStorage } from '../core/choice/cookieStorage'
import type { RunningConsent } from '../core/consent/types'
import { deleteCookie } from './deleteCookie'

/**
 * A site that has moved from one host to its whole domain, or back, has two cookies of the name. Web servers that read
 * the choice would grant by the older one, so there is to be one only: that which holds.
 */
export const keepOne = (storage: ChoiceStorage, { choice, details }: RunningConsent): void => {
  const value = choice && storage.read().find((one) => one.includes(`.t${choice.time.toString(36)}.`))
  deleteCookie('privolim')
  if (value) storage.write(value, Math.floor(details().expires! - Date.now() / 1000))
}
