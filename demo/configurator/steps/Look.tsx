/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { Field, Select } from '../parts/Field'
import { isPropertyValue, type Look as LookOf, type Position, type Property, type Theme } from '../state/draft'
import { getAt } from '../state/json'
import { say } from '../state/language'
import { change, draft, inventory, look, write } from '../state/store'
import { isSpoken, LANGUAGES, NAMES } from '../tools'

const set = (next: Partial<LookOf>, tag?: string) => change({ ...draft.value, look: { ...look.value, ...next } }, tag)

const setProperty = (name: Property, value: string) => {
  const { [name]: _, ...others } = look.value.properties
  set({ properties: value ? { ...others, [name]: value } : others }, `look.${name}`)
}

const themes = (): readonly (readonly [Theme, string, string])[] => [
  ['', say('Privzeta', 'Default'), say('mirna, prevzame pisavo sistema', 'quiet, in the type of the system')],
  ['klub', 'Klub', say('študentski klubi, festivali, skupine', 'students’ clubs, festivals, bands')],
  ['obcina', 'Občina', say('občine in ustanove', 'municipalities and institutions')],
  ['papir', 'Papir', say('knjižnice, zbori, društva', 'libraries, choirs, societies')],
]

const positions = (): readonly (readonly [Position, string])[] => [
  ['bar', say('ob spodnjem robu', 'along the lower edge')],
  ['corner', say('v spodnjem desnem kotu', 'in the lower right corner')],
  ['centre', say('na sredini', 'in the centre')],
]

const languagesNow = (): string[] => {
  const list = getAt(inventory.value, ['languages'])
  return Array.isArray(list) && list.length ? list.filter((code): code is string => typeof code === 'string') : ['sl']
}

const toggleLanguage = (code: string, isOn: boolean) => {
  const now = languagesNow()
  const next = isOn ? [...now, code] : now.filter((one) => one !== code)
  write(['languages'], next.length ? next : ['sl'])
}

const Colour = ({
  name,
  label,
  initial,
}: {
  readonly name: Property
  readonly label: string
  readonly initial: string
}) => {
  const value = look.value.properties[name] ?? ''
  return (
    <div class="colour">
      <label>
        <span>{label}</span>
        <input
          type="color"
          value={/^#[\da-f]{6}$/i.test(value) ? value : initial}
          onInput={(event) => setProperty(name, event.currentTarget.value)}
        />
      </label>
      {value && (
        <button type="button" class="plain" onClick={() => setProperty(name, '')}>
          {say('Povrni', 'Reset')}
          <span class="unseen">: {label}</span>
        </button>
      )}
    </div>
  )
}

const Properties = () => {
  const { radius = '', font = '' } = look.value.properties
  const wrong = (value: string) =>
    value && !isPropertyValue(value)
      ? say(
          'Te vrednosti slog ne sprejme, zato ne bo uporabljena.',
          'A style sheet does not take this value; it is not used.',
        )
      : undefined
  return (
    <fieldset>
      <legend>{say('Barve in oblika', 'Colours and shape')}</legend>
      <p class="hint">
        {say(
          'Odgovora »Zavrni vse« in »Sprejmi vse« imata vedno isto barvo: zavrniti mora biti tako lahko kot sprejeti. Barve, ki jih določite tu, veljajo v svetlem in temnem načinu.',
          'Both answers always share their colours: refusing has to be as easy as accepting. What you set here holds in light and dark alike.',
        )}
      </p>
      <div class="colours">
        <Colour name="accent" label={say('Ozadje odgovorov', 'Ground of the answers')} initial="#1f3f63" />
        <Colour name="on-accent" label={say('Besedilo odgovorov', 'Words of the answers')} initial="#ffffff" />
        <Colour name="surface" label={say('Podlaga', 'Surface')} initial="#ffffff" />
        <Colour name="text" label={say('Besedilo', 'Text')} initial="#1b1f24" />
        <Colour name="quiet" label={say('Stransko besedilo', 'Quiet text')} initial="#545b64" />
        <Colour name="line" label={say('Črte', 'Lines')} initial="#d6dae0" />
      </div>
      <div class="pair">
        <Field
          label={say('Zaobljenost vogalov', 'Roundness of corners')}
          isOptional
          value={radius}
          error={wrong(radius)}
          hint={say('Na primer 0, 6px ali 22px.', 'For instance 0, 6px or 22px.')}
          onInput={(value) => setProperty('radius', value)}
        />
        <Field
          label={say('Pisava', 'Type')}
          isOptional
          value={font}
          error={wrong(font)}
          hint="Georgia, serif"
          onInput={(value) => setProperty('font', value)}
        />
      </div>
    </fieldset>
  )
}

/** How the question looks, where it stands and what it speaks. */
export const Look = () => (
  <>
    <fieldset>
      <legend>{say('Tema', 'Theme')}</legend>
      <div class="choices">
        {themes().map(([id, name, whom]) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name="theme"
              value={id}
              checked={look.value.theme === id}
              onChange={() => set({ theme: id })}
            />
            <span>
              <strong>{name}</strong>
              <br />
              <span class="quiet">{whom}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
    <fieldset>
      <legend>{say('Mesto vprašanja', 'Place of the question')}</legend>
      <div class="choices">
        {positions().map(([id, name]) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name="position"
              value={id}
              checked={look.value.position === id}
              onChange={() => set({ position: id })}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <p class="hint">
        {say(
          'V oknih, ožjih od 768 pik, je vprašanje vedno ob spodnjem robu.',
          'In windows narrower than 768 pixels it always stands along the lower edge.',
        )}
      </p>
    </fieldset>
    <fieldset>
      <legend>{say('Jeziki', 'Languages')}</legend>
      <div class="choices">
        {LANGUAGES.map((code) => (
          <label key={code} class="choice">
            <input
              type="checkbox"
              checked={languagesNow().includes(code)}
              onChange={(event) => toggleLanguage(code, event.currentTarget.checked)}
            />
            <span lang={code}>{NAMES[code]}</span>
          </label>
        ))}
      </div>
      <Select
        label={say('Prvi jezik', 'First language')}
        value={languagesNow()[0] ?? 'sl'}
        options={languagesNow().map((code) => [code, isSpoken(code) ? NAMES[code] : code] as const)}
        hint={say(
          'Velja, kadar stran ne pove, v katerem jeziku je (lang na oznaki html).',
          'Holds where the page does not say its language (lang of html).',
        )}
        onChange={(code) => write(['languages'], [code, ...languagesNow().filter((one) => one !== code)])}
      />
    </fieldset>
    <Properties />
  </>
)
