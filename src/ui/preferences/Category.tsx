import { h } from 'preact'
import type { RunningConsent } from '../../core/consent/types'
import type { Words } from '../../texts/words'
import { declaredServices } from '../../tools/declaration/declaredServices'
import { stateOf } from './stateOf'
import type { DraftCategory } from './draft'
import { RecordTable } from './RecordTable'
import { ServiceField } from './ServiceField'
import { Switch } from './Switch'

interface CategoryProps {
  readonly category: DraftCategory
  readonly consent: RunningConsent
  readonly words: Words
}

export const Category = ({ category, consent, words }: CategoryProps) => {
  const { id, on, set } = category
  const title = words(`category.${id}.title`)
  const services = declaredServices(consent.inventory, words).filter((service) => service.category === id)
  const count = services.reduce((sum, { cookies }) => sum + cookies.length, 0)
  return (
    <section part="category">
      <div part="row">
        <h3>{title}</h3>
        {id === 'necessary' ? (
          <span part="always">{words('prefs.alwaysOn')}</span>
        ) : (
          <Switch
            label={words('prefs.toggle', { category: title })}
            state={stateOf(on.value, words)}
            on={on.value}
            set={set}
            category={id}
          />
        )}
      </div>
      <p>{words(`category.${id}.text`)}</p>
      {id !== 'necessary' &&
        category.services.map((field) => <ServiceField key={field.service.id} field={field} words={words} />)}
      {count > 0 ? (
        <details>
          <summary>
            {words('prefs.showCookies')} ({words('prefs.cookieCount', { n: count })})
          </summary>
          <RecordTable services={services} caption={words('table.caption', { category: title })} words={words} />
        </details>
      ) : (
        <p part="hint">{words('prefs.noCookies')}</p>
      )}
    </section>
  )
}
