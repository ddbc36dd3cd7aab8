import type { RunningConsent } from './consent/types'
import type { View } from './parts'

/**
 * `#privolim`, where whatever is shown is shown, and where robots and tests read what the widget is doing.
 *
 * It stands between head and body: there it can be as soon as the first script runs, is first in the order of Tab, and
 * outlives what single-page apps do to the body.
 */
export const createHost = (): HTMLElement => {
  const host = document.createElement('div')
  host.id = 'privolim'
  host.dataset.privolimView = 'closed' satisfies View
  document.head.after(host)
  return host
}

/** Writes the choice where it can be read from outside: `unset | none | partial | all`. */
export const showChoice = (host: HTMLElement, { choice, inventory, granted }: RunningConsent): void => {
  const optional = inventory.services.filter(({ category }) => category !== 'necessary')
  const on = optional.filter(({ id }) => granted(id)).length
  host.dataset.privolimChoice =
    choice && !choice.open ? (on ? (on < optional.length ? 'partial' : 'all') : 'none') : 'unset'
}
