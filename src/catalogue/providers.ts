import type { Provider } from '../core/inventory/types'

/**
 * Providers of more than one service. For visitors from the EEA it is the Irish company, whose American parent receives
 * data under the Data Privacy Framework (dataprivacyframework.gov/list). An address of a privacy policy is given only
 * where somebody has looked at it.
 */
export const GOOGLE: Provider = {
  name: 'Google Ireland Limited',
  country: 'IE/US',
  privacyUrl: 'https://policies.google.com/privacy',
  transfer: 'DPF',
}

export const META: Provider = { name: 'Meta Platforms Ireland Limited', country: 'IE/US', transfer: 'DPF' }

export const MICROSOFT: Provider = {
  name: 'Microsoft Ireland Operations Limited',
  country: 'IE/US',
  privacyUrl: 'https://privacy.microsoft.com/privacystatement',
  transfer: 'DPF',
}

/** Of what runs on the site's own server or in its own page alone: nobody else receives anything. */
export const THIS_SITE: Provider = { name: 'Ta spletna stran' }
