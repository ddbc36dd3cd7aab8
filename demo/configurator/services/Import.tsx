/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { signal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { categoryName } from '../parts/categories'
import { countCookies, countServices, say, sayBoth } from '../state/language'
import { announce, change, draft, inventory } from '../state/store'
import { importInventory, knownService, textOfPolicy } from '../tools'
import type { Imported, ReadFrom } from '../tools'
import { policyRead } from './policyRead'
import { adopt, type Chosen, chooseSure } from './adopt'

const text = signal('')
/** A file that was dropped, with its own encoding; what is typed takes its place. */
const dropped = signal<{ readonly name: string; readonly bytes: Uint8Array } | undefined>(undefined)
const isReading = signal(false)
const problem = signal('')
const read = signal<Imported | undefined>(undefined)
const chosen = signal<Chosen>({ cookies: new Set(), services: new Set(), facts: true })

/** What is longer takes a browser minutes, and no policy is. */
const LARGEST = 20_000_000

const run = async (): Promise<void> => {
  const source = dropped.value?.bytes ?? text.value
  if (!source.length) {
    problem.value = say('Najprej prilepite besedilo ali izberite datoteko.', 'First paste a text or choose a file.')
    return
  }
  problem.value = ''
  isReading.value = true
  announce(say('Berem …', 'Reading …'))
  // The browser is to show that it reads before it is busy reading.
  await new Promise((done) => setTimeout(done, 50))
  try {
    const imported = importInventory(source, dropped.value?.name)
    read.value = imported
    policyRead.value = textOfPolicy(source)
    chosen.value = chooseSure(imported)
    const found = `${countCookies(imported.cookies.length)}, ${countServices(imported.services.length)}`
    announce(say(`Prebrano: ${found}.`, `Read: ${found}.`))
  } catch {
    problem.value = say(
      'Tega ni bilo mogoče prebrati. Prilepite samo del o piškotkih.',
      'This could not be read. Paste the part about cookies alone.',
    )
  } finally {
    isReading.value = false
  }
  requestAnimationFrame(() => document.getElementById('import-result')?.focus())
}

const take = async (file: File | undefined): Promise<void> => {
  if (!file) return
  if (file.size > LARGEST) {
    problem.value = say(
      'Datoteka je prevelika (več kot 20 MB). Izberite samo stran s politiko.',
      'The file is too large (over 20 MB). Choose the policy page alone.',
    )
    return
  }
  if (/\.(pdf|docx?|odt|xlsx?)$/i.test(file.name)) {
    problem.value = say(
      `Datoteke ${file.name} brskalnik ne more prebrati. Odprite jo, označite vse (Ctrl in A), kopirajte in prilepite sem.`,
      `The browser cannot read ${file.name}. Open it, select all (Ctrl and A), copy, and paste it here.`,
    )
    return
  }
  dropped.value = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  text.value = ''
  await run()
}

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

const toggle = (list: 'cookies' | 'services', index: number, isOn: boolean) => {
  const next = new Set(chosen.value[list])
  if (isOn) next.add(index)
  else next.delete(index)
  chosen.value = { ...chosen.value, [list]: next }
}

const all = (isOn: boolean, { cookies, services }: Imported) => {
  const every = (rows: readonly unknown[]) => new Set(isOn ? rows.keys() : [])
  chosen.value = { cookies: every(cookies), services: every(services), facts: isOn }
}

const accept = (imported: Imported) => {
  change({ ...draft.value, inventory: adopt(inventory.value, imported, chosen.value) })
  const added = `${countCookies(chosen.value.cookies.size)}, ${countServices(chosen.value.services.size)}`
  announce(say(`Dodano v popis: ${added}.`, `Added to the inventory: ${added}.`))
  read.value = undefined
  text.value = ''
  dropped.value = undefined
  requestAnimationFrame(() => document.getElementById('own-services')?.focus())
}

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
          <strong>{knownService(id)?.name ?? id}</strong> {account && <code>{account}</code>}
        </label>
        <p class="quiet">
          {role === 'recipient'
            ? say('prejemnik podatkov', 'recipient of data')
            : categoryName(knownService(id)?.category ?? '')}
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

const Result = ({ imported }: { readonly imported: Imported }) => {
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

/** From a policy, a table, or the code of a page to rows that can be taken or left. */
export const Import = () => {
  const id = useId()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section
      class="import"
      aria-labelledby={`${id}-t`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(event.dataTransfer?.files[0])
      }}
    >
      <h2 id={`${id}-t`}>{say('Preberite iz tega, kar že imate', 'Read what you have')}</h2>
      <div class="field">
        <label for={id}>
          {say(
            'Politika zasebnosti, tabela piškotkov ali koda strani',
            'Privacy policy, table of cookies, or code of the page',
          )}
        </label>
        <textarea
          id={id}
          rows={5}
          spellcheck={false}
          value={text.value}
          aria-describedby={`${id}-h`}
          aria-invalid={problem.value ? true : undefined}
          onInput={(event) => {
            text.value = event.currentTarget.value
            dropped.value = undefined
          }}
        />
        <p class="hint" id={`${id}-h`}>
          {problem.value ? (
            <span class="error">{problem.value}</span>
          ) : (
            say(
              'Prilepite besedilo ali HTML, lahko pa sem povlečete datoteko. Vse se prebere v vašem brskalniku in ga ne zapusti.',
              'Paste text or HTML, or drop a file here. It is read in your browser and does not leave it.',
            )
          )}
        </p>
        {dropped.value && <p class="quiet">{dropped.value.name}</p>}
      </div>
      <p class="actions">
        <button
          type="button"
          class="main"
          aria-disabled={isReading.value}
          onClick={() => void (isReading.value || run())}
        >
          {isReading.value ? say('Berem …', 'Reading …') : say('Preberi', 'Read')}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {say('Izberi datoteko', 'Choose a file')}
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".html,.htm,.txt,.csv,.tsv,.md,text/*"
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </p>
      {isReading.value && <progress aria-label={say('Branje', 'Reading')} />}
      {read.value && <Result imported={read.value} />}
    </section>
  )
}
