import { type Child, h } from '../dom/h'
import type { RunningConsent } from '../core/consent/types'
import { CATEGORIES } from '../core/inventory/types'
import type { Language } from '../texts/languages'
import { listOf } from '../texts/listOf'
import type { Words } from '../texts/words'
import { countriesOf } from '../tools/countries/countriesOf'
import { Answers } from './Answers'
import { Languages } from './Languages'

interface QuestionProps {
  readonly consent: RunningConsent
  readonly words: Words
  readonly openPreferences: () => void
  readonly speakIn: (language: Language) => void
}

/**
 * The first layer: who asks, for what, who else learns of it, and two answers that differ in their words alone.
 * A region and not a dialog: the page goes on working beneath it, since nobody has to answer (EDPB 05/2020, §§ 38–41).
 */
export const Question = ({ consent, words, openPreferences, speakIn }: QuestionProps) => {
  const { news, gpc } = consent.details()
  const { site, controller, policy, services, languages } = consent.inventory
  // After a change only those categories are asked about again that it touches; the other answers still hold.
  const asked = CATEGORIES.filter(
    (id) => id !== 'necessary' && (news ?? services).some(({ category }) => category === id),
  )
  const optional = services.filter(({ category }) => asked.includes(category))
  const list = (items: readonly string[]) => listOf(items, words.language)
  const providers = optional.map(({ provider }) => provider)
  const recipients = new Set(providers.map(({ name }) => name).filter((name) => name !== controller.name)).size
  const countries = countriesOf(providers, words, true)
  const answer = (granted: boolean) => () => {
    if (news)
      consent.save({
        categories: Object.fromEntries(asked.map((id) => [id, granted])),
        // Also what was decided otherwise than its category before.
        services: Object.fromEntries(optional.map(({ id }) => [id, granted])),
      })
    else if (granted) consent.acceptAll()
    else consent.rejectAll()
  }
  return (
    <section id="question" part="banner" popover="manual" aria-label={words('banner.label')}>
      <div part="text" role="group" aria-labelledby="question-title">
        <Languages words={words} offered={languages} speakIn={speakIn} />
        <h2 part="title" id="question-title">
          {words('banner.title', { site: site.name })}
        </h2>
        {news && (
          <p part="news">
            {sentences(
              words('reask.changed', { services: list(news.map((service) => nameWithCountry(service, words))) }),
              words('reask.kept'),
            )}
          </p>
        )}
        <p>
          {sentences(
            words('banner.intro', { purposes: list(asked.map((id) => words(`purpose.${id}`))) }),
            recipients > 0 && words('banner.recipients', { n: recipients }),
            countries.length > 0 && words('banner.thirdCountries', { countries: list(countries) }),
          )}
        </p>
        {gpc && asked.includes('marketing') && <p>{sentences(words('gpc.note'))}</p>}
        <p>{sentences(words('banner.voluntary'))}</p>
        <p part="controller">
          {words('legal.controller')}: {controller.name}
          {policy.url && [' · ', <a href={policy.url}>{words('legal.privacy')}</a>]}
        </p>
      </div>
      <div class="answers">
        <Answers words={words} reject={answer(false)} accept={answer(true)} />
        <button type="button" data-privolim-action="preferences" part="more" onClick={openPreferences}>
          {words('banner.customize')}
        </button>
      </div>
    </section>
  )
}

/**
 * Each sentence in a box of its own. A browser takes the largest piece of text that it has painted for what the page is
 * about (largest contentful paint); the question comes late and must not be that, on a phone either.
 */
const sentences = (...texts: (string | false)[]): Child[] =>
  texts.flatMap((text) => (text ? text.replaceAll(/\. (?=\p{Lu})/gu, '.\n').split('\n') : [])).map((one) => [<span>{one}</span>, ' '])

const nameWithCountry = (service: RunningConsent['inventory']['services'][number], words: Words) => {
  const countries = countriesOf([service.provider], words).join(', ')
  return `${words.of(service.name) || service.id}${countries && ` (${countries})`}`
}
