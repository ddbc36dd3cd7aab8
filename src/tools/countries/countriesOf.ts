import type { Provider } from '../../core/inventory/types'

/** The European Economic Area, ISO 3166-1 alpha-2. */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'

/**
 * Names of the countries that providers' data go to, each once, in the nominative.
 * @param outside only those outside the EEA
 */
export const countriesOf = (providers: readonly Provider[], language: string, outside = false): string[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const codes = providers.flatMap(({ country }) => country?.split('/') ?? [])
  return [...new Set(codes)].filter((code) => !outside || !EEA.includes(code)).map((code) => names.of(code)!)
}
