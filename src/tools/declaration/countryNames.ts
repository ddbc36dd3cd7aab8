import type { Provider } from '../../core/inventory/types'

/** The countries that a provider's data go to, by name, in the nominative: »Irska, Združene države Amerike«. */
export const countryNames = ({ country }: Provider, language: string): string => {
  const names = new Intl.DisplayNames(language, { type: 'region' })
  return (country?.split('/') ?? []).map((code) => names.of(code)).join(', ')
}
