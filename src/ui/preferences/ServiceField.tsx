import { Fragment, h } from 'preact'
import type { Words } from '../../texts/words'
import { countriesOf } from '../countries'
import type { DraftService } from './draft'
import { stateOf } from './stateOf'
import { Switch } from './Switch'

interface ServiceFieldProps {
  readonly field: DraftService
  readonly words: Words
}

/** One service: who gets data for what, where, and whether it may. */
export const ServiceField = ({ field: { service, on, set }, words }: ServiceFieldProps) => {
  const { id, provider, purpose, note } = service
  const name = words.of(service.name) || id
  const countries = countriesOf([service], words.language).join(', ')
  return (
    <div part="service">
      <div part="row">
        <h4>{name}</h4>
        <Switch
          label={words('prefs.toggleService', { service: name })}
          state={stateOf(on.value, words)}
          on={on.value}
          set={set}
          service={id}
        />
      </div>
      <p part="hint">
        {[provider.name, countries, words.of(purpose)].filter(Boolean).join(' · ')}
        {provider.transfer && ` · ${words('table.transfer', { mechanism: provider.transfer })}`}
        {provider.privacyUrl && (
          <>
            {' · '}
            <a href={provider.privacyUrl} target="_blank" rel="noopener noreferrer">
              {words('table.policy')} {words('table.newWindow')}
            </a>
          </>
        )}
      </p>
      {note && <p part="note">{words.of(note)}</p>}
    </div>
  )
}
