/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { categoryName } from '../parts/categories'
import { say, sayBoth } from '../state/language'
import { knownByName } from '../tools'
import type { Imported, ReadFrom } from '../tools'
import { accept, all, chosen, read, toggle } from './reading'

const sureness = (confidence: number) =>
  confidence >= 0.8
    ? say('zanesljivo', 'sure')
    : confidence >= 0.5
      ? say('verjetno', 'likely')
      : say('preverite', 'check')

const Source = ({ confidence, from }: { readonly confidence: number; readonly from: ReadFrom }) => (
  <>
    <span class={`sureness ${confidence >= 0.8 ? 'high' : confidence >= 0.5 ? 'middle' : 'low'}`}>
      {sureness(confidence)}, {Math.round(confidence * 100)}&nbsp;%
    </span>
    <details class="source">
      <summary>{say('Od kod', 'Read from')}</summary>
      <q>{from.text}</q>
      {from.line ? <span class="quiet"> {say(`vrstica ${from.line}`, `line ${from.line}`)}</span> : null}
    </details>
  </>
)

const Facts = ({ imported }: { readonly imported: Imported }) => {
  const facts = [...Object.values(imported.controller), imported.policy.date].filter(Boolean)
  if (!facts.length) return null
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={chosen.value.facts}
        onChange={(event) => (chosen.value = { ...chosen.value, facts: event.currentTarget.checked })}
      />
      <span>
        {say('Upravljavec in politika: ', 'Controller and policy: ')}
        {facts.join(', ')}
      </span>
    </label>
  )
}

const Services = ({ services }: Imported) => (
  <ul class="rows">
    {services.map(({ id, account, role, confidence, from }, index) => (
      <li key={id}>
        <label>
          <input
            type="checkbox"
            checked={chosen.value.services.has(index)}
            onChange={(event) => toggle('services', index, event.currentTarget.checked)}
          />
          <strong>{knownByName(id)?.name ?? id}</strong> {account && <code>{account}</code>}
        </label>
        <p class="quiet">
          {role === 'recipient'
            ? say('prejemnik podatkov', 'recipient of data')
            : categoryName(knownByName(id)?.category ?? '')}
        </p>
        <Source confidence={confidence} from={from} />
      </li>
    ))}
  </ul>
)

const Cookies = ({ cookies }: Imported) => (
  <ul class="rows">
    {cookies.map(({ name, purpose, duration, iso, category, confidence, from }, index) => (
      <li key={`${index} ${name}`}>
        <label>
          <input
            type="checkbox"
            checked={chosen.value.cookies.has(index)}
            onChange={(event) => toggle('cookies', index, event.currentTarget.checked)}
          />
          <code>{name}</code>
        </label>
        <p>{purpose || <em>{say('brez namena', 'no purpose')}</em>}</p>
        <p class="quiet">
          {duration || iso || say('brez trajanja', 'no duration')}
          {category && ` · ${categoryName(category)}`}
        </p>
        <Source confidence={confidence} from={from} />
      </li>
    ))}
  </ul>
)

/** The same period of the same sentence is named once. */
const eachOnce = (retention: Imported['retention']) => [
  ...new Map(retention.map((one) => [`${one.duration} ${one.from.text}`, one])).values(),
]

/** How long data are kept by the text: of data in general, so that no cookie gets it by itself. */
const Retention = (imported: Imported) => {
  const retention = eachOnce(imported.retention)
  return retention.length > 0 && (
    <details>
      <summary>
        {say('Roki hrambe v besedilu', 'How long data are kept by the text')} ({retention.length})
      </summary>
      <p class="quiet">
        {say(
          'Nanašajo se na podatke, ne na posamezen piškotek. Preverite, ali se ujemajo s trajanjem piškotkov.',
          'They are about data, not about a single cookie. Check that the durations of the cookies agree with them.',
        )}
      </p>
      <ul>
        {retention.map(({ duration, from }, index) => (
          <li key={`${index} ${duration}`}>
            <strong>{duration}</strong>: <q>{from.text}</q>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was read, with how sure that is and where it stood. */
export const Result = ({ imported }: { readonly imported: Imported }) => {
  const { cookies, services, unread } = imported
  const n = chosen.value.cookies.size + chosen.value.services.size
  return (
    <section class="result" aria-labelledby="import-result">
      <h3 id="import-result" tabIndex={-1}>
        {say('Prebrano', 'What was read')}
      </h3>
      {cookies.length + services.length === 0 ? (
        <p>
          {say(
            'V besedilu ni ne tabele piškotkov ne znane storitve. Prilepite del strani, ki našteva piškotke, ali jih vpišite ročno.',
            'The text has neither a table of cookies nor a known service. Paste the part that lists them, or enter them by hand.',
          )}
        </p>
      ) : (
        <p class="actions">
          <button type="button" class="plain" onClick={() => all(true, imported)}>
            {say('Izberi vse', 'Choose all')}
          </button>
          <button type="button" class="plain" onClick={() => all(false, imported)}>
            {say('Ne izberi ničesar', 'Choose none')}
          </button>
        </p>
      )}
      <Facts imported={imported} />
      {services.length > 0 && <h4>{say('Storitve', 'Services')}</h4>}
      <Services {...imported} />
      {cookies.length > 0 && <h4>{say('Piškotki', 'Cookies')}</h4>}
      <Cookies {...imported} />
      <Retention {...imported} />
      {unread.length > 0 && (
        <details>
          <summary>
            {say('Česa ni bilo mogoče prebrati', 'What could not be read')} ({unread.length})
          </summary>
          <ul>
            {unread.map(({ text: line, why }) => (
              <li key={line}>
                <q>{line.slice(0, 200)}</q> {sayBoth(why)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="actions">
        <button type="button" class="main" onClick={() => accept(imported)}>
          {say('Dodaj izbrano v popis', 'Add what is chosen')} ({n})
        </button>
        <button type="button" class="plain" onClick={() => (read.value = undefined)}>
          {say('Zavrzi', 'Discard')}
        </button>
      </p>
    </section>
  )
}
