import type { RunningConsent } from '../core/consent/types'
import type { Loader, Settings } from '../core/parts'
import { report } from '../core/report'
import type { Language } from './languages'
import { pickLanguage } from './pickLanguage'
import { createWords, type Phrases, type Words } from './words'

interface Speaking {
  readonly consent: RunningConsent
  readonly load: Loader
  readonly settings: Settings
}

/**
 * Words of the visitor's language. Slovenian stands in each part and is there at once; any other language is one file
 * for all parts, fetched when it is spoken. Where it cannot be had, Slovenian is better than nothing.
 * @param own the part's Slovenian
 * @param language what the visitor chose; else what site and page say
 */
export const speak = (
  own: Phrases,
  { consent, load, settings }: Speaking,
  language: Language = pickLanguage(settings.lang, consent.inventory.languages),
): Words | Promise<Words> => {
  const { texts } = consent.inventory
  const slovenian = () => createWords('sl', own, texts)
  if (language === 'sl') return slovenian()
  return load(language).then(
    ({ phrases }) => createWords(language, phrases, texts),
    (error: unknown) => {
      report(error)
      return slovenian()
    },
  )
}
