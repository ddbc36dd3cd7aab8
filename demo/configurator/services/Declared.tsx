/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { categoryName } from '../parts/categories'
import { Select } from '../parts/Field'
import { InventoryField } from '../parts/InventoryField'
import { type JsonObject, type Keys, listAt, textAt } from '../state/json'
import { countCookies, say } from '../state/language'
import { announce, inventory, write } from '../state/store'
import { CATEGORIES, knownByName } from '../tools'

const Category = ({ at }: { readonly at: Keys }) => (
  <Select
    label={say('Kategorija', 'Category')}
    value={textAt(inventory.value, at) || 'necessary'}
    options={CATEGORIES.map((id) => [id, categoryName(id)] as const)}
    onChange={(value) => write(at, value === 'necessary' && at[0] === 'cookies' ? undefined : value)}
  />
)

const remove = (at: Keys, name: string, focus: string) => {
  write(at, undefined)
  announce(
    say(`Odstranjeno: ${name}. Premislite si lahko z gumbom »Razveljavi«.`, `Removed: ${name}. »Undo« brings it back.`),
  )
  requestAnimationFrame(() => document.getElementById(focus)?.focus())
}

const Remove = ({ at, name }: { readonly at: Keys; readonly name: string }) => (
  <p class="actions">
    <button type="button" class="plain" onClick={() => remove(at, name, 'own-services')}>
      {say('Odstrani', 'Remove')}
      <span class="unseen">: {name}</span>
    </button>
  </p>
)

/** Opens what was just added and goes there. */
const openLast = (list: string) =>
  requestAnimationFrame(() => {
    const last = [...document.querySelectorAll<HTMLDetailsElement>(`[data-list="${list}"] > li > details`)].at(-1)
    if (!last) return
    last.open = true
    last.querySelector<HTMLElement>('input')?.focus()
  })

const addTo = (keys: Keys, row: JsonObject, list: string) => {
  write([...keys, listAt(inventory.value, keys).length], row)
  openLast(list)
}

const Records = ({ at }: { readonly at: Keys }) => {
  const list = at.join('-')
  return (
    <>
      <ul class="entries" data-list={list}>
        {listAt(inventory.value, at).map((row, index) => {
          const here = [...at, index]
          const name = textAt(row, ['name']) || say('brez imena', 'no name')
          return (
            <li key={index}>
              <details>
                <summary>
                  <code>{name}</code>{' '}
                  <span class="quiet">
                    {textAt(row, ['duration']) || say('brez trajanja', 'no duration')}
                    {textAt(row, ['category']) && ` · ${categoryName(textAt(row, ['category']))}`}
                  </span>
                </summary>
                <div class="pair">
                  <InventoryField
                    at={[...here, 'name']}
                    label={say('Ime piškotka', 'Name of the cookie')}
                    hint={say(
                      'Zvezdica nadomesti poljubne znake: _ga_*',
                      'An asterisk stands for any characters: _ga_*',
                    )}
                  />
                  <InventoryField
                    at={[...here, 'duration']}
                    label={say('Trajanje', 'Duration')}
                    hint={say('Trajanje seje, 2 leti, 1440 ur …', 'P2Y, P30D, session …')}
                  />
                </div>
                <InventoryField at={[...here, 'purpose']} label={say('Namen', 'Purpose')} long />
                {at[0] === 'cookies' && <Category at={[...here, 'category']} />}
                <Remove at={here} name={name} />
              </details>
            </li>
          )
        })}
      </ul>
      <p class="actions">
        <button type="button" onClick={() => addTo(at, {}, list)}>
          {say('Dodaj piškotek', 'Add a cookie')}
        </button>
      </p>
    </>
  )
}

const UsedService = ({ at, use }: { readonly at: Keys; readonly use: string }) => {
  const known = knownByName(use)
  return (
    <>
      <p class="quiet">
        {known
          ? say(
              `Iz kataloga: ${countCookies(known.cookies.length)}, ponudnik ${known.provider.name}.`,
              `From the catalogue: ${countCookies(known.cookies.length)}, provider ${known.provider.name}.`,
            )
          : say('Gradnik te storitve ne pozna.', 'The widget does not know this service.')}
      </p>
      <InventoryField
        at={[...at, 'account']}
        isOptional
        label={say('Oznaka vaše strani pri ponudniku', 'The provider’s id for your site')}
        hint={say(
          'Na primer G-XXXXXXX. Z njo gradnik storitev po privolitvi naloži sam.',
          'For instance G-XXXXXXX. With it the widget loads the service after consent.',
        )}
      />
    </>
  )
}

