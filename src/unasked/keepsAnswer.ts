import type { RunningConsent } from '../core/consent/types'

/** Whether a page keeps its answer also where nothing is asked: that its notice was closed is kept as an answer is. */
export const keepsAnswer = ({ choice }: RunningConsent): boolean =>
  !!choice || !!document.querySelector('[data-privolim-notice]')
