import { Fragment, h } from 'preact'
import type { RunningConsent } from '../core/consent/types'
import { CATEGORIES } from '../core/inventory/types'
import type { View } from '../core/parts'
import type { Words } from '../texts/words'
import { countriesOf } from './countries'

interface QuestionProps {
  readonly consent: RunningConsent
  readonly words: Words
  /** What is to be said of the browser's own signal. */
  readonly note: string
  /** Kept, but hidden while the preferences are open, so that focus can return into it. */
  readonly hidden: boolean
  readonly show: (view: View) => void
}

/**
 * The first layer: who asks, for what, who else learns of it, and two answers that differ in their words alone.
 * A region and not a dialog: the page goes on working beneath it, since nobody has to answer (EDPB 05/2020, §§ 38–41).
 */
export const Question = ({ consent, words, note, hidden, show }: QuestionProps) => {
  const { news } = consent.details()
  const { site, controller, policy, services } = consent.inventory
  const optional = services.filter(({ category }) => category !== 'necessary')
  const list = new Intl.ListFormat(words.language)
  const purposes = CATEGORIES.filter((id) => optional.some(({ category }) => category === id)).map((id) =>
    words(`purpose.${id}`),
  )
  const recipients = new Set(optional.map(({ provider }) => provider.name).filter((name) => name !== controller.name)).size
  const countries = countriesOf(optional, words.language, true)
  return (
    <section id="question" part="banner" popover="manual" hidden={hidden} aria-label={words('banner.label')}>
      <div part="text">
        <h2 part="title">{words('banner.title', { site: site.name })}</h2>
        {news && <p>{news}</p>}
        {note && <p>{note}</p>}
        <p>
          {words('banner.intro', { purposes: list.format(purposes) })} {recipients > 0 && words('banner.recipients', { n: recipients })}{' '}
          {countries.length > 0 && words('banner.thirdCountries', { countries: list.format(countries) })}
        </p>
        <p>{words('banner.voluntary')}</p>
        <p part="controller">
          {words('legal.controller')}: {controller.name}
          {policy.url && (
            <>
              {' · '}
              <a href={policy.url}>{words('legal.privacy')}</a>
            </>
          )}
        </p>
      </div>
      <div part="answers">
        <button data-privolim-action="reject-all" part="answer" onClick={consent.rejectAll}>
          {words('banner.rejectAll')}
        </button>
        <button data-privolim-action="accept-all" part="answer" onClick={consent.acceptAll}>
          {words('banner.acceptAll')}
        </button>
        <button data-privolim-action="preferences" part="more" onClick={() => show('preferences')}>
          {words('banner.customize')}
        </button>
      </div>
    </section>
  )
}
