import type { Provider } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { countriesOf } from '../countries/countriesOf'
import { link } from './link'
import type { Child } from './tree'

/**
 * Who receives data, where, by which mechanism outside the EEA (GDPR art. 13(1)(e, f)), and what they say about it
 * themselves: a piece for each that there is.
 */
export const declareProvider = (provider: Provider, words: Words): Child[] => {
  const { name, transfer, privacyUrl } = provider
  // In parentheses, so that the nominative is right in every language.
  const countries = countriesOf([provider], words).join(', ')
  return [
    countries ? `${name} (${countries})` : name,
    ...(transfer ? [words('table.transfer', { mechanism: transfer })] : []),
    ...(privacyUrl ? [link(privacyUrl, words('table.policy'))] : []),
  ]
}
