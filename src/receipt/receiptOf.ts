import type { RunningConsent } from '../core/consent/types'
import { VERSION } from '../core/version'
import type { Receipt } from './types'

/**
 * The receipt of the choice that holds now. No address of the visitor, no name of the browser, nothing random: it tells
 * what was chosen and not by whom (requirement R15, and GDPR art. 5(1)(c)).
 * @returns `undefined` before a choice
 */
export const receiptOf = ({ inventory, receipt, details }: RunningConsent): Receipt | undefined => {
  const said = receipt()
  if (!said) return
  const { site, controller, policy } = inventory
  const [method, language] = said.way.split('_')
  const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
  return {
    id: said.id,
    time: iso(said.time),
    expires: iso(details().expires!),
    site: site.name,
    url: location.origin,
    controller: controller.name,
    language: language || 'und',
    revision: said.revision,
    ...(policy.version && { policyVersion: policy.version }),
    granted: said.granted,
    denied: said.denied,
    method: method || 'unknown',
    version: VERSION,
  }
}
