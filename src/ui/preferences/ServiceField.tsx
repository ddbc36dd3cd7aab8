import { h } from '../../dom/h'
import type { Words } from '../../texts/words'
import { countriesOf } from '../../tools/countries/countriesOf'
import type { Draft, DraftService } from './draft'
import { Switch } from './Switch'

interface ServiceFieldProps {
  readonly draft: Draft
  readonly field: DraftService
  readonly words: Words
}

/** One service: who gets data for what, where, and whether it may. */
export const ServiceField = ({ draft, field, words }: ServiceFieldProps) => {
  const { id, name, provider, purpose, note } = field.service
  const shown = words.of(name) || id
  const countries = countriesOf([provider], words).join(', ')
  return (
    <div part="service">
      <div part="row">
        <h4>{shown}</h4>
        <Switch
          draft={draft}
          field={field}
          label={words('prefs.toggleService', { service: shown })}
          words={words}
          service={id}
        />
      </div>
      <p part="hint">
        {[provider.name, countries, words.of(purpose)].filter(Boolean).join(' · ')}
        {provider.transfer && ` · ${words('table.transfer', { mechanism: provider.transfer })}`}
        {provider.privacyUrl && [
          ' · ',
          <a href={provider.privacyUrl} target="_blank" rel="noopener noreferrer">
            {words('table.policy')} {words('table.newWindow')}
          </a>,
        ]}
      </p>
      {note && <p part="note">{words.of(note)}</p>}
    </div>
  )
}
