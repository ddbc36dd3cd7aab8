import type { Provider } from '../../core/inventory/types'
import type { Words } from '../../texts/words'

/** The European Economic Area, ISO 3166-1 alpha-2. */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'

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
