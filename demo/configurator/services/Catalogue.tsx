/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { signal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { categoryName } from '../parts/categories'
import { isObject, listAt, textAt } from '../state/json'
import { count, say } from '../state/language'
import { announce, change, draft, inventory } from '../state/store'
import { type KnownService, searchCatalogue, servicesFor } from '../tools'
import { addServices } from './adopt'

const query = signal('')

const SHOWN = 8

const add = (known: KnownService) => {
  const written = (servicesFor(known) as readonly unknown[]).filter(isObject)
  change({ ...draft.value, inventory: addServices(inventory.value, written) })
  announce(say(`Dodano: ${known.name}.`, `Added: ${known.name}.`))
}

const isThere = ({ id, use }: KnownService) =>
  listAt(inventory.value, ['services']).some((service) => {
    const name = textAt(service, ['use']) || textAt(service, ['id'])
    return name === id || name === use
  })

/** Known services, by what somebody may know of them. */
export const Catalogue = () => {
  const id = useId()
  const found = query.value.trim() ? searchCatalogue(query.value) : []
  return (
    <section aria-labelledby={`${id}-t`}>
      <h2 id={`${id}-t`}>{say('Poiščite znano storitev', 'Find a known service')}</h2>
      <div class="field">
        <label for={id}>{say('Ime, ponudnik, piškotek ali strežnik', 'Name, provider, cookie or host')}</label>
        <input
          id={id}
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <p class="hint">
          {say('Na primer: youtube, _ga, zemljevid, mailchimp.', 'For instance: youtube, _ga, map, mailchimp.')}
        </p>
      </div>
      <p role="status" class="unseen">
        {query.value.trim() &&
          count(found.length, ['zadetek', 'zadetka', 'zadetki', 'zadetkov'], ['result', 'results'])}
      </p>
      {query.value.trim() && !found.length && (
        <p class="empty">
          {say(
            'Te storitve v katalogu ni. Dodajte jo ročno, spodaj.',
            'The catalogue does not have it. Add it by hand, below.',
          )}
        </p>
      )}
      <ul class="rows">
        {found.slice(0, SHOWN).map((known) => (
          <li key={known.id}>
            <p>
              <strong>{known.name}</strong>{' '}
              <span class="quiet">
                {known.provider.name}
                {known.provider.country && `, ${known.provider.country}`}
              </span>
            </p>
            <p class="quiet">
              {categoryName(known.category)} · {say(known.purpose.sl, known.purpose.en ?? known.purpose.sl)}
              {known.status === 'discontinued' && ` · ${say('storitve ni več', 'discontinued')}`}
            </p>
            <button type="button" aria-disabled={isThere(known)} onClick={() => void (isThere(known) || add(known))}>
              {isThere(known) ? say('Že v popisu', 'In the inventory') : say('Dodaj', 'Add')}
              <span class="unseen">: {known.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && (
        <p class="quiet">
          {say(
            `Prikazanih je prvih ${SHOWN} od ${found.length}. Iskanje zožite z daljšo besedo.`,
            `The first ${SHOWN} of ${found.length}. A longer word narrows the search.`,
          )}
        </p>
      )}
    </section>
  )
}