const WrittenService = ({ at }: { readonly at: Keys }) => (
  <>
    <div class="pair">
      <InventoryField at={[...at, 'name']} label={say('Ime', 'Name')} />
      <InventoryField
        at={[...at, 'id']}
        label={say('Oznaka', 'Id')}
        hint={say(
          'Črke, številke in vezaji; z njo označite skripte.',
          'Letters, digits, hyphens; scripts are marked with it.',
        )}
      />
    </div>
    <Category at={[...at, 'category']} />
    <InventoryField
      at={[...at, 'purpose']}
      label={say('Namen', 'Purpose')}
      hint={say('Nadaljevanje stavka »za …«: merjenje obiska.', 'A noun phrase: measuring visits.')}
    />
    <div class="pair">
      <InventoryField at={[...at, 'provider', 'name']} label={say('Ponudnik', 'Provider')} />
      <InventoryField
        at={[...at, 'provider', 'country']}
        isOptional
        label={say('Država ponudnika', 'Country of the provider')}
        hint={say('Dve črki: SI, IE, US.', 'Two letters: SI, IE, US.')}
      />
    </div>
    <InventoryField
      at={[...at, 'provider', 'privacyUrl']}
      isOptional
      label={say('Politika ponudnika', 'The provider’s policy')}
    />
    <InventoryField
      at={[...at, 'provider', 'transfer']}
      isOptional
      label={say('Podlaga za prenos iz EGP', 'Basis of the transfer')}
      hint="DPF, SCC"
    />
    <InventoryField at={[...at, 'hosts', 0]} isOptional label={say('Strežnik', 'Host')} hint="www.example.com" />
    <Records at={[...at, 'cookies']} />
  </>
)

const Service = ({ service, index }: { readonly service: JsonObject; readonly index: number }) => {
  const at = ['services', index]
  const use = textAt(service, ['use'])
  const known = use ? knownByName(use) : undefined
  const name =
    textAt(service, ['name']) || known?.name || textAt(service, ['id']) || use || say('Nova storitev', 'New service')
  const category = textAt(service, ['category']) || known?.category || ''
  return (
    <li>
      <details>
        <summary>
          <strong>{name}</strong>{' '}
          <span class="quiet">
            {categoryName(category)}
            {textAt(service, ['account']) && ` · ${textAt(service, ['account'])}`}
          </span>
        </summary>
        {use ? <UsedService at={at} use={use} /> : <WrittenService at={at} />}
        <Remove at={at} name={name} />
      </details>
    </li>
  )
}

const Recipients = () => {
  const recipients = listAt(inventory.value, ['recipients'])
  if (!recipients.length) return null
  return (
    <>
      <h3>{say('Prejemniki podatkov', 'Recipients of data')}</h3>
      <ul class="entries">
        {recipients.map((row, index) => (
          <li key={index}>
            <details>
              <summary>
                <strong>{textAt(row, ['name'])}</strong> <span class="quiet">{textAt(row, ['purpose'])}</span>
              </summary>
              <InventoryField at={['recipients', index, 'name']} label={say('Ime', 'Name')} />
              <InventoryField at={['recipients', index, 'purpose']} label={say('Namen', 'Purpose')} />
              <Remove at={['recipients', index]} name={textAt(row, ['name'])} />
            </details>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the inventory has by now, to be corrected by hand. */
export const Declared = () => {
  const services = listAt(inventory.value, ['services'])
  const cookies = listAt(inventory.value, ['cookies'])
  return (
    <section aria-labelledby="own-services">
      <h2 id="own-services" tabIndex={-1}>
        {say('V popisu', 'In the inventory')}
      </h2>
      {!services.length && !cookies.length && (
        <p class="empty">
          {say(
            'Popis je še prazen. Preberite politiko, poiščite storitev ali vpišite piškotek ročno. Če stran ne shranjuje ničesar, ga pustite praznega.',
            'The inventory is empty. Read a policy, find a service, or enter a cookie by hand. If the site stores nothing, leave it empty.',
          )}
        </p>
      )}
      <h3>{say('Storitve', 'Services')}</h3>
      <ul class="entries" data-list="services">
        {services.map((service, index) => (
          <Service key={index} service={service} index={index} />
        ))}
      </ul>
      <p class="actions">
        <button type="button" onClick={() => addTo(['services'], { category: 'analytics' }, 'services')}>
          {say('Dodaj storitev ročno', 'Add a service by hand')}
        </button>
      </p>
      <Recipients />
      <h3>{say('Lastni piškotki', 'The site’s own cookies')}</h3>
      <Records at={['cookies']} />
    </section>
  )
}
