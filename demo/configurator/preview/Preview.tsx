/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { computed, effect, signal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { Select } from '../parts/Field'
import { say } from '../state/language'
import { draft } from '../state/store'
import { parseHtml } from '../tools'
import type { Told } from './boot'
import { files } from './files'
import { pageOf } from './pageOf'

type Mode = 'first' | 'returned' | 'withdrawn'

const site = signal('')
const page = signal<'home' | 'policy'>('home')
const width = signal<'phone' | 'desktop'>('phone')
const mode = signal<Mode>('first')
/** Cookies of the visitor who has been here; none until the answer has been given once. */
const jar = signal('')
/** Each page that is shown is a run of its own. */
const run = signal(0)
const log = signal<readonly { readonly key: number; readonly told: Told }[]>([])

/** The draft as the frame has it: a letter typed does not load the page anew, a moment of rest does. */
const shown = signal(draft.value)
let timer: ReturnType<typeof setTimeout> | undefined
effect(() => {
  const next = draft.value
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (shown.peek() === next) return
    shown.value = next
    again()
  }, 600)
})

/** From the beginning: a new run, an empty log, a visitor as chosen. */
const again = () => {
  jar.value = ''
  log.value = []
  run.value++
}

const act = computed(() => {
  if (mode.value === 'first') return undefined
  if (!jar.value) return 'acceptAll' as const
  return mode.value === 'withdrawn' ? ('withdraw' as const) : undefined
})

const source = computed(() => {
  const options = { site: site.value, page: page.value, run: run.value, jar: jar.peek(), act: act.peek(), parseHtml }
  return pageOf(shown.value, files(), options)
})

const SHOWN = 200

const hear = (told: Told & { readonly privolim?: number }) => {
  if (told.privolim !== run.peek()) return
  if (told.kind === 'go') {
    page.value = /zasebnost/.test(told.path) ? 'policy' : 'home'
    run.value++
    return
  }
  if (told.kind === 'choice') {
    const isAnswered = /(^|; )privolim=/.test(told.jar)
    const lived = run.peek()
    const isSecondVisit = mode.peek() !== 'first' && act.peek() === 'acceptAll' && isAnswered
    jar.value = told.jar
    // The first visit has been lived through; what is to be seen is the second.
    if (isSecondVisit)
      setTimeout(() => {
        // Another visitor may have been chosen in the meantime.
        if (run.peek() !== lived) return
        log.value = []
        run.value++
      }, 300)
    return
  }
  log.value = [...log.value, { key: log.value.length, told }].slice(-SHOWN)
}

const kindName = (kind: Told['kind']) =>
  ({
    ready: say('zadržano', 'held'),
    released: say('sproščeno', 'released'),
    loaded: say('naloženo', 'loaded'),
    asked: say('klic ven', 'request'),
    signalled: say('sporočeno', 'signalled'),
    stored: say('shranjeno', 'stored'),
    removed: say('umaknjeno', 'removed'),
    granted: say('dovoljeno', 'granted'),
    wrong: say('napaka', 'error'),
    choice: '',
    go: '',
  })[kind]

const Line = ({ told }: { readonly told: Told }) => {
  if (told.kind === 'ready') {
    const held = told.held.length ? told.held : [say('nič', 'nothing')]
    return (
      <>
        {held.map((what) => (
          <li key={what}>
            <span class="kind">{kindName('ready')}</span> {what}
          </li>
        ))}
      </>
    )
  }
  if (told.kind === 'choice' || told.kind === 'go') return null
  return (
    <li>
      <span class={`kind ${told.kind}`}>{kindName(told.kind)}</span> <code>{told.what}</code>
    </li>
  )
}

const Log = () => {
  const id = useId()
  const asks = log.value.find(({ told }) => told.kind === 'ready')?.told
  return (
    <section class="log" aria-labelledby={id}>
      <h2 id={id}>{say('Dnevnik', 'Log')}</h2>
      <p class="quiet">
        {asks?.kind === 'ready' &&
          (asks.asks
            ? say('Obiskovalec mora odgovoriti. ', 'The visitor is asked. ')
            : say('Vprašanja ni. ', 'Nobody is asked. '))}
        {say(
          'Klici drugih strežnikov so tu samo zapisani; predogled se z nikomer ne poveže.',
          'Requests to others are only noted; the preview contacts nobody.',
        )}
      </p>
      <ol tabIndex={0} aria-labelledby={id}>
        {log.value.map(({ key, told }) => (
          <Line key={key} told={told} />
        ))}
      </ol>
    </section>
  )
}

const modes = (): readonly (readonly [Mode, string])[] => [
  ['first', say('prvi obisk', 'first visit')],
  ['returned', say('že odločen', 'returned')],
  ['withdrawn', say('preklic', 'withdrawn')],
]

const Switch = <Value extends string>({
  label,
  name,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly name: string
  readonly options: readonly (readonly [Value, string])[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}) => (
  <fieldset class="switch">
    <legend class="unseen">{label}</legend>
    {options.map(([id, text]) => (
      <label key={id}>
        <input type="radio" name={name} value={id} checked={value === id} onChange={() => onChange(id)} />
        <span>{text}</span>
      </label>
    ))}
  </fieldset>
)

const sites = (): (readonly [string, string])[] => [
  ['', say('nevtralna stran', 'neutral page')],
  ['ksok', 'KŠOK'],
  ['zmos', 'ZMOS'],
  ['kobein', 'KOBEINmini'],
  ['kostra', 'Kostra'],
  ['pojalabanda', 'Pojalabanda'],
]

/** The real widget on a page, with what has been drafted so far. */
export const Preview = () => {
  useEffect(() => {
    const onMessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'object' && data !== null && 'privolim' in data)
        hear(data as unknown as Told & { privolim: number })
    }
    addEventListener('message', onMessage)
    return () => removeEventListener('message', onMessage)
  }, [])
  return (
    <aside class="preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title" tabIndex={-1}>
          {say('Predogled', 'Preview')}
        </h2>
        <button type="button" class="plain" onClick={again}>
          {say('Začni predogled znova', 'Restart the preview')}
        </button>
      </div>
      <Select
        label={say('Na strani', 'On the page')}
        value={site.value}
        options={sites()}
        onChange={(value) => {
          site.value = value
          page.value = 'home'
          again()
        }}
      />
      <div class="switches">
        <Switch
          label={say('Obiskovalec', 'Visitor')}
          name="visitor"
          options={modes()}
          value={mode.value}
          onChange={(value) => {
            mode.value = value
            again()
          }}
        />
        <Switch
          label={say('Širina', 'Width')}
          name="width"
          options={[
            ['phone', say('telefon', 'phone')],
            ['desktop', say('računalnik', 'desktop')],
          ]}
          value={width.value}
          onChange={(value) => (width.value = value)}
        />
      </div>
      <div class={`stage ${width.value}`}>
        <iframe
          key={run.value}
          title={say('Predogled strani', 'Preview of the page')}
          sandbox="allow-scripts allow-forms"
          srcdoc={source.value}
        />
      </div>
      <Log />
    </aside>
  )
}
