import { h } from '../../dom/h'
import type { RunningConsent } from '../../core/consent/types'
import { report } from '../../core/report'
import type { Words } from '../../texts/words'
import { declaredServices } from '../../tools/declaration/declaredServices'
import { keepsAnswer } from '../../unasked/keepsAnswer'
import type { Draft, DraftCategory } from './draft'
import { readerFor } from './readerFor'
import { RecordTable } from './RecordTable'
import { ServiceField } from './ServiceField'
import { Switch } from './Switch'

interface CategoryProps {
  readonly draft: Draft
  readonly category: DraftCategory
  readonly consent: RunningConsent
  readonly words: Words
}

/** A category: what it is for, whether it may, its services, and its records for whoever wants to see them. */
export const Category = ({ draft, category, consent, words }: CategoryProps) => {
  const { id } = category
  const title = words(`category.${id}.title`)
  const services = declaredServices(consent.inventory, words, keepsAnswer(consent)).filter((service) => service.category === id)
  const count = services.reduce((sum, { cookies }) => sum + cookies.length, 0)
  let filled = false
  // A site may declare a thousand records; they are made when they are looked at.
  const fill = async (details: HTMLElement) => {
    if (filled) return
    filled = true
    const read = await readerFor(services)
    const caption = words('table.caption', { category: title })
    details.append(<RecordTable services={services} caption={caption} words={words} read={read} />)
  }
  return (
    <section part="category">
      <div part="row">
        <h3>{title}</h3>
        {id === 'necessary' ? (
          <span part="always">{words('prefs.alwaysOn')}</span>
        ) : (
          <Switch
            draft={draft}
            field={category}
            label={words('prefs.toggle', { category: title })}
            words={words}
            category={id}
          />
        )}
      </div>
      <p>{words(`category.${id}.text`)}</p>
      {id !== 'necessary' && category.services.map((field) => <ServiceField draft={draft} field={field} words={words} />)}
      {count > 0 ? (
        <details onToggle={({ currentTarget }) => void fill(currentTarget).catch(report)}>
          <summary>
            {words('prefs.showCookies')} ({words('prefs.cookieCount', { n: count })})
          </summary>
        </details>
      ) : (
        <p part="hint">{words('prefs.noCookies')}</p>
      )}
    </section>
  )
}
