import type { Provider } from '../../core/inventory/types'
import type { Words } from '../../texts/words'
import { EEA } from './eea'

/**
 * Names of the countries that providers' data go to, each once, in the nominative. Where nearly all data go stands among
 * the texts: the first name that `Intl` is asked for costs 12 ms of the main thread in Chromium, see `listOf`.
 * @param outside only those outside the EEA
 */
export const countriesOf = (providers: readonly Provider[], words: Words, outside = false): string[] => {
  const codes = providers.flatMap(({ country }) => country?.split('/') ?? [])
  return [...new Set(codes)]
    .filter((code) => !outside || !EEA.includes(code))
    .map((code) => words(`country.${code}`) || new Intl.DisplayNames(words.language, { type: 'region' }).of(code)!)
}
