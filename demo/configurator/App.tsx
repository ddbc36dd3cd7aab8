/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { download } from './parts/download'
import { Preview } from './preview/Preview'
import { emptyDraft, isEmpty } from './state/draft'
import { language, say, sayBoth } from './state/language'
import { openDraft, saveDraft } from './state/openDraft'
import {
  announce,
  announcement,
  canRedo,
  canUndo,
  change,
  draft,
  isKept,
  redoChange,
  startOver,
  undoChange,
} from './state/store'
import { Check, openMatters } from './steps/Check'
import { focusHeading, type Step, step, STEPS } from './steps/step'
import { Look } from './steps/Look'
import { Services } from './steps/Services'
import { Site } from './steps/Site'
import { Take } from './steps/Take'

const openError = signal('')

const title = (name: Step): string =>
  ({
    stran: say('Stran in upravljavec', 'Site and controller'),
    storitve: say('Storitve', 'Services'),
    videz: say('Videz in jezik', 'Look and language'),
    preverjanje: say('Preverjanje', 'Check'),
    prevzem: say('Prevzem', 'Take away'),
  })[name]

const lead = (name: Step): string =>
  ({
    stran: say(
      'Kdo obiskovalce sprašuje in kje lahko preberejo več.',
      'Who is asking, and where visitors can read more.',
    ),
    storitve: say(
      'Kaj stran shrani v obiskovalčev brskalnik in koga ob tem pokliče.',
      'What the site stores in the visitor’s browser, and whom it calls.',
    ),
    videz: say('Naj bo vprašanje del vaše strani.', 'Let the question be part of your site.'),
    preverjanje: say(
      'Ali vprašanje sploh potrebujete in kaj je še treba popraviti.',
      'Whether you need to ask at all, and what is to be corrected.',
    ),
    prevzem: say('Vse za vašo stran, brez računa in brez obveznosti.', 'All for your site, without an account.'),
  })[name]

const BODY: Readonly<Record<Step, () => preact.JSX.Element>> = {
  stran: Site,
  storitve: Services,
  videz: Look,
  preverjanje: Check,
  prevzem: Take,
}

const Steps = () => (
  <nav class="steps" aria-label={say('Koraki', 'Steps')}>
    <ol>
      {STEPS.map((name, index) => (
        <li key={name}>
          <a
            href={`#${name}`}
            aria-current={step.value === name ? 'step' : undefined}
            onClick={() => step.value === name && focusHeading()}
          >
            <span class="number" aria-hidden="true">
              {index + 1}
            </span>
            <span class="name">{title(name)}</span>
            {name === 'preverjanje' && openMatters.value > 0 && !isEmpty(draft.value) && (
              <span class="badge">
                {openMatters.value}
                <span class="unseen"> {say('za popraviti', 'to correct')}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

const open = async (file: File | undefined) => {
  if (!file) return
  const opened = openDraft(await file.text().catch(() => ''))
  if ('error' in opened) {
    openError.value = `${file.name}: ${sayBoth(opened.error)}`
    return
  }
  openError.value = ''
  change(opened.draft)
  announce(say(`Odprto: ${file.name}.`, `Opened: ${file.name}.`))
}

const Tools = () => {
  const picker = useRef<HTMLInputElement>(null)
  const isNew = draft.value === emptyDraft || isEmpty(draft.value)
  return (
    <div class="tools" role="group" aria-label={say('Osnutek', 'Draft')}>
      <button type="button" class="plain" aria-disabled={!canUndo.value} onClick={undoChange}>
        {say('Razveljavi', 'Undo')}
      </button>
      <button type="button" class="plain" aria-disabled={!canRedo.value} onClick={redoChange}>
        {say('Uveljavi znova', 'Redo')}
      </button>
      <button type="button" class="plain" onClick={() => picker.current?.click()}>
        {say('Odpri', 'Open')}
      </button>
      <button
        type="button"
        class="plain"
        onClick={() => download('privolim-osnutek.json', saveDraft(draft.value), 'application/json')}
      >
        {say('Shrani', 'Save')}
      </button>
      <button type="button" class="plain" aria-disabled={isNew} onClick={() => void (isNew || startOver())}>
        {say('Začni znova', 'Start over')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        data-open-draft
        onChange={(event) => {
          void open(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

const Header = () => (
  <header class="head" aria-label="Privolim">
    <p class="mark">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path d="m6 17 7 7L26 8" />
      </svg>
      Privolim
    </p>
    <button
      type="button"
      class="plain language"
      lang={say('en', 'sl')}
      onClick={() => (language.value = language.value === 'sl' ? 'en' : 'sl')}
    >
      {say('English', 'Slovensko')}
    </button>
    <Tools />
  </header>
)

const Notices = () => (
  <div class="notices">
    <div role="alert">
      {openError.value && (
        <p class="notice error">
          {openError.value}{' '}
          <button type="button" class="plain" onClick={() => (openError.value = '')}>
            {say('Zapri', 'Close')}
          </button>
        </p>
      )}
    </div>
    {!isKept.value && (
      <p class="notice">
        {say(
          'Brskalnik osnutka ne hrani (zasebno okno?). Preden stran zaprete, ga shranite v datoteko.',
          'The browser does not keep the draft (a private window?). Save it to a file before you close the page.',
        )}
      </p>
    )}
  </div>
)

const Pager = () => {
  const index = STEPS.indexOf(step.value)
  const [before, after] = [STEPS[index - 1], STEPS[index + 1]]
  return (
    <p class="pager">
      {before && <a href={`#${before}`}>← {title(before)}</a>}
      {after && (
        <a class="next" href={`#${after}`}>
          {title(after)} →
        </a>
      )}
    </p>
  )
}

/** In a field the browser's own undo holds, letter by letter; anywhere else it is ours. */
const onKey = (event: KeyboardEvent) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  const { target } = event
  if (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|color|file)$/.test(target.type))
  )
    return
  const key = event.key.toLowerCase()
  if (key === 'z') {
    event.preventDefault()
    if (event.shiftKey) redoChange()
    else undoChange()
  } else if (key === 'y') {
    event.preventDefault()
    redoChange()
  }
}

export const App = () => {
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language.value
    document.title = say(`${title(step.value)} – Privolim`, `${title(step.value)} – Privolim`)
  }, [language.value, step.value])
  const Body = BODY[step.value]
  return (
    <>
      <a
        class="skip"
        href="#step-title"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('step-title')?.focus()
        }}
      >
        {say('Na vsebino', 'To the content')}
      </a>
      <a
        class="skip"
        href="#preview-title"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('preview-title')?.focus()
        }}
      >
        {say('Na predogled', 'To the preview')}
      </a>
      <Header />
      <Steps />
      <div class="columns">
        <main aria-labelledby="step-title">
          <h1 id="step-title" tabIndex={-1}>
            {title(step.value)}
          </h1>
          <p class="lead">{lead(step.value)}</p>
          <Notices />
          <Body />
          <Pager />
        </main>
        <Preview />
      </div>
      <p class="status" role="status">
        {/* Made anew, so that it is seen for its whole time; the region itself stays, or nothing would be read out. */}
        {announcement.value && <span key={announcement.value}>{announcement.value}</span>}
      </p>
    </>
  )
}
